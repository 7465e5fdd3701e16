"""What stands beside a name and tells whether it is one named before: an article, a presentation, a parting."""

import re
from collections.abc import Sequence

from whence.model import Document, Mention

INTRODUCED = re.compile(
    r"\b(?:called|named|nicknamed|dubbed|alias|certain|one|known(?: only| simply)? as"
    r"|(?:wife|husband|son|daughter|brother|sister|cousin|uncle|aunt|nephew|niece|father|mother|widow),?) [\"“‘']?$"
)
QUOTED = ('"', "“", "‘", "'")
UNQUOTED = ('"', "”", "’", "'")
DESCRIBED = re.compile(r",? (?:an?|the|his|her|their|then|now|\d\d)\b|,? \(|[”’\"]")
LOCATED = re.compile(r"\b(?:in|near|at|outside|around|towards?|beyond|across|through|the) $", re.IGNORECASE)
OWNED = re.compile(
    r"\b(?:(?:unit|subsidiary|arm|part|branch|affiliate|division|offshoot|wing|parent|rival|namesake|owner|founder)"
    r" (?:company |firm |group )?(?:of|to)|owned by|controlled by|spun off from|split from|broke away from|unlike|than)"
    r" (?:the )?$"
)
CONFUSED_WITH = re.compile(r"\b(?:confused?|mistaken?|mixed up) (?:with|for) (?:the )?$")
BROKE = re.compile(
    r"\b(?:broke (?:away|off) (?:from|with)|split (?:off )?from|split with|left|quit|seceded from|spun off from|part of"
    r"|wing of|arm of|branch of|rival (?:of|to)|breakaway from|offshoot of|splinter of) (?:the )?$"
)
# Behind a name that stands for itself: "the Aurora was" is a ship, "the Aurora board" the firm's.
ALONE = re.compile(r"[.;,)]|\s+(?:was|were|is|has|had|will|and|[a-z]+ed)\b")


def has_left(doc: Document, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Does the text say that the body with the longer name left the other: "broke away from the Front"?"""
    for m in short:
        before = [n.span.end for n in long if n.span.end <= m.span.start]
        if before and BROKE.search(doc.text[max(before) : m.span.start]) and m.span.start - max(before) < 60:
            return True
    return False


def is_the(doc: Document, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Has a word "the" before it and the firm's name not, as a ship ("Aurora Shipping said the Aurora was safe")?"""
    ship = any(has_article(doc, m) and ALONE.match(doc.text, m.span.end) for m in short)
    return ship and not any(has_article(doc, m) for m in long)


def is_set_apart(doc: Document, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Does the text tell of two: one a part of the other, or both in one breath?"""
    if is_the(doc, short, long):
        return True
    ends = {m.span.end for m in long}
    for m in short:
        before = doc.text[max(0, m.span.start - 60) : m.span.start]
        near = max((e for e in ends if e <= m.span.start), default=-99)
        between = doc.text[near : m.span.start] if m.span.start - near < 40 else "."
        joined = re.fullmatch(r",? (?:and|or|,|of|from) (?:the )?", between)
        if OWNED.search(before) or CONFUSED_WITH.search(before) or is_presented(doc, m) or joined:
            return True
    return False


def has_article(doc: Document, mention: Mention) -> bool:
    """Whether "the" stands right before the name."""
    before = doc.text[max(0, mention.span.start - 5) : mention.span.start]
    return re.search(r"\bthe\s$", before, re.IGNORECASE) is not None


def is_presented(doc: Document, mention: Mention, *, aged: bool = True) -> bool:
    """Whether the text presents the bearer as new: "a certain Tomas", "Tomas, a driver"; if `aged`, "Tomas, 34,"."""
    before = doc.text[max(0, mention.span.start - 24) : mention.span.start]
    after = doc.text[mention.span.end : mention.span.end + 8]
    described = after.startswith(",") and DESCRIBED.match(after)
    quoted = before.endswith(QUOTED) and after.startswith(UNQUOTED) and after[:2] not in ("’s", "'s")
    return (
        quoted or bool(INTRODUCED.search(before)) or bool(described and (aged or not described.group()[-1].isdigit()))
    )

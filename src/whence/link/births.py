"""What a text tells of somebody's kin, age, birth and other names beside a name."""

import re
from collections.abc import Iterator, Sequence

from whence.link.homes import BIRTH, NEE, Group, key_of
from whence.link.names import key
from whence.model import Document, Mention
from whence.text.names import PERSON, parse
from whence.text.names.person import last_names

RELATED = re.compile(
    r"[^.;:!?\n]{0,60}\b(?:(?:grand|step|god)?(?:son|daughter|father|mother)|(?:half-)?(?:brother|sister)|nephew|niece"
    r"|uncle|aunt|cousin|namesake|heir|descendant|wife|husband|widow|widower)\b[^.;:!?\n]{0,60}"
)
# "Rosa Duda, her niece, left": she is not the Duda of whom the text told.
KIN_BEHIND = re.compile(
    r"(?:, \d\d)?, (?:his|her|their|whose) (?:[a-z-]+ ){0,2}?(?:son|daughter|father|mother|brother|sister|nephew|niece"
    r"|uncle|aunt|cousin|wife|husband|widow|widower|grandson|granddaughter)\b"
)
AGE = re.compile(r", (\d{1,2})(?=[,.;)]| and\b)")
# "Ivo Duda, born on 4 May 1961 in Osh", "Ivo Duda (born 1961)", "Ivo Duda, who was born in May 1961"
BORN = re.compile(r",? \(?(?:who was )?born (?:(?:on|in) )?(?:[\w.]+,? ){0,3}?(1[6-9]\d\d|20\d\d)\b")
BORN_AS = re.compile(rf"{NEE}([A-ZÀ-Þ][\w’'-]+)(?=[,.;)])")
APART = 2  # years between two births that no slip makes one
QUOTE = re.compile(r"[\"“”«»‘]")


def is_kin_of(doc: Document, mention: Mention, group: Group) -> bool:
    """Is a name, like that of the one named right before but not the same, that of a relative ("son of the late")?"""
    if mention.type == "person" and KIN_BEHIND.match(doc.text, mention.span.end):
        return all(key_of(doc, m) != key_of(doc, mention) for m in group.members)
    before = max((m.span.end for m in group.members if m.span < mention.span), default=None)
    if (
        mention.type != "person"
        or before is None
        or key_of(doc, mention) in group.keys
        or " " not in key_of(doc, mention)
    ):
        return False
    return bool(RELATED.fullmatch(doc.text, before, mention.span.start))


def is_of_other_age(doc: Document, mention: Mention, group: Group) -> bool:
    """Does the text give somebody of the very same full name another age: "Ivo Duda, 70, ... Ivo Duda, 24,"?

    Or another birth: "Ivo Duda, born in 1961, ... Ivo Duda, born in 1989,".
    """
    if mention.type != "person" or " " not in key_of(doc, mention):
        return False
    if (born := _born(doc, mention)) is not None:
        births = {told for m in group.members if (told := _born(doc, m)) is not None}
        if births and all(abs(born - told) > APART for told in births):
            return True
    age = _age(doc, mention)
    known = {told for m in group.members if age and (told := _age(doc, m))}
    return age is not None and bool(known) and all(abs(age - told) > 1 for told in known)


def _age(doc: Document, mention: Mention) -> int | None:
    """The number between commas behind a name, which is an age; None where there is none."""
    found = AGE.match(doc.text, mention.span.end)
    return int(found[1]) if found else None


def _born(doc: Document, mention: Mention) -> int | None:
    """The year in which somebody was born, told right behind a name; None where none is."""
    found = BORN.match(doc.text, mention.span.end)
    return int(found[1]) if found else None


def keys_with_nickname(doc: Document, mention: Mention) -> Iterator[str]:
    """What a person with a nickname inside the name goes by besides: the name without it, and the nickname."""
    if mention.type != "person" or not QUOTE.search(name := " ".join(doc.quote(mention.span).split())):
        return
    parsed = parse(name, PERSON)
    if parsed.nicknames and len(parsed.parts) > 1:
        yield key(" ".join(p.shown or p.word for p in parsed.parts))
        yield from map(key, parsed.nicknames)
        yield from (key(f"{nick} {last}") for nick in parsed.nicknames for last in last_names(parsed))


def keys_by_birth(doc: Document, mention: Mention) -> Iterator[str]:
    """The name of birth that a surname behind "née" makes with the given name: "Ana Mor (née Lind)" was Ana Lind."""
    words = key_of(doc, mention).split()
    born = BORN_AS.match(doc.text, mention.span.end) if mention.type == "person" and len(words) > 1 else None
    if born:
        yield key(f"{words[0]} {born[1]}")


def born_as(doc: Document, mention: Mention, groups: Sequence[Group]) -> Group | None:
    """The group of the full name behind which this surname of birth stands ("née Lind"); nobody goes by it alone."""
    found = BIRTH.search(doc.text, max(0, mention.span.start - 9), mention.span.start)
    if found is None or mention.type != "person" or " " in key_of(doc, mention):
        return None
    named = (g for g in reversed(groups) if g.type == "person")
    return next((g for g in named if any(m.span.end == found.start() for m in g.members)), None)

"""Names of one document that belong together: same words, surname after full name, acronym, stated alias."""

import itertools
import re
from collections.abc import Iterator, Sequence

from whence.model import Document, Mention
from whence.text.fold import fold

ARTICLES = re.compile(r"^(?:the|al|el|ul|abu|bin|ibn|de|van|von)[\s-]+", re.IGNORECASE)
ALIAS = re.compile(
    r"^\W*(?:who is |is |was )?(?:also |otherwise |better |commonly |widely |previously |formerly |known as )*"
    r"(?:known|called|nicknamed|dubbed|referred to|abbreviated|a\.?k\.?a\.?|alias|née|nom de guerre)"
    r"\W*(?:as |the |by |its |their |under |in |(?:\w+ )?(?:initials|acronym|abbreviation)s?,? ?)*\W*$",
    re.IGNORECASE,
)
BRACKET = re.compile(
    r"^\s*[(\[](?:the |or |also |formerly |in short |abbreviated |hereinafter |hereafter "
    r"|(?:in |by |from )?(?:its |their |the )?[A-Z][a-z]+ (?:initials|acronym|abbreviation),? )?[\"“‘']?$",
    re.IGNORECASE,
)
OR = re.compile(r"\)?,? or (?:the )?[\"“‘']?")
TRANSLATED = re.compile(
    r"(?:\s*\((?:in )?|, (?:or )?(?:in )?)(?:its )?[A-Z][a-z]+(?: for| translation| name)?[:,]? (?:the )?[\"“‘']?"
)
SMALL = frozenset("of the for and in on de la y e du des al el und der".split())


def key(name: str) -> str:
    """The name as it is compared inside one text: case, marks, dashes, apostrophes and "the" apart."""
    return re.sub(r"\s+", " ", fold(name).replace(".", "")).removeprefix("the ").strip()


def surname(name: str) -> str:
    """The last word of a person's name, its article apart."""
    words = key(name).split()
    return words[-1] if words else ""


def initials(name: str) -> set[str]:
    """The acronyms that a body's name can have: with and without its small words."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    full = "".join(w[0] for w in words if w[0].isalnum())
    short = "".join(w[0] for w in words if w.lower() not in SMALL and w[0].isalnum())
    return {full.upper(), short.upper()}


def aliases(doc: Document, names: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbouring names that the text itself says are one: a bracket, "also known as", "or"."""
    numbered = [(i, name) for i, name in enumerate(names) if name.type != "nationality"]
    for (i, one), (k, two) in itertools.pairwise(numbered):
        between = doc.text[one.span.end : two.span.start]
        if len(between) > 60 or "\n" in between:
            continue
        kinds = {one.type, two.type}
        stated = ALIAS.search(between) and kinds <= {"person", "organization"}
        body = "organization" in kinds <= {"person", "organization"}
        listed = body and ((OR.fullmatch(between) and _listed(doc, one, two)) or TRANSLATED.fullmatch(between))
        if stated or listed or (BRACKET.search(between) and _bracketed(doc, one, two)):
            yield i, k


def _listed(doc: Document, one: Mention, two: Mention) -> bool:
    """Names of one body: both in a bracket, one behind the letters in it ("(HW), or Harbour Watch,"), or letters."""
    letters = doc.quote(two.span).replace(".", "")
    ends = doc.text[two.span.end : two.span.end + 1] in (",", ".", ")", ";", "")
    if _in_bracket(doc, one) or (letters.isupper() and 1 < len(letters) < 9 and ends):
        return True
    before = doc.text[max(0, one.span.start - 8) : one.span.start].lower().rstrip().removesuffix("the").rstrip()
    aside = doc.text[one.span.end] == doc.text[two.span.end : two.span.end + 1] == ","
    return aside and one.type == two.type and before[-1:] != ","


def _in_bracket(doc: Document, name: Mention) -> bool:
    """Whether a bracket was opened right before the name: "(HW, or Harbour Watch)" lists names of one body."""
    return doc.text[: name.span.start].rstrip()[-1:] in ("(", "[")


def _bracketed(doc: Document, one: Mention, two: Mention) -> bool:
    """A bracket gives another name of a body; a person's bracket gives a party or a country, which is no name."""
    name, inside = doc.quote(one.span), doc.quote(two.span)
    closing = doc.text[two.span.end : two.span.end + 1]
    glossed = doc.text[one.span.end : two.span.start].endswith("[") and inside.isupper()
    if (one.type == "person" and not glossed) or closing not in ("", ")", "]", ",", "”", '"', "’", "'", " "):
        return False
    letters = re.sub(r"[^\w]", "", inside)
    if glossed and closing == "]" and two.type == "organization":
        return True
    if letters.isupper() and len(letters) > 1:
        return letters in initials(name) or letters[:1] == name[:1].upper() or two.type == one.type
    return one.type == two.type == "organization" and closing in (")", "]", ",")

"""Names as the whole text shows them: cut in two by an apostrophe or a date, or taken for another kind elsewhere."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from whence.model import Document, Mention, Span
from whence.text.days import MONTH
from whence.text.fold import fold
from whence.text.gazetteer import is_country, is_place
from whence.text.names.words import body_words, field_words, is_given, small, type_words

DATED = re.compile(rf"\b[Tt]he ({MONTH}(?: \d{{1,2}})?|\d{{1,2}} {MONTH}) $")
CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž’'-]{4,}")
ROW = re.compile(r"(?:^|\n|\d[.)] |, |; |and )$")
BYLINE = re.compile(r"(?:^|\n)(?:By|Words by|From) $")
# Small words of other languages with which no name ends: what follows in lower case belongs to it.
HELD = re.compile(r" (?:d[eiu]|des|del|della|dos|das|do|da|pour|para|per|für|der)(?: l[aeo]s?)?$")
NOUN = r"[a-zà-ÿ][a-zà-ÿ’'-]{3,}"
REST = re.compile(rf"(?: l[ae]s?| el)? {NOUN}(?: (?:d[iu]|des?|del|della|do|da|de la) {NOUN})?")
MINISTRIES = frozenset({"ministry", "department", "secretariat"})
PLURAL = re.compile(r"(?:s|men|women|people|children)$", re.IGNORECASE)


def settled(doc: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions` with such names made whole, and of one kind throughout the text."""
    found = [m for m in mentions if not _is_tongue(doc, m)]
    for join in (_with_sort, _with_field, _capitals_first):
        found = _joined(doc, found, join)
    found = [_held(doc, _dated(doc, m)) for m in found]
    found = [_outlet(doc, m, before) for m, before in zip(found, [None, *found], strict=False)]
    return tuple(sorted(_alike(doc, found)))


def _is_tongue(doc: Document, mention: Mention) -> bool:
    """Is it the language of "Quechua-speaking villagers", and nobody's name?"""
    after = doc.text[mention.span.end : mention.span.end + 9]
    return mention.form == "name" and mention.type == "person" and after in ("-speaking", "-language")


def _joined(
    doc: Document, mentions: Sequence[Mention], belong: Callable[[Document, Mention, Mention], str]
) -> list[Mention]:
    """Neighbours that are one name put together."""
    out: list[Mention] = []
    for m in mentions:
        one = out[-1] if out else None
        if one is not None and m.form == one.form == "name" and (kind := belong(doc, one, m)):
            out[-1] = replace(one, span=doc.span(one.span.start, m.span.end), type=kind, value="")
        else:
            out.append(m)
    return out


def _with_sort(doc: Document, one: Mention, two: Mention) -> str:
    """Is it "Northern Fishermen" and, behind its apostrophe, "Organisation"?"""
    between = doc.text[one.span.end : two.span.start]
    words = doc.quote(one.span).split()
    sort = body_words().get(fold(doc.quote(two.span).split()[0])) in type_words()
    genitive = between in ("'s ", "’s ", "' ", "’ ") and PLURAL.search(words[-1]) is not None
    return "organization" if genitive and sort and len(words) > 1 and one.type == two.type == "organization" else ""


def _with_field(doc: Document, one: Mention, two: Mention) -> str:
    """Is it a ministry and, behind "and", another field of it: "Ministry of Agriculture and Rural Development"?"""
    head, of, _ = doc.quote(one.span).partition(" of ")
    ministry = fold(head.split()[-1]) in MINISTRIES
    beside = doc.text[one.span.end : two.span.start].replace("\n", " ") == " and "
    words = _words(doc, two)
    field = not any(body_words().get(w) in type_words() for w in words) and words[-1] in field_words()
    return one.type if of and ministry and beside and field and one.type == "organization" else ""


def _capitals_first(doc: Document, one: Mention, two: Mention) -> str:
    """Is it a surname in capitals and a given name, as registers have them: "DUDA Ivo"?"""
    family, given = doc.quote(one.span), doc.quote(two.span)
    beside = doc.text[one.span.end : two.span.start] == " " and one.type in ("organization", "person", "place")
    plain = two.type in ("person", "place") and len(given.split()) < 3 and not given.isupper()
    known = is_given(fold(given.split()[0].split("-")[0]))
    listed = ROW.search(doc.text[max(0, one.span.start - 6) : one.span.start]) is not None
    sure = known or (listed and two.type == "person")
    return "person" if beside and plain and sure and CAPITALS.fullmatch(family) else ""


def _dated(doc: Document, mention: Mention) -> Mention:
    """A body called after a day with that day: "the April 6 Youth Movement"."""
    before = DATED.search(doc.text[max(0, mention.span.start - 20) : mention.span.start])
    first = doc.quote(mention.span).split()
    digits = re.match(r"\d{1,2} ", doc.quote(mention.span)) and re.search(r"\b([A-Z][a-z]+) $", _head(doc, mention))
    if mention.form != "name" or mention.type != "organization" or not first:
        return mention
    if digits and DATED.search(f"the {digits[1]} "):
        return replace(mention, span=doc.span(mention.span.start - len(digits[1]) - 1, mention.span.end))
    if before:
        return replace(mention, span=doc.span(mention.span.start - len(before[1]) - 1, mention.span.end))
    return mention


def _held(doc: Document, mention: Mention) -> Mention:
    """A body's name in another language with the last noun, in lower case: "Mouvement pour la défense du plateau"."""
    body = mention.type == "organization" or (mention.type == "place" and not mention.value)
    if mention.form != "name" or not body or not HELD.search(doc.quote(mention.span)):
        return mention
    rest = REST.match(doc.text, mention.span.end)
    whole = rest and doc.span(mention.span.start, rest.end())
    return replace(mention, span=whole, type="organization") if whole else mention


def _head(doc: Document, mention: Mention) -> str:
    return doc.text[max(0, mention.span.start - 12) : mention.span.start]


def _outlet(doc: Document, mention: Mention, before: Mention | None) -> Mention:
    """What stands behind the author's name in a byline is the outlet: "By Ana Mor, El Faro"."""
    if before is None or mention.form != "name" or mention.type != "person" or before.type != "person":
        return mention
    byline = BYLINE.search(doc.text[max(0, before.span.start - 12) : before.span.start]) is not None
    ends = doc.text[mention.span.end : mention.span.end + 1] in ("", "\n")
    beside = doc.text[before.span.end : mention.span.start] == ", "
    article = re.match(r"(?:The|El|La|Le|Il|Al|O|A|Die|Der|Das) ", doc.quote(mention.span)) is not None
    return replace(mention, type="organization") if byline and ends and beside and article else mention


def _alike(doc: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A short form that is taken for a body is a person's where it begins or ends a name given in full.

    Not where a body of the text has the word too, nor a town, letters, or a word that is met with an article.
    """
    names = [m for m in mentions if m.form == "name"]
    people: dict[str, Span] = {}
    for m in (m for m in names if m.type == "person" and " " in doc.quote(m.span)):
        if doc.quote(m.span).split()[-1][0].isupper():
            people.setdefault(fold(doc.quote(m.span)), m.span)
    bodies = Counter(w for own in {*_bodies(doc, names)} for w in own.split() if " " in own)
    for m in mentions:
        yield replace(m, type="person", value="") if _is_persons(doc, m, people, bodies) else m


def _bodies(doc: Document, names: Sequence[Mention]) -> Iterator[str]:
    return (fold(doc.quote(m.span)) for m in names if m.type == "organization")


def _words(doc: Document, mention: Mention) -> list[str]:
    return fold(doc.quote(mention.span)).split()


def _is_persons(doc: Document, m: Mention, people: Mapping[str, Span], bodies: Mapping[str, int]) -> bool:
    if m.form != "name" or m.type != "organization" or not people:
        return False
    shown, words = doc.quote(m.span), _words(doc, m)
    own, small_words = " ".join(words), small("before_surname")
    size = sum(w not in small_words for w in words)
    if shown.isupper() or not 0 < size < 3 or len(shown) < 3 or is_place(shown) or is_country(shown):
        return False
    least = 1 if " " in own else 0  # its own words, where it is two
    if any(bodies.get(w, 0) > least or body_words().get(w) for w in words if w not in small_words):
        return False
    if re.search(r"\b(?:the|an?) $", doc.text[max(0, m.span.start - 5) : m.span.start], re.IGNORECASE):
        return False
    within = words[0] in small_words and len(words) > 1
    full = [p for p in people if p.startswith(f"{own} ") or p.endswith(f" {own}") or (within and f" {own} " in p)]
    return len(full) == 1 and people[full[0]] < m.span

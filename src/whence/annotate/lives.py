"""Births and deaths that a bracket behind a name gives: "Hugo Vale (3 May 1901 – 4 June 1980)", "(b. 1950)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.validity import is_life
from whence.model import Argument, Claim, Document, Maker, Mention, Sentence, TimeExpression, ValidTime

# Letters of honour may stand before the bracket: "Hugo Vale FRS (1901 – 1980)".
OPENED = re.compile(r"(?:,?\s[A-Z]{2,4})*\s?\((?:[^()]{0,80}[;,:]\s)?(?P<born>b\.?\s|born\s(?:on\s|in\s)?|\*\s?)?$")
NUMBERED = re.compile(
    r",\s(?:the\s)?(?:\d+(?:st|nd|rd|th)|first|second|third)\s$"
)  # "Hugo Vale, 2nd Baron Osk (1901 – 1980)"
CLOSED = re.compile(r"\s?[);,]")
# "(3 May 1901 -- 4 June 1980)", "(b. 3 May 1901; d. 1980)": two times, and no range.
PARTED = re.compile(r"\s?(?:\*?\s?(?:-{2,3}|[–—-])|[;,]\s?(?:d\.|died(?:\son|\sin)?|†))\s?\*?\s?")


def find_lives(
    doc: Document, sentence: Sentence, mentions: Sequence[Mention], times: Sequence[TimeExpression], maker: Maker
) -> Iterator[Claim]:
    """Yield that a person was born, and died, for each life in brackets behind the name of one; `times` are of it."""
    text, inside = doc.text, sentence.span
    for time in _whole(text, times):
        if not time.edtf or not CLOSED.match(text, time.span.end):
            continue
        people = (m for m in mentions if m.type == "person" and m.form == "name" and inside.contains(m.span))
        before = [m for m in people if m.span.end <= time.span.start]
        bearers = ((m, OPENED.match(text, m.span.end, time.span.start)) for m in reversed(before))
        person, opened = next(((m, found) for m, found in bearers if found), (None, None))
        if person is None or opened is None:
            continue
        person = next((m for m in before if m.span.end == _numbered(text, person)), person)
        days = tuple(time.edtf.split("/"))
        if (opened["born"] and len(days) > 1 and time in times) or (not opened["born"] and not is_life(time.edtf)):
            continue
        spans = [t.span for t in times if time.span.contains(t.span)]
        for n, (predicate, day) in enumerate(zip(("born", "died"), days, strict=False)):
            at = spans[min(n, len(spans) - 1)]
            yield Claim(
                predicate=predicate,
                arguments=(Argument("person", person.span, None, "person"),),
                evidence=sentence.span,
                region=sentence.kind,
                maker=maker,
                trigger=at,
                valid=ValidTime(day, day, day, False, True, True, at),
                confidence=0.9,
            )


def _whole(text: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The times, and as one the two that a bracket sets apart as birth and death."""
    behind = dict(zip((t.span for t in times), times[1:], strict=False))
    for first in times:
        last = behind.get(first.span)
        parted = PARTED.fullmatch(text, first.span.end, last.span.start) if last is not None else None
        if last is None or parted is None or "/" in f"{first.edtf}{last.edtf}":
            yield first
        elif first.edtf and last.edtf and first.edtf < last.edtf:
            yield replace(first, span=replace(first.span, end=last.span.end), edtf=f"{first.edtf}/{last.edtf}")


def _numbered(text: str, title: Mention) -> int:
    """Where the name before a title that a house numbers ends; -1 where the name is no such title."""
    at = title.span.start
    inside = re.match(r"\d+(?:st|nd|rd|th)\s", text[at : title.span.end])
    told = NUMBERED.search(text[max(0, at - 16) : at + (inside.end() if inside else 0)])
    return max(0, at - 16) + told.start() if told is not None else -1

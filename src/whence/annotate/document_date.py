"""The document's own date: given, as the file or the address says, as the text says, or the days its words allow.

Reason about the text: what is told as past lies before the document; a day without its year is the last such day, so
the document was written within the year that follows it; what is told as coming lies after. Bounds by other documents
are not made here; they use the same intervals (`whence.text.intervals`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.errors import BadDate
from whence.model import DocField, Document, Maker, Region, Span, TimeExpression
from whence.text import edtf
from whence.text.dates import find
from whence.text.dates.tense import direction

VERSION = "1"
META = (
    "article:published_time",
    "datepublished",
    "published",
    "published_time",
    "citation_publication_date",
    "dc.date",
    "dcterms.date",
    "pubdate",
    "parsely-pub-date",
    "date",
    "creationdate",
)
_SPEAKS = ("headline", "subheading", "body", "caption", "quote")
_STATES = ("dateline", "byline")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](0[1-9]|1[0-2])(?:[/_-](0[1-9]|[12]\d|3[01]))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_LABEL = re.compile(r"\W*(?:(?:first )?(?:published|posted|date|dated|released|written)(?: on)?)?\W*", re.IGNORECASE)
_TOP, _TAIL = 1200, 400
# A writer gives a day without its year for half a year or so; then the year is added.
_BARE = 180


def date_document(
    doc: Document, regions: Sequence[Region], times: Sequence[TimeExpression], given: Mapping[str, str]
) -> Iterator[DocField]:
    """Yield every evidence for the document's date as a field `published`, the best first.

    `times` are the expressions of the text, found without a document date. Where nothing states the date, the words
    bound it: one field, an interval, inferred, with its reasons.
    """
    stated = [*_given(given), *_metadata(doc), *_address(doc, given), *_in_text(doc, regions, times)]
    yield from stated
    if not stated:
        yield from _bounded(doc, regions, times)


def _field(
    value: str, origin: str, rule: str, reason: str, span: Span | None = None, inferred: bool = False
) -> DocField:
    return DocField("published", value, origin, Maker("document_date", VERSION, rule), span, inferred, reason)


def _given(given: Mapping[str, str]) -> Iterator[DocField]:
    value = given.get("published", "").strip()
    if value and edtf.is_edtf(value):
        yield _field(value, "given", "given", "given with the document")


def _metadata(doc: Document) -> Iterator[DocField]:
    for key in META:
        value = day_of(doc.meta.get(key, ""))
        if value:
            yield _field(value, "metadata", key, f"the file's {key}")
            return


def day_of(stamp: str) -> str | None:
    """The day, month or year that a time stamp of a file names: ISO, PDF (``D:2017...``) or words; None for no date."""
    stamp = stamp.strip().removeprefix("D:")
    iso = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|[T ])", stamp)
    if iso:
        return iso[0] if edtf.is_edtf(iso[0]) else None
    compact = _COMPACT.match(stamp[:8])
    if compact:
        return _checked("-".join(compact.groups()))
    named = next((e for e in find(stamp) if e.anchor == "absolute" and e.kind in ("date", "time")), None)
    return named.edtf.split("T")[0] if named and named.edtf else None


def _checked(value: str) -> str | None:
    return value if edtf.is_edtf(value) else None


def _address(doc: Document, given: Mapping[str, str]) -> Iterator[DocField]:
    for key, address in (
        ("url", given.get("url", "")),
        *((k, doc.meta.get(k, "")) for k in ("canonical", "og:url", "url")),
    ):
        match = _IN_ADDRESS.search(address) or _COMPACT.search(address)
        value = _checked("-".join(part for part in match.groups() if part)) if match else None
        if value:
            yield _field(value, "metadata", "address", f"the address ({key}) has {match[0] if match else ''}")
            return


def _in_text(doc: Document, regions: Sequence[Region], times: Sequence[TimeExpression]) -> Iterator[DocField]:
    seen: set[str] = set()
    for time in times:
        if time.anchor != "absolute" or time.precision not in ("day", "minute", "second") or time.kind == "range":
            continue
        region = _region_of(regions, time.span)
        place = region.kind if region else ""
        if place in _STATES or (place in ("", "body", "headline") and _alone(doc.text, time.span)):
            value = time.edtf.split("T")[0] if time.edtf else ""
            if not value or value in seen:
                continue
            seen.add(value)
            yield _field(
                value, "text", place or "line", f"the {place or 'line'} says {doc.quote(time.span)!r}", time.span
            )


def _region_of(regions: Sequence[Region], span: Span) -> Region | None:
    return next((r for r in regions if r.span.contains(span)), None)


def _alone(text: str, span: Span) -> bool:
    """Whether the date stands on a line of its own near the top or the end, or after Published, Posted and the like."""
    if _TOP < span.start < len(text) - _TAIL:
        return False
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return bool(_LABEL.fullmatch(before.strip())) and (len(after.strip()) < 40 and not re.match(r"\s*[a-z]", after))


# No date anywhere: what the words allow


@dataclass(frozen=True, slots=True)
class _Clue:
    """One thing that the words tell about the document's day: not before `first`, not after `last` (day numbers)."""

    first: int | None
    last: int | None
    value: str
    span: Span
    reason: str


def _bounded(doc: Document, regions: Sequence[Region], times: Sequence[TimeExpression]) -> Iterator[DocField]:
    told = [t for t in times if not regions or _kind(regions, t.span) in _SPEAKS]
    clues = list(_dated(doc, told))
    floor = max((c for c in clues if c.first is not None), key=lambda c: c.first or 0, default=None)
    if floor is None:
        return
    reasons, start, last = [floor.reason], floor, _ceiling(clues, floor)
    # Beside a bare year or month, a day without its year can be of any later year: it bounds nothing. Beside a full
    # date it is of the days that follow, as in news.
    fine = edtf.precision(floor.value) not in ("year", "decade", "century", "month", "season")
    for clue in _undated(doc, told, floor.first or 0) if fine else ():
        if clue.first is not None and clue.first > (start.first or 0):
            start = clue
            reasons.append(clue.reason)
        if clue.last is not None and (last is None or clue.last < last) and clue.last >= (start.first or 0):
            last = clue.last
            reasons.append(clue.reason)
    value = f"{start.value}/{edtf.write_day(last) if last is not None else '..'}"
    if edtf.is_edtf(value):
        yield _field(value, "text", "bounds", "; ".join(dict.fromkeys(reasons)), start.span, inferred=True)


def _kind(regions: Sequence[Region], span: Span) -> str:
    region = _region_of(regions, span)
    return region.kind if region else ""


def _dated(doc: Document, times: Sequence[TimeExpression]) -> Iterator[_Clue]:
    """What the dates with a year tell: those told as past lie before the document, those told as coming after it."""
    for time in times:
        if time.anchor != "absolute" or not time.edtf or "X" in time.edtf:
            continue
        first, last = edtf.bounds(time.edtf)
        words = doc.quote(time.span)
        coming = direction(doc.text, time.span.start, time.span.end) == "future"
        if coming or (first is None and last is not None):
            yield _Clue(None, last, time.edtf, time.span, f"{words!r} is told as coming")
        elif first is not None:
            value = time.edtf.partition("/")[0].split("T")[0].rstrip("~?%")
            if "/" in time.edtf and not time.edtf.endswith("/.."):
                value = time.edtf.partition("/")[2].rstrip("~?%")
                first = edtf.bounds(value)[0]
            yield _Clue(first, None, value, time.span, f"{words!r} is told as past")


def _ceiling(clues: Sequence[_Clue], floor: _Clue) -> int | None:
    later = [c.last for c in clues if c.last is not None and floor.first is not None and c.last > floor.first]
    return min(later, default=None)


def _undated(doc: Document, times: Sequence[TimeExpression], floor: int) -> Iterator[_Clue]:
    """What days and months without a year tell, once a year is known that the text speaks of as past."""
    for time in sorted(times, key=lambda t: t.span.start):
        words = doc.quote(time.span)
        month_day = _month_day(time)
        if time.anchor not in ("document", "text", "none") or month_day is None:
            continue
        if direction(doc.text, time.span.start, time.span.end) == "future":
            continue
        month, day = month_day
        number = _occurrence(month, day or 1, floor, _weekday_in(words))
        year = edtf.civil(number)[0]
        if day is not None:
            reason = f"{words!r} without a year is the last before the document"
            yield _Clue(number, number + 364, edtf.write_day(number), time.span, reason)
        elif words.lower().startswith("this "):
            yield _Clue(None, edtf.days(year, 12, 31), words, time.span, f"{words!r} is of the document's year")


def _month_day(time: TimeExpression) -> tuple[int, int | None] | None:
    """Month and day of an expression whose year the text does not say; only a day, or a month of "this" year."""
    value = (time.edtf or "").split("T")[0]
    match = re.fullmatch(r"[\dX]{4}-(\d\d)(?:-(\d\d))?", value)
    if match is None or (time.anchor == "text" and not time.inferred) or int(match[1]) > 12:
        return None
    return int(match[1]), int(match[2]) if match[2] else None


def _weekday_in(words: str) -> int | None:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    found = re.match(r"(?:on )?(?:the )?(mon|tues?|wed|thu|fri|sat|sun)[a-z.]*\b", words.lower())
    return names.index(found[1][:3]) if found else None


def _occurrence(month: int, day: int, floor: int, weekday: int | None) -> int:
    """The first such day that is not long before `floor`; of those with the weekday, where one is said."""
    year = edtf.civil(floor - _BARE)[0]
    options = [edtf.days(y, month, day) for y in range(year, year + 12) if day <= edtf.month_length(y, month)]
    options = [o for o in options if o >= floor - _BARE]
    named = [o for o in options if weekday is None or (o + 3) % 7 == weekday]
    return (named or options)[0]


def published_value(fields: Sequence[DocField]) -> str | None:
    """The best date among `fields`: given before metadata before text, stated before inferred; None without one."""
    rank = {"given": 0, "metadata": 1, "text": 2}
    best = min(
        (f for f in fields if f.name == "published"), key=lambda f: (f.inferred, rank.get(f.origin, 3)), default=None
    )
    if best is None:
        return None
    try:
        edtf.parse(best.value)
    except BadDate:
        return None
    return best.value

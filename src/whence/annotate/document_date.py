"""The document's own date: given, as the file or the address says, as the text says, or the days its words allow.

A date counts as the document's own only where a document puts it: in the lines above the first paragraph, at the head
of that paragraph, and in labelled or lone lines behind the last. Registers, births and footnotes stand elsewhere.

Reason about the text: what is told as past lies before the document; a weekday with its day and month tells the year;
what is told as coming lies after. Bounds by other documents are not made here; they use the same intervals
(`whence.text.intervals`).
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
_DAYS = frozenset({"day", "minute", "second"})
_FINE = _DAYS | {"month"}
# What stands before a date that is of a life, a register or a source, and never the day of a publication.
_OTHERS = re.compile(
    r"(?i)\b(?:d\.?o\.?b|born|birth|b\.|died|death|passport|expir\w+|valid|since|until|till|listed|registered|founded"
    r"|established|accessed|retrieved|seen|consulted|viewed|visited|meeting|hearing|session|incorporated)\b[^;|]{0,25}$"
)
_NOTE = re.compile(r"\s*(?:\[\^?\d{1,3}\]|[*†‡]\s)")
_UPDATED = re.compile(
    r"(?i)\b(?:updated|modified|mis à jour|actualizado|güncelle\w*|aktualisiert|edited|corrected)\b[^|]{0,20}$"
)
_STATED = re.compile(
    r"(?i)\b(?:published|posted|issued|released|publié|publicado|veröffentlicht|yayınla\w*|date|dated|embargoed"
    r"|edition|broadcast)\b[^|;]{0,20}$"
)
# An act that bears its own day: "Decision of 3 May 2019", "Letter dated 3 May 2019".
_ACT = re.compile(
    r"(?i)^\W*(?:\w+\s){0,3}?(?:letter|decision|judge?ment|ruling|order|notice|decree|resolution|memorandum|communiqué"
    r"|statement|circular|proclamation)\b[^.;:]{0,40}?\s(?:dated|of)\s+(?:\w+day,?\s+)?(?:the\s+)?$"
)
_ISSUE = re.compile(
    r"(?i)(?:\b(?:no|nr|vol|volume|issue|number|edition|année|year|jahrgang)\b\.?|[nN][°º])\s*(?:\d|[ivxlc]+\b)"
    r"|\b(?:print|weekend|evening|morning|sunday|special) edition\b"
)
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](?:\d\d)?\d\d")
# What is surely to come: a mere "for", "in" or a verb of the present tense is said of the past too.
_COMING = re.compile(r"\b(?:will|shall|(?:is|are) (?:due|set|to|scheduled|expected))\b[^.;!?\n]{0,60}$")
# "We said 2020, now I say 2022": a year that is said, thought or promised is no day that the text looks back on.
_SAID = re.compile(r"\b(?:say|says|said|tell|told|think|thought|guess|guessed|promised|predicted)\s+$", re.IGNORECASE)
# A text that speaks from its day, as news does.
_DEICTIC = re.compile(
    r"(?i)(?:on |late |early )?(?:yesterday|today|tonight|tomorrow|this (?:week|month|morning)|last (?:week|night)"
    r"|earlier this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
# A writer gives a day without its year for half a year or so; then the year is added.
_BARE, _SOON = 180, 90


def date_document(
    doc: Document,
    regions: Sequence[Region],
    times: Sequence[TimeExpression],
    given: Mapping[str, str],
    credits: Sequence[DocField] = (),
) -> Iterator[DocField]:
    """Yield every evidence for the document's date as a field `published`, the best first.

    `times` are the expressions of the text, found without a document date; `credits` what the cutting of the page took
    for its date, which knows the credit lines of more languages. Where nothing states the date, the words bound it:
    one field, an interval, inferred, with its reasons.
    """
    stated = [*_given(given), *_metadata(doc), *_address(doc, given), *_in_text(doc, regions, times)]
    if not any(f.origin == "text" for f in stated):
        stated.extend(_credited(credits))
    yield from stated
    if not stated:
        yield from _bounded(doc, regions, times)


def _credited(credits: Sequence[DocField]) -> Iterator[DocField]:
    for field in credits:
        if field.name == "published" and field.origin == "text" and not field.inferred:
            yield _field(field.value, "text", "credit", f"{field.reason} says {field.value}", field.span)
            return


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
    """The dates that stand where a document is dated, the plainest first: labelled, lone, in passing, updates last."""
    seen: set[str] = set()
    found: list[tuple[int, int, DocField]] = []
    page = _extent(doc, regions)
    for time in times:
        if time.anchor != "absolute" or time.precision not in _FINE or time.kind == "range" or not time.edtf:
            continue
        value = _resolved(doc, time, times)
        place = _place(doc, regions, time, page) if value else None
        if place is None or value in seen:
            continue
        seen.add(value)
        rank, words = place
        rank += 0 if time.precision in _DAYS else 3
        reason = f"the {words} says {doc.quote(time.span)!r}"
        found.append((rank, time.span.start, _field(value, "text", words, reason, time.span)))
    yield from (f for _, _, f in sorted(found, key=lambda one: one[:2]))


def _extent(doc: Document, regions: Sequence[Region]) -> tuple[int, int]:
    """Where the article's text begins and ends; the lines about it stand outside."""
    body = [r.span for r in regions if r.kind == "body"]
    return (body[0].start, body[-1].end) if body else (len(doc.text) if regions else 0, 0)


def _place(
    doc: Document, regions: Sequence[Region], time: TimeExpression, page: tuple[int, int]
) -> tuple[int, str] | None:
    """The rank and the name of the place where a date stands; None where a document's own date does not stand."""
    start, line_at = time.span.start, doc.text.rfind("\n", 0, time.span.start) + 1
    before, after = doc.text[line_at:start], doc.text[time.span.end :].partition("\n")[0]
    if _OTHERS.search(before) or _NOTE.match(doc.text[line_at : line_at + 8]):
        return None
    region = _region_of(regions, time.span)
    kind = region.kind if region else ""
    head = start < page[0]
    labelled = bool(_STATED.search(before))
    if regions and head and kind in _STATES:
        return (2 if _UPDATED.search(before) else 0 if labelled else 1), kind
    if regions and head and kind not in ("caption", "quote", "teaser", "comment", "tags"):
        if _ACT.match(before):
            return 2, "title"
        if _is_head_line(before, after):
            return (0 if labelled else 1), "head"
    if time.precision not in _DAYS:
        return None
    if regions and start >= page[1] and kind in _STATES and (labelled or not after.strip()):
        return 2, kind
    if kind not in ("", "body", "headline") or (regions and not head and start < page[1]):
        return None
    return (2, kind or "line") if _alone(doc.text, time.span) else None


def _is_head_line(before: str, after: str) -> bool:
    """Whether the line is an issue's number and day, or a date beside a label: ``No. 12 * 3 May 2019 * 2 crowns``."""
    rest = before + after
    if _ISSUE.search(rest):
        return len(rest) <= 90 and not re.search(r"[a-z][.!?]\s*$", after)
    word = re.search(r"(\w+)\W*$", before)
    return not before.strip() and len(after.strip()) < 40 and not re.match(r"\s*[a-z]", after) and word is None


def _resolved(doc: Document, time: TimeExpression, times: Sequence[TimeExpression]) -> str:
    """The day of a date; where its numbers leave day and month open, by the text's other dates; else nothing.

    ``09/12/2021`` is 9 December beside ``30/06/1977`` or beside the words "9 December 2021".
    """
    value = (time.edtf or "").split("T")[0]
    if not value.startswith("["):
        return value
    options = value.strip("[]").split(",")
    named = {t.edtf for t in times if t.edtf in options}
    if len(named) == 1:
        return named.pop() or ""
    pairs = [_NUMERIC.fullmatch(doc.quote(t.span)) for t in times]
    dayfirst = {int(p[1]) > 12 for p in pairs if p and (int(p[1]) > 12) != (int(p[2]) > 12)}
    own = _NUMERIC.fullmatch(doc.quote(time.span))
    if own is None or len(dayfirst) != 1:
        return ""
    month = int(own[2] if dayfirst.pop() else own[1])
    return next((o for o in options if int(o[5:7]) == month), "")


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
    # A day without its year can be of any later year. Beside a bare year or month it bounds nothing.
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
        if _SAID.search(doc.text[max(0, time.span.start - 20) : time.span.start]):
            continue
        first, last = edtf.bounds(time.edtf)
        words = doc.quote(time.span)
        if _COMING.search(doc.text[max(0, time.span.start - 90) : time.span.start]):
            if last is not None and time.precision in _FINE:
                yield _Clue(None, last, time.edtf, time.span, f"{words!r} is told as coming")
        elif first is not None and direction(doc.text, time.span.start, time.span.end) != "future":
            value = time.edtf.partition("/")[0].split("T")[0].rstrip("~?%")
            if "/" in time.edtf and not time.edtf.endswith("/.."):
                value = time.edtf.partition("/")[2].rstrip("~?%")
                first = edtf.bounds(value)[0]
            yield _Clue(first, None, value, time.span, f"{words!r} is told as past")


def _ceiling(clues: Sequence[_Clue], floor: _Clue) -> int | None:
    later = [c.last for c in clues if c.last is not None and floor.first is not None and c.last > floor.first]
    return min(later, default=None)


def _undated(doc: Document, times: Sequence[TimeExpression], floor: int) -> Iterator[_Clue]:
    """What days without a year tell, once a full date is known that the text speaks of as past.

    One with its weekday tells its year. Of the others two must agree, in a text that speaks from its own day: both
    soon after the full date. One alone was found right no more often than wrong.
    """
    soon: list[_Clue] = []
    for time in sorted(times, key=lambda t: t.span.start):
        words = doc.quote(time.span)
        month_day, weekday = _month_day(time), _weekday_in(words)
        if time.anchor not in ("document", "text", "none") or month_day is None:
            continue
        if direction(doc.text, time.span.start, time.span.end) == "future":
            continue
        number = _occurrence(*month_day, floor, weekday)
        reason = f"{words!r} without a year is the last before the document"
        clue = _Clue(number, number + 364, edtf.write_day(number), time.span, reason)
        if weekday is not None:
            yield clue
        elif 0 < number - floor <= _SOON:
            soon.append(clue)
    daily = any(t.anchor == "document" and _DEICTIC.match(doc.quote(t.span)) for t in times)
    yield from soon if daily and len({c.value for c in soon}) > 1 else ()


def _month_day(time: TimeExpression) -> tuple[int, int] | None:
    """Month and day of an expression whose year the text does not say."""
    value = (time.edtf or "").split("T")[0]
    match = re.fullmatch(r"[\dX]{4}-(\d\d)-(\d\d)", value)
    if match is None or (time.anchor == "text" and not time.inferred) or int(match[1]) > 12:
        return None
    return int(match[1]), int(match[2])


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

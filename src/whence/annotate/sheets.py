"""What the sheets of a list say in labelled fields: names and aliases, births, posts, seats, the day of listing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from whence.annotate.mentions.roles import find_roles
from whence.annotate.mentions.words import split_words
from whence.annotate.validity import Clock
from whence.model import Argument, Claim, Document, Maker, Mention, Sentence, Span, TimeExpression, ValidTime
from whence.text.gazetteer import is_country, is_place
from whence.text.sheets import LISTED, OTHERWISE, Field, Sheet, sheets_between, unknown
from whence.vocab import load_words

CONFIDENCE = 0.9
_POINTS = re.compile(r"(?:^|(?<=[\s;,]))\(?(?:\d{1,2}|[a-z])[):]\s+|;\s+")
_PARTS = re.compile(r"(?<!\w)(\d):\s*([^\d:]+?)(?=\s+\d:|\s*$)")
_SHOUTED = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ'’]+\b")
_QUOTES = "\"'“”‘’ "
_OF = re.compile(r"^,?\s+(?:of|for|at|in)\s+(?:the\s+)?", re.IGNORECASE)
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w'’-]*(?:\s+(?:(?:(?:of|and|for|the|de|du|&)\s+){1,2}[A-ZÀ-Þ][\w'’-]*|[A-ZÀ-Þ][\w'’-]*))*"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands (half-open code points) and as it is said: "DUDA, Ivo" is Ivo Duda."""

    start: int
    end: int
    said: str


def named_in_sheets(doc: Document, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Yield the names in the sheets of a list: who is listed, aliases, places, bodies, posts."""
    for sheet in _sheets(doc, sentences):
        kind = _kind(sheet)
        name = bearer(doc.text, sheet)
        yield Mention(doc.span(name.start, name.end), kind, "name", _maker(LISTED), name.said)
        for name in aliases(doc.text, sheet):
            yield Mention(doc.span(name.start, name.end), kind, "name", _maker(OTHERWISE), name.said)
        for field in sheet.fields:
            if field.kind in ("birthplace", "address"):
                place = town(doc.text, field)
                if place is not None:
                    yield Mention(doc.span(*place), "place", "name", _maker("sheet.field"))
            for post, body in posts(doc.text, sheet) if field.kind == "post" else ():
                yield Mention(
                    doc.span(*post), "role", "nominal", _maker("sheet.field"), doc.text[slice(*post)].casefold()
                )
                if body is not None:
                    yield Mention(doc.span(*body), _body_type(doc, body), "name", _maker("sheet.field"))


def _kind(sheet: Sheet) -> str:
    return "person" if sheet.personal else "organization"


def _maker(rule: str) -> Maker:
    return Maker("annotate.mentions", "1", rule)


def find_sheet_claims(
    doc: Document, sentence: Sentence, clock: Clock, maker: Callable[[str], Maker]
) -> Iterator[Claim]:
    """Yield what the fields of one sheet claim; each claim's evidence is the whole sheet."""
    for sheet in _sheets(doc, [sentence]):
        who = bearer(doc.text, sheet)
        kind = _kind(sheet)
        for predicate, rule, others, trigger, valid in _told(doc, sheet, clock):
            role = _BEARER[predicate]
            yield Claim(
                predicate=predicate,
                arguments=(Argument(role, doc.span(who.start, who.end), None, kind), *others),
                evidence=sentence.span,
                region="body",
                maker=maker(f"sheet.{rule}"),
                trigger=trigger,
                valid=valid,
                confidence=CONFIDENCE,
            )


_BEARER = {
    "alias_of": "bearer",
    "born": "person",
    "holds_role": "holder",
    "based_in": "body",
    "formed": "body",
    "designates": "target",
}
_Told = tuple[str, str, tuple[Argument, ...], Span, ValidTime]


@cache
def _former() -> re.Pattern[str]:
    """What stands before a post that somebody holds no more."""
    return re.compile(rf"\b(?:{'|'.join(load_words('sheets.yaml')['former'])})[\s-]+(?:the\s+)?", re.IGNORECASE)


def _told(doc: Document, sheet: Sheet, clock: Clock) -> Iterator[_Told]:
    kind = _kind(sheet)
    for name in aliases(doc.text, sheet):
        span = doc.span(name.start, name.end)
        yield "alias_of", "alias", (Argument("alias", span, None, kind),), span, ValidTime()
    yield from _born(doc, sheet, clock)
    for post, body in posts(doc.text, sheet) if sheet.personal else ():
        span = doc.span(*post)
        seat = (Argument("of", doc.span(*body), None, _body_type(doc, body)),) if body else ()
        over = any(m.end() == post[0] for m in _former().finditer(doc.text, max(0, post[0] - 20), post[0]))
        yield "holds_role", "post", (Argument("post", span, None, "role"), *seat), span, ValidTime(ends=over)
    for field in sheet.fields:
        place = town(doc.text, field) if field.kind == "address" and not sheet.personal else None
        if place is not None:
            span = doc.span(*place)
            yield "based_in", "address", (Argument("place", span, None, "place"),), span, ValidTime()
        day = _day(clock, field) if field.kind in ("founded", "listed") else None
        if day is not None and field.kind == "founded" and not sheet.personal:
            yield "formed", "founded", (), day.span, _on(day)
        if day is not None and field.kind == "listed":
            yield "designates", "listed", (), day.span, _on(day)


def _born(doc: Document, sheet: Sheet, clock: Clock) -> Iterator[_Told]:
    day = next((d for f in sheet.fields if f.kind == "born" and (d := _day(clock, f))), None)
    place = next((p for f in sheet.fields if f.kind == "birthplace" and (p := town(doc.text, f))), None)
    if not sheet.personal or (day is None and place is None):
        return
    at = [Argument("place", doc.span(*place), None, "place")] if place else []
    trigger = day.span if day is not None else at[0].span
    if trigger is not None:
        yield "born", "born", tuple(at), trigger, _on(day) if day is not None else ValidTime()


def _day(clock: Clock, field: Field) -> TimeExpression | None:
    """The one day or year that a field gives; of several ("1965 or 1966") none is the day."""
    times = [t for t in clock.within(field.start, field.end) if t.edtf and t.kind in ("date", "range")]
    return times[0] if len(times) == 1 else None


def _on(day: TimeExpression) -> ValidTime:
    return ValidTime(day.edtf, day.edtf, day.edtf, day.inferred, True, True, day.span)


def _sheets(doc: Document, sentences: Sequence[Sentence]) -> Iterator[Sheet]:
    for sentence in sentences:
        yield from sheets_between(doc.text, sentence.span.start, sentence.span.end)


def bearer(text: str, sheet: Sheet) -> Named:
    """The name of the one whom a sheet is about."""
    start, end = sheet.name
    parts = [m for m in _PARTS.finditer(text, start, end) if not _nobody(m[2])]
    if parts:
        order = sorted(parts, key=lambda m: (m[1] == "6", m.start()))  # British lists: 6 is the surname
        said = _cased(" ".join(m[2].strip(" ,.") for m in order), sheet.personal)
        return Named(parts[0].start(2), parts[-1].end(2), said)
    return _name(text, start, end, sheet.personal)


def _name(text: str, start: int, end: int, personal: bool) -> Named:
    """A name with nothing behind it, a surname before its comma put last: "DUDA, Ivo, Bar, Montenegro" is Ivo Duda."""
    pieces = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^,]+", text[start:end])]
    first = text[slice(*pieces[0])].strip()
    inverted = personal and len(pieces) > 1
    inverted = inverted and (first.isupper() or (len(pieces) == 2 and not _is_land(text, pieces[1])))
    if not inverted:
        stop = pieces[0][1] if len(pieces) > 1 and (personal or any(_is_land(text, p) for p in pieces[1:])) else end
        return Named(start, stop, _cased(text[start:stop].strip(_QUOTES), personal))
    given = text[slice(*pieces[1])].strip()
    return Named(start, pieces[1][1], _cased(f"{given} {first}", personal=True))


def _is_land(text: str, piece: tuple[int, int]) -> bool:
    words = text[slice(*piece)].strip()
    return is_country(words) or is_place(words)


def _cased(name: str, personal: bool) -> str:
    """A person's name without words in capitals throughout."""
    words = " ".join(name.split())
    return _SHOUTED.sub(lambda m: m[0].title().replace("’S", "’s"), words) if personal else words


def aliases(text: str, sheet: Sheet) -> Iterator[Named]:
    """The other names of the one whom a sheet is about; those that the list calls weak are left out."""
    own = bearer(text, sheet).said
    for field in sheet.fields:
        for start, end in _points(text, field) if field.kind == "alias" else ():
            name = _name(text, start, end, sheet.personal)
            if name.said != own and any(c.isupper() for c in name.said) and not _nobody(name.said):
                yield name


def _points(text: str, field: Field) -> Iterator[tuple[int, int]]:
    """The items of a field: "a) one b) two", "(1) ONE (2) TWO", "one; two"."""
    edges = [field.start]
    for m in _POINTS.finditer(text, field.start, field.end):
        edges += [m.start(), m.end()]
    edges.append(field.end)
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        while start < end and text[start] in _QUOTES + "\n,;(":
            start += 1
        while start < end and text[end - 1] in _QUOTES + "\n,;)":
            end -= 1
        if start < end:
            yield start, end


def posts(text: str, sheet: Sheet) -> Iterator[tuple[tuple[int, int], tuple[int, int] | None]]:
    """The posts of a sheet, each with its body where the words behind "of" are a name."""
    for field in sheet.fields:
        for start, end in _points(text, field) if field.kind == "post" else ():
            words = tuple(split_words(text, start, end))
            roles = list(find_roles(words))
            if not roles:
                continue
            whole = roles[0].last
            for role in roles[1:]:  # "Deputy", then "Deputy Chief of Staff"
                whole = max(whole, role.last) if role.first <= whole else whole
            first, last = words[roles[0].first].start, words[whole - 1].end
            former = _former().match(text, first, last)
            first = former.end() if former else first
            joint = _OF.match(text[last:end])
            land = _CAPITALS.match(text, last + joint.end(), end) if joint else None
            yield (first, last), land.span() if land else None


def town(text: str, field: Field) -> tuple[int, int] | None:
    """The town of an address, else its country: the last place that is no country; no street with a number."""
    pieces = re.finditer(r"[^,;(\n]*[^,;(\s]", text[field.start : field.end])
    spans = [(field.start + m.end() - len(m[0].lstrip()), field.start + m.end()) for m in pieces]
    known = [span for span in spans if not any(c.isdigit() for c in text[slice(*span)])]
    places = [p for p in known if _is_land(text, p)]
    towns = [p for p in places if not is_country(text[slice(*p)])]
    return towns[-1] if towns else places[-1] if places else known[0] if len(known) == 2 else None


def _body_type(doc: Document, body: tuple[int, int]) -> str:
    return "place" if _is_land(doc.text, body) else "organization"


def _nobody(words: str) -> bool:
    return words.strip(" .,").casefold() in unknown()

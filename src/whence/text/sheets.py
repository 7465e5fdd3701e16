"""Entries of a list, told by labelled fields: "DRAGAN, Ivo; DOB 12 Mar 1965; POB Bar", "Name: ... Position: ...".

Sanctions notices, wanted notices and registers print what they know of somebody as fields, not as sentences. A sheet
is found by its labels (`sheets.yaml`); a field whose value is prose is read as prose.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from whence.vocab import load_words, word_set

LISTED, OTHERWISE = "sheet", "sheet.alias"
IN_SHEETS = frozenset({LISTED, OTHERWISE})
"""The rules that read the name and the aliases of a sheet."""
LONGEST_VALUE = 200  # characters: of a field that is no prose
LONGEST_NAME = 120
TITLE_WORDS = 9
_BEFORE = 40  # characters before a line in which the end of the line before stands
PROSE_WORDS = 6  # from here on a remark is read as prose, and what stands behind it is no part of the sheet
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")
_NUMBERED = re.compile(r"(?m)^[ \t]*(?:\(?\d{1,4}[.)]|[A-Z][A-Za-z]{1,3}\.\d{3})[ \t]+(?=[A-Z\"“])")
_ROW = re.compile(r"(?m)^.*\S.*$")
_CELL = re.compile(r"(?:[^\t|]|(?<! )\|(?! ))+")
_CLOSED = re.compile(r"[;)\]]")
_KINDS = (
    "name born birthplace alias weak_alias post title nationality gender address founded listed linked number "
    "inside prose"
).split()
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.){2,}$")
_EDGE = " \t\n.;,:"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a sheet: its kind and its value, half-open code points of the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet up to its prose: where its name stands (with what is between name and fields), and its fields."""

    start: int
    end: int
    name: tuple[int, int]
    fields: tuple[Field, ...]
    personal: bool


@dataclass(frozen=True, slots=True)
class _Label:
    """A label of a field, half-open code points; `bare`: it has no colon."""

    kind: str
    start: int
    end: int
    bare: bool


def sheets_between(text: str, start: int, end: int) -> list[Sheet]:
    """The sheets that overlap a range of the text, in order."""
    found = find_sheets(text)
    first = bisect_right(found, start, key=lambda sheet: sheet.end)
    return list(found[first : bisect_left(found, end, key=lambda sheet: sheet.start)])


@lru_cache(maxsize=4)
def find_sheets(text: str) -> tuple[Sheet, ...]:
    """The sheets of a text, in order; none overlaps another."""
    if not _pattern().search(text):
        return ()
    rows = list(_rows(text))
    taken = [sheet.start for sheet in rows]
    found: list[Sheet] = list(rows)
    title: tuple[int, int] | None = None
    personal = True
    for start, end in _units(text):
        if bisect_left(taken, start) < bisect_left(taken, end):
            continue
        labels = list(_labels(text, start, end))
        if not labels:
            section = text[start:end].strip().rstrip(":").casefold()
            personal = _section(section, personal)
            title = (start, end)
            continue
        sheet = _sheet(text, start, end, labels, title, personal)
        if sheet is not None:
            found.append(sheet)
        title = None
    return tuple(sorted(found, key=lambda sheet: sheet.start))


def _rows(text: str) -> Iterator[Sheet]:
    """The rows of tables whose head names a field for each column, "Name" among them: each is a sheet."""
    kinds: list[str] = []
    for line in _ROW.finditer(text):
        cells = [(line.start() + m.start(), line.start() + m.end()) for m in _CELL.finditer(line[0])]
        if cells and not any(c.isalpha() for c in text[slice(*cells[0])]):
            cells = cells[1:]  # the row's number
        head = [_kinds().get(text[slice(*cell)].strip(" \t:").casefold(), "") for cell in cells]
        if "name" in head and any(head.count(kind) for kind in load_words("sheets.yaml")["in_tables"]):
            kinds = head
        elif len(cells) != len(kinds):
            kinds = []
        elif kinds:
            row = _row(text, line.span(), kinds, cells)
            if row is not None:
                yield row


def _row(text: str, line: tuple[int, int], kinds: Sequence[str], cells: Sequence[tuple[int, int]]) -> Sheet | None:
    fields: list[Field] = []
    end = line[1]
    name = _trimmed(text, *cells[kinds.index("name")])
    for kind, cell in zip(kinds, cells, strict=True):
        first, last = _trimmed(text, *cell)
        inside = [label for label in _labels(text, *cell) if kind != "prose"]
        if kind == "prose" and len(text[first:last].split()) >= PROSE_WORDS:
            end = min(end, first)
        elif inside:
            fields += _fields(text, inside, cell[1])
        elif kind not in ("", "name") and first < last and text[first:last].casefold() not in unknown():
            fields.append(Field(kind, first, last))
    held = tuple(f for f in fields if f.end <= end)
    if not held or name[0] >= name[1] or end < name[1]:
        return None
    told = {f.kind for f in held} & set(load_words("sheets.yaml")["personal"])
    until = max(name[1], held[-1].end)
    return Sheet(line[0] + len(text[slice(*line)]) - len(text[slice(*line)].lstrip()), until, name, held, bool(told))


def _section(words: str, before: bool) -> bool:
    lists = load_words("sheets.yaml")
    last = words.split()[-1:] if "following" not in words else words.split()
    if any(w.strip(".,:") in lists["bodies"] for w in last):
        return False
    return True if any(w.strip(".,:") in lists["persons"] for w in last) else before


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs, parted where a numbered sheet, a new "Name:" or a line of its own for the next one begins inside."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        cuts = {m.start() for m in _NUMBERED.finditer(text, start, end)} - {start}
        cuts |= {m.start() for m in _name_lines().finditer(text, start + 1, end)}
        cuts |= set(_entry_lines(text, start, end))
        edges = [start, *sorted(cuts), end]
        yield from ((a, b) for a, b in pairwise(edges) if text[a:b].strip())


def _entry_lines(text: str, start: int, end: int) -> Iterator[int]:
    """Where a line begins with a name and a label behind it, and the line before it has ended."""
    for line in _ROW.finditer(text, start, end):
        before = text[max(start, line.start() - _BEFORE) : line.start()].rstrip()
        if before[-1:] in (".", ":") and not _ABBREVIATED.search(before) and text[line.start()].isupper():
            first = next(_labels(text, *line.span()), None)
            if first is not None and first.bare and text[line.start() : first.start].strip(" ;(,"):
                yield line.start()


def _labels(text: str, start: int, end: int) -> Iterator[_Label]:
    kinds = _kinds()
    for m in _pattern().finditer(text, start, end):
        words = " ".join(m["label"].casefold().split())
        bare = m["colon"] is None
        if not bare or (words in _bare() and _opens(text, start, m.start())):
            yield _Label(kinds[words], m.start(), m.end(), bare)


def _opens(text: str, start: int, at: int) -> bool:
    """Whether a label without a colon opens a field: behind ";", "(" or "," or at the head of a line."""
    before = text[start:at].rstrip(" \t")
    return not before or before[-1] in ";(,\n"


def _sheet(
    text: str, start: int, end: int, labels: Sequence[_Label], title: tuple[int, int] | None, personal: bool
) -> Sheet | None:
    lists = load_words("sheets.yaml")
    kinds = {label.kind for label in labels}
    if len(kinds & set(lists["telling"])) < 2 or not _bounded(text, labels, end):
        return None
    fields = tuple(_fields(text, labels, end))
    own = next((f for f in fields if f.kind == "name"), None)
    numbered = _NUMBERED.match(text, start, end)
    head = (numbered.end() if numbered else start, labels[0].start)
    begin = start
    if own is not None:
        name = own.start, own.end
    elif text[slice(*head)].strip(" \t\n(-–:;,") and head[1] - head[0] <= LONGEST_NAME:
        name = _trimmed(text, *head)
    elif title is not None and len(text[slice(*title)].split()) <= TITLE_WORDS and not text[slice(*head)].strip():
        above = _NUMBERED.match(text, *title)
        name = _trimmed(text, above.end() if above else title[0], title[1])
        begin = title[0]
    else:
        return None
    if not any(c.isupper() for c in text[slice(*name)]):
        return None
    told = bool(kinds & set(lists["personal"])) or "(individual)" in text[start:end]
    until = next(
        (f.start for f in fields if f.kind == "prose" and len(text[f.start : f.end].split()) >= PROSE_WORDS), end
    )
    fields = tuple(f for f in fields if f.end <= until)
    last = max((f.end for f in fields), default=name[1])
    return Sheet(begin, max(last, name[1]), name, fields, told or (personal and "founded" not in kinds))


def _bounded(text: str, labels: Sequence[_Label], end: int) -> bool:
    """Whether no value runs on as a sentence does: a label inside prose makes no sheet."""
    stops = [label.start for label in labels[1:]] + [end]
    return all(
        label.kind == "prose" or len(text[label.end : stop].split("\n\n")[0]) <= LONGEST_VALUE
        for label, stop in zip(labels, stops, strict=True)
    )


def _fields(text: str, labels: Sequence[_Label], end: int) -> Iterator[Field]:
    stops = [label.start for label in labels[1:]] + [end]
    for label, stop in zip(labels, stops, strict=True):
        if label.bare:
            closed = _CLOSED.search(text, label.end, stop)
            stop = closed.start() if closed else stop
        first, last = _trimmed(text, label.end, stop)
        if first < last and text[first:last].casefold() not in unknown():
            yield Field(label.kind, first, last)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE + "(" and not _ABBREVIATED.search(text, start, end):
        end -= 1
    return start, end


@cache
def _kinds() -> Mapping[str, str]:
    return {word: kind for kind in _KINDS for word in load_words("sheets.yaml")[kind]}


def unknown() -> frozenset[str]:
    """The values that say that a field is empty."""
    return word_set("sheets.yaml", "unknown")


def _bare() -> frozenset[str]:
    return word_set("sheets.yaml", "bare")


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_kinds(), key=lambda w: (-len(w), w))
    label = "|".join(r"\s+".join(map(re.escape, w.split())) for w in words)
    return re.compile(rf"(?i)(?<![\w-])(?P<label>{label})(?:\(s\)|s\b)?[ \t]*\)?(?:(?P<colon>:)|(?=\s))")


@cache
def _name_lines() -> re.Pattern[str]:
    names = "|".join(map(re.escape, load_words("sheets.yaml")["name"]))
    return re.compile(rf"(?im)^[ \t]*(?:{names})[ \t]*:")

"""The spreadsheet that an analyst keeps, read as claims of their own: headings guessed, every bad row named.

Nothing is written here; `whence.entering` appends what is good.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from whence.entering import date_of, entry_of
from whence.errors import BadEntry, BadVocabulary, UnknownName, WhenceError
from whence.model import Entry
from whence.store import CaseView
from whence.text.fold import fold
from whence.vocab import load_words, predicates
from whence.vocab.load import parse_yaml

MEANINGS = (
    "predicate", "subject", "object", "start", "end", "date", "source", "published", "page", "sentence", "certainty",
    "polarity", "said_by", "ignore",
)  # fmt: skip
_DATES: tuple[str, ...] = ("start", "end", "date")
_OPTIONS = frozenset({"columns", "predicate", "predicates", "date_order"})
_DELIMITERS = ",;\t|"
_YES = frozenset({"affirmed", "yes", "y", "true", "positive", "1", "x"})
_NO = frozenset({"denied", "no", "n", "false", "negative", "negated", "not", "0"})
_MANY = frozenset({"ignore"})  # what any number of columns may hold
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
_SERIAL = re.compile(r"([2-6]\d{4})(?:\.\d+)?")  # days since the end of 1899, as Excel counts: 1954 to 2091
_FLOAT = re.compile(r"(\d{4})\.0+")
_COMPACT = re.compile(r"((?:1[5-9]|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A spreadsheet: its file name, its headings, and its rows, each with the line it begins on."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the columns hold: heading to meaning (a role, or one of `MEANINGS`), and what rows leave unsaid."""

    columns: Mapping[str, str]
    predicate: str
    predicates: Mapping[str, str]
    date_order: str
    passed: Mapping[str, str] = field(default_factory=dict)
    """Columns whose heading says the same as another's, which was taken: heading to meaning."""

    def lines(self) -> list[str]:
        """The plan in words, a line for each column."""
        out = [f"  {heading!r} → {meaning}{self._why(heading)}" for heading, meaning in self.columns.items()]
        if self.predicate:
            out.append(f"  every row without a predicate of its own → {self.predicate}")
        return ["Columns:", *out]

    def _why(self, heading: str) -> str:
        meaning = self.passed.get(heading)
        return f" (another column is the {meaning}; --column {heading!r}={meaning} takes this one)" if meaning else ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be entered."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot, and why."""

    number: int
    reason: str


def read_sheet(path: Path) -> Sheet:
    """The CSV file at `path`: any of the common delimiters, UTF-8, UTF-16 or the old Western encoding.

    Raises `BadEntry` for what is no CSV.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadEntry(f"{path} cannot be read: {error.strerror}", "Name a CSV file.") from error
    if data.startswith(_WORKBOOKS):
        raise BadEntry(f"{path.name} is a workbook, not CSV", "Save its sheet as 'CSV UTF-8' and import that file.")
    text = _decoded(data)
    told = _SEPARATOR.match(text)
    body = text[told.end() :] if told else text
    delimiter = told[1] if told else max(_DELIMITERS, key=body.partition("\n")[0].count)
    before = 1 if told else 0
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    rows, begins = [], before + 1
    try:
        for cells in reader:
            rows.append((begins, tuple(cell.strip() for cell in cells)))
            begins = before + reader.line_num + 1
    except csv.Error as error:
        raise BadEntry(f"{path.name}, line {begins}: {error}", "Save the sheet as CSV anew.") from error
    filled = [(number, cells) for number, cells in rows if any(cells)]
    while len(filled) > 2 and _alone(filled[0][1]) and not _alone(filled[1][1]):
        filled.pop(0)  # a title over the table
    if len(filled) < 2:
        raise BadEntry(f"{path.name} has no rows below its headings", "Save the sheet as CSV with a row of headings.")
    return Sheet(path.name, filled[0][1], tuple(filled[1:]))


def _alone(cells: Sequence[str]) -> bool:
    return sum(map(bool, cells)) == 1


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def mapped(
    sheet: Sheet, file: Path | None, columns: Mapping[str, str], predicate_name: str | None, date_order: str
) -> Plan:
    """What each column holds: as `columns` say, else the YAML `file`, else guessed from the heading.

    Raises `UnknownName` for a heading that is not there or a meaning that is none, `BadEntry` when nothing says what
    is claimed.
    """
    told = _mapping(file) if file else {}
    said = {str(h): str(meaning) for h, meaning in {**told.get("columns", {}), **columns}.items()}
    for heading in said:
        if fold(heading) not in map(fold, sheet.headings):
            raise UnknownName(f"heading of {sheet.name}", heading, filter(None, sheet.headings))
    held, passed = _held(sheet, said)
    plan = Plan(
        held,
        predicate_name or str(told.get("predicate", "")),
        {fold(str(k)): str(v) for k, v in told.get("predicates", {}).items()},
        date_order or str(told.get("date_order", "")),
        passed,
    )
    names = [plan.predicate, *plan.predicates.values()]
    for name in filter(None, names):
        if name not in predicates():
            raise UnknownName("predicate", name, predicates())
    return _with_predicate(sheet, plan)


def _held(sheet: Sheet, said: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What each column holds, and which are passed over because another holds the same."""
    folded = [fold(h) for h in sheet.headings if h]
    twice = next((h for h in sheet.headings if h and folded.count(fold(h)) > 1), None)
    if twice is not None:
        step = "Give each a heading of its own, or leave the one that is not needed empty."
        raise BadEntry(f"{sheet.name}: the heading {twice!r} stands over several columns", step)
    cells = {h: [row[i] for _, row in sheet.rows if i < len(row)] for i, h in enumerate(sheet.headings) if h}
    told = {h: meaning for h in cells if (meaning := _told(said, h)) is not None}
    held, passed = dict[str, str](), dict[str, str]()
    for heading, column in cells.items():
        meaning = told.get(heading) or _guess(heading, column)
        if heading not in told and meaning not in _MANY and meaning in {*told.values(), *held.values()}:
            passed[heading], meaning = meaning, "ignore"
        elif meaning in _ONE and meaning in held.values():
            other = next(h for h, m in held.items() if m == meaning)
            raise BadEntry(
                f"{other!r} and {heading!r} are both said to hold the {meaning}", "Map one of them to ignore."
            )
        held[heading] = meaning
    return held, passed


def _mapping(file: Path) -> Mapping[str, Any]:
    try:
        raw = parse_yaml(file)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise BadEntry(f"{file} cannot be read: {reason}", "Name a YAML file with --map.") from error
    except BadVocabulary as error:
        raise BadEntry(f"{file.name} is no YAML: {error.problem}", "Mend it, or use --column instead.") from error
    for key in ("columns", "predicates"):
        if isinstance(raw, dict) and not isinstance(raw.get(key, {}), dict):
            raise BadEntry(f"{file.name}: {key} is no table", f"Write {key}: {{HEADING: MEANING}}.")
    if not isinstance(raw, dict) or set(raw) - _OPTIONS:
        stray = sorted(map(str, set(raw) - _OPTIONS)) if isinstance(raw, dict) else [type(raw).__name__]
        raise BadEntry(
            f"{file.name}: {', '.join(stray)} is not known there", f"A mapping may have {', '.join(sorted(_OPTIONS))}."
        )
    return raw


def _told(said: Mapping[str, str], heading: str) -> str | None:
    """What a person said that a column holds; raises `UnknownName` for what none can."""
    own = next((meaning for h, meaning in said.items() if fold(h) == fold(heading)), None)
    known = [*MEANINGS, *sorted({role for p in predicates().values() for role in p.roles})]
    if own is not None and own not in known:
        step = f"A column holds {', '.join(MEANINGS)}, or a role such as holder or target."
        raise UnknownName("meaning of a column", own, known, step)
    return own


def _guess(heading: str, cells: Sequence[str]) -> str:
    """What a heading says its column holds: the name of a role, one of the common words, else nothing.

    A column holds dates only where there are figures in it: ``from`` and ``to`` may be two names. One of web addresses
    is where things stand, whatever "link" may mean elsewhere.
    """
    filled = [cell for cell in cells if cell]
    if filled and all(re.match(r"https?://|www\.", cell) for cell in filled):
        return "source"
    figures = any(c.isdigit() for cell in filled for c in cell)
    plain = fold(heading).replace("_", " ").strip(" :?")
    words = load_words("spreadsheet.yaml")
    fitting = [meaning for meaning, forms in words.items() if plain in map(fold, forms)]
    dated = [meaning for meaning in fitting if meaning in _DATES]
    listed = next(iter(dated if figures and dated else [m for m in fitting if m not in _DATES]), None)
    roles = {role for p in predicates().values() for role in p.roles}
    return listed or (plain if plain in roles else "ignore")


def _with_predicate(sheet: Sheet, plan: Plan) -> Plan:
    """The plan, with the predicate that its columns speak of, where nothing else names one: of posts `holds_role`."""
    held = set(plan.columns.values())
    if plan.predicate or "predicate" in held:
        return plan
    if "post" in held:
        return replace(plan, predicate="holds_role")
    roles = held - set(MEANINGS)
    fitting = [p.name for p in predicates().values() if _required(p.name) <= held and roles <= set(p.roles)]
    if len(fitting) == 1:
        return replace(plan, predicate=fitting[0])
    heard = ", ".join(f"{h!r} is the {meaning}" for h, meaning in plan.columns.items() if meaning != "ignore")
    raise BadEntry(
        f"{sheet.name}: no column says what is claimed ({heard or 'none of its headings is known'})",
        "Name it with --predicate, or a column of predicates with --column HEADING=predicate.",
    )


def _required(name: str) -> set[str]:
    required = {r.name for r in predicates()[name].roles.values() if r.required}
    return required or {"-"}


def rows_of(view: CaseView, sheet: Sheet, plan: Plan) -> tuple[list[Row], list[BadRow]]:
    """The rows as entries, and those that cannot be: each is tried by itself."""
    good, bad = [], []
    for number, cells in sheet.rows:
        try:
            good.append(Row(number, _entry(view, sheet, plan, number, cells)))
        except WhenceError as error:
            bad.append(BadRow(number, str(error)))
    return good, bad


def _entry(view: CaseView, sheet: Sheet, plan: Plan, number: int, cells: Sequence[str]) -> Entry:
    if len(cells) > len(sheet.headings):
        raise BadEntry(f"it has {len(cells)} cells under {len(sheet.headings)} headings", "Quote cells with commas.")
    said: dict[str, str] = {}
    args: list[tuple[str, str]] = []
    columns = zip(sheet.headings, cells, strict=False)
    named = [(m, _filled(m, h, cell)) for h, cell in columns if (m := plan.columns.get(h, "ignore")) != "ignore"]
    name = _predicate(plan, next((cell for meaning, cell in named if meaning == "predicate"), ""))
    roles = list(predicates()[name].roles)
    for meaning, cell in named:
        if not cell or meaning == "predicate":
            continue
        role = {"subject": roles[0], "object": roles[min(1, len(roles) - 1)]}.get(meaning, meaning)
        if meaning == "to" and "to" not in roles:
            role = roles[min(1, len(roles) - 1)]
        if role in roles and meaning not in _STATED:
            args += [(role, part) for part in _parts(cell)]
        elif meaning in MEANINGS:
            said[meaning] = cell
        else:
            raise UnknownName(f"role of {name}", meaning, roles)
    dates = {key: _date(said[key], plan) for key in _DATES if key in said}
    return entry_of(
        view,
        name,
        args,
        dates,
        polarity=said.get("polarity") or None,
        certainty=_certainty(said.get("certainty", "")),
        sentence=" ".join(said.get("sentence", "").split()),
        source=said.get("source", ""),
        page=_page(said.get("page", "")),
        published=_date(said.get("published", ""), plan) or "",
        said_by=said.get("said_by", ""),
        row=f"{sheet.name} row {number}",
    )


def _filled(meaning: str, heading: str, cell: str) -> str:
    """What a cell says; '' for what people write into a cell that holds nothing."""
    words = load_words("spreadsheet_cells.yaml")
    plain = " ".join(cell.casefold().split())
    if plain in words["empty"] or (meaning in _STATED and plain in words["unknown"]):
        return ""
    if meaning in ("end", "to") and plain in words["still"]:
        return ""
    return _polarity(cell, negated="negat" in fold(heading)) if meaning == "polarity" and cell else cell


def _polarity(cell: str, *, negated: bool) -> str:
    """`negated`: the column tells whether a claim is denied, not whether it is affirmed."""
    plain = fold(cell)
    if plain not in _YES | _NO:
        raise BadEntry(f"the polarity is {cell!r}", "Write affirmed or denied, yes or no.")
    if plain in ("affirmed", "denied", "negated", "negative", "positive"):
        return "affirmed" if plain in _YES else "denied"
    return "denied" if (plain in _YES) == negated else "affirmed"


def _date(cell: str, plan: Plan) -> str:
    """One date of a spreadsheet in EDTF; raises `BadEntry`, also for the number that Excel keeps in a date's place."""
    whole = _FLOAT.fullmatch(cell)
    if whole:
        return whole[1]
    if together := _COMPACT.fullmatch(cell):
        return "-".join(together.groups())
    if serial := _SERIAL.fullmatch(cell):
        day = date(1899, 12, 30) + timedelta(days=int(serial[1]))
        step = f"Format the column as dates and save the sheet again, or write {day}."
        raise BadEntry(f"{cell!r} is Excel's number of a day, {day}", step)
    found = date_of(cell, order=plan.date_order, or_say=", or say which comes first with --date-order")
    return found.partition("T")[0]


_ONE = frozenset(MEANINGS) - _MANY - {"subject", "object"}
_STATED = frozenset({"start", "end", "date", "source", "published", "page", "sentence", "certainty", "polarity"})


def _parts(cell: str) -> list[str]:
    """Several names in one cell stand on lines of their own, or behind semicolons."""
    return [part.strip() for line in cell.splitlines() for part in line.split(";") if part.strip()]


def _predicate(plan: Plan, cell: str) -> str:
    plain = fold(cell)
    if not plain:
        if not plan.predicate:
            raise BadEntry("no predicate", "Fill the cell, or name one for all such rows with --predicate.")
        return plan.predicate
    if plain in plan.predicates:
        return plan.predicates[plain]
    name = plain.replace(" ", "_")
    if name in predicates():
        return name
    step = f"Say what it means in a --map file, such as predicates: {{{cell}: owns}}."
    raise UnknownName("predicate", cell, [p.replace("_", " ") for p in predicates()], step)


def _certainty(cell: str) -> str | None:
    return fold(cell).replace(" ", "_") or None


def _page(cell: str) -> int | None:
    digits = "".join(c for c in cell.replace("–", "-").split("-")[0] if c.isdigit())
    if cell and not digits:
        raise BadEntry(f"the page is {cell!r}", "Write a number.")
    return int(digits) if digits else None

"""The spreadsheet that an analyst keeps, read as claims of their own: headings guessed, every bad row named.

Nothing is written here; `whence.entering` appends what is good.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whence.entering import date_of, entry_of
from whence.errors import BadEntry, UnknownName, WhenceError
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
_DENIED = frozenset({"denied", "no", "false", "negative", "negated", "not", "0"})


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

    def lines(self) -> list[str]:
        """The plan in words, a line for each column."""
        out = [f"  {heading!r} → {meaning}" for heading, meaning in self.columns.items()]
        if self.predicate:
            out.append(f"  every row without a predicate of its own → {self.predicate}")
        return ["Columns:", *out]


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
    """The CSV file at `path`: any of the common delimiters, UTF-8 or the old Western encoding. Raises `BadEntry`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadEntry(f"{path} cannot be read: {error.strerror}", "Name a CSV file.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, begins = [], 1
    for cells in reader:
        rows.append((begins, tuple(cell.strip() for cell in cells)))
        begins = reader.line_num + 1
    filled = [(number, cells) for number, cells in rows if any(cells)]
    if len(filled) < 2:
        raise BadEntry(f"{path.name} has no rows below its headings", "Save the sheet as CSV with a row of headings.")
    return Sheet(path.name, filled[0][1], tuple(filled[1:]))


def mapped(
    sheet: Sheet, file: Path | None, columns: Mapping[str, str], predicate_name: str | None, date_order: str
) -> Plan:
    """What each column holds: as `columns` say, else the YAML `file`, else guessed from the heading.

    Raises `UnknownName` for a heading that is not there or a meaning that is none, `BadEntry` when nothing says what
    is claimed.
    """
    told = _mapping(file) if file else {}
    said = {**told.get("columns", {}), **columns}
    headed = list(enumerate(sheet.headings))
    plan = Plan(
        {h: _meaning(said, h, [row[i] for _, row in sheet.rows if i < len(row)]) for i, h in headed if h},
        predicate_name or str(told.get("predicate", "")),
        {fold(str(k)): str(v) for k, v in told.get("predicates", {}).items()},
        date_order or str(told.get("date_order", "")),
    )
    for heading in said:
        if fold(heading) not in map(fold, sheet.headings):
            raise UnknownName("heading of this sheet", heading, sheet.headings)
    names = [plan.predicate, *plan.predicates.values()]
    for name in filter(None, names):
        if name not in predicates():
            raise UnknownName("predicate", name, predicates())
    return _with_predicate(plan)


def _mapping(file: Path) -> Mapping[str, Any]:
    raw = parse_yaml(file)
    if not isinstance(raw, dict) or set(raw) - _OPTIONS:
        stray = sorted(map(str, set(raw) - _OPTIONS)) if isinstance(raw, dict) else [type(raw).__name__]
        raise BadEntry(
            f"{file.name}: {', '.join(stray)} is not known there", f"A mapping may have {', '.join(sorted(_OPTIONS))}."
        )
    return raw


def _meaning(said: Mapping[str, str], heading: str, cells: Sequence[str]) -> str:
    own = next((meaning for h, meaning in said.items() if fold(h) == fold(heading)), None)
    if own is None:
        return _guess(heading, any(c.isdigit() for cell in cells for c in cell))
    known = {*MEANINGS, *(role for p in predicates().values() for role in p.roles)}
    if own not in known:
        raise UnknownName("meaning of a column", own, known)
    return own


def _guess(heading: str, figures: bool) -> str:
    """What a heading says its column holds: the name of a role, one of the common words, else nothing.

    A column holds dates only where there are figures in it: ``from`` and ``to`` may be two names.
    """
    plain = fold(heading).replace("_", " ").strip(" :?")
    words = load_words("spreadsheet.yaml")
    fitting = [meaning for meaning, forms in words.items() if plain in map(fold, forms)]
    dated = [meaning for meaning in fitting if meaning in _DATES]
    listed = next(iter(dated if figures and dated else [m for m in fitting if m not in _DATES]), None)
    roles = {role for p in predicates().values() for role in p.roles}
    return listed or (plain if plain in roles else "ignore")


def _with_predicate(plan: Plan) -> Plan:
    """The plan, with `holds_role` where the columns speak of posts and nothing else names a predicate."""
    held = set(plan.columns.values())
    if plan.predicate or "predicate" in held:
        return plan
    if "post" in held:
        return Plan(plan.columns, "holds_role", plan.predicates, plan.date_order)
    fitting = [p.name for p in predicates().values() if _required(p.name) <= held]
    if len(fitting) == 1:
        return Plan(plan.columns, fitting[0], plan.predicates, plan.date_order)
    raise BadEntry(
        "no column says what is claimed", "Name it with --predicate, or a column of predicates with --column."
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
    named = [(plan.columns.get(h, "ignore"), cell) for h, cell in zip(sheet.headings, cells, strict=False)]
    name = _predicate(plan, next((cell for meaning, cell in named if meaning == "predicate"), ""))
    roles = list(predicates()[name].roles)
    for meaning, cell in named:
        if not cell or meaning in ("ignore", "predicate"):
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
    dates = {key: date_of(said[key], order=plan.date_order) for key in _DATES if key in said}
    return entry_of(
        view,
        name,
        args,
        dates,
        polarity="denied" if fold(said.get("polarity", "")) in _DENIED else None,
        certainty=_certainty(said.get("certainty", "")),
        sentence=" ".join(said.get("sentence", "").split()),
        source=said.get("source", ""),
        page=_page(said.get("page", "")),
        published=date_of(said.get("published", ""), order=plan.date_order),
        said_by=said.get("said_by", ""),
        row=f"{sheet.name} row {number}",
    )


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
    raise UnknownName("predicate", cell, [p.replace("_", " ") for p in predicates()])


def _certainty(cell: str) -> str | None:
    return fold(cell).replace(" ", "_") or None


def _page(cell: str) -> int | None:
    digits = "".join(c for c in cell.replace("–", "-").split("-")[0] if c.isdigit())
    if cell and not digits:
        raise BadEntry(f"the page is {cell!r}", "Write a number.")
    return int(digits) if digits else None

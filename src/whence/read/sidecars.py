"""What lies beside a document and tells about it: `article.meta.yaml`, or one `meta.csv` for a folder."""

import csv
import io
from pathlib import Path
from typing import Any

import yaml

from whence.model import Problem
from whence.read.encodings import decode
from whence.read.given import KEYS, check_given

SUFFIX = ".meta.yaml"
TABLE = "meta.csv"
FILE_COLUMNS = ("file", "filename", "path", "source")
MOST = 64 * 1024 * 1024


def is_sidecar(name: str) -> bool:
    """Whether a file of this name tells about others and is no document itself."""
    return name == TABLE or name.endswith((SUFFIX, ".meta.yml"))


def stems_of(name: str) -> tuple[str, str]:
    """The names under which a sidecar for the file `name` may be filed: `article.txt` and `article`."""
    return name, name.rsplit(".", 1)[0] if "." in name[1:] else name


def read_sidecar(path: Path, source: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What a sidecar gives, and the problem of what is wrong in it, if anything."""
    try:
        # Everything is read as a string: YAML would turn 2017-03-05 into a date and 2017 into a number.
        raw = yaml.load(decode(path.read_bytes()[:MOST]).text, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, OSError, ValueError, RecursionError) as error:
        return {}, (_problem(source, f"it cannot be read ({' '.join(str(error).split())[:200]})"),)
    if raw is None:
        return {}, ()
    if not isinstance(raw, dict):
        return {}, (_problem(source, "it is not a table of key: value"),)
    flat = {
        str(k): v if isinstance(v, str) else "; ".join(map(str, v)) if isinstance(v, list) else str(v)
        for k, v in raw.items()
    }
    return _checked(flat, source)


def read_table(path: Path, source: str) -> tuple[dict[str, dict[str, str]], tuple[Problem, ...]]:
    """What a folder's `meta.csv` gives by file, and the problems of its rows."""
    try:
        rows = list(csv.reader(io.StringIO(decode(path.read_bytes()[:MOST]).text, newline=""), strict=False))
    except (csv.Error, OSError) as error:
        return {}, (_problem(source, f"it cannot be read ({error})"),)
    if not rows:
        return {}, ()
    header = [cell.strip().lower() for cell in rows[0]]
    column = next((header.index(name) for name in FILE_COLUMNS if name in header), None)
    if column is None:
        return {}, (_problem(source, f"its first line has no column {FILE_COLUMNS[0]!r}"),)
    table: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    unknown = [name for name in header if name and name not in (*KEYS, header[column])]
    if unknown:
        problems.append(_problem(source, f"the columns {', '.join(unknown)} are not among {', '.join(KEYS)}"))
    for number, row in enumerate(rows[1:], 2):
        _take_row(header, column, row, f"{source}#{number}", table, problems)
    return table, tuple(problems)


def _take_row(
    header: list[str],
    column: int,
    row: list[str],
    source: str,
    table: dict[str, dict[str, str]],
    problems: list[Problem],
) -> None:
    if not any(cell.strip() for cell in row):
        return
    cells: dict[str, Any] = dict(zip(header, row, strict=False))
    name = row[column].strip().replace("\\", "/").removeprefix("./") if column < len(row) else ""
    if not name or name in table:
        problems.append(_problem(source, f"the file {name!r} stands twice" if name else "the row names no file"))
        return
    table[name], wrong = _checked({k: v for k, v in cells.items() if k in KEYS}, source)
    problems += wrong


def _checked(raw: dict[str, str], source: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    given, wrong = check_given(raw)
    return given, (_problem(source, "; ".join(wrong)),) if wrong else ()


def _problem(source: str, reason: str) -> Problem:
    return Problem(source, "metadata", reason, f"Correct it (keys: {', '.join(KEYS)}) and ingest the folder again.")

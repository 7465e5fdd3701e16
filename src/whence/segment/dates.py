"""Dates that stand alone: the line under a headline, not the sentence about a day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whence.vocab import load_words

_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_CLOCK = (
    r"(?:[\s,|·•–-]*(?:(?:at|à|a las|um)\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?)?"
    r"\s*(?:\(?(?:[A-Z]{2,5}|local time|uhr)(?:[+-]\d{1,4})?\)?)?)?"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full or partial calendar date in EDTF (a day, a month or a year), at offsets of the text that was searched."""

    start: int
    end: int
    edtf: str
    updated: bool = False
    labelled: bool = False


def alternatives(words: Iterable[str]) -> str:
    """The words for a regular expression, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _months() -> dict[str, int]:
    return {w: int(n) for n, names in load_words("regions.months.yaml").items() for w in names}


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = f"(?P<month>{alternatives(list(_months()))})\\.?"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?"
    forms = (
        r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)",
        rf"\b{month}\s*{day},?\s*,?\s+{_YEAR}\b",
        rf"\b{day}[\s-]+(?:de |of )?{month}[\s,-]+(?:de |del )?{_YEAR}\b",
        rf"\b(?P<day>[0-3]?\d)(?P<sep>[./-])(?P<num>[01]?\d)(?P=sep){_YEAR}\b",
        rf"\b(?P<num>[01]?\d)(?P<sep>[/-])(?P<day>[0-3]?\d)(?P=sep){_YEAR}\b",
        rf"\b{_YEAR}(?P<sep>[./])(?P<num>[01]\d)(?P=sep)(?P<day>[0-3]\d)\b",
        rf"(?<!\d\s)(?<!\d[-/])\b{month},?\s+(?:de |del )?{_YEAR}\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load_words("regions.dates.yaml")
    days = alternatives(list(words["weekdays"]))
    label = alternatives([*words["published"], *words["updated"]])
    before = re.compile(rf"(?:(?P<label>{label})\s*[:.|-]?\s*)?(?:(?:{days})\b\.?,?\s*)?(?:le |el )?$", re.IGNORECASE)
    updated = re.compile(rf"(?:{alternatives(list(words['updated']))})", re.IGNORECASE)
    after = re.compile(_CLOCK + rf"(?:[\s,(]*(?:{days})\b\)?)?", re.IGNORECASE)
    return before, updated, after


def find_date(text: str, start: int = 0) -> FoundDate | None:
    """The first calendar date with a year in `text` from `start`, its label and clock time inside its offsets."""
    found = [m for p in _patterns() for m in [p.search(text, start)] if m and _edtf(m)]
    if not found:
        return None
    match = min(found, key=lambda m: (m.start(), -m.end()))
    before, updated, after = _around()
    head = before.search(text, max(start, match.start() - 60), match.start())
    tail = after.match(text, match.end())
    label = head.group("label") if head else None
    return FoundDate(
        head.start() if head else match.start(),
        tail.end() if tail else match.end(),
        _edtf(match),
        bool(label and updated.fullmatch(label)),
        bool(label and len(label) > 2),
    )


def find_dates(text: str) -> list[FoundDate]:
    """All dates of a short `text`, in order."""
    dates, at = [], 0
    while (one := find_date(text, at)) is not None:
        dates.append(one)
        at = max(one.end, at + 1)
    return dates


def _edtf(match: re.Match[str]) -> str:
    """The date as EDTF, or an empty string where day and month cannot be told apart or do not exist."""
    groups = match.groupdict()
    if groups.get("iso"):
        return str(groups["iso"]) if _exists(*map(int, groups["iso"].split("-"))) else ""
    year, day = int(groups["year"]), int(groups.get("day") or 0)
    if groups.get("month"):
        month = _months().get(groups["month"].casefold(), 0)
    else:
        month = int(groups.get("num") or 0)
        if (
            groups.get("sep") in {"/", "-"}
            and match.group().find(str(groups["year"])) > 2
            and day <= 12
            and month <= 12
        ):
            return "" if day != month else f"{year}-{month:02}-{day:02}"
    if "day" not in groups or groups["day"] is None:
        return f"{year}-{month:02}" if month else ""
    return f"{year}-{month:02}-{day:02}" if _exists(year, month, day) else ""


def _exists(year: int, month: int, day: int) -> bool:
    longest = 31 if month in {1, 3, 5, 7, 8, 10, 12} else 30 if month != 2 else 29
    return year > 0 and 1 <= month <= 12 and 1 <= day <= longest

"""What the crawler or the analyst knows about a document, checked: title, author, publisher, published, url, grade."""

import re
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime

KEYS = ("title", "author", "publisher", "published", "url", "grade")
EDTF = re.compile(r"-?\d{4}(?:-\d{2}(?:-\d{2})?)?[?~%]?|\d{3}X|\d{2}XX|\d{4}-XX|\d{4}-(?:\d{2}|XX)-XX")
STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}.*")
DIGITS = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})(?:[T ]?\d{2}:?\d{2}.*)?")
GRADE = re.compile(r"[A-Fa-f][1-6]?")


def published_of(value: str) -> str | None:
    """`value` as EDTF: itself, or the day of a time stamp; None where it is neither."""
    value = value.strip()
    if EDTF.fullmatch(value):
        return value if _in_calendar(value) else None
    stamp = STAMP.fullmatch(value)
    if stamp:
        return stamp[1] if _in_calendar(stamp[1]) else None
    digits = DIGITS.fullmatch(value)
    if digits:
        day = "-".join(digits.groups())
        return day if _in_calendar(day) else None
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def check_given(raw: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The usable part of `raw`, and in words what is wrong with the rest."""
    good: dict[str, str] = {}
    bad: list[str] = []
    for key, value in raw.items():
        value = value.strip()
        if key not in KEYS:
            bad.append(f"the key {key!r} is not one of {', '.join(KEYS)}")
        elif value:
            checked = _check(key, value)
            if checked is None:
                bad.append(f"{key} is {value!r}, which is not {_wanted(key)}")
            else:
                good[key] = checked
    return good, bad


def _check(key: str, value: str) -> str | None:
    if key == "published":
        return published_of(value)
    if key == "grade":
        return value.upper() if GRADE.fullmatch(value) else None
    return value


def _wanted(key: str) -> str:
    return "a date such as 2017-03-05, 2017-03 or 2017" if key == "published" else "an Admiralty grade such as B2"


def _in_calendar(value: str) -> bool:
    """Whether the digits of `value` name a month, and a day of it, that exist."""
    parts = value.rstrip("?~%").lstrip("-").split("-")
    if len(parts) > 1 and parts[1].isdigit() and not (1 <= int(parts[1]) <= 12 or 21 <= int(parts[1]) <= 41):
        return False
    if len(parts) < 3 or not "".join(parts).isdigit():
        return True
    try:
        return bool(date(int(parts[0]), int(parts[1]), int(parts[2])))
    except ValueError:
        return False

"""As of a day in the world; as known on a day of publication."""

from whence.ask.sources import About
from whence.errors import BadDate
from whence.model import Statement
from whence.reconcile.dates import Days, agree, days
from whence.text.edtf import bounds


def parse_day(text: str | None) -> Days | None:
    """The days that `text` means: a day, a month or a year. Raises `BadDate`."""
    if not text:
        return None
    found = days(text)
    if found is None:
        raise BadDate(text)
    return found


def held(statement: Statement, on: Days) -> bool | None:
    """Whether what is stated held on a day: yes, no, or None where the text does not date it."""
    first, last = days(statement.start), days(statement.end)
    if first is None and last is None:
        return None
    return (first is None or first[0] <= on[1]) and (last is None or last[1] >= on[0])


def may_be_one(one: str, other: str) -> bool:
    """Whether two dates can be the same; spells that have not ended are the same where they can begin on one day."""
    if one.endswith("/..") or other.endswith("/.."):
        return agree(one.partition("/")[0].strip("."), other.partition("/")[0].strip("."))
    try:
        (a, b), (c, d) = bounds(one), bounds(other)
    except BadDate:
        return True
    return (b is None or c is None or c <= b) and (a is None or d is None or a <= d)


def was_known(about: About, by: Days) -> bool:
    """Whether a document had come out by then; one without a date is not counted as known."""
    published = days(about.published)
    return published is not None and published[0] <= by[1]

"""The reader of one text's meanings, what it remembers, and the value that it gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from whence.text.dates.meaning import Meaning

ORDER = (
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "millennium",
)


_BORN = re.compile(r"(?:\b[Bb]orn(?: on| in)?(?: the)?|\(b\.)\W*\Z")


Point = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an expression; `first` is the day with which it begins, for what refers back to it."""

    kind: str
    edtf: str | None
    precision: str
    anchor: str
    inferred: bool = False
    duration: str | None = None
    point: tuple[int, int | None, int | None] | None = None


@dataclass(slots=True)
class Reader:
    """Reads the meanings of one text in order, and remembers the last date of the text.

    `published` is the day on which the text was written (a number), or None; `news` whether the text speaks from its
    own time (last month), so that a bare month lies near that day and not in the story's last year; `daily` whether it
    tells of its own days (yesterday, on Monday): elsewhere a month without a verb of past or future is any year's.
    """

    text: str
    published: int | None
    news: bool
    daily: bool = True
    last: tuple[int, int | None, int | None] | None = None
    last_at: int = 0
    start: int = 0
    last_anchor: str = ""
    born: set[tuple[int, int | None, int | None]] = field(default_factory=set)
    last_day: tuple[int, int, int] | None = None

    def read(self, meaning: Meaning, start: int, end: int) -> Value | None:
        """The value of `meaning`, whose words stand from `start` to `end`."""
        self.start = start
        value = cast("Value | None", READERS[type(meaning)](self, meaning, start, end))
        if value and value.point:
            self.last, self.last_at, self.last_anchor = value.point, end, value.anchor
            if _BORN.search(self.text[max(0, start - 20) : start]):
                self.born.add(value.point)
            year, month, day = value.point
            if month is not None and day is not None:
                self.last_day = year, month, day
        return value


def stops(between: str) -> bool:
    """Whether a sentence or a line ends in the words between two expressions."""
    return any(stop in between for stop in (". ", "\n", "? ", "! ", ".” ", '." '))


# How each kind of meaning is read; filled by the package.
READERS: dict[type, Callable[..., Any]] = {}

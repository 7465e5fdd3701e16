"""Meaning → value: what an expression says, given when the text was written and what dates stand before it."""

from whence.text.dates.meaning import (
    Beside,
    Bound,
    Calendar,
    Clock,
    Counted,
    Event,
    Every,
    Fixed,
    Length,
    Life,
    Moment,
    Named,
    Range,
    Relative,
)
from whence.text.dates.resolve.reader import READERS, Reader, Value
from whence.text.dates.resolve.shift import read_counted, read_length, read_life, read_relative
from whence.text.dates.resolve.spans import (
    read_beside,
    read_bound,
    read_clock,
    read_event,
    read_every,
    read_fixed,
    read_moment,
    read_range,
    read_reference,
)
from whence.text.dates.resolve.years import read_calendar

__all__ = ["Reader", "Value"]

READERS.update(
    {
        Calendar: read_calendar,
        Relative: read_relative,
        Moment: read_moment,
        Clock: read_clock,
        Range: read_range,
        Bound: read_bound,
        Counted: read_counted,
        Fixed: read_fixed,
        Length: read_length,
        Life: read_life,
        Beside: read_beside,
        Event: read_event,
        Every: read_every,
        Named: read_reference,
    }
)

"""Allen's thirteen relations over EDTF values, and the laws around them, in one place.

An interval is a run of whole days, both ends counted in; a missing end is open (minus or plus infinity). Where a start
or an end is itself known only as a range ("some day of 2014"), `possible` tells which relations can still hold.
Source: J. F. Allen, Maintaining Knowledge about Temporal Intervals, CACM 26 (1983).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from math import inf

from whence.text import edtf


class Allen(StrEnum):
    """How one interval stands to another."""

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days from `start` to before `stop` (day numbers of `edtf.days`); an open end is infinite."""

    start: float
    stop: float

    def __post_init__(self) -> None:
        if not self.start < self.stop:
            raise ValueError(f"an interval cannot run from day {self.start} to before day {self.stop}")

    @classmethod
    def of(cls, value: str) -> "Interval":
        """The days that the EDTF `value` covers; raises `BadDate` when it is none."""
        first, last = edtf.bounds(value)
        return cls(-inf if first is None else first, inf if last is None else last + 1)

    def meet(self, other: "Interval") -> "Interval | None":
        """The days in both, or None."""
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return Interval(start, stop) if start < stop else None

    def hull(self, other: "Interval") -> "Interval":
        """The shortest interval that holds both."""
        return Interval(min(self.start, other.start), max(self.stop, other.stop))

    def contains(self, other: "Interval") -> bool:
        """Whether every day of `other` is one of this."""
        return self.start <= other.start and other.stop <= self.stop

    def edtf(self) -> str | None:
        """The shortest EDTF value for these days: a year, a month, a day or an interval; None for all of time."""
        if (self.start, self.stop) == (-inf, inf):
            return None
        if self.start == -inf:
            return f"../{edtf.write_day(int(self.stop) - 1)}"
        if self.stop == inf:
            return f"{edtf.write_day(int(self.start))}/.."
        return _shortest(int(self.start), int(self.stop) - 1)


def _shortest(first: int, last: int) -> str:
    (y, m, d), (y2, m2, d2) = edtf.civil(first), edtf.civil(last)
    full = d == 1 and d2 == edtf.month_length(y2, m2)
    if first == last:
        return edtf.write_day(first)
    if full and m == 1 and m2 == 12:
        ends = [edtf.write_year(y), edtf.write_year(y2)]
    elif full:
        ends = [f"{edtf.write_year(y)}-{m:02d}", f"{edtf.write_year(y2)}-{m2:02d}"]
    else:
        ends = [edtf.write_day(first), edtf.write_day(last)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


# Each relation as an order of the four ends (a, A: start and stop of one; b, B: of the other); "ab" are equal.
_ORDER = {
    Allen.BEFORE: ("a", "A", "b", "B"),
    Allen.MEETS: ("a", "Ab", "B"),
    Allen.OVERLAPS: ("a", "b", "A", "B"),
    Allen.STARTS: ("ab", "A", "B"),
    Allen.DURING: ("b", "a", "A", "B"),
    Allen.FINISHES: ("b", "a", "AB"),
    Allen.EQUALS: ("ab", "AB"),
    Allen.FINISHED_BY: ("a", "b", "AB"),
    Allen.CONTAINS: ("a", "b", "B", "A"),
    Allen.STARTED_BY: ("ab", "B", "A"),
    Allen.OVERLAPPED_BY: ("b", "a", "B", "A"),
    Allen.MET_BY: ("b", "Ba", "A"),
    Allen.AFTER: ("b", "B", "a", "A"),
}


def relation(one: Interval, other: Interval) -> Allen:
    """The one relation in which `one` stands to `other`."""
    if one.stop <= other.start:
        return Allen.MEETS if one.stop == other.start else Allen.BEFORE
    if other.stop <= one.start:
        return Allen.MET_BY if other.stop == one.start else Allen.AFTER
    return _SHARING[_sign(one.start, other.start), _sign(one.stop, other.stop)]


def _sign(one: float, other: float) -> int:
    return (one > other) - (one < other)


_SHARING = {
    (-1, -1): Allen.OVERLAPS,
    (-1, 0): Allen.FINISHED_BY,
    (-1, 1): Allen.CONTAINS,
    (0, -1): Allen.STARTS,
    (0, 0): Allen.EQUALS,
    (0, 1): Allen.STARTED_BY,
    (1, -1): Allen.DURING,
    (1, 0): Allen.FINISHES,
    (1, 1): Allen.OVERLAPPED_BY,
}


def inverse(held: Allen) -> Allen:
    """The relation seen from the other side."""
    members = list(Allen)
    return members[len(members) - 1 - members.index(held)]


@cache
def compose(first: Allen, second: Allen) -> frozenset[Allen]:
    """What can hold between A and C when A `first` B and B `second` C; found by trying all orders of six ends."""
    spans = [Interval(a, b) for a, b in product(range(16), repeat=2) if a < b]
    middle = Interval(5, 10)
    left = [s for s in spans if relation(s, middle) is first]
    right = [s for s in spans if relation(middle, s) is second]
    return frozenset(relation(a, c) for a, c in product(left, right))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something that lasted, its first day known to be in `begin` and its last day in `end`."""

    begin: Interval
    end: Interval

    @classmethod
    def of(cls, start: str | None, end: str | None) -> "Stretch":
        """From the EDTF values of start and end; None says nothing about it."""
        whole = Interval(-inf, inf)
        return cls(Interval.of(start) if start else whole, Interval.of(end) if end else whole)


def possible(one: Stretch, other: Stretch) -> frozenset[Allen]:
    """Every relation that can hold, given what is known of the ends."""
    # A last day in [s, t) makes a stop in [s + 1, t + 1).
    ranges = {
        "a": (one.begin.start, one.begin.stop - 1),
        "A": (one.end.start + 1, one.end.stop),
        "b": (other.begin.start, other.begin.stop - 1),
        "B": (other.end.start + 1, other.end.stop),
    }
    return frozenset(held for held, order in _ORDER.items() if _feasible(order, ranges))


def _feasible(order: Iterable[str], ranges: dict[str, tuple[float, float]]) -> bool:
    reached = -inf
    for group in order:
        low = max(ranges[end][0] for end in group)
        high = min(ranges[end][1] for end in group)
        reached = max(low, reached + 1)
        if reached > high:
            return False
    return True


def same_time(one: str, other: str) -> bool:
    """Whether two EDTF values can name one time at different precision: "2014" and "2014-06" do, two years do not."""
    a, b = Interval.of(one), Interval.of(other)
    return a.contains(b) or b.contains(a)


def hull(values: Iterable[str]) -> str | None:
    """The EDTF interval that holds all `values`; None when there are none or it would be all of time."""
    found = [Interval.of(value) for value in values]
    if not found:
        return None
    return Interval(min(i.start for i in found), max(i.stop for i in found)).edtf()


def meet(values: Iterable[str]) -> str | None:
    """The EDTF value of the days that all `values` share; None when there are none, or nothing is known."""
    shared: Interval | None = Interval(-inf, inf)
    for value in values:
        shared = shared.meet(Interval.of(value)) if shared else None
    return shared.edtf() if shared else None

"""What an expression of time says, before it is known when the text was written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """A place in the calendar, as far as it was named. `code` is an EDTF season, third, quarter or half (21-41).

    `width` is 1 for a year, 10 for a decade, 100 for a century that begins with `year`; `weekday`: Monday is 0;
    `which` is last, next, this, ... where such a word was said; `short` marks a decade without its century.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    code: int | None = None
    width: int = 1
    part: str = ""
    mark: str = ""
    weekday: int | None = None
    which: str = ""
    short: bool = False
    holiday: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Relative:
    """So many units from the document's date (`frame` document) or from another date of the text (text)."""

    unit: str
    shift: int
    frame: str = "document"
    part: str = ""
    mark: str = ""
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `at` is HH:MM:SS, empty for a part of the day; `zone` an offset such as Z or -05:00.

    `precision`: minute, second, day for a part of the day, again for one of every day, weak for a bare word (night).
    """

    at: str = ""
    zone: str = ""
    precision: str = "minute"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a day."""

    day: Calendar | Relative
    clock: Clock


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs nothing further."""

    edtf: str
    precision: str
    kind: str = "date"
    anchor: str = "absolute"
    inferred: bool = False
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A time that is said by something that happened: "after the war"."""


@dataclass(frozen=True, slots=True)
class Life:
    """A year of someone's life: a date only where the text says when that person was born."""

    years: int
    birthday: bool


@dataclass(frozen=True, slots=True)
class Named:
    """Now, lately, in the future: a time without a calendar value."""

    ref: str


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes, as an ISO 8601 duration (X for what is not said).

    `shift` units from the document's date where the length ends or begins there: -3 for "the past three years".
    """

    iso: str
    frame: str = "none"
    unit: str = ""
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """A length before or after something that happened: "two days after the talks"."""

    unit: str
    count: float | None
    sign: int
    iso: str


@dataclass(frozen=True, slots=True)
class Every:
    """What comes again, as an ISO 8601 duration between two times or an EDTF value with X."""

    iso: str
    edtf: str | None = None


Point = Calendar | Relative | Moment | Clock | Fixed


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    first: Point
    last: Point | None


@dataclass(frozen=True, slots=True)
class Bound:
    """An open interval: `since` (from then on) or `until` (up to then); `cue` is the word that opened it."""

    at: Point
    side: str
    cue: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A length counted from a date: "two days after 3 May"; `yearly` for an anniversary, which keeps month and day."""

    at: Point
    unit: str
    shift: int
    yearly: bool = False


Meaning = (
    Calendar
    | Relative
    | Clock
    | Moment
    | Fixed
    | Named
    | Length
    | Beside
    | Every
    | Range
    | Bound
    | Counted
    | Event
    | Life
)

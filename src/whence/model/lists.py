"""Entries of sanctions and watch lists, and the entities of a case that may be them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list. `weak` are names that the list itself calls weak or low in quality."""

    id: str
    list: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity of the case that may be an entry of a list. `name` and `listed` are the names that fit best.

    In a case `entity` is how a judgement names it (`Subject`), which a new reading does not change.
    """

    entity: str
    name: str
    entry: ListEntry
    listed: str
    score: float
    reasons: tuple[str, ...]

from dataclasses import replace
from functools import partial
from typing import Any

from whence.model import Statement
from whence.reconcile.whereabouts import whereabouts

from .make import found_by, told

found = partial(found_by, whereabouts)


def stay(words: str, *places: str, by: str, **rest: Any) -> Statement:
    said = told(words, by=by, **rest)
    return replace(said, scene=replace(said.scene, places=frozenset(f"e:{p}" for p in places)))


def test_nobody_is_in_two_towns_on_one_day() -> None:
    one = stay("Ortega was in Lisle that night", "Lisle", by="clerk")
    other = stay("Ortega had spent the night in Marne", "Marne", by="nurse", at=("d1", 80))

    (conflict,) = found([one, other])

    assert conflict.kind == "place"
    assert len(conflict.sides) == 2


def test_who_was_seen_there_was_not_away() -> None:
    never = stay("Ortega has never been to Lisle", "Lisle", by="nurse", at=("d2", 0))
    away = stay("Ortega was not in Lisle that night", "Lisle", by="nurse", at=("d1", 80))
    seen = stay("Ortega was treated nine times in Lisle", "Lisle", by="clerk")
    there = stay("Ortega was in Lisle", "Lisle", by="clerk")

    assert [c.kind for pair in ([seen, never], [there, away]) for c in found(pair)] == ["place", "place"]


def test_houses_later_visits_and_one_voice_put_nobody_there() -> None:
    never = stay("Ortega has never been to Lisle", "Lisle", by="nurse", at=("d2", 0))
    owns = stay("Ortega owns a house in Lisle", "Lisle", by="clerk")
    later = stay("Ortega was arrested in Lisle", "Lisle", by="clerk", published="2021-06-01")
    same = stay("Ortega was arrested in Lisle", "Lisle", by="nurse")

    assert all(found([never, each]) == [] for each in (owns, later, same))


def test_two_days_two_people_and_one_voice_are_no_disagreement() -> None:
    one = stay("Ortega was in Lisle that night", "Lisle", by="clerk")
    later = stay("Ortega was in Marne", "Marne", by="nurse", at=("d2", 0))
    marl = stay("Marl was in Marne that night", "Marne", by="nurse", at=("d1", 80))
    same = stay("Ortega was in Marne that night", "Marne", by="clerk", at=("d1", 80))

    assert all(list(found([one, each])) == [] for each in (later, marl, same))

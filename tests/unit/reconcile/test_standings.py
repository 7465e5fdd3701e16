from functools import partial
from typing import Any

import pytest

from whence.model import Statement
from whence.reconcile.standings import standings

from .make import found_by, say, told

found = partial(found_by, standings)


def sides(*statements: Statement) -> list[list[str]]:
    return [[side.value for side in conflict.sides] for conflict in found(statements)]


def clerk(words: str, **rest: Any) -> Statement:
    return told(words, by="clerk", at=("d1", 0), **rest)


def nurse(words: str, **rest: Any) -> Statement:
    return told(words, by="nurse", at=("d2", 0), **rest)


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Ortega had died in the flood", "Ortega was still alive", ["dead", "alive"]),
        ("Ortega resigned in May", "Ortega had been forced out", ["resigned", "dismissed"]),
        ("Ortega resigned", "Ortega, the head of the port, has not resigned", ["resigned", "not resigned"]),
        ("Ortega was dismissed by letter", "Ortega was not dismissed", ["dismissed", "not dismissed"]),
        ("Ortega was sacked", "Ortega remains in office", ["left", "in office"]),
    ],
)
def test_two_voices_exclude_each_other(one: str, other: str, values: list[str]) -> None:
    (found,) = sides(clerk(one), nurse(other))

    assert found == [f"{values[0]}, says clerk", f"{values[1]}, says nurse"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ortega had died in the flood", "Marl was still alive"),
        ("Ortega had died in the flood", "Ortega is survived by a son"),
        ("Ortega resigned in May", "Ortega resigned in anger"),
        ("his brother resigned", "Ortega had been dismissed"),
        ("the brother of Ortega had died", "Ortega was alive"),
        ("Ortega would resign", "Ortega had been dismissed"),
    ],
)
def test_what_leaves_room_is_no_disagreement(one: str, other: str) -> None:
    assert sides(clerk(one), nurse(other)) == []


def test_who_was_alive_before_dying_is_no_disagreement() -> None:
    alive = clerk("Ortega was alive", published="2020-01-02")
    dead = nurse("Ortega had died", published="2020-02-02")
    later = clerk("Ortega was alive", published="2020-03-02")

    assert sides(alive, dead) == []
    assert sides(dead, later) == [["alive, says clerk", "dead, says nurse"]]


def test_whoever_is_arrested_later_was_not_dead() -> None:
    dead = nurse("Ortega had died", published="2020-02-02")
    arrest = say("arrests", target="Ortega", start="2020-05-05", at=("d3", 0), origin="d3")
    before = say("arrests", target="Ortega", start="2020-01-05", at=("d3", 0), origin="d3")

    assert sides(dead, arrest) == [["dead, says nurse", "alive"]]
    assert sides(dead, before) == []


def test_a_thing_without_a_name_is_one_thing_close_by_or_beside_one_name() -> None:
    shut = clerk("the bridge at Lisle was closed", published="2020-01-02", people="")
    open_ = nurse("the bridge, the only one at Lisle, is open", published="2020-01-03", people="")
    weeks = nurse("the bridge at Lisle is open", published="2020-02-03", people="")
    gate = nurse("the gate at Lisle is open", published="2020-01-03", people="")

    assert sides(shut, open_) == [["closed, says clerk", "open, says nurse"]]
    assert sides(shut, weeks) == sides(shut, gate) == []


def test_one_voice_does_not_contradict_itself() -> None:
    assert sides(clerk("Ortega resigned"), told("Ortega was dismissed", by="clerk", at=("d1", 50))) == []

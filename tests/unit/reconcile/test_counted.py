from dataclasses import replace

import pytest

from whence.model import Filled, Scene, Statement
from whence.reconcile.counted import ages, counted

from .make import say, scene

PUMPS = "The Lobos mill in Vale bought 40 pumps and repaired the old canal"


def counts(
    number: float, text: str = PUMPS, *, what: str = "pumps", unit: str = "", at: str = "d1", **rest: object
) -> Statement:
    rest.setdefault("scene", scene(text, published="2017-03-09"))
    made = say("counts", counted=what, number=number, at=(at, 0), **rest)
    figure = Filled("number", None, str(number), best=float(number), unit=unit or what)
    return replace(made, args=(made.args[0], figure))


def test_two_documents_on_one_number_of_things() -> None:
    other = counts(52, "Officials said that the Lobos mill bought 52 pumps for its canal", at="d2")

    (conflict,) = counted([counts(40), other])

    assert conflict.about == "how many pumps"
    assert [side.value for side in conflict.sides] == ["40", "52"]


def test_all_that_somebody_has_is_one_number() -> None:
    one = counts(140, what="people", scene=_has("was founded in 1990 and employs 140 people"))
    other = counts(12, what="employees", at="d2", scene=_has("has only 12 employees"))
    part = counts(12, what="employees", at="d2", scene=_has("dismissed 12 employees"))

    (conflict,) = counted([one, other])

    assert [side.value for side in conflict.sides] == ["12", "140"]
    assert list(counted([one, part])) == []


def _has(words: str) -> Scene:
    return scene(f"Lobos {words}", published="2017-03-09", quote=f"Lobos {words}", named=((0, 5, "e:Lobos"),))


def test_documents_without_a_date_and_of_other_months_are_not_compared() -> None:
    late = counts(52, at="d2", scene=scene(PUMPS, published="2017-05-02"))
    undated = counts(52, at="d2", scene=scene(PUMPS))

    assert list(counted([counts(40), late])) == []
    assert list(counted([counts(40), undated])) == []


def test_several_figures_of_one_thing_are_one_disagreement() -> None:
    said = [counts(40), counts(52, at="d2"), counts(52, at="d3"), counts(60, at="d4")]

    assert [[side.value for side in c.sides] for c in counted(said)] == [["40", "52", "60"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [("The 52-bed clinic by the stone canal in Lobos, Vale", True), ("A 52-bed clinic on a hill in Lobos", False)],
)
def test_how_large_a_thing_is(words: str, found: bool) -> None:
    one = counts(40, "The 40-bed clinic by the stone canal in Lobos, Vale", what="clinic", unit="bed")
    other = counts(52, words, what="clinic", unit="bed", at="d2")

    assert [c.about for c in counted([one, other])] == (["beds of the clinic"] if found else [])


@pytest.mark.parametrize(
    "other",
    [
        counts(52, "The Lobos mill sold 52 pumps", at="d2"),
        counts(52, "A mill bought 52 pumps for its canal", at="d2"),
        counts(52),
        counts(52, at="d2", start="2019-05", end="2019-05"),
        counts(52, "The Lobos mill has bought 12 pumps, bringing the risen number to 52 by the canal", at="d2"),
    ],
)
def test_other_things_times_and_updates_are_no_disagreement(other: Statement) -> None:
    assert list(counted([counts(40, start="2017-03", end="2017-03"), other])) == []


def test_more_in_a_longer_time_is_no_disagreement() -> None:
    short = counts(40, start="2017-01", end="2017-06")
    long = counts(52, at="d2", start="2017-01", end="2017-12")
    fewer = counts(12, at="d2", start="2017-01", end="2017-12")

    assert list(counted([short, long])) == []
    assert len(list(counted([short, fewer]))) == 1


def aged(years: float, published: str, at: str) -> Statement:
    return counts(years, what="Ana", unit="years old", at=at, scene=scene("Ana", published=published))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (aged(34, "2017-05-02", "d1"), aged(43, "2017-05-03", "d2"), True),
        (aged(34, "2017-05-02", "d1"), aged(35, "2017-05-02", "d2"), True),
        (aged(34, "2017-05-02", "d1"), aged(35, "2017-06-02", "d2"), False),
        (aged(34, "2017-05-02", "d1"), aged(38, "2021-05-02", "d2"), False),
        (aged(34, "", "d1"), aged(43, "2017-05-02", "d2"), False),
    ],
)
def test_ages_count_the_years_between_documents(one: Statement, other: Statement, apart: bool) -> None:
    assert bool(list(ages([one, other]))) is apart

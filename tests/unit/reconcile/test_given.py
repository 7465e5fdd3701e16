import pytest

from whence.model import Statement
from whence.reconcile.given import given

from .make import say, scene

POLICE = say("protests", protester="400 fans", count=400, voice="police", scene=scene("400 fans came, police said"))


def counts(number: float, what: str = "", *, at: tuple[str, int] = ("d1", 60), **rest: object) -> Statement:
    rest.setdefault("voice", "union")
    rest.setdefault("scene", scene("the union spoke of more or less that"[:22]))
    return say("counts", counted=what or str(number), number=number, at=at, own_voice=False, **rest)


@pytest.mark.parametrize("other", [counts(1500), counts(1500, "people"), counts(1500, "the crowd")])
def test_two_voices_on_one_crowd(other: Statement) -> None:
    (conflict,) = given([POLICE, other])

    assert conflict.about == "how many fans"
    assert [side.value for side in conflict.sides] == ["400", "1500"]


@pytest.mark.parametrize(
    "other",
    [
        counts(400),
        counts(1500, voice="police"),
        counts(1500, at=("d1", 2000)),
        counts(1500, at=("d2", 60)),
        counts(1500, "tickets"),
        counts(1500, scene=scene("and another 1,500 at the port")),
    ],
)
def test_one_voice_another_thing_and_what_comes_on_top_are_no_disagreement(other: Statement) -> None:
    assert list(given([POLICE, other])) == []


def test_one_sentence_sets_two_voices_against_each_other_in_either_order() -> None:
    bare = counts(4000, at=("d1", 0))
    first = say("counts", counted="people", number=300, voice="police", own_voice=False)

    assert len(list(given([bare, first]))) == 1


def test_those_who_were_arrested_are_not_those_who_came() -> None:
    arrests = say("arrests", target="43 people", count=43)
    march = say("protests", protester="43 people", count=43)

    assert list(given([arrests, march, counts(2000, "people")])) == []


def test_a_figure_has_whoever_else_gives_it_on_its_side() -> None:
    here, there = scene("400 fans came to Lobos"), scene("Some 400 fans came to Lobos")
    one = say("protests", protester="400 fans", count=400, voice="police", scene=here)
    same = say("protests", protester="400 fans", count=400, at=("d2", 0), scene=there)

    (conflict,) = given([one, counts(1500), same])

    assert [len(side.claims) for side in conflict.sides] == [2, 1]


def test_a_figure_many_times_as_large_is_of_something_else() -> None:
    assert list(given([POLICE, counts(20_000)])) == []


def test_the_captured_of_one_voice_are_not_the_dead_of_another() -> None:
    taken = say("captures", captor="troops", captured="14 rebels", count=14, voice="general", own_voice=False)
    dead = say("kills", victim="61", count=61, at=("d1", 60))

    held = counts(14, "rebels", at=("d1", 0))

    assert list(given([taken, dead])) == []
    assert list(given([held, dead])) == []

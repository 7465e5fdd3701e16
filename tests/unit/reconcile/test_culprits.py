import pytest

from whence.model import Statement
from whence.reconcile.culprits import culprits

from .make import say, scene

CHARGE = say("accuses", accuser="Army", accused="Banner", content="of burning the mill")


def accuses(by: str, whom: str, words: str = "", *, at: tuple[str, int] = ("d1", 200)) -> Statement:
    content = {"content": words} if words else {}
    return say("accuses", accuser=by, accused=whom, at=at, scene=scene("mill Vale"), **content)


@pytest.mark.parametrize("other", [accuses("Banner", "Army"), accuses("Ana", "Marl", "of having burned the mill")])
def test_two_accusers_blame_others_for_one_thing(other: Statement) -> None:
    (conflict,) = culprits([CHARGE, other])

    assert conflict.about == "who is to blame: burning the mill"
    assert conflict.sides[0].value == "Banner, says Army"


@pytest.mark.parametrize(
    "other",
    [
        accuses("Ana", "Marl"),
        accuses("Ana", "Marl", "of taking money"),
        accuses("Banner", "Army", at=("d1", 5000)),
        accuses("Banner", "Army", at=("d2", 0)),
        accuses("Ana", "Banner", "of burning the mill"),
    ],
)
def test_another_charge_is_no_disagreement(other: Statement) -> None:
    assert list(culprits([CHARGE, other])) == []


def test_a_quarrel_or_a_deed() -> None:
    deed = say("kills", killer="Marl", victim="Ana", at=("d1", 60), voice="widow", own_voice=False)
    quarrel = say("says", speaker="police", content="it was a quarrel over a horse", voice="police", own_voice=False)
    success = say("says", speaker="police", content="it was a great success", voice="police", own_voice=False)

    (conflict,) = culprits([deed, quarrel])

    assert conflict.about == "whether it was a quarrel over a horse"
    assert list(culprits([deed, success])) == []


def test_two_killers_of_one_who_is_named() -> None:
    one = say("kills", killer="Army", victim="Ana", scene=scene("Army Ana"))
    other = say("kills", killer="Banner", victim="Ana", at=("d2", 0), scene=scene("Banner Ana"))
    part = say("part_of", part="Banner", whole="Army", at=("d3", 0))

    assert [c.about for c in culprits([one, other])] == ["who killed Ana"]
    assert list(culprits([one, other, part])) == []

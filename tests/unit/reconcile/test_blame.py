import pytest

from whence.model import Conflict, Statement
from whence.reconcile.blame import answers, disowned, nobody

from .make import say


def sides(found: list[Conflict]) -> list[list[str]]:
    return [[s.value for s in conflict.sides] for conflict in found]


def test_the_accused_denies_it() -> None:
    charge = say("accuses", accuser="Achebe", accused="Brixa", content="of planning to close the plant")
    denial = say("denies", speaker="Brixa", at=("d1", 100))

    (conflict,) = answers([charge, denial])

    assert conflict.about == "whether Brixa is to blame: planning to close the plant"
    assert sides([conflict]) == [["accused by Achebe", "denied by Brixa"]]


def test_a_leader_denies_for_the_body() -> None:
    charge = say("accuses", accuser="army", accused="Banner")
    leads = say("holds_role", holder="Ansa", post="leader", of="Banner", at=("d1", 50))
    denial = say("denies", speaker="Ansa", content="any involvement", at=("d1", 100))

    assert sides(list(answers([charge, leads, denial]))) == [["accused by army", "denied by Ansa"]]


@pytest.mark.parametrize(
    "denial",
    [
        say("denies", speaker="Marl", at=("d1", 100)),
        say("denies", speaker="Brixa", at=("d2", 100)),
        say("denies", speaker="Brixa", at=("d1", 5000)),
        say("denies", speaker="Brixa", content="that wages would fall", at=("d1", 100)),
    ],
)
def test_others_far_denials_and_denials_of_something_else_are_no_answer(denial: Statement) -> None:
    charge = say("accuses", accuser="Achebe", accused="Brixa", content="of planning to close the plant")

    assert list(answers([charge, denial])) == []


def test_what_one_document_states_another_denies() -> None:
    states = say("owns", owner="Vale", owned="Ferry")
    denial = say("denies", speaker="Vale", content="having any interest in the ferry", concerning="Ferry", at=("d2", 0))
    other = say("denies", speaker="Vale", content="having met the crew of the ferry", concerning="Ferry", at=("d2", 0))

    (conflict,) = disowned([states, denial])

    assert conflict.about == "whether Vale owns Ferry"
    assert sides([conflict]) == [["affirmed", "denied"]]
    assert list(disowned([states, other])) == []


@pytest.mark.parametrize(
    "words", ["nobody had been arrested", "no arrest had been made", "that none of them is in custody"]
)
def test_nobody_beside_somebody(words: str) -> None:
    told = say("arrests", target="two engineers", place="Tirvale")
    said = say("says", speaker="prosecutor", content=words, at=("d1", 100), own_voice=False)

    (conflict,) = nobody([told, said])

    assert (conflict.kind, conflict.about) == ("status", "whether anybody was arrested")


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("no weapons were found, and two were arrested", ("d1", 100)),
        ("nobody was hurt", ("d1", 100)),
        ("nobody had been arrested", ("d1", 5000)),
        ("nobody had been arrested", ("d2", 100)),
    ],
)
def test_nobody_elsewhere_or_of_something_else(words: str, at: tuple[str, int]) -> None:
    said = say("says", speaker="prosecutor", content=words, at=at, own_voice=False)

    assert list(nobody([say("arrests", target="two engineers"), said])) == []

from dataclasses import replace

import pytest

from whence.model import Conflict, Statement
from whence.reconcile.blame import answers, deaths, deeds_denied, disowned, laid_to, nobody, undone

from .make import say, scene


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


def test_an_accusation_is_answered_in_another_paper() -> None:
    told = {"published": "2020-03-01"}, {"published": "2020-03-09"}, {"published": "2021-03-09"}
    charge = say("accuses", accuser="Achebe", accused="Brixa", scene=scene("Achebe Brixa Ansa", **told[0]))
    denial = say("denies", speaker="Brixa", content="any involvement", at=("d2", 0))
    soon, late, other = (
        replace(denial, scene=scene(words, **when))
        for words, when in (("Brixa Ansa", told[1]), ("Brixa Ansa", told[2]), ("Brixa Marl", told[1]))
    )

    assert sides(list(answers([charge, soon]))) == [["accused by Achebe", "denied by Brixa"]]
    assert list(answers([charge, late])) == list(answers([charge, other])) == []


@pytest.mark.parametrize(("whom", "by", "count"), [("dockers' union", "union", 1), ("dockers' union", "guild", 0)])
def test_a_body_without_a_name_is_known_by_its_noun(whom: str, by: str, count: int) -> None:
    charge = say("accuses", accuser="Achebe", accused=whom, content="of having set fire to the shed")
    denial = say("denies", speaker=by, content="the charge", at=("d1", 100))

    assert len(list(answers([charge, denial]))) == count


def test_who_ordered_it_by_one_voice_did_not_by_another() -> None:
    here = scene("Brixa Ansa")
    yes = say("orders", authority="Brixa", content="the release of the smuggler", voice="clerk", scene=here)
    no = say("orders", authority="Brixa", content="the release", polarity="denied", voice="e:Brixa", at=("d2", 0))
    same, other = replace(no, scene=here), replace(no, scene=scene("Brixa Marl"))
    raid = say("orders", authority="Brixa", content="the raid", voice="clerk", scene=here)

    assert sides(list(undone([yes, same]))) == [["affirmed", "denied"]]
    assert list(undone([yes, other])) == list(undone([raid, same])) == []


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


def test_a_death_by_own_hand_and_by_others() -> None:
    own = say("died", person="Vik", scene=scene("ended his life by jumping from the ferry"))
    plain = say("died", person="Vik", scene=scene("died on Monday"))
    charge = say("accuses", accuser="Aas", accused="crew", content="of having silenced a witness", at=("d1", 90),
                 scene=scene("accused the crew of having silenced a witness"))  # fmt: skip
    killing = say("kills", victim="Vik", at=("d2", 0), scene=scene("Vik was killed"))

    assert [c.about for c in deaths([own, charge])] == ["how Vik died"]
    assert sides(list(deaths([own, killing]))) == [["by own hand or accident", "by others"]]
    assert list(deaths([plain, charge, killing])) == []


def test_one_lays_it_to_another_who_answers() -> None:
    blames = say("says", speaker="Duda", content="it was the clerk, Ada Mensah, who had signed the order of the Ferry",
                 scene=scene("Duda said that it was Mensah who had signed the order of the Ferry"))  # fmt: skip
    reply = say("says", speaker="Mensah", content="the name of the ferry stood in it before", at=("d1", 120),
                scene=scene("Mensah said that the name of the Ferry stood in it before"))  # fmt: skip
    other = say("says", speaker="Mensah", content="she was tired", at=("d1", 120), scene=scene("Mensah said so"))

    (conflict,) = laid_to([blames, reply])

    assert conflict.about == "who had signed the order of the Ferry"
    assert sides([conflict]) == [["Mensah, says Duda", "otherwise, says Mensah"]]
    assert list(laid_to([blames, other])) == []


def test_a_deed_and_the_denial_of_one_who_was_there() -> None:
    deed = say("attacks", attacker="Patrol", target="Lobos", scene=scene("The Patrol attacked Lobos"))
    denial = say("denies", speaker="Patrol", content="that its boats were at Lobos", at=("d2", 0),
                 scene=scene("The Patrol denied that its boats were at Lobos"))  # fmt: skip
    elsewhere = say("denies", speaker="Patrol", content="that its boats were at Osh", at=("d2", 0),
                    scene=scene("The Patrol denied that its boats were at Osh"))  # fmt: skip

    assert [c.about for c in deeds_denied([deed, denial])] == ["whether Patrol attacked Lobos"]
    assert list(deeds_denied([deed, elsewhere])) == []

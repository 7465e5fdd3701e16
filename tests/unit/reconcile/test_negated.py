from functools import partial

import pytest

from whence.model import Statement
from whence.reconcile.negated import negated

from .make import found_by, say, told

found = partial(found_by, negated)


def sides(*statements: Statement) -> list[list[str]]:
    return [[side.value for side in conflict.sides] for conflict in found(statements)]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Ortega met Marl at the inn", "Ortega has not met Marl"),
        ("Marl and Ortega met at the inn", "Ortega had never met Marl"),
        ("Ortega congratulated Marl", "Ortega had not congratulated anyone"),
        ("Ortega signed the lease of the quay", "Ortega never signed the lease"),
        ("the lease of the quay was signed by Ortega", "Ortega had not signed a lease"),
        ("Ortega lent Marl nine crowns", "Marl had not borrowed from Ortega"),
        ("Ortega had left the bridge", "Ortega did not leave the bridge"),
        ("the march was organised by Ortega", "Ortega was not the organiser of the march"),
        ("Near Marl the doors were locked", "At Marl no doors were locked"),
        ("Ortega took part in the raid on Marl", "Ortega did not take part in the raid"),
        ("police arrested a guard of Ortega after the blast", "nobody was arrested after the blast at Ortega"),
    ],
)
def test_one_says_that_it_was_done_and_another_that_it_was_not(yes: str, no: str) -> None:
    assert sides(told(yes, by="clerk"), told(no, by="nurse", at=("d2", 0))) == [["yes, says clerk", "no, says nurse"]]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Marl hit Ortega with a lamp", "Ortega had not hit Marl"),
        ("Ortega would sign the lease", "Ortega has not signed the lease"),
        ("Ortega signed the lease", "Ortega has not yet signed the lease"),
        ("Ortega signed the letter to Brixa", "Ortega never signed the lease of Vale"),
        ("the signing of the lease", "Ortega never signed the lease"),
        ("Ortega did not sign the lease", "Ortega never signed the lease"),
        ("Ortega wants to sign the lease", "Ortega never signed the lease"),
        ("police arrested a guard of Ortega at the market", "nobody was arrested after the blast at Ortega"),
    ],
)
def test_what_leaves_room_denies_nothing(yes: str, no: str) -> None:
    assert sides(told(yes, by="clerk"), told(no, by="nurse", at=("d2", 0))) == []


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("the doors were locked", "the doors were not locked"),
        ("Near Marl the gates were locked", "At Marl the doors were not locked"),
    ],
)
def test_of_what_nobody_names_and_of_other_things_nothing_is_gainsaid(yes: str, no: str) -> None:
    assert sides(told(yes, by="clerk"), told(no, by="nurse", at=("d2", 0))) == []


def test_a_promise_that_nobody_made_was_not_given() -> None:
    yes = told("Ortega had promised her a pay rise", by="clerk")
    no = told("no promise was made", by="Ortega", at=("d1", 120))

    assert sides(yes, no) == [["yes, says clerk", "no, says Ortega"]]


def test_he_does_not_speak_for_whom_he_serves() -> None:
    serves = say("holds_role", holder="Stan", post="agent", of="Ortega", at=("d2", 0))
    yes = told("Ortega received nine crowns from Marl", by="clerk")
    no = told("he had not received a fee from Marl", by="Stan", at=("d2", 40))

    assert sides(serves, yes, no) == []


def test_what_was_done_later_was_not_denied() -> None:
    no = told("Ortega has not met Marl", by="nurse", published="2020-01-02")
    yes = told("Ortega met Marl", by="clerk", at=("d2", 0), published="2020-03-02")
    earlier = told("Ortega met Marl", by="clerk", at=("d2", 0), published="2020-01-01")

    assert sides(yes, no) == []
    assert sides(earlier, no) == [["yes, says clerk", "no, says nurse"]]


def test_of_what_was_over_another_may_tell_days_later() -> None:
    no = told("No drums were stored at Marl", by="nurse", published="2020-01-02")
    open_ = told("No drums have been stored at Marl", by="nurse", published="2020-01-02")
    yes = told("Drums were stored at Marl", by="clerk", at=("d2", 0), published="2020-01-09")

    assert sides(yes, no) == [["yes, says clerk", "no, says nurse"]]
    assert sides(yes, open_) == []


def test_who_got_nothing_was_not_paid() -> None:
    yes = told("it had paid nine crowns to Ortega", by="Bank")
    no = told("Ortega had not received a single crown", by="nurse", at=("d1", 120))
    other = told("Ortega had paid nine crowns to the cook", by="Bank")

    assert sides(yes, no) == [["yes, says Bank", "no, says nurse"]]
    assert sides(other, no) == []


def test_a_denial_as_such_and_a_document_that_says_so_itself() -> None:
    denial = say("denies", speaker="Marl", content="having locked the doors", scene=told("Marl", by="Marl").scene)
    yes = told("Marl had locked the doors", by="clerk", at=("d2", 0))

    assert len(sides(yes, denial)) <= 1


def test_there_was_no_oil_spill_denies_no_attack_on_oil() -> None:
    attack = told("the rebels had attacked the oil line of Brixa", by="clerk")

    assert sides(attack, told("there was no oil spill at Brixa", by="nurse", at=("d1", 60))) == []

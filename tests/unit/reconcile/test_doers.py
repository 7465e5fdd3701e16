from functools import partial

from whence.reconcile.doers import doers

from .make import found_by, say, told

found = partial(found_by, doers)


A = told("Brixa had opened fire first on the bridge", by="clerk")


def test_two_voices_name_two_who_did_one_deed() -> None:
    other = told("Vale fired first", by="nurse", at=("d1", 60))

    (conflict,) = found([A, other])

    assert [side.value for side in conflict.sides] == ["e:Brixa, says clerk", "e:Vale, says nurse"]


def test_deeds_apart_and_bodies_of_one_another_are_no_two_culprits() -> None:
    far, same = (
        told("Vale fired first", by="nurse", at=("d1", 5000)),
        told("Vale fired first", by="clerk", at=("d1", 60)),
    )
    part = say("part_of", part="Vale", whole="Brixa", at=("d3", 0))
    other = told("Vale fired at a shop", by="nurse", at=("d1", 60))

    assert list(found([A, far])) == list(found([A, same])) == list(found([A, other])) == []
    assert list(found([A, told("Vale fired first", by="nurse", at=("d1", 60)), part])) == []


def test_a_body_without_a_name_is_known_by_its_noun() -> None:
    army, men = told("the army fired first", by="nurse", at=("d1", 60)), told("it was Brixa", by="nurse", at=("d1", 90))

    assert [side.value for c in found([A, army, men]) for side in c.sides] == [
        "e:Brixa, says clerk",
        "army, says nurse",
    ]
    assert list(found([told("the army of Brixa fired first", by="clerk"), army])) == []


def test_whoever_is_accused_of_a_deed_is_said_to_have_done_it() -> None:
    charge = say("accuses", accuser="Mill", accused="Brixa", content="of burning the barn", at=("d1", 60))
    other = told("Vale burned the barn", by="clerk")

    assert len(list(found([charge, other]))) == 1


def test_a_number_and_a_participle_name_nobody_who_did_it() -> None:
    other = told("a crane killed nine in the yard of Vale", by="clerk", at=("d1", 60))

    assert list(found([told("at least nine killed in the yard", by="nurse"), other])) == []
    assert list(found([told("a wave hit Brixa, killing nine in the yard", by="nurse"), other])) == []

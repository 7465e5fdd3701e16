from whence.reconcile.doers import doers

from .make import say, told

A = told("Brixa had opened fire first on the bridge", by="clerk")


def test_two_voices_name_two_who_did_one_deed() -> None:
    other = told("Vale fired first", by="nurse", at=("d1", 60))

    (conflict,) = doers([A, other])

    assert [side.value for side in conflict.sides] == ["told, says clerk", "told, says nurse"]


def test_deeds_apart_and_bodies_of_one_another_are_no_two_culprits() -> None:
    far, same = (
        told("Vale fired first", by="nurse", at=("d1", 5000)),
        told("Vale fired first", by="clerk", at=("d1", 60)),
    )
    part = say("part_of", part="Vale", whole="Brixa", at=("d3", 0))
    other = told("Vale fired at a shop", by="nurse", at=("d1", 60))

    assert list(doers([A, far])) == list(doers([A, same])) == list(doers([A, other])) == []
    assert list(doers([A, told("Vale fired first", by="nurse", at=("d1", 60)), part])) == []

from functools import partial

import pytest

from whence.reconcile.causes import causes

from .make import found_by, told

found = partial(found_by, causes)
FIRE = told("the fire at Marl was caused by a short circuit", by="clerk")


def test_two_voices_name_two_causes_of_one_thing() -> None:
    other = told("the fire was started by a dismissed stoker", by="nurse", at=("d1", 90))

    (conflict,) = found([told("the fire was caused by a short circuit", by="clerk"), other])

    assert conflict.kind == "responsibility"
    assert [s.value for s in conflict.sides] == ["a short circuit, says clerk", "a dismissed stoker, says nurse"]


@pytest.mark.parametrize(
    ("words", "by", "document"),
    [
        ("the fire was caused by an old circuit", "nurse", "d1"),
        ("the flood was caused by a dismissed stoker", "nurse", "d1"),
        ("the fire was started by unknown men", "nurse", "d1"),
        ("the fire was started by a dismissed stoker", "clerk", "d1"),
        ("the fire at Vale was started by a dismissed stoker", "nurse", "d2"),
    ],
)
def test_one_cause_another_thing_and_one_voice_are_no_disagreement(words: str, by: str, document: str) -> None:
    assert found([FIRE, told(words, by=by, at=(document, 90))]) == []

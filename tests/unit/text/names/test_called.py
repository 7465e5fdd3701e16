"""Whether the words between two names, or a sentence, give one bearer two names."""

import pytest

from whence.text.names.called import calls, tells_alias


@pytest.mark.parametrize("between", [" called ", " later called ", " renamed ", " has repeatedly called "])
def test_the_one_calls_the_other_something(between: str) -> None:
    assert calls(between)


@pytest.mark.parametrize("between", [", called ", " is called ", ", later renamed ", " calls himself ", " and "])
def test_no_verb_of_a_sentence(between: str) -> None:
    assert not calls(between)


def test_a_sentence_tells_an_alias_by_a_word_for_it() -> None:
    assert tells_alias("Daniel Mutua, known as Simba, fled.")
    assert not tells_alias("The colonel met Daniel Mutua on Monday.")

"""What sort of body a name tells."""

import pytest

from whence.text.names.sorts import sorts_of_name, sorts_of_word


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("delta freight ltd", "company"),
        ("banco oriental de lobos", "bank"),
        ("kisumu herald", "outlet"),
        ("union of miners", "confederation"),
        ("diocese of riga", "church"),
    ],
)
def test_the_word_that_heads_a_name_tells_its_sort(name: str, sort: str) -> None:
    assert sort in sorts_of_name(name.split())


def test_what_a_ministry_is_for_is_not_its_sort() -> None:
    assert sorts_of_name(["ministry", "of", "energy"]) == {"ministry"}


def test_a_name_may_tell_nothing() -> None:
    assert sorts_of_name(["velmora"]) == frozenset()
    assert sorts_of_word("velmora") == frozenset()

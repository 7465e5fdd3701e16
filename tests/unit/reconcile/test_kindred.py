import pytest

from whence.reconcile.kindred import kindred, plain_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("burial", "buried"),
        ("arranged", "arrangement"),
        ("leader", "led"),
        ("payments", "paid"),
        ("loans", "loan"),
        ("promised", "promise"),
        ("houses", "house"),
    ],
)
def test_forms_of_one_word_are_kindred(one: str, other: str) -> None:
    assert kindred([one]) == kindred([other]) != frozenset()


@pytest.mark.parametrize("word", ["", "”", "é", "'s", "يوم", "İs", "ss", "e"])
def test_no_word_is_too_strange(word: str) -> None:
    assert len(kindred([word])) <= 1


def test_names_and_common_words_say_nothing() -> None:
    assert plain_words("That Ana Mor had never been to Lima with him") == frozenset()


def test_a_sign_is_no_word() -> None:
    assert kindred(["$", "", "e"]) == frozenset()

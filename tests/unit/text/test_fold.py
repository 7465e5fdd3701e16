import pytest

from whence.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Al--Ṭāhir’s", "al tahirs"),
        ("İstanbul", "istanbul"),
        ("Łódź", "lodz"),
        ("N‘Djamena", "ndjamena"),
        ("Straße  –  Nord", "strasse nord"),
        ("مُحَمَّد", "محمد"),
        ("J.-C. Roux", "j. c. roux"),
    ],
)
def test_letters_that_look_alike_become_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["İs suspected", "ǅ ß ﬁ", "Ŀĸŉ", "Ǆ̌"])
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)

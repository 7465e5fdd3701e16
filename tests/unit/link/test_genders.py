"""Whether a name tells a woman or a man."""

import pytest

from whence.link.genders import by_ending, gender, given_names, likely_gender
from whence.model import Document, Maker, Mention

MAKER = Maker("test", "1")


def named(text: str, *names: str) -> tuple[Document, list[Mention]]:
    """A document and the mentions of persons in it."""
    doc = Document.of(text, source="test")
    places = [(text.index(name), len(name)) for name in names]
    return doc, [Mention(doc.span(a, a + n), "person", "name", "", MAKER) for a, n in places]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Emilia Duda left.", "Emilia Duda", "f"),
        ("Jean-Luc Duda left.", "Jean-Luc Duda", "m"),
        ("Orsa Vetrova left.", "Orsa Vetrova", "f"),
        ("Mr Duda left.", "Duda", "m"),
        ("His aunt, Duda, left.", "Duda", "f"),
        ("To see his aunt, Duda left.", "Duda", ""),
        ("Emilia left.", "Emilia", ""),
        ("Orso Duda left.", "Orso Duda", ""),
    ],
)
def test_gender_of_a_name(text: str, name: str, told: str) -> None:
    assert gender(*named(text, name)) == told


def test_a_single_word_tells_it_only_likely() -> None:
    assert likely_gender(*named("Emilia left.", "Emilia")) == "f"


def test_an_unknown_given_name_tells_it_by_its_ending() -> None:
    assert by_ending(*named("Orsalia Duda left.", "Orsalia Duda")) == "f"
    assert by_ending(*named("Orgun Duda left.", "Orgun Duda")) == "m"


def test_no_given_name_is_listed_for_both() -> None:
    assert set(given_names().values()) == {"f", "m"}
    assert not {"andrea", "jordan", "nikola"} & set(given_names())

"""Where the reader's names and the capitals' differ."""

import pytest
from tests.support import read_body

from whence.annotate.mentions.names import Run
from whence.annotate.mentions.read import as_read
from whence.annotate.mentions.words import split_words


def read(text: str, name: str, *parts: str) -> list[str]:
    """The names of a text, of which capitals tell the `parts` and the reader, wholly sure, one `name`."""
    words = list(split_words(text, 0, len(text)))

    def run(piece: str) -> Run:
        start = text.index(piece)
        inside = [i for i, w in enumerate(words) if start <= w.start < start + len(piece)]
        return Run(inside[0], inside[-1] + 1)

    at = text.index(name)
    found = as_read(words, [run(p) for p in parts], set(), {(at, at + len(name)): 2.0})
    return [text[words[r.first].start : words[r.last - 1].end] for r in found]


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Ada Mensah Steps Down From Osk Board.", {"Ada Mensah", "Osk Board"}),
        ("Ada Mensah Is Leaving Osk Bank.", {"Ada Mensah", "Osk Bank"}),
        ("Ana Mor Says Ivo Duda Attending Her Party Was A Surprise.", {"Ana Mor", "Ivo Duda"}),
        ("In her letter to the board, Mensah States that the yard is shut.", {"Mensah"}),
    ],
)
def test_a_verb_with_a_capital_parts_names(headline: str, names: set[str]) -> None:
    doc, layers = read_body(headline)

    assert names <= {doc.quote(m.span) for m in layers.mentions if m.form == "name"}


@pytest.mark.parametrize(
    ("say", "kind", "names"),
    [
        ("Workers Ana Mor and Luis Pardo sued the yard.", "person", {"Ana Mor", "Luis Pardo"}),
        ("Miners Marek Dvorak and Pedro Vale died in the blast.", "person", {"Marek Dvorak", "Pedro Vale"}),
        ("Jana Horak MP, who lost her seat, left.", "person", {"Jana Horak"}),
        ("Luis Ortega hit Maria Duda with a stick in Lima.", "person", {"Luis Ortega", "Maria Duda"}),
        ("The Lagos-based Meridian Freight denied it.", "organization", {"Meridian Freight"}),
        ("The London-based Ana Mor sings.", "person", {"Ana Mor"}),
        ("The mayor flew to Alice Springs.", "place", {"Alice Springs"}),
    ],
)
def test_what_stands_beside_a_name_tells_whose_it_is(say: str, kind: str, names: set[str]) -> None:
    doc, layers = read_body(say)

    assert names == {doc.quote(m.span) for m in layers.mentions if m.form == "name" and m.type == kind}


@pytest.mark.parametrize("verb", ["left the", "joined a", "sued the"])
def test_a_verb_and_an_article_part_two_names(verb: str) -> None:
    text = f"Salt Rovers {verb} Tide League on Sunday."

    assert read(text, f"Salt Rovers {verb} Tide League", "Salt Rovers", "Tide League") == ["Salt Rovers", "Tide League"]


@pytest.mark.parametrize("joint", ["of the", "for the", "against the"])
def test_a_preposition_and_an_article_do_not(joint: str) -> None:
    name = f"Pilots {joint} Tide League"

    assert read(f"The {name} met.", name, "Pilots", "Tide League") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Newsman Rafael Ortega met Ada Mensah in Lima.", "Rafael Ortega"),
        ("Pan-democrat Gary Moe was elected.", "Gary Moe"),
        ("Police met Christian Okafor in Lima.", "Christian Okafor"),
        ("Dame Zora Mia Hale DBE RA was an architect.", "Zora Mia Hale"),
    ],
)
def test_what_somebody_is_and_letters_of_honour_are_no_part_of_the_name(text: str, name: str) -> None:
    doc, layers = read_body(text)

    assert name in [doc.quote(m.span) for m in layers.mentions if m.form == "name" and m.type == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Guards arrested Hamid 'Akkad, an elder.", "Hamid 'Akkad", id="ayn inside a name"),
        pytest.param("On Friday Jamil met ‘Amr Salim in Tikva.", "‘Amr Salim", id="ayn before it"),
        pytest.param("On Friday Jamil met ʿUmar Nasser in Tikva.", "ʿUmar Nasser", id="the letter itself"),
        pytest.param("The mill is run by A S Perera of Galle.", "A S Perera", id="initials without stops"),
        pytest.param("I K Adeyemi runs the mill.", "I K Adeyemi", id="an initial that is a word elsewhere"),
    ],
)
def test_signs_and_letters_that_belong_to_a_name(text: str, name: str) -> None:
    doc, layers = read_body(text)

    assert name in {doc.quote(m.span) for m in layers.mentions if m.form == "name"}


@pytest.mark.parametrize(
    "text", ["The paper called Jamil ‘Old Hand’ for years.", "She read 'Our Town' to Jamil aloud."]
)
def test_a_quoted_word_keeps_no_mark_in_its_name(text: str) -> None:
    doc, layers = read_body(text)

    assert not any(doc.quote(m.span)[0] in "'‘" for m in layers.mentions if m.form == "name")


@pytest.mark.parametrize(
    ("say", "kind", "name"),
    [
        ("The Northern Fishermen's Organisation welcomed it.", "organization", "Northern Fishermen's Organisation"),
        ("The April 6 Youth Movement denied it.", "organization", "April 6 Youth Movement"),
        ("The June 4 Committee met in Osh.", "organization", "June 4 Committee"),
        ("DUPONT Jean, born in 1970, was charged.", "person", "DUPONT Jean"),
        ("Neighbours called him Wahu. On Monday Wahu left.", "person", "Wahu"),
    ],
)
def test_a_name_is_whole_and_of_one_kind(say: str, kind: str, name: str) -> None:
    doc, layers = read_body(say)

    assert (kind, name) in {(m.type, doc.quote(m.span)) for m in layers.mentions if m.form == "name"}

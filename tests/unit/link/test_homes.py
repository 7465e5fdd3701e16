"""Whom a name belongs to is found by its words, and comes out as if every name had been looked through."""

from tests.support import read_body

from whence.link.homes import Group, Known, find_home
from whence.model import Document, Maker, Mention

MAKER = Maker("test", "1")


def named(doc: Document, words: str, kind: str = "person") -> Mention:
    start = doc.text.index(words)
    return Mention(doc.span(start, start + len(words)), kind, "name", MAKER)


def collected(doc: Document, *names: str, namesake: str = "") -> Known:
    known = Known()
    for name in names:
        known.add(Group([named(doc, name)], "person", {name.lower()}, name == namesake))
    return known


def test_a_surname_belongs_to_the_one_who_bears_it() -> None:
    doc = Document.of("Ana Mor, Ivo Duda; Duda.", source="test")
    known = collected(doc, "Ana Mor", "Ivo Duda")

    home = find_home(doc, Mention(doc.span(19, 23), "person", "name", MAKER), known)

    assert home is not None
    assert home.keys == {"ivo duda"}


def test_a_given_name_and_the_first_of_two_surnames_belong_to_the_one_named_in_full() -> None:
    doc, layers = read_body("Luis Tomas Ferrero Lobo was elected. Luis Ferrero said that the strike would go on.")

    assert [[doc.quote(m) for m in c.mentions] for c in layers.chains] == [["Luis Tomas Ferrero Lobo", "Luis Ferrero"]]


def test_of_two_bearers_of_a_surname_neither_has_it_alone() -> None:
    doc = Document.of("Ana Duda, Ivo Duda; Duda.", source="test")

    assert (
        find_home(doc, Mention(doc.span(20, 24), "person", "name", MAKER), collected(doc, "Ana Duda", "Ivo Duda"))
        is None
    )


def test_a_surname_is_that_of_the_one_whose_life_is_told() -> None:
    text = "Ana Duda (born 1950 in Osh) is a judge. Her brother is Ivo Duda. Duda left in May."
    _, layers = read_body(text)

    at = text.index("Duda left")
    assert {c.name for c in layers.chains if any(m.start == at for m in c.mentions)} == {"Ana Duda"}


def test_a_nickname_that_begins_with_the_surname_takes_it_from_nobody() -> None:
    text = "Ivo Bright (born 1978), known as Bright Boy, is a clerk. Bright left in May."
    _, layers = read_body(text)

    at = text.index("Bright left")
    assert {c.name for c in layers.chains if any(m.start == at for m in c.mentions)} == {"Ivo Bright"}


def test_a_name_learned_later_finds_its_bearer_and_a_namesake_takes_none() -> None:
    doc = Document.of("Ana Mor, Ivo Duda; Zed.", source="test")
    known = collected(doc, "Ana Mor", "Ivo Duda", namesake="Ivo Duda")
    zed = Mention(doc.span(19, 22), "person", "name", MAKER)
    assert find_home(doc, zed, known) is None

    known.learn(known.people[0], {"zed"})

    assert find_home(doc, zed, known) is known.people[0]
    assert find_home(doc, named(doc, "Ivo Duda"), known) is None

"""A post is its holder's, and its body is its own: neither is that of the next man in the sentence."""

import pytest
from tests.support import read_body, words


def posts(text: str) -> dict[tuple[str, str], str | None]:
    """Of each holder and post the body."""
    doc, layers = read_body(text)
    told = [words(doc, c) for c in layers.claims if c.predicate == "holds_role" and c.polarity == "affirmed"]
    return {(t["holder"][0], t["post"][0]): t["of"][-1] if "of" in t else None for t in told}


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        ("Clerks accused Ivo Duda and party boss Ada Mensah, head of the Dockers' Union, of it.", "Ivo Duda", "head"),
        ("Ada Mensah is an advocate of rural clinics and free trade.", "Ada Mensah", "advocate"),
        ("Ada Mensah is known for characters such as nurse Sarah in a comedy.", "Sarah", "nurse"),
    ],
)
def test_a_post_is_not_of_whom_its_words_do_not_name(text: str, holder: str, post: str) -> None:
    assert (holder, post) not in posts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Duda is not their lawyer.", []),
        ("Ivo Duda is no longer their lawyer.", ["denied"]),
        ("Ivo Duda is not the mayor of Lobos.", ["denied"]),
    ],
)
def test_whose_a_post_is_not_has_to_be_said(text: str, expected: list[str]) -> None:
    _, layers = read_body(text)

    assert [c.polarity for c in layers.claims if c.predicate == "holds_role"] == expected


@pytest.mark.parametrize(
    ("text", "holder", "post", "body"),
    [
        (
            "The ferry line Bluewave, whose chief executive Ivo Duda also served as the film's producer, closed.",
            "Ivo Duda",
            "producer",
            None,
        ),
        ("Tom Rigg died. In his place Councillor Ivo Duda was elected alderman.", "Ivo Duda", "Councillor", None),
        ("Ada Mensah is the founder of the weekly paper The Lobos Mirror.", "Ada Mensah", "founder", "Lobos Mirror"),
        ("Ada Mensah is the editor of the weekly newspaper The Coast Guide.", "Ada Mensah", "editor", "Coast Guide"),
        (
            "Guests were Ivo Duda (director, Lobos Region, Dockers' Union) and a clerk of the Dockers' Union.",
            "Ivo Duda",
            "director",
            None,
        ),
        ("Delta Freight closed, and its director, Ivo Duda, left.", "Ivo Duda", "director", "Delta Freight"),
    ],
)
def test_the_body_of_a_post_is_its_own(text: str, holder: str, post: str, body: str | None) -> None:
    assert posts(text)[holder, post] == body


def test_the_time_of_another_noun_is_not_that_of_a_post() -> None:
    _, layers = read_body("Ada Mensah is a former actress and winner of the Miss Lobos pageant of 1984.")

    assert [c.valid.edtf for c in layers.claims if c.predicate == "holds_role"] == [None]


@pytest.mark.parametrize(
    ("text", "holder", "post"),
    [
        ("Ada Mensah said she would not run for re-election as mayor of Lobos.", "she", "mayor"),
        ("Ada Mensah was appointed to serve as a family court judge in Lobos.", "Ada Mensah", "family court judge"),
        ("Ivo Duda was tipped to succeed Ada Mensah as mayor of Lobos.", "Ada Mensah", "mayor"),
        ("Ada Mensah beat two rivals to become mayor of Lobos.", "Ada Mensah", "mayor"),
    ],
)
def test_a_post_that_is_held_is_no_plan(text: str, holder: str, post: str) -> None:
    doc, layers = read_body(text)

    held = [c for c in layers.claims if c.predicate == "holds_role" and post in words(doc, c)["post"]]

    assert [(words(doc, c)["holder"][0], c.certainty, c.polarity) for c in held] == [(holder, "asserted", "affirmed")]

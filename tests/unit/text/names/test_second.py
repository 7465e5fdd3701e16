"""Second names by construction: each is shown by the examples that stand beside it."""

import pytest
from tests.support import read_body

from whence.text.names.second import second_names
from whence.vocab import read_yaml

TOLD = read_yaml("second_names_told.yaml")["told"]


def found(say: str) -> list[tuple[str, str, str]]:
    doc, layers = read_body(say)
    told = (s for sent in layers.sentences for s in second_names(doc.text, *_ends(sent), layers.mentions))
    return [(doc.text[slice(*s.bearer)], doc.text[slice(*s.name)], s.doubt) for s in told]


def _ends(sentence):  # type: ignore[no-untyped-def]
    return sentence.span.start, sentence.span.end


@pytest.mark.parametrize(("say", "bearer", "name"), [e for told in TOLD for e in told.get("examples", ())])
def test_a_construction_reads_its_example(say: str, bearer: str, name: str) -> None:
    assert (bearer, name) in [(who, what) for who, what, _ in found(say)]


@pytest.mark.parametrize("say", [say for told in TOLD for say in told.get("not", ())])
def test_what_only_looks_like_a_construction_is_none(say: str) -> None:
    assert found(say) == []


@pytest.mark.parametrize(
    "say",
    [
        "Ana Mor denied that Wahu and Ana Mor are the same person.",
        "Ana Mor, not to be confused with Petra Lind, also known as Wahu, sings.",
        "Rosa Vale, the sister of Ana Mor, who goes by Wahu, left.",
    ],
)
def test_what_is_denied_or_open_gives_no_name(say: str) -> None:
    assert not [row for row in found(say) if row[0] == "Ana Mor"]


@pytest.mark.parametrize(
    ("say", "pairs"),
    [
        ("Guards held Ana Mor, alias Wahu, and Petra Lind.", {("Ana Mor", "Wahu")}),
        (
            "They are Ana Mor, alias Wahu; Ivo Duda, alias Night Owl; and Petra Lind.",
            {("Ana Mor", "Wahu"), ("Ivo Duda", "Night Owl")},
        ),
        ("Ana Mor (aliases: Wahu; Petra Lind) left.", {("Ana Mor", "Wahu"), ("Ana Mor", "Petra Lind")}),
        ("Ana Mor, alias “Wahu”, “Night Owl”, left.", {("Ana Mor", "Wahu"), ("Ana Mor", "Night Owl")}),
    ],
)
def test_a_list_of_second_names_ends_where_the_next_person_begins(say: str, pairs: set[tuple[str, str]]) -> None:
    assert {(who, what) for who, what, _ in found(say)} == pairs


def test_what_a_verb_behind_an_aside_tells_is_not_of_the_one_in_the_aside() -> None:
    said = found("Ana Mor, daughter of the late Ivo Mor, is known as Wahu.")

    assert [(who, what) for who, what, _ in said] == [("Ana Mor", "Wahu")]
    assert [(who, what) for who, what, _ in found("The singer, Ana Mor, is known as Wahu.")] == [("Ana Mor", "Wahu")]


def test_two_names_are_one_where_the_text_has_brought_the_one_in_as_a_name() -> None:
    assert found("A man they call Night Owl runs the mine. Night Owl is Ivo Duda, a baker.")
    assert not found("Night Owl is Ivo Duda, a baker.")


@pytest.mark.parametrize(
    ("say", "pairs"),
    [
        ('Guards held Ana Mor, a/k/a "Wahu", a/k/a "Night Owl", and Petra Lind.', {"Wahu", "Night Owl"}),
        ('Ana Mor (a.k.a. "Wahu"; a.k.a. "Night Owl") died.', {"Wahu", "Night Owl"}),
        ("Ana Mor is known as the Professor. The Professor left.", {"Professor"}),
        ("Ana Mor, known under the code name Wahu and also as Night Owl, died.", {"Wahu", "Night Owl"}),
    ],
)
def test_every_second_name_of_a_sentence_is_read(say: str, pairs: set[str]) -> None:
    assert {what for who, what, _ in found(say) if who == "Ana Mor"} == pairs


def test_a_post_that_is_somebodys_nickname_is_his_only_where_it_stands_alone() -> None:
    doc, layers = read_body("Ana Mor is known as the Professor. The Professor left. Professor Ivo Duda stayed.")
    chains = [{doc.quote(m) for m in c.mentions} for c in layers.chains]

    assert {"Ana Mor", "Professor"} in chains
    assert {"Ivo Duda"} in chains


def test_what_a_witness_only_claims_is_unsure() -> None:
    assert found("A clerk claimed that Wahu and Ana Mor are the same person.")[0][2] == "claimed"

"""Words that look like a deed: nobody is hit by beauty, and whoever investigates a raid made none."""

import pytest
from tests.support import read_body, words


def told(text: str, predicate: str) -> list[dict[str, list[str]]]:
    """The arguments of each affirmed claim of one predicate."""
    doc, layers = read_body(text)
    return [words(doc, c) for c in layers.claims if c.predicate == predicate and c.polarity == "affirmed"]


def moods(text: str, predicate: str) -> list[tuple[str, str]]:
    """Certainty and polarity of each claim of one predicate."""
    _, layers = read_body(text)
    return [(c.certainty, c.polarity) for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ivo Duda was struck by the beauty of the bay.", "attacks"),
        ("Ada Mensah published a letter attacking the treasurer, Ivo Duda.", "attacks"),
        ("It is absurd to blame the Harbour Board.", "accuses"),
        ("The Harbour Patrol is fighting crime.", "clashes_with"),
        ("The target was a branch of the Salt Bank located in the Belen district.", "based_in"),
        ("Ana Mor directed the thriller in Lima.", "directs"),
        ("Ivo Duda was charged with the care of the archive.", "charges"),
        ("The army once more denied to the villagers the right to vote.", "denies"),
    ],
)
def test_no_deed_is_told(text: str, predicate: str) -> None:
    assert told(text, predicate) == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ivo Duda was struck by a bullet in Osh.", "attacks"),
        ("The Tide blamed the Harbour Board.", "accuses"),
        ("The Harbour Patrol is fighting smugglers in Osh.", "clashes_with"),
        ("The Salt Bank is located in Osh.", "based_in"),
        ("Ivo Duda was charged with fraud.", "charges"),
    ],
)
def test_the_same_words_tell_a_deed_where_they_are_meant(text: str, predicate: str) -> None:
    assert told(text, predicate)


def test_whoever_investigates_a_deed_has_not_done_it() -> None:
    text = "Police are investigating the killing of Ivo Duda on 25 January and an attack on a mill in Osh."

    assert [t.get("killer") for t in told(text, "kills")] == [None]
    assert not any("attacker" in t or t["target"] == ["Osh"] for t in told(text, "attacks"))


def test_what_befell_a_relative_befell_nobody_else() -> None:
    text = "Following the death of Marko Duda's much loved first wife, Ada Mensah, his friends left."

    assert [t["person"] for t in told(text, "died")] == [["Ada Mensah"]]


@pytest.mark.parametrize("text", ["Not a single clerk was arrested in Osh.", "Not one clerk was arrested in Osh."])
def test_not_a_single_one_is_nobody(text: str) -> None:
    doc, layers = read_body(text)
    claims = [c for c in layers.claims if c.predicate == "arrests"]

    assert [(c.polarity, words(doc, c)["target"]) for c in claims] == [("denied", ["clerk"])]


def test_a_party_adjective_is_no_body_of_an_office() -> None:
    assert "of" not in told("Liberal president Ivo Duda left for Osh.", "holds_role")[0]


def test_a_title_in_quotation_marks_is_a_byname() -> None:
    assert told('Ivo Duda, "King Ivo", sold the yard.', "holds_role") == []


def test_what_was_done_well_enough_had_its_effect() -> None:
    assert moods("Ada Mensah sang well enough to earn $4 million.", "counts") == [("asserted", "affirmed")]


def test_the_second_parent_stands_behind_the_aside() -> None:
    text = "Ada was born in Osh, the daughter of Ivo Duda, son of Luis Duda, and Ana Vale."

    pairs = {(t["person"][0], t["relative"][0]) for t in told(text, "family_of")}
    assert ("Ada", "Ana Vale") in pairs
    assert ("Ivo Duda", "Ana Vale") not in pairs


def test_a_deed_that_somebody_claims_is_only_claimed() -> None:
    text = (
        "The Delta Union, which on 25 January claimed responsibility for killing the former dock workers' chief"
        " Ivo Duda, claimed responsibility today for setting off a bomb at telephone offices in Lima."
    )

    assert set(moods(text, "kills")) <= {("claimed", "affirmed")}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Vale's lawyer told reporters that the mill was shut while the mayor said it was open.",
            ["the mill was shut", "it was open"],
        ),
        (
            "Ivo Duda entered a clinic that a state official said is unlicensed to treat him.",
            ["is unlicensed to treat him"],
        ),
        (
            "Senator Ana Mor of Corvina, who Ivo Duda says was a friend of his father, issued a decree on Friday.",
            ["was a friend of his father"],
        ),
    ],
)
def test_each_says_only_his_own_words(text: str, content: list[str]) -> None:
    assert sorted(t["content"][0] for t in told(text, "says")) == sorted(content)


def test_a_rank_is_not_of_the_body_of_a_post() -> None:
    text = "general Ivo Duda, chief of the Corvina secret police, warned the country today."

    assert not any("of" in t for t in told(text, "holds_rank"))

"""Readings that look like a claim while their words say something else, and claims that said too much."""

import pytest
from tests.support import holds, read_body, words

NOT = [
    # Who is on the way has not arrived.
    ("Omar Ruiz and Jairo Vega were returning to Lobos when they were kidnapped.", "visits"),
    ("All the passengers travelling to Lobos died.", "visits"),
    ("The Larks beat visiting Osh, 91-73.", "visits"),
    # Whoever tells it is not the clerk of whom he tells.
    ("According to Vale, a detective for the Osh police was given the files.", "holds_role"),
    ("Lawyer: Linda Loman checks into clinic", "holds_role"),
    ("In 1950 the linguist Ivo Duda became Plumian Professor of Law.", "succeeds"),
    # They fight a third.
    ("Ana Mor became a novelist to support her family.", "supports"),
    ("The convict escaped after handcuffing two guards.", "arrests"),
    ("In the 90th minute the Larks made a change, as Ivo Duda replaced Luis Pardo.", "succeeds"),
    ("Luis Pardo said he had no information about the fire.", "denies"),
    ("The agency stated that there were no significant health effects.", "denies"),
    ("The Larks gave Osh a 20 - 13 victory over Lobos.", "counts"),
    ("The 24-hour news cycle tires the nuns of Osh.", "counts"),
    ("Police in Osh seized an AK-47 rifle.", "counts"),
    ("Teams in Osh were arranged in groups of three.", "counts"),
    ("Ana Mor bought a 5000 yen banknote in Osh.", "counts"),
]

FOUND = [
    ("Omar Ruiz had returned to Lobos when he was kidnapped.", "visits", {"visited": "Lobos"}),
    (
        "According to Ada Mensah, a clerk at the Salt Institute, the doors were shut.",
        "holds_role",
        {"holder": "Ada Mensah"},
    ),
    ("Vera Lund is the director of Norway's central bank.", "holds_role", {"of": "Norway's central bank"}),
    ("A stray bullet killed Ana Mor in Osh.", "kills", {"weapon": "bullet", "victim": "Ana Mor"}),
    ("Three hundred and fifty policemen guard the gate.", "counts", {"number": "Three hundred and fifty"}),
    (
        "The nuns read six hundred to eight hundred letters in May.",
        "counts",
        {"number": "six hundred to eight hundred"},
    ),
    ("Meridian Freight signed a $45 million contract.", "counts", {"counted": "contract", "number": "$45 million"}),
    ("The Coastal Patrol seized 12 aircraft.", "captures", {"count": "12"}),
]


def found_in(text: str, predicate: str) -> list[dict[str, list[str]]]:
    doc, layers = read_body(text)
    return [words(doc, c) for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(("text", "predicate"), NOT)
def test_words_that_say_something_else_make_no_claim(text: str, predicate: str) -> None:
    assert found_in(text, predicate) == []


@pytest.mark.parametrize(("text", "predicate", "wanted"), FOUND)
def test_what_is_said_is_still_read(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    here = [c for c in layers.claims if c.predicate == predicate]

    assert any(holds(doc, c, wanted) for c in here), found_in(text, predicate)


def test_who_fight_a_third_are_no_foes() -> None:
    text = "Sam Pell and his brother Dean Pell drove through the land fighting Ivo Duda."

    assert {tuple(w["other"]) for w in found_in(text, "clashes_with")} <= {("Ivo Duda",)}


def test_a_post_on_a_show_is_of_nobody_who_owns_it() -> None:
    (post,) = found_in("Jared Hill served as the host of Salt Radio's quiz show.", "holds_role")

    assert "of" not in post


def test_the_next_in_a_list_keeps_his_film() -> None:
    found = found_in("He was asked by actor Tom Wells and the director of the Lobos Festival.", "holds_role")

    assert all("of" not in post for post in found if "Tom Wells" in post["holder"])


def test_what_is_aimed_at_has_not_happened() -> None:
    _, layers = read_body("The aim of the raid, the arrest of Luis Pardo, was not achieved.")

    assert {c.certainty for c in layers.claims if c.predicate == "arrests"} <= {"intended"}


def test_the_day_a_body_is_found_is_not_the_day_of_the_death() -> None:
    _, layers = read_body("The body of Ivo Duda was found by a maid on 27 July 2004.")

    assert {c.valid.edtf for c in layers.claims if c.predicate == "died"} == {None}


def test_a_threat_to_kill_is_no_toll() -> None:
    found = found_in("The gang set fire to the Lobos club and told of its threat to kill 10 judges.", "attacks")

    assert all("killed" not in attack for attack in found)


def test_a_reading_of_which_the_reader_is_not_sure_is_only_proposed() -> None:
    _, layers = read_body("The army has held the hills north of Osh since April.")

    assert all(c.confidence >= 0.4 or c.maker.stage != "annotate.learned" for c in layers.claims)

"""Questions are read into frames: claims with holes, with what they name, when, as known when, by whose word."""

from pathlib import Path

import pytest

from whence.ask.asked import Question
from whence.ask.naming import Names
from whence.ask.questions import read_question
from whence.store import CaseView

FORMS = [
    ("Who leads the Harbour Board?", "commands", [("commanded", "Harbour Board")], [("who", "commander")]),
    ("Whom does the Harbour Board fund?", "supports", [("supporter", "Harbour Board")], [("who", "supported")]),
    ("Which gangs did the Harbour Board train?", "supports", [("supporter", "Harbour Board")], [("what", "supported")]),
    ("How many seats did the Harbour Board win?", "wins_seats", [("party", "Harbour Board")], [("count", "seats")]),
    ("When was the Dockers' League founded?", "formed", [("body", "Dockers' League")], [("when", "")]),
    ("Where was Bo Lindqvist arrested?", "arrests", [("target", "Bo Lindqvist")], [("where", "place")]),
    ("How many people were killed in Oslo?", "kills", [("place", "Oslo")], [("count", "count")]),
    ("Who is the father of Ana Duarte?", "family_of", [("relative", "Ana Duarte")], [("who", "person")]),
    ("Who owns the Harbour Board?", "owns", [("owned", "Harbour Board")], [("who", "owner")]),
    ("Who is the owner of the Harbour Board?", "owns", [("owned", "Harbour Board")], [("who", "owner")]),
    ("Whom did Ana Duarte meet?", "meets", [("participant", "Ana Duarte")], [("who", "counterpart")]),
    ("Who succeeded Bo Lindqvist?", "succeeds", [("predecessor", "Bo Lindqvist")], [("who", "successor")]),
    ("Who was chair before Ana Duarte?", "succeeds", [("successor", "Ana Duarte")], [("who", "predecessor")]),
    ("Who is the leader of the Dockers' League?", "holds_role", [("of", "Dockers' League")], [("who", "holder")]),
    ("Who appointed Ana Duarte chair?", "appoints", [("appointee", "Ana Duarte")], [("who", "authority")]),
    ("Which board does the Dockers' League belong to?", "part_of", [("part", "Dockers' League")], [("what", "whole")]),
    ("What is Bo Lindqvist also known as?", "alias_of", [("bearer", "Bo Lindqvist")], [("what", "alias")]),
    (
        "Where did Ana Duarte and Bo Lindqvist meet?",
        "meets",
        [("participant", "Ana Duarte"), ("counterpart", "Bo Lindqvist")],
        [("where", "place")],
    ),
    (
        "How much did the Harbour Board give the Dockers' League?",
        "supports",
        [("supporter", "Harbour Board"), ("supported", "Dockers' League")],
        [("count", "amount")],
    ),
    ("Who followed Bo Lindqvist?", "succeeds", [("predecessor", "Bo Lindqvist")], [("who", "successor")]),
    (
        "Under which law was Bo Lindqvist designated, when, and by whom?",
        "designates",
        [("target", "Bo Lindqvist")],
        [("what", "legal_basis"), ("when", ""), ("who", "authority")],
    ),
]


@pytest.fixture
def view(handmade_case: Path) -> CaseView:
    return CaseView(handmade_case)


def read(view: CaseView, text: str) -> Question:
    return read_question(text, Names(view), {"a.txt": "id-of-a", "b.txt": "id-of-b"})


@pytest.mark.parametrize(("text", "predicate", "given", "holes"), FORMS, ids=[form[0] for form in FORMS])
def test_a_form_of_question_is_a_claim_with_holes(
    view: CaseView, text: str, predicate: str, given: list[tuple[str, str]], holes: list[tuple[str, str]]
) -> None:
    frames = [f for f in read(view, text).frames if f.predicate == predicate]

    assert [[(role, phrase.words) for role, phrase in f.given] for f in frames] == [given]
    assert [[(hole.kind, hole.role) for hole in f.holes] for f in frames] == [holes]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Who was chief executive of the Harbour Board?", "chief executive"),
        ("Who was acting chair of the Harbour Board?", "acting chair"),
        ("Who was minister of fisheries?", "minister of fisheries"),
        ("When did Ana Duarte become deputy chair of the Harbour Board?", "deputy chair"),
    ],
)
def test_a_post_keeps_the_words_that_make_it_another_post(view: CaseView, text: str, post: str) -> None:
    assert [f.post for f in read(view, text).frames] == [post]


@pytest.mark.parametrize(
    ("text", "on", "relation", "known_by"),
    [
        ("Who led the Harbour Board on 2018-09-11?", "2018-09-11", "on", None),
        ("Who led the Harbour Board in November 2015?", "2015-11", "on", None),
        ("Whom did Bo Lindqvist meet after May 2016?", "2016-05", "after", None),
        ("As known on 2016-05-12, who led the Harbour Board?", None, "on", "2016-05-12"),
        ("As known on 2016-05-12, who led the Harbour Board in 2014?", "2014", "on", "2016-05-12"),
        ("Who led the Harbour Board?", None, "on", None),
    ],
)
def test_the_day_in_the_world_and_the_day_of_knowledge_are_two(
    view: CaseView, text: str, on: str | None, relation: str, known_by: str | None
) -> None:
    question = read(view, text)

    assert (question.on, question.relation, question.known_by) == (on, relation, known_by)
    assert question.frames[0].predicate == "commands" or relation == "after"


def test_according_to_a_name_asks_for_that_word_only(view: CaseView) -> None:
    question = read(view, "Who leads the Harbour Board, according to Bo Lindqvist?")

    assert [t.words for t in question.tellers] == ["Bo Lindqvist"]
    assert [n.words for n in question.names] == ["Harbour Board"]


def test_according_to_the_different_texts_asks_for_each(view: CaseView) -> None:
    question = read(view, "Who leads the Harbour Board, according to the different texts?")

    assert (question.each, question.tellers) == (True, ())


def test_words_that_no_frame_holds_are_kept(view: CaseView) -> None:
    assert read(view, "Which rusty harbour did Ana Duarte visit?").unread == ("rusty",)
    assert read(view, "Who was acting chair of the Harbour Board?").unread == ()


def test_a_document_may_be_asked_about(view: CaseView) -> None:
    question = read(view, "When was a.txt written?")

    assert (question.document, question.asks, question.frames) == ("id-of-a", "published", ())


def test_a_question_without_an_asking_word_wants_yes_or_no(view: CaseView) -> None:
    assert read(view, "Did Bo Lindqvist visit Oslo?").whether
    assert not read(view, "Who visited Oslo?").whether


def test_a_name_that_the_case_lacks_means_nobody(view: CaseView) -> None:
    (name,) = read(view, "Who owns Zimmerbrook Holdings?").names

    assert (name.words, name.entities) == ("Zimmerbrook Holdings", frozenset())


def test_a_name_is_known_by_its_last_part_and_in_another_spelling(view: CaseView) -> None:
    names = Names(view)

    assert names.find("Did Duarte call?")[0].entities == names.find("Ana Duarte")[0].entities
    assert names.look_up("Bo Lindquist") == names.look_up("Bo Lindqvist")

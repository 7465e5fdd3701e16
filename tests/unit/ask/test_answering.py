"""Questions are answered from claims, with their sentences, or the case does not say."""

from pathlib import Path

import pytest

from whence.ask import Reply, answer
from whence.store import CaseView


@pytest.fixture
def view(handmade_case: Path) -> CaseView:
    return CaseView(handmade_case)


def texts(reply: Reply) -> list[str]:
    return [item.text for item in reply.answer or ()]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who chairs the Harbour Board?", ["Ana Duarte"]),
        ("Who was chair of the Harbour Board on 2019-05-01?", ["Ana Duarte"]),
        ("Who funds the Dockers' League?", ["Harbour Board"]),
        ("Whom does the Harbour Board fund?", ["Dockers' League"]),
        ("Which city did Ana Duarte visit?", ["Oslo"]),
        ("When did Ana Duarte visit Oslo?", ["2019-05-03"]),
        ("Who visited Oslo in 2019?", ["Ana Duarte"]),
        ("Did Ana Duarte visit Oslo?", ["yes"]),
        ("Did the Dockers' League attack Oslo?", ["no"]),
        ("What post does Ana Duarte hold?", ["chair of Harbour Board"]),
        ("What is Ana Duarte's post?", ["chair of Harbour Board"]),
        ("Who was acting chair of the Harbour Board?", ["Ana Duarte"]),
        ("Since when has Ana Duarte been chair of the Harbour Board?", ["2017-03", "2017-06"]),
        ("When was Ana Duarte chair of the Harbour Board?", ["since 2017-03", "since 2017-06"]),
        ("Was Ana Duarte chair of the Harbour Board in May 2019?", ["yes"]),
        ("Tell me who visited Oslo.", ["Ana Duarte"]),
    ],
)
def test_what_the_case_says_is_answered(view: CaseView, question: str, wanted: list[str]) -> None:
    assert texts(answer(view, question)) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "Who attacked Oslo?",  # only a denial is there
        "Who visited Oslo in 2018?",
        "Who was chair of the Harbour Board on 2012-01-01?",
        "Who is deputy chair of the Harbour Board?",
        "Who chairs the Dockers' League?",
        "Who owns Zimmerbrook Holdings?",
        "How many people were killed in Oslo?",
        "How much does the Harbour Board earn?",
        "Whom did Bo Lindqvist meet?",
        "Until when was Ana Duarte chair of the Harbour Board?",
        "Did Ana Duarte resign as chair of the Harbour Board?",
        "Was Bo Lindqvist chair of the Harbour Board in 2019?",
        "Was Ana Duarte chair of the Harbour Board in 2012?",
        "Who became chair of the Harbour Board in 2019?",
    ],
)
def test_what_the_case_does_not_say_is_not_guessed(view: CaseView, question: str) -> None:
    reply = answer(view, question)

    assert reply.answer is None
    assert reply.remarks[0] == "The case does not say."


def test_an_answer_has_its_claims_its_sentences_and_who_says_so(view: CaseView) -> None:
    reply = answer(view, "Who visited Oslo?")
    (item,) = reply.answer or ()

    assert reply.sure
    assert item.said_by == "The Post"
    assert len(item.claims) == 1
    assert [reply.citations[n - 1].quote for n in item.citations] == ["Duarte visited Oslo on 3 May 2019."]


def test_answers_that_disagree_are_all_given_each_with_its_source(view: CaseView) -> None:
    reply = answer(view, "When did Ana Duarte become chair of the Harbour Board?")

    assert {(i.edtf, i.said_by) for i in reply.answer or ()} == {("2017-03", "The Post"), ("2017-06", "Bo Lindqvist")}
    assert not reply.sure


def test_only_one_voice_is_heard_when_it_is_asked_for(view: CaseView) -> None:
    asked = "When did Ana Duarte become chair of the Harbour Board, according to Bo Lindqvist?"

    assert texts(answer(view, asked)) == ["2017-06"]


def test_only_what_had_been_published_by_then_is_known(view: CaseView) -> None:
    asked = "As known on 2019-12-31, when did Ana Duarte become chair of the Harbour Board?"

    assert texts(answer(view, asked)) == ["2017-03"]
    assert texts(answer(view, asked.partition(", ")[2], known_by="2019-12-31")) == ["2017-03"]


def test_a_suspicion_is_no_sure_answer(view: CaseView) -> None:
    reply = answer(view, "Who funds the Dockers' League?")

    assert not reply.sure
    assert (reply.answer or ())[0].note.startswith("suspected")


def test_an_office_not_said_to_have_ended_is_not_sure(view: CaseView) -> None:
    reply = answer(view, "Who was chair of the Harbour Board on 2020-01-01?")

    assert (texts(reply), reply.sure) == (["Ana Duarte"], False)
    assert "not said to have ended" in (reply.answer or ())[0].note


def test_the_date_of_a_document_is_answered_from_what_is_known_of_it(view: CaseView) -> None:
    reply = answer(view, "When was a.txt written?")

    assert (texts(reply), reply.sure) == (["2019-06-01"], True)
    assert answer(view, "When was c.txt written?").answer is None


def test_an_unknown_name_is_named(view: CaseView) -> None:
    assert "'Zimmerbrook Holdings'" in answer(view, "Who owns Zimmerbrook Holdings?").remarks[1]


@pytest.mark.parametrize(
    "question",
    ["", "?", "Who?", "Which", "how many", "Why did Bo Lindqvist go?", "Green ideas sleep.", "Who \ud800 x", "من هو"],
)
def test_what_is_no_question_is_said_not_to_be_understood(view: CaseView, question: str) -> None:
    reply = answer(view, question)

    assert (reply.answer, reply.sure) == (None, False)
    assert "not understood" in reply.remarks[0]


def test_a_time_that_no_calendar_gives_makes_the_answer_unsure(view: CaseView) -> None:
    reply = answer(view, "Who visited Oslo last year?")

    assert not reply.sure
    assert "'last year' is no date by itself" in reply.remarks[0]


@pytest.mark.parametrize(("question", "wanted"), [
    ("Who chaired the Harbour Board before 2015?", []),
    ("Who chaired the Harbour Board after 2015?", ["Ana Duarte"]),
])  # fmt: skip
def test_an_office_before_or_after_a_day(view: CaseView, question: str, wanted: list[str]) -> None:
    assert texts(answer(view, question)) == wanted


def test_an_answer_to_half_of_a_question_is_not_sure(view: CaseView) -> None:
    reply = answer(view, "Which old harbour did Ana Duarte visit?")

    assert not reply.sure


def test_what_the_sources_disagree_on_is_shown_with_both_sides(view: CaseView) -> None:
    (item,) = answer(view, "Do the sources disagree about Ana Duarte?").answer or ()

    assert "2017-03" in item.text and "2017-06" in item.text
    assert len(item.claims) == 2
    assert answer(view, "Do the sources disagree about Oslo?").answer is None


def test_a_date_that_the_claim_lacks_is_told_by_the_day_of_the_text(view: CaseView) -> None:
    (item,) = answer(view, "When was Bo Lindqvist replaced?").answer or ()

    assert (item.text, item.edtf) == ("by 2019-06-01", "../2019-06-01")
    assert "without a date" in item.note


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What happened in Oslo on 3 May 2019?", ["Ana Duarte visits Oslo (2019-05-03)"]),
        ("What happened in May 2019?", ["Ana Duarte visits Oslo (2019-05-03)"]),
        ("What happened in Oslo in 2012?", []),
        ("What happened in Bergen?", []),
        ("How is the Harbour Board connected to the Dockers' League?", ["Harbour Board supports Dockers' League"]),
        ("What is the relationship between Bo Lindqvist and Oslo?", []),
    ],
)
def test_what_happened_and_what_is_between_two_is_told_in_facts(
    view: CaseView, question: str, wanted: list[str]
) -> None:
    assert texts(answer(view, question)) == wanted


@pytest.mark.parametrize(
    "question", ["", "?", "on 3 May 2021?", "Who was acting minister?", "acting", "Who claimed to be caretaker chair?"]
)
def test_a_question_of_few_words_is_answered_with_words_too(view: CaseView, question: str) -> None:
    assert answer(view, question).remarks or answer(view, question).answer

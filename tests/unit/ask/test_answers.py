"""Answers of the hand-made case: each line is right, is cited, and shows whose word it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from whence import ask
from whence.ask import Answer, Line
from whence.errors import BadDate, UnknownName
from whence.store import CaseView


@pytest.fixture
def view(handmade_case: Path) -> Iterator[CaseView]:
    with CaseView(handmade_case) as view:
        yield view


def lines(answer: Answer, title: str = "") -> list[Line]:
    return [line for s in answer.sections for line in s.lines if title in s.title]


def texts(answer: Answer, title: str = "") -> list[str]:
    return [" | ".join(filter(None, (x.text, x.when, x.note))) for x in lines(answer, title)]


def test_every_citation_quotes_its_document_and_is_numbered_once(view: CaseView) -> None:
    for answer in (ask.brief(view), ask.who(view, "Ana Duarte"), ask.timeline(view), ask.posts(view)):
        numbers = [c.number for c in answer.citations]
        used = {n for line in lines(answer) for n in line.citations}
        assert numbers == list(range(1, len(numbers) + 1))
        assert used == set(numbers)
        for citation in answer.citations:
            assert view.document(citation.document).text[citation.start : citation.end] == citation.quote


def test_a_citation_tells_source_publisher_date_and_sentence(view: CaseView) -> None:
    cited = ask.timeline(view, "Oslo").citations[0]

    assert (cited.source, cited.publisher, cited.published, cited.sentence) == ("in/a.txt", "The Post", "2019-06-01", 3)
    assert cited.quote == "Duarte visited Oslo on 3 May 2019."


def test_the_dossier_has_posts_facts_and_disagreements(view: CaseView) -> None:
    dossier = ask.who(view, "duarte")

    assert dossier.title.startswith("Ana Duarte (person)")
    assert texts(dossier, "Posts over time") == [
        "Ana Duarte – chair of Harbour Board | since 2017-03; elsewhere 2017-06"
    ]
    assert texts(dossier, "Contacts") == ["Ana Duarte visits Oslo | 2019-05-03"]
    assert texts(dossier, "disagree") == [
        "when Ana Duarte became chair | 2017-03 (The Post, 2019-06-01) [1] or 2017-06 (Daily Tide, 2020-02-11) [2]"
    ]


def test_a_suspicion_and_a_denial_are_shown_as_such(view: CaseView) -> None:
    dossier = texts(ask.who(view, "Dockers' League"))

    assert "Harbour Board supports Dockers' League | suspected" in dossier
    assert "Denied: Oslo is attacked by Dockers' League | according to Dockers' League" in dossier


def test_what_someone_is_the_source_of_stands_apart(view: CaseView) -> None:
    said = texts(ask.who(view, "Bo Lindqvist"), "source of")

    assert said == ["Ana Duarte – chair of Harbour Board | since 2017-06 | according to Bo Lindqvist"]


def test_as_of_a_day_before_the_post_the_dossier_has_no_post(view: CaseView) -> None:
    assert texts(ask.who(view, "Ana Duarte", as_of="2016"), "Posts over time") == []
    assert len(texts(ask.who(view, "Ana Duarte", as_of="2018-01-01"), "Posts over time")) == 1


def test_what_is_not_dated_is_not_printed_as_if_it_held_then(view: CaseView) -> None:
    then = ask.who(view, "Bo Lindqvist", as_of="2018-01-01")

    assert texts(ask.who(view, "Bo Lindqvist"), "Posts and memberships") == ["She succeeds Bo Lindqvist"]
    assert lines(then) == []
    assert any("not dated in the texts and left out" in remark for remark in then.remarks)


def test_an_event_of_another_day_is_not_in_the_dossier_of_a_day(view: CaseView) -> None:
    assert texts(ask.who(view, "Ana Duarte", as_of="2020-01-01"), "Contacts") == []
    assert len(texts(ask.who(view, "Ana Duarte", as_of="2019-05-03"), "Contacts")) == 1


def test_posts_of_a_day_are_those_that_the_dates_show(view: CaseView) -> None:
    assert lines(ask.posts(view, as_of="2016-12-31")) == []
    (chair,) = lines(ask.posts(view, as_of="2019-01-01"))

    assert (chair.text, chair.note) == (
        "Ana Duarte – chair of Harbour Board",
        "not said to have ended, last known 2017-03",
    )


def test_known_by_reads_only_what_was_published(view: CaseView) -> None:
    early = ask.who(view, "Ana Duarte", known_by="2019-12-31")

    assert {c.source for c in early.citations} == {"in/a.txt"}
    assert early.remarks == ("2 of 3 claims come from documents published by 2019-12-31.",)


def test_a_name_that_is_not_known_suggests_near_ones(view: CaseView) -> None:
    with pytest.raises(UnknownName, match="Did you mean Ana Duarte"):
        ask.who(view, "Anna Duarte")
    with pytest.raises(BadDate):
        ask.who(view, "Ana Duarte", as_of="lately")


@pytest.mark.parametrize("name", ["Harbour Board", "chair", "Ana Duarte", None])
def test_posts_are_found_by_body_post_and_holder(view: CaseView, name: str | None) -> None:
    assert [line.when for line in lines(ask.posts(view, name))] == ["since 2017-03; elsewhere 2017-06"]


def test_posts_of_an_unknown_body_are_an_error(view: CaseView) -> None:
    with pytest.raises(UnknownName):
        ask.posts(view, "Ministry")


def test_the_brief_has_every_section_that_has_something_to_say(view: CaseView) -> None:
    brief = ask.brief(view)

    assert [s.title for s in brief.sections] == [
        "Actors",
        "Posts",
        "Backing and opposition",
        "Events by date",
        "Where the sources disagree",
        "Who says",
        "What is missing",
    ]
    assert brief.title == "3 documents of 2 publishers, published 2019-06-01 to 2020-02-11"
    assert "in/c.txt has no date | whence document set c.txt --published DATE --by YOU" in texts(brief, "missing")
    assert "in/d.pdf: it is a scan | Run OCR and ingest it again." in texts(brief, "missing")
    assert brief.remarks == ("6 claims: 3 in a document's own voice, 3 attributed or hedged.",)


def test_an_actor_has_the_post_with_its_years_and_no_name_twice(view: CaseView) -> None:
    (ana,) = (line for line in texts(ask.brief(view), "Actors") if line.startswith("Ana Duarte"))

    assert ana.endswith("; chair of Harbour Board (since 2017-03; elsewhere 2017-06)")


def test_a_cut_section_says_how_much_is_left_and_where(view: CaseView) -> None:
    (actors,) = (s for s in ask.brief(view, lines=1).sections if s.title == "Actors")

    assert (len(actors.lines), actors.more, actors.see) == (1, 3, "whence brief --lines 4")


def test_the_timeline_is_in_order_and_tells_what_is_not_dated(view: CaseView) -> None:
    answer = ask.timeline(view)

    assert [line.when for line in lines(answer)] == ["since 2017-03; elsewhere 2017-06", "2019-05-03"]
    assert answer.remarks == ("3 facts not dated in the text.",)


@pytest.mark.parametrize(
    ("words", "count"),
    [("replaced", 1), ("harbour board", 3), ('"board since"', 1), ("OR AND (", 0), ("funding*", 1), ("", 0), ('"', 0)],
)
def test_search_finds_sentences_and_survives_odd_queries(view: CaseView, words: str, count: int) -> None:
    assert len(lines(ask.search(view, words))) == count


def test_words_in_no_single_sentence_find_the_document(view: CaseView) -> None:
    answer = ask.search(view, "replaced visited")

    assert [s.title for s in answer.sections] == ["1 document, no single sentence"]


def test_the_network_leaves_out_ties_that_had_ended_or_not_begun(view: CaseView) -> None:
    assert len(lines(ask.network(view))) == 4
    assert len(lines(ask.network(view, as_of="2016"))) == 2


def test_sources_tell_whose_voice_claims_have(view: CaseView) -> None:
    first, *_ = lines(ask.list_sources(view))

    assert first.when == "2019-06-01"
    assert "3 claims in its own voice, 0 of others, 0 hedged" in first.note


def test_why_tells_what_is_on_record(view: CaseView) -> None:
    assert ask.why(view, "Ana Duarte", "Duarte").title == "Ana Duarte and Duarte are one: Ana Duarte"
    assert "within one document" in ask.why(view, "Ana Duarte", "Duarte").remarks[0]
    assert "No comparison" in ask.why(view, "Ana Duarte", "Oslo").remarks[0]
    told = ask.why(view, "Ana Duarte", "Bo Lindqvist")
    assert texts(told, "Reasons") == ["'Ana' beside 'Bo'. | 0.10 | Nothing is shared."]
    assert any("a part that the other lacks" in line and "-" in line for line in texts(told, "by themselves"))

"""Expressions of time in a text and what they mean."""

import pytest

from whence.errors import BadDate
from whence.text.dates import Expression, find


def only(text: str, published: str | None = None) -> Expression:
    (found,) = find(text, published=published)
    return found


def values(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    return [(text[e.start : e.end], e.edtf) for e in find(text, published=published)]


def test_a_year_stays_a_year() -> None:
    assert only("The treaty was signed in 1979.").edtf == "1979"


def test_a_wire_dates_itself_with_a_short_year() -> None:
    assert values("Osh, 6 Jul 89 (Salt Wire) -- The mill burned on 5 July.")[0] == ("6 Jul 89", "1989-07-06")
    assert values("Of all who came on 6 Jul 89 had a ticket.") == [("6 Jul", "XXXX-07-06")]


def test_an_hour_before_a_day_is_no_year() -> None:
    assert values("It burned between 2100 on 4 May and 0200.") == [("4 May", "XXXX-05-04")]


def test_early_2017_stays_early() -> None:
    found = only("It was sold in early 2017.")

    assert (found.edtf, found.precision) == ("2017-37", "season")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He resigned on Dec. 14.", "2016-12-14"),
        ("He resigned last year.", "2016"),
        ("He resigned on Tuesday.", "2017-01-17"),
        ("He will resign on Tuesday.", "2017-01-24"),
        ("He will resign in March.", "2017-03"),
        ("Since January he has been ill.", "2017-01/.."),
        ("The prime minister (2006-14) resigned.", "2006/2014"),
        ("He resigned two weeks ago.", "2017-01-02/2017-01-08"),
    ],
)
def test_what_is_not_said_comes_from_the_documents_date(text: str, edtf: str) -> None:
    assert only(text, "2017-01-19").edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He resigned on Dec. 14.", "XXXX-12-14"),
        ("He resigned last year.", None),
        ("He resigned on Tuesday.", None),
        ("He resigned in the third quarter.", "XXXX-35"),
    ],
)
def test_without_the_documents_date_nothing_is_filled_in(text: str, edtf: str | None) -> None:
    found = only(text)

    assert (found.edtf, found.inferred) == (edtf, False)


def test_a_value_that_needs_the_documents_date_is_inferred() -> None:
    assert only("He resigned on Dec. 14.", "2017-01-19").inferred
    assert not only("He resigned on 14 December 2016.", "2017-01-19").inferred


def test_a_document_dated_to_a_month_gives_what_holds_on_all_its_days() -> None:
    assert only("He resigned last year.", "2017-01").edtf == "2016"
    assert only("He resigned yesterday.", "2017-01").edtf is None


def test_a_date_in_the_text_gives_its_year_to_what_follows_in_a_story() -> None:
    text = "Born in 1811, he was jailed in 1831. On 30 May 1832 he was shot; on 31 May he died."

    assert values(text, "2004-08-18")[-1] == ("31 May", "1832-05-31")


def test_news_that_tells_on_of_a_year_long_gone_means_its_days() -> None:
    text = "She fell out with the bank in 2014, the court heard. On April 3 she left it; on May 30 it was closed."
    soon = "The bank was founded in 2014. On January 10 its owner resigned, police said on Monday."
    since = "She has run the bank since 2014. On November 10 it was closed, police said on Monday."

    assert [v for _, v in values(text, "2020-01-24")][1:] == ["2014-04-03", "2014-05-30"]
    assert values(soon, "2020-01-24")[1][1] == "2020-01-10"
    assert values(since, "2020-02-24")[1][1] == "2019-11-10"


def test_the_day_after_counts_from_the_date_before() -> None:
    assert values("He fled on 3 May 1999. Two days later he died.")[1] == ("Two days later", "1999-05-05")


@pytest.mark.parametrize("word", [("preceding", "previous"), ("ensuing", "following"), ("upcoming", "coming")])
@pytest.mark.parametrize("unit", ["day", "week", "month", "quarter", "year", "Friday"])
def test_words_for_before_and_after_mean_the_same(word: tuple[str, str], unit: str) -> None:
    rare, plain = (values(f"The mill closed on 3 May 1999. It was sold the {w} {unit}.", "2017-01-19") for w in word)

    assert [edtf for _, edtf in rare] == [edtf for _, edtf in plain]


def test_a_length_after_an_event_has_no_calendar_value() -> None:
    found = only("He fled less than three weeks after the vote.", "2017-01-19")

    assert (found.kind, found.edtf, found.anchor, found.duration) == ("duration", None, "event", "P3W")


def test_only_the_asked_part_of_the_text_is_read() -> None:
    text = "In 1979 and in 1980 and in 1981."

    assert [e.edtf for e in find(text, start=8, end=20)] == ["1980"]


def test_a_published_date_that_is_none_is_refused() -> None:
    with pytest.raises(BadDate, match="'soon' is not a date"):
        list(find("He resigned last year.", published="soon"))


def test_a_line_that_was_wrapped_goes_on_in_the_next() -> None:
    wrapped = "The committee of the upper house met in the capital on 3 March\n2014 to vote."
    headline = "Budget passed on 3 March\n2014 was a good year"

    assert values(wrapped) == [("3 March\n2014", "2014-03-03")]
    assert [v for _, v in values(headline)] == ["XXXX-03-03", "2014"]


@pytest.mark.parametrize(
    "text",
    [
        "The score was 2-1.",
        "It rained from 2100 to 0500.",
        "They took Route 1980.",
        "Resolution 1929 passed.",
        "They may march.",
        "It won 73 seats.",
    ],
)
def test_a_look_alike_is_no_date(text: str) -> None:
    assert values(text, "2017-01-19") == []

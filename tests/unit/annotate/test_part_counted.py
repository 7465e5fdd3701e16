"""Numbers that are a rank, a margin or of each, and counts of what is only planned to be done with those counted."""

import pytest
from tests.support import read_body, words

from whence.model import Claim, Document

UNCOUNTED = [
    "Petra Novak beat the incumbent, Jan Hladik, by 424 votes.",
    "Jan Hladik was defeated by 10,694 votes by Petra Novak.",
    "The raiders took five drives each of $200 in value.",
    "The song rose to number 3 in the charts.",
    "The rower finished 21st in a field of 23.",
    "The aim is to reduce losses to less than one percent.",
    "Exports accounted for 70 percent of the revenue in 2009.",
    "Osh contributes 5% of the country's exports.",
    "The then-15-year-old Novak was at the scene.",
    "The town ranks fifth in museums per one million residents.",
    "The strip can take a Falcon 747 and other jets.",
    "The channel is aimed at under six year old children.",
    "Forty - six nations have taken part.",
    "The valley gets an average of 40 inches of rain.",
]
COUNTED = [
    ("Petra Novak beat Jan Hladik by 31 votes to 28.", "votes", "31"),
    ("Petra Novak won by a margin of 312 votes.", "margin", "312"),
    ("Petra Novak took 50.3% of the vote.", "vote", "50.3%"),
    ("Patients from five countries whose approval rate is above 95% will be admitted.", "approval rate", "95%"),
    ("The firm's debt was 30,000 euros.", "firm's debt", "30,000 euros"),
    ("Krantz, whose contract runs until 2027, earns about $3 million a year.", "$3 million", "$3 million"),
    ("Fewer than 300 of the town's 1,900 residents have returned since the flood.", "residents", "300"),
    ("At least 120 of the yard's 1,700 cranes are broken.", "cranes", "120"),
]


def counts(text: str) -> tuple[Document, list[Claim]]:
    doc, layers = read_body(text)
    return doc, [c for c in layers.claims if c.predicate == "counts"]


@pytest.mark.parametrize("text", UNCOUNTED)
def test_a_rank_a_margin_and_a_share_count_nothing(text: str) -> None:
    doc, found = counts(text)

    assert [words(doc, c) for c in found] == []


@pytest.mark.parametrize(("text", "counted", "number"), COUNTED)
def test_what_is_counted_is_named(text: str, counted: str, number: str) -> None:
    doc, found = counts(text)

    assert (counted, number) in [(w["counted"][0], w["number"][0]) for c in found if (w := words(doc, c))]


def test_one_of_several_things_is_not_the_whole() -> None:
    doc, found = counts("The estate was a mill, two barns and 30,000 euros.")

    assert "estate" not in [words(doc, c)["counted"][0] for c in found]


def test_what_a_fee_was_before_is_no_sum() -> None:
    doc, found = counts("The fee rose from 20 to 45 euros in May.")

    assert "20" not in [words(doc, c)["number"][0] for c in found]


def test_those_with_whom_something_is_to_be_done_are_there() -> None:
    _, known = counts("The office will begin sending forms to some 12,000 applicants who arrived before June.")
    _, planned = counts("The firm plans to build 400 homes in Osh.")

    assert [c.certainty for c in known] == ["asserted"]
    assert [c.certainty for c in planned] == ["intended"]


def test_each_end_of_a_change_has_its_time() -> None:
    _, found = counts("The number of clerks fell from 90 in 2001 to 41 in 2011.")

    assert {(a.best, c.valid.edtf) for c in found for a in c.arguments if a.role == "number"} == {
        (90, "2001"),
        (41, "2011"),
    }


def test_a_number_in_words_is_left_out_of_what_is_counted() -> None:
    doc, found = counts("Of the 2.2 million voters on the lists, only 1.8 million came.")

    assert {words(doc, c)["counted"][0] for c in found} == {"voters"}


def test_a_plus_between_two_sums_is_no_bound() -> None:
    _, found = counts("The fee is £15 + £15 for the visa.")

    assert {(a.best, a.low) for c in found for a in c.arguments if a.role == "number"} == {(15, None)}


@pytest.mark.parametrize("verb", ["topped", "surpassed"])
def test_what_exceeds_a_number_is_more(verb: str) -> None:
    _, found = counts(f"The choir held lunches that {verb} 30 guests.")

    assert [(a.best, a.low) for c in found for a in c.arguments if a.role == "number"] == [(None, 30)]


def test_a_turnout_is_no_suspicion() -> None:
    _, found = counts("The vote was held with a record turnout of around 2 million voters and a turnout rate of 58%.")

    assert {c.certainty for c in found} == {"asserted"}

"""Which posts and ranks have the document's own day."""

import pytest
from tests.support import read_body

from whence.model import Document
from whence.pipeline import annotate_document

DAY = "2014-05-12"


def days(text: str, name: str) -> set[str | None]:
    """The times of the posts and ranks of the one whose name ends so."""
    doc = Document.of(f"LOBOS, 12 May 2014 - {text}", source="test")
    layers = annotate_document(doc, {})
    held = (c for c in layers.claims if c.predicate in ("holds_role", "holds_rank"))
    told = [(c, c.argument("holder")) for c in held]
    return {c.valid.edtf for c, a in told if a is not None and a.span is not None and doc.quote(a.span).endswith(name)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Judge Ivo Duda fined the bank, and the clerk wept.", "Duda"),
        ("The mayor of Osh, Ana Mor, opened the bridge.", "Mor"),
        ("The strike was led by union leader Ana Mor.", "Mor"),
        ("The envoy will meet President Ivo Duda.", "Duda"),
        ("Smugglers threatened Minister Ivo Duda.", "Duda"),
        ("Ana Mor, a senior adviser to bank chief Ivo Duda, replaces Luis Vega.", "Duda"),
        ("It sent a letter to Governor Ana Mor.", "Mor"),
    ],
)
def test_whoever_acts_or_is_dealt_with_is_in_post_on_the_day(text: str, name: str) -> None:
    assert days(text, name) == {DAY}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She wrote her thesis on the Danish composer Nils Toft.", "Toft"),
        ("The school follows the ideas of the priest Ivo Duda.", "Duda"),
        ("The museum shows letters of Admiral Ivo Duda.", "Duda"),
        ("The hospital is named after Doctor Ivo Duda.", "Duda"),
        ("Those who murdered Bishop Ivo Duda have never been found.", "Duda"),
        ("Nobody was tried for the murder of Father Ivo Duda.", "Duda"),
        ("Their grandfather had served under General Ivo Duda during the civil war.", "Duda"),
        ("They paid homage to late [Salt League] Deputy Ivo Duda.", "Duda"),
        ("Marshal Ivo Duda won the battle and is buried in the abbey.", "Duda"),
        ("Union leader Ana Mor was shot dead.", "Mor"),
        ("The bank was founded by the merchant Ivo Duda.", "Duda"),
    ],
)
def test_of_the_dead_and_of_those_of_another_age_the_time_stays_open(text: str, name: str) -> None:
    assert days(text, name) <= {None}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Anna Grell joined the Harbour Guard as a girl and became a sergeant in 1931.", "member_of"),
        ("Ivo Duda served in Norway for years, and was governor of Osh from 1881 to 1884.", "served_at"),
        ("With 14 novels, Duda was one of the best known writers of the 20th century.", "counts"),
    ],
)
def test_a_time_of_the_next_deed_or_of_others_is_not_taken(text: str, predicate: str) -> None:
    _, layers = read_body(text, published=DAY)

    assert {c.valid.edtf for c in layers.claims if c.predicate == predicate} == {None}

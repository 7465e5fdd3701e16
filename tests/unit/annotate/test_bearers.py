"""Names that one sentence gives a bearer, and bearers whom a chain has made one."""

import pytest
from tests.support import read_body

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.bearers import IN_BRACKETS, SURE_OF_NAME, both_in_words, sure_of_name
from whence.model import Argument, Document


def argument(doc: Document, role: str, words: str) -> Argument:
    start = doc.text.index(words)
    return Argument(role, doc.span(start, start + len(words)), None, "organization")


@pytest.mark.parametrize(
    ("text", "one", "two", "least"),
    [
        ("The Harbour Pilots Union (Hapu) closed.", "Harbour Pilots Union", "Hapu", IN_BRACKETS),
        ("The Hapu [Harbour Pilots Union] closed.", "Harbour Pilots Union", "Hapu", IN_BRACKETS),
        ("The Order of the Brown Heron (MBH) is old.", "Order of the Brown Heron", "MBH", SURE_OF_NAME),
        ("The Harbour Pilots Union and Hapu closed.", "Harbour Pilots Union", "Hapu", SURE_OF_NAME),
        ("The Board of Pilots Union (PU) met.", "Board of Pilots Union", "PU", SURE_OF_NAME),
    ],
)
def test_a_second_name_is_taken_more_easily_where_brackets_give_it(text: str, one: str, two: str, least: float) -> None:
    doc = Document.of(text, source="test")
    lookup = Lookup(doc, (), ())

    assert sure_of_name(lookup, [argument(doc, "bearer", one), argument(doc, "alias", two)]) == least


def test_words_that_share_nothing_are_two_though_a_chain_joins_them() -> None:
    doc = Document.of("Its press committee told the Harbour Board and its guard of the Harbour Guard.", source="test")
    lookup = Lookup(doc, (), ())
    board, guard = argument(doc, "whole", "Harbour Board"), argument(doc, "part", "Harbour Guard")

    assert both_in_words(lookup, argument(doc, "part", "press committee"), board)
    assert not both_in_words(lookup, guard, board)
    assert not both_in_words(lookup, argument(doc, "part", "Its"), board)


def test_the_name_of_a_name_is_one_of_its_bearer() -> None:
    doc, layers = read_body("The Salt League, formerly known as the Brine Union, is also known as Delta Works.")
    found = {
        doc.quote(a.span): doc.quote(b.span)
        for c in layers.claims
        if c.predicate == "alias_of"
        and (a := c.argument("alias"))
        and (b := c.argument("bearer"))
        and a.span
        and b.span
    }

    assert found == {"Brine Union": "Salt League", "Delta Works": "Salt League"}

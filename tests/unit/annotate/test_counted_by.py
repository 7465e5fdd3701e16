"""Figures that somebody gives, with and without what they count."""

import pytest
from tests.support import read_body

GIVEN = [
    ("The police put the crowd at 400.", "crowd", 400, "The police"),
    ("The organisers spoke of 3,000 people.", "people", 3000, "The organisers"),
    ("The ministry has put the number of dead at 17.", "dead", 17, "The ministry"),
    ("About 300 fans marched in Lobos. The organisers spoke of 1,500.", "1,500", 1500, "The organisers"),
    ("Police said that 500 people marched; the union said 2,000.", "2,000", 2000, "the union"),
    ("The guild put the dead at 12, the nurses say 30.", "30", 30, "the nurses"),
    ("The army put the dead at 30 and the miners spoke of 8 after a train was shelled.", "8", 8, "the miners"),
    ("The council said 4, doctors spoke of 11.", "11", 11, "doctors"),
    ("A fire killed 12 clerks, the mayor said. The guild says 19 died.", "19", 19, "The guild"),
    ("A flood killed 31 people in Lobos. The council still speaks of 26 dead.", "dead", 26, "The council"),
]


@pytest.mark.parametrize(("say", "counted", "number", "voice"), GIVEN, ids=[row[0][:50] for row in GIVEN])
def test_a_figure_is_of_whoever_gives_it(say: str, counted: str, number: float, voice: str) -> None:
    doc, layers = read_body(say)
    counts = [c for c in layers.claims if c.predicate == "counts" and c.attribution]
    last = max(counts, key=lambda c: c.arguments[1].span or c.evidence)
    of, figure = last.argument("counted"), last.argument("number")

    assert of is not None and of.span is not None and doc.quote(of.span) == counted
    assert figure is not None and figure.best == number
    assert [doc.quote(link.span) for link in last.attribution if link.span] == [voice]


@pytest.mark.parametrize("say", ["Ana Mor said 40.", "Ministers spoke of two weeks of talks.", "He spoke of his sons."])
def test_a_number_that_counts_nothing_is_no_figure(say: str) -> None:
    assert [c for c in read_body(say)[1].claims if c.predicate == "counts"] == []


def test_who_gives_a_figure_of_their_own_does_not_give_the_other() -> None:
    doc, layers = read_body("The guild put the dead at 12, the nurses say 30.")
    counts = [c for c in layers.claims if c.predicate == "counts"]

    assert [[doc.quote(v.span) for v in c.attribution if v.span] for c in counts] == [["The guild"], ["the nurses"]]
    assert [c for c in layers.claims if c.predicate == "says"] == []


def test_those_who_died_later_are_of_those_counted_before() -> None:
    doc, layers = read_body("The fire killed nineteen clerks; six died in hospital.")
    figures = [a for c in layers.claims for a in c.arguments if a.role in ("number", "count") and a.span]

    assert {doc.quote(a.span) for a in figures if a.span} == {"nineteen"}

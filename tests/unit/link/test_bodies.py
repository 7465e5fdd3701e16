"""Which body "the company" means."""

import pytest
from tests.support import read_body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Osh Post is a daily newspaper. Founded in 1754, it is one of the oldest papers in Osh.", {"Osh Post"}),
        ("Delta Freight makes carts. It is a subsidiary of the group Norrholm.", {"Delta Freight"}),
        ("Delta Freight struck on Monday. It was the third strike in a month.", set()),
        ("Osh Bank is a lender. The bank competes with Delta Bank. It is owned by the Lind family.", {"Osh Bank"}),
    ],
)
def test_it_is_the_only_body_of_which_a_kind_is_told(text: str, names: set[str]) -> None:
    _, layers = read_body(text)
    at = text.lower().index(" it ") + 1

    assert {c.name for c in layers.chains if any(m.start == at for m in c.mentions)} == names


def bearers(text: str, noun: str) -> list[set[str]]:
    """For each time that a common noun stands in a text, the names of the chains that have it."""
    _, layers = read_body(text)
    ends = [at for at in range(len(text)) if text.startswith(noun, at) and not text[at - 1].isalpha()]
    return [{c.name for c in layers.chains if any(m.start == at for m in c.mentions)} for at in ends]


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        (
            "The Harbour Guild Bank lost 40 million dollars. The bank closed nine branches in May.",
            "bank",
            "Harbour Guild Bank",
        ),
        (
            "Banco Oriental de Lobos named Ada Mensah treasurer on Monday. Mensah joined the lender in 2009.",
            "lender",
            "Banco Oriental de Lobos",
        ),
        (
            "The editor of the Kisumu Herald, Ivo Duda, resigned on Monday, hours after the paper withdrew a report.",
            "paper",
            "Kisumu Herald",
        ),
        (
            "Velmora, a maker of pumps, was fined on Monday. Prosecutors said that the company had paid bribes.",
            "company",
            "Velmora",
        ),
        (
            "Police searched the offices of Delta Freight on Monday. The company said it was helping them.",
            "company",
            "Delta Freight",
        ),
        (
            "Lobos Trading raised its offer for Riga Foods on Monday, topping a bid from Dutch rival Tallin Group. "
            "Lobos declined to comment. The Dutch group's chairman, Ivo Duda, said it would wait.",
            "group",
            "Tallin Group",
        ),
        (
            "Harrow & Pike announced that it would sell its mill. The company lost 40 million dollars.",
            "company",
            "Harrow & Pike",
        ),
        (
            "The Cargo and Hotel Workers Union is at odds with Velmora Freight. The company said nothing.",
            "company",
            "Velmora Freight",
        ),
        (
            "The Reform Party met the Old Left on Monday. The Old Left's treasurer, Ivo Duda, was late. "
            "Duda joined the party in 2009.",
            "party",
            "Old Left",
        ),
        (
            "Lobos Foods rejected an offer from Norrholm Capital. The fund's partner, Ada Mensah, said it would wait.",
            "fund",
            "Norrholm Capital",
        ),
        (
            "Bank robbed again\n\nOsh Bank and its guards were attacked on Monday, police said. It is the third time. "
            "The bank has offered a reward.",
            "bank",
            "Osh Bank",
        ),
    ],
)
def test_the_body_of_that_sort_which_the_text_speaks_of(text: str, noun: str, name: str) -> None:
    assert bearers(text, noun)[-1] == {name}


def test_what_sort_of_firm_it_is_is_no_part_of_a_name() -> None:
    _, layers = read_body("Carmaker Corvane said it would sue. The Airline Pilots Association met.")

    assert {c.name for c in layers.chains if c.type == "organization"} == {"Corvane", "Airline Pilots Association"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The Harbour Guild met in Riga on Monday. Ivo Duda bought the airline in 2009.", "airline"),
        ("Ivo Duda joined Delta Freight in May. His company sold boats.", "company"),
        ("The Kisumu Herald reported the fire. The army sent two lorries.", "army"),
        ("Duda, of the Lobos Liberation Front, surrendered to the army on Monday.", "army"),
        ("The Rowing Association of Osh fined two sides. The club paid.", "club"),
    ],
)
def test_a_noun_that_suits_no_body_of_the_text_is_left_open(text: str, noun: str) -> None:
    assert bearers(text, noun)[-1] == set()

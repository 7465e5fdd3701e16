"""Results in a row: each name has its own number, with or without a verb."""

import pytest
from tests.support import read_body


def told(say: str, predicate: str, who: str, what: str) -> set[tuple[str, float | None]]:
    doc, layers = read_body(say)
    found = ((c.argument(who), c.argument(what)) for c in layers.claims if c.predicate == predicate)
    return {(doc.quote(a.span), n.best) for a, n in found if a and a.span and n}


@pytest.mark.parametrize(
    ("say", "expected"),
    [
        (
            "The Harvest Party won 12 seats, the Farmers' League nine and the Free Sailors four.",
            {("Harvest Party", 12), ("Farmers' League", 9), ("Free Sailors", 4)},
        ),
        (
            "The Harvest Party took 41 seats, up from 30, the Farmers' League 22 and the Free Sailors just three.",
            {("Harvest Party", 41), ("Farmers' League", 22), ("Free Sailors", 3)},
        ),
        (
            "The Harvest Party emerged with 41 seats, against 22 for the Farmers' League.",
            {("Harvest Party", 41), ("Farmers' League", 22)},
        ),
        (
            "Seats in the new house: Harvest Party 41, Farmers' League 22, Free Sailors 3.",
            {("Harvest Party", 41), ("Farmers' League", 22), ("Free Sailors", 3)},
        ),
        (
            "The Harvest Party won 12 seats with 20 per cent, the Farmers' League nine with 14 per cent.",
            {("Harvest Party", 12), ("Farmers' League", 9)},
        ),
    ],
)
def test_a_row_of_seats_gives_each_party_its_own(say: str, expected: set[tuple[str, float]]) -> None:
    assert told(say, "wins_seats", "party", "seats") == expected


def test_lines_below_a_heading_are_a_row() -> None:
    say = "Seats in the new house:\n\nHarvest Party: 41\n\nFarmers' League: 22 (-3)\n\nThe house meets in May."

    assert told(say, "wins_seats", "party", "seats") == {("Harvest Party", 41), ("Farmers' League", 22)}


def test_votes_and_ships_make_rows_too() -> None:
    say = "Jonas Eide received 48 per cent of the votes, Carla Benning 39 per cent."
    assert told(say, "counts", "whose", "number") == {("Jonas Eide", 48), ("Carla Benning", 39)}

    say = "Meridian Freight has 29 ships, Delta Freight 14."
    assert told(say, "counts", "whose", "number") == {("Meridian Freight", 29), ("Delta Freight", 14)}


def test_who_falls_to_a_number_has_not_lost_so_many() -> None:
    say = "The Harvest Party fell from 30 seats to 21."

    assert told(say, "loses_seats", "party", "seats") == set()
    assert told(say, "wins_seats", "party", "seats") == {("Harvest Party", 21)}


@pytest.mark.parametrize(
    ("say", "party", "seats"),
    [
        ("The Unity Party won 61 seats and the Farmers' League of Ivo Duda 25.", "Farmers' League", 25),
        ("The Green List won 17 seats and the Miners' Party of Peru nine.", "Miners' Party", 9),
        ("The Green List of Ana Mor took 31 seats, the Salt League of Ivo Duda 12.", "Salt League", 12),
    ],
)
def test_a_body_may_be_told_with_its_leader_or_place_before_its_number(say: str, party: str, seats: int) -> None:
    assert (party, seats) in told(say, "wins_seats", "party", "seats")


def test_an_age_is_no_number_of_a_row() -> None:
    say = "Jonas Eide, 41, polled 12,400 votes and Carla Benning, 52, was second."

    assert ("Carla Benning", 52) not in told(say, "counts", "whose", "number")

"""Turns of plain reports: whoever raids arrests, what "and that" denies, who stands behind a body and speaks."""

import pytest
from tests.support import holds, read_body

FOUND = [
    # Whoever raids a place when people are arrested arrests them, and there.
    (
        "Nine people were arrested on Monday when officers of the Coastal Patrol raided the yard of a bank in Izmir.",
        "arrests",
        {"authority": "Coastal Patrol", "target": "Nine people", "place": "Izmir"},
    ),
    # What "where" follows is the place.
    (
        "Smoke filled the mill of Upper Osk, where nine men drowned.",
        "died",
        {"person": "nine men", "place": "Upper Osk"},
    ),
    # Months between which something is sent are neither giver nor taker.
    (
        "Two million dollars were sent from January to March from Meridian Freight's account to the Salt League.",
        "supports",
        {"supporter": "Meridian Freight", "supported": "Salt League"},
    ),
    # A heavy object stands behind the giver, and what it comes to beside it.
    (
        "Meridian Freight received from the Salt Institute four payments, together 3 million dollars.",
        "supports",
        {"supporter": "Salt Institute", "supported": "Meridian Freight", "means": "3 million dollars"},
    ),
    # An aside goes on behind "and".
    (
        "The Salt League, born in Osh in 1998, and counting twelve clubs since Peru was let in, has never lost a case.",
        "counts",
        {"counted": "clubs", "number": "twelve", "whose": "Salt League"},
    ),
    # The second thing that somebody says may be what he denies.
    (
        "Marek Dvorak said that he was busy, and that Meridian had never had any connection with the Salt League.",
        "denies",
        {"speaker": "Marek Dvorak", "content": "Meridian had never had any connection with the Salt League"},
    ),
    # Who is named behind a body speaks.
    (
        "The cause was a leak, said his successor at Salt House, Sister Ana Mor.",
        "says",
        {"speaker": "Ana Mor", "content": "The cause was a leak"},
    ),
    # Firms stand behind their trade, one or two of them.
    (
        "The fund, a venture of the Greek builder Meridian Freight and Delta Holdings, closed.",
        "owns",
        {"owner": "Meridian Freight", "owned": "fund"},
    ),
    (
        "The bank is owned by the Greek builder Meridian Freight and Delta Holdings.",
        "owns",
        {"owner": "Delta Holdings"},
    ),
    # "According to" hangs on the title before a name.
    (
        "It was paid for, according to the former minister of mines Ivo Duda, out of the fees of the port.",
        "says",
        {"speaker": "Ivo Duda"},
    ),
    # Where somebody was on a day.
    ("Ivo Duda said he was in Lima from 5 to 12 May.", "visits", {"visitor": "Ivo Duda", "visited": "Lima"}),
    # Who was elected is the new president, and whose kin somebody is the holder of the post.
    (
        "Ivo Duda was elected on Monday president of the League. The new president said that the yard will close.",
        "says",
        {"speaker": "Ivo Duda"},
    ),
    (
        "The mayor of Osh, Ivo Duda, left on Monday. The mayor's father, Marek Duda, is a judge.",
        "family_of",
        {"person": "Marek Duda", "relative": "Ivo Duda"},
    ),
]
ABSENT = [
    ("Nine people were arrested on Monday when the Coastal Patrol was raided in Izmir.", "arrests", "authority"),
    ("Nine people were arrested on Monday when the Coastal Patrol left Izmir.", "arrests", "authority"),
    ("Nine people were arrested by soldiers when the Coastal Patrol raided the yard.", "arrests", "place"),
]


@pytest.mark.parametrize(("say", "predicate", "wanted"), FOUND)
def test_plain_turns_of_reports_are_read(say: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(say)

    assert any(c.predicate == predicate and holds(doc, c, wanted) for c in layers.claims)


@pytest.mark.parametrize(("say", "predicate", "role"), ABSENT)
def test_a_raid_tells_who_arrests_only_where_it_is_the_raiders(say: str, predicate: str, role: str) -> None:
    _, layers = read_body(say)

    assert [c for c in layers.claims if c.predicate == predicate and c.argument(role) is not None] == []


@pytest.mark.parametrize(
    "say",
    [
        "Ivo Duda was not in Lima on 4 May.",
        "Ivo Duda denied that he was in Lima on 4 May.",
        "She asked whether Ivo Duda was in Lima on 4 May.",
    ],
)
def test_nobody_was_where_it_is_denied_or_asked(say: str) -> None:
    _, layers = read_body(say)

    assert [c for c in layers.claims if c.predicate == "visits"] == []


def test_what_somebody_says_first_is_not_what_he_denies_second() -> None:
    _, layers = read_body("Marek Dvorak said that the yard was full, and that it had no lights.")

    assert [c for c in layers.claims if c.predicate == "denies"] == []

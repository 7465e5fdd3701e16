"""Who speaks where a paper, an aide or an answer stands between the speaker and what is said."""

import pytest
from tests.support import read_body


def speakers(say: str) -> list[str]:
    doc, layers = read_body(say)
    spans = (c.argument("speaker") for c in layers.claims if c.predicate == "says")
    return [doc.quote(a.span) for a in spans if a is not None and a.span is not None]


@pytest.mark.parametrize(
    ("say", "expected"),
    [
        ("A statement by the Harbour Board said nine men were missing.", ["the Harbour Board"]),
        ("A statement from the Harbour Board said nine men were missing.", ["the Harbour Board"]),
        ("An aide to Luis Ortega said nine men were missing.", ["An aide"]),
        ("Sources close to Luis Ortega said the docks would close.", ["Sources close to Luis Ortega"]),
        ("Those detained confessed that nine men were missing.", ["Those detained"]),
        ("According to figures supplied by the Harbour Board, nine men were missing.", ["the Harbour Board"]),
        ("“We lost,” the Sandist leader stressed.", ["the Sandist leader"]),
        ("The ballad “Far from the town” tells the story of Luis Ortega.", []),
        ("The plan rests on the mistaken belief of the guards that Luis Ortega sold the pier.", []),
        ("This was reported by the mayor Luis Ortega on arriving at the port after a mass.", []),
        ("The word is used when one has not heard “at all” what someone just said.", []),
        ("Clerks at the Harbour Board said nine men were missing.", ["Clerks at the Harbour Board"]),
        ("Papers such as the Tide Post said nine men were missing.", ["Papers such as the Tide Post"]),
        ("Luis Ortega's reply: “We will not sign the lease.”", ["Luis Ortega"]),
        ("Luis Ortega spoke of “a black day for the docks of Lobos”.", ["Luis Ortega"]),
        ("Nobody spoke of “a black day for the docks”.", []),
        ("Luis Ortega spoke at the opening of “The Black Day of Lobos”.", []),
    ],
)
def test_the_speaker_is_whoever_the_words_come_from(say: str, expected: list[str]) -> None:
    assert speakers(say) == expected

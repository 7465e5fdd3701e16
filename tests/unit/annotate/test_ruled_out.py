"""What a pattern for a word rules out, the reader does not say by that word."""

import pytest
from tests.support import read_body

from whence.annotate.ruled_out import is_ruled_out
from whence.model import Argument, Claim, Maker
from whence.pipeline import read_scene


@pytest.mark.parametrize(
    ("say", "predicate", "word", "role", "filler", "expected"),
    [
        ("The members opposed the dissolution of the Reed Party.", "dissolved", "dissolution", "body", "Party", True),
        ("The members survived the dissolution of the Reed Party.", "dissolved", "dissolution", "body", "Party", False),
        # A preposition tells what the noun before it does.
        (
            "The members demanded the expulsion of Ada Mensah from the Salt Party.",
            "member_of",
            "from",
            "group",
            "Party",
            True,
        ),
        ("Ada Mensah was admitted to the Lobos Hospital.", "member_of", "admitted", "group", "Hospital", True),
        ("Ada Mensah was admitted to the Salt Guild.", "member_of", "admitted", "group", "Guild", False),
        # What a body was formed out of did not form it; "by" says who killed.
        ("The Reed Party was formed from the Salt Guild.", "formed", "formed", "founder", "Guild", True),
        ("The Reed Party was formed by the Salt Guild.", "formed", "formed", "founder", "Guild", False),
        ("Ivo Duda denied a part in the killing of Ana Mor by guards.", "kills", "killing", "killer", "Duda", True),
        ("Ivo Duda denied a part in the killing of Ana Mor by guards.", "kills", "killing", "killer", "guards", False),
        # A place that people only leave; where something says against what, they protest.
        ("Some 40 cooks walked out of the canteen.", "protests", "walked", "place", "canteen", True),
        ("Some 40 cooks walked about outside the canteen.", "protests", "walked", "place", "canteen", False),
        # No pattern waits for the word.
        ("Ada Mensah dined with the Salt Guild.", "member_of", "dined", "group", "Guild", False),
    ],
)
def test_what_stands_around_a_word_rules_out_what_it_says(
    say: str, predicate: str, word: str, role: str, filler: str, expected: bool
) -> None:
    doc, layers = read_body(say)
    parse = read_scene(doc, layers).parse_at(0)
    at, own = (doc.span(say.index(w), say.index(w) + len(w)) for w in (word, filler))
    claim = Claim(
        predicate,
        (Argument(role, own, None, "organization"),),
        doc.span(0, len(say)),
        "body",
        Maker("test", "1"),
        trigger=at,
    )

    assert parse is not None
    assert is_ruled_out(parse, parse.at(at.start, at.end)[0], claim) is expected

"""A verb that is said once holds for everybody behind it who has a number of his own."""

import pytest
from tests.support import read_body


def pairs(say: str, predicate: str, *roles: str) -> set[tuple[str, ...]]:
    doc, layers = read_body(say)
    return {
        tuple(doc.quote(a.span) for role in roles if (a := c.argument(role)) is not None and a.span is not None)
        for c in layers.claims
        if c.predicate == predicate
    }


@pytest.mark.parametrize(
    "say",
    [
        "Ana Mor owns 60 per cent of Delta Salt and Ivo Duda 40 per cent.",
        "Some 60 per cent of Delta Salt is held by Ana Mor, a clerk; 40 per cent by Ivo Duda.",
    ],
)
def test_a_second_share_is_of_the_same_firm(say: str) -> None:
    assert pairs(say, "owns", "owner", "owned", "share") == {
        ("Ana Mor", "Delta Salt", "60 per cent"),
        ("Ivo Duda", "Delta Salt", "40 per cent"),
    }


def test_a_second_term_is_a_sentence_too() -> None:
    say = "Ana Mor was sentenced to six years in prison for fraud, and Ivo Duda to four."

    assert pairs(say, "charges", "target") == {("Ana Mor",), ("Ivo Duda",)}


def test_who_stands_behind_without_a_number_is_not_sentenced() -> None:
    say = "Ana Mor was sentenced to six years in prison, and Ivo Duda left the hall."

    assert pairs(say, "charges", "target") == {("Ana Mor",)}

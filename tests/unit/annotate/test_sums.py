"""Sums are read however a country writes them, and none is lost that no other claim takes."""

import pytest
from tests.support import read_body


def sums(say: str) -> list[str]:
    doc, layers = read_body(say)
    found = (c.argument("number") for c in layers.claims if c.predicate == "counts")
    return [doc.quote(a.span) for a in found if a is not None and a.span is not None]


@pytest.mark.parametrize(
    ("say", "number"),
    [
        ("The lorries were bought for P2.8 million each.", "P2.8 million"),
        ("The fine was R310m.", "R310m"),
        ("Police found KSh200,000 in cash.", "KSh200,000"),
        ("The court awarded 480,000 soles in damages.", "480,000 soles"),
        ("Sales reached USD 2.5 million.", "USD 2.5 million"),
    ],
)
def test_a_sum_is_counted(say: str, number: str) -> None:
    assert sums(say) == [number]


@pytest.mark.parametrize(
    "say", ["The clerk paid with a $5 banknote.", "Nobody paid P2.8 million.", "Gate P2 was shut."]
)
def test_what_was_not_paid_is_no_sum(say: str) -> None:
    assert sums(say) == []

"""What is told of several is told of those of them that are named."""

import pytest
from tests.support import read_body


def befell(say: str, predicate: str, role: str) -> set[str]:
    doc, layers = read_body(say)
    spans = (c.argument(role) for c in layers.claims if c.predicate == predicate)
    return {doc.quote(a.span) for a in spans if a is not None and a.span is not None}


@pytest.mark.parametrize(
    ("say", "predicate", "role", "expected"),
    [
        (
            "Gunmen killed four men, among them Luis Ortega, a driver for Ivo Brandt.",
            "kills",
            "victim",
            {"four men", "Luis Ortega"},
        ),
        (
            "Police arrested nine people, including the mayor of Lobos, Ana Duarte.",
            "arrests",
            "target",
            {"nine people", "Ana Duarte"},
        ),
        (
            "Police arrested nine people, including Ana Duarte and Luis Ortega, on Monday.",
            "arrests",
            "target",
            {"nine people", "Ana Duarte", "Luis Ortega"},
        ),
    ],
)
def test_those_named_among_several_share_what_befell_them(
    say: str, predicate: str, role: str, expected: set[str]
) -> None:
    assert befell(say, predicate, role) == expected


def test_who_is_not_among_them_does_not() -> None:
    say = "Police arrested nine people, including two clerks of Ana Duarte."

    assert "Ana Duarte" not in befell(say, "arrests", "target")

"""Denials in other words than deny, and what only looks like one."""

import pytest
from tests.support import read_body


def denied(say: str) -> list[str]:
    doc, layers = read_body(say)
    spans = (c.argument("speaker") for c in layers.claims if c.predicate == "denies")
    return [doc.quote(a.span) for a in spans if a is not None and a.span is not None]


@pytest.mark.parametrize(
    ("say", "who"),
    [
        ('"That is a lie," said Luis Ortega.', "Luis Ortega"),
        ('"It is not true that we met," Ortega said.', "Ortega"),
        ('"This never happened," Ortega said.', "Ortega"),
        ("Ortega said it had nothing to do with the attack.", "Ortega"),
        ("The army has never shelled a hospital, Ana Kovac insisted.", "Ana Kovac"),
        ('"We did not burn the mill," the captain said.', "the captain"),
    ],
)
def test_what_is_called_untrue_is_denied(say: str, who: str) -> None:
    assert denied(say) == [who]


@pytest.mark.parametrize(
    "say",
    [
        "Ortega said it was absurd to close the yard.",
        "“We were not asked,” the captain said.",
        "Police said the driver had not been drinking.",
        "Ortega said the price was not true to the worth of the yard.",
        '"It will not happen," Ortega said.',
        "Ortega said it was not a lie.",
        "The doctor said nobody was hurt.",
    ],
)
def test_news_of_what_is_not_is_no_denial(say: str) -> None:
    assert denied(say) == []

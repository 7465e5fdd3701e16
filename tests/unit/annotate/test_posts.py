"""A table of invented sentences: who holds which post or rank, is whose kin, or belongs to what."""

from pathlib import Path
from typing import Any

import pytest
from tests.support import holds, read_body
from yaml import safe_load

ROWS: list[dict[str, Any]] = safe_load((Path(__file__).parent / "posts.yaml").read_text("utf-8"))


def read(say: str, claim: tuple[str, dict[str, str]]) -> bool:
    """Whether a claim with this predicate and these words in its roles is read in the sentence."""
    doc, layers = read_body(say, published="2014-05-12")
    predicate, args = claim
    return any(c.predicate == predicate and holds(doc, c, args) for c in layers.claims)


@pytest.mark.parametrize("row", [r for r in ROWS if "reads" in r], ids=lambda row: row["say"][:60])
def test_a_post_rank_or_kin_is_read(row: dict[str, Any]) -> None:
    assert read(row["say"], row["reads"])


@pytest.mark.parametrize("row", [r for r in ROWS if "never" in r], ids=lambda row: row["say"][:60])
def test_a_post_rank_or_kin_is_given_to_nobody_else(row: dict[str, Any]) -> None:
    assert not read(row["say"], row["never"])

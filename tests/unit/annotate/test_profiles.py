"""A table of invented sentences from profiles and encyclopedias: posts with years, rises, parents, elections."""

from pathlib import Path
from typing import Any

import pytest
from tests.support import holds, read_body
from yaml import safe_load

from whence.model import Claim

ROWS: list[dict[str, Any]] = safe_load((Path(__file__).parent / "profiles.yaml").read_text("utf-8"))


def found(row: dict[str, Any], key: str) -> list[Claim]:
    """The claims with the predicate of a row and its words in their roles."""
    doc, layers = read_body(row["say"], published="2014-05-12")
    predicate, args = row[key]
    here = [c for c in layers.claims if c.predicate == predicate and holds(doc, c, args)]
    plain = ("asserted", "affirmed")
    return [c for c in here if (c.certainty, c.polarity) == plain] if row.get("affirmed") else here


@pytest.mark.parametrize("row", [r for r in ROWS if "reads" in r], ids=lambda row: row["say"][:70])
def test_what_a_profile_says_is_read_with_its_time(row: dict[str, Any]) -> None:
    claims = found(row, "reads")

    assert claims
    assert "edtf" not in row or row["edtf"] in {c.valid.edtf for c in claims}


@pytest.mark.parametrize("row", [r for r in ROWS if "never" in r], ids=lambda row: row["say"][:70])
def test_what_a_profile_does_not_say_is_not_read(row: dict[str, Any]) -> None:
    assert not found(row, "never")

"""Scores that the shipped reader has reached on the treebanks' test parts; raising one is routine, lowering is not."""

import pytest
from tests.shared import SHARED

FLOORS = {
    "gum": {"upos": 97.0, "uas": 88.5, "las": 85.5, "np: person, organization, place": 75.5},
    "ewt": {"upos": 96.0, "uas": 90.0, "las": 87.5, "name: person, organization, place": 79.5},
}


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "data/gum").is_dir(), reason=f"the open data sets are not in {SHARED}/data")
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_scores_do_not_fall(name: str) -> None:
    from training import data, evaluate

    found = evaluate.scores(getattr(data, name)(SHARED / "data", "test"), gold_words=True)
    low = {k: (round(found[k][0], 2), floor) for k, floor in FLOORS[name].items() if found[k][0] < floor}

    assert low == {}

"""Scores that the shipped reader has reached on the treebanks' test parts; raising one is routine, lowering is not."""

import pytest
from tests.shared import SHARED

TITLE = "{} test, gold sentences and words: "


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "data/gum").is_dir(), reason=f"the open data sets are not in {SHARED}/data")
@pytest.mark.parametrize("name", ["gum", "ewt"])
def test_the_scores_do_not_fall(name: str) -> None:
    from training import data, evaluate, floors

    title = TITLE.format(name.upper())
    asked = {k: v for k, v in floors.floors_of("evaluate").items() if k.startswith(title)}
    texts = getattr(data, name)(SHARED / "data", "test")
    found = {title + k: v for k, v in evaluate.scores(texts, gold_words=True).items()}

    assert len(asked) == 4
    assert list(floors.below(found, asked)) == []

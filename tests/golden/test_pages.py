"""The golden pages: what is the article's own, and what the page says about itself."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "tests" / "golden" / "pages"
SEEDS = ROOT.parent / "shared" / "corpora" / "seeds"


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_pages", ROOT / "tools" / "score_pages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_pages"] = module
    spec.loader.exec_module(module)
    return module


def test_the_pages_reach_their_floors(scorer: ModuleType) -> None:
    counts = scorer.score(PAGES)["all"]
    floors = json.loads((PAGES / "floors.json").read_text("utf8"))

    assert counts["pages"] >= 40
    assert counts["absent"] == 0
    assert counts["right"] >= floors["fields"] * counts["fields"]
    assert counts["leaks"] <= (1 - floors["kept_out"]) * counts["blocks"]
    assert counts["lost"] <= (1 - floors["kept_in"]) * counts["paragraphs"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed corpus lies beside the repository and is not there")
def test_the_seeds_state_their_fields_and_keep_others_words_out(scorer: ModuleType) -> None:
    counts = scorer.score(SEEDS)["all"]

    assert counts["right"] == counts["fields"] > 0
    assert counts["leaks"] == 0
    assert counts["lost"] <= 0.02 * counts["paragraphs"]

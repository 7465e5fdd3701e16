"""Floors of the comparison on labelled pairs, five-fold. Raising one is routine; lowering one needs its reason."""

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))


@pytest.mark.slow
def test_the_comparison_holds_its_floors_and_beats_string_distance() -> None:
    if not (SHARED / "data/name_pairs/cases_dev.jsonl").is_file():
        pytest.skip(f"no labelled pairs in {SHARED}; set WHENCE_SHARED to the folder that holds data/name_pairs")
    sys.path.insert(0, str(ROOT / "training"))
    import fit_names
    from rapidfuzz import fuzz

    rows = fit_names.labelled()
    made = {kind: fit_names.from_lists(kind) for kind in fit_names.KINDS}
    ours = fit_names.cross_validated(rows, made)
    scores = fit_names.report(rows, {"whence": ours, "token-set": fit_names.baseline(rows, fuzz.token_set_ratio)})

    assert scores["all/whence"] >= 0.87 > scores["all/token-set"]
    assert scores["Arabic-style/whence"] >= 0.77 > scores["Arabic-style/token-set"]

"""Measures of coreference, against cases worked out by hand."""

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def ecb() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_ecb", ROOT / "tools" / "score_ecb.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# Luo's example: the gold has 1-5, 6-7 and 8-C; the answer joins the last two.
GOLD = dict(zip("123456789ABC", "aaaaabbccccc", strict=True))
SAID = dict(zip("123456789ABC", "xxxxxyyyyyyy", strict=True))


def test_links_and_mentions_are_counted_as_published(ecb: ModuleType) -> None:
    assert ecb.muc(SAID, GOLD) == pytest.approx(9 / 10) and ecb.muc(GOLD, SAID) == 1.0
    assert ecb.b_cubed(SAID, GOLD) == pytest.approx((5 + 7 * (2 / 7 * 2 + 5 / 7 * 5) / 7) / 12)
    assert ecb.b_cubed(GOLD, SAID) == 1.0


def test_entities_are_paired_one_to_one(ecb: ModuleType) -> None:
    precision, recall = ecb.ceaf_e(GOLD, SAID)

    assert precision == pytest.approx((1 + 2 * 5 / 12) / 2) and recall == pytest.approx((1 + 2 * 5 / 12) / 3)


@pytest.mark.parametrize("shape", [(2, 2), (3, 5), (5, 3), (1, 4)])
def test_the_best_pairing_is_the_best_of_all(ecb: ModuleType, shape: tuple[int, int]) -> None:
    from itertools import permutations

    gain = np.random.default_rng(7).random(shape)
    wide = gain if shape[0] <= shape[1] else gain.T
    every = (sum(wide[i, j] for i, j in enumerate(p)) for p in permutations(range(wide.shape[1]), wide.shape[0]))

    assert ecb.best(gain) == pytest.approx(max(every))


def test_a_capital_at_the_head_of_a_sentence_names_nobody(ecb: ModuleType) -> None:
    row = {"sentences": [[0, 20], [21, 40]]}

    assert not ecb.named(row, {"start": 0, "text": "Police"}) and not ecb.named(row, {"start": 21, "text": "The men"})
    assert ecb.named(row, {"start": 5, "text": "Oslo"}) and ecb.named(row, {"start": 0, "text": "Ana Duarte"})

import itertools

import numpy as np
import pytest

from whence.reader.trees import best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for word in range(len(heads)):
        seen = set()
        while word >= 0 and word not in seen:
            seen.add(word)
            word = heads[word]
        if word >= 0:
            return False
    return True


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[w, h + 1] for w, h in enumerate(heads)))


@pytest.mark.parametrize("seed", range(40))
def test_the_answer_is_the_best_tree_under_its_root(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 5)).astype(np.float32)
    heads = best_tree(scores)
    every = [list(h) for h in itertools.product(range(-1, 4), repeat=4) if all(w != x for w, x in enumerate(h))]
    rivals = [h for h in every if is_tree(h) and h.index(-1) == heads.index(-1)]

    assert is_tree(heads)
    assert total(scores, heads) == pytest.approx(max(total(scores, h) for h in rivals))


@pytest.mark.parametrize("size", [1, 2, 3, 50, 180])
def test_any_scores_give_a_tree(size: int) -> None:
    rng = np.random.default_rng(size)
    for _ in range(5):
        assert is_tree(best_tree(rng.normal(size=(size, size + 1)).astype(np.float32)))
    assert is_tree(best_tree(np.zeros((size, size + 1), dtype=np.float32)))

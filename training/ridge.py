"""Logistic regression with a ridge, by Newton's method."""

import numpy as np

ROUNDS = 50
LEAST = 1e-4


def logit(chance: float) -> float:
    """The score of a probability, none beyond those of `LEAST` and of what it leaves."""
    return float(np.log((held := min(max(chance, LEAST), 1 - LEAST)) / (1 - held)))


def fitted(x: np.ndarray, y: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """The weights [columns] of the rows `x` [cases, columns] for `y` of 0 and 1; `ridge` penalises each weight."""
    w = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(ridge), x.T @ (p - y) + ridge * w)
    return w

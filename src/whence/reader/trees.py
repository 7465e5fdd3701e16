"""Scores of heads to one tree: the best-scoring tree with a single root."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """Head of each word, -1 for the root, from scores [word, 1 + head] whose column 0 is the root.

    The greedy choice where it is a tree, else Chu and Liu's and Edmonds' algorithm under the likeliest root.
    """
    count = len(scores)
    if count == 1:
        return [-1]
    own = scores.copy()
    own.reshape(-1)[1 :: count + 2] = _NEVER
    greedy: list[int] = (own.argmax(1) - 1).tolist()
    if greedy.count(-1) == 1 and not _cycle(greedy):
        return greedy
    free = own.astype(np.float64)
    root = int(np.argmax(free[:, 0] - free[:, 1:].max(1)))
    inner = free[:, 1:].copy()
    inner[root] = _NEVER
    return _edmonds(inner, root)


def _cycle(heads: Sequence[int]) -> list[int]:
    """The words of one cycle, empty where there is none; -1 marks the root."""
    state = [0] * len(heads)
    for word in range(len(heads)):
        path = []
        while word >= 0 and state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word]
        if word >= 0 and state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: NDArray[np.float64], root: int) -> list[int]:
    """The best tree under a given root; scores [word, head]."""
    heads = scores.argmax(1)
    heads[root] = -1
    cycle = _cycle(heads.tolist())
    if not cycle:
        return [int(h) for h in heads]
    rest = [w for w in range(len(scores)) if w not in set(cycle)]
    best = scores[cycle, heads[cycle]]
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    out = scores[np.ix_(rest, cycle)]
    small[:-1, -1] = out.max(1)
    into = scores[np.ix_(cycle, rest)] - best[:, None]
    small[-1, :-1] = into.max(0)
    np.fill_diagonal(small, _NEVER)
    found = _edmonds(small, rest.index(root))
    answer = [int(h) for h in heads]
    for n, word in enumerate(rest):
        if found[n] == len(rest):
            answer[word] = cycle[int(out[n].argmax())]
        else:
            answer[word] = rest[found[n]] if found[n] >= 0 else -1
    entry = cycle[int(into[:, found[-1]].argmax())]
    answer[entry] = rest[found[-1]]
    return answer

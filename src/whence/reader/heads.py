"""Phrases, frames and bonds of one window: the small products after the network, for those words that need them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whence.reader.windows import Run

_Floats = NDArray[np.float32]
_ROOT_2 = sqrt(2.0)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention in a window: words `first` to `last` of it (included), where it may be read, and what it is."""

    first: int
    last: int
    sentence: int
    type: str
    form: str
    score: float


@dataclass(frozen=True, slots=True)
class Claimed:
    """A word of a window that claims something: scores as probabilities, fillers as (role, phrase number, score)."""

    trigger: int
    predicate: str
    score: float
    denied: float
    certainty: str
    certainty_score: float
    fillers: tuple[tuple[str, int, float], ...]


@dataclass(frozen=True)
class Heads:
    """The weights of the last products and the names of their classes."""

    weights: dict[str, _Floats]
    labels: dict[str, list[str]]
    calibration: dict[str, tuple[float, float]]

    def chance(self, head: str, score: float) -> float:
        """Calibrated probability of a score; the two numbers of a head are a slope and an offset."""
        slope, offset = self.calibration.get(head, (1.0, 0.0))
        return round(1 / (1 + float(np.exp(-(slope * score + offset)))), 4)

    def spans(
        self, layer: str, scores: dict[str, _Floats], runs: Sequence[Run]
    ) -> Iterator[tuple[float, int, int, int]]:
        """Spans of a layer above zero: score, first and last word of the window, number of the sentence."""
        table = scores["spans"][self.labels["spans"].index(layer)]
        at = 0
        for run in runs:
            end = at + run.last - run.first
            part = np.triu(table[at:end, at:end])
            for a, b in np.argwhere(part > 0):
                yield float(part[a, b]), at + int(a), at + int(b), run.sentence
            at = end

    def phrases(self, scores: dict[str, _Floats], runs: Sequence[Run]) -> list[Phrase]:
        """The mention layer's spans in order of place: of two that cross, the better one."""
        found = list(self.spans("mention", scores, runs))
        kept: list[tuple[float, int, int, int]] = []
        for score, a, b, sentence in sorted(found, key=lambda f: (-f[0], f[1], f[2])):
            if not any(a < c <= b < d or c < a <= d < b for _, c, d, _ in kept):
                kept.append((score, a, b, sentence))
        kept.sort(key=lambda f: (f[1], -f[2]))
        if not kept:
            return []
        kinds = self._kinds(scores["mark"], [f[1] for f in kept], [f[2] for f in kept])
        return [
            Phrase(a, b, sentence, *kind, self.chance("mention", score))
            for (score, a, b, sentence), kind in zip(kept, kinds, strict=True)
        ]

    def _kinds(self, mark: _Floats, first: list[int], last: list[int]) -> Iterator[tuple[str, str]]:
        mixed = _two_sides(mark, first, last) @ self.weights["kind_weight"].T + self.weights["kind_bias"]
        types = len(self.labels["types"])
        for row in mixed:
            yield self.labels["types"][int(row[:types].argmax())], self.labels["forms"][int(row[types:].argmax())]

    def claimed(self, scores: dict[str, _Floats], phrases: Sequence[Phrase], runs: Sequence[Run]) -> list[Claimed]:
        """Words above zero for a predicate, with the phrases of their sentence that are above zero for a role."""
        count = len(self.labels["predicates"])
        sense = scores["sense"]
        found = []
        fillers = _two_sides(scores["filler"], [p.first for p in phrases], [p.last for p in phrases])
        ends = np.cumsum([run.last - run.first for run in runs])
        for word, number in np.argwhere(sense[:, :count] > 0):
            run = runs[int(np.searchsorted(ends, word, side="right"))]
            name = self.labels["predicates"][number]
            polarity, certainty = sense[word, count : count + 2], sense[word, count + 2 :]
            sure = np.exp(certainty - certainty.max())
            found.append(
                Claimed(
                    int(word),
                    name,
                    self.chance("predicate", float(sense[word, number])),
                    round(1 / (1 + float(np.exp(polarity[0] - polarity[1]))), 4),
                    self.labels["certainties"][int(certainty.argmax())],
                    round(float(sure.max() / sure.sum()), 4),
                    tuple(self._roles(int(word), name, scores["frame"][word], fillers, phrases, run.sentence)),
                )
            )
        return found

    def _roles(
        self, trigger: int, predicate: str, frame: _Floats, fillers: _Floats, phrases: Sequence[Phrase], sentence: int
    ) -> Iterator[tuple[str, int, float]]:
        numbers = [n for n, p in enumerate(phrases) if p.sentence == sentence]
        if not numbers:
            return
        places = [place_class(trigger, phrases[n].first, phrases[n].last) for n in numbers]
        w = self.weights
        for role, name in enumerate(self.labels["roles"]):
            if name.partition(".")[0] != predicate:
                continue
            asked = frame * w["role_mix"][role] + w["role_alone"][role]
            scores = fillers[numbers] @ asked + w["role_place"][role][places]
            for n, score in zip(numbers, scores, strict=True):
                if score > 0:
                    yield name.partition(".")[2], n, self.chance("role", float(score))

    def bonds(self, scores: dict[str, _Floats], phrases: Sequence[Phrase]) -> Iterator[tuple[int, int, float]]:
        """For each phrase its best earlier one where they are rather one than not: numbers of both, probability."""
        if len(phrases) < 2:
            return
        w = self.weights
        vectors = _two_sides(scores["same"], [p.first for p in phrases], [p.last for p in phrases])
        forms = [self.labels["forms"].index(p.form) for p in phrases]
        sentences = np.array([p.sentence for p in phrases])
        apart = np.minimum(np.abs(sentences[:, None] - sentences[None, :]), w["apart"].shape[0] - 1)
        later = vectors @ w["later_weight"].T + w["later_bias"]
        table = later @ vectors.T / sqrt(vectors.shape[1]) + w["apart"][apart, np.array(forms)[:, None], forms]
        table += vectors @ w["alone_weight"].T + w["alone_bias"]
        for n in range(1, len(phrases)):
            row = np.concatenate([[0.0], table[n, :n]])
            row = np.exp(row - row.max())
            best = int(row[1:].argmax())
            if row[best + 1] > row[0]:
                yield n, best, round(float(row[best + 1] / row.sum()), 4)


def _two_sides(words: _Floats, first: Sequence[int], last: Sequence[int]) -> _Floats:
    """GELU of the first half of the first word's vector plus the second half of the last word's."""
    half = words.shape[1] // 2
    x: _Floats = words[list(first), :half] + words[list(last), half:]
    return x * 0.5 * (1 + _erf(x / _ROOT_2))


def _erf(x: _Floats) -> _Floats:
    """The error function to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26)."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    powers = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
    total: Any = sum(c * t ** (n + 1) for n, c in enumerate(powers))
    found: _Floats = np.sign(x) * (1 - total * np.exp(-x * x))
    return found


def place_class(trigger: int, first: int, last: int) -> int:
    """Distance between a trigger word and a mention, in twelve classes: six before, six after, by words between."""
    if first <= trigger <= last:
        return 0
    gap = first - trigger if first > trigger else trigger - last
    step = 0 if gap == 1 else 1 if gap == 2 else 2 if gap <= 4 else 3 if gap <= 8 else 4 if gap <= 16 else 5
    return 6 + step if first > trigger else step

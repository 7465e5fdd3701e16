"""Phrases, frames and bonds of one window: the small products after the network, for those words that need them."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from whence.reader.windows import Run

_Floats = NDArray[np.float32]
_ROOT_2 = sqrt(2.0)
SPEECH = "attributes"
"""The predicate of words of speech."""
LEAST_BOND = 0.02
FIRST = -1.0
"""The best phrase for a role is taken from this score on: a claim mostly has its roles beside it."""
SECOND = 0.85
"""Probability from which a further phrase holds the same role."""
LATER = 2.0
"""What a name after its pronoun must be better by than one before it."""


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
class Span:
    """A span of a layer above zero: words `first` to `last` of a window (included), inside run number `run`."""

    score: float
    first: int
    last: int
    layer: str
    run: int


@dataclass(frozen=True, slots=True)
class Claimed:
    """A word of a window that claims something: scores as probabilities, fillers as (role, phrase number, score).

    `told` are the words of the window that a word of speech gives as told.
    """

    trigger: int
    predicate: str
    score: float
    denied: float
    certainty: str
    certainty_score: float
    fillers: tuple[tuple[str, int, float], ...]
    told: tuple[int, ...] = ()


class Bearers(NamedTuple):
    """Phrases of a window as bearers: vectors [phrases, d], numbers of their forms and of their sentences."""

    vectors: _Floats
    forms: NDArray[np.intp]
    sentences: NDArray[np.intp]


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

    def spans(self, scores: dict[str, _Floats], runs: Sequence[Run]) -> list[Span]:
        """Spans of every layer that are above zero, each inside one run, in order of run, layer and place."""
        found = []
        for number, here in enumerate(stretches(runs)):
            table = self._span_table(scores["span_sides"][here], scores["span_edges"][here])
            layers, firsts, lasts = np.nonzero(table > 0)
            for kind, a, b, score in zip(
                layers.tolist(), firsts.tolist(), lasts.tolist(), table[layers, firsts, lasts].tolist(), strict=True
            ):
                found.append(Span(score, here.start + a, here.start + b, self.labels["spans"][kind], number))
        return found

    def _span_table(self, sides: _Floats, edges: _Floats) -> _Floats:
        """Scores [layer, first word, last word] from the sides [word, layer, 2, d]; never where last < first."""
        product = sides[:, :, 0].transpose(1, 0, 2) @ sides[:, :, 1].transpose(1, 2, 0)
        first, last = edges[:, :, 0].T[:, :, None], edges[:, :, 1].T[:, None, :]
        lengths, forward = _lengths(len(sides), self.weights["span_length"].shape[1])
        table = product * sides.shape[-1] ** -0.5 + first + last + self.weights["span_length"][:, lengths]
        return np.where(forward, table, np.float32(-np.inf))

    def phrases(self, scores: dict[str, _Floats], spans: Sequence[Span], runs: Sequence[Run]) -> list[Phrase]:
        """The mention layer's spans in order of place: of two that cross, the better one."""
        found = [(s.score, s.first, s.last, runs[s.run].sentence) for s in spans if s.layer == "mention"]
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
        parts = stretches(runs)
        ends = [part.stop for part in parts]
        for word, number in np.argwhere(sense[:, :count] > 0):
            part = int(np.searchsorted(ends, word, side="right"))
            run = runs[part]
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
                    self._told(int(word), scores["frame"][word], scores["told"], parts[part]) if name == SPEECH else (),
                )
            )
        return found

    def _told(self, cue: int, frame: _Floats, told: _Floats, here: slice) -> tuple[int, ...]:
        """The words of the cue's sentence that are rather told by it than not."""
        places = [place_class(cue, w, w) for w in range(here.start, here.stop)]
        scores = told[here] @ (frame * self.weights["told_mix"]) + self.weights["told_place"][places]
        return tuple(here.start + int(w) for w in np.flatnonzero(scores > 0))

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
            best: list[Phrase] = []
            for at in np.argsort(-scores, kind="stable"):
                p, chance = phrases[numbers[at]], self.chance("role", float(scores[at]))
                # "The owners, Cape Shipping, said": one of the two speaks, and the corpus names one.
                if scores[at] <= FIRST or (best and (chance < SECOND or any(_overlap(p, b) for b in best))):
                    continue
                best.append(p)
                yield name.partition(".")[2], numbers[at], chance

    def bearers(self, scores: dict[str, _Floats], phrases: Sequence[Phrase]) -> Bearers:
        """What `bonds` asks of the phrases of a window."""
        vectors = _two_sides(scores["same"], [p.first for p in phrases], [p.last for p in phrases])
        forms = np.array([self.labels["forms"].index(p.form) for p in phrases], dtype=np.intp)
        return Bearers(vectors, forms, np.array([p.sentence for p in phrases], dtype=np.intp))

    def bonds(self, earlier: Bearers, here: Bearers) -> Iterator[tuple[int, int, float]]:
        """For each phrase of a window its antecedents, there or in the window before: numbers of both, probability.

        The numbers run through both windows; what is less likely than LEAST_BOND is left out.
        """
        if not len(here.forms):
            return
        w, before = self.weights, len(earlier.forms)
        vectors = np.concatenate([earlier.vectors, here.vectors])
        forms = np.concatenate([earlier.forms, here.forms])
        sentences = np.concatenate([earlier.sentences, here.sentences])
        apart = np.minimum(np.abs(here.sentences[:, None] - sentences[None, :]), w["apart"].shape[0] - 1)
        later = here.vectors @ w["later_weight"].T + w["later_bias"]
        table = later @ vectors.T / sqrt(vectors.shape[1]) + w["apart"][apart, here.forms[:, None], forms]
        table += here.vectors @ w["alone_weight"].T + w["alone_bias"]
        named, pronoun = self.labels["forms"].index("named"), self.labels["forms"].index("pronoun")
        numbers = np.arange(len(forms))
        for n, row in enumerate(table):
            candidates = numbers < before + n
            if here.forms[n] == pronoun:
                # "In her second year Amina Yusuf sold the mill."
                candidates |= (numbers > before + n) & (sentences == here.sentences[n]) & (forms == named)
            row = np.where(candidates, np.where(numbers > before + n, row - LATER, row), -np.inf)
            row = np.concatenate([[0.0], row])
            row = np.exp(row - row.max())
            row = row[1:] / row.sum()
            for antecedent in np.flatnonzero(row >= LEAST_BOND):
                yield before + n, int(antecedent), round(float(row[antecedent]), 4)


def stretches(runs: Sequence[Run]) -> list[slice]:
    """Where the words of each run stand in their window."""
    ends = np.cumsum([run.last - run.first for run in runs]).tolist()
    return [slice(a, b) for a, b in itertools.pairwise([0, *ends])]


@lru_cache(maxsize=512)
def _lengths(count: int, most: int) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Class of length of each span of a sentence, and whether its last word is not before its first."""
    steps = np.arange(count)
    apart = steps[None, :] - steps[:, None]
    return apart.clip(0, most - 1), apart >= 0


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


def _overlap(one: Phrase, two: Phrase) -> bool:
    return one.first <= two.last and two.first <= one.last


def place_class(trigger: int, first: int, last: int) -> int:
    """Distance between a trigger word and a mention, in twelve classes: six before, six after, by words between."""
    if first <= trigger <= last:
        return 0
    gap = first - trigger if first > trigger else trigger - last
    step = 0 if gap == 1 else 1 if gap == 2 else 2 if gap <= 4 else 3 if gap <= 8 else 4 if gap <= 16 else 5
    return 6 + step if first > trigger else step

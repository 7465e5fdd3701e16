"""Phrases, frames and bonds of one window: the small products after the network, for those words that need them."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from whence.reader.windows import Run

_Floats = NDArray[np.float32]
_ROOT_2 = sqrt(2.0)
SPEECH = "attributes"
"""The predicate of words of speech."""
HINTED = -5.0  # score: under it a predicate is out of the question at a word
LEAST_BOND = 0.02
FIRST = -1.5
"""The best phrase for a role is taken from this score on: a claim mostly has its roles beside it."""
SECOND = 0.9
"""Probability from which a further phrase holds the same role."""
LATER = 2.0
"""What a name after its pronoun must be better by than one before it."""
_KEPT = 64  # words: the tables of longer sentences are made anew
_STEEPEST = 700.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention in a window: words `first` to `last` of it (included), where it may be read, and what it is.

    `types` are the logarithms of the probabilities of all types, in the order of the model's labels.
    """

    first: int
    last: int
    sentence: int
    type: str
    form: str
    score: float
    types: tuple[float, ...]


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

    `behind` are the phrases that a better one keeps from a role. `told` are the words of the window that a word of
    speech gives as told.
    """

    trigger: int
    predicate: str
    score: float
    denied: float
    certainty: str
    certainty_score: float
    fillers: tuple[tuple[str, int, float], ...]
    behind: tuple[tuple[str, int, float], ...] = ()
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
        return _probability(slope * score + offset)

    @cached_property
    def _roles_of(self) -> dict[str, list[tuple[int, str]]]:
        """Numbers and names of the roles of each predicate."""
        found: dict[str, list[tuple[int, str]]] = {}
        for number, name in enumerate(self.labels["roles"]):
            predicate, _, role = name.partition(".")
            found.setdefault(predicate, []).append((number, role))
        return found

    @cached_property
    def _length_tables(self) -> dict[int, _Floats]:
        return {}

    def _by_length(self, count: int) -> _Floats:
        """What its length adds to each span of a sentence [layer, first, last]; of those that end too soon, -inf."""
        found = self._length_tables.get(count)
        if found is None:
            weight = self.weights["span_length"]
            apart = np.arange(count)[None, :] - np.arange(count)[:, None]
            found = np.where(apart >= 0, weight[:, apart.clip(0, weight.shape[1] - 1)], np.float32(-np.inf))
            if count <= _KEPT:
                self._length_tables[count] = found
        return found

    def spans(self, scores: dict[str, _Floats], runs: Sequence[Run]) -> list[Span]:
        """Spans of every layer that are above zero, each inside one run, in order of run, layer and place."""
        found = []
        names = self.labels["spans"]
        for number, here in enumerate(stretches(runs)):
            table = self.span_table(scores["span_sides"][here], scores["span_edges"][here]).reshape(-1)
            places = np.flatnonzero(table > 0)
            count = here.stop - here.start
            for place, score in zip(places.tolist(), table[places].tolist(), strict=True):
                rest, b = divmod(place, count)
                kind, a = divmod(rest, count)
                found.append(Span(score, here.start + a, here.start + b, names[kind], number))
        return found

    def span_table(self, sides: _Floats, edges: _Floats) -> _Floats:
        """Scores [layer, first word, last word] from the sides [word, layer, 2, d]; never where last < first."""
        table: _Floats = sides[:, :, 0].transpose(1, 0, 2) @ sides[:, :, 1].transpose(1, 2, 0)
        table *= sides.shape[-1] ** -0.5
        table += edges[:, :, 0].T[:, :, None]
        table += edges[:, :, 1].T[:, None, :]
        table += self._by_length(len(sides))
        return table

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
            Phrase(a, b, sentence, kind, form, self.chance("mention", score), types)
            for (score, a, b, sentence), (kind, form, types) in zip(kept, kinds, strict=True)
        ]

    def _kinds(self, mark: _Floats, first: list[int], last: list[int]) -> Iterator[tuple[str, str, tuple[float, ...]]]:
        """The likeliest type and form of each phrase, and what `Phrase.types` holds."""
        mixed = _two_sides(mark, first, last) @ self.weights["kind_weight"].T + self.weights["kind_bias"]
        count = len(self.labels["types"])
        types = mixed[:, :count] - mixed[:, :count].max(1, keepdims=True)
        types -= np.log(np.exp(types).sum(1, keepdims=True))
        best = zip(types.argmax(1).tolist(), mixed[:, count:].argmax(1).tolist(), types.tolist(), strict=True)
        for kind, form, chances in best:
            yield self.labels["types"][kind], self.labels["forms"][form], tuple(chances)

    def claimed(self, scores: dict[str, _Floats], phrases: Sequence[Phrase], runs: Sequence[Run]) -> list[Claimed]:
        """Words above zero for a predicate, with the phrases of their sentence that are above zero for a role."""
        count = len(self.labels["predicates"])
        sense = scores["sense"]
        found = []
        parts = stretches(runs)
        ends = [part.stop for part in parts]
        places = np.flatnonzero(sense[:, :count] > 0)
        if not len(places):
            return []
        fillers = _two_sides(scores["filler"], [p.first for p in phrases], [p.last for p in phrases])
        for word, number in (divmod(place, count) for place in places.tolist()):
            part = bisect_right(ends, word)
            run = runs[part]
            name = self.labels["predicates"][number]
            polarity, certainty = sense[word, count : count + 2], sense[word, count + 2 :]
            sure = np.exp(certainty - certainty.max())
            roles = list(self._roles(word, name, scores["frame"][word], fillers, phrases, run.sentence))
            found.append(
                Claimed(
                    word,
                    name,
                    self.chance("predicate", float(sense[word, number])),
                    _probability(float(polarity[1] - polarity[0])),
                    self.labels["certainties"][int(certainty.argmax())],
                    round(float(sure.max() / sure.sum()), 4),
                    tuple(held for held, first in roles if first),
                    tuple(held for held, first in roles if not first),
                    self._told(word, scores["frame"][word], scores["told"], parts[part]) if name == SPEECH else (),
                )
            )
        return found

    def hinted(self, scores: dict[str, _Floats]) -> Iterator[tuple[int, str, float]]:
        """Words with every predicate that is not out of the question for them, and its probability."""
        names = self.labels["predicates"]
        sense = scores["sense"][:, : len(names)]
        for word, number in np.argwhere(sense > HINTED):
            if names[number] != SPEECH:
                yield int(word), names[number], self.chance("predicate", float(sense[word, number]))

    def _told(self, cue: int, frame: _Floats, told: _Floats, here: slice) -> tuple[int, ...]:
        """The words of the cue's sentence that are rather told by it than not."""
        places = [place_class(cue, w, w) for w in range(here.start, here.stop)]
        scores = told[here] @ (frame * self.weights["told_mix"]) + self.weights["told_place"][places]
        return tuple(here.start + int(w) for w in np.flatnonzero(scores > 0))

    def _roles(
        self, trigger: int, predicate: str, frame: _Floats, fillers: _Floats, phrases: Sequence[Phrase], sentence: int
    ) -> Iterator[tuple[tuple[str, int, float], bool]]:
        """Phrases that are likely enough for a role, and whether no better one keeps them from it."""
        numbers = [n for n, p in enumerate(phrases) if p.sentence == sentence]
        if not numbers:
            return
        places = [place_class(trigger, phrases[n].first, phrases[n].last) for n in numbers]
        w = self.weights
        held = fillers[numbers]
        for role, name in self._roles_of.get(predicate, ()):
            asked = frame * w["role_mix"][role] + w["role_alone"][role]
            scores = held @ asked + w["role_place"][role][places]
            best: list[Phrase] = []
            for at in np.argsort(-scores, kind="stable").tolist():
                p, score = phrases[numbers[at]], float(scores[at])
                if score <= FIRST:
                    break
                chance = self.chance("role", score)
                # "The owners, Cape Shipping, said": one of the two speaks, and the corpus names one.
                first = not best or (chance >= SECOND and not any(_overlap(p, b) for b in best))
                if first:
                    best.append(p)
                yield (name, numbers[at], chance), first

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
        numbers, rows = np.arange(len(forms)), np.arange(before, len(forms))[:, None]
        # "In her second year Amina Yusuf sold the mill."
        later_names = (numbers > rows) & (here.forms[:, None] == pronoun) & (forms == named)
        later_names &= here.sentences[:, None] == sentences
        table[later_names] -= LATER
        shares = np.zeros((len(table), len(forms) + 1))
        shares[:, 1:] = np.where((numbers < rows) | later_names, table, -np.inf)
        shares = np.exp(shares - shares.max(1, keepdims=True))
        shares = shares[:, 1:] / shares.sum(1, keepdims=True)
        likely = np.flatnonzero(shares >= LEAST_BOND)
        for place, share in zip(likely.tolist(), shares.reshape(-1)[likely].tolist(), strict=True):
            n, antecedent = divmod(place, len(forms))
            yield before + n, antecedent, round(share, 4)


def stretches(runs: Sequence[Run]) -> list[slice]:
    """Where the words of each run stand in their window."""
    ends = itertools.accumulate((run.last - run.first for run in runs), initial=0)
    return [slice(a, b) for a, b in itertools.pairwise(ends)]


def _probability(score: float) -> float:
    """The logistic function, to four digits."""
    return round(1 / (1 + exp(-score)), 4) if score > -_STEEPEST else 0.0


def _two_sides(words: _Floats, first: Sequence[int], last: Sequence[int]) -> _Floats:
    """GELU of the first half of the first word's vector plus the second half of the last word's."""
    half = words.shape[1] // 2
    x: _Floats = words[list(first), :half] + words[list(last), half:]
    return x * 0.5 * (1 + _erf(x / _ROOT_2))


def _erf(x: _Floats) -> _Floats:
    """The error function to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26)."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    total = np.full_like(t, 1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        total *= t
        total += factor
    found: _Floats = np.copysign(1 - total * t * np.exp(-x * x), x)
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

"""From a text to its reading: windows through the network, then the best tree and mentions of each sentence."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whence.errors import NotRead
from whence.reader import Bond, Filler, Frame, RawMention, Reading, Token, Tree
from whence.reader.heads import Bearers, Heads, Span, stretches
from whence.reader.lemmas import lemma, mended
from whence.reader.mentions import Candidate, mentions
from whence.reader.pieces import vocabulary
from whence.reader.trees import best_tree
from whence.reader.windows import Run, Words, encode, windows, words_of

_Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Network:
    """The loaded model: a table of piece vectors, the graph, and the names of its classes."""

    table: NDArray[np.int8]
    scales: _Floats
    session: Any
    labels: dict[str, list[str]]
    calibration: dict[str, tuple[float, float]]
    lexicon: dict[tuple[str, str], str]
    heads: Heads

    def lemma(self, word: str, upos: str, edit: int) -> str:
        """The lemma seen in the treebanks, else the edit that the model chose."""
        seen = self.lexicon.get((word.lower(), upos))
        return seen or mended(lemma(word, self.labels["lemmas"][edit]), word, vocabulary())

    def run(self, runs: Sequence[Run], sentences: Sequence[Words]) -> dict[str, _Floats]:
        """Scores of every head for the words of one window."""
        numbers, shapes, first, last = encode(runs, sentences)
        vectors = self.table[numbers].astype(np.float32) * self.scales[numbers][:, None]
        inputs = {
            "vectors": vectors,
            "shapes": np.array(shapes, dtype=np.int64),
            "first": np.array(first, dtype=np.int64),
            "last": np.array(last, dtype=np.int64),
        }
        names = [output.name for output in self.session.get_outputs()]
        return dict(zip(names, self.session.run(names, inputs), strict=True))


@lru_cache(maxsize=1)
def network() -> Network:
    """Load the model that the package carries, once in a process."""
    import onnxruntime

    folder = resources.files("whence.reader").joinpath("data")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("WHENCE_READER_THREADS", "1"))
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    with resources.as_file(folder) as place:
        session = onnxruntime.InferenceSession(str(place / "reader.onnx"), options, providers=["CPUExecutionProvider"])
        table = np.load(place / "pieces.npy")
        scales = np.load(place / "scales.npy")
        labels = json.loads((place / "labels.json").read_text("utf-8"))
        calibration = json.loads((place / "calibration.json").read_text("utf-8"))
        rows = (row.split("\t") for row in (place / "lemmas.tsv").read_text("utf-8").splitlines())
        lexicon = {(form, upos): base for form, upos, base in rows}
        heads = Heads(dict(np.load(place / "heads.npz")), labels, calibration)
    return Network(table, scales, session, labels, calibration, lexicon, heads)


@dataclass
class _Own:
    """What the teaching corpus's layers give, of all windows so far; the last one's phrases as bearers."""

    phrases: list[RawMention] = field(default_factory=list)
    contents: list[tuple[int, int, float]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    bearers: tuple[Bearers, list[tuple[int, int]]] | None = None


@dataclass
class _Layers:
    """What is known so far of one sentence."""

    tokens: list[Token | None]
    roots: list[int] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)


def read_text(text: str, sentences: Sequence[tuple[int, int]]) -> Reading:
    """See `whence.reader.read`."""
    for start, end in sentences:
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"The sentence {start}-{end} is outside the text of {len(text)} code points.")
    parted = [words_of(text, start, end) for start, end in sentences]
    layers = [_Layers([None] * len(s.places)) for s in parted]
    own = _Own()
    if any(s.places for s in parted):
        for runs in windows(parted):
            _read_window(text, runs, parted, layers, own)
    trees = tuple(_tree(s, found) for s, found in zip(parted, layers, strict=True) if s.places)
    found = {m for s, layer in zip(parted, layers, strict=True) if s.places for m in _mentions(text, s, layer)}
    return Reading(
        trees,
        tuple(sorted(found, key=_place)),
        tuple(sorted(set(own.phrases), key=_place)),
        tuple(sorted(set(own.contents))),
        tuple(sorted(own.frames, key=lambda f: (f.start, f.predicate))),
        tuple(sorted(set(own.bonds), key=lambda b: (b.start, b.end, b.antecedent_start, b.antecedent_end))),
    )


def _place(m: RawMention) -> tuple[int, int, str, str]:
    return m.start, -m.end, m.type, m.form


def _read_window(
    text: str, runs: Sequence[Run], sentences: Sequence[Words], layers: Sequence[_Layers], own: _Own
) -> None:
    net = network()
    scores = net.run(runs, sentences)
    spans = net.heads.spans(scores, runs)
    _read_own(runs, sentences, scores, spans, net, own)
    for run, here in zip(runs, stretches(runs), strict=True):
        _read_run(text, run, sentences[run.sentence], _cut(scores, here), layers[run.sentence], net)
    _add_candidates(spans, runs, layers, net)


def _read_own(
    runs: Sequence[Run],
    sentences: Sequence[Words],
    scores: dict[str, _Floats],
    spans: Sequence[Span],
    net: Network,
    own: _Own,
) -> None:
    """Phrases, contents, frames and bonds of one window; of a cut sentence, what begins in the run's core."""
    places = [sentences[run.sentence].places[w] for run in runs for w in range(run.first, run.last)]
    core = [run.core_first <= w < run.core_last for run in runs for w in range(run.first, run.last)]
    phrases = net.heads.phrases(scores, spans, runs)
    ranges = [(places[p.first][0], places[p.last][1]) for p in phrases]
    for p, (start, end) in zip(phrases, ranges, strict=True):
        if core[p.first]:
            own.phrases.append(RawMention(start, end, p.type, p.form, p.score))
    for s in spans:
        if s.layer == "content" and core[s.first]:
            own.contents.append((places[s.first][0], places[s.last][1], net.heads.chance("content", s.score)))
    for c in net.heads.claimed(scores, phrases, runs):
        if core[c.trigger]:
            fillers = tuple(Filler(role, *ranges[n], chance) for role, n, chance in c.fillers)
            denied = c.denied > 0.5
            chance = c.denied if denied else 1 - c.denied
            own.frames.append(
                Frame(
                    *places[c.trigger],
                    c.predicate,
                    c.score,
                    denied,
                    round(chance, 4),
                    c.certainty,
                    c.certainty_score,
                    fillers,
                    tuple(_ranges(c.told, places)),
                )
            )
    here = net.heads.bearers(scores, phrases)
    earlier, earlier_ranges = own.bearers or (net.heads.bearers(scores, ()), [])
    both = [*earlier_ranges, *ranges]
    for n, antecedent, chance in net.heads.bonds(earlier, here):
        if core[phrases[n - len(earlier_ranges)].first]:
            own.bonds.append(Bond(*both[n], *both[antecedent], chance))
    own.bearers = here, ranges


def _ranges(words: Sequence[int], places: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring words as ranges of the text."""
    for n, word in enumerate(words):
        if n == 0 or words[n - 1] != word - 1:
            start = places[word][0]
        if n + 1 == len(words) or words[n + 1] != word + 1:
            yield start, places[word][1]


def _cut(scores: dict[str, _Floats], here: slice) -> dict[str, _Floats]:
    """The scores of one run out of those of its window."""
    heads = slice(here.start + 1, here.stop + 1)
    cut = {name: scores[name][here] for name in ("upos", "xpos", "lemma", "rel_dependent")}
    for name in ("rel_head", "rel_edge"):
        cut[name] = np.concatenate([scores[name][:1], scores[name][heads]])
    cut["arcs"] = np.concatenate([scores["arcs"][here, :1], scores["arcs"][here, heads]], 1)
    return cut


def _read_run(text: str, run: Run, s: Words, scores: dict[str, _Floats], layer: _Layers, net: Network) -> None:
    """Fill in the tokens and the candidate mentions of one run; its tree stays inside its core."""
    low, high = run.core_first - run.first, run.core_last - run.first
    core = slice(low, high)
    arcs = np.concatenate([scores["arcs"][core, :1], scores["arcs"][core, low + 1 : high + 1]], 1)
    heads = best_tree(arcs)
    chosen = [0 if h < 0 else h + low + 1 for h in heads]
    mixed = scores["rel_dependent"][core]
    products = mixed[..., :-1] @ scores["rel_head"][chosen][:, :, None]
    rels = products[..., 0] + mixed[..., -1] + scores["rel_edge"][chosen]
    rels[:, net.labels["deprels"].index("root")] = np.where(np.array(heads) < 0, np.inf, -np.inf)
    best = {name: scores[name][core].argmax(1) for name in ("upos", "xpos", "lemma")} | {"rel": rels.argmax(1)}
    for n, head in enumerate(heads):
        word = run.core_first + n
        start, end = s.places[word]
        upos = net.labels["upos"][best["upos"][n]]
        layer.tokens[word] = Token(
            start,
            end,
            net.lemma(text[start:end], upos, int(best["lemma"][n])),
            upos,
            net.labels["deprels"][best["rel"][n]],
            run.core_first + head if head >= 0 else -1,
            net.labels["xpos"][best["xpos"][n]],
        )
        if head < 0:
            layer.roots.append(word)


def _add_candidates(spans: Sequence[Span], runs: Sequence[Run], layers: Sequence[_Layers], net: Network) -> None:
    """Names and noun phrases whose first word is in the core of their run, with their probability."""
    parts = stretches(runs)
    for s in spans:
        run, shift = runs[s.run], runs[s.run].first - parts[s.run].start
        if "." in s.layer and run.core_first <= s.first + shift < run.core_last:
            chance = net.heads.chance(s.layer, s.score)
            layers[run.sentence].candidates.append(Candidate(s.first + shift, s.last + shift, s.layer, chance))


def _tree(s: Words, layer: _Layers) -> Tree:
    """The tokens as one tree: where a long sentence was cut, the later roots hang on the first."""
    tokens: list[Token] = []
    for number, token in enumerate(layer.tokens):
        if token is None:
            start, end = s.places[number]
            raise NotRead(start, end)
        if token.head < 0 and number != layer.roots[0]:
            token = Token(token.start, token.end, token.lemma, token.upos, "parataxis", layer.roots[0], token.xpos)
        tokens.append(token)
    return Tree(s.start, s.end, tuple(tokens))


def _mentions(text: str, s: Words, layer: _Layers) -> Iterator[RawMention]:
    tokens = [t for t in layer.tokens if t is not None]
    for c, form in mentions(layer.candidates, tokens, [text[a:b] for a, b in s.places]):
        yield RawMention(s.places[c.first][0], s.places[c.last][1], c.type.split(".")[1], form, c.score)

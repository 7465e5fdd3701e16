"""From a text to its reading: windows through the network, then the best tree and mentions of each sentence."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from whence.errors import NotRead
from whence.reader import Bond, Filler, Frame, Hint, RawMention, Reading, Token, Tree
from whence.reader.heads import Bearers, Heads, Span, stretches
from whence.reader.lemmas import lemma, mended, verb_base
from whence.reader.mentions import Candidate, mentions
from whence.reader.namesakes import one_type_a_name
from whence.reader.pieces import vocabulary
from whence.reader.trees import best_tree
from whence.reader.windows import Run, Words, encode, windows, words_of

_Floats = NDArray[np.float32]

FORBIDDEN = -1e6
# No finite verb is one of these of another word; where it came out so, its head is wrong, and the next best is taken.
SMALL = ("case", "det", "cc", "punct", "mark", "compound", "flat", "amod", "nummod")
FINITE = ("VBD", "VBP", "VBZ")
TRIES = 3
# The class is closed (universaldependencies.org/u/pos/AUX_.html): whatever else came out as one is a full verb.
AUXILIARIES = frozenset(
    "be am is are was were been being 's 're 'm s re m ai art have has had having 've 'd ve d do does did doing done "
    "can could ca may might must shall should will would wo 'll ll ought need dare used get gets got getting gotten "
    "’s ’re ’m ’ve ’d ’ll ben bin iz r".split()
)


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

    @cached_property
    def finite(self) -> list[int]:
        """The numbers of the tags of finite verbs."""
        return [self.labels["xpos"].index(tag) for tag in FINITE]

    @cached_property
    def small(self) -> list[int]:
        """The numbers of the relations that no finite verb has."""
        return [self.labels["deprels"].index(name) for name in SMALL]

    @cached_property
    def outputs(self) -> list[str]:
        """The names of what the graph gives."""
        return [output.name for output in self.session.get_outputs()]

    @cached_property
    def lemma(self) -> Callable[[str, int, int], str]:
        """From a word, its UPOS and the edit that the model chose to the lemma; one of the treebanks comes first."""

        @lru_cache(maxsize=50_000)
        def lemma_of(word: str, upos: int, edit: int) -> str:
            kind = self.labels["upos"][upos]
            seen = self.lexicon.get((word.lower(), kind))
            base = seen or mended(lemma(word, self.labels["lemmas"][edit]), word, vocabulary())
            return verb_base(base, vocabulary()) if kind == "VERB" and base == word.lower() else base

        return lemma_of

    def run(self, runs: Sequence[Run], sentences: Sequence[Words]) -> dict[str, _Floats]:
        """Scores of every head for the words of one window."""
        numbers, shapes, first, last = encode(runs, sentences)
        vectors = self.table[numbers].astype(np.float32) * self.scales[numbers][:, None]
        inputs = {"vectors": vectors, "shapes": shapes, "first": first, "last": last}
        scores = dict(zip(self.outputs, self.session.run(self.outputs, inputs), strict=True))
        words, layers = len(first), len(self.labels["spans"])
        for name, sizes in (
            ("span_sides", (layers, 2, -1)),
            ("span_edges", (layers, 2)),
            ("rel_dependent", (len(self.labels["deprels"]), -1)),
        ):
            scores[name] = scores[name].reshape(words, *sizes)
        return scores


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
    types: list[tuple[float, ...]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    bonds: list[Bond] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
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
    phrases = one_type_a_name(text, own.phrases, own.types, network().labels["types"])
    trees = tuple(_tree(s, found) for s, found in zip(parted, layers, strict=True) if s.places)
    found = {m for s, layer in zip(parted, layers, strict=True) if s.places for m in _mentions(text, s, layer)}
    return Reading(
        trees,
        tuple(sorted(found, key=_place)),
        tuple(sorted(set(phrases), key=_place)),
        tuple(sorted(own.frames, key=lambda f: (f.start, f.predicate))),
        tuple(sorted(set(own.bonds), key=_pair)),
        tuple(sorted(own.hints, key=lambda h: (h.start, h.predicate))),
    )


def _place(m: RawMention) -> tuple[int, int, str, str, float]:
    return m.start, -m.end, m.type, m.form, -m.score


def _pair(b: Bond) -> tuple[int, int, int, int, float]:
    return b.start, b.end, b.antecedent_start, b.antecedent_end, -b.score


def _read_window(
    text: str, runs: Sequence[Run], sentences: Sequence[Words], layers: Sequence[_Layers], own: _Own
) -> None:
    net = network()
    scores = net.run(runs, sentences)
    spans = net.heads.spans(scores, runs)
    _read_own(runs, sentences, scores, spans, net, own)
    _read_trees(text, runs, sentences, scores, layers, net)
    _add_candidates(spans, runs, layers, net)


def _read_own(
    runs: Sequence[Run],
    sentences: Sequence[Words],
    scores: dict[str, _Floats],
    spans: Sequence[Span],
    net: Network,
    own: _Own,
) -> None:
    """Phrases, frames and bonds of one window; of a cut sentence, what begins in the run's core."""
    places: list[tuple[int, int]] = []
    core: list[bool] = []
    for run in runs:
        places += sentences[run.sentence].places[run.first : run.last]
        core += [run.core_first <= w < run.core_last for w in range(run.first, run.last)]
    phrases = net.heads.phrases(scores, spans, runs)
    ranges = [(places[p.first][0], places[p.last][1]) for p in phrases]
    for p, (start, end) in zip(phrases, ranges, strict=True):
        if core[p.first]:
            own.phrases.append(RawMention(start, end, p.type, p.form, p.score))
            own.types.append(p.types)
    for c in net.heads.claimed(scores, phrases, runs):
        if core[c.trigger]:
            fillers, behind = (
                tuple(Filler(role, *ranges[n], chance) for role, n, chance in held) for held in (c.fillers, c.behind)
            )
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
                    behind,
                )
            )
    for word, predicate, chance in net.heads.hinted(scores):
        if core[word]:
            own.hints.append(Hint(*places[word], predicate, chance))
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


def _read_trees(
    text: str,
    runs: Sequence[Run],
    sentences: Sequence[Words],
    scores: dict[str, _Floats],
    layers: Sequence[_Layers],
    net: Network,
) -> None:
    """Fill in the tokens of one window; the tree of a run stays inside its core."""
    arcs = scores["arcs"].copy()
    upos, xpos = scores["upos"].argmax(1), scores["xpos"].argmax(1)
    arcs[upos == net.labels["upos"].index("PUNCT"), 0] = FORBIDDEN  # no sentence is headed by its full stop
    finite = (upos == net.labels["upos"].index("VERB")) & np.isin(xpos, net.finite)
    for _ in range(TRIES):
        columns, heads = _heads(runs, arcs)
        rels = _relations(scores, columns, net)
        odd = finite & np.isin(rels, net.small)
        if not odd.any():
            break
        arcs[odd, columns[odd]] = FORBIDDEN
    rels = _clausal(columns, rels, upos, net)
    best = [upos.tolist(), xpos.tolist(), scores["lemma"].argmax(1).tolist(), rels.tolist()]
    for run, here, chosen in zip(runs, stretches(runs), heads, strict=True):
        core = slice(here.start + run.core_first - run.first, here.start + run.core_last - run.first)
        tokens = _tokens(text, sentences[run.sentence].places[run.core_first : run.core_last], chosen, best, core, net)
        layer = layers[run.sentence]
        layer.tokens[run.core_first : run.core_last] = tokens
        layer.roots.append(run.core_first + chosen.index(-1))


def _heads(runs: Sequence[Run], arcs: _Floats) -> tuple[NDArray[np.intp], list[list[int]]]:
    """The heads of the window's words as columns of `arcs` (0 is the root), and by run as words (-1 is the root)."""
    columns = np.zeros(len(arcs), dtype=np.intp)
    heads: list[list[int]] = []
    for run, here in zip(runs, stretches(runs), strict=True):
        low, high = here.start + run.core_first - run.first, here.start + run.core_last - run.first
        table = arcs[low:high, low : high + 1].copy()
        table[:, 0] = arcs[low:high, 0]
        found = np.array(best_tree(table), dtype=np.intp)
        columns[low:high] = np.where(found < 0, 0, found + (low + 1))
        heads.append(np.where(found < 0, -1, found + run.core_first).tolist())
    return columns, heads


def _clausal(
    columns: NDArray[np.intp], rels: NDArray[np.intp], upos: NDArray[np.intp], net: Network
) -> NDArray[np.intp]:
    """The relations, a verb with a conjunction of its own being a clause ("charged *with murdering* the clerk").

    The relative clause of a noun is the noun's.
    """
    number = net.labels["deprels"].index
    marked = np.zeros(len(columns) + 1, dtype=bool)
    marked[columns[rels == number("mark")]] = True
    verb = marked[1:] & (upos == net.labels["upos"].index("VERB"))
    for phrase, clause in (("obl", "advcl"), ("nmod", "acl")):
        rels = np.where(verb & (rels == number(phrase)), number(clause), rels)
    nouns = [net.labels["upos"].index(kind) for kind in ("NOUN", "PROPN")]
    of_noun = np.append(False, np.isin(upos, nouns))[columns]
    return np.where(of_noun & (rels == number("advcl:relcl")), number("acl:relcl"), rels)


def _relations(scores: dict[str, _Floats], columns: NDArray[np.intp], net: Network) -> NDArray[np.intp]:
    """The relation of each word to its head."""
    mixed = scores["rel_dependent"]
    rels = (mixed[..., :-1] @ scores["rel_head"][columns][:, :, None])[..., 0]
    rels += mixed[..., -1]
    rels += scores["rel_edge"][columns]
    rels[:, net.labels["deprels"].index("root")] = np.where(columns == 0, np.inf, -np.inf)
    chosen: NDArray[np.intp] = rels.argmax(1)
    return chosen


def _tokens(
    text: str,
    places: Sequence[tuple[int, int]],
    heads: Sequence[int],
    best: Sequence[Sequence[int]],
    core: slice,
    net: Network,
) -> Iterator[Token]:
    """The words of one run's core with the classes `best` (UPOS, XPOS, lemma, relation) of their window."""
    upos, xpos, deprels, lemma_of = net.labels["upos"], net.labels["xpos"], net.labels["deprels"], net.lemma
    for (start, end), head, u, x, edit, rel in zip(places, heads, *(b[core] for b in best), strict=True):
        if upos[u] == "AUX" and text[start:end].lower() not in AUXILIARIES:
            u = upos.index("VERB")
        yield Token(start, end, lemma_of(text[start:end], u, edit), upos[u], deprels[rel], head, xpos[x])


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
    if len(layer.roots) == 1 and None not in layer.tokens:
        return Tree(s.start, s.end, tuple(t for t in layer.tokens if t is not None))
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

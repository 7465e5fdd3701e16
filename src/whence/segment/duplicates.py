"""Doubles: the same text twice, nearly the same text, and the blocks that one publisher prints on every page."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from whence.model import Document, digest
from whence.segment.blocks import cut_blocks
from whence.segment.shapes import key

PERMUTATIONS, BANDS, SEED = 128, 32, 7
_SHINGLE = 4


@dataclass(frozen=True, slots=True, order=True)
class Double:
    """Two documents that share text. `similarity`: the share of common four-word runs, 0 to 1; `exact`: same words."""

    one: str
    other: str
    similarity: float
    exact: bool


def near_duplicates(docs: Iterable[Document], *, threshold: float = 0.7) -> tuple[Double, ...]:
    """Pairs of documents at least `threshold` alike, by MinHash (rensa) and then counted, sorted by document id."""
    words = {doc.id: key(doc.text).split() for doc in docs}
    shingles = {id_: _shingles(run) for id_, run in sorted(words.items()) if run}
    found = []
    for one, other in sorted(_candidates(shingles)):
        exact = words[one] == words[other]
        similarity = 1.0 if exact else _jaccard(shingles[one], shingles[other])
        if similarity >= threshold:
            found.append(Double(one, other, round(similarity, 4), exact))
    return tuple(found)


def duplicate_groups(doubles: Iterable[Double]) -> tuple[tuple[str, ...], ...]:
    """Documents joined by any chain of doubles, each group and the list of groups sorted."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for double in doubles:
        low, high = sorted((find(double.one), find(double.other)))
        leader[high] = low
    groups = defaultdict(list)
    for name in leader:
        groups[find(name)].append(name)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def repeated_blocks(docs: Iterable[tuple[Document, str]], *, least: int = 3) -> Mapping[str, frozenset[str]]:
    """Blocks that stand in at least `least` different texts of one publisher: ``{publisher: keys of blocks}``.

    A key is `block_key` of the block. Documents that double each other count once.
    """
    pages: dict[str, list[Document]] = defaultdict(list)
    for doc, publisher in docs:
        pages[publisher].append(doc)
    return {name: _repeated(group, least) for name, group in sorted(pages.items())}


def block_key(text: str) -> str:
    """What makes two blocks the same: their words, any case, any spacing."""
    return digest(key(text))


def _repeated(docs: Sequence[Document], least: int) -> frozenset[str]:
    copies = {d.other for d in near_duplicates(docs, threshold=0.8)}
    counts: Counter[str] = Counter()
    for doc in {d.id: d for d in docs if d.id not in copies}.values():
        counts.update({block_key(block.text) for block in cut_blocks(doc) if block.words > 1})
    return frozenset(k for k, count in counts.items() if count >= least)


def _shingles(run: Sequence[str]) -> frozenset[str]:
    if len(run) <= _SHINGLE:
        return frozenset([" ".join(run)])
    return frozenset(" ".join(run[n : n + _SHINGLE]) for n in range(len(run) - _SHINGLE + 1))


def _candidates(shingles: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of documents that share a band of their MinHash signatures."""
    width = PERMUTATIONS // BANDS
    bands: dict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    for id_, terms in shingles.items():
        signature = _signature(terms)
        for band in range(BANDS):
            bands[band, tuple(signature[band * width : (band + 1) * width])].append(id_)
    pairs: set[tuple[str, str]] = set()
    for members in bands.values():
        first = members[0]
        # A page that hundreds repeat would give a square of pairs: each is paired with the first, groups stay whole.
        near = members if len(members) <= 50 else [first]
        pairs.update((a, b) for a in near for b in members if a < b)
    return iter(pairs)


def _signature(terms: frozenset[str]) -> list[int]:
    from rensa import RMinHash

    sketch: Any = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(terms))
    return list(sketch.digest())


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both)

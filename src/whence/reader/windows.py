"""Sentences to windows that the encoder takes at once; a long sentence is cut, with context around every cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from whence.reader.pieces import pieces, shape, vocabulary
from whence.reader.words import words

MOST_PIECES = 160
"""Pieces in a window, without context; the training saw windows of up to this size."""
CONTEXT = 24
"""Words on either side of a cut that are shown but not read."""
_SIGN = 14
_INSIDE = 16


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: ranges in the text, pieces, shapes."""

    start: int
    end: int
    places: tuple[tuple[int, int], ...]
    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words `first` up to `last` of sentence number `sentence`; of these `core_first` up to `core_last` are read."""

    sentence: int
    first: int
    last: int
    core_first: int
    core_last: int


def words_of(text: str, start: int, end: int) -> Words:
    """Part a sentence into words."""
    places = tuple(words(text, start, end))
    forms = [text[a:b] for a, b in places]
    spaced = [a == start or text[a - 1].isspace() for a, _ in places]
    return Words(start, end, places, tuple(map(pieces, forms)), tuple(map(shape, forms, spaced)))


def windows(sentences: Sequence[Words]) -> Iterator[list[Run]]:
    """Yield runs that go through the encoder together; every word is in the core of exactly one run."""
    now: list[Run] = []
    size = 0
    for number, sentence in enumerate(sentences):
        weight = sum(map(len, sentence.pieces)) + 1
        if weight > MOST_PIECES:
            if now:
                yield now
            now, size = [], 0
            yield from ([run] for run in _cut(number, sentence))
            continue
        if not sentence.places:
            continue
        if now and size + weight > MOST_PIECES:
            yield now
            now, size = [], 0
        now.append(Run(number, 0, len(sentence.places), 0, len(sentence.places)))
        size += weight
    if now:
        yield now


def _cut(number: int, sentence: Words) -> Iterator[Run]:
    """Cut a long sentence, after a sign where one is near, and add context."""
    count, at = len(sentence.places), 0
    while at < count:
        end, size = at, 0
        while end < count and (end == at or size + len(sentence.pieces[end]) <= MOST_PIECES - 40):
            size += len(sentence.pieces[end])
            end += 1
        if end < count:
            signs = [w + 1 for w in range(at + (end - at) * 2 // 3, end) if sentence.shapes[w] // 2 == 6]
            end = signs[-1] if signs else end
        yield Run(number, _back(sentence, at), _ahead(sentence, end), at, end)
        at = end


def _back(sentence: Words, at: int) -> int:
    """Where the context before a cut begins: some words, and no more pieces than they usually have."""
    size, first = 0, at
    while first > max(0, at - CONTEXT) and size + len(sentence.pieces[first - 1]) <= 2 * CONTEXT:
        first -= 1
        size += len(sentence.pieces[first])
    return first


def _ahead(sentence: Words, at: int) -> int:
    size, last = 0, at
    while last < min(len(sentence.places), at + CONTEXT) and size + len(sentence.pieces[last]) <= 2 * CONTEXT:
        size += len(sentence.pieces[last])
        last += 1
    return last


_Numbers = NDArray[np.int64]


def encode(runs: Sequence[Run], sentences: Sequence[Words]) -> tuple[_Numbers, _Numbers, _Numbers, _Numbers]:
    """Numbers of pieces, shapes, and first and last piece of each word of a window, a sign after each sentence."""
    known = vocabulary()
    stop = (known["[SEP]"],)
    found: list[tuple[int, ...]] = [(known["[CLS]"],)]
    kinds = [_SIGN]
    held: list[int] = []
    for run in runs:
        held += range(len(found), len(found) + run.last - run.first)
        found += sentences[run.sentence].pieces[run.first : run.last]
        kinds += sentences[run.sentence].shapes[run.first : run.last]
        found.append(stop)
        kinds.append(_SIGN)
    lengths = np.fromiter(map(len, found), np.int64, len(found))
    ends = lengths.cumsum()
    starts = ends - lengths
    shapes = (np.array(kinds, dtype=np.int64) + _INSIDE).repeat(lengths)
    shapes[starts] -= _INSIDE
    numbers = np.fromiter(chain.from_iterable(found), np.int64, int(ends[-1]))
    return numbers, shapes, starts[held], ends[held] - 1

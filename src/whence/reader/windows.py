"""Sentences to windows that the encoder takes at once; a long sentence is cut, with context around every cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.reader.pieces import pieces, shape, vocabulary
from whence.reader.words import words

MOST_PIECES = 160
"""Pieces in a window, without context; the training saw windows of up to this size."""
CONTEXT = 24
"""Words on either side of a cut that are shown but not read."""
_SIGN = 14


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
    spaced = (a == 0 or a == start or text[a - 1].isspace() for a, _ in places)
    return Words(
        start,
        end,
        places,
        tuple(pieces(f) for f in forms),
        tuple(shape(f, s) for f, s in zip(forms, spaced, strict=True)),
    )


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


def encode(runs: Sequence[Run], sentences: Sequence[Words]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Numbers of pieces, shapes, and first and last piece of each word of a window, a sign after each sentence."""
    known = vocabulary()
    numbers, shapes = [known["[CLS]"]], [_SIGN]
    first: list[int] = []
    last: list[int] = []
    for run in runs:
        sentence = sentences[run.sentence]
        for word in range(run.first, run.last):
            found, kind = sentence.pieces[word], sentence.shapes[word]
            first.append(len(numbers))
            numbers += found
            shapes += [kind] + [kind + 16] * (len(found) - 1)
            last.append(len(numbers) - 1)
        numbers.append(known["[SEP]"])
        shapes.append(_SIGN)
    return numbers, shapes, first, last

"""Windows of sentences to tensors."""

import itertools
import random
from collections import Counter
from dataclasses import asdict, dataclass

import torch
from torch import Tensor
from training.data import Sentence
from training.layers import FORMS, SPANS, TYPES

from whence.reader.lemmas import script
from whence.reader.pieces import pieces, shape, vocabulary
from whence.vocab import certainties, predicates

CLS, SEP, MASK = (vocabulary()[p] for p in ("[CLS]", "[SEP]", "[MASK]"))
SHAPE_OF_SIGN = 14
_KEEP = ("l\t0\t", "k\t0\t")


@dataclass(frozen=True)
class Labels:
    """The names behind every class number."""

    upos: list[str]
    xpos: list[str]
    lemmas: list[str]
    deprels: list[str]
    spans: list[str]
    types: list[str]
    forms: list[str]
    predicates: list[str]
    roles: list[str]
    certainties: list[str]

    @classmethod
    def of(cls, sentences: list[Sentence]) -> "Labels":
        scripts = Counter(script(f, m) for s in sentences for f, m in zip(s.forms, s.lemmas, strict=True))
        return cls(
            sorted({u for s in sentences for u in s.upos}),
            sorted({x for s in sentences for x in s.xpos}),
            [*_KEEP, *sorted(k for k, n in scripts.items() if n > 1 and k not in _KEEP)],
            sorted({d for s in sentences for d in s.deprels}),
            list(SPANS),
            list(TYPES),
            list(FORMS),
            ["attributes", *sorted(predicates())],
            [
                *("attributes.source", "attributes.addressee", "attributes.medium"),
                *sorted(f"{p}.{r}" for p, found in predicates().items() for r in found.roles),
            ],
            sorted(certainties()),
        )

    def sizes(self) -> list[int]:
        """How many classes each head has, in the order of `model.Sizes`."""
        return [len(found) for found in asdict(self).values()]


def size(s: Sentence) -> int:
    """How many pieces a sentence has."""
    return sum(len(pieces(f)) for f in s.forms)


def encode(
    window: list[Sentence], forms: list[list[str]] | None = None
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Numbers of pieces, their shapes, and the first and last piece of each word; a sign between sentences."""
    numbers, shapes, first, last = [CLS], [SHAPE_OF_SIGN], [], []
    for n, s in enumerate(window):
        for form, spaced in zip(forms[n] if forms else s.forms, s.spaced, strict=True):
            found, kind = pieces(form), shape(form, spaced)
            first.append(len(numbers))
            numbers += found
            shapes += [kind] + [kind + 16] * (len(found) - 1)
            last.append(len(numbers) - 1)
        numbers.append(SEP)
        shapes.append(SHAPE_OF_SIGN)
    return numbers, shapes, first, last


@dataclass
class Batch:
    """Tensors of some windows; word numbers run over all sentences that are in it."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    sentences: list[Sentence]
    lengths: list[int]
    windows: list[range]


def collate(group: list[list[Sentence]], *, forms: list[list[list[str]]] | None = None) -> Batch:
    """Pad windows into one batch."""
    rows = [encode(w, forms[n] if forms else None) for n, w in enumerate(group)]
    width = max(len(r[0]) for r in rows)
    numbers = torch.zeros(len(rows), width, dtype=torch.long)
    shapes = torch.full((len(rows), width), SHAPE_OF_SIGN)
    mask = torch.zeros(len(rows), 1, 1, width, dtype=torch.bool)
    first, last = [], []
    for n, (p, k, a, b) in enumerate(rows):
        numbers[n, : len(p)] = torch.tensor(p)
        shapes[n, : len(k)] = torch.tensor(k)
        mask[n, ..., : len(p)] = True
        first += [n * width + x for x in a]
        last += [n * width + x for x in b]
    sentences = [s for w in group for s in w]
    lengths = [len(s.forms) for s in sentences]
    ends = list(itertools.accumulate(map(len, group)))
    parts = [range(end - len(w), end) for w, end in zip(group, ends, strict=True)]
    return Batch(numbers, shapes, mask, torch.tensor(first), torch.tensor(last), sentences, lengths, parts)


def hide(batch: Batch, share: float, generator: torch.Generator) -> None:
    """Put the mask sign over a share of the pieces."""
    draw = torch.rand(batch.pieces.shape, generator=generator) < share
    draw &= (batch.pieces != CLS) & (batch.pieces != SEP) & batch.mask[:, 0, 0]
    batch.pieces[draw] = MASK


def recase(forms: list[str], rng: random.Random) -> list[str]:
    """The words of a sentence, now and then in the case of a headline or of a hasty hand."""
    draw = rng.random()
    if draw < 0.02:
        return [f.upper() for f in forms]
    if draw < 0.04:
        return [f.lower() for f in forms]
    if draw < 0.06:
        return [f[0].upper() + f[1:] if len(f) > 3 else f for f in forms]
    return forms


def pad(flat: Tensor, lengths: list[int]) -> Tensor:
    """Rows of words [words, d] to sentences [s, n, d]."""
    return torch.nn.utils.rnn.pad_sequence(list(flat.split(lengths)), batch_first=True)

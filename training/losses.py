"""What each head is taught from a batch; a head learns nothing from a set that does not mark it."""

import torch
from torch import Tensor
from torch.nn import functional as F
from training.batches import Batch, Labels, pad
from training.data import Sentence
from training.model import Reader

from whence.reader.lemmas import script


class Targets:
    """Numbers of the gold classes, by label lists."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.number = {
            k: {v: n for n, v in enumerate(getattr(labels, k))} for k in ("upos", "xpos", "lemmas", "deprels", "spans")
        }

    def lemma(self, form: str, lemma: str) -> int:
        edit = script(form, lemma)
        return self.number["lemmas"].get(edit, int(edit[0] == "k"))


def losses(model: Reader, batch: Batch, targets: Targets) -> dict[str, Tensor]:
    """Loss of every head."""
    flat = model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)
    by_sentence = list(flat.split(batch.lengths))
    found: dict[str, Tensor] = {}
    trees = [n for n, s in enumerate(batch.sentences) if s.heads is not None]
    if trees:
        parts = [
            tree_losses(model, [by_sentence[n] for n in group], [batch.sentences[n] for n in group], targets)
            for group in _alike_trees(batch.sentences, trees)
        ]
        words = sum(len(batch.sentences[n].forms) for n in trees)
        found |= {k: torch.stack([p[k] for p in parts]).sum() / words for k in parts[0]}
    marked = [n for n, s in enumerate(batch.sentences) if s.known]
    if marked:
        parts = [
            span_loss(model, [by_sentence[n] for n in group], [batch.sentences[n] for n in group], targets)
            for group in _alike(batch.sentences, marked)
        ]
        found["spans"] = torch.stack(parts).sum() / len(marked)
    return found


def _alike(sentences: list[Sentence], numbers: list[int]) -> list[list[int]]:
    """Groups of sentences that mark the same types and have about the same length, so that little is padded."""
    groups: list[list[int]] = []
    for n in sorted(numbers, key=lambda n: (sorted(sentences[n].known), len(sentences[n].forms))):
        top = sentences[groups[-1][0]] if groups else None
        if top and top.known == sentences[n].known and len(sentences[n].forms) <= 1.3 * len(top.forms) + 2:
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _alike_trees(sentences: list[Sentence], numbers: list[int]) -> list[list[int]]:
    """Two groups, short and long, so that little is padded."""
    short = [n for n in numbers if len(sentences[n].forms) <= 14]
    return [g for g in (short, [n for n in numbers if len(sentences[n].forms) > 14]) if g]


def tree_losses(model: Reader, rows: list[Tensor], sentences: list[Sentence], targets: Targets) -> dict[str, Tensor]:
    n = targets.number
    flat = torch.cat(rows)
    upos, xpos, lemma = model.tags(flat)
    gold_upos = torch.tensor([n["upos"].get(u, -100) for s in sentences for u in s.upos])
    gold_xpos = torch.tensor([n["xpos"].get(u, -100) for s in sentences for u in s.xpos])
    gold_lemma = torch.tensor([targets.lemma(f, m) for s in sentences for f, m in zip(s.forms, s.lemmas, strict=True)])
    gold_rel = torch.tensor([n["deprels"].get(d, -100) for s in sentences for d in s.deprels])
    lengths = [len(s.forms) for s in sentences]
    padded = pad(flat, lengths)
    scores, dependent, head = model.arcs(padded)
    width = padded.shape[1]
    real = torch.arange(width)[None, :] < torch.tensor(lengths)[:, None]
    open_heads = F.pad(real, (1, 0), value=True)
    scores = scores.masked_fill(~open_heads[:, None, :], -1e4)
    gold_head = torch.zeros(len(sentences), width, dtype=torch.long)
    for i, s in enumerate(sentences):
        gold_head[i, : lengths[i]] = torch.tensor(s.heads) + 1
    chosen = head.gather(1, gold_head.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
    rel = model.labels(dependent[real], chosen[real])
    return {
        "upos": F.cross_entropy(upos, gold_upos, ignore_index=-100, reduction="sum"),
        "xpos": F.cross_entropy(xpos, gold_xpos, ignore_index=-100, reduction="sum"),
        "lemma": F.cross_entropy(lemma, gold_lemma, reduction="sum"),
        "arc": F.cross_entropy(scores[real], gold_head[real], reduction="sum"),
        "rel": F.cross_entropy(rel, gold_rel, ignore_index=-100, reduction="sum"),
    }


def span_loss(model: Reader, rows: list[Tensor], sentences: list[Sentence], targets: Targets) -> Tensor:
    """Every marked span above zero and every other below, by type and sentence; the sum over sentences."""
    number = targets.number["spans"]
    kinds = sorted(number[k] for k in sentences[0].known)
    column = {kind: n for n, kind in enumerate(kinds)}
    lengths = torch.tensor([len(s.forms) for s in sentences])
    scores = model.spans(torch.nn.utils.rnn.pad_sequence(rows, batch_first=True), kinds)
    width = scores.shape[-1]
    gold = torch.zeros(scores.shape, dtype=torch.bool)
    for i, s in enumerate(sentences):
        for first, last, kind in s.spans:
            gold[i, column[number[kind]], first, last] = True
    steps = torch.arange(width)
    real = (steps[None, :, None] <= steps[None, None, :]) & (steps[None, None, :] < lengths[:, None, None])
    low = scores.masked_fill(gold | ~real[:, None], -1e4).flatten(2).logsumexp(-1)
    high = (-scores).masked_fill(~gold, -1e4).flatten(2).logsumexp(-1)
    return F.softplus(low).sum() + F.softplus(high).sum()

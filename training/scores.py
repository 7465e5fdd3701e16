"""Scores of a model on gold sentences and words, in torch (the shipped files are scored by evaluate.py)."""

from collections import Counter

import torch
from training.batches import Labels, collate, size
from training.data import Sentence, Text, windows
from training.model import Reader

from whence.reader.lemmas import lemma
from whence.reader.trees import best_tree


@torch.no_grad()
def score(model: Reader, texts: list[Text], labels: Labels, most: int = 240) -> dict[str, float]:
    """UPOS, XPOS, lemma, UAS, LAS (percent of words) and F1 of exact spans by type."""
    model.eval()
    right: Counter[str] = Counter()
    spans: Counter[tuple[str, str]] = Counter()
    total = 0
    groups = sorted(windows(texts, most, size), key=lambda w: sum(map(size, w)))
    for at in range(0, len(groups), 4):
        batch = collate(groups[at : at + 4])
        flat = model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)
        for s, words in zip(batch.sentences, flat.split(batch.lengths), strict=True):
            if s.heads is not None:
                total += len(s.forms)
                _tree(model, s, words, labels, right)
            _spans(model, s, words, labels, spans)
    model.train()
    found = {k: 100 * right[k] / total for k in ("upos", "xpos", "lemma", "uas", "las")} if total else {}
    kinds = sorted({k for k, _ in spans})
    groups_of = {k: [k] for k in kinds}
    groups_of |= {"names.core": [f"name.{t}" for t in ("person", "organization", "place")]}
    groups_of |= {
        "np.core": [f"np.{t}" for t in ("person", "organization", "place")],
        "np.all": [k for k in kinds if k.startswith("np.")],
    }
    for name, members in groups_of.items():
        tp, fp, fn = (sum(spans[k, w] for k in members) for w in ("tp", "fp", "fn"))
        if tp + fn:
            found[name] = 100 * 2 * tp / (2 * tp + fp + fn)
    return found


def _tree(model: Reader, s: Sentence, words: torch.Tensor, labels: Labels, right: Counter[str]) -> None:
    upos, xpos, edits = (x.argmax(-1).tolist() for x in model.tags(words))
    scores, dependent, head = model.arcs(words[None])
    heads = best_tree(scores[0].numpy())
    rels = model.labels(dependent[0], head[0][torch.tensor(heads) + 1]).argmax(-1).tolist()
    for i in range(len(s.forms)):
        right["upos"] += labels.upos[upos[i]] == s.upos[i]
        right["xpos"] += labels.xpos[xpos[i]] == s.xpos[i]
        right["lemma"] += lemma(s.forms[i], labels.lemmas[edits[i]]) == s.lemmas[i]
        right["uas"] += heads[i] == s.heads[i]
        right["las"] += heads[i] == s.heads[i] and labels.deprels[rels[i]] == s.deprels[i]


def _spans(model: Reader, s: Sentence, words: torch.Tensor, labels: Labels, counts: Counter[tuple[str, str]]) -> None:
    scores = model.spans(words[None])[0].triu()
    found = {(a, b, labels.spans[k]) for k, a, b in (scores > 0).nonzero().tolist()}
    for kind in s.known:
        gold = {x for x in s.spans if x[2] == kind}
        ours = {x for x in found if x[2] == kind}
        counts[kind, "tp"] += len(gold & ours)
        counts[kind, "fp"] += len(ours - gold)
        counts[kind, "fn"] += len(gold - ours)

"""Trees by several readers, as shares: `python -m training.soft CHECKPOINT ... --to FILE`, then `train --soft FILE`.

The teachers' probabilities of heads, labels and tags are averaged (Kuncoro et al. 2016) over the sentences of the
training parts that have no tree of their own, and over news that marks nothing else.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F
from training import data
from training.batches import Batch, Labels, collate, size
from training.data import Sentence, Soft, windows
from training.losses import arcs, beside
from training.model import Reader, Sizes, weights

HEADS, CLASSES = 4, 3


def key(s: Sentence) -> str:
    """The digest of a sentence's words."""
    return hashlib.sha1("\0".join(s.forms).encode()).hexdigest()


def give(path: Path, labels: Labels, sentences: Iterable[Sentence]) -> None:
    """Set the teachers' shares on each sentence that has no tree.

    Raises:
        ValueError: the teachers had other labels.
    """
    state = torch.load(path, weights_only=True)
    if any(state["labels"][name] != getattr(labels, name) for name in ("deprels", "upos", "xpos")):
        raise ValueError(f"{path}: made with other labels; make it again with training.soft")
    for s in sentences:
        if s.heads is None and (found := state["shares"].get(key(s))):
            s.soft = Soft(*((n.long(), p.float()) for n, p in found))


@torch.no_grad()
def shares(models: list[Reader], batch: Batch) -> list[list[tuple[Tensor, Tensor]]]:
    """For each sentence of a batch: classes and shares of heads, labels, UPOS, XPOS."""
    lengths = batch.lengths
    heads, upos, xpos, sides = [], [], [], []
    for model in models:
        words = model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)[0]
        scores, dependent, head, real = arcs(model, words, lengths)
        heads.append(scores.softmax(-1))
        tags = model.tags(words)
        upos.append(tags[0].softmax(-1))
        xpos.append(tags[1].softmax(-1))
        sides.append((dependent, head))
    mean = torch.stack(heads).mean(0)
    best = mean.argmax(-1)
    rels = [m.labels(d[real], beside(h, best)[real]).softmax(-1) for m, (d, h) in zip(models, sides, strict=True)]
    flat = (mean[real], *(torch.stack(x).mean(0) for x in (rels, upos, xpos)))
    top = [_top(x, k).split(lengths, 1) for x, k in zip(flat, (HEADS, CLASSES, CLASSES, CLASSES), strict=True)]
    return [[(t[n][0].to(torch.int16), t[n][1].half()) for t in top] for n in range(len(lengths))]


def _top(values: Tensor, k: int) -> Tensor:
    """The k likeliest classes and their shares, which sum to one: [2, n, k]; what is lacking is class 0 with none."""
    found, numbers = F.pad(values, (0, max(0, k - values.shape[-1]))).topk(k, -1)
    found = found / found.sum(-1, keepdim=True)
    return torch.stack([numbers * (found > 0), found])


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoints", nargs="+", type=Path)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--to", type=Path, required=True)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    labels = Labels(**json.loads(a.checkpoints[0].with_name("labels.json").read_text()))
    models = []
    for path in a.checkpoints:
        model = Reader(Sizes(*labels.sizes()))
        state = weights(path)
        model.fit(state)
        model.load_state_dict(state)
        models.append(model.eval())
    texts = [*data.corpus("train"), *data.pages(a.data, frozenset()), *data.tweets(a.data), *data.gap(a.data, "train")]
    texts += [*data.real(a.data, "train"), *data.near_misses(), *data.news(a.data)]
    groups = sorted(windows(texts, 160, size), key=lambda w: sum(map(size, w)))
    found: dict[str, list[tuple[Tensor, Tensor]]] = {}
    for at in range(0, len(groups), 8):
        batch = collate(groups[at : at + 8])
        found |= {key(s): x for s, x in zip(batch.sentences, shares(models, batch), strict=True)}
        if at % 800 == 0:
            print(f"{at}/{len(groups)}", flush=True)
    names = {name: getattr(labels, name) for name in ("deprels", "upos", "xpos")}
    torch.save({"labels": names, "shares": found}, a.to)


if __name__ == "__main__":
    main()

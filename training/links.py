"""Teach coreference further with the encoder as it is: `python -m training.links CHECKPOINT --to CHECKPOINT`.

The words' vectors are worked out once, so that many passes over all pairs of mentions cost little. Only the link head
learns; every other score of the model stays as it was to the bit.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from training import data
from training.batches import Labels, collate, size
from training.data import Sentence
from training.export import load as load_model
from training.losses import Targets, link_loss
from training.model import Reader
from training.scores import score

HEAD = ("same.", "later.", "alone.", "apart")
Window = tuple[list[torch.Tensor], list[Sentence]]


@torch.no_grad()
def vectors(model: Reader, texts: list[data.Text], most: int) -> list[Window]:
    """Windows with the vectors of their words, by sentence."""
    found: list[Window] = []
    groups = sorted(data.windows(texts, most, size), key=lambda w: sum(map(size, w)))
    for at in range(0, len(groups), 4):
        batch = collate(groups[at : at + 4])
        views = model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)
        rows = [r.half() for r in views[-1].split(batch.lengths)]
        found += [([rows[n] for n in w], [batch.sentences[n] for n in w]) for w in batch.windows]
    return found


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("--to", type=Path, required=True)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--passes", type=int, default=8)
    p.add_argument("--lr", type=float, default=1e-3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--gap", type=int, default=2000, help="how many of GAP's snippets")
    a = p.parse_args()
    torch.manual_seed(a.seed)
    model, names = load_model(a.checkpoint)
    labels = Labels(**names)
    targets = Targets(labels)
    began = time.time()
    snippets = list(data.gap(a.data, "train"))[: a.gap]
    sets = {"gap": vectors(model, snippets, 160)}
    sets["corpus"] = vectors(model, list(data.corpus("train")), 160)
    sets["gum"] = vectors(model, data.gum(a.data, "train"), 160)
    print({k: len(v) for k, v in sets.items()}, f"{time.time() - began:.0f} s", flush=True)
    head = [x for n, x in model.named_parameters() if n.startswith(HEAD)]
    optimizer = torch.optim.AdamW(head, lr=a.lr, weight_decay=0.05)
    windows = [w for found in sets.values() for w in found]
    steps = a.passes * -(-len(windows) // 16)
    rng, step = random.Random(a.seed), 0
    model.train()
    for number in range(a.passes):
        rng.shuffle(windows)
        total, count = 0.0, 0
        for at in range(0, len(windows), 16):
            for g in optimizer.param_groups:
                g["lr"] = a.lr * (1 - step / steps)
            parts = [
                link_loss(model, [r.float() for r in rows], sentences, targets)
                for rows, sentences in windows[at : at + 16]
            ]
            found = [x for x in parts if x is not None and len(x)]
            step += 1
            if not found:
                continue
            loss = torch.cat(found).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            total, count = total + loss.item(), count + 1
        print(f"pass {number + 1}: {total / count:.3f}, {time.time() - began:.0f} s", flush=True)
    for name, texts in {"gap": list(data.gap(a.data, "dev")), "corpus": list(data.corpus("dev"))}.items():
        scores = {k: round(v, 1) for k, v in score(model, texts, labels).items() if k.startswith(("gap", "links"))}
        print(name, json.dumps(scores), flush=True)
    torch.save({"model": model.state_dict()}, a.to)


if __name__ == "__main__":
    main()

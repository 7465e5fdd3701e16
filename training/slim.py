"""Cut what says least from a trained encoder: `python -m training.slim CHECKPOINT --to CHECKPOINT`.

Layer by layer, whole attention heads and inner numbers of the feed-forward part are taken out, those first whose loss
changes the layer's sum least, and what is left is fitted anew to give the same sums (least squares on training text;
the order is that of Hassibi and Stork 1993, Optimal Brain Surgeon). Nothing is trained; minutes on one core. Heads of
the model stay as they are.
"""

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F
from training import data
from training.batches import collate, size
from training.export import load as load_model
from training.model import Layer, Reader

DAMP = 1e-4
BLOCK = 12
"""Inner numbers that are taken out at once before the others are weighed anew."""


def lessons(root: Path, count: int, seed: int) -> list[list[data.Sentence]]:
    """Some windows of the training parts of the treebanks and of the corpus."""
    rng = random.Random(seed)
    texts = [*data.gum(root, "train"), *data.ewt(root, "train"), *data.corpus("train")]
    windows = [w for t in texts for w in data.windows([t], 160, size)]
    return rng.sample(windows, min(count, len(windows)))


class Sums:
    """A linear map with its inputs and what it gives: tells what each group of inputs is worth."""

    def __init__(self, inputs: Tensor, linear: torch.nn.Linear, whole: Tensor) -> None:
        ones = torch.ones(len(inputs), 1)
        held = torch.cat([inputs, ones], 1)
        self.weight = torch.cat([linear.weight, linear.bias[:, None]], 1).double()
        self.products = (held.T @ held).double()
        self.damp = DAMP * float(self.products.diagonal().mean())
        self.products += self.damp * torch.eye(len(self.products), dtype=torch.float64)
        # What a loss is measured by: how much the layer's sum, the residual with it, varies.
        self.whole = float(((whole - whole.mean(0)) ** 2).sum())

    def cut(self, groups: Sequence[Tensor], most: float, least: int, block: int) -> list[int]:
        """Numbers of the groups that stay, when the share of the sum that is lost may be `most`."""
        inverse, weight = torch.linalg.inv(self.products), self.weight.clone()
        alive = list(range(len(groups)))
        lost = 0.0
        while len(alive) > least:
            if len(groups[0]) == 1:
                places = torch.cat([groups[n] for n in alive])
                worth = (weight[:, places] ** 2).sum(0) / inverse.diagonal()[places]
            else:
                worth = torch.stack([_worth(weight, inverse, groups[n]) for n in alive])
            order = worth.argsort()[: min(block, len(alive) - least)].tolist()
            out = torch.cat([groups[alive[n]] for n in order])
            lost += float(_worth(weight, inverse, out)) / self.whole
            if lost > most:
                break
            factor = torch.linalg.solve(inverse[out][:, out], inverse[out])
            weight -= weight[:, out] @ factor
            inverse -= inverse[:, out] @ factor
            # What is gone is worth nothing from here on; its rows are left regular.
            inverse[out, out] = 1.0
            gone = {alive[n] for n in order}
            alive = [n for n in alive if n not in gone]
        return alive

    def fitted(self, places: Tensor) -> tuple[Tensor, Tensor]:
        """Weight and bias of the map from these inputs alone."""
        kept = torch.cat([places, torch.tensor([len(self.products) - 1])])
        rows = self.products[kept]
        found = torch.linalg.solve(rows[:, kept], rows @ self.weight.T).T.float()
        return found[:, :-1].contiguous(), found[:, -1].contiguous()


def _worth(weight: Tensor, inverse: Tensor, out: Tensor) -> Tensor:
    """What the sum loses with these inputs when the others are fitted anew."""
    held = weight[:, out]
    return (torch.linalg.solve(inverse[out][:, out], held.T) * held.T).sum()


def attention(layer: Layer, x: Tensor) -> Tensor:
    """What the heads of a layer give [pieces, heads * d] for one window."""
    q, k, v = layer.parts(x[None])
    return F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(len(x), -1)


def cut_heads(layer: Layer, xs: list[Tensor], most: float) -> None:
    """Take attention heads out of a layer."""
    if most <= 0:
        return
    mixed, x = torch.cat([attention(layer, x) for x in xs]), torch.cat(xs)
    sums = Sums(mixed, layer.out, x + layer.out(mixed))
    d = mixed.shape[1] // layer.heads
    groups = [torch.arange(n * d, n * d + d) for n in range(layer.heads)]
    kept = sums.cut(groups, most, 1, 1)
    places = torch.cat([groups[n] for n in kept])
    rows = torch.cat([places + n * mixed.shape[1] for n in range(3)])
    weight, bias = sums.fitted(places)
    layer.heads = len(kept)
    _set(layer.qkv, layer.qkv.weight[rows], layer.qkv.bias[rows])
    _set(layer.out, weight, bias)


def cut_inner(layer: Layer, x: Tensor, most: float) -> None:
    """Take inner numbers out of a layer's feed-forward part, a whole number of the widths that products like."""
    inner = F.gelu(layer.up(x))
    sums = Sums(inner, layer.down, x + layer.down(inner))
    kept = sums.cut(list(torch.arange(inner.shape[1])[:, None]), most, 64, BLOCK)
    more = sorted(set(range(inner.shape[1])) - set(kept))[: -len(kept) % 32]
    places = torch.tensor(sorted([*kept, *more]))
    weight, bias = sums.fitted(places)
    _set(layer.up, layer.up.weight[places], layer.up.bias[places])
    _set(layer.down, weight, bias)


def _set(linear: torch.nn.Linear, weight: Tensor, bias: Tensor) -> None:
    linear.weight, linear.bias = torch.nn.Parameter(weight.clone()), torch.nn.Parameter(bias.clone())
    linear.out_features, linear.in_features = weight.shape


@torch.no_grad()
def slim(model: Reader, windows: list[list[data.Sentence]], heads: float, inner: float) -> None:
    """Cut a model's layers; `heads` and `inner` are the shares of each layer's sum that may be lost."""
    xs = []
    for window in windows:
        b = collate([window])
        xs.append(model.encoder.begin(model.words(b.pieces), b.shapes)[0])
    for number, layer in enumerate(model.encoder.layers):
        assert isinstance(layer, Layer)
        cut_heads(layer, xs, heads)
        middle = [layer.norm1(x + layer.out(attention(layer, x))) for x in xs]
        cut_inner(layer, torch.cat(middle), inner)
        xs = [layer.norm2(x + layer.down(F.gelu(layer.up(x)))) for x in middle]
        print(f"layer {number}: {layer.heads} heads, {layer.up.out_features} inner", flush=True)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("--to", type=Path, required=True)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--heads", type=float, default=0.002, help="share of a layer's sum that heads may take with them")
    p.add_argument("--inner", type=float, default=0.002, help="share of a layer's sum that inner numbers may take")
    p.add_argument("--windows", type=int, default=260)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    began = time.time()
    model, labels = load_model(a.checkpoint)
    slim(model, lessons(a.data, a.windows, a.seed), a.heads, a.inner)
    a.to.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": model.state_dict()}, a.to)
    place = a.to.parent / "labels.json"
    if not place.exists():
        place.write_text(json.dumps(labels, ensure_ascii=False, indent=0))
    print(f"{time.time() - began:.0f} s")


if __name__ == "__main__":
    main()

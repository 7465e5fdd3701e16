"""Write the files that the wheel carries: `python -m training.export CHECKPOINT --to src/whence/reader/data`."""

import argparse
import copy
import json
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from training import data
from training.batches import collate, size
from training.model import Layer, Reader, Sizes, weights
from training.seal import seal

INPUTS = ["vectors", "shapes", "first", "last"]
TREES = ["upos", "xpos", "lemma", "arcs", "rel_dependent", "rel_head", "rel_edge"]
OUTPUTS = [*TREES, "span_sides", "span_edges", "mark", "sense", "frame", "filler", "same", "told"]
SMALL = {"kind.weight", "kind.bias", "role_mix", "role_alone", "role_place", "later.weight", "later.bias"}
SMALL |= {"alone.weight", "alone.bias", "apart", "told_mix", "told_place", "span_length"}
UNREAD = {"content"}
"""Span layers that are taught and not read."""
EASED = ("up", "down")
"""The products of a layer of which a few columns of what comes in are many times larger than the rest."""
EASE = 0.75
WINDOWS = 48


def largest(model: Reader) -> list[dict[str, Tensor]]:
    """For each layer, the largest number that comes into each column of the products `EASED`, over our own texts."""
    found: list[dict[str, Tensor]] = [{} for _ in model.encoder.layers]

    def watch(seen: dict[str, Tensor], part: str, given: Tensor) -> None:
        most = given.flatten(0, -2).abs().amax(0)
        seen[part] = torch.maximum(seen[part], most) if part in seen else most

    hooks = [
        getattr(layer, part).register_forward_pre_hook(lambda _, x, seen=seen, part=part: watch(seen, part, x[0]))
        for layer, seen in zip(model.encoder.layers, found, strict=True)
        for part in EASED
    ]
    with torch.no_grad():
        for window in data.windows(list(islice(data.corpus("train"), WINDOWS)), 160, size)[:WINDOWS]:
            batch = collate([window])
            model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)
    for hook in hooks:
        hook.remove()
    return found


class Export(nn.Module):
    """One window in, the scores of its words out; sentences are parted afterwards.

    The same arithmetic as the model's, in fewer steps: no batch, no sizes worked out on the way, the scale of attention
    inside the weights, layers mixed before words are picked. Tables of a word stay flat, as views would be copied. Of
    the span layers only those of `layers`, where it is given: what nobody reads is not worked out.

    Numbers are made whole with one scale for a whole window, which the few columns with large ones would spend. These
    are made smaller before a product, its weights larger by as much (SmoothQuant, Xiao et al. 2023, equation 4).
    """

    def __init__(
        self, model: Reader, layers: list[int] | None = None, most: list[dict[str, Tensor]] | None = None
    ) -> None:
        super().__init__()
        self.model = copy.deepcopy(model)
        most = most or [{}] * len(self.model.encoder.layers)
        self.ease = nn.ModuleList(map(self._eased, self.model.encoder.layers, most))
        if layers is not None:
            self._keep(layers)
        z = model.sizes
        with torch.no_grad():
            for layer in self.model.encoder.layers:
                for part in (layer.qkv.weight, layer.qkv.bias):
                    part[: len(part) // 3] *= (z.hidden // z.attention) ** -0.5
            self.model.mix *= 0.5

    @staticmethod
    def _eased(layer: nn.Module, most: dict[str, Tensor]) -> nn.ParameterDict:
        """Take from each product of a layer what its columns are to be divided by, and give that to its weights."""
        assert isinstance(layer, Layer)
        found = nn.ParameterDict()
        with torch.no_grad():
            for part, size_in in most.items():
                weight = getattr(layer, part).weight
                less = size_in.clamp(min=1e-3) ** EASE / weight.abs().amax(0).clamp(min=1e-3) ** (1 - EASE)
                weight *= less
                found[part] = nn.Parameter(1 / less)
        return found

    def _keep(self, layers: list[int]) -> None:
        z = self.model.sizes
        for part, width in ((self.model.span, 2 * z.span), (self.model.span_edge, 2)):
            rows = torch.cat([torch.arange(n * width, n * width + width) for n in layers])
            part.weight, part.bias = nn.Parameter(part.weight[rows]), nn.Parameter(part.bias[rows])

    def encoded(self, vectors: Tensor, shapes: Tensor) -> Tensor:
        """What every layer gives [layers, pieces, hidden]."""
        e, z = self.model.encoder, self.model.sizes
        x = e.norm(vectors + e.shape(shapes) + e.place.weight[: vectors.shape[0]])
        found = []
        for layer, ease in zip(e.layers, self.ease, strict=True):
            q, k, v = layer.qkv(x).view(-1, 3, layer.heads, z.hidden // z.attention).permute(1, 2, 0, 3).unbind(0)
            mixed = (q @ k.transpose(1, 2)).softmax(-1) @ v
            x = layer.norm1(x + layer.out(mixed.transpose(0, 1).flatten(1)))
            x = layer.norm2(x + layer.down(_less(F.gelu(layer.up(_less(x, ease, "up"))), ease, "down")))
            found.append(x)
        return torch.stack(found)

    def forward(self, vectors: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        m, z = self.model, self.model.sizes
        views = (m.mix @ self.encoded(vectors, shapes).flatten(1)).view(len(m.mix), -1, z.hidden)
        grammar, names, words = (views[:, first] + views[:, last]).unbind(0)
        upos, xpos, lemma = m.tags(grammar)
        arcs, dependent, head = m.arcs(grammar[None])
        trees = upos, xpos, lemma, arcs[0], m.rel_mix(dependent[0]), head[0], m.rel_head(head[0])
        own = m.mark(words), m.sense(m.trigger(words)), F.gelu(m.frame(words)), m.filler(words), m.same(words)
        return *trees, m.span(names), m.span_edge(names), *own, m.told(words)


def _less(x: Tensor, ease: nn.Module, part: str) -> Tensor:
    """What comes into a product, made smaller where that was asked."""
    assert isinstance(ease, nn.ParameterDict)
    return x * ease[part] if part in ease else x


def quantise_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each row as whole numbers of -127..127 and a scale."""
    scale = np.abs(table).max(1, keepdims=True) / 127
    scale[scale == 0] = 1
    return np.round(table / scale).astype(np.int8), scale[:, 0].astype(np.float32)


def load(checkpoint: Path) -> tuple[Reader, dict]:
    """A trained model and its labels."""
    labels = json.loads((checkpoint.parent / "labels.json").read_text())
    z = Sizes(*map(len, labels.values()))
    model, state = Reader(z), weights(checkpoint)
    model.fit(state)
    model.load_state_dict(state)
    return model.eval(), labels


def write_onnx(
    model: Reader, place: Path, layers: list[int] | None = None, most: list[dict[str, Tensor]] | None = None
) -> None:
    """The graph in 32-bit numbers, with some or all of the span layers."""
    example = (torch.randn(12, 384), torch.zeros(12, dtype=torch.long), torch.arange(1, 8), torch.arange(1, 8))
    pieces, words = {0: "pieces"}, {0: "words"}
    axes = {"vectors": pieces, "shapes": pieces, "first": words, "last": words}
    axes |= dict.fromkeys(OUTPUTS, words) | {"arcs": {0: "words", 1: "heads"}}
    torch.onnx.export(
        Export(model, layers, most),
        example,
        str(place),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, place: Path) -> None:
    """The graph with 7-bit weights: on a processor without VNNI, eight bits would overflow now and then."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        place,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"],
        extra_options={"MatMulConstBOnly": True},
    )


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("--to", type=Path, required=True)
    p.add_argument("--float", action="store_true", help="leave the weights at 32 bits")
    a = p.parse_args()
    a.to.mkdir(parents=True, exist_ok=True)
    model, labels = load(a.checkpoint)
    table, scale = quantise_rows(model.words.weight.detach().numpy())
    np.save(a.to / "pieces.npy", table)
    np.save(a.to / "scales.npy", scale)
    small = {k.replace(".", "_"): v.numpy() for k, v in model.state_dict().items() if k in SMALL}
    layers = [n for n, name in enumerate(labels["spans"]) if name not in UNREAD]
    labels["spans"] = [labels["spans"][n] for n in layers]
    small["span_length"] = small["span_length"][layers]
    np.savez(a.to / "heads.npz", **small)
    (a.to / "labels.json").write_text(json.dumps(labels, ensure_ascii=False, indent=0) + "\n")
    whole = a.to / ("reader.onnx" if a.float else "float.onnx")
    write_onnx(model, whole, layers, None if a.float else largest(model))
    if not a.float:
        quantise(whole, a.to / "reader.onnx")
        whole.unlink()
    print(seal(a.to))
    for file in sorted(a.to.iterdir()):
        print(f"{file.stat().st_size:>12,} {file.name}")


if __name__ == "__main__":
    main()

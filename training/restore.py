"""Make a checkpoint of the files that the wheel carries: `python -m training.restore --to runs/shipped/last.pt`.

The other way of `training.export`, so that training can go on (`training.train --start`) where no checkpoint was kept.
What export left out, the span layers that are taught and not read, is not in it, and begins anew.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx.numpy_helper import to_array
from torch import Tensor
from training.export import SMALL
from training.model import Reader, Sizes

MODEL, EASE, TABLE, UNNAMED = "model.", "ease.", "_quantized", "onnx::"


def graph_weights(graph: onnx.GraphProto) -> tuple[dict[str, Tensor], list[Tensor]]:
    """The graph's weights by their names in the model, and tables that lost theirs; turned as the model's."""
    arrays = {i.name: to_array(i) for i in graph.initializer}
    named: dict[str, Tensor] = {}
    unnamed = []
    for name, value in arrays.items():
        if name.endswith(TABLE):
            stem = name.removesuffix(TABLE)
            steps = value.astype(np.float32) - arrays[f"{stem}_zero_point"].astype(np.float32)
            table = torch.from_numpy((steps * arrays[f"{stem}_scale"]).T.copy())
            if stem.startswith(UNNAMED):
                unnamed.append(table)
            else:
                named[stem.removeprefix(MODEL)] = table
        elif name.startswith((MODEL, EASE)) and not name.endswith(("_scale", "_zero_point")):
            named[name.removeprefix(MODEL)] = torch.from_numpy(value.copy())
    return named, unnamed


def place_unnamed(state: dict[str, Tensor], unnamed: list[Tensor], whole: dict[str, Tensor]) -> None:
    """Put each table without a name where alone a table of its shape is missing.

    Raises:
        ValueError: none or several of that shape are missing.
    """
    for table in unnamed:
        fits = [name for name, value in whole.items() if name not in state and value.shape == table.shape]
        if len(fits) != 1:
            raise ValueError(f"a table {tuple(table.shape)} of the graph fits {fits or 'nothing'} in the model")
        state[fits[0]] = table


def restored(folder: Path) -> dict[str, Tensor]:
    """The state of a model that `training.export` writes as the files in `folder`, but for rounding.

    Raises:
        ValueError: the files do not hold every weight of the model.
    """
    labels = json.loads((folder / "labels.json").read_text())
    state, unnamed = graph_weights(onnx.load(folder / "reader.onnx").graph)
    eases = {name: state.pop(name) for name in list(state) if name.startswith(EASE)}
    heads = np.load(folder / "heads.npz")
    state |= {name: torch.from_numpy(heads[name.replace(".", "_")]) for name in SMALL}
    pieces, scales = np.load(folder / "pieces.npy"), np.load(folder / "scales.npy")
    state["words.weight"] = torch.from_numpy(pieces * scales[:, None])
    model = Reader(Sizes(*map(len, labels.values())), len(pieces))
    model.fit(state)
    whole = model.state_dict()
    place_unnamed(state, unnamed, whole)
    if missing := whole.keys() ^ state.keys():
        raise ValueError(f"{folder}: the files and the model differ in {', '.join(sorted(missing))}")
    # What export multiplied into the weights is taken out.
    state["mix"] *= 2
    for name, less in eases.items():
        _, layer, part = name.split(".")
        state[f"encoder.layers.{layer}.{part}.weight"] *= less
    for name, value in state.items():
        if ".qkv." in name:
            value[: len(value) // 3] *= (model.sizes.hidden // model.sizes.attention) ** 0.5
    model.load_state_dict(state)
    return state


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--of", type=Path, default=Path("src/whence/reader/data"), help="folder of the reader's files")
    p.add_argument("--to", type=Path, required=True)
    a = p.parse_args()
    a.to.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"model": restored(a.of)}, a.to)
    shutil.copy(a.of / "labels.json", a.to.with_name("labels.json"))
    print(a.to)


if __name__ == "__main__":
    main()

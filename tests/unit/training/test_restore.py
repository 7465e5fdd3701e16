"""What export wrote goes back into a model of the same scores."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs training/requirements.txt")
onnx = pytest.importorskip("onnx", reason="needs training/requirements.txt")

from training.export import main as export  # noqa: E402
from training.model import Reader, Sizes  # noqa: E402
from training.restore import place_unnamed, restored  # noqa: E402

CLASSES = {"upos": 5, "xpos": 7, "lemmas": 9, "deprels": 6, "spans": 4, "types": 3, "forms": 3}
CLASSES |= {"predicates": 8, "roles": 6, "certainties": 3}


def _some(layer: "torch.nn.Module") -> dict[str, "torch.Tensor"]:
    """Largest numbers of columns that differ less than those of noise."""
    return {part: 1 + 2 * torch.rand(getattr(layer, part).in_features) for part in ("up", "down")}


def test_the_files_give_the_weights_back_to_within_their_rounding(tmp_path: Path, monkeypatch) -> None:
    torch.manual_seed(1)
    model = Reader(Sizes(**CLASSES))
    with torch.no_grad():
        # Tables of one value, as at a start, the graph would hold once for all.
        for value in model.parameters():
            if value.dim() == 1 or value is model.mix:
                value.copy_(torch.randn(value.shape))
    (tmp_path / "labels.json").write_text(json.dumps({k: [f"{k} {i}" for i in range(n)] for k, n in CLASSES.items()}))
    torch.save({"model": model.state_dict()}, tmp_path / "last.pt")
    monkeypatch.setattr("training.export.largest", lambda model: [_some(layer) for layer in model.encoder.layers])
    monkeypatch.setattr("sys.argv", ["export", str(tmp_path / "last.pt"), "--to", str(tmp_path / "files")])
    export()

    found = restored(tmp_path / "files")

    asked = model.state_dict()
    assert found.keys() == asked.keys()
    for name, value in asked.items():
        # Seven bits a table, by its columns; of those that export eased, by twice as much as the easing differs.
        steps = 20 if name.endswith((".up.weight", ".down.weight")) else 60
        allowed = float(value.abs().max()) / steps + 1e-6
        torch.testing.assert_close(found[name], value, rtol=0, atol=allowed, msg=name)


def test_a_table_that_fits_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="fits nothing"):
        place_unnamed({}, [torch.zeros(2, 3)], {"one": torch.zeros(3, 3)})


def test_a_table_that_fits_twice_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"one.*two"):
        place_unnamed({}, [torch.zeros(2, 3)], {"one": torch.zeros(2, 3), "two": torch.zeros(2, 3)})

"""What is cut from an encoder is what says least."""

import pytest

torch = pytest.importorskip("torch", reason="needs training/requirements.txt")

from training import slim  # noqa: E402
from training.model import Layer, Reader, Sizes  # noqa: E402

CLASSES = {"upos": 5, "xpos": 7, "lemmas": 9, "deprels": 6, "spans": 4, "types": 3, "forms": 3}
CLASSES |= {"predicates": 8, "roles": 6, "certainties": 3, "hidden": 24, "inner": 96, "layers": 1, "attention": 2}


@pytest.fixture
def model() -> Reader:
    torch.manual_seed(1)
    return Reader(Sizes(**CLASSES), vocabulary=50).eval()


@torch.no_grad()
def test_what_repeats_another_number_goes_and_little_changes(model: Reader) -> None:
    (layer,) = model.encoder.layers
    assert isinstance(layer, Layer)
    layer.up.weight[32:] = layer.up.weight[:32].repeat(2, 1)
    layer.up.bias[32:] = layer.up.bias[:32].repeat(2)
    x = torch.randn(400, 24)
    before = layer.down(torch.nn.functional.gelu(layer.up(x)))
    slim.cut_inner(layer, x, 0.001)
    lost = ((layer.down(torch.nn.functional.gelu(layer.up(x))) - before) ** 2).sum() / ((x + before) ** 2).sum()

    assert layer.up.out_features == layer.down.in_features == 64  # never under 64, by 32
    assert lost < 0.0015


@torch.no_grad()
def test_a_head_that_the_sum_does_not_hear_goes(model: Reader) -> None:
    (layer,) = model.encoder.layers
    assert isinstance(layer, Layer)
    layer.out.weight[:, :12] = 0
    xs = [torch.randn(20, 24) for _ in range(8)]
    before = layer(xs[0][None], None)
    slim.cut_heads(layer, xs, 0.001)

    assert layer.heads == 1 and layer.qkv.out_features == 36
    torch.testing.assert_close(layer(xs[0][None], None), before, rtol=1e-2, atol=1e-2)


@torch.no_grad()
def test_a_slim_model_is_loaded_by_its_shapes(model: Reader) -> None:
    (layer,) = model.encoder.layers
    slim.cut_inner(layer, torch.randn(300, 24), 0.05)
    slim.cut_heads(layer, [torch.randn(20, 24) for _ in range(8)], 10)
    again = Reader(Sizes(**CLASSES), vocabulary=50).eval()
    again.fit(model.state_dict())
    again.load_state_dict(model.state_dict())
    x = torch.randn(1, 9, 24)

    assert layer.up.out_features < 96 and layer.heads == 1
    torch.testing.assert_close(again.encoder.layers[0](x, None), layer(x, None))

"""The graph that the wheel carries does the model's arithmetic."""

import pytest

torch = pytest.importorskip("torch", reason="needs training/requirements.txt")

from training.export import OUTPUTS, Export  # noqa: E402
from training.model import Reader, Sizes  # noqa: E402

CLASSES = {"upos": 5, "xpos": 7, "lemmas": 9, "deprels": 6, "spans": 4, "types": 3, "forms": 3}
CLASSES |= {"predicates": 8, "roles": 6, "certainties": 3}


@torch.no_grad()
@pytest.mark.parametrize("eased", [False, True])
def test_scores_are_the_models(eased: bool) -> None:
    torch.manual_seed(1)
    z = Sizes(**CLASSES, hidden=24, inner=32, layers=3, attention=2, arc=8, rel=8, span=8, tag=16, mark=8, frame=8)
    model = Reader(z, vocabulary=50).eval()
    model.mix.copy_(torch.randn(model.mix.shape))
    pieces, shapes = torch.randint(0, 50, (20,)), torch.randint(0, 16, (20,))
    first, last = torch.tensor([1, 2, 5, 9, 12]), torch.tensor([1, 4, 8, 11, 18])

    most = [{"up": torch.rand(24) * 30, "down": torch.rand(32) * 40} for _ in range(3)] if eased else None
    found = dict(zip(OUTPUTS, Export(model, None, most)(model.words(pieces), shapes, first, last), strict=True))

    grammar, names, words = model.embed(pieces[None], shapes[None], None, first, last)
    upos, xpos, lemma = model.tags(grammar)
    arcs, dependent, head = model.arcs(grammar[None])
    asked = {"upos": upos, "xpos": xpos, "lemma": lemma, "arcs": arcs[0], "rel_head": head[0]}
    asked |= {"rel_dependent": model.rel_mix(dependent[0]), "rel_edge": model.rel_head(head[0])}
    asked |= {"span_sides": model.span(names), "span_edges": model.span_edge(names), "mark": model.mark(words)}
    asked |= {"sense": torch.cat(model.senses(words), -1), "filler": model.filler(words), "same": model.same(words)}
    asked |= {"frame": torch.nn.functional.gelu(model.frame(words)), "told": model.told(words)}
    assert asked.keys() == found.keys()
    for name, scores in asked.items():
        torch.testing.assert_close(found[name], scores, rtol=1e-4, atol=1e-5, msg=name)


def test_the_model_itself_stays_as_it_is() -> None:
    model = Reader(Sizes(**CLASSES, hidden=24, inner=32, layers=1, attention=2), vocabulary=9)
    before = {k: v.clone() for k, v in model.state_dict().items()}
    Export(model)

    assert all(torch.equal(v, before[k]) for k, v in model.state_dict().items())


@torch.no_grad()
def test_span_layers_that_nobody_reads_are_left_out() -> None:
    model = Reader(Sizes(**CLASSES, hidden=24, inner=32, layers=1, attention=2, span=8), vocabulary=9).eval()
    given = model.words(torch.arange(5)), torch.zeros(5, dtype=torch.long), torch.arange(1, 4), torch.arange(1, 4)
    whole, some = (dict(zip(OUTPUTS, Export(model, layers)(*given), strict=True)) for layers in (None, [0, 3]))

    assert torch.equal(some["span_sides"], whole["span_sides"].view(3, 4, -1)[:, [0, 3]].flatten(1))
    assert torch.equal(some["span_edges"], whole["span_edges"].view(3, 4, -1)[:, [0, 3]].flatten(1))

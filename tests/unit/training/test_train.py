"""A training repeats itself, and a stopped one that goes on is the one that was never stopped."""

import itertools
import json
import sys
from functools import partial

import pytest

torch = pytest.importorskip("torch", reason="needs training/requirements.txt")

from training import data, train  # noqa: E402
from training.batches import Labels  # noqa: E402
from training.losses import Targets, frame_losses  # noqa: E402
from training.model import Reader, Sizes  # noqa: E402

SMALL = {"hidden": 24, "inner": 32, "layers": 2, "attention": 2, "arc": 8, "rel": 8, "span": 8, "tag": 16}
SMALL |= {"mark": 8, "frame": 8, "role": 8}
VERBS = ("closed", "sank", "moved", "burned", "sold", "left")
NOUNS = ("mill", "ship", "bank", "port", "school", "train", "bridge")


def sentence(noun: str, verb: str) -> data.Sentence:
    s = data.Sentence(["The", noun, verb, "."], [False, True, True, False])
    s.lemmas, s.upos, s.xpos = ["the", noun, verb, "."], ["DET", "NOUN", "VERB", "PUNCT"], ["DT", "NN", "VBD", "."]
    s.heads, s.deprels = [1, 2, -1, 2], ["det", "nsubj", "root", "punct"]
    s.spans, s.known = {(0, 1, "np.object")}, frozenset({"np.object", "mention"})
    s.marks = [data.Mark(0, 1, "facility", "nominal", noun)]
    s.frames = [data.Frame(2, "attributes", (("source", 0, 1),), told=((0, 1),))]
    return s


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    """A set of a few dozen sentences, a model of a few weights, and an end to a run that finds none."""
    sentences = list(itertools.starmap(sentence, itertools.product(NOUNS, VERBS)))
    texts = [data.Text(str(n), sentences[n : n + 6]) for n in range(0, len(sentences), 6)]
    monkeypatch.setattr(train, "load", lambda root: ({"corpus": texts}, {}, Labels.of(sentences)))
    monkeypatch.setattr(train, "Sizes", partial(Sizes, **SMALL))
    monkeypatch.setattr(train, "minilm", lambda: None)
    monkeypatch.setattr(Reader, "from_minilm", classmethod(lambda cls, z, folder: cls(z)))
    epochs = itertools.count()

    def epoch(*args):
        assert next(epochs) < 60, "the run goes round without a step"
        return whole(*args)

    whole = train.epoch
    monkeypatch.setattr(train, "epoch", epoch)


@pytest.fixture
def run(monkeypatch, tmp_path):
    def trained(name: str, *more: str):
        told = ["--shares", json.dumps({"corpus": 1}), "--epochs", "3.5", "--batch", "40", "--window", "24"]
        monkeypatch.setattr(sys, "argv", ["train", "--out", str(tmp_path / name), *told, *more])
        train.main()
        return torch.load(tmp_path / name / "last.pt", weights_only=True)

    return trained


def same(one, other) -> bool:
    return one["step"] == other["step"] and all(
        torch.equal(one[part][k], other[part][k]) for part in ("model", "mean") for k in one[part]
    )


@pytest.mark.slow
def test_a_run_repeats_itself(run) -> None:
    first = run("one")

    assert first["step"] > 5
    assert same(first, run("two"))


@pytest.mark.slow
def test_another_seed_is_another_run(run) -> None:
    assert not same(run("one"), run("two", "--seed", "2"))


@pytest.mark.slow
def test_a_stopped_run_goes_on_as_if_it_had_not_been_stopped(run) -> None:
    """Stopped once within every epoch and at, before and after the border between them."""
    whole = run("whole")
    first = len(train.epoch(train.load(None)[0], {"corpus": 1}, train.random.Random(1000), 24, 40))
    stops = (1, first - 1, first, first + 1, 2 * first, 2 * first + 1)
    assert stops[-1] < whole["step"]
    for stop in stops:
        assert run("parts", "--until", str(stop))["step"] == stop

    assert same(whole, run("parts"))


def test_a_new_class_moves_no_weights_to_another() -> None:
    """Rows go by what they are for: with a role before the others, the old ones keep theirs."""
    then = Labels.of([sentence("mill", "sank")])
    now = Labels(**{**then.__dict__, "roles": ["a.new", *then.roles]})
    old, new = (Reader(Sizes(*labels.sizes(), **SMALL)) for labels in (then, now))
    before = new.role_mix[0].clone()

    new.warm(old.state_dict(), then, now)

    assert torch.equal(new.role_mix[1:], old.role_mix)
    assert torch.equal(new.role_mix[0], before)
    assert torch.equal(new.sense.weight, old.sense.weight)
    assert torch.equal(new.rel_mix.bias, old.rel_mix.bias)
    assert torch.equal(new.encoder.norm.weight, old.encoder.norm.weight)


def test_a_near_miss_teaches_of_its_predicate_and_of_no_other() -> None:
    s = sentence("mill", "sank")
    s.spans, s.known, s.marks = set(), frozenset(), []
    s.frames, s.asked = [], frozenset({"owns"})
    labels = Labels.of([s])
    model = Reader(Sizes(*labels.sizes(), **SMALL))
    targets = Targets(labels)
    rows = [torch.randn(len(s.forms), SMALL["hidden"])]

    frame_losses(model, rows, [s], targets)["senses"].backward()
    moved = {labels.predicates[int(k)] for k in model.sense.bias.grad.nonzero()}

    assert moved == {"owns"}


def test_near_misses_are_sentences_of_patterns() -> None:
    texts = list(data.near_misses())

    assert len(texts) > 300
    assert all(s.asked and s.frames == [] and not s.marks for t in texts for s in t.sentences)

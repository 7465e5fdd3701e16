"""Trees of teachers: shares of their classes, given to sentences without a tree, and learned."""

import pytest

torch = pytest.importorskip("torch", reason="needs training/requirements.txt")

from training import data, soft  # noqa: E402
from training.batches import Labels, collate  # noqa: E402
from training.losses import Targets, losses  # noqa: E402
from training.model import Reader, Sizes  # noqa: E402

SMALL = {"hidden": 24, "inner": 32, "layers": 2, "attention": 2, "arc": 8, "rel": 8, "span": 8, "tag": 16}
SMALL |= {"mark": 8, "frame": 8, "role": 8}


def sentence(*forms: str, tree: bool = False) -> data.Sentence:
    s = data.Sentence(list(forms), [False] + [True] * (len(forms) - 1))
    if tree:
        s.lemmas, s.upos, s.xpos = list(forms), ["NOUN", "VERB", "PUNCT"], ["NN", "VBD", "."]
        s.heads, s.deprels = [1, -1, 1], ["nsubj", "root", "punct"]
    return s


@pytest.fixture
def labels() -> Labels:
    return Labels.of([sentence("Mills", "closed", ".", tree=True)])


@pytest.fixture
def teacher(labels: Labels) -> Reader:
    """A reader that is sure of its heads."""
    torch.manual_seed(1)
    model = Reader(Sizes(*labels.sizes(), **SMALL)).eval()
    model.arc_mix.weight.data *= 40
    return model


def test_shares_are_of_words_of_the_sentence_and_sum_to_one(teacher: Reader) -> None:
    window = [sentence("Stop"), sentence("The", "ferry", "sank", "off", "Riga", ".")]

    found = soft.shares([teacher, teacher], collate([window]))

    for s, parts in zip(window, found, strict=True):
        for numbers, shares in parts:
            assert numbers.shape[0] == shares.shape[0] == len(s.forms)
            assert torch.allclose(shares.sum(-1).float(), torch.ones(len(s.forms)), atol=0.01)
        assert int(parts[0][0].max()) <= len(s.forms)


def test_only_sentences_without_a_tree_are_given_shares(teacher: Reader, labels: Labels, tmp_path) -> None:
    bare, parsed = sentence("Mills", "closed", "."), sentence("Mills", "closed", ".", tree=True)
    names = {name: getattr(labels, name) for name in ("deprels", "upos", "xpos")}
    (found,) = soft.shares([teacher], collate([[bare]]))
    torch.save({"labels": names, "shares": {soft.key(bare): found}}, tmp_path / "trees.pt")

    soft.give(tmp_path / "trees.pt", labels, [bare, parsed])

    assert bare.soft is not None
    assert parsed.soft is None
    other = Labels(**{**labels.__dict__, "deprels": ["det", *labels.deprels]})
    with pytest.raises(ValueError, match=r"other labels.*training\.soft"):
        soft.give(tmp_path / "trees.pt", other, [bare])


def test_a_reader_learns_the_teachers_heads(teacher: Reader, labels: Labels) -> None:
    s = sentence("The", "ferry", "sank", "off", "Riga", ".")
    (found,) = soft.shares([teacher], collate([[s]]))
    s.soft = data.Soft(*((n.long(), p.float()) for n, p in found))
    torch.manual_seed(2)
    pupil = Reader(Sizes(*labels.sizes(), **SMALL)).eval()
    optimizer = torch.optim.Adam([x for x in pupil.parameters() if x.requires_grad], lr=0.01)
    seen = []
    for _ in range(60):
        told = losses(pupil, collate([[s]]), Targets(labels))
        assert set(told) == {"soft.arc", "soft.rel", "soft.upos", "soft.xpos"}
        optimizer.zero_grad()
        sum(told.values()).backward()
        optimizer.step()
        seen.append(told["soft.arc"].item())

    ((heads, _), *_), *_ = soft.shares([pupil], collate([[s]]))

    assert seen[-1] < seen[0]
    assert heads[:, 0].tolist() == s.soft.heads[0][:, 0].tolist()

"""Our own trees are sound, and the checker says so of no other."""

from dataclasses import replace

import pytest
from training import data
from training.own_trees import crossings, known_labels, problems

SOUND = data.Sentence(
    ["Who", "runs", "the", "mill", "?"],
    [True, True, True, True, False],
    ["PRON", "VERB", "DET", "NOUN", "PUNCT"],
    ["WP", "VBZ", "DT", "NN", "."],
    ["who", "run", "the", "mill", "?"],
    [1, -1, 3, 1, 1],
    ["nsubj", "root", "det", "obj", "punct"],
)


def told(**changes) -> list[str]:
    return list(problems(replace(SOUND, **changes), known_labels()))


def test_a_sound_tree_has_no_problem() -> None:
    assert told() == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"heads": [1, -1, 3, -1, 1]}, "2 roots"),
        ({"heads": [1, -1, 3, 2, 1]}, "words [3, 4] hang in a cycle"),
        ({"heads": [1, -1, 3, 9, 1]}, "word 4 has a head outside the sentence"),
        ({"deprels": ["root", "nsubj", "det", "obj", "punct"]}, "the label root is on another word than the root"),
        ({"deprels": ["subj", "root", "det", "obj", "punct"]}, "deprels ['subj'] are not among the reader's"),
        ({"xpos": ["WP", "V", "DT", "NN", "."]}, "xpos ['V'] are not among the reader's"),
        ({"forms": ["Who", "runs", "the", "mill's", "?"]}, "the wheel parts it as"),
    ],
)
def test_a_fault_is_named(changes, problem) -> None:
    assert any(found.startswith(problem) for found in told(**changes))


def test_crossing_arcs_are_counted() -> None:
    assert crossings(SOUND) == 0
    assert crossings(replace(SOUND, heads=[3, -1, 1, 1, 1])) == 1


def test_every_tree_of_ours_is_sound() -> None:
    labels = known_labels()
    sentences = [s for part in ("train", "dev") for t in data.own_trees(part) for s in t.sentences]

    assert len(sentences) > 400
    assert {s.id: found for s in sentences if (found := list(problems(s, labels)))} == {}


def test_a_fifth_of_every_file_is_kept_for_development() -> None:
    train, dev = ({t.name for t in data.own_trees(part)} for part in ("train", "dev"))

    assert not train & dev
    for kind in {name.split("-")[0] for name in train}:
        held, rest = (sum(name.startswith(kind) for name in names) for names in (dev, train))
        assert 0.17 < held / (held + rest) <= 0.2


def test_they_teach_trees_and_nothing_else() -> None:
    sentences = [s for t in data.own_trees("train") for s in t.sentences]

    assert all(s.heads and s.xpos and s.lemmas for s in sentences)
    assert not any(s.known or s.spans or s.marks or s.frames is not None for s in sentences)

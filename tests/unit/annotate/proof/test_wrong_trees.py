"""Wrong trees on which a pattern reads a false claim: the verifier doubts the path, whatever reader drew the tree."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support import ground_of
from yaml import safe_load

from whence.annotate.claims import find_frames
from whence.annotate.proof import Ground, prove
from whence.annotate.syntax import Parse
from whence.reader import Token, Tree

WRONG = safe_load((Path(__file__).parent / "wrong_trees.yaml").read_text("utf-8"))


def drawn(say: str, rows: list[str]) -> Parse:
    """The parse of a sentence as the rows draw it."""
    tokens, at = [], 0
    for row in rows:
        word, upos, xpos, head, deprel, *lemma = row.split()
        at = say.index(word, at)
        tokens.append(Token(at, at + len(word), (lemma or [word])[0], upos, deprel, int(head), xpos))
        at += len(word)
    return Parse(Tree(0, len(say), tuple(tokens)), say)


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case["predicate"])
def test_a_false_claim_of_a_wrong_tree_is_doubted(case: dict[str, Any]) -> None:
    scene = ground_of(case["say"]).scene
    scene = replace(scene, parses=(drawn(case["say"], case["tree"]),))
    ground = Ground(scene, find_frames(scene))

    false = [
        frame
        for frame in ground.all_frames
        if frame.predicate == case["predicate"]
        and any(a.span and ground.doc.quote(a.span) == case["wrong"] for a in frame.arguments)
    ]

    assert false
    for frame in false:
        proof = prove(ground, frame)
        assert (proof.step, [fault.reason for fault in proof.reasons]) == ("P1", [case["reason"]])

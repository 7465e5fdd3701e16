"""Wrong trees on which a pattern reads a false claim: the verifier doubts the path, whatever reader drew the tree."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.support import drawn, ground_of
from yaml import safe_load

from whence.annotate.claims import find_frames
from whence.annotate.proof import Ground, prove

WRONG = safe_load((Path(__file__).parent / "wrong_trees.yaml").read_text("utf-8"))


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

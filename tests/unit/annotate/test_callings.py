"""A calling beside a name is no post."""

from dataclasses import replace

import pytest
from tests.support import read_body

from whence.annotate.callings import is_bare_calling
from whence.annotate.claims import find_claims
from whence.annotate.claims.scene import Scene
from whence.model import Claim
from whence.pipeline import read_scene
from whence.reader import Hint


def read(text: str, predicate: str, hints: dict[str, tuple[str, float]]) -> tuple[Scene, Claim]:
    """A scene with these hints, each at a word, and the first claim of the patterns with the predicate."""
    doc, layers = read_body(text)
    seen = tuple(Hint(text.index(w), text.index(w) + len(w), name, s) for name, (w, s) in hints.items())
    scene = replace(read_scene(doc, layers), hints=seen)
    return scene, next(c for c in find_claims(scene) if c.predicate == predicate)


@pytest.mark.parametrize(
    ("text", "hints", "bare"),
    [
        ("They met drummer Ivo Duda in Osh.", {}, True),
        ("They met drummer Ivo Duda in Osh.", {"holds_role": ("drummer", 0.5)}, False),
        ("They met drummer Ivo Duda in Osh.", {"holds_role": ("met", 0.5)}, True),
        ("They met Salt League drummer Ivo Duda in Osh.", {}, False),
        ("They met chairman Ivo Duda in Osh.", {}, False),
        ("They met priest Ivo Duda in Osh.", {}, False),
        ("Ivo Duda was a drummer in Osh.", {}, False),
    ],
)
def test_a_calling_without_a_body_needs_the_reader_at_its_own_words(
    text: str, hints: dict[str, tuple[str, float]], bare: bool
) -> None:
    scene, claim = read(text, "holds_role", hints)

    assert is_bare_calling(scene, claim) == bare

"""Every cue is tested by the examples that stand beside it in the data."""

import pytest

from whence.model import Document
from whence.segment.blocks import Block, cut_blocks
from whence.segment.cues import Cue, cues


def block(text: str) -> Block:
    return cut_blocks(Document.of(text))[0]


@pytest.mark.parametrize(
    ("cue", "text"), [(c, t) for c in cues() for t in c.examples], ids=lambda x: getattr(x, "name", x)
)
def test_a_cue_fits_its_examples(cue: Cue, text: str) -> None:
    assert cue.fits(block(text))


@pytest.mark.parametrize(
    ("cue", "text"), [(c, t) for c in cues() for t in c.counter_examples], ids=lambda x: getattr(x, "name", x)
)
def test_a_cue_does_not_fit_its_counter_examples(cue: Cue, text: str) -> None:
    assert not cue.fits(block(text))

"""The post of a claim answers to the one asked for, nearly, or not at all."""

import pytest

from whence.ask.asked import BESIDE, DESCRIBED, SAID, Frame
from whence.ask.likeness import leads, post_fits
from whence.model import Filled, Span, Statement


def held(post: str, of: str = "") -> Statement:
    args = (Filled("post", None, post), *([Filled("of", None, of)] if of else []))
    return Statement("c", "holds_role", args, Span("d", 0, 1))


@pytest.mark.parametrize(
    ("asked", "said", "fit"),
    [
        ("director", "director", SAID),
        ("chief executive", "first chief executive", DESCRIBED),
        ("acting director", "director", DESCRIBED),
        ("director of finance", "director", BESIDE),
        ("music director", "director", 0),
        ("director", "deputy director", 0),
        ("director", "treasurer", 0),
        ("caretaker", "director", 0),
        ("director", "deputy", 0),
    ],
)
def test_a_post_is_the_one_asked_for(asked: str, said: str, fit: int) -> None:
    assert post_fits(Frame("holds_role", post=asked), held(said))[0] == fit


def test_the_words_before_a_post_belong_to_it() -> None:
    assert post_fits(Frame("holds_role", post="music director"), held("director"), "was named music ")[0] == SAID


def test_the_body_may_be_called_by_its_kind() -> None:
    frame = Frame("holds_role", post="director of museum")

    assert post_fits(frame, held("director", "Tern Museum"))[0] == DESCRIBED
    assert post_fits(frame, held("director", "Tern Theatre"))[0] == BESIDE


def test_some_posts_are_those_of_leaders() -> None:
    assert leads("acting governor")
    assert not leads("treasurer")

"""Some ways to ask are read as another."""

import pytest

from whence.ask.rephrasing import Rephrased, rephrased


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("Who chairs the Board?", Rephrased("Who chairs the Board?")),
        ("Since when is Ana Duarte chair?", Rephrased("When is Ana Duarte chair?", edge="begins")),
        ("Until when was Ana Duarte chair?", Rephrased("When was Ana Duarte chair?", edge="ends")),
        ("From when to when was Ana Duarte chair?", Rephrased("When was Ana Duarte chair?", edge="both")),
        ("How long has Ana Duarte been chair?", Rephrased("When was Ana Duarte chair?", edge="both")),
        ("When did Ana Duarte stop being chair?", Rephrased("When was Ana Duarte chair?", edge="ends")),
        ("List all members of the Board.", Rephrased("Who are the members of the Board?", every=True)),
        ("Tell me who chairs the Board.", Rephrased("Who chairs the Board?")),
        ("Do the sources agree on who chairs the Board?", Rephrased("Who chairs the Board?", each=True)),
        ("Do the sources disagree on the number of dead at Oslo?",
         Rephrased("How many people were killed at Oslo?", each=True)),
        ("On what do the texts disagree about the Board?", Rephrased("the Board", asks="conflicts")),
        ("What happened in Oslo on 3 May 2019?", Rephrased("in Oslo on 3 May 2019", asks="events")),
        ("How is Ana Duarte connected to the Board?", Rephrased("Ana Duarte and the Board", asks="ties")),
        ("Where do the sources disagree?", Rephrased("", asks="conflicts")),
    ],
)  # fmt: skip
def test_a_question_is_read_in_other_words(asked: str, read: Rephrased) -> None:
    assert rephrased(asked) == read

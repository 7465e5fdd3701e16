import pytest

from whence.model import Span, Statement
from whence.reconcile.gainsaid import gainsaid

from .make import say, scene

ESCORT = say(
    "says",
    speaker="two drivers",
    content="the escort was arranged by Brixa",
    own_voice=False,
    voice="two drivers",
    scene=scene("the escort was arranged by Brixa"),
)


def denies(words: str, *, at: tuple[str, int] = ("d1", 100), by: str = "Brixa", how: str = "says") -> Statement:
    return say(how, speaker=by, content=words, at=at, scene=scene(f"{by} {words}"))


@pytest.mark.parametrize(
    "denial",
    [
        denies("I have never escorted a truck"),
        denies("there had been no escort"),
        denies("that he had arranged the escort", how="denies"),
        denies("having arranged an escort", how="denies", at=("d2", 0)),
    ],
)
def test_whoever_is_named_says_that_it_is_not_so(denial: Statement) -> None:
    (conflict,) = gainsaid([ESCORT, denial])

    assert conflict.about == "whether the escort was arranged by Brixa"
    assert [side.value for side in conflict.sides] == ["yes, says two drivers", "no, says Brixa"]


@pytest.mark.parametrize(
    "denial",
    [
        denies("I would not escort a truck"),
        denies("not only was there an escort"),
        denies("he had not seen the sea, and that an escort of four cars came"),
        denies("that he had sold the trucks", how="denies"),
        denies("I have never escorted a truck", at=("d1", 9000)),
        denies("there had been no escort", at=("d2", 0), by="Marl"),
        denies("any involvement in the escort", how="denies"),
    ],
)
def test_what_leaves_it_open_or_is_of_something_else_denies_nothing(denial: Statement) -> None:
    assert list(gainsaid([ESCORT, denial])) == []


def test_nobody_gainsays_himself_and_nothing_is_said_twice() -> None:
    denial = denies("I have never escorted a truck")
    mine = say("says", speaker="Brixa", content="the escort was late", voice="e:Brixa", scene=scene("the escort Brixa"))

    assert list(gainsaid([mine, denial])) == []
    assert list(gainsaid([ESCORT, denial], {frozenset((Span("d1", 0, 10), Span("d1", 100, 110)))})) == []


def test_an_order_is_denied_by_whoever_gave_it() -> None:
    order = say("orders", authority="Vale", content="the burial of the barrels", scene=scene("Vale ordered the burial"))
    denial = denies("that barrels had been buried", how="denies", by="Vale", at=("d2", 0))
    other = denies("that barrels had been buried", how="denies", by="Marl", at=("d2", 0))

    assert [c.kind for c in gainsaid([order, denial])] == ["responsibility"]
    assert list(gainsaid([order, other])) == []


def test_two_documents_on_one_thing_in_many_words() -> None:
    yes = say("says", speaker="minister", content="the brakes of the old train had been tested", scene=scene("brakes"))
    no = denies("the brakes of this train had never been tested", at=("d2", 0), by="union")
    else_ = denies("the tickets had never been tested", at=("d2", 0), by="union")

    assert [c.about for c in gainsaid([yes, no])] == ["whether the brakes of the old train had been tested"]
    assert list(gainsaid([yes, else_])) == []


def test_a_bare_denial_is_of_what_was_said_right_before() -> None:
    said = say("says", speaker="clerk", content="Brixa burned the mill", voice="clerk", scene=scene("Brixa burned it"))
    bare = say("denies", speaker="Brixa", content="the claim", at=("d1", 100))
    far = say("denies", speaker="Brixa", content="the claim", at=("d1", 600))

    assert len(list(gainsaid([said, bare]))) == 1
    assert list(gainsaid([said, far])) == []


def test_an_accusation_is_rejected_in_another_document() -> None:
    charge = say("accuses", accuser="Army", accused="Brixa", scene=scene("Army accused Brixa of arming the guards"))
    answer = "the accusation that it had supplied the guards with weapons"
    no = denies(answer, how="denies", at=("d2", 0))
    other = denies("that wages would fall", how="denies", at=("d2", 0))

    assert [c.about for c in gainsaid([charge, no])] == ["whether Brixa is to blame"]
    assert list(gainsaid([charge, other])) == []


def test_no_order_was_given() -> None:
    order = say("orders", authority="Vale", content="the shooting", certainty="accused", scene=scene("Vale"))
    none = say("orders", authority="Vale", content="no order of any kind", at=("d2", 0), scene=scene("Vale"))

    assert [side.value for c in gainsaid([order, none]) for side in c.sides] == ["yes", "no"]

"""The review: doubts that earlier answers settle are skipped, and taking back asks them again."""

import io
from collections.abc import Callable, Sequence

import pytest

from whence.ask.review import Item, Side
from whence.present.review import Done, Review, Verdict, verdicts


def item(one: str, other: str) -> Item:
    return Item(one + other, "same", 0.9, 1.0, tuple(Side(n, n, n, n) for n in (one, other)), ("why",))


def review(keys: str, *pairs: str) -> tuple[Done, list[Verdict], str]:
    kept: list[Verdict] = []

    def decide(asked: Item, said: Sequence[Verdict], reason: str) -> Callable[[], None]:
        kept.extend(said)
        return lambda: [kept.remove(s) for s in said] and None

    out = io.StringIO()
    done = Review([item(*p) for p in pairs], iter((k, "") for k in keys), decide, out).run()
    return done, kept, out.getvalue()


@pytest.mark.parametrize(
    ("keys", "settled", "left"),
    [("ss", 1, 0), ("sd", 1, 0), ("dd", 0, 1), ("su", 1, 0), ("us", 1, 0), ("ddd", 0, 0), ("ks", 0, 2)],
)
def test_what_earlier_answers_settle_is_not_asked(keys: str, settled: int, left: int) -> None:
    done, kept, _ = review(keys, "AB", "BC", "AC")

    assert (done.implied, done.left, done.decided) == (settled, left, len(kept))


def test_taking_back_brings_a_settled_question_again() -> None:
    done, kept, out = review("sszdkq", "AB", "BC", "AC")

    assert [(a, b, v) for a, b, v, _ in kept] == [("A", "B", "positive"), ("B", "C", "negative")]
    assert (done.undone, done.implied) == (1, 1)
    assert "Taken back: B = C?" in out


def test_the_last_decision_can_be_taken_back_after_the_last_question() -> None:
    done, kept, out = review("szd", "AB")

    assert [v for _, _, v, _ in kept] == ["negative"] and done.left == 0
    assert "That was the last doubt" in out


def test_progress_is_told() -> None:
    assert "[2 of 3, 1 decided] B = C?" in review("dq", "AB", "BC", "AC")[2]


@pytest.mark.parametrize(
    ("key", "said"),
    [("1", ("positive", "negative")), ("2", ("negative", "positive")), ("n", ("negative", "negative")), ("s", ())],
)
def test_a_mixed_name_is_given_to_one_reading_and_kept_from_the_other(key: str, said: tuple[str, ...]) -> None:
    asked = Item("x", "blend", 1.0, 1.0, tuple(Side(n, n) for n in ("form", "one", "two")))

    assert tuple(v for _, _, v, _ in verdicts(asked, key)) == said

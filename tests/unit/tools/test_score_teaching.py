"""What the scorer of the teaching corpus holds against a claim of ours, and what it leaves out."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from whence.model import Argument, Claim, Maker

ROOT = Path(__file__).resolve().parents[3]
BY_HAND = Maker("test", "1")


@pytest.fixture(scope="module")
def teaching() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_teaching", ROOT / "tools" / "score_teaching.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def marked(text: str, *, events: tuple[str, ...] = (), triggers: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A record of the corpus: one sentence with its event mentions, and its claims by predicate and trigger."""

    def at(words: str) -> dict[str, Any]:
        return {"start": text.index(words), "end": text.index(words) + len(words)}

    return {
        "doc_id": "test",
        "text": text,
        "date": "2024-05-01",
        "sentences": [(0, len(text))],
        "regions": [{"start": 0, "end": len(text), "kind": "body"}],
        "entities": [{**at(words), "type": "event"} for words in events],
        "claims": [{"predicate": name, "trigger": at(words)} for name, words in (triggers or {}).items()],
    }


@pytest.mark.parametrize(
    ("record", "counted", "expected"),
    [
        (marked("The ferry company owns nine boats.", triggers={"owns": "owns"}), "boats", False),
        (marked("The ferry company moved nine boats."), "boats", False),
        (marked("Zulu said that nine boats were for sale.", triggers={"says": "said"}), "boats", False),
        (marked("Bandits seized nine boats.", triggers={"captures": "seized"}), "boats", True),
        (marked("The raid surprised whoever moved nine boats.", events=("raid",)), "boats", False),
        (marked("The raid with nine boats failed.", events=("raid",)), "boats", True),
        (marked("Zulu counted nine raids.", events=("raids",)), "raids", True),
    ],
)
def test_a_number_is_of_an_event_that_the_corpus_marks(
    teaching: ModuleType, record: dict[str, Any], counted: str, expected: bool
) -> None:
    ground = teaching.ground_of(record)
    start = record["text"].index(counted)
    argument = Argument("counted", ground.doc.span(start, start + len(counted)), None, "text")
    claim = Claim("counts", (argument,), ground.doc.span(0, len(record["text"])), "body", BY_HAND)

    assert teaching.is_of_event(ground, claim, teaching.events(ground, record)) is expected


def test_roles_are_those_of_the_guide(teaching: ModuleType) -> None:
    roles = teaching.marked_roles()

    assert roles["denies"] == {"speaker", "content"} and roles["loses_seats"] == {"party", "seats", "body"}
    assert len(roles) >= 55


def test_a_value_stands_at_the_word_that_says_it_and_unmarked_roles_are_passed_over(teaching: ModuleType) -> None:
    ground = teaching.ground_of(marked("Chad armed the League."))
    trigger = ground.doc.span(5, 10)
    means = Argument("means", None, "arms", "text")
    claim = Claim("supports", (means,), ground.doc.span(0, 22), "body", BY_HAND, trigger=trigger)
    denial = Claim("denies", (Argument("concerning", trigger, None, "person"),), claim.evidence, "body", BY_HAND)

    assert teaching.as_marked(claim).arguments[0].span == trigger
    assert teaching.as_marked(denial).arguments == ()
    assert teaching.near(ground, teaching.as_marked(claim).arguments[0], Argument("means", trigger, None, "text"))

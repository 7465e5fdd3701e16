import pytest

from whence.model import Statement
from whence.reconcile.events import find_events

from .make import say, scene

DAY = {"start": "2021-03-13", "end": "2021-03-13"}


def tellings(*said: Statement) -> list[list[str]]:
    """The claims of each event."""
    return [[s.claim for s in event.statements] for event in find_events(said)]


def test_two_documents_that_name_one_place_and_day_tell_of_one_happening() -> None:
    one = say("kills", victim="nine people", place="Tirvale", count=9, **DAY, scene=scene(places="Tirvale"))
    other = say(
        "injures", victim="many", at=("d2", 0), **DAY, scene=scene("The dam burst above Tirvale", places="Tirvale")
    )

    assert tellings(one, other) == [[one.claim, other.claim]]


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Dalsund", "start": "2021-03-13", "scene": scene(places="Dalsund")},
        {"place": "Tirvale", "start": "2021-04-20", "scene": scene(places="Tirvale")},
        {"place": "Tirvale", "start": "2021", "end": "2021", "scene": scene(places="Tirvale")},
    ],
)
def test_another_place_another_day_or_a_whole_year_is_another_happening(other: dict[str, object]) -> None:
    one = say("kills", victim="nine people", place="Tirvale", **DAY, scene=scene(places="Tirvale"))
    second = say("kills", victim="six people", at=("d2", 0), **other)

    assert len(tellings(one, second)) == 2


def test_a_sentence_without_day_and_place_goes_on_with_the_one_before() -> None:
    first = say("attacks", target="Tirvale", **DAY, scene=scene(places="Tirvale"))
    after = say("kills", victim="nine people", count=9, at=("d1", 200))

    assert tellings(first, after) == [[first.claim, after.claim]]
    assert [t.inferred for t in find_events([first, after])[0].tellings] == [False, True]


def test_a_total_of_a_war_and_what_stands_far_below_are_of_no_happening_before() -> None:
    first = say("attacks", target="Tirvale", **DAY, scene=scene(places="Tirvale"))
    total = say("kills", victim="people", at=("d1", 200), scene=scene("killed in the conflict"))
    below = say("kills", victim="nine people", at=("d1", 5000))
    running = say("kills", victim="forty rebels", at=("d1", 300), start="2021-01")

    assert len(find_events([first, total])) == 2
    assert len(find_events([first, below])) == 2
    assert tellings(first, running) == [[first.claim]]


def test_alike_sentences_a_day_apart_tell_of_one_happening() -> None:
    text = "Officers searched premises of the rail union in Karlby and seized boxes with ledgers"
    one = say("arrests", target="seven clerks", **DAY, scene=scene(text, places="Karlby"))
    other = say(
        "arrests", target="five clerks", start="2021-03-12", end="2021-03-12", at=("d2", 0),
        scene=scene(f"{text} on Friday", places="Karlby"),
    )  # fmt: skip
    third = say(
        "arrests", target="two men", start="2021-03-12", end="2021-03-12", at=("d3", 0),
        scene=scene("In Karlby two men were caught with stolen bicycles near the harbour", places="Karlby"),
    )  # fmt: skip

    assert tellings(one, other) == [[one.claim, other.claim]]
    assert len(tellings(one, third)) == 2


def test_a_month_goes_with_the_one_day_of_it_at_that_place() -> None:
    day = say("kills", victim="nine people", place="Tirvale", **DAY, scene=scene(places="Tirvale"))
    later = say("kills", victim="two people", place="Tirvale", start="2021-03-28", end="2021-03-28", at=("d3", 0),
                scene=scene(places="Tirvale"))  # fmt: skip
    month = say("kills", victim="ten people", place="Tirvale", start="2021-03", end="2021-03", at=("d2", 0),
                scene=scene(places="Tirvale"))  # fmt: skip

    assert tellings(day, month) == [[day.claim, month.claim]]
    assert len(tellings(day, later, month)) == 3

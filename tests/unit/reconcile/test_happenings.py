from whence.reconcile.events import find_events
from whence.reconcile.happenings import days_apart, places_apart

from .make import say, scene


def test_alike_sentences_with_two_days_are_a_conflict_of_dates() -> None:
    text = "Officers searched premises of the rail union in Karlby and seized boxes with ledgers"
    said = [
        say(
            "arrests",
            target=f"{n} clerks",
            count=n,
            start=day,
            end=day,
            at=(doc, 0),
            scene=scene(text, places="Karlby"),
        )
        for n, day, doc in ((7, "2021-03-13", "d1"), (5, "2021-03-12", "d2"))
    ]

    (conflict,) = days_apart(find_events(said))

    assert (conflict.about, [s.value for s in conflict.sides]) == (
        "when clerks were arrested",
        ["2021-03-12", "2021-03-13"],
    )


def test_one_person_taken_in_two_towns_on_one_day_is_a_conflict_of_places() -> None:
    def taken(town: str, doc: str, text: str = "") -> object:
        around = scene(text, places="Lomi Tafo", people="Boten", told=frozenset({"e:Boten"}))
        return say(
            "abducts", victim="Boten", place=town, start="2012-05-03", end="2012-05-03", at=(doc, 0), scene=around
        )

    (conflict,) = places_apart(find_events([taken("Lomi", "d1"), taken("Tafo", "d2")]))  # type: ignore[list-item]

    assert (conflict.kind, conflict.about) == ("place", "where Boten was abducted")
    assert {s.value for s in conflict.sides} == {"Lomi", "Tafo"}
    inside = [taken("Lomi", "d1", "taken at Lomi in Tafo"), taken("Tafo", "d2")]
    assert list(places_apart(find_events(inside))) == []  # type: ignore[arg-type]

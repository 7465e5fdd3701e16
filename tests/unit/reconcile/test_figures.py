import pytest

from whence.model import Conflict, Filled, Span, Statement
from whence.reconcile.events import find_events
from whence.reconcile.figures import prices, shares, tolls, votes

from .make import say, scene

DAY = {"start": "2021-03-13", "end": "2021-03-13"}
THERE = scene(places="Tirvale")


def killed(count: int, victim: str = "people", *, at: str = "d1", start: int = 0, **rest: object) -> Statement:
    rest.setdefault("scene", THERE)
    return say("kills", victim=f"{count} {victim}", place="Tirvale", count=count, at=(at, start), **DAY, **rest)


def bound(statement: Statement, *, low: float | None = None, high: float | None = None, words: str = "") -> Statement:
    """The same with a bound in the place of its count, or an estimate in words."""
    args = tuple(a for a in statement.args if a.role != "count")
    best = None if low or high else next(a.best for a in statement.args if a.role == "count")
    count = Filled("count", None, words, best, low, high)
    kept = {f: getattr(statement, f) for f in Statement.__slots__ if f != "args"}
    return Statement(args=(*args, count), **kept)


def values(found: list[Conflict]) -> list[list[str]]:
    return [[side.value for side in conflict.sides] for conflict in found]


def toll(*said: Statement) -> list[list[str]]:
    return values(list(tolls(find_events(said))))


def test_two_tolls_of_one_happening_are_sides_and_copies_are_one() -> None:
    said = killed(9), killed(14, at="d2"), killed(9, at="d3")

    (conflict,) = tolls(find_events(said))

    assert conflict.about == "how many people were killed (Tirvale, 2021-03-13)"
    assert [(s.value, len(s.documents)) for s in conflict.sides] == [("9", 2), ("14", 1)]


def test_more_workers_than_people_died() -> None:
    assert toll(killed(49), killed(62, "workers", at="d2")) == [["49", "62"]]
    assert toll(killed(62), killed(49, "workers", at="d2")) == []


def test_those_of_whom_it_is_said_that_they_died_are_dead() -> None:
    rest = {"published": "2021-03-14", "places": "Tirvale", "quote": "Fourteen people of Tirvale died"}
    died = say("counts", counted="people", number=14, at=("d2", 0), **DAY, scene=scene("Tirvale", **rest))

    assert toll(killed(9), died) == [["9", "14"]]


def test_a_later_document_of_one_story_tells_its_toll_without_a_day() -> None:
    about, others = "Tirvale Orme Marl Vale", "Orme Marl Vale"
    first = killed(9, scene=scene(about, places="Tirvale", published="2021-03-14"))
    bare = say("kills", victim="14 people", count=14, at=("d2", 0), scene=scene(others, published="2021-06-01"))
    far = say("kills", victim="14 people", count=14, at=("d2", 0), scene=scene("Orme Ansa", published="2021-06-01"))

    assert toll(first, bare) == [["9", "14"]]
    assert toll(first, far) == []


@pytest.mark.parametrize(
    "other",
    [
        bound(killed(0, at="d2"), low=8),
        bound(killed(0, at="d2"), high=20),
        bound(killed(10, at="d2"), words="some ten"),
        killed(2, "soldiers", at="d2"),
        killed(14, at="d2", scene=scene("the toll has risen", places="Tirvale")),
        killed(14, at="d2", polarity="denied"),
    ],
)
def test_bounds_estimates_other_victims_updates_and_denials_are_no_disagreement(other: Statement) -> None:
    assert toll(killed(9), other) == []


def test_the_number_of_dead_is_a_toll_of_the_happening_before_it() -> None:
    counted = say("counts", counted="dead", number=14, at=("d2", 300))

    assert toll(killed(9), killed(9, at="d2", own_voice=False), counted) == [["9", "14"]]


def test_a_bound_that_leaves_no_room_is_a_side() -> None:
    assert toll(killed(9), bound(killed(0, at="d2"), low=12)) == [["9", "at least 12"]]


def test_a_number_that_is_denied_is_what_others_said() -> None:
    first = bound(killed(0), low=12)
    later = killed(19, at="d2"), killed(12, at="d2", polarity="denied")

    assert toll(first, killed(19, at="d3")) == []
    assert toll(first, *later) == [["at least 12", "19"]]


def test_two_figures_of_one_document_in_one_voice_are_two_things() -> None:
    assert toll(killed(9), killed(14, start=300)) == []
    assert toll(killed(9), killed(14, start=300, own_voice=False)) == [["9", "14"]]


def test_votes_in_one_ballot() -> None:
    def cast(
        number: int, doc: str, text: str = "Councillors chose Lind by votes", day: str = "2019-05-04"
    ) -> Statement:
        return say("counts", counted="votes", number=number, at=(doc, 0), start=day, end=day, scene=scene(text))

    assert values(list(votes([cast(8, "d1"), cast(9, "d2")]))) == [["8", "9"]]
    assert list(votes([cast(8, "d1"), cast(9, "d2", "The board elected Ortega by votes")])) == []
    assert list(votes([cast(8, "d1"), cast(9, "d2", day="2019-05-05")])) == []


def test_votes_for_one_and_for_another_are_two_counts() -> None:
    def cast(number: int, doc: str, whom: str) -> Statement:
        day = {"start": "2019-05-04", "end": "2019-05-04"}
        return say(
            "counts", counted="votes", number=number, whose=whom, at=(doc, 0), scene=scene("Lind beat Ode"), **day
        )

    assert list(votes([cast(8, "d1", "Lind"), cast(6, "d2", "Ode")])) == []
    assert [c.about for c in votes([cast(8, "d1", "Lind"), cast(9, "d2", "Lind")])] == ["votes for Lind (2019-05-04)"]


def test_votes_without_a_day_are_of_the_only_ballot_of_the_weeks_before() -> None:
    def cast(number: int, doc: str, published: str, **day: str) -> Statement:
        lind = scene("Lind won", published=published)
        return say("counts", counted="votes", number=number, whose="Lind", at=(doc, 0), scene=lind, **day)

    counted = cast(8, "d1", "2019-05-05", start="2019-05-04", end="2019-05-04")

    assert values(list(votes([counted, cast(9, "d2", "2019-05-10")]))) == [["8", "9"]]
    assert list(votes([counted, cast(9, "d2", "2019-09-10")])) == []


def price(number: float, doc: str, counted: str = "contract", unit: str = "EUR", **rest: object) -> Statement:
    args = (Filled("counted", None, counted), Filled("number", None, f"{number}", number, unit=unit))
    return Statement(f"c-{doc}-{number}", "counts", args, Span(doc, 0, 10), **rest)  # type: ignore[arg-type]


def test_the_price_of_one_deal() -> None:
    bid = scene("The bid of Brixa for Tolland", published="2018-09-05")
    said = price(310e6, "d1", "value of the bid", scene=bid), price(340e6, "d2", "bid", start="2018-09", scene=bid)

    (conflict,) = prices(said)

    assert conflict.about == "value of the bid of 2018-09-05"
    assert [s.value for s in conflict.sides] == ["310 million EUR", "340 million EUR"]


@pytest.mark.parametrize(
    "other",
    [
        price(340e6, "d2", scene=scene("The bid of Brixa", published="2020-01-05")),
        price(340e6, "d2", scene=scene("The bid of Marl", published="2018-09-05")),
        price(340e6, "d2", scene=scene("Brixa pays it every year", published="2018-09-05")),
        price(340e6, "d2", unit="USD", scene=scene("The bid of Brixa", published="2018-09-05")),
        price(340e6, "d2", "turnover", scene=scene("The turnover of Brixa", published="2018-09-05")),
    ],
)
def test_other_deals_yearly_money_and_other_currencies_are_not_compared(other: Statement) -> None:
    one = price(310e6, "d1", scene=scene("The bid of Brixa for Tolland", published="2018-09-04"))

    assert list(prices([one, other])) == []


def test_shares_are_compared_at_one_time_only() -> None:
    def share(number: float, doc: str, published: str) -> Statement:
        args = (Filled("owner", "e:B", "Brixa"), Filled("owned", "e:T", "Tolland"))
        held = Filled("share", None, f"{number} per cent", number, unit="%")
        return Statement(f"c-{doc}", "owns", (*args, held), Span(doc, 0, 9), scene=scene(published=published))

    one, other, later = share(12, "d1", "2018-09-04"), share(21, "d2", "2018-09-05"), share(100, "d3", "2019")

    assert values(list(shares([one, other, later]))) == [["12 per cent", "21 per cent"]]
    assert list(shares([one, later])) == []


def test_what_something_was_sold_for_is_a_price() -> None:
    sale = price(85e6, "d1", "million euros", scene=scene("Vale sold Brixa for that", published="2018-09-05"))
    told = price(62e6, "d2", "price", scene=scene("Nobody", near="Brixa Vale", published="2018-09-08"))
    debt = price(40e6, "d2", "million euros", scene=scene("Vale sold Brixa and owed that", published="2018-09-08"))

    assert [c.about for c in prices([sale, told])] == ["value of the deal of 2018-09-05"]
    assert list(prices([sale, debt])) == []

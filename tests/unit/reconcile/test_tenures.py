from whence.reconcile import find_tenures
from whence.reconcile.tenures import same_post

from .make import say


def test_claims_of_one_post_are_one_tenure_with_its_first_and_last_dates() -> None:
    begins = say("holds_role", holder="Ana", post="Mayor", of="Oslo", start="2017-03", starts=True)
    holds = say("holds_role", holder="Ana", post="Mayor", of="Oslo", start="2019", end="2019", at=("d2", 0))
    ends = say("holds_role", holder="Ana", post="Mayor", of="Oslo", end="2021-05-01", ends=True, at=("d3", 0))

    (tenure,) = find_tenures([begins, holds, ends])

    assert (tenure.first, tenure.starts, tenure.last, tenure.ends) == ("2017-03", True, "2021-05-01", True)
    assert tenure.claims == (begins.claim, holds.claim, ends.claim)


def test_a_date_on_which_a_post_was_held_is_not_its_start() -> None:
    (tenure,) = find_tenures([say("holds_role", holder="Ana", post="mayor", start="2019", end="2019")])

    assert (tenure.first, tenure.starts, tenure.last, tenure.ends) == ("2019", False, "2019", False)


def test_an_appointment_starts_a_tenure_and_a_claim_without_the_body_joins_it() -> None:
    appointed = say(
        "appoints", authority="Crown", appointee="Ana", post="envoy", of="Norway", to="Japan", start="2017-01"
    )
    bare = say("holds_role", holder="Ana", post="envoy", at=("d2", 0))

    (tenure,) = find_tenures([appointed, bare])

    assert (tenure.first, tenure.starts, tenure.body, tenure.to) == ("2017-01", True, "e:Norway", "e:Japan")
    assert len(tenure.claims) == 2


def test_the_start_is_told_as_exactly_as_any_claim_tells_it() -> None:
    year, day = (
        say("holds_role", holder="Ana", post="mayor", of="Oslo", start=s, starts=True) for s in ("2017", "2017-03-04")
    )

    assert [t.first for t in find_tenures([year, day])] == ["2017-03-04"]


def test_denied_and_suspected_posts_are_no_tenures() -> None:
    said = [
        say("holds_role", holder="Ana", post="mayor", polarity="denied"),
        say("commands", commander="Ana", commanded="Patrol", certainty="suspected"),
    ]

    assert list(find_tenures(said)) == []


def test_a_chief_who_is_called_commander_elsewhere_holds_one_post() -> None:
    said = [
        say("holds_role", holder="Ana", post=p, of="Patrol", at=("d1", n))
        for n, p in enumerate(("chief", "commander", "chief"))
    ]

    assert [(t.post, len(t.claims)) for t in find_tenures(said)] == [("chief", 3)]


def test_a_deputy_is_not_the_head() -> None:
    said = [say("holds_role", holder="Ana", post=p, of="Patrol") for p in ("deputy commander", "commander")]

    assert len(list(find_tenures(said))) == 2


def test_an_envoy_to_the_capital_is_an_envoy_to_the_country() -> None:
    said = [say("holds_role", holder="Ana", post="envoy", of="Norway", to=to) for to in ("Japan", "Tokyo")]

    assert [t.to for t in find_tenures(said)] == ["e:Japan"]
    assert [t.to for t in find_tenures(said[1:])] == ["e:Tokyo"]


def test_a_bare_claim_joins_the_fullest_tenure_when_the_others_lead_to_it() -> None:
    places = [{"of": "Norway", "to": "Japan"}, {"to": "Japan"}, {}]
    said = [say("holds_role", holder="Ana", post="envoy", **where) for where in places]

    assert [len(t.claims) for t in find_tenures(said)] == [3]


def test_a_bare_claim_that_fits_two_posts_joins_neither() -> None:
    said = [say("holds_role", holder="Ana", post="envoy", **w) for w in ({"to": "Japan"}, {"to": "Chile"}, {})]

    assert [len(t.claims) for t in find_tenures(said)] == [1, 1, 1]


def test_a_post_that_is_named_goes_before_the_word_for_whoever_leads() -> None:
    leads = [say("commands", commander="Ana", commanded="Salt Line", at=(f"d{n}", 0)) for n in range(2)]
    named = say("holds_role", holder="Ana", post="head", of="Salt Line", at=("d3", 0))

    assert [t.post for t in find_tenures([*leads, named])] == ["head"]
    assert [t.post for t in find_tenures(leads)] == ["leader"]


def test_a_post_is_held_from_the_day_of_office_and_not_from_the_election() -> None:
    voted = say("elects", elected="Ana", post="mayor", start="2010-05", end="2010-05", at=("d1", 0))
    held = say("holds_role", holder="Ana", post="mayor", start="2010-06-30", starts=True, at=("d2", 0))

    (tenure,) = find_tenures([voted, held])

    assert tenure.first == "2010-06-30"
    assert next(find_tenures([voted])).first == "2010-05"


def test_a_minister_of_mines_is_a_mines_minister() -> None:
    assert same_post("minister of mines") == same_post("mines minister") != same_post("minister")

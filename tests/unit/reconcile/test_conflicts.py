import pytest

from whence.model import Conflict, Statement
from whence.reconcile import find_conflicts, find_tenures

from .make import say, scene


def conflicts(*said: Statement) -> list[Conflict]:
    return list(find_conflicts(said, list(find_tenures(said))))


def test_two_starts_of_one_post_are_a_conflict_of_dates() -> None:
    one = say("appoints", appointee="Ana", post="envoy", to="Japan", start="2017-01", inferred=True)
    other = say("holds_role", holder="Ana", post="envoy", to="Japan", start="2017-03", starts=True, at=("d2", 0))

    (conflict,) = conflicts(one, other)

    assert (conflict.kind, conflict.about) == ("date", "when Ana became envoy")
    assert [(s.value, s.claims) for s in conflict.sides] == [("2017-01", (one.claim,)), ("2017-03", (other.claim,))]


@pytest.mark.parametrize("second", ["2017", "2017-01-12", None])
def test_a_coarser_finer_or_missing_date_is_no_conflict(second: str | None) -> None:
    one = say("appoints", appointee="Ana", post="envoy", to="Japan", start="2017-01")
    other = say("holds_role", holder="Ana", post="envoy", to="Japan", start=second, starts=True)

    assert conflicts(one, other) == []


def test_whoever_is_named_first_two_met_or_did_not() -> None:
    yes = say("meets", participant="Ana", counterpart="Ivo", place="Cali", start="2017-03-10")
    no = say("meets", participant="Ivo", counterpart="Ana", polarity="denied", at=("d2", 0))
    elsewhere = say("meets", participant="Ivo", counterpart="Ana", place="Lima", polarity="denied", at=("d3", 0))

    assert [[s.value for s in c.sides] for c in conflicts(yes, no)] == [["affirmed", "denied"]]
    assert conflicts(yes, elsewhere) == []


@pytest.mark.parametrize(
    ("offence", "published", "found"),
    [("any crime", "2018-09-06", 1), ("any crime", "2018-09-01", 0), ("arson", "2018-09-06", 0)],
)
def test_whoever_was_charged_had_not_been_by_then(offence: str, published: str, found: int) -> None:
    yes = say("charges", authority="court", target="Ana", offence="fraud", start="2018-09-04", end="2018-09-04")
    around = scene(published=published)
    no = say("charges", target="Ana", offence=offence, polarity="denied", at=("d2", 0), scene=around)

    assert len(conflicts(yes, no)) == found


def test_a_thing_is_known_by_the_noun_before_its_name() -> None:
    sank = say("attacks", target="Tern", scene=scene("the ferry Tern sank", quote="The ferry Tern sank off Lima."))
    yes = say("owns", owner="Vale", owned="ferry", at=("d1", 50), scene=scene(quote="The ferry belonged to Vale."))
    no = say("owns", owner="Vale", owned="Tern", polarity="denied", at=("d2", 0))
    other = say("owns", owner="Vale", owned="Petrel", polarity="denied", at=("d3", 0))

    assert [c.kind for c in conflicts(sank, yes, no)] == ["responsibility"]
    assert conflicts(sank, yes, other) == []


def test_nobody_is_kidnapped_twice_in_a_month() -> None:
    one, other, later = (
        say("abducts", victim="Ana", start=day, end=day, at=(f"d{n}", 0))
        for n, day in enumerate(("2009-09-11", "2009-09-12", "2011-09-12"))
    )

    assert [c.about for c in conflicts(one, other)] == ["when Ana was kidnapped"]
    assert conflicts(one, later) == []


def test_elected_in_may_and_in_office_from_june_is_no_conflict_but_two_elections_are() -> None:
    office = say("holds_role", holder="Ana", post="mayor", start="2010-06-30", starts=True)
    may = [
        say("elects", elected="Ana", post="mayor", start="2010-05", at=("d2", 0)),
        say("holds_role", holder="Ana", post="mayor", start="2010-05", starts=True, at=("d2", 0)),
    ]
    april = [
        say("elects", elected="Ana", post="mayor", start="2010-04", at=("d3", 0)),
        say("holds_role", holder="Ana", post="mayor", start="2010-04", starts=True, at=("d3", 0)),
    ]

    assert conflicts(office, *may) == []
    assert [c.kind for c in conflicts(*may, *april)] == ["date"]


def test_the_same_post_in_two_countries_is_no_conflict() -> None:
    one = say("appoints", appointee="Ana", post="envoy", to="Japan", start="2017-01")
    other = say("appoints", appointee="Ana", post="envoy", to="Chile", start="2019-03")

    assert conflicts(one, other) == []


def test_a_day_in_office_before_its_stated_start_is_a_conflict() -> None:
    begins = say("holds_role", holder="Ana", post="envoy", start="2017-03", starts=True)
    held = say(
        "holds_role", holder="Ana", post="envoy", start="2017-01-19", end="2017-01-19", inferred=True, at=("d2", 0)
    )

    (conflict,) = conflicts(begins, held)

    assert [(s.value, s.claims) for s in conflict.sides] == [
        ("in office 2017-01-19", (held.claim,)),
        ("2017-03", (begins.claim,)),
    ]


def test_a_date_in_office_is_not_a_start() -> None:
    one = say("holds_role", holder="Ana", post="envoy", start="2017", starts=True)
    other = say("holds_role", holder="Ana", post="envoy", start="2019", starts=False)

    assert conflicts(one, other) == []


def test_a_succession_is_no_conflict_even_where_spells_overlap() -> None:
    spells = [
        say("holds_role", holder=who, post="chief", of="Patrol", start=a, end=b, starts=True, ends=True)
        for who, a, b in (("Ana", "2014-01-01", "2020-02-01"), ("Bo", "2020-01-05", "2022-01-01"))
    ]

    assert [c.kind for c in conflicts(*spells)] == ["role"]
    assert conflicts(*spells, say("succeeds", successor="Bo", predecessor="Ana")) == []


@pytest.mark.parametrize(
    ("post", "second", "kinds"),
    [
        ("chairman", "2018", ["role"]),
        ("chairman", "2018-03", ["role"]),
        ("chairman", "2019", []),
        ("deputy chairman", "2018", []),
        ("adviser", "2018", []),
    ],
)
def test_two_began_at_one_time_what_only_one_can_hold(post: str, second: str, kinds: list[str]) -> None:
    spells = [
        say("holds_role", holder=who, post=words, of="Patrol", start=start, starts=True)
        for who, words, start in (("Ana", post, "2018"), ("Bo", post.replace("man", "woman"), second))
    ]

    assert [c.kind for c in conflicts(*spells)] == kinds
    assert conflicts(*spells, say("succeeds", successor="Bo", predecessor="Ana")) == []


def test_consecutive_spells_are_no_conflict() -> None:
    spells = [
        say("holds_role", holder=who, post="chief", of="Patrol", start=a, end=b, starts=True, ends=True)
        for who, a, b in (("Ana", "2014", "2020"), ("Bo", "2020", "2022"))
    ]

    assert conflicts(*spells) == []


def test_two_death_tolls_of_one_attack_are_a_conflict_of_counts() -> None:
    one = say("attacks", attacker="Gang", target="Port", killed=3, start="2014-05-01")
    other = say("attacks", target="Port", killed=5, start="2014-05", end="2014-05", at=("d2", 0))

    (conflict,) = conflicts(one, other)

    assert conflict.kind == "count"
    assert [s.value for s in conflict.sides] == ["3", "5"]


def test_tolls_of_attacks_on_other_days_or_of_no_known_day_are_not_compared() -> None:
    days = [say("attacks", target="Port", killed=n, start=s) for n, s in ((3, "2014-05-01"), (5, "2014-06-01"))]

    assert conflicts(*days) == []
    assert conflicts(say("attacks", target="Port", killed=3), say("attacks", target="Port", killed=5)) == []


def test_seats_of_one_party_in_one_election() -> None:
    def won(seats: int, doc: str, day: str | None, published: str = "") -> Statement:
        return say(
            "wins_seats", party="Unity", seats=seats, start=day, end=day, at=(doc, 0), scene=scene(published=published)
        )

    assert [c.kind for c in conflicts(won(41, "d1", "2017-11-26"), won(44, "d2", "2017-11-26"))] == ["count"]
    assert conflicts(won(41, "d1", "2017-11-26"), won(38, "d2", "2013-11-24")) == []
    assert conflicts(won(41, "d1", None, "2017-11-27"), won(38, "d2", None, "2013-11-25")) == []
    assert conflicts(won(14, "d1", None), won(21, "d2", None)) == []  # nobody says of which election


def test_a_sentence_that_sets_one_figure_against_anothers_is_a_conflict() -> None:
    ours = say("counts", counted="rockets", number=21)
    theirs = say("counts", counted="rockets", number=8, own_voice=False)
    beside = say("counts", counted="wounded", number=4, own_voice=False)

    assert [[s.value for s in c.sides] for c in conflicts(ours, theirs)] == [["21", "8"]]
    assert conflicts(ours, beside) == []


def test_two_sums_of_one_payer_are_two_payments_and_no_conflict() -> None:
    one = say("counts", counted="dollars", number=21, whose="Harbour Board")
    other = say("counts", counted="dollars", number=8, whose="Harbour Board", at=("d2", 0))

    assert conflicts(one, other) == []


def test_affirmed_and_denied_is_a_conflict_of_responsibility() -> None:
    yes = say("attacks", attacker="Gang", target="Port")
    no = say("attacks", attacker="Gang", target="Port", polarity="denied", own_voice=False, at=("d2", 0))

    assert [c.kind for c in conflicts(yes, no)] == ["responsibility"]


def test_a_denial_of_involvement_stands_against_the_deed_told_close_by() -> None:
    deed = say("attacks", target="Port", weapon="drone", at=("d1", 100))
    denial = say("denies", speaker="Gang", content="having any involvement in the raid", at=("d1", 300))

    (conflict,) = conflicts(deed, denial)

    assert conflict.kind == "responsibility"
    assert [(s.value, s.claims) for s in conflict.sides] == [
        ("told", (deed.claim,)),
        ("denied by Gang", (denial.claim,)),
    ]


@pytest.mark.parametrize(
    ("content", "at"),
    [("that taxes will rise", ("d1", 300)), ("any involvement", ("d2", 300)), ("any involvement", ("d1", 5000))],
)
def test_other_denials_and_far_deeds_are_no_conflict(content: str, at: tuple[str, int]) -> None:
    deed = say("attacks", target="Port", at=("d1", 100))

    assert conflicts(deed, say("denies", speaker="Gang", content=content, at=at)) == []


def test_two_starts_are_compared_where_one_names_the_capital() -> None:
    one = say("appoints", appointee="Ana", post="envoy", to="Japan", start="2017-01")
    other = say("holds_role", holder="Ana", post="envoy", to="Tokyo", start="2017-03", starts=True, at=("d2", 0))

    assert [c.kind for c in conflicts(one, other)] == ["date"]


def test_two_deaths_of_one_person() -> None:
    said = [say("kills", victim="Ana", start="2020-01-03"), say("died", person="Ana", start="2020-02", at=("d2", 1))]

    assert [c.about for c in conflicts(*said)] == ["when Ana died"]


def test_the_order_of_claims_changes_nothing() -> None:
    said = [
        say("appoints", appointee="Ana", post="envoy", start=s, at=(d, 0)) for s in ("2017-01", "2017-03") for d in "ab"
    ]

    assert conflicts(*said) == conflicts(*reversed(said))


def test_a_party_before_a_court_is_nobody_else_than_whom_others_name() -> None:
    one = say("elects", elected="Ana", post="president", of="Guild", start="2008-06-07")
    other = say("elects", elected="Respondent", post="president", of="Guild", start="2008-06", at=("d2", 0))

    assert conflicts(one, other) == []


def test_what_stands_against_each_other_once_is_told_once() -> None:
    yes = say("meets", participant="Ana", counterpart="Ivo")
    no = say("denies", speaker="Ana", content="having met Ivo", concerning="Ivo", at=("d2", 0))
    read = say("meets", participant="Ana", counterpart="Ivo", polarity="denied", at=("d2", 0))

    assert len(list(find_conflicts([yes, no, read], []))) == 1

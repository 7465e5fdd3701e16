from whence.reconcile import group_facts

from .make import say


def test_what_two_publishers_say_is_one_corroborated_fact() -> None:
    one = say("part_of", part="Patrol", whole="Ministry", at=("d1", 0))
    other = say("part_of", part="Patrol", whole="Ministry", at=("d2", 5), start="2014")

    (fact,) = group_facts([one, other])

    assert (fact.status, fact.start) == ("corroborated", "2014")
    assert fact.claims == (one.claim, other.claim)
    assert fact.documents == ("d1", "d2")


def test_two_documents_of_one_publisher_are_one_source() -> None:
    said = [say("part_of", part="Patrol", whole="Ministry", at=(d, 0), origin="The Post") for d in ("d1", "d2")]

    assert [f.status for f in group_facts(said)] == ["single-source"]


def test_words_in_someones_mouth_are_attributed_and_suspicion_is_hedged() -> None:
    told = say("part_of", part="Patrol", whole="Ministry", own_voice=False)
    suspected = say("controls", controller="Patrol", controlled="Port", certainty="suspected")

    assert {f.predicate: f.status for f in group_facts([told, suspected])} == {
        "part_of": "attributed",
        "controls": "hedged",
    }


def test_what_is_denied_is_a_fact_of_its_own_and_both_are_disputed() -> None:
    yes = say("attacks", attacker="Patrol", target="Port")
    no = say("attacks", attacker="Patrol", target="Port", polarity="denied")

    facts = list(group_facts([yes, no]))

    assert [(f.polarity, f.status) for f in facts] == [("affirmed", "disputed"), ("denied", "disputed")]


def test_a_visit_in_may_and_one_in_june_are_two_visits_but_a_year_beside_its_month_is_one() -> None:
    may, june = (say("visits", visitor="Ana", visited="Oslo", start=s) for s in ("2014-05", "2014-06"))
    year = say("visits", visitor="Ana", visited="Oslo", start="2014")

    assert len(list(group_facts([may, june]))) == 2
    assert [f.start for f in group_facts([year, june])] == ["2014-06"]


def test_figures_do_not_make_two_events_of_one() -> None:
    one, other = (say("attacks", target="Port", killed=n, start="2014-05-01") for n in (3, 5))

    assert len(list(group_facts([one, other]))) == 1


def test_the_order_of_claims_changes_nothing() -> None:
    said = [say("visits", visitor="Ana", visited="Oslo", start=s, at=(d, 3)) for s in ("2014", "2015") for d in "ab"]

    assert list(group_facts(said)) == list(group_facts(reversed(said)))


def test_one_death_told_with_and_without_its_place_is_one_fact() -> None:
    bare = say("kills", victim="Ortega", start="2020-03")
    full = say("kills", victim="Ortega", place="Lisle", at=("d2", 0))
    clerks = say("kills", victim="two clerks", at=("d2", 9))
    there = say("kills", victim="two clerks", place="Lisle", at=("d3", 0))

    facts = list(group_facts([bare, full, say("kills", victim="Marl"), clerks, there]))

    assert sorted(len(f.claims) for f in facts) == [1, 1, 1, 2]
    assert next(f for f in facts if len(f.claims) == 2).start == "2020-03"

"""Relations between times."""

import pytest

from whence.text.intervals import Allen, Interval, Stretch, hull, meet, possible, relation, same_time


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ("2014", "2016", Allen.BEFORE),
        ("2014", "2015", Allen.MEETS),
        ("2014/2016", "2015/2017", Allen.OVERLAPS),
        ("2014-06", "2014", Allen.DURING),
        ("2014-01", "2014", Allen.STARTS),
        ("2014-12", "2014", Allen.FINISHES),
        ("2014", "2014", Allen.EQUALS),
        ("2014/..", "2016", Allen.CONTAINS),
        ("2017", "../2014", Allen.AFTER),
    ],
)
def test_two_values_stand_in_one_relation(one: str, other: str, held: Allen) -> None:
    assert relation(Interval.of(one), Interval.of(other)) is held


def test_a_year_and_a_month_of_it_can_be_the_same_time() -> None:
    assert same_time("2014", "2014-06")
    assert not same_time("2017-01", "2017-03")


def test_a_tenure_that_ended_before_another_began_cannot_overlap_it() -> None:
    one, other = Stretch.of("2010", "2014"), Stretch.of("2016", None)

    assert possible(one, other) == {Allen.BEFORE}


def test_ends_known_to_the_year_leave_several_relations_open() -> None:
    one, other = Stretch.of("2010", "2014"), Stretch.of("2014", "2018")

    assert possible(one, other) == {Allen.BEFORE, Allen.MEETS, Allen.OVERLAPS}


def test_what_values_share_and_span_is_edtf_again() -> None:
    assert meet(["2016/..", "../2017-03-31"]) == "2016-01/2017-03"
    assert meet(["2016", "2018"]) is None
    assert hull(["2016-01", "2016-12"]) == "2016"
    assert hull(["2016", "2018/.."]) == "2016-01-01/.."

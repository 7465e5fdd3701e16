"""Floors of learned claims: a handful of lucky ones moves none far, many do; more is asked, less is taken."""

import pytest

pytest.importorskip("training.learned")

from training.learned import PENALTY, Case, fit, left_out, read_claims


def cases(predicate: str, right: int, wrong: int, score: float, start: int = 0) -> list[Case]:
    found = [Case(f"d{start + n}", predicate, score, True) for n in range(right)]
    return found + [Case(f"d{start + n}", predicate, score, False) for n in range(wrong)]


OTHERS = [*cases("meets", 80, 10, 0.8), *cases("meets", 40, 40, 0.4), *cases("visits", 5, 20, 0.15)]


def test_a_handful_of_lucky_claims_lowers_a_floor_less_than_many() -> None:
    few = fit([*OTHERS, *cases("owns", 4, 0, 0.4)], PENALTY).floor("owns", 0.7)
    many = fit([*OTHERS, *cases("owns", 60, 0, 0.4)], PENALTY).floor("owns", 0.7)
    unknown = fit(OTHERS, PENALTY).floor("owns", 0.7)

    assert many < few < unknown
    assert unknown - few < 0.15 < unknown - many


def test_whoever_asks_for_more_takes_less() -> None:
    found = fit(OTHERS, PENALTY)

    assert found.floor("meets", 0.6) < found.floor("meets", 0.7) < found.floor("meets", 0.8)


def test_the_floor_is_where_the_asked_share_is_right() -> None:
    found = fit(OTHERS, PENALTY)

    assert found.chance(Case("d", "meets", found.floor("meets", 0.7), True)) == pytest.approx(0.7, abs=0.01)


def test_no_document_judges_itself() -> None:
    lucky = [Case("one", "owns", 0.2, True)] * 30
    pairs = left_out([*OTHERS, *lucky], PENALTY)

    assert {f.own.get("owns", 0.0) for case, f in pairs if case.document == "one"} == {0.0}


def test_what_was_read_is_right_or_wrong() -> None:
    read = read_claims()

    assert set(read.values()) == {True, False}

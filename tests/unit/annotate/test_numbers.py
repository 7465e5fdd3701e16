"""Numbers with their bounds, units and corrections."""

import re

import pytest
from tests.support import read_body

from whence.annotate.numbers import quantity_at, toll_at, value
from whence.model import Document

NUMBER = re.compile(
    r"(?:US)?[$€]?\d[\d,.]*\d|\d|\b(?:two dozen|dozens|hundreds|thousands|forty|five|six|eight|nine)\b", re.I
)


def quantities(say: str) -> list[tuple[float | None, float | None, float | None, str, bool]]:
    places = [m.span() for m in NUMBER.finditer(say)]
    found = (quantity_at(say, *place, [p for p in places if p != place]) for place in places)
    return [(q.best, q.low, q.high, q.unit, q.denied) for q in found]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("21", 21),
        ("1,200", 1200),
        ("twenty-one", 21),
        ("three hundred", 300),
        ("two hundred and six", 206),
        ("2.5 million", 2_500_000),
        ("two dozen", 24),
        ("half", 0.5),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("one and a half million", 1_500_000),
        ("three-quarters", 0.75),
        ("dozens", None),
        ("several", None),
    ],
)
def test_words_write_a_number(words: str, number: float | None) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    ("say", "best", "low", "high"),
    [
        ("killed 12 people", 12, None, None),
        ("killed at least 12 people", None, 12, None),
        ("killed more than 1,200 people", None, 1200, None),
        ("killed no fewer than 12 people", None, 12, None),
        ("killed no more than six people", None, None, 6),
        ("killed fewer than six people", None, None, 6),
        ("killed up to 15 people", None, None, 15),
        ("killed as many as 15 people", None, None, 15),
        ("killed some 40 people", 40, None, None),
        ("killed about 40 people", 40, None, None),
        ("killed 40 or more people", None, 40, None),
        ("killed dozens of people", None, 24, None),
        ("killed hundreds of thousands of people", None, 200_000, None),
        ("killed two dozen people", 24, None, None),
    ],
)
def test_the_words_beside_a_number_bound_it(say: str, best: float, low: float, high: float) -> None:
    assert quantities(say)[0][:3] == (best, low, high)


@pytest.mark.parametrize(
    ("say", "low", "high"),
    [
        ("between 10 and 12 people", 10, 12),
        ("from 10 to 12 people", 10, 12),
        ("five to six people", 5, 6),
        ("5-7 fighters", 5, 7),
        ("5 or 7 fighters", 5, 7),
        ("3,000 to 4,000 fighters", 3000, 4000),
    ],
)
def test_two_numbers_that_bound_one_quantity_are_a_range(say: str, low: float, high: float) -> None:
    assert {q[:3] for q in quantities(say)} == {(None, low, high)}


@pytest.mark.parametrize(
    "say",
    [
        "rose from 12 to 30 tonnes",
        "fell 7% to 212 euros",
        "10 and 12 people",
        "12 to 10 people",
        "10 people and 12 houses",
    ],
)
def test_other_pairs_of_numbers_are_no_range(say: str) -> None:
    assert all(best is not None for best, *_ in quantities(say))


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("1.2 million euros", 1_200_000, "EUR"),
        ("$5 million", 5_000_000, "USD"),
        ("€3.5m", 3_500_000, "EUR"),
        ("US$2bn", 2_000_000_000, "USD"),
        ("40%", 40, "%"),
        ("12", 12, ""),
    ],
)
def test_a_sum_has_its_currency(words: str, number: float, unit: str) -> None:
    found = quantity_at(words, 0, len(words))

    assert (found.best, found.unit) == (number, unit)


def test_a_number_that_is_set_aside_is_denied() -> None:
    assert [q[4] for q in quantities("fired 21 rockets, not eight")] == [False, True]
    assert [q[4] for q in quantities("fired 21 rockets rather than eight")] == [False, True]
    assert [q[4] for q in quantities("not less than 21 rockets")] == [False]


@pytest.mark.parametrize(
    ("say", "number", "kind"),
    [
        ("The blast left 12 dead", "12", "killed"),
        ("12 people were killed", "12", "killed"),
        ("killing at least 12 and wounding 30", "12", "killed"),
        ("killing at least 12 and wounding 30", "30", "injured"),
        ("30 others were injured", "30", "injured"),
        ("claimed 12 lives", "12", "killed"),
        ("fired 12 rockets", "12", ""),
        ("30 houses were burned", "30", ""),
    ],
)
def test_a_toll_counts_the_dead_or_the_hurt(say: str, number: str, kind: str) -> None:
    doc = Document.of(say, source="test")
    start = say.index(number)

    assert toll_at(say, doc.span(start, start + len(number))) == kind


def numbers_of(say: str, predicate: str) -> list[tuple[str, str, float | None, float | None, float | None, str]]:
    _, layers = read_body(say)
    return [
        (claim.polarity, arg.role, arg.best, arg.low, arg.high, arg.unit)
        for claim in layers.claims
        if claim.predicate == predicate
        for arg in claim.arguments
        if arg.role in ("count", "killed", "injured", "number", "seats")
    ]


def test_a_correction_is_two_claims_one_of_them_denied() -> None:
    found = numbers_of("The Delta Union fired 21 rockets, not eight, at the Lobos airfield.", "counts")

    assert sorted(found) == [
        ("affirmed", "number", 21, None, None, "rockets"),
        ("denied", "number", 8, None, None, "rockets"),
    ]


def test_an_attack_has_its_toll() -> None:
    say = "At least 12 people were killed and 30 injured in the bombing of the Lima market."

    assert numbers_of(say, "bombs") == [
        ("affirmed", "killed", None, 12, None, ""),
        ("affirmed", "injured", 30, None, None, ""),
    ]


@pytest.mark.parametrize(
    ("say", "predicate", "wanted"),
    [
        ("Dozens of villagers were killed in Osh.", "kills", ("affirmed", "count", None, 24, None, "villagers")),
        ("Between 10 and 12 people were killed in Osh.", "kills", ("affirmed", "count", None, 10, 12, "people")),
        ("The Harvest Party won 31 seats, up from 20.", "wins_seats", ("affirmed", "seats", 31, None, None, "seats")),
        ("More than 1,200 people protested in Quito.", "protests", ("affirmed", "count", None, 1200, None, "people")),
    ],
)
def test_a_claim_carries_number_bounds_and_what_is_counted(
    say: str, predicate: str, wanted: tuple[object, ...]
) -> None:
    assert wanted in numbers_of(say, predicate)

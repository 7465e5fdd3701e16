"""Territories that have a flag and a register of companies: news and lists treat them like countries."""

import pytest

from whence.text.gazetteer import country_of, country_of_capital, is_country, places


@pytest.mark.parametrize(
    "name",
    ["Bermuda", "Gibraltar", "British Virgin Islands", "BVI", "Cayman Islands", "Isle of Man", "Curaçao", "Guam"],
)
def test_a_territory_is_a_land_of_its_own(name: str) -> None:
    assert is_country(name)
    assert [p.kind for p in places(name)][:1] == ["country"]


def test_its_people_point_to_it() -> None:
    assert [country_of(w) for w in ("Faroese", "Bermudian", "Manx")] == ["Faroe Islands", "Bermuda", "Isle of Man"]


@pytest.mark.parametrize("surname", ["Hamilton", "Douglas", "Stanley"])
def test_a_surname_is_no_capital_that_acts(surname: str) -> None:
    assert country_of_capital(surname) is None

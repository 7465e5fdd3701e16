"""Other calendars, put into EDTF."""

import pytest

from whence.text.dates import calendars
from whence.text.edtf import civil, is_edtf


@pytest.mark.parametrize(
    ("solar", "edtf"),
    [
        ((1357, 11, 22), "1979-02-11"),
        ((1399, 1, 1), "2020-03-20"),
        ((1399, 12, 30), "2021-03-20"),
        ((1400, 1, 1), "2021-03-21"),
        ((1403, 1, 1), "2024-03-20"),
        ((1395, None, None), "2016-03-20/2017-03-20"),
        ((1395, 7, None), "2016-09-22/2016-10-21"),
    ],
)
def test_a_solar_hijri_date_is_exact(solar: tuple[int, int | None, int | None], edtf: str) -> None:
    assert calendars.solar(*solar) == edtf


def test_there_is_no_thirtieth_of_esfand_outside_a_leap_year() -> None:
    assert calendars.solar(1400, 12, 30) is None


def test_a_lunar_date_says_that_it_is_approximate() -> None:
    assert calendars.lunar(1445, 1, 1) == "2023-07-19~"
    assert calendars.lunar(1445, 9) == "2024-03-11~/2024-04-09~"
    assert is_edtf(calendars.lunar(1445) or "")


@pytest.mark.parametrize(("year", "day"), [(2012, (2012, 4, 8)), (2024, (2024, 3, 31)), (1818, (1818, 3, 22))])
def test_easter(year: int, day: tuple[int, int, int]) -> None:
    assert civil(calendars.easter(year)) == day


def test_thanksgiving_is_the_fourth_thursday() -> None:
    assert civil(calendars.holiday("11 3 4", 2012)) == (2012, 11, 22)


@pytest.mark.parametrize(
    ("words", "number"), [(["rabi", "al", "awwal"], 3), (["rabi", "al", "thani"], 4), (["jumada", "ii"], 6)]
)
def test_twin_months_are_told_apart(words: list[str], number: int) -> None:
    assert calendars.lunar_month(words) == number

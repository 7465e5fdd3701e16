"""EDTF values: what they cover and how finely."""

import pytest

from whence.errors import BadDate
from whence.text import edtf


def covers(value: str) -> tuple[str | None, str | None]:
    first, last = edtf.bounds(value)
    return (None if first is None else edtf.write_day(first)), (None if last is None else edtf.write_day(last))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-03-14", "2017-03-14", "2017-03-14"),
        ("2017-03-14T10:00:00Z", "2017-03-14", "2017-03-14"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("2017~", "2017-01-01", "2017-12-31"),
        ("2017-22", "2017-06-01", "2017-08-31"),
        ("2016-24", "2016-12-01", "2017-02-28"),
        ("2017-35", "2017-07-01", "2017-09-30"),
        ("2017-37", "2017-01-01", "2017-04-30"),
        ("2006/2014", "2006-01-01", "2014-12-31"),
        ("2020-01/..", "2020-01-01", None),
        ("../2020-03", None, "2020-03-31"),
        ("XXXX-12-14", None, None),
        ("[2016-09..2016-10]", "2016-09-01", "2016-10-31"),
        ("-0507", "-0507-01-01", "-0507-12-31"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str | None, last: str | None) -> None:
    assert covers(value) == (first, last)


@pytest.mark.parametrize(
    ("value", "precision"),
    [("2017", "year"), ("198X", "decade"), ("19XX", "century"), ("2017-03", "month"), ("2017-21", "season"),
     ("2017-03-14", "day"), ("2006/2014", "range")],
)  # fmt: skip
def test_a_value_tells_how_finely(value: str, precision: str) -> None:
    assert edtf.precision(value) == precision


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2017-13", "2017-02-29", "2018/2017", "/..", "2017-3", "2017-03-14T25:00:00", "2017-21-01", "~"],
)
def test_what_is_no_edtf_is_refused(value: str) -> None:
    assert not edtf.is_edtf(value)
    with pytest.raises(BadDate):
        edtf.parse(value)

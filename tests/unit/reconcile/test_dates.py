import pytest

from whence.reconcile.dates import agree, days, finer
from whence.text.edtf import write_day


@pytest.mark.parametrize(
    ("edtf", "range_"),
    [
        ("2014", ("2014-01-01", "2014-12-31")),
        ("2014-02?", ("2014-02-01", "2014-02-28")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2014-06-03~", ("2014-06-03", "2014-06-03")),
        ("201X", ("2010-01-01", "2019-12-31")),
        ("2014-22", ("2014-06-01", "2014-08-31")),
        ("2006/2014", ("2006-01-01", "2014-12-31")),
        ("2017-03-05T10:00:00", ("2017-03-05", "2017-03-05")),
        ("2017-03/..", None),
        ("../2017", None),
        ("", None),
        (None, None),
        ("last week", None),
        ("2017-19", None),
    ],
)
def test_a_date_is_the_days_that_it_allows(edtf: str | None, range_: tuple[str, str] | None) -> None:
    found = days(edtf)
    assert (found and tuple(map(write_day, found))) == range_


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2014", "2014-06", True), ("2017-01", "2017-03", False), ("2017", None, True), ("2017-03-01", "2017-03", True)],
)
def test_dates_agree_when_they_share_a_day(one: str, other: str | None, same: bool) -> None:
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_the_finer_date_is_the_one_that_says_more() -> None:
    assert finer("2014", "2014-06") == "2014-06"
    assert finer("2014-06", "2014") == "2014-06"
    assert finer(None, "2014") == "2014"
    assert finer("2014", "soon") == "2014"

"""The document's own date, stated or bounded."""

from collections.abc import Mapping

import pytest

from whence.annotate.document_date import date_document, day_of, published_value
from whence.annotate.times import find_times
from whence.model import DocField, Document
from whence.segment import find_regions


def dated(text: str, given: Mapping[str, str] | None = None, **rest: object) -> list[DocField]:
    doc = Document.of(text, source="test", **rest)
    return list(date_document(doc, (), list(find_times(doc)), given or {}))


def test_what_is_given_comes_before_the_files_and_the_texts_date() -> None:
    fields = dated("March 5, 2019\n\nThe port was closed.", {"published": "2019-03-06"}, meta={"date": "2019-03-07"})

    assert [(f.value, f.origin) for f in fields] == [
        ("2019-03-06", "given"),
        ("2019-03-07", "metadata"),
        ("2019-03-05", "text"),
    ]
    assert published_value(fields) == "2019-03-06"


def test_an_address_dates_a_document() -> None:
    (field,) = dated("The port was closed.", {"url": "https://example.org/2019/03/05/port"})

    assert (field.value, field.inferred) == ("2019-03-05", False)
    assert "2019/03/05" in field.reason


def test_a_day_inside_a_sentence_is_not_the_documents_date() -> None:
    (field,) = dated("The port was closed on March 5, 2019 by the harbour master.")

    assert field.inferred and field.value == "2019-03-05/.."


def test_one_day_without_its_year_bounds_nothing() -> None:
    (field,) = dated("The port was bought on 3 October 2019. It was closed on Dec. 14 after a strike.")

    assert (field.value, field.inferred) == ("2019-10-03/..", True)


def test_two_days_without_their_year_soon_after_a_full_date_bound_the_news_to_the_year_after_them() -> None:
    (field,) = dated(
        "The mayor said on Wednesday that the port would stay closed. It was bought on 3 October 2019. It was searched "
        "on Dec. 10 and was closed on Dec. 14 after a strike."
    )

    assert (field.value, field.inferred) == ("2019-12-14/2020-12-08", True)
    assert "October 2019" in field.reason and "Dec. 14" in field.reason


def test_a_weekday_tells_the_year_of_a_day() -> None:
    (field,) = dated("The port was sold on 2 October 2019. On Thursday 26 December it was closed.")

    assert field.value == "2019-12-26/2020-12-24"


def test_what_a_life_was_long_ago_dates_no_document_to_the_year_after_it() -> None:
    (field,) = dated("The priest, in the parish since Easter 2006, buried nine who died in the night of 19 September.")

    assert field.inferred and field.value.endswith("/..")


@pytest.mark.parametrize(
    "told",
    ["They lost 12 seats in the election of May 2011.", "The minutes for May 2011 were read.", "It ended before 2012."],
)
def test_only_what_is_surely_to_come_bounds_from_above(told: str) -> None:
    values = [f.value for f in dated(f"The port was sold in March 2010. {told}")]

    assert len(values) == 1 and values[0].endswith("/..")


def test_what_is_to_come_bounds_from_above() -> None:
    (field,) = dated("The port was sold in May 2019. The trial will begin in March 2020.")

    assert field.value == "2019-05/2020-03-31"


def test_a_year_that_is_said_is_none_that_the_text_looks_back_on() -> None:
    assert dated("When will it open? We said 2020. Now I say 2022.") == []


def test_a_text_without_any_date_says_nothing() -> None:
    assert dated("The port was closed last year.") == []


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2017-01-19T10:30:00Z", "2017-01-19"),
        ("D:20170119103000Z", "2017-01-19"),
        ("Thu, 19 Jan 2017 10:30:00 +0000", "2017-01-19"),
        ("January 2017", "2017-01"),
        ("soon", None),
        ("2017-13-40", None),
    ],
)
def test_a_files_time_stamp_names_a_day(stamp: str, day: str | None) -> None:
    assert day_of(stamp) == day


HEAD = "The Skerry Post"
STORY = (
    "The council of Skerry has closed the north quay for the winter, and the ferry will lie at the south quay until "
    "the work is done.\n\nThe harbour master said that the wall had moved by a hand since the last storm."
)


def dated_page(text: str) -> list[tuple[str, bool]]:
    doc = Document.of(text, source="test")
    return [(f.value, f.inferred) for f in date_document(doc, find_regions(doc), list(find_times(doc)), {})]


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("No. 611 * Thursday 29 July 2010 * 300 crowns", "2010-07-29"),
        ("Vol. 3 No. 11          1 December 1979", "1979-12-01"),
        ("Year XII - No. 488 - Thursday, 14 May 1987 - Price 2 crowns", "1987-05-14"),
        ("HARBOUR | Print edition 18 November 2017", "2017-11-18"),
        ("March 2015 | Report no. 17 | Summary", "2015-03"),
    ],
)
def test_the_line_of_an_issue_dates_the_document(line: str, published: str) -> None:
    assert dated_page(f"{HEAD}\n{line}\n\nThe north quay is closed\n\n{STORY}")[0] == (published, False)


@pytest.mark.parametrize(
    "register",
    [
        "DOB: 30/06/1977. POB: Skerry. Position: harbour master.",
        "[21] Marriage register, seen by the Post on 12 January 2015.",
        "Listed on: 13/12/2011",
        "Photo taken in Skerry, 9 January 2015",
    ],
)
def test_dates_of_births_registers_and_pictures_are_never_the_documents(register: str) -> None:
    found = dated_page(f"The north quay is closed\n\n{STORY}\n\n{register}\n\n{STORY}")

    assert all(inferred and value.endswith("/..") for value, inferred in found)


def test_numbers_that_leave_day_and_month_open_are_read_by_the_other_dates() -> None:
    head = "NOTICE\n\n09/12/2021\n\n"

    assert dated_page(f"{head}{STORY}\n\nBORN, Ada\nDOB: 30/06/1977.")[0] == ("2021-12-09", False)
    assert dated_page(f"{head}{STORY}\n\nOn 9 December 2021 the list was changed.")[0] == ("2021-12-09", False)
    assert ("2021-12-09", False) not in dated_page(f"{head}{STORY}")


def test_an_act_is_dated_by_its_own_title() -> None:
    assert dated_page(f"Decision of 21 November 2016 in the case of Ada Holm\n\n{STORY}")[0] == ("2016-11-21", False)
    assert dated_page(f"The storm of 21 November 2016 in the words of Ada Holm\n\n{STORY}")[0][0] != "2016-11-21"

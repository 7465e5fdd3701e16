"""The document's own date, stated or bounded."""

from collections.abc import Mapping

import pytest

from whence.annotate.document_date import date_document, day_of, published_value
from whence.annotate.times import find_times
from whence.model import DocField, Document


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


def test_a_day_without_its_year_bounds_the_document_to_the_year_after_it() -> None:
    (field,) = dated("The port was bought on 3 October 2019. It was closed on Dec. 14 after a strike.")

    assert (field.value, field.inferred) == ("2019-12-14/2020-12-12", True)
    assert "October 2019" in field.reason and "Dec. 14" in field.reason


def test_this_october_is_of_the_documents_year() -> None:
    (field,) = dated("The port was sold on 2 October 2019. Prices fell this October. On October 20 it was closed.")

    assert field.value == "2019-10-20/2019-12-31"


def test_what_is_to_come_bounds_from_above() -> None:
    (field,) = dated("The port was sold in May 2019. The trial will begin in March 2020.")

    assert field.value == "2019-05/2020-03-31"


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

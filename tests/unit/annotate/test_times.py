"""Expressions of time in a document, as readings."""

from whence.annotate.times import find_times
from whence.model import Document


def test_a_reading_quotes_its_words_and_carries_its_maker() -> None:
    doc = Document.of("The talks began on 22 April 1979.", source="test")

    (time,) = find_times(doc)

    assert doc.quote(time.span) == "22 April 1979"
    assert (time.kind, time.edtf, time.precision, time.anchor, time.inferred) == (
        "date",
        "1979-04-22",
        "day",
        "absolute",
        False,
    )
    assert str(time.maker) == "times@1#grammar"


def test_last_year_has_a_value_only_with_the_documents_date() -> None:
    doc = Document.of("They met last year.", source="test")

    assert [t.edtf for t in find_times(doc)] == [None]
    assert [t.edtf for t in find_times(doc, published="2017-01-19")] == ["2016"]
    assert [t.edtf for t in find_times(doc, published="2017")] == ["2016"]

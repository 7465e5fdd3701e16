"""Documents, spans and ids."""

import pytest

from whence.model import Anchor, Document, Maker, Span, digest


def test_a_span_quotes_exactly_what_stands_there() -> None:
    doc = Document.of("The pier of Ålesund burned.", source="test")

    assert doc.quote(doc.span(12, 19)) == "Ålesund"


def test_a_span_of_another_document_is_refused() -> None:
    one, two = Document.of("one"), Document.of("two")

    with pytest.raises(ValueError, match="put to"):
        two.quote(one.span(0, 3))


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="3 characters"):
        Document.of("one").span(0, 4)


def test_a_backward_span_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot run"):
        Span("d", 5, 4)


def test_ids_are_digests_of_content_and_not_of_the_place() -> None:
    assert Document.of("same", source="a").id == Document.of("same", source="b").id
    assert digest("ab", "c") != digest("a", "bc")


def test_an_offset_finds_its_page() -> None:
    doc = Document("d", "x" * 30, "f.pdf", anchors=(Anchor(0, page=1), Anchor(10, page=2)))

    assert [doc.page(0), doc.page(9), doc.page(10)] == [1, 1, 2]


@pytest.mark.parametrize("maker", [Maker("annotate.times", "1"), Maker("annotate.claims", "2", "holds_role.of")])
def test_a_maker_survives_being_written(maker: Maker) -> None:
    assert Maker.parse(str(maker)) == maker

"""Laws of segmentation that hold for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from whence.model import Document
from whence.segment import find_fields, find_regions, find_sentences

PARAGRAPH = (
    "The board met on the pier and the pilots stayed away for a third day, the harbour master said in a statement "
    "read to the crews."
)
WIRE = "OSLO, May 3 (Reuters) - The pilots walked out on Friday, the owners said."
MARKS = [
    "\n",
    "\n\n",
    " ",
    "\t",
    "\f",
    "\r\n",
    "\x85",
    "\u2028",
    "\xa0",
    "\u200b",
    "\x1c",
    "»",
    "…",
    "ﬁ",
    "𐐀",
    "İstanbul",
    "U.S.",
]
LINES = ["By Ada Holm", "May 3, 2019", "Share this:", "About The Skerry Post", "Comments", "• Jon says:", "Tags: a, b"]
PIECES = st.sampled_from([*MARKS, *LINES, PARAGRAPH, WIRE, "“No.” ”", "(AFP)", "Read more: X", "12", "Brig. Gen."])
TEXTS = st.one_of(st.text(max_size=400), st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_regions_cover_all_words_in_order_without_overlap(text: str) -> None:
    doc = Document.of(text)
    regions = find_regions(doc)

    at = 0
    for region in regions:
        assert at <= region.span.start < region.span.end
        assert not text[at : region.span.start].strip()
        at = region.span.end
    assert not text[at:].strip()


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_word_stands_in_one_sentence_of_its_region(text: str) -> None:
    doc = Document.of(text)
    regions = find_regions(doc)
    sentences = find_sentences(doc, regions)

    at = 0
    for sentence in sentences:
        assert at <= sentence.span.start < sentence.span.end
        assert not text[at : sentence.span.start].strip()
        assert [r.kind for r in regions if r.span.contains(sentence.span)] == [sentence.kind]
        assert doc.quote(sentence.span).strip() == doc.quote(sentence.span)
        at = sentence.span.end
    assert not text[at:].strip()


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_fields_of_the_text_quote_it(text: str) -> None:
    doc = Document.of(text)
    for field in find_fields(doc, find_regions(doc), {}):
        assert field.span is not None
        assert doc.quote(field.span).strip()

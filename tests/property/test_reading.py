"""Laws of reading: nothing raises, the same bytes are the same document, every span quotes and every place is right."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.model import Document, digest
from whence.read import Found, Job, Limits, read_job

NAMES = ["a", "a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.mht", "a.warc", "a.warc.gz", "a.zip", "a.jsonl"]
STARTS = [
    *(
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"WARC/1.0\r\n",
        b"<!doctype html><html>",
        b"<?xml ",
        b"{\\rtf",
    ),
    *(
        b'{"text": "',
        b"MIME-Version: 1.0\r\nSubject: ",
        b"From a\nReceived: x\nTo: ",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x00",
    ),
    b"MIME-Version: 1.0\nMessage-ID: <a>\nContent-Type: multipart/mixed; boundary=b\n\n"
    b"--b\nContent-Type: text/html\n\n",
]
LETTERS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=60)
TAGS = st.sampled_from(
    "p b i a div span br h1 h2 ul li table tr td pre nav aside script style title textarea figure figcaption".split()
)
few = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(name: str, data: bytes) -> list[Found]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return list(read_job(Job(name, path), Limits()))


def check(document: Document) -> None:
    """Every line and anchor lies in the text, in order, and any span can be quoted and stored."""
    text = document.text
    assert text.strip()
    starts = [start for start, _ in document.lines]
    places = [anchor.start for anchor in document.anchors]
    assert starts == sorted(set(starts)) and all(0 <= start < len(text) for start in starts)
    assert places == sorted(set(places)) and all(0 <= start <= len(text) for start in places)
    assert document.quote(document.span(0, len(text))) == text
    text.encode("utf-8")
    document.source.encode("utf-8")
    for key, value in document.meta.items():
        f"{key}{value}".encode()


@few
@given(st.sampled_from(NAMES), st.sampled_from(STARTS), st.binary(max_size=300))
def test_no_bytes_raise_and_each_outcome_is_one_record(name: str, start: bytes, rest: bytes) -> None:
    for found in read(name, start + rest):
        assert found.document or found.sighting or found.problem
        if found.problem:
            assert found.problem.source.startswith(name) and found.problem.kind and found.problem.next_step
        if found.document:
            assert found.sighting and found.sighting.doc_id == found.document.id
            check(found.document)


@few
@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_text_is_read_as_it_was_written(text: str, encoding: str) -> None:
    words = "The port. " + text.replace("\x00", "").replace("\ufeff", "")
    data = words.encode(encoding)

    documents = [f.document for f in read("a.txt", data) if f.document]

    if documents:
        assert documents[0].text == words
        assert documents[0].id == digest(data)
    else:
        # Only control characters make a text binary.
        assert sum(c < " " or c == "\x7f" for c in words) > 0


@few
@given(LETTERS)
def test_the_same_bytes_are_the_same_document_under_every_name(text: str) -> None:
    data = ("The port reopened. " + text).encode()

    one = [f.document for f in read("a.txt", data) if f.document]
    two = [f.document for f in read("b.dat", data) if f.document]

    assert [d.id for d in one] == [d.id for d in two]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of tags that may not close, with entities, comments and odd spaces between them."""
    parts = ["<!doctype html><html><body><p>The port.</p>"]
    for _ in range(draw(st.integers(1, 12))):
        tag = draw(TAGS)
        words = draw(LETTERS).replace("<", "&lt;")
        between = draw(
            st.sampled_from(["", " ", "&amp; ", "&nbsp;", "<!-- c -->", "\r\n ", "&#8212;", "a < b", "&bogus;"])
        )
        close = draw(st.sampled_from(["", f"</{tag}>"]))
        parts.append(f"<{tag} class='x y' title=\"a>b\">{between}{words}{between}{close}")
    return "".join(parts)


def folded(document: Document, source: str) -> Iterator[tuple[str, str]]:
    """Letters of the text beside what stands at their place in the source."""
    for offset, letter in enumerate(document.text):
        at = document.source_offset(offset)
        if letter.isalpha() and letter.isascii() and at is not None and source[at] != "&":
            yield letter, source[at]


@few
@given(pages())
def test_every_letter_of_a_page_stands_at_its_place_in_the_source(source: str) -> None:
    for found in read("a.html", source.encode()):
        if found.document:
            check(found.document)
            assert all(shown == written for shown, written in folded(found.document, source))


@pytest.mark.slow
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(NAMES), st.sampled_from(STARTS), st.binary(max_size=3000))
def test_no_bytes_raise_at_length(name: str, start: bytes, rest: bytes) -> None:
    for found in read(name, start + rest):
        if found.document:
            check(found.document)

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from whence.model import Document
from whence.read import Found, Limits

Read = Callable[..., list[Found]]


def sample() -> bytes:
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Port note", "Ann Lee"
    document.add_heading("The port of Tarva", level=0)
    document.add_heading("What we know", level=1)
    paragraph = document.add_paragraph("The port ")
    paragraph.add_run("reopened").bold = True
    paragraph.add_run(" on Monday.")
    document.add_paragraph("Pay rises by 4%", style="List Bullet")
    document.add_paragraph("We won.", style="Intense Quote")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip([c for row in table.rows for c in row.cells], ["Year", "Ships", "2018", "40"], strict=True):
        cell.text = words
    changed = document.add_paragraph("He was ")._p
    changed.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>never</w:delText></w:r></w:del>"))
    changed.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>duly</w:t></w:r></w:ins>"))
    document.add_paragraph("After the table.")
    document.sections[0].header.paragraphs[0].text = "Confidential"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def note(read: Read) -> Document:
    return next(f.document for f in read("note.docx", sample()) if f.document)


def test_paragraphs_headings_lists_and_tables_come_in_order(note: Document) -> None:
    assert note.text.splitlines() == [
        "The port of Tarva",
        "What we know",
        "The port reopened on Monday.",
        "Pay rises by 4%",
        "We won.",
        "Year\tShips",
        "2018\t40",
        "He was duly",
        "After the table.",
        "Confidential",
    ]
    assert [kind for _, kind in note.lines] == [
        *("headline", "subheading", "body", "list", "quote", "body", "body", "body", "body", "boilerplate")
    ]


def test_the_properties_are_metadata(note: Document) -> None:
    assert (note.meta["title"], note.meta["author"]) == ("Port note", "Ann Lee")


def test_content_decides_not_the_suffix(read: Read) -> None:
    found = read("note.txt", sample())

    assert found[0].document and found[0].document.text.startswith("The port of Tarva")


def test_a_broken_document_is_a_problem(read: Read) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<not closed")

    assert [f.problem.kind for f in read("a.docx", out.getvalue()) if f.problem] == ["broken"]


def test_a_document_that_unpacks_like_a_bomb_is_not_opened(read: Read) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 3_000_000)

    assert [f.problem.kind for f in read("a.docx", out.getvalue(), Limits()) if f.problem] == ["too large"]


def with_notes() -> bytes:
    document = docx.Document()
    document.add_heading("The port of Tarva", level=0)
    document.add_paragraph("By Ann Lee", style="Subtitle")
    document.add_paragraph("The port reopened on Monday.")
    footnotes = f"""<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
    <w:footnote w:id="1"><w:p><w:r><w:t>See the annex.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, footnotes.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_footnotes_come_after_the_text_and_bylines_are_found(read: Read) -> None:
    document = next(f.document for f in read("a.docx", with_notes()) if f.document)

    assert [(kind, document.text[s:].split("\n")[0]) for s, kind in document.lines] == [
        ("headline", "The port of Tarva"),
        ("byline", "By Ann Lee"),
        ("body", "The port reopened on Monday."),
        ("footnote", "See the annex."),
    ]

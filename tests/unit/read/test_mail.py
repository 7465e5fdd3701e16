from collections.abc import Callable
from email.message import EmailMessage

import pytest

from whence.model import Document
from whence.read import Found

Read = Callable[..., list[Found]]


def letter(*, html: bool = True) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = "Der Hafen: café", "Ann Lee <ann@post.example>"
    message["To"], message["Date"] = "desk@post.example", "Mon, 04 Mar 2019 10:00:00 +0100"
    message["Message-ID"] = "<1@post.example>"
    message.set_content("The port reopened.\n\n> It will never open.\n\n-- \nAnn Lee, desk\n")
    if html:
        message.add_alternative("<html><body><p>The port &amp; quay reopened.</p></body></html>", subtype="html")
    return message


def first(found: list[Found]) -> Document:
    return next(f.document for f in found if f.document)


def test_subject_sender_and_date_are_lines_of_their_own(read: Read) -> None:
    document = first(read("a.eml", letter(html=False).as_bytes()))

    assert document.text.startswith(
        "Der Hafen: café\nFrom: Ann Lee <ann@post.example>\nTo: desk@post.example\nDate: Mon"
    )
    kinds = {document.text[s:].split("\n")[0]: k for s, k in document.lines}
    assert kinds["Der Hafen: café"] == "headline" and kinds["The port reopened."] == "body"
    assert kinds["> It will never open."] == "quote" and kinds["Ann Lee, desk"] == "boilerplate"
    assert document.meta["published"] == "2019-03-04" and document.meta["title"] == "Der Hafen: café"


def test_the_page_is_preferred_to_its_plain_half(read: Read) -> None:
    document = first(read("a.eml", letter().as_bytes()))

    assert document.text.endswith("\n\nThe port & quay reopened.\n")
    start = document.text.index("port & quay")
    page = "<html><body><p>The port &amp; quay reopened.</p></body></html>"
    assert document.source_offset(start) == page.index("port &amp;")
    assert document.source_offset(0) is None


def test_attachments_are_documents_of_their_own(read: Read, make_pdf: Callable[..., bytes]) -> None:
    message = letter()
    message.add_attachment(
        make_pdf([[(60, 700, 11, "F1", "The report.")]]), maintype="application", subtype="pdf", filename="../r.pdf"
    )
    message.add_attachment(letter(html=False))
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")

    found = read("a.eml", message.as_bytes())

    assert [f.document.source for f in found if f.document] == ["a.eml", "a.eml!/r.pdf", "a.eml!/message.eml"]
    assert [f.problem for f in found if f.problem] == []


def test_attachments_of_a_known_letter_are_still_read(read: Read) -> None:
    message = letter()
    message.add_attachment("The annex.", filename="annex.txt")
    once = read("a.eml", message.as_bytes())

    again = read("a.eml", message.as_bytes(), known=frozenset({first(once).id}))

    assert [f.document.source for f in again if f.document] == ["a.eml!/annex.txt"]


MHT = b"""From: <Saved by a browser>
Snapshot-Content-Location: https://post.example/port
Subject: The port
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://post.example/port

<html><body><h1>The port</h1><p>It reopened =E2=80=94 at last.</p></body></html>
--b
Content-Type: text/css
Content-Location: https://post.example/a.css

p { color: red }
--b--
"""


def test_a_saved_page_is_the_page(read: Read) -> None:
    document = first(read("a.mht", MHT))

    assert document.text == "The port\nIt reopened — at last.\n"
    assert document.meta["url"] == "https://post.example/port" and document.media_type == "multipart/related"


@pytest.mark.parametrize("name", ["memo.txt", "memo"])
def test_a_memo_with_from_and_to_is_no_mail(read: Read, name: str) -> None:
    text = "From: Ann Lee\nTo: the desk\nSubject: the port\n\nThe port reopened."

    assert first(read(name, text.encode())).text == text


def test_a_mailbox_is_sent_back(read: Read) -> None:
    one = b"From ann@post.example Mon Mar  4 10:00:00 2019\n" + letter(html=False).as_bytes()

    assert [f.problem.kind for f in read("a.mbox", one + b"\n" + one) if f.problem] == ["broken"]

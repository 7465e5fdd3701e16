import json
from pathlib import Path

import pytest

from whence.model import digest
from whence.read import Found, Job, Limits, read_job


def read(path: Path, data: bytes, limits: Limits | None = None) -> list[Found]:
    path.write_bytes(data)
    return list(read_job(Job(path.name, path), limits or Limits()))


def one(path: Path, data: bytes):
    found = [f.document for f in read(path, data) if f.document]
    assert len(found) == 1
    return found[0]


def test_plain_text_is_kept_code_point_for_code_point(tmp_path: Path) -> None:
    text = "First line.\r\n\r\n\tSecond  line\u00a0with odd  spaces \u00e9 e\u0301.\rThird\x0c\n"

    document = one(tmp_path / "a.txt", text.encode())

    assert document.text == text
    assert document.id == digest(text.encode())
    assert document.source == "a.txt"
    assert document.lines == ()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"\xef\xbb\xbfThe caf\xc3\xa9 opened.", "utf-8"),
        ("\ufeffThe café opened.".encode("utf-16-le"), "utf-16-le"),
        ("\ufeffThe café opened.".encode("utf-16-be"), "utf-16-be"),
        ("\ufeffThe café opened.".encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_a_byte_order_mark_names_the_encoding_and_goes(tmp_path: Path, data: bytes, encoding: str) -> None:
    document = one(tmp_path / "a.txt", data)

    assert document.text == "The café opened."
    assert (document.encoding, document.encoding_guessed) == (encoding, False)


def test_eight_bit_english_is_guessed_as_western_and_the_guess_is_recorded(tmp_path: Path) -> None:
    text = "The minister said \u201cwe will not go\u201d \u2013 and the caf\u00e9 stayed open. " * 20

    document = one(tmp_path / "a.txt", text.encode("cp1252"))

    assert document.text == text
    assert (document.encoding, document.encoding_guessed) == ("cp1252", True)


def test_cyrillic_bytes_are_not_taken_for_western(tmp_path: Path) -> None:
    text = "Министр сообщил в понедельник, что порт будет открыт после трёх недель забастовки рабочих. " * 5

    document = one(tmp_path / "a.txt", text.encode("cp1251"))

    assert document.text == text
    assert document.encoding_guessed


def test_a_torn_byte_in_utf8_does_not_spoil_the_rest(tmp_path: Path) -> None:
    data = ("“Łódź” " * 50).encode() + b"\xff the end of a long and quite ordinary sentence"

    document = one(tmp_path / "a.txt", data)

    assert document.text.startswith("“Łódź”") and "\ufffd" in document.text
    assert document.encoding_guessed


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t", "no text"),
        (bytes(range(256)) * 40, "unsupported format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "unsupported format"),
        (b"\x7fELF" + bytes(200), "unsupported format"),
        (b"The port. " * 8000 + bytes(4096), "broken"),
    ],
)
def test_what_is_no_text_is_a_problem_with_a_next_step(tmp_path: Path, data: bytes, kind: str) -> None:
    found = read(tmp_path / "a.txt", data)

    assert [f.problem.kind for f in found if f.problem] == [kind]
    assert found[0].problem and found[0].problem.source == "a.txt" and found[0].problem.next_step


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    found = read(tmp_path / "a.txt", b"x" * 1001, Limits(bytes=1000))

    assert [f.problem.kind for f in found if f.problem] == ["too large"]


def test_a_foreign_language_yields_the_document_and_a_problem(tmp_path: Path) -> None:
    text = "Le ministre a déclaré lundi que le port serait rouvert après trois semaines de grève des ouvriers. " * 3

    found = read(tmp_path / "a.txt", text.encode())

    assert [f.document.language for f in found if f.document] == ["fr"]
    assert [f.problem.kind for f in found if f.problem] == ["searchable, no claims"]


@pytest.mark.parametrize("text", ["Brek. Tarva. Olsun.", "Kataru Velbazhd Messoudi", "12 345", "The port of Tarva."])
def test_a_short_text_is_taken_as_english(tmp_path: Path, text: str) -> None:
    assert one(tmp_path / "a.txt", text.encode()).language == "en"


def test_markdown_keeps_its_text_and_tells_its_headings(tmp_path: Path) -> None:
    text = "---\ntitle: Port\ndate: 2019-03-04\n---\n# The port\n\nIt opened.\n\n> We won.\n\n- one\n"
    text += "```\n# no heading\n```\n"

    document = one(tmp_path / "a.md", text.encode())

    assert document.text == text and document.media_type == "text/markdown"
    assert document.meta["title"] == "Port"
    kinds = {document.text[start:].split("\n")[0]: kind for start, kind in document.lines}
    assert kinds["# The port"] == "headline" and kinds["> We won."] == "quote" and kinds["# no heading"] == "body"
    assert kinds["title: Port"] == "boilerplate"


def test_json_lines_are_documents_with_what_the_crawler_knew(tmp_path: Path) -> None:
    rows = [
        {"text": "The port opened.", "url": "https://a.example/1", "title": "Port", "date": "2019-03-04T09:00:00Z"},
        {"text": "The port closed.", "publisher": "The Harbour Post", "date": "some day"},
    ]
    data = "\n".join(map(json.dumps, rows)) + '\n\nnot json\n{"url": "x"}\n'

    found = read(tmp_path / "a.jsonl", data.encode())

    documents = [f.document for f in found if f.document]
    assert [(d.text, d.source) for d in documents] == [
        ("The port opened.", "a.jsonl#1"),
        ("The port closed.", "a.jsonl#2"),
    ]
    assert documents[0].id == digest(b"The port opened.")
    given = [f.sighting.given for f in found if f.sighting]
    assert given[0] == {"url": "https://a.example/1", "title": "Port", "published": "2019-03-04"}
    assert given[1] == {"publisher": "The Harbour Post"}
    assert [(f.problem.source, f.problem.kind) for f in found if f.problem] == [
        ("a.jsonl#2", "metadata"),
        ("a.jsonl#4", "broken"),
        ("a.jsonl#5", "broken"),
    ]


def test_json_lines_are_known_by_their_content(tmp_path: Path) -> None:
    assert one(tmp_path / "crawl.txt", b'{"text": "The port opened.", "url": "u"}\n').source == "crawl.txt#1"


def test_a_known_document_is_only_sighted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The port opened.")

    found = list(read_job(Job("a.txt", path), Limits(), known={digest(b"The port opened.")}))

    assert [(f.document, f.sighting.source) for f in found if f.sighting] == [(None, "a.txt")]


def test_two_hundred_megabytes_of_page_are_refused_before_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as out:
        out.write(b"<!doctype html><html><body>")
        out.truncate(200 * 1024 * 1024)

    found = list(read_job(Job("a.html", path), Limits()))

    assert [f.problem.kind for f in found if f.problem] == ["too large"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.odt", "a.epub", "a.rtf", "a.xml", "a.json", "a.gif", "a.sqlite"])
def test_formats_that_we_do_not_read_are_named(tmp_path: Path, name: str) -> None:
    import io
    import zipfile

    def zipped(*names: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for inner in names:
                archive.writestr(inner, "x")
        return out.getvalue()

    data = {
        "a.xlsx": zipped("xl/workbook.xml"),
        "a.odt": zipped("mimetype", "content.xml"),
        "a.epub": zipped("mimetype", "META-INF/container.xml"),
        "a.rtf": b"{\\rtf1 The port.}",
        "a.xml": b"<?xml version='1.0'?><rss><item>The port</item></rss>",
        "a.json": b'{"port": 1}',
        "a.gif": b"GIF89a" + bytes(40),
        "a.sqlite": b"SQLite format 3\x00" + bytes(100),
    }[name]

    found = read(tmp_path / name, data)

    assert [f.problem.kind for f in found if f.problem] == ["unsupported format"]
    assert found[0].problem and ".whenceignore" in found[0].problem.next_step

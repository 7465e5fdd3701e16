import gzip
import io
import zipfile
from collections.abc import Callable

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from whence.model import digest
from whence.read import Found, Limits

Read = Callable[..., list[Found]]


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def texts(found: list[Found]) -> dict[str, str]:
    return {f.document.source: f.document.text for f in found if f.document}


def problems(found: list[Found]) -> list[tuple[str, str]]:
    return [(f.problem.source, f.problem.kind) for f in found if f.problem]


def test_the_members_of_a_zip_are_documents(read: Read) -> None:
    inner = zipped({"deep.txt": b"The deep port."})

    found = read("a.zip", zipped({"b/one.txt": b"The port.", "a.txt": b"A port.", "x.zip": inner, ".hidden": b"h"}))

    assert texts(found) == {
        "a.zip!/a.txt": "A port.",
        "a.zip!/b/one.txt": "The port.",
        "a.zip!/x.zip!/deep.txt": "The deep port.",
    }
    assert found[0].document and found[0].document.id == digest(b"A port.")


def test_names_that_climb_are_only_labels(read: Read) -> None:
    found = read(
        "a.zip", zipped({"../../etc/passwd": b"One port.", "/abs.txt": b"Two ports.", "a\\..\\b.txt": b"Three."})
    )

    assert sorted(texts(found)) == ["a.zip!/a/b.txt", "a.zip!/abs.txt", "a.zip!/etc/passwd"]


def test_a_bomb_is_stopped_while_it_unpacks(read: Read) -> None:
    found = read("a.zip", zipped({"bomb.txt": b"0" * 4_000_000, "fine.txt": b"A port."}))

    assert problems(found) == [("a.zip!/bomb.txt", "too large")]
    assert texts(found) == {"a.zip!/fine.txt": "A port."}


def test_archives_in_archives_end_somewhere(read: Read) -> None:
    data = b"The port."
    for level in range(6):
        data = zipped({f"{level}.zip" if level else "a.txt": data})

    assert [kind for _, kind in problems(read("a.zip", data))] == ["too large"]


def test_the_whole_archive_has_a_limit(read: Read) -> None:
    data = zipped({f"{n}.txt": (f"The port {n}. " * 50)[:600].encode() for n in range(9)})

    found = read("a.zip", data, Limits(unzip_bytes=2000))

    assert len(texts(found)) == 3 and problems(found) == [("a.zip!/3.txt", "too large")]


def test_encrypted_members_say_so(read: Read) -> None:
    data = bytearray(zipped({"a.txt": b"The port."}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert problems(read("a.zip", bytes(data))) == [("a.zip!/a.txt", "encrypted")]


@pytest.mark.parametrize("cut", [10, 40, 100])
def test_a_broken_zip_is_a_problem(read: Read, cut: int) -> None:
    data = zipped({"a.txt": b"The port.", "b.txt": b"The other port."})

    assert [kind for _, kind in problems(read("a.zip", data[:-cut]))] == ["broken"]


def test_a_spoiled_member_costs_only_itself(read: Read) -> None:
    data = bytearray(zipped({"a.txt": b"The port.", "b.txt": b"The other port."}, zipfile.ZIP_STORED))
    data[data.index(b"The port.")] ^= 255

    found = read("a.zip", bytes(data))

    assert problems(found) == [("a.zip!/a.txt", "broken")] and texts(found) == {"a.zip!/b.txt": "The other port."}


def test_a_gzipped_file_is_its_content(read: Read) -> None:
    assert texts(read("a.txt.gz", gzip.compress(b"The port."))) == {"a.txt.gz!/a.txt": "The port."}


def warc(*responses: tuple[str, str, bytes, str], packed: bool = True) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, kind, body, status in responses:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2019-03-04T10:00:00Z"},
        )
        writer.write_record(record)
        request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=request))
    return out.getvalue()


PAGE = "<html><body><h1>Порт</h1><p>Порт открыт.</p></body></html>".encode("cp1251")


@pytest.mark.parametrize("packed", [True, False])
def test_responses_of_a_web_archive_are_documents(read: Read, make_pdf: Callable[..., bytes], packed: bool) -> None:
    data = warc(
        ("https://a.example/1", "text/html; charset=windows-1251", PAGE, "200 OK"),
        ("https://a.example/x.png", "image/png", b"\x89PNG\r\n\x1a\n00", "200 OK"),
        ("https://a.example/gone", "text/html", b"<html><p>Not found</html>", "404 Not Found"),
        ("https://a.example/r.pdf", "application/pdf", make_pdf([[(60, 700, 11, "F1", "The report.")]]), "200 OK"),
        packed=packed,
    )

    found = read("a.warc.gz" if packed else "a.warc", data)

    name = "a.warc.gz" if packed else "a.warc"
    assert texts(found) == {
        f"{name}!/https://a.example/1": "Порт\nПорт открыт.\n",
        f"{name}!/https://a.example/r.pdf": "The report.\n",
    }
    first = found[0]
    assert first.document and first.document.id == digest(PAGE)
    assert first.document.meta["url"] == "https://a.example/1" and first.document.meta["fetched"] == "2019-03-04"
    assert first.sighting and first.sighting.given["url"] == "https://a.example/1"


def test_a_web_archive_that_breaks_off_keeps_what_came_before(read: Read) -> None:
    data = warc(
        ("https://a.example/1", "text/plain", b"The port.", "200 OK"),
        ("https://a.example/2", "text/plain", b"x" * 999, "200 OK"),
        packed=False,
    )

    found = read("a.warc", data[: data.index(b"xxx") + 10])

    assert "a.warc!/https://a.example/1" in texts(found)

"""Make the html, pdf and docx documents of the golden cases from gold/texts and formats.yaml.

usage: make_documents.py [CASE ...]
formats.yaml of a case names, for every file of gold/texts, its format and the noise of the page around it. Titles,
captions and blocks that are not the article's come from gold/meta.yaml. Same input, same bytes.
"""

from __future__ import annotations

import html
import io
import json
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import yaml
from golden_corpus import HERE, Case, fold, load_case, splits

WIDTH, LINES = 88, 46  # characters of a line and lines of a page of a pdf


def kind(line: str, meta: dict[str, Any]) -> str:
    """What a line of the text is: title, caption, aside, heading or paragraph."""
    for name, field in (("caption", "captions"), ("aside", "not_body")):
        if any(fold(line).startswith(fold(q)) for q in meta.get(field, [])):
            return name
    if line == meta.get("title"):
        return "title"
    return "heading" if len(line.split()) < 9 and line[-1] not in '.!?”"' else "paragraph"


def as_html(lines: list[str], meta: dict[str, Any], how: dict[str, Any]) -> bytes:
    """A page of today (article, JSON-LD, cookie bar), or with style old one of the nineties in cp1252."""
    return _old_page(lines, meta, how) if how.get("style") == "old" else _modern_page(lines, meta, how)


def _modern_page(lines: list[str], meta: dict[str, Any], how: dict[str, Any]) -> bytes:
    tags = {"title": "<h1>{}</h1>", "caption": "<figure><img src='i.jpg'><figcaption>{}</figcaption></figure>",
            "aside": "<aside><p>{}</p></aside>", "heading": "<h2>{}</h2>", "paragraph": "<p>{}</p>"}  # fmt: skip
    body = "\n".join(tags[kind(x, meta)].format(html.escape(x, quote=False)) for x in lines)
    facts = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": meta.get("title"),
             "publisher": {"@type": "Organization", "name": how["site"]}}  # fmt: skip
    if how.get("dated", True) and "?" not in str(meta.get("date")):
        facts["datePublished"] = meta["date"]
    nav = "".join(f"<li><a href='/{i}'>{html.escape(x)}</a></li>" for i, x in enumerate(how.get("nav", [])))
    page = (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{html.escape(meta.get('title', ''))}"
        f" | {html.escape(how['site'])}</title>\n<script type='application/ld+json'>"
        f"{json.dumps(facts, ensure_ascii=False)}</script>\n<style>.ad{{display:none}}</style></head><body>\n"
        f"<div class='cookie'>We and our 312 partners use cookies. Accept all</div>\n<nav><ul>{nav}</ul></nav>\n"
        f"<main><article>\n{body}\n</article></main>\n<footer>&copy; {html.escape(how['site'])}. Terms. Privacy."
        "</footer><script>var seen=1;</script>\n</body></html>\n"
    )
    return page.encode("utf-8")


def _old_page(lines: list[str], meta: dict[str, Any], how: dict[str, Any]) -> bytes:
    tags = {"title": "<font size=5><b>{}</b></font>", "caption": "<i><font size=1>{}</font></i>",
            "aside": "<font size=1 color=gray>{}</font>", "heading": "<b>{}</b>", "paragraph": "{}"}  # fmt: skip
    body = "<br><br>\n".join(tags[kind(x, meta)].format(html.escape(x, quote=False)) for x in lines)
    nav = "".join(f"<a href={i}.htm>{html.escape(x)}</a><br>" for i, x in enumerate(how.get("nav", [])))
    page = (
        f"<HTML><HEAD><meta http-equiv=Content-Type content='text/html; charset=windows-1252'><TITLE>"
        f"{html.escape(how['site'])}</TITLE></HEAD>\n<BODY bgcolor=white><TABLE width=760><TR><TD valign=top width=140>"
        f"{nav}</TD><TD valign=top>\n{body}\n</TD></TR></TABLE><hr><center>{html.escape(how['site'])} - "
        "visitors since 2001: 004117</center></BODY></HTML>\n"
    )
    return page.encode("cp1252", errors="xmlcharrefreplace")


def as_docx(lines: list[str], meta: dict[str, Any], how: dict[str, Any]) -> bytes:
    """A letter of Word: heading styles, a running header, the lines named in `table` as one table."""
    document = docx.Document()
    document.core_properties.title = ""
    document.core_properties.author = how.get("author", "")
    document.sections[0].header.paragraphs[0].text = how.get("header", "")
    for line in lines:
        if " | " in line and how.get("table"):
            cells = line.split(" | ")
            table = document.add_table(rows=1, cols=len(cells))
            for cell, words in zip(table.rows[0].cells, cells, strict=True):
                cell.text = words
        else:
            document.add_paragraph(line, style={"title": "Title", "heading": "Heading 2"}.get(kind(line, meta)))
    made = io.BytesIO()
    document.save(made)
    return _without_clock(made.getvalue())


def _without_clock(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename != "docProps/thumbnail.jpeg":
                kept = _without_thumbnail(old.read(item))
                new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), kept, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_thumbnail(part: bytes) -> bytes:
    if b"docProps/thumbnail.jpeg" not in part:
        return part
    start = part.rindex(b"<Relationship ", 0, part.index(b"docProps/thumbnail.jpeg"))
    return part[:start] + part[part.index(b"/>", start) + 2 :]


def wrap(text: str, width: int = WIDTH) -> list[str]:
    """Lines of a paragraph, long words broken at a hyphen as a typesetter does."""
    lines, line = [], ""
    for word in text.split():
        room = width - len(line) - 1
        if len(word) <= room or not line:
            line = f"{line} {word}".strip()
        elif len(word) > 11 and word.isalpha() and room > 6:
            cut = min(room - 1, len(word) - 4)
            lines.append(f"{line} {word[:cut]}-")
            line = word[cut:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def as_pdf(lines: list[str], meta: dict[str, Any], how: dict[str, Any]) -> bytes:
    """A4 pages in Helvetica with a running header and page numbers; two columns where `columns` says so."""
    columns = int(how.get("columns", 1))
    set_ = [x for line in lines for x in [*wrap(line, WIDTH // columns - 2 * (columns - 1)), ""]]
    size = LINES * columns
    pages = [set_[i : i + size] for i in range(0, len(set_), size)]
    letters = sorted({c for x in lines for c in x if not _in_cp1252(c)})
    codes = {c: i + 1 for i, c in enumerate(letters)}
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _font(codes), _stream(_to_unicode(codes))]
    kids = []
    for number, page in enumerate(pages, 1):
        content = _page(page, columns, f"{how.get('header', '')}", number, codes)
        objects.append(_stream(content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assemble(objects)


def _page(lines: list[str], columns: int, header: str, number: int, codes: dict[str, int]) -> bytes:
    parts = [b"BT /F1 8 Tf 60 800 Td %s Tj ET" % _string(header, codes)]
    parts.append(b"BT /F1 8 Tf 290 40 Td %s Tj ET" % _string(f"- {number} -", codes))
    for column in range(columns):
        chunk = lines[column * LINES : (column + 1) * LINES]
        shown = b" ".join(b"%s Tj T*" % _string(x, codes) for x in chunk)
        parts.append(b"BT /F1 10 Tf 15 TL %d 770 Td %s ET" % (60 + column * 250, shown))
    return b"\n".join(parts)


def _in_cp1252(char: str) -> bool:
    try:
        char.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _bytes(text: str, codes: dict[str, int]) -> bytes:
    return b"".join(bytes([codes[c]]) if c in codes else c.encode("cp1252") for c in text)


def _string(text: str, codes: dict[str, int]) -> bytes:
    return b"<%s>" % _bytes(text, codes).hex().encode()


def _font(codes: dict[str, int]) -> bytes:
    other = b"".join(b" %d /uni%04X" % (i, ord(c)) for c, i in codes.items())
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R /Encoding "
        b"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [%s] >> >>" % other.strip()
    )


def _to_unicode(codes: dict[str, int]) -> bytes:
    known = {i: bytes([i]).decode("cp1252", "replace") for i in range(32, 256)} | {i: c for c, i in codes.items()}
    rows = [b"<%02X> <%04X>" % (i, ord(c)) for i, c in sorted(known.items())]
    blocks = [rows[i : i + 100] for i in range(0, len(rows), 100)]
    body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(b), b"\n".join(b)) for b in blocks)
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n" + body + b"\nendcmap end end"
    )


def _stream(data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _assemble(objects: list[bytes]) -> bytes:
    out, at = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % x for x in at)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


MAKERS: dict[str, Callable[[list[str], dict[str, Any], dict[str, Any]], bytes]] = {
    "html": as_html, "docx": as_docx, "pdf": as_pdf,
}  # fmt: skip


def make(case: Case) -> dict[Path, bytes]:
    """The bytes of every document of a case that is no plain text."""
    formats = yaml.safe_load((case.path / "formats.yaml").read_text("utf-8"))
    made = {}
    for stem, how in formats.items():
        lines = (case.path / "gold" / "texts" / f"{stem}.txt").read_text("utf-8").splitlines()
        lines = [x for x in lines if x.strip()]
        bytes_ = MAKERS[how["format"]](lines, case.gold["meta"][stem], how)
        made[case.path / "docs" / f"{stem}.{how['format']}"] = bytes_
    return made


def main(arguments: list[str]) -> int:
    """Write the documents and print their sizes."""
    for name in arguments or [n for names in splits().values() for n in names]:
        for path, data in make(load_case(HERE / Path(name).name)).items():
            path.write_bytes(data)
            print(f"{path.relative_to(HERE)} {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

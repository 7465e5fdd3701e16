"""Word documents: paragraphs, headings, lists, tables, notes, comments and the document's properties."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from whence.errors import BadInput, TooLarge
from whence.model import Problem
from whence.read.bylines import find_bylines
from whence.read.jobs import Blob, Draft
from whence.read.limits import MIB, Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STYLES = (
    ("headline", re.compile(r"^title$")),
    ("subheading", re.compile(r"subtitle|heading|berschrift")),
    ("caption", re.compile(r"caption")),
    ("quote", re.compile(r"intense ?quote|pull ?quote")),
    ("list", re.compile(r"list|bullet")),
    ("navigation", re.compile(r"toc\b|toc ?\d|contents")),
    ("footnote", re.compile(r"footnote|endnote")),
    ("boilerplate", re.compile(r"header$|footer$")),
)
NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
# Text that was struck out, and codes of fields: not part of what the page shows.
UNSEEN = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{COMPATIBLE}Fallback", f"{W}pPr", f"{W}rPr"}
)


def read_docx(blob: Blob, limits: Limits) -> Draft:
    """The text of a Word document, a paragraph a line, the cells of a table's row set apart by tabs."""
    import docx

    _check_members(blob, limits)
    try:
        document = docx.Document(io.BytesIO(blob.data))
    except MemoryError:
        raise
    except Exception as error:  # python-docx raises what lxml, zipfile and its own parts raise
        reason = f"it is a broken Word document ({type(error).__name__}: {' '.join(str(error).split())[:150]})"
        raise BadInput(blob.source, reason, "Open it in a word processor and save it again.") from error
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    lines = [*_story(document.element.body, styles), *_around(document, styles)]
    kinds, texts = [kind for kind, _ in lines], [words for _, words in lines]
    find_bylines(texts, kinds)
    starts = accumulate((len(words) + 1 for words in texts), initial=0)
    text = "".join(f"{words}\n" for words in texts)
    return Draft(
        text,
        blob.media_type or "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        meta={**_meta(document), **blob.meta},
        lines=tuple(zip(starts, kinds, strict=False)),
        remarks=_pictures(document, text, blob),
    )


def _check_members(blob: Blob, limits: Limits) -> None:
    """Refuse a document whose parts unpack beyond the limits, by the sizes that they declare."""
    try:
        with zipfile.ZipFile(io.BytesIO(blob.data)) as archive:
            size = sum(m.file_size for m in archive.infolist() if m.filename.endswith((".xml", ".rels")))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise BadInput(blob.source, f"it is a broken Word document ({error})", "Fetch it again.") from error
    if size > limits.bytes or (size > MIB and size > limits.unzip_ratio * len(blob.data)):
        raise TooLarge(blob.source, f"its parts unpack to {size / MIB:,.0f} MiB", "Split it, or raise the limits.")


def _story(root: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield kind and words of the paragraphs and table rows of one story, in order."""
    for element in root:
        if element.tag == f"{W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{W}tbl":
            yield from _table(element, styles)
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"):
            yield from _story(element, styles)


def _paragraph(element: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    kind = _kind(element, styles)
    for words in _words(element).split("\n"):
        if words.strip():
            yield kind, words.strip()
    for box in element.iter(f"{W}txbxContent"):
        if not any(a.tag == f"{COMPATIBLE}Fallback" for a in box.iterancestors()):
            yield from _story(box, styles)


def _table(element: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the rows; a table of one cell is a frame around paragraphs."""
    rows = [list(row.iterchildren(f"{W}tc")) for row in element.iterchildren(f"{W}tr")]
    for cells in rows:
        if len(cells) == 1:
            yield from _story(cells[0], styles)
            continue
        words = [" ".join(text for _, text in _story(cell, styles)) for cell in cells]
        if any(words):
            yield "body", "\t".join(words)


def _words(element: Any) -> str:
    """The words of one paragraph as it is shown; what was deleted under tracked changes is not."""
    out: list[str] = []
    stack = list(reversed(element))
    while stack:
        node = stack.pop()
        if node.tag in UNSEEN or node.tag == f"{W}txbxContent" or not isinstance(node.tag, str):
            continue
        if node.tag == f"{W}t":
            out.append(node.text or "")
        elif node.tag in (f"{W}tab", f"{W}ptab"):
            out.append("\t")
        elif node.tag in (f"{W}br", f"{W}cr"):
            out.append("\n")
        elif node.tag == f"{W}noBreakHyphen":
            out.append("\u2011")
        else:
            stack.extend(reversed(node))
    return "".join(out)


def _kind(element: Any, styles: dict[str, str]) -> str:
    properties = element.find(f"{W}pPr")
    if properties is None:
        return "body"
    style = properties.find(f"{W}pStyle")
    name = styles.get(style.get(f"{W}val"), str(style.get(f"{W}val")).lower()) if style is not None else ""
    kind = next((kind for kind, pattern in STYLES if name and pattern.search(name)), "")
    if kind:
        return kind
    return "list" if properties.find(f"{W}numPr") is not None else "body"


def _around(document: Any, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what stands outside the main story: notes, comments, then headers and footers, each once."""
    for part in _parts(document, "footnotes", "endnotes"):
        for note in part:
            if note.get(f"{W}type") in (None, "normal"):
                yield from (("footnote", words) for _, words in _story(note, styles))
    for part in _parts(document, "comments"):
        for note in part:
            author = note.get(f"{W}author") or ""
            words = " ".join(text for _, text in _story(note, styles))
            if words:
                yield "comment", f"{author}: {words}" if author else words
    seen: set[str] = set()
    for part in _parts(document, "header", "footer"):
        for _, words in _story(part, styles):
            if words not in seen:
                seen.add(words)
                yield "boilerplate", words


def _parts(document: Any, *names: str) -> Iterator[Any]:
    """Yield the root elements of the parts that the document relates to under `names`, in order of their names."""
    from lxml import etree

    related = [r for r in document.part.rels.values() if not r.is_external and r.reltype.rsplit("/", 1)[-1] in names]
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for relation in sorted(related, key=lambda r: (names.index(r.reltype.rsplit("/", 1)[-1]), r.target_ref)):
        try:
            yield etree.fromstring(relation.target_part.blob, parser)
        except etree.XMLSyntaxError:
            continue


def _meta(document: Any) -> dict[str, str]:
    properties = document.core_properties
    meta: dict[str, str] = {}
    for key in ("title", "author", "subject", "keywords", "created", "modified", "last_modified_by"):
        try:
            value = getattr(properties, key)
        except Exception:  # a malformed property is no reason to lose the document  # noqa: S112
            continue
        if value:
            meta[key] = value.date().isoformat() if key in ("created", "modified") else " ".join(str(value).split())
    return meta


def _pictures(document: Any, text: str, blob: Blob) -> tuple[Problem, ...]:
    """A problem for a document of pictures with hardly a word."""
    pictures = sum(1 for r in document.part.rels.values() if r.reltype.endswith("/image"))
    if pictures == 0 or len(text) > 200 * pictures:
        return ()
    reason = f"it holds {pictures} pictures and hardly a word"
    return (
        Problem(blob.source, "no text", reason, "Where they are scans, run text recognition and ingest the result."),
    )

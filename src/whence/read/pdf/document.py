"""A PDF opened: its pages, what it declares about itself, and what cannot be read in it."""

import re
from collections.abc import Iterable
from typing import Any

from whence.errors import BadInput, Locked, NoText, TooLarge
from whence.model import Problem
from whence.read.given import published_of
from whence.read.jobs import Blob, Draft
from whence.read.limits import Limits
from whence.read.pdf.compose import compose
from whence.read.pdf.lines import PdfLine, page_lines

STAMP = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
OCR = "Run a text recognition program (such as ocrmypdf) over it and ingest the result."


def read_pdf(blob: Blob, limits: Limits) -> Draft:
    """The text of a PDF with its page map; raises `NoText` for a scan and `Locked` for one that needs a password."""
    document = _open(blob)
    try:
        if len(document) > limits.pages:
            reason = f"it has {len(document)} pages, the limit is {limits.pages}"
            raise TooLarge(blob.source, reason, "Split it, or raise the limit for pages.")
        meta = _meta(document)
        pages = [_lines(document, number) for number in range(len(document))]
    finally:
        document.close()
    blank = [number for number, page in enumerate(pages, 1) if not page]
    if len(blank) == len(pages):
        raise NoText(blob.source, f"none of its {len(pages)} pages holds text; it is a scan or all drawings", OCR)
    composed = compose(pages)
    if composed.joined:
        meta["dehyphenated"] = " ".join(map(str, composed.joined))
    return Draft(
        composed.text,
        "application/pdf",
        meta={**meta, "pages": str(len(pages)), **blob.meta},
        anchors=composed.anchors,
        lines=composed.lines,
        remarks=_scanned(blob.source, blank),
    )


def _open(blob: Blob) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(blob.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            step = "Open it with its password, save it without one, and ingest that."
            raise Locked(blob.source, "it is encrypted", step) from error
        reason = f"it is a broken PDF ({error})"
        raise BadInput(blob.source, reason, "Fetch it again, or open it in a viewer and print it to PDF.") from error


def _lines(document: Any, number: int) -> list[PdfLine]:
    """The lines of one page; a page that does not open counts as one without text."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return []
    try:
        return list(page_lines(page, number + 1))
    finally:
        page.close()


def _meta(document: Any) -> dict[str, str]:
    raw = {key.lower(): " ".join(value.split()) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    meta = {key: raw[key] for key in ("title", "author", "subject", "keywords", "producer") if raw.get(key)}
    if raw.get("creator"):
        meta["software"] = raw["creator"]  # of a PDF the creator is a program, elsewhere it is who wrote
    for key, name in (("creationdate", "created"), ("moddate", "modified")):
        stamp = STAMP.match(raw.get(key, ""))
        day = published_of("-".join(stamp.groups())) if stamp else None
        if day:
            meta[name] = day
    return {key: value.encode("utf-8", "replace").decode("utf-8") for key, value in meta.items()}


def _scanned(source: str, blank: list[int]) -> tuple[Problem, ...]:
    if not blank:
        return ()
    return (Problem(source, "no text", f"no text on page {_ranges(blank)}", f"Where these are scans: {OCR}"),)


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers in words: 3-5, 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)

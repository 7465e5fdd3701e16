"""JSON lines: one document a line, {text, url, title, date, publisher}."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from whence.model import Problem
from whence.read.encodings import decode
from whence.read.given import check_given
from whence.read.jobs import Blob
from whence.read.limits import MIB, Limits

NAMES = {"date": "published", "published": "published", "url": "url", "title": "title", "publisher": "publisher"}
NAMES |= {"author": "author", "grade": "grade"}
FORM = 'Write one object a line, such as {"text": "...", "url": "...", "title": "...", "date": "2020-05-31"}.'


def open_records(stream: BinaryIO, blob: Blob, limits: Limits) -> Iterator[Blob | Problem]:
    """Yield the documents of a file of JSON lines, one by one; `file.jsonl#3` is the third line."""
    number = 0
    while line := stream.readline(limits.bytes + 1):
        number += 1
        source = f"{blob.source}#{number}"
        if len(line) > limits.bytes:
            yield Problem(
                source, "too large", f"the line is longer than {limits.bytes // MIB} MiB", "Split the record."
            )
            _skip_line(stream, line)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield from _record(line, source, blob)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(MIB)


def _record(line: bytes, source: str, blob: Blob) -> Iterator[Blob | Problem]:
    try:
        record = json.loads(decode(line).text)
    except (ValueError, RecursionError) as error:
        yield Problem(source, "broken", f"the line is not JSON ({error})", FORM)
        return
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        yield Problem(source, "broken", "the line has no field 'text' that holds a text", FORM)
        return
    yield from record_blob(record, source, blob)


def record_blob(record: dict[str, Any], source: str, blob: Blob) -> Iterator[Blob | Problem]:
    """The document of one record, and the problem of what it says about itself, if that is wrong."""
    raw = {NAMES[k]: str(v) for k, v in record.items() if k in NAMES and isinstance(v, str | int) and str(v).strip()}
    given, wrong = check_given(raw)
    if wrong:
        step = "Correct the record, or give the document a sidecar; the text was read."
        yield Problem(source, "metadata", "; ".join(wrong), step)
    data = record["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
    known = {**blob.given, **given}
    yield Blob(data, source, charset="utf-8", given=known, meta=blob.meta, depth=blob.depth + 1, forced="text/plain")

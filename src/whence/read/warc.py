"""Web archives: the pages, PDFs and texts that servers sent, each with the address and the day it was fetched from."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from whence.errors import BadInput
from whence.model import Problem
from whence.read.jobs import Blob
from whence.read.limits import MIB, Limits

# What a page is dressed in. It is no document and not worth a problem; anything else unknown becomes one.
DRESS = (
    *("image/", "font/", "audio/", "video/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/font", "application/json", "application/ld+json", "text/dns"),
)
CHUNK = MIB


def open_warc(stream: BinaryIO, blob: Blob, limits: Limits) -> Iterator[Blob | Problem]:
    """Yield the response and resource records of a web archive, cited as `a.warc.gz!/https://...`."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    counts: Counter[str] = Counter()
    records = iter(ArchiveIterator(stream))
    while True:
        try:
            record = next(records, None)
            if record is None:
                return
            found = _of_record(record, blob, limits, counts)
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, KeyError) as error:
            reason = (
                f"the archive breaks off after {sum(counts.values())} records ({' '.join(str(error).split())[:150]})"
            )
            raise BadInput(blob.source, reason, "What came before was read. Fetch the archive again.") from error
        if found is not None:
            yield found


def _of_record(record: Any, blob: Blob, limits: Limits, counts: Counter[str]) -> Blob | Problem | None:
    """The document in one record, None for requests, redirects, errors of the server, and what pages are dressed in."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or "unnamed"
    url = url.strip("<>").encode("utf-8", "backslashreplace").decode("utf-8")
    http = record.http_headers
    media_type, charset = content_type((http or record.rec_headers).get_header("Content-Type") or "")
    if http is not None and not (http.get_statuscode() or "").startswith("2"):
        return None
    if media_type.startswith(DRESS):
        return None
    counts[url] += 1
    source = f"{blob.source}!/{url}" + (f" ({counts[url]})" if counts[url] > 1 else "")
    data = _content(record, limits)
    if data is None:
        reason = f"the record has more than {limits.bytes // MIB} MiB"
        return Problem(source, "too large", reason, "Raise the limit for bytes.")
    if not data:
        return None
    fetched = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    meta = {**blob.meta, "url": url, "fetched": fetched}
    return Blob(data, source, media_type, charset, {"url": url, **blob.given}, meta, blob.depth + 1)


def _content(record: Any, limits: Limits) -> bytes | None:
    """The body as the browser saw it, unpacked; None when it passes the limit."""
    stream = record.content_stream()
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > limits.bytes:
            return None
    return b"".join(parts)


def content_type(header: str) -> tuple[str, str]:
    """Media type and charset of a Content-Type header, '' for what it does not say."""
    first, _, rest = header.partition(";")
    charset = ""
    for parameter in rest.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip("\"'")
    return first.strip().lower(), charset

"""Mail and saved pages (MHT): headers, the words themselves, and attachments as documents of their own."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from whence.errors import BadInput, NoText
from whence.model import Anchor, Problem
from whence.read.jobs import Blob, Draft
from whence.read.limits import Limits
from whence.read.plain import read_text

HEADERS = (("Subject", "headline"), ("From", "byline"), ("To", "boilerplate"), ("Date", "dateline"))
# What a message's pages are dressed in: shown inside them, no documents.
DRESS = (
    *("image/", "font/", "audio/", "video/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/pgp-signature", "application/pkcs7-signature"),
)


def read_mail(blob: Blob, limits: Limits) -> Draft:
    """A message: its subject, sender and date as lines, then its text; a saved page is read as the page."""
    message = _parse(blob)
    body = _body(message)
    draft = Draft("", "message/rfc822") if body is None else _read_body(body, blob, limits)
    parts = tuple(_attachments(message, body, blob))
    if _is_saved_page(message):
        url = str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or "").strip()
        meta = {**draft.meta, **({"url": url} if url else {})}
        return replace(draft, media_type="multipart/related", meta=meta, parts=parts)
    return _with_headers(message, draft, parts, blob)


def _parse(blob: Blob) -> EmailMessage:
    data = blob.data
    if data.startswith(b"From "):
        # One message in a mailbox's envelope; a mailbox of many says so below.
        data = data.partition(b"\n")[2]
        if re.search(rb"\n\r?\nFrom [^\n]+\d{4}\r?\n[A-Za-z-]+:", data):
            raise BadInput(blob.source, "it is a mailbox of several messages", "Save each message as an .eml file.")
    return message_from_bytes(data, policy=policy.default)


def _is_saved_page(message: Message) -> bool:
    return message.get_content_type() == "multipart/related" and not message.get("To")


def _body(message: EmailMessage) -> Message | None:
    """The part that a reader is shown: HTML before plain text, as both say the same and HTML marks its lines."""
    shown = [p for p in message.walk() if p.get_content_type() in ("text/html", "text/plain") and not _is_attached(p)]
    pages = [p for p in shown if p.get_content_type() == "text/html"]
    return next(iter(pages or shown), None)


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or (
        bool(part.get_filename()) and part.get_content_disposition() != "inline" and not part.get("Content-Location")
    )


def _read_body(part: Message, blob: Blob, limits: Limits) -> Draft:
    data = part.get_payload(decode=True)
    inner = replace(
        blob, data=data if isinstance(data, bytes) else b"", charset=str(part.get_content_charset() or ""), forced=""
    )
    if part.get_content_type() == "text/html":
        from whence.read.html.page import read_html

        try:
            return read_html(inner, limits)
        except NoText:  # the headers are text, and there may be attachments
            return Draft("", "text/html")
    draft = read_text(inner, limits)
    return replace(draft, lines=_quoted_lines(draft.text))


def _quoted_lines(text: str) -> tuple[tuple[int, str], ...]:
    """Lines of a plain message: quoted ones and what follows the signature mark are told apart."""
    lines: list[tuple[int, str]] = []
    offset, signature = 0, False
    for line in text.splitlines(keepends=True):
        signature |= line.rstrip("\r\n") == "-- "
        if line.strip():
            lines.append((offset, "boilerplate" if signature else "quote" if line.startswith(">") else "body"))
        offset += len(line)
    return tuple(lines)


def _with_headers(message: Message, draft: Draft, parts: tuple[Blob, ...], blob: Blob) -> Draft:
    """The draft with the message's headers as its first lines, everything after them moved along."""
    head, lines = "", []
    for name, kind in HEADERS:
        value = _header(message, name)
        if value:
            lines.append((len(head), kind))
            head += value + "\n" if name == "Subject" else f"{name}: {value}\n"
    head += "\n" if head else ""
    shift = len(head)
    first = (Anchor(0, None, None),) if draft.anchors and head else ()
    return Draft(
        head + draft.text,
        "message/rfc822",
        draft.encoding,
        draft.encoding_guessed,
        meta={**draft.meta, **_meta(message), **blob.meta},
        anchors=first + tuple(Anchor(a.start + shift, a.page, a.at) for a in draft.anchors),
        lines=(*lines, *((start + shift, kind) for start, kind in draft.lines)),
        parts=parts,
        remarks=draft.remarks + tuple(_defects(message, blob)),
    )


def _meta(message: Message) -> dict[str, str]:
    meta = {"title": _header(message, "Subject"), "author": _header(message, "From")}
    meta |= {"message-id": _header(message, "Message-ID"), "list-id": _header(message, "List-Id")}
    try:
        meta["published"] = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
        meta["published_from"] = "header"
    except (TypeError, ValueError, IndexError, OverflowError):
        meta["date"] = _header(message, "Date")
    return {key: value for key, value in meta.items() if value}


def _header(message: Message, name: str) -> str:
    """One header on one line, '' when it is missing or cannot be decoded."""
    try:
        value = " ".join(str(message.get(name) or "").replace("\x00", " ").split())
    except Exception:  # the standard library stumbles over some malformed headers
        return ""
    return value.encode("utf-8", "replace").decode("utf-8")


def _defects(message: Message, blob: Blob) -> Iterator[Problem]:
    lost = [
        d for d in message.defects if type(d).__name__ in ("StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect")
    ]
    if lost:
        step = "Fetch the message again; what there is of it was read."
        yield Problem(blob.source, "broken", "the message is cut short: a boundary is missing", step)


def _attachments(message: EmailMessage, body: Message | None, blob: Blob) -> Iterator[Blob]:
    """Yield what is attached, cited as `mail.eml!/report.pdf`."""
    counts: Counter[str] = Counter()
    for part in _leaves(message):
        if part is body or not _is_document(part, message):
            continue
        data = _payload(part)
        if not data:
            continue
        name = _filename(part)
        counts[name] += 1
        source = f"{blob.source}!/{name}" + (f" ({counts[name]})" if counts[name] > 1 else "")
        charset = str(part.get_content_charset() or "")
        yield Blob(data, source, part.get_content_type(), charset, blob.given, blob.meta, blob.depth + 1)


def _leaves(message: Message) -> Iterator[Message]:
    """Yield the parts without going into messages that are themselves attached."""
    if message.get_content_type() == "message/rfc822":
        yield message
    elif message.is_multipart():
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _leaves(part)
    else:
        yield message


def _is_document(part: Message, message: Message) -> bool:
    kind = part.get_content_type()
    if kind.startswith(DRESS):
        return False
    # The other half of an alternative, and the frames of a saved page, repeat or dress what is shown.
    return _is_attached(part) or kind not in ("text/html", "text/plain")


def _payload(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""  # type: ignore[union-attr]
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _filename(part: Message) -> str:
    name = part.get_filename() or ""
    if not name and part.get_content_type() == "message/rfc822":
        name = "message.eml"
    name = re.split(r"[/\\]", name)[-1].strip() or f"part.{part.get_content_subtype()}"
    return name.encode("utf-8", "backslashreplace").decode("utf-8")

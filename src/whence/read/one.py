"""One file, one outcome after the other: sniffed, opened, composed; whatever goes wrong becomes a problem."""

import io
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from whence.errors import BadInput, NoText, TooLarge, Unsupported
from whence.model import Document, Problem, Sighting, digest
from whence.read import sniff
from whence.read.jobs import Blob, Draft, Found, Job, problem_of
from whence.read.languages import language_of
from whence.read.limits import MIB, Limits

Leaf = Callable[[Blob, Limits], Draft]
Opener = Callable[[BinaryIO, Blob, Limits], Iterator[Blob | Problem]]

# What reads which type: module and function, loaded on first use.
LEAVES = {
    sniff.PLAIN: "plain:read_text",
    sniff.MARKDOWN: "plain:read_markdown",
    sniff.HTML: "html.page:read_html",
    sniff.PDF: "pdf.document:read_pdf",
    sniff.DOCX: "docx:read_docx",
    sniff.MAIL: "mail:read_mail",
}
OPENERS = {
    sniff.LINES: "records:open_records",
    sniff.ZIP: "archive:open_zip",
    sniff.GZIP: "archive:open_gzip",
    sniff.WARC: "warc:open_warc",
}
SUPPORTED = "Whence reads txt, md, html, pdf, docx, eml, mht, warc, zip and JSON lines"
SEARCHABLE = "searchable, no claims"


@dataclass(frozen=True, slots=True)
class Session:
    """What holds while a job is read. `spoiled` are documents that killed a worker before; `announce` names the next.

    Both are for the pool, which reads a job again without the document that its worker died of.
    """

    limits: Limits
    known: Container[str] = ()
    spoiled: Mapping[str, Problem] = field(default_factory=dict)
    announce: Callable[[str], None] = lambda source: None


def read_job(job: Job, limits: Limits, known: Container[str] = ()) -> Iterator[Found]:
    """Yield what one file holds; never raises for what is in it. Documents whose id is `known` give a sighting only.

    It reads in this process, where nothing stops a parser that hangs: `read_all` has workers for that.
    """
    yield from read_in_session(job, Session(limits, known))


def read_in_session(job: Job, session: Session) -> Iterator[Found]:
    """Yield what one file holds; the same for the same `job` and `session`, every time."""
    for problem in job.problems:
        yield Found(problem=problem)
    if job.path is None:
        return
    try:
        with open(job.path, "rb") as stream:
            yield from _read_stream(stream, Blob(b"", job.source, given=job.given), session)
    except OSError as error:
        yield Found(problem=_unreadable(job.source, error))


def _read_stream(stream: BinaryIO, blob: Blob, session: Session) -> Iterator[Found]:
    """Read what `stream` holds; whatever goes wrong in it is a problem of this blob."""
    if blob.source in session.spoiled:
        yield Found(problem=session.spoiled[blob.source])
        return
    try:
        session.announce(blob.source)
        yield from _read_whole(stream, blob, session)
    except BadInput as error:
        yield Found(problem=problem_of(error))
    except MemoryError:
        yield Found(problem=out_of_memory(blob.source, session.limits))
    except OSError as error:
        yield Found(problem=_unreadable(blob.source, error))
    except Exception as error:  # a parser's own bug must cost one document, not the folder
        yield Found(problem=_broken(blob.source, error))


def _read_whole(stream: BinaryIO, blob: Blob, session: Session) -> Iterator[Found]:
    """Read a container piece by piece, anything else whole."""
    media_type = blob.forced or sniff.sniff(stream, _name(blob.source), blob.media_type)
    contained = media_type in sniff.CONTAINERS
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    _check_size(blob.source, size, session.limits.container_bytes if contained else session.limits.bytes)
    if contained:
        yield from _read_container(stream, blob, media_type, session)
    else:
        yield from _read_leaf(replace(blob, data=stream.read()), media_type, session)


def _read_container(stream: BinaryIO, blob: Blob, media_type: str, session: Session) -> Iterator[Found]:
    if media_type not in OPENERS:
        raise _unsupported(blob.source, media_type)
    if blob.depth >= session.limits.depth:
        raise TooLarge(blob.source, f"it lies {blob.depth} archives deep", "Unpack the outer archive and ingest that.")
    opener: Opener = _load(OPENERS[media_type])
    for number, item in enumerate(opener(stream, blob, session.limits)):
        if number >= session.limits.members:
            raise TooLarge(blob.source, f"it holds more than {session.limits.members} documents", "Split it.")
        if isinstance(item, Problem):
            yield Found(problem=item)
        else:
            yield from _read_stream(io.BytesIO(item.data), item, session)
            session.announce(blob.source)


def _read_leaf(blob: Blob, media_type: str, session: Session) -> Iterator[Found]:
    if not blob.data:
        raise _empty(blob.source)
    if media_type not in LEAVES:
        raise _unsupported(blob.source, _named(blob, media_type))
    doc_id = digest(blob.data)
    sighting = Sighting(doc_id, blob.source, dict(blob.given))
    known = doc_id in session.known
    if known and media_type != sniff.MAIL:
        yield Found(sighting=sighting)
        return
    leaf: Leaf = _load(LEAVES[media_type])
    draft = leaf(blob, session.limits)
    if known:
        yield Found(sighting=sighting)
    elif draft.text.strip():
        document = _document(doc_id, blob, draft)
        yield Found(document, sighting)
        yield from (Found(problem=p) for p in _remarks(document, draft))
    else:
        yield Found(
            problem=Problem(blob.source, NoText.kind, "there is no text in it", "Check that the file is whole.")
        )
    for part in draft.parts:
        if part.depth > session.limits.depth:
            raise TooLarge(part.source, f"it lies {part.depth} messages deep", "Save it as a file and ingest that.")
        yield from _read_stream(io.BytesIO(part.data), part, session)


def _document(doc_id: str, blob: Blob, draft: Draft) -> Document:
    return Document(
        doc_id,
        draft.text,
        blob.source,
        draft.media_type,
        draft.encoding,
        draft.encoding_guessed,
        language_of(_own_words(draft)),
        dict(draft.meta),
        draft.anchors,
        draft.lines,
    )


def _own_words(draft: Draft) -> str:
    """The lines that the markup calls the text itself; all of it where there are none."""
    ends = [start for start, _ in draft.lines[1:]] + [len(draft.text)] * bool(draft.lines)
    body = [draft.text[s:e] for (s, kind), e in zip(draft.lines, ends, strict=True) if kind == "body"]
    return "".join(body) or draft.text


def _remarks(document: Document, draft: Draft) -> Iterator[Problem]:
    yield from draft.remarks
    if document.language != "en":
        reason = f"its language is {document.language}, and claims are read from English only"
        step = "Find it with `whence search`; ingest a translation beside it to get claims."
        yield Problem(document.source, SEARCHABLE, reason, step)


def out_of_memory(source: str, limits: Limits) -> Problem:
    """The problem of a document whose parser asked for more than the limit."""
    reason = f"reading it takes more than {limits.memory // MIB} MiB of memory"
    return Problem(source, "too large", reason, "Split it, or raise the limit for memory.")


def _check_size(source: str, size: int, most: int) -> None:
    if size > most:
        reason = f"it has {size / MIB:,.0f} MiB, the limit is {most / MIB:,.0f} MiB"
        raise TooLarge(source, reason, "Split it, or raise the limit for bytes.")


def _empty(source: str) -> BadInput:
    error = NoText(source, "the file is empty", "Fetch it again, or delete it.")
    error.kind = "empty"
    return error


def _unsupported(source: str, media_type: str) -> BadInput:
    return Unsupported(source, f"it is {media_type}", f"{SUPPORTED}; convert it, or name it in .whenceignore.")


def _named(blob: Blob, media_type: str) -> str:
    if media_type != sniff.BINARY:
        return media_type
    return sniff.unknown_type(blob.data[: sniff.HEAD], _name(blob.source)) or "binary data of an unknown format"


def _broken(source: str, error: Exception) -> Problem:
    reason = f"its parser gave up ({type(error).__name__}: {str(error)[:200] or 'no reason given'})"
    return Problem(source, "broken", reason, "Open it in another program and save it again, or as plain text.")


def _unreadable(source: str, error: OSError) -> Problem:
    step = "Check that it exists and that you may read it, then run the same command again."
    return Problem(source, "unreadable", error.strerror or str(error), step)


def _name(source: str) -> str:
    """The last part of a source, which for a line of records is no file name."""
    return PurePosixPath(source.rsplit("!/", 1)[-1]).name


def _load(target: str) -> Any:
    module, _, function = target.partition(":")
    return getattr(import_module(f"whence.read.{module}"), function)

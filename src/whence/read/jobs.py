"""What passes through reading: jobs go in, blobs are cut from them, drafts made of blobs, and found things leave."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from whence.errors import BadInput
from whence.model import Anchor, Document, Problem, Sighting


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read. `given` is what a sidecar or the command line says about it.

    `problems` were met on the way to it; a job without a `path` holds nothing else.
    """

    source: str
    path: Path | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One outcome of reading: a document with where it was seen, a sighting of one that is known, or a problem."""

    document: Document | None = None
    sighting: Sighting | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Blob:
    """The bytes of one document: a file, a member of an archive, or a part of a message.

    `media_type` and `charset` are what the container declares, '' where it does not. `forced` is a media type that
    holds whatever the content looks like. `depth` counts the containers around it.
    """

    data: bytes
    source: str
    media_type: str = ""
    charset: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    meta: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    forced: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader makes of a blob. `parts` are documents inside it; `remarks` are problems that did not stop it."""

    text: str
    media_type: str
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    meta: Mapping[str, str] = field(default_factory=dict)
    anchors: tuple[Anchor, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()
    parts: tuple[Blob, ...] = ()
    remarks: tuple[Problem, ...] = ()


def problem_of(error: BadInput) -> Problem:
    """The record of an error that one document met."""
    return Problem(error.source, error.kind, error.reason, error.next_step)

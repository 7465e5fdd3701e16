"""Archives: zip and single gzipped files, unpacked in memory, member by member, with a hand on the brake."""

import gzip
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol

from whence.errors import BadInput, Locked, TooLarge
from whence.model import Problem
from whence.read.jobs import Blob, problem_of
from whence.read.limits import MIB, Limits

CHUNK = MIB
BREAKERS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError)
BOMB = "It unpacks like a bomb: check where it comes from, or unpack it by hand."


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Budget:
    """What one archive may still unpack."""

    def __init__(self, limits: Limits) -> None:
        self.limits, self.left = limits, limits.unzip_bytes

    def read(self, stream: _Stream, source: str, packed: int) -> bytes:
        """All of one member; raises `TooLarge` at the first byte over a limit."""
        parts: list[bytes] = []
        size = 0
        while chunk := stream.read(CHUNK):
            parts.append(chunk)
            size += len(chunk)
            self.left -= len(chunk)
            self._check(source, size, packed)
        return b"".join(parts)

    def _check(self, source: str, size: int, packed: int) -> None:
        if size > MIB and size > self.limits.unzip_ratio * max(packed, 1):
            raise TooLarge(source, f"it unpacks to more than {self.limits.unzip_ratio} times its size", BOMB)
        if size > self.limits.bytes:
            raise TooLarge(source, f"it has more than {self.limits.bytes // MIB} MiB", "Split it, or raise the limit.")
        if self.left < 0:
            raise TooLarge(source, f"its archive unpacks to over {self.limits.unzip_bytes // MIB} MiB", BOMB)


def open_zip(stream: BinaryIO, blob: Blob, limits: Limits) -> Iterator[Blob | Problem]:
    """Yield the files of a zip archive in the order of their names; nothing is written to the disk."""
    try:
        archive = zipfile.ZipFile(stream)
    except BREAKERS as error:
        raise BadInput(blob.source, f"it is a broken zip archive ({error})", "Fetch it again, or repair it.") from error
    budget = _Budget(limits)
    with archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: (m.filename, m.header_offset))
        for member, source in zip(members, member_sources(blob.source, members), strict=True):
            if _is_litter(member.filename):
                continue
            try:
                data = _unpack(archive, member, source, budget)
            except BadInput as error:
                yield problem_of(error)
                if budget.left < 0:
                    return
            else:
                yield Blob(data, source, given=blob.given, meta=blob.meta, depth=blob.depth + 1)


def open_gzip(stream: BinaryIO, blob: Blob, limits: Limits) -> Iterator[Blob | Problem]:
    """Yield the one file that is gzipped here, under the archive's name without its suffix."""
    packed = stream.seek(0, 2)
    stream.seek(0)
    name = PurePosixPath(blob.source).name
    inner = name[:-3] if name.lower().endswith(".gz") else f"{name}.unpacked"
    source = f"{blob.source}!/{inner}"
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            data = _Budget(limits).read(unpacked, source, packed)
    except (*BREAKERS, gzip.BadGzipFile) as error:
        raise BadInput(blob.source, f"it is a broken gzip file ({error})", "Fetch it again.") from error
    yield Blob(data, source, given=blob.given, meta=blob.meta, depth=blob.depth + 1)


def member_sources(archive: str, members: list[zipfile.ZipInfo]) -> list[str]:
    """How each member is cited: `a.zip!/inner/b.txt`; the second of one name is `a.zip!/b.txt (2)`.

    A name is only ever a label here, so one that climbs out of its folder harms nothing; its dots are dropped so that
    nobody follows it by hand.
    """
    counts: Counter[str] = Counter()
    sources: list[str] = []
    for member in members:
        name = "/".join(p for p in member.filename.replace("\\", "/").split("/") if p not in ("", ".", ".."))
        name = name.encode("utf-8", "backslashreplace").decode("utf-8") or "unnamed"
        counts[name] += 1
        sources.append(f"{archive}!/{name}" + (f" ({counts[name]})" if counts[name] > 1 else ""))
    return sources


def _unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: str, budget: _Budget) -> bytes:
    if member.flag_bits & 0x1:
        raise Locked(source, "it is encrypted", "Unpack the archive with its password and ingest the folder.")
    try:
        with archive.open(member) as stream:
            return budget.read(stream, source, member.compress_size)
    except BREAKERS as error:
        raise BadInput(source, f"it cannot be unpacked ({error})", "Fetch the archive again, or repair it.") from error


def _is_litter(name: str) -> bool:
    """Whether a member is what a system left behind, as in a folder on the disk."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or parts[-1:] == ("Thumbs.db",) or any(p.startswith(".") and p != ".." for p in parts)

"""How much of a stranger's file we are willing to open."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; whatever passes a limit becomes a `Problem` that names the limit.

    `bytes`: size of one document, also inside an archive. `container_bytes`: size of a zip, WARC or JSON lines file.
    `members`: documents in one container. `depth`: archives inside archives. `unzip_ratio`: unpacked size for each
    packed byte, checked above 1 MiB. `unzip_bytes`: everything that one archive may unpack to. `pages`: pages of a PDF.
    `seconds`: processor time for one document. `wall_seconds`: time by the clock for one document, for a parser that
    waits instead of working. `memory`: bytes that a worker may add while it reads.
    """

    bytes: int = 64 * MIB
    container_bytes: int = 8192 * MIB
    members: int = 1_000_000
    depth: int = 3
    unzip_ratio: int = 200
    unzip_bytes: int = 8192 * MIB
    pages: int = 3000
    seconds: float = 60.0
    wall_seconds: float = 300.0
    memory: int = 2048 * MIB

"""Which files to read: folders in sorted order, what the ignore file leaves, each with what lies beside it."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from whence.model import Problem
from whence.read import ignore, sidecars
from whence.read.encodings import decode
from whence.read.jobs import Job

# Case files and what editors and systems leave behind are no documents; a hidden file is read when it is named.
OWN = (".whence", ".whence-wal", ".whence-shm", ".whence-journal")
LITTER = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
PAGES = (".html", ".htm")


@dataclass(slots=True)
class _Folder:
    """A folder being walked: its rules and tables, and those of the folders above it."""

    path: Path
    above: "_Folder | None" = None
    rules: tuple[ignore.Rule, ...] = ()
    table: dict[str, dict[str, str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def ignores(self, relative: str, is_folder: bool) -> bool:
        """Whether the nearest rule that speaks of `relative` (to this folder) ignores it."""
        found = ignore.verdict(self.rules, relative, is_folder)
        if found is None and self.above is not None:
            return self.above.ignores(f"{self.path.name}/{relative}", is_folder)
        return bool(found)

    def given(self, relative: str) -> dict[str, str]:
        """What the tables say about `relative`, the nearest table first."""
        above = self.above.given(f"{self.path.name}/{relative}") if self.above is not None else {}
        if relative in self.table:
            self.used.add(relative)
        return {**above, **self.table.get(relative, {})}


def walk(paths: Iterable[Path], *, given: Mapping[str, str] | None = None) -> Iterator[Job]:
    """Yield a job for each file under `paths`, in the order given and sorted within folders, each file once.

    `given` holds for every file (the command line's --publisher and the like); a folder's `meta.csv` outranks it,
    and a sidecar outranks both. What cannot be walked is a job without a path that carries the problem.
    """
    seen: set[str] = set()
    folders: set[tuple[int, int]] = set()
    for path in paths:
        for job in _start(Path(path), dict(given or {}), folders):
            if job.path is None or job.source not in seen:
                seen.add(job.source)
                yield job


def source_of(path: Path) -> str:
    """The path as it was given, with slashes; bytes that are no text are written as \\xNN."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _start(path: Path, given: dict[str, str], folders: set[tuple[int, int]]) -> Iterator[Job]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield _lost(path, error)
        return
    if stat.S_ISDIR(mode):
        yield from _walk_folder(_Folder(path), given, folders, ())
    else:
        folder = _Folder(path.parent)
        problems = _read_table(folder)
        yield _job(folder, path.name, mode, given, _beside(folder.path, path.name), problems)


def _walk_folder(
    folder: _Folder, given: dict[str, str], folders: set[tuple[int, int]], around: tuple[tuple[int, int], ...]
) -> Iterator[Job]:
    try:
        info = folder.path.stat()
        names = sorted(os.listdir(folder.path))
    except OSError as error:
        yield _lost(folder.path, error)
        return
    identity = (info.st_dev, info.st_ino)
    if identity in around:
        yield _loop(folder.path)
        return
    if identity in folders:
        return
    folders.add(identity)
    problems = _open_folder(folder, names)
    if problems:
        yield Job(source_of(folder.path), problems=problems)
    beside = {
        name.rsplit(".meta.", 1)[0]: name for name in names if sidecars.is_sidecar(name) and name != sidecars.TABLE
    }
    kept = [name for name in names if not _is_litter(name, names)]
    used: set[str] = set()
    for name in kept:
        yield from _entry(folder, name, given, beside, used, folders, (*around, identity))
    yield from _orphans(folder, beside, used)


def _entry(
    folder: _Folder,
    name: str,
    given: dict[str, str],
    beside: dict[str, str],
    used: set[str],
    folders: set[tuple[int, int]],
    around: tuple[tuple[int, int], ...],
) -> Iterator[Job]:
    path = folder.path / name
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if not folder.ignores(name, False):
            yield _lost(path, error)
        return
    if folder.ignores(name, stat.S_ISDIR(mode)):
        used.update(sidecars.stems_of(name))
    elif stat.S_ISDIR(mode):
        yield from _walk_folder(_Folder(path, folder), given, folders, around)
    else:
        stems = [stem for stem in sidecars.stems_of(name) if stem in beside]
        used.update(stems)
        yield _job(folder, name, mode, given, [folder.path / beside[stem] for stem in stems], ())


def _job(
    folder: _Folder, name: str, mode: int, given: dict[str, str], beside: list[Path], problems: tuple[Problem, ...]
) -> Job:
    path = folder.path / name
    source = source_of(path)
    if not stat.S_ISREG(mode):
        step = "Name files and folders; a pipe or a device cannot be read twice."
        return Job(source, problems=(Problem(source, "unreadable", "it is not a file", step),))
    known = {**given, **folder.given(name)}
    for sidecar in reversed(beside):
        told, wrong = sidecars.read_sidecar(sidecar, source_of(sidecar))
        known |= told
        problems += wrong
    return Job(source, path, known, problems)


def _open_folder(folder: _Folder, names: list[str]) -> tuple[Problem, ...]:
    problems: tuple[Problem, ...] = ()
    if ignore.NAME in names:
        path = folder.path / ignore.NAME
        try:
            folder.rules = ignore.parse_rules(decode(path.read_bytes()).text)
        except OSError as error:
            problems = (_lost(path, error).problems[0],)
    return problems + (_read_table(folder) if sidecars.TABLE in names else ())


def _read_table(folder: _Folder) -> tuple[Problem, ...]:
    path = folder.path / sidecars.TABLE
    if not path.is_file():
        return ()
    folder.table, problems = sidecars.read_table(path, source_of(path))
    return problems


def _beside(folder: Path, name: str) -> list[Path]:
    """The sidecars of one file, the closer name first."""
    stems = dict.fromkeys(sidecars.stems_of(name))
    return [p for s in stems for end in ("yaml", "yml") if (p := folder / f"{s}.meta.{end}").is_file()]


def _orphans(folder: _Folder, beside: dict[str, str], used: set[str]) -> Iterator[Job]:
    """Problems of sidecars and table rows that speak of a file that is not there."""
    step = "Rename it to match its document, or delete it."
    for stem in sorted(set(beside) - used):
        source = source_of(folder.path / beside[stem])
        yield Job(source, problems=(Problem(source, "metadata", "there is no document beside it", step),))
    source = source_of(folder.path / sidecars.TABLE)
    for name in sorted(set(folder.table) - folder.used):
        if not (folder.path / name).exists():
            reason = f"it speaks of {name!r}, which is not in the folder"
            yield Job(source, problems=(Problem(source, "metadata", reason, "Correct the name in its row."),))


def _is_litter(name: str, names: list[str]) -> bool:
    if name.startswith((".", "~$")) or name in LITTER or name.endswith(OWN) or sidecars.is_sidecar(name):
        return True
    # A browser saves the images and scripts of page.html into page_files.
    stem = name.removesuffix("_files")
    return stem != name and any(stem + suffix in names for suffix in PAGES)


def _lost(path: Path, error: Exception) -> Job:
    source = source_of(path)
    reason = getattr(error, "strerror", None) or str(error)
    kind = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
    if path.is_symlink():
        reason = f"it is a link that leads nowhere ({reason})"
    step = "Check the name and that you may read it, then run the same command again."
    return Job(source, problems=(Problem(source, kind, reason, step),))


def _loop(path: Path) -> Job:
    source = source_of(path)
    step = "Nothing is lost: the folder is read where it really is. Delete the link to be rid of this message."
    return Job(source, problems=(Problem(source, "symlink loop", "it is a link to a folder around it", step),))

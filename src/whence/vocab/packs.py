"""Domain packs: folders of YAML that a user adds to the vocabulary, put in force together, recorded in the case.

A pack holds ``pack.yaml`` (name, about) and any of the files in `KNOWN`; `docs/packs.md` says what stands in each.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from whence.errors import BadPack, BadVocabulary
from whence.vocab.load import IN_FORCE, parse_text

HEAD = "pack.yaml"
TITLES = ("posts", "ranks", "styles")
LISTS = frozenset(
    """
    abbreviations families hedges hedging_adjectives hedging_nouns hedging_verbs modals name_heads nominals
    same_posts speech_cues speech_nouns spreadsheet
    """.split()
)
KNOWN = frozenset({HEAD, "aliases.yaml", "bodies.yaml", "titles.yaml", "patterns_sequences.yaml"}) | {
    f"{name}.yaml" for name in LISTS
}
FOLDERS = ("predicates", "patterns")
_NAME = re.compile(r"[a-z][a-z0-9-]{1,40}")
_MOST = 2_000_000  # characters of one pack


@dataclass(frozen=True)
class Pack:
    """One pack: its name, what it is about, where it came from, and its files (path in the folder, text)."""

    name: str
    about: str
    origin: str
    files: tuple[tuple[str, str], ...]

    @cached_property
    def digest(self) -> str:
        """Sixteen hexadecimal characters for the content of the files; where they lie does not matter."""
        from hashlib import blake2b

        return blake2b(json.dumps(self.files, ensure_ascii=False).encode(), digest_size=8).hexdigest()

    @property
    def mark(self) -> str:
        """Name and digest, as they are recorded: ``salt@0f3c…``."""
        return f"{self.name}@{self.digest}"

    def text(self, path: str) -> str | None:
        """The text of one file, None where the pack has none."""
        return dict(self.files).get(path)

    def content(self, path: str) -> Any:
        """One file, parsed; None where the pack has none."""
        text = self.text(path)
        return None if text is None else parse_text(f"{self.name}/{path}", text)

    def inside(self, folder: str) -> list[str]:
        """The paths of the files in one folder of the pack."""
        return [path for path, _ in self.files if path.startswith(f"{folder}/")]


def open_pack(folder: Path) -> Pack:
    """The pack in `folder`; raises `BadPack` with file, line and key for what does not belong there."""
    if not folder.is_dir():
        raise BadPack(str(folder), None, "", "is no folder", "Name the folder that holds pack.yaml.")
    paths = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".yaml", ".yml"))
    files = tuple((p.relative_to(folder).as_posix(), _text(p, folder)) for p in paths)
    if sum(len(text) for _, text in files) > _MOST:
        raise BadPack(str(folder), None, "", f"is larger than {_MOST:,} characters")
    known = dict(files)
    if HEAD not in known:
        raise BadPack(str(folder / HEAD), None, "", "is missing; it needs name and about")
    try:
        head = parse_text(f"{folder.name}/{HEAD}", known[HEAD])
    except BadVocabulary as error:
        raise BadPack(error.file, None, "", error.problem) from error
    if not isinstance(head, dict) or set(head) != {"name", "about"} or not _NAME.fullmatch(str(head["name"])):
        raise BadPack(
            f"{folder.name}/{HEAD}", 1, "name", "needs name (lower-case letters, digits, -) and about, no more"
        )
    pack = Pack(str(head["name"]), str(head["about"]), str(folder.resolve()), files)
    for path, _ in files:
        if path not in KNOWN and not (path.count("/") == 1 and path.startswith(tuple(f"{f}/" for f in FOLDERS))):
            known_names = ", ".join([*sorted(KNOWN), *(f"{f}/*.yaml" for f in FOLDERS)])
            raise BadPack(f"{pack.name}/{path}", None, "", f"is no file of a pack; a pack may have {known_names}")
    _check(pack)
    return pack


def _text(path: Path, folder: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadPack(f"{folder.name}/{path.relative_to(folder).as_posix()}", line, "", "is not UTF-8") from error


def _check(pack: Pack) -> None:
    """The shape of each file that only packs have; `validate` checks the others with the vocabulary itself."""
    for path in ("aliases.yaml", "bodies.yaml", "titles.yaml"):
        try:
            raw = pack.content(path)
        except BadVocabulary as error:
            raise placed(error, pack) from error
        if raw is None:
            continue
        if not isinstance(raw, dict):
            raise BadPack(f"{pack.name}/{path}", 1, "", "is not a table of name: [words]")
        for key, words in raw.items():
            if not isinstance(words, list) or not words or not all(isinstance(w, str) and w.strip() for w in words):
                raise _fault(pack, path, str(key), "is not a list of words (quote words like no and on)")
            if path == "titles.yaml" and key not in TITLES:
                raise _fault(pack, path, str(key), f"is none of {', '.join(TITLES)}")


def _fault(pack: Pack, path: str, key: str, problem: str) -> BadPack:
    return BadPack(f"{pack.name}/{path}", line_of(pack.text(path) or "", key), key, problem)


def line_of(text: str, key: str) -> int | None:
    """The line on which `key` stands as a key or a name in a YAML text, counted from 1; None where it does not."""
    words = re.escape(key.split(",")[0].split("/")[-1].strip().strip("'\""))
    if not words:
        return None
    pattern = re.compile(rf"^[\s-]*(?:name:\s*)?['\"]?{words}['\"]?\s*(?::|$)", re.MULTILINE)
    found = pattern.search(text) or re.search(words, text)
    return text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1 if found else None


def placed(error: BadVocabulary, *packs: Pack) -> BadVocabulary:
    """A fault that the vocabulary found, with the line, where it is in one of `packs`."""
    for pack in packs:
        path = error.file.removeprefix("patterns/").removeprefix(f"{pack.name}/")
        if error.file.startswith((f"{pack.name}/", f"patterns/{pack.name}/")) and pack.text(path) is not None:
            said = re.search(r"line (\d+), column", error.problem)
            line = int(said[1]) if said else line_of(pack.text(path) or "", error.where.removeprefix("role "))
            return BadPack(f"{pack.name}/{path}", line, error.where, error.problem)
    return error


def use(packs: Sequence[Pack]) -> None:
    """Put packs in force in this process, in place of those that were; what was loaded is loaded anew."""
    if [p.mark for p in packs] == [p.mark for p in IN_FORCE]:
        return
    twice = {p.name for p in packs if sum(q.name == p.name for q in packs) > 1}
    if twice:
        raise BadPack(min(twice), None, "name", "is the name of two packs")
    IN_FORCE[:] = packs
    forget()


def forget() -> None:
    """Drop every table that our modules made of the vocabulary."""
    for name, module in list(sys.modules.items()):
        if name.startswith("whence.") and not name.startswith("whence.reader"):  # a model is slow to load, and no word
            for item in list(vars(module).values()):
                if callable(clear := getattr(item, "cache_clear", None)) and not isinstance(item, type):
                    clear()


def in_force() -> tuple[Pack, ...]:
    """The packs in force."""
    return tuple(IN_FORCE)


def packs_of_setting(folders: Iterable[Path] = ()) -> list[Pack]:
    """The packs in `folders`, else in those that the setting ``WHENCE_PACKS`` names (as PATH does)."""
    setting = [Path(p) for p in os.environ.get("WHENCE_PACKS", "").split(os.pathsep) if p]
    return [open_pack(folder) for folder in (list(folders) or setting)]


@cache
def aliases() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every bearer with its names, as the packs in force have them: (pack, name, other names)."""
    return [
        (pack.name, bare(str(name)), tuple(map(bare, words)))
        for pack in IN_FORCE
        for name, words in (pack.content("aliases.yaml") or {}).items()
    ]


@cache
def bodies() -> dict[str, tuple[str, str]]:
    """Every name that the packs in force list, with its mention type and pack; other names go with the listed one."""
    out: dict[str, tuple[str, str]] = {}
    for pack in IN_FORCE:
        for kind, names in (pack.content("bodies.yaml") or {}).items():
            out |= {bare(name): (str(kind), pack.name) for name in names}
    for _, name, others in aliases():
        listed = next((out[n] for n in (name, *others) if n in out), None)
        if listed:
            out |= {n: listed for n in (name, *others) if n not in out}
    return out


def bare(name: str) -> str:
    """A listed name without its article, which is no part of it."""
    return re.sub(r"^[Tt]he\s+", "", name.strip())


def counts(pack: Pack) -> Mapping[str, int]:
    """How many things of each sort a pack brings."""
    lists = {p: pack.content(p) or {} for p in ("aliases.yaml", "bodies.yaml", "titles.yaml")}
    found = {name.removesuffix(".yaml"): sum(map(len, table.values())) for name, table in lists.items()}
    for folder in FOLDERS:
        found[folder] = sum(len(pack.content(path) or ()) for path in pack.inside(folder))
    found["patterns"] += len(pack.content("patterns_sequences.yaml") or ())
    words = {f"{n}.yaml" for n in LISTS - {"families"}}
    found["families"] = len(pack.content("families.yaml") or ())
    found["other words"] = sum(_size(pack.content(path)) for path, _ in pack.files if path in words)
    return {name: number for name, number in found.items() if number}


def _size(table: Any) -> int:
    return sum(len(v) for v in table.values()) if isinstance(table, dict) else 0


__all__ = ["Pack", "aliases", "bodies", "counts", "forget", "in_force", "open_pack", "packs_of_setting", "use"]

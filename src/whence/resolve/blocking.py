"""Which profiles are worth comparing: those that share a key. The work grows with the blocks, not with the square."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from whence.resolve.profiles import Profile
from whence.text.names import ORGANIZATION, Name, Part
from whence.text.names.spelling import skeleton
from whence.text.names.words import given_forms

CROWD = 60  # a block of more profiles is a common word; it is compared only along its sorted order
WINDOW = 8


def keys(name: Name) -> Iterator[str]:
    """The keys of one name: its words by skeleton, alone and by twos, and its acronyms."""
    bones = sorted({_bone(p, name.kind) for p in name.parts})
    yield from bones
    yield from ("+".join(pair) for pair in combinations(bones[:6], 2))
    yield from {skeleton(_scanned(p.word)) for p in name.parts} - set(bones)
    if name.kind == ORGANIZATION:
        yield from (f"~{letters}" for letters in {*name.initials, *name.acronyms} if 2 <= len(letters) <= 7)
        yield from (f"~{p.word}" for p in name.parts if p.role == "acronym")
        yield from (f"^{p.word[:3]}" for p in name.parts[:2] if len(p.word) > 3)


def _bone(part: Part, kind: str) -> str:
    if part.meaning:
        return f"={part.meaning}"
    forms = given_forms().get(part.word) if kind != ORGANIZATION else None
    return f"#{min(forms)}" if forms else skeleton(part.word)


def _scanned(word: str) -> str:
    return word.replace("q", "o").replace("rn", "m")


def candidates(found: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Every two profiles that share a key, once, in a fixed order."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in found:
        for key in {f"{profile.kind}|{k}" for name in profile.parsed for k in keys(name)}:
            blocks[key].append(profile)
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        for a, b in _within(blocks[key]):
            pair = (a.key, b.key) if a.key < b.key else (b.key, a.key)
            if pair not in seen:
                seen.add(pair)
                yield (a, b) if a.key < b.key else (b, a)


def _within(block: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    row = sorted(block, key=lambda p: ("".join(sorted(p.parsed[0].words)), p.key))
    yield from ((a, b) for i, a in enumerate(row) for b in row[i + 1 : i + 1 + WINDOW])

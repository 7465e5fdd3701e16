"""Which profiles are worth comparing: those that share a key. The work grows with the blocks, not with the square."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

from whence.resolve.profiles import Profile
from whence.text.names import ORGANIZATION, PERSON, Name, Part
from whence.text.names.spelling import guttural, skeleton
from whence.text.names.words import given_forms

CROWD = 60  # a block of more profiles shares common words; it is compared only along its sorted order
FEW = 12  # as many that share one word only are all compared
WINDOW = 6


def keys(name: Name) -> Iterator[str]:
    """The keys of one name: its words by skeleton, by twos and (marked "1") alone, and its acronyms.

    A key with "*" is a word beside another that lacks a sound: names that a slip has changed share one.
    """
    bones = sorted({bone for p in name.parts for bone in _bones(p, name.kind)})
    yield from (f"1{bone}" for bone in bones)
    yield from ("+".join(pair) for pair in combinations(bones[:6], 2))
    if len(bones) <= 3:
        yield from {f"{x}*{y[:i] + y[i + 1 :]}" for x, y in permutations(bones, 2) for i in range(len(y))}
    if name.kind == ORGANIZATION:
        yield from _letters(name)


def _bones(part: Part, kind: str) -> Iterator[str]:
    """The key of a part, and for letters that stand for two sounds the other one."""
    yield _bone(part, kind)
    if kind == PERSON and len(part.word) > 5 and ("x" in part.word or "ch" in part.word):
        yield skeleton(guttural(part.word))


def _bone(part: Part, kind: str) -> str:
    if part.meaning:
        return f"={part.meaning}"
    forms = given_forms().get(part.word) if kind != ORGANIZATION else None
    return f"#{min(forms)}" if forms else skeleton(part.word)


def _letters(name: Name) -> Iterator[str]:
    yield from (f"~{letters}" for letters in {*name.initials, *name.acronyms} if 2 <= len(letters) <= 7)
    yield from (f"~{p.word}" for p in name.parts if p.role == "acronym")
    beginnings = name.parts[:2] if len(name.parts) > 1 else tuple(p for p in name.parts if len(p.word) > 5)
    yield from (f"1^{p.word[:3]}" for p in beginnings if len(p.word) > 3)


def candidates(found: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Every two profiles that share a key, once, in a fixed order."""
    every = sorted(found, key=lambda p: p.key)
    place = {p.key: number for number, p in enumerate(every)}
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for profile in every:
        for key in {f"{profile.kind}|{k}" for name in profile.parsed for k in keys(name)}:
            blocks[key].append(profile)
    seen: set[int] = set()  # two places as one number: millions of pairs are remembered
    for key in sorted(k for k, block in blocks.items() if len(block) > 1):
        alone = key.partition("|")[2].startswith("1")
        for a, b in _of_one_word(blocks[key], key) if alone else _within(blocks[key]):
            first, second = (a, b) if place[a.key] < place[b.key] else (b, a)
            pair = place[first.key] * len(every) + place[second.key]
            if pair not in seen:
                seen.add(pair)
                yield first, second


def _of_one_word(block: list[Profile], key: str) -> Iterator[tuple[Profile, Profile]]:
    """Profiles that share one word: all where they are few; else those that are named by it alone, with the others."""
    if len(block) <= FEW and "^" not in key:
        yield from combinations(block, 2)
        return
    single = [p for p in block if any(len(n.parts) == 1 for n in p.parsed)]
    others = block if len(block) <= CROWD else sorted(block, key=_row)[:WINDOW]
    yield from ((a, b) for a in single for b in others if a is not b)


def _within(block: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    if len(block) <= CROWD:
        yield from combinations(block, 2)
        return
    row = sorted(block, key=_row)
    yield from ((a, b) for i, a in enumerate(row) for b in row[i + 1 : i + 1 + WINDOW])


def _row(profile: Profile) -> tuple[str, str]:
    return "".join(sorted(profile.parsed[0].words)), profile.key

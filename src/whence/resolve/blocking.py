"""Which profiles are worth comparing: those that share a key. The work grows with the blocks, not with the square."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations, product

import numpy as np

from whence.resolve.profiles import Profile
from whence.text.names import ORGANIZATION, PERSON, Name, Part, wade
from whence.text.names.person import last_names
from whence.text.names.scripts import CONSONANTAL
from whence.text.names.spelling import Kin, guttural, kin, skeleton
from whence.text.names.words import cognate, given_forms

FEW = 12  # as many that share one word only are all compared
MANY = 16  # a block of more profiles that share two words is split by a third one
CROWD = 60  # what is shared by more is common
WINDOW = 6  # neighbours in sorted order with which each of many is compared
_Block = Sequence[int]  # profiles, by their place in the order of keys


def keys(name: Name) -> Iterator[str]:
    """The keys of one name: its words by skeleton, by twos and (marked "1") alone, and its acronyms.

    A key with "*" is a word beside another that lacks a sound: names that a slip has changed share one.
    """
    yield from _sure_keys(name)
    yield from {key for key, _ in _slips(name)}


def _sure_keys(name: Name) -> Iterator[str]:
    bones = _skeletons(name)
    yield from (f"1{bone}" for bone in bones)
    yield from ("+".join(pair) for pair in combinations(list(bones)[:6], 2))
    if name.kind == PERSON and 1 < len(name.parts) <= 3:
        yield from {f"{bone}.{name.parts[0].word[:1]}" for bone in (_bone(p, name.kind) for p in name.parts[1:])}
    if name.kind == ORGANIZATION:
        yield from _letters(name)
    else:
        yield from _joined(name)
        yield from (f"@{spelled}" for spelled in wade.keys(name.words))


def _joined(name: Name) -> Iterator[str]:
    """The keys of a last name with a hyphen, as if it were written in one ("Tavassoli-Nia")."""
    if whole := skeleton(_whole(name)):
        yield f"1{whole}"
        yield "+".join(sorted((_bone(name.parts[0], name.kind), whole)))


def _whole(name: Name) -> str:
    """A last name with a hyphen as one word; empty where there is none."""
    double = name.kind == PERSON and len(name.parts) > 2 and "-" in name.text and len(last_names(name)) > 1
    return "".join(p.word for p in name.parts[-2:]) if double else ""


def _skeletons(name: Name) -> dict[str, str]:
    """The keys of a name's words, in order, each with a word that has it."""
    return dict(sorted((bone, p.word) for p in name.parts for bone in _bones(p, name.kind)))


def _slips(name: Name) -> Iterator[tuple[str, str]]:
    """Keys with "*" of a name of few words: a word, and the sounds of another, all or but one; with that other."""
    bones = _skeletons(name)
    if len(bones) <= 3:
        mark = "?" if name.script in CONSONANTAL else ""
        for x, y in permutations(bones, 2):
            whole = skeleton(bones[y])
            lost = {whole, *(whole[:i] + whole[i + 1 :] for i in range(len(whole)))}
            yield from ((f"{x}*{sounds}", mark + bones[y]) for sounds in lost)


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
    pairs = (min(a, b) * len(every) + max(a, b) for a, b in _met(every) if a != b)
    for pair in np.unique(np.fromiter(pairs, dtype=np.int64)):  # as numbers, for there are millions
        a, b = divmod(int(pair), len(every))
        yield every[a], every[b]


def _met(every: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Two places for each key that two profiles share and that makes them worth comparing."""
    told = _Words(every)
    blocks: dict[str, list[int]] = defaultdict(list)
    slips: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, profile in enumerate(every):
        for key in {f"{profile.kind}|{key}" for name in profile.parsed for key in _sure_keys(name)}:
            blocks[key].append(place)
        for key, word in {slip for name in profile.parsed for slip in _slips(name)}:
            slips[f"{profile.kind}|{key}"][word].append(place)
    for key, block in blocks.items():
        if len(block) > 1:
            word = key.partition("|")[2]
            if word.startswith("@"):
                yield from combinations(block[:CROWD], 2)
            elif word.startswith("1^") or word.startswith("~"):
                yield from _of_one_word(every, block, word) if "^" in word else _within(every, block, word)
            elif word.startswith("1"):
                yield from filter(told.may_be_one, _of_one_word(every, block, word))
            elif "." in word:
                yield from _of_initials(every, block)
            else:
                yield from filter(told.may_be_one, _within(every, block, word))
    for words in slips.values():
        if len(words) > 1:
            for one, other in _alike(words):
                yield from product(words[one][:CROWD], words[other][:CROWD])


class _Words:
    """The words of each profile's names by their keys, to see whether two that share keys share words."""

    def __init__(self, every: Sequence[Profile]) -> None:
        latin = (all(n.script == "LATIN" for n in p.parsed) for p in every)
        self._of = [[_by_bone(n) for n in p.parsed] if plain else None for p, plain in zip(every, latin, strict=True)]

    def may_be_one(self, pair: tuple[int, int]) -> bool:
        """Does a name of one share more than chance with a name of the other? The same consonants alone are chance.

        Of names of three words or more that have one word in common all but that would have to be slips.
        """
        mine, theirs = self._of[pair[0]], self._of[pair[1]]
        if mine is None or theirs is None:
            return True
        return any(_share_enough(x, y) for x in mine for y in theirs)


def _by_bone(name: Name) -> dict[str, list[str]]:
    """The words of a name by each of their keys."""
    out: dict[str, list[str]] = {}
    for part in name.parts:
        for bone in _bones(part, name.kind):
            out.setdefault(bone, []).append(part.word)
    if whole := _whole(name):
        out.setdefault(skeleton(whole), []).append(whole)
    return out


def _share_enough(x: dict[str, list[str]], y: dict[str, list[str]]) -> bool:
    shared = sum(bone[0] in "=#" or _are_kin(x[bone], y[bone]) for bone in x.keys() & y.keys())
    return shared > 1 or (shared == 1 and min(_spelled_out(x), _spelled_out(y)) <= 2)


def _spelled_out(words: dict[str, list[str]]) -> int:
    return sum(any(len(w) > 1 for w in each) for each in words.values())  # an initial may be any word


def _are_kin(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(kin(one, other) not in _CHANCE for one in mine for other in theirs)


_CHANCE = frozenset({Kin.VOWELS, Kin.NEAR, Kin.NONE})


def _alike(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words of which one may be the other, miswritten; of many only those that begin alike are asked."""
    every = sorted(words)
    groups: Iterable[list[str]] = [every]
    if len(every) > CROWD:
        begun: dict[str, list[str]] = defaultdict(list)
        for word in every:
            begun[word[:1]].append(word)
        groups = begun.values()
    for group in groups:
        yield from ((one, other) for one, other in combinations(group, 2) if _is_slip(one, other))


def _is_slip(one: str, other: str) -> bool:
    if one[0] == "?" or other[0] == "?":
        return True
    if kin(one, other) is not Kin.NONE or cognate(one) == cognate(other) != "":
        return True
    forms = given_forms()
    return one in forms and not forms[one].isdisjoint(forms.get(other, ()))


def _of_one_word(every: Sequence[Profile], block: _Block, key: str) -> Iterator[tuple[int, int]]:
    """Profiles that share one word: all where they are few; else those that are named by it alone, with the others."""
    if len(block) <= FEW and "^" not in key:
        yield from combinations(block, 2)
        return
    single = [p for p in block if any(len(n.parts) == 1 for n in every[p].parsed)]
    others = block if len(block) <= CROWD else _row(every, block)[:WINDOW]
    yield from ((a, b) for a in single for b in others)


def _of_initials(every: Sequence[Profile], block: _Block) -> Iterator[tuple[int, int]]:
    """People who share a name and the first letter of the first: those of whom no more is written, with the others.

    With some where the others are many: the letter then may be any of them.
    """
    short = [p for p in block if any(len(n.parts[0].word) == 1 for n in every[p].parsed)]
    return product(short, block if len(block) <= MANY else _row(every, block)[:WINDOW])


def _within(every: Sequence[Profile], block: _Block, key: str) -> Iterator[tuple[int, int]]:
    """Profiles that share two words or their letters: all; of many those that share a third too, and neighbours.

    Those that have no third word are compared with all, or where these are a crowd with some: enough to see that they
    may be several.
    """
    if len(block) <= MANY:
        yield from combinations(block, 2)
        return
    row = _row(every, block)
    yield from _neighbours(row)
    known = set(key.split("+"))
    thirds: dict[str, list[int]] = defaultdict(list)
    bare = []
    for p in row:
        further = [{*_skeletons(name)} - known for name in every[p].parsed]
        if not all(further):
            bare.append(p)
        for bone in set().union(*further):
            thirds[bone].append(p)
    yield from product(bare[:CROWD], [*bare[:CROWD], *(row if len(row) <= CROWD else row[:WINDOW])])
    for third in thirds.values():
        yield from combinations(third, 2) if len(third) <= MANY else _neighbours(third)


def _neighbours(row: Sequence[int]) -> Iterator[tuple[int, int]]:
    return ((a, b) for i, a in enumerate(row) for b in row[i + 1 : i + 1 + WINDOW])


def _row(every: Sequence[Profile], block: _Block) -> list[int]:
    return sorted(block, key=lambda p: ("".join(sorted(every[p].parsed[0].words)), p))

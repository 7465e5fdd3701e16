"""Chinese names as Wade and Giles spelled them, beside pinyin: "Li Kuo-ting" is Li Guoding.

Their apostrophes are nearly always left out, so of one of their spellings several in pinyin may be meant; pinyin is
therefore put into theirs, and not the other way round.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

_INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s w y".split()
_FINALS = (
    "a o e ai ei ao ou an en ang eng ong i ia iao ie iu ian in iang ing iong u ua uo uai ui uan un uang ueng ue er"
).split()
_INITIAL = {"zh": "ch", "q": "ch", "j": "ch", "x": "hs", "z": "ts", "c": "ts", "b": "p", "d": "t", "g": "k", "r": "j"}
_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "szu", "er": "erh",
    "e": "o",
    "yi": "i", "you": "yu", "yan": "yen", "ye": "yeh", "yue": "yueh", "yong": "yung", "gui": "kuei", "kui": "kuei",
    "ge": "ko", "ke": "ko", "he": "ho", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo",
}  # fmt: skip
_FINAL = {"ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "ue": "ueh", "uo": "o"}
_SPELLED = re.compile(r"^ss(?=u)")  # "ssu" is "szu"


@cache
def _syllables() -> dict[str, str]:
    """Every syllable of pinyin, and some that nobody says, with its spelling by Wade and Giles."""
    out = {final: final for final in ("a", "ai", "an", "ang", "ao", "ou", "en")}
    out |= {i + f: _INITIAL.get(i, i) + _FINAL.get(f, f) for i in _INITIALS for f in _FINALS}
    return out | _WHOLE


@cache
def _spelled() -> frozenset[str]:
    return frozenset(_syllables().values())


@lru_cache(maxsize=200_000)
def of_pinyin(words: Sequence[str]) -> frozenset[str]:
    """The spellings by Wade and Giles, syllable by syllable, of a name in pinyin; empty where it is none."""
    if not 1 < len(words) < 4 or any(len(w) > 12 for w in words):
        return frozenset()
    found = [""]
    for word in words:
        found = [f"{head} {tail}".strip() for head in found for tail in _split(word)]
    return frozenset(row for row in found if row.count(" ") < 3)


def _split(word: str) -> Iterator[str]:
    """A word of one syllable or two, spelled by Wade and Giles."""
    table = _syllables()
    if word in table:
        yield table[word]
    yield from (f"{table[word[:i]]} {table[word[i:]]}" for i in range(1, len(word)) if _are_two(word, i))


def _are_two(word: str, i: int) -> bool:
    return word[:i] in _syllables() and word[i:] in _syllables()


@lru_cache(maxsize=200_000)
def by_wade(words: Sequence[str]) -> str:
    """A name as Wade and Giles spelled it, its syllables in order; empty where it cannot be that.

    Of two words one at least is no syllable of pinyin; of three each stands alone, as in "Wei-kuo" and not in "Weiguo".
    """
    if not 1 < len(words) < 4 or any(len(w) > 7 for w in words):
        return ""
    row = [_SPELLED.sub("sz", w).replace("teh", "te") for w in words]
    mere = len(row) == 2 and all(w in _syllables() for w in row)
    return " ".join(row) if all(w in _spelled() for w in row) and not mere else ""


def keys(words: Sequence[str]) -> frozenset[str]:
    """What spellings of one Chinese name share, for blocking; none for other names."""
    own = by_wade(words)
    return of_pinyin(words) | {own} if own else of_pinyin(words)


def are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Is one name the other as Wade and Giles spelled it?"""
    return _is_spelled(one, other) or _is_spelled(other, one)


def _is_spelled(one: Sequence[str], other: Sequence[str]) -> bool:
    own = by_wade(one)
    sure = len(one) != len(other) or any(w not in _syllables() for w in one)
    return bool(own) and sure and own in of_pinyin(other)

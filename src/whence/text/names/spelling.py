"""Two spellings of one word: how far apart are they, and is it a matter of transliteration or another name?

A word is heard as consonants with vowels between them. Letters that stand for one sound of Arabic, Persian, Urdu,
Turkish, Russian, Ukrainian or Chinese in different systems of Latin letters are one consonant (``sounds.yaml`` in
miniature below); vowels are compared by what they can stand for, because /a/ and /o/ make another man.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from whence.text.names.words import given_forms


class Kin(IntEnum):
    """How two words are related, from the closest to none."""

    SAME = 0
    VARIANT = 1
    MEANING = 2
    JOINED = 3
    ACRONYM = 4
    GIVEN_FORM = 5
    OCR = 6
    INITIAL = 7
    SLIP = 8
    VOWEL_SLIP = 9
    SLIPS = 10
    VOWELS = 11
    NEAR = 12
    NONE = 13


@dataclass(frozen=True, slots=True)
class Sound:
    """A word as heard: consonants, and the vowels before, between and after them (one more than the consonants)."""

    consonants: str
    vowels: tuple[str, ...]


# Applied in this order. Capitals are sounds that Latin letters write with two: S sh, C ch, J zh, X kh, D dh, T th.
# Before each: letters without which the pattern cannot match, so that most words pass most lines unread.
_LETTERS = [
    (need, re.compile(pattern), sound)
    for need, pattern, sound in (
        ("k", r"(?<=.)ss?k(?:iy|yi|ij|yj|ii|y|i|yy|yj)$", "ski"),
        ("", r"(?:iy|ij|yi|ii|yy)$", "i"),
        ("e", r"^y(?=e)|^j(?=e[lvkf])", ""),
        ("n", r"(?:dd?|d)[iy]n(?:e)?$", "din"),
        ("l", r"[aeou]ll?ah?$", "ulla"),
        ("c", r"ic$", "iC"),
        ("ne", r"(?<=[^aeiou]a)ne$|(?<=ou)ne$", "n"),
        ("ine", r"((?:ou|gu).*(?:[^aeiou]|gu)i)ne$", r"\1n"),
        ("gu", r"gu(?=[eiy])", "g"),
        ("w", r"(?<=[kgnrmbjl])w(?=[aeiou])", "u"),
        ("t", r"tsch|tch|tx", "C"),
        ("ch", r"shch|sch", "S"),
        ("d", r"dzh|dj", "j"),
        ("sh", r"sh", "S"),
        ("z", r"cz", "C"),
        ("z", r"sz", "S"),
        ("zh", r"zh", "J"),
        ("ch", r"ch", "C"),
        ("kh", r"kh", "X"),
        ("gh", r"gh", "q"),
        ("dh", r"dh", "D"),
        ("th", r"th", "T"),
        ("ph", r"ph", "f"),
        ("t", r"ts|tz", "c"),
        ("ck", r"ck", "q"),
        ("c", r"c(?![eiy])", "k"),
        ("x", r"x", "ks"),
        ("w", r"w(?=[aeiouy])(?<![aeiou]w)", "v"),
        ("w", r"(?<=[aeiou])w", "u"),
        ("w", r"w", "v"),
        ("y", r"y(?=[aeiou])(?<=^y)", "Y"),
        ("y", r"y", "i"),
        ("h", r"(?<=.)h(?![aeiou])", ""),
        ("", r"([^aeiou])\1+", r"\1"),
    )
]

# Which consonants may stand for one another, when all else agrees.
_ALIKE = {
    both
    for pair in "kq qg gX kX Xh SC SX DT Dz Dd zd zj Ts Tt fv vb jY jJ jg jC Ss cs cz cC Jz hj SJ ck pf".split()
    for both in (pair, pair[::-1])
}
_SPREAD = {
    "": "",
    "a": "A", "aa": "A", "e": "E", "i": "I", "ee": "I", "ii": "I", "o": "O", "u": "U", "oo": "U", "ou": "U", "uu": "U",
    "ue": "U", "oe": "O", "ow": "U", "au": "W", "ao": "W", "aou": "W", "ouu": "U", "auu": "W", "eu": "W",
    "ai": "Y", "ei": "Y", "ae": "Y", "aei": "Y", "aii": "Y", "eii": "Y", "aie": "Y", "eie": "Y", "ie": "I", "ai e": "Y",
}  # fmt: skip
_NEIGHBOURS = {frozenset(pair) for pair in "AE EI OU YE YI YA WO WU WA".split()}
_INSIDE = _NEIGHBOURS | {frozenset(pair) for pair in "EO EU".split()}


@lru_cache(maxsize=200_000)
def sound(word: str) -> Sound:
    """The word (folded, Latin letters) as heard."""
    for need, pattern, code in _LETTERS:
        if need in word:
            word = pattern.sub(code, word)
    runs = re.split(r"([^aeiou])", word)
    return Sound("".join(runs[1::2]), tuple(_SPREAD.get(run, run) for run in runs[0::2]))


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """A short key that spellings of one word share: consonants in coarse classes. For blocking, not for proof."""
    heard = sound(somali(word)).consonants
    coarse = heard.translate(_KEY)
    return re.sub(r"(.)\1+", r"\1", coarse) or word[:2]


_KEY = str.maketrans(
    {
        **dict.fromkeys("qgXkh", "k"),
        **dict.fromkeys("DzdTtsScJC", "s"),
        **dict.fromkeys("jY", "j"),
        **dict.fromkeys("vbpf", "f"),
    }
)


# Those that also may in a word so short that nothing else tells it apart.
_ALIKE_SHORT = {both for pair in "kq qg gX kX Xh fv jY Ss SC".split() for both in (pair, pair[::-1])}


def _consonants_agree(a: str, b: str, *, short: bool) -> bool:
    alike = _ALIKE_SHORT if short else _ALIKE
    for x, y in zip(a, b, strict=True):  # noqa: SIM110 - no generator: the innermost loop of resolution
        if x != y and x + y not in alike:
            return False
    return True


def _vowel_clashes(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How many vowels cannot be two spellings of one: the first weighs as written, an end present or absent clashes."""
    last = len(a) - 1
    return sum(not _vowel_agrees(x, y, i, last) for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y)


def _vowel_agrees(x: str, y: str, place: int, last: int) -> bool:
    if not x or not y:
        return 0 < place < last and (x or y) in {"A", "E", "I"}
    if place == last and {x, y} <= {"A", "E"}:
        return True
    near = _INSIDE if place > 1 else _NEIGHBOURS
    ends = ((x[0].upper(), y[0].upper()), (x[-1].upper(), y[-1].upper()))
    return all(one == other or frozenset((one, other)) in near for one, other in ends)


def kin(a: str, b: str) -> Kin:
    """How the folded words `a` and `b` are related by spelling; what words mean and how they join is for the caller."""
    if a == b:
        return Kin.SAME
    if len(a) <= 1 or len(b) <= 1:
        return Kin.INITIAL if a[:1] == b[:1] else Kin.NONE
    return _kin(a, b) if a < b else _kin(b, a)


_SLAVIC = re.compile(
    r"(?:[eo]nko|ch?uk|[yi]uk|sk[yi]i?|sk[iy]y|[oe]vych|[oe]vich|[oe]v|[iy]v|ych|ak|ko|yk|ik|ets|ts|un|ura|[ei]y)$"
)


def ukrainian(word: str) -> str:
    """The word with g read as h, as Ukrainian has it where Russian writes g (Hrytsenko, Gritsenko)."""
    return re.sub(r"g(?!h)", "h", word)


def _soft(word: str) -> str:
    """The word with kh read as the h that is not heard before a consonant (Akhmetov, Ahmetov)."""
    return re.sub(r"kh(?=[^aeiou])", "h", word)


def guttural(word: str) -> str:
    """The word with x and ch read as kh, as Azerbaijani and German write that sound (Axundov, Achmatova)."""
    return word.replace("x", "kh").replace("ch", "kh")


@lru_cache(maxsize=100_000)
def somali(word: str) -> str:
    """The word with x read as h and without the c that English leaves out (Cabdiraxmaan, Abdirahman); else as it is."""
    plain = re.sub(r"([aeiou])\1", r"\1", re.sub(r"c(?=[aeiou]|$)", "", word).replace("x", "h"))
    sign = "x" in word or re.search(r"([aeiou])\1", word) or plain.startswith("abd") or plain in given_forms()
    return plain if sign and len(plain) > 2 else word


@lru_cache(maxsize=500_000)
def _kin(a: str, b: str) -> Kin:
    heard_a, heard_b = sound(a), sound(b)
    clashes = 0
    if len(heard_a.consonants) == len(heard_b.consonants) and _consonants_agree(
        heard_a.consonants, heard_b.consonants, short=min(len(a), len(b)) < 5
    ):
        clashes = _vowel_clashes(heard_a.vowels, heard_b.vowels)
        if not clashes and heard_a.consonants:
            return Kin.SLIP if is_mistyped(a, b) else Kin.VARIANT
    if ("x" in a) != ("x" in b) and ("ch" in a + b or "kh" in a + b) and sound(guttural(a)) == sound(guttural(b)):
        return Kin.VARIANT
    if ("x" in a or "c" in a) != ("x" in b or "c" in b) and _as_somali(a, b):
        return Kin.VARIANT
    if ("kh" in a) != ("kh" in b) and min(len(a), len(b)) > 4 and sound(_soft(a)) == sound(_soft(b)):
        return Kin.VARIANT
    if ("g" in a) != ("g" in b) and "h" in a + b and _SLAVIC.search(a) and _SLAVIC.search(b) and _as_ukrainian(a, b):
        return Kin.VARIANT
    return _apart(a, b, clashes)


_TWO_LETTERS = re.compile(r"sch|[cgkpstzd]h|t[sz]|ck|dj|(?<=[aeiouy])[hw]|h(?![aeiouy])")
_GLIDE = re.compile(r"(?<=[^aeiouylr])[lr](?=[aeiouy]|$)")  # is said in one with the consonant before it
_RUN = re.compile(r"[^aeiouy]+")
_HARD_END = re.compile(r"(?:[^aeiouy][^aeiouyrl]|[rlmn][rl])$")  # "Aleksandr", "Sadr" end in no such


def is_mistyped(a: str, b: str) -> bool:
    """Do two words that may be spellings of one differ as only a slip of typing differs?

    Two neighbouring letters changed places, one letter stands three times, or a vowel is lost between consonants that
    nobody can say without it. Doubled letters, and vowels that other systems write otherwise, are no such sign.
    """
    if _are_swapped(a, b):
        return True
    thrice = [bool(re.search(r"(.)\1\1", word)) for word in (a, b)]
    return thrice[0] != thrice[1] or _lost_a_vowel(a, b) or _lost_a_vowel(b, a)


def _are_swapped(a: str, b: str) -> bool:
    if len(a) != len(b) or sorted(a) != sorted(b):
        return False
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if all(a[i] in "aeiouy" for i in apart):
        return False  # "ie" and "ei": two ways to write one sound, to whoever writes by ear
    ending = {a[-2:], b[-2:]} in ({"er", "re"}, {"el", "le"}) and apart[-1] == len(a) - 1
    return len(apart) == 2 and apart[1] == apart[0] + 1 and not ending


def _lost_a_vowel(short: str, long: str) -> bool:
    mine, theirs = (re.sub(r"(.)\1+", r"\1", _TWO_LETTERS.sub("h", word)) for word in (short, long))
    if len(mine) >= len(theirs):
        return False
    runs = [max((len(run) for run in _RUN.findall(_GLIDE.sub("", word))), default=0) for word in (mine, theirs)]
    if runs[0] > max(runs[1], 2):
        return True
    left = len(_RUN.split(mine)) > 3 or re.search(r"([^aeiouy])\1[^aeiouy]$", short)
    return bool(left and _HARD_END.search(mine) and not _HARD_END.search(theirs))


def _as_ukrainian(a: str, b: str) -> bool:
    one, other = sound(ukrainian(a)), sound(ukrainian(b))
    return one.consonants == other.consonants and not _vowel_clashes(one.vowels, other.vowels)


def _as_somali(a: str, b: str) -> bool:
    x, y = somali(a), somali(b)
    if (x, y) == (a, b) or min(len(x), len(y)) < 3:
        return False
    one, other = sound(x), sound(y)
    return one.consonants == other.consonants and not _vowel_clashes(one.vowels, other.vowels)


def _apart(a: str, b: str, clashes: int) -> Kin:
    """Not one spelling of the other: a slip of hand or eye, other vowels, or another word."""
    if min(len(a), len(b)) < 3 or not ratio(a, b, score_cutoff=60):
        return Kin.NONE
    if _as_scanned(a) == _as_scanned(b):
        return Kin.OCR
    edits = OSA.distance(a, b, score_cutoff=2)
    if edits == 1:
        return Kin.VOWEL_SLIP if clashes else Kin.SLIP
    if clashes:
        return Kin.VOWELS
    if edits == 2 and min(len(a), len(b)) >= 6:
        return Kin.SLIPS
    return Kin.NEAR if ratio(a, b) >= 75 else Kin.NONE


def _as_scanned(word: str) -> str:
    """Letters that a scanner or a tired eye takes for one another become one."""
    return word.replace("rn", "m").replace("vv", "w").replace("cl", "d").translate(_LOOKALIKES)


_LOOKALIKES = str.maketrans("q01l5!|", "ooiisii")


@lru_cache(maxsize=200_000)
def bones(word: str) -> str:
    """Consonants as scripts that leave vowels out would write them, in coarse classes: for Arabic and Hebrew."""
    heard = sound(word).consonants.translate(_BONES)
    return re.sub(r"(.)\1+", r"\1", heard)


_BONES = str.maketrans(
    {
        "v": "",
        "Y": "",
        "h": "",
        "X": "k",
        "q": "k",
        "g": "k",
        "C": "s",
        "S": "s",
        "J": "s",
        "j": "s",
        "D": "d",
        "T": "t",
    }
    | {"z": "s", "c": "s", "p": "b"}
)


@lru_cache(maxsize=200_000)
def kin_unvowelled(a: str, b: str) -> Kin:
    """How two words are related when at least one is written without its vowels: by their consonants alone."""
    x, y = bones(a), bones(b)
    if x and x == y:
        return Kin.VARIANT
    long_enough = min(len(x), len(y)) >= 4 and OSA.distance(x, y, score_cutoff=1) == 1
    return Kin.SLIP if long_enough else Kin.NONE

"""Scripts of syllables into Latin letters, by the names that Unicode gives their signs.

"DEVANAGARI LETTER KHA" is kh with an a behind it, "ETHIOPIC SYLLABLE BEE" is be, "KATAKANA LETTER TU" is tsu: what is
written here is only what custom spells otherwise than those names. A Korean syllable is taken apart into its letters,
each of which may be spelled in the ways that Koreans spell it (`is_korean_for`).
"""

import re
import unicodedata
from functools import lru_cache

INDIC = frozenset("DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA TAMIL TELUGU KANNADA MALAYALAM".split())
KANA = frozenset({"HIRAGANA", "KATAKANA"})
_SILENT_END = frozenset("DEVANAGARI BENGALI GURMUKHI GUJARATI ORIYA".split())

_INDIC_CONSONANTS = {
    "C": "ch", "CH": "chh", "TT": "t", "TTH": "th", "DD": "d", "DDH": "dh", "NN": "n", "SS": "sh", "LL": "l",
    "LLL": "zh", "RR": "r", "NNN": "n", "KHH": "kh", "GHH": "gh", "DDDH": "r", "RH": "rh", "YY": "y", "RRR": "r",
}  # fmt: skip
_INDIC_VOWELS = {
    "A": "a", "AA": "a", "I": "i", "II": "i", "U": "u", "UU": "u", "E": "e", "EE": "e", "AI": "ai", "O": "o",
    "OO": "o", "AU": "au", "VOCALIC R": "ri", "CANDRA E": "e", "CANDRA O": "o",
}  # fmt: skip
_ETHIOPIC = {
    "HH": "h", "SZ": "s", "X": "h", "C": "ch", "KX": "kh", "DD": "d", "GG": "g", "TH": "t", "PH": "p", "TZ": "ts",
    "GLOTTAL ": "", "PHARYNGEAL ": "",
}  # fmt: skip
_ORDERS = {"A": "e", "U": "u", "I": "i", "AA": "a", "EE": "e", "E": "", "O": "o"}
_KANA = {"SI": "shi", "TI": "chi", "TU": "tsu", "HU": "fu", "ZI": "ji", "DI": "ji", "DU": "zu", "WO": "o", "VU": "vu"}
# Thai: consonants only. One under a sign of silence is not heard.
_THAI = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬฮ",
        "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l "
        "h".split(),
        strict=True,
    )
)
_UNHEARD = re.compile("[ก-ฮ][ิุ]?์")


def spell(word: str, script: str) -> str:
    """A word of one of these scripts in Latin letters, lower case; Korean syllables with spaces between them."""
    word = unicodedata.normalize("NFC", word)
    if script in INDIC:
        return _indic(word, script)
    if script in KANA:
        return _kana(word)
    if script == "ETHIOPIC":
        return "".join(map(_ethiopic, word))
    if script == "THAI":
        return "".join(_THAI.get(c, "") for c in _UNHEARD.sub("", word))
    return " ".join(_korean(c) for c in word) if script == "HANGUL" else word


SPELLED = INDIC | KANA | {"ETHIOPIC", "THAI", "HANGUL"}


def _indic(word: str, script: str) -> str:
    out: list[str] = []
    for sign in word:
        _, _, told = unicodedata.name(sign, "").partition(" ")
        if told.startswith("VOWEL SIGN "):
            _silence(out)
            out.append(_INDIC_VOWELS.get(told[11:], ""))
        elif told == "SIGN VIRAMA":
            _silence(out)
        elif told in {"SIGN ANUSVARA", "SIGN CANDRABINDU", "SIGN TIPPI", "SIGN BINDI"}:
            out.append("n")
        elif told.startswith("LETTER CHILLU "):
            out.append(told[14:15].lower())
        elif told.startswith("LETTER "):
            out += _indic_letter(told[7:])
    if script in _SILENT_END and len(out) > 2:
        _silence(out)
    return "".join(out).replace(_INHERENT, "a")


_INHERENT = "\0"


def _indic_letter(called: str) -> list[str]:
    if called in _INDIC_VOWELS:
        return [_INDIC_VOWELS[called]]
    letters = called.removesuffix("A")
    return [_INDIC_CONSONANTS.get(letters, letters.lower()), _INHERENT]


def _silence(out: list[str]) -> None:
    if out and out[-1] == _INHERENT:
        out.pop()


def _ethiopic(sign: str) -> str:
    found = re.fullmatch(r"ETHIOPIC SYLLABLE (.*?)(AA|EE|[AUIEO])", unicodedata.name(sign, ""))
    if not found:
        return ""
    letters = _ETHIOPIC.get(found[1], found[1].lower())
    if found[2] == "A" and letters in {"", "h"}:
        return f"{letters}a"
    return letters + (_ORDERS[found[2]] or ("e" if not letters else ""))


def _kana(word: str) -> str:
    out = ""
    double = False
    for sign in word:
        called = unicodedata.name(sign, "").partition(" LETTER ")[2]
        small = called.startswith("SMALL ")
        called = called.removeprefix("SMALL ")
        if small and called == "TU":
            double = True
            continue
        heard = _KANA.get(called, called.lower())
        if small and out:
            out = _softened(out, heard)
            continue
        out += ("t" if heard[:2] == "ch" else heard[:1]) + heard if double and heard else heard
        double = False
    return out


def _softened(out: str, small: str) -> str:
    """A sign with a small one behind it: "ki" and "ya" are kya, "shi" and "yu" shu, "fu" and "a" fa."""
    if small[:1] == "y" and out.endswith(("shi", "chi", "ji")):
        return out[:-1] + small[1:]
    return out[:-1] + small


_INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_MEDIALS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_SPELLED_INITIALS = {
    "g": "g|k", "kk": "kk?|gg?", "n": "n|r|rh|l", "d": "d|t", "tt": "tt?|dd?", "r": "r|l|n|", "m": "m", "b": "b|p",
    "pp": "pp?|bb?", "s": "sh?", "ss": "ss?", "": "|w|y|l|r|rh", "j": "j|ch", "jj": "jj?|ch", "ch": "ch", "k": "k",
    "t": "t", "p": "p", "h": "h",
}  # fmt: skip
_SPELLED_MEDIALS = {
    "a": "ah?", "ae": "ae|ai|e", "ya": "ya", "yae": "yae", "eo": "eo|o|u|uh|er|ur", "e": "eh?", "yeo": "yeo|you|yu|yo",
    "ye": "ye", "o": "oh?", "wa": "wa", "wae": "wae|wai", "oe": "oe|oi|we", "yo": "yo", "u": "u|oo|ou", "wo": "wo|weo",
    "we": "we", "wi": "wi|wee", "yu": "yu|yoo|you", "eu": "eu|u", "ui": "ui|ee|eui|i", "i": "i|ee",
}  # fmt: skip
_SPELLED_FINALS = {
    "": "h?", "k": "k|g|ck|rk", "n": "h?n", "t": "t|s|d", "l": "l|r", "m": "h?m", "p": "p|b", "ng": "ng",
}  # fmt: skip


def _letters_of(syllable: str) -> tuple[str, str, str] | None:
    number = ord(syllable) - 0xAC00
    if not 0 <= number < 11172:
        return None
    return _INITIALS[number // 588], _MEDIALS[number % 588 // 28], _FINALS[number % 28]


def _korean(syllable: str) -> str:
    letters = _letters_of(syllable)
    return "".join(letters) if letters else syllable


@lru_cache(maxsize=20_000)
def _ways(syllables: str) -> re.Pattern[str]:
    out = ""
    for syllable in syllables:
        letters = _letters_of(syllable)
        if letters:
            first, vowel, last = letters
            out += f"(?:{_SPELLED_INITIALS[first]})(?:{_SPELLED_MEDIALS[vowel]})(?:{_SPELLED_FINALS[last]})"
    return re.compile(out or r"(?!)")


def is_korean_for(syllables: str, word: str) -> bool:
    """May Korean syllables be spelled as the folded Latin word: 박 as park or bak, 지훈 as jihoon?"""
    return bool(_ways(unicodedata.normalize("NFC", syllables)).fullmatch(word))

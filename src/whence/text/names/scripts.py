"""Names in other scripts, letter by letter into Latin; where vowels are not written, consonants only."""

import re
import unicodedata
from functools import cache, lru_cache

from whence.text.names.syllables import SPELLED, spell
from whence.vocab import load_words, read_yaml

# Arabic, Persian, Urdu. Codes: see `spelling`. Alef, waw and yeh are weak: they may be a vowel or a consonant.
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگةىآأإءئؤکیٱھہۃےۀڤٹڈڑں",
        "a b t th j h kh d dh r z s sh s z t z . gh f q k l m n h w y "
        "p ch zh g a a a a a . y w k y a h h a y h v t d r n".split(),
        strict=True,
    )
) | {"ٔ": "", ".": ""}  # fmt: skip
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        ". b g d h w z h t y k k l m m n n s . p f ts ts k r sh t".split(),
        strict=True,
    )
)
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґђјљњћџѓѕќўөүұқғәңһ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya i yi ye g dj j lj nj c dz "
        "g dz k u o u u k gh a ng h".split(),
        strict=True,
    )
)
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(), strict=True)
)
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
_TABLE = {
    ord(k): v.replace(".", "")
    for t in (_ARABIC, _HEBREW, _CYRILLIC, _GREEK, _GEORGIAN, _ARMENIAN)
    for k, v in t.items()
}

CONSONANTAL = frozenset({"ARABIC", "HEBREW", "THAI"})
SYLLABIC = frozenset({"CJK", "HANGUL"})


@lru_cache(maxsize=4096)
def _letter_script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").split(" ")[0].split("-")[0]


def script_of(text: str) -> str:
    """The script most letters of `text` are in, by its Unicode name: LATIN, ARABIC, CYRILLIC, HEBREW, CJK ..."""
    if text.isascii():
        return "LATIN"
    letters = [_letter_script(c) for c in text if c.isalpha()]
    return max(sorted(set(letters)), key=letters.count) if letters else "LATIN"


def latin(word: str, raw: str = "") -> str:
    """`word` (folded) in Latin letters, lower case; Chinese in pinyin where the character is known, else left as it is.

    `raw` is the word as written, for scripts of syllables, whose marks are more than accents.
    """
    if word.isascii():
        return word
    if raw and (script := script_of(raw)) in SPELLED:
        return spell(raw, script)
    plain = word.replace("ու", "у")  # two Armenian letters for one sound
    if "α" <= word[:1] <= "ω":
        plain = _greek(plain)
    plain = plain.translate(_TABLE)
    return re.sub(r"\s+", " ", "".join(_pinyin().get(c, c) for c in plain)).strip()


def _greek(word: str) -> str:
    """A Greek word with the pairs of letters that are one sound in Latin letters."""
    for pair, sound in _GREEK_PAIRS:
        word = word.replace(pair, sound)
    return re.sub(r"^mp", "b", re.sub(r"^nt", "d", re.sub(r"^gk", "g", word)))


_GREEK_PAIRS = (
    ("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("ει", "i"), ("οι", "i"), ("μπ", "mp"), ("ντ", "nt"), ("γκ", "gk"),
    ("γγ", "ng"), ("τζ", "tz"),
)  # fmt: skip


def japanese(text: str) -> list[tuple[str, str]]:
    """The two names of a Japanese in Chinese characters, each as written and as read; empty where it is no such.

    A given name that is not known, or is written in kana, is read as far as it can be.
    """
    table = read_yaml("names_japanese.yaml")
    bare = re.sub(r"[\s・]+", "", text)
    family = next((bare[:size] for size in (3, 2) if bare[:size] in table["family"]), "")
    rest = bare[len(family) :]
    if not family:
        return []
    found = [(family, table["family"][family])]
    return [*found, (rest, table["given"].get(rest) or latin(rest, rest).replace(" ", ""))] if rest else found


@cache
def _pinyin() -> dict[str, str]:
    return {char: f" {syllable} " for syllable, rows in load_words("names_pinyin.yaml").items() for char in rows[0]}


@cache
def is_pinyin(word: str) -> bool:
    """Whether it is one or two syllables of Chinese in Latin letters."""
    syllables = load_words("names_pinyin.yaml")
    return word in syllables or any(word[:i] in syllables and word[i:] in syllables for i in range(1, len(word)))

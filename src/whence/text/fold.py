"""Letters that look alike to a reader become the same letters: case, marks, apostrophes, dashes, odd Latin letters."""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘`´ʼʻʿʾ′ʹ＇‛"
_DASHES = re.compile(r"[\-‐‑‒–—―−_/]+")
_SPACES = re.compile(r"\s+")
_ODD = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "ħ": "h",
        "ŋ": "ng", "ə": "a", "ŧ": "t", "ĸ": "k", "ƒ": "f", "ɓ": "b", "ɗ": "d", "ŀ": "l", "&": " and ",
        **dict.fromkeys(APOSTROPHES, ""),
    }
)  # fmt: skip


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """`text` in lower case without marks, apostrophes and dashes, spaces single: ``Al--Ṭāhir’s`` → ``al tahirs``.

    Dots, commas and brackets stay: they carry meaning (initials, family name first, acronym) that `names` reads.
    Letters of scripts other than Latin stay too, without their vowel marks.
    """
    plain = strip_marks(text.casefold().translate(_ODD)).translate(_ODD)
    return _SPACES.sub(" ", _DASHES.sub(" ", plain)).strip()


def strip_marks(text: str) -> str:
    """`text` without combining marks: accents, Arabic vowel signs, Hebrew points; compatibility forms resolved."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c != "ـ")

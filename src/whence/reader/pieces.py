"""Words to the word pieces of the encoder's lower-case vocabulary, with the shape that lower case hides."""

import unicodedata
from functools import lru_cache
from importlib import resources

SHAPES = 32
_LONGEST_WORD = 64
_MOST_PIECES = 16
_PLAIN = str.maketrans(dict.fromkeys("’‘ʼ´`′", "'") | dict.fromkeys("“”„«»″", '"'))


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """Number of every piece, from the file the encoder was trained with."""
    lines = resources.files("whence.reader").joinpath("data/vocab.txt").read_text("utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=200_000)
def pieces(word: str) -> tuple[int, ...]:
    """Numbers of the pieces of one word; the unknown piece where nothing fits, so never empty."""
    known = vocabulary()
    found: list[int] = []
    for part in _basic(word.translate(_PLAIN)):
        found += _greedy(part, known)
    return tuple(found[:_MOST_PIECES]) or (known["[UNK]"],)


def _basic(word: str) -> list[str]:
    """Lower case without accents or invisible signs, parted at punctuation."""
    parts: list[str] = [""]
    for char in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(char)
        if kind in ("Mn", "Cc", "Cf", "Co", "Cs", "Cn"):
            continue
        if kind[0] == "P" or (kind[0] == "S" and ord(char) < 128) or 0x4E00 <= ord(char) <= 0x9FFF:
            parts += [char, ""]
        else:
            parts[-1] += char
    return [part for part in parts if part]


def _greedy(part: str, known: dict[str, int]) -> list[int]:
    """Longest piece first, as WordPiece does."""
    if len(part) > _LONGEST_WORD:
        return [known["[UNK]"]]
    found, at = [], 0
    while at < len(part):
        end = len(part)
        prefix = "##" if at else ""
        while end > at and prefix + part[at:end] not in known:
            end -= 1
        if end == at:
            return [known["[UNK]"]]
        found.append(known[prefix + part[at:end]])
        at = end
    return found


@lru_cache(maxsize=200_000)
def shape(word: str, spaced: bool) -> int:
    """Class 0..15 of how a word is written: case, digits, signs, and whether a space stands before it."""
    return _case(word) * 2 + spaced


def _case(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in word) else 6
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 0 if any(c.islower() for c in letters) else 7
    if all(upper):
        return 4 if len(letters) == 1 else 2
    return 1 if upper[0] and not any(upper[1:]) else 3

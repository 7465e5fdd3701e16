"""The words of a sentence as names are made of them: hyphens, apostrophes and dotted letters stay inside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

APOSTROPHES = "’'‘`´"
DOMAINS = "(?:com|org|net|gov|edu|info|biz|io|tv)"
# "Al – Ameri" and "Al--Kaabi": a dash inside a name is a slip of the typist when a particle stands before it.
WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_]\b)?"  # U.S., K.H.
    rf"|[^\W_]+(?:-[^\W_]+)*\.{DOMAINS}\b(?:[{APOSTROPHES}]s\b)?(?!\.\w|@)"  # Osh.com
    rf"|\b[dD]e[’'](?=\s[A-Z])"  # Ivo de' Duda
    rf"|[^\W_ʿʾ]+(?:(?:[{APOSTROPHES}ʿʾ]|--?|‐|‑)[^\W_]+)*"  # al-Maliki, O'Neill, Kata‘ib
    r"|[^\w\s]|[ʿʾ]"
)
# "'Amr": the letter ayn, written before a vowel, where the sentence closes no quotation behind it.
AYN = re.compile(rf"(?<!\w)(?:[{APOSTROPHES}](?=[AEIOU])|[ʿʾ](?=[A-Z]))(?=[^\W\d_]*[^\W\dA-Z_])")
CLOSING = re.compile(rf"(?<=[\w.,!?…])[{APOSTROPHES}](?!\w)")
PARTICLES = frozenset({"al", "el", "ul", "ud", "bin", "ibn"})
POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")
CONTRACTED = re.compile(rf"(?:[nN][{APOSTROPHES}]t|[{APOSTROPHES}](?:re|ve|ll|d|m))$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its offsets in the document; a possessive ending is left out and noted."""

    text: str
    start: int
    end: int
    possessive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case, one code point for one."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def shouted(self) -> bool:
        """Whether it is written in capitals throughout, two letters at least."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and all(c.isupper() for c in letters)


def is_address(word: str) -> bool:
    """Whether it is the address of a site, by which a firm goes: "Harbour.com"."""
    return re.search(rf"\w\.{DOMAINS}$", word) is not None


TAILS = frozenset("led run born made held style era wide bound friendly loyal built like owned dependent".split())
# What ends an adjective made of a name ("Osh-leaning", "Osh-backed"), and not a name of two syllables ("Mei-ling").
PARTICIPLE = re.compile(r"ed$|[aeiou]\w*ing$")
PREFIX = re.compile(r"(?:pro|anti|non|post|pre|mid|ex|then|former)(?=-)", re.IGNORECASE)
ONCE = frozenset({"ex", "then", "former"})


def _joined_adjective(word: str) -> int:
    """Where to cut "Rabat-backed", "pro-Rabat" and "ex-premier"; 0 for names that hold a hyphen themselves."""
    prefix = PREFIX.match(word)
    if prefix and word[prefix.end() + 1 :].lower() in ("tem", "tempore"):
        return 0
    if prefix and (word[prefix.end() + 1 : prefix.end() + 2].isupper() or prefix.group().lower() in ONCE):
        return prefix.end()
    head, dash, tail = word.rpartition("-")
    if head.isupper() and len(head) > 2 and tail[:1].isupper() and not tail.isupper():
        return len(head)  # "KCRA-Harbour": a body and its part
    adjective = tail.islower() and (PARTICIPLE.search(tail) or tail in TAILS)
    return len(head) if dash and head[:1].isupper() and adjective and head.lower() not in PARTICLES else 0


def split_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of `text` between two offsets."""
    skip = ayn = -2
    for match in WORD.finditer(text, start, end):
        word, a, b = match.group(), match.start(), match.end()
        if a == skip:
            continue
        if AYN.match(text, a) and not CLOSING.search(text, b, end):
            ayn = a
            continue
        first = ayn if ayn == a - 1 else a
        own = POSSESSIVE.search(word)
        if own and len(word) > 2:
            yield Word(word[: own.start()], first, a + own.start(), True)
            continue
        cut = _joined_adjective(word)
        if cut:
            yield Word(word[:cut], first, a + cut)
            yield Word("-", a + cut, a + cut + 1)
            yield Word(word[cut + 1 :], a + cut + 1, b)
            continue
        short = CONTRACTED.search(word)
        if short and short.start() > 0:
            yield Word(word[: short.start()], first, a + short.start())
            yield Word(word[short.start() :], a + short.start(), b)
            continue
        # "militias'": the plural possessive stands as a sign of its own right after the word.
        plural = word[-1:] in "sS" and text[b : b + 1] in APOSTROPHES and not text[b + 1 : b + 2].isalnum()
        skip = b if plural and b < end else -1
        yield Word(word, first, b, skip == b)

"""A person's name into parts: title, given, kunya, particles, family or nisba, nickname, numeral, suffix."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from unicodedata import category

from whence.text.fold import fold
from whence.text.names.cultures import home
from whence.text.names.nouns import PERSON, Name, Part
from whence.text.names.scripts import SYLLABIC, japanese, latin, script_of
from whence.text.names.words import longest, plain, small, titles

_NICK = re.compile(r"[\"“”«»„]([^\"“”«»„]{2,40})[\"“”«»„]|\(([^()]{2,60})\)|(?<!\w)['‘]([^'’]{2,30})['’](?!\w)")
_CAMEL = re.compile(r"^([A-Z][a-z]{3,})([A-Z][a-z]{2,})$")
_SPLIT = re.compile(r"[\s\-‐‑–—_/.,;・·]+")
_ABD = re.compile(r"^abd(?:h?[aeou]{1,2}[lrsnzd])(?=[^aeiou]|a[a-z]{3}|[iou][a-z]{3})(.{2,})$")
# How Malaysians, Singaporeans and Indians write "son of" and "daughter of" in short.
_CHILD_OF = re.compile(r"(?<!\w)[asdAD]/[lpoLPO]\.?(?!\w)")
_DOUBLE = re.compile(r"(\w{3,})[-‐‑](\w{2,})$")
_INITIALS = re.compile(r"(?:\w{1,2}\.)+\w?")
_JAPANESE = frozenset({"CJK", "HIRAGANA", "KATAKANA"})
_JUNIOR = {"filho", "neto", "jr", "junior", "sr", "senior"}  # these are never a family name alone
_AL = "ال"
_ARABIC_SMALL = {"عبد": "abd", "بن": "bin", "ابن": "bin", "بنت": "bint", "ابو": "abu", "ابي": "abu", "ام": "umm"}
_ARABIC_SMALL |= {"الله": "ullah", "الدين": "din"}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word on its way: as written, folded in Latin letters, and what was learned of it."""

    raw: str
    word: str
    article: bool = False
    son: bool = False
    role: str = ""


def parse_person(text: str) -> Name:
    """The name of a person in its parts; text that holds no name at all gives a `Name` without parts."""
    script = script_of(text)
    bare, nicknames = _without_nicknames(_CHILD_OF.sub("bin", _south_slavic(text)))
    ordered, family_first = _family_last(bare)
    words = list(_words(ordered, script))
    found, words = _strip_titles(words)
    words, suffixes = _strip_suffixes(_with_benjamin(words, text))
    parts, particles = _roles(list(_gather(words)), family_first)
    return Name(
        text, PERSON, tuple(_unless_repeated(parts)), tuple(found), tuple(particles), tuple(suffixes), tuple(nicknames),
        script=script, family_first=family_first, sons=tuple(i for i, p in enumerate(parts) if p.role == "patronymic"),
    )  # fmt: skip


def _south_slavic(text: str) -> str:
    """Đ as Serbs and Croats put it in plain letters (Đurić, Djuric); that of Vietnam is a D."""
    return text.replace("Đ", "Dj").replace("đ", "dj") if re.search("[ćčšžĆČŠŽ]", text) else text


def last_names(name: Name) -> tuple[str, ...]:
    """The last name; of one with a hyphen ("Paz-Lobo") also the whole and its first half: nicknames precede them."""
    double = _DOUBLE.search(name.text)
    if double is None or len(name.parts) < 3 or fold(double[2]) != fold(name.parts[-1].shown):
        return (str(name.parts[-1]),)
    return (str(name.parts[-1]), f"{double[1]}-{double[2]}", double[1])


def _without_nicknames(text: str) -> tuple[str, list[str]]:
    found = [next(g for g in m.groups() if g) for m in _NICK.finditer(text)]
    bare = _NICK.sub(" ", text)
    return (bare, found) if bare.strip(" \"'") else (text, [])


def _family_last(text: str) -> tuple[str, bool]:
    """ "Family, Given" and "FAMILY Given" turned round; "Given Family, Jr." left as it is."""
    head, comma, tail = text.partition(",")
    first, *rest = text.split() or [""]
    registered = len(first) > 3 and first.isupper() and not _INITIALS.fullmatch(first)
    if not comma and registered and 0 < len(rest) < 3 and not any(w.isupper() for w in rest):
        return f"{' '.join(rest)} {first}", True  # as registers write it
    if not comma or not tail.strip() or plain(tail) in small("suffix") | small("numeral"):
        return text, False
    return f"{tail} {head}", True


def _words(text: str, script: str) -> Iterator[_Word]:
    if script in _JAPANESE and (named := japanese(text)):
        yield from (_Word(raw, word) for raw, word in named)
        return
    for raw in _SPLIT.split(text):
        for piece in _CAMEL.sub(r"\1 \2", raw).split():
            word = fold(piece)
            spelled = _arabic(word) if script == "ARABIC" else latin(word, piece)
            if script == "HANGUL":
                yield from (_Word(syllable, w) for syllable, w in zip(piece, spelled.split(), strict=False))
            elif script in SYLLABIC:
                yield from (_Word(piece, w) for w in spelled.split() or [word])
            elif cleaned := _letters(spelled):
                yield _Word(piece, cleaned, script == "ARABIC" and word.startswith(_AL))


def _letters(text: str) -> str:
    """`text` without punctuation; the vowel signs of Indic scripts, which are marks, stay."""
    return "".join(c for c in text if c.isalnum() or category(c)[0] == "M")


def _arabic(word: str) -> str:
    """Latin letters for an Arabic word, its article off, its small words in the form the lists have them."""
    return _ARABIC_SMALL.get(word) or latin(word[2:] if word.startswith(_AL) and len(word) > 4 else word)


def _strip_titles(words: list[_Word]) -> tuple[list[str], list[_Word]]:
    """Titles off the front, honorifics off anywhere; the last word is never a title, for then it is the name."""
    found: list[str] = []
    kept: list[_Word] = []
    table, rest = titles(), words
    while rest:
        run = longest((w.word for w in rest[:-1]), table)
        kind, size = run or ("", 0)
        size = 0 if kind == "also_names" and len(rest) - size < 2 else size
        if size and (not kept or (kind == "honorific" and size == 1)):
            found.append(" ".join(w.raw for w in rest[:size]))
            rest = rest[size:]
            continue
        kept.append(rest[0])
        rest = rest[1:]
    return found, kept or words


def _strip_suffixes(words: list[_Word]) -> tuple[list[_Word], list[str]]:
    ends = small("suffix") | small("numeral") | {"sa", "hajji", "haji", "dr"}
    kept = list(words)
    suffixes: list[str] = []
    while len(kept) > 1 and kept[-1].word in ends and (len(kept) > 2 or kept[-1].word in small("numeral") | _JUNIOR):
        suffixes.insert(0, kept.pop().word)
    return kept, suffixes


def _with_benjamin(words: list[_Word], text: str) -> list[_Word]:
    """The words, with a "Ben" in front as a given name, unless an Arabic name or a hyphen makes it "son of"."""
    if len(words) < 2 or words[0].word != "ben" or (text.startswith("Ben-") and words[1].word != "ben"):
        return words
    return words if home((words[1].word,)) == "arabic" else [replace(words[0], role="given"), *words[1:]]


def _gather(words: list[_Word]) -> Iterator[_Word]:
    """Articles, "abd al-X", "abu X", "X al-din", "bin X" drawn into the word they belong to."""
    rest = list(words)
    while rest:
        size, word = _gathered(rest)
        rest = rest[size:]
        yield word


def _gathered(rest: list[_Word]) -> tuple[int, _Word]:
    head, tail = rest[0], rest[1:]
    if not tail:
        return 1, _split_abd(head)
    if head.word in small("abd") and (skip := _after_article(tail)):
        return _join(rest, skip + 1, "abd")
    if head.word in small("father_of") and (skip := _after_article(tail)):
        size, inner = _gathered(tail[skip - 1 :])
        parent = "umm" if head.word.endswith("m") else "abu"
        return size + skip, _Word(" ".join(w.raw for w in rest[: size + skip]), parent + inner.word, role="kunya")
    if head.word in small("son_of") and not head.role:
        size, inner = _gathered(tail)
        return size + 1, replace(inner, son=True)
    if _is_article(head, tail[0]):
        size, inner = _gathered(tail)
        return size + 1, replace(inner, raw=f"{head.raw}-{inner.raw}", article=True)
    if (skip := _after_article(tail)) and _is_din(tail[skip - 1].word):
        raw = " ".join(w.raw for w in rest[: skip + 1])
        ending = "udin" if tail[skip - 1].word.startswith("d") else "ullah"
        return skip + 1, _Word(raw, head.word + ending)
    return 1, _split_abd(head)


def _is_din(word: str) -> bool:
    return word in {"din", "deen", "dine", "eddine", "eddin", "uddin", "addin", "allah", "ullah", "ollah"}


def _after_article(tail: list[_Word]) -> int:
    """How many words there are up to and with the next one that is not an article; 0 when there is none."""
    skip = 1 if len(tail) > 1 and _is_article(tail[0], tail[1]) else 0
    return skip + 1 if len(tail) > skip else 0


def _is_article(word: _Word, following: _Word) -> bool:
    if word.word in small("article"):
        return True
    return word.word in small("assimilated") and following.word.startswith(word.word[-1]) and len(following.word) > 3


def _join(rest: list[_Word], size: int, prefix: str) -> tuple[int, _Word]:
    return size, _Word(" ".join(w.raw for w in rest[:size]), prefix + rest[size - 1].word)


def _split_abd(word: _Word) -> _Word:
    """ "Abdulaziz" and "Abdelaziz" become "abdaziz", as "Abd al-Aziz" does."""
    found = _ABD.match(word.word)
    return replace(word, word="abd" + found.group(1)) if found else word


def _roles(words: list[_Word], family_first: bool) -> tuple[list[Part], list[str]]:
    last = len(words) - 1
    asian = bool(words) and words[0].word in small("vietnamese")  # "Van" there is a man's middle name
    small_words = [not asian and (_is_particle(w, i, last) or _is_lo(words, i)) for i, w in enumerate(words)]
    particles = [w.word for w, is_small in zip(words, small_words, strict=True) if is_small]
    core = [w for w, is_small in zip(words, small_words, strict=True) if not is_small]
    return [Part(w.word, _role(w, i, len(core)), w.raw) for i, w in enumerate(core)], particles


def _is_particle(word: _Word, place: int, last: int) -> bool:
    """Whether it is "de", "von", "y"; a single capital is an initial ("E. Costa")."""
    initial = len(word.word) == 1 and word.raw.isupper()
    return word.word in small("particle") and place < last and not initial


def _is_lo(words: list[_Word], place: int) -> bool:
    """Whether it is the article of an Italian surname ("Lo Bianco"); before a syllable it is a Chinese one."""
    return words[place].word == "lo" and place == len(words) - 2 and len(words[-1].word) > 4


def _role(word: _Word, place: int, count: int) -> str:
    if word.role:
        return word.role
    if len(word.word) == 1 and word.word.isascii():
        return "initial"
    if word.son or (place and re.search(r"[oe]v(?:ich|itch|yc|na)$|ivna$", word.word)):
        return "patronymic"
    if count == 1:
        return "only"
    if place == count - 1:
        return "nisba" if word.article and word.word.endswith(("i", "y", "iya")) else "family"
    return "given" if place == 0 else "middle"


def _unless_repeated(parts: list[Part]) -> Iterator[Part]:
    """A part that only repeats the one before it is a slip; a short one may be a syllable (Chang Chang)."""
    yield from parts[:1]
    yield from (b for a, b in pairwise(parts) if a.word != b.word or len(parts) < 3 or len(a.word) < 6)

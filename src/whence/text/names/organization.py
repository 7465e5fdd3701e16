"""The name of a body into parts: type word, stem, place, number, acronym, legal form."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_demonym, may_begin, places
from whence.text.names.nouns import ORGANIZATION, Name, Part
from whence.text.names.scripts import SYLLABIC, latin, script_of
from whence.text.names.words import (
    body_words,
    common_words,
    country_of_adjective,
    legal_forms,
    link_words,
    longest,
    native_lands,
    native_stem,
    native_words,
    plain,
    type_words,
)

_BRACKET = re.compile(r"\(([^()]{1,60})\)")
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŸŹŻŽƏȘȚ]"
_ACRONYM = re.compile(
    rf"(?:{_CAPITAL}\.){{2,}}{_CAPITAL}?\.?|{_CAPITAL}{{2,6}}\d?|[A-Z]{{1,2}}&[A-Z]|[A-Z]{{1,4}}\d{{1,3}}"
)
_GLUED = re.compile(r"(?<=[a-z])(AG|GmbH|SA|AB|NV|Inc|Ltd|LLC|PLC|SE)\b")
_ELIDED = re.compile(r"\b[dlDL]['’](?=\w{2})")
_SPLIT = re.compile(r"[\s,;/\-‐‑–—_\"“”«»„]+")
_NISBA = re.compile("(?:ية|ي)$")  # Arabic: of a land
_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NUMBERS = {word: n for words in (_UNITS, _ORDINALS) for n, word in enumerate(words, 1)}
_TENS = {w: n * 10 for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_TENS["fourty"] = 40
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}
_ROMAN |= {"xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
_BIG = 50_000  # a word of a name that is also a city of fewer people is taken for a word


def parse_organization(text: str) -> Name:
    """The name of a body in its parts; text without any word gives a `Name` without parts."""
    bracketed = [b for b in _BRACKET.findall(text) if _are_letters(b)]
    acronyms = [_letters(b) for b in bracketed]
    bare = _BRACKET.sub(lambda m: " " if _are_letters(m.group(1)) else f" {m.group(1)} ", text)
    bare = bare if bare.strip() else text
    script = script_of(bare)
    raws = [
        r
        for r in _SPLIT.split(_GLUED.sub(r" \1", _ELIDED.sub("", re.sub(r"['’]s\b", "", bare))).replace("&", " and "))
        if r.strip(".'’‘")
    ]
    spelled = [half for raw in _pausal(raws) for half in _halves(raw)]
    core, forms = _without_forms(spelled)
    parts = list(_parts(core, script, shouted=bare.isupper() and any(len(w) > 6 for w in core)))
    return Name(
        text, ORGANIZATION, tuple(parts), acronyms=tuple(acronyms), initials=tuple(_shortened(spelled, core)),
        forms=forms, script=script,
    )  # fmt: skip


def _are_letters(bracketed: str) -> bool:
    """Are they the letters of the body, and not of the country of a branch ("Delta Lines (UK) Ltd")?"""
    letters = bracketed.strip()
    return _ACRONYM.fullmatch(letters) is not None and country(letters) is None


def _pausal(raws: list[str]) -> Iterator[str]:
    """The Arabic ending that is heard as -at before an article and as -a elsewhere, always as -a ("Risalat al-Nur")."""
    for raw, after in zip(raws, [*raws[1:], ""], strict=False):
        yield raw[:-1] if after in ("al", "Al", "ul", "an", "as") and len(raw) > 4 and raw.endswith("at") else raw


@lru_cache(maxsize=50_000)
def _halves(raw: str) -> tuple[str, ...]:
    """A German compound of two words that bodies have in their names in its halves: "Arbeiter", "partei"."""
    word = fold(raw)
    if len(word) < 9 or len(word) != len(raw) or word in body_words() or not word.isalpha():
        return (raw,)
    for at in range(4, len(word) - 3):
        first, second = word[:at], word[at:]
        bare = next((w for w in (first, first.removesuffix("s"), first.removesuffix("en")) if _is_other(w)), "")
        if bare and _is_other(second):
            return raw[: len(bare)], raw[at:]
    return (raw,)


def _is_other(word: str) -> bool:
    """Is it a word of bodies, and not the English one?"""
    return body_words().get(word, word) not in (word, word.removesuffix("s"))


def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text).lower()


def _without_forms(raws: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Legal forms off both ends, as long as a name is left."""
    words, forms = list(raws), []
    while len(words) > 1:
        keys = [plain(w) for w in words]
        end = next((n for n in range(min(6, len(words) - 1), 0, -1) if " ".join(keys[-n:]) in legal_forms()), 0)
        start = longest(keys[:-1], legal_forms(), 6)
        if end:
            forms.append(legal_forms()[" ".join(keys[-end:])])
            words = words[:-end]
        elif start:
            forms.append(start[0])
            words = words[start[1] :]
        else:
            break
    if {"jsc", "llc"} & set(forms) and len(words) > 1 and plain(words[0]).replace(" ", "") == "sc":
        words = words[1:]  # Romanian, "societate comercială"; without a form behind it a sports club
    return words, tuple(dict.fromkeys(forms))


def _parts(raws: list[str], script: str, *, shouted: bool) -> Iterator[Part]:
    rest = list(raws)
    before = ""
    while rest:
        size, part = _part(rest, script, shouted=shouted, first=not before)
        if before == "acronym" and len(rest[0]) == 1 and rest[0].isupper():
            size, part = 1, Part(fold(rest[0]), "acronym", rest[0])  # the last letter of "EPL-R"; in "EPL-A" no article
        rest = rest[size:]
        if part:
            yield part
            before = part.role


def _part(rest: list[str], script: str, *, shouted: bool, first: bool) -> tuple[int, Part | None]:
    raw = rest[0]
    word = re.sub(r"[^\w]", "", latin(fold(raw), raw)) if script not in SYLLABIC else fold(raw)
    if found := _place(rest, shouted=shouted):
        return found
    if (not first or (len(word) > 1 and len(rest) > 1)) and word in _ROMAN and raw.isupper():
        return 1, Part(word, "number", raw, str(_ROMAN[word]))
    if found := _number(rest, word):
        return found
    run = longest((fold(w).strip(".") for w in rest), body_words(), 3)
    if not run and script not in ("LATIN", *SYLLABIC):
        stems = [native_stem(fold(w).strip(".")) for w in rest[:3]]
        if land := longest(stems, native_lands(), 3) or longest([_NISBA.sub("", stems[0])], native_lands(), 1):
            return land[1], Part(word, "place", " ".join(rest[: land[1]]), land[0])
        run = longest(stems, native_words(), 3)
    if run:
        meaning, size = run
        role = "type" if meaning in type_words() else "stem"
        return size, Part(word, role, " ".join(rest[:size]), meaning)
    if word in link_words() or not word:
        return 1, None if len(word) < 4 or raw.islower() else Part(word, "stem", raw)
    if not shouted and _ACRONYM.fullmatch(raw):
        return 1, Part(word, "acronym", raw)
    return 1, Part(word, "stem", raw)


def _place(rest: list[str], *, shouted: bool) -> tuple[int, Part] | None:
    for size in range(min(3, len(rest)) if may_begin(rest[0]) else 1, 0, -1):
        text = " ".join(rest[:size])
        if part := _place_called(text.title() if shouted and len(text) > 3 else text):
            return size, part
    return None


@lru_cache(maxsize=200_000)
def _place_called(text: str) -> Part | None:
    land = country(text)
    if named := land.name if land else country_of_demonym(text) or country_of_adjective(text):
        return Part(_letters(fold(text)), "place", text, named)
    may = text[:1].isupper() and len(text) > 3 and fold(text) not in body_words() and fold(text) not in common_words()
    if may and (town := [p for p in places(text) if p.population >= _BIG]):
        return Part(_letters(fold(text)), "place", text, f"{town[0].name}, {town[0].country}")
    return None


def _number(rest: list[str], word: str) -> tuple[int, Part] | None:
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word):
        return 1, Part(word, "number", rest[0], str(int(found.group(1))))
    if word in _TENS and len(rest) > 1 and (unit := _NUMBERS.get(fold(rest[1]))):
        return 2, Part(word, "number", " ".join(rest[:2]), str(_TENS[word] + unit))
    if value := _NUMBERS.get(word) or _TENS.get(word):
        return 1, Part(word, "number", rest[0], str(value))
    return None


def is_acronym_of(letters: str, name: str) -> bool:
    """Whether two capitals or more are the first letters of a name's words, link words apart or not."""
    found = set(_initials(_SPLIT.split(name)))
    return letters.isupper() and len(letters) > 1 and _letters(fold(letters)) in found


def spells(letters: str, words: Sequence[str]) -> bool:
    """Do the beginnings of all these words, in their order, make up the letters (folded)?

    Three letters or fewer are the first letters; in longer ones a word may give more than one ("kosea": Kosi State
    Emergency Agency).
    """
    if len(letters) < 4 or len(words) < 3:
        return letters == "".join(w[:1] for w in words)
    reach = {0}
    for word in words:
        reach = {at + n for at in reach for n in range(1, len(word) + 1) if letters[at : at + n] == word[:n]}
    return len(letters) in reach


def _shortened(spelled: list[str], core: list[str]) -> Iterator[str]:
    """The letters for a name; a form that is a word ("Companhia de Navegação") may give one, letters do not."""
    yield from _initials(core)
    lead = next((i for i in range(len(spelled)) if spelled[i : i + len(core)] == core), 0)
    if lead and all(len(w) > 4 for w in spelled[:lead]):
        yield from _initials(spelled[: lead + len(core)])


def _initials(raws: list[str]) -> Iterator[str]:
    """The letters that would abbreviate the name: without and with its link words."""
    words = [w for w in (fold(r).strip(".") for r in raws) if w]
    if len(words) > 1:
        yield "".join(w[0] for w in words if w not in link_words())
        yield "".join(w[0] for w in words if w not in {"the", "and"})

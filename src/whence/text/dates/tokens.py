"""Text → items that can belong to an expression of time, in runs; all other words only part the runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from whence.vocab import load_words

_TOKEN = re.compile(
    r"""
    \d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?(?!\w)
  | [0-9]{1,3}0['’]s(?!\w)
  | [0-9]+(?:[.:/][0-9]+|,[0-9]{3}(?![0-9]))*(?:[^\W\d_]+)?
  | [APap]\.[Mm]\.? (?!\w) | [AB]\.[CD]\.?(?!\w) | [AS]\.H\.?(?!\w) | [QH][1-4](?!\w)
  | [^\W\d_]+
  | \n\s* | -{2,3}(?!-) | [^\w\s]
    """,
    re.VERBOSE,
)
_NUMBER = [
    (re.compile(pattern), name)
    for pattern, name in (
        (r"\d{4}-\d\d-\d\d[T ].*", "iso"),
        (r"(?:0?[1-9]|1[0-2])", "n12"),
        (r"(?:1[3-9]|2\d|3[01])", "n31"),
        (r"(?:0|00|3[2-9]|[45]\d)", "n59"),
        (r"[6-9]\d", "n99"),
        (r"\d{3}", "n3"),
        (r"(?:1\d|2[01])\d\d", "year"),
        (r"\d{4}", "n4"),
        (r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", "ymd"),
        (r"\d+", "nbig"),
        (r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)", "ord"),
        (r"\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)", "ordn"),
        (r"[12]\d\d0(?:['’]?s)", "decade"),
        (r"[1-9]0(?:['’]?s)", "dec2"),
        (r"[012]?\d:[0-5]\d(?::[0-5]\d)?", "hm"),
        (r"(?:[012]?\d[:.][0-5]\d|1[0-2]|0?[1-9])(?:am|pm|AM|PM)", "hap"),
        (r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)", "dots"),
        (r"\d{1,4}/\d{1,4}(?:/\d{1,4})?", "slashed"),
        (r"\d{1,3}(?:,\d{3})+|\d+\.\d+", "dec"),
    )
]
_WRAPPED = 48  # a line at least this long goes on in the next: the break is the page's, not the writer's
# No expression has so many items; a longer run is cut, or its beginning dropped while nothing in it can be one.
_LONGEST, _KEPT = 1024, 32


@dataclass(frozen=True, slots=True)
class Item:
    """A token or what a rule made of some: `code` is one character for its class, `value` its word or meaning."""

    start: int
    end: int
    code: str
    value: object


@cache
def classes() -> dict[str, str]:
    """One character for each class of words and numbers, and for each kind of meaning."""
    words = [name.rstrip("!") for name in load_words("dates.yaml")]
    made = "CALENDAR RELATIVE CLOCK MOMENT EVENT LIFE RANGE BOUND LENGTH BESIDE EVERY NAMED FIXED".split()
    names = [*words, *(name for _, name in _NUMBER), "q3", *made]
    return {name: chr(0x4E00 + number) for number, name in enumerate(dict.fromkeys(names))}


@cache
def _lexicon() -> dict[str, str]:
    found: dict[str, str] = {"Q1": "q3", "Q2": "q3", "Q3": "q3", "Q4": "q3", "H1": "q3", "H2": "q3"}
    for name, words in load_words("dates.yaml").items():
        for word in words:
            forms = {word.capitalize(), word.upper()} | (set() if name.endswith("!") else {word})
            found.update(dict.fromkeys(forms, name.rstrip("!")))
    return {word: classes()[name] for word, name in found.items()}


@cache
def _sparks() -> frozenset[str]:
    """The codes without which a run holds no expression of time."""
    idle = (
        "the a of in on at to from by and or between until through since before after prior during within for over "
        "approx than more less least most up these that those same following coming close first_of ones teens "
        "tens hundred dozen few couple several dozens good other per once times time only near old onwards his_her "
        "local new clock o s pre post dash comma dot apos lpar rpar slash n12 n31 n59 n99 n3 n4 nbig dec ord "
        "ordn last next previous this current back early mid late beginning end ordinal fiscal financial every "
        "so very no right part_of long_word little hence zone eve anniversary second half period lunar_tail "
        "earlier later afterwards"
    ).split()
    return frozenset(code for name, code in classes().items() if name not in idle)


@lru_cache(maxsize=4096)
def number_class(word: str) -> str | None:
    """The class of a word that begins with a digit, or None."""
    for pattern, name in _NUMBER:
        if pattern.fullmatch(word):
            return name
    return None


def runs(text: str, start: int, end: int) -> Iterator[list[Item]]:
    """Every run of neighbouring items of `text[start:end]` in which an expression of time can stand."""
    lexicon, sparks, names = _lexicon(), _sparks(), classes()
    run: list[tuple[re.Match[str], str]] = []
    lit = False
    line = start
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        code = lexicon.get(word)
        if code is None and "0" <= word[0] <= "9":
            name = number_class(word)
            code = names[name] if name else None
        if code is not None:
            run.append((match, code))
            lit = lit or code in sparks
            if len(run) > _LONGEST:
                if lit:
                    yield _items(run)
                run, lit = ([], False) if lit else (run[-_KEPT:], False)
            continue
        if word[0] == "\n":
            wrapped = match.start() - line >= _WRAPPED and word.count("\n") == 1
            line = match.end()
            if wrapped:
                continue
        if lit:
            yield _items(run)
            lit = False
        if run:
            run = []
    if lit:
        yield _items(run)


def _items(run: list[tuple[re.Match[str], str]]) -> list[Item]:
    return [Item(match.start(), match.end(), code, match[0].lower()) for match, code in run]

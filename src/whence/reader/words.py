"""Text to words in the manner of the English Universal Dependencies: every visible character is in exactly one."""

import re
from collections.abc import Iterator
from functools import lru_cache

# Combining marks and invisible joiners stay inside the word they stand in.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f"
)
_LETTER = rf"(?:[^\W\d_][{_MARKS}]*)"
_WORD = rf"(?:[\w][{_MARKS}]*)"
_APOSTROPHES = "'’‘ʼ´`′"
_APOS = f"[{_APOSTROPHES}]"

_TITLES = """Mr Mrs Ms Dr Prof Rev Hon St Gen Brig Maj Col Lt Cmdr Capt Sgt Cpl Pvt Adm Gov Sen Rep Reps Sens Pres
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Inc Ltd Co Corp Bros Jr Sr vs etc Ave Blvd Rd Fig fig Vol vol al cf approx Dept Univ Assn No Nos pp ed eds"""
_PREFIXES = """e co pre re non anti ex post multi semi sub un pro mid inter intra over socio ultra neo micro mini pan
    quasi bi tri pseudo counter cyber trans proto hyper meta cross"""
_NOT = "do does did is are was were has have had ca could wo would should must need might sha ai may dare ought"
_NOT_BARE = "do does did is are was were has have had ca could wo would should"
_HAD = "i you he she it we they who there that what how where which"

_ABBREVIATION = "|".join(sorted(_TITLES.split(), key=len, reverse=True))
_PREFIX = "|".join(sorted(_PREFIXES.split(), key=len, reverse=True))

_TOKEN = re.compile(
    rf"""
      # Words and stops in running text, which nothing below would read otherwise.
      [A-Za-z]+(?=[\ ,;)\n]) | [.,](?=[\ \n])
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
    | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}}
    | [\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,4}}\.(?:com|org|net|gov|edu|doc|xls|pdf|html?|txt|co\.uk|ir|ru|iq)\b
    | (?:(?<=\s)|(?<=^))[:;=8]['-]?[)(\]DPp](?=\s|$)
    | [@\#]\w+
    | (?:[^\W\d_]\.){{2,}}
    | (?:[^\W\d_]\.)(?=\s+[A-Z])(?<![a-z]\.)
    | (?:{_ABBREVIATION})\.(?!\w)
    | \d{{3}}-\d{{3,4}}(?:-\d{{4}})?(?![\d-])
    | {_APOS}\d\ds\b
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|bn|k|km|am|pm|mm|cm|kg)?\b
    | \d+(?:[.,:/]\d+)*(?!\w)
    | [A-Z]{{1,5}}-\d+\w*
    | [A-Z]+&[A-Z]+(?!\w)
    | (?:{_PREFIX})-(?:{_LETTER}){{2,}}
    | (?:{_PREFIX.title()})-(?:{_LETTER}){{2,}}
    | {_WORD}+(?:{_APOS}{_LETTER}+)*
    | {_APOS}(?:s|re|ve|ll|d|m|em)(?!\w)
    | \.{{2,}} | [!?]{{2,}} | -{{2,}} | ={{2,}} | \*{{2,}} | _+ | ~{{2,}} | <{{2,}} | >{{2,}} | '' | ``
    | \S[{_MARKS}\u200d\ufe0f]*(?:(?<=\u200d)\S[{_MARKS}\u200d\ufe0f]*)*
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(rf"(?P<stem>.*\w[{_MARKS}]*)(?P<clitic>{_APOS}(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M))$", re.DOTALL)
_NEGATED = re.compile(rf"(?P<stem>{'|'.join(_NOT.split())})(?P<clitic>n{_APOS}t)$", re.IGNORECASE)
_BARE = re.compile(rf"(?P<stem>{'|'.join(_NOT_BARE.split())})(?P<clitic>nt)$", re.IGNORECASE)
_MOST_CLITICS = 3
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the half-open range of every word of a piece of a text, in order, code points of the text."""
    end = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, end):
        place = match.span()
        cuts = _cuts(match.group()) if place[1] - place[0] > 2 else ()
        if not cuts:
            yield place
            continue
        at = first = place[0]
        for cut in cuts:
            yield at, first + cut
            at = first + cut
        yield at, place[1]


@lru_cache(maxsize=50_000)
def _cuts(word: str) -> tuple[int, ...]:
    """Where to part a word from what is written together with it: "don't" is "do" and "n't"."""
    cuts: list[int] = []
    while len(cuts) < _MOST_CLITICS and (cut := _cut(word[: cuts[-1]] if cuts else word)):
        cuts.append(cut)
    return tuple(reversed(cuts))


def _cut(word: str) -> int:
    """Where the clitic of a word begins; 0 where it has none."""
    if len(word) < 3 or not word[-1].isalpha():
        return 0
    match = _NEGATED.fullmatch(word) or _BARE.fullmatch(word)
    if match:
        return match.start("clitic")
    match = _CLITIC.fullmatch(word)
    if match and _is_clitic(match["stem"].lower(), match["clitic"][1:].lower()):
        return match.start("clitic")
    return _FUSED.get(word.lower(), 0)


def _is_clitic(stem: str, clitic: str) -> bool:
    # "Sa'd" and "Qara'm" are names; "she'd" and "I'm" are two words.
    if clitic == "m":
        return stem == "i"
    return clitic != "d" or stem in _HAD.split()

"""Where the learned reader sees a name begin and end otherwise than the capitals tell."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from whence.annotate.mentions.lexicon import head_type, heads, nominals
from whence.annotate.mentions.names import FOREIGN_LINKS, FUNCTION, SUFFIXES, Run
from whence.annotate.mentions.words import Word
from whence.reader import RawMention, Reading
from whence.text.names.words import is_foreign, is_given, plain
from whence.vocab import load_words

NAMED = frozenset({"person", "organization", "facility", "law", "event", "work", "place"})
MEMBERS = frozenset({"people", "women", "men", "children"})
QUOTES = frozenset("\"“”‘’'")
ALONE = 0.8  # at least this sure, when only one of the reader's two views of names has it

Names = Mapping[tuple[int, int], float]
"""Offsets of a name → how sure the reader is; 1.0 and more where both its views have it."""


def names_read(reading: Reading) -> Names:
    """Every name that the reader marks as a mention, as a phrase, or as both."""
    found: dict[tuple[int, int], float] = {}
    for raw in (*_of_form(reading.mentions, "name"), *_of_form(reading.phrases, "named")):
        if raw.type in NAMED:
            place = raw.start, raw.end
            found[place] = found.get(place, 0.0) + (1.0 if place in found else raw.score)
    return found


def _of_form(found: Sequence[RawMention], form: str) -> Iterator[RawMention]:
    return (raw for raw in found if raw.form == form)


def as_read(words: Sequence[Word], parts: Sequence[Run], roles: set[int], names: Names) -> list[Run]:
    """`parts`, names as the capitals tell, with those put together or cut that the reader is sure of.

    "Unity and Labour Party" is one name where capitals tell two; "Council for the Harbour Guild" may be two where they
    tell one. A name whose bounds the reader confirms stays.
    """
    wide = _in_words(words, {place: sure for place, sure in names.items() if sure >= ALONE})
    agreed = _in_words(words, {place: sure for place, sure in names.items() if sure >= 1.0})
    out: list[Run] = []
    rest = list(parts)
    while rest:
        part = rest.pop(0)
        begin = out[-1].last if out else 0
        held = (r for r in wide if begin <= r.first and _joins(words, r, part, rest, _stops(words, r, agreed, roles)))
        whole = max(held, key=_size, default=None)
        if whole:
            rest = [other for other in rest if other.first >= whole.last]
            out.append(whole)
            continue
        out += _cut(words, part, agreed) if _known_otherwise(words, part, names) else [part]
    return out


def _stops(words: Sequence[Word], name: Run, agreed: Sequence[Run], roles: set[int]) -> set[int]:
    """Where a title may not stand: anywhere; in front, or as letters behind, where both views of the reader agree."""
    letters = {name.last - 1} if _size(name) > 2 and words[name.last - 1].shouted else set()  # "Ada Mensah MP"
    return ({name.first} | letters) & roles if name in agreed else roles


def _in_words(words: Sequence[Word], names: Names) -> list[Run]:
    starts = {w.start: i for i, w in enumerate(words)}
    ends = {w.end: i + 1 for i, w in enumerate(words)}
    found = [Run(starts[a], ends[b]) for a, b in sorted(names) if a in starts and b in ends]
    return [_bare(words, run) for run in found if _closed(words, run) and not _of_two(words, run, found)]


def _of_two(words: Sequence[Word], name: Run, found: Sequence[Run]) -> bool:
    """Whether the reader sees a name before a comma or a stop and another behind it: "as Petra Lind, Ana Mor sang".

    A name ends with the stop of "Ltd.", unless more of the kind follows ("Pty. Ltd.").
    """
    forms = load_words("regions.words.yaml")["legal_forms"]
    for k in range(name.first + 2, name.last - 2):
        if words[k].text not in (",", "."):
            continue
        ends = words[k].text == "." and words[k - 1].lower in forms and words[k + 1].capital
        both = Run(k + 1, name.last) in found and (Run(name.first, k) in found or Run(name.first, k + 1) in found)
        if both or (ends and words[k + 1].lower not in forms):
            return True
    return False


def _closed(words: Sequence[Word], run: Run) -> bool:
    """Whether each bracket in a name has its partner there: not "Duarte), head of the Salt League (SL"."""
    depth = 0
    for i in range(run.first, run.last):
        depth += (words[i].text == "(") - (words[i].text == ")")
        if depth < 0:
            return False
    return depth == 0


def _bare(words: Sequence[Word], run: Run) -> Run:
    """A name without the lower-case noun behind it ("the New Unity party") that makes no institution of it."""
    quotes = [i for i in range(run.first, run.last) if words[i].text in QUOTES]
    if len(quotes) == 1 and quotes[0] > run.first:
        run = Run(run.first, quotes[0])  # a nickname whose closing mark lies outside
    junior = next((i for i in range(run.first + 2, run.last - 1) if words[i].lower in SUFFIXES), 0)
    if junior and words[junior + 1].text == "." and not head_type(words[run.last - 1].text):
        return Run(run.first, junior + 1)  # the next sentence's name
    last = words[run.last - 1]
    if last.text == "." and len(words[run.last - 2].text) > 1:
        return Run(run.first, run.last - 1)  # the stop of "Ltd." and of a sentence; an initial keeps its own
    if last.lower in FUNCTION and last.text.islower():
        return Run(run.first, run.last - 1)
    foreign = is_foreign(last.text) and last.lower not in nominals()
    keeps = not last.text.islower() or last.lower in heads()["institutions"] or foreign
    if keeps:
        return run
    end = run.last - 1
    if words[end - 1].text.islower() and words[end - 1].lower not in FUNCTION and _is_body(last):
        return run  # "the Osh legislative assembly"
    while end > run.first + 1 and words[end - 1].text.islower() and words[end - 1].lower in FUNCTION:
        end -= 1  # "the Salt Force for terrorism"
    return Run(run.first, end)


def _is_body(word: Word) -> bool:
    """Whether a lower-case noun is one for a body or a clan."""
    return nominals().get(word.lower) == "organization" or word.lower in heads()["tails"]


def _size(run: Run) -> int:
    return run.last - run.first


def _joins(words: Sequence[Word], name: Run, part: Run, rest: Sequence[Run], roles: set[int]) -> bool:
    """Does the reader's `name` hold this part whole, and more, without cutting the next or taking in a title?"""
    if not (name.first <= part.first and part.last <= name.last) or name == part:
        return False
    if any(other.first < name.last < other.last for other in rest) or _parted(words, name, part, rest):
        return False
    last = words[name.last - 1]
    body = head_type(last.text) in ("organization", "facility", "law", "event")
    added = [i for i in range(name.first, name.last) if not part.first <= i < part.last]
    # "Freedom Fighters" are a body; the deckhands of "Deckhands Ada Mensah and Ivo Duda" are two.
    titled = any(i in roles and not (_is_plural(words[i]) and not _is_bearer(words, i)) for i in added)
    if titled and not body:
        return False
    initial = len(words[name.first].text) == 1 and words[name.first + 1].text == "."  # "A. A. Duda"
    return words[name.first].capital and (initial or words[name.first].lower not in FUNCTION - {"new"})


def _parted(words: Sequence[Word], name: Run, part: Run, rest: Sequence[Run]) -> bool:
    """Do capitals tell two names there that only a mistaken reader would take for one?

    One owns the other ("the Port Authority's Legal Office"), or they stand side by side and were told apart by what
    the words say ("in Lima Ortega said").
    """
    inside = [words[i] for i in range(name.first, name.last - 1)]
    owned = any(w.possessive and w.text[-1:] not in "sS" and w.lower not in MEMBERS for w in inside)
    owner = words[part.last - 1].possessive
    beside = not owner and any(other.first == part.last and other.first < name.last for other in rest)
    return owned or beside or _says(words, name)


def _says(words: Sequence[Word], name: Run) -> bool:
    """Whether a word and an article part two names: "Salt Rovers left the Tide League" is none, but for a title."""
    if name.first and words[name.first - 1].text in QUOTES:
        return False
    return any(
        one.text.isalpha()
        and one.text.islower()
        and one.lower not in FUNCTION | FOREIGN_LINKS
        and two.text in ("the", "a", "an")
        for one, two in pairwise(words[name.first : name.last])
    )


def _is_bearer(words: Sequence[Word], i: int) -> bool:
    """Whether what people are called by their parents stands right behind a word: "Deckhands Ada"."""
    return i + 1 < len(words) and words[i + 1].capital and is_given(plain(words[i + 1].text))


def _is_plural(word: Word) -> bool:
    return word.capital and word.lower.endswith(("s", "men", "women"))


def _known_otherwise(words: Sequence[Word], part: Run, names: Names) -> bool:
    """Does the reader know the bounds of names inside, and not those of the whole?"""
    return (words[part.first].start, words[part.last - 1].end) not in names


def _cut(words: Sequence[Word], part: Run, agreed: Sequence[Run]) -> list[Run]:
    """The two or more names inside that the reader agrees upon, if nothing but small words lies outside them."""
    inside = [r for r in agreed if part.first <= r.first and r.last <= part.last]
    covered = {i for r in inside for i in range(r.first, r.last)}
    left = [words[i] for i in range(part.first, part.last) if i not in covered]
    apart = all(a.last <= b.first for a, b in pairwise(inside))
    return inside if len(inside) > 1 and apart and not any(w.capital for w in left) else [part]

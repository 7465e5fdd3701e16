"""Two names laid side by side: which part answers to which, and what has no partner."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from whence.text.names.cultures import home, is_covered, is_respelled
from whence.text.names.nouns import PERSON, Name, Part
from whence.text.names.scripts import CONSONANTAL, SYLLABIC, is_pinyin
from whence.text.names.spelling import Kin, bones, kin, kin_unvowelled, sound
from whence.text.names.syllables import is_korean_for
from whence.text.names.wade import are_one
from whence.text.names.words import (
    cognate,
    common_words,
    creeds,
    given_forms,
    head_nouns,
    rival_words,
    sisters,
    small,
    without_creed,
)

AGREES = frozenset({Kin.SAME, Kin.VARIANT, Kin.MEANING, Kin.JOINED, Kin.ACRONYM})
SLIPS = frozenset({Kin.OCR, Kin.SLIP, Kin.VOWEL_SLIP, Kin.SLIPS, Kin.VOWELS, Kin.NEAR})
_WEAK = frozenset({Kin.VOWELS, Kin.NEAR})
_NONE = Kin.NONE
_READ = frozenset({"CJK", "HIRAGANA", "KATAKANA"})  # scripts whose readings leave no vowel open
_BLURRED = 3  # consonants that two words may lose where they meet: digraphs, doubled letters, a silent h


@dataclass(slots=True)
class Alignment:
    """The parts of `a` and `b` in pairs with their kinship; `left_a` and `left_b` have no partner."""

    a: Name
    b: Name
    pairs: list[tuple[int, int, Kin]] = field(default_factory=list)
    left_a: list[int] = field(default_factory=list)
    left_b: list[int] = field(default_factory=list)
    by_kin: dict[Kin, list[tuple[Part, Part]]] = field(default_factory=dict)
    agreeing: list[tuple[Part, Part]] = field(default_factory=list)
    slips: list[tuple[Part, Part]] = field(default_factory=list)
    only_a: list[Part] = field(default_factory=list)
    only_b: list[Part] = field(default_factory=list)

    def of(self, kind: Kin) -> list[tuple[Part, Part]]:
        """The pairs of parts that are related in this way."""
        return self.by_kin.get(kind, [])

    def settle(self) -> "Alignment":
        """Sort what was found by kind, once, for the features to read."""
        for i, j, k in self.pairs:
            pair = (self.a.parts[i], self.b.parts[j])
            self.by_kin.setdefault(k, []).append(pair)
            if k in AGREES:
                self.agreeing.append(pair)
            elif k in SLIPS:
                self.slips.append(pair)
        self.only_a = [self.a.parts[i] for i in self.left_a]
        self.only_b = [self.b.parts[j] for j in self.left_b]
        return self


def align(a: Name, b: Name) -> Alignment:
    """Lay `a` and `b` side by side: closest kin first, then joined words and acronyms, weak resemblance last."""
    found = Alignment(a, b, [], list(range(len(a.parts))), list(range(len(b.parts))))
    _pair_same(found)
    if found.left_a and found.left_b and a.kind == PERSON and are_one(a.words, b.words):
        _pair_syllables(found)
    if found.left_a or found.left_b:
        later = _pair_kin(found)
        if len(found.left_a) != len(found.left_b):
            _pair_joined(found)
        if a.kind != PERSON:
            _pair_acronyms(found)
        for i, j, k in later:
            _take(found, i, j, k)
    return found.settle()


def _take(found: Alignment, i: int, j: int, k: Kin) -> None:
    if i in found.left_a and j in found.left_b:
        found.pairs.append((i, j, k))
        found.left_a.remove(i)
        found.left_b.remove(j)


def _pair_same(found: Alignment) -> None:
    shown = found.a.script in SYLLABIC and found.b.script in SYLLABIC
    mine, theirs = ([p.shown if shown else p.word for p in n.parts] for n in (found.a, found.b))
    for word in dict.fromkeys(w for w in mine if w in theirs):
        places = product(*([n for n, w in enumerate(words) if w == word] for words in (mine, theirs)))
        for i, j in sorted(places, key=lambda place: (abs(place[0] - place[1]), sum(place))):
            _take(found, i, j, Kin.SAME)


def _pair_syllables(found: Alignment) -> None:
    """Two spellings of one Chinese name: family beside family; where one is written in one, the given names whole."""
    sizes = {len(found.a.parts), len(found.b.parts)}
    joined = [(1, 1, Kin.JOINED)] if len(sizes) > 1 else [(i, i, Kin.VARIANT) for i in range(1, max(sizes))]
    found.pairs = [(0, 0, Kin.VARIANT), *joined]
    found.left_a, found.left_b = [], []


def _pair_kin(found: Alignment) -> list[tuple[int, int, Kin]]:
    """Pair what is kin; hand back the weak pairs for later."""
    a, b = found.a, found.b
    related = _related
    if a.script == b.script == "LATIN":
        related = _related_people if a.kind == PERSON else _related_latin
    ranked = []
    for i in found.left_a:
        p = a.parts[i]
        for j in found.left_b:
            k = related(a, b, p, b.parts[j])
            if k != _NONE:
                ranked.append((k, abs(i - j), i, j))
    # Of two pairs as near, the same goes first whichever name stands first.
    ranked.sort(key=lambda r: (*r[:2], r[2] + r[3], sorted((a.parts[r[2]].word, b.parts[r[3]].word))))
    for k, _, i, j in ranked:
        if k not in _WEAK:
            _take(found, i, j, k)
    return [(i, j, k) for k, _, i, j in ranked if k in _WEAK]


def _related(a: Name, b: Name, p: Part, q: Part) -> Kin:
    if p.meaning and q.meaning:
        return _related_latin(a, b, p, q)
    if a.script != b.script and (a.script in CONSONANTAL or b.script in CONSONANTAL):
        return kin_unvowelled(p.word, q.word)
    if a.script in SYLLABIC and b.script in SYLLABIC:
        return Kin.NONE
    if "HANGUL" in (a.script, b.script):
        korean, other = (p, q) if a.script == "HANGUL" else (q, p)
        return Kin.VARIANT if is_korean_for(korean.shown, other.word) else Kin.NONE
    found = _related_latin(a, b, p, q)
    if found is Kin.VARIANT and a.kind == PERSON and not _READ.isdisjoint((a.script, b.script)):
        where = "chinese" if is_pinyin(p.word) and is_pinyin(q.word) else "japanese"
        return Kin.VARIANT if is_covered(p.word, q.word, where) else _slip(p.word, q.word)
    return min(found, kin(p.raw, q.raw)) if found > Kin.VARIANT and a.script == b.script else found


def _related_latin(a: Name, b: Name, p: Part, q: Part) -> Kin:
    if p.meaning and q.meaning:
        towns = "," in p.meaning and "," in q.meaning and kin(p.word, q.word) is Kin.VARIANT
        return Kin.MEANING if p.meaning == q.meaning or towns or _rendered(p, q) else Kin.NONE
    found = kin(p.word, q.word)
    if found is Kin.INITIAL and a.kind != PERSON and _is_wing(a, p) and _is_wing(b, q):
        return Kin.ACRONYM
    if found is Kin.SLIP and a.kind != PERSON and _are_one_noun(p.word, q.word):
        return Kin.MEANING
    if found is not Kin.SAME and "acronym" in (p.role, q.role):
        return Kin.NONE  # one letter makes another body
    if found is Kin.VARIANT and a.kind != PERSON and home((p.word, q.word)):
        found = _at_home(a, b, p.word, q.word, found)
    if (
        found > Kin.VARIANT
        and a.kind != PERSON
        and "stem" == p.role == q.role
        and cognate(p.word) == cognate(q.word) != ""
    ):
        return Kin.MEANING
    if found > Kin.GIVEN_FORM and a.kind == PERSON and _same_given(p.word, q.word):
        return Kin.GIVEN_FORM
    return found


def _is_wing(name: Name, part: Part) -> bool:
    """Is it what stands behind the letters of a body and tells its wing or faction: "KFN-R", "KFN-Renewal"?"""
    return len(name.parts) == 2 and name.parts[0].role == "acronym" and name.parts[1] is part


def _are_one_noun(p: str, q: str) -> bool:
    """Is one the plural of the other, a common noun: "Ports Authority" and "Port Authority"?"""
    short, long = sorted((p, q), key=len)
    return long == f"{short}s" and short in head_nouns()


def _related_people(a: Name, b: Name, p: Part, q: Part) -> Kin:
    """As `_related_latin`, for people, whose words have no meaning and are no acronyms: most pairs are such."""
    if p.role == q.role == "kunya" and p.word[:3] != q.word[:3]:
        return Kin.NONE  # the mother of Khalid is not his father
    found = kin(p.word, q.word)
    if (found is Kin.VARIANT or found in SLIPS) and not _same_given(p.word, q.word):
        found = _at_home(a, b, p.word, q.word, found)
    return Kin.GIVEN_FORM if found > Kin.GIVEN_FORM and _same_given(p.word, q.word) else found


def _at_home(a: Name, b: Name, p: str, q: str, found: Kin) -> Kin:
    """What two words that sound or look alike are where these names are at home: one name, a slip, or two."""
    where = home((p, q)) or home((*_telling(a), *_telling(b)))
    if found is not Kin.VARIANT:
        return Kin.VARIANT if where and is_respelled(p, q, where) else found
    if {p, q} <= small("family_first") and is_pinyin(p) and is_pinyin(q):
        return Kin.VOWELS  # two family names of one system of spelling: Wang and Weng
    return Kin.VARIANT if is_covered(p, q, where) else _slip(p, q)


def _slip(p: str, q: str) -> Kin:
    edits = OSA.distance(p, q, score_cutoff=2)
    return Kin.SLIP if edits == 1 else Kin.SLIPS if edits == 2 else Kin.NEAR


def _telling(name: Name) -> tuple[str, ...]:
    """The words that tell where a name is at home, with an article or a son's father as a word of its own."""
    marked = any(p.role in {"kunya", "nisba"} or p.shown[:3].lower() in {"al-", "el-", "ul-"} for p in name.parts)
    return (*name.words, "abd") if marked or any(w.startswith("abd") for w in name.words) else name.words


def _rendered(p: Part, q: Part) -> bool:
    """May one word, of another language, be put into English as the other: *katiba* as brigade and as battalion?"""
    foreign = p.meaning != p.word.rstrip("s") or q.meaning != q.word.rstrip("s")
    return foreign and frozenset((p.meaning, q.meaning)) in sisters()


def _same_given(p: str, q: str) -> bool:
    mine = given_forms().get(p)
    return mine is not None and not mine.isdisjoint(given_forms().get(q, ()))


def _pair_joined(found: Alignment) -> None:
    """ "Abu Bakr" and "Abubakr": two neighbours without partner on one side make one word on the other."""
    unvowelled = found.a.script != found.b.script and not CONSONANTAL.isdisjoint((found.a.script, found.b.script))
    for left, right, flip in ((found.left_a, found.left_b, False), (found.left_b, found.left_a, True)):
        one, other = (found.b, found.a) if flip else (found.a, found.b)
        for i in [i for i in left if i + 1 in left]:
            first, second = one.parts[i].word, one.parts[i + 1].word
            joined = first + second
            if one.script == "HANGUL":
                shown = one.parts[i].shown + one.parts[i + 1].shown
                hit = next((j for j in right if is_korean_for(shown, other.parts[j].word)), None)
            elif unvowelled:
                hit = next(
                    (j for j in right if len(bones(joined)) > 2 and bones(joined) == bones(other.parts[j].word)), None
                )
            else:
                hit = next((j for j in right if _spells(joined, other.parts[j].word, first, second)), None)
            if hit is not None and i in left and i + 1 in left:
                _take(found, *((hit, i) if flip else (i, hit)), Kin.JOINED)
                left.remove(i + 1)


def _spells(joined: str, word: str, first: str, second: str) -> bool:
    """Is `word` a spelling of `first` and `second` in one? Words much shorter or longer in sounds are not asked."""
    size = len(sound(first).consonants) + len(sound(second).consonants)
    return abs(size - len(sound(word).consonants)) <= _BLURRED and kin(joined, word) <= Kin.VARIANT


def _pair_acronyms(found: Alignment) -> None:
    """An acronym beside the words it is made of, wherever they stand in the name."""
    for left, right, flip in ((found.left_a, found.left_b, False), (found.left_b, found.left_a, True)):
        one, other = (found.b, found.a) if flip else (found.a, found.b)
        for i in list(left):
            run = _spelled_out(one.parts[i], other, right)
            if run:
                _take(found, *((run[0], i) if flip else (i, run[0])), Kin.ACRONYM)
                for j in run[1:]:
                    right.remove(j)


def _spelled_out(part: Part, other: Name, right: list[int]) -> list[int]:
    """The unpaired parts of `other`, one after the other, whose first letters make up `part`; else nothing."""
    word = part.word
    if part.role == "stem" and len(word) >= 6:
        starts = [n for n, j in enumerate(right) if other.parts[j].word[:3] == word[:3]]
        return next((run for run in _runs(right, starts) if _made_of_beginnings(word, _words(other, run))), [])
    if part.role != "acronym" or len(word) < 2:
        return []
    starts = [n for n, j in enumerate(right) if other.parts[j].word[0] == word[0]]
    for run in _runs(right, starts):
        if len(run) == len(word) and "".join(w[0] for w in _words(other, run)) == word:
            return run
    whole = len(right) == len(other.parts) and word in (*other.initials, *other.acronyms)
    return [*right] if whole else []


def _runs(right: list[int], starts: list[int]) -> Iterator[list[int]]:
    yield from (right[start:end] for start in starts for end in range(start + 2, len(right) + 1))


def _words(name: Name, run: list[int]) -> list[str]:
    return [name.parts[j].word for j in run]


def _made_of_beginnings(word: str, words: list[str]) -> bool:
    """Is `word` the beginnings of all `words`, three letters or more each ("cent" + "com")?"""
    if not words:
        return not word
    sizes = [n for n in range(3, len(word) + 1) if words[0].startswith(word[:n])]
    return any(_made_of_beginnings(word[n:], words[1:]) for n in sizes)


def lacks_a_creed(al: Alignment) -> bool:
    """Do two bodies' names agree in their own word and their sort, and does one leave out only what it stands for?

    "Kilindi Front" so is Kilindi Liberation Front; "Popular Front" has no word of its own, and New Kilindi Front is
    another. Of a bank or a school the other word tells the trade.
    """
    if "(" in al.a.text or "(" in al.b.text:
        return False  # "Kilindi Front (Democratic)" is a faction
    left = al.only_b or al.only_a
    if al.a.kind == PERSON or (al.only_a and al.only_b) or not left or len(al.agreeing) < len(al.pairs):
        return False
    sorts = [p for p, _ in al.agreeing if p.role == "type"]
    own = [p for p, q in al.agreeing if p.role == q.role == "stem" and not p.meaning and p.word not in common_words()]
    stated = all({p.meaning, p.word} & creeds() and not {p.meaning, p.word} & rival_words() for p in left)
    return bool(sorts and own) and stated and without_creed().isdisjoint(p.meaning for p in sorts)


def likeness(a: list[Part], b: list[Part]) -> float:
    """How alike two lists of parts look as plain letters, 0 to 1: for parts that found no partner."""
    return ratio("".join(p.word for p in a), "".join(p.word for p in b)) / 100

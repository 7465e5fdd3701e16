"""The table a comparison is made of: what is seen in two names laid side by side.

Each feature is a function; its docstring is what a person reads when it counted. A feature gives the pieces it saw
(their number is its value, up to `MOST`) or a number. Weights are fitted by `training/fit_names.py` and stored as data
in `vocab/data/names_weights.yaml`; a feature without a weight for a kind of name does not count for it.
"""

from collections.abc import Callable, Sequence

from whence.text.names.align import Alignment, likeness
from whence.text.names.cultures import is_listed
from whence.text.names.nouns import PERSON, Part
from whence.text.names.scripts import SYLLABIC, is_pinyin
from whence.text.names.spelling import Kin
from whence.text.names.words import common_words, given_forms, is_given, part_words, sisters, subject_words

Seen = Sequence[tuple[Part | str, Part | str]] | float
Feature = Callable[[Alignment], Seen]
MOST = 3
_NOTHING: tuple[()] = ()


def agree(al: Alignment) -> Seen:
    """These parts are the same, or spellings of the same."""
    return al.agreeing


def all_agree(al: Alignment) -> Seen:
    """Every part of one name has its partner in the other, and nothing is left over."""
    return float(not al.left_a and not al.left_b and 0 < len(al.pairs) == len(al.agreeing))


def letter_for_letter(al: Alignment) -> Seen:
    """The words compared are the same letter for letter, in whatever order."""
    return float(al.a.script == al.b.script and len(al.of(Kin.SAME)) == len(al.a.parts) == len(al.b.parts))


def other_order(al: Alignment) -> Seen:
    """The same parts stand in another order."""
    places = [j for _, j, _ in sorted(al.pairs)]
    turned = len(places) > 1 and places != sorted(places)
    return float(turned and al.a.family_first == al.b.family_first)


def surnames_turned(al: Alignment) -> Seen:
    """Behind one given name two surnames stand the other way round, as those of two families' children do."""
    size = len(al.a.parts)
    if size != 3 or len(al.b.parts) != 3 or len(al.agreeing) != 3 or al.a.family_first or al.b.family_first:
        return _NOTHING
    turned = sorted((i, j) for i, j, _ in al.pairs) == [(0, 0), (1, 2), (2, 1)]
    families = not any(is_given(p.word) or is_pinyin(p.word) for p in al.a.parts[1:])
    return [(al.a.parts[1], al.a.parts[2])] if turned and families else _NOTHING


def father_and_son(al: Alignment) -> Seen:
    """Who is whose son is the other way round: a father and a son, not one man."""
    crossed = [(i, j) for i, j, _ in al.pairs if (i in al.a.sons) != (j in al.b.sons) and al.a.sons and al.b.sons]
    return [(al.a.parts[i], al.b.parts[j]) for i, j in crossed]


def form_of_given(al: Alignment) -> Seen:
    """One is a form of the other: the same given name in another language, or a short form."""
    return al.of(Kin.GIVEN_FORM)


def initial(al: Alignment) -> Seen:
    """An initial stands for the name."""
    return al.of(Kin.INITIAL)


def initial_skips(al: Alignment) -> Seen:
    """The initial behind the given name would leave out a name of the other before the one that it begins."""
    if al.a.kind != PERSON or not al.left_a + al.left_b or (al.left_a and al.left_b) or len(al.pairs) < 3:
        return _NOTHING
    short, long = (al.b, al.a) if al.left_a else (al.a, al.b)
    places = dict((j, i) if al.left_a else (i, j) for i, j, _ in al.pairs)
    first, second = places.get(0), places.get(1)
    if first != 0 or second is None or len(short.parts[1].word) > 1 or short.parts[1].role != "initial":
        return _NOTHING
    return [(short.parts[1], long.parts[1])] if second > 1 else _NOTHING


def scanned(al: Alignment) -> Seen:
    """The words differ in letters that a scanner or the eye confuses."""
    return al.of(Kin.OCR)


def slip(al: Alignment) -> Seen:
    """One letter differs, as in a slip of typing."""
    return al.of(Kin.SLIP)


def vowel_slip(al: Alignment) -> Seen:
    """One vowel differs, and not as spellings of one sound differ: a slip, or another name."""
    return al.of(Kin.VOWEL_SLIP)


def two_slips(al: Alignment) -> Seen:
    """Two letters of a long word differ."""
    return al.of(Kin.SLIPS)


def other_vowels(al: Alignment) -> Seen:
    """The consonants are the same, but the vowels make it another name."""
    return al.of(Kin.VOWELS)


def resembles(al: Alignment) -> Seen:
    """The words look alike, but too much differs for a slip."""
    return al.of(Kin.NEAR)


def short_word_differs(al: Alignment) -> Seen:
    """The word is so short that one letter makes it another."""
    return [(p, q) for p, q in al.slips if min(len(p.word), len(q.word)) <= 4]


def first_letter_differs(al: Alignment) -> Seen:
    """The slip is in the first letter, where people seldom slip."""
    return [(p, q) for p, q in al.slips if p.word[0] != q.word[0]]


def slip_in_family(al: Alignment) -> Seen:
    """What differs is the family name."""
    return [(p, q) for p, q in al.slips if p.role in {"family", "nisba"} and q.role in {"family", "nisba"}]


def slip_is_a_name(al: Alignment) -> Seen:
    """What looks like a slip is a name of its own on both sides."""
    return [(p, q) for p, q in al.slips if _is_known(p) and _is_known(q)]


def _is_known(part: Part) -> bool:
    return part.word in given_forms() or is_listed(part.word)


def given_differs(al: Alignment) -> Seen:
    """The given names differ."""
    return _differ(al, 0)


def family_differs(al: Alignment) -> Seen:
    """The last names differ."""
    return _differ(al, -1)


def middle_differs(al: Alignment) -> Seen:
    """Names between the first and the last differ."""
    if not (al.left_a and al.left_b):
        return _NOTHING
    ends_a, ends_b = {0, len(al.a.parts) - 1}, {0, len(al.b.parts) - 1}
    mine = [al.a.parts[i] for i in al.left_a if i not in ends_a]
    theirs = [al.b.parts[j] for j in al.left_b if j not in ends_b]
    return list(zip(mine, theirs, strict=False)) if al.a.kind == PERSON else _NOTHING


def _differ(al: Alignment, place: int) -> Seen:
    i, j = place % max(len(al.a.parts), 1), place % max(len(al.b.parts), 1)
    return [(al.a.parts[i], al.b.parts[j])] if i in al.left_a and j in al.left_b else _NOTHING


def both_have_more(al: Alignment) -> Seen:
    """Each name has a part that the other lacks."""
    return list(zip(al.only_a, al.only_b, strict=False))


def left_over_unlike(al: Alignment) -> Seen:
    """What is left over on the two sides does not look alike."""
    return 1 - likeness(al.only_a, al.only_b) if al.left_a and al.left_b else 0.0


def longer(al: Alignment) -> Seen:
    """One name has parts that the other lacks."""
    return [(p, "") for p in _extra(al)]


def _extra(al: Alignment) -> list[Part]:
    return [] if al.left_a and al.left_b else [*al.only_a, *al.only_b]


def longer_at_the_end(al: Alignment) -> Seen:
    """The part that one name lacks is the last, the family name."""
    return _missing(al, last=True)


def longer_at_the_start(al: Alignment) -> Seen:
    """The part that one name lacks is the first, the given name."""
    return _missing(al, last=False)


def _missing(al: Alignment, *, last: bool) -> Seen:
    if not _extra(al):
        return _NOTHING
    name, left = (al.a, al.left_a) if al.left_a else (al.b, al.left_b)
    place = len(name.parts) - 1 if last else 0
    return [(name.parts[place], "")] if place in left else _NOTHING


def single_part(al: Alignment) -> Seen:
    """One of the names is a single word, which many may bear."""
    return float(min(len(al.a.parts), len(al.b.parts)) == 1 != max(len(al.a.parts), len(al.b.parts)))


def only_given_shared(al: Alignment) -> Seen:
    """What they share is a given name, which many bear."""
    if not single_part(al) or not al.pairs or len(al.pairs) > 1:
        return _NOTHING
    i, j, _ = al.pairs[0]
    long, place = (al.a, i) if len(al.a.parts) > 1 else (al.b, j)
    return [(long.parts[place], "")] if place < len(long.parts) - 1 else _NOTHING


def numeral_differs(al: Alignment) -> Seen:
    """The numerals or suffixes are not the same (the second, the third, junior)."""
    mine, theirs = _suffixes(al.a.suffixes), _suffixes(al.b.suffixes)
    return [(mine, theirs)] if mine != theirs else _NOTHING


def _suffixes(found: tuple[str, ...]) -> str:
    return " ".join(
        s for s in found if s in {"jr", "junior", "filho", "sr", "senior", "ii", "iii", "iv", "vi", "vii", "viii"}
    )


def numerals_contradict(al: Alignment) -> Seen:
    """Each has a numeral or suffix, and another: two people of one family."""
    if not al.a.suffixes or not al.b.suffixes:
        return _NOTHING
    mine, theirs = (next((s for s in n.suffixes if s in _NUMBERING), "") for n in (al.a, al.b))
    return [(mine, theirs)] if mine and theirs and _NUMBERING[mine] != _NUMBERING[theirs] else _NOTHING


_NUMBERING = {
    "jr": 0,
    "junior": 0,
    "filho": 0,
    "sr": 1,
    "senior": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "vi": 6,
    "vii": 7,
    "viii": 8,
}


def sexes_differ(al: Alignment) -> Seen:
    """The endings are those of a woman's name and of a man's."""
    if len(al.pairs) == len(al.agreeing) and not (al.left_a and al.left_b):
        return _NOTHING
    unlike = (*al.slips, *zip(al.only_a, al.only_b, strict=False))
    return [(p, q) for p, q in unlike if p.word.endswith(_HERS) != q.word.endswith(_HERS)]


_HERS = ("ova", "eva", "ina", "skaya", "ovna", "evna")


def other_characters(al: Alignment) -> Seen:
    """In a script where a character is a syllable, a character differs."""
    if al.a.script in SYLLABIC and al.b.script in SYLLABIC:
        return list(zip(al.only_a, al.only_b, strict=False))
    return _NOTHING


def explained_acronym(al: Alignment) -> Seen:
    """An acronym has the first letters of the words."""
    return al.of(Kin.ACRONYM)


def same_meaning(al: Alignment) -> Seen:
    """The words mean the same in two languages or forms."""
    return [(p, q) for p, q in al.of(Kin.MEANING) if p.word != q.word]


def stems_differ(al: Alignment) -> Seen:
    """The names themselves differ, not only the sort of body."""
    return list(zip(_in(al.only_a, "stem", "acronym"), _in(al.only_b, "stem", "acronym"), strict=False))


def meanings_differ(al: Alignment) -> Seen:
    """These words mean different things, so each is another body."""
    pairs = zip(_meaning(al.only_a), _meaning(al.only_b), strict=False)
    return [(p, q) for p, q in pairs if frozenset((p.meaning, q.meaning)) not in sisters()]


def _meaning(parts: list[Part]) -> list[Part]:
    return [p for p in parts if p.role == "stem" and p.meaning]


def own_word_only_in_one(al: Alignment) -> Seen:
    """Only one name has this word of its own; what they share is a sort or a place."""
    if any(p.meaning == "bank" for p, _ in al.agreeing):
        return [(p, "") for p in _extra(al) if p.role == "stem"]  # of a country's banks each has its word: central
    shared = any(_distinct(al.a.parts[i]) or _distinct(al.b.parts[j]) for i, j, _ in al.pairs)
    return [] if shared or al.of(Kin.ACRONYM) else [(p, "") for p in _extra(al) if _distinct(p)]


def types_differ(al: Alignment) -> Seen:
    """They are of different sorts."""
    return list(zip(_in(al.only_a, "type"), _in(al.only_b, "type"), strict=False))


def places_differ(al: Alignment) -> Seen:
    """They belong to different places."""
    return list(zip(_in(al.only_a, "place"), _in(al.only_b, "place"), strict=False))


def place_against_sort(al: Alignment) -> Seen:
    """One is told apart by its place, the other by its sort: a branch elsewhere, or another body."""
    crossed = [(p, q) for p in _in(al.only_a, "type") for q in _in(al.only_b, "place")]
    return crossed or [(p, q) for p in _in(al.only_a, "place") for q in _in(al.only_b, "type")]


def numbers_differ(al: Alignment) -> Seen:
    """The numbers differ."""
    mine, theirs = _in(al.only_a, "number"), _in(al.only_b, "number")
    size = max(len(mine), len(theirs)) if mine and theirs else 0
    return [(mine[min(i, len(mine) - 1)], theirs[min(i, len(theirs) - 1)]) for i in range(size)]


def _in(parts: list[Part], *roles: str) -> list[Part]:
    return [p for p in parts if p.role in roles]


def stem_only_in_one(al: Alignment) -> Seen:
    """Only one name has this word."""
    return [(p, "") for p in _extra(al) if p.role in {"stem", "acronym"}]


def type_only_in_one(al: Alignment) -> Seen:
    """Only one name has this word for a sort of body."""
    return [(p, "") for p in _extra(al) if p.role == "type"]


def further_sort(al: Alignment) -> Seen:
    """Both say what sort of body it is, and one goes on to another sort: a part of it, or another body."""
    if not any(p.role == "type" for p, _ in al.agreeing):
        return _NOTHING
    return [(p, "") for p in _extra(al) if p.role == "type"]


def part_only_in_one(al: Alignment) -> Seen:
    """Only one name says that it is a part of something: a wing, a branch."""
    return [(p, "") for p in _extra(al) if p.word in part_words()]


def place_only_in_one(al: Alignment) -> Seen:
    """Only one name has a place in it: it may be a branch."""
    return [(p, "") for p in _extra(al) if p.role == "place"]


def number_only_in_one(al: Alignment) -> Seen:
    """Only one name has a number."""
    more = [*_in(al.only_a, "number"), *_in(al.only_b, "number")]
    return [(p, "") for p in more] if not numbers_differ(al) else _NOTHING


def forms_differ(al: Alignment) -> Seen:
    """The legal forms differ."""
    mine, theirs = set(al.a.forms) - {"co"}, set(al.b.forms) - {"co"}
    return [(" ".join(sorted(mine)), " ".join(sorted(theirs)))] if mine and theirs and not mine & theirs else _NOTHING


def only_sort_agrees(al: Alignment) -> Seen:
    """What agrees is only the sort of body, a place or a common word, not the name itself."""
    own = any(_distinct(al.a.parts[i]) or _distinct(al.b.parts[j]) for i, j, _ in al.pairs)
    return float(not own and any(_distinct(p) for p in (*al.a.parts, *al.b.parts)))


def _distinct(part: Part) -> bool:
    return (
        part.role in {"stem", "acronym"}
        and (not part.meaning or part.meaning in subject_words())
        and part.word not in common_words()
    )


PERSON_TABLE: tuple[Feature, ...] = (
    agree, all_agree, letter_for_letter, other_order, surnames_turned, father_and_son, form_of_given, initial,
    initial_skips, scanned, slip, vowel_slip, two_slips,
    other_vowels, resembles, short_word_differs, first_letter_differs, slip_in_family, slip_is_a_name,
    given_differs, family_differs, middle_differs, both_have_more, left_over_unlike, longer, longer_at_the_end,
    longer_at_the_start, single_part, only_given_shared, numeral_differs, numerals_contradict, sexes_differ,
    other_characters,
)  # fmt: skip
BODY_TABLE: tuple[Feature, ...] = (
    agree, all_agree, letter_for_letter, other_order, scanned, slip, vowel_slip, two_slips, other_vowels, resembles,
    short_word_differs, first_letter_differs, stems_differ, meanings_differ, own_word_only_in_one, types_differ,
    places_differ, place_against_sort, numbers_differ, stem_only_in_one, type_only_in_one, further_sort,
    part_only_in_one, place_only_in_one, number_only_in_one, forms_differ, explained_acronym, same_meaning,
    both_have_more, left_over_unlike, only_sort_agrees, single_part, other_characters,
)  # fmt: skip


def table(kind: str) -> tuple[Feature, ...]:
    """The features that count for a kind of name."""
    return PERSON_TABLE if kind == PERSON else BODY_TABLE


def value(seen: Seen) -> float:
    """What a feature's finding counts: its number, or how many pieces it saw, up to `MOST`."""
    return seen if isinstance(seen, float) else float(min(len(seen), MOST))

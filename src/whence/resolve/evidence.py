"""Two profiles compared: how their names fit, what the texts tell of them, and what follows.

How the names fit (`Fit`) decides what may happen; the score only ranks and holds back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from math import exp, log

from whence.resolve.posts import two_at_once
from whence.resolve.profiles import Profile, contradicts
from whence.text.fold import fold
from whence.text.names import ORGANIZATION, PERSON, Name, Part, compare_parsed
from whence.text.names.align import Alignment, align
from whence.text.names.compare import falls_below, score_aligned
from whence.text.names.cultures import home, is_listed, votes
from whence.text.names.organization import spells
from whence.text.names.scripts import is_pinyin
from whence.text.names.spelling import Kin
from whence.text.names.words import (
    arms_of_service,
    business_words,
    common_words,
    gendered,
    given_forms,
    is_given,
    neutral_words,
    single_sorts,
    site_words,
    small,
    state_organs,
    subject_words,
)


class Fit(IntEnum):
    """How two names fit, from the best to the worst."""

    SAME = 0  # every part of one agrees with a part of the other
    SHORT = 1  # one says less, and nothing else: no middle name, an initial, an acronym, no word for the sort of body
    SURNAME = 2  # one is a surname alone, or a body's bare stem
    SLIP = 3  # all but one or two letters agree
    TURNED = 4  # the same parts in another order, or nothing but common given names
    BRANCH = 5  # one has a word of its own besides: a branch, a part, another body, or the same
    GIVEN = 6  # only a given name is shared
    AGAINST = 7  # each has what the other lacks, or a part contradicts


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a comparison of two profiles found; `score` takes names and context together."""

    left: Profile
    right: Profile
    fit: Fit
    score: float
    names: tuple[Name, Name] | None = None  # the two names that fit best
    told: tuple[str, ...] = ()  # what in context speaks for it
    against: tuple[str, ...] = ()  # contradictions in what the texts tell

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in sentences: worked out only for what a person will see."""
        if self.names is None:
            return (*self.told, *self.against)
        one, other = self.names
        canonical = self.names == (self.left.full, self.right.full)
        which = () if canonical else (f"The names compared are {one.text!r} and {other.text!r}.",)
        return (*which, *compare_parsed(one, other).reasons, *self.told, *self.against)


def weigh(a: Profile, b: Profile, known: frozenset[str] = frozenset()) -> Evidence:
    """Compare two profiles of one kind by their best-fitting names and by what the texts tell of them.

    `known` are the acronyms of the case: a body may be named with the one it belongs to in front.
    """
    return _weighed(a, b, _best(a, b, known), context(a, b))


def weigh_unless_hopeless(a: Profile, b: Profile, known: frozenset[str], floor: float) -> Evidence | None:
    """As `weigh`; None when the names contradict each other and the score is below `floor`.

    Most pairs that share a key are such, and what speaks against them shows before all of it is counted.
    """
    best = fit, al = _best(a, b, known)
    found = support, _, against = context(a, b)
    if fit is Fit.AGAINST and falls_below(al, log(floor / (1 - floor)) - 0.5 * support + 2.0 * len(against)):
        return None
    evidence = _weighed(a, b, best, found)
    return evidence if fit is not Fit.AGAINST or evidence.score >= floor else None


def _weighed(a: Profile, b: Profile, best: tuple[Fit, Alignment], found: tuple[int, list[str], list[str]]) -> Evidence:
    (fit, al), (support, told, against) = best, found
    sure = score_aligned(al)
    if support or against:
        odds = log(max(sure, 1e-6) / max(1 - sure, 1e-6)) + 0.5 * support - 2.0 * len(against)
        sure = 1 / (1 + exp(-odds))
    return Evidence(a, b, fit, sure, (al.a, al.b), tuple(told), tuple(against))


def _best(a: Profile, b: Profile, known: frozenset[str]) -> tuple[Fit, Alignment]:
    """The two names that fit best, laid side by side; the canonical ones unless others fit better."""
    best: tuple[Fit, int, str, str] | None = None
    spelled, strangers = _spelled_otherwise(a, b), are_strangers(a, b)
    for i, x in enumerate(a.parsed[:6]):
        for j, y in enumerate(b.parsed[:6]):
            if spelled and (x.is_acronym or y.is_acronym):
                continue
            if strangers and len(x.parts) == len(y.parts) == 1:
                continue
            al = align(x, y)
            rank = (fit_aligned(al, known), i + j, x.text, y.text)
            if best is None or rank < best:
                best, chosen = rank, al
            if rank[:2] == (Fit.SAME, 0):
                return Fit.SAME, al
    return (best[0], chosen) if best else (Fit.AGAINST, align(a.parsed[0], b.parsed[0]))


def are_strangers(a: Profile, b: Profile) -> bool:
    """Do the full names of two people contradict each other? Then a nickname that both have makes them not one."""
    if a.kind != PERSON or not (a.full and b.full) or min(len(a.full.parts), len(b.full.parts)) < 2:
        return False
    mine, theirs = ([replace(n, suffixes=()) for n in p.parsed if len(n.parts) > 1] for p in (a, b))
    return all(clash(x, y) for x in mine for y in theirs)


def _spelled_otherwise(a: Profile, b: Profile) -> bool:
    """Are both bodies spelled out, and as two? Then letters that they share, or could, do not make them one."""
    one, other = a.parsed[0], b.parsed[0]
    if a.kind != ORGANIZATION or one.is_acronym or other.is_acronym:
        return False
    lettered = any(n.is_acronym for n in (*a.parsed, *b.parsed))
    return lettered and clash(one, other) and not _share_foreign_letters(a, b)


def _share_foreign_letters(a: Profile, b: Profile) -> bool:
    """Have both the same letters, of which one's own words explain none? They are those of its name in another tongue.

    Two bodies that are spelled out with the same letters share them by chance.
    """
    mine, theirs = ({"".join(n.words) for n in p.parsed if n.is_acronym} for p in (a, b))
    shared = [letters for letters in mine & theirs if len(letters) > 2]
    return any(not _makes(p.parsed[0], letters) for letters in shared for p in (a, b))


def _makes(name: Name, letters: str) -> bool:
    return letters in name.initials or spells(letters, name.words)


def fit_of(a: Name, b: Name, known: frozenset[str] = frozenset()) -> Fit:
    """How two parsed names fit; `known` as in `weigh`."""
    return fit_aligned(align(a, b), known)


def fit_aligned(al: Alignment, known: frozenset[str] = frozenset()) -> Fit:
    """As `fit_of`, for names laid side by side before."""
    if not al.pairs or contradicts(al):
        return Fit.AGAINST
    if al.of(Kin.OCR) or al.of(Kin.SLIP) or al.of(Kin.VOWEL_SLIP) or al.of(Kin.SLIPS):
        return Fit.SLIP if al.agreeing or len(al.a.parts) == len(al.b.parts) == 1 else Fit.AGAINST
    return _fit_person(al) if al.a.kind == PERSON else _fit_body(al, known)


def clash(a: Name, b: Name) -> bool:
    """Can two names not mean one bearer, or only if one of them holds a slip of a vowel?"""
    al = align(a, b)
    return not al.pairs or contradicts(al) or bool(al.of(Kin.VOWEL_SLIP))


def _fit_person(al: Alignment) -> Fit:
    short, long = sorted((al.a, al.b), key=lambda n: len(n.parts))
    if not al.left_a and not al.left_b:
        return _fit_whole(al)
    if len(short.parts) == 1:
        return _fit_single(al, long)
    if is_styled(short.words, long.words):
        return Fit.SHORT
    if _two_surnames(al, short, long):
        return Fit.SURNAME
    if _lacks_its_front(short, long):
        return Fit.SHORT
    if len(al.pairs) < 2 or not al.agreeing or not _cut_short(al, short, long):
        return Fit.GIVEN
    return Fit.SHORT if _own(al) and not _lacks_a_syllable(al, short, long) else Fit.TURNED


def _lacks_its_front(short: Name, long: Name) -> bool:
    """Is it a name of three words or more without a José or a Maria in front ("Raimundo Paz" of José Raimundo Paz)?"""
    front = long.words[0] in small("left_off_in_front") and is_given(short.words[0])
    return front and len(short.words) > 1 and short.words == long.words[1:] and not is_given(short.words[-1])


def is_styled(short: Sequence[str], long: Sequence[str]) -> bool:
    """Is the longer name the other behind a Burmese word of respect ("Ko Myo Min")? Elsewhere it is a family name."""
    behind = len(short) > 1 and tuple(long[1:]) == tuple(short) and long[0] in small("burmese_respect")
    return behind and long[0] != long[1] and home(tuple(long)) == "siamese"


def _lacks_a_syllable(al: Alignment, short: Name, long: Name) -> bool:
    """Is it a name of syllables without one of them ("Aung Min", "Aung Zaw Min")? Then it is another name.

    Where a father's name may stand last it may be left out; Burmese have none.
    """
    syllables = all(1 < len(w) <= 5 for w in long.words) and not is_given(long.words[0]) and not long.sons
    begins = short.words == long.words[: len(short.words)] and home(long.words) != "siamese"
    return syllables and not begins and not al.of(Kin.INITIAL)


def _fit_whole(al: Alignment) -> Fit:
    """Every part has its partner: the same, unless the order or the commonness of all parts leaves a doubt."""
    order = [j for _, j in sorted((i, j) for i, j, _ in al.pairs)]
    if len(al.agreeing) < len(al.pairs):
        return Fit.SHORT if al.agreeing and order == sorted(order) else Fit.AGAINST
    if len(al.of(Kin.SAME)) == len(order) and order == sorted(order):
        return Fit.SAME
    if len(order) == 1:
        return Fit.SAME
    if order == sorted(order) and len(order) > 2:
        return Fit.SAME  # of three words in one order, each a spelling of the other's, chance is small
    sure = order == sorted(order) or (_rotated(order) and (_family_moved(al) or _given_moved(al)))
    return Fit.SAME if sure and _own(al) else Fit.TURNED


def _two_surnames(al: Alignment, short: Name, long: Name) -> bool:
    """Is it a name of three words without the given name ("Paz Lobo" for "Rosa Paz Lobo")?"""
    if len(short.parts) != 2 or len(long.parts) not in (3, 4) or len(al.agreeing) != 2 or long.sons:
        return False
    if home(long.words) in {"korean", "chinese", "siamese"}:
        return False  # "Kyu Kim" is not Ho Kyu Kim
    size = len(long.parts)
    places = sorted((i, j) if long is al.b else (j, i) for i, j, _ in al.pairs)
    return places == [(0, size - 2), (1, size - 1)] and len(short.words[0]) > 1 and not is_given(short.words[0])


def _rotated(order: list[int]) -> bool:
    """Is it the same order with the family name moved to the other end?"""
    start = order.index(0)
    turned = order[start:] + order[:start]
    return turned == sorted(order)


def _family_moved(al: Alignment) -> bool:
    """Is what stands first in one and last in the other a family name? Else they may be a father and a son."""
    if al.a.family_first or al.b.family_first:
        return True
    ends = {n.parts[k].word for n in (al.a, al.b) for k in (0, -1)}
    return bool(ends & small("family_first"))


def _given_moved(al: Alignment) -> bool:
    """Is of two words one a given name and the other none, in a name with marks that no English name has?

    Elsewhere "Kent Thomas" is not Thomas Kent, and where fathers' names stand last the two may be father and son.
    """
    words = al.a.words
    foreign = any(not part.shown.isascii() for n in (al.a, al.b) for part in n.parts)
    given = [is_given(w) or w in gendered() for w in words]
    if len(words) != 2 or len(al.b.words) != 2:
        return False
    return (foreign and sum(given) == 1 and home(words) in {"", "written"}) or _ends_like_family(words)


def _ends_like_family(words: Sequence[str]) -> bool:
    """Is of two words of a Slav's or Caucasian's name one a given name, and has the other a family's ending?"""
    if home(tuple(words)) not in {"slavic", "caucasus"}:
        return False
    family = [bool(votes(w)) and not is_listed(w) and not is_given(w) for w in words]
    named = [is_listed(w) or is_given(w) or w in gendered() for w in words]
    return family != named and sum(family) == sum(named) == 1


def _own(al: Alignment) -> bool:
    """Is a part that agrees more than a given name that thousands bear?"""
    return any(p.word not in given_forms() or p.role in {"kunya", "nisba"} for p, _ in al.agreeing)


def _cut_short(al: Alignment, short: Name, long: Name) -> bool:
    """Is the short name the long one with its middle left out, or its end cut off? Parts keep their order."""
    places = sorted((i, j) if long is al.b else (j, i) for i, j, _ in al.pairs)
    there = [j for _, j in places]
    whole = len(long.words) > 1 and len(long.words[1]) > 1
    if len(long.words[0]) == 1 and whole and is_given(short.words[0]) and there == list(range(1, len(long.parts))):
        return True  # "Scott Lind" of F. Scott Lind
    if there != sorted(there) or places[0] != (0, 0):
        return False
    # "Rosa Paz" of Rosa Elena Paz Lobo: of two given names and two surnames the first of each.
    everyday = there == [0, 2] and len(long.parts) == 4 and len(short.parts) == 2 and not long.sons
    ends = everyday or places[-1] == (len(short.parts) - 1, len(long.parts) - 1)
    return ends or there == list(range(len(there)))


def _fit_single(al: Alignment, long: Name) -> Fit:
    """A single word beside a longer name: its surname, or only one of its other names."""
    i, j, k = al.pairs[0]
    place = (i if long is al.a else j) + (k is Kin.JOINED)
    if k in {Kin.INITIAL, Kin.GIVEN_FORM}:
        return Fit.GIVEN
    last = place == len(long.parts) - 1 or long.parts[place].role == "kunya"
    eastern = len(long.parts) > 2 or is_pinyin(long.parts[-1].word)
    if place == 0 and eastern and long.parts[0].word in small("family_first"):
        return Fit.SURNAME  # "Gan" of Gan Peng Kun
    if _is_half(long, place):
        return Fit.GIVEN
    family = long.parts[0] if long.family_first else long.parts[place]
    return Fit.SURNAME if last or (place and family.word not in given_forms()) else Fit.GIVEN


def _is_half(name: Name, place: int) -> bool:
    """Is it the first half of a last name with a hyphen ("Paz" of Rosa Paz-Lobo)? Nobody is called by that alone."""
    double = re.search(r"(\w+)[-‐‑](\w+)$", name.text)
    return double is not None and place == len(name.parts) - 2 and fold(double[1]) == fold(name.parts[place].shown)


def _fit_body(al: Alignment, known: frozenset[str]) -> Fit:
    left = [*al.only_a, *al.only_b]
    acronym = al.of(Kin.ACRONYM)
    if left and _only_its_parent(al, known):
        return Fit.SHORT
    if acronym and len(acronym) == len(al.pairs):
        return _fit_acronym(acronym, left)
    if al.of(Kin.INITIAL):
        return Fit.BRANCH  # one letter of a firm's name may be any word's
    if not left and len(al.pairs) == 1 and al.of(Kin.VARIANT):
        return Fit.SLIP  # a single word has nothing beside it that would make a variant spelling sure
    if not left and is_turned(al) and _is_for(al) and not any(_is_own(p) for p, _ in al.agreeing):
        return Fit.TURNED  # "People's List", "List for the People"; "Ministry of Health" is the Health Ministry
    if not left:
        one_letter = any(min(len(p.word), len(q.word)) == 1 for p, q in acronym)  # "KFN-R" of KFN-Renewal
        return Fit.SAME if set(al.a.forms) == set(al.b.forms) and not one_letter else Fit.SHORT
    short = al.a if al.left_b else al.b
    last = short.parts[-1]
    if site_words() & {last.meaning, last.word} and any(p.meaning in state_organs() for p in left):
        return Fit.BRANCH  # the port is not its authority
    if _is_unit_in_short(al, left):
        return Fit.SHORT
    own = _tells_apart(al, left) and not short.forms
    one_of_several = any(p.meaning in single_sorts() for p, _ in al.agreeing)  # of a state's banks each has its trade
    trades = all(p.role != "type" and p.word in business_words() for p in left) and not _is_sister(al, left)
    if own and len(al.agreeing) > 1 and trades and not one_of_several:
        return Fit.SHORT  # "Sonda Shipping & Logistics" of Sonda Shipping and Logistics Enterprise
    sorted_already = any(p.role == "type" for p, _ in al.agreeing)  # a second sort makes it a part: the party's council
    # "Northern Shield", "Shield of the North Battalion": with a sort more and in another order it is another.
    if _is_reversed(al):
        return Fit.BRANCH
    if own and not sorted_already and all(p.role == "type" or p.word in business_words() for p in left):
        return Fit.SHORT if len(al.agreeing) > 1 else Fit.SURNAME if al.of(Kin.SAME) else Fit.SLIP
    return Fit.BRANCH


def is_turned(al: Alignment) -> bool:
    """Do the same words of two names stand in another order ("Human Rights Centre", "Centre for Human Rights")?"""
    return _is_reversed(al) and len(al.of(Kin.SAME)) == len(al.pairs)


def _is_reversed(al: Alignment) -> bool:
    order = [j for _, j, _ in sorted(al.pairs, key=lambda pair: pair[0])]
    return order != sorted(order)


def _is_for(al: Alignment) -> bool:
    """Is one of the names held together by "for", which tells what a body is for and not whose it is?"""
    return any(" for " in name.text for name in (al.a, al.b))


def _is_own(part: Part) -> bool:
    """Is it a word of a body's own, a place, a number or letters, and none that many bodies have?"""
    return part.role != "type" and (part.role != "stem" or not (part.meaning or part.word in common_words()))


def _is_sister(al: Alignment, left: list[Part]) -> bool:
    """Has a firm's name a trade, and the other one more: "Delta Shipping", "Delta Shipping Insurance"?"""
    trade = any(p.role == "type" or p.word in business_words() for p, _ in al.agreeing)
    return trade and any(p.word not in neutral_words() for p in left)


def _is_unit_in_short(al: Alignment, left: list[Part]) -> bool:
    """Is it a numbered unit without its arm of service ("58th Brigade" of the 58th Airborne Brigade)?"""
    numbered = any(p.role == "number" for p, _ in al.agreeing)
    unit = any(p.meaning in _UNITS for p, _ in al.agreeing)
    arms = all(p.word in arms_of_service() for p in left)
    return numbered and unit and arms and len(al.agreeing) == len(al.pairs)


_UNITS = frozenset({"army", "brigade", "battalion", "division", "corps", "regiment", "squad", "company of soldiers"})


def _tells_apart(al: Alignment, left: list[Part]) -> bool:
    """Is what agrees a name of its own, or at least two words that together are one, in whatever language?"""
    if any(not p.meaning or p.role == "place" or p.meaning in subject_words() for p, _ in al.agreeing):
        return True
    words = sum(p.role == "stem" for p, _ in al.agreeing)
    return words > 1 and not any(p.meaning in state_organs() for p in left)


def _fit_acronym(acronym: list[tuple[Part, Part]], left: list[Part]) -> Fit:
    """Two letters say little; a word made of beginnings ("cent" + "com") says enough even without the country."""
    size = max((len(p.word) for pair in acronym for p in pair if p.role == "acronym" or p.shown.isupper()), default=0)
    if size >= 6 and all(p.role == "place" for p in left):
        return Fit.SHORT
    return Fit.SHORT if size >= 3 and not left else Fit.BRANCH


def _only_its_parent(al: Alignment, known: frozenset[str]) -> bool:
    """Is what one name has besides, in front, only the acronym of another body of the case ("NFN Relief Corps")?"""
    left, long = (al.left_a, al.a) if al.left_a else (al.left_b, al.b)
    return left == [0] and long.parts[0].word in known and len(long.parts) > 1


def context(a: Profile, b: Profile) -> tuple[int, list[str], list[str]]:
    """What speaks for the two being one, how, and what against, in what the texts tell of them."""
    support, reasons, against = 0, [], []
    if not (a.says and b.says):
        apart = _told_apart(a, b) if a.kind == PERSON else ""
        return 0, [], [apart] if apart else []
    for what, said in (("posts", "post"), ("titles", "title"), ("countries", "country")):
        if shared := sorted(a.told(what) & b.told(what)):
            support += 2 if what == "posts" else 1
            reasons.append(f"Both texts tell the same {said}: {shared[0]!r}.")
    lands = (a.told("countries"), b.told("countries"))
    if a.kind == ORGANIZATION and all(lands) and not lands[0] & lands[1]:
        against.append(f"They belong to different countries: {min(lands[0])!r} and {min(lands[1])!r}.")
    if dates := _dates(a, b):
        against.append(dates)
    if a.kind == PERSON:
        against += filter(None, [two_at_once(a.held, b.held), _told_apart(a, b)])
    return support, reasons, against


def _told_apart(a: Profile, b: Profile) -> str:
    """The reason why two of one full name are two: a text names both."""
    one, other = a.full, b.full
    full = one is not None and other is not None and one.text == other.text and len(one.parts) > 1
    return "One text names two people of this name and tells them apart." if full and a.docs & b.docs else ""


def _dates(a: Profile, b: Profile) -> str:
    mine, theirs = ({d[:4] for d in p.told("dates") if d[:4].isdigit()} for p in (a, b))
    if mine and theirs and not mine & theirs:
        return f"The years differ: {min(mine)} and {min(theirs)}."
    return ""

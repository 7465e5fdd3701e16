"""Chains of many documents into entities: joined where sure, asked where doubtful, apart otherwise."""

import gc
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations

from whence.model import Alarm, Cluster, Entity, Pair, digest
from whence.resolve.blends import blends
from whence.resolve.blocking import candidates
from whence.resolve.decisions import Decision, Laid, lay
from whence.resolve.evidence import Evidence, Fit, are_strangers, clash, is_turned, weigh_unless_hopeless
from whence.resolve.given import join_beginnings_of_syllables, join_given, join_kin
from whence.resolve.joining import Groups, is_abbreviated
from whence.resolve.misfits import misfits
from whence.resolve.perhaps import ask_perhaps, ask_slips
from whence.resolve.places import join_places
from whence.resolve.profiles import Profile, in_order, is_generic
from whence.resolve.spelled import join_habits, join_patronymics
from whence.resolve.tails import join_beginnings, join_creeds, join_letters, join_seats, join_tails
from whence.text.fold import fold
from whence.text.gazetteer import countries
from whence.text.names import ORGANIZATION, PERSON, Name, parse
from whence.text.names.align import align
from whence.text.names.words import patronymic_titles

JOIN = 0.85  # at and above: joined, when the names fit and nothing contradicts; measured in docs/design/names.md
SHORT = 0.50  # at and above: a shorter form that fits one bearer of the case only is joined to it
OTHERS = 2  # people and bodies that a text names beside somebody: fewer do not show in what circle he moves
_BEFORE_SURNAMES = frozenset({"mr", "mrs", "ms", "miss"})
REVIEW = 0.30  # from here to JOIN a person is asked


@dataclass(frozen=True, slots=True)
class Resolution:
    """What came out: `pairs` with verdict "same" were joined, "unsure" wait for a person, "different" look alike."""

    entities: tuple[Entity, ...]
    pairs: tuple[Pair, ...]
    alarms: tuple[Alarm, ...]

    @property
    def review(self) -> tuple[Pair, ...]:
        """The pairs that wait for a person, those that would change most first; not those that one has decided."""
        weight = {e.id: len(e.chains) for e in self.entities}
        decided = {(p.left, p.right) for p in self.pairs if p.by}
        doubtful = [p for p in self.pairs if p.verdict == "unsure" and (p.left, p.right) not in decided]
        return tuple(sorted(doubtful, key=lambda p: (-min(weight[p.left], weight[p.right]) * p.score, p.left, p.right)))


@contextmanager
def _unswept() -> Iterator[None]:
    """Without the interpreter's searches for dead cycles: there are none, and each walks through millions of names."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@_unswept()
def resolve(clusters: Iterable[Cluster], judgements: Iterable[Decision] = ()) -> Resolution:
    """Group clusters of all documents into entities.

    Deterministic, and independent of the order of both inputs. A judgement's subject and object are names or cluster
    ids; a person's outranks a rule's, a later one an earlier; none is broken by a join.
    """
    every, said = in_order(clusters), list(judgements)
    laid = lay(said, every)
    if odd := {a.cluster: a for a in misfits(laid.profiles)}:
        laid = lay(said, every, frozenset(odd))
    found = laid.profiles
    mixed = [*odd.values(), *(a for a in blends(found) if a.cluster not in odd)]
    alarms = tuple(sorted(mixed, key=lambda a: (a.name, a.cluster)))
    groups = Groups(
        found,
        laid.apart | _given_away(laid, odd.keys()),
        _blended(found, alarms) - {key for pair in laid.decided for key in pair},
    )
    for a, b in (*laid.same, *laid.rest):
        groups.join(a, b, decided=True)
    known = frozenset(n.parts[0].word for p in found if p.kind == ORGANIZATION for n in p.parsed if _is_acronym(n))
    weighed = (weigh_unless_hopeless(a, b, known, REVIEW / 2) for a, b in candidates(found))
    evidence = sorted((e for e in weighed if e is not None), key=_order)
    pairs = [*_join_alike(groups, evidence), *_join_countries(groups, found), *join_places(groups, found)]
    # Twice: a form that fits two bearers may fit one when these have turned out to be one.
    pairs += [*_join_short(groups, evidence, {Fit.SHORT}), *_join_short(groups, evidence, {Fit.SHORT})]
    pairs += [*join_tails(groups, evidence), *_join_short(groups, evidence, {Fit.SAME, Fit.SURNAME})]
    pairs += join_creeds(groups, evidence)
    pairs += [*join_habits(groups, evidence), *join_patronymics(groups, found), *join_given(groups, evidence)]
    pairs += [*join_kin(groups, evidence), *join_seats(groups, evidence), *join_letters(groups, found)]
    pairs += [*join_beginnings(groups, evidence), *join_beginnings_of_syllables(groups, evidence)]
    pairs += [*_branches(groups, evidence), *ask_perhaps(groups, found), *ask_slips(groups, evidence)]
    return _resolution(groups, [*pairs, *_look_alikes(groups, evidence)], alarms, laid)


def _is_acronym(name: Name) -> bool:
    return len(name.parts) == 1 and name.parts[0].role == "acronym" and len(name.parts[0].word) > 2


def _order(e: Evidence) -> tuple[int, float, str, str]:
    return e.fit, -round(e.score, 9), e.left.key, e.right.key


def _blended(found: Sequence[Profile], alarms: Iterable[Alarm]) -> set[str]:
    """The keys of the profiles that go by a blended form and hold the chain in which it stands."""
    home = {c.id: p for p in found for c in p.clusters}
    alarmed = ((home[a.cluster], a.name) for a in alarms)
    return {p.key for p, name in alarmed if p.full and p.full.text == name}


def _given_away(laid: Laid, odd: Collection[str]) -> set[tuple[str, str]]:
    """What keeps chains that a judgement gives to somebody else than their name apart from those of that name."""
    own = {p.key: p for p in laid.profiles if any(c.id in odd for c in p.clusters)}
    known = {p.key: p for p in laid.profiles}
    out: set[tuple[str, str]] = set()
    for pair, judgement in laid.decided.items():
        for key, other in (pair, pair[::-1]):
            if key in own and judgement.verdict == "positive" and known[other].name != own[key].name:
                out |= {(key, p.key) for p in laid.profiles if p.name == own[key].name and p.key != key}
    return out - laid.decided.keys() - {pair[::-1] for pair in laid.decided}


def _join_alike(groups: Groups, evidence: Sequence[Evidence]) -> list[tuple[Evidence, str, str]]:
    """Join what has the same name in full, surest first."""
    sure = [e for e in evidence if e.fit is Fit.SAME and e.score >= JOIN and not e.against and not _only_surnames(e)]
    rivals = _rival_spellings(sure)
    out = []
    asked: set[str] = set()
    for e in sure:
        if little := _says_little(e):
            if not {e.left.key, e.right.key} <= asked:
                out.append((e, "unsure", little))
            asked |= {e.left.key, e.right.key}
            continue
        beside = _turned_beside(e) or _spelled_beside(e)
        why = rivals.get((e.left.key, e.right.key)) or beside or groups.join(e.left, e.right)
        out.append((e, "unsure" if why else "same", why or ""))
    return out


def _turned_beside(e: Evidence) -> str:
    """Why two bodies whose names are the same words in another order may be two; empty where nothing tells."""
    if e.left.kind != ORGANIZATION or not e.left.docs & e.right.docs or not e.names or not is_turned(align(*e.names)):
        return ""
    return "A text has both names, whose words stand in another order, and does not say that they are one."


def _spelled_beside(e: Evidence) -> str:
    """Why two people whose names differ in a vowel may be two: a text that spells both ways tells of both.

    Empty where nothing tells, as of a doubled letter.
    """
    both = e.left.docs <= e.right.docs or e.right.docs <= e.left.docs
    if e.left.kind != PERSON or not both or not e.names or e.names[0].words == e.names[1].words:
        return ""
    one, other = (re.sub(r"(.)\1+", r"\1", "".join(n.words)) for n in e.names)
    return "" if one == other else "A text has both names, which are spelled alike, and does not say that they are one."


def _says_little(e: Evidence) -> str:
    lands = e.left.told("countries") & e.right.told("countries")
    if e.left.kind == ORGANIZATION and not lands and is_generic(e.left.parsed[0]):
        return "Every state has one, and the texts do not say whose it is."
    if e.left.kind == ORGANIZATION and not e.told and _mean_the_same(e):
        return "The names are one word in two languages, and many may bear it."
    return ""


def _mean_the_same(e: Evidence) -> bool:
    """Are the names one word each, and alike in what it means alone?"""
    one, other = (n.parts for n in e.names or (e.left.parsed[0], e.right.parsed[0]))
    return len(one) == len(other) == 1 and one[0].word != other[0].word and one[0].meaning == other[0].meaning != ""


def _rival_spellings(sure: list[Evidence]) -> dict[tuple[str, str], str]:
    """Where one spelling may stand for two names that contradict each other (Hamed: Hamid, Hamad), neither joins it."""
    near: dict[tuple[str, str], list[tuple[Profile, Evidence]]] = defaultdict(list)
    for e in sure:
        mine, theirs = e.names or (e.left.parsed[0], e.right.parsed[0])
        near[e.left.key, mine.text].append((e.right, e))
        near[e.right.key, theirs.text].append((e.left, e))
    out: dict[tuple[str, str], str] = {}
    for own in sorted(near):
        spelled = [(p, e) for p, e in near[own] if not is_abbreviated(p)]
        for (p, e), (q, f) in combinations(spelled[:20], 2):
            if are_strangers(p, q) or all(clash(x, y) for x in p.parsed for y in q.parsed):
                out |= {(x.left.key, x.right.key): f"It may as well be {y!r}." for x, y in ((e, q.name), (f, p.name))}
    return out


def _only_surnames(e: Evidence) -> bool:
    return e.left.kind == "person" and any(len(p.parsed[0].parts) == 1 for p in (e.left, e.right))


def _join_short(groups: Groups, evidence: Sequence[Evidence], fits: set[Fit]) -> list[tuple[Evidence, str, str]]:
    """Join a shorter form, of the `fits` given, to the one bearer it fits; when it fits two, ask."""
    reach: dict[str, list[tuple[Profile, Evidence]]] = defaultdict(list)
    for e in evidence:
        if _says_less(e):
            short, long = _by_length(e)
            reach[short.key].append((long, e))
    for e in evidence:
        if e.fit is Fit.GIVEN and (_begins_with(e) or _ends_with(e)):
            short, long = _by_length(e)
            reach[short.key].append((long, e))
    out = []
    for e in [e for e in evidence if e.fit in fits and _says_less(e)]:
        short, _ = _by_length(e)
        others = list(dict.fromkeys(groups.root(long) for long, x in reach[short.key] if _rivals(groups, e, x)))
        if len(others) > 1 and groups.root(short) in others:
            continue  # it has gone to the one that is called so
        others = [root for root in others if root != groups.root(short)]
        others = _called_so(groups, short, others) if len(others) > 1 else others
        if len(others) == 1 and groups.root(_by_length(e)[1]) != others[0]:
            continue
        if not others or groups.root(e.left) == groups.root(e.right):
            continue
        out.append(_join_if_only(groups, e, short, others))
    return out


def _begins_with(e: Evidence) -> bool:
    """Is one a single word with which the longer other begins? Where fathers' names stand last, it is he."""
    short, long = (p.parsed[0].words for p in _by_length(e))
    return e.left.kind == PERSON and len(short) == 1 < len(long) and long[0] == short[0]


def _ends_with(e: Evidence) -> bool:
    """Does a person's longer name end with all words, two or more, of the other ("Asim Rauf" in Muhammad Asim Rauf)?"""
    names = [p.parsed[0] for p in _by_length(e)]
    short, long = (n.words for n in names)
    ends = 1 < len(short) < len(long) and long[-len(short) :] == short
    return e.left.kind == PERSON and ends and not names[1].sons


def _called_so(groups: Groups, short: Profile, others: list[str]) -> list[str]:
    """Of several bearers the one meant: who alone has the title or post of a surname; the body that a text calls so."""
    told = groups.offices(short)
    if short.kind == ORGANIZATION:
        having = [root for root in others if groups.goes_by(root, short.name)]
    else:
        having = [root for root in others if told & groups.offices_of(root)]
    return having if len(having) == 1 else others


def _says_less(e: Evidence) -> bool:
    weak = e.fit in {Fit.SHORT, Fit.SURNAME, Fit.BRANCH} or (e.fit is Fit.SAME and _only_surnames(e))
    return weak and e.score >= REVIEW


def _rivals(groups: Groups, e: Evidence, other: Evidence) -> bool:
    """May `other` be meant instead? A branch is no rival of a name that the short form spells out or abbreviates.

    Nor is it one of the firm itself, when that is named in three times as many texts.
    """
    if other.fit in {Fit.GIVEN, Fit.SURNAME} and _ends_with(other):
        short, long = (p.parsed[0].words for p in _by_length(e))
        return e.fit is not Fit.SHORT or long[: len(short)] != short
    if other.fit is not Fit.BRANCH:
        # "Rosa Paz" is short for Rosa Paz Lobo, though a Maria Rosa Paz is in the case too.
        surnames = e.left.kind == PERSON and e.fit is Fit.SHORT and other.fit is Fit.SURNAME
        return not (surnames and len(_by_length(e)[0].parsed[0].parts) > 1)
    mine, theirs = (len(groups.texts(_by_length(x)[1])) for x in (e, other))
    return e.fit is not Fit.SHORT and not (e.fit is Fit.SURNAME and mine >= 3 * theirs)


def _is_inside(e: Evidence) -> bool:
    """Whether one word is the middle of a person's longer name: "Chao" in "Rulan Chao Pian"."""
    short, long = (p.parsed[0].words for p in _by_length(e))
    return e.left.kind == PERSON and len(short) == 1 and short[0] in long[1:-1] and short[0] != long[0]


def _by_length(e: Evidence) -> tuple[Profile, Profile]:
    def size(p: Profile) -> tuple[int, int, int, str]:
        name = p.parsed[0]
        return len(name.parts), len(name.forms), sum(len(x.word) for x in name.parts), p.key

    short, long = sorted((e.left, e.right), key=size)
    return short, long


def _join_if_only(groups: Groups, e: Evidence, short: Profile, others: list[str]) -> tuple[Evidence, str, str]:
    if len(others) > 1:
        return e, "unsure", f"{short.name!r} fits {len(others)} known bearers."
    if e.left.kind == PERSON and e.fit in {Fit.SURNAME, Fit.SAME} and _is_given(groups, short):
        return e, "unsure", f"{short.name!r} is the given name of somebody in the case."
    if e.left.kind == PERSON and len(short.parsed[0].parts) == 1 and _knows_nobody(groups, e):
        return e, "unsure", f"No text with {short.name!r} names anybody else whom a text with the longer name does."
    if e.left.kind == PERSON and e.fit in {Fit.SURNAME, Fit.SAME} and _is_fathers(e, short):
        return e, "unsure", "It is a given name behind this title, and the last name of the other."
    if e.left.kind == PERSON and (son := _son_of(groups, e, short)):
        return e, "unsure", f"In {son!r} it is the father's name."
    if e.against or e.score < (SHORT if e.fit is Fit.SHORT else REVIEW):
        return e, "unsure", ""
    if _is_inside(e) and short.docs <= _by_length(e)[1].docs:
        return e, "unsure", "A text has both and does not tie them, and the name neither begins nor ends so."
    if _is_untied(groups, e, short):
        return e, "unsure", "A text has both, and does not tie them."
    if e.left.kind == PERSON and (both := _named_beside(groups, e)):
        return e, "unsure", f"A text names {both} too, and does not say that they are one."
    if e.left.kind == ORGANIZATION and e.left.docs & e.right.docs and _lacks_business(e):
        return e, "unsure", "A text has both names and does not say that they are one."
    beside = short.kind == ORGANIZATION and len(short.parsed[0].parts) == 1 and not short.name.isupper()
    if beside and not _firm(groups, e, short) and groups.share_a_text(e.left, e.right):
        return (
            e,
            "unsure",
            f"A text names {short.name!r} and the longer name side by side and does not say they are one.",
        )
    why = groups.join(e.left, e.right)
    return e, "unsure" if why else "same", why or f"{short.name!r} fits nobody else in the case."


def _is_untied(groups: Groups, e: Evidence, short: Profile) -> bool:
    """Does every text with a single word of a person's name have the longer one too, and as another's?

    A word that is itself the other's second name is tied; "Mr Duda", or "Commander Duda" where he is
    called so too, may stand before Ivo Duda.
    """
    said = e.left.kind != PERSON or not e.names or len(e.names[0].parts) == len(e.names[1].parts)
    long = _by_length(e)[1]
    shared = groups.offices(short) & groups.offices_of(groups.root(long))
    if said or len(short.parsed[0].parts) > 1 or shared or short.told("titles") & _BEFORE_SURNAMES:
        return False
    return short.docs <= long.docs


def _named_beside(groups: Groups, e: Evidence) -> str:
    """Another full name of the bearer of a name that the longer one only goes on from, in a text that has this one."""
    short, long = _by_length(e)
    words, more = short.parsed[0].words, long.parsed[0].words
    if not 1 < len(words) < len(more) or more[: len(words)] != words:
        return ""
    known = (p for p in groups.group(short) if p is not short and p.full and len(p.full.parts) > 1)
    others = [p for p in known if p.docs & long.docs]
    return next((repr(p.name) for p in sorted(others, key=lambda p: p.key)), "")


def _knows_nobody(groups: Groups, e: Evidence) -> bool:
    """Do the texts of both name several others, and have none in common, nor a post, title or country?"""
    if e.told or groups.share_a_text(e.left, e.right) or groups.company(e.left, e.right):
        return False
    return all(len(groups.circle(p)) >= OTHERS for p in (e.left, e.right))


def _is_fathers(e: Evidence, short: Profile) -> bool:
    """Is a name behind a title of people without surnames ("Datuk Azhari") only the end of the other: his father's?"""
    words, long = short.parsed[0].words, _by_length(e)[1].parsed[0].words
    return bool(short.told("titles") & patronymic_titles()) and long[: len(words)] != words


def _son_of(groups: Groups, e: Evidence, short: Profile) -> str:
    """The form of the longer name's bearer in which the whole shorter name is marked as the father's; else empty."""
    long = e.right if e.left is short else e.left
    names = (n for p in groups.group(long) for n in p.parsed if n.sons)
    return next((n.text for n in names if _is_his_fathers(n, short.parsed[0])), "")


def _is_his_fathers(son: Name, name: Name) -> bool:
    """Are the words of `name`, two or more, the ones that follow the son's "bin"?"""
    fathers = replace(son, parts=son.parts[son.sons[0] :], sons=())
    return len(fathers.parts) == len(name.parts) == len(align(fathers, name).agreeing) > 1


def _is_given(groups: Groups, short: Profile) -> bool:
    """Does it begin, without a given name of its own, with the first name of somebody in one of its texts?"""
    name = short.parsed[0]
    return not name.sons and any(groups.is_given(doc, name.words[0]) for doc in short.docs)


def _lacks_business(e: Evidence) -> bool:
    """Does one of two companies' names, of two words or more, go on with a trade: a sister firm's, it may be?"""
    short, long = sorted((n.words for n in e.names or ()), key=len)
    return 1 < len(short) < len(long) and long[: len(short)] == short


def _firm(groups: Groups, e: Evidence, short: Profile) -> bool:
    """Is the longer name a company's? A text that has given it in full goes on with its first word."""
    long = e.right if e.left is short else e.left
    first = short.parsed[0].words[0]
    names = [n for p in groups.group(long) for n in p.parsed if n.words[:1] == (first,)]
    return any(n.forms for n in names) and not groups.is_family(first)


def _branches(groups: Groups, evidence: Sequence[Evidence]) -> list[tuple[Evidence, str, str]]:
    told = "One may be a part or branch of the other."
    return [
        (e, "unsure", told)
        for e in evidence
        if e.fit is Fit.BRANCH and e.score >= REVIEW and groups.root(e.left) != groups.root(e.right)
    ]


def _join_countries(groups: Groups, found: Sequence[Profile]) -> list[tuple[Evidence, str, str]]:
    """ "The Kingdom" or "the Hashemite Kingdom" is the one country of the case whose long name begins so."""
    heads: dict[str, set[str]] = defaultdict(set)
    for name, short in ((name, c.name) for c in countries() for name in c.names):
        head, of, _ = name.partition(" of ")
        if of and " " in head:
            heads[fold(head)].add(short)
    present = {p.name: p for p in found if p.kind == "country"}
    out = []
    for p in found:
        named = sorted(heads.get(fold(p.name), set()) & present.keys())
        lands = [land for land in named if p.docs <= present[land].docs] or named
        if p.kind in {"organization", "place"} and lands:
            land = present[lands[0]]
            said = f"{p.name!r} begins the long name of {', '.join(lands)}, named in the same documents."
            e = Evidence(p, land, Fit.SHORT, 0.9 if len(lands) == 1 else 0.5, None, (said,))
            why = groups.join(p, land, decided=True) if len(lands) == 1 else said
            out.append((e, "unsure" if why else "same", ""))
    return out


_ASK = {
    Fit.SLIP: "It may be a slip of the pen for the other.",
    Fit.TURNED: "All that agrees is common, or stands in another order.",
    Fit.GIVEN: "",
}


def _look_alikes(groups: Groups, evidence: Sequence[Evidence]) -> list[tuple[Evidence, str, str]]:
    """What was not joined: slips and given names to ask about, and look-alikes that stay apart."""
    rest = []
    for e in evidence:
        if groups.root(e.left) == groups.root(e.right):
            continue
        if e.fit in _ASK and e.score >= REVIEW:
            rest.append((e, "unsure", _ASK[e.fit]))
        elif e.fit is Fit.AGAINST and e.score >= REVIEW / 2:
            rest.append((e, "different", ""))
        elif e.fit is Fit.SAME and (e.score < JOIN or e.against):
            rest.append((e, "unsure", "The names are the same, but what the texts tell is not."))
    return rest


def _resolution(
    groups: Groups, pairs: list[tuple[Evidence, str, str]], alarms: tuple[Alarm, ...], laid: Laid
) -> Resolution:
    entities = _with_lands([(_entity(group), group[0]) for group in groups.members()])
    home = {c: e.id for e in entities for c in e.chains}
    rows: dict[tuple[str, str, str], tuple[Evidence, str, str]] = {}
    for row in pairs:
        e, verdict, _ = row
        left, right = sorted(home[p.clusters[0].id] for p in (e.left, e.right))
        key = (left, right, verdict) if verdict != "same" else (e.left.key, e.right.key, verdict)
        if (verdict == "same" or left != right) and (key not in rows or _shown_score(rows[key][0]) < _shown_score(e)):
            rows[key] = row
    shown = (_pair(e, verdict, said, home) for e, verdict, said in rows.values())
    ranked = sorted([*shown, *_decided(laid, home)], key=lambda p: (p.verdict, -p.score, p.left, p.right, p.reasons))
    return Resolution(tuple(sorted(entities, key=lambda e: (e.type, e.name, e.id))), tuple(ranked), alarms)


_SAID = {
    "positive": ("same", "judged them the same"),
    "negative": ("different", "judged them different"),
    "unsure": ("unsure", "could not tell whether they are one"),
}


def _decided(laid: Laid, home: dict[str, str]) -> Iterator[Pair]:
    """What people and rules decided of pairs of names: it stands beside what comparison found."""
    known = {p.key: p for p in laid.profiles}
    for (a, b), j in laid.decided.items():
        p, q = sorted((known[a], known[b]), key=lambda x: home[x.clusters[0].id])
        left, right = home[p.clusters[0].id], home[q.clusters[0].id]
        verdict, told = _SAID.get(j.verdict, _SAID["unsure"])
        day = f" on {j.when[:10]}" if j.when else ""
        said = f"{j.who or 'Somebody'} {told}{day}{f': {j.why}' if j.why else '.'}"
        kept = () if (left == right) is (verdict == "same") else ("It cannot be kept beside other judgements.",)
        reasons = (f"{p.name!r} beside {q.name!r}.", said, *kept)
        yield Pair(left, right, verdict, 1.0 if verdict == "same" else 0.0, reasons, (p.name, q.name), j.who or "rule")


def _pair(e: Evidence, verdict: str, said: str, home: dict[str, str]) -> Pair:
    """A pair of entities; the names that were compared stand in the reasons."""
    sides = ((home[e.left.clusters[0].id], e.left.name), (home[e.right.clusters[0].id], e.right.name))
    (left, one), (right, other) = sorted(sides, key=lambda side: side[0])
    names = f"{e.left.name!r} beside {e.right.name!r}."
    reasons = (names, *([said] if said else []), *e.reasons)
    return Pair(left, right, verdict, _shown_score(e), reasons, (one, other))


def _shown_score(e: Evidence) -> float:
    return round(e.score, 4)


def _entity(group: list[Profile]) -> Entity:
    members = sorted(c for p in group for c in p.clusters)
    counts = Counter(form for c in members for form in c.forms)
    types = Counter(c.type for c in members)
    common = min(types, key=lambda t: (-types[t], t))
    acts = "organization" in types and any(p.kind == "country" for p in group)
    names = tuple(sorted(counts.items(), key=lambda n: (-n[1], n[0])))
    chains = tuple(c.id for c in members)
    own = digest("entity", min(chains))
    return Entity(own, "organization" if acts else common, _shown(group, counts), names, chains)


def _with_lands(found: Sequence[tuple[Entity, Profile]]) -> list[Entity]:
    """Places of one name are shown with their country: "Tripoli, Lebanon" beside "Tripoli, Libya"."""
    names = Counter(fold(e.name) for e, p in found if p.kind in {"place", "country"})
    return [replace(e, name=p.name) if p.kind == "place" and names[fold(e.name)] > 1 else e for e, p in found]


def _shown(group: list[Profile], counts: Counter[str]) -> str:
    """The name to show: a country's own; else the canonical name in most documents, the longer of equals.

    A person's is one with the given name spelled out, and no nickname, where there is such a name.
    """
    if land := next((p.name for p in group if p.kind == "country"), None):
        return land
    if group[0].kind == "place" and "," in group[0].name:
        written = next((c.name for c in group[0].clusters if not c.name.isupper()), None)
        return written or group[0].name.rpartition(", ")[0]  # a dateline has it in capitals
    votes = Counter({name: 0 for p in group for name in (p.name,)})
    for p in group:
        votes[p.name] += len(p.clusters) if not p.parsed or len(p.parsed[0].parts) > 1 else 0
    whole = {p.name for p in group if _is_whole(p, group)}
    return _spelled(min(votes, key=lambda n: (n not in whole, -votes[n], -len(n.split()), -counts[n], n)), counts)


def _spelled(name: str, counts: Counter[str]) -> str:
    """A name with its accents, where as many documents write them as leave them out: "Pena" is Peña."""
    alike = [form for form in counts if not form.isascii() and fold(form) == fold(name) and not form.isupper()]
    best = min(alike, key=lambda form: (-counts[form], form), default=name)
    return best if counts[best] >= counts[name] else name


def _is_whole(profile: Profile, group: list[Profile]) -> bool:
    """Is it a given name and a surname, which no text of the group states beside a quite different name?"""
    if profile.kind != PERSON or not profile.full or len(profile.full.parts) < 2:
        return False
    stated = {c.name for p in group for c in p.clusters if profile.name in c.forms and c.name != profile.name}
    own = profile.full
    return own.parts[0].role != "initial" and all(align(own, parse(name)).pairs for name in stated)


__all__ = ["JOIN", "REVIEW", "Resolution", "resolve"]

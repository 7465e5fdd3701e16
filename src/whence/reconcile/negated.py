"""Where one voice says that a thing was done, and another that it was not: "met him", "has not met him".

Both are known by the verb, by who did it to whom, and by the words around. A denial is of what came before it: of what
happens later it says nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.model import Conflict, Span, Statement
from whence.reconcile.accounts import Account, teller
from whence.reconcile.blame import disclaims, distance, is_close, kind_of, leaders
from whence.reconcile.dates import agree, between, days
from whence.reconcile.events import share_names
from whence.reconcile.gainsaid import clipped
from whence.reconcile.kindred import bare, is_common, plain_words
from whence.reconcile.sides import conflict
from whence.reconcile.verbs import (
    BE,
    HAVE,
    NONE,
    NOTS,
    Word,
    is_denied,
    is_noun,
    is_open,
    is_passive,
    listed,
    verbs,
    words_of,
)

_NEXT = 180  # characters: the sentence before or behind
_SEASON = 365  # days: of what is told a year apart there may be two
_FRESH = 14  # days within which two documents tell of one happening
_SOON = 3  # days in which documents tell of one thing without a date
_REACH = 9  # words behind a verb that say to whom it was done
_VERB = 4  # words behind a "not" among which its verb is
_SEVERAL = 2  # words in common by which two tell of one thing, though only one says of whom
_THING = 6  # words behind a "no" among which its verb is
_NOW = frozenset({"do", "does"})  # "I do not stand": of what will be
_SELF = frozenset({"i", "we", "he", "she", "it", "they"})
_PERFECT = frozenset({"has", "have", "having", "is", "are", "am"})  # with one of these what comes later is left open
_BEFORE_NOUN = frozenset({"no", "the", "a", "an"})
_BREAKS = frozenset({",", ";", ":", ".", "|", "but", "because", "–", "—"})


@dataclass(frozen=True, slots=True)
class _Denied:
    """What somebody says was not done: the verb, who did not do it (`who`), to whom or what, and in which words.

    `passive`: `who` is whom it was not done to, or who did not get it. `whole`: it was done to nobody, so any of it
    gainsays. `noun`: it is told by a noun, "gave no order". `thing`: of what it is said, "no shots were fired". `none`:
    it is told of nobody and nothing of its kind. `over`: it is told of what was over by then, "no shots were fired".
    """

    account: Account
    verb: str
    who: frozenset[str]
    whom: frozenset[str]
    words: frozenset[str]
    passive: bool
    whole: bool
    noun: bool = False
    thing: str = ""
    none: bool = False
    over: bool = False


def negated(
    statements: Sequence[Statement], accounts: Sequence[Account], opposed: Collection[frozenset[Span]] = ()
) -> Iterator[Conflict]:
    """What one voice says was done, and another was not; but for sentences that are `opposed` already."""
    leads = leaders(statements)
    told = _by_verb(a for a in accounts if not a.denied)
    for account in accounts:
        found: dict[Span, Account] = {}
        for denied in _denials(account, leads):
            for other, at in told[denied.verb]:
                places = frozenset((account.statement.evidence, other.statement.evidence))
                if len(places) == 2 and places not in opposed and _gainsays(denied, other, at):
                    found.setdefault(other.statement.evidence, other)
        if found:
            yield _conflict(account, list(found.values()))


def _conflict(account: Account, told: Sequence[Account]) -> Conflict:
    best = min(told, key=lambda a: (a.document != account.document, a.statement.predicate != "says", a.statement.claim))
    first = best.statement
    kind = kind_of(first.predicate) if first.predicate not in ("says", "denies") else "status"
    kind = "responsibility" if account.denied else kind
    yes, no = (teller(a, "speaker", "accuser") for a in (best, account))
    sides = [(f"yes{yes}", [a.statement for a in told]), (f"no{no}", [account.statement])]
    return conflict(kind, f"whether {clipped(best.text.strip(' |'))}", sides)


def _by_verb(accounts: Iterable[Account]) -> dict[str, list[tuple[Account, int]]]:
    """Every word of every account that may be a verb, by its plain form."""
    out: dict[str, list[tuple[Account, int]]] = defaultdict(list)
    for account in accounts:
        words = words_of(account.text)
        for i, word in enumerate(words):
            if word.plain and not (is_open(words, i) or is_denied(words, i)):
                out[word.plain].append((account, i))
    return out


def _denials(account: Account, leads: Mapping[str, set[str]]) -> Iterator[_Denied]:
    """What an account says was not done."""
    words = words_of(account.text)
    loose = disclaims(account.text)
    for at, verb in _denied_whole(words) if account.denied else _denied_in(words):
        if loose and [w.small for w in words[max(verb - 3, 0) : verb]][:2] != ["part", "in"]:
            continue
        if words[verb].plain and words[verb].plain not in verbs("light") and not words[verb].is_common:
            yield _denied(account, words, (min(at, verb), max(at, verb), verb), leads)


def _denied(
    account: Account, words: Sequence[Word], at: tuple[int, int, int], leads: Mapping[str, set[str]]
) -> _Denied:
    start, stop, verb = at
    first, last = _clause(words, start), _clause_end(words, stop)
    behind = words[stop + 1 : min(last, stop + 1 + _REACH)]
    inside = " ".join(w.small for w in words[first:last])
    return _Denied(
        account,
        words[verb].plain,
        _who(account, words, start, leads),
        _named(account, behind),
        (plain_words(inside) | _opening(account, words, first)) - plain_words(words[verb].small),
        is_passive(words, verb),
        all(is_common(w.small) or w.small in listed("anybody") for w in behind),
        verb > start and words[verb - 1].small in _BEFORE_NOUN,
        _thing(words, verb),
        words[start].small in NONE | {"no"},
        not {w.small for w in words[first : verb + 1]} & _PERFECT and words[verb].plain not in verbs("later"),
    )


def _plain(account: Account) -> frozenset[str]:
    """The plain words of an account, with the one that opens it where that is no name."""
    return plain_words(account.text) | _opening(account, words_of(account.text), 0)


def _opening(account: Account, words: Sequence[Word], first: int) -> frozenset[str]:
    """The word with which an account opens, in plain form; a name has none."""
    named = not words or any(start <= words[0].start < end for start, end, _ in account.named)
    return frozenset() if first or named else plain_words(words[0].small)


def _denied_whole(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The verb of what somebody denies: "having ordered it", "that the army had used mortars"."""
    if any(w.small in NOTS | {"no"} for w in words):
        return
    for i, word in enumerate(words):
        if word.small in HAVE | BE and (verb := _verb_behind(words, i)) is not None:
            yield i, verb
            return
    gerund = next((i for i, w in enumerate(words[:2]) if w.small.endswith("ing") and len(w.small) > _REACH - 4), None)
    if gerund is not None:
        yield gerund, gerund


def _denied_in(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Every "not" with the verb that it denies."""
    for i, word in enumerate(words):
        around = (*words[max(i - 3, 0) : i], *words[i + 1 : i + 3])
        if any(w.small in listed("open") for w in around):
            continue
        verb = None
        if word.small in NOTS and (word.small == "never" or (i and words[i - 1].small in HAVE | BE)):
            verb = _verb_behind(words, i) or _doer(words, i)
            verb = None if words[i - 1].small in _NOW else _part_in(words, verb)
        elif word.small == "no":
            verb = _verb_of_no(words, i)
        elif word.small in NONE:
            verb = next((k for k in (i - 1, i - 2) if k >= 0 and _tells(words[k])), None)
            verb = _verb_of_no(words, i) if verb is None else verb
        if verb is not None:
            yield i, verb


def _tells(word: Word) -> bool:
    """Whether a word may be the verb of a denial."""
    return bool(word.plain) and not word.is_common


def _verb_behind(words: Sequence[Word], i: int) -> int | None:
    for k in range(i + 1, min(i + 1 + _VERB, len(words))):
        word = words[k].small
        if word in listed("between") | NOTS | BE or word.endswith("ly"):
            continue
        return k if words[k].plain and word not in listed("no_verb") else None
    return None


def _part_in(words: Sequence[Word], verb: int | None) -> int | None:
    """The deed in which somebody took no part, where that is all the verb says: "did not take part in the raid"."""
    if verb is None or [w.small for w in words[verb : verb + 3]] not in (
        ["take", "part", "in"],
        ["taken", "part", "in"],
    ):
        return verb
    deed = verb + 3 + (words[verb + 3].small in _BEFORE_NOUN if verb + 3 < len(words) else 0)
    return deed if deed < len(words) and _tells(words[deed]) else verb


def _doer(words: Sequence[Word], i: int) -> int | None:
    """The noun for whoever did it, where somebody is said not to be that: "was not the organiser of the march"."""
    noun = words[i + 2 : i + 3]
    said = bool(noun) and words[i - 1].small in BE and words[i + 1].small in ("the", "an", "a")
    return i + 2 if said and noun[0].small.endswith(("er", "or")) and _tells(noun[0]) else None


def _verb_of_no(words: Sequence[Word], i: int) -> int | None:
    """The verb of a thing of which there was none: "paid no ransom", "no protocol was signed", "there was no sale"."""
    before = words[i - 1] if i else None
    if before and before.small in BE:
        there = any(w.small == "there" for w in words[max(i - 4, 0) : i])
        last = i + 2 if i + 2 < len(words) and _tells(words[i + 2]) else i + 1  # "no oil spill"
        return last if there and last < len(words) else None
    if before and before.plain in verbs("giving"):
        return i + 1 if i + 1 < len(words) else None
    if before and before.small not in HAVE and _tells(before):
        return i - 1
    reach = range(i + 1, min(i + _THING, len(words)))
    at = next((k for k in reach if words[k].small in BE), None)
    verb = _verb_behind(words, at) if at is not None and all(words[k].small.isalpha() for k in range(i, at)) else None
    if verb is not None and at == i + 2 and words[verb].plain in verbs("giving"):
        return i + 1  # "no promise was made"
    return verb


def _thing(words: Sequence[Word], verb: int) -> str:
    """The noun right before a verb and what helps it: *door* of "the doors were not locked"."""
    i = verb
    while i and (words[i - 1].is_auxiliary or words[i - 1].small in NOTS):
        i -= 1
    return (words[i - 1].plain or bare(words[i - 1].small)) if i and _names_thing(words, i - 1) else ""


def _names_thing(words: Sequence[Word], i: int) -> bool:
    return _tells(words[i]) or (i == 0 and not words[i].is_common)


def _who(account: Account, words: Sequence[Word], i: int, leads: Mapping[str, set[str]]) -> frozenset[str]:
    """Who is said not to have done it, by whatever name the case knows; and for whom they speak."""
    while i and words[i - 1].is_auxiliary:
        i -= 1
    found = account.subject(words[i].start)
    speaker = account.statement.get("speaker")
    own = i == 0 or (i == 1 and words[0].small in _SELF) or words[i - 1].small in ("we", "i")
    if not found and own and speaker and speaker.entity:
        found = speaker.entity
    if not found:
        return frozenset()
    himself = bool(i) and words[i - 1].small in ("he", "she", "i")
    return frozenset({found, *(() if himself else leads.get(found, ()))})


def _named(account: Account, words: Sequence[Word]) -> frozenset[str]:
    if not words:
        return frozenset()
    return frozenset(e for a, b, e in account.named if words[0].start <= a and b <= words[-1].end)


def _gainsays(denied: _Denied, other: Account, at: int) -> bool:
    """Whether what an account tells is what somebody says was not done."""
    mine = denied.account
    if mine.voice == other.voice and (
        mine.document == other.document or mine.statement.origin == other.statement.origin
    ):
        return False
    words = words_of(other.text)
    if not _before(mine, other, _FRESH if denied.over else _SOON) or (is_noun(words, at) and not denied.noun):
        return False
    verb = words[at]
    there = {e for _, _, e in other.named}
    shared = denied.words & _plain(other) - {denied.verb}
    if denied.who & there and not denied.noun and not _same_way(denied, other, words, at):
        return False
    who, whom = bool(denied.who & there), bool((denied.whom - denied.who) & there)
    if denied.whom - denied.who and not whom and len(shared) < _SEVERAL:
        return False
    if mine.document == other.document and is_close(mine.statement, other.statement):
        return who + whom + len(shared) > (0 if denied.whole or _is_next(mine, other) else 1)
    if who:
        return whom or bool(shared) or (denied.whole and not verb.is_common)
    near = mine.statement.scene.near & other.statement.scene.near
    if (whom and shared) or (len(shared) > 1 and near):
        return True
    if denied.none and shared and near and not denied.whom and _is_fresh(mine, other) and _at_one_place(mine, other):
        return True  # "nobody was arrested after the blast": those who were, a few days ago, in another document
    return denied.thing == _thing(words, at) != "" and _is_fresh(mine, other)


def _at_one_place(mine: Account, other: Account) -> bool:
    """Whether the sentences of two accounts name no two places, or share one."""
    here, there = ({e for _, _, e in a.named} & a.statement.scene.places for a in (mine, other))
    return not (here and there) or bool(here & there)


def _is_fresh(mine: Account, other: Account) -> bool:
    """Whether two documents are of the same days, and their sentences of one day if they name any."""
    x, y = days(mine.day), days(other.day)
    a, b = (s.dates for s in (mine.statement.scene, other.statement.scene))
    one_day = not (a and b) or any(agree(d, e) for d in a for e in b)
    fresh = one_day and x is not None and y is not None and between(x, y) <= _FRESH
    return fresh and share_names(mine.statement, other.statement)


def _is_next(mine: Account, other: Account) -> bool:
    return distance(mine.statement, other.statement) < _NEXT


def _same_way(denied: _Denied, other: Account, words: Sequence[Word], at: int) -> bool:
    """Whether who is said not to have done it is told as having done it, and not as whom it was done to."""
    if words[at].plain in verbs("mutual"):
        return True
    passive = is_passive(words, at)
    places = [a for a, _, e in other.named if e in denied.who]
    before = any(a < words[at].start for a in places)
    return before if passive == denied.passive else any(a > words[at].start for a in places)


def _before(mine: Account, other: Account, soon: int = _SOON) -> bool:
    """Whether what an account tells was before somebody said that it was not so, and not long before."""
    said, published = days(mine.day), days(other.day)
    stated = days(other.statement.start) if other.statement.start and not other.statement.inferred else None
    dated = [d for date in other.statement.scene.dates if (d := days(date))]
    when = stated or (dated[0] if len(dated) == 1 else None)
    if mine.document == other.document or said is None:
        return True
    if when is not None:
        return when[0] <= said[1] and said[0] - when[1] <= _SEASON
    return published is None or (published[0] <= said[1] + soon and said[0] - published[1] <= _SEASON)


def _clause(words: Sequence[Word], i: int) -> int:
    while i and words[i - 1].small.isalpha() and words[i - 1].small not in ("that", "and", "but", "because"):
        i -= 1
    return i


def _clause_end(words: Sequence[Word], i: int) -> int:
    while i < len(words) and words[i].small not in _BREAKS:
        i += 1
    return i

"""Where somebody was at one time: where two voices name two places, or one says that they were not there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from whence.model import Conflict, Span, Statement
from whence.reconcile.accounts import Account, teller
from whence.reconcile.blame import is_close
from whence.reconcile.dates import Days, agree, days
from whence.reconcile.sides import conflict
from whence.text.gazetteer import is_country
from whence.vocab import word_set

_SOON = 3  # days in which documents tell of one thing, in whatever order
_WIDE = 100  # days that a stay may last in which somebody else saw them elsewhere
_WAS = re.compile(
    r"(?:(?:is|was|were|had been|has been)(?: seen| staying| on holiday| on leave)?|(?:had )?(?:spent|stayed|remained)"
    r"(?: the (?:whole )?(?:night|day|evening|time))?) (?:in|at|on)(?: the)? ?$"
)
# "Has never been to" any time, "was not in" that day.
_NEVER = re.compile(r"\b(?:has|have|had|was|were) never(?: been)?(?: to| in| at)(?: the)? ?$")
_NOT = re.compile(
    r"(?:\b(?:was|were|is|are|had|has|have)(?: not|n['’]t)(?: been| present)*|\bdenied (?:having been|being))"
    r" (?:in|at|to)(?: the)? ?$"
)
_THERE = re.compile(r"\b(?:in|at|to|near|from)(?: the)? ?$")
_THEN = re.compile(r"\b(?:that|the same|the whole) (?:night|day|evening|morning|afternoon)\b|\bat the time\b", re.I)
_VISITS = {"visits": "visitor", "speaks_at": "speaker"}


@dataclass(frozen=True, slots=True)
class _Stay:
    """That somebody was at a place, and when, as one account says it.

    `absent`: that they were not, or not `ever`. `did`: it only tells of what they did there, "was arrested in Lima".
    """

    account: Account
    who: str
    place: str
    day: str
    absent: bool = False
    ever: bool = False
    did: bool = False


def whereabouts(
    statements: Sequence[Statement], accounts: Sequence[Account], opposed: Collection[frozenset[Span]] = ()
) -> Iterator[Conflict]:
    """Two places where one is said to have been at one time, but for sentences that are `opposed` already."""
    names = {a.entity: a.words for s in statements for a in s.args if a.entity}
    stays: dict[str, list[_Stay]] = defaultdict(list)
    for stay in _stays(statements, accounts):
        if not is_country(names.get(stay.place, "")):
            stays[stay.who].append(stay)
    for who, told in sorted(stays.items()):
        for one, other in combinations(told, 2):
            places = frozenset((one.account.statement.evidence, other.account.statement.evidence))
            away = one.absent or other.absent
            apart = _gainsay(one, other) if away else _at_once(one, other) and not _within(one, other, names)
            if places not in opposed and apart:
                sides = [(_side(s, names), [s.account.statement]) for s in (one, other)]
                yield conflict("place", f"where {names.get(who, '')} was ({one.day or other.day})", sides)


def _side(stay: _Stay, names: dict[str, str]) -> str:
    where = f"{'not in ' if stay.absent else ''}{names.get(stay.place, stay.account.text)}"
    return f"{where}{teller(stay.account, 'speaker')}"


def _stays(statements: Sequence[Statement], accounts: Sequence[Account]) -> Iterator[_Stay]:
    for account in (a for a in accounts if a.affirmed):
        scene = account.statement.scene
        narrow = [date for date in scene.dates if (d := days(date)) and d[1] - d[0] < _WIDE]
        for start, _, place in account.named:
            before = account.text[:start].replace("\n", " ")
            found = _WAS.search(before) if place in scene.places else None
            who = account.subject(found.start(), scene.people) if found else ""
            if who:
                yield _Stay(account, who, place, narrow[0] if len(narrow) == 1 else "")
            elif place in scene.places:
                yield from _absences(account, before, place, narrow)
    for s in statements:
        who_, place_ = s.get(_VISITS.get(s.predicate, "")), s.get("place") or s.get("visited")
        if who_ and place_ and who_.entity and place_.entity in s.scene.places and s.start and not s.inferred:
            yield _Stay(Account(s, "", (), s.voice), who_.entity, place_.entity or "", s.start)


def _absences(account: Account, before: str, place: str, narrow: Sequence[str]) -> Iterator[_Stay]:
    """Who is said not to have been at a place that stands behind these words; or who did something there."""
    scene = account.statement.scene
    never, not_ = _NEVER.search(before), _NOT.search(before)
    day = narrow[0] if len(narrow) == 1 else ""
    if gone := never or not_:
        who = account.subject(gone.start(), scene.people) or _speaker(account, before[: gone.start()])
        if who:
            yield _Stay(account, who, place, day, absent=True, ever=never is not None)
    elif _THERE.search(before) and account.named and account.named[0][2] in scene.people:
        words = set(before[account.named[0][1] :].casefold().split())
        if words & word_set("whereabouts.yaml", "being_there") and not _DENYING.search(before):
            yield _Stay(account, account.named[0][2], place, day, did=True)


_DENYING = re.compile(r"\b(?:not|never|no|nor|without|denie[sd]|denying|would|will|to go)\b|n['’]t\b")


def _speaker(account: Account, before: str) -> str:
    """Whoever speaks of himself: "I was not in Lima"."""
    speaker = account.statement.get("speaker")
    own = re.search(r"(?:^|\W)(?:I|we|We)\s*$", before)
    return speaker.entity if own and speaker and speaker.entity else ""


def _gainsay(one: _Stay, other: _Stay) -> bool:
    """Whether one voice tells that somebody was at a place, and another that they were not, then or ever."""
    absent, there = (one, other) if one.absent else (other, one)
    a, b = absent.account, there.account
    if absent.absent == there.absent or one.place != other.place or a.voice == b.voice:
        return False
    if absent.ever:
        said, told = days(a.day), days(there.day or b.day)
        return said is None or told is None or told[0] <= said[1] + _SOON
    x, y = days(absent.day), days(there.day)
    if x and y:
        return agree(absent.day, there.day) and _length(x) < 1
    near = a.document == b.document and is_close(a.statement, b.statement)
    return near and any(_THEN.search(s.account.text) or s.day for s in (one, other))


def _at_once(one: _Stay, other: _Stay) -> bool:
    """Whether two stays are told of one time, by two voices: a day that lies in a stay, or "that night"."""
    a, b = one.account, other.account
    same = one.place == other.place or a.voice == b.voice or a.statement.evidence == b.statement.evidence
    if one.did or other.did or same:
        return False
    x, y = days(one.day), days(other.day)
    if x and y:
        return agree(one.day, other.day) and min(_length(x), _length(y)) < 1
    near = a.document == b.document and is_close(a.statement, b.statement)
    return near and any(_THEN.search(t.account.text) and not t.day for t in (one, other))


def _length(day: Days) -> int:
    return day[1] - day[0]


def _within(one: _Stay, other: _Stay, names: dict[str, str]) -> bool:
    """Whether one place may lie in the other: a name in the other's, or both named by one sentence."""
    a, b = (set(names.get(s.place, "").casefold().split()) for s in (one, other))
    here = ({e for _, _, e in s.account.statement.scene.named} for s in (one, other))
    return bool(a & b) or any({one.place, other.place} <= h for h in here)

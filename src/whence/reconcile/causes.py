"""What brought it about, where two voices name two causes: "caused by a short circuit", "started by a guard"."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from whence.model import Conflict, Span, Statement
from whence.reconcile.accounts import Account, teller
from whence.reconcile.blame import is_close
from whence.reconcile.dates import between, days
from whence.reconcile.events import share_names
from whence.reconcile.gainsaid import clipped
from whence.reconcile.kindred import kindred, plain_words
from whence.reconcile.sides import conflict
from whence.vocab import word_set

_SEASON = 365  # days within which two documents tell of one fire


@dataclass(frozen=True, slots=True)
class _Cause:
    """What an account says a thing was brought about by: the thing in a plain form, and the words for its cause."""

    account: Account
    thing: str
    words: str


def causes(
    statements: Sequence[Statement], accounts: Sequence[Account], opposed: Collection[frozenset[Span]] = ()
) -> Iterator[Conflict]:
    """Two causes of one thing, by two voices; but for sentences that are `opposed` already."""
    things: dict[str, list[_Cause]] = defaultdict(list)
    for account in accounts:
        for cause in _causes(account) if account.affirmed else ():
            things[cause.thing].append(cause)
    for told in things.values():
        for one, other in combinations(told, 2):
            places = frozenset((one.account.statement.evidence, other.account.statement.evidence))
            if places not in opposed and _apart(one, other):
                sides = [(_side(c), [c.account.statement]) for c in (one, other)]
                yield conflict("responsibility", f"what it was caused by: {clipped(one.account.text)}", sides)


def _causes(account: Account) -> Iterator[_Cause]:
    for found in _caused().finditer(account.text):
        thing = kindred([found["thing"]])
        known = plain_words(found["by"]) - kindred(word_set("causes.yaml", "open"))
        if thing and known and not word_set("causes.yaml", "open") & set(found["by"].split()):
            yield _Cause(account, min(thing), found["by"])


@cache
def _caused() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in sorted(word_set("causes.yaml", "caused")))
    return re.compile(
        rf"\b(?P<thing>[a-z]+) (?:was|were|had been|has been) (?:\w+ly )?(?:{verbs}) by (?P<by>[^,;:.|“”\"]+)"
    )


def _apart(one: _Cause, other: _Cause) -> bool:
    """Whether two voices tell two causes of one thing."""
    a, b = one.account, other.account
    if plain_words(one.words) & plain_words(other.words) or a.voice == b.voice:
        return False
    if a.document == b.document:
        return is_close(a.statement, b.statement)
    x, y = days(a.day), days(b.day)
    return x is not None and y is not None and between(x, y) <= _SEASON and share_names(a.statement, b.statement)


def _side(cause: _Cause) -> str:
    return f"{' '.join(cause.words.split())}{teller(cause.account, 'speaker')}"

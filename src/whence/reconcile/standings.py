"""How somebody or something is said to stand, in words that exclude each other: dead or alive, open or closed."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Any

from whence.model import Conflict, Span, Statement
from whence.reconcile.accounts import Account, before_aside
from whence.reconcile.blame import distance, is_close, lowered
from whence.reconcile.dates import Days, between, days
from whence.reconcile.events import HAPPENED
from whence.reconcile.kindred import plain_words
from whence.reconcile.sides import conflict
from whence.vocab.load import read_yaml

_SLACK = 2  # days: who is said to have died on Monday may have met somebody on Sunday
_IT = frozenset({"it", "they"})
_NEXT = 180  # characters: the sentence before or behind
_TITLE = re.compile(
    r" (?:(?:the|his|her|its|its own|their) )?(?:[\w-]+ ){0,4}"
)  # between a verb and whom it is done to
_NOUNS = 60  # characters before a predicate in which its subject stands
_NOT = r"(?:not|never|n['’]t|no longer)"
_BY_THE_WAY = r"(?:\w+ly|also|still|already|himself|herself|later|then|now|since|even)"
_BE = (
    rf"(?:is|are|was|were|(?:has|have|had)(?: {_NOT})?(?: {_BY_THE_WAY})? been)"
    rf"(?:(?: |(?=n['’]t)){_NOT})?(?: {_BY_THE_WAY})* "
)
_HAVE = rf"(?:(?:has|have|had|did)(?: |(?=n['’]t)))?(?:{_NOT} )?(?:{_BY_THE_WAY} )*"
_DENIED = re.compile(rf"\b{_NOT}\b|n['’]t\b")
_CLAUSE = re.compile(r"[,;:.|“”\"]|\b(?:that|and|but|because|when|while|if|whether|after|before|although)\b")


@dataclass(frozen=True, slots=True)
class _Standing:
    """What one account says of how something stands: the matter, the value and of whom or what."""

    matter: str
    value: str
    denied: bool
    account: Account
    entity: str
    words: str

    @property
    def label(self) -> str:
        """The value as it is printed: *dead*, *not dismissed*."""
        return f"not {self.value}" if self.denied else self.value


def standings(
    statements: Sequence[Statement], accounts: Sequence[Account], opposed: Collection[frozenset[Span]] = ()
) -> Iterator[Conflict]:
    """What is told of one in words that exclude each other, but for sentences that are `opposed` already."""
    names = {a.entity: a.words for s in statements for a in s.args if a.entity}
    groups: dict[tuple[str, str], list[_Standing]] = defaultdict(list)
    bare: dict[str, list[_Standing]] = defaultdict(list)
    for standing in _find(statements, accounts):
        if standing.entity:
            groups[standing.matter, standing.entity].append(standing)
        else:
            bare[standing.matter].append(standing)
    for (matter, entity), told in sorted(groups.items()):
        pairs = [p for p in combinations(told, 2) if _against(*p)]
        yield from _conflicts(matter, pairs, names.get(entity, ""), opposed)
    for matter, told in sorted(bare.items()):
        pairs = [p for p in combinations(told, 2) if _against(*p) and _of_one_thing(*p)]
        for pair in pairs:
            yield from _conflicts(matter, [pair], pair[0].words, opposed)


def _conflicts(
    matter: str, pairs: Iterable[tuple[_Standing, _Standing]], name: str, opposed: Collection[frozenset[Span]]
) -> Iterator[Conflict]:
    """The pairs as one conflict, a side for each value."""
    sides: dict[str, list[_Standing]] = defaultdict(list)
    for one, other in pairs:
        if frozenset((_place(one), _place(other))) not in opposed:
            for told in (one, other):
                if told not in sides[told.label]:
                    sides[told.label].append(told)
    if len(sides) > 1:
        kind = "responsibility" if _matters()[matter].get("doing") else "status"
        asked = _matters()[matter]["about"]
        about = (
            asked.replace("the {}", "{} is") if any(s.entity for s in next(iter(sides.values()))) else asked
        ).format(name)
        named = [(f"{label}{_by(side[0])}", [s.account.statement for s in side]) for label, side in sides.items()]
        yield conflict(kind, about, named)


def _by(told: _Standing) -> str:
    speaker = told.account.statement.get("speaker")
    return f", says {lowered(speaker)}" if speaker else ""


def _place(told: _Standing) -> Span:
    return told.account.statement.evidence


def _against(one: _Standing, other: _Standing) -> bool:
    """Whether two tellings of one bearer cannot both be right, and are of two voices and one time."""
    if (one.value == other.value) == (one.denied == other.denied) or (one.denied and other.denied):
        return False
    if one.value != other.value and (one.denied or other.denied):
        return False
    a, b = one.account, other.account
    if a.voice == b.voice and (a.document == b.document or a.statement.origin == b.statement.origin):
        return False
    return a.statement.claim != b.statement.claim and _of_one_time(one, other)


def _of_one_time(one: _Standing, other: _Standing) -> bool:
    matter = _matters()[one.matter]
    here = one.account.document == other.account.document
    x, y = _day(one), _day(other)
    if x is None or y is None:
        return not any(map(_acts, (one, other))) and (here or matter["of"] == "person")
    if between(x, y) > matter["within"]:
        return False
    last = [s for s in (one, other) if s.value == matter.get("last") and not s.denied]
    if not last or (here and not any(map(_acts, (one, other)))):
        return True
    end, still = (x, y) if last[0] is one else (y, x)
    return end[1] + (_SLACK if any(map(_acts, (one, other))) else 0) <= still[1]


def _day(told: _Standing) -> Days | None:
    """The day of which it is told: the only one in the sentence, else that of the document."""
    s = told.account.statement
    if s.predicate in _acts(told) or (s.start and s.predicate in _says_so(told)):
        return days(s.start)
    dates = {d for d in s.scene.dates if (range_ := days(d)) and range_[1] - range_[0] <= 31}
    return days(next(iter(dates))) if len(dates) == 1 else days(told.account.day)


def _acts(told: _Standing) -> Collection[str]:
    """The claims that say it without words of their own, by what somebody did."""
    acts: Mapping[str, Mapping[str, str]] = _matters()[told.matter].get("acts", {})
    return () if told.account.text else acts.get(told.value, {})


def _says_so(told: _Standing) -> Collection[str]:
    """The claims that by themselves say that it stands so: whoever died is dead."""
    claims: Mapping[str, Mapping[str, str]] = _matters()[told.matter].get("claims", {})
    return claims.get(told.value, {}) if not told.account.text else ()


def _of_one_thing(one: _Standing, other: _Standing) -> bool:
    """Whether two tellings without a name are of one thing: of one noun, and near, or with a name in common."""
    a, b = one.account.statement, other.account.statement
    if other.words.split()[0].casefold() in _IT:
        return a.evidence.doc_id == b.evidence.doc_id and distance(a, b) <= _NEXT and a.evidence < b.evidence
    if not plain_words(one.words) & plain_words(other.words):
        return False
    if a.evidence.doc_id == b.evidence.doc_id:
        return is_close(a, b)
    return bool((a.scene.near & b.scene.near) - {one.account.voice, other.account.voice})


def _find(statements: Sequence[Statement], accounts: Sequence[Account]) -> Iterator[_Standing]:
    seen: set[tuple[str, str, str, Span]] = set()
    for account in (a for a in accounts if a.affirmed):
        for told in _in_words(account):
            seen.add((told.matter, told.value, told.entity, _place(told)))
            yield told
    for s in statements:
        for told in _in_claim(s):
            if s.start or (told.matter, told.value, told.entity, _place(told)) not in seen:
                yield told


def _in_claim(s: Statement) -> Iterator[_Standing]:
    """What a claim by itself says of how somebody stands: whoever was killed is dead."""
    if s.polarity != "affirmed" or s.certainty not in HAPPENED:
        return
    for matter, given in _matters().items():
        acts = given.get("acts", {}) if s.start and not s.inferred else {}
        for value, claims in (*given.get("claims", {}).items(), *acts.items()):
            who = s.get(claims[s.predicate]) if s.predicate in claims else None
            if who and who.entity:
                yield _Standing(matter, value, False, Account(s, "", (), s.voice), who.entity, who.words)


def _in_words(account: Account) -> Iterator[_Standing]:
    text = " ".join(account.text.split(" ")).replace("\n", " ")
    for matter, value, pattern, behind in _patterns():
        for match in pattern.finditer(text):
            denied = bool(_DENIED.search(match[0]))
            if denied and _matters()[matter].get("plain"):
                continue
            person = _matters()[matter]["of"] == "person"
            found = _object(account, match.end(), person) if behind else _subject(account, text, match.start(), person)
            if found:
                yield _Standing(matter, value, denied, account, *found)


def _subject(account: Account, text: str, at: int, person: bool) -> tuple[str, str] | None:
    """Of whom something is said, or of what: of a thing that has no name the words that stand before."""
    found = account.subject(at, account.statement.scene.people if person else None)
    if found or person:
        return (found, "") if found else None
    nouns = _CLAUSE.split(before_aside(text[:at])[-1])[-1][-_NOUNS:]
    words = re.sub("^[Tt]he ", "", " ".join(nouns.split()))
    known = plain_words(nouns) or words.casefold() in _IT
    return ("", f"{words} {_verb(text, at)}") if known else None


def _verb(text: str, at: int) -> str:
    return "are" if re.match(r"(?:are|were|have)\b", text[at:]) else "is"


def _object(account: Account, at: int, person: bool) -> tuple[str, str] | None:
    """Whom something was done to: who is named right behind it."""
    people = account.statement.scene.people
    found = (
        e for start, _, e in account.named if _TITLE.fullmatch(account.text[at:start]) and (not person or e in people)
    )
    return next(((e, "") for e in found), None)


@cache
def _matters() -> Mapping[str, Mapping[str, Any]]:
    matters: Mapping[str, Mapping[str, Any]] = read_yaml("standings.yaml")
    return matters


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str], bool], ...]:
    """Every pattern with its matter and value, and whether it stands before whom it is said of."""
    return tuple(
        (matter, value, re.compile(rf"(?<![\w-]){_spelled(words)}(?![\w-])"), words.startswith(">"))
        for matter, given in _matters().items()
        for value, patterns in given["values"].items()
        for words in patterns
    )


def _spelled(pattern: str) -> str:
    return pattern.removeprefix("> ").replace("~", _BE).replace("@", _HAVE)

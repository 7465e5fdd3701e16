"""Who did it, where two voices name two who did one deed: "A fired first", "B fired first"."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from whence.model import Conflict, Span, Statement
from whence.reconcile.accounts import Account, teller
from whence.reconcile.blame import is_close
from whence.reconcile.culprits import related
from whence.reconcile.dates import agree, between, days
from whence.reconcile.gainsaid import clipped
from whence.reconcile.kindred import is_common, plain_words
from whence.reconcile.sides import conflict
from whence.reconcile.verbs import Word, base, is_denied, is_noun, is_open, is_passive, listed, words_of
from whence.vocab.load import read_yaml

_FRESH = 14  # days within which two documents tell of one deed
_BY = 6  # words behind a verb within which "by" tells who did it


@dataclass(frozen=True, slots=True)
class _Deed:
    """That somebody did something, as one account says it: the verb, who did it, and to whom or what."""

    account: Account
    verb: str
    who: str
    words: frozenset[str]
    whom: frozenset[str]


def doers(
    statements: Sequence[Statement], accounts: Sequence[Account], opposed: Collection[frozenset[Span]] = ()
) -> Iterator[Conflict]:
    """Two who are said to have done one deed, by two voices; but for sentences that are `opposed` already."""
    kin = related(statements)
    names = {a.entity: a.words for s in statements for a in s.args if a.entity}
    by_verb: dict[str, list[_Deed]] = defaultdict(list)
    for deed in (deed for account in accounts if account.affirmed for deed in _deeds(account)):
        by_verb[deed.verb].append(deed)
    for s in statements:
        for deed in _charged(s):
            by_verb[deed.verb].append(deed)
    for deeds in by_verb.values():
        for one, other in combinations(deeds, 2):
            places = frozenset((one.account.statement.evidence, other.account.statement.evidence))
            if places not in opposed and frozenset((one.who, other.who)) not in kin and _of_one_deed(one, other):
                sides = [(_side(d, names), [d.account.statement]) for d in (one, other)]
                yield conflict("responsibility", f"who did it: {clipped(one.account.text.strip(' |'))}", sides)


def _side(deed: _Deed, names: dict[str, str]) -> str:
    return f"{names.get(deed.who, deed.who)}{teller(deed.account, 'speaker', 'accuser')}"


def _deeds(account: Account) -> Iterator[_Deed]:
    words = words_of(account.text)
    for i, word in enumerate(words):
        aside = word.small.endswith("ing")  # "a storm hit the mosque, killing nine"
        phrase = aside or (i + 1 < len(words) and words[i + 1].small in listed("particles"))
        if word.plain not in _once() or phrase or is_noun(words, i) or is_open(words, i) or is_denied(words, i):
            continue
        who = _by(account, words, i) if is_passive(words, i) else _doer(account, words, i)
        if who:
            named = frozenset(e for _, _, e in account.named) - {who}
            yield _Deed(account, word.plain, who, _plain(account.text) - {word.plain}, named)


def _charged(s: Statement) -> Iterator[_Deed]:
    """What somebody is accused of, or is said to have ordered, as a deed of theirs."""
    accused, content, accuser = s.get("accused") or s.get("authority"), s.get("content"), s.get("accuser")
    if s.predicate not in ("accuses", "orders") or s.polarity != "affirmed" or not accused or not content:
        return
    account = Account(s, content.words, (), accuser.key if accuser else s.voice)
    for word in words_of(content.words):
        if accused.entity and word.plain in _once():
            named = (s.scene.here if s.predicate == "accuses" else frozenset()) - {accused.entity, account.voice}
            yield _Deed(account, word.plain, accused.entity, _plain(content.words) - {word.plain}, named)


def _doer(account: Account, words: Sequence[Word], i: int) -> str:
    """Who is named right before a verb."""
    while i and (words[i - 1].is_auxiliary or words[i - 1].small in listed("doing")):
        i -= 1
    found = account.subject(words[i].start, of=True)
    noun = words[i - 1].small if i > 1 and words[i - 2].small == "the" else ""
    # A body without a name of its own, "the army"; "he" and "they" say nothing.
    return found or (noun if noun.isalpha() and words[i - 1].plain and not is_common(noun) else "")


def _by(account: Account, words: Sequence[Word], i: int) -> str:
    """Who is named behind a "by"."""
    at = next((k for k in range(i + 1, min(i + _BY, len(words))) if words[k].small == "by"), None)
    if at is None or at + 1 >= len(words):
        return ""
    reach = words[min(at + 4, len(words) - 1)].end
    return next((e for a, b, e in account.named if words[at].end < a and b <= reach), "")


def _of_one_deed(one: _Deed, other: _Deed) -> bool:
    """Whether two accounts are of one deed, and each says that another did it."""
    a, b = one.account, other.account
    if one.who == other.who or a.voice == b.voice or one.who in other.whom or other.who in one.whom:
        return False
    if _names(one, other) or _names(other, one):
        return False
    shared, whom = one.words & other.words, one.whom & other.whom
    if not agree(a.statement.start, b.statement.start):
        return False
    if a.document == b.document:
        return is_close(a.statement, b.statement) and bool(shared or whom)
    x, y = days(a.day), days(b.day)
    fresh = x is not None and y is not None and between(x, y) <= _FRESH
    return fresh and len(shared) + len(whom) > 1 and bool(a.statement.scene.near & b.statement.scene.near)


def _names(one: _Deed, other: _Deed) -> bool:
    """Whether an account has the noun by which another calls whoever did it."""
    return any(word.small == one.who for word in words_of(other.account.text))


def _plain(text: str) -> frozenset[str]:
    return plain_words(text) | {word.small for word in words_of(text) if word.small == "first"}


@cache
def _once() -> frozenset[str]:
    return frozenset(base(word) for word in read_yaml("doers.yaml")["once"])

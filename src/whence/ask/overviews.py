"""Answers to "what happened in X on D" and "what is between X and Y": facts in words, each with its sentences."""

from whence.ask.answers import Line
from whence.ask.asked import Question
from whence.ask.lines import Teller
from whence.ask.replies import Item, Reply
from whence.model import Fact
from whence.reconcile.dates import days
from whence.store import CaseView
from whence.vocab import predicate

SHOWN = 12  # facts in one answer
_VAGUE = 14  # days by which the date of an event may be longer than the one asked about
_NO_EVENT = frozenset({"speech", "figures"})
_FIRM = frozenset({"corroborated", "single-source", "analyst"})
_STATUS = ("corroborated", "analyst", "single-source", "disputed", "attributed", "hedged")


def overview(view: CaseView, question: Question) -> Reply:
    """The facts that a question without a hole asks for; nothing where it names nothing that the case has."""
    known = [n for n in question.names if n.entities]
    wanted = known and len(known) == len(question.names)
    found = [f for f in view.facts() if _asked(view, f, question)] if wanted or _dated(question) else []
    found.sort(key=_order if question.asks == "ties" else _by_day)
    teller = Teller(view)
    items = tuple(_item(line) for line in teller.facts(found[:SHOWN]))
    more = (f"{len(found) - SHOWN} more: whence who NAME, whence timeline",) if len(found) > SHOWN else ()
    sure = bool(found) and all(f.status in _FIRM for f in found)
    none = () if found else ("The case does not say.",)
    return Reply(question.text, items or None, sure, teller.citer.citations(), (), (*none, *more))


def _dated(question: Question) -> bool:
    return question.asks == "events" and not question.names and question.on is not None


def _asked(view: CaseView, fact: Fact, question: Question) -> bool:
    own = {a.entity for a in fact.args if a.entity}
    if predicate(fact.predicate).group in _NO_EVENT or not all(own & n.entities for n in question.names):
        return False
    if question.asks == "ties":
        return _then(fact.start, fact.end, question.on)
    if not predicate(fact.predicate).lasts:
        return _then(fact.start, fact.end or fact.start, question.on) and not _vaguer(fact.start, fact.end, question.on)
    return any(_then(d, d, question.on) and not _vaguer(d, d, question.on) for d in _edges(view, fact))


def _edges(view: CaseView, fact: Fact) -> list[str]:
    """The days on which what lasts is said to have begun or ended: of a post, somebody's coming and going."""
    times = [c.valid for c in view.claims(fact.claims)] if predicate(fact.predicate).group == "posts" else []
    return [day for t in times for day in (t.start if t.starts else None, t.end if t.ends else None) if day]


def _then(start: str | None, end: str | None, on: str | None) -> bool:
    """Whether something is dated on the day that is asked about, where one is."""
    day = days(on)
    if on is None or day is None:
        return on is None
    first, last = days(start), days(end)
    return bool(first and last) and (first or day)[0] <= day[1] and (last or day)[1] >= day[0]


def _vaguer(start: str | None, end: str | None, on: str | None) -> bool:
    """Whether something is only dated by months or a year about the day that is asked about: it need not be of it."""
    day, first, last = days(on), days(start or end), days(end or start)
    if day is None or first is None or last is None:
        return False
    return first[0] <= day[0] and day[1] <= last[1] and (last[1] - first[0]) - (day[1] - day[0]) > _VAGUE


def _order(fact: Fact) -> tuple[int, int, str]:
    return _STATUS.index(fact.status) if fact.status in _STATUS else len(_STATUS), -len(fact.claims), fact.id


def _by_day(fact: Fact) -> tuple[str, str]:
    return fact.start or fact.end or "9999", fact.id


def _item(line: Line) -> Item:
    when = f" ({line.when})" if line.when else ""
    return Item(line.text + when, claims=line.claims, citations=line.citations, note=line.note)

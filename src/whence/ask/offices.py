"""Who held an office on a day: all who are said to have held it, laid beside each other in time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.ask.asked import BESIDE, DESCRIBED, Question, words
from whence.ask.likeness import ended
from whence.ask.matching import Found
from whence.ask.statements import Reader
from whence.model import Tenure
from whence.reconcile.dates import Days, days
from whence.reconcile.tenures import same_post
from whence.store import CaseView

YEAR = 366
_WEEK = 7  # days
_COPULA = 40  # characters in which "was" may stand between somebody and their post
_WAS = r"(?:, who )?(?:was|were|had been)(?: (?:the|a|an|its|their|his|her|our|first|once|then))*"
_FAR = 3 * YEAR  # days beyond which having been seen in an office says nothing any more


@dataclass(frozen=True, slots=True)
class Spell:
    """What is known of one holder: edges that are stated, days on which they were seen in the office, their death.

    `gone`: the first day on which a text calls them a former holder.
    """

    begun: Days | None
    ended: Days | None
    seen: tuple[Days, ...]
    died: Days | None = None
    gone: Days | None = None


def holders(found: Sequence[Found], question: Question, view: CaseView, reader: Reader) -> list[Found]:
    """Those who may have held the office on the day asked for, the fit of each by how well the dates show it.

    Without a day, all of them as they are.
    """
    day = days(question.on)
    if day is None and not (question.now and question.on is None):
        return list(found)
    groups: dict[str, list[Found]] = defaultdict(list)
    for f in found:
        groups[f.key].append(f)
    # Whom claims only have beside the office does not outdo one whom they have in it.
    told = {key: group for key, group in groups.items() if any(f.fit > BESIDE for f in group)}
    return _weighed(told, question, view, reader) or _weighed(groups, question, view, reader)


def _weighed(groups: Mapping[str, list[Found]], question: Question, view: CaseView, reader: Reader) -> list[Found]:
    """Those of some holders who may have held the office on the day asked for."""
    day = days(question.on)
    deaths = {key: died for key in groups if (died := _died(view, key)) is not None}
    spells = {key: _spell(group, reader, deaths.get(key)) for key, group in groups.items()}
    if day is None:
        return _still(groups, spells)
    if question.relation != "on":
        return [f for key, group in groups.items() if _beyond(spells[key], day, question.relation) for f in group]
    ranks = {key: _rank(key, day, spells) for key in spells}
    best = max((rank for rank, _ in ranks.values()), default=0)
    out = []
    for key, group in groups.items():
        rank, gap = ranks[key]
        nearest = min((g for r, g in ranks.values() if r == rank), default=gap)
        if rank and rank == best and (rank > 1 or gap == nearest):
            why = {3: "", 2: "not said to have ended by then", 1: f"seen in it {_apart(gap)} from then"}[rank]
            out += [_weakened(f, rank, why) for f in group if _speaks(f, rank)]
    return out


def _still(groups: Mapping[str, list[Found]], spells: Mapping[str, Spell]) -> list[Found]:
    """Of the holders of an office those who are not said to have left it; the others follow, and are less likely."""
    out = []
    for key, group in groups.items():
        over = [p for p in (spells[key].ended, spells[key].died, spells[key].gone) if p]
        left = bool(over) or any(ended(f.claim) for f in group)
        out += [_weakened(f, 1, "said to have left it") for f in group] if left else group
    return out


def _beyond(spell: Spell, day: Days, relation: str) -> bool:
    """Whether somebody is known in the office before a day, or after it."""
    points = [p for p in (spell.begun, spell.ended, *spell.seen) if p]
    return any(p[0] < day[0] for p in points) if relation == "before" else any(p[1] > day[1] for p in points)


def on_day(tenures: Iterable[Tenure], day: Days) -> list[tuple[Tenure, str]]:
    """The tenures that the dates show on a day, each with what is not sure about it; undated ones are left out.

    Somebody last known in a post before the day stays in it until its end is stated or another holder is known.
    """
    tenures = list(tenures)
    out = []
    for tenure in tenures:
        first, last = days(tenure.first), days(tenure.last)
        known = last or first
        if known is None or (first and first[0] > day[1]) or (tenure.ends and known[1] < day[0]):
            continue
        if known[1] >= day[0]:
            out.append((tenure, "" if first else "its start is not said"))
        elif not any(_between(other, known, day) for other in tenures if _same_seat(tenure, other)):
            out.append((tenure, f"not said to have ended, last known {tenure.last or tenure.first}"))
    return out


def _same_seat(one: Tenure, other: Tenure) -> bool:
    same = (same_post(one.post), one.body, one.to) == (same_post(other.post), other.body, other.to)
    return same and one.holder != other.holder and bool(one.post and one.body)


def _between(other: Tenure, known: Days, day: Days) -> bool:
    first = days(other.first)
    return first is not None and known[1] < first[0] <= day[1]


def _weakened(f: Found, rank: int, why: str) -> Found:
    fit = {3: f.fit, 2: min(f.fit, DESCRIBED), 1: min(f.fit, BESIDE)}[rank]
    return replace(f, fit=fit, why="; ".join(filter(None, [f.why, why])))


def _speaks(f: Found, rank: int) -> bool:
    return rank < 3 or f.statement.predicate != "succeeds"


def _apart(gap: int) -> str:
    return f"{gap} days" if gap < YEAR else f"about {gap / YEAR:.1g} years"


def _spell(group: Iterable[Found], reader: Reader, died: Days | None) -> Spell:
    begun: list[Days] = []
    ended: list[Days] = []
    seen: list[Days] = []
    gone: list[Days] = []
    for f in group:
        s = f.statement
        first, last = days(s.start), days(s.end)
        event = s.predicate in ("appoints", "elects", "succeeds")
        # A spell of a week that nobody stated is the time of what was told, and neither start nor end.
        told = s.inferred and first is not None and last is not None and last[1] - first[0] <= _WEEK
        if first and (s.starts or event) and not told:
            begun.append(first)
        elif first:
            seen.append(first)
        if last and not event:
            (ended if s.ends and not told else seen).append(last)
        published = days(reader.about(s.evidence.doc_id).published)
        if not first and not last and published and s.predicate != "succeeds" and not event:
            (gone if _gone(f, reader) else seen).append(published)
    limit = min((p[0] for p in (died, *gone) if p), default=None)
    kept = tuple(sorted(p for p in seen if limit is None or p[0] <= limit))
    return Spell(_finest(begun), max(ended, default=None), kept, died, min(gone, default=None))


def _finest(dates: Sequence[Days]) -> Days | None:
    """The first of several starts, as finely as any that agrees with it says."""
    best = min(dates, default=None)
    for date in dates:
        if best and best[0] <= date[0] and date[1] <= best[1]:
            best = date
    return best


def _gone(f: Found, reader: Reader) -> bool:
    """Whether the text says "former", "then" or "was": the day of the text is no day in the office."""
    spans = [a.span for a in f.claim.arguments if a.role in ("post", "commander") and a.span]
    if not spans:
        return False
    before = reader.before(spans[0], 24).casefold().replace("-", " ").split()
    if set(before[-3:]) & words("gone"):
        return True
    own = [a.span for a in f.claim.arguments if a.role == "holder" and a.span and a.span.doc_id == spans[0].doc_id]
    first, last = sorted((spans[0], own[0])) if own else (spans[0], spans[0])
    between = reader.before(last, min(last.start - first.end, _COPULA)) if first.end < last.start else ""
    return re.fullmatch(_WAS, " ".join(between.split()).casefold()) is not None


def _died(view: CaseView, entity: str) -> Days | None:
    for claim in view.claims_of(entity):
        if claim.predicate not in ("died", "kills") or claim.polarity != "affirmed":
            continue
        role = "person" if claim.predicate == "died" else "victim"
        places = view.roles_of(claim.id)
        mine = [i for i, a in enumerate(claim.arguments) if a.role == role]
        if any(places.get(f"args.{i}") == entity for i in mine) and (day := days(claim.valid.start)):
            return day
    return None


def _rank(key: str, day: Days, spells: dict[str, Spell]) -> tuple[int, int]:
    """(3 covered by dates, 2 begun and not ended, 1 seen near the day, 0 not then; days between)."""
    own = spells[key]
    over = [p for p in (own.ended, own.died, own.gone) if p]
    if (own.begun and own.begun[0] > day[1]) or any(p[1] < day[0] for p in over):
        return 0, 0
    points = [p for p in (own.begun, own.ended, *own.seen) if p]
    if not points:
        return 1, (own.gone[0] - day[0]) // 2 if own.gone else _FAR
    before = [p for p in points if p[0] <= day[1]]
    after = [p for p in points if p[1] >= day[0]]
    others = [p for k, s in spells.items() if k != key for p in (s.begun, *s.seen) if p]
    if before and after:
        low, high = max(p[0] for p in before), min(p[1] for p in after)
        between = [p for p in others if low < p[0] and p[1] < high]
        stated = own.begun in before and own.ended in after
        if stated or low >= day[0] or high <= day[1] or not between:
            return 3, 0
    gap = min(max(day[0] - p[1], p[0] - day[1], 0) for p in points)
    if before:
        low = max(p[1] for p in before)
        if not any(low < p[0] and p[0] <= day[1] for p in others):
            lasting = own.begun or own.died
            return (2, gap) if lasting else (1, gap) if gap <= _FAR else (0, gap)
        return 0, gap
    high = min(p[0] for p in after)
    if gap > _FAR or any(day[0] <= p[1] < high for p in others):
        return 0, gap
    return 1, gap

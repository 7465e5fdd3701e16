"""Claims that say the same are one fact."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from whence.model import Fact, Statement, digest
from whence.reconcile.dates import agree, finer
from whence.vocab import predicate

# Under these the thing itself is claimed, by whoever claims it; under the others it is put at a distance.
FIRM = frozenset({"asserted", "almost_certain", "likely", "claimed", "argued", "opinion"})
# From the firmest; a word that is not here comes last.
_FIRST = (
    "asserted almost_certain likely claimed argued reported believed roughly_even alleged accused suspected "
    "unlikely remote opinion intended hypothetical"
).split()
# What befalls one bearer once: predicate -> the role of whom.
_ONCE = {"kills": "victim", "died": "person", "born": "person", "formed": "body", "dissolved": "body"}
_NUMBERS = frozenset({"count", "killed", "injured", "number", "seats", "share"})


def group_facts(statements: Iterable[Statement]) -> Iterator[Fact]:
    """Yield one fact for each group of claims that share predicate, arguments, polarity and, for events, the date.

    Figures do not separate facts: two counts of one event are one event, and a conflict. A count of no event that is
    told is a fact with its figure: the 14 people of one text are not the 60 of another.
    """
    groups: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[_key(statement)].append(statement)
    _fill(groups)
    denied = {key[:1] + key[2:] for key in groups if key[1] == "denied"}
    affirmed = {key[:1] + key[2:] for key in groups if key[1] != "denied"}
    for key, group in sorted(groups.items(), key=lambda item: repr(item[0])):
        disputed = key[:1] + key[2:] in (denied & affirmed)
        for same_time in _by_time(group):
            yield _fact(same_time, disputed)


def _fill(groups: dict[tuple[object, ...], list[Statement]]) -> None:
    """Put what happens to somebody once, told with less, to the one group that tells it with more: where, by whom."""
    once = [key for key in groups if key[0] in _ONCE and _who(groups[key][0])]
    for key in sorted(once, key=repr):
        fuller = [k for k in once if k[:2] == key[:2] and set(_args(key)) < set(_args(k)) and k in groups]
        fullest = [k for k in fuller if not any(set(_args(k)) < set(_args(o)) for o in fuller)]
        if len(fullest) == 1 and all(agree(a.start, b.start) for a in groups[key] for b in groups[fullest[0]]):
            groups[fullest[0]] += groups.pop(key)


def _who(statement: Statement) -> bool:
    who = statement.get(_ONCE[statement.predicate])
    return bool(who and who.entity)


def _args(key: tuple[object, ...]) -> tuple[object, ...]:
    args = key[2]
    return args if isinstance(args, tuple) else ()


def _key(statement: Statement) -> tuple[object, ...]:
    args = {(a.role, a.key) for a in statement.args if a.role not in _NUMBERS}
    if statement.predicate == "counts" and not (statement.get("event") or statement.get("whose")):
        args |= {(a.role, f"{a.best} {a.low} {a.high}") for a in statement.args if a.role == "number"}
    return statement.predicate, statement.polarity, tuple(sorted(args))


def _by_time(group: Sequence[Statement]) -> list[list[Statement]]:
    """One group for a state, for which dates add up; one for each date of an event that happened more than once."""
    if predicate(group[0].predicate).lasts:
        return [list(group)]
    out: list[list[Statement]] = []
    undated = [s for s in group if s.start is None]
    for statement in sorted((s for s in group if s.start is not None), key=_place):
        home = next((g for g in out if all(agree(s.start, statement.start) for s in g)), None)
        if home is None:
            out.append([statement])
        else:
            home.append(statement)
    if len(out) == 1:
        out[0].extend(undated)
    elif undated:
        out.append(undated)
    return out


def _place(statement: Statement) -> tuple[object, ...]:
    return statement.evidence, statement.claim


def _fact(group: Sequence[Statement], disputed: bool) -> Fact:
    group = sorted(group, key=_place)
    chosen = [s for s in group if s.person] or group
    # Of two sources one of which says where and the other only "near", the first is put into words.
    best = max(chosen, key=lambda s: (sum(a.entity is not None for a in s.args), -sum(bool(a.at) for a in s.args)))
    claims = tuple(dict.fromkeys(s.claim for s in group))
    start, end = dates_of(group)
    return Fact(
        id=digest("fact", *sorted(claims)),
        predicate=best.predicate,
        polarity=best.polarity,
        args=best.args,
        start=start,
        end=end,
        status="disputed" if disputed else _status(group),
        claims=claims,
        documents=tuple(dict.fromkeys(s.evidence.doc_id for s in group)),
        certainty=min((s.certainty for s in chosen), key=_firmness),
    )


def dates_of(group: Sequence[Statement]) -> tuple[str | None, str | None]:
    """Start and end of a group: each as a person gave it, else the narrowest that the documents state."""
    ends: list[str | None] = [None, None]
    by_voice = sorted(group, key=lambda s: (not s.own_voice, _place(s)))
    for i, edge in enumerate(("start", "end")):
        by_person = [s for s in by_voice if s.person and getattr(s, edge)]
        for statement in by_person or by_voice:
            ends[i] = finer(ends[i], getattr(statement, edge))
    return ends[0], ends[1]


def _firmness(certainty: str) -> int:
    return _FIRST.index(certainty) if certainty in _FIRST else len(_FIRST)


def _status(group: Sequence[Statement]) -> str:
    firm = [s for s in group if s.own_voice and s.certainty in FIRM]
    own = {s.origin for s in firm if s.origin or not s.person}
    if len(own) > 1:
        return "corroborated"
    if own:
        return "single-source"
    if firm:
        return "analyst"
    return "attributed" if any(s.certainty in FIRM for s in group) else "hedged"

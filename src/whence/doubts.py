"""What waits for a person, in the order in which an answer would change most; and whom each judgement means now."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from whence.model import Alarm, Cluster, Doubt, Judgement, Pair, Span, digest
from whence.resolve import Finder, Resolution, settled, subject_of

SHOWN = 2  # sentences kept for each side of a doubt


@dataclass(frozen=True)
class Now:
    """The case at this moment: its chains, where they stand, whose they are, what has been decided.

    `mentions` and `claims` count those of each entity.
    """

    resolution: Resolution
    clusters: Sequence[Cluster]
    spans: Mapping[str, Sequence[Span]]
    judgements: Sequence[Judgement]
    mentions: Counter[str]
    claims: Counter[str]

    @cached_property
    def finder(self) -> Finder:
        """Finds the chains that a subject means."""
        return Finder(self.clusters)

    @cached_property
    def home(self) -> dict[str, str]:
        """The entity of each chain."""
        return {chain: e.id for e in self.resolution.entities for chain in e.chains}

    @cached_property
    def members(self) -> dict[str, list[Cluster]]:
        """The chains of each entity."""
        out: dict[str, list[Cluster]] = {e.id: [] for e in self.resolution.entities}
        for cluster in sorted(self.clusters):
            out[self.home[cluster.id]].append(cluster)
        return out

    def entities(self, subject: str) -> list[str]:
        """The entities that a subject means."""
        return list(dict.fromkeys(self.home[c.id] for c in self.finder.find(subject)))

    def weight(self, entity: str) -> int:
        """How much hangs on an entity: its mentions and claims."""
        return self.mentions[entity] + self.claims[entity]


def labels(now: Now) -> dict[str, str]:
    """The names that people gave to entities, the latest of each."""
    out = {}
    for judgement in settled(now.judgements, "label"):
        for entity in now.entities(judgement.subject)[:1]:
            out[entity] = judgement.object
    return out


def judged(now: Now) -> Iterator[tuple[str, str, str]]:
    """Which entities each judgement speaks of: (judgement, subject or object, entity)."""
    for judgement in now.judgements:
        sides = [("subject", judgement.subject)]
        sides += [("object", judgement.object)] if judgement.kind == "identity" else []
        for side, subject in sides:
            for entity in now.entities(subject):
                yield judgement.id, side, entity


def told(now: Now) -> Iterator[tuple[str, str, str]]:
    """What the texts tell of each entity: (entity, titles, posts, countries or dates, words)."""
    for entity, members in now.members.items():
        for what in ("titles", "posts", "countries", "dates"):
            for words in dict.fromkeys(w for cluster in members for w in getattr(cluster, what)):
                yield entity, what, words


def doubts(now: Now) -> list[Doubt]:
    """Every pair and every mixed name about which nobody has decided, what would change most first."""
    asked = {q.id: q for q in (*_pairs(now), *_mixed(now))}
    return sorted(asked.values(), key=lambda q: (-q.weight, q.id))


def _pairs(now: Now) -> Iterator[Doubt]:
    for pair in now.resolution.review:
        weight = pair.score * min(now.weight(pair.left), now.weight(pair.right))
        yield _doubt("same", pair.score, weight, (pair.left, pair.right), pair.names, _reasons(pair), now)


def _reasons(pair: Pair) -> tuple[str, ...]:
    """Without the first, which repeats the names."""
    return pair.reasons[1:]


def _mixed(now: Now) -> Iterator[Doubt]:
    for alarm in now.resolution.alarms:
        if decision(alarm, now) is None:
            own = now.home[alarm.cluster]
            found = ([e for e in now.entities(name) if e != own][:1] for name in (alarm.left, alarm.right))
            readings = [entity for entities in found for entity in entities]
            if len(readings) == 2:
                names = (alarm.name, alarm.left, alarm.right)
                yield _doubt("blend", 1.0, now.weight(own), (own, *readings), names, alarm.reasons, now)


def decision(alarm: Alarm, now: Now) -> Judgement | None:
    """The latest judgement that says whose the mixed name is, or is not."""
    told = None
    for judgement in settled(now.judgements):
        sides = [{c.id for c in now.finder.find(s)} for s in (judgement.subject, judgement.object)]
        for here, there in (sides, sides[::-1]):
            readings = {c.id for name in (alarm.left, alarm.right) for c in now.finder.find(name)}
            if alarm.cluster in here and there & readings:
                told = judgement
    return told


def _doubt(
    kind: str,
    score: float,
    weight: float,
    entities: tuple[str, ...],
    names: tuple[str, ...],
    reasons: tuple[str, ...],
    now: Now,
) -> Doubt:
    sides = [(name, now.members[entity]) for name, entity in zip(names, entities, strict=True)]
    subjects = tuple(str(subject_of(name, members, now.finder)) for name, members in sides)
    places = tuple(_places(subject, members, now) for subject, (_, members) in zip(subjects, sides, strict=True))
    own = digest("doubt", kind, *sorted(subjects))
    return Doubt(own, kind, score, round(weight, 4), entities, names, subjects, reasons, places)


def _places(subject: str, members: Iterable[Cluster], now: Now) -> tuple[tuple[str, int, int], ...]:
    """A mention in each of the first documents: the name in full, not "the harbour master" who bears it."""
    ids = {c.id for c in members}
    meant = [c for c in now.finder.find(subject) if c.id in ids]
    found: dict[str, Span] = {}
    for cluster in meant:
        spans = now.spans.get(cluster.id, ())
        if spans and cluster.doc_id not in found:
            found[cluster.doc_id] = _of_name(spans, {len(form) for form in cluster.forms})
    return tuple((s.doc_id, s.start, s.end) for s in list(found.values())[:SHOWN])


def _of_name(spans: Iterable[Span], lengths: set[int]) -> Span:
    """The longest mention that is as long as one of the names, for no text is at hand here; else the longest."""
    return min(spans, key=lambda s: (len(s) not in lengths, -len(s), s.start))

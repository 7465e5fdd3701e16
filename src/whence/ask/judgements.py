"""What people decided, and what became of each decision."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from whence.ask.answers import Answer, Line, Section
from whence.model import Judgement, ListEntry, Subject
from whence.resolve import WITHDRAWN, about, settled
from whence.store import CaseView
from whence.store.codec import pack, to_json, unpack

KINDS = ("identity", "listing", "label")
HOLDS, WAITS, HELD, OVERRULED, TAKEN_BACK = "holds", "waiting", "held back", "overruled", "taken back"
_TITLES = {
    HOLDS: "In force",
    HELD: "Held back: they contradict another decision",
    WAITS: "Waiting: their names are not in the case now",
    OVERRULED: "Overruled by a later decision",
    TAKEN_BACK: "Taken back",
}
_IDENTITY = {
    "positive": "{} and {} are the same",
    "negative": "{} and {} are different",
    "unsure": "{} and {}: cannot tell",
}
_LISTING = {"positive": "{} is {}", "negative": "{} is not {}", "unsure": "{} and {}: cannot tell"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement and its `state`: holds, waiting, held back, overruled or taken back; and whom it means now."""

    judgement: Judgement
    state: str
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()


def standings(view: CaseView) -> list[Standing]:
    """Every judgement on who is who but those that only take another back, in the order in which they were made."""
    every = [j for j in view.judgements() if j.kind in KINDS]
    meant = view.judged()
    live = {j.id for kind in KINDS for j in settled(every, kind)}
    backed = _taken_back(every)
    out = []
    for judgement in every:
        if judgement.verdict != WITHDRAWN:
            sides = meant.get(judgement.id, {})
            subject, other = tuple(sides.get("subject", ())), tuple(sides.get("object", ()))
            gone = not subject or (judgement.kind == "identity" and not other)
            if judgement.id in backed:
                state = TAKEN_BACK
            elif judgement.id not in live:
                state = OVERRULED
            elif gone:
                state = WAITS
            else:
                state = HELD if judgement.kind == "identity" and not _kept(judgement, subject, other) else HOLDS
            out.append(Standing(judgement, state, subject, other))
    return out


def _taken_back(every: list[Judgement]) -> set[str]:
    """Ids of judgements that their maker took back."""
    out: set[str] = set()
    standing: dict[tuple[str, ...], list[str]] = {}
    for judgement in sorted(every, key=lambda j: (j.when, j.id)):
        own = standing.setdefault((judgement.kind, judgement.who, *about(judgement)), [])
        if judgement.verdict != WITHDRAWN:
            own.append(judgement.id)
        elif own:
            out.add(own.pop())
    return out


def _kept(judgement: Judgement, subject: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if judgement.verdict == "positive":
        return bool(set(subject) & set(other))
    return not (set(subject) == set(other) and len(subject) == 1)


def list_judgements(view: CaseView) -> Answer:
    """Every decision, by what became of it."""
    found = standings(view)
    sections = tuple(
        Section(title, tuple(_line(view, s) for s in found if s.state == state)) for state, title in _TITLES.items()
    )
    others = sum(j.kind not in KINDS for j in view.judgements())
    remarks = (f"{others} more are about claims and documents: whence claim history.",) if others else ()
    return Answer(f"{len(found)} judgements", tuple(s for s in sections if s.lines), remarks=remarks)


def judgement_lines(view: CaseView, entities: set[str]) -> tuple[Line, ...]:
    """Decisions about any of these entities, the overruled ones too: both sides of a quarrel are shown."""
    found = [s for s in standings(view) if entities & {*s.subject, *s.object} and s.judgement.kind != "listing"]
    return tuple(_line(view, s) for s in found)


def between(view: CaseView, one: str, other: str) -> tuple[Line, ...]:
    """Decisions that speak of both entities, or, where they are one, of two names of it."""
    found = [s for s in standings(view) if s.judgement.kind == "identity" and _touches(s, one, other)]
    return tuple(_line(view, s) for s in found)


def _touches(standing: Standing, one: str, other: str) -> bool:
    here, there = set(standing.subject), set(standing.object)
    return (one in here and other in there) or (one in there and other in here)


def listings(view: CaseView, entity: str) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Entries of lists that a person said an entity is; and what else was decided about it and lists."""
    found = [s for s in standings(view) if s.judgement.kind == "listing" and entity in s.subject]
    sure = [s for s in found if s.state == HOLDS and s.judgement.verdict == "positive"]
    return tuple(_entry_line(s) for s in sure), tuple(_line(view, s) for s in found if s not in sure)


def confirmed(view: CaseView) -> dict[str, list[tuple[Judgement, ListEntry | None]]]:
    """Of each entity the entries of lists that a person said it is."""
    out: dict[str, list[tuple[Judgement, ListEntry | None]]] = {}
    for standing in standings(view):
        judgement = standing.judgement
        if (judgement.kind, judgement.verdict, standing.state) == ("listing", "positive", HOLDS):
            for entity in standing.subject:
                out.setdefault(entity, []).append((judgement, entry_of(judgement)))
    return out


def _entry_line(standing: Standing) -> Line:
    judgement = standing.judgement
    entry = entry_of(judgement)
    if entry is None:
        return Line(judgement.object, note=_by(judgement), status="confirmed", when=judgement.when[:10])
    return Line(
        f"{entry.list}: {entry.name} ({entry.id})",
        when=judgement.when[:10],
        note="; ".join(filter(None, [*entry_words(entry), f"match confirmed by {judgement.who}", judgement.why])),
        status="confirmed",
        entities=standing.subject,
    )


def entry_words(entry: ListEntry) -> list[str]:
    """Programme, identifiers, birth and country of an entry in words."""
    parts = (
        ("programme", entry.programmes),
        ("identifiers", entry.identifiers),
        ("dates", entry.dates),
        ("countries", entry.countries),
    )
    return [f"{name} {', '.join(words[:4])}{' …' if len(words) > 4 else ''}" for name, words in parts if words]


def entry_of(judgement: Judgement) -> ListEntry | None:
    """The list's entry as it was when the judgement was made."""
    kept = json.loads(judgement.evidence) if judgement.evidence else {}
    return unpack(ListEntry, kept["entry"], "") if "entry" in kept else None


def entry_evidence(entry: ListEntry, score: float | None = None) -> str:
    """What a judgement about a list's entry keeps: the entry itself, for the list will change."""
    return to_json({"entry": pack(entry)} | ({"score": score} if score is not None else {}))


def _by(judgement: Judgement) -> str:
    who = judgement.who or "nobody named"
    return f"{'judged' if judgement.person else 'rule'} by {who}" + (f": {judgement.why}" if judgement.why else "")


def _line(view: CaseView, standing: Standing) -> Line:
    judgement = standing.judgement
    state = "" if standing.state == HOLDS else standing.state
    return Line(
        in_words(view, judgement),
        when=judgement.when[:10],
        note="; ".join(filter(None, [_by(judgement), state])),
        status=standing.state,
        entities=tuple(dict.fromkeys((*standing.subject, *standing.object))),
    )


def in_words(view: CaseView, judgement: Judgement) -> str:
    """A decision as a sentence."""
    subject = _written(view, judgement.subject)
    if judgement.kind == "label":
        return f"{subject} is to be called {judgement.object}"
    if judgement.kind == "listing":
        entry = entry_of(judgement)
        listed = f"{entry.name} ({entry.list}, {entry.id})" if entry else judgement.object
        return _LISTING.get(judgement.verdict, "{} and {}").format(subject, listed)
    if judgement.subject == judgement.object:
        return f"{subject} is one"
    return _IDENTITY.get(judgement.verdict, "{} and {}").format(subject, _written(view, judgement.object))


def _written(view: CaseView, subject: str) -> str:
    wanted = Subject.parse(subject)
    known = dict(view.sources()) if wanted.documents else {}
    files = [Path(known[d]).name if d in known else f"document {d} (not in the case)" for d in wanted.documents]
    return wanted.name + (f" in {', '.join(files)}" if files else "")


def stamp(view: CaseView) -> str:
    """The time for a new judgement: now, and later than every judgement there, for the latest holds."""
    now = datetime.now(UTC)
    last = max((j.when for j in view.judgements()), default="")
    if last:
        try:
            known = datetime.fromisoformat(last)
        except ValueError:
            return now.isoformat(timespec="microseconds")
        known = known if known.tzinfo else known.replace(tzinfo=UTC)
        now = max(now, known + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")

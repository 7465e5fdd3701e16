"""The queue: what waits for a person, with the sentences of every side, what would change most first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whence.ask.answers import Answer, Line, Section
from whence.ask.cite import Citer
from whence.ask.judgements import entry_words
from whence.ask.subjects import Subjects
from whence.ask.wording import counted, dated_in_words
from whence.model import Candidate, Doubt, ListEntry, Span, Subject
from whence.resolve import settled
from whence.store import CaseView

KINDS = ("same", "blend", "listing")
SHOWN = 2  # sentences of one side
_ASKED = {"same": "{} = {}?", "blend": "{}: {} or {}?", "listing": "{} = {}?"}


@dataclass(frozen=True, slots=True)
class Sight:
    """One sentence in which a name stands: from `start` to `end` of `text`, and whence the sentence is."""

    text: str
    start: int
    end: int
    place: str
    span: Span


@dataclass(frozen=True, slots=True)
class Side:
    """One of those who may be one: the name, how a judgement writes it, how often it stands, and where.

    `called` is the printed name of the entity that bears it; `files` the files, where the name alone says too little.
    """

    name: str
    subject: str
    entity: str = ""
    called: str = ""
    files: str = ""
    figures: str = ""
    sights: tuple[Sight, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One doubt of the queue. `kind`: same, blend (the mixed name first, then its readings) or listing."""

    id: str
    kind: str
    score: float
    weight: float
    sides: tuple[Side, ...]
    reasons: tuple[str, ...] = ()
    entry: ListEntry | None = None

    @property
    def asked(self) -> str:
        """The doubt in one line."""
        names = [side.name + (f" in {side.files}" if side.files else "") for side in self.sides] + (
            [self.entry.name] if self.entry else []
        )
        return _ASKED[self.kind].format(*names)


STEP = "Decide: whence review, or whence judge same|different A B --why TEXT"


def waiting(view: CaseView, kind: str | None = None) -> list[Item]:
    """Everything that waits for a person, that which would change most first; of one kind only.

    What a decision would change: the mentions and claims of the smaller side, times the score.
    """
    teller = _Sights(view)
    found = [teller.item(q) for q in view.doubts() if kind in (None, q.kind)]
    if kind in (None, "listing"):
        found += _listed(view, teller)
    return sorted(found, key=lambda item: (-item.weight, item.kind, item.id))


def _listed(view: CaseView, teller: "_Sights") -> Iterator[Item]:
    """Candidates of the last screenings about which nobody has decided and that the case still holds."""
    candidates = list(view.candidates())
    if not candidates:
        return
    subjects = Subjects(view)
    counts = view.counts()
    decided = {(e, j.object) for j in settled(view.judgements(), "listing") for e in subjects.meant(j.subject)}
    for candidate in candidates:  # an entry that two files of one list hold is asked once
        for entity in subjects.meant(candidate.entity)[:1]:
            if (entity, candidate.entry.id) not in decided:
                decided.add((entity, candidate.entry.id))
                weight = candidate.score * (counts[entity][0] + counts[entity][2])
                side = teller.side(candidate.name, candidate.entity, entity)
                own = f"{candidate.entity}|{candidate.entry.id}"
                yield Item(own, "listing", candidate.score, weight, (side,), candidate.reasons, candidate.entry)


def queue(view: CaseView, kind: str | None = None) -> Answer:
    """The queue as an answer, each line with the sentences of its sides."""
    citer = Citer(view)
    items = waiting(view, kind)
    lines = tuple(line(item, citer) for item in items)
    remarks = () if lines else ("Nothing waits for a person.",)
    sections = (Section("Waiting for a person", lines, step=STEP),) if lines else ()
    return Answer(f"{len(lines)} doubts", sections, citer.citations(), remarks)


def section(view: CaseView, citer: Citer, most: int, kind: str | None = None) -> Section:
    """The first doubts of the queue, for another answer."""
    items = waiting(view, kind)
    lines = tuple(line(item, citer) for item in items[:most])
    return Section("Waiting for a person", lines, len(items) - len(lines), "whence review", STEP)


def line(item: Item, citer: Citer) -> Line:
    """One doubt with its first reasons and a sentence of each side."""
    told = [*item.reasons[:2], "; ".join(entry_words(item.entry)) if item.entry else ""]
    return Line(
        item.asked,
        when=f"{item.score:.2f}",
        note=" ".join(filter(None, told)),
        status=item.kind,
        citations=tuple(citer.cite(side.sights[0].span) for side in item.sides if side.sights),
        entities=tuple(dict.fromkeys(side.entity for side in item.sides if side.entity)),
    )


class _Sights:
    """Finds the sentences in which names stand."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._citer = Citer(view)
        self._sources = dict(view.sources())
        self._names = {e.id: e.name for e in view.entities()}

    def item(self, doubt: Doubt) -> Item:
        places: Sequence[Sequence[tuple[str, int, int]]] = doubt.places or ((),) * len(doubt.names)
        rows = zip(doubt.names, doubt.subjects, doubt.entities, places, strict=True)
        sides = tuple(
            self._made(name, subject, entity, [Span(*p) for p in found]) for name, subject, entity, found in rows
        )
        return Item(doubt.id, doubt.kind, doubt.score, doubt.weight, sides, doubt.reasons)

    def side(self, name: str, subject: str, entity: str) -> Side:
        """A side of which only the entity is known: its mentions by this very name, else any."""
        documents = Subject.parse(subject).documents
        spans = [s for s in self._view.mentions_of(entity) if not documents or s.doc_id in documents]
        named = [s for s in spans if " ".join(self._citer.quote(s).split()) == name] or spans
        first = {s.doc_id: s for s in reversed(named)}
        chosen = sorted(first.values(), key=named.index)[:SHOWN]
        return self._made(name, subject, entity, chosen)

    def _made(self, name: str, subject: str, entity: str, spans: Sequence[Span]) -> Side:
        files = ", ".join(Path(self._sources.get(d, d)).name for d in Subject.parse(subject).documents[:3])
        called = self._names.get(entity, name)
        return Side(name, subject, entity, called, files, figures(self._view, entity), tuple(map(self._sight, spans)))

    def _sight(self, span: Span) -> Sight:
        around = self._view.sentence_at(span) or span
        text = self._citer.quote(around)
        start = span.start - around.start
        known = self._citer.about(span.doc_id)
        source = self._view.document(span.doc_id).source
        place = ", ".join(filter(None, [known.title, known.publisher, dated_in_words(known.published), source]))
        return Sight(text, start, min(start + len(span), len(text)), place, around)


def figures(view: CaseView, entity: str) -> str:
    """How often an entity is mentioned, in how many documents and claims, in words."""
    numbers = view.counts_of(entity)
    nouns = ("mention", "document", "claim")
    return ", ".join(counted(n, noun) for n, noun in zip(numbers, nouns, strict=True))


def kept(candidates: Iterable[Candidate], subjects: Subjects) -> list[Candidate]:
    """Candidates with the entity written as a judgement writes it, so that a rebuild does not lose them."""
    return [replace(c, entity=str(subjects.named(c.name, c.entity))) for c in candidates]

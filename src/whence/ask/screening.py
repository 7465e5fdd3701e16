"""A case against a list: who may be an entry, why, and what a person said about it."""

from collections.abc import Sequence

from whence.ask.answers import Answer, Line, Section
from whence.ask.cite import Citer
from whence.ask.judgements import entry_words
from whence.ask.subjects import Subjects
from whence.ask.wording import counted
from whence.model import Candidate, Span, Subject
from whence.resolve import Index, screen, settled
from whence.store import CaseView

STATES = {"positive": "confirmed", "negative": "rejected", "unsure": "cannot tell"}


def screened(view: CaseView, index: Index, *, threshold: float) -> list[Candidate]:
    """The people and bodies of a case that may be entries of a list, each with at most five; `entity` is an id.

    A country or a year of birth that the texts tell counts for or against.
    """
    told = view.told()
    countries = {e: what.get("countries", []) for e, what in told.items()}
    dates = {e: what.get("dates", []) for e, what in told.items()}
    return list(screen(view.entities(), index, threshold=threshold, countries=countries, dates=dates))


def screening(view: CaseView, name: str, size: int, candidates: Sequence[Candidate], subjects: Subjects) -> Answer:
    """What a screening found, the likeliest first; `candidates` name entities as judgements do."""
    citer = Citer(view)
    decided = {(e, j.object): j for j in settled(view.judgements(), "listing") for e in subjects.meant(j.subject)}
    lines = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.entity, c.entry.id)):
        for entity in subjects.meant(candidate.entity)[:1]:
            judgement = decided.get((entity, candidate.entry.id))
            state = STATES.get(judgement.verdict, "candidate") if judgement else "candidate"
            by = f"{state} by {judgement.who}" if judgement else ""
            place = _first(view, candidate, entity)
            entry = candidate.entry
            lines.append(
                Line(
                    f"{candidate.name} = {entry.name} ({entry.list}, {entry.id})?",
                    when=f"{candidate.score:.2f}",
                    note="; ".join(filter(None, [by, *entry_words(entry), " ".join(candidate.reasons)])),
                    status=state,
                    citations=(citer.cite(view.sentence_at(place) or place),) if place else (),
                    entities=(entity,),
                )
            )
    entities = len({line.entities for line in lines})
    found = f"{counted(len(lines), 'candidate')} for {counted(entities, 'name')}"
    remarks = [f"{counted(size, 'entry')} read; {found}. A candidate is a question."]
    if lines:
        remarks.append("Decide with `whence review`, or `whence judge same NAME ENTRY --why TEXT`.")
    sections = (Section("Candidates", tuple(lines)),) if lines else ()
    return Answer(f"Screening: {name}", sections, citer.citations(), tuple(remarks))


def _first(view: CaseView, candidate: Candidate, entity: str) -> Span | None:
    documents = Subject.parse(candidate.entity).documents
    spans = [s for s in view.mentions_of(entity) if not documents or s.doc_id in documents]
    named = (s for s in spans if " ".join(view.document(s.doc_id).quote(s).split()) == candidate.name)
    return next(named, spans[0] if spans else None)

"""What is known about each document, and what each contributes."""

from dataclasses import dataclass

from whence.ask.answers import Answer, Line, Section
from whence.ask.wording import counted
from whence.model import DocField, Layers
from whence.reconcile.facts import FIRM
from whence.store import CaseView

READ = frozenset({"en", ""})  # languages in which claims are read; others are searchable only


@dataclass(frozen=True, slots=True)
class About:
    """The data of one document. What is not known is ''; `published` is EDTF."""

    doc_id: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    published_inferred: bool = False
    url: str = ""
    grade: str = ""

    @property
    def origin(self) -> str:
        """Who published it; a document without a publisher stands for itself."""
        return self.publisher or self.doc_id


def about(view: CaseView, doc_id: str) -> About:
    """What is given, declared or stated about a document, the best value of each field."""
    layers = Layers(doc_id, fields=tuple(view.layer(doc_id, "fields")))
    found: dict[str, DocField] = {}
    for name in ("title", "publisher", "author", "published", "url", "grade"):
        field = layers.field(name)
        if field:
            found[name] = field
    values = {name: field.value for name, field in found.items()}
    inferred = "published" in found and found["published"].inferred
    return About(doc_id, published_inferred=inferred, **values)


def clashes(view: CaseView, doc_id: str) -> list[str]:
    """Where what was given about a document is not what its text or metadata says, in words."""
    out = []
    fields: list[DocField] = view.layer(doc_id, "fields")
    for given in (f for f in fields if f.origin == "given"):
        other = next((f for f in fields if f.name == given.name and f.origin != "given" and not f.inferred), None)
        if other and not (other.value.startswith(given.value) or given.value.startswith(other.value)):
            out.append(f"{given.name}: given as {given.value!r}, the document says {other.value!r}")
    return out


def list_sources(view: CaseView) -> Answer:
    """Every document with its publisher, date, and how many claims it makes in whose voice."""
    voices: dict[str, list[int]] = {}
    for claim in view.claims():
        counts = voices.setdefault(claim.evidence.doc_id, [0, 0, 0])
        counts[1 if not claim.own_voice else 2 if claim.certainty not in FIRM else 0] += 1
    lines, remarks = [], []
    unproven = view.proposal_counts()
    for doc in view.documents():
        known = about(view, doc.id)
        own, attributed, hedged = voices.get(doc.id, [0, 0, 0])
        claims = f"{counted(own, 'claim')} in its own voice, {attributed} of others, {hedged} hedged"
        claims += f", {unproven[doc.id]} not proven" if doc.id in unproven else ""
        language = "" if doc.language in READ else f"; in {doc.language}: searchable, no claims"
        lines.append(
            Line(
                text=" · ".join(filter(None, [known.title or "Without a title", known.publisher, known.author])),
                when=known.published + ("?" if known.published_inferred else "") or "undated",
                note=f"{doc.source}; {claims}{language}" + (f"; grade {known.grade}" if known.grade else ""),
                status=doc.id,
            )
        )
        remarks += [f"{doc.source}: {clash}" for clash in clashes(view, doc.id)]
    noted = sum(map(sum, (voices.get(note.document.id, ()) for note in view.notes())))
    if noted:
        remarks.append(f"{noted} more claims stand in notes that people entered: `whence claim list`.")
    names = dict(view.sources())
    for one, other, likeness in view.doubles():
        remarks.append(f"{names[one]} and {names[other]} share {likeness:.0%} of their text: one origin, not two.")
    return Answer("Sources", (Section(counted(len(lines), "document"), tuple(lines)),), remarks=tuple(remarks))

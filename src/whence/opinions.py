"""What people said about claims and documents, as answers: what stands, what waits, what was said when."""

import json
from dataclasses import replace

from whence.ask.answers import Answer, Line, Section
from whence.ask.lines import Teller
from whence.ask.names import find_entity
from whence.errors import UnknownName
from whence.model import ClaimKey, DocField, Entry, Judgement, Signed
from whence.standing import ADD, CORRECT, KIND, WITHDRAWN, Waiting, entry_in_words, key_in_words, standing
from whence.store import CaseView
from whence.vocab import Predicate, predicate, predicates

DOCUMENT = "document"


def list_claims(view: CaseView, name: str | None = None) -> Answer:
    """Claims that people entered or decided about, and what waits; of one name every claim. Raises `UnknownName`."""
    teller = Teller(view)
    if name is not None:
        entity, _ = find_entity(view, name)
        claims = view.claims_of(entity.id)
        lines = tuple(_with_id(claim.id, teller.claim(claim)) for claim in claims)
        return Answer(f"Claims: {entity.name}", (Section(f"{len(lines)} claims", lines),), teller.citer.citations())
    signed = view.signed()
    why = {j.id: j for j in view.judgements()}
    sections = [
        Section(title, tuple(_signed(teller, j, why[j.judgements[-1]]) for j in signed if j.verdict in verdicts))
        for title, verdicts in _LISTS.items()
    ]
    sections.append(Section("Waiting", tuple(_waiting(view, waiting) for waiting in standing(view).waiting)))
    kept = tuple(s for s in sections if s.lines)
    remarks = () if kept else ("Nobody entered a claim or decided about one: see `whence claim add`.",)
    return Answer("Claims that people signed", kept, teller.citer.citations(), remarks)


_LISTS = {"Entered": {ADD}, "Accepted": {"accept"}, "Corrected": {CORRECT}, "Rejected": {"reject"}}


def _with_id(own: str, line: Line) -> Line:
    return replace(line, text=f"[{own[:8]}] {line.text}")


def _signed(teller: Teller, signed: Signed, last: Judgement) -> Line:
    by = f"{last.who}, {last.when[:10]}" + (f": {last.why}" if last.why else "")
    if signed.claim:
        line = _with_id(signed.claim.id, teller.claim(signed.claim))
        return replace(line, note=f"{by} [{last.id[:8]}]", status=signed.verdict)
    read = list(teller.view.claims_as_read([signed.replaces]))
    if read:
        line = _with_id(signed.replaces, teller.claim(read[0]))
        return replace(line, note=f"{by} [{last.id[:8]}]", status=signed.verdict)
    return Line(_subject(teller.view, last), note=f"{by} [{last.id[:8]}]", status=signed.verdict)


def _waiting(view: CaseView, waiting: Waiting) -> Line:
    j = waiting.judgement
    why = f": {j.why}" if j.why else ""
    said = key_in_words(ClaimKey.parse(j.subject)) if j.subject.startswith("{") else _entered(view, j.subject)
    return Line(f"{j.verdict}: {said}", note=f"{waiting.reason}; {j.who}, {j.when[:10]}{why} [{j.id[:8]}]", status=j.id)


def history(view: CaseView, which: str | None = None) -> Answer:
    """Every judgement about claims and documents; of the one claim or judgement whose id begins with `which`."""
    said = [j for j in view.judgements() if j.kind in (KIND, DOCUMENT)]
    back = {j.object for j in said if j.verdict == WITHDRAWN}
    shown = said if which is None else _about(view, which, said)
    read = _as_read(view)
    lines = tuple(_decision(view, j, back, read.get(j.id, "")) for j in shown)
    return Answer("Decisions about claims and documents", (Section(f"{len(lines)} decisions", lines),))


def _as_read(view: CaseView) -> dict[str, str]:
    """What each judgement about a claim that was read is about, as it was read."""
    of = {i: signed.replaces for signed in view.signed() for i in signed.judgements}
    teller = Teller(view)
    read = {claim.id: teller.claim(claim).text for claim in view.claims_as_read(set(of.values()))}
    return {judgement: read[claim] for judgement, claim in of.items() if claim in read}


def _decision(view: CaseView, j: Judgement, back: set[str], read: str = "") -> Line:
    taken = "taken back since" if j.id in back else ""
    note = "; ".join(filter(None, [j.who, j.why, taken]))
    return Line(f"{j.verdict} {_subject(view, j, read)}", j.when[:19], f"{note} [{j.id[:8]}]", j.id)


def _about(view: CaseView, which: str, said: list[Judgement]) -> list[Judgement]:
    ids = {i for signed in view.signed() if _is(signed, which) for i in signed.judgements}
    named = {j.subject for j in said if j.id.startswith(which) or j.id in ids}
    if not named:
        raise UnknownName("claim or decision with the id", which, [j.id for j in said])
    return [j for j in said if j.subject in named]


def _is(signed: Signed, which: str) -> bool:
    """Whether the claim that stands, or the one it replaces, has an id that begins with `which`."""
    own = (signed.replaces, signed.claim.id if signed.claim else "")
    return any(i.startswith(which) for i in own if i)


def _subject(view: CaseView, j: Judgement, read: str = "") -> str:
    """What a judgement is about, in words; of a claim that is there as it was `read`."""
    if j.kind == DOCUMENT:
        source = dict(view.sources()).get(j.subject, j.subject)
        values = {} if j.verdict == WITHDRAWN else json.loads(j.object)
        said = ", ".join(f"{name} {value or 'not known'}" for name, value in values.items())
        return f"{source}: {said or j.object[:8]}"
    if j.verdict == ADD:
        return entry_in_words(Entry.parse(j.object))
    about = read or key_in_words(ClaimKey.parse(j.subject)) if j.subject.startswith("{") else _entered(view, j.subject)
    return f"{about}{_change(j)}"


def _entered(view: CaseView, subject: str) -> str:
    added = next((j for j in view.judgements() if j.subject == subject and j.verdict == ADD), None)
    return entry_in_words(Entry.parse(added.object)) if added else subject


def _change(j: Judgement) -> str:
    if j.verdict != CORRECT:
        return f" ({j.object[:8]})" if j.verdict == WITHDRAWN else ""
    change = Entry.parse(j.object)
    said = [f"{g.role} {g.words}" for g in change.args] + [f"no {role}" for role in change.without]
    for name in ("start", "end", "polarity", "certainty"):
        value = getattr(change, name)
        said += [] if value is None else [f"{name} {value or 'none'}"]
    return f" → {', '.join(said)}"


def show_document(view: CaseView, document: str) -> Answer:
    """Every value known of a document with where it comes from, and what people decided. Raises `UnknownName`."""
    doc_id = view.find_document(document)
    fields: list[DocField] = view.layer(doc_id, "fields")
    lines = tuple(Line(f"{f.name}: {f.value or 'not known'}", note=_origin(f)) for f in fields)
    said = [j for j in view.judgements() if j.kind == DOCUMENT and j.subject == doc_id]
    back = {j.object for j in said if j.verdict == WITHDRAWN}
    decided = tuple(_decision(view, j, back) for j in said)
    sections = (Section("Known, the best first of each", lines), Section("Decided", decided))
    return Answer(view.document(doc_id).source, tuple(s for s in sections if s.lines))


def _origin(field: DocField) -> str:
    origin = f"{field.origin} by {field.maker.rule}" if field.origin == "judged" else field.origin
    return "; ".join(filter(None, [origin, "inferred" if field.inferred else "", field.reason]))


def list_predicates(name: str | None = None) -> Answer:
    """What can be claimed, by group, with roles; of one predicate what may fill each, and examples."""
    if name is not None:
        return _one_predicate(predicate(name))
    groups: dict[str, list[Line]] = {}
    for kind in predicates().values():
        roles = ", ".join(f"{r.name} (needed)" if r.required else r.name for r in kind.roles.values())
        groups.setdefault(kind.group, []).append(Line(f"{kind.name}: {kind.gloss}", note=f"roles: {roles}"))
    sections = tuple(Section(group.capitalize(), tuple(lines)) for group, lines in groups.items())
    return Answer("What can be claimed", sections)


def _one_predicate(kind: Predicate) -> Answer:
    roles = tuple(
        Line(f"{r.name}{' (needed)' if r.required else ''}: {', '.join(r.values or sorted(r.types))}")
        for r in kind.roles.values()
    )
    examples = tuple(
        Line(e.say, note="; ".join(f"{role} {words}" for role, words in e.args.items())) for e in kind.examples
    )
    lasts = "It lasts: --start and --end." if kind.lasts else "It is of one day: --date."
    return Answer(f"{kind.name}: {kind.gloss}", (Section("Roles", roles), Section("Examples", examples)), (), (lasts,))

"""Everything the case says about one person, body or place."""

from collections.abc import Sequence
from pathlib import Path

from whence.ask import where
from whence.ask.answers import Answer, Section
from whence.ask.dates import held, parse_day, was_known
from whence.ask.judgements import judgement_lines, listings
from whence.ask.lines import TAKE_SIDES, Teller
from whence.ask.names import find_entity, longer_names
from whence.ask.offices import on_day
from whence.ask.review import STEP, figures, line, waiting
from whence.ask.wording import counted
from whence.model import Claim, Entity, Fact, Statement
from whence.reconcile import find_tenures, group_facts
from whence.reconcile.dates import Days, days
from whence.store import CaseView
from whence.vocab import predicate, predicates

ASKED = 6  # doubts shown in a dossier
UNDATED = "9999"  # where what has no date stands in an order by date
_HEADINGS = {
    "posts": "Posts and memberships",
    "identity": "Identity",
    "bodies": "Bodies",
    "power": "Who has a say over whom",
    "backing": "Support and opposition",
    "law": "Law and sanctions",
    "force": "Force",
    "politics": "Politics",
    "contact": "Contacts",
    "speech": "Speech",
    "figures": "Figures",
}


def who(view: CaseView, name: str, *, as_of: str | None = None, known_by: str | None = None) -> Answer:
    """The dossier of one entity: lists, posts, facts by group, what it said, disagreements, what people decided.

    `as_of` keeps what the dates show to have held on that day and counts what is not dated; `known_by` reads only
    documents published by then. Raises `UnknownName` with near names, `BadDate`.
    """
    entity, others = find_entity(view, name)
    teller = Teller(view)
    claims, remarks = _known(teller, view.claims_of(entity.id), known_by)
    said = [c for c in claims if _speaks(view, c, entity)]
    about = [s for s in teller.reader.statements(claims) if any(a.entity == entity.id for a in s.args)]
    day = parse_day(as_of)
    now = about if day is None else [s for s in about if _was_so(s, day)]
    sections = [where.section(view, entity, teller.citer), _posts(teller, about, entity, day), *_groups(teller, now)]
    if day is None:
        sections.append(Section("What it is the source of", tuple(teller.claim(c) for c in said)))
    else:
        undated = sum(held(s, day) is None for s in about) + len(said)
        if undated:
            remarks.append(f"{undated} claims are not dated in the texts and left out: they need not have held then.")
    shown = {c.id for c in claims} if day is None else {s.claim for s in now}
    sections.append(_conflicts(teller, shown, whole=known_by is not None))
    listed, doubted = listings(view, entity.id)
    sections.insert(0, Section("On lists, confirmed by a person", listed))
    sections.append(Section("Judgements", (*judgement_lines(view, {entity.id}), *doubted)))
    asked = [i for i in waiting(view) if any(side.entity == entity.id for side in i.sides)]
    sections.append(Section("Waiting for a person", tuple(line(i, teller.citer) for i in asked[:ASKED]),
                            max(len(asked) - ASKED, 0), "whence review", STEP))  # fmt: skip
    if others:
        remarks.append("The name also fits " + ", ".join(_which(view, o, entity) for o in others[:5]) + ".")
    longer = [o for o in longer_names(view, name, entity) if o not in others]
    if longer:
        remarks.append(f"Others with {name!r} in their name: {', '.join(o.name for o in longer[:5])}.")
    return Answer(_title(view, entity, as_of), _filled(sections), teller.citer.citations(), tuple(remarks))


def _which(view: CaseView, other: Entity, entity: Entity) -> str:
    """Another bearer of a name; one of the very same name with a document by which to ask for it."""
    if other.name != entity.name:
        return f"{other.name} ({other.type})"
    documents = view.documents_of(other.id)
    file = Path(view.document(documents[0]).source).name if documents else ""
    return f"{other.name} ({other.type}; {other.name}@{file})"


def _title(view: CaseView, entity: Entity, as_of: str | None) -> str:
    also = [name for name, _ in entity.names if name != entity.name]
    title = f"{entity.name} ({entity.type}): {figures(view, entity.id)}"
    return title + (f"; also {', '.join(also)}" if also else "") + (f"; as of {as_of}" if as_of else "")


def _known(teller: Teller, claims: Sequence[Claim], known_by: str | None) -> tuple[list[Claim], list[str]]:
    by = parse_day(known_by)
    if by is None:
        return list(claims), []
    kept = [c for c in claims if was_known(teller.reader.about(c.evidence.doc_id), by)]
    undated = {c.evidence.doc_id for c in claims if not teller.reader.about(c.evidence.doc_id).published}
    remark = f"{len(kept)} of {len(claims)} claims come from documents published by {known_by}"
    return kept, [remark + (f"; without a date: {counted(len(undated), 'document')}." if undated else ".")]


def _was_so(statement: Statement, day: Days) -> bool:
    """Whether a state is dated to have held on a day, or an event to have been on it."""
    if predicate(statement.predicate).lasts:
        return bool(held(statement, day))
    first, last = days(statement.start), days(statement.end or statement.start)
    return first is not None and last is not None and first[0] <= day[1] and last[1] >= day[0]


def _speaks(view: CaseView, claim: Claim, entity: Entity) -> bool:
    places = view.roles_of(claim.id)
    own = {role for role, who_ in places.items() if who_ == entity.id}
    return any(place.startswith("attribution.") for place in own) and not any(p.startswith("args.") for p in own)


def _posts(teller: Teller, statements: Sequence[Statement], entity: Entity, day: Days | None) -> Section:
    tenures = [t for t in find_tenures(statements) if entity.id in (t.holder, t.body, t.to)]
    tenures.sort(key=lambda t: (t.first or t.last or "9999", t.id))
    doubts = on_day(tenures, day) if day else [(t, "") for t in tenures]
    return Section("Posts over time", tuple(teller.tenure(t, doubt) for t, doubt in doubts))


def _groups(teller: Teller, statements: Sequence[Statement]) -> list[Section]:
    facts: dict[str, list[Fact]] = {}
    headings = {
        **_HEADINGS,
        **{p.group: p.group.capitalize() for p in predicates().values() if p.group not in _HEADINGS},
    }
    for fact in group_facts(s for s in statements if s.predicate != "holds_role" or s.polarity == "denied"):
        facts.setdefault(predicate(fact.predicate).group, []).append(fact)
    return [
        Section(title, teller.facts(sorted(facts.get(group, []), key=by_time))) for group, title in headings.items()
    ]


def by_time(fact: Fact) -> tuple[str, str, str]:
    """The order of facts: dated ones by date, then those without, by predicate."""
    return fact.start or fact.end or UNDATED, fact.predicate, fact.id


def _conflicts(teller: Teller, claims: set[str], *, whole: bool) -> Section:
    """Conflicts in which some claim of the dossier takes a side; `whole`: in which every side is among them."""
    test = all if whole else any
    touched = (c for c in teller.view.conflicts() if test(claims & set(side.claims) for side in c.sides))
    return Section("Where the sources disagree", tuple(map(teller.conflict, touched)), step=TAKE_SIDES)


def _filled(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(s for s in sections if s.lines)

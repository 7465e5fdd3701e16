"""From readings to entities, facts, tenures and conflicts: everything that `whence rebuild` makes anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from whence.ask.sources import about
from whence.ask.statements import statement
from whence.model import Chain, Claim, Derived, Document, Entity, Span, Statement, digest
from whence.reconcile import find_conflicts, find_tenures, group_facts
from whence.segment.duplicates import duplicate_groups, near_duplicates
from whence.store import CaseView, CaseWriter
from whence.text.fold import fold
from whence.vocab import predicates


def derive(case: CaseWriter) -> None:
    """Make everything derived anew from what is given, read and judged."""
    with case.view() as view:
        derived = derived_of(view)
    case.derive(derived)


def derived_of(view: CaseView) -> Derived:
    """All that follows from a case, in a fixed order."""
    ids = [doc_id for doc_id, _ in view.sources()]
    chains = [chain for doc_id in ids for chain in view.layer(doc_id, "chains")]
    entities = tuple(_entities(view, chains))
    home = {chain: entity.id for entity in entities for chain in entity.chains}
    links = {span: home[chain.id] for chain in chains if chain.id in home for span in chain.mentions}
    by_doc: dict[str, dict[Span, str]] = defaultdict(dict)
    for span, entity_id in sorted(links.items()):
        by_doc[span.doc_id][span] = entity_id
    doubles = near_duplicates(view.documents())
    origins = _origins(view, ids, duplicate_groups(doubles))
    roles: list[tuple[str, str, str, str]] = []
    said: list[Statement] = []
    names = {entity.id: entity.name for entity in entities}
    types = {entity.id: entity.type for entity in entities}
    for doc, claims in _claims(view):
        here = by_doc.get(doc.id, {})
        for claim in claims:
            places = places_of(claim, here, types)
            roles += [(claim.id, place, role, entity) for place, (role, entity) in places.items()]
            filled = {place: entity for place, (_, entity) in places.items()}
            said.append(statement(claim, doc, filled, names, origins[doc.id]))
    tenures = tuple(find_tenures(said))
    return Derived(
        entities=entities,
        links=tuple(sorted(links.items())),
        roles=tuple(roles),
        facts=tuple(group_facts(said)),
        tenures=tenures,
        conflicts=tuple(find_conflicts(said, tenures)),
        doubles=tuple((d.one, d.other, d.similarity) for d in doubles),
    )


def _claims(view: CaseView) -> Iterator[tuple[Document, list[Claim]]]:
    doc: Document | None = None
    group: list[Claim] = []
    for claim in view.claims():
        if doc is None or claim.evidence.doc_id != doc.id:
            if doc is not None:
                yield doc, group
            doc, group = view.document(claim.evidence.doc_id), []
        group.append(claim)
    if doc is not None:
        yield doc, group


def _origins(view: CaseView, ids: Sequence[str], groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Who a document's words come from: its publisher, or for a copy the publisher of the first copy."""
    origins = {doc_id: about(view, doc_id).origin for doc_id in ids}
    order = {doc_id: number for number, doc_id in enumerate(ids)}
    for group in groups:
        first = min(group, key=lambda doc_id: (about(view, doc_id).published or "9999", order[doc_id]))
        origins.update(dict.fromkeys(group, origins[first]))
    return origins


def places_of(claim: Claim, links: Mapping[Span, str], types: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Which place of a claim (``args.0``, ``attribution.0``) is filled by which entity: place -> (role, entity)."""
    out = {}
    roles = predicates()[claim.predicate].roles if claim.predicate in predicates() else {}
    for i, arg in enumerate(claim.arguments):
        wanted = roles[arg.role].types if arg.role in roles else frozenset()
        found = _entity_at(arg.antecedent, links, types, wanted) or _entity_at(arg.span, links, types, wanted)
        if found:
            out[f"args.{i}"] = (arg.role, found)
    for i, link in enumerate(claim.attribution):
        found = _entity_at(link.antecedent, links, types) or _entity_at(link.span, links, types)
        if found:
            out[f"attribution.{i}"] = ("voice", found)
    return out


def _entity_at(
    span: Span | None, links: Mapping[Span, str], types: Mapping[str, str], wanted: frozenset[str] = frozenset()
) -> str | None:
    """The entity mentioned at a span: the very span, else the last mention inside it that ends where it ends."""
    if span is None:
        return None
    if span in links:
        return links[span]
    inside = [(s, e) for s, e in links.items() if span.contains(s) and (not wanted or types[e] in wanted)]
    ending = [(s, e) for s, e in inside if s.end == span.end]
    if ending:
        return max(ending, key=lambda item: len(item[0]))[1]
    return inside[0][1] if len({e for _, e in inside}) == 1 and len(inside[0][0]) * 2 > len(span) else None


def _entities(view: CaseView, chains: Sequence[Chain]) -> Iterator[Entity]:
    """Chains of one type whose fullest names are the same but for case and marks are one entity."""
    groups: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in chains:
        groups[chain.type, fold(chain.name)].append(chain)
    forms = _forms(view, chains)
    for (kind, folded), group in sorted(groups.items()):
        names = sum((forms[chain.id] for chain in group), Counter[str]())
        best = Counter(chain.name for chain in group).most_common(1)[0][0]
        ordered = tuple(sorted(names.items(), key=lambda item: (-item[1], item[0])))
        yield Entity(digest("entity", kind, folded), kind, best, ordered, tuple(chain.id for chain in group))


def _forms(view: CaseView, chains: Iterable[Chain]) -> dict[str, Counter[str]]:
    """The surface forms of each chain's names; pronouns and descriptions are no names."""
    out: dict[str, Counter[str]] = {}
    doc: Document | None = None
    named: set[Span] = set()
    for chain in chains:
        if doc is None or doc.id != chain.doc_id:
            doc = view.document(chain.doc_id)
            named = {m.span for m in view.layer(doc.id, "mentions") if m.form == "name"}
        words = (" ".join(doc.quote(s).split()) for s in chain.mentions if s in named)
        out[chain.id] = Counter(words) or Counter([chain.name])
    return out

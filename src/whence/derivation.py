"""From readings to entities, facts, tenures and conflicts: everything that `whence rebuild` makes anew."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from whence.annotate.mentions.lexicon import nation, noun_type
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.ask.sources import about
from whence.ask.statements import statement
from whence.clusters import clusters_of, names_of
from whence.doubts import Now, decision, doubts, judged, labels, told
from whence.model import (
    NOWHERE,
    Alarm,
    Claim,
    Cluster,
    Conflict,
    Derived,
    Document,
    Entity,
    Judgement,
    Layers,
    Side,
    Span,
    Statement,
    Subject,
    digest,
)
from whence.named import clusters, decisions, key_of, names_in
from whence.reconcile import find_conflicts, find_tenures, group_facts
from whence.resolve import Resolution, resolve
from whence.scenes import Scenes
from whence.segment.duplicates import duplicate_groups, near_duplicates
from whence.standing import Standing, standing
from whence.store import CaseView, CaseWriter
from whence.vocab import predicates
from whence.vocab.packs import aliases

BEHIND = re.compile(
    r"\b(?:of|for|in|to|by|with|from|within|against|at|on|near|behind|such as|like|including)\b", re.IGNORECASE
)
# "The state of Norway" is Norway, and "the town of Lund" Lund.
NAMED_SO = re.compile(
    r"\b(?:state|republic|kingdom|city|town|village|province|district|region|island)\s+of\s+(?:the\s+)?$", re.I
)
OWNS = re.compile(r"['’]s?\s")


def derive(case: CaseWriter) -> None:
    """Make everything derived anew from what is given, read and judged."""
    with case.view() as view:
        derived = derived_of(view)
    case.derive(derived)


def derived_of(view: CaseView) -> Derived:
    """All that follows from a case, in a fixed order."""
    ids = [doc_id for doc_id, _ in view.sources()]
    stands = standing(view)
    gathered = Gathered(view, ids, stands)
    judgements = (*view.judgements(), *_by_packs())
    resolution = gathered.resolved(judgements)
    mentions, claims = Counter[str](), Counter[str]()
    now = Now(resolution, gathered.clusters, gathered.by_chain(), judgements, mentions, claims)
    home, called = now.home, labels(now)
    entities = tuple(gathered.with_names(entity, called.get(entity.id)) for entity in resolution.entities)
    doubles = near_duplicates(view.documents())
    origins = _origins(view, ids, duplicate_groups(doubles)) | dict(stands.origins)
    names = {entity.id: entity.name for entity in entities}
    types = {entity.id: entity.type for entity in entities}
    roles: list[tuple[str, str, str, str]] = []
    said: list[Statement] = []
    noted: list[tuple[Span, str]] = []
    for doc, made in _claims(view, stands):
        links = {span: home[chain] for span, chain in gathered.spans.get(doc.id, {}).items()}
        scenes = _scenes(view, doc, links, names) if doc.id in gathered.spans else None
        for claim in made:
            places = places_of(claim, links, types, doc.text) if claim.status != "own" else {}
            places |= {p: (g.role, home[key_of(g)]) for p, g in stands.names.get(claim.id, {}).items()}
            roles += [(claim.id, place, role, entity) for place, (role, entity) in places.items()]
            filled = {place: entity for place, (_, entity) in places.items()}
            here = scenes.of(claim, types) if scenes else NOWHERE
            said.append(replace(statement(claim, doc, filled, names, origins[doc.id]), scene=here))
            if doc.id in stands.origins:
                noted += _mentions(claim, filled)
    tenures = tuple(find_tenures(said))
    read = tuple((s, home[chain]) for i in sorted(ids) for s, chain in sorted(gathered.spans[i].items()))
    found = (*read, *dict.fromkeys(noted))
    mentions.update(entity for _, entity in found)
    claims.update(entity for _, entity in {(claim, entity) for claim, _, _, entity in roles})
    alarms = identities(resolution.alarms, said, gathered, {a: j for a in resolution.alarms if (j := decision(a, now))})
    return Derived(
        entities=entities,
        links=found,
        roles=tuple(roles),
        pairs=resolution.pairs,
        facts=tuple(group_facts(said)),
        tenures=tenures,
        conflicts=(*find_conflicts(said, tenures), *alarms),
        doubles=tuple((d.one, d.other, d.similarity) for d in doubles),
        doubts=tuple(doubts(now)),
        judged=tuple(judged(now)),
        signed=stands.signed,
        notes=stands.notes,
        told=tuple(told(now)),
    )


def _scenes(view: CaseView, doc: Document, links: Mapping[Span, str], names: Mapping[str, str]) -> Scenes:
    known = about(view, doc.id)
    layers = Layers(doc.id, sentences=tuple(view.layer(doc.id, "sentences")), times=tuple(view.layer(doc.id, "times")))
    return Scenes(doc, layers, links, names, "" if known.published_inferred else known.published)


def _by_packs() -> Iterator[Judgement]:
    """The names that the packs in force give one bearer, as judgements of a rule: a person's outrank them."""
    for pack, name, others in aliases():
        for one, other in combinations((name, *others), 2):
            yield Judgement("identity", one, other, "positive", f"pack {pack}", "", f"names of {name}", person=False)


def _mentions(claim: Claim, filled: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Where a note names those whom its claim is about."""
    for i, arg in enumerate(claim.arguments):
        if arg.span and f"args.{i}" in filled:
            yield arg.span, filled[f"args.{i}"]
    for i, link in enumerate(claim.attribution):
        if link.span and f"attribution.{i}" in filled:
            yield link.span, filled[f"attribution.{i}"]


class Gathered:
    """The chains of all documents: as clusters to resolve, by span, and with every form of their names counted."""

    def __init__(self, view: CaseView, ids: Iterable[str], stands: Standing | None = None) -> None:
        self.clusters: list[Cluster] = []
        self.spans: dict[str, dict[Span, str]] = {}
        self._forms: dict[str, Counter[str]] = {}
        self._written = names_in(stands) if stands else []
        for doc_id in ids:
            doc, layers = view.document(doc_id), view.layers(doc_id)
            if stands:
                layers = replace(layers, claims=stands.claims(doc_id, layers.claims))
            found = clusters_of(doc, layers)
            styled = {cluster.id: cluster.styled for cluster in found}
            self.clusters += found
            self.spans[doc_id] = {span: chain.id for chain in layers.chains for span in chain.mentions}
            mentions = {mention.span: mention for mention in layers.mentions}
            for chain in layers.chains:
                forms = Counter(names_of(doc, chain, mentions)) or Counter([chain.name])
                self._forms[chain.id] = forms + Counter(styled[chain.id])

    def by_chain(self) -> dict[str, list[Span]]:
        """Where each chain is mentioned."""
        out: dict[str, list[Span]] = {}
        for spans in self.spans.values():
            for span, chain in sorted(spans.items()):
                out.setdefault(chain, []).append(span)
        return out

    def resolved(self, judgements: Iterable[Judgement]) -> Resolution:
        """The entities of the chains and of the names that people wrote into claims.

        Whom such a name means is asked of the entities that the documents alone make.
        """
        said = list(judgements)
        if not self._written:
            return resolve(self.clusters, said)
        known = [self.with_names(entity) for entity in resolve(self.clusters, said).entities]
        links = {span: chain for spans in self.spans.values() for span, chain in spans.items()}
        written = clusters(self._written, known)
        self._forms |= {c.id: Counter([c.name]) for c in written}
        self.clusters += written
        return resolve(self.clusters, [*decisions(self._written, known, links), *said])

    def with_names(self, entity: Entity, label: str | None = None) -> Entity:
        """An entity with the forms of its names as often as they stand in the case, and the name a person gave it."""
        forms = sum((self._forms[chain] for chain in entity.chains), Counter[str]())
        ordered = tuple(sorted(forms.items(), key=lambda item: (-item[1], item[0])))
        return Entity(entity.id, entity.type, label or entity.name, ordered, entity.chains)

    def places(self, cluster: str) -> list[Span]:
        """Where a chain is mentioned."""
        return sorted(s for spans in self.spans.values() for s, chain in spans.items() if chain == cluster)


def identities(
    alarms: Iterable[Alarm],
    said: Sequence[Statement],
    gathered: Gathered,
    decided: Mapping[Alarm, Judgement] | None = None,
) -> Iterator[Conflict]:
    """A form that mixes two people, as a conflict: both readings of the sentences in which it stands.

    It is still one when a person has decided whose the name is: the text says what it says.
    """
    for alarm in alarms:
        places = gathered.places(alarm.cluster)
        claims = tuple(s.claim for s in said if any(s.evidence.contains(place) for place in places))
        documents = tuple(dict.fromkeys(place.doc_id for place in places))
        fits = ("the name", "the post") if alarm.kind == "post" else ("the last name", "the first name")
        readings = (f"{alarm.left} ({fits[0]} fits)", f"{alarm.right} ({fits[1]} fits)")
        sides = tuple(Side(reading, claims, documents) for reading in readings)
        about = f"who is meant by {alarm.name}"
        judgement = (decided or {}).get(alarm)
        status = _decided(alarm, judgement) if judgement else "open"
        yield Conflict(digest("conflict", "identity", alarm.cluster, alarm.name), "identity", about, sides, status)


def _decided(alarm: Alarm, judgement: Judgement) -> str:
    sides = [Subject.parse(s).name for s in (judgement.subject, judgement.object)]
    other = next((name for name in sides if name in (alarm.left, alarm.right)), sides[1])
    said = {"positive": "it is", "negative": "it is not"}.get(judgement.verdict, "it may be")
    return f"decided: {said} {other} ({judgement.who or 'a rule'})"


def _claims(view: CaseView, stands: Standing) -> Iterator[tuple[Document, list[Claim]]]:
    """Every document with the claims that stand in it, by source, and after them the notes."""
    own = {j.claim.evidence.doc_id for j in stands.signed if j.claim}
    read: set[str] = set()
    for doc, claims in _claims_read(view):
        read.add(doc.id)
        yield doc, list(stands.claims(doc.id, claims))
    for doc_id, _ in view.sources():
        if doc_id in own - read:
            yield view.document(doc_id), list(stands.claims(doc_id, ()))
    for note in stands.notes:
        yield note.document, list(stands.claims(note.document.id, ()))


def _claims_read(view: CaseView) -> Iterator[tuple[Document, list[Claim]]]:
    doc: Document | None = None
    group: list[Claim] = []
    for claim in view.claims_as_read():
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


def places_of(
    claim: Claim, links: Mapping[Span, str], types: Mapping[str, str], text: str = ""
) -> dict[str, tuple[str, str]]:
    """Which place of a claim (``args.0``, ``attribution.0``) is filled by which entity: place -> (role, entity)."""
    out = {}
    roles = predicates()[claim.predicate].roles if claim.predicate in predicates() else {}
    for i, arg in enumerate(claim.arguments):
        wanted = roles[arg.role].types if arg.role in roles else frozenset()
        found = _entity_at(arg.antecedent, links, types, wanted) or _entity_at(arg.span, links, types, wanted, text)
        if found:
            out[f"args.{i}"] = (arg.role, found)
    for i, link in enumerate(claim.attribution):
        found = _entity_at(link.antecedent, links, types) or _entity_at(link.span, links, types, frozenset(), text)
        if found:
            out[f"attribution.{i}"] = ("voice", found)
    return out


def _behind(words: str) -> bool:
    """Whether the words before a name make it another's: "the leader of", but not "the town of"."""
    return bool(BEHIND.search(NAMED_SO.sub("", words)))


def _entity_at(
    span: Span | None,
    links: Mapping[Span, str],
    types: Mapping[str, str],
    wanted: frozenset[str] = frozenset(),
    text: str = "",
) -> str | None:
    """The entity mentioned at a span: the very span, else the last mention inside it that ends where it ends.

    "The leader of the Guild" is not the Guild, "Ada Mensah's killers" are not Ada Mensah, nor is "a Chilean sailor"
    Chile: behind a preposition nothing counts, nor an owner, nor a nationality before a common noun, where `text` shows
    them.
    """
    if span is None:
        return None
    if span in links:
        return links[span]
    inside = [
        (s, e)
        for s, e in links.items()
        if span.contains(s) and (not wanted or types[e] in wanted or NAMED_SO.search(text[span.start : s.start]))
    ]
    ending = [(s, e) for s, e in inside if s.end == span.end and not _behind(text[span.start : s.start])]
    if ending:
        return max(ending, key=lambda item: len(item[0]))[1]
    if len({e for _, e in inside}) != 1 or len(inside[0][0]) * 2 <= len(span):
        return None
    first = inside[0][0]
    last = text[first.end : span.end].split()[-1:]
    if OWNS.match(text, first.end, span.end) or _is_another(text[span.start : first.start], last, types[inside[0][1]]):
        return None
    noun = last[0].lower() if last else ""
    # "Delta CEO", "Delta workers"
    person = noun in role_lists()["posts"] or noun_type(noun.removesuffix("s"), noun) == "person"
    described = text[first.end : first.end + 2].strip().islower() and nation(text[first.start : first.end])
    return None if described or (person and types[inside[0][1]] != "person") else inside[0][1]


def _is_another(before: str, last: Sequence[str], kind: str) -> bool:
    """Whether words around a name tell of another than its bearer: "a member of the" Guild, the "office of" Duda."""
    at = BEHIND.search(before)
    words = before[: at.start()].split() if at else []
    if kind == "person":
        return bool(words) or (bool(last) and last[0].islower() and last[0] not in ("himself", "herself"))
    others = ("person", "organization") if kind == "organization" else ("person",)  # "the board of Delta Bank"
    return bool(words) and noun_type(words[-1].lower().removesuffix("s"), words[-1].lower()) in others

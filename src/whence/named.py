"""Names that people wrote into claims: whom of the case they mean, or whom they bring in new."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whence.annotate.mentions.lexicon import head_type
from whence.model import Cluster, Entity, Given, Judgement, Span, digest
from whence.standing import NAMED, Standing
from whence.text.fold import fold
from whence.text.gazetteer import country, is_place
from whence.text.names import ORGANIZATION, parse
from whence.vocab import predicate


@dataclass(frozen=True, slots=True)
class Name:
    """One name as people wrote it: its cluster's id, the types that its roles admit, who wrote it, where it stands."""

    id: str
    words: str
    types: frozenset[str]
    anchors: tuple[Span, ...]
    by: str
    claims: tuple[str, ...]
    aliases: tuple[str, ...] = ()


def key_of(given: Given) -> str:
    """The id of the cluster of a name: one for all who wrote it alike, another for one that was chosen by id.

    It comes after every chain's id in order, so that an entity of the case keeps its id when a person writes of it.
    """
    return "~" + digest("named", fold(given.words), given.anchors)


def names_in(standing: Standing) -> list[Name]:
    """Every name that people wrote, once, in order of first use."""
    uses: dict[str, list[tuple[str, str, Given]]] = defaultdict(list)
    claims = {j.claim.id: j for j in standing.signed if j.claim}
    for claim_id, places in standing.names.items():
        if claim_id in claims:
            for given in places.values():
                uses[key_of(given)].append((claim_id, claims[claim_id].person, given))
    return [_name(key, found, standing) for key, found in uses.items()]


def _name(key: str, found: Sequence[tuple[str, str, Given]], standing: Standing) -> Name:
    first = found[0][2]
    claims = {j.claim.id: j.claim for j in standing.signed if j.claim}
    admitted = []
    for claim_id, _, given in found:
        roles = predicate(claims[claim_id].predicate).roles
        admitted.append(roles[given.role].types & NAMED if given.role in roles else NAMED)
    stated = frozenset(g.type for _, _, g in found if g.type)
    types = stated or frozenset.intersection(*admitted) or admitted[0]
    anchors = tuple(Span(*place) for place in first.anchors)
    ids = tuple(dict.fromkeys(c for c, _, _ in found))
    return Name(key, first.words, types, anchors, found[0][1], ids, _aliases(ids, key, standing))


def _aliases(ids: Iterable[str], key: str, standing: Standing) -> tuple[str, ...]:
    """Names that people's claims give the bearer beside this one."""
    claims = {j.claim.id: j.claim for j in standing.signed if j.claim}
    out = []
    for claim_id in ids:
        places = standing.names[claim_id]
        if claims[claim_id].predicate == "alias_of" and claims[claim_id].polarity == "affirmed":
            out += [g.words for g in places.values() if key_of(g) != key]
    return tuple(dict.fromkeys(out))


def clusters(names: Iterable[Name], entities: Sequence[Entity]) -> list[Cluster]:
    """A cluster for each name, of the type that the case knows its bearer by, else of the one it looks like."""
    known = _by_name(entities)
    types = {e.id: e.type for e in entities}
    out = []
    for name in names:
        met = {types[i] for i in known.get(fold(name.words), ())} & name.types
        kind = min(met) if len(met) == 1 else guess(name.words, name.types)
        out.append(Cluster(name.id, f"named:{name.id}", kind, name.words, (name.words,), aliases=name.aliases))
    return out


def decisions(names: Iterable[Name], entities: Sequence[Entity], links: Mapping[Span, str]) -> list[Judgement]:
    """That a name means one entity of the case: the one chosen by id, or the only one that bears the name."""
    known = _by_name(entities)
    types = {e.id: e.type for e in entities}
    chains = {e.id: e.chains for e in entities}
    out = []
    for name in names:
        chosen = next((links[place] for place in name.anchors if place in links), None)
        why = "chosen by its id"
        if chosen is None and not name.anchors:
            met = known.get(fold(name.words), ())
            fitting = [i for i in met if types[i] in name.types] or list(met)
            chosen = chains[fitting[0]][0] if len(fitting) == 1 else None
            why = "the only one of the case that is called so"
        if chosen:
            out.append(Judgement("identity", name.id, chosen, "positive", name.by, "", f"written in a claim; {why}"))
    return out


def _by_name(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Whom a name means: those shown under it, else those who bear it among others."""
    shown: dict[str, dict[str, None]] = defaultdict(dict)
    borne: dict[str, dict[str, None]] = defaultdict(dict)
    for entity in entities:
        shown[fold(entity.name)][entity.id] = None
        for form, _ in entity.names:
            borne[fold(form)][entity.id] = None
    return {name: tuple(shown.get(name) or ids) for name, ids in (borne | shown).items()}


def guess(words: str, types: frozenset[str]) -> str:
    """What an unknown name is, of the `types` that may be: what its words say, else a person, else a body."""
    if len(types) == 1:
        return min(types)
    parts = parse(words, ORGANIZATION).parts
    acts = country(words) is not None or words.isupper() or any(p.role == "type" for p in parts)
    told = head_type(words.split()[-1])
    order = [told] if told else ["organization"] if acts else ["place"] if is_place(words) else []
    order += ["person"] if 1 < len(words.split()) < 5 else []
    return next((kind for kind in [*order, "organization", "person", "place", "facility"] if kind in types), min(types))

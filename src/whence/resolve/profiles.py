"""Clusters that bear the very same name are one profile; profiles are what is compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.model import Cluster
from whence.text.fold import fold
from whence.text.gazetteer import country, country_of_capital, locate
from whence.text.names import ORGANIZATION, PERSON, Name, parse
from whence.text.names.align import Alignment, align
from whence.text.names.features import father_and_son, forms_differ, numbers_differ, numeral_differs, sexes_differ
from whence.text.names.spelling import Kin
from whence.text.names.words import common_words, given_forms, state_organs

BODIES = frozenset({"organization", "facility"})


@dataclass(frozen=True, slots=True)
class Profile:
    """Clusters with one canonical name. `kind`: person, organization, place, country, or the clusters' own type."""

    key: str
    kind: str
    name: str
    clusters: tuple[Cluster, ...]
    parsed: tuple[Name, ...] = ()
    odd: tuple[Name, ...] = ()  # forms that contradict the name and are nowhere stated to be its bearer's

    @property
    def full(self) -> Name | None:
        """The canonical name, parsed; None for kinds that have no parts."""
        return self.parsed[0] if self.parsed else None

    @property
    def docs(self) -> frozenset[str]:
        """The documents it stands in."""
        return frozenset(c.doc_id for c in self.clusters)

    def told(self, what: str) -> frozenset[str]:
        """What the texts tell of it: titles, posts, countries or dates, folded."""
        return frozenset(fold(word) for c in self.clusters for word in getattr(c, what))


def profiles(clusters: Iterable[Cluster], apart: frozenset[str] = frozenset()) -> list[Profile]:
    """Clusters grouped by kind and canonical name, in an order that does not depend on theirs.

    Clusters whose id is in `apart`, about which a person decided, stay profiles of their own.
    """
    groups: dict[tuple[str, str, str], list[Cluster]] = {}
    for cluster in sorted(set(clusters)):
        kind, name = identify(cluster)
        own = cluster.id if cluster.id in apart or _ambiguous(kind, name) else _setting(cluster, kind, name)
        groups.setdefault((kind, fold(name).replace(" ", ""), own), []).append(cluster)
    return [_profile(kind, own, members) for (kind, _, own), members in sorted(groups.items())]


def _profile(kind: str, own: str, members: Sequence[Cluster]) -> Profile:
    name = identify(members[0])[1]
    forms = dict.fromkeys(form for c in members for form in (name, *c.forms))
    parsed = [parse(form, kind) for form in forms if form] if kind in {PERSON, ORGANIZATION} else []
    stated = {a for c in members for a in c.aliases}
    fitting, odd = _fullest([n for n in parsed if n.parts], stated)
    return Profile(f"{kind}:{name}:{own or members[0].id}", kind, name, tuple(members), fitting, odd)


def _fullest(known: list[Name], stated: set[str]) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The canonical name first, then those that are more than a part of it and fit it, or are stated to be its own."""
    more = [n for n in known[1:] if not set(n.words) < set(known[0].words)]
    odd = [n for n in more if n.text not in stated and contradicts(align(known[0], n))]
    return (*known[:1], *(n for n in more if n not in odd)), tuple(odd)


def contradicts(al: Alignment) -> bool:
    """Does a part of one name speak against the other?"""
    if al.left_a and al.left_b:
        return True
    told = (numeral_differs, sexes_differ, father_and_son, forms_differ, numbers_differ)
    return bool(al.of(Kin.VOWELS) or al.of(Kin.NEAR) or any(feature(al) for feature in told))


def identify(cluster: Cluster) -> tuple[str, str]:
    """The kind a cluster is compared as, and the name it goes by: a country, and a capital that acts, the country's."""
    if cluster.type == PERSON:
        return PERSON, cluster.name
    if cluster.type in {*BODIES, "place"}:
        if land := next((c for form in cluster.forms if (c := country(form))), None):
            return "country", land.name
        if cluster.type == "organization" and (named := country_of_capital(cluster.name)):
            return "country", named
        return ("place", _place(cluster)) if cluster.type == "place" else (ORGANIZATION, cluster.name)
    return cluster.type, cluster.name


def _place(cluster: Cluster) -> str:
    found = locate(cluster.name, near=cluster.countries)
    return f"{found.place.name}, {found.place.country}" if found.place and not found.relation else cluster.name


def _ambiguous(kind: str, name: str) -> bool:
    """A person named by a given name alone may be anybody."""
    if kind != PERSON:
        return False
    parsed = parse(name, kind)
    return len(parsed.parts) == 1 and parsed.parts[0].word in given_forms()


def _setting(cluster: Cluster, kind: str, name: str) -> str:
    """Bodies without a name of their own ("ministry of defence") are kept apart by country, people by year of birth."""
    if kind == PERSON:
        return " ".join(sorted({d[:4] for d in cluster.dates}))
    if kind == ORGANIZATION and is_generic(parse(name, kind)):
        return " ".join(sorted(map(fold, cluster.countries))) or f"document {cluster.doc_id}"
    return ""


def is_generic(name: Name) -> bool:
    """Is it the name of an organ that every state has ("Ministry of Health", "parliament"), without saying whose?"""
    organs = state_organs()
    own = (p for p in name.parts if p.meaning not in organs)
    return any(p.meaning in organs for p in name.parts) and all(
        p.role in {"stem", "type"} and (p.meaning or p.word in common_words()) for p in own
    )

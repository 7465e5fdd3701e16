"""What people and rules have decided, laid upon the chains that are there now."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from whence.model import Cluster, Judgement, Subject
from whence.resolve.profiles import Profile, is_generic, profiles
from whence.text.fold import fold
from whence.text.names import ORGANIZATION, PERSON, parse

Decision = Judgement | tuple[str, str, str]
Pairs = list[tuple[Profile, Profile]]
WITHDRAWN = "withdrawn"


def settled(judgements: Iterable[Decision], kind: str = "identity") -> list[Judgement]:
    """The judgements of one kind that hold, the one that outranks all others last.

    Of several on the same two, a person's goes before a rule's and a later before an earlier; one that its maker took
    back does not count. Independent of the order of the input.
    """
    said = [j if isinstance(j, Judgement) else Judgement("identity", *j, "", "") for j in judgements]
    live: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for judgement in sorted({j for j in said if j.kind == kind}, key=_rank):
        standing = live[about(judgement)]
        if judgement.verdict == WITHDRAWN:
            own = [j for j in standing if j.who == judgement.who]
            standing[:] = [j for j in standing if j is not own[-1]] if own else standing
        else:
            standing.append(judgement)
    return sorted((standing[-1] for standing in live.values() if standing), key=_rank)


def about(judgement: Judgement) -> tuple[str, ...]:
    """What two judgements must share to be about the same: the two names, or the one that is given a label."""
    if judgement.kind == "label":
        return (_same_words(judgement.subject),)
    if judgement.kind == "listing":
        return _same_words(judgement.subject), judgement.object
    return tuple(sorted(map(_same_words, (judgement.subject, judgement.object))))


def _same_words(subject: str) -> str:
    known = Subject.parse(subject)
    return str(Subject(fold(known.name), known.documents))


def _rank(judgement: Judgement) -> tuple[bool, str, int, str]:
    """Persons over rules, later over earlier; of those made in one act, what names documents over what names none."""
    placed = sum(bool(Subject.parse(s).documents) for s in (judgement.subject, judgement.object))
    return judgement.person, judgement.when, placed, judgement.id


class Finder:
    """Finds the chains that a subject means: by their id, their name, or another form of it."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._ids: dict[str, Cluster] = {}
        self._names: dict[str, list[Cluster]] = defaultdict(list)
        self._forms: dict[str, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            self._ids[cluster.id] = cluster
            for key in _keys(cluster.name):
                self._names[key].append(cluster)
            for form in cluster.forms:
                self._forms[fold(form)].append(cluster)

    def find(self, subject: str) -> list[Cluster]:
        """The chains meant, in order; none where the name does not stand there any more.

        A chain's own name goes before its other forms. A form counts where the subject names the document, and
        elsewhere only when all who bear it have one name: whom else it might mean nobody has said.
        """
        if subject in self._ids:
            return [self._ids[subject]]
        wanted = Subject.parse(subject)
        named = next((self._names[key] for key in _keys(wanted.name) if key in self._names), [])
        formed = self._forms.get(fold(wanted.name), [])
        if wanted.documents:
            return _within(named, wanted) or _within(formed, wanted)
        return named or (formed if len({fold(c.name) for c in formed}) == 1 else [])


def _within(found: Iterable[Cluster], subject: Subject) -> list[Cluster]:
    return [c for c in found if c.doc_id in subject.documents]


def _keys(name: str) -> tuple[str, str]:
    """How a name is looked up: as written, and as a person's without titles and articles."""
    return fold(name), "=" + " ".join(parse(name, PERSON).words)


@dataclass(frozen=True, slots=True)
class Laid:
    """Decisions on profiles: pairs put together (the strongest first), pairs kept apart, and what of one name was cut.

    `decided` says for each pair of keys which judgement holds; `rest` are profiles that bear the very same name and
    would have been one, had not a judgement spoken of some of them.
    """

    profiles: list[Profile]
    same: Pairs
    apart: set[tuple[str, str]]
    rest: Pairs
    decided: Mapping[tuple[str, str], Judgement]


def lay(judgements: Iterable[Decision], clusters: Sequence[Cluster], odd: frozenset[str] = frozenset()) -> Laid:
    """Profiles of `clusters`, cut so that every judgement can be kept, and what the judgements say of them.

    The chains in `odd`, by id, are cut from their namesakes too.
    """
    whole = profiles(clusters)
    holding = settled(judgements)
    if not holding and not odd:
        return Laid(whole, [], set(), [], {})
    finder = Finder(clusters)
    meant = [(j, finder.find(j.subject), finder.find(j.object)) for j in holding]
    own = {ident: ident for ident in odd} | _cuts(meant, whole)
    found = profiles(clusters, own) if own else whole
    home = {c.id: p for p in found for c in p.clusters}
    decided: dict[tuple[str, str], Judgement] = {}
    for judgement, left, right in meant:
        for pair in _between({home[c.id] for c in left}, {home[c.id] for c in right}):
            decided[pair] = judgement
    known = {p.key: p for p in found}
    same = [(known[a], known[b]) for (a, b), j in decided.items() if j.verdict == "positive"]
    same.sort(key=lambda pair: _strength(pair, decided), reverse=True)
    apart = {pair for pair, j in decided.items() if j.verdict in {"negative", "unsure"}}
    parts = [list(dict.fromkeys(home[c.id] for c in p.clusters if c.id not in odd)) for p in whole] if own else []
    rest = [pair for group in parts for pair in combinations(sorted(group, key=_size, reverse=True), 2)]
    return Laid(found, same, apart, rest, decided)


def _between(left: set[Profile], right: set[Profile]) -> Iterator[tuple[str, str]]:
    """The keys of every two profiles of which a judgement speaks, in the order of the keys.

    Where one subject holds the other ("the one in this document" and the name), the rest of it is meant; where the
    two are alike, every two of it.
    """
    if left < right:
        right = right - left
    elif right < left:
        left = left - right
    for p in left:
        for q in right:
            if p.key != q.key:
                yield (p.key, q.key) if p.key < q.key else (q.key, p.key)


def _strength(
    pair: tuple[Profile, Profile], decided: Mapping[tuple[str, str], Judgement]
) -> tuple[bool, str, int, str, str]:
    one, other = sorted(p.key for p in pair)
    judgement = decided[one, other]
    return judgement.person, judgement.when, sum(len(p.clusters) for p in pair), one, other


def _size(profile: Profile) -> tuple[int, str]:
    return len(profile.clusters), profile.key


def _cuts(meant: Sequence[tuple[Judgement, list[Cluster], list[Cluster]]], whole: Sequence[Profile]) -> dict[str, str]:
    """Chains that must stand by themselves: those judged by id or document, and names that were one profile."""
    home = {c.id: p.key for p in whole for c in p.clusters}
    own: dict[str, str] = {}
    for judgement, left, right in meant:
        met = {home[c.id] for c in left} & {home[c.id] for c in right}
        for subject, found in ((judgement.subject, left), (judgement.object, right)):
            placed = Subject.parse(subject).documents or [c.id for c in found] == [subject]
            for cluster in found:
                if placed:
                    own[cluster.id] = cluster.id
                elif home[cluster.id] in met:
                    own.setdefault(cluster.id, f"as {fold(cluster.name)}")
    return own


def subject_of(name: str, members: Iterable[Cluster], finder: Finder) -> Subject:
    """How a judgement names the bearer of `name`, whose chains are `members`.

    By the name alone where it says enough and nobody else of the case bears it; else with the documents in which it
    stands: a surname, a given name or "the ministry" will be another's in the next document.
    """
    own = list(members)
    chosen = [c for c in own if fold(c.name) == fold(name)] or own
    counts = Counter(c.name for c in chosen)
    shown = min(counts, key=lambda n: (-counts[n], n))
    chosen = [c for c in chosen if c.name == shown]
    if _says_enough(chosen[0]) and {c.id for c in finder.find(shown)} <= {c.id for c in own}:
        return Subject(shown)
    return Subject(shown, tuple(sorted({c.doc_id for c in chosen})))


def _says_enough(cluster: Cluster) -> bool:
    if cluster.type == PERSON:
        return len(parse(cluster.name, PERSON).parts) > 1
    return cluster.type != ORGANIZATION or not is_generic(parse(cluster.name, ORGANIZATION))


__all__ = ["WITHDRAWN", "Decision", "Finder", "Laid", "about", "lay", "settled", "subject_of"]

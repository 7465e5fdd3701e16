"""From a name that a person typed to the subject of a judgement: strict, for a decision must not land on another."""

from collections import defaultdict
from pathlib import Path

from whence.errors import NotDecided, TwoMeant, UnknownName
from whence.model import Cluster, Judgement, Subject
from whence.resolve import Finder, subject_of
from whence.store import CaseView
from whence.text.fold import fold


class Subjects:
    """The names of a case as a judgement writes them."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._sources = dict(view.sources())
        self.members: dict[str, list[Cluster]] = defaultdict(list)
        clusters = []
        for chain, entity in view.chains():
            cluster = Cluster(chain.id, chain.doc_id, chain.type, chain.name, (chain.name,))
            clusters.append(cluster)
            self.members[entity].append(cluster)
        self._home = {c.id: entity for entity, members in self.members.items() for c in members}
        self.finder = Finder(clusters)

    def find(self, text: str) -> tuple[Subject, str]:
        """The subject and the entity that ``NAME`` or ``NAME@DOCUMENT`` means.

        Raises `UnknownName` for a name that nobody bears in full, `TwoMeant` for one that several bear.
        """
        name, at, document = text.rpartition("@")
        if at and name.strip():
            return self._placed(name.strip(), self._view.find_document(document.strip()))
        entities = self._bearers(text)
        if len(entities) > 1:
            raise TwoMeant(text, [f"{self._view.entity(e).name} in {self.where(e)}" for e in entities])
        if not entities:
            raise UnknownName("person, body or place in this case", text, self._view.names())
        return self.named(text, entities[0]), entities[0]

    def written(self, typed: str) -> list[str]:
        """A name as it was typed, and the names in full of the chains in which the case has it as a short form."""
        name, at, document = typed.rpartition("@")
        name = name if at else typed
        names = self._view.names()
        here = {e for n, ids in names.items() if fold(n) == fold(name) for e in ids}
        full = {
            c.name for e in here for c in self.members.get(e, ()) if set(fold(name).split()) < set(fold(c.name).split())
        }
        return [typed, *sorted(f"{f}@{document}" if at else f for f in full)]

    def named(self, name: str, entity: str) -> Subject:
        """How a judgement writes the bearer of `name` among the chains of an entity."""
        members = self.members.get(entity)
        if members:
            return subject_of(name, members, self.finder)
        # Somebody whom a person brought into the case by a claim of their own stands in no document, but has a name
        # there; a label is none.
        found = self._view.entity(entity)
        return Subject(found.names[0][0] if found.names else found.name)

    def meant(self, subject: str) -> list[str]:
        """The entities that a written subject means now, those with most chains first."""
        found = [self._home[c.id] for c in self.finder.find(subject)]
        if not found and not Subject.parse(subject).documents:
            return self._bearers(subject)
        return sorted(dict.fromkeys(found), key=lambda e: (-found.count(e), e))

    def where(self, entity: str) -> str:
        """The files in which an entity stands."""
        names = [Path(self._sources[d]).name for d in self._view.documents_of(entity)]
        return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")

    def words(self, subject: str) -> str:
        """A subject for a person to read: file names instead of ids; one that is gone keeps its id."""
        wanted = Subject.parse(subject)
        files = [Path(self._sources.get(d, d)).name for d in wanted.documents]
        return wanted.name + (f" in {', '.join(files)}" if files else "")

    def split(self, entity: str, names: list[str], documents: list[str]) -> tuple[list[Subject], list[Subject]]:
        """Who goes and who stays when names, or what stands in documents, are taken out of an entity.

        Raises `NotDecided` when nobody or everybody would go.
        """
        members = self.members.get(entity, [])
        self._can_go(entity, names)
        ids = {self._view.find_document(d) for d in documents}
        wanted = {self.find(name)[0] for name in names}
        named = {c.id for s in wanted for c in self.finder.find(str(s))} if names else {c.id for c in members}
        gone = [c for c in members if c.id in named and (not ids or c.doc_id in ids)]
        left = [c for c in members if c not in gone]
        if not gone or not left:
            whole = "everything" if gone else "nothing"
            raise NotDecided(
                f"That takes {whole} out of {self._view.entity(entity).name!r}. Its names are "
                f"{', '.join(sorted({c.name for c in members}))}; its files {self.where(entity)}."
            )
        shared = {c.name for c in gone} & {c.name for c in left}
        stay = [s for s in self._grouped(left) if s.name not in shared]
        return self._grouped(gone), [*stay, *(self._others(name, members, left) for name in sorted(shared))]

    def _can_go(self, entity: str, names: list[str]) -> None:
        """Raise `NotDecided` for a name that stands only where a text gives it to the bearer of another name."""
        members = self.members.get(entity, [])
        for name in (n for n in names if "@" not in n):
            if not self.finder.find(name) and members:
                raise NotDecided(
                    f"{name!r} has no text to itself: each that has it gives it to the bearer of another name. Take "
                    f"out one of {', '.join(sorted({c.name for c in members}))}, or a text with --document. If a text "
                    f"is read wrongly there, reject its claim: `whence claim list {name!r}`."
                )

    def _grouped(self, chains: list[Cluster]) -> list[Subject]:
        """A subject for each name."""
        by_name: dict[str, list[Cluster]] = defaultdict(list)
        for chain in chains:
            by_name[chain.name].append(chain)
        return [subject_of(name, own, self.finder) for name, own in sorted(by_name.items())]

    def _others(self, name: str, members: list[Cluster], left: list[Cluster]) -> Subject:
        """The bearers of a name but those taken out: in documents to come too, where nobody else bears it."""
        if {c.id for c in self.finder.find(name)} <= {c.id for c in members}:
            return Subject(name)
        return Subject(name, tuple(sorted({c.doc_id for c in left if c.name == name})))

    def _placed(self, name: str, document: str) -> tuple[Subject, str]:
        here = [c for e in self._bearers(name) for c in self.members[e] if c.doc_id == document]
        exact = [c for c in here if fold(c.name) == fold(name)] or here
        entities = dict.fromkeys(self._home[c.id] for c in exact)
        if not entities:
            known = [c.name for members in self.members.values() for c in members if c.doc_id == document]
            raise UnknownName(f"person, body or place in {self._sources[document]}", name, known)
        return Subject(exact[0].name, (document,)), next(iter(entities))

    def _bearers(self, name: str) -> list[str]:
        """The entities that bear a name in full, as their own or as another form of it; an id means itself."""
        if name in self.members:
            return [name]
        own = [e for e, members in self.members.items() if any(fold(c.name) == fold(name) for c in members)]
        if own:
            return own
        names = self._view.names()
        return list(dict.fromkeys(e for n, ids in names.items() if fold(n) == fold(name) for e in ids))


def speaks_of(judgement: Judgement, left: str, right: str, *, listed: bool, subjects: "Subjects | None" = None) -> bool:
    """Whether a judgement is about just these two, as a person types them: names, with or without a document.

    With `subjects` a short form means whom it means in the case: "Wren" Aldous Wren.
    """
    if subjects is not None:
        ways = [
            (one, other) for one in subjects.written(left) for other in ([right] if listed else subjects.written(right))
        ]
        return any(speaks_of(judgement, one, other, listed=listed) for one, other in ways)
    if listed:
        return judgement.kind == "listing" and judgement.object == right and _named(judgement.subject, left)
    one, other = judgement.subject, judgement.object
    both = (_named(one, left) and _named(other, right)) or (_named(one, right) and _named(other, left))
    return judgement.kind == "identity" and both


def _named(subject: str, typed: str) -> bool:
    name, at, _ = typed.rpartition("@")
    return fold(Subject.parse(subject).name) == fold(name if at else typed)

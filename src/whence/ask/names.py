"""From a name that a person typed to the entity it means."""

from collections.abc import Iterator, Mapping

from whence.errors import UnknownName
from whence.model import Entity
from whence.store import CaseView
from whence.text.fold import fold
from whence.vocab.packs import aliases


def find_entity(view: CaseView, name: str) -> tuple[Entity, tuple[Entity, ...]]:
    """The entity that `name` means, and the others it may mean, those with most claims first.

    A full match of a name or surface form wins over one of a name that a pack gives the same bearer, and that over a
    match of some of its words. Raises `UnknownName`.
    """
    names = view.names()
    for ids in names.values():
        if name in ids:
            return view.entity(name), ()
    placed, at, document = name.rpartition("@")
    if at and placed.strip() and document.strip():
        return _placed(view, placed.strip(), view.find_document(document.strip())), ()
    wanted = fold(name)
    exact = [ids for known, ids in names.items() if fold(known) == wanted]
    exact = exact or list(_by_pack(names, wanted))
    partly = [ids for known, ids in names.items() if wanted and set(wanted.split()) <= set(fold(known).split())]
    found = {i for ids in exact or partly for i in ids}
    if not found:
        step = f"See whom the case knows with `whence brief`, or find the word with `whence search {name}`."
        raise UnknownName("person, body or place in this case", name, names, step)
    counts = view.counts()
    ranked = sorted(found, key=lambda i: (-counts[i][2], -counts[i][0], i))
    return view.entity(ranked[0]), tuple(view.entity(i) for i in ranked[1:])


def longer_names(view: CaseView, name: str, entity: Entity) -> Iterator[Entity]:
    """Others of the same type in whose names all the words of `name` stand: those whom a surname means besides."""
    wanted = set(fold(name).split())
    found = {i for known, ids in view.names().items() if wanted and wanted <= set(fold(known).split()) for i in ids}
    for other in sorted(found - {entity.id}):
        if view.entity(other).type == entity.type:
            yield view.entity(other)


def _by_pack(names: Mapping[str, list[str]], wanted: str) -> Iterator[list[str]]:
    """The entities of the names that a pack in force gives the bearer of a folded name which no text has."""
    for _, name, others in aliases():
        listed = {fold(form) for form in (name, *others)}
        if wanted in listed:
            yield from (ids for known, ids in names.items() if fold(known) in listed)


def _placed(view: CaseView, name: str, document: str) -> Entity:
    """Who bears a name in one document; the one in whose name its words stand where nobody bears it whole."""
    here = [e for e in view.entities() if document in view.documents_of(e.id)]
    forms = {e.id: {fold(n) for n in (e.name, *(form for form, _ in e.names))} for e in here}
    wanted = fold(name)
    whole = [e for e in here if wanted in forms[e.id]]
    partly = [e for e in here if any(set(wanted.split()) <= set(form.split()) for form in forms[e.id])]
    if not (found := whole or partly):
        source = view.document(document).source
        raise UnknownName(f"person, body or place in {source}", name, [e.name for e in here])
    return max(found, key=lambda e: (view.counts_of(e.id)[2], e.id))

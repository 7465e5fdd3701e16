"""Questions about the documents themselves: when one was written, by whom; which are not independent."""

from collections import defaultdict

from whence.ask.statements import Reader
from whence.model import Layers, Span, digest
from whence.store import CaseView

Told = tuple[str, bool, str, Span | None]
"""A value, whether it is inferred, the id of the reading that says so, and where."""


def about_document(view: CaseView, doc_id: str, name: str) -> Told | None:
    """The best value of a field of one document (published, author, publisher); None where it is not known."""
    field = Layers(doc_id, fields=tuple(view.layer(doc_id, "fields"))).field(name)
    if field is None:
        return None
    return field.value, field.inferred, digest("field", doc_id, name, field.value), field.span


def dependent_sources(view: CaseView, reader: Reader) -> list[tuple[str, tuple[str, ...]]]:
    """Groups of documents that are one origin: of one publisher, or sharing most of their text, with their ids."""
    groups: dict[str, list[str]] = defaultdict(list)
    for doc_id, _ in view.sources():
        publisher = reader.about(doc_id).publisher
        if publisher:
            groups[publisher].append(doc_id)
    names = dict(view.sources())
    out = [
        (_listed(publisher, [names[i] for i in ids]), tuple(ids)) for publisher, ids in groups.items() if len(ids) > 1
    ]
    for one, other, likeness in view.doubles():
        if not any(one in ids and other in ids for _, ids in out):
            out.append((f"{names[one]} and {names[other]} share {likeness:.0%} of their text", (one, other)))
    return out


def _listed(publisher: str, sources: list[str]) -> str:
    files = [source.rsplit("/", 1)[-1] for source in sources]
    return f"{publisher}: {', '.join(files[:4])}" + (f" and {len(files) - 4} more" if len(files) > 4 else "")

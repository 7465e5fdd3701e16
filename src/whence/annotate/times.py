"""Document → every expression of time in it, with its value."""

from collections.abc import Iterator

from whence.model import Document, Maker, TimeExpression
from whence.text.dates import find

VERSION = "1"
MAKER = Maker("times", VERSION, "grammar")


def find_times(doc: Document, *, published: str | None = None) -> Iterator[TimeExpression]:
    """Yield every expression of time, by place. `published` is the document's date in EDTF, where it is known.

    Without it, "last year" is found and has no value. Raises `BadDate` when `published` is no EDTF.
    """
    for found in find(doc.text, published=published):
        yield TimeExpression(
            doc.span(found.start, found.end),
            found.kind,
            found.edtf,
            found.precision,
            found.anchor,
            found.inferred,
            MAKER,
            found.duration,
        )

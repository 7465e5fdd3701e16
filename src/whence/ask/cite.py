"""Citations: numbered once for each place, with everything that an analyst wants beside the quote."""

from functools import lru_cache

from whence.ask.answers import Citation
from whence.ask.sources import About, about
from whence.model import Document, Span
from whence.store import CaseView


class Citer:
    """Numbers the places that one answer cites; a place that is cited twice keeps its number."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._numbers: dict[Span, int] = {}
        self._document = lru_cache(maxsize=8)(view.document)
        self._about = lru_cache(maxsize=1024)(lambda doc_id: about(view, doc_id))

    def cite(self, span: Span) -> int:
        """The number of a place."""
        return self._numbers.setdefault(span, len(self._numbers) + 1)

    def citations(self) -> tuple[Citation, ...]:
        """Everything that was cited, by number."""
        made = {span: self._citation(span, number) for span, number in sorted(self._numbers.items())}
        return tuple(made[span] for span in self._numbers)

    def quote(self, span: Span) -> str:
        """The words at a place."""
        return self._document(span.doc_id).quote(span)

    def about(self, doc_id: str) -> About:
        """What is known about a document."""
        return self._about(doc_id)

    def _citation(self, span: Span, number: int) -> Citation:
        doc: Document = self._document(span.doc_id)
        known = self._about(span.doc_id)
        return Citation(
            number=number,
            document=doc.id,
            source=doc.source,
            title=known.title,
            publisher=known.publisher,
            published=known.published,
            published_inferred=known.published_inferred,
            page=doc.page(span.start),
            sentence=self._view.sentence_number(span),
            start=span.start,
            end=span.end,
            quote=doc.quote(span),
        )

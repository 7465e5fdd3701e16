"""Hedges: every word or phrase by which a writer tells how sure they are, with the clause that it governs."""

from collections.abc import Iterator, Sequence

from whence.annotate.modality.words import adverb_pattern, adverbs
from whence.annotate.syntax import Parse
from whence.model import Document, Hedge, Maker, Sentence

MAKER = Maker("annotate.hedges", "1")


def find_hedges(doc: Document, sentences: Sequence[Sentence], parses: Sequence[Parse | None]) -> Iterator[Hedge]:
    """Yield hedging adverbs and phrases in order; the scope is the clause in the tree, else the sentence."""
    for sentence, parse in zip(sentences, parses, strict=True):
        for match in adverb_pattern().finditer(doc.text, sentence.span.start, sentence.span.end):
            scope = sentence.span
            token = parse.head_of(*match.span()) if parse else None
            if parse is not None and token is not None and parse.tokens[token].head >= 0:
                scope = doc.span(*parse.clause(parse.tokens[token].head))
            yield Hedge(doc.span(*match.span()), adverbs()[match.group().lower()], scope, MAKER)

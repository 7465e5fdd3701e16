"""Sums of money that no other claim takes: "the fine was R310m", "480,000 soles in damages"."""

from collections.abc import Iterator, Sequence

from whence.annotate.modality import Modality, modality
from whence.annotate.numbers import numbered
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Document, Maker, Mention, Sentence

SUM = Maker("annotate.claims", "1", "counts.bare_sum")


def bare_sums(
    doc: Document, sentence: Sentence, parse: Parse, mentions: Sequence[Mention], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """A count for every sum of a sentence that is stated plainly and stands in no claim yet."""
    taken = [a.span for c in claims for a in c.arguments if a.span is not None and a.best is not None]
    for mention in mentions:
        if mention.type != "money" or not sentence.span.contains(mention.span):
            continue
        head = parse.head_of(mention.span.start, mention.span.end)
        if head is None or any(mention.span.overlaps(span) for span in taken) or _describes(parse, head):
            continue
        verb = parse.governor(head)
        told = (head, verb) if verb >= 0 and parse.tokens[verb].upos == "VERB" else (head,)
        if any(modality(parse, k) != Modality() for k in told):
            continue
        yield Claim(
            predicate="counts",
            arguments=(Argument("counted", mention.span, None, "money"), numbered("number", doc, mention, mentions)),
            evidence=sentence.span,
            region=sentence.kind,
            maker=SUM,
            trigger=mention.span,
            confidence=0.7,
        )


def _describes(parse: Parse, head: int) -> bool:
    """Whether a sum only says which of its kind the noun behind it is: "a $5 banknote"."""
    return parse.base(head) in ("compound", "nummod", "amod") and parse.tokens[head].head > head

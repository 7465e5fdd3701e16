"""Who an argument is, where the tree and the chains disagree."""

from whence import pipeline
from whence.model import Document


def leading(text: str, predicate: str) -> list[tuple[str, ...]]:
    """The words, or the names behind them, of the arguments of every claim of a predicate."""
    doc = Document.of(text, "a.txt")
    claims = [c for c in pipeline.annotate_document(doc, {}).claims if c.predicate == predicate]
    return [tuple(doc.quote(a.antecedent or a.span) for a in c.arguments if a.span) for c in claims]


def test_nobody_dismisses_himself() -> None:
    text = "The mayor, Ines Duarte, has neither defended nor dismissed the adviser who replaced Tomas Okafor."
    assert ("Ines Duarte", "Tomas Okafor") not in leading(text, "succeeds")


def test_neither_of_two_is_hurt() -> None:
    assert leading("Two were slightly hurt, neither a Deniz.", "injures") == []

"""The ontology and the word lists, as data, and the little code that loads them."""

from whence.vocab.load import labels_of, load_words, read_yaml, word_set
from whence.vocab.ontology import (
    Example,
    MentionType,
    Predicate,
    Role,
    certainties,
    mention_types,
    predicate,
    predicates,
)

__all__ = [
    "Example",
    "MentionType",
    "Predicate",
    "Role",
    "certainties",
    "labels_of",
    "load_words",
    "mention_types",
    "predicate",
    "predicates",
    "read_yaml",
    "word_set",
]

"""Whose words are these: regions, sentences, what the document says about itself, and its doubles."""

from whence.segment.duplicates import Double, duplicate_groups, near_duplicates, repeated_blocks
from whence.segment.fields import find_fields
from whence.segment.regions import find_regions
from whence.segment.sentences import find_sentences

__all__ = [
    "Double",
    "duplicate_groups",
    "find_fields",
    "find_regions",
    "find_sentences",
    "near_duplicates",
    "repeated_blocks",
]

"""Names: parsed into parts, compared part by part, explained."""

from whence.text.names.compare import Comparison, compare, compare_parsed, parse
from whence.text.names.nouns import ORGANIZATION, PERSON, Name, Part

__all__ = ["ORGANIZATION", "PERSON", "Comparison", "Name", "Part", "compare", "compare_parsed", "parse"]

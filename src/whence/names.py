"""Compare names of people and bodies across spellings and scripts.

>>> from whence import names
>>> found = names.compare("Yusuf Karim", "Youssef Kareem")
>>> found.score > 0.9
True
"""

from whence.text.names import ORGANIZATION, PERSON, Comparison, Name, Part, compare, compare_parsed, parse

__all__ = ["ORGANIZATION", "PERSON", "Comparison", "Name", "Part", "compare", "compare_parsed", "parse"]

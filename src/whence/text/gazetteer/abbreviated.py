"""Regions as newspapers shorten them behind a town: "Biloxi, Miss.", "Trenton, N.J."."""

import re
from functools import cache

from whence.vocab import load_words


@cache
def _names() -> dict[str, str]:
    return {short: name for name, forms in load_words("region_abbreviations.yaml").items() for short in forms}


@cache
def _behind() -> re.Pattern[str]:
    """A comma and an abbreviation behind a capitalised word; "Miss." before a name is a title."""
    short = "|".join(re.escape(s) for s in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?<=[^\W\d_A-Z]),\s(?P<short>{short})(?![\w’'-])(?!(?<=Miss\.)\s[A-Z])")


def region_in_full(short: str) -> str:
    """The region that an abbreviation stands for ("Calif." is California); empty for other words."""
    return _names().get(short) or _names().get(f"{short}.", "")


def find_regions(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where abbreviated regions stand behind towns between two offsets: (start, end) of each abbreviation."""
    return [m.span("short") for m in _behind().finditer(text, start, end) if _town_before(text, start, m.start())]


def _town_before(text: str, start: int, comma: int) -> bool:
    word = re.search(r"[^\s,]+$", text[max(start, comma - 40) : comma])
    return word is not None and word[0][0].isupper()

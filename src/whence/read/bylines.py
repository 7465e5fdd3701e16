"""Which lines under a headline name an author or a day."""

import re
from collections.abc import Sequence

BY = re.compile(
    r"(?:by|from|posted|written|published|updated|last updated|reported|compiled|story by|text by)\b[\s:]", re.I
)
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
DATE = re.compile(
    rf"\b(?:{MONTHS})[a-z]*\.?\s+\d|\b\d{{1,2}}\.?\s+(?:{MONTHS})|\b\d{{4}}-\d\d-\d\d\b|\b\d\d?[./]\d\d?[./]\d{{2,4}}\b",
    re.I,
)
SENTENCE = re.compile(r"[.!?][\"'\u201d\u2019)]*$")
TOP = 7


def find_bylines(texts: Sequence[str], kinds: list[str]) -> None:
    """Mark, in `kinds`, the short lines under the headline that name an author or a day; body text ends the search."""
    if "headline" not in kinds:
        return
    top = kinds.index("headline") + 1
    for number in range(top, min(top + TOP, len(texts))):
        text = texts[number].strip()
        if kinds[number] == "body" and len(text) > 120:
            return
        short = len(text) <= 100 and not (SENTENCE.search(text) and len(text) > 60)
        if kinds[number] in ("body", "subheading") and short and (BY.match(text) or DATE.search(text)):
            kinds[number] = "byline"

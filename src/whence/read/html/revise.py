"""A second look at the lines of a page: what their neighbours and their setting say where the markup said little."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from whence.read.bylines import find_bylines
from whence.read.html.evidence import kind_after_heading

OPEN = frozenset({"body", "list", "subheading", "quote"})
SENTENCE = re.compile(r"[.!?][\"'\u201d\u2019)]*$")


@dataclass(slots=True)
class Line:
    """One line: where it starts, how many characters each kind has in it, how many are links, how it is set."""

    start: int
    first: int = 0
    tier: str = ""
    text: str = ""
    kinds: Counter[str] = field(default_factory=Counter)
    linked: int = 0

    @property
    def kind(self) -> str:
        """The kind of most of the line; a line that is all links is no body."""
        kind, _ = max(self.kinds.items(), key=lambda item: item[1])
        total = sum(self.kinds.values())
        if kind in ("body", "list") and self.linked > 0.8 * total and total < 200:
            return "teaser" if total >= 25 else "navigation"
        return kind


def revise(lines: Sequence[Line], titles: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield start and kind of each line."""
    kinds = [line.kind for line in lines]
    _find_headline(lines, kinds, titles)
    _follow_cues(lines, kinds)
    _settle_asides(lines, kinds)
    find_bylines([line.text for line in lines], kinds)
    for line, kind in zip(lines, kinds, strict=True):
        yield line.start, kind


def _find_headline(lines: Sequence[Line], kinds: list[str], titles: Sequence[str]) -> None:
    """Without a heading, a line like the title or the first in large letters is it; what stands above is not body."""
    if "headline" in kinds:
        return
    open_lines = [n for n, line in enumerate(lines) if kinds[n] in OPEN and line.text and len(line.text) < 250]
    titled = [n for n in open_lines[:20] if any(_is_title(lines[n].text, t) for t in titles)]
    large = [n for n in open_lines if lines[n].tier == "large"]
    number = next(iter(large + titled), None)
    if number is None:
        return
    kinds[number] = "headline"
    for above in range(number):
        if kinds[above] in OPEN and len(lines[above].text) < 80:
            kinds[above] = "navigation"


def _is_title(words: str, title: str) -> bool:
    return len(words) >= 12 and " ".join(words.lower().split()) == " ".join(title.lower().split())


def _follow_cues(lines: Sequence[Line], kinds: list[str]) -> None:
    """Among lines set small or aside, one that says Comments or Most read names those of its setting that follow."""
    current, setting = "", ""
    for number, line in enumerate(lines):
        if line.tier != setting or kinds[number] not in OPEN:
            current, setting = "", line.tier
        if line.tier in ("small", "aside") and kinds[number] in OPEN:
            current = kind_after_heading(line.text) or current
            kinds[number] = current or kinds[number]


def _settle_asides(lines: Sequence[Line], kinds: list[str]) -> None:
    """An aside that repeats the article is a pull quote, one of links a teaser, a scrap of words boilerplate."""
    body = " ".join(x.text for x, kind in zip(lines, kinds, strict=True) if kind in OPEN and x.tier != "aside").lower()
    for number, line in enumerate(lines):
        if line.tier != "aside" or kinds[number] not in OPEN:
            continue
        words = line.text.strip(" \"'\u201c\u201d\u2018\u2019.")
        if line.linked > 0.5 * len(line.text):
            kinds[number] = "teaser"
        elif (len(words) > 15 and words.lower() in body) or SENTENCE.search(line.text):
            kinds[number] = "quote"
        elif kinds[number] != "quote":
            kinds[number] = "boilerplate" if len(line.text) < 60 else "quote"

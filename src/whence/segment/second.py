"""Where the learned second opinion is asked, and what it may change: `docs/design/regions.md`."""

from collections.abc import Sequence
from itertools import takewhile

from whence.segment.captions import is_caption
from whence.segment.learned import Model, Surroundings, features, model
from whence.segment.page import OUTSIDE, Page
from whence.segment.shapes import is_title

RULE = "learned"
"""The rule that the maker of a region names where the second opinion decided it."""
UNSURE = frozenset({"paragraph", "rest", "line", "short_line", "label", "deck", "above_title", "trailing_line"})
"""Rules that decide where there was no sign: everything else needs one."""
SURE, BACK, SHORT = 0.93, 0.9, 0.8
"""Chances from which a paragraph leaves the article, a block comes back or is a caption, and a short line leaves.

A heading that is lost costs little, a paragraph much (`docs/design/regions.md`).
"""
HEADLINE, BETTER = 0.5, 2.0
"""The chance from which a line may be the headline, and how many times that of the rules' choice it must be."""
LINE, PARAGRAPH = 25, 60
"""Words that a line of a reply has at most, and the paragraph above all replies at least."""
ONE, MEAN = 0.75, 0.5
"""How likely one of the last lines, and all of them on the average, must be somebody else's."""
_ARTICLE = frozenset({"body", "subheading"})
_REPLY = _ARTICLE | {"comment", "navigation", "boilerplate"}


def asks(page: Page) -> bool:
    """Whether a second opinion is worth something: it was taught on English pages that hold running text."""
    return page.doc.language == "en" and page.words(0) > 0


class Opinion:
    """What the model thinks of the blocks of one page; worked out where it is asked for."""

    def __init__(self, page: Page, held: Model | None = None) -> None:
        self.page = page
        self._held = held or model()
        self._around = Surroundings(page)
        self._found: dict[int, dict[str, float]] = {}

    def chances(self, n: int) -> dict[str, float]:
        """How likely each kind of region is for a block."""
        if n not in self._found:
            self._found[n] = self._held.chances(features(self._around, n))
        return self._found[n]

    def outside(self, n: int) -> float:
        """How likely a block is somebody else's words or the site's."""
        chances = self.chances(n)
        return sum(chances[kind] for kind in sorted(OUTSIDE))

    def headline(self, span: Sequence[int], title: str) -> str:
        """The key of the headline among the blocks of `span`: `title`, unless another line is far likelier."""
        page = self.page
        lines = [n for n in span if page.keys[n] and (page.keys[n] == title or _could_be_title(page, n))]
        if not lines:
            return title
        best = max(lines, key=lambda n: (self.chances(n)["headline"], -n))
        chance = self.chances(best)["headline"]
        held = max((self.chances(n)["headline"] for n in lines if title and page.keys[n] == title), default=0.0)
        return page.keys[best] if chance >= HEADLINE and chance > BETTER * held else title


def _could_be_title(page: Page, n: int) -> bool:
    """Whether nothing speaks against the block as a headline: neither its looks nor what the rules know of it."""
    block = page.blocks[n]
    signed = block.furniture or page.cues[n] or page.credits[n] or is_caption(block, top=True)
    return is_title(block) and not signed


def review(page: Page, opinion: Opinion) -> None:
    """Put the blocks that no sign decided to the model, and change those of which it is sure."""
    for n in [n for n, rule in enumerate(page.rules) if rule in UNSURE and not _runs_on(page, n)]:
        kind = _other_kind(page, n, opinion)
        if kind:
            _change(page, n, kind)
    lines = _last_lines(page)
    chances = [opinion.outside(n) for n in lines]
    spoken = [chance for n, chance in zip(lines, chances, strict=True) if _is_spoken(page.blocks[n].text)]
    if len(lines) > 1 and max(spoken, default=0.0) >= ONE and sum(chances) >= MEAN * len(lines):
        for n in lines:
            page.mark(n, "comment", RULE, force=True)


def _is_spoken(line: str) -> bool:
    """Whether a line reads as a reply and not as a signature or a heading: "general command -- Ivo Duda, Ada Vale"."""
    words = line.split()
    return line.rstrip("\"”’')")[-1:] in ".!?…" or 2 * sum(w[:1].isupper() for w in words) < len(words)


def _last_lines(page: Page) -> list[int]:
    """The short lines below the last paragraph of a page of long ones: replies, if one of them is, all of them are."""
    end = next((n for n in range(len(page) - 1, -1, -1) if page.blocks[n].words > LINE), -1)
    if end < 0 or page.blocks[end].words < PARAGRAPH or page.kinds[end] != "body":
        return []
    told = [n for n in range(end + 1, len(page)) if page.rules[n] in UNSURE | {RULE} and page.kinds[n] in _REPLY]
    return [n for n in told if not page.blocks[n].text.isupper() and not is_caption(page.blocks[n], top=False)]


def _runs_on(page: Page, n: int) -> bool:
    """Whether the block is running text between running text: so the article is."""
    return all(0 <= m < len(page) and page.running[m] and page.kinds[m] == "body" for m in (n - 1, n, n + 1))


def _other_kind(page: Page, n: int, opinion: Opinion) -> str:
    """The kind that a block gets instead of the rules', or an empty string."""
    own, chances, outside = page.kinds[n], opinion.chances(n), opinion.outside(n)
    if own in OUTSIDE:
        back = max(set(chances) - OUTSIDE, key=lambda kind: (chances[kind], kind))
        # A line that looks like the headline and is not: a motto below the outlet's name.
        return back if 1 - outside >= BACK and back != "headline" else ""
    if outside >= (SHORT if own == "subheading" else SURE) and all(
        opinion.outside(m) >= SURE for m in _list_of(page, n)
    ):
        return max(OUTSIDE, key=lambda kind: (chances[kind], kind))
    return "caption" if own in _ARTICLE and chances["caption"] >= BACK else ""


def _list_of(page: Page, n: int) -> list[int]:
    """The points of the list that a point of the article's stands in: they leave it together or not at all."""
    if not page.blocks[n].item or page.kinds[n] != "body":
        return []
    below = takewhile(lambda m: page.blocks[m].item, range(n + 1, len(page)))
    above = takewhile(lambda m: page.blocks[m].item, range(n - 1, -1, -1))
    return [m for m in (*above, *below) if page.kinds[m] not in OUTSIDE]


def _change(page: Page, n: int, kind: str) -> None:
    goes_on = kind == "comment" and n > 0 and page.kinds[n - 1] == "comment"
    page.mark(n, kind, RULE, author=page.authors[n - 1] if goes_on else "", force=True)
    page.joined[n] = goes_on

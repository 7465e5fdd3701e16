"""Where on a page the article is: its headline, its main element, and what around it counts as the article too."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from lxml import etree

from whence.read.html.evidence import CLOSED, evidence, is_reply

SHARE = 0.2
MOST_CELLS = 30


class Scope:
    """The article of a page. `root` holds headline and main text; without a `main` the whole page is the article."""

    def __init__(self, tree: etree._Element, headline: etree._Element | None, scores: dict[Any, float]) -> None:
        self.headline = headline
        best = max(scores.values(), default=0.0)
        self.main = next((e for e, score in scores.items() if score == best), None)
        self.bodies = {e for e, score in scores.items() if score >= SHARE * best}
        self.root = _common(self.main, headline)
        self.outside = "body" if self.main is None else "boilerplate"
        self._above = {tree, *_up(self.main), *_up(headline)} | ({self.main} if self.main is not None else set())
        self._article = next(
            (e for e in [self.main, *_up(self.main)] if e is not None and e.tag in ("article", "main")), None
        )

    def exempt(self, element: etree._Element) -> bool:
        """Whether the element holds the headline or the main text, so that its own names say nothing about them."""
        return element in self._above

    def within(self, element: etree._Element) -> bool:
        """Whether the element stands inside the article."""
        if self.main is None or element is self.root:
            return True
        return self.is_body(element) or any(a is self.root or a in self.bodies for a in element.iterancestors())

    def in_article(self, element: etree._Element) -> bool:
        """Whether the element stands inside an article or main element that holds the main text."""
        return self._article is not None and any(a is self._article for a in element.iterancestors())

    def is_body(self, element: etree._Element) -> bool:
        """Whether readability scores the element near the main one."""
        return element in self.bodies

    def in_data_row(self, element: etree._Element) -> bool:
        """Whether the element is a cell of a row of short cells, not of a table that lays out the page."""
        if element.tag not in ("td", "th"):
            return False
        row = element.getparent()
        # The marks of the source stand between cells too; `*` passes over them.
        cells = [] if row is None else list(islice(row.iterchildren("*"), MOST_CELLS))
        if len(cells) < 2 or row in self._above or not self._above.isdisjoint(cells):
            return False
        return all(len("".join(cell.itertext())) < 200 for cell in cells)


def find_scope(tree: etree._Element, meta: dict[str, str]) -> Scope:
    """The scope of a page, by readability's scores and the headline that the page declares."""
    headline = _headline(tree, meta)
    return Scope(tree, headline, _scores(tree, headline))


def _scores(tree: etree._Element, headline: etree._Element | None) -> dict[Any, float]:
    """Readability's score of each candidate that does not lie in comments, menus and the like."""
    from readability import Document

    page = Document("<p/>")
    page.html = tree
    found = page.score_paragraphs()
    above = set(_up(headline))
    total = sum(_weight(p) for p in tree.iter("p")) or 1
    verdicts: dict[Any, bool] = {}
    return {
        element: candidate["content_score"]
        for element, candidate in found.items()
        if candidate["content_score"] > 0
        and not any(_vetoed(e, above, total, verdicts) for e in [element, *_up(element)])
    }


def _vetoed(element: etree._Element, above: set[Any], total: int, verdicts: dict[Any, bool]) -> bool:
    """Whether the element is a closed region such as comments; one that holds most of the page is a wrapper instead."""
    if element not in verdicts:
        kind = evidence(element) if element.tag not in ("html", "body") else ""
        kind = "comment" if is_reply(element) else kind
        closed = kind in CLOSED and element not in above
        if closed and kind != "comment":
            closed = sum(_weight(p) for p in element.iter("p")) <= 0.5 * total
        verdicts[element] = closed
    return verdicts[element]


def _weight(paragraph: etree._Element) -> int:
    return sum(map(len, paragraph.itertext()))


def titles_of(meta: dict[str, str]) -> list[str]:
    """What the page calls its article: the declared titles, else the parts of the window's title, longest first."""
    declared = [meta[k] for k in ("og:title", "headline", "dc.title") if meta.get(k)]
    parts = re.split(r"\s+[|\u2013\u2014\u00b7:\u00bb-]+\s+", meta.get("title", ""))
    return declared or sorted((p for p in parts if p and p != meta.get("site_name")), key=len, reverse=True)


def _headline(tree: etree._Element, meta: dict[str, str]) -> etree._Element | None:
    """The heading that is nearest to the declared title; a lone first-rank heading when no title is declared."""
    titles = titles_of(meta)
    headings = [(e, words) for e in tree.iter("h1", "h2") if (words := _words(e)) and not _in_closed(e)]
    best: tuple[float, etree._Element | None] = (0.55, None)
    for element, words in headings[:60]:
        rank = 0.05 if element.tag == "h1" else 0.0
        likeness = max((likeness_of(words, t) - 0.1 * n for n, t in enumerate(titles)), default=0.0) + rank
        if likeness > best[0]:
            best = (likeness, element)
    if best[1] is not None:
        return best[1]
    firsts = [e for e, _ in headings if e.tag == "h1"]
    return firsts[0] if len(firsts) == 1 or (firsts and not titles) else None


def _in_closed(element: etree._Element) -> bool:
    """Whether a heading stands among comments, other stories or the site's own name and menus."""
    for around in element.iterancestors("aside", "nav", "li", "header", "div", "section"):
        if evidence(around) in ("comment", "teaser", "navigation") and len(_words(around)) < 300:
            return True
    return False


def likeness_of(words: str, title: str) -> float:
    """How much of the heading the title repeats, 1 for all of it."""
    one, two = " ".join(words.lower().split()), " ".join(title.lower().split())
    if len(one) >= 12 and one in two:
        return 1.0
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())[:300]


def _up(element: etree._Element | None) -> Iterable[Any]:
    return () if element is None else element.iterancestors()


def _common(main: etree._Element | None, headline: etree._Element | None) -> etree._Element | None:
    """The nearest element around both, unless that is the whole page."""
    if main is None or headline is None:
        return main
    around = set(_up(headline)) | {headline}
    shared = next((e for e in [main, *_up(main)] if e in around), main)
    return main if shared.tag in ("html",) or (shared.tag == "body" and main.tag != "body") else shared

"""Boxes between an article's paragraphs: polls, letters, sponsors, archives, sign-up forms, each a block of lines.

Where blank lines part the paragraphs of a page, lines without one between them belong together; what their first line
or most of them are, all are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from string import ascii_lowercase

from whence.segment.page import Page
from whence.segment.shapes import key

FORM = frozenset({"sign_up", "cookies", "unsubscribe", "menu_word", "reader_letter", "follow_us", "support_us"})
ASKING = frozenset({"sign_up", "cookies", "unsubscribe"})
THINGS = re.compile(r"(?:\w+ )?(?:things|facts) (?:\w+ ){0,5}about (?P<who>.+?)\W*$", re.IGNORECASE)
CREDIT = re.compile(r"(?:words?|text|story|by|written by|report(?:ing)?)\b", re.IGNORECASE)
MOST_OF_CREDIT = 12  # words
GOES_ON = re.compile(r"\bcontinue[sd]?\b", re.IGNORECASE)
CHOICE = re.compile(r"[(\[]?[a-hA-H][.)\]]\s+\S")
ADVERTS = frozenset({"advertisement", "sponsor_box"})
MOST_LINES, MOST_OF_LINE = 4, 16  # lines of an advertisement between paragraphs, words of a line
LONG = 25  # words from which a paragraph below a heading may be the article going on
MOST = 140  # words that a form with its sales talk may have


def mark_boxes(page: Page, first: int, writers: Sequence[str]) -> None:
    """Decide the boxes below the article's first paragraph."""
    _mark_adverts(page, first + 1)
    _mark_choices(page, first + 1)
    runs = list(_runs(page, first + 1))
    parted = sum(1 for run in runs if len(run) == 1 and page.plain(run[0])) > 0
    for k, run in enumerate(runs if parted else ()):
        kind = _kind(page, run[0], writers)
        if kind:
            _mark(page, run, kind)
            if len(run) == 1 and k + 1 < len(runs) and not _goes_on(page, runs[k + 1]):
                _mark(page, runs[k + 1], kind)
                for item in takewhile(lambda r: len(r) == 1 and page.blocks[r[0]].item, runs[k + 2 :]):
                    _mark(page, item, kind)
        elif _is_form(page, run):
            _mark(page, run, "boilerplate")


def _mark_adverts(page: Page, start: int) -> None:
    """What stands between "Advertisement" and "Article continues below" is the advertiser's."""
    signs = [n for n in range(start, len(page)) if (cue := page.cues[n]) and cue.name in ADVERTS]
    for n, m in pairwise(signs):
        inside = range(n + 1, m)
        framed = GOES_ON.search(page.blocks[m].text) and not GOES_ON.search(page.blocks[n].text)
        if framed and len(inside) <= MOST_LINES and all(page.blocks[k].words <= MOST_OF_LINE for k in inside):
            _mark(page, inside, "boilerplate")


def _mark_choices(page: Page, start: int) -> None:
    """Answers to choose from state nothing: "Who sold the boat?", "a) The pilot sold it", "b) The mayor"."""
    n = start
    while n < len(page):
        run = list(takewhile(lambda m: CHOICE.match(page.blocks[m].text) is not None, range(n, len(page))))
        letters = [page.blocks[m].text.lstrip("([")[0].casefold() for m in run]
        if len(run) > 1 and page.blocks[n - 1].text.endswith("?") and letters == list(ascii_lowercase[: len(run)]):
            _mark(page, run, "navigation")
        n += max(1, len(run))


def _runs(page: Page, start: int) -> Iterator[list[int]]:
    """The blocks from `start` on, those without a blank line between them together."""
    run: list[int] = []
    for n in range(start, len(page)):
        gap = page.doc.text[page.blocks[n - 1].end : page.blocks[n].start]
        if run and gap.count("\n") > 1:
            yield run
            run = []
        run.append(n)
    if run:
        yield run


def _kind(page: Page, n: int, writers: Sequence[str]) -> str:
    """What the box is that a line heads; an empty string where it heads none."""
    cue, markup = page.cues[n], page.markup[n]
    if cue and cue.opens == "box" and markup not in ("body", "headline"):
        return cue.kind
    told = THINGS.match(page.blocks[n].text)
    return "about" if told and _writes(page, told["who"], writers) else ""


def _writes(page: Page, who: str, writers: Sequence[str]) -> bool:
    """Whether somebody is credited with the article: among its writers, or on a line of credits above it."""
    short = (b.text for b in page.blocks if b.words <= MOST_OF_CREDIT)
    return any(key(who) == key(w) for w in writers) or any(CREDIT.match(t) and key(who) in key(t) for t in short)


def _goes_on(page: Page, run: Sequence[int]) -> bool:
    """Whether the article goes on below a heading that stands alone."""
    return any(page.plain(n) and page.blocks[n].words >= LONG for n in run)


def _is_form(page: Page, run: Sequence[int]) -> bool:
    """Whether lines are a form to sign up, with what is said to sell it."""
    cues = [cue for n in run if (cue := page.cues[n]) is not None]
    names = [cue.name for cue in cues]
    if len(run) < 3 or any(cue.opens for cue in cues) or not ASKING & set(names):
        return False
    return sum(name in FORM for name in names) > 1 and sum(page.blocks[n].words for n in run) <= MOST


def _mark(page: Page, run: Sequence[int], kind: str) -> None:
    for n in run:
        page.mark(n, page.cue_kind(n) or kind, "box")

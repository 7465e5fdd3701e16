"""The top of a page: where the article begins, its headline, byline, dateline, deck and pictures."""

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from whence.segment.captions import is_caption
from whence.segment.credits import are_people, mail_header
from whence.segment.cues import words
from whence.segment.masthead import ADVERTISED, find_masthead, is_menu, is_motto
from whence.segment.official import find_office, is_firm, is_series, names_paper, tells_nothing
from whence.segment.page import OUTSIDE, Page
from whence.segment.second import Opinion
from whence.segment.shapes import is_name, is_outlet, is_title, is_truncated, key, names_body, sentences_in, title_case

_READ_TIME = re.compile(r"(?i)\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[- ]min(?:ute)?s?[- ]read\b")
_WRITTEN = re.compile(r"(?i)^\W{0,3}(?:written|posted|published) by\s+\S+")
_NUMERAL = re.compile(r"[IVX]+\.\s+\w+$")
_COVER = re.compile(r"(?i)\b(?:report|paper|briefing|summary|study|chapter|dossier|publication)\b")
_LIVE_TITLE = 1.5
_TOLD_TITLE = 5.0  # from here on the file itself names the title
_REACH = 60


def mark_top(page: Page, second: Opinion | None = None) -> int:
    """Decide everything above the article's first paragraph; returns the number of that paragraph's block."""
    start = _article_start(page)
    for number in range(start):
        _mark_above(page, number)
    first = _first_paragraph(page, start)
    page.masthead = find_masthead(page, first)
    title, score = _find_title(page, start, first)
    if second and score < _TOLD_TITLE and not _below_masthead(page, title):
        title = second.headline([n for n in _near(start, first) if not _is_sites(page, n)], title)
    titled = False
    for number in range(start, first):
        _mark_top_block(page, number, title, titled=titled, last=number == first - 1)
        titled = titled or (bool(title) and page.keys[number] == title)
    return first


def _heads(page: Page) -> list[int]:
    """Blocks that could be a headline and have a credit line right below."""
    found = []
    for n, block in enumerate(page.blocks):
        if page.cues[n] or page.credits[n] or block.furniture or not is_title(block) or block.words < 3:
            continue
        if _is_label(block.text):
            continue
        below = [m for m in range(n + 1, min(n + 6, len(page))) if page.cue_kind(m) != "navigation"]
        for step, m in enumerate(below[:3]):
            credit = page.credits[m]
            if credit and (credit.strong or step == 0):
                found.append(n)
                break
            if page.prose[m] and (page.blocks[m].words > 60 or step > 0):
                break
    return found


def _article_start(page: Page) -> int:
    """The block at which the article begins; more than 0 where a teaser of another article stands above."""
    paragraphs = [n for n in page.paragraphs() if not is_caption(page.blocks[n], top=True)]
    meta = key(page.doc.meta.get("og:title", "") or page.doc.meta.get("title", ""))
    for head in _heads(page):
        before = paragraphs[: bisect_left(paragraphs, head)]
        if not before:
            continue
        above, below = page.words(0, head), page.words(head)
        named = bool(meta) and page.keys[head] != "" and (page.keys[head] in meta)
        if len(before) <= 3 and below >= above and (named or _is_teaser(page, head, before)):
            return head
        break
    return 0


def _is_teaser(page: Page, head: int, before: list[int]) -> bool:
    """Whether what stands above `head` advertises another article."""
    last = page.blocks[before[-1]]
    if is_truncated(last) or any(
        _WRITTEN.match(page.blocks[n].text) or _READ_TIME.search(page.blocks[n].text[:200]) for n in before
    ):
        return True
    titles = {page.keys[n] for n in range(before[0]) if page.keys[n] and is_title(page.blocks[n])}
    again = {page.keys[n] for n in range(head + 1, len(page))}
    cut = any(page.cue_kind(n) in {"teaser", "navigation"} for n in range(before[0], head))
    return bool(titles & again) or (cut and any(page.credits[n] for n in range(before[-1])))


def _mark_above(page: Page, number: int) -> None:
    cue, block = page.cues[number], page.blocks[number]
    if block.furniture:
        page.mark(number, "boilerplate", "furniture")
    elif cue and not page.prose[number]:
        page.mark(number, cue.kind, cue.name)
    else:
        written = _WRITTEN.match(block.text)
        name = (
            re.match(r"\W{0,3}(?i:written|posted|published) by\s+((?:[^\W\d_a-z][\w’'.-]*\s?){1,3})", block.text)
            if written
            else None
        )
        author = name.group(1).strip() if name else ""
        page.mark(number, "teaser", "teaser_above", author=_cut_author(author))


def _cut_author(author: str) -> str:
    numerals = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "on", "in"}
    parts = [p for p in author.split() if p.casefold() not in numerals]
    return " ".join(parts)


def _first_paragraph(page: Page, start: int) -> int:
    """The first paragraph below `start` that is neither a caption nor a deck above the credit line."""
    paragraphs = [n for n in page.paragraphs(start) if not is_caption(page.blocks[n], top=True)]
    if not paragraphs:
        return _first_line(page, start)
    first = paragraphs[0]
    if len(paragraphs) > 1 and page.blocks[first].words <= 60:
        near = list(range(first + 1, min(first + 4, paragraphs[1] + 1)))
        credit = next((m for m in near if page.credits[m] and page.credits[m].strong), None)  # type: ignore[union-attr]
        titled = any(
            is_title(page.blocks[n]) and not page.cues[n] and page.blocks[n].words > 2 for n in range(start, first)
        )
        if credit is not None and titled and sentences_in(page.blocks[first].text) <= 2:
            return next((n for n in paragraphs if n > credit), first)
    return first


def _first_line(page: Page, start: int) -> int:
    """Where a text without any paragraph begins: below its title and credits."""
    n = start
    while n < len(page) and (
        page.blocks[n].furniture or page.cues[n] or page.credits[n] or (n == start and is_title(page.blocks[n]))
    ):
        n += 1
    return n


@cache
def _labels() -> frozenset[str]:
    return frozenset(key(w) for w in words("section_labels"))


def _is_label(text: str) -> bool:
    return key(text) in _labels()


def _near(start: int, first: int) -> list[int]:
    """Where a headline is looked for: near the first paragraph or the head of the page, however long the menus."""
    return [n for n in range(start, first) if n < start + _REACH or n >= first - _REACH]


def _find_title(page: Page, start: int, first: int) -> tuple[str, float]:
    """The key of the headline's words and its score; empty words where the top has no headline."""
    best, high = "", _LIVE_TITLE
    below = {page.keys[n] for n in range(min(first + 1, len(page)), len(page)) if page.keys[n]}
    meta = [
        key(page.doc.meta[k])
        for k in ("og:title", "title", "headline", "citation_title", "subject", "twitter:title")
        if page.doc.meta.get(k)
    ]
    span = _near(start, first)
    times = Counter(page.keys[n] for n in span)
    for n in span:
        score = _title_score(page, n, start, first, below, meta, times)
        if score > high:
            best, high = page.keys[n], score
    if best:
        return _over_subtitle(page, best, start, first), high
    kind = next((page.keys[n] for n in span if page.keys[n] in words("paper_titles")), "")
    named = kind or _dated_title(page, start, first) or _long_title(page, start, first)
    return named or next((page.keys[n] for n in span if is_series(page.blocks[n].text)), ""), high


def _is_sites(page: Page, n: int) -> bool:
    text = page.blocks[n].text
    return _in_masthead(page, n) or is_menu(page, n) or _opens_as_office(text) or tells_nothing(text)


def _below_masthead(page: Page, title: str) -> bool:
    """Whether the headline is the line that the head of the page leads up to."""
    return page.masthead is not None and page.masthead.title is not None and page.keys[page.masthead.title] == title


def _over_subtitle(page: Page, best: str, start: int, first: int) -> str:
    """The title in capitals right above `best`, where that is its subtitle, as on the cover of a report."""
    n = page.keys.index(best, start)
    if n == start or page.markup[n] == "headline" or page.keys[start:first].count(best) > 1:
        return best
    above, text = n - 1, page.blocks[n - 1].text
    near = [page.blocks[m].text for m in range(start, first) if m not in {n, n - 1} and page.blocks[m].words <= 16]
    if not any(map(_COVER.search, near)) or re.search(r"[>|/»›]", text):
        return best
    quoted = bool(re.fullmatch(r"[“\"‘][^“”\"]+[”\"’]", text))
    capitals = text.isupper() and not page.blocks[n].text.isupper()
    title = (capitals or quoted) and 2 <= page.blocks[above].words <= 12
    if not title or page.blocks[above].end + 2 < page.blocks[n].start or _in_masthead(page, above):
        return best
    names = names_body(text) or _is_label(text) or (is_outlet(text) and page.blocks[above].words <= 3)
    plain = page.cues[above] is None and page.credits[above] is None and not page.blocks[above].furniture
    return page.keys[above] if plain and not names else best


def _long_title(page: Page, start: int, first: int) -> str:
    """The last long line above the first paragraph, or any right above, where nothing looks more like a headline."""
    for n in range(first - 1, start - 1, -1):
        block = page.blocks[n]
        plain = page.cues[n] is None and page.credits[n] is None and not block.furniture and not _in_masthead(page, n)
        if not plain or not is_title(block) or is_caption(block, top=True) or page.prose[n]:
            continue
        last = n == first - 1 and block.words >= 2 and not are_people(block.text, page.lowered)
        if (block.words >= 6 or (last and not _is_label(block.text))) and not _is_of_head(page, n):
            return page.keys[n]
    return ""


def _is_of_head(page: Page, n: int) -> bool:
    text = page.blocks[n].text
    return tells_nothing(text) or bool(find_office(text)) or page.keys[:n].count(page.keys[n]) > 0


def _dated_title(page: Page, start: int, first: int) -> str:
    """A headline that ends in its date, where there is no other: ``Morning press review, 19 May``."""
    for n in range(start, first):
        credit = page.credits[n]
        if credit and credit.date and not credit.strong and not credit.authors:
            rest = len(page.blocks[n].text) - (credit.date.end - credit.date.start)
            if rest > 12 and "|" not in page.blocks[n].text and not is_series(page.blocks[n].text):
                return page.keys[n]
    return ""


def _title_score(
    page: Page, n: int, start: int, first: int, below: set[str], meta: list[str], times: Counter[str]
) -> float:
    block, own = page.blocks[n], page.keys[n]
    if page.markup[n] == "headline":
        return 8.0
    header = mail_header(block.text)
    if header and header[0] == "subject":
        return 9.0
    in_meta = bool(own) and block.words >= 2 and any(own == m or (block.words >= 4 and own in m) for m in meta)
    paper = names_paper(block.text)
    credited = page.credits[n] is not None and not paper
    if (page.cues[n] and not in_meta) or credited or block.furniture or header or page.markup[n] in OUTSIDE:
        return -9.0
    if is_caption(block, top=True) or (not is_title(block) and not in_meta):
        return -9.0
    if _in_masthead(page, n) or ((is_menu(page, n) or ADVERTISED.match(block.text)) and not in_meta):
        return -9.0
    score = 2.0 if 4 <= block.words <= 20 else 1.0 if block.words in {2, 3} or block.words > 20 else -1.0
    score += 5.0 if in_meta else 0.0
    opens = first < len(page) and len(own) > 2 and own in key(page.blocks[first].text[:200])
    score += 2.0 if opens and block.words <= 5 and n == first - 1 else 0.0
    score -= 4.0 if _is_label(block.text) else 0.0
    score += 2.0 if times[own] > 1 else 0.0
    score -= 2.5 if own in below else 0.0
    score += 0.5 if n == start else 0.0
    score += 1.5 if paper else 0.0
    score += 0.5 if title_case(block.text) >= 0.6 else 0.0
    score += 1.0 if block.text.startswith("# ") else 0.0
    score += _credit_near(page, n, first)
    score -= 2.5 if are_people(block.text, page.lowered) else 0.0
    life = re.search(r"[^\W\d_], \(?\d{4}\s?[-–]\s?\d{4}\)?$", block.text)
    score -= 3.0 if not life and sum(c.isdigit() for c in block.text) > 0.3 * len(block.text) else 0.0
    score -= 1.5 if is_outlet(block.text) and (block.words <= 3 or is_masthead(block.text)) else 0.0
    named = (
        block.words <= 5
        and is_masthead(block.text)
        and page.doc.text.count(page.raw(n)) > 2
        and not (opens and n == first - 1)
    )
    score -= 2.0 if named and times[own] < 2 else 0.0
    score -= 1.0 if block.text.isupper() and block.words <= 5 else 0.0
    score += 2.5 if page.masthead and page.masthead.title == n else 0.0
    score -= 1.5 if is_motto(block.text) else 0.0
    score -= 1.0 if _opens_as_office(block.text) else 0.0
    score -= 0.0 if in_meta else _of_head(block.text, block.words)
    score -= 1.5 if n == start and block.text.isupper() and find_office(block.text) else 0.0
    return score


def _of_head(text: str, count: int) -> float:
    """What speaks against a line that is of the head of a paper: the state, an address, the paper's number, a label."""
    if tells_nothing(text):
        return 4.0
    kicker = count <= 4 and any(_is_label(w) for w in text.split()) and not text.isupper()
    if is_firm(text):
        return 2.5
    series = is_series(text)
    return (3.0 if count <= 4 else 1.5) if series else 2.0 if kicker else 0.0


def _opens_as_office(text: str) -> bool:
    """Whether the line begins as an office's name does: ``Commission of Inquiry into the Raid``."""
    opening = text.casefold().split()[:2]
    return len(opening) == 2 and opening[0] in words("office_words") and opening[1] in {"of", "for"}


def _in_masthead(page: Page, n: int) -> bool:
    return page.masthead is not None and n in page.masthead.lines


def is_masthead(text: str) -> bool:
    """Whether the line could be the name of an outlet or office: capitals all through, small words aside."""
    parts = [p for p in text.split() if p.casefold() not in {"of", "the", "for", "and", "&", "de", "in", "on", "to"}]
    return 1 <= len(parts) <= 6 and is_name(" ".join(parts), most=6)


def _credit_near(page: Page, n: int, first: int) -> float:
    after = [m for m in range(n + 1, min(first, n + 12)) if not page.cues[m]]
    for step, m in enumerate(after[:3]):
        if page.credits[m]:
            return 2.0 if step == 0 else 1.0
    return 0.3 if not after else 0.0


def _mark_top_block(page: Page, n: int, title: str, *, titled: bool, last: bool) -> None:
    block, cue, credit, markup = page.blocks[n], page.cues[n], page.credits[n], page.markup[n]
    header = mail_header(block.text)
    if block.furniture:
        page.mark(n, "boilerplate", "furniture")
    elif title and page.keys[n] == title:
        page.mark(n, "headline", "title")
    elif header:
        kinds = {"from": "byline", "date": "dateline", "subject": "headline"}
        page.mark(n, kinds.get(header[0], "boilerplate"), "mail_header")
    elif markup and markup not in {"body", "headline", "subheading"}:
        page.mark(n, markup, "markup")
    elif credit and not (cue and cue.name == "forum_foot"):  # "Joined: Jan 2009" dates a member
        page.mark(n, credit.kind, "credit")
    elif cue:
        page.mark(n, cue.kind, cue.name)
    elif _in_masthead(page, n):
        page.mark(n, "navigation", "masthead")
    elif is_caption(block, top=True):
        page.mark(n, "caption", "caption")
    elif (titled or not title) and _lone_name(page, n):
        page.mark(n, "byline", "lone_name")
    elif page.prose[n] or (titled and block.words >= 6):
        page.mark(n, "subheading", "deck")
    elif not is_title(block) and title and not titled:
        page.mark(n, "navigation", "above_title")
    elif not is_title(block):
        page.mark(n, "body", "line")
    elif titled or (not title and (last or block.words > 3) and not _is_label(block.text)):
        page.mark(n, "subheading" if block.words >= 3 or last else "navigation", "label")
    else:
        page.mark(n, "navigation", "above_title")


def _lone_name(page: Page, n: int) -> bool:
    """Whether the line is a person's name beside a date, a credit or the first paragraph; not ``II. Facts``."""
    text = page.blocks[n].text
    if not are_people(text, page.lowered) or _NUMERAL.match(text):
        return False
    near = [m for m in (n - 1, n + 1, n + 2) if 0 <= m < len(page)]
    return any(page.credits[m] for m in near) or page.kinds[n - 1 if n else 0] == "headline"

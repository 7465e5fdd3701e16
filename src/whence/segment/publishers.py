"""Who published a text, from what the text says: each finder yields the place, a reason and whether it is stated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whence.segment.credits import find_dateline
from whence.segment.cues import words
from whence.segment.official import find_office
from whence.segment.page import Page
from whence.segment.shapes import is_name, is_outlet, key
from whence.segment.top import is_masthead

_NAME = r"(?:the\s+)?(?P<name>[^\W_][^|.,;:()\n©]{1,70}?)"
_FIRST = re.compile(
    rf"(?i)\b(?:first|originally|previously|also)\s+(?:published|appeared|posted|printed)\s+(?:by|in|on|at|with)\s+{_NAME}"
    r"(?=\s*(?:[.,;|()\n]|$|\bon\b|\bin\b|\bunder\b|\bas\b|\band\b|\bhere\b))"
)
_PUBLISHED = re.compile(
    rf"(?i)^\W{{0,2}}(?:re)?(?:published\s+(?:by|in)|printed\s+in)\s+{_NAME}(?=\s*(?:[.,;|()\n]|$|\bon\b))"
)
_BY_OUTLET = re.compile(
    rf"(?i)(?:article|story|report|release|statement|newsletter|item)\s+(?:was\s+)?(?:published|issued|produced|provided|supplied|distributed)\s+by\s+{_NAME}(?=\s*(?:[.,;|()\n]|$))"
)
_SOURCE = re.compile(rf"(?i)^[(\[]?(?:source|fuente|quelle|kaynak)\s*:\s*{_NAME}(?=\s*(?:[.,;|()\]\n]|$))")
_COPYRIGHT = re.compile(
    rf"(?i)(?:©|\(c\)|copyright)\s*(?:©|\(c\)|copyright)?\s*(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present))?)?[\s,]*(?:by\s+)?{_NAME}"
    r"(?=\s*(?:[.,;|()\n]|$|\ball rights\b|(?:19|20)\d\d|\s[-–—]\s))"
)
_STANDARDS = re.compile(
    r"(?i)\b(?:our standards:\s*the\s+(?P<name>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+(?:trust|principles|editorial|code))"
)
_ABOUT = re.compile(
    r"(?i)^(?:about|à propos d(?:e|u)?|acerca de|sobre|hakkında|über)\s+(?:the\s+)?(?P<name>.{2,70}?)\s*:?$"
)
_RECEIVING = re.compile(
    rf"(?i)(?:receiving this (?:e-?mail|newsletter|message)\b.{{0,60}}?\b(?:from|to|of|at|for)"
    rf"|subscribed to|newsletter (?:of|from)|unsubscribe from)\s+{_NAME}(?=\s*(?:[.,;|()\n]|$))"
)
_READING = re.compile(
    r"(?i:\b(?:thanks|thank you) for (?:reading|subscribing to)"
    r"|^welcome to)\s+(?P<name>[^\W\d_a-z][^.,!;:?]{1,60}?)(?=\s*[.,!;:]|\s+[-–—])"
)
_WORKS = re.compile(
    r"\b(?:writes|reports|covers|works|blogs|contributes|wrote|reported)\b[^.]{0,60}?\s(?:for|at|to)\s+(?P<name>(?:[Tt]he\s+)?[^\W\d_a-z][^.,;:()]{2,60}?)(?=\s*[.;:,()]|\s+(?:and|where|from|since|in)\b|$)"
)
_BIO = re.compile(
    r"(?i:\b(?:fellow|analyst|journalist|reporter|correspondent|researcher|professor|lecturer|columnist|editor|contributor|writer|scholar|expert|director|"
    r"assistant|intern|specialist|adviser|advisor|associate|officer|president|chair))\b[^.]{0,60}?\s(?:at|with|of|for|to|in)\s+"
    r"(?:the\s+)?(?P<name>[^\W\d_a-z][^,.;:()]{2,80}?)(?=\s*(?:[.;:()]|,|$|\bwhere\b|\band\b (?:a|an|the"
    r"|author|editor|writes|teaches|covers|was|is)\b|\bwho\b|\bin [A-Z]|\bwriting\b|\bcovering\b|\bfocus))"
)
_FOLLOW = re.compile(
    r"(?i)^(?:follow|like|join|find)\s+(?:the\s+)?(?P<name>(?!us\b|our\b|him\b|her\b|me\b|them\b)[^\W_@][^|.,;:()@]{2,50}?)\s+on\s+(?:facebook|twitter|x|instagram|telegram|youtube|linkedin|whatsapp)"
)
_PART = re.compile(r"(?i)[’']s\b.*\b(?:supplement|section|edition|pages|issue)|^(?:print edition|obituar\w+)\b")
_ACT = re.compile(
    r"(?i)^(?:(?:\w+[ -]){0,3}report of (?:the )?|letter dated .{6,20}? from (?:the )?)"
    r"(?P<name>(?:commission|committee|panel|group|tribunal|court|mission|board|council|office|monitoring)\b.{4,110}?)"
    r"(?=\s+(?:addressed|to the|submitted|established|pursuant|on its|for the year|concerning)\b|\s*[,;(]|\s*$)"
)
_REALM = re.compile(r"(?i)(?:the )?(?:republic|kingdom|state|states|commonwealth|federation) of\b[^,]*$")
_HEAD = 6
"""Above how many lines an office's name is looked for."""
_TAIL = re.compile(r"(?i)\s+(?:all rights reserved.*|inc|ltd|llc|group ltd|website|web site)$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A name at offsets of the document; `stated`: the text says that it published, not only that its people wrote."""

    start: int
    end: int
    reason: str
    stated: bool = True


def find_publishers(page: Page) -> Iterator[Evidence]:
    """Evidence of the publisher in the text, the strongest first."""
    seen: set[str] = set()
    for finder in (
        _told,
        _headed,
        _bylined,
        _agency,
        _about,
        _described,
        _mark,
        _copyrights,
        _standards,
        _initials,
        _letters,
        _follows,
        _offices,
        _contacts,
        _mastheads,
        _acts,
        _bio,
    ):
        for found in finder(page):
            name = key(page.doc.text[found.start : found.end])
            if name and name not in seen:
                seen.add(name)
                yield found


def _search(page: Page, pattern: re.Pattern[str], n: int, reason: str, *, stated: bool = True) -> Iterator[Evidence]:
    block = page.blocks[n]
    for match in pattern.finditer(page.raw(n)[:600]):
        start, end = match.span("name")
        name = match.group("name")
        cut = _TAIL.search(name)
        end -= len(name) - cut.start() if cut else 0
        name = page.raw(n)[start:end].rstrip(" ’'\"”")
        if 2 <= len(name) <= 80 and len(name.split()) <= 9 and key(name) not in {key(w) for w in words("not_names")}:
            yield Evidence(block.start + start, block.start + start + len(name), reason, stated)


def _told(page: Page) -> Iterator[Evidence]:
    for n, kind in enumerate(page.kinds):
        if kind in {"comment", "teaser"} or page.blocks[n].words > 60:
            continue
        if kind in {"boilerplate", "about", "byline", "dateline", "navigation"} or page.blocks[n].words <= 30:
            for pattern in (_FIRST, _PUBLISHED, _BY_OUTLET):
                if kind != "body" or pattern is not _PUBLISHED:
                    told = _search(page, pattern, n, "first published by")
                    yield from (e for e in told if not _PART.search(page.doc.text[e.start : e.end]))
            yield from _search(page, _SOURCE, n, "named as the source")


def _headed(page: Page) -> Iterator[Evidence]:
    """The name at the head of the page, which its neighbours show to be the outlet's."""
    if page.masthead:
        yield Evidence(page.masthead.start, page.masthead.end, "the masthead")


def _bylined(page: Page) -> Iterator[Evidence]:
    for n, credit in enumerate(page.credits):
        if credit and credit.outlet and page.kinds[n] in {"byline", "dateline"}:
            start, (a, b) = page.blocks[n].start, credit.outlet
            address = re.search(r"\s*<", page.raw(n)[a:b])
            yield Evidence(start + a, start + (a + address.start() if address else b), "the byline")
    about = {key(name) for name in _about_names(page)}
    for n, credit in enumerate(page.credits):
        if credit and credit.authors and page.kinds[n] == "byline":
            start = page.blocks[n].start
            a, b = credit.authors
            if key(page.raw(n)[a:b]) in about:
                yield Evidence(start + a, start + b, "the byline, and an about box")


def _about_names(page: Page) -> Iterator[str]:
    for n, kind in enumerate(page.kinds):
        match = _ABOUT.match(page.blocks[n].text) if kind == "about" else None
        if match and not is_bio_heading(page, n, match.group("name")):
            yield match.group("name")


def is_bio_heading(page: Page, n: int, name: str) -> bool:
    """Whether the box headed "About NAME" tells of a person rather than of an outlet."""
    if key(name) in {
        "author",
        "authors",
        "us",
        "writer",
        "me",
        "this blog",
        "blog",
        "site",
        "project",
        "reporter",
        "editor",
    }:
        return True
    below = page.blocks[n + 1].text[:300].casefold() if n + 1 < len(page) else ""
    media = "|".join(re.escape(w) for w in sorted(words("media_nouns")))
    nouns = re.search(rf"\b(?:is|are|was) (?:an?|the|one of)\b.{{0,60}}?\b(?:{media})\b", below)
    return (
        not nouns and bool(words("bio_nouns").intersection(re.findall(r"[a-z-]+", below[:160]))) and not is_outlet(name)
    )


def _agency(page: Page) -> Iterator[Evidence]:
    """The agency of the dateline, by its full name where the page has it."""
    signed = _signature(page)
    if signed is None:
        return
    name, evidence = signed
    if name.isupper() and name.isalpha():
        known = name.casefold() in words("agencies")
        full = list(_full_names(page, name))
        yield from (e for e in full if not known or not _is_agency(page.doc.text[e.start : e.end]))
    if is_outlet(name):
        yield evidence


def _initials(page: Page) -> Iterator[Evidence]:
    """Initials in the dateline that no list knows and no line spells out."""
    signed = _signature(page)
    if signed is not None and signed[0].isupper() and len(signed[0].split()) == 1:
        yield signed[1]


def _signature(page: Page) -> tuple[str, Evidence] | None:
    """The agency named in the dateline of the first paragraph, and where; None without one."""
    n = next((n for n, kind in enumerate(page.kinds) if kind == "body"), None)
    line = find_dateline(page.raw(n)[:400]) if n is not None else None
    if n is None or line is None or not line.agency:
        return None
    a, b = line.agency
    start = page.blocks[n].start
    return page.raw(n)[a:b], Evidence(start + a, start + b, "the dateline")


def _is_agency(name: str) -> bool:
    return re.sub(r"^the ", "", name.casefold()) in words("agencies")


def _full_names(page: Page, short: str) -> Iterator[Evidence]:
    """Where the lines around the article, or the article beside the initials, spell out what they stand for."""
    joint = r"(?:\s+(?:(?:of|the|for|and|de|du|des|la|le|les|del|y|et|e)\s+|d[’'])*|-)"
    pattern = re.compile(joint.join(rf"{c}[^\W\d_]+" for c in short) + r"\b")
    loose = re.compile(joint.join(rf"{c}[^\W\d_]+" for c in short) + r"\b", re.IGNORECASE)
    for n, kind in enumerate(page.kinds):
        line = kind not in {"body", "teaser", "comment"} or bool(re.match(r"(?i)\W*(?:c\)|copyright\b)", page.raw(n)))
        for match in (loose if line and page.raw(n).isupper() else pattern).finditer(page.raw(n)):
            beside = page.raw(n)[max(0, match.start() - 12) : match.end() + 12]
            if line or re.search(rf"\b{short}\b", beside):
                start = page.blocks[n].start
                yield Evidence(start + match.start(), start + match.end(), "the dateline's initials, spelled out")
                return


def _about(page: Page) -> Iterator[Evidence]:
    for n, kind in enumerate(page.kinds):
        match = _ABOUT.match(page.raw(n)) if kind == "about" and page.cues[n] else None
        if match and not is_bio_heading(page, n, match.group("name")):
            a, b = match.span("name")
            yield Evidence(page.blocks[n].start + a, page.blocks[n].start + b, "an about box")


def _described(page: Page) -> Iterator[Evidence]:
    """A box that says what the outlet is: ``The Gazette is a weekly newspaper``."""
    media = "|".join(re.escape(w) for w in sorted(words("media_nouns"), key=lambda w: (-len(w), w)))
    pattern = re.compile(
        rf"^\W{{0,3}}(?:The\s+)?(?P<name>[^\W_][^.,;:()]{{1,60}}?),?\s+(?:is|are|was)\s+(?:an?|the"
        rf"|one of)\b(?:(?!\b(?:at|for|with|by|from)\b).){{0,60}}?\b(?:{media})\b"
    )
    for n, kind in enumerate(page.kinds):
        if kind in {"about", "boilerplate"}:
            yield from _search(page, pattern, n, "an about box")


def _mark(page: Page) -> Iterator[Evidence]:
    """An agency's name alone at the end: ``(AFP)``."""
    agencies = words("agencies")
    for n in range(max(0, len(page) - 12), len(page)):
        if page.rules[n] == "bare_source":
            name = page.raw(n).strip("(). ")
            if name.casefold() in agencies:
                start = page.blocks[n].start + page.raw(n).index(name)
                yield Evidence(start, start + len(name), "a mark at the end")


def _copyrights(page: Page) -> Iterator[Evidence]:
    for n in range(len(page)):
        if page.kinds[n] in {"boilerplate", "navigation", "about", "dateline"} or page.rules[n] == "copyright":
            yield from (e for e in _search(page, _COPYRIGHT, n, "a copyright line") if not _is_author(page, e))


def _is_author(page: Page, found: Evidence) -> bool:
    name = key(page.doc.text[found.start : found.end])
    credited = [page.raw(n)[slice(*c.authors)] for n, c in enumerate(page.credits) if c and c.authors]
    lone = [page.blocks[n].text for n, rule in enumerate(page.rules) if rule == "lone_name"]
    return any(key(other) == name for other in (*credited, *lone))


def _standards(page: Page) -> Iterator[Evidence]:
    for n in range(len(page)):
        if page.kinds[n] == "boilerplate":
            yield from _search(page, _STANDARDS, n, "a line of standards")


def _letters(page: Page) -> Iterator[Evidence]:
    for n in range(len(page)):
        if page.kinds[n] == "boilerplate":
            yield from _search(page, _RECEIVING, n, "a newsletter's footer")
            yield from _search(page, _READING, n, "a newsletter's greeting")


def _follows(page: Page) -> Iterator[Evidence]:
    for n in range(len(page)):
        if page.kinds[n] in {"boilerplate", "navigation"}:
            yield from _search(page, _FOLLOW, n, "a follow line")


def _offices(page: Page) -> Iterator[Evidence]:
    """The first office named above the title of a paper: the court of a ruling, the council of minutes."""
    title = next((n for n, kind in enumerate(page.kinds) if kind in {"headline", "body"}), len(page))
    for n in range(min(title, _HEAD)):
        if page.credits[n] or page.markup[n] or page.kinds[n] not in {"navigation", "subheading"}:
            continue
        if office := find_office(page.raw(n)):
            start = page.blocks[n].start
            yield Evidence(start + office[0], start + office[1], "the office above the title", stated=False)
            return


def _contacts(page: Page) -> Iterator[Evidence]:
    """An office named in a line that says whom to call."""
    for n, rule in enumerate(page.rules):
        if rule not in {"contact_line", "notes"} or page.blocks[n].words > 40:
            continue
        for match in re.finditer(r"[^,:;|·•]+", page.raw(n)):
            name = match.group().strip()
            at = page.blocks[n].start + match.start() + match.group().index(name) if name else 0
            if len(name.split()) >= 2 and is_outlet(name) and is_masthead(name):
                yield Evidence(at, at + len(name), "a contact line", stated=False)


def _acts(page: Page) -> Iterator[Evidence]:
    """The body that an official title names as its maker: ``Report of the Panel on Ferries``, ``Letter from ...``."""
    for n, kind in enumerate(page.kinds):
        match = _ACT.match(page.raw(n)) if kind == "headline" else None
        if match:
            start = page.blocks[n].start
            yield Evidence(start + match.start("name"), start + match.end("name"), "the title", stated=False)


def _mastheads(page: Page) -> Iterator[Evidence]:
    """A name alone at the head or the foot of the page, an outlet's by its words or because the page repeats it."""
    title = next((n for n, kind in enumerate(page.kinds) if kind == "headline"), 0)
    last = max((n for n, kind in enumerate(page.kinds) if kind == "body"), default=0)
    first = next((n for n, kind in enumerate(page.kinds) if kind == "body"), title)
    found = []
    for n in [
        *range(min(title, 40)),
        *range(title + 1, min(first, title + 20)),
        *range(max(last + 1, len(page) - 40), len(page)),
    ]:
        text = page.raw(n)
        if (
            (page.kinds[n] not in {"navigation", "boilerplate"} and not _labelled(page, n))
            or not is_masthead(text)
            or not _bare(page, n)
            or _REALM.match(text)
            or _is_writers(page, n)
            or text.casefold().split()[-1] in words("bio_nouns") | {"staff"}
        ):
            continue
        if page.rules[n] == "markup" and not is_outlet(text):
            continue
        rank = (
            0
            if is_outlet(text)
            else 1
            if page.doc.text.count(text) > 1
            else 2
            if n == 0 and page.blocks[n].words > 1
            else 3
        )
        if rank < 3:
            found.append((rank, n))
    for _, n in sorted(found):
        yield Evidence(page.blocks[n].start, page.blocks[n].end, "a name alone at the head or foot", stated=False)


def _is_writers(page: Page, n: int) -> bool:
    """Whether the line is of the writer's own: a part of the name in the byline, or a name over a ``@handle``."""
    if n + 1 < len(page) and page.rules[n + 1] == "handle":
        return True
    own = set(key(page.raw(n)).split())
    names = [page.raw(m)[slice(*c.authors)] for m, c in enumerate(page.credits) if c and c.authors]
    names += [page.raw(m) for m, rule in enumerate(page.rules) if rule == "mail_header" and page.kinds[m] == "byline"]
    return len(own) < 3 and any(own <= set(key(name).split()) for name in names)


def _labelled(page: Page, n: int) -> bool:
    return page.kinds[n] == "subheading" and page.rules[n] == "label" and is_outlet(page.raw(n))


def _bare(page: Page, n: int) -> bool:
    return page.rules[n] in {
        "above_title",
        "trailing_line",
        "markup",
        "furniture",
        "list",
        "end_mark",
        "label",
    } and key(page.raw(n)) not in {key(w) for w in words("section_labels")}


def _bio(page: Page) -> Iterator[Evidence]:
    for n in range(len(page)):
        if page.kinds[n] == "about" and page.rules[n] in {"bio", "bio_below_name", "about_box"}:
            works = (_BIO, _WORKS)
            for found in (e for p in works for e in _search(page, p, n, "where the author works", stated=False)):
                if is_outlet(page.doc.text[found.start : found.end]) or is_name(
                    page.doc.text[found.start : found.end], most=8
                ):
                    yield found


def host(url: str) -> str:
    """The host of a web address without ``www.``, or an empty string."""
    match = re.match(r"(?i)^(?:https?:)?//(?:[^/@\s]*@)?(?:www\.)?([^/:\s?#]+)", url.strip())
    return match.group(1).casefold() if match else ""

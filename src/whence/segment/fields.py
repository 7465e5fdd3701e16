"""What is known about the document itself: title, publisher, author, date and address, each with its evidence."""

import re
from collections.abc import Iterable, Iterator, Mapping

from whence.model import DocField, Document, Maker, Region
from whence.segment.credits import find_dateline, is_of_day, is_person, is_told
from whence.segment.dates import FoundDate, find_date
from whence.segment.official import is_labelled
from whence.segment.page import Page
from whence.segment.publishers import find_publishers, host
from whence.segment.regions import read_page
from whence.segment.shapes import is_outlet, key
from whence.text.gazetteer import is_place

VERSION = "1"
NAMES = ("title", "publisher", "author", "published", "url", "grade")
METADATA = {
    "title": ("og:title", "headline", "dc.title", "twitter:title", "subject", "title"),
    "publisher": ("site_name", "publisher", "article:publisher", "application-name", "copyright"),
    "author": ("author", "creator", "from"),
    "published": ("published", "date", "creationdate"),
    "url": ("canonical", "url"),
}  # fmt: skip
_NOTE = re.compile(r"\s*(?:\[\^?\d{1,3}\]|[*†‡]\s)")


def find_fields(doc: Document, regions: Iterable[Region], given: Mapping[str, str]) -> tuple[DocField, ...]:
    """All evidence for title, publisher, author, date and address: given, metadata and text, the best first of each.

    `given` is what the crawler or the analyst knows (keys title, author, publisher, published, url).
    """
    page = _page_as_cut(doc, regions)
    found = [
        *_given(given),
        *_titled(page),
        *_metadata(page),
        *_titles(page),
        *_authors(page),
        *_published(page),
        *_publishers(page),
    ]
    found.extend(_hosts(found))
    seen: set[tuple[str, str, str]] = set()
    kept = []
    for field in found:
        mark = (field.name, field.origin, key(field.value) or field.value)
        if field.value and mark not in seen:
            seen.add(mark)
            kept.append(field)
    return tuple(kept)


def _page_as_cut(doc: Document, regions: Iterable[Region]) -> Page:
    """The page with the kinds that `regions` say, should they differ from our own."""
    page = read_page(doc, second=False)
    ordered = sorted(regions)
    at = 0
    for n, block in enumerate(page.blocks):
        while at < len(ordered) and ordered[at].span.end <= block.start:
            at += 1
        over = [r for r in ordered[at : at + 2] if r.span.start < block.end and r.span.end > block.start]
        if over and all(r.kind != page.kinds[n] for r in over):
            page.mark(n, over[0].kind, over[0].maker.rule, author=over[0].author, force=True)
    return page


def _maker(rule: str) -> Maker:
    return Maker("segment.fields", VERSION, rule)


def _given(given: Mapping[str, str]) -> Iterator[DocField]:
    for name in NAMES:
        value = str(given.get(name) or "").strip()
        if value:
            yield DocField(name, value, "given", _maker("given"))


def _metadata(page: Page) -> Iterator[DocField]:
    doc = page.doc
    for name, keys in METADATA.items():
        for source in keys:
            value = " ".join(str(doc.meta.get(source) or "").split())
            value = _meta_value(name, source, value)
            if value and source == "title" and _is_site(page, value):
                yield DocField("publisher", value, "metadata", _maker(source), None, True, "the page's title")
            elif value:
                guessed = name == "published" and (
                    doc.meta.get("published_from") == "guess" or source == "creationdate"
                )
                yield DocField(name, value, "metadata", _maker(source), None, guessed, f"the file's {source}")


def _titled(page: Page) -> Iterator[DocField]:
    """The title of a page cut from the site's name behind it: ``Headline - The Site``."""
    title = " ".join(page.doc.meta.get("title", "").split())
    headline = next((page.blocks[n].text for n, kind in enumerate(page.kinds) if kind == "headline"), "")
    cut = re.match(r"^(?P<title>.+)\s+[|–—»:·-]\s+(?P<site>[^|–—»·]{2,60})$", title)
    site = page.doc.meta.get("site_name", "")
    if (cut and (headline and key(cut["title"]) == key(headline))) or (cut and key(cut["site"]) == key(site)):
        yield DocField("title", cut["title"], "metadata", _maker("title"), reason="the page's title")
        if not site:
            yield DocField("publisher", cut["site"], "metadata", _maker("title"), None, True, "the page's title")


def _is_site(page: Page, title: str) -> bool:
    """Whether the file's title is the name of its site: not the page's headline, and given again beside the article."""
    headlines = [page.keys[n] for n, kind in enumerate(page.kinds) if kind == "headline"]
    name = key(title)
    if not headlines or any(name in h or h in name for h in headlines) or len(title.split()) > 8:
        return False
    return any(name in key(page.blocks[n].text) for n, k in enumerate(page.kinds) if k in {"navigation", "boilerplate"})


def _meta_value(name: str, source: str, value: str) -> str:
    if name == "published":
        date = find_date(value)
        compact = re.match(r"^(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)", value)
        if compact:
            return "-".join(compact.groups())
        return date.edtf if date else ""
    if name == "author":
        value = re.sub(r"\s*<[^<>]*>\s*$", "", value).strip("\"' ")
        return "" if re.match(r"(?i)https?://|\S+@\S+$", value) else value
    if name == "publisher" and re.match(r"(?i)https?://", value):
        return ""
    if name == "publisher" and source == "copyright":
        return re.sub(r"(?i)^(?:©|\(c\)|copyright|\d{4}|\s|,|-|–)+", "", value).strip()
    return value


def _field(
    page: Page, name: str, start: int, end: int, rule: str, *, value: str = "", inferred: bool = False
) -> DocField:
    text = " ".join(page.doc.text[start:end].split())
    return DocField(name, value or text, "text", _maker(rule), page.doc.span(start, end), inferred, rule)


def _titles(page: Page) -> Iterator[DocField]:
    for n, kind in enumerate(page.kinds):
        if kind == "headline":
            raw = page.raw(n)
            lead = re.match(r"(?i)(?:#{1,6}\s+|(?:subject|objet|asunto|title)\s*:\s*)", raw)
            skip = lead.end() if lead else 0
            yield _field(page, "title", page.blocks[n].start + skip, page.blocks[n].end, "the headline")
            return


def _authors(page: Page) -> Iterator[DocField]:
    outlets = {key(page.doc.text[e.start : e.end]) for e in find_publishers(page) if e.stated}
    for n, credit in enumerate(page.credits):
        if not credit or page.kinds[n] != "byline":
            continue
        if credit.authors:
            a, b = credit.authors
            if key(page.raw(n)[a:b]) not in outlets:
                yield _field(page, "author", page.blocks[n].start + a, page.blocks[n].start + b, "the byline")
        elif re.match(r"(?i)\W?(?:reporting|writing|written|report) ", page.raw(n)):
            yield from _reporters(page, n)
    for n, rule in enumerate(page.rules):
        if rule == "lone_name" or _over_handle(page, n):
            yield _field(page, "author", page.blocks[n].start, page.blocks[n].end, "a name under the headline")
        elif rule == "label" and (place := _placed_name(page, n)):
            yield _field(page, "author", page.blocks[n].start + place[0], page.blocks[n].start + place[1], "the byline")
        elif rule == "markup" and page.kinds[n] == "byline" and not page.credits[n] and _is_short_name(page, n):
            yield _field(page, "author", page.blocks[n].start, page.blocks[n].end, "the byline")
        elif rule == "mail_header" and page.kinds[n] == "byline":
            raw = page.raw(n)
            at = raw.index(":") + 1
            name = re.match(r"\s*\"?([^<\"]+?)\"?\s*(?:<|$)", raw[at:])
            if name:
                yield _field(
                    page,
                    "author",
                    page.blocks[n].start + at + name.start(1),
                    page.blocks[n].start + at + name.end(1),
                    "the sender",
                )
    yield from _interviewers(page)
    for n, rule in enumerate(page.rules):
        if rule in {"bio", "signature"}:
            yield from _bio_name(page, n)


_TALKS = re.compile(
    r"\b(?:speaks?|talks?|spoke|talked|speaking|talking|chats?|sits? down|sat down|in conversation)\s+(?:to|with)\s+"
    r"(?P<who>(?:[^\W\d_a-z][\w’'-]*\s+){1,3}?[^\W\d_a-z][\w’'-]*)(?=\s+(?:about|on|of|in|at|over|why|how)\b|[.,]|$)"
)
_TURN = re.compile(r"(?P<who>[^\W\d_a-z][\w’' .-]{0,30}):\s+\S")


def _interviewers(page: Page) -> Iterator[DocField]:
    """Who asked in an interview, as its opening says: ``The mayor speaks to Ada Holm about the quarry``."""
    turns = [m["who"] for n in range(len(page)) if (m := _TURN.match(page.raw(n)))]
    if len(turns) < 3 or len(set(turns)) == len(turns):
        return
    start = next((n for n, k in enumerate(page.kinds) if k in {"headline", "body"}), 0)
    for n in range(start, min(start + 5, len(page))):
        match = _TALKS.search(page.raw(n)) if page.kinds[n] in {"body", "subheading"} else None
        if match and is_person(match["who"], page.lowered):
            a, b = match.span("who")
            yield _field(page, "author", page.blocks[n].start + a, page.blocks[n].start + b, "the interview's opening")


_ROLED = re.compile(r"(?i)(?:interview|reporter|reporting|reportage|presenter|story|text)\s*:\s*(?P<who>[^,;|]+)$")


def _placed_name(page: Page, n: int) -> tuple[int, int] | None:
    """A reporter's name with a place or a part, below the headline: ``Ada Holm, Oslo``, ``Interview: Ada Holm``.

    An interview is by whom the text does not speak of.
    """
    if "headline" not in page.kinds[max(0, n - 4) : n]:
        return None
    raw = page.raw(n)
    name, comma, place = raw.partition(", ")
    if comma and is_person(name, page.lowered) and is_place(place.strip()):
        return 0, len(name)
    match = _ROLED.match(raw)
    if match and is_person(match["who"].strip(), page.lowered):
        spoken = page.doc.text.count(match["who"].split()[-1]) > 1
        return None if spoken and raw.casefold().startswith("interview") else match.span("who")
    return None


def _over_handle(page: Page, n: int) -> bool:
    """Whether the line is a writer's name over a ``@handle`` at the head of a post."""
    return (
        n < 4
        and n + 1 < len(page)
        and page.rules[n + 1] == "handle"
        and page.kinds[n] not in {"body", "headline"}
        and _is_short_name(page, n)
    )


def _is_short_name(page: Page, n: int) -> bool:
    text = page.blocks[n].text
    return page.blocks[n].words <= 5 and not re.search(r"[\d:|•·]", text) and not is_outlet(text)


def _reporters(page: Page, n: int) -> Iterator[DocField]:
    match = re.match(
        r"(?i)[(\[]?(?:reporting|writing|written"
        r"|report)(?: and \w+)? by\s+(?P<who>[^;.()]{3,120}?)(?=\s*(?:[;.()]|\bin\b|\bediting\b|$))",
        page.raw(n),
    )
    if match:
        a, b = match.span("who")
        yield _field(page, "author", page.blocks[n].start + a, page.blocks[n].start + b, "the reporting line")


def _bio_name(page: Page, n: int) -> Iterator[DocField]:
    raw = page.raw(n)
    if page.rules[n] == "signature":
        lead = len(raw) - len(raw.lstrip(" —–-"))
        yield _field(page, "author", page.blocks[n].start + lead, page.blocks[n].end, "the signature")
        return
    match = re.match(
        r"\W{0,3}((?:[^\s,.]+\.?\s+){0,4}?[^\s,.(]+)(?:\s*,|\s*\(|\s+(?:is|was|has|works|writes|covers|teaches|serves|holds|reports|leads|heads|runs)\b)",
        raw,
    )
    if match and match.group(1).split()[0] not in {"He", "She", "The", "They"} and len(match.group(1).split()) >= 2:
        a, b = match.span(1)
        yield _field(page, "author", page.blocks[n].start + a, page.blocks[n].start + b, "the author's note")


def _published(page: Page) -> Iterator[DocField]:
    """Dates of the lines about the article: above its text, at the text's head, behind its end; never amid it."""
    found: list[tuple[int, int, FoundDate]] = []
    title = next((n for n, k in enumerate(page.kinds) if k == "headline"), 0)
    body = [n for n, k in enumerate(page.kinds) if k == "body" and page.rules[n] != "line"] or [len(page)]
    for n, kind in enumerate(page.kinds):
        credit = page.credits[n]
        if body[0] < n < body[-1] or _NOTE.match(page.raw(n)) or is_labelled(page.raw(n)):
            continue
        if kind in {"byline", "dateline", "headline"} and credit and credit.date:
            rank = 2 if credit.date.updated else 0 if n >= title else 1
            found.append((rank, n, credit.date))
        elif kind == "headline" and (named := find_date(page.raw(n))):
            ends = named.end == len(page.raw(n)) and not is_told(page.raw(n), named)
            if ends or is_of_day(page.raw(n), named):
                found.append((1, n, named))
        elif kind == "dateline" and page.rules[n] in {"markup", "mail_header"}:
            date = find_date(page.raw(n))
            if date:
                found.append((0, n, date))
        elif (
            kind in {"boilerplate", "byline"}
            and page.blocks[n].words <= 45
            and page.rules[n] in {"first_published", "release_head"}
        ):
            date = find_date(page.raw(n))
            if date:
                found.append((3, n, date))
        elif kind == "body" and n == body[0]:
            line = find_dateline(page.raw(n)[:400])
            if line and line.date:
                found.append((1, n, line.date))
    for rank, n, date in sorted(found, key=lambda f: (f[0], f[1])):
        start = page.blocks[n].start
        rule = "an update line" if rank == 2 else "the dateline"
        yield _field(page, "published", start + date.start, start + date.end, rule, value=date.edtf, inferred=rank == 2)


def _publishers(page: Page) -> Iterator[DocField]:
    for found in find_publishers(page):
        yield _field(page, "publisher", found.start, found.end, found.reason, inferred=not found.stated)


def _hosts(found: list[DocField]) -> Iterator[DocField]:
    for field in found:
        if field.name == "url" and host(field.value):
            yield DocField(
                "publisher", host(field.value), field.origin, _maker("host"), inferred=True, reason="the address's host"
            )

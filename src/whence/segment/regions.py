"""Regions: which run of text is whose words."""

from dataclasses import replace

from whence.model import Document, Maker, Region
from whence.segment.boxes import mark_boxes
from whence.segment.credits import find_dateline
from whence.segment.page import Page
from whence.segment.second import Opinion, asks, review
from whence.segment.shapes import is_result, key
from whence.segment.tail import mark_tail
from whence.segment.top import mark_top
from whence.text.sheets import sheets_between

VERSION = "2"
_MERGED = frozenset({"body", "navigation", "boilerplate", "tags", "about", "teaser"})


def find_regions(doc: Document) -> tuple[Region, ...]:
    """Cut the text into regions: every word lies in exactly one, in order, whatever the source was."""
    page = read_page(doc)
    found: list[Region] = []
    for n in range(len(page)):
        for region in _pieces(page, n):
            if found and _joins(page, n, found[-1], region):
                found[-1] = replace(found[-1], span=doc.span(found[-1].span.start, region.span.end))
            else:
                found.append(region)
    return tuple(found)


def read_page(doc: Document, *, second: bool = True) -> Page:
    """The page of `doc` with every block decided; by the rules alone where no `second` opinion is wanted."""
    page = Page(doc)
    opinion = Opinion(page) if second and asks(page) else None
    first = mark_top(page, opinion)
    writers = _writers(page)
    mark_boxes(page, first, writers)
    mark_tail(page, first, writers)
    if opinion:
        review(page, opinion)
    _mark_entries(page)
    _mark_results(page)
    return page


def _mark_entries(page: Page) -> None:
    """What a list says of somebody in labelled fields is of the document, whatever its lines look like."""
    for n, block in enumerate(page.blocks):
        if page.kinds[n] != "comment" and sheets_between(page.doc.text, block.start, block.end):
            page.mark(n, "body", "sheet", force=True)


def _mark_results(page: Page) -> None:
    """Rows of a result are the document's own, though each looks like a link: "Reed Party: 17 seats"."""
    rows = [n for n, block in enumerate(page.blocks) if is_result(block.text)]
    for n in rows:
        if {n - 1, n + 1}.intersection(rows):
            page.mark(n, "body", "result", force=True)


def _writers(page: Page) -> list[str]:
    found = []
    for n, credit in enumerate(page.credits):
        if credit and credit.authors and page.kinds[n] == "byline":
            found.append(page.raw(n)[slice(*credit.authors)])
        elif page.rules[n] == "lone_name":
            found.append(page.blocks[n].text)
    return [w for name in found for w in name.replace(" & ", ",").replace(" and ", ",").split(",") if key(w)]


def _pieces(page: Page, n: int) -> list[Region]:
    block, kind = page.blocks[n], page.kinds[n] or "body"
    maker = Maker("segment.regions", VERSION, page.rules[n] or "rest")
    whole = Region(page.doc.span(block.start, block.end), kind, maker, page.authors[n])
    if kind != "body" or page.rules[n] == "sheet":
        return [whole]
    line = find_dateline(page.doc.text[block.start : block.end][:400])
    if line is None or block.start + line.end >= block.end:
        return [whole]
    cut = block.start + line.end
    end = block.start + len(page.doc.text[block.start : cut].rstrip())
    head = Region(page.doc.span(block.start, end), "dateline", Maker("segment.regions", VERSION, "inline_dateline"))
    return [head, replace(whole, span=page.doc.span(cut, block.end))]


def _joins(page: Page, n: int, last: Region, new: Region) -> bool:
    """Whether the two are one region: neighbouring paragraphs of one kind, or one comment's paragraphs."""
    if last.kind != new.kind or last.author != new.author:
        return False
    if new.kind == "comment":
        return page.joined[n]
    return new.kind in _MERGED and (
        new.kind == "body" or last.maker == new.maker or new.kind in {"about", "navigation"}
    )

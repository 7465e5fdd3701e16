"""What a page declares about itself: meta tags, JSON-LD, time elements; a date found otherwise is marked as guessed."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from whence.read.given import published_of

NAMES = {
    "og:title": "og:title",
    "twitter:title": "twitter:title",
    "og:site_name": "site_name",
    "og:url": "url",
    "og:description": "description",
    "description": "description",
    "og:type": "og:type",
    "author": "author",
    "article:author": "author",
    "article:published_time": "published",
    "article:modified_time": "modified",
    "article:publisher": "article:publisher",
    "publisher": "publisher",
    "dc.title": "dc.title",
    "dc.creator": "author",
    "dc.publisher": "publisher",
    "dc.date": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "citation_title": "dc.title",
    "citation_author": "author",
    "citation_publication_date": "published",
    "parsely-title": "og:title",
    "parsely-author": "author",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "sailthru.author": "author",
    "date": "published",
    "pubdate": "published",
    "publish-date": "published",
    "publishdate": "published",
    "datepublished": "published",
    "keywords": "keywords",
    "news_keywords": "keywords",
    "application-name": "application-name",
}
ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle blogposting".split()
)
ARTICLES |= {"report", "scholarlyarticle", "webpage", "liveblogposting", "discussionforumposting", "socialmediaposting"}
SPACE = re.compile(r"\s+")


def read_meta(tree: etree._Element, known: Mapping[str, str]) -> dict[str, str]:
    """The page's own words about itself under our names, the first source of each winning.

    `published_from` and `author_from` name where these two come from: a meta tag, JSON-LD, a time element,
    or ``guess`` when htmldate inferred the date.
    """
    meta: dict[str, str] = {}
    for name, value, origin in _declared(tree):
        value = SPACE.sub(" ", value).strip()
        if name in ("published", "modified"):
            value = published_of(value) or ""
        if name == "author" and value.startswith(("http:", "https:")):
            continue
        if value and name not in meta:
            meta[name] = value[:2000]
            if name in ("published", "author"):
                meta[f"{name}_from"] = origin
    if "published" not in meta:
        guess = _guess_date(tree)
        if guess:
            meta |= {"published": guess, "published_from": "guess"}
    return {**meta, **known}


def _declared(tree: etree._Element) -> Iterator[tuple[str, str, str]]:
    ld = list(_linked_data(tree))
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        key = NAMES.get(name.strip().lower())
        if key and element.get("content"):
            yield key, element.get("content"), "meta"
    for record in ld:
        yield from _of_record(record)
    title = tree.find(".//title")
    if title is not None:
        yield "title", "".join(title.itertext()), "title"
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
            yield "canonical", element.get("href"), "link"
    for element in tree.iter("html"):
        yield "lang", element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or "", "html"
    for element in tree.iter("time"):
        stamp = element.get("datetime") or ""
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            yield "published", stamp or "".join(element.itertext()), "time"
    for element in tree.iter("time"):
        if not _in_comment(element):
            yield "published", element.get("datetime") or "", "time"


def _in_comment(element: etree._Element) -> bool:
    from whence.read.html.evidence import evidence

    return any(evidence(a) in ("comment", "teaser") for a in element.iterancestors() if isinstance(a.tag, str))


def _linked_data(tree: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield the records of JSON-LD that describe an article, articles before pages."""
    records: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            records += _flat(json.loads("".join(script.itertext()), strict=False))
        except (ValueError, RecursionError):
            continue
    articles = [r for r in records if _types(r) & ARTICLES]
    yield from sorted(articles, key=lambda r: "webpage" in _types(r))


def _flat(data: Any) -> list[dict[str, Any]]:
    if isinstance(data, list):
        return [record for item in data[:100] for record in _flat(item)]
    if not isinstance(data, dict):
        return []
    graph = data.get("@graph")
    return [data, *(_flat(graph) if isinstance(graph, list) else [])]


def _types(record: dict[str, Any]) -> set[str]:
    declared = record.get("@type") or ""
    return {str(t).lower() for t in (declared if isinstance(declared, list) else [declared])}


def _of_record(record: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key, name in (("headline", "headline"), ("datePublished", "published"), ("dateModified", "modified")):
        if isinstance(record.get(key), str):
            yield name, record[key], "json-ld"
    author = _names(record.get("author"))
    if author:
        yield "author", author, "json-ld"
    publisher = _names(record.get("publisher"))
    if publisher:
        yield "publisher", publisher, "json-ld"
    if isinstance(record.get("url"), str):
        yield "url", record["url"], "json-ld"


def _names(value: Any) -> str:
    """The names of persons or bodies in JSON-LD, joined by semicolons."""
    values = value if isinstance(value, list) else [value]
    names = [v.get("name") if isinstance(v, dict) else v for v in values]
    return "; ".join(n.strip() for n in names if isinstance(n, str) and n.strip())


def _guess_date(tree: etree._Element) -> str | None:
    """A date that htmldate finds in address, text or markup; the earliest one is the publication's."""
    from copy import deepcopy

    from htmldate import find_date

    try:
        return published_of(find_date(deepcopy(tree), extensive_search=False, original_date=True) or "")
    except Exception:  # a fallback of a fallback: what it stumbles over is no reason to lose the page
        return None

"""What the markup of an element says about the text in it: its tag, its role, its class names and its id."""

import re
from functools import cache, lru_cache

from lxml import etree

from whence.vocab import load_words

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SPLIT = re.compile(r"[^a-z0-9]+")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
ROLES = {"navigation": "navigation", "menu": "navigation", "search": "boilerplate", "dialog": "boilerplate"}
ROLES |= {"alertdialog": "boilerplate", "contentinfo": "navigation", "toolbar": "boilerplate", "menubar": "navigation"}
TAGS = {"nav": "navigation", "menu": "navigation", "figcaption": "caption", "noscript": "boilerplate"}
TAGS |= {"button": "boilerplate", "select": "boilerplate", "textarea": "boilerplate", "label": "boilerplate"}
TAGS |= {"dialog": "boilerplate", "address": "byline", "time": "byline"}
PROPERTIES = {"author": "byline", "datepublished": "byline", "datemodified": "byline", "comment": "comment"}
PROPERTIES |= {"caption": "caption", "keywords": "tags", "breadcrumb": "navigation", "articlebody": "body"}
# Stronger first: a share box inside an author line is a share box, and a comment form is still a comment.
ORDER = ("comment", "about", "teaser", "tags", "caption", "byline", "quote", "boilerplate", "navigation", "body")
# Kinds that hold everything inside them; a caption or an author line may still hold a share box.
CLOSED = frozenset({"comment", "about", "teaser", "tags", "navigation", "boilerplate"})
# Containers of one post of a thread.
POSTS = frozenset({"post", "message", "reply", "forum-post", "postcontainer", "postbody", "comment"})
SOFT = frozenset({"header", "footer", "aside"})


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = load_words("markup.yaml")
    joined = {kind: "|".join(re.escape(w.replace(" ", "-")) for w in words.get(kind, ())) for kind in ORDER}
    return tuple((kind, re.compile(f"-(?:{pattern})(?=-)")) for kind, pattern in joined.items() if pattern)


@lru_cache(maxsize=16384)
def kind_of_name(name: str) -> str:
    """The kind that a class attribute or an id points to, '' for none."""
    normal = "-" + "-".join(SPLIT.split(CAMEL.sub("-", name).lower())) + "-"
    return next((kind for kind, pattern in _patterns() if pattern.search(normal)), "")


@cache
def _cues() -> tuple[dict[str, str], dict[str, str]]:
    """Headings as they stand, and beginnings of headings (written with a star)."""
    cues = {phrase: kind for kind, phrases in load_words("headings.yaml").items() for phrase in phrases}
    return cues, {phrase[:-1]: kind for phrase, kind in cues.items() if phrase.endswith("*")}


def kind_after_heading(words: str) -> str:
    """The kind of what follows a heading of these words, '' where the heading says nothing about it."""
    if len(words) > 60:
        return ""
    if re.match(r"\d+ (comments?|responses?|repl(y|ies)|thoughts?)\b", words.strip().lower()):
        return "comment"
    plain = re.sub(r"^\W*\d*\W*|[\W\d]+$", "", words.lower().replace("\u2019", "'"))
    plain = re.sub(r"\s+", " ", plain)
    whole, beginnings = _cues()
    return whole.get(plain) or next((kind for start, kind in beginnings.items() if plain.startswith(start)), "")


def evidence(element: etree._Element) -> str:
    """The kind that the element's own markup claims for its text, '' for none."""
    tag = element.tag
    role = (element.get("role") or "").lower()
    claimed = TAGS.get(tag) or ROLES.get(role) or PROPERTIES.get((element.get("itemprop") or "").lower(), "")
    if claimed and claimed != "byline":
        return claimed
    if element.get("hidden") is not None or HIDDEN.search(element.get("style") or ""):
        return "hidden"
    if (element.get("rel") or "").lower() == "author":
        return "byline"
    if "tag" in (element.get("rel") or "").lower().split():
        return "tags"
    names = (kind_of_name(element.get("class") or ""), kind_of_name(element.get("id") or ""))
    return min((n for n in names if n), key=ORDER.index, default=claimed)


def is_reply(element: etree._Element) -> bool:
    """Whether the element is a later post of a thread: of the same class as the one before it, without a heading."""
    classes = set((element.get("class") or "").lower().split())
    if not classes & POSTS:
        return False
    before = next(element.itersiblings("*", preceding=True), None)
    if before is None:
        return False
    same = classes & POSTS & set((before.get("class") or "").lower().split())
    return bool(same) and next(element.iter("h1", "h2", "h3"), None) is None

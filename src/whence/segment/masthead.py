"""The head of a page: the outlet's own name above the article, and what stands around it.

A name alone at the top is the outlet's when its neighbours say so: a motto ("weekly of the north coast"), the line of
an issue, a menu, a section with a date, or words that outlets bear. A headline tells what the article tells, so words
that the first paragraphs repeat speak against a name.
"""

import re
from dataclasses import dataclass
from functools import cache

from whence.segment.captions import is_caption
from whence.segment.credits import is_person, mail_header
from whence.segment.cues import words
from whence.segment.dates import alternatives
from whence.segment.page import OUTSIDE, Page
from whence.segment.shapes import is_capital, is_outlet, is_title, key, names_body

_REACH = 14
_SURE = 4
ADVERTISED = re.compile(r"(?i)(?:sponsored|promoted|advertorial|advertisement|paid (?:content|post)|partner content)\b")
_COLUMNS = re.compile(r"\s{2,}|\t|\s*[|·•]\s*")
_ISSUE = re.compile(
    r"(?i)(?:\b(?:no|nr|vol|volume|issue|number|edition|année|year|jahrgang)\b\.?|[nN][°º]|#)\s*(?:\d|[ivxlc]+\b)"
    r"|\b(?:price|prix|urgency|words|ref)\b[\s.:]*\d"
)
_OPENING = re.compile(r"(?i)[\w,]+\s+(?:of|for|on|about|from|at|that|the)\b")
_FREQUENCY = re.compile(r"[\s,-]+\d{2,4}(?:[.,]\d)?\s*(?:fm|am|mhz|khz)?\.?$", re.IGNORECASE)
_ACRONYM = re.compile(r"(?P<short>[^\W\d_a-z]{2,7})\s*[-–—:(|]?\s+(?P<name>[^\W\d_a-z].{5,70})")
# A state or a parliament stands above the body that speaks.
_STATE = re.compile(
    r"(?i)(?:the\s+)?(?:(?:republic|kingdom|states?|government|commonwealth|union)(?:\s+of\b|$)|united|federal|house"
    r"|senate|parliament|national assembly)\b"
)
_DOCKET = re.compile(
    r"(?i)(?:case|docket|file|ref(?:erence)?|report|document)\b[^a-z]*(?:no\b\.?)?\s*[\w/-]*\d[\w/-]*$"
)
_TITLES = ("og:title", "headline", "citation_title", "twitter:title", "subject")
_WEIGHTS = {"motto": 3, "issue": 3, "section": 3, "menu": 2, "body": 1, "dated": 1, "label": 1}
_SMALL = frozenset("of the for and d l de du des la le les del di da und y e et on in &".split())


@dataclass(frozen=True, slots=True)
class Masthead:
    """The name at the head of a page, at offsets of the document; `lines` are its blocks, `title` the next one."""

    start: int
    end: int
    lines: frozenset[int]
    title: int | None


def find_masthead(page: Page, first: int) -> Masthead | None:
    """The masthead above block `first`, the article's first paragraph; None where nothing speaks for one."""
    head = [n for n in range(min(first, _REACH)) if not page.blocks[n].furniture]
    name = next((n for n in head if not _is_skipped(page, n)), None)
    if name is None or not _can_be_name(page, name):
        return None
    below = [n for n in head if n > name]
    weight, lines, title = _weigh(page, name, below)
    if weight < _SURE:
        return None
    bodies = [n for n in lines if _role(page, n, 0) == "body"]
    if bodies and _STATE.match(page.blocks[name].text):
        start, end = _bounds(page, bodies[0])
    else:
        start, end = _bounds(page, name)
    return Masthead(start, end, frozenset({name, *lines}), title) if end > start else None


def _is_skipped(page: Page, n: int) -> bool:
    """What may stand above a name: menus, addresses, advertisements, the labels of sections and of releases."""
    cue = page.cues[n]
    menu = is_menu(page, n)
    if mail_header(page.blocks[n].text) or page.markup[n] in OUTSIDE:
        return True
    return (bool(cue) and not menu) or (menu and not _leads_menu(page, n)) or key(page.blocks[n].text) in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(key(w) for w in words("section_labels"))


def _can_be_name(page: Page, n: int) -> bool:
    text = _first_line(page, n)
    if page.markup[n] == "headline" or page.credits[n] or is_caption(page.blocks[n], top=True):
        return False
    if page.keys[n] in {key(page.doc.meta[k]) for k in _TITLES if page.doc.meta.get(k)}:
        return False
    name = text[slice(*_named(text))]
    if _ISSUE.search(name) or re.search(r"\d{4}", name):
        return False
    return 1 <= len(name.split()) <= 9 and not re.search(r"[?!:;\"“”]$|[?!]\s|[“”\"]", name) and bool(key(name))


def _first_line(page: Page, n: int) -> str:
    return page.raw(n).split("\n")[0]


def _named(text: str) -> tuple[int, int]:
    """Where in the line the name stands: before the columns, behind its own initials, without its wave length."""
    start, end = 0, len(text)
    columns = [m.start() for m in _COLUMNS.finditer(text) if m.start() > 0]
    dashes = [m.start() for m in re.finditer(r"\s[-–—*]\s", text) if _tells(text[m.end() :])]
    end = min([*columns, *dashes], default=end)
    match = _ACRONYM.fullmatch(text[:end].rstrip(" )"))
    if match and spells(match["short"], match["name"]):
        start = match.start("name")
    wave = _FREQUENCY.search(text, start, end)
    end = wave.start() if wave and wave.start() > start else end
    while end > start and (text[end - 1] in " .,:;|·•-–—*)"):
        end -= 1
    return start, end


def _tells(rest: str) -> bool:
    return is_motto(rest) or bool(_ISSUE.search(rest))


def spells(short: str, name: str) -> bool:
    """Whether the initials of `name` are `short`: ``NCA`` of ``Northern Cable Agency``."""
    parts = [p for p in re.split(r"[\s\-’']+", name) if p and p.casefold() not in _SMALL]
    return len(parts) >= 2 and "".join(p[0] for p in parts).casefold() == short.casefold()


def _bounds(page: Page, n: int) -> tuple[int, int]:
    start, end = _named(_first_line(page, n))
    return page.blocks[n].start + start, page.blocks[n].start + end


def _weigh(page: Page, name: int, below: list[int]) -> tuple[int, list[int], int | None]:
    """How much speaks for the name, which lines below it belong to the head, and the first line that does not."""
    text = page.doc.text[slice(*_bounds(page, name))]
    if any(page.keys[n] and page.keys[n] == page.keys[name] for n in below[:2]):
        return 0, [], None
    weight, lines, title = _own_weight(page, name, text), list[int](), None
    seen: set[str] = set()
    for step, n in enumerate(below):
        role = _role(page, n, step)
        if role == "title":
            title = n
            break
        if role == "byline":
            break
        if role in {"motto", "issue", "menu", "body"}:
            lines.append(n)
        if role not in seen:
            weight += _WEIGHTS.get(role, 0) + (role == "motto" and step == 0)
        seen.add(role)
    spelled = _spelled(page, name, text)
    weight += spelled
    if title is None and not seen & {"motto", "issue"} and spelled < 3:
        return 0, [], None  # the only title-like line is the title
    return weight, lines, title


def _own_weight(page: Page, n: int, text: str) -> int:
    parts = [p for p in text.split() if p.casefold() not in _SMALL]
    capital = all(is_capital(p) or p[0].isdigit() for p in parts)
    weight = 1 if capital else 0 if len(parts) <= 2 else -2
    weight += 2 if capital and names_body(text) else 0
    weight += 1 if capital and len(parts) <= 3 else 0
    weight -= 2 if is_person(text, page.lowered) and not names_body(text) else 0
    of_office = any(w in text.casefold().split() for w in ("of", "for", "de", "du")) and names_body(text)
    weight -= 0 if of_office or len(parts) == 1 else 2 * min(2, _told(page, n, text, parts))
    return weight


def _told(page: Page, n: int, text: str, parts: list[str]) -> int:
    """How many of the line's words the first paragraphs take up, singly and not as the name that it is."""
    near = " ".join(page.blocks[m].text for m in list(page.paragraphs(n + 1))[:3])[:1500]
    if len(parts) >= 2 and key(text) in key(near):
        return 0
    folded = {w[:6] for w in re.findall(r"\b[^\W\d_A-Z]\w{2,}", near)}  # a place in a name stays with its capital
    told = [p for p in key(" ".join(parts)).split() if len(p) > 3 and p[:6] in folded and not is_outlet(p)]
    return len(told)


def _spelled(page: Page, n: int, text: str) -> int:
    """Whether the page gives the name again: its initials in the line or in a dateline, or the name at its foot."""
    line = _first_line(page, n)
    match = _ACRONYM.match(line)
    if match and spells(match["short"], text):
        return 3
    if is_motto(line[len(text) :].strip(" -–—*|")) or _ISSUE.search(line):
        return 3
    foot = page.doc.text[page.blocks[n].end :]
    initials = "".join(p[0] for p in text.split() if p.casefold() not in _SMALL).upper()
    if len(initials) > 2 and re.search(rf"\(“?{re.escape(initials)}”?\)", foot[:4000]):
        return 2
    return 1 if len(text) > 5 and text.casefold() in foot.casefold() else 0


def _role(page: Page, n: int, step: int) -> str:
    block, credit = page.blocks[n], page.credits[n]
    text = block.text
    if is_menu(page, n) or (page.cues[n] and page.cue_kind(n) == "navigation"):
        return "menu"
    if len(_ISSUE.findall(text)) and (credit or len(_ISSUE.findall(text)) > 1 or re.search(r"\b\d{4}\b", text)):
        return "issue"
    if credit and credit.authors and not _ISSUE.search(text):
        return "byline"
    if credit:
        return "section" if _has_section(text) else "dated"
    if page.cues[n] or mail_header(text) or ADVERTISED.match(text):
        return "other"
    if is_motto(text, first=step == 0):
        return "motto"
    if key(text) in _labels() or _DOCKET.match(text):
        return "label"
    if block.words <= 7 and names_body(text) and all(is_capital(p) or p in _SMALL for p in text.split()):
        return "body"
    if is_caption(block, top=True):
        return "other"
    if block.words >= 2 and (is_title(block) or page.prose[n]):
        return "title"
    return "other"


def _has_section(text: str) -> bool:
    """Whether a line with a date names a section of the paper, or its edition, beside it."""
    pieces = [key(p) for p in _COLUMNS.split(text)]
    return any(p in _labels() or re.search(r"\b(?:edition|obituary|section)\b", p) for p in pieces)


def is_motto(text: str, *, first: bool = False) -> bool:
    """Whether the line tells what outlet this is: ``Organ of the League``; `first`: it stands right below the name."""
    if len(text.split()) > 16 or text.endswith(("?", "!")):
        return False
    if any(pattern.search(text) for pattern in _mottos()):
        return True
    if not first or len(text.split()) < 3 or text.endswith("."):
        return False
    opens = text.split()[0].casefold().strip(",") in words("motto_openings") and not re.search(r"\d{4}", text)
    return text[:1].islower() or (opens and bool(_OPENING.match(text)))


@cache
def _mottos() -> tuple[re.Pattern[str], ...]:
    kinds = alternatives(words("motto_nouns"))
    return (
        re.compile(rf"(?i)^(?:the|an?|our|your)?\s*(?:[\w-]+,?\s+){{0,3}}?(?:{kinds})\s+(?:of|for|on|about|from|in)\b"),
        re.compile(rf"(?i)(?:^|[-–—|*·]\s*)(?:[\w-]+\s){{0,2}}(?:{kinds})\s*(?:$|[-–—|*·,])"),
        re.compile(r"(?i)\b(?:founded|established|since|est\.)\s+(?:in\s+)?(?:1[6-9]|20)\d\d\b"),
        re.compile(r"(?i)\b(?:translated|version)\b"),
    )


def is_menu(page: Page, n: int) -> bool:
    """Whether the line is a row of a site's sections."""
    text = page.raw(n)
    if "\n" in text or page.blocks[n].words > 24:
        return False
    columns = [c for c in re.split(r"\s{2,}|\t|\s[|·•]\s", text) if c]
    if len(columns) >= 3 and all(len(c.split()) <= 4 for c in columns) and not re.search(r"\d{4}", text):
        return True
    if re.search(r"\s[>»›→]\s", text) and page.blocks[n].words <= 9 and not re.search(r"[.?!]$", text):
        return True
    named = sum(key(w) in _labels() or key(w) in words("menu_words") for w in text.split())
    return len(text.split()) >= 4 and named >= 0.6 * len(text.split()) and not re.search(r"[.,:;?!]", text)


def _leads_menu(page: Page, n: int) -> bool:
    """Whether the row begins with the outlet's name or initials rather than with a section."""
    lead = re.split(r"\s{2,}|\t|\s[|·•]\s", page.raw(n))[0]
    plain = key(lead) not in _labels() and not re.match(r"(?i)(?:home|front page|menu|search|news)\b", lead)
    return plain and (lead.isupper() or names_body(lead))

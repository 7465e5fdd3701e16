"""Below the article's first paragraph: subheadings, pictures, quotes, other articles, comments, about boxes."""

import re
from functools import cache
from itertools import islice

from whence.segment.captions import is_caption
from whence.segment.comments import Header, find_header, is_lone_user, is_time
from whence.segment.credits import is_person
from whence.segment.cues import Cue, words
from whence.segment.page import OUTSIDE, Page
from whence.segment.shapes import is_name, is_title, is_truncated, key
from whence.vocab import load_words

_VERBS = (
    r"(?:is|was|are|were|has|have|had|works?|writes?|covers?|teaches|serves?|holds?|reports?|reported|contributed"
    r"|speciali[sz]es?|leads|heads|runs|joined|directs|edits|manages|chairs|oversees|studies|researches|blogs|lives)"
)
_BIO_HEAD = re.compile(
    rf"^\W{{0,3}}(?:About the author:?\s*)?(?P<who>(?:[^\s,.]+\.?\s+){{0,5}}?(?:[^\s,.(]+|[A-Z]\.))"
    rf"(?:\s*,[^.]{{2,120}}?,|\s*\([^)]{{1,40}}\))?\s+{_VERBS}\b(?P<rest>.{{0,400}})"
)
_BOOK = re.compile(
    r"^\W{0,3}(?P<who>(?:\S+\s){0,4}?\S+?)[’']s? (?:most recent|latest|new|next|first|forthcoming|last) (?:book"
    r"|novel|film|report|work)"
)
_COVERS = re.compile(
    r"\bha(?:s|ve) (?:covered|reported|written|photographed|blogged)\b|\b(?:is|are) our (?:\w+ ){0,3}"
    r"(?:correspondent|reporter|editor|columnist|photographer|writer)s?\b"
)
_WRITER = re.compile(
    r"(?i)^\W{0,3}(?:the )?(?:author|writer|columnist|reporter|correspondent)s?\b(?: of this (?:article"
    r"|piece|story))?(?:,| is| are| was| has| writes| works| can)"
)
_SIGNS = re.compile(
    r"(?:\(?(?i:signed|sgd\.?)\)?:?|[A-Z][\w ]{2,24} by:?|(?:Attest(?:ed)?|Witness|Certified|Approved):)\s+"
    r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}[^\W\d_a-z][\w.’'-]*,\s+(?P<post>[^,.;:]{3,50})(?:[;,.].*)?$"
)
_NOTE = re.compile(r"^\[?\d{1,3}[\])]?\s+[^\W\d_]")
_STOP_STATES = frozenset({"comments"})
_FAR = 300


def mark_tail(page: Page, first: int, writers: list[str]) -> None:
    """Decide everything from the article's first paragraph on. `writers` are the names that the top credits."""
    state, opened = "", first
    for n in range(first, len(page)):
        if page.kinds[n]:
            continue
        part = _opens(page, n, first, state)
        if part:
            state, opened = part, n
            _mark_head(page, n, part)
        elif state and not _resumes(page, n, state, opened):
            _mark_inside(page, n, state, opened)
        else:
            state = ""
            _mark_article(page, n, first, writers)
    _mark_quotes(page, first)
    _mark_leftovers(page, first)


# --- parts of the page that a heading opens ---------------------------------------------------------------------


def _opens(page: Page, n: int, first: int, state: str) -> str:
    """The part of the page that begins at block `n`, or an empty string."""
    cue, block = page.cues[n], page.blocks[n]
    if block.furniture:
        return ""
    if cue and cue.opens:
        if cue.opens == "comments" and state != "comments":
            return "comments" if _comments_follow(page, n, first) else ""
        if cue.opens == "about" and not _about_follows(page, n):
            return ""
        if cue.opens == "live":
            return "list" if _hours_follow(page, n) else ""
        return "" if cue.opens == state == "comments" else cue.opens
    if credit_reply(page, n):
        return "comments"
    if state == "comments" and cue and cue.name in {"pager", "inline_teaser", "truncated_link"}:
        return "list"
    if n > first and state != "comments" and (page.cues[n] is None or (cue and cue.kind == "navigation")):
        header = page.headers[n]
        if header and _is_thread(page, n, first, header):
            return "comments"
    return ""


def credit_reply(page: Page, n: int) -> bool:
    """Whether another person's post begins at `n`, below a line that says whom it answers."""
    credit, above = page.credits[n], page.blocks[n - 1].text if n else ""
    if not credit or not credit.authors or not above.casefold().startswith("replying to"):
        return False
    name = key(page.raw(n)[slice(*credit.authors)])
    return all(name != key(page.raw(m)[slice(*c.authors)]) for m, c in enumerate(page.credits[:n]) if c and c.authors)


def _comments_follow(page: Page, n: int, first: int) -> bool:
    """Whether comments stand below the word, and not the rest of the article."""
    cue = page.cues[n]
    heads = page.heads(n + 1) > 0 or _named_and_dated(page, n)
    if cue and cue.name == "comment_form":
        return heads or page.words(n) < page.words(first, n)
    return heads or page.count(n + 1) < 3 or page.words(n + 1) < 0.5 * page.words(first, n)


_HOUR = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s.*)?$")


def _hours_follow(page: Page, n: int) -> bool:
    """Whether titles under or behind the hours of a day follow, as a ticker's do, and no account of the day."""
    near = [b for b in page.blocks[n + 1 : n + 5] if not b.ends]
    return sum(1 for b in near if _HOUR.match(b.text)) > 1 and len(near) > 2


def _named_and_dated(page: Page, n: int) -> bool:
    """Whether a short line over a date follows soon: the head of a comment in two lines."""
    near = range(n + 1, min(n + 20, len(page) - 1))
    return any(page.blocks[m].words <= 3 and is_time(page.blocks[m + 1]) for m in near)


def _is_thread(page: Page, n: int, first: int, header: Header) -> bool:
    """Whether the head at `n` opens a run of comments that no heading announces."""
    after = [h for h in page.headers[n + 1 : n + _FAR] if h]
    if header.strong:
        bullet = page.blocks[n].text[:1] in "•*·▪●◦‣"
        outside = any(page.kinds[m] in OUTSIDE for m in range(max(first, n - 4), n))
        return bullet or outside or any(h.strong for h in after)
    users = {h.user for h in after} | {header.user}
    start, end = page.blocks[first].start, page.blocks[n].start
    return len(users) > 1 and not any(page.doc.text.find(user, start, end) >= 0 for user in users)


def _about_follows(page: Page, n: int) -> bool:
    """Whether the heading stands over a box about the outlet or the author and not over half of the article."""
    name = re.sub(
        r"(?i)^(?:about|à propos d[eu’']|acerca de|sobre|hakkında|über)\s*:?\s*(?:the\s+)?", "", page.blocks[n].text
    )
    below = list(islice(page.paragraphs(n + 1), 5))
    if (
        not below
        or len(below) <= 4
        or (is_name(name) and key(name) and key(name) in key(page.blocks[below[0]].text[:200]))
    ):
        return True
    return page.words(n + 1) <= page.words(0, n)


def _mark_head(page: Page, n: int, part: str) -> None:
    cue = page.cues[n]
    if part != "comments":
        page.mark(n, cue.kind if cue else "boilerplate", cue.name if cue else part)
        return
    header = find_header(page.blocks[n])
    if header:
        page.mark(n, "comment", "comment_head", author=_clean(header.user))
    else:
        page.mark(n, "navigation", cue.name if cue else "comments_head")


def _resumes(page: Page, n: int, state: str, opened: int) -> bool:
    """Whether the article goes on at block `n` after a part that `state` names."""
    if cue_name(page, opened) == "live_head":
        return _ticker_ends(page, n, opened)
    if state in _STOP_STATES or not page.plain(n) or is_truncated(page.blocks[n]):
        return False
    if is_caption(page.blocks[n], top=False):
        return False
    if page.markup[n] == "body" and page.markup[opened] in OUTSIDE:
        return True  # the markup closes what it opened
    rest = page.count(n)
    run = _run(page, n)
    if state == "about":
        return page.count(opened + 1, n) > 0 and run >= 3 and rest >= 4 and page.words(n) > 150
    if state == "notes":
        return run >= 4 and page.words(n) > page.words(0, opened)
    above = n - opened
    return run >= 2 or (above <= 4 and rest >= 2 and page.words(n) > 100)


def _ticker_ends(page: Page, n: int, opened: int) -> bool:
    """Whether a finished sentence below a ticker is the article's and not told under an hour."""
    block = page.blocks[n]
    if not block.ends or block.words < 4 or page.cues[n] or page.credits[n] or page.markup[n] in OUTSIDE:
        return False
    hours = [m for m in range(opened + 1, n + 1) if _HOUR.match(page.blocks[m].text)]
    only_titles = len(hours) > 1 and page.count(opened + 1, n) == 0
    under = hours[-1:] == [n - 1] and page.blocks[n - 1].words < 3
    return bool(hours) and not under and (hours[-1] < n - 2 or (only_titles and hours[-1] < n))


def cue_name(page: Page, n: int) -> str:
    """The name of the cue that a block fits, or an empty string."""
    cue = page.cues[n]
    return cue.name if cue else ""


def _run(page: Page, n: int) -> int:
    """How many paragraphs follow each other from `n` without a title or a cue between."""
    found = 0
    for m in range(n, min(n + 5, len(page))):
        if not page.plain(m) or is_truncated(page.blocks[m]):
            break
        found += 1
    return found


def _mark_inside(page: Page, n: int, state: str, opened: int) -> None:
    block, cue = page.blocks[n], page.cues[n]
    if block.furniture:
        page.mark(n, "boilerplate", "furniture")
    elif state == "comments":
        _mark_comment(page, n)
    elif cue:
        page.mark(n, cue.kind, cue.name)
    elif state == "about":
        page.mark(n, "about", "about_box")
    elif state == "notes":
        page.mark(n, "boilerplate", "notes")
    else:
        head = page.kinds[opened]
        page.mark(n, "teaser" if page.prose[n] or head == "teaser" else head, "list")


def _mark_comment(page: Page, n: int) -> None:
    block, cue = page.blocks[n], page.cues[n]
    header = find_header(block, inside=True, lowered=page.lowered)
    after = page.blocks[n + 1] if n + 1 < len(page) else None
    current = page.kinds[n - 1] == "comment"
    if header:
        page.mark(n, "comment", "comment_head", author=_clean(header.user))
    elif cue and cue.kind in {"boilerplate", "tags"} and not page.prose[n]:
        page.mark(n, cue.kind, cue.name)
    elif cue and cue.opens != "comments" and current:
        page.mark(n, "comment", "comment_foot", author=page.authors[n - 1])
        page.joined[n] = True
    elif cue:
        page.mark(n, "navigation", cue.name)
    elif is_time(block) and current:
        page.mark(n, "comment", "comment_time", author=page.authors[n - 1])
        page.joined[n] = True
    elif is_lone_user(block, after):
        page.mark(n, "comment", "comment_head", author=_clean(block.text))
    elif block.words <= 3 and not block.ends and not _prose_later(page, n):
        page.mark(n, "navigation", "below_comments")
    else:
        page.mark(n, "comment", "comment", author=page.authors[n - 1] if current else "")
        page.joined[n] = current


def _prose_later(page: Page, n: int) -> bool:
    return any(page.blocks[m].words > 3 for m in range(n + 1, min(n + 12, len(page))))


def _clean(user: str) -> str:
    return user.strip(" .,:;-–—|•·()").removeprefix("@")


# --- the article itself -----------------------------------------------------------------------------------------


def _mark_article(page: Page, n: int, first: int, writers: list[str]) -> None:
    block, cue, credit, markup = page.blocks[n], page.cues[n], page.credits[n], page.markup[n]
    if block.furniture:
        page.mark(n, "boilerplate", "furniture")
    elif markup == "comment":
        _mark_comment(page, n)
        page.mark(n, "comment", "markup", author=page.authors[n], force=page.kinds[n] != "comment")
    elif markup and markup not in {"body", "headline"}:
        page.mark(n, markup, "markup")
    elif credit and credit.authors and n > first and not page.prose[n] and _unless(cue):
        page.mark(n, credit.kind, "credit")
    elif cue and (cue.kind != "about" or not cue.opens):
        page.mark(n, cue.kind if not cue.opens else "navigation", cue.name)
    elif credit and n > first and (credit.authors or credit.date or credit.outlet or not page.prose[n]):
        page.mark(n, credit.kind, "credit")
    elif is_caption(block, top=False):
        page.mark(n, "caption", "caption")
    elif is_bio(page, n, first, writers):
        page.mark(n, "about", "bio")
    elif n > first and _whom_to_call(page, n):
        page.mark(n, "boilerplate", "contact_line")
    elif n > first and _after_signature(page, n):
        page.mark(n, "about", "bio_below_name")
    elif n > first and _signature(page, n, writers):
        page.mark(n, "byline", "signature")
    elif n > first and page.rules[n - 1] == "citation_note" and _NOTE.match(block.text) and block.words <= 60:
        page.mark(n, "boilerplate", "citation_note")
    elif page.prose[n] or block.item or not is_title(block, most=16) or n == first:
        page.mark(n, "body", "paragraph")
    else:
        page.mark(n, "subheading", "short_line")


def _unless(cue: Cue | None) -> bool:
    """Whether a credit outweighs the cue: *Posted by* stands below a post, and a footnote is no credit."""
    return cue is None or cue.name == "first_published"


def _signature(page: Page, n: int, writers: list[str]) -> bool:
    text = page.blocks[n].text.strip(" —–-")
    if any(key(text) == key(w) for w in writers):
        return True
    return (
        page.count(n + 2) == 0
        and page.blocks[n].words <= 4
        and is_person(text, page.lowered)
        and (page.doc.text.count(text) == 1)
    )


def _whom_to_call(page: Page, n: int) -> bool:
    """Whether the short line stands right below "Enquiries:"."""
    above = page.blocks[n - 1].text
    return page.rules[n - 1] == "contact_line" and above.endswith(":") and page.blocks[n].words <= 12


def _after_signature(page: Page, n: int) -> bool:
    """A short description right below the writer's name at the end of the article."""
    above = next((m for m in range(n - 1, max(n - 4, -1), -1) if page.kinds[m] != "navigation"), n - 1)
    return page.rules[above] == "signature" and page.blocks[n].words <= 80 and page.words(n + 1) < 150


_PAST = re.compile(r"(?:\S+\s){1,4}(?:was|were|had)\b")


def is_bio(page: Page, n: int, first: int, writers: list[str]) -> bool:
    """Whether the paragraph tells who the writer is."""
    block = page.blocks[n]
    if block.words > 160 or block.words < 4:
        return False
    text = block.text
    lead = text[:320].casefold()
    if _WRITER.match(text):
        return _near_end(page, n) or n <= first + 1
    match = _BOOK.match(text) or _BIO_HEAD.match(text[:500])
    if not match:
        return False
    who = re.sub(r"^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Lt|Col|Gen|Maj|Capt)\.?\s+", "", match.group("who"))
    known = any(_same_person(who, w) or key(who) == key(w).split(" ")[0] for w in writers[:20])
    if not known and not _near_end(page, n):
        return False
    if not known and not (
        is_person(who, page.lowered) or (who.split()[0] in {"He", "She"} and page.rules[n - 1 if n else 0] == "bio")
    ):
        return False
    if not known and _PAST.match(text):
        return False  # what somebody was tells the story, what the writer is tells the writer
    if not known and n <= first:
        return False
    score = 3 if known else 0
    score += 1 if words("bio_nouns").intersection(re.findall(r"[a-z-]+", lead)) else 0
    score += 2 if any(mark in text.casefold() for mark in words("bio_marks")) or re.search(r"(?:^|\s)@\w", text) else 0
    score += 1 if page.rules[n - 1 if n else 0] == "bio" else 0
    score += 1 if _near_end(page, n) else -1
    score += 2 if _COVERS.search(text[:200]) else 0
    surname = who.split()[-1]
    elsewhere = any(surname in b.text for m, b in enumerate(page.blocks) if m != n and page.kinds[m] != "byline")
    score += -3 if not known and elsewhere else 1
    return score >= (4 if known else 3) if _near_end(page, n) or n <= first else known and score >= 5


def _same_person(one: str, other: str) -> bool:
    a, b = key(one).split(), key(other).split()
    return bool(a and b) and (a == b or (a[-1] == b[-1] and a[0] == b[0]))


def _near_end(page: Page, n: int) -> bool:
    """Whether no more than a few words of running text follow."""
    part = page.next_part[n + 1]
    return page.words(n + 1, max(part, n + 1)) <= 160


def _mark_quotes(page: Page, first: int) -> None:
    """A sentence of the article printed a second time, alone, is a pull quote."""
    body = [n for n in range(first, len(page)) if page.kinds[n] == "body"]
    short = [
        n
        for n in range(first, len(page))
        if page.kinds[n] in {"body", "subheading"} and 6 <= page.blocks[n].words <= 45
    ]
    if not short or len(body) > 4000:
        return
    whole = " \n ".join(key(page.blocks[n].text) for n in body)
    for n in short:
        own = key(page.blocks[n].text)
        if whole.count(own) > (1 if page.kinds[n] == "body" else 0) and f"\n {own} \n" not in whole.replace(
            f"\n {own} \n", "\n \n", 1
        ):
            page.mark(n, "quote", "pull_quote", force=True)


def _signs(text: str) -> bool:
    """Whether a line says who signed and in which post: "Prepared by: Ada Mensah, Committee Clerk"."""
    found = _SIGNS.match(text.strip())
    return found is not None and found["post"].lower().split()[-1] in _posts()


@cache
def _posts() -> frozenset[str]:
    """The last words of all posts."""
    return frozenset(words.split()[-1] for words in load_words("roles.yaml")["posts"])


def _mark_leftovers(page: Page, first: int) -> None:
    """Short lines that trail the last paragraph belong to the page, not to the article."""
    n = len(page) - 1
    trailing = []
    while n > first and (page.kinds[n] in OUTSIDE or page.kinds[n] == "subheading" or page.kinds[n] == "dateline"):
        if page.kinds[n] == "subheading":
            trailing.append(n)
        n -= 1
    for number in trailing:
        block = page.blocks[number]
        kind = "body" if (block.ends and block.words > 4) or _signs(block.text) else "navigation"
        page.mark(number, kind, "trailing_line", force=True)

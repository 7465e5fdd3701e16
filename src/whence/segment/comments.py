"""Reader comments and forum replies: where one begins, and who wrote it."""

import re
from collections.abc import Set
from dataclasses import dataclass

from whence.segment.blocks import Block
from whence.segment.cues import words
from whence.segment.dates import find_date
from whence.segment.shapes import is_prose

_USER = r"@?[^\W_][\w.’'@_-]*(?:\s[\w.’'()_-]+){0,3}?"
_AGO = (
    r"(?:(?:about\s+)?(?:\d+|an?|one|two|three)\s*(?:second|minute|min|hour|hr|day|week|month|year|yr|mo|[smhdwy])s?\.?"
    r"\s*(?:ago)?|just now|yesterday|edited)"
)
_VERB = r"(?:says|said|wrote|writes|commented|replied|responded|a écrit|dit|dice|dijo|escribió|diyor ki|dedi ki)"
_BULLET = re.compile(rf"^[•*·▪●◦‣-]\s*(?P<user>{_USER})\s+{_VERB}\s*[:.…]*\s*(?P<rest>.{{0,60}})$")
_SAYS = re.compile(rf"^(?P<user>{_USER})\s+{_VERB}\s*(?:[:…]|\.\.\.)$")
_ELLIPSIS = re.compile(rf"^(?P<user>{_USER})\s+said\s?(?:\.\.\.|…)$")
_SAYS_DATED = re.compile(
    rf"^(?P<user>{_USER})\s+(?:{_VERB}\s*[:,]?\s*)?(?:on|at|,|\||•|·|»|>|–|—|-|\()\s*(?P<rest>.{{4,60}}?)(?:\s*(?:{_VERB}\s*:?|reply|permalink|#\d*|[)|·•]))*$",
    re.I,
)
_AGO_HEAD = re.compile(rf"(?i)^(?P<user>{_USER})\s*(?:[•·|,–—(-]\s*|\s){_AGO}\)?(?:\s*[•·|].{{0,40}})?$")
_POSTED = re.compile(
    rf"(?i)^(?:posted|comment|reply|written|submitted)?\s*by:?\s+(?P<user>{_USER})\s*(?:[»|,•·@-]|on\b|at\b)\s*(?P<rest>.{{4,60}})$"
)
_SUBMITTED = re.compile(
    rf"(?i)^(?:posted|submitted)\s+(?:{_AGO}\s+)?by\s+(?:u/)?(?P<user>@?[^\W_][\w.-]{{1,30}})(?:\s+{_AGO})?$"
)
_NUMBERED = re.compile(rf"^(?:#\d+|\d+\.|\[\d+\])\s+(?P<user>{_USER})(?:\s*[,|•·:–—-]\s*(?P<rest>.{{0,60}}))?$")
_POST_BY = re.compile(rf"(?i)^(?:user|author|member|name|from|username)\s*:\s*(?P<user>{_USER})$")
_DATED_LABEL = re.compile(
    rf"(?i)^(?:user|author|member|name|from|username|posted by)\s*:\s*(?P<user>{_USER})\s*[|,;·•–—-]?\s*"
    r"(?:date|time|posted|sent|written)(?: on)?\s*:\s*(?P<rest>.{4,60})$"
)
_INLINE = re.compile(r"^(?P<user>@?[^\W_][\w.’'_-]{1,24}(?:\s[^\W\d_][\w.’'_-]{0,20}){0,2})\s*(?::|–|—|\s-)\s+(?=\S)")
_TIME_ONLY = re.compile(rf"(?i)^(?:posted\s+)?{_AGO}(?:\s*[•·|].{{0,40}})?$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\b\d{1,2}\s?[ap]\.?m\b", re.I)
_PLURAL_SPEAKERS = frozenset(
    "he she they it we i who police officials officers soldiers witnesses ministry government statement".split()
)


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a comment: its writer, and whether it could be nothing else."""

    user: str
    strong: bool


def find_header(block: Block, *, inside: bool = False, lowered: Set[str] = frozenset()) -> Header | None:
    """The comment head that `block` is. `inside` a comment section, weaker signs will do."""
    text = block.text
    if block.words > 16 or len(text) > 140:
        return _inline(block) if inside else None
    for pattern in (_BULLET, _ELLIPSIS, _SUBMITTED, _AGO_HEAD):
        match = pattern.match(text)
        if match and _is_user(match.group("user")):
            return Header(match.group("user"), True)
    for pattern in (_POSTED, _DATED_LABEL, _SAYS_DATED, _NUMBERED):
        match = pattern.match(text)
        if match and _is_user(match.group("user")):
            rest = match.group("rest") or ""
            date = find_date(rest)
            if date or re.fullmatch(_AGO, rest.strip(), re.I):
                return Header(match.group("user"), bool(_CLOCK.search(rest)) or not date or pattern is _NUMBERED)
            if pattern is _NUMBERED and inside:
                return Header(match.group("user"), False)
    match = _SAYS.match(text) or _POST_BY.match(text)
    if match and _is_user(match.group("user")):
        return Header(match.group("user"), False)
    return _inline(block) if inside else None


def _is_user(user: str) -> bool:
    first = user.split()[0].casefold()
    return first not in words("not_names") and first not in _PLURAL_SPEAKERS and user.casefold() not in _PLURAL_SPEAKERS


def _inline(block: Block) -> Header | None:
    match = _INLINE.match(block.text)
    if match and _is_user(match.group("user")) and block.words > 3:
        return Header(match.group("user").lstrip("@"), False)
    return None


def is_lone_user(block: Block, after: Block | None) -> bool:
    """Inside a comment section: whether the short line names the writer of the paragraph or the time below it."""
    text = block.text
    if block.words > 3 or len(text) > 40 or re.search(r"[.!?,;:\"“”]$", text) or not re.match(r"^@?[^\W_]", text):
        return False
    return after is not None and (is_prose(after) or is_time(after) or after.words > 5)


def is_time(block: Block) -> bool:
    """Whether the line says only when a comment was written."""
    if block.words > 9:
        return False
    if _TIME_ONLY.match(block.text):
        return True
    date = find_date(block.text)
    return date is not None and date.end - date.start >= len(block.text) * 0.6

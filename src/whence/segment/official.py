"""The head of an official paper: the state above the office, its address, the number of the paper, the parties.

A ruling, a notice, minutes or a company's announcement open with lines that look like headlines and are none.
"""

import re
from functools import cache
from itertools import pairwise

from whence.segment.cues import words
from whence.segment.dates import alternatives
from whence.segment.shapes import is_name, key, names_body
from whence.text.gazetteer import is_place

_SMALL = frozenset("of the for and de la du des d l y e on in".split())
_OPENS = re.compile(r"(?i)^(?:in|before)\s+the\s+(?=\S)")
_NUMBER = r"(?:[\w-]*/)*[\w.-]*\d[\w.-]*(?:/[\w-]+)*(?:\s+of\s+\d{4})?"
_ADDRESSED = re.compile(r"(?i)^(?:to|cc|for the attention of)\s+(?:the|all|mr|mrs|ms|his|her)\b")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+\S")
_AT = re.compile(r"(?i)p\.?\s?o\.?\s|\d")
_LABELLED = re.compile(r"(?P<label>[^\W\d_][\w .’'-]{2,40}?)\s*:\s*(?P<value>\S.*)$")
_NO_NAME = re.compile(r"[,:;?!\"“”]|\d(?!\d*$)")  # a year may end a name
_MOST = 9
"""Words of the longest name of an office that is looked for."""


@cache
def _series() -> re.Pattern[str]:
    kinds = alternatives(words("series_words"))
    return re.compile(
        rf"(?i)^(?:.{{0,60}}\b)?(?:{kinds})\b\.?\s*(?:(?:no|nr|number|n[°º])\b\.?\s*)?[:#]?\s*{_NUMBER}\s*$"
        rf"|^(?:.{{0,60}}\s)?(?:no|nr|number)\.?\s*:?\s*{_NUMBER}\s*$"
    )


def is_series(text: str) -> bool:
    """Whether the line gives a paper's number: ``Occasional Paper 12``, ``Case No. 33/2021``, ``Notice 4 of 2022``."""
    return bool(_series().match(text)) and len(text.split()) <= _MOST


def is_realm(text: str) -> bool:
    """Whether the line names the state above the office: ``Republic of Tarvia``, ``Kingdom of the Isles``."""
    return bool(_realm().match(text)) and not re.search(r"[,.:;?!]", text)


@cache
def _realm() -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:the\s+)?(?:{alternatives(words('realm_words'))})\s+of\s+\S+")


def is_address(text: str) -> bool:
    """Whether the line says where an office is: ``14 Harbour Street, Port Isolde``, ``Old Court House, Malmö``."""
    if len(text.split()) > _MOST or not re.search(r"\d|,", text) or re.search(r"[?!\"“”]", text):
        return False
    parts = re.findall(r"[^\W\d_]+", text)
    street = bool(words("address_words").intersection(p.casefold() for p in parts)) and bool(_AT.match(text))
    street = street and all(p[0].isupper() or p in _SMALL for p in parts)
    name, comma, place = text.rpartition(", ")
    return street or (bool(comma) and is_name(name, most=4) and is_place(place.strip(" .")))


def is_firm(text: str) -> bool:
    """Whether the line is a firm's name with its legal form: ``EASTERN LINE GAS PLC``."""
    parts = text.split()
    return 2 <= len(parts) <= 6 and is_name(text, most=6) and parts[-1].casefold().strip(".,") in words("legal_forms")


def is_addressed(text: str) -> bool:
    """Whether the line says to whom the paper goes: ``To the Commissioner, Bureau of Roads``."""
    return bool(_ADDRESSED.match(text)) and not re.search(r"[.?!]$", text)


def is_labelled(text: str) -> bool:
    """Whether the line is a field of the paper's head: ``Present: ...``, ``RNS Number : 4471Q``, ``Before: ...``."""
    match = _LABELLED.match(text)
    label = key(match["label"]) if match else ""
    return label in words("head_labels") or label.rpartition(" ")[2] in {"present", "attending", "absent"}


def names_paper(text: str) -> bool:
    """Whether the line opens with what an official paper calls itself: ``Minutes of the session of 3 May``."""
    return bool(_paper().match(key(text)))


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(words('paper_titles'))}) (?:of|on|in|for|no|dated|\d)")


def tells_nothing(text: str) -> bool:
    """Whether the line, however it looks, is of a paper's head and no title of it."""
    furniture = is_realm(text) or is_address(text) or is_addressed(text) or is_labelled(text)
    bracketed = text.startswith("(") and text.endswith(")") and text.count("(") == 1
    before = _OPENS.match(text) and find_office(text)
    return furniture or bracketed or bool(before) or bool(_NUMBERED.match(text))


def find_office(text: str) -> tuple[int, int] | None:
    """Where in the line the name of an office or a body stands: ``IN THE HIGH COURT OF TARVIA``; None without one."""
    opens = _OPENS.match(text)
    start = opens.end() if opens else 0
    name = text[start:]
    if not 1 <= len(name.split()) <= _MOST or is_realm(name) or is_series(name) or _NO_NAME.search(name):
        return None
    capitals = all(p[:1].isupper() or p.casefold() in _SMALL for p in name.split())
    office = _is_local(name) or names_body(name) or is_firm(name)
    return (start, len(text)) if capitals and office else None


def _is_local(name: str) -> bool:
    """Whether a town or a district bears the name: ``Town of Melbeck``, ``Eastmarch School District``."""
    parts = name.casefold().split()
    last = len(parts) > 1 and parts[-1] in words("local_words")
    return last or any(a in words("local_words") and b == "of" for a, b in pairwise(parts))

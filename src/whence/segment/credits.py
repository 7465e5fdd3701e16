"""Credit lines: who wrote it, for whom, and when, as a line of its own."""

import re
from collections.abc import Set
from dataclasses import dataclass

from whence.segment.cues import words
from whence.segment.dates import FoundDate, find_date, find_dates
from whence.segment.shapes import are_names, is_capital, is_name, is_outlet
from whence.text.gazetteer import is_country, is_place

_LEAD = re.compile(
    r"(?i)^\W{0,3}(?:(?:written|reported|posted|published|words|text|story|report|compiled|authored|analysis|translated|interview|commentary|opinion|essay|column)"
    r"\s+by|by|par|por|von|di|authors?|text|editor|from|yazan|haber|auteur|autor(?:es)?|words(?=\s*:))\s*(?P<mark>[:|]?)\s+"
)
_HANDLE = re.compile(r"(?i)^\W{0,3}(?:posted|published|written) by:?\s+(?P<who>[\w.-]{3,30})\s+(?:on|at)\s")
_NO_SURNAMES = frozenset(
    "ltd inc gmbh ag plc llc corp sprl sarl bv nv s.a sa s.p.a spa oy ab co ministry treasury"
    " city town province island county village district state".split()
)
_AGO = re.compile(r"(?i)\d{1,3}\s?(?:min|mo|yr|[smhdwy])(?:\s*[•·|]\s*\w+){0,2}$")
_NUMBERED = re.compile(
    r"(?i)^(?:year|vol|volume|issue|no|nr|number|edition|series|session|report|part|chapter|annex|annexe|année)\b\.?"
    r"\s*(?:\d+|[ivxlcdm]+)$"
)
_DATE_BY = re.compile(r"(?i)[\s|,·•-]*\bby:?\s+")
_EDITING = re.compile(
    r"(?i)^[(\[*]?\s?(?:additional |with additional )?(?:reporting|writing|report|written|compiled|edited"
    r"|editing)(?: and (?:editing|writing))? by\b"
)
_CUT = re.compile(r"\s*(?:[|•·–—/;\n]|,|\s-\s|\s(?:in|at|for|reports?|with)\s)\s*")
_NAMES = re.compile(r"\s*(?:,|&|\band\b|\by\b|\bet\b|\bve\b|\bund\b)\s*")
_HEADER = re.compile(r"(?i)^(from|de|von|to|cc|bcc|subject|objet|asunto|date|sent|reply-to)\s*:\s*(?=\S)")
_STAMP = re.compile(
    r"(?i)^\W*(?:(?:published|posted|issued|updated|last (?:updated|modified)|modified|created|date)(?: on| at)?"
    r"\s*:?\s*(?=.)|(?=\d{1,2}[./-]\d{1,2}[./-]\d{4}$))"
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago).{0,40}$"
)
# "Report on the Raid of 7 May", "Cause list for Monday 6 May": the date is of what the line tells, not of the line.
_TOLD = re.compile(r"(?i)\b(?:of|for|in|after|before|since|until|from|to|against|between)\s*(?:the\s*)?$")
_ISSUED = re.compile(r"(?i)\b(?:edition|issue|number|week|day|released?|published|posted|dated)\b")
# "Regular meeting of 9 October 2019": the paper is of the day of the sitting.
_SITTING = re.compile(
    r"(?i)^(?:[\w-]+\s){0,2}(?:meeting|session|sitting|hearing|judgment|judgement|decision|order|ruling|resolution)"
    r"\s+(?:(?:held|given|made)\s+)?(?:of|on)\s*$"
)
_CLOCK = re.compile(r"(?i)^[\s\d:.h]*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|min(?:ute)?s? read|read|ago)?$")
_AGENCY = re.compile(r"[(\[]\s*([^()\[\]\d]{2,40}?)\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit line. `kind` is byline or dateline; offsets count from the line's first character."""

    kind: str
    authors: tuple[int, int] | None = None
    outlet: tuple[int, int] | None = None
    date: FoundDate | None = None
    strong: bool = True


def find_credit(line: str, lowered: Set[str] = frozenset()) -> Credit | None:
    """The credit that `line` is, or None. `lowered` holds the document's lower-case words: no names among them."""
    if len(line) > 240 or len(line.split()) > 26:
        return None
    if _EDITING.match(line):
        return Credit("byline")
    date = find_date(line)
    lead, handle = _LEAD.match(line), _HANDLE.match(line)
    if handle and not is_capital(handle["who"]):
        return Credit("byline", handle.span("who"), None, date)
    if lead and lead.group(0).strip().casefold() not in {"von", "di", "from", "text", "editor"}:
        return _named(line, lead.end(), date, lead)
    if date and is_told(line, date):
        return None
    if date is None:
        return Credit("dateline") if _STAMP.match(line) or _AGO.match(line) else _beside(line, lowered)
    by = _DATE_BY.match(line, date.end)
    if by:
        return _named(line, by.end(), date, by)
    return _dated(line, date, lowered)


def is_told(line: str, date: FoundDate) -> bool:
    """Whether the date belongs to what `line` tells: ``Report on the Raid of 7 May 1995``."""
    before = line[: date.start]
    if _SITTING.match(before):
        return False
    return len(before.split()) > 1 and bool(_TOLD.search(before)) and not _ISSUED.search(before)


def is_of_day(line: str, date: FoundDate) -> bool:
    """Whether a title says by its date when the paper is from: ``Letter dated 3 May``, ``Decision of 3 May on ...``."""
    return date.labelled or bool(_SITTING.match(line[: date.start]))


def _named(line: str, at: int, date: FoundDate | None, lead: re.Match[str]) -> Credit | None:
    end = date.start if date and date.start > at else len(line)
    pieces = _pieces(line, at, end)
    if not pieces or not _credible(line[pieces[0][0] : pieces[0][1]], bool(lead.groupdict().get("mark"))):
        return None
    authors: list[tuple[int, int]] = []
    outlet = None
    for start, stop in pieces:
        piece = line[start:stop]
        if is_outlet(piece) and piece.casefold() not in words("anonymous"):
            outlet = outlet or (None if _is_role(piece) else (start, stop))
        elif outlet is None and (are_names(piece) or (not authors and _credible(piece, True))):
            if authors and not re.fullmatch(r"[\s,&]*(?:and)?\s*", line[authors[-1][1] : start]):
                continue
            authors.append((start, stop))
    if not authors and not outlet and len(pieces) == 1 and _is_staff(line[slice(*pieces[0])]):
        authors.append(pieces[0])
    whole = (authors[0][0], authors[-1][1]) if authors else None
    if line[at:end].strip().endswith((".", "?", "!", ":")) and end - at > 45:
        return None
    return Credit("byline", whole, outlet, date)


def _credible(piece: str, marked: bool) -> bool:
    parts = piece.split()
    if not 1 <= len(parts) <= 12 or not is_capital(parts[0]) or re.search(r"\d", piece):
        return False
    if parts[0].casefold().strip(",.") in words("not_names") and not is_outlet(piece):
        return False
    return (
        are_names(piece)
        or is_outlet(piece)
        or (len(parts) <= 4 and (marked or is_capital(parts[-1]) or len(parts) == 2))
    )


def _is_role(piece: str) -> bool:
    """A post at an outlet and not its name: ``Gazette reporter``."""
    return piece.casefold().split()[-1] in words("bio_nouns") | {"staff", "desk", "bureau"}


def _is_staff(piece: str) -> bool:
    """An outlet's people as a byline: ``Gazette Staff``; not ``staff`` alone, which names nobody."""
    parts = piece.split()
    return (
        2 <= len(parts) <= 4
        and parts[0][0].isupper()
        and piece.casefold() not in words("anonymous")
        and _is_role(piece)
    )


def _pieces(line: str, at: int, end: int) -> list[tuple[int, int]]:
    found = []
    start = at
    for cut in [*_CUT.finditer(line, at, end), None]:
        stop = cut.start() if cut else end
        a, b = _trim(line, start, stop)
        if b > a:
            found.append((a, b))
        start = cut.end() if cut else end
    return found


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (line[start].isspace() or line[start] in "|•·–—-,:;()[]*_/\u200b"):
        start += 1
    while end > start and (line[end - 1].isspace() or line[end - 1] in "|•·–—-,:;()[]*_/\u200b"):
        end -= 1
    return start, end


def _without_handle(line: str, start: int, end: int) -> tuple[int, int]:
    """A name without the ``@handle`` behind it or the ``Source:`` before it."""
    label = re.match(r"(?i)(?:source|editor|author|via)\s*:\s*", line[start:end])
    start += label.end() if label else 0
    handle = re.search(r"\s+\(?@\w+\)?$", line[start:end])
    return (start, start + handle.start()) if handle else (start, end)


def _beside(line: str, lowered: Set[str]) -> Credit | None:
    """A person and an outlet side by side, without *by*: ``Ada Holm | The Skerry Post``."""
    if not re.search(r"\s[|•·]\s|,\s", line) or len(line.split()) > 9 or line.rstrip().endswith((".", "?", "!", ":")):
        return None
    pieces = _pieces(line, 0, len(line))
    if ":" in line or line.startswith("[") or len(pieces) != 2 or not is_person(line[slice(*pieces[0])], lowered):
        return None
    second = line[slice(*pieces[1])]
    outlet = pieces[1] if is_outlet(second) and not _is_role(second) else None
    if outlet is None and not _is_role(second) and "|" not in line:
        return None
    return Credit("byline", pieces[0], outlet, None, strong=False)


def _dated(line: str, date: FoundDate, lowered: Set[str]) -> Credit | None:
    dates = find_dates(line)
    best = next((d for d in dates if not d.updated), dates[0])
    rest, at = [], 0
    for one in dates:
        rest.extend(_pieces(line, at, one.start))
        at = one.end
    rest.extend(_pieces(line, at, len(line)))
    rest = [_without_handle(line, a, b) for a, b in rest if not _CLOCK.match(line[a:b])]
    if sum(len(line[a:b].split()) for a, b in rest) > 9 or (line.rstrip().endswith(".") and rest):
        return None
    authors = outlet = None
    for a, b in rest:
        piece = line[a:b]
        if is_outlet(piece) and all(map(is_capital, piece.split())) and piece.casefold() not in words("section_labels"):
            outlet = outlet or (a, b)
        elif is_person(piece, lowered):
            authors = authors or (a, b)
        elif not is_capital(piece) or len(piece.split()) > 6:
            return None
    return Credit("byline" if authors else "dateline", authors, outlet, best, strong=not rest or best.labelled)


def are_people(text: str, lowered: Set[str] = frozenset()) -> bool:
    """Whether `text` reads like one person's name or several."""
    return all(is_person(part, lowered) for part in _NAMES.split(text.strip()))


def is_person(text: str, lowered: Set[str] = frozenset()) -> bool:
    """Whether `text` reads like a person's full name and like nothing else that begins with capitals."""
    parts = text.split()
    if not 2 <= len(parts) <= 4 or not is_name(text, most=4) or is_outlet(text):
        return False
    folded = [p.casefold().strip(".,’'") for p in parts]
    if text.casefold() in words("section_labels") or text.casefold() in words("not_names"):
        return False
    labels = {w for label in words("section_labels") for w in label.split()}
    if (
        _NUMBERED.match(text)
        or folded[-1] in _NO_SURNAMES
        or (parts[0].isupper() and folded[-1] in words("office_words"))
    ):
        return False
    plain = [w for w in folded if len(w) > 2 and w not in words("person_particles")]
    return not any(w in lowered or w in labels or w in words("not_names") for w in plain)


def mail_header(line: str) -> tuple[str, int] | None:
    """The field name and the offset of the value, where `line` is a mail header such as ``Subject: ...``."""
    match = _HEADER.match(line)
    if not match:
        return None
    name = {"objet": "subject", "asunto": "subject", "de": "from", "von": "from", "sent": "date"}
    return name.get(match.group(1).casefold(), match.group(1).casefold()), match.end()


_PLACE = r"[^\W\d_a-z][^\W\d_]*(?:[\s’'.-]+[^\W\d_][^\W\d_]*){0,4}"
_DATELINE = re.compile(
    rf"^(?P<place>{_PLACE})(?![^\W\d_])(?P<more>(?:[,/]\s*{_PLACE}(?![^\W\d_])){{0,2}})"
    rf"(?:\s\({_PLACE}\)(?=,\s))?"  # "Leuven (Belgium), 3 May 2019 - "
    r"(?P<date>\s*,?\s*(?:le\s+)?(?:[^\W\d_]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+(?:19|20)?\d\d)?"
    r"|\d{1,2}(?:er|\.)?\s+(?:de\s+)?[^\W\d_]{3,10}\.?(?:,?\s+(?:de\s+)?(?:19|20)?\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}))?"
    r"(?P<agency>\s*,?\s*(?:[(\[][^()\[\]]{2,60}[)\]]|/[^/\s]{2,30}/))?"
    r"(?P<end>\s*(?:\.?\s?[-–—]{1,3}|:)\s+)(?=\S)"
)
_TEXT_MARK = re.compile(r"^(?:\[[A-Z][A-Z ,.'’-]{2,80}\]\s*)+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the beginning of a paragraph; offsets count from the paragraph's first character."""

    end: int
    agency: tuple[int, int] | None
    date: FoundDate | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline with which `paragraph` opens: ``OSLO, May 3 (Reuters) - ``, ``Paris, le 3 mai 2019 – ``."""
    head = paragraph[:160]
    match = _DATELINE.match(head)
    if not match:
        return _bracketed(head) or _agency_only(head)
    place = match.group("place")
    colon = ":" in match.group("end")
    if match.group("agency") is None and match.group("date") is None:
        shouted = place.isupper() and len(place) > 2 and not (colon and len(place.split()) > 3)
        if not shouted and (colon or not _is_dashed_place(place, head[match.end() :])):
            return None
        if place.casefold() in words("not_names") or (is_outlet(place) and place.casefold() in words("section_labels")):
            return None
    elif (match.group("agency") is None and not _has_month(match.group("date"))) or (
        match.group("agency") is not None
        and match.group("date") is None
        and not _is_agency(match.group("agency"), place)
    ):
        return None
    agency = None
    if match.group("agency"):
        start, end = _trim(head, *match.span("agency"))
        agency = (start, end)
    end = match.end()
    mark = _TEXT_MARK.match(paragraph[end : end + 160])
    return Dateline(end + (mark.end() if mark else 0), agency, find_date(head[: match.end()]))


def _is_dashed_place(place: str, after: str) -> bool:
    """A town, a dash, a new sentence: ``Oslo – The ministry said``; not ``Jordan - a kingdom``."""
    told = re.search(rf"\b(?:of|in|at|near)\s+{re.escape(place)}\b", after) is not None  # "the mayor of Harnby"
    return after[:1].isupper() and not is_country(place) and (is_place(place) or told)


def _bracketed(head: str) -> Dateline | None:
    """A place and a date in brackets: ``(Oslo, 3 May 2019) - ``."""
    match = re.match(rf"^\({_PLACE}(?:,\s*{_PLACE})?,\s*[^()]{{4,30}}\)\s*[-–—:]{{1,3}}\s+(?=\S)", head)
    date = find_date(match.group()) if match else None
    return Dateline(match.end(), None, date) if match and date else None


def _agency_only(head: str) -> Dateline | None:
    match = re.match(r"^[(\[]([^()\[\]\d]{2,40})[)\]]\s*[-–—]{1,2}\s+(?=\S)", head)
    if match and match.group(1).strip().casefold() in words("agencies"):
        return Dateline(match.end(), match.span(1), None)
    match = re.match(rf"^({_PLACE})\s+[(\[]([^()\[\]\d]{{2,40}})[)\]]\s+(?=[^\W\d_a-z])", head)
    if match and match.group(2).strip().casefold() in words("agencies") and len(match.group(1).split()) <= 3:
        return Dateline(match.end(), match.span(2), None)
    return None


def _has_month(text: str | None) -> bool:
    from whence.vocab import load_words

    months = {w for names in load_words("regions.months.yaml").values() for w in names}
    found = {w.casefold().strip(".") for w in re.findall(r"[^\W\d_]+\.?", text or "")}
    return bool(found & months) or bool(re.search(r"\d[./]\d", text or ""))


def _is_agency(bracket: str, place: str) -> bool:
    inner = bracket.strip(" ,()[]/").casefold()
    first = re.split(r"[/,]", inner)[0].strip()
    return first in words("agencies") or is_outlet(inner) or place.isupper()

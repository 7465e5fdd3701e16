"""Where a place named in a document is: the words right around the name, its sentence, then the rest of the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from whence.model import Document, Layers, Mention, Span
from whence.text.gazetteer.abbreviated import region_in_full
from whence.text.gazetteer.countries import country_of, is_country
from whence.text.gazetteer.places import Whereabouts, is_region, locate, places, vague_before

_LEFT, _RIGHT = 60, 60
_TAIL = re.compile(
    r"(?:,| \(|,? in) *(?:(?:north|south|east|west|centr)\w+ )?(?P<land>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
)
_UNIT = re.compile(
    r" (?:province|governorate|region|state|oblast|district|prefecture|county|department)"
    r"(?=$|[.,;:)\]’']"
    r"| (?:on|in|of|and|or|by|at|since|after|before|near|where|which|was|were|has|had|is|are|to|from)\b)",
    re.IGNORECASE,
)
# What stands right before a name and belongs to it: "the province of", "the city of", "the Gulf of".
_LEAD = re.compile(
    r"(?:^|(?<=\s))(?:the )?(?:(?:province|governorate|region|state|oblast|prefecture|county|city|town|village) of"
    r"|(?:Province|State|City|Town|Gulf|Bay|Straits?|Sea|Cape|Isle|Lake|Mount|River|Valley) of) $"
)
_TOWN = re.compile(r"(?<!, )(?<!and )\b([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}), $")
_BREAK = re.compile(r"\s+")
_TELL = frozenset({"place", "nationality", "organization", "facility"})


class Surroundings:
    """The names of one document that can tell where another place is."""

    def __init__(self, doc: Document, layers: Layers) -> None:
        self._doc = doc
        self._sentences = [s.span for s in layers.sentences]
        self._mentions: Sequence[Mention] = [m for m in layers.mentions if m.type in _TELL]

    def where(self, span: Span) -> Whereabouts:
        """Where the place named at `span` is. Without coordinates where the gazetteer or the text leaves it open."""
        near, beyond, apart = self._names(span)
        return locate(self.phrase(span), near=near, beyond=beyond, apart=apart)

    def is_place(self, span: Span) -> bool:
        """Is what stands at `span` the name of a place?"""
        return span in self._places

    def inside(self, span: Span) -> Span | None:
        """The one place named within `span` ("a village south of Bogotá"); None where it names none or several."""
        found = [place for place in self._places if span.contains(place)]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _places(self) -> frozenset[Span]:
        return frozenset(m.span for m in self._mentions if m.type == "place" and m.form == "name")

    def phrase(self, span: Span) -> str:
        """The name with what belongs to it: "near", "20 km north of" before it, ", Lebanon" or "province" after."""
        text, name = self._doc.text, " ".join(self._doc.quote(span).split())
        left = _BREAK.sub(" ", text[max(span.start - _LEFT, 0) : span.start].rpartition("\n\n")[2])
        lead = _LEAD.search(left)
        before = vague_before(left) or (lead[0] if lead else "")
        after = _BREAK.sub(" ", text[span.end : span.end + _RIGHT].partition("\n\n")[0])
        unit = _UNIT.match(after)
        if unit:
            return f"{before}{name}{unit[0]}"
        land = self._land_after(span)
        return f"{before}{name}, {land}" if land and "," not in name else f"{before}{name}"

    def _land_after(self, span: Span) -> str:
        return land_after(self._doc.text, span.end)

    def _names(self, span: Span) -> tuple[list[str], list[str], set[str]]:
        i = bisect_right([s.start for s in self._sentences], span.start) - 1
        home = self._sentences[i] if i >= 0 and self._sentences[i].contains(span) else span
        near, beyond = dict[str, None](), dict[str, None]()
        others = self._namesakes(span, home)
        for place, word in self._words:
            if not span.contains(place) and word not in others:
                (near if home.contains(place) else beyond)[word] = None
        return list(near), [w for w in beyond if w not in near], others

    def _namesakes(self, span: Span, home: Span) -> set[str]:
        """The lands of places of this name that the sentence names later, and with their land, to tell them apart.

        "Hyderabad heard the case; the accused came from Hyderabad in Pakistan": the first is another.
        """
        own = self._doc.quote(span)
        if self._land_after(span):
            return set()
        later = (p for p in self._places if home.contains(p) and p.start > span.start and self._doc.quote(p) == own)
        return {land for p in later if (land := self._land_after(p))}

    @cached_property
    def _words(self) -> list[tuple[Span, str]]:
        """Every name that points to a land, with its place in the text."""
        said = (
            (m.span, m.value if m.type == "nationality" and m.value else self._doc.quote(m.span))
            for m in self._mentions
        )
        known = ((span, word) for span, words in said if (word := _known_as(" ".join(words.split()))))
        # "Tripoli in Lebanon" says Lebanon, and says it already; Tripoli alone would say Libya.
        return [(span, word) for span, word in known if not (span in self._places and self._is_elsewhere(span, word))]

    def _is_elsewhere(self, span: Span, word: str) -> bool:
        land = self._land_after(span)
        return bool(land) and len(places(word)) > 1


def land_told(text: str, span: Span) -> str:
    """The country in which a text puts a place by the words right around its name; empty where none does.

    "Tripoli, Lebanon"; of "Atlanta, Georgia" the land in which that Georgia is. Towns in a row tell nothing.
    """
    name = " ".join(text[span.start : span.end].split())
    after = land_after(text, span.end)
    if is_country(after) or is_region(after):
        found = locate(f"{name}, {after}").place
        return found.country if found else ""
    town = _TOWN.search(text[max(0, span.start - _LEFT) : span.start]) if is_country(name) or is_region(name) else None
    inside = locate(f"{town[1]}, {name}").place if town and places(town[1]) else None
    return inside.country if inside and inside.kind == "city" else ""


def land_after(text: str, end: int) -> str:
    """The land or region behind a name that ends at `end`, which belongs to it: "Lebanon" behind "Tripoli"; or ""."""
    tail = _TAIL.match(_BREAK.sub(" ", text[end : end + _RIGHT].partition("\n\n")[0]))
    known = (words if _is_known(words) else region_in_full(words) for words in _shorter(tail["land"])) if tail else ()
    return next(filter(None, known), "")


def _is_known(words: str) -> bool:
    return words != words.lower() and (country_of(words) is not None or bool(places(words)))


def _known_as(words: str) -> str:
    """A name as the gazetteer knows it, "Jonglei State" as Jonglei; empty where it does not."""
    return next(filter(_is_known, (words, _UNIT.sub("", words))), "") or (region_in_full(words) if "." in words else "")


def _shorter(words: str) -> Iterator[str]:
    """The words, then fewer from the end: "Lebanon Karout" → "Lebanon"."""
    parts = words.rstrip(".").split()
    yield from (" ".join(parts[:n]).rstrip(".,’'") for n in range(len(parts), 0, -1))

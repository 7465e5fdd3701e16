"""Places by name: a country, a region or a city, with coordinates where known and the reasons for a choice."""

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import asin, cos, inf, log10, radians, sin, sqrt

from whence.text.fold import fold
from whence.text.gazetteer.countries import countries, country, country_of, country_of_capital
from whence.vocab import load_words

_FAR = r"[\d.,]+ ?(?:km|kilomet(?:re|er)s?|miles?)"
_ABOUT = r"(?:some|about|around|nearly|roughly|just) "
_COMPASS = r"(?:(?:north|south)[ -]?(?:east|west)|north|south|east|west)"
_VAGUE = re.compile(
    r"^(?:(?P<part>(?:(?:north|south)[ -]?(?:ea|we)|nor|sou|ea|we)(?:th|st)ern|central|downtown|inner|greater"
    rf"|(?:the )?(?:outskirts|suburbs|centre|center|heart) of|the (?:far )?{_COMPASS} of|(?P<bare>{_COMPASS})(?! of\b))"
    rf"|(?:{_ABOUT})?(?:{_FAR} )?(?:to )?(?:the )?"
    rf"(?P<how>near|outside|around|close to|off the coast of|{_COMPASS} of)"
    rf"|(?:{_ABOUT})?{_FAR} (?:away )?from)\s+",
    re.IGNORECASE,
)
_BESIDE = frozenset({"near", "outside", "around", "to", "of", "from"})
_UNIT = re.compile(
    r"\s+(province|governorate|region|state|oblast|district|prefecture|county|department)$", re.IGNORECASE
)
_CITY = re.compile(r"^(?:the )?(?:city|town|village|port) of\s+", re.IGNORECASE)
_UNIT_OF = re.compile(
    r"^(?:the )?(?:(?P<whose>[\w.]+) )?(?P<unit>province|governorate|region|state|oblast|prefecture|county)"
    r" of (?P<name>.+)$",
    re.IGNORECASE,
)
_WATER = re.compile(r"^(?:[Tt]he )?(?:Gulf|Bay|Straits?|Sea|Cape|Isle|Lake|Mount|River|Valley) of\s+")
_WITHIN = re.compile(r"^(?P<name>.+?) in (?P<land>(?:(?:north|south|east|west|centr)\w+ )?[A-Z].+)$")
_THERE = re.compile(r"^(?:north|south|east|west|centr)\w+ ")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A known place. `lat` and `lon` are degrees (WGS 84), None for countries and regions."""

    name: str
    kind: str  # country | region | city
    country: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    names: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The name with its country: "Tripoli, Lebanon"; a country's alone."""
        return self.name if self.kind == "country" else f"{self.name}, {self.country}"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a place phrase says: the place, if known, how exact (1 city, 2 region or near, 3 country), and why."""

    place: Place | None
    precision: int | None
    relation: str | None
    reasons: tuple[str, ...]
    others: tuple[Place, ...] = ()

    @property
    def shown(self) -> str:
        """In words: "near Tripoli, city in Lebanon (34.434, 35.850)"; what is not known is said."""
        if self.place is None:
            return "not known to the gazetteer"
        p = self.place
        kind = "country" if p.kind == "country" else f"{p.kind} in {p.country}"
        at = "" if p.lat is None else f" ({p.lat:.3f}, {p.lon:.3f})"
        return f"{f'{self.relation} ' if self.relation else ''}{p.name}, {kind}{at}"


def places(name: str) -> tuple[Place, ...]:
    """Every known place called `name`, countries first, then regions, then cities by population."""
    key = fold(name)
    return (*_lands_and_regions().get(key, ()), *_cities(key))


def is_ambiguous(name: str) -> bool:
    """Are there several places called `name`?"""
    return len(places(name)) > 1


def is_place(name: str) -> bool:
    """Does the gazetteer know a place of this name?"""
    return bool(places(name)) and name != name.lower()


@cache
def _first_words() -> frozenset[str]:
    lands = (fold(form) for c in countries() for form in (c.name, *c.names, *c.demonyms))
    keys = (*lands, *_lands_and_regions(), *_city_keys())
    return frozenset({"the", *(key.partition(" ")[0] for key in keys if " " in key)})


def may_begin(word: str) -> bool:
    """May a word begin a place's or people's name of several words: "South", "New"?"""
    return fold(word).partition(" ")[0] in _first_words()


def is_region(name: str) -> bool:
    """Does the gazetteer know a region of this name, without the word for its sort ("Kaduna State")?"""
    return any(p.kind == "region" for p in (*places(name), *places(_UNIT.sub("", name))))


def locate(
    phrase: str, *, near: Iterable[str] = (), beyond: Iterable[str] = (), apart: Iterable[str] = ()
) -> Whereabouts:
    """Where `phrase` is, given the names `near` it in the text (countries, demonyms, cities) that may decide.

    Names `beyond`, elsewhere in the text, weigh little where those near it say something. An unknown place stays
    unknown: `place` is None and the reason says so.
    Lands `apart`, where the text puts its namesake, are left out.
    """
    if (water := _WATER.match(phrase)) and not places(phrase):
        named = phrase.strip().removeprefix("the ").removeprefix("The ")
        return Whereabouts(None, None, None, (f"The text names the {named}, not {phrase[water.end() :]} itself.",))
    bare, relation, unit = _unwrap(phrase)
    head, _, tail = bare.partition(", ")
    found = places(bare) or places(head)
    if not found and (inside := _WITHIN.match(bare)):
        head, tail = inside["name"], inside["land"]
        found = places(head)
    if not found and (whole := _UNIT_OF.match(bare)):
        head, tail, unit = whole["name"], whole["whose"] or "", whole["unit"].lower()
        found = places(head)
        if unit == "state" and not any(p.kind == "region" for p in found):
            unit = None  # "the State of Kuwait"
    if unit and unit != CITY:
        found = tuple(p for p in found if _may_name(p, unit))  # Niger is no reading of "Niger State"
    found = tuple(p for p in found if not any(_speaks(p, land, fold(head)) for land in apart)) or found
    if relation and _is_own_name(relation, head, found):
        found, head, relation = (), f"{relation.capitalize()} {head}", None
    if not found:
        called = f"{head} {unit}" if unit and unit != CITY else head
        return Whereabouts(None, None, relation, (f"The gazetteer has no place called {called!r}.",))
    place, reason = choose(found, Around(fold(head), _THERE.sub("", tail), tuple(near), tuple(beyond)), unit)
    reasons = [reason] if relation is None else [reason, _vaguely(phrase, relation)]
    if unit and unit != CITY and place.kind == "city":
        relation = f"{relation} the {unit} of" if relation else f"{unit} of"
        reasons.append(f"The text calls it {_a(unit)}: the gazetteer knows the city, and the land around it is meant.")
    precision = {"city": 1, "region": 2, "country": 3}[place.kind]
    return Whereabouts(
        place,
        max(precision, 2) if relation else precision,
        relation,
        tuple(reasons),
        tuple(p for p in found if p != place)[:5],
    )


CITY = "city"


def _is_own_name(relation: str, name: str, found: tuple[Place, ...]) -> bool:
    """Does a word like "West" begin an unknown name of its own ("West Africa"), and mean no part of a place?

    A part is meant where the rest is a country, a region or a large city by its first name ("West Mosul").
    """
    vague = _VAGUE.match(f"{relation} ")
    if vague is None or not (vague["bare"] or relation == "central"):
        return False
    known = (p for p in found if fold(p.name) == fold(name) or name in p.names)
    return not any(p.kind != "city" or p.population >= _LARGE for p in known)


def _may_name(place: Place, unit: str) -> bool:
    """May a province be named so? A country is none, a small town gives its name to none, and counties have others'."""
    return place.kind == "region" or (place.kind == "city" and place.population >= _SEAT and unit != "county")


_LARGE, _SEAT = 200_000, 50_000


def _a(word: str) -> str:
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def _vaguely(phrase: str, relation: str) -> str:
    vague = _VAGUE.match(_CITY.sub("", phrase.strip()))
    part = vague is not None and vague["part"] is not None
    return f"The text says {relation!r}: {'only a part of it is meant' if part else 'the place is only near there'}."


def is_beside(phrase: str) -> bool:
    """Does a phrase say that something is not in the place it names but near it: "near Gori", "north of Gori"?"""
    vague = _VAGUE.match(phrase)
    return vague is not None and not vague["part"] and vague[0].split()[-1].lower() in _BESIDE


def vague_before(text: str) -> str:
    """The words at the end of `text` that leave it open where the place named next is: "near", "20 km north of"."""
    starts = [m.start() for m in re.finditer(r"\S+", text)][-8:]
    tails = (text[i:] for i in starts if _VAGUE.match(text[i:]))
    return next((t for t in tails if not _CITY.sub("", _VAGUE.sub("", t))), "")


def _unwrap(phrase: str) -> tuple[str, str | None, str | None]:
    """The name in a phrase, the words that leave it open, and the sort of place that the text calls it."""
    bare, relation = phrase.strip(), None
    word = CITY if _CITY.match(bare) and not _is_whole(bare) else None
    if not _is_whole(bare):
        bare = _CITY.sub("", bare)
        if not _is_whole(bare) and (vague := _VAGUE.match(bare)):
            relation = vague.group(0).strip().lower()
            bare = bare[vague.end() :]
            word = CITY if _CITY.match(bare) and not _is_whole(bare) else word
            bare = bare if _is_whole(bare) else _CITY.sub("", bare)
    unit = _UNIT.search(bare)
    if unit and not places(bare):
        bare = _UNIT.sub("", bare)
    return bare, relation, unit.group(1).lower() if unit else word


def _is_whole(bare: str) -> bool:
    """Is a phrase a name from its first, capital letter on: "South Sudan", "North Kivu province", "Port of Spain"?"""
    head = bare.partition(", ")[0]
    return bare[:1].isupper() and any(map(places, (head, _UNIT.sub("", head), head.partition(" in ")[0])))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a name: the name itself folded, what follows it (", Lebanon"), names near it, and beyond."""

    name: str
    tail: str = ""
    near: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()


# In powers of ten of people, roughly: a country goes before a region or a large city, a region before a town; a region
# with a city of its name in it (Kandahar) is meant only where the text says so.
_PRIOR = {"country": 7.3, "region": 6.0}
_OWN_CITY = 4.0
_TAIL = 4.0  # "Paris, Texas" outweighs the largest city
_NAMED, _OWN_PEOPLE = 1.2, 1.5  # the text names the land; of a country that shares its name, its people or capital
# A place inside the region, one close to the city, a region of the city's country, any other place there.
_INSIDE, _NEXT, _REGION, _FAR_OFF, _CLOSE = 1.4, 1.3, 0.85, 0.3, 300  # the last in kilometres
_MORE = 0.3  # each further word, two at most
_BEYOND = 0.2  # the rest of the text where the sentence says something; else it counts in full


def choose(found: tuple[Place, ...], around: Around, unit: str | None = None) -> tuple[Place, str]:
    """The reading that the words around a name favour; without any, the largest."""
    if unit == CITY:
        found = tuple(p for p in found if p.kind == "city") or found
    if len(found) == 1 and found[0].kind == "country":
        return found[0], f"{found[0].name} is a country, and the gazetteer knows no other place of this name."
    if len(found) == 1:
        return found[0], f"The gazetteer knows one place called {found[0].name}, in {found[0].country}."
    evidence = _evidence(found, around)
    if unit and unit != CITY and (regions := [i for i, p in enumerate(found) if p.kind == "region"]):
        region = found[min(regions, key=lambda i: -evidence[i][0])]
        return region, f"The text calls it {_a(unit)}, so the region in {region.country} is meant."
    sums = [_prior(p, found, around.name) + evidence[i][0] for i, p in enumerate(found)]
    best = min(range(len(found)), key=lambda i: (-round(sums[i], 6), i))
    place, words = found[best], evidence[best][1]
    count = f"Of {len(found)} places of this name"
    if words:
        which = "the country" if place.kind == "country" else f"the one in {place.country}"
        return place, f"{count} {which} is meant: the text names {', '.join(words[:3])}."
    if place.kind == "country":
        return place, f"{place.name} is a country; nothing near it in the text points elsewhere."
    return place, f"{count} the largest is taken, in {place.country}; nothing near it decides."


def _prior(place: Place, found: Iterable[Place], name: str) -> float:
    """How likely a place is meant where nothing else is known: by size; a name that is not the first counts a third."""
    if place.kind == "city":
        return log10(max(place.population, 1000) / (1 if fold(place.name) == name else 3))
    cities = place.kind == "region" and any(p.kind == "city" and p.country == place.country for p in found)
    return _OWN_CITY if cities else _PRIOR[place.kind]


def _evidence(found: tuple[Place, ...], around: Around) -> list[tuple[float, tuple[str, ...]]]:
    """How much the words around a name speak for each place, and which words."""
    near = [_told(p, around.near, around.name) for p in found]
    weight = _BEYOND if any(sure for sure, _ in near) else 1.0
    out = []
    for place, (sure, words) in zip(found, near, strict=True):
        far, more = _told(place, around.beyond, around.name)
        tail = around.tail if around.tail and _speaks(place, around.tail, around.name) else ""
        sums = sure + weight * far + (_TAIL if tail else 0.0)
        out.append((sums, tuple(dict.fromkeys(([tail] if tail else []) + [*words, *more]))))
    return out


def _told(place: Place, names: tuple[str, ...], name: str) -> tuple[float, tuple[str, ...]]:
    told = sorted(((s, w) for w in dict.fromkeys(names) if (s := _speaks(place, w, name))), key=lambda t: (-t[0], t[1]))
    return (told[0][0] + _MORE * min(len(told) - 1, 2), tuple(w for _, w in told)) if told else (0.0, ())


@cache
def _speaks(place: Place, word: str, name: str) -> float:
    """What one word says for a place: that its land is named, or a place within it or close by."""
    if fold(word) == name:
        return 0.0
    found = country_of(word)
    first = country(found) if found else None
    if place.country in {found or "", (first.within or "") if first else ""}:
        return _OWN_PEOPLE if place.kind == "country" else _NAMED
    other = next((p for p in places(word) if p.kind != "country"), None)
    if other is None or first is not None or other.country != place.country:
        return 0.0
    if place.kind == "city":
        return _NEXT if _apart(place, other) < _CLOSE else _REGION if other.kind == "region" else _FAR_OFF
    return _INSIDE


def _apart(one: Place, other: Place) -> float:
    """Kilometres between two places; far where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return inf
    a, b = radians(one.lat), radians(other.lat)
    across = cos(a) * cos(b) * sin(radians(one.lon - other.lon) / 2) ** 2
    return 12742 * asin(sqrt(min(sin((a - b) / 2) ** 2 + across, 1.0)))


@cache
def _lands_and_regions() -> dict[str, tuple[Place, ...]]:
    rows: dict[str, list[Place]] = {}
    for place in (*_countries(), *_regions()):
        for key in {fold(place.name), *map(fold, place.names)}:
            rows.setdefault(key, []).append(place)
    return {key: tuple(found) for key, found in rows.items()}


def _countries() -> list[Place]:
    return [Place(c.name, "country", c.within or c.name, names=c.names) for c in countries()]


def _regions() -> list[Place]:
    return [
        Place(first, "region", land, names=tuple(more))
        for land, regions in load_words("regions.yaml").items()
        for first, *more in (region.split(" / ") for region in regions)
    ]


@cache
def _rows() -> tuple[str, ...]:
    return tuple(gzip.decompress((files("whence.text.gazetteer") / "cities.tsv.gz").read_bytes()).decode().splitlines())


@cache
def _city_keys() -> dict[str, list[int]]:
    """Folded name → rows of the file, largest city first; the file holds the folded names so that this is quick."""
    keys: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        for key in row[row.rindex("\t") + 1 :].split("|"):
            keys.setdefault(key, []).append(number)
    return keys


def _cities(key: str) -> list[Place]:
    """Cities of that name by population, where a name that is not the first one counts a third."""
    found = [(_city(_rows()[number]), key) for number in _city_keys().get(key, ())]
    return [p for p, _ in sorted(found, key=lambda f: -f[0].population * (3 if fold(f[0].name) == f[1] else 1))]


def _city(row: str) -> Place:
    name, iso, lat, lon, population, _ = row.split("\t")
    return Place(name, "city", _iso().get(iso, iso), float(lat), float(lon), int(population) * 1000)


@cache
def _iso() -> dict[str, str]:
    return {c.iso: c.name for c in countries() if c.was is None}


def capital(name: str) -> Place | None:
    """The city that is the capital `name`, with its coordinates."""
    land = country_of_capital(name)
    return next((p for p in places(name) if p.kind == "city" and p.country == land), None)

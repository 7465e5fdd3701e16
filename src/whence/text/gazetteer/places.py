"""Places by name: a country, a region or a city, with coordinates where known and the reasons for a choice."""

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from whence.text.fold import fold
from whence.text.gazetteer.countries import countries, country, country_of, country_of_capital
from whence.vocab import load_words

_VAGUE = re.compile(
    r"^(?:(?:(?:some|about|around) )?(?:[\d.,]+ ?(?:km|kilomet(?:re|er)s?|miles?) )?(?:to )?(?:the )?"
    r"(?P<how>near|outside|around|close to|north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
    r"(?: of)?|(?P<part>northern|southern|eastern|western|central|north-?eastern|south-?eastern|north-?western"
    r"|south-?western|(?:the )?(?:outskirts|suburbs|centre|center|north|south|east|west) of|downtown))\s+",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s+(province|governorate|region|state|oblast|district|prefecture|county|department)$", re.IGNORECASE
)
_CITY = re.compile(r"^(?:the )?(?:city|town|village|port) of\s+", re.IGNORECASE)
_UNIT_OF = re.compile(
    r"^(?:the )?(?:(?P<whose>[\w.]+) )?(?P<unit>province|governorate|region|state|oblast|prefecture|county)"
    r" of (?P<name>.+)$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"^(?P<name>.+?) in (?P<land>[A-Z].+)$")


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


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a place phrase says: the place, if known, how exact (1 city, 2 region or near, 3 country), and why."""

    place: Place | None
    precision: int | None
    relation: str | None
    reasons: tuple[str, ...]
    others: tuple[Place, ...] = ()


def places(name: str) -> tuple[Place, ...]:
    """Every known place called `name`, countries first, then regions, then cities by population."""
    key = fold(name)
    return (*_lands_and_regions().get(key, ()), *_cities(key))


def is_place(name: str) -> bool:
    """Does the gazetteer know a place of this name?"""
    return bool(places(name)) and name != name.lower()


def locate(phrase: str, *, near: Iterable[str] = ()) -> Whereabouts:
    """Where `phrase` is, given the names `near` it in the text (countries, demonyms, cities) that may decide.

    An unknown place stays unknown: `place` is None and the reason says so.
    """
    bare, relation, unit = _unwrap(phrase)
    head, _, tail = bare.partition(", ")
    found = places(bare) or places(head)
    if not found and (inside := _WITHIN.match(bare)):
        head, tail = inside["name"], inside["land"]
        found = places(head)
    if not found and (whole := _UNIT_OF.match(bare)):
        head, tail, unit = whole["name"], whole["whose"] or "", whole["unit"].lower()
        found = places(head)
    context = [*([tail] if tail else []), *near]
    if unit and found and all(p.kind == "country" for p in found):
        found = ()  # Niger is no reading of "Niger State"
    if not found:
        called = f"{head} {unit}" if unit else head
        return Whereabouts(None, None, relation, (f"The gazetteer has no place called {called!r}.",))
    place, reason = _choose(found, context, unit)
    precision = {"city": 1, "region": 2, "country": 3}[place.kind]
    reasons = (reason,) if relation is None else (reason, _vaguely(phrase, relation))
    return Whereabouts(
        place,
        max(precision, 2) if relation else precision,
        relation,
        reasons,
        tuple(p for p in found if p != place)[:5],
    )


def _vaguely(phrase: str, relation: str) -> str:
    vague = _VAGUE.match(_CITY.sub("", phrase.strip()))
    part = vague is not None and vague["part"] is not None
    return f"The text says {relation!r}: {'only a part of it is meant' if part else 'the place is only near there'}."


def _unwrap(phrase: str) -> tuple[str, str | None, str | None]:
    bare = _CITY.sub("", phrase.strip())
    vague = _VAGUE.match(bare)
    bare = _CITY.sub("", _VAGUE.sub("", bare))
    unit = _UNIT.search(bare)
    word = unit.group(1).lower() if unit else None
    relation = vague.group(0).strip().lower() if vague else None
    if unit and not places(bare):
        bare = _UNIT.sub("", bare)
    return bare, relation, word


def _choose(found: tuple[Place, ...], context: list[str], unit: str | None) -> tuple[Place, str]:
    """The reading that the words around it favour; without any, the largest."""
    lands = {land for word in context for land in _lands(word)}
    if len(found) == 1:
        return found[0], f"The gazetteer knows one place called {found[0].name}, in {found[0].country}."
    if unit and (regions := [p for p in found if p.kind == "region"]):
        regions.sort(key=lambda p: p.country not in lands)
        return regions[0], f"The text calls it a {unit}, so the region in {regions[0].country} is meant."
    if near := [p for p in found if p.country in lands and p.kind != "country"]:
        return near[0], f"Of {len(found)} places of this name the one in {near[0].country} is meant: the text names it."
    if found[0].kind == "country":
        return found[0], f"{found[0].name} is a country; nothing near it in the text points elsewhere."
    big = found[0] if found[0].kind == "city" else max(found, key=lambda p: p.population)
    return big, f"Of {len(found)} places of this name the largest is taken, in {big.country}; nothing near it decides."


def _lands(word: str) -> set[str]:
    found = country_of(word)
    first = country(found) if found else None
    return {found or "", first.within or "" if first else ""} | {p.country for p in places(word)[:1]} - {""}


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

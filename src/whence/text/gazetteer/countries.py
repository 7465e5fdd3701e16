"""Countries by name, demonym and capital."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from whence.text.fold import fold
from whence.vocab import read_yaml


@dataclass(frozen=True, slots=True, order=True)
class Country:
    """A country, or a territory that news treats like one."""

    name: str
    iso: str
    capital: str
    demonyms: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    capital_names: tuple[str, ...] = ()
    within: str | None = None
    was: int | None = None


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the vocabulary, in the order of `countries.yaml`."""
    return tuple(_read(name, row) for name, row in read_yaml("countries.yaml").items())


def _read(name: str, row: dict[str, Any]) -> Country:
    lists = {key: tuple(row.get(key, ())) for key in ("demonyms", "names", "capital_names")}
    return Country(name, row["iso"], row["capital"], **lists, within=row.get("within"), was=row.get("was"))


def country(name: str) -> Country | None:
    """The country called `name` in any of its forms, with or without "the": "U.S.", "the Gambia", "PRC"."""
    return _names().get(_key(name))


def is_country(name: str) -> bool:
    """Is `name` the name of a country? A lower-case word never is ("turkey", "us")."""
    return country(name) is not None


def country_of_demonym(word: str) -> str | None:
    """The country a demonym points to: "Kenyan", "Kenyans" → "Kenya"; None when it is no demonym."""
    return _demonyms().get(_key(word))


def capital_of(name: str) -> str | None:
    """The capital of a country named in any form, or of the country a demonym points to."""
    found = country(name) or country(country_of_demonym(name) or "")
    return found.capital if found else None


def country_of_capital(name: str) -> str | None:
    """The country whose capital is `name`; what a capital stands for when it acts ("Moscow denied it")."""
    return _capitals().get(_key(name))


def country_of(text: str) -> str | None:
    """The country that a country's name, a demonym or a capital points to, tried in this order."""
    found = country(text)
    return found.name if found else country_of_demonym(text) or country_of_capital(text)


def _key(text: str) -> str:
    """Acronyms keep their case, words are folded; an empty key, which nothing has, for lower-case text."""
    bare = text.strip().removeprefix("the ").removeprefix("The ")
    joined = bare.replace(".", "")
    if joined.isupper() and len(joined) <= 4:
        return joined
    return fold(bare.replace(".", "")) if bare != bare.lower() else ""


@cache
def _names() -> dict[str, Country]:
    return {_key(form): c for c in reversed(countries()) for form in (c.name, *c.names)} | _current()


def _current() -> dict[str, Country]:
    return {_key(form): c for c in countries() if c.was is None and not c.within for form in (c.name, *c.names)}


@cache
def _demonyms() -> dict[str, str]:
    return {_key(form): c.name for c in reversed(countries()) for d in c.demonyms for form in _plurals(d)}


def _plurals(demonym: str) -> Iterator[str]:
    yield demonym
    yield demonym[:-3] + "men" if demonym.endswith("man") else demonym + "s"


@cache
def _capitals() -> dict[str, str]:
    states = [c for c in countries() if c.was is None and not c.within]
    return {_key(form): c.name for c in states for form in (c.capital, *c.capital_names)}

"""The word lists of names, in the form the parsers look things up in."""

from collections.abc import Iterable
from functools import cache

from whence.text.fold import fold
from whence.vocab import read_yaml


@cache
def titles() -> dict[str, str]:
    """Folded title phrase → its kind: courtesy, learned, rank, office, honorific, describing."""
    return {plain(p): kind for kind, phrases in read_yaml("names_titles.yaml").items() for p in phrases}


@cache
def small(kind: str) -> frozenset[str]:
    """The folded small words of one kind: article, son_of, father_of, particle, suffix, numeral ..."""
    return frozenset(fold(word) for word in read_yaml("names_person.yaml")[kind])


@cache
def given_forms() -> dict[str, frozenset[int]]:
    """Given name → the numbers of the lists it stands in; names that share a number are forms of one name."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(read_yaml("names_person.yaml")["forms"]):
        for word in line.split():
            found.setdefault(fold(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def body_words() -> dict[str, str]:
    """Folded word of a body's name in any language → its meaning in English."""
    table = read_yaml("names_organization.yaml")
    return {m: m for m in table["type"]} | {fold(w): m for m, words in table["meaning"].items() for w in (m, *words)}


@cache
def type_words() -> frozenset[str]:
    """The meanings that say what sort of body it is: brigade, party, ministry."""
    return frozenset(read_yaml("names_organization.yaml")["type"])


def is_sort(word: str) -> bool:
    """Whether a word of another language says what sort of body it names: *partido*, *jabhat*, *autoridad*."""
    return is_foreign(word) and body_words()[fold(word)] in type_words()


def is_foreign(word: str) -> bool:
    """Whether it is a word that bodies of another language have in their names: *demokratska*, *unido*."""
    low = fold(word)
    meaning = body_words().get(low)
    return meaning is not None and low not in (meaning, f"{meaning}s", f"{meaning}es") and low[:4] != meaning[:4]


@cache
def legal_forms() -> dict[str, str]:
    """Folded legal form, dots and spaces out → its class: "limitedliabilitycompany" → "llc"."""
    return {
        plain(w): form for form, words in read_yaml("names_organization.yaml")["legal"].items() for w in (form, *words)
    }


@cache
def link_words() -> frozenset[str]:
    """Words that hold a body's name together and are not compared: of, the, and, de, für."""
    return frozenset(map(fold, read_yaml("names_organization.yaml")["link"]))


@cache
def common_words() -> frozenset[str]:
    """Words so common in the names of bodies that sharing them says little: trading, international."""
    return frozenset(map(fold, read_yaml("names_organization.yaml")["common"])) | business_words()


@cache
def business_words() -> frozenset[str]:
    """Of the common words, those that a company's name may have or lack: trading, holdings."""
    return frozenset(map(fold, read_yaml("names_organization.yaml")["business"]))


@cache
def state_organs() -> frozenset[str]:
    """The meanings of bodies that every state has one of: ministry, parliament, army."""
    return frozenset(read_yaml("names_organization.yaml")["organ"])


@cache
def cause_words() -> frozenset[str]:
    """The meanings that tell what a body fights or stands for: with one of them the name of an organ is its own."""
    return frozenset(read_yaml("names_organization.yaml")["cause"])


@cache
def sisters() -> frozenset[frozenset[str]]:
    """Pairs of meanings between which translators choose: brigade and battalion, council and assembly."""
    return frozenset(frozenset(pair) for pair in read_yaml("names_organization.yaml")["sisters"])


@cache
def site_words() -> frozenset[str]:
    """The words for places that a body may run: port, hospital."""
    return frozenset(read_yaml("names_organization.yaml")["site"])


@cache
def part_words() -> frozenset[str]:
    """The words that make a body a part of another: wing, branch."""
    return frozenset(map(fold, read_yaml("names_organization.yaml")["part"]))


@cache
def grand_words() -> frozenset[str]:
    """The words that a short form leaves out in front: national, high, supreme."""
    return frozenset(read_yaml("names_organization.yaml")["grand"])


@cache
def subject_words() -> frozenset[str]:
    """The meanings that tell a body apart from others as any word without a meaning does: port, peasant."""
    return frozenset(read_yaml("names_organization.yaml")["subject"])


def plain(phrase: str) -> str:
    """Folded, without dots: the form phrases are looked up in."""
    return " ".join(fold(phrase).replace(".", " ").split())


def longest(words: Iterable[str], table: dict[str, str], limit: int = 4) -> tuple[str, int] | None:
    """The longest run of leading `words` that `table` knows: its entry and its length."""
    row = list(words)[:limit]
    for size in range(len(row), 0, -1):
        if found := table.get(" ".join(row[:size])):
            return found, size
    return None

"""The word lists of names, in the form the parsers look things up in."""

import re
from collections.abc import Iterable
from functools import cache

from whence.text.fold import fold
from whence.vocab import read_yaml, word_set


@cache
def titles() -> dict[str, str]:
    """Folded title phrase → its kind: courtesy, learned, rank, office, honorific, describing."""
    return {plain(p): kind for kind, phrases in read_yaml("names_titles.yaml").items() for p in phrases}


@cache
def honorifics(context: str = "always") -> dict[tuple[str, ...], int]:
    """Titles before a name, as the tuple of their words, with how many words of a name must follow."""
    lists = read_yaml("honorifics.yaml")[context]
    needed = {"sure": 1, "before_two": 2}
    return {tuple(re.findall(r"[\w-]+|[^\w\s]", phrase)): n for key, n in needed.items() for phrase in lists[key]}


@cache
def is_honorific(title: str) -> bool:
    """Whether it is a title of respect of some country ("daw", "tan sri"), often written as part of a name."""
    words = tuple(re.findall(r"[\w-]+|[^\w\s]", title.removesuffix(".")))
    return any(words in honorifics(context) for context in read_yaml("honorifics.yaml"))


@cache
def second_name_nouns() -> str:
    """The nouns for a name that somebody goes by, as alternatives of a pattern: "nickname", "call sign", "callsign"."""
    words = sorted(word_set("second_names.yaml", "nouns"), key=lambda w: (-len(w), w))
    return "|".join("[ -]?".join(map(re.escape, w.split())) for w in words)


@cache
def honours() -> frozenset[str]:
    """Titles that are conferred, among those of people without surnames."""
    return frozenset(read_yaml("honorifics.yaml")["always"]["honours"])


@cache
def patronymic_titles() -> frozenset[str]:
    """Titles given to people who bear no surnames, so that one word behind them is the given name."""
    return frozenset(read_yaml("honorifics.yaml")["always"]["patronymic"])


@cache
def honorific_contexts() -> dict[str, frozenset[str]]:
    """Countries and peoples that have titles of their own, with the words that tell a text to be about them."""
    return {name: frozenset(lists["when"]) for name, lists in read_yaml("honorifics.yaml").items() if "when" in lists}


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


def is_given(word: str) -> bool:
    """Whether a folded word is a given name that many bear."""
    return word in given_forms() or word in small("second_given")


@cache
def gendered() -> frozenset[str]:
    """Folded given names that mostly women or mostly men bear."""
    names = read_yaml("names_gender.yaml")
    return frozenset(fold(w) for kind in ("women", "men") for line in names[kind] for w in line.split())


@cache
def body_words() -> dict[str, str]:
    """Folded word of a body's name in any language → its meaning in English."""
    table = read_yaml("names_organization.yaml")
    return {m: m for m in table["type"]} | {fold(w): m for m, words in table["meaning"].items() for w in (m, *words)}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in body_words() if phrase)


def may_say_body(name: str) -> bool:
    """Whether a name may hold a word of bodies' names, or a compound of them: looked at quickly, for most do not."""
    low = fold(name)
    if not low.isascii():
        return True
    return any(word in _first_words() or len(word) > 8 for word in re.split(r"[^a-z]+", low))


# What letters are one in Arabic and Persian names, and what a case or gender adds to a Cyrillic word (folded).
_ARABIC = str.maketrans("یىکهۀئؤءأإآ", "ييكةةيو\0ااا", "")
_CASES = re.compile(
    r"(?:[иы]ми|[ео]го|[ео]му|ами|ями|ая|яя|ое|ее|ые|ие|ыи|ии|ои|еи|ых|их|ым|им|ом|ем|ам|ям|ах|ях|ую|юю|ою|ею|"
    r"іи|[аяоеыиуюьіє])$"
)


@cache
def native_words() -> dict[str, str]:
    """Stem of a word of a body's name in its own script, as `native_stem` makes it → its meaning in English."""
    table = read_yaml("names_organization.yaml")["native"]
    return {" ".join(map(native_stem, fold(w).split())): meaning for meaning, words in table.items() for w in words}


@cache
def native_lands() -> dict[str, str]:
    """As `native_words`, for the names of states."""
    table = read_yaml("names_organization.yaml")["native_lands"]
    return {" ".join(map(native_stem, fold(w).split())): land for land, words in table.items() for w in words}


def native_stem(word: str) -> str:
    """A folded word of another script without its article or ending, its letters made one."""
    if "\u0400" <= word[:1] <= "\u04ff":
        stem = _CASES.sub("", word)
        bare = re.sub(r"(?:иись|[иі])$", "", stem)
        return bare if len(bare) > 2 else word
    plain_word = word.translate(_ARABIC).replace("\0", "")
    return re.sub(r"^(?:وال|بال|لل|ال)(?=\w{2})", "", plain_word)


@cache
def adjectives() -> dict[str, str]:
    """Folded adjective of a country in another language, without its ending → the country."""
    table = read_yaml("names_organization.yaml")["adjectives"]
    return {fold(word): land for land, words in table.items() for word in words}


def country_of_adjective(word: str) -> str | None:
    """The country of a word like *angolanas* or *malienne*; None where it is no such word."""
    stem = fold(word).removesuffix("s")
    bare = stem[:-1] if stem[-1:] in "aoei" else stem
    single = bare[:-1] if bare[-2:-1] == bare[-1:] else bare
    return next((adjectives()[w] for w in (fold(word), stem, bare, single) if w in adjectives()), None)


# Endings that a word of Latin or Greek stock changes with the language, the longest first, with what they say.
_ENDINGS = tuple(
    (ending, sort)
    for sort, endings in (
        ("-tion", "ciones coes zioni cion cao tions tion zione zation isation tsiya ciya cija sjon syon tiunea"),
        ("-ty", "idades idade idad idades ities ity ites ite ita itat itet iteit iti"),
        ("-ic", "icheskiy icheskaya ically icos icas ical isch ische iques ique ico ica ici ik iki ic"),
        ("-ist", "istas istes isti ista iste ist"),
        ("-al", "iales ales ial ais al aux ale ali el elle eis"),
        ("-y", "ias ies ia ie y io ii"),
    )
    for ending in endings.split()
)
_BY_LENGTH = tuple(sorted(_ENDINGS, key=lambda e: -len(e[0])))


@cache
def cognate(word: str) -> str:
    """A form that a learned word has in common with itself in other languages ("estabilidad", "stability"); else ""."""
    for ending, sort in _BY_LENGTH:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            stem = re.sub(r"^es(?=[cptm])", "s", stem.replace("ph", "f").replace("y", "i").replace("qu", "c"))
            return re.sub(r"(.)\1", r"\1", stem.replace("k", "c")) + sort
    return ""


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
def neutral_words() -> frozenset[str]:
    """Of the business words, those that name no trade: holdings, enterprise."""
    return frozenset(map(fold, read_yaml("names_organization.yaml")["neutral"]))


@cache
def state_organs() -> frozenset[str]:
    """The meanings of bodies that every state has one of: ministry, parliament, army."""
    return frozenset(read_yaml("names_organization.yaml")["organ"])


@cache
def creeds() -> frozenset[str]:
    """The words and meanings by which parties say what they stand for: democratic, people, green."""
    return frozenset(read_yaml("names_organization.yaml")["creed"])


@cache
def field_words() -> frozenset[str]:
    """The words for what ministries are for: agriculture, development."""
    return frozenset(read_yaml("names_organization.yaml")["fields"])


@cache
def without_creed() -> frozenset[str]:
    """The meanings of sorts that stand for nothing: of two banks "Development" makes another."""
    return frozenset(read_yaml("names_organization.yaml")["without_creed"])


@cache
def single_sorts() -> frozenset[str]:
    """The meanings of sorts that a state or place has one of, so that a first word may be left out: organs, boards."""
    return state_organs() | {"board", "bank", "university", "institute", "center", "fund"}


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
def local_words() -> frozenset[str]:
    """The words for bodies of which every town or province has its own, named after it: college, provincial."""
    return frozenset(read_yaml("names_organization.yaml")["local"]) | state_organs() | site_words()


@cache
def part_words() -> frozenset[str]:
    """The words that make a body a part of another: wing, branch."""
    return frozenset(map(fold, read_yaml("names_organization.yaml")["part"]))


@cache
def arms_of_service() -> frozenset[str]:
    """The words by which a numbered unit tells how it fights, and which a short form leaves out: infantry, airborne."""
    return frozenset(read_yaml("names_organization.yaml")["arm"])


@cache
def grand_words() -> frozenset[str]:
    """The words that a short form leaves out in front: national, high, supreme."""
    return frozenset(read_yaml("names_organization.yaml")["grand"])


@cache
def rival_words() -> frozenset[str]:
    """The words by which a body that broke away calls itself after the old one: new, real, continuity."""
    return frozenset(read_yaml("names_organization.yaml")["rival"])


@cache
def subject_words() -> frozenset[str]:
    """The meanings that tell a body apart from others as any word without a meaning does: port, peasant."""
    return frozenset(read_yaml("names_organization.yaml")["subject"])


@cache
def head_nouns() -> frozenset[str]:
    """The common nouns that end names of bodies, sites and places: terminal, mountain, school."""
    lists = read_yaml("name_heads.yaml")
    return frozenset(word for kind in ("organization", "facility", "place") for word in lists[kind])


@cache
def ship_letters() -> frozenset[str]:
    """The letters before the name of a ship: MV, HMS."""
    return frozenset(read_yaml("name_heads.yaml")["ship_letters"])


def without_ship_letters(name: str) -> str:
    """The name of a ship alone: "Ever Harvest" of "MV Ever Harvest"."""
    head, _, tail = name.partition(" ")
    return tail if tail and head.lower() in ship_letters() else name


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

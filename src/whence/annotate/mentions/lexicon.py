"""The word lists of mentions, arranged for look-up."""

from functools import cache

from whence.text.gazetteer import country, country_of_demonym
from whence.text.names.sorts import sorts_of_words
from whence.vocab import load_words

PARTICLES = frozenset(
    """
    al el ul ur ad as ash at az ibn bin ben bint ag abu abou abd umm von van der den de del della di da das dos du
    la le las los y e i af av zu zur ter ten bar mac st de' de’
    """.split()
)
JOINERS = frozenset({"of", "for"})
PEOPLES = frozenset(
    """
    arab kurdish kurd shiite shia shi'ite sunni christian muslim jewish druze alawite catholic orthodox
    protestant hindu sikh buddhist yazidi tatar chechen basque catalan tamil hausa fulani yoruba igbo tuareg
    berber pashtun hazara baloch uyghur african islamic asian european western latin nordic balkan baltic islamist
    jihadist salafi maoist communist marxist zionist bolivarian peronist soviet ottoman gulf
    """.split()
)

PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "ants", "ees", "men", "women", "people")
# Ends like a word for a person and is none.
THINGS_LIKE_PEOPLE = frozenset(
    """
    number paper order matter power letter river water winter summer quarter disaster error sector factor terror
    corridor floor door labor labour harbour honour favour colour rumour humour behaviour tumour armour vapour odour
    server computer offer answer corner border chapter register center centre meter metre litre theatre tower trailer
    tanker freighter carrier cruiser destroyer helicopter bomber reactor tractor motor vector mirror horror transfer
    career beer peer engineer's fee coffee committee degree tree knee guarantee decree referee's spree jubilee
    cover copper silver tender tier tie wire fire offer user's counter container steamer trawler lighter charter
    header folder banner poster newsletter folder shutter shoulder finger liver layer manner dinner supper
    October November December September weather leather feather brother's timber chamber member's monitor elevator
    generator indicator calculator detector ventilator conveyor mayor's minor major prior superior interior exterior
    crater sewer boiler burner cluster filter hammer ladder ledger locker lever lumber marker mortar's
    encounter gender surrender thunder wonder danger hunger anger stranger's trigger murder remainder reminder
    human german roman norman woman's shipment ago effort support report airport port sport
    orbiter lander rover booster cooler heater drier dryer washer freezer cooker burger sticker marker scanner printer
    transmitter transistor capacitor processor router adapter adaptor laser radar sensor projector hanger
    skyscraper bunker silencer blaster launcher shelter slaughter stretcher stopper bumper trouser sweater jumper
    slipper cracker fertiliser fertilizer sweetener container skimmer feeder chandelier frontier glacier
    tumbler saucer pitcher spanner screwdriver plaster zipper wrapper antler fibre rotor
    revolver barrier newspaper wallpaper semester trimester hamster oyster muster buster roster
    quota flavour glamour splendour vigour rigour savour endeavour parlour
    """.split()
)


@cache
def roles() -> dict[str, frozenset[str]]:
    """The lists of `roles.yaml` as sets."""
    return {key: frozenset(words) for key, words in load_words("roles.yaml").items()}


@cache
def role_words() -> frozenset[tuple[str, ...]]:
    """Every post, rank and style as the tuple of its words."""
    lists = roles()
    return frozenset(tuple(w.split()) for key in ("ranks", "styles", "posts") for w in lists[key])


@cache
def heads() -> dict[str, frozenset[str]]:
    """The lists of `name_heads.yaml` as sets."""
    return {key: frozenset(words) for key, words in load_words("name_heads.yaml").items()}


@cache
def nominals() -> dict[str, str]:
    """Common noun to mention type; the first list that holds a noun wins."""
    table: dict[str, str] = {}
    for kind, words in load_words("nominals.yaml").items():
        for word in words:
            table.setdefault(word, kind)
            table.setdefault(plural(word), kind)
    return table


def plural(word: str) -> str:
    """The regular English plural."""
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"


def nation(word: str) -> str | None:
    """The country of a demonym, the word itself for a people or faith, None otherwise."""
    if not word[:1].isupper():
        return None
    found = country_of_demonym(word)
    if found:
        return found
    low = word.lower().replace("’", "'")
    return word if low in PEOPLES or (low.endswith("s") and low[:-1] in PEOPLES) else None


def head_type(word: str, read: str = "") -> str | None:
    """The type that the last word of a name tells, None where it tells none; of several the one that is `read`."""
    low = word.lower()
    if read == "organization" and "club" in sorts_of_words().get(low, ()):
        return read  # "Kitwe Town sacked its coach"
    kinds = [kind for kind, words in heads().items() if kind in _TELLING and low in words]
    return read if read in kinds else next(iter(kinds), None)


_TELLING = frozenset({"organization", "facility", "place", "event", "law", "work"})


def is_country(name: str) -> bool:
    """Whether `name` is a country in any of its forms."""
    return country(name) is not None


def noun_type(lemma: str, word: str) -> str:
    """The mention type that a common noun tells, "" where it tells none."""
    found = nominals().get(lemma) or nominals().get(word)
    if found:
        return found
    if not THINGS_LIKE_PEOPLE.isdisjoint((word, lemma, lemma.removesuffix("s"))):
        return ""
    if word.endswith(PEOPLE_ENDINGS) or lemma.endswith(("er", "or", "ist", "ian", "eer", "ee", "man", "woman")):
        return "person"
    return ""

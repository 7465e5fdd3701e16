"""The word lists of mentions, arranged for look-up."""

from functools import cache

from whence.text.gazetteer import country, country_of_demonym
from whence.vocab import load_words

PARTICLES = frozenset(
    """
    al el ul ur ad as ash at az ibn bin ben bint abu abou abd umm von van der den de del della di da das dos du
    la le las los y e i af av zu zur ter ten bar mac st
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


def head_type(word: str) -> str | None:
    """The type that the last word of a name tells, None where it tells none."""
    low = word.lower()
    for kind, words in heads().items():
        if kind not in ("joins_of", "tails") and low in words:
            return kind
    return None


def is_country(name: str) -> bool:
    """Whether `name` is a country in any of its forms."""
    return country(name) is not None

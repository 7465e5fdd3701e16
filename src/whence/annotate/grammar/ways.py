"""Slots that are more than one step in the tree."""

import itertools
from functools import cache

from whence.annotate.mentions.amounts import MONEY
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Filler, Parse
from whence.vocab import read_yaml

SCALES = frozenset({"million", "billion", "trillion"})
DOUBTING = frozenset({"deny", "doubt", "dispute", "reject", "pretend"})
AWAY = frozenset({"leave", "holiday", "vacation", "business", "visit", "trip", "tour", "mission"})
RAIDS = frozenset({"raid", "search", "storm"})


def is_money(parse: Parse, i: int) -> bool:
    """Whether a noun is money: "cash", "two million euros", "$300"."""
    if noun_type(parse.lemmas[i], parse.word(i).lower()) == "money":
        return True
    start, end = parse.phrase(i)
    return bool(MONEY.search(parse.text, start, end))


@cache
def measures() -> frozenset[str]:
    """Nouns that measure what another noun names."""
    return frozenset(read_yaml("numbers.yaml")["measures"])


def is_number(parse: Parse, i: int) -> bool:
    """Whether a number with its unit stands there, and nothing that it counts: "31,000", "$46 million", "80 tonnes"."""
    if parse.tokens[i].upos in ("NUM", "SYM"):
        return True
    somebody = noun_type(parse.lemmas[i], parse.word(i).lower()) in ("person", "organization")
    scaled = not somebody and any(
        parse.lemmas[m] in SCALES for k in parse.kids(i, "nummod") for m in (k, *parse.kids(k, "compound"))
    )
    return bool(parse.kids(i, "nummod")) and (scaled or parse.lemmas[i] in measures() or is_money(parse, i))


def is_part(parse: Parse, i: int) -> bool:
    """Whether a bare number is so many of some: "two of them"."""
    return parse.tokens[i].upos == "NUM" and bool(parse.oblique(i, "of"))


def shared_subject(parse: Parse, i: int) -> list[Filler]:
    """Who is the second of what "and" joins behind "is": "Vale is an engineer and former director of the yard"."""
    top = parse.first_conjunct(i)
    named = parse.tokens[top].upos == "PROPN" and not parse.kids(top, "det")  # "the winners are Vale and the mayor"
    if top == i or parse.preposition(i) or parse.kids(i, "cop") or named or not parse.kids(top, "cop"):
        return []
    if parse.is_not(top):
        return []
    own = [c for c in parse.conjuncts(top) if top < c < i and parse.kids(c, "nsubj")]
    if own:
        top = own[-1]  # "her father is a judge and her mother a clerk and treasurer": the mother
    return [parse.stands_for(Filler(k, "subject, shared"), top) for k in parse.kids(top, "nsubj")]


def fronted(parse: Parse, i: int) -> list[Filler]:
    """Who is described by a noun that stands apart: "The son of Duda, he left", "was born in Osh, the son of Duda"."""
    first, below = parse.phrase(i)[0], parse.subtree(i)
    comma = next((k for k in range(i + 1, len(parse.tokens) - 1) if parse.word(k) == ","), 0)
    opens = all(parse.tokens[k].upos in ("DET", "ADJ", "NUM", "PUNCT") for k in range(i))
    if comma and opens and parse.lemmas[comma + 1] in ("he", "she") and parse.tokens[comma + 1].xpos == "PRP":
        return [Filler(comma + 1, "fronted")]  # "The daughter of the mayor, she was born in Osh"
    if parse.base(i) == "xcomp":
        return [f for f in parse.subjects(parse.tokens[i].head) if f.token != i]  # "happened to be the daughter of"
    if parse.base(i) not in ("dislocated", "parataxis", "nsubj", "dep"):
        return []
    for above in itertools.islice(parse.path_up(i), 3):
        for k in parse.kids(above, "nsubj"):
            after = k > i and k not in below and "," in parse.text[parse.tokens[i].end : parse.tokens[k].start]
            behind = k < i and parse.text[:first].rstrip().endswith(",") and parse.base(i) != "nsubj"
            if after or behind:
                return [Filler(k, "fronted")]
    return []


def named_before_where(parse: Parse, i: int) -> int:
    """The name right before "where", or what the clause hangs on: "the wells of Lobos, where nine died"."""
    where = next(k for k in parse.kids(i, "advmod") if parse.lemmas[k] == "where")
    last = where - 2 if where and parse.word(where - 1) == "," else where - 1
    head = parse.tokens[i].head
    if last <= head or parse.tokens[last].upos != "PROPN":
        return head
    while parse.base(last) in ("flat", "compound") and head < parse.tokens[last].head:
        last = parse.tokens[last].head
    return last


def whereabouts(parse: Parse, i: int) -> list[Filler]:
    """The place that "is" says somebody is in."""
    place = parse.tokens[i].head
    above = next(parse.path_up(place), None) if place >= 0 else None
    unsure = any(parse.lemmas[k] in ("if", "whether", "unless") for k in parse.kids(place, "mark", "advmod"))
    unsure = unsure or (above is not None and parse.lemmas[above] in DOUBTING)
    if parse.base(i) != "cop" or place < i or unsure or parse.is_not(place):
        return []
    if parse.preposition(place) == "in":
        return [Filler(place, "is-in")]
    if parse.preposition(place) == "on" and parse.lemmas[place] in AWAY:
        return [Filler(f.token, "is-in") for f in parse.oblique(place, "in")]
    return []


def raid_of(parse: Parse, i: int) -> list[Filler]:
    """The verb of the raid in which somebody was arrested, nobody being named who arrests."""
    if not parse.is_passive(i):
        return []
    raids = [
        k
        for k in parse.kids(i, "advcl")
        if parse.lemmas[k] in RAIDS
        and not parse.is_passive(k)
        and any(parse.lemmas[m] in ("when", "as", "after") for m in parse.kids(k, "mark", "advmod"))
    ]
    return [Filler(k, "raid") for k in raids[:1]]

"""Numbers that a tree gives to the wrong noun: of what is done to many, of a speed, of the name of a model."""

import re
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span

COUNTABLE = frozenset({"person", "organization", "facility", "vehicle", "weapon"})
# "Winds of about 90 miles an hour": what is counted are the miles.
SPEED = re.compile(
    r"[\s-]?(?:(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s?|feet) (?:an|per|a) (?:hour|second)"
    r"|knots?|mph|kph|km/h)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\s(?:[A-Z][\w’'-]*\s|\d+(?:st|nd|rd|th)\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Boulevard|Blvd|Drive|Square|Terrace)\b"
)
ACCORDING = ("according to", "accord to")  # "according to four people": nobody counts them
# "An area less than 330 feet from a station": nothing is so many.
LENGTH = re.compile(
    r"[\s-](?:feet|foot|ft|miles?|yards?|inches|(?:kilo|centi|milli)?met(?:er|re)s?|km|blocks?)\b", re.IGNORECASE
)
# "A ranking of #11", "a ratio of 10.2:1": a place in a row, and half of a ratio.
PLACED, RATIO = re.compile(r"#\s?$|\bNo\.\s$"), re.compile(r"\s?:\s?\d+(?:\.\d+)?(?![\d:])")
MODEL = re.compile(r"(?<!\w)[A-Za-z]{1,3}-$")
NUMBERS = frozenset({"number", "count"})


def is_miscounted(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the number of a claim counts something else than the noun at `i`."""
    number = claim.argument("number")
    if claim.predicate != "counts" or number is None or number.span is None:
        return False
    text = lookup.doc.text
    if is_of_model(text, number) or ADDRESS.match(text, number.span.end) or parse.preposition(i) in ACCORDING:
        return True
    if claim.maker.rule == "counts.labelled" and LENGTH.match(text, number.span.end):
        return True
    if _is_half_or_place(text, number.span):
        return True
    fronted = number.span.end < parse.tokens[i].start
    return claim.maker.rule == "counts.group" and (
        fronted or SPEED.match(text, number.span.end) is not None or _is_of_many(parse, i, number)
    )


def _is_half_or_place(text: str, number: Span) -> bool:
    placed = PLACED.search(text, max(0, number.start - 4), number.start) is not None
    return placed or RATIO.match(text, number.end) is not None


def is_of_model(text: str, a: Argument) -> bool:
    """Whether a number ends the name of a model: the "60" of "four b-60 guns"."""
    return a.role in NUMBERS and a.span is not None and MODEL.search(text, a.span.start - 4, a.span.start) is not None


def as_counted(lookup: Lookup, claim: Claim) -> Claim:
    """The claim without the number of a model; the dead are bodies and no body."""
    arguments = tuple(_as_dead(lookup, a) for a in claim.arguments if not is_of_model(lookup.doc.text, a))
    return replace(claim, arguments=arguments) if arguments != claim.arguments else claim


def _as_dead(lookup: Lookup, a: Argument) -> Argument:
    dead = a.role == "counted" and a.span is not None and lookup.doc.quote(a.span).lower() == "bodies"
    return replace(a, type="") if dead else a


def _is_of_many(parse: Parse, i: int, number: Argument) -> bool:
    """Whether the number belongs to those to whom something is done: "the reinstatement of 250 dismissed workers"."""
    at = parse.at(number.span.start, number.span.end) if number.span is not None else []
    noun = parse.tokens[at[-1]].head if at and parse.tokens[at[-1]].upos == "NUM" else -1
    if noun < 0 or noun == i:
        return _opens_phrase(parse, at[-1]) if at else False
    return _is_countable(parse, noun)


def _opens_phrase(parse: Parse, number: int) -> bool:
    """Whether a number that a tree left alone stands before its noun: "of 250 dismissed or unpaid workers"."""
    told = False
    for k in range(number + 1, min(number + 6, len(parse.tokens))):
        token = parse.tokens[k]
        if token.upos == "NOUN":
            return token.xpos == "NNS" and _is_countable(parse, k)
        joins = told and (token.upos == "CCONJ" or parse.word(k) == ",")
        told = token.upos == "ADJ" or token.xpos in ("VBN", "VBG", "VBD")
        if not (told or joins or token.upos == "ADV"):
            return False
    return False


def _is_countable(parse: Parse, noun: int) -> bool:
    return noun_type(parse.lemmas[noun], parse.word(noun).lower()) in COUNTABLE

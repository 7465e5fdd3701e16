"""Numbers in claims: which belongs to what, and which is worth a claim."""

import re

from whence.annotate import numbers
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.kinds import NUMERIC
from whence.annotate.grammar import Match
from whence.annotate.syntax import Parse
from whence.model import Argument, Document, Span

CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
OF_WHOLE = re.compile(r"\s+of\s+(?:its|the|their|his|her|our)\s+")
BEFORE_NOUN = re.compile(r"\s(?:[\w’' -]|(?<=\d),(?=\d)){0,40}")  # "300 of its 1,900 clerks"
HYPHENS = frozenset("-‑–")
LARGE = 100
SCORE = re.compile(r"\d+\s*[–-]\s*\d+")  # "lost 1–2": a match, no seats
VAGUE = frozenset({"dozens", "scores", "hundreds", "thousands"})


def is_toll(parse: Parse, token: int) -> bool:
    """Whether a bare number is of people who were struck: "and 30 wounded"; "two" are often two of those before."""
    if parse.word(token).lower() in VAGUE:
        return not any(parse.preposition(k) == "of" for k in parse.kids(token, "nmod"))
    least = 1 if parse.tokens[token].start == parse.start else 2  # "Two killed in mine": nobody was before
    return parse.tokens[token].upos == "NUM" and (numbers.value(parse.word(token)) or 0) > least


def is_large(doc: Document, parse: Parse, match: Match, number: Argument) -> bool:
    """Whether a number is as large as asked, and counts its noun: "62 prisoners", not "the 15-member board"."""
    least, noun = match.pattern.options["least"], parse.tokens[match.trigger].start
    if number.span is None or (number.best or number.low or number.high or 0) < least:
        return False
    if doc.text[: number.span.start].endswith(" of a ") or numbers.value(parse.word(match.trigger)) is not None:
        return False  # "a quarter of a million people", "the fourteen of the eight"
    if parse.tokens[match.trigger].xpos == "NN" and parse.lemmas[match.trigger] in CAPTIVE:
        return False  # "taking nine hostage"
    if "of-number" in match.pattern.roles["number"]:
        return not _arranged(doc, parse, match, number)
    if match.pattern.options.get("joined"):
        return True
    if not numbers.may_be_several(parse, match.trigger):
        return False
    if "number-above" in match.pattern.roles["number"] and number.span.start > noun:
        return True  # "of the 120 men, 48 voted"
    return BEFORE_NOUN.fullmatch(doc.text, number.span.end, noun) is not None


def _arranged(doc: Document, parse: Parse, match: Match, number: Argument) -> bool:
    """Whether a number says how things stand together, or what share of another thing: "groups of three"."""
    several = parse.tokens[match.trigger].xpos in ("NNS", "NNPS")
    if number.type == "money" or number.span is None:
        return False
    share = number.unit == "%" and doc.text.startswith(" of ", number.span.end)
    few = (number.best or number.low or number.high or 0) < LARGE  # "sales of 1.6 billion" are as much
    return share or (several and few and number.unit != "%" and number.unit in ("", parse.word(match.trigger).lower()))


def of_another_thing(doc: Document, match: Match, counted: Argument, number: Argument) -> bool:
    """Whether one object is paired with the number of another: "received 30,000 dollars and two boats"."""
    alike = match.pattern.roles["counted"] == match.pattern.roles["number"] or match.pattern.options.get("joined")
    if not alike or counted.span is None or number.span is None:
        return False
    one, two = sorted((counted.span, number.span))
    return " and " in doc.text[one.end : two.start]


def is_hyphened(doc: Document, parse: Parse, trigger: int, number: Argument) -> bool:
    """Whether a hyphen joins a number to a word: "140-megawatt"."""
    start = parse.tokens[trigger].start
    return number.span is not None and doc.text[number.span.end : start] in HYPHENS


def with_number(lookup: Lookup, parse: Parse, role: str, token: int, types: frozenset[str] = NUMERIC) -> list[Argument]:
    """The number or the sum at a token or, for "31 seats", beside it; no more than one."""
    above = parse.governor(token)
    if above >= 0 and parse.tokens[above].upos == "NUM" and parse.preposition(token) == "of":
        token = above  # "14 of the 33 seats"
    start, end = parse.phrase(token) if parse.tokens[token].upos != "NUM" else parse.core(token)
    # Of "twenty-one bodies" the tree holds the one.
    numeral = parse.tokens[token].end if parse.tokens[token].upos == "NUM" else -1
    around = (m for m in lookup.covering(start, end) if m.type in types)
    found = [m for m in around if start <= m.span.start or m.span.end == numeral]
    noun = parse.governor(token) if parse.tokens[token].upos == "NUM" and parse.governor(token) >= 0 else token
    unit = parse.word(noun).lower() if parse.tokens[noun].upos == "NOUN" else ""
    whole = [k for k in parse.kids(token, "nmod") if parse.tokens[k].upos == "NOUN" and parse.preposition(k) == "of"]
    unit = unit or next((parse.word(k).lower() for k in whole), "")  # "14 of the 33 seats"
    part = [m for m in lookup.covering(start - 24, start) if m.type in NUMERIC]
    if part and OF_WHOLE.fullmatch(
        lookup.doc.text, part[-1].span.end, min((m.span.start for m in found), default=start)
    ):
        found = part[-1:]  # "nine of its 64 seats" are nine
    found = [m for m in found if not numbers.quantity_of(lookup.doc, m, lookup.mentions).denied]
    made = [numbers.numbered(role, lookup.doc, m, lookup.mentions, unit) for m in found[:1]]
    return [
        a
        for a in made
        if role != "seats" or (a.unit != "%" and not (a.span and SCORE.match(lookup.doc.text, a.span.start)))
    ]


def own_number(*found: Argument) -> bool:
    """Whether the number stands with what it counts."""
    counted, number = found[:2]
    return counted.span is not None and number.span is not None and counted.span.contains(number.span)


def is_counted(a: Argument, lookup: Lookup) -> bool:
    """Whether a number of several opens the phrase of an argument: "seven people"."""
    here = lookup.covering(a.span.start, a.span.start + 1) if a.span is not None else []
    return any(m.type == "quantity" and (numbers.value(lookup.doc.quote(m.span)) or 0) > 1 for m in here)


def is_number(span: Span | None, lookup: Lookup) -> bool:
    """Whether a bare number stands at a span; "two" are often two of those before."""
    if span is None or (numbers.value(lookup.doc.quote(span)) or 3) < 3:
        return False
    return any(m.type == "quantity" and m.span.contains(span) for m in lookup.covering(span.start, span.end))

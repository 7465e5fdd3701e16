"""Whom a filler of a role means: the name beside it, its town, the deed behind it."""

import re

from whence.annotate import numbers
from whence.annotate.arguments.candidates import as_thing
from whence.annotate.arguments.lookup import Candidate, Lookup
from whence.annotate.claims.kinds import FINITE, GREAT
from whence.annotate.syntax import Parse
from whence.model import Argument, Document

GLUED = re.compile(r"[a-z]+-")  # of "half-brother"
OFFENCE = re.compile(r"(?:with|of|for)\s+")
STRIKING = frozenset(
    """
    attack bomb fire launch carry stage mount shell storm ambush raid shoot open detonate explode blow plant hurl throw
    strike hit drop conduct commit make perpetrate begin start ram crash drive set use
    """.split()
)


def kinship(doc: Document, parse: Parse, i: int) -> Argument:
    """The word of kinship at a token, without how many or whose own they are: "sons", "brother-in-law"."""
    start, end = parse.core(i)
    great = GREAT.search(doc.text, max(0, parse.tokens[i].start - 24), parse.tokens[i].start)
    if great is not None:
        return Argument("kin", doc.span(great.start(), end), None, "text")  # "great-grandson"
    first = i
    while first > 1 and GLUED.fullmatch(doc.text, parse.tokens[first - 2].start, parse.tokens[first].start):
        first -= 2  # "half-brother"
    return Argument("kin", doc.span(max(start, parse.tokens[first].start), end), None, "text")


def of_attack_between(parse: Parse, trigger: int, doer: int) -> bool:
    """Whether an attack did it, not who does something else: "called a strike over the raid on Osh, killing two"."""
    verb = parse.tokens[trigger].head
    while verb >= 0 and parse.base(trigger) == "conj" and parse.word(verb).endswith("ing"):
        trigger, verb = verb, parse.tokens[verb].head  # "causing nine deaths and injuring 30"
    if not parse.word(trigger).endswith("ing") or verb < 0 or verb > trigger:
        return False
    if parse.tokens[verb].upos == "NOUN" and parse.lemmas[verb] in numbers.STRIKES:
        return doer != verb
    if parse.lemmas[verb] in STRIKING:
        return False
    between = [
        k for k in range(verb + 1, trigger) if parse.lemmas[k] in numbers.STRIKES and parse.tokens[k].upos == "NOUN"
    ]
    return bool(between) and doer < verb and parse.lemmas[doer] not in numbers.STRIKES


def named_one(lookup: Lookup, parse: Parse, token: int, types: frozenset[str]) -> Candidate | None:
    """The name beside "one of": of "one of the militias within it, the Harvest Front, is banned" the Front is."""
    one = token if parse.lemmas[token] == "one" else parse.one_of(token)
    if parse.lemmas[one] != "one":
        return None
    for k in (one, *parse.kids(one, "nmod")):
        for named in parse.kids(k, "appos"):
            found = as_thing(lookup, parse, named, types)
            if found is not None and found.named and not parse.kids(named, "conj"):
                return found
    return None


def town_of(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """The place named behind a common noun: of "a hotel in Osh" and "his home in Osh" it is Osh that a map knows."""
    for preposition in ("in", "at"):
        for filler in parse.oblique(token, preposition):
            town = as_thing(lookup, parse, filler.token, frozenset({"place"}))
            if town is not None and town.named and town.type == "place":
                return town
    return None


def is_its_body(lookup: Lookup, item: Candidate) -> bool:
    """Whether a name before a post is of the body whose it is: "Salt League leader", not "non-League minister"."""
    return item.named and item.type == "organization" and lookup.doc.text[item.span.start - 1 : item.span.start] != "-"


def before_who(lookup: Lookup, parse: Parse, trigger: int) -> Candidate | None:
    """The person right before "who", which a tree hung on the body: "the League of Ana Mor, who was charged"."""
    who = next((k for k in range(trigger - 1, -1, -1) if parse.lemmas[k] in ("who", "which", "that")), None)
    if who is None or parse.lemmas[who] != "who":
        return None
    at = parse.tokens[who].start
    before = (m for m in lookup.covering(at - 4, at) if m.type == "person" and m.form == "name")
    person = next((m for m in before if lookup.doc.text[m.span.end : at] in (", ", " ")), None)
    return Candidate(person.span, "person", True, None, person.value or None) if person is not None else None


def offence_at(parse: Parse, token: int, start: int, end: int) -> tuple[int, int]:
    """The deed of "convicted him of selling the mill, and acquitted her": without its "of" and without what follows."""
    opened = OFFENCE.match(parse.text, start, end)
    others = [
        parse.tokens[min(parse.subtree(k))].start for k in parse.kids(token, "conj") if parse.tokens[k].xpos in FINITE
    ]
    stop = min([end, *others])
    return opened.end() if opened else start, len(parse.text[:stop].rstrip(" ,"))


def suspected_at(parse: Parse, token: int) -> tuple[int, int] | None:
    """The deed of "arrested on suspicion of selling the mill", without the word of suspicion."""
    if parse.lemmas[token] != "suspicion":
        return None
    for k in parse.kids(token, "acl", "nmod"):
        start, end = parse.clause(k) if parse.base(k) == "acl" else parse.phrase(k)
        opened = OFFENCE.match(parse.text, start, end)
        return opened.end() if opened else start, end
    return None

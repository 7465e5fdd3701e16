"""Arguments that stand in the wrong place: a country with a post, its own subsidiary, the number of a model."""

import re
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import candidate
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span
from whence.text.gazetteer import is_country

OWNERS = frozenset({"its", "their", "his", "her"})
ONE = frozenset({"ADJ", "NUM", "NOUN"})
SAME_PHRASE = re.compile(r"\s+(?:[a-z][\w’'-]*\s+){1,4}")
SHORT_RANK = re.compile(r"[a-z]{2,3}")


def is_misplaced(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether an argument of a claim cannot be what it is taken for."""
    if claim.predicate == "holds_role":
        return _is_land(lookup, claim.argument("holder"))
    if claim.predicate == "holds_rank":
        rank = claim.argument("rank")
        return rank is not None and rank.span is not None and bool(SHORT_RANK.fullmatch(lookup.doc.quote(rank.span)))
    if claim.predicate == "commands":
        return _is_anothers(lookup, claim)
    if claim.predicate == "counts":
        return _is_model(parse, claim)
    if claim.predicate == "born":
        person = claim.argument("person")
        return person is not None and _is_trigger(lookup, claim, person)
    return any(_is_of_itself(lookup, a) for a in claim.arguments)


def one_of_kin(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim of the one who is told of: "was the third of five sons of the judge Marko Duda"."""
    above, person = parse.tokens[i].head, claim.argument("person")
    if claim.predicate != "family_of" or person is None or person.antecedent is not None or above < 0:
        return claim
    several = parse.tokens[i].xpos == "NNS" and parse.preposition(i) == "of" and parse.tokens[above].upos in ONE
    subjects = parse.kids(above, "nsubj") if several and parse.kids(above, "cop") else []
    one = candidate(lookup, parse, subjects[0]) if subjects else None
    if one is None or not one.named or one.type != "person" or (person.span and lookup.holds_name(person.span)):
        return claim
    told = argument("person", one, frozenset({"person"}))
    return replace(claim, arguments=tuple(told if a is person else a for a in claim.arguments))


def _is_land(lookup: Lookup, holder: Argument | None) -> bool:
    """Whether the holder of a post is a country: "Chad ambassador to Peru Ivo Duda"."""
    return holder is not None and holder.span is not None and is_country(lookup.doc.quote(holder.span))


def _is_of_itself(lookup: Lookup, a: Argument) -> bool:
    """Whether "its" stands for the name right behind what it owns: "Its former subsidiary Delta was sold"."""
    if a.span is None or a.antecedent is None or lookup.doc.quote(a.span).lower() not in OWNERS:
        return False
    return bool(SAME_PHRASE.fullmatch(lookup.doc.text, a.span.end, a.antecedent.start))


def _is_anothers(lookup: Lookup, claim: Claim) -> bool:
    """Whether a force is that of another by its own words: "the army of Prince Vale" is not Marshal Duda's."""
    commander, force = claim.argument("commander"), claim.argument("commanded")
    if commander is None or force is None or force.span is None or force.antecedent is not None:
        return False
    own = (commander.span, commander.antecedent)
    inside = [m for m in lookup.covering(force.span.start, force.span.end) if force.span.contains(m.span)]
    named = [m.span for m in inside if m.type == "person" and m.form == "name"]
    return bool(named) and not any(_is_one(lookup, span, s) for span in named for s in own)


def _is_one(lookup: Lookup, one: Span, two: Span | None) -> bool:
    """Whether two names are one person's, as far as the text tells."""
    if two is None:
        return False
    chain = lookup.chain_of.get(one)
    return one == two or (chain is not None and lookup.chain_of.get(two) is chain)


def _is_model(parse: Parse, claim: Claim) -> bool:
    """Whether a number belongs to the name before it: "can take a Falcon 900"."""
    number = claim.argument("number")
    at = parse.at(number.span.start, number.span.end) if number is not None and number.span is not None else []
    if len(at) != 1 or at[0] == 0 or parse.tokens[at[0]].upos not in ("NUM", "PROPN"):
        return False
    beside = parse.tokens[at[0] - 1]
    return (
        beside.upos == "PROPN" and parse.tokens[at[0]].head == at[0] - 1 and beside.end + 1 == parse.tokens[at[0]].start
    )


def _is_trigger(lookup: Lookup, claim: Claim, person: Argument) -> bool:
    """Whether the one born is only the word that says so: "a native of Osh"."""
    at = claim.trigger
    unnamed = person.antecedent is None and person.span is not None and not lookup.holds_name(person.span)
    return unnamed and at is not None and person.span is not None and person.span.overlaps(at)

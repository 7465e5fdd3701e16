"""Which claims of the learned reader are worth a line."""

import re
from collections.abc import Sequence

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.bearers import TWO_BEARERS, both_in_words
from whence.annotate.claims.worth import is_anybody, same_bearer
from whence.annotate.learned.fillers import has_name
from whence.annotate.mentions.lexicon import nation
from whence.annotate.numbers import NUMBERED
from whence.model import Argument
from whence.text.gazetteer import is_country, is_place
from whence.vocab import Predicate

SUCCEEDING = frozenset({"person", "organization"})
NEVER_NAMELESS = frozenset({"family_of", "alias_of"})
OURS = re.compile(r"\b(?:my|our|your)\b", re.IGNORECASE)  # of a speaker whom nothing names


def _are_people(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument is a plural for people: "members", "leaders"."""
    return a.type == "person" and a.span is not None and lookup.doc.quote(a.span).endswith("s")


def _tongue(arguments: tuple[Argument, ...], lookup: Lookup) -> bool:
    """Whether an argument is a people or a language: "also known as Karim (Arabic: ...)"."""
    return any(nation(lookup.doc.quote(a.span)) is not None for a in arguments if a.span)


def _counted(number: Argument, arguments: Sequence[Argument]) -> bool:
    """Whether a number stands with the noun of another argument: "200 boatmen"."""
    return number.role in NUMBERED and any(
        a is not number and a.span is not None and number.span is not None and a.span.contains(number.span)
        for a in arguments
    )


def _is_seat(arguments: Sequence[Argument], lookup: Lookup) -> bool:
    """Whether brackets hold the town of a body, which is none of its names: "the Pilots' Guild (Oslo)"."""
    one, two = (lookup.doc.quote(a.span) if a.span else "" for a in arguments[:2])
    bracketed = any(a.span and lookup.doc.text.endswith("(", 0, a.span.start) for a in arguments)
    return bracketed and is_place(two) and not two.isupper() and not is_place(one)


def _is_at_home(arguments: Sequence[Argument], lookup: Lookup) -> bool:
    """Whether a body is only a country's: of "Kenya's Pilots' Guild" the guild is no part of the state."""
    whole = next((a.span for a in arguments if a.role == "whole" and a.span), None)
    owned = whole is not None and lookup.doc.text.startswith(("'s ", "’s "), whole.end)
    return whole is not None and owned and is_country(lookup.doc.quote(whole))


def is_worth(
    predicate: Predicate, arguments: tuple[Argument, ...], leading: int, lookup: Lookup, sure: bool = False
) -> bool:
    """A claim names or counts somebody or is sure, and nobody does it to himself, though under another name he may."""
    if predicate.name == "alias_of" and (len({a.type for a in arguments}) > 1 or _tongue(arguments, lookup)):
        return False  # a man is no other name of a body, nor a language of a man
    if predicate.name == "alias_of" and _is_seat(arguments, lookup):
        return False
    if predicate.name == "part_of" and _is_at_home(arguments, lookup):
        return False
    if predicate.name == "succeeds" and len({a.type for a in arguments[:2]} & SUCCEEDING) > 1:
        return False  # nobody succeeds a club
    if len(arguments) == 1 and not has_name(arguments[0], lookup):
        return False
    named = any(a.antecedent or (a.span and a.type != "role" and lookup.holds_name(a.span)) for a in arguments)
    sure = sure and len(arguments) > 1 and predicate.name not in NEVER_NAMELESS
    sure = sure and not any(a.span and OURS.search(lookup.doc.quote(a.span)) for a in arguments)
    if not named and not sure and not any(_counted(a, arguments) for a in arguments):
        return False
    # "Members of the Salt League" are filed each time, "member states" and "members of groups" say nothing.
    people = predicate.name == "member_of" and _are_people(arguments[0], lookup)
    if is_anybody(predicate.name, arguments[1:2] if people else arguments, lookup):
        return False
    if leading < 2:
        return True
    one, two = arguments[:2]
    if two.role in NUMBERED:
        return True  # "two hundred relatives stood outside": the number stands with whom it counts
    if predicate.name == "alias_of" and one.span and two.span and not one.span.overlaps(two.span):
        return lookup.doc.quote(one.span).casefold() != lookup.doc.quote(two.span).casefold()
    if predicate.name in TWO_BEARERS and both_in_words(lookup, one, two):
        return True
    return not same_bearer(one, two, lookup)

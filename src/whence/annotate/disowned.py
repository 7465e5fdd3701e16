"""Deeds that somebody says were not his: "Duda denied any part in the killing of Ada Mensah"."""

from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import as_thing
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.grammar.slots import fill
from whence.annotate.modality.denials import disowner
from whence.annotate.syntax import Parse
from whence.model import Claim
from whence.vocab import predicate

DEEDS = {
    "kills": "killer",
    "attacks": "attacker",
    "bombs": "bomber",
    "injures": "injurer",
    "abducts": "abductor",
    "captures": "captor",
    "arrests": "authority",
    "orders": "authority",
}
"""What somebody may deny a hand in, and the role of whoever did it."""


def disowned(lookup: Lookup, parse: Parse, claim: Claim) -> Iterator[Claim]:
    """The claim; of a deed in which somebody denies a hand, that he did not do it, or nothing where that is unsaid."""
    at = parse.head_of(claim.trigger.start, claim.trigger.end) if claim.trigger is not None else None
    verb = disowner(parse, at) if at is not None and claim.polarity == "denied" else None
    if verb is None:
        yield claim
        return
    role = DEEDS.get(claim.predicate, "")
    types = predicate(claim.predicate).roles[role].types if role else frozenset[str]()
    for filler in fill(parse, verb, "subject"):
        item = as_thing(lookup, parse, filler.token, types)
        if item is None or item.type not in types:
            continue
        doer, told = argument(role, item, types), claim.argument(role)
        if told is None or told.span == doer.span:
            others = tuple(a for a in claim.arguments if a.role != role)
            yield replace(claim, arguments=(doer, *others))

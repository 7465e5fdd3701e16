"""What the patterns for a word rule out, the learned reader does not say by that word either.

A pattern knows beside what its word says also where it does not: what governs it ("opposed the dissolution"), what
stands below it ("denied them access"), who or what never fills a role of it ("admitted to the clinic").
"""

from itertools import dropwhile

from whence.annotate.grammar import keys_of
from whence.annotate.grammar.fits import marks_other_sense
from whence.annotate.patterns import Pattern, by_trigger
from whence.annotate.syntax import Parse
from whence.model import Claim


def is_ruled_out(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether patterns for the word of a claim read its predicate, and by each the word does not tell it here."""
    word = _word(parse, i)
    found = [
        p for key in keys_of(parse, word) for p in by_trigger().get(key, ()) if p.predicate.name == claim.predicate
    ]
    if _another_acts(parse, word, claim) or _is_no_founder(parse, claim) or _is_way_out(parse, claim):
        return True
    return bool(found) and all(marks_other_sense(parse, word, p) or _never(parse, p, claim) for p in found)


def _another_acts(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether "by" says who did it, and the claim has another do it: "Duda denied a part in the killing by guards"."""
    killer = claim.argument("killer")
    if killer is None or killer.span is None or parse.tokens[i].upos != "NOUN":
        return False
    actors = [k for k in parse.kids(i, "nmod") if parse.preposition(k) == "by"]
    return bool(actors) and not any(
        parse.phrase(k)[0] <= killer.span.start and killer.span.end <= parse.phrase(k)[1] for k in actors
    )


def _is_no_founder(parse: Parse, claim: Claim) -> bool:
    """Whether the founder is what a body was formed as or out of: "formed as the Salt League", "from two clubs"."""
    founder = claim.argument("founder")
    head = parse.head_of(founder.span.start, founder.span.end) if founder is not None and founder.span else None
    return claim.predicate == "formed" and head is not None and parse.preposition(head) in ("as", "from", "out of")


def _is_way_out(parse: Parse, claim: Claim) -> bool:
    """Whether people only leave a place, and against what is not said: "some 300 drivers walked out of the hall"."""
    place = claim.argument("place")
    head = parse.head_of(place.span.start, place.span.end) if place is not None and place.span else None
    left = claim.predicate == "protests" and head is not None and parse.preposition(head) in ("out of", "off")
    return left and claim.argument("against") is None


def _word(parse: Parse, i: int) -> int:
    """The word that tells of it: for a preposition the noun before it, "expulsion" of "the expulsion of Duda from"."""
    if parse.tokens[i].upos != "ADP" or parse.tokens[i].deprel != "case":
        return i
    above = dropwhile(lambda k: parse.tokens[k].upos == "PROPN", parse.path_up(i))
    noun = next(above, -1)
    return noun if noun >= 0 and parse.tokens[noun].upos == "NOUN" else i


def _never(parse: Parse, pattern: Pattern, claim: Claim) -> bool:
    """Whether an argument is what never fills its role behind this word."""
    for a in claim.arguments:
        head = parse.head_of(a.span.start, a.span.end) if a.span is not None else None
        if head is not None and parse.lemmas[head].lower() in pattern.banned(a.role):
            return True
    return False

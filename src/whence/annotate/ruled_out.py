"""What the patterns for a word rule out, the learned reader does not say by that word either.

A pattern knows beside what its word says also where it does not: what governs it ("opposed the dissolution"), what
stands below it ("denied them access"), who or what never fills a role of it ("admitted to the clinic").
"""

from itertools import dropwhile

from whence.annotate.grammar import keys_of, marks_other_sense
from whence.annotate.patterns import Pattern, by_trigger
from whence.annotate.syntax import Parse
from whence.model import Claim


def is_ruled_out(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether patterns for the word of a claim read its predicate, and by each the word does not tell it here."""
    word = _word(parse, i)
    found = [
        p for key in keys_of(parse, word) for p in by_trigger().get(key, ()) if p.predicate.name == claim.predicate
    ]
    return bool(found) and all(marks_other_sense(parse, word, p) or _never(parse, p, claim) for p in found)


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

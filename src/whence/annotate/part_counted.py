"""Numbers that are of another thing, at another time or of each: what a count must not say of the whole."""

import re
from dataclasses import replace
from functools import cache

from whence.annotate.arguments.around import head_at
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.patterns import patterns
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim
from whence.vocab import word_set

# "The list rose to number 3": a rank counts nothing, nor does "9 per 1,000 voters".
RANKED = re.compile(r"\b(?:number|no\.|nr\.?|rank(?:ed|s|ing)?|per)\s$", re.IGNORECASE)
# Of "Forty - six nations" the number is not forty.
TORN = re.compile(r"\s-\s(?:one|two|three|four|five|six|seven|eight|nine)\b")
NUMBERED = re.compile(r"\d")
OF = re.compile(r"\s+of\s")
FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
# Of "300 of the town's 1,900 residents" residents are counted.
OTHERS = re.compile(r"(?:the\s)?(?:[\w-]+['’]s?\s)\d[\d,.]*\s")
PER = re.compile(r"(?:an?|per|each)\s(?:year|month|week|day|hour|season|game|head|person)")
ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b", re.IGNORECASE)
A_PART = re.compile(r"\b(?:an?|one|two|three|four|[\d]+)[\s-]$", re.IGNORECASE)
# "Five drives each of $200", "$90 a day each": what each has is no sum of them all.
EACH = re.compile(r"\beach\s(?:(?:of|at|for|worth|(?:valued|priced|sold)\sat|costing)\s)?(?:\w+\s){0,2}$")
OF_EACH = re.compile(r"(?:\sa\s\w+)?\s(?:each|apiece)\b")
EACH_OF = re.compile(r"\b(?:each|every one) of (?:the )?$", re.IGNORECASE)
THESE = re.compile(r"\b(?:these|those)\s$", re.IGNORECASE)
# "The then-15-year-old clerk", "then 15": so old at the time of which the text tells.
THEN = re.compile(r"\bthen(?:\s?-\s?|\saged\s|\s)$", re.IGNORECASE)
AT_THE_TIME = re.compile(r"(?:[-\s]years?[-\s]old)?,? (?:at the time|back then|when\b)")
TO = re.compile(r"\s?\w*\s(?:to|against)\s(?:\w+\s)?[\d\w]+")
POINTING = frozenset("this that these those them it they which whom each".split())
WHOSE = re.compile(r"(?:whose|its|their|his|her)\s", re.IGNORECASE)
MOODS = frozenset({"intended", "hypothetical"})
PAST = frozenset({"VBD", "VBN"})


@cache
def coins() -> frozenset[str]:
    """What sums are counted in: "from 20 to 45 euros" counts no euros."""
    return next(p for p in patterns() if p.name == "counts.sum").triggers


def _words(key: str) -> frozenset[str]:
    return word_set("miscounted.yaml", key)


def is_of_part(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the number of a count is a rank, a margin, of each or of something that is named before."""
    counted, number = claim.argument("counted"), claim.argument("number")
    if counted is None or number is None or number.span is None:
        return False
    text, start, end = lookup.doc.text, number.span.start, number.span.end
    before, rule = text[max(0, start - 40) : start], claim.maker.rule
    if _is_rank(text[start:end], before) or THESE.search(before) or _points(lookup, counted):
        return True
    if FROM.search(before) and parse.lemmas[i] in coins() and rule != "counts.change_from":
        return True
    if TORN.match(text, end) or _names_model(parse, number) or _has_another(lookup, claim, counted, number):
        return True
    if rule == "counts.age":
        bound = number.best is None  # "under six years old"
        return bound or THEN.search(before) is not None or AT_THE_TIME.match(text, end) is not None
    if _is_margin(parse, i, text, end):
        return True
    if _is_of_each(text, claim, before) or _is_one_of_row(parse, i, rule):
        return True
    if rule in ("counts.change", "counts.change_from"):
        return bool(parse.kids(i, "obj"))  # "to cut losses to one percent": the losses
    return rule == "counts.percent" and _is_share_of(parse, i, claim)


def _is_rank(words: str, before: str) -> bool:
    return RANKED.search(before) is not None or (ORDINAL.fullmatch(words) is not None and not A_PART.search(before))


def _names_model(parse: Parse, number: Argument) -> bool:
    """Whether a number stands behind a name as part of it: "can take a Falcon 747"."""
    at = parse.at(number.span.start, number.span.end) if number.span is not None else []
    if len(at) != 1 or parse.tokens[at[0]].upos != "NUM" or not at[0]:
        return False
    before, above = parse.tokens[at[0] - 1], parse.tokens[at[0]].head
    return before.upos == "PROPN" and above in (at[0] - 1, before.head) and 0 <= above < at[0]


def _has_another(lookup: Lookup, claim: Claim, counted: Argument, number: Argument) -> bool:
    """Whether what the reader takes for counted has a number of its own: "155 rifles", and "60,000 rounds" later."""
    if claim.maker.stage != "annotate.learned" or counted.span is None or number.span is None:
        return False
    apart = not counted.span.overlaps(number.span) and NUMBERED.search(lookup.doc.quote(counted.span)) is not None
    return apart and OF.match(lookup.doc.text, number.span.end) is None


def _points(lookup: Lookup, counted: Argument) -> bool:
    """Whether what is counted is only pointed at: "39 percent of these"."""
    return (
        counted.span is not None and counted.antecedent is None and lookup.doc.quote(counted.span).lower() in POINTING
    )


def _is_margin(parse: Parse, i: int, text: str, end: int) -> bool:
    """Whether somebody won by so many more: "beat her by 424 votes"; "by 31 votes to 28" are their own."""
    verb = parse.governor(i)
    if parse.lemmas[i] not in _words("scores") or parse.preposition(i) != "by" or verb < 0:
        return False
    return parse.lemmas[verb] in _words("beating") and TO.match(text, end) is None


def _is_of_each(text: str, claim: Claim, before: str) -> bool:
    """Whether it is the number of each of them, and what they have together is not told."""
    if claim.maker.rule in ("counts.cost", "counts.involve"):  # "tickets cost $40 each"
        return False
    several = claim.argument("whose")
    shared = several is not None and several.span is not None
    start = several.span.start if several is not None and several.span is not None else 0
    return EACH.search(before) is not None or (shared and EACH_OF.search(text[max(0, start - 20) : start]) is not None)


def _is_one_of_row(parse: Parse, i: int, rule: str) -> bool:
    """Whether a sum is one of several things that something is: "was a mill, two barns and 30,000 euros"."""
    if rule != "counts.is":
        return False
    sums = next(p for p in patterns() if p.name == rule).triggers
    return any(parse.lemmas[k] not in sums for k in parse.conjuncts(parse.first_conjunct(i)) if k != i)


def _is_share_of(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether something is so much of a whole, and the claim has not whose share it is, or the whole is another's."""
    verb = parse.governor(i)
    if verb < 0 or parse.lemmas[verb] not in _words("sharing"):
        return False
    head = head_at(parse, counted.span) if (counted := claim.argument("counted")) and counted.span else None
    owned = head is not None and bool(parse.kids(head, "nmod:poss"))
    return claim.argument("whose") is None or owned


def with_what_counts(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim with the margin for the votes that it is of, without "whose", and as a fact where those are known."""
    number = claim.argument("number")
    arguments = tuple(_as_named(lookup, parse, i, a, number) for a in claim.arguments)
    claim = replace(claim, arguments=arguments) if arguments != claim.arguments else claim
    if claim.certainty in MOODS and _are_known(parse, i):
        return replace(claim, certainty="asserted", certainty_cue=None)
    return claim


def _as_named(lookup: Lookup, parse: Parse, i: int, a: Argument, sum_: Argument | None) -> Argument:
    if a.role != "counted" or a.span is None or a.antecedent is not None:
        return a
    above = parse.governor(i)
    if parse.preposition(i) == "of" and above >= 0 and parse.lemmas[above] in _words("gaps"):
        return replace(a, span=lookup.doc.span(parse.tokens[above].start, parse.tokens[above].end), type="text")
    each = OF_EACH.match(lookup.doc.text, a.span.end)
    if each and a.type == "money":
        return replace(a, span=replace(a.span, end=each.end()))  # "had 40,000 dollars each"
    if PER.fullmatch(lookup.doc.quote(a.span)) and sum_ is not None and sum_.span is not None:
        return replace(a, span=sum_.span, type="money")  # "earns $3 million a year"
    opened = OTHERS.match(lookup.doc.quote(a.span)) or WHOSE.match(lookup.doc.quote(a.span))
    return replace(a, span=replace(a.span, start=a.span.start + opened.end())) if opened else a


def _are_known(parse: Parse, noun: int) -> bool:
    """Whether only what is to be done with them is still ahead: "will free the 61 men", "will write to 90 who came"."""
    if parse.tokens[noun].upos != "NOUN" or noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "money":
        return False
    if parse.base(noun) not in ("obj", "obl", "nmod") or parse.tokens[noun].xpos != "NNS":
        return False
    told = any(parse.tokens[k].xpos == "VBD" for k in parse.kids(noun, "acl:relcl"))
    return told or any(parse.lemmas[k] == "the" for k in parse.kids(noun, "det"))

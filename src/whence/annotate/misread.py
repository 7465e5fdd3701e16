"""Readings that look like a claim while their words say something else; and claims that say a little too much.

Each was seen on real news more than once, or comes with a rule of grammar that holds anywhere.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from whence.annotate.arguments import Lookup
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span, ValidTime
from whence.vocab import load_words

ACCORDING = re.compile(r"\baccording to\s+(?:(?:the|an?|[A-Z][a-z]*\.?)\s+){0,3}$", re.IGNORECASE)
OWNER = re.compile(r"['’]s?\s+")
# "Actor Tom Wells and the director of the film", "actor Denis Hopp and works of Tim Cape": the film is the director's.
AND_OTHER = re.compile(r"\s[A-Z][\w’'-]+\s+and\s|\band\s+(?:the|an?|his|her|its|their)\s")
# Whoever comes on for another in a match takes no post.
IN_A_MATCH = re.compile(
    r"\b\d+(?:st|nd|rd|th) minute\b|\bsubstitut\w+|\bhalf-?time\b|\b(?:stoppage|injury|extra) time\b|\bthe bench\b",
    re.IGNORECASE,
)
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
BE = frozenset({"be"})
BODIES = frozenset({"organization", "facility"})


@cache
def _words() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load_words("misread.yaml").items()}


def is_misread(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether the words of a claim say something else than it does."""
    i = _trigger(parse, claim)
    if claim.predicate == "holds_role":
        return _opens_clause(lookup, parse, claim) or _heads_line(parse, claim)
    if i is None:
        return False
    if claim.predicate == "succeeds":
        return IN_A_MATCH.search(lookup.doc.text, claim.evidence.start, claim.evidence.end) is not None
    if claim.predicate == "supports":
        return _is_of_family(parse, claim)
    if claim.predicate == "visits":
        return _is_under_way(parse, i, claim) or _is_of_visitors(parse, i)
    return claim.predicate == "clashes_with" and _are_on_one_side(parse, i, claim)


def mended(lookup: Lookup, parse: Parse, claim: Claim) -> Claim:
    """The claim without what its words do not say of it."""
    i = _trigger(parse, claim)
    if claim.predicate == "holds_role":
        told = (_body(lookup, claim, a) for a in claim.arguments)
        return replace(claim, arguments=tuple(a for a in told if a is not None))
    if i is None:
        return claim
    if claim.predicate == "kills":
        return replace(claim, arguments=tuple(_as_weapon(parse, claim, a) for a in claim.arguments))
    if claim.maker.rule == "died.body" and parse.governor(i) >= 0:
        found = parse.lemmas[parse.governor(i)] in _words()["finding"]
        return replace(claim, valid=ValidTime()) if found else claim
    aimed = claim.certainty == "asserted" and parse.tokens[i].upos == "NOUN" and _is_aim(parse, i)
    return replace(claim, certainty="intended") if aimed and claim.predicate != "holds_role" else claim


def _trigger(parse: Parse, claim: Claim) -> int | None:
    at = parse.at(claim.trigger.start, claim.trigger.end) if claim.trigger is not None else []
    return at[0] if at else None


def _is_under_way(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody is only going there: "were returning to Osh when they were held", "those flying to Osh"."""
    if claim.certainty != "asserted" or parse.tokens[i].xpos != "VBG" or parse.lemmas[i] not in _words()["going"]:
        return False
    before = {parse.lemmas[k] for k in parse.kids(i, "aux")}
    return bool(before & BE and "have" not in before) or parse.base(i) == "acl"


def _is_of_visitors(parse: Parse, i: int) -> bool:
    """Whether the visited are the visitors: "the Larks beat visiting Osh"."""
    above = i - 1
    return parse.word(i) == "visiting" and above >= 0 and parse.lemmas[above] in _words()["hosting"]


def _is_of_family(parse: Parse, claim: Claim) -> bool:
    """Whether somebody earns a living for those at home: "writes to support her family"."""
    supported = _span(claim, "supported")
    head = parse.head_of(supported.start, supported.end) if supported is not None else None
    return head is not None and parse.lemmas[head] in _words()["home"]


def _opens_clause(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether a post behind a name opens what the bearer of the name tells: "According to Vale, a clerk was hurt"."""
    holder, post = (_span(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or not claim.maker.rule.startswith("post.comma"):
        return False
    if lookup.doc.text[holder.end : post.start] == " " and lookup.doc.text[post.start].isupper():
        return True  # "became Agassiz Professor of Law": the chair bears the name
    if not ACCORDING.search(lookup.doc.text, max(0, holder.start - 48), holder.start):
        return False
    head = parse.head_of(post.start, post.end)
    return head is not None and parse.tokens[head].deprel in SUBJECT


def _heads_line(parse: Parse, claim: Claim) -> bool:
    """Whether the name behind a label does something: "Lawyer: Linda Loman enters clinic" is what the lawyer says."""
    holder = _span(claim, "holder")
    if holder is None or claim.maker.rule != "post.label":
        return False
    after = parse.at(holder.end, holder.end + 2)
    return bool(after) and parse.tokens[after[0]].upos in ("VERB", "AUX")


def _are_on_one_side(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether two who fight a third are taken for each other's foes: "Pell and his brother fought the rebels"."""
    if claim.maker.rule != "clashes_with.verb" or not parse.kids(i, "obj"):
        return False
    one, two = (_span(claim, role) for role in ("side", "other"))
    here = [parse.head_of(s.start, s.end) for s in (one, two) if s is not None]
    return len(here) == 2 and all(k is not None and k < i for k in here)


def _body(lookup: Lookup, claim: Claim, a: Argument) -> Argument | None:
    """The body of a post: of "head of Chad's navy" the navy; none where it is that of the next in a list."""
    post = _span(claim, "post")
    if a.role != "of" or a.span is None or post is None or a.span.start < post.end:
        return a
    text = lookup.doc.text
    if claim.maker.rule == "holds_role.noun" and AND_OTHER.search(text, post.end, a.span.start):
        return None
    owner = OWNER.match(text, a.span.end, claim.evidence.end)
    if owner is None:
        return a
    owned = [m for m in lookup.covering(owner.end(), owner.end() + 1) if m.span.start == owner.end()]
    body = next((m for m in owned if m.type in BODIES and m.form == "name"), None)
    return replace(a, span=body.span, type=body.type, antecedent=None) if body is not None else None


def _as_weapon(parse: Parse, claim: Claim, a: Argument) -> Argument:
    """A killer that is a thing is the weapon: "a stray bullet killed her"."""
    if a.role != "killer" or a.span is None or claim.argument("weapon") is not None:
        return a
    head = parse.head_of(a.span.start, a.span.end)
    thing = a.type == "weapon" or (head is not None and parse.lemmas[head] in _words()["arms"])
    return replace(a, role="weapon") if thing else a


def _is_aim(parse: Parse, i: int) -> bool:
    """Whether an event stands for what somebody aims at: "their aim, the arrest of Duda, was missed"."""
    above = parse.tokens[i].head
    return above >= 0 and parse.base(i) == "appos" and parse.lemmas[above] in _words()["aims"]


def _span(claim: Claim, role: str) -> Span | None:
    found = claim.argument(role)
    return found.span if found is not None else None

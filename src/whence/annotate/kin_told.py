"""Kinship as it was told: a former wife, a husband-to-be, and who is whose in a list that a clause opens."""

import re
from dataclasses import replace

from whence.annotate.arguments.around import head_at
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span

# What makes another kin of it: "former wife", "adopted son", "husband-to-be".
BEFORE = re.compile(
    r"\b(?:(?:former|future|estranged|adopted|adoptive|foster|common-law|first|second|third|fourth|fifth)\s"
    r"|ex\s?-\s?)+$",
    re.IGNORECASE,
)
BEHIND = re.compile(r"\s?-\s?to\s?-\s?be\b", re.IGNORECASE)
# Of "3-year-old daughter", "two sons".
OLD = re.compile(r"(?:(?:years?[\s-]+)?old|two|three|four|five|six|seven|eight|nine|ten|\d+)\s", re.IGNORECASE)
ARTICLES = ("a", "an")


def in_full(lookup: Lookup, claim: Claim) -> Claim:
    """The claim with the words that make a former or a coming kin of it."""
    kin = claim.argument("kin")
    if claim.predicate != "family_of" or kin is None or kin.span is None:
        return claim
    whole = _whole(lookup.doc.text, kin.span)
    if whole == kin.span:
        return claim
    return replace(claim, arguments=tuple(_widened(lookup, a, kin.span, whole) for a in claim.arguments))


def _whole(text: str, kin: Span) -> Span:
    old = OLD.match(text, kin.start, kin.end)
    start = old.end() if old else kin.start
    opened = BEFORE.search(text, max(0, start - 40), start)
    closed = BEHIND.match(text, kin.end)
    return replace(kin, start=opened.start() if opened else start, end=closed.end() if closed else kin.end)


def _widened(lookup: Lookup, a: Argument, kin: Span, whole: Span) -> Argument:
    """The word of kinship, or whoever it stands for, with the words around it."""
    if a.span is None or a.span in lookup.named or a.span.end != kin.end or a.role == "relative":
        return a
    return replace(a, span=whole if a.role == "kin" else replace(a.span, end=whole.end))


def is_of_list(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody is described once more, or the list is of the clause above: "who was the son of A, and C"."""
    relative = claim.argument("relative")
    head = head_at(parse, relative.span) if relative is not None and relative.antecedent is None else None
    if head is None or relative is None or head < i:
        return False
    described = any(parse.lemmas[k] in ARTICLES for k in parse.kids(head, "det")) and parse.tokens[head].upos == "NOUN"
    first = parse.first_conjunct(head)
    if described and _ands(parse, head) and parse.tokens[first].upos == "PROPN":
        return True  # "the brother of Ada Vale and a judge in Osh"
    clause = next((k for k in (i, *parse.path_up(i)) if parse.tokens[k].deprel == "acl:relcl"), None)
    if clause is None or first == head or len(parse.conjuncts(first)) > 2:
        return False
    ands = _ands(parse, head)
    return bool(ands) and parse.text[: parse.tokens[ands[0]].start].rstrip().endswith(",")


def _ands(parse: Parse, token: int) -> list[int]:
    return [k for k in parse.kids(token, "cc") if parse.lemmas[k] == "and"]

"""Who may do a deed where he stands, and to whom it is done."""

import itertools

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import accepts, candidate
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.learned.made import DEEDS
from whence.annotate.relations import RELATIVE
from whence.annotate.syntax import Parse
from whence.annotate.validity import APART_FROM
from whence.model import Argument
from whence.vocab import Predicate, predicates

SPEAKING = frozenset("say tell announce report add confirm state claim".split())
OWN_SUBJECT = frozenset({"subject", "passive subject", "shared subject", "shared passive subject"})
CLAUSES = frozenset({"acl", "advcl", "ccomp", "parataxis"})
DONE_TO = DEEDS | frozenset(
    """
    succeeds appoints elects commands controls directs advises orders charges accuses designates owns operates supports
    opposes invades
    """.split()
)


def same_clause(parse: Parse, token: int, place: Argument) -> bool:
    """Whether a place stands in the clause of a deed: of "held before his release, was found in Osh" he was not."""
    head = parse.head_of(place.span.start, place.span.end) if place.span is not None else None
    if head is None or token in (head, *parse.path_up(head)):
        return True
    above = set(parse.path_up(head))
    below = token
    for k in parse.path_up(token):
        if parse.base(below) in ("advcl", "acl", "ccomp", "parataxis"):
            return False
        if k in above:
            return True
        below = k
    return True


def _of_another(parse: Parse, token: int, argument: Argument) -> bool:
    """Whether somebody is subject of a verb that "and" joins to the trigger: "he was killed and two were hurt"."""
    span = argument.span
    head = parse.head_of(span.start, span.end) if span is not None else None
    verb = parse.tokens[head].head if head is not None else -1
    if head is None or verb in (-1, token) or parse.base(head) not in ("nsubj", "obj"):
        return False
    if parse.base(head) == "obj" and not parse.kids(token, "obj"):
        return False  # "seized and burned the mill"
    return parse.tokens[token].upos == "VERB" and parse.first_conjunct(verb) == parse.first_conjunct(token)


def within_reach(
    parse: Parse, token: int, predicate: str, filled: dict[str, list[tuple[Argument, float]]]
) -> dict[str, list[tuple[Argument, float]]]:
    """`filled` without those who cannot do it where they stand.

    "After the raid on Osh, Duda slept" and "he counted the kidnapped men" name no doer, and support "for" somebody is
    not theirs.
    """
    doer, done = list(predicates()[predicate].roles)[:2]
    if predicate in ("appoints", "elects") and doer in filled:
        # "has been appointed as ambassador": nobody appoints by being what one becomes.
        filled = {**filled, doer: [(a, p) for a, p in filled[doer] if not _becomes(parse, a)]}
        filled = {role: found for role, found in filled.items() if found}
    if predicate in DEEDS and done in filled:
        filled = {**filled, done: [(a, p) for a, p in filled[done] if not _of_another(parse, token, a)]}
        filled = {role: found for role, found in filled.items() if found}
    if predicate in DEEDS and doer in filled and (near := _relative_noun(parse, token)) is not None:
        keep = [(a, p) for a, p in filled[doer] if any(_stands_at(parse, k, a) for k in near)]
        filled = {role: found for role, found in {**filled, doer: keep}.items() if found}
    if doer not in filled or parse.tokens[token].upos == "AUX":
        return filled
    if predicate in DEEDS and parse.is_passive(token):
        filled = {**filled, doer: [(a, p) for a, p in filled[doer] if not _only_tells(parse, token, a)]}
        if not filled[doer]:
            return {role: found for role, found in filled.items() if found}
    if predicate in DONE_TO and parse.kids(token, "aux:pass"):
        # "Vale and Duda were replaced": neither replaced the other.
        suffer = {k for top in parse.kids(token, "nsubj:pass", "nsubj") for k in parse.subtree(top)}
        keep = [(a, p) for a, p in filled[doer] if not any(_stands_at(parse, k, a) for k in suffer)]
        if len(keep) < len(filled[doer]):
            return {**{r: f for r, f in filled.items() if r != doer}, **({doer: keep} if keep else {})}
    noun, modifier = parse.tokens[token].upos == "NOUN", parse.base(token) == "amod"
    apart = (noun and parse.preposition(token) in APART_FROM) or modifier
    below = parse.subtree(parse.tokens[token].head if modifier else token)
    if predicate in DEEDS and apart:
        keep = [(a, p) for a, p in filled[doer] if any(_stands_at(parse, k, a) for k in below)]
    elif predicate == "supports" and noun:
        theirs = [k for k in parse.kids(token, "nmod") if parse.preposition(k) == "for"]
        keep = [(a, p) for a, p in filled[doer] if not any(_stands_at(parse, k, a) for k in theirs)]
    else:
        return filled
    return {**{r: f for r, f in filled.items() if r != doer}, **({doer: keep} if keep else {})}


def of_subject(
    lookup: Lookup, parse: Parse, token: int, predicate: Predicate, filled: dict[str, list[tuple[Argument, float]]]
) -> dict[str, list[tuple[Argument, float]]]:
    """`filled` with a verb's own subject for somebody who stands in a clause about it.

    Of "a dozen, led by Vale, sat down" a dozen sit down.
    """
    done = list(predicate.roles)[1] if len(predicate.roles) > 1 else ""
    passive = parse.is_passive(token)
    role = done if passive else next(iter(predicate.roles))
    if parse.tokens[token].upos != "VERB" or role not in filled or (passive and predicate.name not in DONE_TO):
        return filled
    above = [f.token for f in (parse.objects(token) if passive else parse.subjects(token)) if f.path in OWN_SUBJECT]
    found: list[tuple[Argument, float]] = []
    for a, score in filled[role]:
        subject = next((k for k in above if _describes(parse, a, k)), None)
        if subject is None:
            found.append((a, score))
            continue
        item = candidate(lookup, parse, subject)
        if item is not None and accepts(predicate.roles[role].types, item):
            found.append((argument(role, item, predicate.roles[role].types), score))
    return {r: f for r, f in ({**filled, role: found}).items() if f}


def _describes(parse: Parse, argument: Argument, subject: int) -> bool:
    """Whether somebody stands below a subject, in a clause of its own."""
    head = parse.head_of(argument.span.start, argument.span.end) if argument.span is not None else None
    if head is None or head == subject or argument.antecedent is not None:
        return False
    below = [head, *itertools.takewhile(lambda k: k != subject, parse.path_up(head))]
    return parse.tokens[below[-1]].head == subject and any(parse.base(k) in CLAUSES for k in below)


def _relative_noun(parse: Parse, token: int) -> list[int] | None:
    """What may do the deed of a relative clause: of "held him over the blast, which killed two" the blast."""
    top = parse.first_conjunct(token)
    clause = parse.tokens[top]
    if clause.deprel != "acl:relcl" or clause.upos != "VERB" or parse.is_passive(token):
        return None
    who = [k for k in parse.kids(top, "nsubj") if parse.lemmas[k] in RELATIVE]
    if not who or (token != top and parse.kids(token, "nsubj")):
        return None
    above = list(itertools.takewhile(lambda k: parse.tokens[k].upos != "VERB", parse.path_up(top)))
    return [*who, *above, *parse.subtree(clause.head)]


def _becomes(parse: Parse, argument: Argument) -> bool:
    """Whether words stand behind "as"."""
    head = parse.head_of(argument.span.start, argument.span.end) if argument.span is not None else None
    return head is not None and parse.preposition(head) == "as"


def _only_tells(parse: Parse, token: int, argument: Argument) -> bool:
    """Whether somebody only says what was done: "nine men have been arrested, police said"."""
    span = argument.span
    head = parse.head_of(span.start, span.end) if span is not None else None
    verb = parse.tokens[head].head if head is not None else -1
    return verb not in (-1, token) and parse.base(head or 0) == "nsubj" and parse.lemmas[verb] in SPEAKING


def _stands_at(parse: Parse, k: int, argument: Argument) -> bool:
    return argument.span is not None and argument.span.start <= parse.tokens[k].start < argument.span.end

"""Words that the learned reader takes for a deed, and that tell of another or of none."""

import itertools
from collections.abc import Mapping, Sequence
from functools import cache

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.patterns import patterns
from whence.annotate.relations import RELATIVE
from whence.annotate.syntax import Parse
from whence.model import Argument, Mention
from whence.reader import Frame
from whence.vocab import Predicate, load_words

SEEKING = frozenset("hunt seek pursue chase search".split())
TALKS = frozenset("talk talks negotiation dinner lunch interview meal table".split())
NOT_DEADLY = frozenset("shoot shot fire hit attack wound injure hurt beat strike".split())
THINGS = frozenset({"vehicle", "weapon", "money"})
LEAVING = frozenset({"leave", "quit", "exit", "depart", "flee", "vacate", "evacuate"})
LISTING = frozenset({"list", "put", "add", "place", "include"})
SANCTIONED = frozenset(
    "sanction sanctions sanctioned blacklist terror terrorist terrorism proscribe ban embargo debar freeze entity "
    "designate designation wanted watchlist treasury council resolution order".split()
)
BEATING = frozenset("beat defeat lose oust unseat topple trounce thrash".split())
HARMED = frozenset("killing murder assassination death kidnapping abduction arrest execution".split())
SHOTS = frozenset({"shot", "round", "volley", "burst", "bullet"})
DOERS = frozenset("killer murderer assassin attacker kidnapper abductor gunman bomber shooter rapist".split())


def comes_from(parse: Parse, token: int, filled: Mapping[str, Sequence[tuple[Argument, float]]]) -> bool:
    """Whether the place of a visit is the one that somebody comes from, or leaves."""
    spans = [a.span for a, _ in filled.get("visited", ()) if a.span is not None]
    heads = [k for s in spans if (k := parse.head_of(s.start, s.end)) is not None]
    left = {f.token for f in parse.objects(token)} if parse.lemmas[token] in LEAVING else set()
    return any(parse.preposition(k) == "from" or k in left for k in heads)


def is_purchase(parse: Parse, token: int) -> bool:
    """Whether an order is for things, so many or so much of them, and nobody is told to do anything."""
    orders = [k for k in (token, *(f.token for f in parse.objects(token))) if parse.lemmas[k] == "order"]
    wanted = [f.token for k in (*orders, token) for f in parse.oblique(k, "for")] if orders else []
    return any(parse.kids(k, "nummod") or noun_type(parse.lemmas[k], parse.word(k).lower()) in THINGS for k in wanted)


def is_trigger(parse: Parse, token: int, found: Sequence[tuple[Argument, float]]) -> bool:
    """Whether the best argument of a role is the very word that tells of it."""
    best = max(found, key=lambda f: f[1], default=None)
    span = best[0].span if best is not None and best[0].antecedent is None else None
    return span is not None and token in parse.at(span.start, span.end)


def stands_before(found: Sequence[tuple[Argument, float]], frame: Frame) -> bool:
    """Whether the best of some arguments stands before the word that tells of it."""
    best = max(found, key=lambda f: f[1], default=None)
    return best is not None and best[0].span is not None and best[0].span.start < frame.start


def is_put_in_place(parse: Parse, token: int) -> bool:
    """Whether a third puts one in another's place ("replaced Duda with Mora"), or one player comes for another."""
    if parse.lemmas[token] != "replace":
        return False
    played = any(parse.lemmas[k] in load_words("endings.yaml")["in_play"] for k in parse.children[token])
    return played or bool(parse.slot(token, "with"))


def is_dismissed(parse: Parse, verb: int) -> bool:
    """Whether who is fired loses a post: "fired" has people, and not shots, as its object."""
    lost = [f.token for f in parse.objects(verb) if not parse.preposition(f.token)]
    kinds = {noun_type(parse.lemmas[k], parse.word(k).lower()) for k in lost}
    return bool(lost) and "weapon" not in kinds and not any(parse.lemmas[k] in SHOTS for k in lost)


def is_beaten(parse: Parse, token: int, found: Sequence[tuple[Argument, float]]) -> bool:
    """Whether who is said to be elected is the one who lost."""
    if parse.lemmas[token] not in BEATING or not found:
        return False
    winners = {f.token for f in parse.subjects(token)} if not parse.is_passive(token) else set()
    return not any(a.span and winners & set(parse.at(a.span.start, a.span.end)) for a, _ in found)


def owned_by_another(parse: Parse, token: int, found: Sequence[tuple[Argument, float]]) -> bool:
    """Whether the noun of a deed has an owner, and who is to have done it is another."""
    owners = parse.kids(token, "nmod:poss") if parse.tokens[token].upos == "NOUN" else []
    spans = [parse.phrase(k) for k in owners]
    inside = any(a.span and start < a.span.end and a.span.start < end for a, _ in found for start, end in spans)
    return bool(owners) and bool(found) and not inside


def from_house(lookup: Lookup, parse: Parse, token: int) -> bool:
    """Whether a brother or sister is of a house and no kin."""
    if parse.lemmas[token] not in ("brother", "sister", "father", "mother"):
        return False
    return any(parse.preposition(k) in ("from", "at", "in") for k in parse.kids(token, "nmod")) and not parse.kids(
        token, "nmod:poss"
    )


def is_doer(parse: Parse, token: int) -> bool:
    """Whether the trigger is a noun for whoever does it, right before a name: "the killer Luis Vale"."""
    behind = token + 1 < len(parse.tokens) and parse.tokens[token + 1].upos == "PROPN"
    return behind and parse.word(token).lower() in DOERS


def of_other_word(
    parse: Parse, token: int, predicate: Predicate, filled: Mapping[str, Sequence[tuple[Argument, float]]]
) -> bool:
    """Whether the second of two parties belongs to another word of the sentence.

    "Opposed to letting the crew go" is not against the crew, "the League's support of the killing of Duda" not for
    Duda, and who received telegrams from an agency did not meet it.
    """
    second = list(predicate.roles)[1]
    for a, _ in filled.get(second, ()):
        head = parse.head_of(a.span.start, a.span.end) if a.span is not None else None
        above = parse.governor(head) if head is not None else -1
        if head is None or above in (-1, token):
            continue
        if predicate.name == "opposes" and parse.base(head) == "obj" and parse.tokens[above].upos == "VERB":
            return True
        if parse.tokens[above].upos == "NOUN" and parse.lemmas[above] in HARMED:
            return True
        if predicate.name == "meets" and parse.lemmas[token] == "receive" and parse.preposition(head) == "from":
            return True
    return False


def not_deadly(parse: Parse, token: int) -> bool:
    """Whether nobody need have died of it: "was shot by the guards", not "was shot dead"."""
    deadly = {parse.lemmas[k] for k in parse.subtree(token)} & {"dead", "death", "kill", "fatally"}
    return parse.lemmas[token] in NOT_DEADLY and not deadly


def is_peaceful(parse: Parse, token: int, predicate: str) -> bool:
    """Whether nobody is attacked who is only sought, and nobody protests who sits down to talk."""
    if predicate == "attacks":
        return parse.lemmas[token] in SEEKING
    talks = {parse.lemmas[f.token] for way in ("for", "to", "at") for f in parse.oblique(token, way)}
    return predicate == "protests" and parse.lemmas[token] == "sit" and bool(talks & TALKS)


def is_unmet(parse: Parse, token: int) -> bool:
    """Whether it is asked for only, or the list is not known: "a warrant for the arrest of", "is on the bill"."""
    if parse.tokens[token].upos == "NOUN":
        return parse.preposition(token) == "for"
    return parse.lemmas[token] in LISTING and any(parse.oblique(token, p) for p in ("on", "in", "to"))


def is_declined(parse: Parse, token: int) -> bool:
    """Whether a title is only what somebody would not have: "declined a commission as judge"."""
    above = [k for k in itertools.islice(parse.path_up(token), 3) if parse.tokens[k].upos == "VERB"]
    below = parse.base(token) in ("obl", "nmod", "obj", "compound")
    return below and bool(above) and parse.lemmas[above[0]] in ("decline", "refuse", "reject")


def is_either(parse: Parse, token: int) -> bool:
    """Whether "or" joins a deed to another: "were killed or wounded"."""
    row = parse.conjuncts(parse.first_conjunct(token))
    return any(parse.lemmas[c] == "or" for k in row for c in parse.kids(k, "cc"))


def before_post(lookup: Lookup, parse: Parse, token: int) -> bool:
    """Whether a participle stands right before a post that it describes."""
    if parse.tokens[token].xpos != "VBG" or token + 1 >= len(parse.tokens):
        return False
    after = parse.tokens[token + 1].start
    return any(m.type == "role" and m.span.start <= after < m.span.end for m in _at(lookup, parse, token + 1))


def of_compound(
    lookup: Lookup, parse: Parse, token: int, filled: Mapping[str, Sequence[tuple[Argument, float]]]
) -> bool:
    """Whether "backed" of "Oslo-backed crews" is taken for what somebody else does, or for what befalls another."""
    start = parse.tokens[token].start
    if lookup.doc.text[max(0, start - 1) : start] not in ("-", "\u2011", "\u2013"):
        return False
    spans = [a.span for found in filled.values() for a, _ in found if a.span]
    noun = parse.tokens[token].head
    modified = noun > token and any(s.start <= parse.tokens[noun].start < s.end for s in spans)
    return not (modified and any(s.end == start - 1 for s in spans))


def _at(lookup: Lookup, parse: Parse, token: int) -> list[Mention]:
    return lookup.covering(parse.tokens[token].start, parse.tokens[token].end)


def lists_anything(
    lookup: Lookup, parse: Parse, token: int, filled: Mapping[str, Sequence[tuple[Argument, float]]]
) -> bool:
    """Whether somebody but a state puts something on a list that nothing calls one of sanctions: "lists four firms"."""
    titled = any(m.type == "role" for k in parse.oblique(token, "as") for m in _at(lookup, parse, k.token))
    if titled and SANCTIONED.isdisjoint(parse.lemmas):
        return True  # "the register lists him as secretary"
    listing = filled.get("authority", ())
    by_state = bool(listing) and all(a.type == "place" for a, _ in listing)
    return parse.lemmas[token] in LISTING and not by_state and SANCTIONED.isdisjoint(parse.lemmas)


def accused_of_it(parse: Parse, token: int) -> bool:
    """Whether a passive in a relative clause has a subject of its own, and another than the noun before it."""
    if parse.tokens[token].deprel != "acl:relcl" or not parse.kids(token, "aux:pass"):
        return False
    return any(parse.lemmas[k] not in RELATIVE for k in parse.kids(token, "nsubj"))


@cache
def refused() -> frozenset[str]:
    """What is denied to somebody, not what is denied to be so."""
    return next(p for p in patterns() if p.name == "denies.verb").words("unless_kid")


@cache
def disasters() -> frozenset[str]:
    """What strikes without being anybody's attack."""
    return next(p for p in patterns() if p.name == "attacks.verb").words("not_subject")


@cache
def verbally() -> frozenset[str]:
    """How one attacks with words only."""
    return next(p for p in patterns() if p.name == "attacks.verb").words("unless_kid")

"""Which claims are worth a line: they name somebody, and nobody does it to himself."""

import re
from collections.abc import Sequence
from functools import cache

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.kinds import CLAIMING
from whence.annotate.claims.numbered import is_counted, is_number
from whence.annotate.claims.scene import Scene
from whence.annotate.grammar import Match
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Document
from whence.vocab import load_words

# Between two that anybody might be, these say nothing that is worth a line.
PLAIN_NAMED = frozenset(
    """
    supports allied_with opposes part_of member_of owns operates commands controls directs advises reports_to meets
    visits based_in formed dissolved speaks_at praises agrees_with asks appoints orders
    """.split()
)
QUANTIFIERS = frozenset("some many several other various different all most these those such both any".split())
THEM = frozenset({"they", "them", "their"})
TOLD_OF = frozenset("Dies Died Dead Killed Arrested Convicted Charged Says Said Jailed Accused Sentenced".split())
ONESELF = frozenset("it he she they we i there none neither nobody client".split())


def is_worth(match: Match, arguments: tuple[Argument, ...], lookup: Lookup, *, borne: bool = False) -> bool:
    """A claim names somebody, and nobody does it to himself; a title may stand for its bearer where it is `borne`."""
    named = {a.role for a in arguments if is_named(a, lookup)}
    counted = any(a.role in ("count", "killed", "injured", "number") for a in arguments)
    counted |= any(a.role == "victim" and a.type == "person" and is_number(a.span, lookup) for a in arguments)
    counted |= match.pattern.predicate.name == "died" and any(is_counted(a, lookup) for a in arguments)
    if not named and not counted:
        return match.pattern.predicate.name == "denies" and _is_described_one(
            arguments[0], lookup
        )  # "a clerk denied it"
    wanted = match.pattern.words("named")
    if match.pattern.predicate.name == "died" and any(is_counted(a, lookup) for a in arguments if a.role == "person"):
        return True  # "seven people died"
    if wanted and not any(a.role in wanted and _is_name(a, lookup) for a in arguments):
        return False
    if match.pattern.predicate.name == "counts":
        return True  # the number stands inside what it counts
    if is_anybody(match.pattern.predicate.name, arguments, lookup):
        return False
    agents = [a for a in arguments if a.role in list(match.pattern.roles)[:2]]
    if borne and any(a.role == "post" for a in agents):  # "Duarte, who was the chairman", "Duarte, the chairman"
        return not (len(agents) == 2 and _overlap(agents[0], agents[1]))
    if len(agents) == 2 and match.pattern.predicate.name == "alias_of":
        return not _overlap(agents[0], agents[1])
    return not (len(agents) == 2 and same_bearer(agents[0], agents[1], lookup))


def _is_described_one(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument is a phrase for somebody, and no pronoun."""
    return a.span is not None and is_somebody(a) and lookup.doc.quote(a.span).lower() not in ONESELF


def they_are_others(scene: Scene, claim: Claim) -> bool:
    """Whether a "they" that was taken for one name more likely means the people of whom the sentence before tells."""
    return any(_others_meant(scene, a) for a in claim.arguments if a.antecedent is not None)


def _others_meant(scene: Scene, a: Argument) -> bool:
    span, name = a.span, a.antecedent
    if span is None or name is None or scene.doc.quote(span).lower() not in THEM:
        return False
    parse = scene.parse_at(span.start)
    before = scene.parse_at(parse.start - 2) if parse is not None else None
    chain = scene.lookup.chain_of.get(span)
    if (
        parse is None
        or before is None
        or chain is None
        or any(parse.start <= s.start < span.start for s in chain.mentions)
    ):
        return False
    roots = [i for i, t in enumerate(before.tokens) if t.head < 0 and t.upos == "VERB"]
    plural = [f.token for i in roots for f in before.subjects(i) if before.tokens[f.token].xpos == "NNS"]
    people = [k for k in plural if _of_people(scene.lookup, before, k)]
    phrases = [scene.doc.span(*before.phrase(k)) for k in people]
    return any(not any(p.overlaps(s) for s in chain.mentions) for p in phrases)


def _of_people(lookup: Lookup, parse: Parse, k: int) -> bool:
    t = parse.tokens[k]
    titled = any(m.type == "role" for m in lookup.covering(t.start, t.end))
    return titled or noun_type(parse.lemmas[k], parse.word(k).lower()) == "person"


def is_headline(claim: Claim, doc: Document) -> bool:
    """Whether a headline's capitals made a verb a part of somebody's name: "Ada Mensah Dies"."""
    people = (doc.quote(a.span).split() for a in claim.arguments if a.span is not None and a.type == "person")
    return any(len(words) > 1 and not TOLD_OF.isdisjoint(words) for words in people)


def _overlap(one: Argument, two: Argument) -> bool:
    return one.span is not None and two.span is not None and one.span.overlaps(two.span)


def is_somebody(a: Argument) -> bool:
    """Whether an argument is a person or a body."""
    return a.type in ("person", "organization")


def is_anybody(predicate: str, arguments: Sequence[Argument], lookup: Lookup) -> bool:
    """Whether a claim that is about two parties leaves one of them open."""
    return predicate in PLAIN_NAMED and any(may_be_anybody(a, lookup) for a in arguments[:2])


def may_be_anybody(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument is a word that may be anybody: "groups", "the state", "some people"."""
    if a.span is None or a.antecedent is not None or a.value is not None or a.type not in CLAIMING:
        return False
    words = re.findall(r"[\w-]+", lookup.doc.quote(a.span).lower())
    return bool(words) and words[-1] in anybody() and all(w in QUANTIFIERS for w in words[:-1])


@cache
def anybody() -> frozenset[str]:
    """Common nouns that name nobody by themselves."""
    return frozenset(load_words("proof.yaml")["anybody"])


def _is_name(a: Argument, lookup: Lookup) -> bool:
    return a.antecedent is not None or a.span in lookup.named


def is_named(a: Argument, lookup: Lookup) -> bool:
    """Whether an argument has a name, in place or by its chain."""
    if a.antecedent is not None or (a.value is not None and a.type in CLAIMING):
        return True
    return a.span is not None and a.type != "role" and lookup.holds_name(a.span)


def same_bearer(one: Argument, two: Argument, lookup: Lookup) -> bool:
    """Whether two arguments stand at one place or in one chain."""
    if one.span == two.span or (one.span and two.span and one.span.overlaps(two.span)):
        return True
    if one.span is None or two.span is None:
        return False
    a, b = lookup.chain_of.get(one.span), lookup.chain_of.get(two.span)
    return a is not None and a is b

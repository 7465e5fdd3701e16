"""Claims that the learned reader doubts, or is not sure of itself."""

from collections.abc import Sequence
from functools import cache

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.callings import NO_POST, is_bare_calling
from whence.annotate.claims.scene import Scene
from whence.annotate.claims.worth import same_bearer
from whence.annotate.learned.fillers import argument_at, has_name, meant
from whence.annotate.learned.made import MAKER
from whence.annotate.mentions.amounts import QUANTITY
from whence.annotate.patterns import patterns
from whence.annotate.relations import RELATIVE
from whence.annotate.sequences import sequence_patterns
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Document, Proposal
from whence.reader import Frame, Hint, taught
from whence.vocab import predicates

# On the development part of the teaching corpus .29 of the grammar's claims are wrong by it; of those with at least
# this probability of their predicate at some word of their sentence .16 are, and .02 of the right ones are lost.
TRACE = 0.1
MAYBE = 0.25  # of a predicate that says much the same, at the word itself: "was led by"
MUCH_THE_SAME = (
    frozenset({"commands", "directs", "controls", "operates", "owns"}),
    frozenset({"commands", "member_of", "directs", "holds_role"}),
    frozenset({"kills", "attacks", "injures", "bombs"}),
    frozenset({"charges", "arrests", "designates", "issues", "legislates"}),
    frozenset({"orders", "directs", "asks"}),
    frozenset({"appoints", "elects", "succeeds", "holds_role"}),
    frozenset({"meets", "visits", "speaks_at"}),
    frozenset({"supports", "allied_with"}),
)
NO_TRACE = "the reader sees nothing of the kind in the sentence"
# Of the words that a rule takes for a speaker where the reader surely hears another name and nothing in them, all were
# wrong by reading (14 on development documents); in other predicates half were right.
SEEN = 0.7
HELD = 0.55
ANOTHER_SPEAKS = "the reader hears another speaker"


def doubted(scene: Scene, grammar: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Proposal, ...]]:
    """The grammar's claims, and as proposals those that the reader doubts.

    Patterns of many senses are marked `traced` and need a trace of the reader; what an idiom says ("froze the assets
    of") needs no second reader. What is said has the speaker whom the reader hears, where it is sure of a name.
    """
    said = [f for f in scene.learned if f.predicate == "says" and f.score >= SEEN]
    loose = _traced()
    kept: list[Claim] = []
    left: list[Proposal] = []
    for claim in grammar:
        here = scene.hints_in(claim.evidence)
        nobody = claim.polarity == "denied" and any(a.span is None and a.value == "anyone" for a in claim.arguments)
        plain = nobody or _are_dead(scene.doc, claim)
        if claim.maker.rule in loose and not plain and not any(_trace(claim, h) for h in here):
            left.append(Proposal(claim.evidence, claim, "P2", (NO_TRACE,), MAKER))
        elif is_bare_calling(scene, claim):
            left.append(Proposal(claim.evidence, claim, "P2", (NO_POST,), MAKER))
        elif claim.predicate == "says" and any(_said_by_another(scene, claim, frame) for frame in said):
            left.append(Proposal(claim.evidence, claim, "P2", (ANOTHER_SPEAKS,), MAKER))
        else:
            kept.append(claim)
    return tuple(kept), tuple(left)


def _are_dead(doc: Document, claim: Claim) -> bool:
    """Whether so and so many people are said to have died in as many words: "two people died"."""
    person = claim.argument("person")
    if claim.maker.rule != "died.verb" or claim.trigger is None or person is None or person.span is None:
        return False
    counted = QUANTITY.match(doc.quote(person.span)) is not None
    return counted and person.type == "person" and doc.quote(claim.trigger).lower() in ("died", "die")


def _said_by_another(scene: Scene, claim: Claim, frame: Frame) -> bool:
    """Whether a frame at the claim's verb surely has a name as speaker, and what the claim has in no role."""
    trigger, mine = claim.trigger, claim.argument("speaker")
    if trigger is None or frame.end <= trigger.start or trigger.end <= frame.start:
        return False
    parse = scene.parse_at(trigger.start)
    if parse is None or mine is None or mine.span is None or _seen(mine, "speaker", frame):
        return False
    for filler in frame.fillers:
        if filler.role == "speaker" and filler.score >= HELD:
            other = argument_at(scene.lookup, parse, predicates()["says"], filler)
            if other and has_name(other, scene.lookup) and not _one_or_joined(mine, other, scene.lookup, parse):
                return True
    return False


def _seen(argument: Argument, role: str, frame: Frame) -> bool:
    """Whether the reader finds it possible that what an argument names holds the role."""
    spans = [s for s in (argument.span, argument.antecedent) if s is not None]
    return any(
        f.role == role and any(f.start < s.end and s.start < f.end for s in spans)
        for f in (*frame.fillers, *frame.behind)
    )


def _one_or_joined(one: Argument, two: Argument, lookup: Lookup, parse: Parse) -> bool:
    """Whether two arguments are one bearer, or stand in one list."""
    if same_bearer(one, two, lookup):
        return True
    assert one.span is not None and two.span is not None
    if one.span.overlaps(two.span):
        return True
    mine, other = (parse.head_of(s.start, s.end) for s in (one.span, two.span))
    if mine is None or other is None or parse.first_conjunct(mine) == parse.first_conjunct(other):
        return True
    return parse.lemmas[other] in RELATIVE and meant(parse, other) == mine


@cache
def _traced() -> frozenset[str]:
    """Names of the patterns that need a trace of the reader; the predicates of a pack it was not taught."""
    known = taught()
    trees = {p.name for p in patterns() if p.options.get("traced") and p.predicate.name in known}
    return frozenset(trees | {p.name for p in sequence_patterns() if p.traced and p.predicate.name in known})


def _trace(claim: Claim, hint: Hint) -> bool:
    """Whether a word of the claim's sentence may say its predicate, or its own trigger surely says much the same."""
    if hint.predicate == claim.predicate:
        return hint.score >= TRACE
    trigger = claim.trigger
    at = trigger is not None and hint.start < trigger.end and trigger.start < hint.end
    return at and hint.score >= MAYBE and any({hint.predicate, claim.predicate} <= group for group in MUCH_THE_SAME)

"""Claims that the learned reader proposes, under the constraints of the grammar; and the vote of both."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from whence.annotate.arguments import Candidate, Lookup, accepts, argument, candidate
from whence.annotate.claims import NUMERIC, Scene, attributed, distinct, is_anybody, same_bearer, tenure, with_number
from whence.annotate.mentions.lexicon import nation
from whence.annotate.modality import modality
from whence.annotate.patterns import patterns
from whence.annotate.sequences import sequence_patterns
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock
from whence.model import Argument, Claim, Maker, Proposal, Sentence
from whence.reader import Filler, Frame, Hint, taught
from whence.vocab import Predicate, predicates, read_yaml

VERSION = "1"
MAKER = Maker("annotate.learned", VERSION, "trace")
# On the development part of the teaching corpus .29 of the grammar's claims are wrong by it; of those with at least
# this probability of their predicate at some word of their sentence .16 are, and .02 of the right ones are lost.
TRACE = 0.1
SURE = 0.5
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
MOST = 8  # claims that one word may give
OPTIONAL = 0.7  # probability of an argument that a claim can do without
# Words for having a say over a body, the plainest first.
SAY = ("commands", "directs", "operates", "controls")
# Voices make the first two; of two names side by side a frame gives a title to the wrong one too often.
NOT_HERE = frozenset({"attributes", "says", "holds_role", "holds_rank"})


@cache
def floors() -> Mapping[str, float]:
    """The least probability at which a predicate's claim is taken; chosen on development documents."""
    return {str(k): float(v) for k, v in read_yaml("learned.yaml").items()}


def find_learned(scene: Scene) -> tuple[Claim, ...]:
    """Every claim of the reader's frames whose probability reaches its floor, in order of evidence."""
    lookup, clock, frames = scene.lookup, scene.clock, scene.learned
    found: list[Claim] = []
    at = 0
    for sentence, parse in zip(scene.sentences, scene.parses, strict=True):
        while at < len(frames) and frames[at].start < sentence.span.start:
            at += 1
        here: list[Claim] = []
        while at < len(frames) and frames[at].end <= sentence.span.end:
            if parse is not None and frames[at].predicate not in NOT_HERE:
                here.extend(_claims(lookup, clock, sentence, parse, frames[at]))
            at += 1
        found.extend(distinct(here, lookup))
    return tuple(attributed(scene, lookup, claim) for claim in found)


def doubted(scene: Scene, grammar: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Proposal, ...]]:
    """The grammar's claims, and as proposals those of loose patterns of which the reader sees no trace.

    Patterns of many senses are marked `traced`; what an idiom says ("froze the assets of") needs no second reader.
    """
    hints = scene.hints
    starts = [h.start for h in hints]
    loose = _traced()
    kept: list[Claim] = []
    left: list[Proposal] = []
    for claim in grammar:
        here = hints[bisect_left(starts, claim.evidence.start) : bisect_left(starts, claim.evidence.end)]
        if claim.maker.rule in loose and not any(_trace(claim, h) for h in here):
            left.append(Proposal(claim.evidence, claim, "P2", (NO_TRACE,), MAKER))
        else:
            kept.append(claim)
    return tuple(kept), tuple(left)


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
    return at and hint.score >= SURE and any({hint.predicate, claim.predicate} <= group for group in MUCH_THE_SAME)


def vote(scene: Scene, grammar: Sequence[Claim], learned: Sequence[Claim]) -> tuple[Claim, ...]:
    """Both makers' claims; what both found stands once, as the grammar reads it, and names the other as well."""
    lookup = scene.lookup
    seconded: dict[int, Maker] = {}
    added = []
    for claim in learned:
        same = [n for n, g in enumerate(grammar) if g.predicate == claim.predicate and _alike(g, claim, lookup)]
        if same:
            seconded |= dict.fromkeys(same, claim.maker)
        elif not any(_contradicts(claim, g, lookup) or _harsher(claim, g, lookup) for g in grammar):
            added.append(claim)
    kept = [replace(g, seconded=seconded.get(n)) for n, g in enumerate(grammar)]
    every = sorted([*kept, *added], key=lambda c: (c.evidence, c.trigger or c.evidence, c.predicate, c.id))
    return tuple(c for c in every if not any(_says_more(other, c, lookup) for other in every))


def _of_one_word(one: Claim, two: Claim) -> bool:
    """Whether one word of one sentence triggers both claims."""
    if one.evidence != two.evidence or one.trigger is None or two.trigger is None:
        return False
    return one.trigger.overlaps(two.trigger)


def _contradicts(claim: Claim, other: Claim, lookup: Lookup) -> bool:
    """Whether the grammar reads the same verb with the same object and somebody else who does it."""
    if claim.predicate != other.predicate or not _of_one_word(claim, other):
        return False
    lead = list(predicates()[claim.predicate].roles)[:2]
    mine, theirs = [claim.argument(role) for role in lead], [other.argument(role) for role in lead]
    if any(a is None for a in (*mine, *theirs)):
        return False
    doer, done = theirs[0], theirs[1]
    assert doer is not None and done is not None and mine[1] is not None
    named = doer.antecedent is not None or doer.span in lookup.named
    return named and same_bearer(mine[1], done, lookup)


def _harsher(claim: Claim, other: Claim, lookup: Lookup) -> bool:
    """Whether the reader alone makes a death of what the grammar reads as an attack: "was shot by the guards"."""
    if (claim.predicate, other.predicate) not in (("kills", "attacks"), ("kills", "injures")) or not _of_one_word(
        claim, other
    ):
        return False
    mine, theirs = claim.argument("victim"), other.argument("target") or other.argument("victim")
    return mine is not None and theirs is not None and same_bearer(mine, theirs, lookup)


def _says_more(one: Claim, two: Claim, lookup: Lookup) -> bool:
    """Whether `one` says of the same verb and the same pair what `two` says with a weaker word ("run by")."""
    ranks = [SAY.index(c.predicate) if c.predicate in SAY else -1 for c in (one, two)]
    if min(ranks) < 0 or ranks[0] >= ranks[1] or not _of_one_word(one, two):
        return False
    return all(same_bearer(a, b, lookup) for a, b in zip(one.arguments[:2], two.arguments[:2], strict=False))


def _alike(one: Claim, two: Claim, lookup: Lookup) -> bool:
    """Whether two claims of a predicate stand in one sentence and share a leading argument."""
    if one.evidence != two.evidence:
        return False
    roles = predicates()[one.predicate].roles
    lead = [r for r in roles if roles[r].required] or list(roles)[:2]
    for role in lead:
        a, b = one.argument(role), two.argument(role)
        if a is None or b is None or not same_bearer(a, b, lookup):
            return False
    return True


def _claims(lookup: Lookup, clock: Clock, sentence: Sentence, parse: Parse, frame: Frame) -> Iterator[Claim]:
    predicate = predicates()[frame.predicate]
    token = next(iter(parse.at(frame.start, frame.end)), None)
    if token is None:
        return
    filled: dict[str, list[tuple[Argument, float]]] = {}
    for filler in frame.fillers:
        made = _argument(lookup, parse, predicate, filler)
        if made is not None:
            filled.setdefault(filler.role, []).append((made, filler.score))
    needed = {r.name for r in predicate.roles.values() if r.required}
    if not needed <= filled.keys():
        return
    if len(filled) < 2:
        return  # one argument alone says too little to be trusted
    lead = [role for role in predicate.roles if role in filled][:2]
    rest = [max(filled[role], key=lambda f: f[1]) for role in predicate.roles if role in filled and role not in lead]
    rest = [(a, score) for a, score in rest if score >= OPTIONAL or a.role not in ("place", "count")]
    mood = modality(parse, token)
    certainty, polarity = mood.certainty, mood.polarity
    if certainty == "asserted" and frame.certainty != "asserted" and frame.certainty_score > 0.5:
        certainty = frame.certainty
    if frame.denied:
        polarity = "denied"
    for chosen in itertools.islice(itertools.product(*(filled[role] for role in lead)), MOST):
        held = [*chosen, *rest]
        chance = frame.score
        for _, score in chosen:
            chance *= score
        arguments = tuple(a for a, _ in held)
        if predicate.name == "alias_of" and (len({a.type for a in arguments}) > 1 or _tongue(arguments, lookup)):
            continue  # a man is no other name of a body, nor a language of a man
        if chance < floors().get(predicate.name, floors()["any"]) or not _worth(
            predicate.name, arguments, len(lead), lookup
        ):
            continue
        claim = Claim(
            predicate=predicate.name,
            arguments=arguments,
            evidence=sentence.span,
            region=sentence.kind,
            maker=Maker("annotate.learned", VERSION, "frame"),
            trigger=lookup.doc.span(frame.start, frame.end),
            valid=clock.of_token(sentence, parse, token, predicate.lasts),
            polarity=polarity,
            certainty=certainty,
            certainty_cue=lookup.doc.span(*mood.cue) if mood.cue else None,
            confidence=round(chance, 3),
        )
        yield claim
        if claim.predicate in ("appoints", "elects") and claim.argument("post"):
            yield tenure(claim)


def _tongue(arguments: tuple[Argument, ...], lookup: Lookup) -> bool:
    """Whether an argument is a people or a language: "also known as Karim (Arabic: ...)"."""
    return any(nation(lookup.doc.quote(a.span)) is not None for a in arguments if a.span)


def _argument(lookup: Lookup, parse: Parse, predicate: Predicate, filler: Filler) -> Argument | None:
    """The argument at the head of a filler's phrase, when the role admits its type."""
    role = predicate.roles.get(filler.role)
    inside = parse.at(filler.start, filler.end)
    if role is None or not inside:
        return None
    head = next((i for i in inside if parse.tokens[i].head not in inside), inside[-1])
    if role.types <= NUMERIC:
        return next(iter(with_number(lookup, parse, role.name, head)), None)
    span = lookup.doc.span(filler.start, filler.end)
    if "role" in role.types and role.types <= {"role", "text"}:
        return _post(lookup, role.name, filler)
    if parse.tokens[head].upos == "ADJ" and parse.base(head) == "amod":
        return None
    item = candidate(lookup, parse, head)
    if item is None or not item.span.overlaps(span):
        return None
    return argument(role.name, item, role.types) if accepts(role.types, item) else None


def _post(lookup: Lookup, role: str, filler: Filler) -> Argument | None:
    for mention in lookup.covering(filler.start, filler.end):
        if mention.type == "role":
            return argument(role, Candidate(mention.span, "role", False, None, mention.value), frozenset({"role"}))
    return None


def _worth(name: str, arguments: tuple[Argument, ...], leading: int, lookup: Lookup) -> bool:
    """A claim names somebody, and nobody does it to himself."""
    if not any(a.antecedent or (a.span and a.type != "role" and lookup.holds_name(a.span)) for a in arguments):
        return False
    if is_anybody(name, arguments, lookup):
        return False
    return leading < 2 or not same_bearer(arguments[0], arguments[1], lookup)

"""How likely a claim is right as it stands, by what the learned reader sees of it.

A logistic function of a few signs, with an offset for each predicate and each rule; its weights are fitted on claims
of real texts that strict readers judged (`python -m training.verdicts`), so that of claims with .8 four in five would
be signed. It decides nothing: no claim is dropped by it.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from whence.annotate.claims.scene import Scene
from whence.model import Argument, Claim, Span
from whence.reader import Frame, taught
from whence.vocab import read_yaml

SIGNS = ("word", "role", "roles", "exact", "mention", "length", "distance", "company", "alone", "seconded")
OFTEN = 6  # claims of one sentence, from which on more say nothing


@dataclass(frozen=True)
class Weights:
    """Of the signs, and what is added for a predicate and a rule."""

    base: float
    signs: Mapping[str, float]
    predicates: Mapping[str, float]
    rules: Mapping[str, float]

    def chance(self, claim: Claim, seen: Mapping[str, float]) -> float:
        """The probability that a strict reader signs a claim with these signs."""
        own = self.predicates.get(claim.predicate, 0.0) + self.rules.get(rule_of(claim), 0.0)
        return 1 / (1 + math.exp(-self.base - own - sum(self.signs[k] * v for k, v in seen.items())))


@cache
def weights() -> Weights:
    """As they were fitted."""
    made = read_yaml("confidence.yaml")
    return Weights(float(made["base"]), made["signs"], made["predicates"], made["rules"])


def rated(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with their confidence; one of a pack's predicate, which the reader was not taught, keeps its own."""
    known, company = taught(), Counter(c.evidence for c in claims)
    return tuple(
        replace(c, confidence=round(weights().chance(c, signs(scene, c, company[c.evidence])), 3))
        if c.predicate in known
        else c
        for c in claims
    )


def rule_of(claim: Claim) -> str:
    """The pattern or the stage that made a claim."""
    return claim.maker.rule or claim.maker.stage


def signs(scene: Scene, claim: Claim, company: int) -> dict[str, float]:
    """What speaks for a claim and against it; `company` is the number of claims of its sentence."""
    frames = _frames(scene, claim)
    held = [_held(a, frames) for a in claim.arguments if _is_phrase(a)]
    phrases = [_mentioned(scene, a.span) for a in claim.arguments if _is_phrase(a) and a.span is not None]
    at = claim.trigger
    apart = [max(a.span.start - at.end, at.start - a.span.end, 0) for a in claim.arguments if a.span and at]
    return {
        "word": _word(scene, claim),
        "role": min((h for h, _ in held), default=0.5),
        "roles": _mean([h for h, _ in held]),
        "exact": _mean([e for _, e in held]),
        "mention": _mean(phrases),
        "length": math.log(max(claim.evidence.end - claim.evidence.start, 20) / 100),
        "distance": math.log1p(max(apart, default=0) / 20),
        "company": min(company, OFTEN) / OFTEN,
        "alone": float(claim.maker.stage == "annotate.learned"),
        "seconded": float(claim.seconded is not None),
    }


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.5


def _is_phrase(argument: Argument) -> bool:
    """Whether an argument is somebody or something, and no content, number or time."""
    return argument.span is not None and argument.type not in ("text", "quantity", "money", "time")


def _frames(scene: Scene, claim: Claim) -> list[Frame]:
    """The reader's frames of a claim's predicate at its word, or else in its sentence."""
    here = [f for f in scene.frames_in(claim.evidence) if f.predicate == claim.predicate]
    at = claim.trigger
    return [f for f in here if at and f.start < at.end and at.start < f.end] or here


def _word(scene: Scene, claim: Claim) -> float:
    """How likely a word of the sentence says the predicate."""
    return max((h.score for h in scene.hints_in(claim.evidence) if h.predicate == claim.predicate), default=0.0)


def _held(argument: Argument, frames: Sequence[Frame]) -> tuple[float, float]:
    """How likely an argument holds its role, by a phrase that touches it and by one of just its words."""
    assert argument.span is not None
    span, touching, same = argument.span, 0.0, 0.0
    for frame in frames:
        for f in (*frame.fillers, *frame.behind):
            if f.role == argument.role and f.start < span.end and span.start < f.end:
                touching = max(touching, f.score)
                same = max(same, f.score if (f.start, f.end) == (span.start, span.end) else 0.0)
    return touching, same


def _mentioned(scene: Scene, span: Span) -> float:
    """How sure the reader is of a mention of just these words."""
    around = scene.lookup.covering(span.start, span.end)
    return max((m.confidence for m in around if m.span == span), default=0.0)

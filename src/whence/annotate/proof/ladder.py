"""The steps of a claim, from its faults to the path that its arguments stand on; claims sifted from guesses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from whence.annotate.claims.scene import Scene
from whence.annotate.proof.fault import Fault
from whence.annotate.proof.ground import Ground
from whence.annotate.proof.licence import faults
from whence.annotate.proof.paths import doubts
from whence.annotate.proof.tampering import corrupted
from whence.model import Argument, Claim, Maker, Proposal

MAKER = Maker("annotate.proof", "1")
STEPS = ("", "P0", "P1", "P2", "P3", "P4")


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a claim was borne out: the highest step, the path it stands on, and what keeps it from the next."""

    step: str
    path: str = ""
    reasons: tuple[Fault, ...] = ()


def prove(ground: Ground, claim: Claim) -> Proof:
    """The proof of a claim up to P3, whoever made it. `step` is "" when even its quote is not there."""
    found = tuple(faults(ground, claim))
    if found:
        return Proof("" if found[0].step == "P0" else "P0", reasons=found)
    frame, missing = held(ground, claim)
    if frame is None:
        return Proof("P1", reasons=missing)
    missing = missing or tuple(doubts(ground, claim, frame))
    if missing:
        return Proof("P1", frame.maker.rule, missing)
    survived = _indifferent(ground, claim)
    return Proof("P2" if survived else "P3", frame.maker.rule, survived)


def held(ground: Ground, claim: Claim) -> tuple[Claim | None, tuple[Fault, ...]]:
    """The reading of a pattern on whose path most arguments hold their roles, and those that do not."""
    best: tuple[Claim | None, tuple[Fault, ...]] | None = None
    for frame in ground.frames(claim):
        off = tuple(_off_path(ground, claim, frame))
        if not off:
            return frame, ()
        if best is None or len(off) < len(best[1]):
            best = frame, off
    return best or (None, (Fault("P2", "predicate", f"no pattern reads {claim.predicate} there"),))


def _off_path(ground: Ground, claim: Claim, frame: Claim) -> Iterable[Fault]:
    for i, arg in enumerate(claim.arguments):
        here = [other for other in frame.arguments if arg.role == other.role and ground.same(arg, other)]
        if not any(_in_place(arg, other) for other in here):
            words = ground.doc.quote(arg.span) if arg.span else arg.value
            yield Fault("P2", f"args.{i}", f"{words!r} is not the {arg.role} on the path {frame.maker.rule}")
    if (claim.polarity, claim.certainty) != (frame.polarity, frame.certainty):
        yield Fault("P2", "polarity", f"the path {frame.maker.rule} is {frame.polarity}, {frame.certainty}")
    mine, other_time = claim.valid.edtf or claim.valid.start, frame.valid.edtf or frame.valid.start
    if mine and _plain(mine) != _plain(other_time):
        yield Fault("P2", "valid", f"{mine} is not the time on the path {frame.maker.rule}")


def _in_place(arg: Argument, other: Argument) -> bool:
    """Whether a claim names its argument where the path has it, or shows what the pronoun there points at."""
    if arg.span is None or other.span is None or arg.span.overlaps(other.span):
        return True
    return arg.antecedent is not None or other.antecedent is None


def _plain(edtf: str | None) -> str:
    return (edtf or "").strip("~?").removesuffix("/..")


def score(ground: Ground, claim: Claim) -> float:
    """How much of a claim is borne out, from 0 to 1: one point each for quote, path, mood, time and every argument."""
    parts = len(claim.arguments) + 4
    found = list(faults(ground, claim))
    if any(f.step == "P0" for f in found):
        return 0.0
    _, off = held(ground, claim)
    lost = {f.part for f in (*found, *off)}
    if any(f.part == "predicate" for f in off):
        return max(0.0, (1 - len(lost)) / parts)
    return max(0.0, (parts - len(lost)) / parts)


def _indifferent(ground: Ground, claim: Claim) -> tuple[Fault, ...]:
    """The tamperings that the score does not notice; another true claim of the sentence is no tampering."""
    whole = score(ground, claim)
    return tuple(
        Fault("P3", other.kind, f"the score does not fall when it is tampered with: {other.kind}")
        for other in corrupted(ground, claim)
        if score(ground, other.claim) >= whole and not (other.kind == "swapped name" and _sister(ground, other.claim))
    )


def _sister(ground: Ground, claim: Claim) -> bool:
    """Whether a coordination reads this one too: "A and B attacked C" is two claims."""
    return any(not tuple(_off_path(ground, claim, frame)) for frame in ground.frames(claim))


def sift(
    scene: Scene, frames: Sequence[Claim], claims: Iterable[Claim]
) -> tuple[tuple[Claim, ...], tuple[Proposal, ...]]:
    """Claims with the step that each has reached, and as proposals those that miss P0 or P1."""
    claims = list(claims)
    ground = Ground(scene, frames, claims)
    kept: list[Claim] = []
    left: list[Proposal] = []
    for claim in claims:
        proof = prove(ground, claim)
        if proof.step in ("", "P0"):
            reasons = tuple(dict.fromkeys(fault.reason for fault in proof.reasons))
            left.append(Proposal(claim.evidence, claim, proof.reasons[0].step, reasons, MAKER))
        else:
            kept.append(replace(claim, proof=proof.step))
    return tuple(kept), tuple(left)

"""Claims on the teaching corpus's test part: score_teaching.py [--split test] [--misses N] [--gate]

A claim of ours is right when a marked claim of the same sentence has its predicate and its arguments, role by role:
overlapping words, or a mention of the same chain, as `training.corpus_tools.agreement` compares two markings.
`all roles`: every argument of the one has its partner in the other. `leading roles`: the roles that the predicate
requires, and the
first two, are there and right. Each claim is used once.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from training.corpus_tools.load import documents  # noqa: E402
from training.corpus_tools.ours import alike, ground_of, marked_claims  # noqa: E402

from whence.annotate.claims import find_claims  # noqa: E402
from whence.annotate.learned import doubted, find_learned, vote  # noqa: E402
from whence.annotate.proof import Ground, sift  # noqa: E402
from whence.model import Argument, Claim  # noqa: E402
from whence.vocab import predicate  # noqa: E402

FLOORS = ROOT / "tests" / "golden" / "proof.json"
LOOSE = frozenset({"text", "event", "law", "role", "quantity"})


def near(ground: Ground, one: Argument, other: Argument) -> bool:
    """The same filler: overlapping words, one chain, or one fixed value."""
    if one.role != other.role:
        return False
    if one.span is not None and other.span is not None and one.span.overlaps(other.span):
        return True
    if one.span is None or other.span is None:
        return one.value is not None and other.span is not None and one.value in ground.doc.quote(other.span).lower()
    return alike(ground, one, other)


def same(ground: Ground, one: Claim, other: Claim, *, leading: bool) -> bool:
    if (one.predicate, one.evidence) != (other.predicate, other.evidence):
        return False
    mine, theirs = _asked(one, leading), _asked(other, leading)
    if not leading and len(mine) != len(theirs):
        return False
    return all(any(near(ground, a, b) for b in theirs) for a in mine)


def _asked(claim: Claim, leading: bool) -> list[Argument]:
    if not leading:
        return list(claim.arguments)
    roles = predicate(claim.predicate).roles
    lead = {name for name, role in roles.items() if role.required} | set(list(roles)[:2])
    return [a for a in claim.arguments if a.role in lead]


def paired(ground: Ground, gold: list[Claim], ours: list[Claim], *, leading: bool) -> tuple[int, list[Claim]]:
    """How many marked claims find a partner, and those that do not."""
    left, missed, shared = list(ours), [], 0
    for claim in gold:
        partner = next((c for c in left if same(ground, claim, c, leading=leading)), None)
        if partner is None:
            missed.append(claim)
        else:
            left.remove(partner)
            shared += 1
    return shared, missed


def f1(shared: int, gold: int, ours: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    p, r = shared / max(1, ours), shared / max(1, gold)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def read(ground: Ground) -> tuple[Claim, ...]:
    """The claims that the product prints of a document: the vote of both makers, sifted by the proof."""
    scene, frames = ground.scene, ground.all_frames
    grammar, _ = doubted(scene, find_claims(scene, frames))
    return tuple(sift(scene, frames, vote(scene, grammar, find_learned(scene)))[0])


def main() -> int:
    """Read, pair, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--gate", action="store_true")
    args = parser.parse_args()
    totals: Counter[str] = Counter()
    by_predicate: Counter[tuple[str, str]] = Counter()
    for record in documents(args.split):
        ground = ground_of(record)
        gold = list(marked_claims(ground, record, named=True))
        ours = [c.as_stated() for c in read(ground)]  # the corpus marks what a sentence says
        totals += Counter(gold=len(gold), ours=len(ours), documents=1)
        for leading in (False, True):
            shared, missed = paired(ground, gold, ours, leading=leading)
            totals["leading" if leading else "all"] += shared
            if leading:
                by_predicate.update(("missed", c.predicate) for c in missed)
                by_predicate.update(("gold", c.predicate) for c in gold)
                for claim in missed[: args.misses]:
                    print("MISSED", claim.predicate, "|", " ".join(ground.doc.quote(claim.evidence).split()))
    print(f"teaching corpus {args.split}: " + ", ".join(f"{k} {totals[k]}" for k in ("documents", "gold", "ours")))
    scores = {name: f1(totals[name], totals["gold"], totals["ours"]) for name in ("all", "leading")}
    for name, (p, r, f) in scores.items():
        print(f"  {name} roles: precision {p:.3f}, recall {r:.3f}, F1 {f:.3f}")
    worst = sorted({p for _, p in by_predicate}, key=lambda p: -by_predicate["missed", p])[:10]
    shown = ", ".join(f"{p} {by_predicate['missed', p]} of {by_predicate['gold', p]}" for p in worst)
    print(f"  most missed (leading roles): {shown}")
    if args.gate:
        floor = json.loads(FLOORS.read_text("utf-8"))["teaching"]["all roles F1"]
        if round(scores["all"][2], 4) < floor:
            print(f"BELOW teaching corpus: claims with all roles F1 {scores['all'][2]:.4f}, floor {floor}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

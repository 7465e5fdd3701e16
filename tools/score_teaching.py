"""Claims on the teaching corpus's test part: score_teaching.py [--split test] [--real] [--misses N] [--gate]

`--real`: on real texts marked as the corpus is (`training/real`), which need `../shared/data`.

A claim of ours is right when a marked claim of the same sentence has its predicate and its arguments, role by role:
overlapping words, or a mention of the same chain, as `training.corpus_tools.agreement` compares two markings.
`all roles`: every argument of the one has its partner in the other. `leading roles`: the roles that the predicate
requires, and the
first two, are there and right. Each claim is used once.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from training.corpus_tools import standoff  # noqa: E402
from training.corpus_tools.load import documents  # noqa: E402
from training.corpus_tools.ours import alike, ground_of, marked_claims  # noqa: E402

from whence.annotate.proof import Ground  # noqa: E402
from whence.model import Argument, Claim, Span  # noqa: E402
from whence.pipeline import read_claims  # noqa: E402
from whence.vocab import predicate  # noqa: E402

FLOORS = ROOT / "tests" / "golden" / "proof.json"
GUIDE = ROOT / "docs" / "annotation.md"
FRAME = re.compile(r"^- ((?:\*\*\w+\*\*,? )+)\(([^)]*)\)", re.MULTILINE)


@cache
def marked_roles() -> Mapping[str, frozenset[str]]:
    """The roles that the guide lists for each predicate: "**died** (person*, place, cause)"."""
    rows = FRAME.findall(GUIDE.read_text("utf-8"))
    return {
        name: frozenset(roles.replace("*", "").split(", "))
        for names, roles in rows
        for name in re.findall(r"\w+", names)
    }


def as_marked(claim: Claim) -> Claim:
    """A claim of ours without what the guide has no role for; a value of its own ("arms") stands at the trigger."""
    roles = marked_roles().get(claim.predicate)
    kept = tuple(a for a in claim.arguments if roles is None or a.role in roles)
    return replace(claim, arguments=tuple(replace(a, span=_place(claim, a)) for a in kept))


def _place(claim: Claim, a: Argument) -> Span | None:
    return a.antecedent if claim.by_context(a) else a.span or claim.trigger


def events(ground: Ground, record: Mapping[str, Any]) -> list[Span]:
    """The words that tell of an event by the corpus: its event mentions, and the triggers of what happened."""
    told = [m for m in record["entities"] if m["type"] == "event"]
    for claim in record["claims"]:
        kind = predicate(claim["predicate"])
        if not kind.lasts and kind.group != "speech":
            told.append(claim["trigger"])
    return [ground.doc.span(m["start"], m["end"]) for m in told]


def is_of_event(ground: Ground, claim: Claim, told: Sequence[Span]) -> bool:
    """Whether a number is of one of these events: it counts it, names it, or the next deed above it tells of it."""
    named = [a.span for a in claim.arguments if a.role in ("counted", "event") and a.span]
    if any(span.overlaps(event) for span in named for event in told):
        return True
    span = next((a.span for a in claim.arguments if a.role == "counted" and a.span), None)
    parse = ground.scene.parse_at(span.start) if span else None
    head = parse.head_of(span.start, span.end) if parse and span else None
    for k in parse.path_up(head) if parse and head is not None else ():
        token = parse.tokens[k]
        if any(event.start <= token.start < event.end for event in told):
            return True
        if token.upos == "VERB":
            return False
    return False


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
    mine = _asked(one, leading)
    theirs = [a for a in _asked(other, leading) if not _is_elsewhere(other, a) or one.argument(a.role) is not None]
    if not leading and len(mine) != len(theirs):
        return False
    return all(any(near(ground, a, b) for b in theirs) for a in mine)


def _is_elsewhere(claim: Claim, a: Argument) -> bool:
    """Whether a body was inferred from another sentence."""
    return a.role == "of" and a.inferred and a.span is not None and not claim.evidence.contains(a.span)


def _asked(claim: Claim, leading: bool) -> list[Argument]:
    if not leading:
        return list(claim.arguments)
    roles = predicate(claim.predicate).roles
    lead = {name for name, role in roles.items() if role.required} | set(list(roles)[:2])
    return [a for a in claim.arguments if a.role in lead]


def paired(ground: Ground, gold: list[Claim], ours: list[Claim], *, leading: bool) -> tuple[list[Claim], list[Claim]]:
    """The marked claims and those of ours that find no partner."""
    left, missed = list(ours), []
    for claim in gold:
        partner = next((c for c in left if same(ground, claim, c, leading=leading)), None)
        if partner is None:
            missed.append(claim)
        else:
            left.remove(partner)
    return missed, left


def f1(shared: int, gold: int, ours: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    p, r = shared / max(1, ours), shared / max(1, gold)
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def main() -> int:
    """Read, pair, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--real", action="store_true")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    args = parser.parse_args()
    if args.gate and args.real:
        parser.error("the floor is the corpus's")
    totals: Counter[str | tuple[str, str]] = Counter()
    by_predicate: Counter[tuple[str, str]] = Counter()
    for record in standoff.documents(args.split, args.data) if args.real else documents(args.split):
        ground = ground_of(record)
        gold = list(marked_claims(ground, record, named=True))
        ours = [as_marked(c) for c in read_claims(ground.scene, ground.all_frames)[0]]
        told = events(ground, record)
        totals += Counter(gold=len(gold), ours=len(ours), documents=1)
        for leading in (False, True):
            name = "leading" if leading else "all"
            missed, left = paired(ground, gold, ours, leading=leading)
            totals[name] += len(gold) - len(missed)
            totals[name, "beyond"] += sum(c.predicate == "counts" and not is_of_event(ground, c, told) for c in left)
            if leading:
                by_predicate.update(("missed", c.predicate) for c in missed)
                by_predicate.update(("gold", c.predicate) for c in gold)
                for claim in missed[: args.misses]:
                    print("MISSED", claim.predicate, "|", " ".join(ground.doc.quote(claim.evidence).split()))
    print(
        f"{'real texts' if args.real else 'teaching corpus'} {args.split}: "
        + ", ".join(f"{k} {totals[k]}" for k in ("documents", "gold", "ours"))
    )
    scores = {}
    for name in ("all", "leading"):
        every = f1(totals[name], totals["gold"], totals["ours"])
        scores[name] = f1(totals[name], totals["gold"], totals["ours"] - totals[name, "beyond"])
        p, r, f = scores[name]
        beyond = f"{totals[name, 'beyond']} counts of no event left out; with them {every[0]:.3f} and {every[2]:.3f}"
        print(f"  {name} roles: precision {p:.3f}, recall {r:.3f}, F1 {f:.3f} ({beyond})")
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

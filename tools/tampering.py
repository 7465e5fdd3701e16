"""The tampering test: true and corrupted claims are offered to the verifier. usage: tampering.py [--gate] [--show N]

True claims: every claim marked in dev and test of the teaching corpus (`--all`: in train as well); of the golden cases
each claim of ours that a label bears out at L3; of the example case, which has no labels, all claims. Each is corrupted
in every way of `whence.annotate.proof.tampering`; what happens to be true all the same (it is marked as well) is left
out. Offered are the bare claims: nobody tells the verifier which is which.

A claim is *accepted* when it reaches P2. `--gate` compares with tests/golden/proof.json: of the claims corrupted in
one of the six ways that make them false no more than the ceiling may be accepted (asked is none), and of the true ones
no smaller share than the floor, so that the verifier cannot win by refusing everything.
Two more ways are shown and not gated: a moved trigger is no falsehood, and a voice that our own stages do not hear
cannot be missed.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from training.corpus_tools.load import documents  # noqa: E402
from training.corpus_tools.ours import alike, ground_of, marked_claims  # noqa: E402

from whence.annotate.claims import find_frames  # noqa: E402
from whence.annotate.proof import Ground, corrupted, prove  # noqa: E402
from whence.model import Claim  # noqa: E402
from whence.pipeline import read_scene  # noqa: E402

SHOWN = frozenset({"moved trigger", "dropped voice"})
FLOORS = ROOT / "tests" / "golden" / "proof.json"
Row = Mapping[str, Any]


@dataclass
class Tally:
    """What became of the claims of one source."""

    offered: Counter[str] = field(default_factory=Counter)
    steps: Counter[tuple[str, str]] = field(default_factory=Counter)
    accepted: list[str] = field(default_factory=list)

    def share(self, kind: str, *steps: str) -> float:
        return sum(self.steps[kind, step] for step in steps) / max(1, self.offered[kind])


def same(ground: Ground, kind: str, one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same sentence: what was corrupted in one way may be another truth."""
    if kind == "moved trigger" and one.trigger != other.trigger:
        return False
    if kind == "dropped voice" and one.attribution != other.attribution:
        return False
    if (one.predicate, one.polarity, one.certainty) != (other.predicate, other.polarity, other.certainty):
        return False
    if one.evidence != other.evidence or (one.valid.edtf != other.valid.edtf):
        return False
    mine, theirs = list(one.arguments), list(other.arguments)
    return all(any(a.role == b.role and alike(ground, a, b) for b in theirs) for a in mine)


def offer(ground: Ground, truths: list[Claim], tally: Tally, known: list[Claim] | None = None) -> None:
    """Offer true claims and all their corruptions to the verifier; `known` is what else is known to be true."""
    known = known or truths
    for claim in truths:
        step = prove(ground, claim).step
        tally.offered["true"] += 1
        tally.steps["true", step] += 1
        for other in corrupted(ground, claim):
            if any(same(ground, other.kind, other.claim, truth) for truth in known):
                continue
            found = prove(ground, other.claim)
            tally.offered[other.kind] += 1
            tally.steps[other.kind, found.step] += 1
            if found.step in ("P2", "P3") and other.kind not in SHOWN:
                tally.accepted.append(f"{other.kind} | {found.path} | {told(ground, other.claim)}")


def told(ground: Ground, claim: Claim) -> str:
    """A claim on one line, for a person who looks why it was accepted."""
    args = ", ".join(f"{a.role}={ground.doc.quote(a.span) if a.span else a.value!r}" for a in claim.arguments)
    mood = f"{claim.polarity}, {claim.certainty}, {claim.valid.edtf}"
    return f"{claim.predicate}({args}) {mood} | {ground.doc.quote(claim.evidence)}"


def corpus_truths(splits: tuple[str, ...] = ("dev", "test")) -> Iterator[tuple[str, Ground, list[Claim], list[Claim]]]:
    """The teaching corpus: every marked claim of these parts; dev and test are those that no reader is trained on."""
    for record in (r for split in splits for r in documents(split)):
        ground = ground_of(record)
        known = list(marked_claims(ground, record, named=True))
        yield "teaching corpus", ground, list(marked_claims(ground, record)), known


def case_truths() -> Iterator[tuple[str, Ground, list[Claim], list[Claim]]]:
    """Golden cases and example: claims of ours that labels bear out, each document read as `ingest` reads it."""
    from tempfile import TemporaryDirectory

    from yaml import safe_load

    from whence.evaluate import ClaimScorer, load_gold
    from whence.pipeline import ingest
    from whence.present.exports import Claims, Entities
    from whence.store import CaseView, CaseWriter

    golden = ROOT / "tests" / "golden"
    splits = safe_load((golden / "splits.yaml").read_text("utf-8"))
    folders = [("golden cases", golden / name) for part in splits.values() for name in part]
    for source, folder in [*folders, ("example case", ROOT / "examples" / "case")]:
        with TemporaryDirectory() as at:
            path = Path(at) / "t.whence"
            with CaseWriter(path) as writer:
                ingest([folder / "docs" if source == "golden cases" else folder], writer)
            with CaseView(path) as view:
                true = None
                if source == "golden cases":
                    scorer = ClaimScorer(load_gold(folder), [], Entities().rows(view))
                    true = borne_out(scorer, list(Claims().rows(view)))
                for doc in list(view.documents()):
                    layers = view.layers(doc.id)
                    if not layers.claims:
                        continue
                    scene = read_scene(doc, layers)
                    ground = Ground(scene, find_frames(scene))
                    yield (
                        source,
                        ground,
                        [c for c in layers.claims if true is None or c.id in true],
                        list(layers.claims),
                    )


def borne_out(scorer: Any, rows: list[Row]) -> set[str]:
    """Ids of the claims that find a label at L3, each tried by itself."""
    found = set()
    by_document = defaultdict(list)
    for row in scorer.gold.claims:
        by_document[scorer.gold.document(row["d"])].append(row)
    for claim in rows:
        name = Path(claim["source"]).name
        scorer.by_document = {name: [claim]}
        if any(scorer.level(label, name) == 3 for label in by_document[name]):
            found.add(claim["id"])
    return found


def report(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """The table that the gate prints."""
    yield f"{'source':16} {'offered':>8} {'P1':>7} {'P2+':>7}   true claims that reach the step"
    for source, tally in tallies.items():
        steps = [tally.share("true", *up) for up in (("P1", "P2", "P3"), ("P2", "P3"))]
        yield f"{source:16} {tally.offered['true']:8} " + " ".join(f"{s:7.3f}" for s in steps)
    kinds = sorted({kind for t in tallies.values() for kind in t.offered} - {"true"})
    yield f"{'corrupted':16} {'offered':>8} {'no P0':>7} {'no P1':>7} {'no P2':>7} {'accepted':>8}"
    for kind in [*kinds, "all"]:
        row = Counter[str]()
        for tally in tallies.values():
            for (name, step), number in tally.steps.items():
                if name != "true" and kind in (name, "all"):
                    row[step] += number
        numbers_of = (sum(row.values()), row[""], row["P0"], row["P1"], row["P2"] + row["P3"])
        yield f"{kind:16} {numbers_of[0]:8} {numbers_of[1]:7} {numbers_of[2]:7} {numbers_of[3]:7} {numbers_of[4]:8}"


def main() -> int:
    """Offer, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--all", action="store_true", help="the training part of the teaching corpus as well")
    parser.add_argument("--corpus-only", action="store_true", help="leave the golden cases and the example out")
    parser.add_argument("--show", type=int, default=20, help="how many accepted corrupted claims to print")
    args = parser.parse_args()
    tallies: dict[str, Tally] = defaultdict(Tally)
    corpus = corpus_truths(("train", "dev", "test") if args.all else ("dev", "test"))
    for truths in (corpus, () if args.corpus_only else case_truths()):
        for source, ground, claims, known in truths:
            offer(ground, claims, tallies[source], known)
    for line in report(tallies):
        print(line)
    accepted = [line for tally in tallies.values() for line in tally.accepted]
    for line in accepted[: args.show]:
        print("ACCEPTED", " ".join(line.split()))
    return _gate(tallies, accepted) if args.gate else 0


def _gate(tallies: Mapping[str, Tally], accepted: list[str]) -> int:
    floors = json.loads(FLOORS.read_text("utf-8"))["tampering"]
    true = sum(t.offered["true"] for t in tallies.values())
    low = [f"{true} true claims, {floors['true claims']} asked"] if true < floors["true claims"] else []
    ceiling = floors["corrupted accepted"]
    low += [f"{len(accepted)} corrupted claims accepted, ceiling {ceiling}"] if len(accepted) > ceiling else []
    for source, floor in floors["accepted"].items():
        share = tallies[source].share("true", "P2", "P3") if source in tallies else 0.0
        low += [f"{source}: {share:.3f} of the true claims accepted, floor {floor}"] if share < floor else []
    for line in low:
        print("BELOW tampering:", line)
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())

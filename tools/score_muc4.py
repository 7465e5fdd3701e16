"""MUC-4 dev string slots: score_muc4.py [--split dev] [--limit N] [--gate]

The texts stand in ``../shared/data/muc4`` (or $WHENCE_SHARED) and are in capitals: their case is restored first, by the
way a word is mostly written in EWT, GUM, the teaching corpus and the running texts of the other sets, an unknown word
being a name. (From EWT and GUM alone "substation" and "assassinate" became names, which cost .05 of F1.) Our claims of
force give the slots:

| slot | filled by |
|---|---|
| PerpInd, PerpOrg | who attacks, kills, injures, abducts, bombs, captures, threatens; a named body is PerpOrg |
| PhysTarget | a place, facility, vehicle or body that is struck |
| HumTargetName, HumTargetDesc | a person who is struck: by name, or as described; posts and ranks of the named |
| Instrument | the weapon |

Micro F1 over entities per document, an entity being a set of alternative strings; ours matches when its head word is
the head word of an alternative, whatever the case. Optional entities count when found and not when missed.
"""

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))
FLOORS = ROOT / "tests" / "golden" / "proof.json"

from training.casing import plain  # noqa: E402

from whence.annotate.mentions.lexicon import noun_type  # noqa: E402
from whence.model import Argument, Claim, Document, Layers, Maker, Region  # noqa: E402
from whence.pipeline import read_layers  # noqa: E402
from whence.segment import find_sentences  # noqa: E402

MAKER = Maker("muc4", "1")
AGENT = {"attacker", "killer", "injurer", "abductor", "bomber", "captor", "threatener"}
STRUCK = {"target", "victim", "captured", "threatened"}
FORCE = {"attacks", "kills", "injures", "abducts", "bombs", "captures", "threatens", "dies"}


def document(record: dict[str, Any]) -> tuple[Document, Layers]:
    """A document of MUC-4 read by our stages; as `plain` writes it."""
    doc = Document.of(plain(record["text"], SHARED / "data"), source=record["doc_id"])
    region = Region(doc.span(0, len(doc.text)), "body", MAKER)
    sentences = find_sentences(doc, (region,))
    return doc, read_layers(doc, Layers(doc.id, regions=(region,), sentences=sentences))


def slots(doc: Document, layers: Layers) -> Iterator[tuple[str, str]]:
    """Slot and words of everything that our claims of force fill."""
    chain_of = {span: chain for chain in layers.chains for span in chain.mentions}
    human: set[str] = set()
    for claim in layers.claims:
        if claim.predicate not in FORCE and claim.predicate != "died":
            continue
        for arg in claim.arguments:
            for slot in slot_of(doc, layers, claim, arg):
                if slot == "HumTargetName" and arg.span:
                    human |= {chain_of[s].id for s in (arg.span, arg.antecedent) if s in chain_of}
                span = arg.antecedent or arg.span
                if span is not None:
                    yield slot, doc.quote(span)
    for claim in layers.claims:
        if claim.predicate in ("holds_role", "holds_rank"):
            holder, post = claim.argument("holder"), claim.argument("post") or claim.argument("rank")
            known = holder and {chain_of[s].id for s in (holder.span, holder.antecedent) if s in chain_of}
            if known and known & human and post and post.span:
                yield "HumTargetDesc", doc.quote(post.span)


def slot_of(doc: Document, layers: Layers, claim: Claim, arg: Argument) -> Iterator[str]:
    """The slots of one argument."""
    if arg.span is None:
        return
    named = arg.antecedent is not None or any(m.span == arg.span and m.form == "name" for m in layers.mentions)
    head = doc.quote(arg.span).split()[-1].lower()
    person = arg.type == "person" or noun_type(head.rstrip("s"), head) == "person"
    if arg.role in AGENT and arg.type not in ("event", "weapon"):
        yield "PerpOrg" if named and arg.type == "organization" else "PerpInd"
    elif arg.role in STRUCK or (claim.predicate == "died" and arg.role == "person"):
        if person:
            yield "HumTargetName" if named else "HumTargetDesc"
        elif claim.predicate in ("kills", "injures", "abducts"):
            yield "HumTargetDesc"
        else:
            yield "PhysTarget"
    elif arg.role == "weapon":
        yield "Instrument"


def head(words: str) -> str:
    """The head word of a phrase: the last before a preposition or comma."""
    cut = re.split(r"\s+(?:of|in|from|for|with|at|on|who|that|to)\s+|,", words.lower().strip())[0]
    found = re.findall(r"[\w-]+", cut)
    return found[-1] if found else ""


def scored(record: dict[str, Any]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By slot: entities found, entities asked, entities of ours."""
    gold = {
        (a["role"], tuple(sorted({head(m["text"]) for m in a["mentions"]}))): a["optional"]
        for event in record["events"]
        for a in event["arguments"]
    }
    ours = {(slot, head(words)) for slot, words in slots(*document(record)) if head(words)}
    found, asked, given = Counter[str](), Counter[str](), Counter[str]()
    used: set[tuple[str, str]] = set()
    for (slot, heads), optional in gold.items():
        hits = {(slot, h) for h in heads} & ours
        used |= hits
        if hits or not optional:
            asked[slot] += 1
            found[slot] += bool(hits)
    # Several strings of ours that meet one entity are one entity.
    given.update(slot for slot, _ in ours - used)
    given.update(found)
    return found, asked, given


def main() -> int:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--gate", action="store_true")
    args = parser.parse_args()
    file = SHARED / "data" / "muc4" / f"{args.split}.jsonl"
    if not file.is_file():
        print(f"MUC-4: not at {file}; set WHENCE_SHARED. Not scored.")
        return 0
    total = [Counter[str](), Counter[str](), Counter[str]()]
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if args.limit is not None and number >= args.limit:
                break
            for sums, one in zip(total, scored(json.loads(line)), strict=True):
                sums.update(one)
    value = 0.0
    for slot in [*sorted(total[1]), "all"]:
        found, asked, given = (sums[slot] if slot != "all" else sums.total() for sums in total)
        p, r = found / max(1, given), found / max(1, asked)
        value = 2 * p * r / (p + r) if p + r else 0.0
        print(f"{slot:14} asked {asked:4} ours {given:4} precision {p:.3f} recall {r:.3f} F1 {value:.3f}")
    if args.gate:
        floor = json.loads(FLOORS.read_text("utf-8"))["muc4"]["F1"]
        if round(value, 4) < floor:
            print(f"BELOW MUC-4: F1 {value:.4f}, floor {floor}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

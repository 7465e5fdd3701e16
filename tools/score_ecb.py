"""Cross-document coreference of entities on ECB+ (Cybulska and Vossen, CC BY 3.0): ``python tools/score_ecb.py``.

The dev topics of `../shared/data/ecbplus` are read and resolved as one case, of which nothing but the text is known.
Scored are people, bodies and places (HUM, LOC) of the annotation, all forms, on gold mentions: a gold mention is where
one of ours is that ends where it ends; one that we do not find stands alone. MUC, B-cubed, CEAF-e and their mean
(CoNLL F1). Times, things and events are not ours to resolve and are left out. Beside it the same for named mentions
alone, which is what resolution is about: a gold mention counts as named when it has a capital letter inside a sentence.
`--gate` fails when a mean is below its floor.
"""

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
from whence.clusters import clusters_of  # noqa: E402
from whence.model import Document, Layers, Maker, Region  # noqa: E402
from whence.pipeline import read_layers  # noqa: E402
from whence.resolve import resolve  # noqa: E402
from whence.segment import find_sentences  # noqa: E402

SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))
MAKER = Maker("tools.score_ecb", "1")
Groups = Mapping[Hashable, Hashable]
FLOORS = {"people, bodies, places": 0.42, "of them named": 0.61}


def ours(rows: Sequence[dict]) -> dict[tuple[str, int], str]:
    """(document, end of a mention) → our entity, for all rows read and resolved together."""
    clusters, home = [], {}
    for row in rows:
        doc = Document.of(row["text"], source=row["doc_id"])
        region = Region(doc.span(0, len(doc.text)), "body", MAKER)
        layers = read_layers(doc, Layers(doc.id, regions=(region,), sentences=find_sentences(doc, (region,))))
        clusters += clusters_of(doc, layers)
        home |= {chain.id: [(row["doc_id"], span.end) for span in chain.mentions] for chain in layers.chains}
    return {
        place: entity.id for entity in resolve(clusters).entities for chain in entity.chains for place in home[chain]
    }


def named(row: dict, entity: dict) -> bool:
    """Whether a gold mention holds a capital that is not the first letter of a sentence."""
    starts = {start for start, _ in row["sentences"]}
    return any(c.isupper() and entity["start"] + i not in starts for i, c in enumerate(entity["text"]))


def labelled(rows: Sequence[dict], found: Mapping[tuple[str, int], str], *, names: bool) -> tuple[Groups, Groups]:
    """Gold mention → its chain, and → our entity or itself where we have none."""
    gold, said = {}, {}
    for row in rows:
        for e in row["entities"]:
            if e["type"] in ("HUM", "LOC") and (not names or named(row, e)):
                place = row["doc_id"], e["id"]
                gold[place] = row["topic"], e["chain"]
                said[place] = found.get((row["doc_id"], e["end"]), place)
    return gold, said


def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def members(groups: Groups) -> dict[Hashable, set[Hashable]]:
    out = defaultdict(set)
    for mention, group in groups.items():
        out[group].add(mention)
    return out


def muc(key: Groups, response: Groups) -> float:
    """Recall of links: how few pieces the response cuts each chain into."""
    chains = members(key).values()
    kept = sum(len(c) - len({response[m] for m in c}) for c in chains)
    return kept / max(sum(len(c) - 1 for c in chains), 1)


def b_cubed(key: Groups, response: Groups) -> float:
    said = members(response)
    return sum(len(c & said[response[m]]) / len(c) for c in members(key).values() for m in c) / max(len(key), 1)


def ceaf_e(key: Groups, response: Groups) -> tuple[float, float]:
    """Precision and recall of the best one-to-one pairing of entities, by the share of their mentions."""
    chains, said = members(key), members(response)
    overlap = Counter((g, response[m]) for m, g in key.items())
    left, right = {g: i for i, g in enumerate(chains)}, {r: j for j, r in enumerate(said)}
    cost = np.zeros((len(left), len(right)))
    for (g, r), shared in overlap.items():
        cost[left[g], right[r]] = 2 * shared / (len(chains[g]) + len(said[r]))
    total = best(cost)
    return total / max(len(said), 1), total / max(len(chains), 1)


def best(gain: np.ndarray) -> float:
    """The greatest sum of a one-to-one pairing of rows and columns (Hungarian method)."""
    cost = -gain if gain.shape[0] <= gain.shape[1] else -gain.T
    rows, columns = cost.shape
    u, v, match = np.zeros(rows + 1), np.zeros(columns + 1), np.zeros(columns + 1, int)
    for i in range(1, rows + 1):
        match[0], j = i, 0
        low, used, way = np.full(columns + 1, np.inf), np.zeros(columns + 1, bool), np.zeros(columns + 1, int)
        while True:
            used[j] = True
            row = match[j]
            reach = np.r_[np.inf, cost[row - 1] - u[row] - v[1:]]
            closer = ~used & (reach < low)
            low[closer], way[closer] = reach[closer], j
            k = int(np.argmin(np.where(used, np.inf, low)))
            step = low[k]
            u[match[used]] += step
            v[used] -= step
            low[~used] -= step
            j = k
            if match[j] == 0:
                break
        while j:
            match[j], j = match[way[j]], way[j]
    return float(-sum(cost[match[j] - 1, j - 1] for j in range(1, columns + 1) if match[j]))


def show(title: str, gold: Groups, said: Groups, found: int) -> float:
    """Print one row; the CoNLL mean."""
    links, cubed = f1(muc(said, gold), muc(gold, said)), f1(b_cubed(said, gold), b_cubed(gold, said))
    pairing = f1(*ceaf_e(gold, said))
    mean = (links + cubed + pairing) / 3
    print(
        f"{title:26}{len(gold):6} gold mentions, {found} found;  MUC {links:.3f}  B3 {cubed:.3f}  CEAFe {pairing:.3f}  "
        f"CoNLL F1 {mean:.3f}",
        flush=True,
    )
    return mean


def main() -> int:
    """Read, resolve, score, tell."""
    path = SHARED / "data" / "ecbplus" / "dev.jsonl"
    if not path.is_file():
        print(f"ECB+: not at {path}; set WHENCE_SHARED. Not scored.")
        return 0
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    found = ours(rows)
    print(f"ECB+ dev, entities across {len(rows)} documents, gold mentions, no topic given")
    low = []
    for (title, floor), names in zip(FLOORS.items(), (False, True), strict=True):
        gold, said = labelled(rows, found, names=names)
        mean = show(title, gold, said, sum(said[m] != m for m in gold))
        low += [f"BELOW ECB+ {title}: {mean:.3f}, floor {floor}"] if mean < floor else []
    print(*low, sep="\n", end="\n" if low else "")
    return int("--gate" in sys.argv and bool(low))


if __name__ == "__main__":
    sys.exit(main())

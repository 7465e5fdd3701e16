"""How resolution grows: synthetic mentions from the names of a list, with noise, resolved at several sizes.

    python tools/bench_resolve.py [MENTIONS ...]      default 10000 30000 100000

A mention is a cluster of a document with one name: a listed name, sometimes with a slip, an initial for the first name,
or another spelling of a sound. Printed: mentions, seconds (processor time) and microseconds a mention, pairs compared
for each mention (level where the work is linear in the blocks), the share compared of the pairs of one bearer's
spellings, entities, pairs joined, pairs to ask, the share of a bearer's mentions in its largest entity, entities that
hold two bearers (some entries of the list are one body twice), and the memory of the process at its highest, in MB.
"""

import json
import os
import random
import re
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))
from whence.model import Cluster  # noqa: E402
from whence.resolve import resolve, run  # noqa: E402

SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))
KINDS = ("person", "organization")
SOUNDS = (("q", "gh"), ("ou", "u"), ("ei", "ai"), ("kh", "h"), ("y", "i"), ("ee", "i"), ("ss", "s"))


def bearers() -> list[tuple[str, str, list[str]]]:
    rows = [json.loads(line) for line in (SHARED / "data/ofac_sdn/ofac_sdn.jsonl").open()]
    schemas = {"Person": "person", "Organization": "organization"}
    return [
        (r["id"], schemas[r["schema"]], [in_order(r["name"])])
        for r in rows
        if r["schema"] in schemas and len(r["name"]) > 5
    ]


def in_order(name: str) -> str:
    last, comma, first = name.partition(", ")
    return f"{first} {last}".title() if comma else name.title()


def noisy(name: str, kind: str, draw: random.Random) -> str:
    roll = draw.random()
    if roll < 0.05 and len(name) > 8:
        i = draw.randrange(1, len(name) - 1)
        return name[:i] + name[i + 1 :]
    if roll < 0.10 and kind == "person" and " " in name:
        return re.sub(r"^(\w)\w+", r"\1.", name)
    if roll < 0.25:
        old, new = draw.choice(SOUNDS)
        return name.replace(old, new)
    return name


def renewed(name: str, kind: str, era: int, lasts: dict[str, list[str]]) -> str:
    """A name that no list has: its last word is another's, chosen by the name and the era."""
    draw = random.Random(f"{name} {era}")
    return " ".join((*name.split()[:-1], draw.choice(lasts[kind]))) if era else name


def mentions(count: int) -> tuple[list[Cluster], dict[str, str]]:
    """`count` clusters, and whose each is.

    With every 100,000 more come as many new bearers: a listed one's name with the last word of another's.
    """
    draw = random.Random(3)
    known = bearers()
    lasts = {kind: sorted({n.split()[-1] for _, k, names in known for n in names if k == kind}) for kind in KINDS}
    out, whose = [], {}
    for number in range(count):
        ident, kind, names = known[draw.randrange(len(known))] if number % 4 else known[number // 4 % len(known)]
        era = draw.randrange(max(1, count // 100_000))
        name = noisy(renewed(draw.choice(names), kind, era, lasts), kind, draw)
        own = f"m{number}"
        out.append(Cluster(own, f"d{number // 20}", kind, name, (name,)))
        whose[own] = f"{ident}/{era}"
    return out, whose


def judge(entities, whose: dict[str, str]) -> tuple[float, int]:
    """The share of a bearer's mentions that sit in its largest entity, and entities that hold two bearers."""
    home = defaultdict(Counter)
    mixed = 0
    for entity in entities:
        owners = {whose[c] for c in entity.chains}
        mixed += len(owners) > 1
        for chain in entity.chains:
            home[whose[chain]][entity.id] += 1
    largest = sum(max(c.values()) for c in home.values())
    return largest / sum(sum(c.values()) for c in home.values()), mixed


@contextmanager
def counted(whose: dict[str, str]) -> Iterator[Counter]:
    """Counts the pairs of profiles that blocking lets through ("let"), and of one bearer: "own" of "all" there are."""
    pairs, own = Counter(), run.candidates

    def through(found):
        bearers = {p.key: {whose[c.id] for c in p.clusters} for p in found}
        forms = Counter(bearer for mine in bearers.values() for bearer in mine)
        pairs["all"] = sum(n * (n - 1) // 2 for n in forms.values())
        for a, b in own(found):
            pairs["let"] += 1
            pairs["own"] += len(bearers[a.key] & bearers[b.key])
            yield a, b

    run.candidates = through
    try:
        yield pairs
    finally:
        run.candidates = own


def main() -> None:
    head = f"{'mentions':>10}{'seconds':>9}{'us each':>9}{'pairs each':>11}{'found':>7}{'entities':>10}"
    print(f"{head}{'joined':>8}{'asked':>8}{'together':>10}{'mixed':>7}{'MB':>7}", flush=True)
    for count in map(int, sys.argv[1:] or (10_000, 30_000, 100_000)):
        clusters, whose = mentions(count)
        with counted(whose) as pairs:
            begun = time.process_time()
            found = resolve(clusters)
            spent = time.process_time() - begun
        kinds = Counter(p.verdict for p in found.pairs)
        together, mixed = judge(found.entities, whose)
        row = f"{count:10,}{spent:9.1f}{spent / count * 1e6:9.0f}{pairs['let'] / count:11.2f}"
        row += f"{pairs['own'] / pairs['all']:7.3f}{len(found.entities):10,}"
        row += f"{kinds['same']:8,}{kinds['unsure']:8,}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{row}{together:10.3f}{mixed:7}{peak:7,}", flush=True)


if __name__ == "__main__":
    main()

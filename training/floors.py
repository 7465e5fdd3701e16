"""The command line of the scorers `training.evaluate` and `training.own`, and the floors of the shipped reader."""

import argparse
import json
import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "golden" / "reader.json"
"""Percent that each measure has reached on its test part, by scorer and by the name of the measure."""

PROCESSOR = 0.5
"""Points that a figure may lie under its floor: another processor rounds the same weights' sums otherwise.

Measured on an AMD EPYC beside the machine of the floors: tags .01, phrases and names .2 to .4.
"""

Scores = dict[str, tuple[float, int]]
"""Percent and number of gold cases of every measure."""


def floors_of(scorer: str) -> dict[str, float]:
    """The floors of `evaluate` or `own`."""
    return dict(json.loads(FLOORS.read_text("utf-8"))[scorer])


def below(found: Scores, floors: Mapping[str, float]) -> Iterator[str]:
    """What has fallen under its floor by more than processors differ, or is no longer measured."""
    for name, floor in floors.items():
        if name not in found:
            yield f"{name}: not measured, floor {floor:.2f}"
        elif found[name][0] < floor - PROCESSOR:
            yield f"{name}: {found[name][0]:.3f} of {found[name][1]}, floor {floor:.2f}"


def raised(found: Scores, floors: Mapping[str, float]) -> dict[str, float]:
    """The floors where a better figure was measured, to two digits, never lower than they were."""
    return {name: max(floor, math.floor(100 * found.get(name, (floor, 0))[0]) / 100) for name, floor in floors.items()}


def run(scorer: str, doc: str | None, score: Callable[[Path, str], Scores]) -> int:
    """Read the command line, score, print; with `--gate`, 1 where a figure is under its floor."""
    p = argparse.ArgumentParser(description=doc)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--part", default="test", choices=("dev", "test"))
    p.add_argument("--json", type=Path, help="also write the scores here")
    p.add_argument("--gate", action="store_true", help=f"fail when a figure is under its floor in {FLOORS.name}")
    p.add_argument("--raise", dest="up", action="store_true", help="write floors up to what was measured (never down)")
    a = p.parse_args()
    if (a.gate or a.up) and a.part != "test":
        p.error("the floors are those of the test part")
    found = score(a.data, a.part)
    for name, (percent, cases) in found.items():
        print(f"{name:72} {percent:6.2f}  of {cases:,}")
    if a.json:
        a.json.write_text(json.dumps(found, indent=1) + "\n")
    faults = list(below(found, floors_of(scorer))) if a.gate else []
    for fault in faults:
        print("BELOW", fault)
    if a.up:
        every = json.loads(FLOORS.read_text("utf-8"))
        every[scorer] = raised(found, every[scorer])
        FLOORS.write_text(json.dumps(every, indent=1) + "\n", "utf-8")
    return bool(faults)

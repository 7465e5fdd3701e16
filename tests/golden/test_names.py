"""Names of one bearer together and nobody merged, on small invented reports (`names/*.yaml`)."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from whence.evaluate.entities import EntityScore, score_entities
from whence.pipeline import ingest
from whence.present.exports import Entities
from whence.store import CaseView, CaseWriter

HERE = Path(__file__).parent / "names"
FLOORS = {
    "known": 0.87,
    "unseen": 0.90,
    "cultures": 0.80,
    "fresh": 0.80,
    "newer": 0.82,
    "aside": 0.55,
    "weak": 0.99,
    "apart": 0.80,
    "worked": 0.95,
    "abroad": 0.62,
}
MERGED = {"unseen": 1}  # the letters of one party are those of another that the same report names


def score(case: dict[str, Any], folder: Path) -> EntityScore:
    """One case read, resolved and scored as the gate scores entities."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for number, text in enumerate(case["docs"], 1):
        headline = "" if case.get("whole") else f"Report {number} of the agency\n\n"
        (docs / f"{number}.txt").write_text(headline + text, "utf-8")
    with CaseWriter(folder / "names.whence") as writer:
        ingest([docs], writer)
    gold = SimpleNamespace(entities={name: {"names": forms} for name, forms in case["entities"].items()})
    with CaseView(folder / "names.whence") as view:
        return score_entities(gold, Entities().rows(view))  # type: ignore[arg-type]


def measure(name: str, folder: Path) -> tuple[int, int, list[str]]:
    """Pairs together, pairs, and what went wrong, of all cases of a file."""
    together = pairs = 0
    merged: list[str] = []
    for number, case in enumerate(yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))):
        found = score(case, folder / str(number))
        together, pairs = together + found.together, pairs + found.pairs
        merged += [f"{case['case']}: {', '.join(names)}" for names in found.merged.values()]
        shown = found.split if name != "aside" else []
        print(f"{case['case']}: {found.together} of {found.pairs}, {len(found.absent)} never found", *shown)
    return together, pairs, merged


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(p.stem for p in HERE.glob("*.yaml")))
def test_names_of_one_bearer_are_together_and_look_alikes_apart(name: str, tmp_path: Path) -> None:
    together, pairs, merged = measure(name, tmp_path)
    print(f"names, {name}: {together} of {pairs} pairs together ({together / pairs:.3f}), {len(merged)} false merges")
    assert len(merged) <= MERGED.get(name, 0), merged
    assert together / pairs >= FLOORS[name]

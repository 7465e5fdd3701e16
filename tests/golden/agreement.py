"""How far two people who marked one case apart from each other agree.

usage: agreement.py CASE_DIR SECOND_GOLD_DIR [--verbose]
The second folder holds claims.yaml and, where the marker wrote them, entities.yaml and conflicts.yaml, as in gold/.
Claims pair up one to one within a document when their sentences overlap, their predicates are one or of one group, and
subject and object name the same. Printed: precision, recall and F1 of the second against the first (F1 is symmetric),
and, over the pairs, how often the same predicate, date, speaker and certainty were given. Conflicts pair up when each
side's sentence meets a side of the other. Names: of the pairs that one joins, how many both do.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import Any

import yaml
from golden_corpus import Case, is_real, load_case, sentence, surface_forms, values
from golden_traps import _fold

GROUPS = (
    "holds_role holds_rank served_at member_of commands controls directed owns operates appointed reports_to",
    "attacked killed injured bombed clashed died count abducted captured",
    "said denied accused asked threatened ordered issued",
    "part_of formed based_in located_in owns",
    "supports allied_with agreed met visited spoke",
    "designated charged arrested legislated issued",
)
GROUP = {p: {i for i, words in enumerate(GROUPS) if p in words.split()} for g in GROUPS for p in g.split()}


def pairs(first: Case, second: Case) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Claims of both that say the same, exact predicates first."""
    free = list(second.gold["claims"])
    found = []
    for exact in (True, False):
        for row in first.gold["claims"]:
            if any(row is a for a, _ in found):
                continue
            mate = next((o for o in free if _same(first, second, row, o, exact)), None)
            if mate is not None:
                free.remove(mate)
                found.append((row, mate))
    return found


def _same(first: Case, second: Case, a: dict[str, Any], b: dict[str, Any], exact: bool) -> bool:
    if a["d"] != b["d"] or not (
        a["p"] == b["p"] or (not exact and GROUP.get(a["p"], set()) & GROUP.get(b["p"], set()))
    ):
        return False
    if not _overlap(first, a, b):
        return False
    mine, theirs = _arguments(first, a), _arguments(second, b)
    return all(any(_alike(x, y) for y in theirs) for x in mine) or all(any(_alike(x, y) for x in mine) for y in theirs)


def _overlap(case: Case, a: dict[str, Any], b: dict[str, Any]) -> bool:
    text = case.texts()[a["d"]]
    one, other = sentence(text, a["q"]), sentence(text, b["q"])
    return bool(one and other and one[0] < other[1] and other[0] < one[1])


def _arguments(case: Case, row: dict[str, Any]) -> list[set[str]]:
    return [{_fold(f) for f in surface_forms(case, str(v))} for key in ("s", "o") for v in values(row, key)]


def _alike(a: set[str], b: set[str]) -> bool:
    return bool(a & b) or any(len(x) > 3 and len(y) > 3 and (x in y or y in x) for x in a for y in b)


def _dates(row: dict[str, Any]) -> tuple[str, str]:
    return str(row.get("from", "")).rstrip("?~"), str(row.get("to", "")).rstrip("?~")


def conflicts_shared(first: Case, second: Case) -> int:
    """Real disagreements of the first that the second marked too."""
    other = [c for c in second.gold["conflicts"] if is_real(c)]
    return sum(any(_meet(first, a, b) for b in other) for a in first.gold["conflicts"] if is_real(a))


def _meet(case: Case, a: dict[str, Any], b: dict[str, Any]) -> bool:
    return all(any(s["d"] == t["d"] and _overlap(case, s, t) for t in b["sides"]) for s in a["sides"])


def names_agree(first: Case, second: Case) -> tuple[int, int]:
    """Of the pairs of names both used: how many are joined or parted by both."""
    one, two = _owners(first), _owners(second)
    both = sorted(one.keys() & two.keys())
    same = [(one[a] == one[b]) == (two[a] == two[b]) for a, b in itertools.combinations(both, 2)
            if one[a] == one[b] or two[a] == two[b]]  # fmt: skip
    return sum(same), len(same)


def _owners(case: Case) -> dict[str, str]:
    return {_fold(n): name for name in case.gold["entities"] for n in surface_forms(case, name)}


def main(arguments: list[str]) -> int:
    """Print the agreement."""
    first = load_case(Path(arguments[0]))
    second = Case(first.path, dict(first.gold))
    for layer in ("claims", "entities", "conflicts"):
        file = Path(arguments[1]) / f"{layer}.yaml"
        if file.exists():
            second.gold[layer] = yaml.safe_load(file.read_text("utf-8"))
    found = pairs(first, second)
    asked = {c["d"] for c in second.gold["claims"]}
    mine = [c for c in first.gold["claims"] if c["d"] in asked and not c.get("opt")]
    theirs = [c for c in second.gold["claims"] if not c.get("opt")]
    a, b = sum(not x.get("opt") for x, _ in found), sum(not y.get("opt") for _, y in found)
    recall, precision = a / len(mine), b / len(theirs)
    f1 = 2 * precision * recall / (precision + recall) if a and b else 0.0
    print(f"claims: first {len(mine)}, second {len(theirs)}, precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    for name, key in (("predicate", lambda r: r["p"]), ("dates", _dates), ("certainty", lambda r: r.get("c")),
                      ("speaker", lambda r: [str(x) for x in values(r, "src")][:1])):  # fmt: skip
        print(f"  same {name}: {sum(key(x) == key(y) for x, y in found)} of {len(found)}")
    real = sum(is_real(c) for c in first.gold["conflicts"])
    print(f"conflicts: first {real}, second {sum(is_real(c) for c in second.gold['conflicts'])},"
          f" shared {conflicts_shared(first, second)}")  # fmt: skip
    print("names joined or parted alike: {} of {}".format(*names_agree(first, second)))
    if "--verbose" in arguments:
        for row in mine:
            if not any(row is x for x, _ in found):
                print("only first:", row["d"], row["s"], row["p"], row.get("o", ""), "|", row["q"])
        for row in theirs:
            if not any(row is y for _, y in found):
                print("only second:", row["d"], row["s"], row["p"], row.get("o", ""), "|", row["q"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

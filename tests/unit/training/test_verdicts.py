"""Confidence is fitted on verdicts: what speaks for a claim gets weight, a rule that is often wrong loses."""

import csv
import random

import numpy as np
from training import verdicts

from whence.annotate import confidence
from whence.vocab import predicates


def drawn(number: int) -> list[verdicts.Case]:
    rng = random.Random(3)
    found = []
    for n in range(number):
        signs = {k: rng.random() for k in confidence.SIGNS}
        rule = rng.choice(["good", "bad"])
        chance = 0.1 + 0.6 * signs["exact"] + (0.3 if rule == "good" else 0)
        found.append(verdicts.Case(f"d{n % 40}", "owns", rule, signs, rng.random() < chance))
    return found


def test_chances_of_documents_left_out_follow_the_truth() -> None:
    found = drawn(800)
    chance, right = verdicts.held_out(found), np.array([c.right for c in found])

    high, low = chance > np.quantile(chance, 0.7), chance < np.quantile(chance, 0.3)
    assert right[high].mean() > right[low].mean() + 0.25
    assert abs(right[high].mean() - chance[high].mean()) < 0.08


def test_the_written_weights_are_those_of_signs_as_they_are() -> None:
    import yaml

    found = drawn(800)
    made = yaml.safe_load(verdicts.written(found))
    table = verdicts.Table(found)
    fitted = 1 / (1 + np.exp(-table.rows(found[:5]) @ table.fit(found)))
    for case, expected in zip(found[:5], fitted, strict=True):
        own = made["predicates"][case.predicate] + made["rules"][case.rule]
        total = made["base"] + own + sum(made["signs"][k] * v for k, v in case.signs.items())
        assert abs(1 / (1 + np.exp(-total)) - expected) < 0.001


def test_verdicts_hold_no_text_and_known_predicates() -> None:
    with verdicts.READ.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    assert len(rows) > 500
    assert all(r["predicate"] in predicates() and r["verdict"] in ("right", "wrong") for r in rows)
    assert all(int(r["start"]) >= 0 for r in rows)

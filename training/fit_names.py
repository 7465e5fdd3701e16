"""Fit, calibrate and measure the weights of name comparison.

    python training/fit_names.py            # five-fold table on the labelled pairs, speed
    python training/fit_names.py --gate     # the same; fails below the floors of tests/golden/names/floors.json
    python training/fit_names.py --write    # the same, then weights fitted on all pairs go to the vocabulary

Data: `../shared/data/name_pairs/cases_dev.jsonl` (nomenklatura's benchmark, half; MIT) and pairs made from the aliases
of `../shared/data/ofac_sdn` (public domain): a name beside its own alias is one bearer, a name beside another entry's
name that shares a word is not. Labelled pairs are held out by fold; pairs made from lists only ever train.
A logistic regression, weights bounded by sign so that agreement never counts against and difference never for.
"""

import argparse
import json
import os
import random
import re
import sys
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
from training import logic_v2  # noqa: E402

from whence.text.fold import fold  # noqa: E402
from whence.text.names.compare import features_of, parse, score  # noqa: E402
from whence.text.names.features import table  # noqa: E402
from whence.text.names.spelling import skeleton  # noqa: E402
from whence.vocab import read_yaml  # noqa: E402

SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))
ARABIC = re.compile(
    r"\b(al|el|abu|bin|ibn|abd|mohamm|muhamm|hassan|hussein|ahmad|ali|mahmoud|khal|qas|ghas|youss|ibrahim|osama|usama)",
    re.IGNORECASE,
)
# At least this much for what agrees.
FOR = {"agree": 0.2, "all_agree": 0.8, "letter_for_letter": 0.5, "explained_acronym": 0.9}
EITHER = {"same_meaning"}
# What a reviewer would never let pass, and too rare in the pairs for its weight to be learned: at most this much.
AGAINST = {
    "father_and_son": -3.5, "initial_skips": -3.5, "surnames_turned": -3.5,
    "sexes_differ": -1.5, "numeral_differs": -3.5, "numerals_contradict": -5.0,
    "other_characters": -1.0, "other_vowels": -5.0, "form_of_given": -0.8, "slip_is_a_name": -2.5, "vowel_slip": -0.8,
    "slip": -0.4, "two_slips": -0.8, "scanned": -0.1, "place_against_sort": -1.0, "numbers_differ": -1.5,
    "part_only_in_one": -1.5, "further_sort": -2.5, "meanings_differ": -1.5, "own_word_only_in_one": -2.0,
}  # fmt: skip
FLOORS = ROOT / "tests" / "golden" / "names" / "floors.json"
LIST_WEIGHT, RIDGE, FOLDS = 0.08, 0.02, 5
KINDS = ("person", "organization")


def labelled() -> list[dict]:
    rows = [json.loads(line) for line in (SHARED / "data/name_pairs/cases_dev.jsonl").open()]
    for row in rows:
        row["kind"] = "person" if row["schema"] == "Person" else "organization"
        row["slice"] = row["schema"] == "Person" and bool(ARABIC.search(row["a"]))
    return rows


def fold_of(row: dict) -> int:
    """The same pair, whichever way round, is always in the same fold."""
    key = "|".join(sorted((fold(row["a"]), fold(row["b"]))))
    return random.Random(key).randrange(FOLDS)


def from_lists(kind: str, limit: int = 1500) -> list[dict]:
    """Pairs of a list's names: alias beside name (same), names of two entries that share a word's skeleton (not)."""
    entries = [
        json.loads(line)
        for f in ("ofac_sdn", "un_consolidated")
        for line in (SHARED / f"data/ofac_sdn/{f}.jsonl").open()
    ]
    entries = [
        e
        for e in entries
        if (e["schema"] == "Person") == (kind == "person") and e["schema"] in {"Person", "Organization"}
    ]
    draw = random.Random(7)
    same = [
        {"a": e["name"], "b": a["name"], "kind": kind, "match": True}
        for e in entries
        for a in e["aliases"]
        if fuzz.token_sort_ratio(fold(e["name"]), fold(a["name"])) >= 70
    ]
    other = [*strangers(entries, kind, 1, limit // 2, draw), *strangers(entries, kind, 2, limit // 2, draw)]
    return draw.sample(same, min(limit, len(same))) + other


def strangers(entries: list[dict], kind: str, shared: int, limit: int, draw: random.Random) -> list[dict]:
    """Names of two entries whose skeletons share one word, or two: namesakes in part."""
    block = defaultdict(list)
    for e in entries:
        bones = sorted({skeleton(p.word) for p in parse(e["name"], kind).parts})
        for key in combinations(bones, shared):
            block[key].append(e)
    pairs = {}
    for key in sorted(k for k, v in block.items() if len(v) > 1):
        for _ in range(3):
            x, y = draw.sample(block[key], 2)
            one_list = x["id"].split("-")[0] == y["id"].split("-")[0]  # two lists may hold one man
            if one_list and not {fold(n) for n in names(x)} & {fold(n) for n in names(y)}:
                pairs[tuple(sorted((x["name"], y["name"])))] = {
                    "a": x["name"],
                    "b": y["name"],
                    "kind": kind,
                    "match": False,
                }
    return draw.sample(list(pairs.values()), min(limit, len(pairs)))


def names(entry: dict) -> list[str]:
    return [entry["name"], *(a["name"] for a in entry["aliases"])]


def matrix(rows: list[dict]) -> np.ndarray:
    return np.array([[1.0, *features_of(parse(r["a"], r["kind"]), parse(r["b"], r["kind"]))] for r in rows])


def bounds(kind: str) -> tuple[np.ndarray, np.ndarray]:
    low = [-9.0, *(FOR.get(f.__name__, -9.0) for f in table(kind))]
    high = [9.0, *(9.0 if f.__name__ in {*FOR, *EITHER} else AGAINST.get(f.__name__, 0.0) for f in table(kind))]
    return np.array(low), np.array(high)


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, kind: str, steps: int = 3000) -> np.ndarray:
    """Projected gradient (Adam) on the penalised log-likelihood; deterministic."""
    low, high = bounds(kind)
    w, m, v = (np.zeros(x.shape[1]) for _ in range(3))
    penalty = np.r_[0.0, np.full(x.shape[1] - 1, RIDGE * 2)]
    for step in range(1, steps + 1):
        p = 1 / (1 + np.exp(-x @ w))
        g = x.T @ (weight * (p - y)) / weight.sum() + penalty * w / len(w)
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        w = np.clip(w - 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8), low, high)
    return w


def best_threshold(scores: np.ndarray, y: np.ndarray) -> float:
    cuts = sorted({*scores})
    return max(cuts, key=lambda t: (f1(scores >= t, y), t))


def f1(said: np.ndarray, y: np.ndarray) -> float:
    hit = float((said & y).sum())
    return 2 * hit / max(float(said.sum() + y.sum()), 1.0)


def interval(said: np.ndarray, y: np.ndarray, draws: int = 1000) -> tuple[float, float]:
    rng = np.random.default_rng(1)
    picks = [rng.integers(0, len(y), len(y)) for _ in range(draws)]
    return tuple(np.percentile([f1(said[i], y[i]) for i in picks], [2.5, 97.5]))


def recall_without_false(scores: np.ndarray, y: np.ndarray) -> float:
    """Of the true pairs, the share that scores above every false one: what could be joined with no false merge."""
    return float((scores[y] > scores[~y].max()).mean()) if (~y).any() else 1.0


def cross_validated(rows: list[dict], made: dict[str, list[dict]]) -> tuple[np.ndarray, np.ndarray]:
    """Scores of held-out pairs, and the decision at the threshold that was best on the pairs trained on."""
    scores, said = np.zeros(len(rows)), np.zeros(len(rows), bool)
    for kind in KINDS:
        mine = [i for i, r in enumerate(rows) if r["kind"] == kind]
        x, y = matrix([rows[i] for i in mine]), np.array([rows[i]["match"] for i in mine])
        folds = np.array([fold_of(rows[i]) for i in mine])
        mx, my = matrix(made[kind]), np.array([r["match"] for r in made[kind]])
        for k in range(FOLDS):
            train, test = folds != k, folds == k
            weight = np.r_[np.ones(train.sum()), np.full(len(my), LIST_WEIGHT)]
            w = fit(np.r_[x[train], mx], np.r_[y[train], my].astype(float), weight, kind)
            p = 1 / (1 + np.exp(-x @ w))
            scores[np.array(mine)[test]] = p[test]
            said[np.array(mine)[test]] = p[test] >= 0.5
    return scores, said


def baseline(rows: list[dict], measure) -> tuple[np.ndarray, np.ndarray]:
    """A string measure, its threshold chosen on the other folds."""
    return with_threshold(rows, np.array([measure(fold(r["a"]), fold(r["b"])) for r in rows]))


def with_threshold(rows: list[dict], scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores, and the decision at the threshold that is best on the other folds."""
    y, folds = np.array([r["match"] for r in rows]), np.array([fold_of(r) for r in rows])
    said = np.zeros(len(rows), bool)
    for k in range(FOLDS):
        said[folds == k] = scores[folds == k] >= best_threshold(scores[folds != k], y[folds != k])
    return scores, said


def report(
    rows: list[dict], results: dict[str, tuple[np.ndarray, np.ndarray]], missing: dict[str, str] | None = None
) -> dict[str, float]:
    """Print the table; `missing` says of matchers that are not here why. Returned are F1 and safe recall by cut."""
    y = np.array([r["match"] for r in rows])
    cuts = {
        "all": np.ones(len(rows), bool),
        "person": np.array([r["kind"] == "person" for r in rows]),
        "Arabic-style": np.array([r["slice"] for r in rows]),
        "organization": np.array([r["kind"] != "person" for r in rows]),
        **{g: np.array([r["group"] == g for r in rows]) for g in ("nk_checks", "synth_people", "synth_companies")},
    }
    print(f"{'pairs':16}{'n':>5}{'same':>6}  {'matcher':14}{'P':>6}{'R':>6}{'F1':>6}  95 % interval   safe recall")
    out = {}
    for cut, mask in cuts.items():
        for name, (scores, said) in results.items():
            s, t = said[mask], y[mask]
            p, r = float((s & t).sum() / max(s.sum(), 1)), float((s & t).sum() / max(t.sum(), 1))
            low, high = interval(s, t)
            out[f"{cut}/{name}"] = f1(s, t)
            safe = recall_without_false(scores[mask], t)
            numbers = f"{p:6.3f}{r:6.3f}{f1(s, t):6.3f}  {low:.3f} to {high:.3f}  {safe:.3f}"
            out[f"{cut}/{name}/safe"] = safe
            print(f"{cut:16}{mask.sum():5}{t.sum():6}  {name:14}{numbers}")
        for name, why in (missing or {}).items():
            print(f"{cut:16}{mask.sum():5}{t.sum():6}  {name:14}  not measured: {why}")
    return out


def calibration(scores: np.ndarray, y: np.ndarray) -> None:
    print("calibration of held-out scores: bin, pairs, mean score, share that is the same bearer")
    for low in np.arange(0, 1, 0.2):
        mask = (scores >= low) & (scores < low + 0.2 + (low >= 0.8))
        if mask.any():
            print(f"  {low:.1f}-{low + 0.2:.1f}  {mask.sum():4}  {scores[mask].mean():.2f}  {y[mask].mean():.2f}")
    print(f"  Brier score {np.mean((scores - y) ** 2):.3f}")


def speed(rows: list[dict]) -> tuple[float, float]:
    """Pairs a second on one core, names parsed before: the labelled pairs, and names paired at random."""
    pairs = [(parse(r["a"], r["kind"]), parse(r["b"], r["kind"])) for r in rows]
    crossed = [(a, b) for a, _ in pairs for _, b in pairs[:60] if a.kind == b.kind]
    return timed(pairs * 20), timed(crossed)


def timed(pairs: list) -> float:
    begun = time.process_time()
    for a, b in pairs:
        score(a, b)
    return len(pairs) / (time.process_time() - begun)


def timed_anew(rows: list[dict], times: int = 3) -> float:
    begun = time.process_time()
    for _ in range(times):
        for r in rows:
            parse.cache_clear()
            score(parse(r["a"], r["kind"]), parse(r["b"], r["kind"]))
    return times * len(rows) / (time.process_time() - begun)


def write(weights: dict[str, np.ndarray]) -> None:
    lines = [
        "# Weights of name comparison in log-odds, written by training/fit_names.py; features.py says what each means."
    ]
    for kind, w in weights.items():
        named = [("bias", w[0]), *((f.__name__, v) for f, v in zip(table(kind), w[1:], strict=True))]
        lines += [f"{kind}:", *(f"  {name}: {value:.3f}" for name, value in named)]
    (ROOT / "src/whence/vocab/data/names_weights.yaml").write_text("\n".join(lines) + "\n")


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--gate", action="store_true", help="fail when a figure is below its floor")
    ask.add_argument("--wrong", action="store_true", help="print the held-out pairs that were decided wrongly")
    arguments = ask.parse_args()
    rows, made = labelled(), {kind: from_lists(kind) for kind in KINDS}
    ours = cross_validated(rows, made)
    results = {
        "whence": ours,
        "jaro-winkler": baseline(rows, JaroWinkler.similarity),
        "token-set": baseline(rows, fuzz.token_set_ratio),
    }
    other, told = logic_v2.measure()
    if other:
        results["logic-v2"] = with_threshold(rows, np.array([other(r) for r in rows]))
    figures = report(rows, results, {} if other else {"logic-v2": told})
    if other:
        print(f"logic-v2 is that of nomenklatura {told}")
    calibration(ours[0], np.array([r["match"] for r in rows]))
    if arguments.wrong:
        for r, sure, said in zip(rows, *ours, strict=True):
            if said != r["match"]:
                print(f"{sure:.2f} {'+' if r['match'] else '-'} {r['schema'][:3]} {r['a']} | {r['b']}")
    weights = {}
    for kind in KINDS:
        mine = [r for r in rows if r["kind"] == kind]
        x, y = matrix(mine + made[kind]), np.array([r["match"] for r in mine + made[kind]], float)
        weights[kind] = fit(x, y, np.r_[np.ones(len(mine)), np.full(len(made[kind]), LIST_WEIGHT)], kind)
    if arguments.write:
        write(weights)
        read_yaml.cache_clear()
    alike, strangers_ = speed(rows)
    print(
        f"speed on one core, names parsed before: {alike:,.0f} pairs a second as labelled, {strangers_:,.0f} at random"
    )
    print(f"the same with names parsed anew: {timed_anew(rows):,.0f} pairs a second as labelled")
    if other:
        print(f"logic-v2 in the same run: {logic_v2.speed(other, rows):,.0f} pairs a second as labelled")
    else:
        print(f"logic-v2 in the same run: not measured: {told}")
    figures["pairs a second"] = alike
    return int(arguments.gate and bool([print("BELOW", fault) for fault in below(figures)]))


def below(figures: dict[str, float]) -> list[str]:
    """What has got worse than its floor."""
    floors = json.loads(FLOORS.read_text("utf-8"))
    return [f"names {key}: {figures[key]:.3f}, floor {floor}" for key, floor in floors.items() if figures[key] < floor]


if __name__ == "__main__":
    sys.exit(main())

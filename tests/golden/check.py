"""Check the golden cases: every quote stands in its document, names are known, dates parse, totals are reached.

usage: check.py [CASE ...] [--write-digest] [--verbose]
"""

from __future__ import annotations

import datetime
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from golden_corpus import (
    HERE,
    PRESENT,
    Case,
    claims_in,
    export_claims,
    fold,
    is_real,
    load_case,
    load_cases,
    regions,
    sentence,
    surface_forms,
    values,
)  # fmt: skip
from golden_traps import stepped_in

LASTING = """holds_role holds_rank served_at member_of part_of based_in formed alias_of succeeds family_of commands
controls reports_to advises owns operates supports allied_with opposes located_in died born dissolved""".split()
CERTAINTY = """reported suspected alleged accused denied believed almost_certain likely claimed argued
unlikely intended hypothetical opinion""".split()
WRONG = "region holder merge namesake direction relation event time speaker certainty polarity number".split()
KINDS = "date count role place identity responsibility status".split()
CHANGES = "plain gap overlap acting".split()
TARGETS = {  # of the issue, over all cases
    "disagreements": 60, "look-alikes": 60, "copied pairs": 40, "independent pairs": 40, "changes of post": 30,
    "gaps, overlaps, acting": 1, "questions": 100, "of them unanswered": 20, "traps": 100, "undated documents": 1,
}  # fmt: skip
DIGEST = HERE / "digest.txt"


def faults(case: Case) -> Iterator[str]:
    """Everything that is wrong with a case's labels, one line each."""
    yield from _documents(case)
    yield from _entities(case)
    for layer in ("claims", "traps"):
        for row in case.gold[layer]:
            yield from (f"{layer}: {row['d']}: {fault}: {row['q']!r}" for fault in _row(case, row, layer))
    for row in case.gold["traps"]:
        if row.get("wrong") not in WRONG or not row.get("why"):
            yield f"traps: wants wrong (one of {', '.join(WRONG)}) and why: {row['q']!r}"
    yield from _conflicts(case)
    yield from _questions(case)
    for layer in ("posts", "copies"):
        for row in case.gold[layer]:
            for side in (row, row.get("a"), row.get("b")):
                if side and "q" in side and sentence(case.texts().get(side["d"], ""), side["q"]) is None:
                    yield f"{layer}: {side['d']} does not hold {side['q']!r}"
    for row in case.gold["posts"]:
        if row["how"] not in CHANGES or any(row[k] not in case.gold["entities"] for k in ("out", "in")):
            yield f"posts: {row}"
    made = export_claims(case) if not any(_quotes_lost(case)) else []
    yield from (f"traps: gold steps in: {t['q']!r}" for t in case.gold["traps"] if stepped_in(case, t, made))


def _quotes_lost(case: Case) -> Iterator[str]:
    for row in case.gold["claims"]:
        if sentence(case.texts().get(row["d"], ""), row["q"]) is None:
            yield row["q"]


def _documents(case: Case) -> Iterator[str]:
    stems = list(case.texts())
    for stem in stems:
        if any(o != stem and o.startswith(stem) for o in stems):
            yield f"docs: {stem} begins the name of another document"
        if stem not in case.gold["meta"]:
            yield f"meta: lacks {stem}"
    for stem, meta in case.gold["meta"].items():
        if stem not in stems:
            yield f"meta: no document {stem}"
            continue
        text = fold(case.texts()[stem])
        yield from (f"meta: {stem} does not hold {q!r}" for q in meta.get("not_body", []) if fold(q) not in text)
        yield from (f"meta: {stem}: caption not in not_body {q!r}" for q in meta.get("captions", [])
                    if q not in meta["not_body"])  # fmt: skip
        if meta.get("date") and not parses(meta["date"]):
            yield f"meta: {stem}: date {meta['date']}"
        if meta.get("title") and fold(meta["title"]) not in text:
            yield f"meta: {stem}: title not in the text"


def _entities(case: Case) -> Iterator[str]:
    everything = {stem: fold(text) for stem, text in case.texts().items()}
    for name, row in case.gold["entities"].items():
        for form in row.get("names") or []:
            if not any(fold(form).casefold() in text.casefold() for text in everything.values()):
                yield f"entities: {name}: no document holds {form!r}"
        for stem, forms in (row.get("names_in") or {}).items():
            yield from (f"entities: {name}: {stem} does not hold {f!r}" for f in forms if f not in everything[stem])


def _row(case: Case, row: dict[str, Any], layer: str) -> Iterator[str]:
    text = case.texts().get(row["d"])
    if text is None or sentence(text, row["q"]) is None:
        yield "quote not in the document"
        return
    if row["q"][-1] in ".!?":
        yield "quote ends with a full stop"
    if row["p"] not in PRESENT and row["p"] not in LASTING:
        yield f"unknown predicate {row['p']}"
    if row.get("c", "likely") not in [c.replace("_", " ") for c in CERTAINTY]:
        yield f"unknown certainty {row['c']}"
    yield from (f"date {row[k]} does not parse" for k in ("from", "to") if k in row and not parses(row[k]))
    known = {fold(f).casefold(): n for n in case.gold["entities"] for f in surface_forms(case, n)}
    for key in ("s", "of", "to_", "at", "by", "src", *(["o"] if row["p"] != "alias_of" else [])):
        for value in values(row, key):
            if value not in case.gold["entities"] and (owner := known.get(fold(str(value)).casefold())):
                yield f"{value!r} is a name of {owner!r}"
    span = sentence(text, row["q"])
    if layer == "claims" and span:
        kind = next((r["kind"] for r in regions(case, row["d"]) if r["start"] <= span[0] < r["end"]), "body")
        if kind == "boilerplate":
            yield "a claim from a place that is not the article's"


def _conflicts(case: Case) -> Iterator[str]:
    if any(_quotes_lost(case)):
        return
    claims = export_claims(case)
    for row in case.gold["conflicts"]:
        if row["kind"] not in KINDS:
            yield f"conflicts: kind {row['kind']}"
        for side in row["sides"]:
            if sentence(case.texts().get(side["d"], ""), side["q"]) is None:
                yield f"conflicts: {side['d']} does not hold {side['q']!r}"
            elif is_real(row) and not list(claims_in(case, side["d"], side["q"], claims)):
                yield f"conflicts: no claim stands in the sentence of {side['d']} {side['q']!r}"
        spans = {(s["d"], sentence(case.texts().get(s["d"], ""), s["q"])) for s in row["sides"]}
        if len(spans) < len(row["sides"]):
            yield f"conflicts: two sides in one sentence: {row['about']}"


def _questions(case: Case) -> Iterator[str]:
    for row in case.gold["questions"]:
        for stem in row["from"]:
            if stem not in case.texts():
                yield f"questions: no document {stem}: {row['ask']}"
        for answer in row["answer"]:
            if not isinstance(answer, list) and answer not in case.gold["entities"]:
                yield f"questions: {answer!r} is no entity: {row['ask']}"
        for key in ("as_of", "known_by"):
            if key in row and not parses(row[key]):
                yield f"questions: {row[key]}: {row['ask']}"
    for row in case.gold["unanswered"]:
        if any(stem not in case.texts() for stem in row["near"]) or not row["why"]:
            yield f"unanswered: {row['ask']}"


def parses(date: Any) -> bool:
    """A year, month or day of EDTF that exists, with ~ or ? after it."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?", str(date))
    if match is None:
        return False
    year, month, day = (int(g or 1) for g in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def counts(case: Case) -> Counter[str]:
    """What the issue counts."""
    gold = case.gold
    real = [c for c in gold["conflicts"] if is_real(c)]
    return Counter({
        "documents": len(case.documents), "outlets": len({m.get("publisher") for m in gold["meta"].values()}),
        "not txt": sum(p.suffix != ".txt" for p in case.documents), "claims": len(gold["claims"]),
        "entities": len(gold["entities"]), "disagreements": len(real),
        "of them optional": sum("opt" in c for c in real), "look-alikes": len(gold["conflicts"]) - len(real),
        "copied pairs": sum(c["kind"] == "copy" for c in gold["copies"]),
        "independent pairs": sum(c["kind"] == "independent" for c in gold["copies"]),
        "undated documents": sum("?" in str(m.get("date", "?")) for m in gold["meta"].values()),
        "changes of post": len(gold["posts"]),
        "gaps, overlaps, acting": sum(p["how"] != "plain" for p in gold["posts"]),
        "questions": len(gold["questions"]) + len(gold["unanswered"]), "of them unanswered": len(gold["unanswered"]),
        "traps": len(gold["traps"]),
    })  # fmt: skip


def digest(cases: list[Case]) -> str:
    """One line a file of docs and gold, as sha256sum writes it."""
    files = sorted(p for c in cases for d in ("docs", "gold") for p in (c.path / d).rglob("*") if p.is_file())
    return "".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(HERE)}\n" for p in files)


def main(arguments: list[str]) -> int:
    """Print faults and counts; 1 where a label is wrong or a total is not reached."""
    names = [a for a in arguments if not a.startswith("--")]
    cases = [load_case(HERE / Path(n).name) for n in names] or load_cases()
    wrong = [f"{case.name}: {fault}" for case in cases for fault in faults(case)]
    print(*wrong, sep="\n")
    table = [counts(case) for case in cases]
    total = sum(table, Counter())
    for key in table[0]:
        short = "" if names or total[key] >= TARGETS.get(key, 0) else f"  SHORT of {TARGETS[key]}"
        print(f"{key:24s}" + "".join(f"{row[key]:8d}" for row in table) + f"{total[key]:8d}{short}")
        wrong += [key] if short else []
    print("kinds", dict(Counter(c["kind"] for case in cases for c in case.gold["conflicts"] if is_real(c))))
    if "--write-digest" in arguments:
        DIGEST.write_text(digest(load_cases()), "utf-8")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

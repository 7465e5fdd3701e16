"""Score expressions of time: python tools/score_times.py [--gate] [--show SET] [--split train].

GUM (``../shared/data/gum`` or $WHENCE_SHARED): spans by overlap and exactly, one to one, and values on matched spans.
What GUM marks differently is mapped here, item kind by item kind (docs/design/dates.md gives the reasons):
 - two marked ends of one range ("[2004] to [2009]", "[1892] – [94]") are one range of ours;
 - a mark inside another is dropped;
 - an item of tests/golden/times/gum_left_out.yaml is no expression of time: found or not, it does not count;
 - what has no calendar value of ours (a duration, a set, "now") and meets no mark does not count as false: GUM marks
   only what it can date. The stricter number, with these counted as false, is printed beside it;
 - values are compared as EDTF without ~ and ?, else as first and last day; where we read an open interval because of a
   word before the span ("since [1958]"), its stated end is compared; where the span has a vague word (early, mid, late,
   a season), both intervals must share more than half of their days.
Own sets: tests/golden/times/expressions.yaml (found with exact span, value) and lookalikes.yaml (nothing found).
"""

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from whence.text import edtf  # noqa: E402
from whence.text.dates import Expression, find  # noqa: E402

GOLD = ROOT / "tests" / "golden" / "times"
SHARED = Path(os.environ.get("WHENCE_SHARED", ROOT.parent / "shared"))
JOINT = re.compile(r"\s*(?:-|–|—)\s*|\s+(?:to|until|through|till|and)\s+(?:the\s+)?", re.IGNORECASE)
SEASONS = {"06/09": "22", "12/03": "24", "03/06": "21", "09/12": "23"}
VAGUE = re.compile(
    r"early|mid|late|later|summer|winter|spring|fall|autumn|night|decade|ago|beginning|end|past|last", re.I
)
KEYS = ("when", "from", "to", "notBefore", "notAfter")


@dataclass
class Mark:
    """One mark of GUM: its place, words, and value as EDTF (None where only one side is known)."""

    start: int
    end: int
    text: str
    value: str | None
    left_out: bool = False


def tei(value: str) -> str:
    if re.fullmatch(r"-\d{4}", value):  # GUM writes 508 BC as -0508; in EDTF, as in ISO 8601, it is -0507
        return edtf.write_year(int(value) + 1)
    value = value.lstrip("-") if re.match(r"-\d{4}-", value) else value
    if value.startswith("--"):
        return "XXXX" + value[1:]
    return value


def value_of(item: dict[str, Any]) -> str | None:
    low, high = item.get("from") or item.get("notBefore"), item.get("to") or item.get("notAfter")
    if item.get("when"):
        return tei(item["when"])
    if low and high and low.startswith("--"):
        season = SEASONS.get(f"{low[2:]}/{high[2:]}")
        return f"XXXX-{season}" if season else None
    if low and high and low.endswith("-01-01") and high.endswith("-01-01"):
        return f"{low[:4]}/{high[:4]}"
    if low and high and not low.startswith("-1"):
        return tei(low) if low == high else f"{tei(low)}/{tei(high)}"
    return None


def marks(record: dict[str, Any], left_out: dict[tuple[str, str], str]) -> list[Mark]:
    raw = sorted(record["timex"], key=lambda t: (t["start"], -t["end"]))
    kept: list[Mark] = []
    for item in raw:
        if kept and item["start"] < kept[-1].end:
            continue
        out = (record["doc_id"], item["text"]) in left_out
        kept.append(Mark(item["start"], item["end"], item["text"], value_of(item), out))
    return merged(record["text"], kept)


def merged(text: str, items: list[Mark]) -> list[Mark]:
    done: list[Mark] = []
    for mark in items:
        last = done[-1] if done else None
        between = text[last.end : mark.start] if last else ""
        if last and not last.left_out and JOINT.fullmatch(between) and is_range(text, last, between):
            value = f"{last.value.split('/')[0]}/{mark.value.split('/')[-1]}" if last.value and mark.value else None
            done[-1] = Mark(
                last.start, mark.end, text[last.start : mark.end], value if value and edtf.is_edtf(value) else None
            )
        else:
            done.append(mark)
    return done


def is_range(text: str, last: Mark, between: str) -> bool:
    lead = text[max(0, last.start - 20) : last.start].lower()
    if between.strip().lower() == "and":
        return bool(re.search(r"\bbetween\s+(the\s+)?$", lead))
    return "/" not in (last.value or "") or bool(re.search(r"from\s+(the\s+)?$", lead))


def bare(value: str) -> str:
    return re.sub(r"[~?%]", "", value)


def days(value: str) -> tuple[int, int] | None:
    first, last = edtf.bounds(bare(value)) if edtf.is_edtf(bare(value)) else (None, None)
    return None if first is None or last is None else (first, last)


def value_right(got: Expression, gold: Mark, text: str, published: str) -> bool:
    mine = got.edtf
    if gold.value is None:
        return mine is None or mine.startswith("../") or mine.endswith("/..")
    if mine is None:
        return False
    mine = bare(mine)
    ends = [end for end in mine.split("/") if end != ".."]
    if len(ends) == 1 and ".." in mine:
        left, right = edtf.bounds(mine)[0], edtf.bounds(mine)[1]
        whole = days(gold.value)
        if whole and (left, right) in ((whole[0], None), (None, whole[1])):
            return True
        mine = ends[0]
    if mine == gold.value or ("T" in mine and mine.split("T")[0] == gold.value):
        return True
    a, b = days(mine), days(gold.value)
    if a is None or b is None:
        return False
    if a == b:
        return True
    around = text[max(0, gold.start - 22) : gold.end]
    share = min(a[1], b[1]) - max(a[0], b[0]) + 1
    if not VAGUE.search(around) or share <= 0:
        return False
    outside = VAGUE.search(text[max(0, gold.start - 22) : gold.start]) and b[0] <= a[0] and a[1] <= b[1]
    return bool(outside) or share * 2 > max(a[1] - a[0], b[1] - b[0]) + 1


def gum(split: str) -> Iterator[dict[str, Any]]:
    with (SHARED / "data" / "gum" / f"{split}.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def left_out() -> dict[tuple[str, str], str]:
    rows = yaml.safe_load((GOLD / "gum_left_out.yaml").read_text("utf-8")) or {}
    return {(row[0], row[1]): reason for reason, items in rows.items() for row in items}


def score_gum(split: str, show: bool) -> dict[str, float]:
    tally: Counter[str] = Counter()
    out = left_out()
    for record in gum(split):
        compare(record, marks(record, out), tally, show)
    hit, exact = tally["overlap"], tally["exact"]
    found, gold = tally["found"], tally["gold"]
    strict = found + tally["neutral"]
    return {
        "gold": gold,
        "left_out": tally["left out"],
        "overlap_f1": f1(hit, found, gold),
        "overlap_f1_strict": f1(hit, strict, gold),
        "exact_f1": f1(exact, found, gold),
        "value": tally["value"] / max(1, hit),
    }


def f1(hit: int, found: int, gold: int) -> float:
    return 2 * hit / max(1, found + gold)


def compare(record: dict[str, Any], gold: list[Mark], tally: Counter[str], show: bool) -> None:
    text, published = record["text"], record["date"]
    mine = list(find(text, published=published))
    free = list(gold)
    for got in mine:
        same = next((g for g in free if (g.start, g.end) == (got.start, got.end)), None)
        mark = same or next((g for g in free if g.start < got.end and got.start < g.end), None)
        near = (
            text[max(0, got.start - 25) : got.start].replace("\n", "/"),
            text[got.end : got.end + 18].replace("\n", "/"),
        )
        words = f"{near[0]}[{text[got.start : got.end]}]{near[1]}"
        if mark is None:
            neutral = got.edtf is None or got.kind in ("duration", "set")
            tally["neutral" if neutral else "found"] += 1
            if show and not neutral:
                print(f"FALSE  {words} = {got.edtf} ({record['doc_id']})")
            continue
        free.remove(mark)
        if mark.left_out:
            tally["left out"] += 1
            continue
        tally.update(found=1, gold=1, overlap=1, exact=int(same is not None))
        right = value_right(got, mark, text, published)
        tally["value"] += right
        if show and not right:
            print(f"VALUE  {words} = {got.edtf}, not {mark.value} ({record['doc_id']} {published})")
        if show and same is None:
            print(f"SPAN   {words} not [{mark.text}] ({record['doc_id']})")
    for mark in free:
        tally["left out" if mark.left_out else "gold"] += 1
        if show and not mark.left_out:
            near = text[max(0, mark.start - 25) : mark.end + 12].replace("\n", "/")
            print(f"MISSED [{mark.text}] in {near!r} ({record['doc_id']})")


def own(show: bool) -> dict[str, float]:
    rows = yaml.safe_load((GOLD / "expressions.yaml").read_text("utf-8"))
    kinds, right, total, spans = Counter[str](), 0, 0, 0
    for row in rows:
        for group in row["items"]:
            total += 1
            ok_span, ok_value, got = check(group, row.get("published"))
            spans, right = spans + ok_span, right + ok_value
            kinds[row["about"]] += 1
            if show and not (ok_span and ok_value):
                print(f"OWN    {group} published {row.get('published')}: got {got}")
    return {"own": total, "own_span": spans / max(1, total), "own_value": right / max(1, total)}


def check(item: list[Any], published: str | None) -> tuple[bool, bool, Any]:
    """`item` is [text with the expression in brackets, EDTF or None, kind or nothing]."""
    marked, value, kind = item[0], item[1], item[2] if len(item) > 2 else None
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = list(find(text, published=str(published) if published else None))
    over = [e for e in found if e.start < end and start < e.end]
    got = over[0] if over else None
    ok = got is not None and got.edtf == value and (kind is None or got.kind == kind)
    exact = got is not None and (got.start, got.end) == (start, end)
    return exact, ok, got and (text[got.start : got.end], got.kind, got.edtf)


def lookalikes(show: bool) -> dict[str, float]:
    rows = yaml.safe_load((GOLD / "lookalikes.yaml").read_text("utf-8"))
    taken = 0
    for text in rows:
        found = list(find(text, published="2017-01-19"))
        taken += bool(found)
        if show and found:
            print(f"TAKEN  {text}: {[(text[e.start : e.end], e.edtf) for e in found]}")
    return {"lookalikes": len(rows), "lookalikes_taken": taken}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gate", action="store_true", help="fail when a number is under its floor")
    parser.add_argument("--show", action="append", default=[], help="print errors of train, dev, test, own, lookalikes")
    parser.add_argument("--split", action="append", help="train, dev, test (default dev and test)")
    args = parser.parse_args()
    got: dict[str, dict[str, float]] = {}
    if (SHARED / "data" / "gum").is_dir():
        for split in args.split or ["dev", "test"]:
            got[f"gum_{split}"] = score_gum(split, split in args.show)
    else:
        print(f"GUM is not at {SHARED}: set WHENCE_SHARED; only the own sets are scored")
    got["own"] = own("own" in args.show)
    got["lookalikes"] = lookalikes("lookalikes" in args.show)
    for name, numbers in got.items():
        print(name, " ".join(f"{k} {v:.4g}" for k, v in numbers.items()))
    return gate(got) if args.gate else 0


def gate(got: dict[str, dict[str, float]]) -> int:
    floors = json.loads((GOLD / "floors.json").read_text("utf-8"))
    under = 0
    for name, numbers in floors.items():
        for key, floor in numbers.items():
            value = got.get(name, {}).get(key)
            bad = value is not None and (value > floor if key.endswith("_taken") else value < floor)
            under += bad
            if bad:
                print(f"UNDER ITS FLOOR: {name} {key} is {value:.4g}, the floor is {floor}")
    return 1 if under else 0


if __name__ == "__main__":
    raise SystemExit(main())

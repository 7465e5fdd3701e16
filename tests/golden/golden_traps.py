"""Score the traps: how many wrong claims of traps.yaml did a run make?

usage: golden_traps.py CASE_DIR CLAIMS.jsonl ENTITIES.jsonl [--max N]
A trap is stepped in when one emitted claim of the same document overlaps the sentence of q, has the trap's predicate
(posts, commands and memberships count as one), names its s (and one of its o, of, at where it has any) and, by `wrong`,
  time       carries the wrong date          speaker    names the wrong speaker
  number     carries the wrong number        certainty  asserts without hedge
  polarity   affirms                         direction  has s in the first place and o not in it
Any other slip (region, holder, merge, namesake, relation, event) is made by the claim itself.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

from golden_corpus import PRESENT, Case, load_case, sentence, surface_forms, values

POSTS = frozenset("holds_role commands controls directs member_of served_at owns operates appoints".split())


def stepped_in(case: Case, trap: dict[str, Any], claims: list[dict[str, Any]]) -> bool:
    """Whether one of the emitted claims makes the trap's mistake."""
    span = sentence(case.texts()[trap["d"]], trap["q"])
    if span is None:
        return False
    source = case.source(trap["d"])
    near = (c for c in claims if c["source"].endswith(source) and c["start"] < span[1] and c["end"] > span[0])
    return any(_same(case, trap, c) for c in near)


def _same(case: Case, trap: dict[str, Any], claim: dict[str, Any]) -> bool:
    want, got = PRESENT.get(trap["p"], trap["p"]), claim["predicate"]
    if want != got and not {want, got} <= POSTS:
        return False
    subject = any(_names(case, trap["s"]) & _said(a) for a in claim["args"])
    objects = [v for key in ("o", "of", "at") for v in values(trap, key)]
    named = [o for o in objects if any(_names(case, o) & _said(a) for a in claim["args"])]
    if not subject or (objects and not named) or not _same_post(trap, claim):
        return False
    return _slip(case, trap, claim)


def _same_post(trap: dict[str, Any], claim: dict[str, Any]) -> bool:
    post = set(_fold(trap.get("role", "")).split()) - {"of", "the"}
    said = {word for argument in claim["args"] for words in _said(argument) for word in words.split()}
    return not post or bool(post & said)


def _slip(case: Case, trap: dict[str, Any], claim: dict[str, Any]) -> bool:
    plain = claim.get("polarity") == "affirmed"
    match trap["wrong"]:
        case "time":
            valid = claim.get("valid") or {}
            pairs = [(trap.get("from"), valid.get("start")), (trap.get("to"), valid.get("end"))]
            return any(want and str(got or "").startswith(str(want).rstrip("?~")) for want, got in pairs)
        case "speaker":
            said = set().union(*map(_said, claim.get("attribution") or []), set())
            return any(_names(case, s) & said for s in trap["src"])
        case "number":
            return any(_fold(trap["n"]) in _said(a) for a in claim["args"])
        case "certainty":
            return plain and claim.get("certainty") in (None, "asserted")
        case "polarity":
            return plain and claim.get("certainty") != "denied"
        case "direction":
            return bool(_names(case, trap["s"]) & _said(claim["args"][0]))
    return plain


def _fold(text: Any) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", str(text)) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def _names(case: Case, name: Any) -> set[str]:
    return {_fold(f) for f in surface_forms(case, str(name))}


def _said(argument: dict[str, Any]) -> set[str]:
    return {_fold(argument[k]) for k in ("name", "text", "value") if argument.get(k) is not None}


def main(arguments: list[str]) -> int:
    """Print the traps stepped in; 1 where there are more than --max."""
    case = load_case(Path(arguments[0]))
    claims = [json.loads(line) for line in Path(arguments[1]).read_text("utf-8").splitlines()]
    names = {e["id"]: e["name"] for e in map(json.loads, Path(arguments[2]).read_text("utf-8").splitlines())}
    for argument in (a for c in claims for a in c["args"]):
        if argument.get("entity") in names:
            argument["name"] = names[argument["entity"]]
    fallen = [t for t in case.gold["traps"] if stepped_in(case, t, claims)]
    for trap in fallen:
        print(f"stepped in: {trap['d']}: {trap['s']} {trap['p']} {trap.get('o', '')}: {trap['why']}")
    print(f"traps: {len(case.gold['traps'])}, stepped in {len(fallen)}")
    return "--max" in arguments and len(fallen) > int(arguments[arguments.index("--max") + 1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

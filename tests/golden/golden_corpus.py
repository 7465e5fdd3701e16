"""The golden cases as data: what lies in the folders, where a quote stands, and gold turned into the four exports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LAYERS = ("meta", "entities", "claims", "conflicts", "questions", "unanswered", "posts", "copies", "traps")
SUFFIXES = (".txt", ".html", ".pdf", ".docx")

# Gold predicates are in the past tense of reports, the product's are in the present (GOLD.md).
PRESENT = {
    "said": "says", "designated": "designates", "attacked": "attacks", "killed": "kills", "met": "meets",
    "visited": "visits", "spoke": "speaks_at", "asked": "asks", "agreed": "agrees_with", "accused": "accuses",
    "denied": "denies", "threatened": "threatens", "appointed": "appoints", "ordered": "orders",
    "directed": "directs", "legislated": "legislates", "issued": "issues", "charged": "charges",
    "arrested": "arrests", "injured": "injures", "captured": "captures", "abducted": "abducts",
    "invaded": "invades", "bombed": "bombs", "protested": "protests", "clashed": "clashes_with",
    "held": "holds_election", "won_seats": "wins_seats", "lost_seats": "loses_seats", "count": "counts",
}  # fmt: skip

# The roles of s and o, by predicate; what is not listed is plain subject and object.
ROLES = {
    "holds_role": ("holder", "of"), "holds_rank": ("holder", "rank"), "member_of": ("member", "group"),
    "served_at": ("person", "at"), "succeeds": ("successor", "predecessor"), "alias_of": ("bearer", "alias"),
    "family_of": ("person", "relative"), "part_of": ("part", "whole"), "formed": ("body", "founder"),
    "based_in": ("body", "place"), "owns": ("owner", "owned"), "operates": ("operator", "operated"),
    "commands": ("commander", "commanded"), "controls": ("controller", "controlled"),
    "directed": ("director", "directed"), "reports_to": ("subordinate", "superior"),
    "supports": ("supporter", "supported"), "designated": ("authority", "target"),
    "charged": ("authority", "target"), "arrested": ("authority", "target"), "attacked": ("attacker", "target"),
    "killed": ("killer", "victim"), "met": ("participant", "counterpart"), "visited": ("visitor", "visited"),
    "accused": ("accuser", "accused"), "said": ("speaker", "content"), "denied": ("speaker", "content"),
}  # fmt: skip


# Without an o these tell of what was done to s (he was killed, she was arrested).
PATIENT = {"killed": "victim", "injured": "victim", "abducted": "victim", "captured": "captured"}
PATIENT |= dict.fromkeys(("arrested", "charged", "designated"), "target")


@dataclass(frozen=True)
class Case:
    """One golden case: its folder, its documents and its labels."""

    path: Path
    gold: dict[str, Any] = field(compare=False, hash=False)

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def documents(self) -> list[Path]:
        return sorted(p for p in (self.path / "docs").iterdir() if p.suffix in SUFFIXES)

    @cache  # noqa: B019 - a case lives as long as the run
    def texts(self) -> dict[str, str]:
        """The text of every document by stem: the file itself, or what a good reader makes of a html, pdf or docx."""
        return {p.stem: self._text(p) for p in self.documents}

    def _text(self, doc: Path) -> str:
        source = doc if doc.suffix == ".txt" else self.path / "gold" / "texts" / f"{doc.stem}.txt"
        return source.read_text("utf-8")

    def source(self, stem: str) -> str:
        return next(p.name for p in self.documents if p.stem == stem)


def load_case(path: Path) -> Case:
    """Read a case's labels; a layer without a file is empty."""
    gold = {}
    for layer in LAYERS:
        file = path / "gold" / f"{layer}.yaml"
        gold[layer] = (yaml.safe_load(file.read_text("utf-8")) if file.exists() else None) or []
    return Case(path, gold)


def splits() -> dict[str, list[str]]:
    """The names of the cases for looking at (dev) and of those only for scoring (test)."""
    found: dict[str, list[str]] = yaml.safe_load((HERE / "splits.yaml").read_text("utf-8"))
    return found


def load_cases() -> list[Case]:
    """Every case named in splits.yaml, dev first."""
    return [load_case(HERE / n) for names in splits().values() for n in names]


def fold(text: str) -> str:
    """White space runs as one blank."""
    return re.sub(r"\s+", " ", text).strip()


def sentence(text: str, quote: str) -> tuple[int, int] | None:
    """Offsets of the sentence that holds the quote, bounded as the shared scorers bound it; None where it is not."""
    match = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    if match is None:
        return None
    start, end = match.span()
    while start > 0 and text[start - 1] != "\n" and not re.match(r"[.!?]”?\s+[A-Z“]", text[start - 1 : start + 4]):
        start -= 1
    while end < len(text) and text[end] not in ".!?\n":
        end += 1
    end = min(end + 1, len(text)) if end < len(text) and text[end] != "\n" else end
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def export(case: Case) -> dict[str, list[dict[str, Any]]]:
    """The labels as the four exports of the interchange contract: what a perfect run would hand over."""
    claims = export_claims(case)
    return {
        "claims": claims,
        "entities": [_entity(case, name, row or {}) for name, row in case.gold["entities"].items()],
        "conflicts": [_conflict(case, i, row, claims) for i, row in enumerate(case.gold["conflicts"]) if is_real(row)],
        "documents": [_document(case, stem, row) for stem, row in case.gold["meta"].items()],
    }


def export_claims(case: Case) -> list[dict[str, Any]]:
    """The claims of the labels in the form of the interchange contract."""
    return [_claim(case, i, row) for i, row in enumerate(case.gold["claims"])]


def is_real(conflict: dict[str, Any]) -> bool:
    """A disagreement, and not a look-alike that must stay unreported."""
    return bool(conflict.get("real", True)) and not conflict.get("succession")


def write(case: Case, out: Path) -> None:
    """Write the exports of a case, and its texts under the documents' own names, for the shared scorers."""
    (out / "texts").mkdir(parents=True, exist_ok=True)
    for stem, text in case.texts().items():
        (out / "texts" / case.source(stem)).write_text(text, "utf-8")
    for name, rows in export(case).items():
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (out / f"{name}.jsonl").write_text("".join(f"{x}\n" for x in lines), "utf-8")


def scoring_text(as_read: str, quotes: list[str]) -> str:
    """The text a reader gave, with every gold quote it lost on a line of its own at the end.

    The shared scorers stop at a quote that stands nowhere; beyond the text it can only be missed, and is counted so.
    """
    lost = [q for q in quotes if sentence(as_read, q) is None]
    return "\n".join([as_read, *lost]) if lost else as_read


def surface_forms(case: Case, name: str) -> list[str]:
    """Every name of an entity: its canonical name, its forms, and those it bears in single documents only."""
    row = case.gold["entities"].get(name) or {}
    local = [n for names in (row.get("names_in") or {}).values() for n in names]
    return list(dict.fromkeys([name.lstrip("?"), *(row.get("names") or []), *local]))


def values(row: dict[str, Any], key: str) -> list[Any]:
    """A field that may hold one thing, several or none."""
    found = row.get(key)
    return found if isinstance(found, list) else [] if found is None else [found]


def _argument(case: Case, role: str, what: Any, span: tuple[int, int], text: str) -> dict[str, Any]:
    if what not in case.gold["entities"]:
        return {"role": role, "value": what, "text": str(what)}
    found: dict[str, Any] = {"role": role, "entity": f"e:{what}", "name": what.lstrip("?")}
    found["type"] = case.gold["entities"][what]["type"]
    for form in sorted(surface_forms(case, what), key=len, reverse=True):
        at = text.find(form, *span)
        if at >= 0:
            return found | {"text": form, "start": at, "end": at + len(form)}
    return found


def _arguments(case: Case, row: dict[str, Any], span: tuple[int, int], text: str) -> Iterator[dict[str, Any]]:
    subject, object_ = ROLES.get(row["p"], ("subject", "object"))
    if row["p"] in PATIENT and "o" not in row:
        subject = PATIENT[row["p"]]
    yield _argument(case, subject, row["s"], span, text)
    keys = {"o": object_, "of": "of", "to_": "to", "at": "place", "by": "by", "under": "legal_basis", "role": "post"}
    for key, role in (keys | {"how": "means", "n": "count"}).items():
        for value in values(row, key):
            yield _argument(case, role, value, span, text)


def _claim(case: Case, number: int, row: dict[str, Any]) -> dict[str, Any]:
    text = case.texts()[row["d"]]
    span = sentence(text, row["q"])
    if span is None:
        raise ValueError(f"{case.name}: {row['d']} does not hold {row['q']!r}")
    start, end = row.get("from"), row.get("to")
    certainty = row.get("c", "asserted")
    speakers = [
        {"entity": f"e:{s}" if s in case.gold["entities"] else None, "name": s, "text": s, "cue": None, "manner": None}
        for s in row.get("src", [])
    ]
    return {
        "id": f"c:{number}", "predicate": PRESENT.get(row["p"], row["p"]),
        "args": list(_arguments(case, row, span, text)),
        "valid": {"start": start, "end": end, "edtf": f"{start or '..'}/{end or '..'}",
                  "inferred": "?" in f"{start}{end}"},
        "polarity": "denied" if certainty == "denied" else "affirmed", "certainty": certainty, "confidence": 1.0,
        "attribution": speakers, "document": f"d:{row['d']}", "source": case.source(row["d"]),
        "start": span[0], "end": span[1], "quote": text[slice(*span)], "region": _region_at(case, row["d"], span[0]),
        "maker": "gold", "status": "gold",
    }  # fmt: skip


def _entity(case: Case, name: str, row: dict[str, Any]) -> dict[str, Any]:
    forms = surface_forms(case, name)
    docs = [stem for stem, text in case.texts().items() if any(f in text for f in forms)]
    return {
        "id": f"e:{name}", "name": name.lstrip("?"), "type": row["type"], "names": forms,
        "mentions": len(docs), "documents": docs,
    }  # fmt: skip


def _conflict(case: Case, number: int, row: dict[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    sides = []
    for side in row["sides"]:
        ids = list(claims_in(case, side["d"], side["q"], claims))
        sides.append({"value": side.get("value"), "claims": ids, "documents": [side["d"]]})
    return {"id": f"x:{number}", "kind": row["kind"], "about": row["about"], "sides": sides, "status": "open"}


def claims_in(case: Case, stem: str, quote: str, claims: list[dict[str, Any]]) -> Iterator[str]:
    """The ids of the claims that stand in the sentence of a quote."""
    span = sentence(case.texts()[stem], quote)
    if span is not None:
        source = case.source(stem)
        yield from (c["id"] for c in claims if c["source"] == source and c["start"] < span[1] and c["end"] > span[0])


def _document(case: Case, stem: str, row: dict[str, Any]) -> dict[str, Any]:
    date = str(row.get("date") or "").rstrip("?~")
    return {
        "id": f"d:{stem}", "source": case.source(stem), "title": row.get("title"),
        "publisher": row.get("publisher") or row.get("publisher_inferred"), "author": row.get("author"),
        "published": date or None, "published_inferred": "?" in str(row.get("date")),
        "regions": list(regions(case, stem)),
    }  # fmt: skip


def regions(case: Case, stem: str) -> Iterator[dict[str, Any]]:
    """One region a line: headline, caption, body, or boilerplate for all that is not the article's own."""
    meta = case.gold["meta"][stem]
    for match in re.finditer(r"[^\n]+", case.texts()[stem]):
        yield {"kind": _kind(fold(match.group()), meta), "start": match.start(), "end": match.end()}


def _kind(line: str, meta: dict[str, Any]) -> str:
    if any(line.startswith(fold(q)) for q in meta.get("captions", [])):
        return "caption"
    if any(line.startswith(fold(q)) for q in meta.get("not_body", [])):
        return "boilerplate"
    return "headline" if line == meta.get("title") else "body"


def _region_at(case: Case, stem: str, offset: int) -> str:
    return next((r["kind"] for r in regions(case, stem) if r["start"] <= offset < r["end"]), "body")

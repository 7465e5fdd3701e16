"""Claims against gold, in three levels: found, with its time, with its speaker and certainty."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from whence.evaluate.gold import Gold, Row, fold
from whence.vocab import load_words

LEADER = frozenset(
    """
    leader head chief commander headed led leadership commanding premier prime boss chairman commands leads
    """.split()
)
SMALL_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)} | {
    "twice": 2,
    "dozen": 12,
}
NUMBER_KEYS = ("value", "text", "best", "low", "high", "n")


@dataclass(slots=True)
class ClaimScore:
    """Counts by family: gold, found (L1), with time (L2), with speaker and certainty (L3); the gold that was missed."""

    families: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0, 0]))
    missed: list[tuple[str, Row]] = field(default_factory=list)
    emitted: int = 0

    def recall(self, level: int) -> float:
        """Recall at `level`, 0 where gold is empty."""
        gold = sum(row[0] for row in self.families.values())
        return sum(row[level] for row in self.families.values()) / gold if gold else 0.0


@cache
def families() -> tuple[Mapping[str, frozenset[str]], Mapping[str, str]]:
    """All families of each predicate, and the one a table files it under."""
    every: dict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}
    for family, words in load_words("families.yaml").items():
        for word in words:
            every[word].add(family)
            first.setdefault(word, family)
    return {w: frozenset(f) for w, f in every.items()}, first


def family(predicate: str) -> frozenset[str]:
    """The families of a predicate; an unknown one is its own."""
    return families()[0].get(predicate, frozenset({predicate}))


class ClaimScorer:
    """Scores emitted claims, as export rows, against the gold of one corpus."""

    def __init__(self, gold: Gold, claims: Iterable[Row], entities: Iterable[Row]) -> None:
        self.gold = gold
        self.entities = {e["id"]: e for e in entities}
        self.by_document: dict[str, list[Row]] = defaultdict(list)
        for claim in claims:
            self.by_document[Path(claim["source"]).name].append(claim)

    def score(self, level: int = 1) -> ClaimScore:
        """The score; `level` decides what counts as missed, and which optional rows count."""
        result = ClaimScore(emitted=sum(map(len, self.by_document.values())))
        for row in self.gold.claims:
            document = self.gold.document(row["d"])
            reached = self.level(row, document)
            if row.get("opt") and reached < level:
                continue
            counts = result.families[families()[1].get(row["p"], row["p"])]
            counts[0] += 1
            for k in (1, 2, 3):
                counts[k] += reached >= k
            if reached < level:
                result.missed.append((document, row))
        return result

    def level(self, row: Row, document: str) -> int:
        """The highest level at which one gold row is found, 0 when it is not."""
        here = self.gold.place(document, row["q"])
        if here is None:
            raise ValueError(f"{self.gold.folder}: the words {row['q']!r} do not stand in {document}")
        near = [
            c
            for c in self.by_document.get(document, ())
            if c["end"] > here[0] and c["start"] < here[1] and family(c["predicate"]) & family(row["p"])
        ]
        return max((self._level(c, row, document, near) for c in near), default=0)

    def _level(self, claim: Row, row: Row, document: str, near: Sequence[Row]) -> int:
        if not self._found(claim, row, document, near):
            return 0
        if not _time_fits(claim, row):
            return 1
        return 3 if self._speaker_fits(claim, row, document) else 2

    def _found(self, claim: Row, row: Row, document: str, near: Sequence[Row]) -> bool:
        names = self.gold.names
        objects = _listed(row.get("o"))
        objects = [o for o in objects if isinstance(o, str) and o in names]
        others = [v for key in ("to_", "of", "at", "by") if key in row and not objects for v in _listed(row[key])]
        subject = row["s"]
        matters = "?" + subject.lstrip("?") in names or subject in names or not objects
        counted = "n" in row and subject not in names
        if matters and not self._names(claim, subject, document) and not counted:
            return False
        if objects and not all(any(self._names(c, o, document) for c in near) for o in objects):
            return False
        if objects and not any(self._names(claim, o, document) for o in objects):
            return False
        if others and not any(self._names(claim, x, document) for x in others):
            return False
        return self._post_fits(claim, row) and _number_fits(claim, row)

    def _forms(self, argument: Row) -> set[str]:
        found = {fold(argument.get(k)) for k in ("name", "text", "value") if argument.get(k)}
        entity = self.entities.get(argument.get("entity"))
        return found | {fold(n) for n in [entity["name"], *entity.get("names", [])]} if entity else found

    def _names(self, claim: Row, wanted: str, document: str) -> bool:
        forms = self.gold.names_of(wanted, document)
        plain = fold(wanted) if wanted not in self.gold.names else ""
        for argument in claim["args"]:
            own = self._forms(argument)
            if forms & own or (plain and any((plain in n or n in plain) and len(n) > 3 for n in own)):
                return True
        return False

    def _speaker_fits(self, claim: Row, row: Row, document: str) -> bool:
        chain = list(claim.get("attribution") or [])
        if family(claim["predicate"]) & {"say", "meet"} and claim["predicate"] in families()[0]:
            chain += claim["args"]
        for speaker in row.get("src", []):
            wanted = self.gold.names_of(speaker, document)
            if not any(wanted & self._voice(link) for link in chain):
                return False
        plain = claim.get("certainty", "asserted") in (None, "asserted")
        return not ("c" in row and plain and claim.get("polarity") != "denied")

    def _voice(self, link: Row) -> set[str]:
        entity = self.entities.get(link.get("entity"), {})
        return {fold(link.get("name") or ""), fold(link.get("text") or "")} | {fold(n) for n in entity.get("names", [])}

    def _post_fits(self, claim: Row, row: Row) -> bool:
        if row["p"] != "holds_role" or "role" not in row:
            return True
        wanted = set(fold(row["role"]).replace("adviser", "advisor").split())
        said = " ".join(n for a in claim["args"] for n in self._forms(a)) + " " + fold(claim.get("quote", ""))
        words = set(said.replace("adviser", "advisor").split())
        return bool(wanted & words) or bool(wanted & LEADER and words & LEADER)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _time_fits(claim: Row, row: Row) -> bool:
    valid = claim.get("valid") or {}
    for key, mine in (("from", "start"), ("to", "end")):
        if key not in row:
            continue
        want, got = str(row[key]).strip("~?"), str(valid.get(mine) or "").strip("~?")
        if not got or not (got.startswith(want) or (want.startswith(got) and len(got) >= 4)):
            return False
    return True


def _number_fits(claim: Row, row: Row) -> bool:
    if "n" not in row:
        return True
    got: set[float] = set()
    for argument in claim["args"]:
        for key in NUMBER_KEYS:
            got |= _numbers(argument.get(key))
    return any(float(n) in got for n in re.split(r"[/ ]", str(row["n"])) if re.fullmatch(r"[\d.]+", n))


def _numbers(value: Any) -> set[float]:
    if isinstance(value, int | float):
        return {float(value)}
    found = set()
    for part in re.findall(r"\d[\d,]*\.?\d*|[a-z]+", str(value or "").lower()):
        if part in SMALL_NUMBERS:
            found.add(float(SMALL_NUMBERS[part]))
        elif part[0].isdigit():
            found.add(float(part.replace(",", "").rstrip(".")))
    return found

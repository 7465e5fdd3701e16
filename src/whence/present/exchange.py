"""Judgements for other programs and other cases: JSON lines, and the resolver file of nomenklatura."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from whence.ask.judgements import HOLDS, KINDS, Standing, standings
from whence.ask.subjects import Subjects
from whence.errors import BadInput
from whence.model import Judgement, Subject, digest
from whence.present.plain import to_json
from whence.store import CaseView

KNOWN = frozenset({*KINDS, "claim", "document", "source"})
VERDICTS = frozenset({"positive", "negative", "unsure", "withdrawn"})
_TEXT = ("kind", "subject", "object", "verdict", "who", "when")


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import found: judgements, and what it could not place, in words."""

    judgements: tuple[Judgement, ...] = ()
    left_out: tuple[str, ...] = ()


def as_lines(view: CaseView) -> Iterator[str]:
    """Every judgement as one line of JSON, the withdrawn ones too: nothing is lost on the way."""
    for judgement in view.judgements():
        row: dict[str, Any] = {"id": judgement.id} | {name: getattr(judgement, name) for name in _TEXT}
        row |= {"why": judgement.why, "person": judgement.person}
        if judgement.evidence:
            row["evidence"] = json.loads(judgement.evidence)
        yield to_json(row)


def as_edges(view: CaseView) -> tuple[list[str], int]:
    """Judgements of identity that hold, as lines of nomenklatura's resolver file; and how many have no place in it.

    A line is ``[target, source, judgement, score, user, time]``. An id is that of the entity which the name would be
    if nothing but its own chains made it up: the id under which a case without the judgement exports it.
    """
    subjects = Subjects(view)
    found = [s for s in standings(view) if s.judgement.kind in ("identity", "listing")]
    lines = [edge for s in found if s.state == HOLDS and (edge := _edge(s, subjects))]
    return lines, len(found) - len(lines)


def _edge(standing: Standing, subjects: Subjects) -> str | None:
    judgement = standing.judgement
    one, other = _chains(judgement.subject, subjects), _chains(judgement.object, subjects)
    # "Who stands in that document" and "who bears that name" are two: the name means the others.
    one, other = (one - other or one, other - one or other) if judgement.kind == "identity" else (one, other)
    left = _own_id(one)
    right = judgement.object if judgement.kind == "listing" else _own_id(other)
    if not left or not right or left == right:
        return None
    target, source = sorted((left, right), key=_order, reverse=True)
    score = json.loads(judgement.evidence).get("score") if judgement.evidence else None
    return json.dumps([target, source, judgement.verdict, score, judgement.who, judgement.when], ensure_ascii=False)


def _chains(subject: str, subjects: Subjects) -> set[str]:
    return {c.id for c in subjects.finder.find(subject)}


def _own_id(chains: set[str]) -> str | None:
    return digest("entity", min(chains)) if chains else None


def _order(ident: str) -> tuple[int, str]:
    """Ids as nomenklatura orders them: Wikidata's last, its own canonical ids before them."""
    wikidata = ident[:1] == "Q" and ident[1:].isdigit()
    return (3 if wikidata else 2 if ident.startswith("NK-") else 1), ident


def read_judgements(view: CaseView, lines: Iterable[str], source: str) -> Brought:
    """Judgements from a file of either format, told by its first line; raises `BadInput` with the line."""
    rows = [(number, _parse(line, number, source)) for number, line in enumerate(lines, start=1) if line.strip()]
    if not rows:
        step = "Write one with `whence judgements export`; nothing was taken in."
        raise BadInput(source, "no judgement stands in this file", step)
    if all(isinstance(row, list) for _, row in rows):
        return _from_edges(view, rows, source)
    return Brought(tuple(_judgement(row, number, source) for number, row in rows))


def _parse(line: str, number: int, source: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise _bad(source, number, f"this is no JSON ({error})") from error


def _bad(source: str, number: int, reason: str) -> BadInput:
    return BadInput(f"{source}, line {number}", reason, "Nothing was taken in. Mend the line and import again.")


def _judgement(row: Any, number: int, source: str) -> Judgement:
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) for name in _TEXT):
        raise _bad(source, number, f"a judgement needs {', '.join(_TEXT)}, each a text")
    if row["kind"] not in KNOWN or (row["kind"] in KINDS and row["verdict"] not in VERDICTS):
        raise _bad(source, number, f"the kind {row['kind']!r} or the verdict {row['verdict']!r} is not known")
    evidence = to_json(row["evidence"]) if row.get("evidence") else ""
    fields = {name: row[name] for name in _TEXT}
    return Judgement(**fields, why=str(row.get("why") or ""), person=bool(row.get("person", True)), evidence=evidence)


def _from_edges(view: CaseView, rows: list[tuple[int, Any]], source: str) -> Brought:
    """Edges between ids of this case. An id that is not of this case (``NK-…``) ties those that are joined to it."""
    known = _known_ids(view)
    ties: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    out: list[Judgement] = []
    strangers: dict[str, None] = {}
    denied = []
    for number, row in rows:
        one, other, verdict, who, when = _fields(row, number, source)
        if verdict == "no_judgement":
            continue
        if one in known and other in known:
            out.append(Judgement("identity", known[one], known[other], verdict, who, when, _FROM))
        elif verdict == "positive":
            for a, b in ((one, other), (other, one)):
                ties[a].append((b, who, when))
        else:
            denied.append((one, other, verdict, who, when))
        strangers |= {i: None for i in (one, other) if i not in known}
    named, through = _through(ties, known)
    out += through
    for one, other, verdict, who, when in denied:
        left, right = (known.get(i) or named.get(i) for i in (one, other))
        if left and right and left != right:
            out.append(Judgement("identity", left, right, verdict, who, when, _FROM))
    lost = [i for i in strangers if i not in named]
    return Brought(tuple(dict.fromkeys(out)), tuple(f"{i} is no entity of this case" for i in lost))


_FROM = "from a nomenklatura resolver file"


def _fields(row: list[Any], number: int, source: str) -> tuple[str, str, str, str, str]:
    if len(row) < 3 or row[2] not in ("positive", "negative", "unsure", "no_judgement"):
        raise _bad(source, number, "an edge is [target, source, judgement, score, user, time]")
    who, when = (str(row[i] or "") if len(row) > i else "" for i in (4, 5))
    return str(row[0]), str(row[1]), row[2], who or "nomenklatura", when


def _through(
    ties: Mapping[str, list[tuple[str, str, str]]], known: Mapping[str, str]
) -> tuple[dict[str, str], list[Judgement]]:
    """What ids from elsewhere tie together: for each such id one subject of the case, and judgements that tie all."""
    named: dict[str, str] = {}
    out = []
    seen: set[str] = set()
    for start in sorted(ties):
        if start in seen:
            continue
        group, edge = [start], [start]
        seen.add(start)
        who, when = "nomenklatura", ""
        while edge:
            for there, by, at in ties[edge.pop()]:
                if at >= when:
                    who, when = by, at
                if there not in seen:
                    seen.add(there)
                    group.append(there)
                    edge.append(there)
        subjects = sorted({known[i] for i in group if i in known})
        named |= {i: subjects[0] for i in group if subjects and i not in known}
        out += [Judgement("identity", subjects[0], s, "positive", who, when, _FROM) for s in subjects[1:]]
    return named, out


def _known_ids(view: CaseView) -> dict[str, str]:
    """Every id by which this case exports, or without its joins would export, somebody: id -> subject."""
    subjects = Subjects(view)
    out: dict[str, str] = {}
    for entity in view.entities():
        out[entity.id] = str(subjects.named(entity.name, entity.id))
    for entity_id, members in subjects.members.items():
        for name in {c.name for c in members}:
            found = subjects.named(name, entity_id)
            chains = [c.id for c in subjects.finder.find(str(found))]
            if chains:
                out[digest("entity", min(chains))] = str(found)
            out |= {digest("entity", c.id): str(Subject(c.name, (c.doc_id,))) for c in members if len(chains) > 1}
    return out

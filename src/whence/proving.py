"""Proof of the claims of a case: P0 to P3 tried anew, and P4, for which each claim is said plainly and read again.

P4 reads about as many words again as the claims hold, so it is asked for (`whence prove`) and not made at ingest.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from whence.annotate.claims import find_frames
from whence.annotate.proof import Fault, Ground, Proof, prove
from whence.annotate.times import find_times
from whence.derivation import derive
from whence.errors import BadEntry
from whence.model import (
    Argument,
    Claim,
    Document,
    Layers,
    Link,
    Maker,
    Region,
    Sentence,
    Span,
    ValidTime,
)
from whence.pipeline import read_scene
from whence.store import CaseView, CaseWriter
from whence.vocab import predicates, read_yaml

MAKER = Maker("proving", "1")
CHOICE = re.compile(r"<([^|>]*)\|([^>]*)>")
OPTION = re.compile(r"\[([^\[\]]*)\]")
ROLE = re.compile(r"\{(\w+)\}")
EVEN = frozenset({"count", "killed", "injured", "means", "medium"})  # said beside a claim, not asked of its reading


@dataclass(slots=True)
class Proven:
    """How many claims stand on each step, and how many changed theirs.

    `claims` are those that stand as they were read; for the `signed` a person vouches, or has rejected them.
    """

    claims: int = 0
    changed: int = 0
    signed: int = 0
    steps: dict[str, int] = field(default_factory=dict)


def prove_case(case: CaseWriter, progress: Callable[[int, int], None] | None = None) -> Proven:
    """Try every claim of a case anew on all steps and store the highest; facts and judgements stay as they are."""
    told = Proven()
    accepted = False
    with case.view() as view:
        sources = view.sources()
        signed = view.signed()
        replaced = {s.replaces for s in signed if s.replaces}
        told.signed = len(signed)
        for number, (doc_id, _) in enumerate(sources, start=1):
            doc, layers = view.document(doc_id), view.layers(doc_id)
            machine = [c for c in layers.claims if c.status == "machine"]
            steps = {claim.id: step for claim, step in proven(doc, layers, machine)} if machine else {}
            changed = {c.id: steps[c.id] for c in machine if steps[c.id] != c.proof}
            case.prove(doc_id, changed)
            accepted = accepted or bool(replaced & set(changed))
            stands = [c.id for c in machine if c.id not in replaced]
            told.claims += len(stands)
            told.changed += len(changed)
            for step in map(steps.__getitem__, stands):
                told.steps[step] = told.steps.get(step, 0) + 1
            if progress:
                progress(number, len(sources))
    if accepted:
        derive(case)  # a claim that a person accepted shows the step of the one that was read
    return told


def proven(doc: Document, layers: Layers, claims: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    """Each claim with its highest step."""
    scene = read_scene(doc, layers)
    ground = Ground(scene, find_frames(scene), claims)
    steps = [prove(ground, claim).step for claim in claims]
    again = read_again(doc, [c for c, step in zip(claims, steps, strict=True) if step == "P3"])
    for claim, step in zip(claims, steps, strict=True):
        yield claim, "P4" if step == "P3" and claim.id in again else step


def read_again(doc: Document, claims: Iterable[Claim]) -> set[str]:
    """Ids of the claims that, said as a plain sentence and read by our own reader and patterns, give the same frame."""
    said = [(claim, words) for claim in claims if (words := plainly(doc, claim))]
    if not said:
        return set()
    text = "\n".join(words for _, words in said)
    other = Document.of(text, source="said plainly")
    starts = _starts([words for _, words in said])
    spans = [other.span(at, at + len(words)) for at, (_, words) in zip(starts, said, strict=True)]
    sentences = tuple(Sentence(span, "body", MAKER) for span in spans)
    region = Region(other.span(0, len(text)), "body", MAKER)
    scene = read_scene(other, Layers(other.id, regions=(region,), sentences=sentences, times=tuple(find_times(other))))
    frames: dict[Span, list[Claim]] = {}
    for frame in find_frames(scene):
        frames.setdefault(frame.evidence, []).append(frame)
    found = set()
    for span, (claim, _) in zip(spans, said, strict=True):
        if any(_same(doc, claim, other, frame) for frame in frames.get(span, ())):
            found.add(claim.id)
    return found


def _starts(lines: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


def plainly(doc: Document, claim: Claim) -> str:
    """The claim as one plain sentence; "" where the vocabulary cannot say it."""
    rendering = read_yaml("rendering.en.yaml")
    frame = rendering["certainties"].get(claim.certainty)
    filled = {a.role: _words(doc, a) for a in reversed(claim.arguments)}
    for template in rendering["sentences"].get(claim.predicate, ()) if frame else ():
        bare = OPTION.sub("", template)
        if all(filled.get(role) for role in ROLE.findall(bare)):
            text = OPTION.sub(lambda m: m[1] if all(filled.get(r) for r in ROLE.findall(m[1])) else "", template)
            text = CHOICE.sub(lambda m: m[1 if claim.polarity == "affirmed" else 2], text)
            text = ROLE.sub(lambda m: filled[m[1]], text) + _when(claim)
            said = str(frame).format(text)
            return said[0].upper() + said[1:]
    return ""


def _words(doc: Document, arg: Argument) -> str:
    span = arg.antecedent or arg.span
    words = " ".join(doc.quote(span).split()) if span else (arg.value or "")
    if arg.value and arg.value[0].isupper() and arg.antecedent is None:
        return arg.value  # a country behind an adjective
    if arg.type in ("organization", "facility") and words[:1].isupper() and " " in words and span == arg.span:
        return f"the {words}"
    return words


def _when(claim: Claim) -> str:
    """Words for the valid time: a day, a month, a year, since when, from when to when."""
    if not _stated(claim):
        return ""
    start, end = claim.valid.start, claim.valid.end
    lasts = predicates()[claim.predicate].lasts
    if start and end and start != end:
        return f" from {_date(start)} to {_date(end)}"
    if lasts and start and not end and claim.valid.starts:
        return f" since {_date(start)}"
    if lasts and end and not start:
        return f" until {_date(end)}"
    day = start or end
    return f" {'on' if day and len(day.strip('~?')) > 7 else 'in'} {_date(day)}" if day else ""


def _stated(claim: Claim) -> bool:
    """Whether the sentence gives the time; the date of a document is no part of what it says."""
    return not (claim.valid.inferred and claim.valid.span is None)


def _date(edtf: str) -> str:
    months = read_yaml("rendering.en.yaml")["months"]
    year, *rest = edtf.strip("~?").split("-")
    if not rest or not rest[0].isdigit() or not 1 <= int(rest[0]) <= 12:
        return year
    return (
        f"{int(rest[1])} {months[int(rest[0]) - 1]} {year}" if len(rest) > 1 else f"{months[int(rest[0]) - 1]} {year}"
    )


def _same(doc: Document, claim: Claim, other: Document, frame: Claim) -> bool:
    if (frame.predicate, frame.polarity, frame.certainty) != (claim.predicate, claim.polarity, claim.certainty):
        return False
    if _stated(claim) and (claim.valid.start or claim.valid.end) and _bare(frame.valid) != _bare(claim.valid):
        return False
    theirs: dict[str, list[str]] = {}
    for arg in frame.arguments:
        theirs.setdefault(arg.role, []).append(_folded(_words(other, arg)))
    asked = [a for a in claim.arguments if a.role not in EVEN and a.span is not None]
    return all(any(_alike(_folded(_words(doc, a)), words) for words in theirs.get(a.role, ())) for a in asked)


def _bare(valid: ValidTime) -> str:
    return (valid.start or valid.end or "").strip("~?")


def _alike(one: str, other: str) -> bool:
    return one == other or (len(one) > 24 and one in other) or (len(other) > 24 and other in one)


def _folded(words: str) -> str:
    found = re.findall(r"\w+", words.lower())
    return " ".join(found[1:] if found[:1] in (["the"], ["a"], ["an"]) else found)


@dataclass(frozen=True, slots=True)
class Offer:
    """A claim in the interchange format that somebody offers, and what the verifier says of it."""

    id: str
    accepted: bool
    proof: Proof


def verify(view: CaseView, rows: Iterable[Mapping[str, Any]]) -> Iterator[Offer]:
    """The verdict on claims as `whence export claims` writes them, whoever made them: P2 and higher is accepted.

    Rows of one document should stand together, as each change of document reads one anew.
    """
    ground: Ground | None = None
    notes = {note.document.id for note in view.notes()}
    for number, row in enumerate(rows, start=1):
        _checked(row, number)
        if row.get("document") in notes:
            reason = "it stands in a person's note, which proves nothing by itself"
            yield Offer(str(row.get("id", "")), False, Proof("", reasons=(Fault("P0", "quote", reason),)))
            continue
        doc = view.document(view.find_document(str(row.get("document") or row["source"])))
        if ground is None or ground.doc.id != doc.id:
            layers = view.layers(doc.id)
            scene = read_scene(doc, layers)
            ground = Ground(scene, find_frames(scene), layers.claims)
        proof = _verdict(ground, row)
        yield Offer(str(row.get("id", "")), proof.step in ("P2", "P3", "P4"), proof)


def _checked(row: Mapping[str, Any], number: int) -> None:
    """Raise `BadEntry` for a row that is no claim of the interchange format."""
    wrong = [key for key, kind in _ROW.items() if not isinstance(row.get(key), kind)]
    if not row.get("document") and not row.get("source"):
        wrong.append("document")
    if not wrong and row["predicate"] not in predicates():
        wrong.append(f"predicate ({row['predicate']!r} is none)")
    if not wrong:
        roles = predicates()[row["predicate"]].roles
        wrong = [f"args (role {a.get('role')!r})" for a in row["args"] if a.get("role") not in roles]
    if wrong:
        raise BadEntry(
            f"claim {number}: {', '.join(wrong)} is missing or wrong",
            "Offer lines as `whence export claims` writes them.",
        )


_ROW = {"predicate": str, "args": list, "start": int, "end": int}


def _verdict(ground: Ground, row: Mapping[str, Any]) -> Proof:
    for part in (dict(row, text=row.get("quote")), *row.get("args", ()), *row.get("attribution", ())):
        words = part.get("text")
        if words is not None and part.get("start") is not None:
            found = ground.doc.text[part["start"] : part["end"]]
            if found != words:
                return Proof("", reasons=(Fault("P0", "quote", f"{words[:60]!r} does not stand at {part['start']}"),))
    return prove(ground, claim_of(ground.doc, row))


def claim_of(doc: Document, row: Mapping[str, Any]) -> Claim:
    """The claim of one row of the interchange format."""
    valid = row.get("valid") or {}
    arguments = tuple(_argument_of(doc, arg) for arg in row.get("args", ()))
    time = ValidTime(valid.get("start"), valid.get("end"), valid.get("edtf"), bool(valid.get("inferred")))
    return Claim(
        predicate=row["predicate"],
        arguments=arguments,
        evidence=doc.span(row["start"], row["end"]),
        region=row.get("region", "body"),
        maker=Maker.parse(row.get("maker", "")),
        trigger=_span_of(doc, row.get("trigger")),
        valid=time,
        polarity=row.get("polarity", "affirmed"),
        certainty=row.get("certainty", "asserted"),
        attribution=tuple(_link_of(doc, link) for link in row.get("attribution", ())),
    )


def _link_of(doc: Document, row: Mapping[str, Any]) -> Link:
    return Link(_span_of(doc, row), row.get("cue", ""), row.get("manner", ""))


def _argument_of(doc: Document, row: Mapping[str, Any]) -> Argument:
    return Argument(
        role=row["role"],
        span=_span_of(doc, row),
        value=row.get("value"),
        type=row.get("type", ""),
        antecedent=_span_of(doc, row.get("antecedent")),
        inferred=bool(row.get("inferred")),
        best=row.get("best"),
        low=row.get("low"),
        high=row.get("high"),
    )


def _span_of(doc: Document, row: Mapping[str, Any] | None) -> Span | None:
    return doc.span(row["start"], row["end"]) if row and row.get("start") is not None else None

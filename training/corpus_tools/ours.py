"""Documents of the corpus read by our own stages, and their marks as claims of ours: for scoring and for proof."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from training.corpus_tools.marking import PRONOUNS

from whence.annotate import numbers
from whence.annotate.claims import find_frames
from whence.annotate.proof import Ground
from whence.annotate.times import find_times
from whence.model import Argument, Claim, Document, Layers, Link, Maker, Region, Sentence, Span, ValidTime
from whence.pipeline import read_scene

MARKED = Maker("teaching corpus", "1")
Row = Mapping[str, Any]


def ground_of(record: Row) -> Ground:
    """A document read by our own stages, with the regions and sentences that are marked."""
    doc = Document.of(record["text"], source=record["doc_id"])
    regions = tuple(Region(doc.span(r["start"], r["end"]), r["kind"], MARKED) for r in record["regions"])
    sentences = tuple(
        Sentence(doc.span(*s), next(r.kind for r in regions if r.span.start <= s[0] < r.span.end), MARKED)
        for s in record["sentences"]
    )
    times = tuple(find_times(doc, published=record["date"] if "/" not in str(record["date"]) else None))
    scene = read_scene(doc, Layers(doc.id, regions=regions, sentences=sentences, times=times))
    return Ground(replace(scene, published=record["date"]), find_frames(scene))


def marked_claims(ground: Ground, record: Row, *, named: bool = False) -> Iterator[Claim]:
    """The claims that are marked in a document; `named`: with the name behind every noun, not of pronouns only."""
    attributions = {a["id"]: a for a in record["attributions"]}
    for row in record["claims"]:
        yield Claim(
            predicate=row["predicate"],
            arguments=tuple(_argument(ground, arg, named) for arg in row["args"]),
            evidence=ground.doc.span(row["start"], row["end"]),
            region="body",
            maker=MARKED,
            trigger=_span(ground.doc, row["trigger"]),
            valid=_valid(row["valid"]["edtf"]),
            polarity=row["polarity"],
            certainty=row["certainty"],
            attribution=tuple(_links(ground.doc, [attributions[i] for i in row["attribution"]])),
        )


def _span(doc: Document, row: Row) -> Span:
    return doc.span(row["start"], row["end"])


def _argument(ground: Ground, row: Row, named: bool) -> Argument:
    span = _span(ground.doc, row)
    kind = row.get("type", "text")
    if row["role"] in numbers.NUMBERED or kind in numbers.NUMERIC:
        inside = [m for m in ground.mentions(span) if m.type in numbers.NUMERIC]
        if inside:
            return numbers.numbered(row["role"], ground.doc, inside[0], ground.lookup.mentions)
    # "The firm" may stand for itself; "it" may not.
    shown = (named or row["text"].lower() in PRONOUNS) and "antecedent" in row
    name = _span(ground.doc, row["antecedent"]) if shown else None
    return Argument(row["role"], span, None, kind, name)


def _valid(edtf: str | None) -> ValidTime:
    if not edtf:
        return ValidTime()
    start, _, end = edtf.partition("/")
    ends = [None if part in ("", "..") else part for part in (start, end or start)]
    return ValidTime(ends[0], ends[1], edtf)


def _links(doc: Document, rows: Iterable[Row]) -> Iterator[Link]:
    for row in rows:
        if "source" in row:
            cue = row["cue_spans"][0]["text"] if row["cue_spans"] else ""
            yield Link(_span(doc, row["source"]), cue, row["manner"])


def alike(ground: Ground, one: Argument, other: Argument) -> bool:
    """Whether two arguments are one and the same: by place, by chain, or by the name that stands for it."""
    if ground.same(one, other):
        return True
    if (one.best, one.low, one.high) != (other.best, other.low, other.high):
        return False
    words = [{ground.doc.quote(s) for s in (a.span, a.antecedent) if s} for a in (one, other)]
    if words[0] & words[1]:
        return True
    chains = [{ground.chain(s) for s in (a.span, a.antecedent)} for a in (one, other)]
    return bool((chains[0] & chains[1]) - {None})

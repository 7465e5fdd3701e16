"""Domain packs at work: checked before they are put in force, tried on their own examples, listed with counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from whence.annotate.patterns import patterns
from whence.annotate.sequences import sequence_patterns
from whence.ask.answers import Answer, Line, Section
from whence.ask.wording import templates
from whence.errors import BadVocabulary
from whence.model import Argument, Claim, Document, Layers, Maker, Region, Sentence
from whence.pipeline import read_layers
from whence.segment import find_sentences
from whence.store import CaseView
from whence.vocab import Predicate, load_words, mention_types, predicates
from whence.vocab.packs import LISTS, Pack, counts, in_force, line_of, open_pack, placed, use


@dataclass(frozen=True, slots=True)
class Failure:
    """An example of a pack that is not read as the pack says: where it stands, and what was read in its place."""

    file: str
    line: int | None
    pattern: str
    say: str
    read: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}, {self.pattern}: {self.say!r} {self.read}"


def validate(packs: Sequence[Pack]) -> None:
    """Load everything that packs add; raises `BadPack` with file, line and key. The packs are in force afterwards."""
    before = in_force()
    use(packs)
    try:
        for pack in packs:
            _known_types(pack)
        predicates()
        patterns()
        sequence_patterns()
        templates()
        for name in sorted(LISTS):
            load_words(f"{name}.yaml")
        for name in ("roles.yaml", "names_titles.yaml"):
            load_words(name)
    except BadVocabulary as error:
        use(before)
        raise placed(error, *packs) from error


def _known_types(pack: Pack) -> None:
    for kind in pack.content("bodies.yaml") or {}:
        if kind not in mention_types():
            known = ", ".join(mention_types())
            raise BadVocabulary(f"{pack.name}/bodies.yaml", str(kind), f"is no mention type; there are {known}")


def check(folder: Path) -> tuple[Pack, list[Failure], list[str]]:
    """The pack in `folder`, valid; each of its examples and near misses that is read otherwise than it says; and the
    predicates that it has no pattern for.
    """
    pack = open_pack(folder)
    before = in_force()
    validate([pack])
    try:
        return pack, list(_failures(pack)), unsaid(pack)
    finally:
        use(before)


def _failures(pack: Pack) -> Iterator[Failure]:
    ours = [p for p in patterns() if p.name.startswith(f"{pack.name}/")]
    listed = {str(raw["name"]) for raw in pack.content("patterns_sequences.yaml") or ()}
    tried = [(p.name, p.predicate.name, p.examples, p.near_misses) for p in ours]
    tried += [(p.name, p.predicate.name, p.examples, p.near_misses) for p in sequence_patterns() if p.name in listed]
    for name, kind, examples, near_misses in tried:
        for say, args in examples:
            found = _read(say, kind)
            if not any(_holds(doc, claim, args) for doc, claim in found):
                yield _failure(pack, name, say, f"is read as {_told(found)}" if found else f"gives no {kind}")
        for say in near_misses:
            if found := _read(say, kind):
                yield _failure(pack, name, say, f"is a near miss, and is read as {_told(found)}")
    shown = {say for _, _, examples, _ in tried for say, _ in examples}
    said = {kind for _, kind, _, _ in tried}
    for path, own in _predicates(pack):
        for example in (e for e in own.examples if own.name in said and e.say not in shown):
            found = _read(example.say, own.name)
            if not any(_holds(doc, claim, example.args) for doc, claim in found):
                line = line_of(pack.text(path) or "", own.name)
                told = f"is read as {_told(found)}" if found else f"gives no {own.name}"
                yield Failure(f"{pack.name}/{path}", line, own.name, example.say, told)


def _predicates(pack: Pack) -> Iterator[tuple[str, Predicate]]:
    """The predicates that a pack brings, each with its file."""
    for path in pack.inside("predicates"):
        yield from ((path, predicates()[str(name)]) for name in pack.content(path) or ())


def unsaid(pack: Pack) -> list[str]:
    """The predicates of a pack that no pattern says: only a person can enter them. The pack must be in force."""
    said = {p.predicate.name for p in patterns()} | {p.predicate.name for p in sequence_patterns()}
    return [own.name for _, own in _predicates(pack) if own.name not in said]


def _failure(pack: Pack, name: str, say: str, read: str) -> Failure:
    short = name.removeprefix(f"{pack.name}/")
    for path in (*pack.inside("patterns"), "patterns_sequences.yaml"):
        line = line_of(pack.text(path) or "", short)
        if line:
            return Failure(f"{pack.name}/{path}", line, short, say, read)
    return Failure(pack.name, None, short, say, read)


def _read(say: str, predicate_name: str) -> list[tuple[Document, Claim]]:
    """The claims of one predicate that are read in a sentence by itself."""
    doc = Document.of(say, source="example")
    region = Region(doc.span(0, len(say)), "body", Maker("packs", "1"))
    sentences = find_sentences(doc, (region,)) or (Sentence(region.span, "body", region.maker),)
    layers = read_layers(doc, Layers(doc.id, regions=(region,), sentences=sentences))
    return [(doc, claim) for claim in layers.claims if claim.predicate == predicate_name]


def _holds(doc: Document, claim: Claim, wanted: Mapping[str, str]) -> bool:
    own: dict[str, list[str]] = {}
    for arg in claim.arguments:
        own.setdefault(arg.role, []).extend(_words(doc, arg))
    return all(any(words in got or got in words for got in own.get(role, ())) for role, words in wanted.items())


def _words(doc: Document, arg: Argument) -> list[str]:
    spans = [doc.quote(span) for span in (arg.span, arg.antecedent) if span]
    return [*spans, *([arg.value] if arg.value else [])]


def _told(found: Sequence[tuple[Document, Claim]]) -> str:
    return "; ".join(
        ", ".join(f"{a.role} {(_words(doc, a) or [''])[0]!r}" for a in claim.arguments) for doc, claim in found
    )


def list_packs(view: CaseView | None) -> Answer:
    """The vocabulary and the packs in force: counts, digests, where they come from, and what was read by others."""
    packs = in_force()
    added = {p: counts(p) for p in packs}
    every = {"predicates": len(predicates()), "patterns": len(patterns()) + len(sequence_patterns())}
    ours = {name: number - sum(c.get(name, 0) for c in added.values()) for name, number in every.items()}
    lines = [Line("built in", note=_in_words(ours))]
    for pack in packs:
        note = f"{_in_words(added[pack])}; from {pack.origin}"
        lines.append(Line(f"{pack.name}: {pack.about}", pack.digest, note, pack.mark))
    stale = len(view.read_by_other_packs()) if view else 0
    remarks = (f"{stale} documents were read by other packs: `whence rebuild` reads them again.",) if stale else ()
    return Answer("Packs in force", (Section(f"{len(packs)} packs", tuple(lines)),), remarks=remarks)


def _in_words(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in numbers.items())

"""The one file that knows the order of the stages, and how documents pass through them into a case."""

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whence.annotate.agencies import find_credits
from whence.annotate.claims import find_claims, find_frames
from whence.annotate.claims.scene import SPEAKING, Scene
from whence.annotate.confidence import rated
from whence.annotate.distributed import distributed
from whence.annotate.document_date import date_document
from whence.annotate.entries import by_entry
from whence.annotate.heard import heard
from whence.annotate.hedges import find_hedges
from whence.annotate.labelled import find_labelled
from whence.annotate.learned import find_learned
from whence.annotate.learned.doubts import doubted
from whence.annotate.learned.vote import unsure, vote
from whence.annotate.mentions import find_mentions
from whence.annotate.mentions.listed import with_listed
from whence.annotate.mentions.second import with_second_names
from whence.annotate.mentions.settled import settled
from whence.annotate.posts_told import with_heads
from whence.annotate.proof import sift
from whence.annotate.seats import seated
from whence.annotate.sheets import named_in_sheets
from whence.annotate.syntax import Parse
from whence.annotate.tallies import tallied
from whence.annotate.tellings import also_told
from whence.annotate.tellings.shared import order
from whence.annotate.times import find_times
from whence.annotate.today import of_today
from whence.annotate.voices import find_voices
from whence.derivation import derive as derive_only
from whence.link import adding, find_chains, first_persons, going_on
from whence.model import PERSON, SHEET, Claim, DocField, Document, Judgement, Layers, Maker, Problem, Proposal, Sighting
from whence.read import Found, Job, Limits, read_all, walk
from whence.reader import others, read
from whence.segment import find_fields, find_regions, find_sentences
from whence.standing import held
from whence.store import CaseWriter
from whence.vocab.packs import Pack, in_force, use
from whence.workers import Lost, Pool

__all__ = ["Report", "annotate_document", "derive", "ingest", "read_layers", "settle"]

FEW = 8  # files that are read sooner in this process than it takes to start another
_NOT_READ = "searchable, no claims"
_UNSTORED = frozenset({"missing"})  # a mistyped name is said once; it is no property of the case


Judgements = Mapping[str, Judgement]
"""What persons decided about one document: field -> the judgement that holds."""


def annotate_document(doc: Document, given: Mapping[str, str], judged: Judgements | None = None) -> Layers:
    """Every reading of one document. `given` is what the crawler or the analyst knows about it.

    `judged` is what a person decided since; it goes before all else, and relative dates hang on it.
    """
    said = {name: judged_value(name, judgement) for name, judgement in (judged or {}).items()}
    layers = _annotated_by(doc, {**given, **said}, undated=said.get("published") == "")
    if not judged:
        return layers
    others = [f for f in layers.fields if f.origin != "given" or f.name not in said]
    overruled = [DocField(n, given[n], "given", Maker("pipeline", "1", "given")) for n in said if given.get(n)]
    made = [DocField(name, said[name], "judged", Maker(PERSON, "1", j.who), reason=j.why) for name, j in judged.items()]
    return replace(layers, fields=(*made, *overruled, *others))


def _annotated_by(doc: Document, given: Mapping[str, str], *, undated: bool = False) -> Layers:
    """`undated`: a person said that the date is not known, so nothing hangs on what the text seems to say of it."""
    regions = find_regions(doc)
    sentences = find_sentences(doc, regions)
    about = find_fields(doc, regions, given)
    fields = [f for f in about if f.name != "published"]
    times = tuple(find_times(doc))
    dates = tuple(date_document(doc, regions, times, given, about))
    fields.extend(() if undated else dates)
    layers = Layers(doc.id, regions=regions, sentences=sentences, fields=tuple(fields))
    published = _known(layers)
    if published:
        times = tuple(find_times(doc, published=published))
    done = read_layers(doc, replace(layers, times=times))
    return replace(done, fields=(*done.fields, *dates)) if undated else done


def _known(layers: Layers) -> str | None:
    """The document's date where it is known at both ends: relative dates must not hang on an open interval."""
    published = layers.field("published")
    return published.value if published and published.value and not published.value.endswith("..") else None


def read_layers(doc: Document, layers: Layers) -> Layers:
    """The layers that need the learned reader, added to those that do not. A text in another language gets none."""
    if doc.language != "en":
        return layers
    scene = read_scene(doc, layers)
    claims, proposals = read_claims(scene, find_frames(scene))
    return replace(
        layers,
        mentions=tuple(scene.mentions),
        chains=tuple(scene.chains),
        voices=tuple(scene.voices),
        hedges=tuple(find_hedges(doc, scene.sentences, scene.parses)),
        claims=claims,
        proposals=proposals,
    )


def read_claims(scene: Scene, frames: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Proposal, ...]]:
    """What a document states by the vote of both makers, sifted by the proof; and what was read and is not stated."""
    grammar, doubts = doubted(scene, find_claims(scene, frames))
    learned = find_learned(scene)
    every = seated(scene.lookup, scene.chains, vote(scene, grammar, learned), frames)
    every = tallied(scene.doc, scene.sentences, scene.mentions, distributed(scene.lookup, every))
    every = with_heads(scene.lookup, by_entry(scene.doc, scene.sentences, scene.clock, every))
    claims, proposals = sift(scene, frames, of_today(scene, every))
    left = (*proposals, *doubts, *unsure(scene, grammar, learned))
    return rated(scene, claims), tuple(sorted(left, key=lambda p: p.span))


def read_scene(doc: Document, layers: Layers) -> Scene:
    """Mentions, chains, voices and trees of a document: all that claims are read from and checked against."""
    sentences = tuple(s for s in layers.sentences if s.kind in SPEAKING)
    sheets = tuple(s for s in layers.sentences if s.kind == SHEET)
    ranges = [(s.span.start, s.span.end) for s in sentences]
    reading = others.with_names(doc.text, ranges, read(doc.text, ranges))
    trees = {(tree.start, tree.end): Parse(tree, doc.text) for tree in reading.trees}
    parses = [trees.get((s.span.start, s.span.end)) for s in sentences]
    mentions = with_listed(doc, sentences, find_mentions(doc, sentences, layers.times, reading))
    mentions = with_second_names(doc, sentences, settled(doc, mentions))
    mentions = tuple(sorted({*mentions, *named_in_sheets(doc, sheets)}))
    chains = find_chains(doc, sentences, mentions, reading)
    voices = heard(doc, find_voices(doc, sentences, parses, mentions), reading.frames, mentions)
    voices = also_told(doc, sentences, parses, mentions, voices)
    labelled = find_labelled(doc, sentences, parses, mentions, voices)
    voices = tuple(sorted((*voices, *labelled, *find_credits(doc, layers.regions)), key=order))
    chains = going_on(doc, mentions, first_persons(doc, mentions, chains, voices), voices)
    chains = adding(doc, mentions, chains, voices)
    rows = sorted([*zip(sentences, parses, strict=True), *((s, None) for s in sheets)], key=lambda row: row[0])
    sentences, parses = tuple(s for s, _ in rows), [p for _, p in rows]
    nominals = [m for m in reading.mentions if m.form == "nominal"]
    known = _known(layers)
    return Scene(
        doc, sentences, parses, mentions, chains, layers.times, voices, known, nominals, reading.frames, reading.hints
    )


def judged_documents(judgements: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    """What persons decided about documents and did not take back: document -> field -> the judgement that holds."""
    out: dict[str, dict[str, Judgement]] = {}
    for judgement in held(judgements, "document"):
        out.setdefault(judgement.subject, {}).update(dict.fromkeys(json.loads(judgement.object), judgement))
    return out


def judged_value(name: str, judgement: Judgement) -> str:
    """What a judgement says of one field of a document."""
    return str(json.loads(judgement.object)[name])


def derive(case: CaseWriter) -> None:
    """Read anew what persons decided about documents, then make everything derived anew."""
    settle(case)
    derive_only(case)


def settle(case: CaseWriter) -> None:
    """Read those documents again whose fields are not what persons decided: relative dates hang on them."""
    with case.view() as view:
        said = [j for j in view.judgements() if j.kind == "document"]
        judged = judged_documents(said)
        for doc_id in sorted({j.subject for j in said} & view.ids()):
            now = judged.get(doc_id, {})
            before = {f.name: f.value for f in view.layer(doc_id, "fields") if f.origin == "judged"}
            if before != {name: judged_value(name, judgement) for name, judgement in now.items()}:
                doc = view.document(doc_id)
                given = next((s.given for s in view.sightings(doc_id) if s.source == doc.source), {})
                case.reread(doc, annotate_document(doc, given, now))


def reread_by_packs(case: CaseWriter) -> int:
    """Read those documents again that were read by other packs than those of the case now; how many."""
    with case.view() as view:
        judged = judged_documents(view.judgements())
        stale = view.read_by_other_packs()
        for doc_id in stale:
            doc = view.document(doc_id)
            given = next((s.given for s in view.sightings(doc_id) if s.source == doc.source), {})
            case.reread(doc, annotate_document(doc, given, judged.get(doc_id, {})))
    return len(stale)


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest did, in documents; `problems` are those it met.

    `proposals` counts what was read in them and could not be proven, beside the `claims`.
    """

    added: int = 0
    known: int = 0
    reread: int = 0
    claims: int = 0
    proposals: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def documents(self) -> int:
        """How many documents were read or already there."""
        return self.added + self.known + self.reread


Progress = Callable[[Report, int, int], None]
"""Called after each outcome with the report so far, outcomes so far and the number of files."""


def ingest(
    paths: Iterable[Path],
    case: CaseWriter,
    *,
    workers: int = 1,
    limits: Limits | None = None,
    given: Mapping[str, str] | None = None,
    again: bool = False,
    relative_to: Path | None = None,
    derived: bool = True,
    progress: Progress | None = None,
) -> Report:
    """Read files and folders into a case and derive it anew. What the case holds already is skipped.

    Results are stored in the order of the files, so any number of workers gives the same case. `again` reads
    every document anew; sources are told from the folder `relative_to`; `derived` False leaves entities and facts
    to a later `derive`. Never raises for what a file holds.
    """
    others.check()
    jobs = [_told_from(job, relative_to) for job in walk(paths, given=given)]
    workers = workers if len(jobs) > FEW else 1
    limits = limits or Limits()
    with case.view() as view:
        known: set[str] = set() if again else view.ids()
    found = read_all(jobs, workers=workers, limits=limits, known=known)
    keeper = _Keeper(case)
    pool = Pool(_annotate, workers, seconds=limits.wall_seconds)
    for number, (item, layers) in enumerate(_annotated(found, case, pool), start=1):
        keeper.keep(item, layers)
        if progress:
            progress(keeper.report, number, max(number, len(jobs)))
    if derived and not _is_derived(case):
        derive(case)
    return keeper.report


def _is_derived(case: CaseWriter) -> bool:
    with case.view() as view:
        return view.is_derived()


def _told_from(job: Job, folder: Path | None) -> Job:
    if folder is None or job.path is None:
        return job
    return replace(job, source=job.path.relative_to(folder).as_posix())


@dataclass(frozen=True, slots=True)
class _Failed:
    """An exception of a stage, as words: it must cost one document, not the folder."""

    reason: str


_Task = tuple[Document, Mapping[str, str], Judgements, tuple[Pack, ...]]
_Result = Layers | _Failed


def _annotate(task: _Task) -> _Result:
    doc, given, judged, packs = task
    try:
        use(packs)  # in a process of its own none are in force yet
        return annotate_document(doc, given, judged)
    except Exception as error:
        return _Failed(f"a stage gave up ({type(error).__name__}: {str(error)[:200] or 'no reason given'})")


def _annotated(
    found: Iterable[Found], case: CaseWriter, pool: Pool[_Task, _Result]
) -> Iterator[tuple[Found, _Result | Lost | None]]:
    """Each outcome of reading with the readings of its document, in order."""
    waiting: deque[Found] = deque()
    with case.view() as view:
        judged = judged_documents(view.judgements())

    def tasks() -> Iterator[_Task | None]:
        for item in found:
            item = _changed(item, case)
            waiting.append(item)
            given = item.sighting.given if item.sighting else {}
            yield (item.document, given, judged.get(item.document.id, {}), in_force()) if item.document else None

    for result in pool.map(tasks()):
        yield waiting.popleft(), result


def _changed(item: Found, case: CaseWriter) -> Found:
    """A sighting of a stored document about which other things are given now brings the document back to be read."""
    if item.document or not item.sighting:
        return item
    before = case.given(item.sighting.doc_id, item.sighting.source)
    if before is None or before == dict(item.sighting.given):
        return item
    document = case.document(item.sighting.doc_id)
    return replace(item, document=document if document.source == item.sighting.source else None)


class _Keeper:
    """Stores outcomes as they come and counts them."""

    def __init__(self, case: CaseWriter) -> None:
        self._case = case
        self.report = Report()

    def keep(self, item: Found, result: _Result | Lost | None) -> None:
        """Store one outcome: a document with its readings, a sighting of a known one, or a problem."""
        if item.problem:
            self._problem(item.problem)
        elif item.document:
            self._document(item.document, result, item.sighting)
        elif item.sighting:
            self._case.see(item.sighting)
            self._count(known=1)

    def _document(self, doc: Document, result: _Result | Lost | None, sighting: Sighting | None) -> None:
        layers = result if isinstance(result, Layers) else Layers(doc.id)
        self._case.solved(doc.source, keep=self.report.problems)
        self._count(claims=len(layers.claims), proposals=len(layers.proposals))
        if self._case.add(doc, layers, sighting):
            self._count(added=1)
        else:
            self._case.reread(doc, layers, sighting)
            self._count(reread=1)
        if not isinstance(result, Layers):
            reason = result.reason if result else "no stage read it"
            self._problem(Problem(doc.source, _NOT_READ, reason, "Report it with the file; the text can be searched."))

    def _problem(self, problem: Problem) -> None:
        if problem.kind not in _UNSTORED:
            self._case.problem(problem)
        self.report = replace(self.report, problems=(*self.report.problems, problem))

    def _count(self, **more: int) -> None:
        now = {name: getattr(self.report, name) + number for name, number in more.items()}
        self.report = replace(self.report, problems=self.report.problems, **now)

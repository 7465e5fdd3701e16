"""Which claims stand: those the machine read, after what people entered, accepted, corrected and rejected.

A judgement about a claim names it by sentence, predicate, arguments and polarity, so that it finds the claim again when
the document was read anew. One that finds none is waiting; nothing is dropped.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whence.ask.sources import about
from whence.ask.wording import in_words, time_in_words
from whence.errors import BadEntry, UnknownName
from whence.model import (
    PERSON,
    Anchor,
    Argument,
    Claim,
    ClaimKey,
    DocField,
    Document,
    Entry,
    Filled,
    Given,
    Judgement,
    Link,
    Maker,
    Note,
    Signed,
    Span,
    ValidTime,
    digest,
)
from whence.store import CaseView
from whence.vocab import predicate, predicates

VERSION = "1"
KIND = "claim"
ADD, ACCEPT, REJECT, CORRECT, WITHDRAWN = "add", "accept", "reject", "correct", "withdrawn"
NAMED = frozenset({"person", "organization", "place", "facility"})  # types whose bearers are entities of the case
NUMBERS = frozenset({"quantity", "money"})
_LOOKED_AT = 8  # documents that hold the words of a sentence, in which the sentence itself is looked for


@dataclass(frozen=True, slots=True)
class Waiting:
    """A judgement that finds nothing to apply to, and why."""

    judgement: Judgement
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What people's judgements make of the claims of a case.

    `names` says which place of which claim (``args.0``) a person filled with which name; `origins` whom the source of a
    note is; `entries` which judgement entered which claim.
    """

    signed: tuple[Signed, ...]
    notes: tuple[Note, ...]
    names: Mapping[str, Mapping[str, Given]]
    origins: Mapping[str, str]
    waiting: tuple[Waiting, ...]

    def claims(self, doc_id: str, read: Iterable[Claim]) -> tuple[Claim, ...]:
        """The claims of one document or note that stand, of those that were `read`."""
        gone = {j.replaces for j in self.signed}
        own = [j.claim for j in self.signed if j.claim and j.claim.evidence.doc_id == doc_id]
        kept = [c for c in read if c.id not in gone]
        return tuple(sorted([*kept, *own], key=lambda c: c.evidence)) if own else tuple(kept)


def held(judgements: Iterable[Judgement], kind: str = KIND) -> list[Judgement]:
    """The judgements of one kind that nobody took back, in the order in which they count: the last one decides."""
    said = sorted((j for j in judgements if j.kind == kind), key=lambda j: (j.person, j.when, j.id))
    back = {j.object for j in said if j.verdict == WITHDRAWN}
    return [j for j in said if j.verdict != WITHDRAWN and j.id not in back]


def standing(view: CaseView) -> Standing:
    """What the judgements of a case make of its claims."""
    groups: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in held(view.judgements()):
        groups[judgement.subject].append(judgement)
    made = _Making(view)
    for subject, group in groups.items():
        made.decide(subject, group)
    return made.standing()


def key_of(view: CaseView, doc: Document, claim: Claim) -> ClaimKey:
    """What a claim that was read is found by when its document is read again."""
    sentence = view.sentence_at(claim.evidence) or claim.evidence
    args = tuple(sorted((a.role, _words_of(a, doc)) for a in claim.arguments))
    return ClaimKey(doc.id, sentence.start, sentence.end, claim.predicate, args, claim.polarity)


def _words_of(arg: Argument, doc: Document) -> str:
    own = doc.quote(arg.span) if arg.span else arg.value or ""
    meant = f" = {doc.quote(arg.antecedent)}" if arg.antecedent else ""
    return " ".join((own + meant).split()).casefold()


class _Making:
    """Collects what each judgement makes."""

    def __init__(self, view: CaseView) -> None:
        self._view = view
        self._signed: dict[str, Signed] = {}
        self._notes: list[Note] = []
        self._names: dict[str, dict[str, Given]] = {}
        self._origins: dict[str, str] = {}
        self._waiting: list[Waiting] = []
        self._read: dict[str, list[tuple[ClaimKey, Claim]]] = {}

    def standing(self) -> Standing:
        """All that was made."""
        signed = tuple(self._signed.values())
        return Standing(signed, tuple(self._notes), self._names, self._origins, tuple(self._waiting))

    def decide(self, subject: str, group: Sequence[Judgement]) -> None:
        """Apply the judgements about one claim."""
        if subject.startswith("{"):
            self._about_read(ClaimKey.parse(subject), group)
        else:
            self._own(group)

    # A claim of a person's own

    def _own(self, group: Sequence[Judgement]) -> None:
        added = next((j for j in group if j.verdict == ADD), None)
        if added is None:
            reason = "the claim it is about was withdrawn, or is not in this case"
            self._waiting += [Waiting(j, reason) for j in group]
            return
        entry, verdict = Entry.parse(added.object), ADD
        if entry.predicate not in predicates():
            self._wait(group, f"no pack in force has its predicate {entry.predicate}")
            return
        for judgement in group:
            verdict = judgement.verdict
            if verdict == CORRECT:
                entry = amended(entry, Entry.parse(judgement.object))
        ids = tuple(j.id for j in group)
        if verdict == REJECT:
            self._keep(Signed(None, f"own:{added.id}", REJECT, group[-1].who, ids))
            return
        claim, names = self._placed(entry, added)
        self._names[claim.id] = names
        self._keep(Signed(claim, "", verdict, group[-1].who, ids))

    def _placed(self, entry: Entry, added: Judgement) -> tuple[Claim, dict[str, Given]]:
        """The claim of an entry at its sentence in a document of the case, else in a note of its own."""
        doc, where = self._sentence(entry)
        if doc and where and (not entry.said_by or _find(doc, where, entry.said_by)):
            regions = self._view.layer(doc.id, "regions")
            region = next((str(r.kind) for r in regions if r.span.contains(where)), "body")
            claim, names = own_claim(entry, added.who, doc, where, region)
            if claim.id not in self._signed:
                return claim, names
        note, where = note_of(entry, added)
        self._notes.append(note)
        self._origins[note.document.id] = self._origin(entry)
        return own_claim(entry, added.who, note.document, where, "body")

    def _sentence(self, entry: Entry) -> tuple[Document | None, Span | None]:
        if not entry.sentence:
            return None, None
        for doc_id in self._candidates(entry):
            doc = self._view.document(doc_id)
            if found := _find(doc, None, entry.sentence):
                return doc, found
        return None, None

    def _candidates(self, entry: Entry) -> list[str]:
        if entry.source:
            with_name = document_named(self._view, entry.source)
            if with_name:
                return [with_name]
        words = " ".join(re.findall(r"\w+", entry.sentence))
        found = set(self._view.search_documents(f'"{words}"', _LOOKED_AT)) if words else set()
        return [doc_id for doc_id, _ in self._view.sources() if doc_id in found]

    def _origin(self, entry: Entry) -> str:
        """Who a note's source is: the publisher of the document that it names, else the words; '' for none."""
        named = document_named(self._view, entry.source) if entry.source else None
        if not named:
            return " ".join(entry.source.split())
        return about(self._view, named).origin

    # A claim that the machine read

    def _about_read(self, key: ClaimKey, group: Sequence[Judgement]) -> None:
        if key.document not in self._view.ids():
            self._wait(group, "its document is not in the case")
            return
        found = [claim for own, claim in self._claims(key.document) if own.fits(key)]
        if not found:
            self._wait(group, "its document was read again, and no claim there is as it was")
        doc = self._view.document(key.document)
        for claim in found:
            self._apply(claim, doc, group)

    def _wait(self, group: Sequence[Judgement], reason: str) -> None:
        self._waiting += [Waiting(j, reason) for j in group]

    def _claims(self, doc_id: str) -> list[tuple[ClaimKey, Claim]]:
        if doc_id not in self._read:
            doc = self._view.document(doc_id)
            claims = self._view.layers(doc_id).claims
            self._read[doc_id] = [(key_of(self._view, doc, claim), claim) for claim in claims]
        return self._read[doc_id]

    def _apply(self, claim: Claim, doc: Document, group: Sequence[Judgement]) -> None:
        now, names, rejected = claim, dict[str, Given](), False
        for judgement in group:
            rejected = judgement.verdict == REJECT
            if judgement.verdict == CORRECT:
                now, names = corrected(now, Entry.parse(judgement.object), doc, names)
            elif judgement.verdict == ACCEPT and now.status == "machine":
                now = replace(now, status="accepted")
        last, ids = group[-1], tuple(j.id for j in group)
        self._names[now.id] = names
        self._keep(Signed(None if rejected else now, claim.id, last.verdict, last.who, ids))

    def _keep(self, signed: Signed) -> None:
        mark = signed.claim.id if signed.claim else signed.replaces
        self._signed[mark] = signed


def document_named(view: CaseView, name: str) -> str | None:
    """The document that a source names, None where it names none, or may mean several."""
    try:
        return view.find_document(name)
    except (UnknownName, BadEntry):
        return None


def _find(doc: Document, within: Span | None, words: str) -> Span | None:
    """Where words stand in a document, or in a part of it; runs of space do not matter."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return None
    start, end = (within.start, within.end) if within else (0, len(doc.text))
    found = re.compile(pattern).search(doc.text, start, end) or re.compile(pattern, re.I).search(doc.text, start, end)
    return doc.span(*found.span()) if found else None


# From an entry to a claim


def own_claim(entry: Entry, who: str, doc: Document, where: Span, region: str) -> tuple[Claim, dict[str, Given]]:
    """The claim that a person entered, at its evidence, and which of its places they filled with which name."""
    args = tuple(_argument(given, entry.predicate, doc, where) for given in entry.args)
    names = {f"args.{i}": g for i, g in enumerate(entry.args) if is_name(entry.predicate, g)}
    voices: tuple[Link, ...] = ()
    if entry.said_by:
        voices = (Link(_find(doc, where, entry.said_by), "", "entered"),)
        names["attribution.0"] = Given("voice", entry.said_by)
    claim = Claim(
        predicate=entry.predicate,
        arguments=args,
        evidence=where,
        region=region,
        maker=Maker(PERSON, VERSION, who),
        valid=valid_time(entry.predicate, entry.start, entry.end),
        polarity=entry.polarity or "affirmed",
        certainty=entry.certainty or "asserted",
        attribution=voices,
        status="own",
        proof=PERSON,
    )
    return claim, names


def is_name(predicate_name: str, given: Given) -> bool:
    """Whether what fills a role is somebody or something of the case, not words or a number."""
    types = predicate(predicate_name).roles[given.role].types
    if given.best is not None or not types & NAMED:
        return False
    return given.type in NAMED or bool(given.anchors) or (not given.type and given.words != given.words.lower())


def _argument(given: Given, predicate_name: str, doc: Document, where: Span) -> Argument:
    span = _find(doc, where, given.words)
    named = is_name(predicate_name, given)
    types = predicate(predicate_name).roles[given.role].types
    kind = given.type or ("" if named else min(types))
    value = None if named and span else given.words
    return Argument(given.role, span, value, kind, best=given.best, low=given.low, high=given.high)


def valid_time(predicate_name: str, start: str | None, end: str | None) -> ValidTime:
    """When a claim held, of the dates that a person states; an event of one day starts and ends on it."""
    start, end = start or None, end or None
    if predicate_name in predicates() and not predicate(predicate_name).lasts:
        start, end = start or end, end or start
    if start is None and end is None:
        return ValidTime()
    edtf = start if start == end else f"{start or '..'}/{end or '..'}"
    return ValidTime(start, end, edtf, starts=start is not None, ends=end is not None)


def amended(entry: Entry, change: Entry) -> Entry:
    """An entry with the parts that a correction changes."""
    said = {
        name: value
        for name in ("start", "end", "polarity", "certainty")
        if (value := getattr(change, name)) is not None
    }
    roles = {g.role for g in change.args} | set(change.without)
    args = (*(g for g in entry.args if g.role not in roles), *change.args)
    return replace(entry, args=args, **said)


def corrected(
    claim: Claim, change: Entry, doc: Document, before: Mapping[str, Given]
) -> tuple[Claim, dict[str, Given]]:
    """A claim of the machine with the parts that a correction changes, and the places that now hold a person's name."""
    gone = {g.role for g in change.args} | set(change.without)
    kept = [(a, before.get(f"args.{i}")) for i, a in enumerate(claim.arguments) if a.role not in gone]
    new = [
        (_argument(g, claim.predicate, doc, claim.evidence), g if is_name(claim.predicate, g) else None)
        for g in change.args
    ]
    names = {f"args.{i}": given for i, (_, given) in enumerate([*kept, *new]) if given}
    valid = claim.valid
    if change.start is not None or change.end is not None:
        start = valid.start if change.start is None else change.start
        end = valid.end if change.end is None else change.end
        valid = valid_time(claim.predicate, start, end)
    now = replace(
        claim,
        arguments=tuple(a for a, _ in [*kept, *new]),
        valid=valid,
        polarity=change.polarity or claim.polarity,
        certainty=change.certainty or claim.certainty,
        confidence=1.0,
        status="corrected",
        proof=PERSON,
    )
    return now, names


# The note of a claim whose sentence stands in no document of the case


def note_of(entry: Entry, added: Judgement) -> tuple[Note, Span]:
    """The text of an entry, with its fields, and the place in it that proves the claim."""
    doc_id = digest("note", added.id)
    text, start, end = _note_text(entry)
    anchors = (Anchor(0, entry.page),) if entry.page else ()
    source = f"note by {added.who}" + (f", {entry.row}" if entry.row else "")
    doc = Document(doc_id, text, f"{source} ({doc_id[:6]})", media_type="text/x-note", anchors=anchors)
    maker = Maker(PERSON, VERSION, added.who)
    known = {
        "title": f"Note by {added.who}",
        "author": added.who,
        "publisher": entry.source,
        "published": entry.published or added.when[:10],
    }
    fields = tuple(DocField(name, value, "given", maker) for name, value in known.items() if value)
    return Note(doc, fields), doc.span(start, end)


def _note_text(entry: Entry) -> tuple[str, int, int]:
    head = entry_in_words(entry) + "."
    if not entry.sentence:
        return head + _cited(entry), 0, len(head)
    text = f"{head}\n“{entry.sentence}”"
    whole = entry.said_by and entry.said_by not in entry.sentence
    start, end = (0, len(text)) if whole else (len(head) + 2, len(text) - 1)
    return text + _cited(entry), start, end


def _cited(entry: Entry) -> str:
    page = f", page {entry.page}" if entry.page else ""
    return f"\nSource: {entry.source}{page}" if entry.source else ""


def entry_in_words(entry: Entry) -> str:
    """An entry as a line: who, what, when, by whom."""
    filled = [Filled(g.role, None, g.words) for g in entry.args]
    said = in_words(entry.predicate, filled, entry.polarity or "affirmed")
    valid = valid_time(entry.predicate, entry.start, entry.end)
    when = time_in_words(valid.start, valid.end, starts=valid.starts, ends=valid.ends)
    sure = "" if (entry.certainty or "asserted") == "asserted" else f", {entry.certainty}"
    voice = f", according to {entry.said_by}" if entry.said_by else ""
    return said + (f" ({when})" if when else "") + sure + voice


def key_in_words(key: ClaimKey) -> str:
    """What a judged claim says, as a line, where the claim itself is gone."""
    filled = [Filled(role, None, words.split(" = ")[-1]) for role, words in key.args]
    return in_words(key.predicate, filled, key.polarity)

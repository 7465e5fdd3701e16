"""What a person says about claims and documents: checked against the case, then appended as judgements.

Every function takes who says it (`by`) and why; nothing that was said before is changed or deleted.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from whence.annotate.numbers import quantity_at, value
from whence.errors import BadEntry, UnknownName, WhenceError
from whence.model import Claim, Entity, Entry, Given, Judgement
from whence.pipeline import derive
from whence.standing import ACCEPT, ADD, CORRECT, KIND, NUMBERS, REJECT, WITHDRAWN, document_named, held, key_of
from whence.store import CaseView, CaseWriter
from whence.text import edtf
from whence.text.dates import find
from whence.text.fold import fold
from whence.vocab import certainties, mention_types, predicate
from whence.vocab.ontology import Role

DOCUMENT = "document"
DOCUMENT_FIELDS = ("published", "publisher", "author", "title")
_ANCHORS = 5  # places by which an entity chosen by its id is found again
# "1.234" is a thousand in Rome and one in London, "2,5" two and a half in Berlin.
_MONTH = re.compile(r"(?P<month>0?[1-9]|1[0-2])\s?[/.]\s?(?P<year>(?:1[89]|20)\d\d)")  # "03/2015", as tables have it
_DOUBTFUL = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+,\d{1,2})(?![\d,])")


def now() -> str:
    """This moment in UTC, to the microsecond: of two decisions the later one counts."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


# What a person writes, checked


def entry_of(
    view: CaseView, predicate_name: str, args: Iterable[tuple[str, str]], dates: Mapping[str, str], **rest: object
) -> Entry:
    """A checked claim of (role, words) pairs and the dates ``start``, ``end`` or ``date``.

    Words may be ``@ID`` of an entity; a role may carry a type, ``supporter:organization``. Raises `UnknownName`
    and `BadEntry`.
    """
    kind = predicate(predicate_name)
    given = tuple(given_of(view, predicate_name, role, words) for role, words in args if words.strip())
    lost = [r.name for r in kind.roles.values() if r.required and r.name not in {g.role for g in given}]
    if lost:
        raise BadEntry(f"{predicate_name} needs {' and '.join(lost)}", f"Give {' '.join(f'{r}=NAME' for r in lost)}.")
    required = [g for g in given if kind.roles[g.role].required]
    if len(required) > 1 and len({fold(g.words) for g in required}) == 1 and predicate_name != "alias_of":
        told = f"{required[0].words!r} is both {required[0].role} and {required[1].role}"
        raise BadEntry(told, "Say who the other is.")
    start, end = dates_of(dates)
    entry = Entry(predicate_name, given, start=start or None, end=end or None, **rest)  # type: ignore[arg-type]
    return checked(entry)


def checked(entry: Entry) -> Entry:
    """The entry, when its words for certainty and polarity are known and it does not end before it starts."""
    if entry.certainty is not None and entry.certainty not in certainties():
        raise UnknownName("certainty", entry.certainty, certainties())
    if entry.polarity not in (None, "affirmed", "denied"):
        raise UnknownName("polarity", entry.polarity, ("affirmed", "denied"))
    first, last = (edtf.bounds(date) if date else (None, None) for date in (entry.start, entry.end))
    if first[0] is not None and last[1] is not None and last[1] < first[0]:
        raise BadEntry(f"it ends {entry.end}, before it starts {entry.start}", "Turn the dates round.")
    return entry


def given_of(view: CaseView, predicate_name: str, role: str, words: str) -> Given:
    """What fills one role, with the entity that was chosen by id; raises for what the role does not admit."""
    name, _, kind = role.strip().partition(":")
    roles, words = predicate(predicate_name).roles, " ".join(words.split())
    if name not in roles:
        raise UnknownName(f"role of {predicate_name}", name, roles)
    if kind and kind not in mention_types():
        raise UnknownName("mention type", kind, mention_types())
    if roles[name].values and words not in roles[name].values:
        raise UnknownName(f"value of {name}", words, roles[name].values)
    if roles[name].types <= NUMBERS:
        return _number(name, words, roles[name])
    if words.startswith("@"):
        entity = _entity(view, words[1:])
        return Given(name, entity.name, entity.type, _places(view, entity))
    _unambiguous(view, name, words)
    return Given(name, words, kind)


def _entity(view: CaseView, prefix: str) -> Entity:
    found = [e for e in view.entities() if e.id.startswith(prefix)]
    if len(found) != 1:
        raise _unknown_id("entity", prefix, [e.id for e in found], "Ids stand in `whence export entities`.")
    return found[0]


def _places(view: CaseView, entity: Entity) -> tuple[tuple[str, int, int], ...]:
    """Where an entity is mentioned: one place in each of a few documents, for a document may be taken out."""
    first = {span.doc_id: span for span in reversed(view.mentions_of(entity.id))}
    return tuple((s.doc_id, s.start, s.end) for s in sorted(first.values())[:_ANCHORS])


def _unambiguous(view: CaseView, role: str, words: str) -> None:
    """Raise when the case has several bearers of that very name."""
    shown = [e for e in view.entities() if fold(e.name) == fold(words)]
    if len(shown) > 1:
        which = ", ".join(f"@{e.id[:8]} ({_standing(view, e)})" for e in shown[:5])
        raise BadEntry(f"{words!r} is the name of {len(shown)} in the case", f"Say {role}=@ID with one of {which}.")


def _standing(view: CaseView, entity: Entity) -> str:
    """By what a person tells an entity from its namesakes: its type and the files in which it stands."""
    sources = dict(view.sources())
    files = [Path(sources[d]).name for d in view.documents_of(entity.id)]
    return ", ".join((entity.type, *files[:2])) + (" …" if len(files) > 2 else "")


def _number(role: str, words: str, kind: Role) -> Given:
    """A number as a person writes it: ``21``, ``at least two``, ``20-25``, ``2.3 million dollars``; a bound is one."""
    doubt = _DOUBTFUL.search(words)
    if doubt:
        told = f"{role} is {words!r}, of which {doubt[0]!r} may be two numbers"
        raise BadEntry(told, f"Write {doubt[0].replace('.', '').replace(',', '')}, or with a point and other decimals.")
    places = list(_figures(words))
    if not places:
        raise BadEntry(f"{role} is {words!r}, which has no number", f"Give one, such as {role}=21 or {role}=20-25.")
    found = quantity_at(words, *places[0], places[1:])
    if len(places) > 2 or (len(places) == 2 and found.low is None):
        raise BadEntry(
            f"{role} is {words!r}, which has several numbers", f"Give one, such as {role}=21 or {role}=20-25."
        )
    return Given(role, words, min(kind.types), best=found.best, low=found.low, high=found.high)


def _figures(words: str) -> Iterator[tuple[int, int]]:
    """Where the numbers stand in some words: digits with a scale behind them, or number words in a row."""
    start = end = -1
    for part in re.finditer(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+", words):
        plain = part[0].lower()
        counts = value(plain) is not None and plain not in ("a", "an")
        joins = end >= 0 and not words[end : part.start()].strip(" -") and not part[0][0].isdigit()
        if counts and joins:
            end = part.end()
        elif counts or end >= 0:
            if end >= 0:
                yield start, end
            start, end = (part.start(), part.end()) if counts else (-1, -1)
    if end >= 0:
        yield start, end


def dates_of(dates: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Start and end in EDTF, of ``start``, ``end`` and ``date`` (both); None for what is not there."""
    one = dates.get("date")
    if one and "/" in one and edtf.is_edtf(one):
        first, last = one.split("/")
        return first.strip(".") or None, last.strip(".") or None
    start, end = dates.get("start", one), dates.get("end", one)
    return (None if start is None else date_of(start)), (None if end is None else date_of(end))


def date_of(words: str, *, order: str = "", or_say: str = "") -> str:
    """One date in EDTF, of EDTF or words: ``2014-03``, ``March 2014``, ``5.3.2014``. '' stays ''.

    `order` (day, month) says which comes first in ``3/4/2014``. Raises `BadEntry` for what is no date, or may be two;
    `or_say` is what else a person can do about the latter.
    """
    words = words.strip()
    if not words or edtf.is_edtf(words):
        return words
    if (month := _MONTH.fullmatch(words)) is not None:
        return f"{month['year']}-{int(month['month']):02}"
    found = next((e for e in find(words) if e.anchor == "absolute" and e.kind in ("date", "time") and e.edtf), None)
    if found is None or not found.edtf:
        raise BadEntry(f"{words!r} is not a date", "Write 2014, 2014-03, 2014-03-05, March 2014 or 5 March 2014.")
    value = found.edtf.split("T")[0]
    if not value.startswith("["):
        return value
    month_first, day_first = value.strip("[]").split(",")
    if not order:
        raise BadEntry(f"{words!r} may be {month_first} or {day_first}", f"Write it as {day_first}{or_say}.")
    return day_first if order == "day" else month_first


# What is appended


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of an entry: the id of its judgement, and whether it was there already."""

    judgement: str
    new: bool


def enter(case: CaseWriter, entries: Sequence[Entry], *, by: str, why: str = "") -> list[Entered]:
    """Add claims of a person's own and derive the case anew; one that stands already from the same person stays one."""
    by = named(by)
    with case.view() as view:
        there = {(j.subject, j.who): j.id for j in held(view.judgements()) if j.verdict == ADD}
    out = []
    for entry in entries:
        known = there.get((entry.id, by))
        judgement = Judgement(KIND, entry.id, entry.to_text(), ADD, by, now(), why)
        if known is None:
            case.judge(judgement)
            there[entry.id, by] = judgement.id
        out.append(Entered(known or judgement.id, known is None))
    if any(e.new for e in out):
        derive(case)
    return out


def unplaced(view: CaseView, entered: Iterable[tuple[Entry, str]]) -> Iterator[tuple[Entry, str]]:
    """Entries whose sentence or document is not in the case, each with a word about it; (entry, judgement id) come in.

    Such a claim stands in a note with what the person wrote, which is no proof.
    """
    stands = {i: signed.claim for signed in view.signed() for i in signed.judgements}
    for entry, judgement in entered:
        claim = stands.get(judgement)
        if claim is None or claim.evidence.doc_id in view.ids():
            continue
        named_ = document_named(view, entry.source) if entry.source else None
        source = view.document(named_).source if named_ else ""
        if entry.sentence and source:
            yield entry, f"The sentence does not stand in {source} as it was typed"
        elif entry.sentence:
            yield entry, "The sentence stands in no document of the case"
        elif entry.source and not source and Path(entry.source).suffix:
            yield entry, f"{entry.source} is no document of the case"


def decide(
    case: CaseWriter, claim_id: str, verdict: str, *, by: str, why: str, change: Entry | None = None
) -> Judgement:
    """Accept, reject or correct a claim (its id or the beginning of it), and derive the case anew."""
    with case.view() as view:
        subject = subject_of(view, claim_id)
    judgement = Judgement(KIND, subject, change.to_text() if change else "", verdict, named(by), now(), why)
    case.judge(judgement)
    derive(case)
    return judgement


def withdraw(case: CaseWriter, judgement_id: str, *, by: str, why: str) -> Judgement:
    """Take back a judgement about a claim or a document; it stays in the history. Raises `UnknownName`."""
    with case.view() as view:
        said = [j for j in view.judgements() if j.kind in (KIND, DOCUMENT) and j.verdict != WITHDRAWN]
    found = [j for j in said if j.id.startswith(judgement_id)]
    if len(found) != 1:
        step = "Ids stand in square brackets in `whence claim history`."
        raise _unknown_id("judgement", judgement_id, [j.id for j in found], step)
    judgement = Judgement(found[0].kind, found[0].subject, found[0].id, WITHDRAWN, named(by), now(), why)
    case.judge(judgement)
    derive(case)
    return judgement


def set_document(case: CaseWriter, document: str, values: Mapping[str, str], *, by: str, why: str) -> Judgement:
    """Say when a document was published, by whom, who wrote it; it is read again, for its dates hang on that."""
    unknown = set(values) - set(DOCUMENT_FIELDS)
    if unknown:
        raise UnknownName("field of a document", min(unknown), DOCUMENT_FIELDS)
    if not values:
        raise BadEntry("nothing was said about the document", f"Give {', '.join(f'--{f}' for f in DOCUMENT_FIELDS)}.")
    kept = {name: date_of(value) if name == "published" else value.strip() for name, value in values.items()}
    with case.view() as view:
        doc_id = view.find_document(document)
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    judgement = Judgement(DOCUMENT, doc_id, text, "set", named(by), now(), why)
    case.judge(judgement)
    derive(case)
    return judgement


def named(by: str) -> str:
    """The name of who says it; raises `BadEntry` for none."""
    name = " ".join(by.split())
    if not name:
        raise BadEntry("nobody said it", "Give your name with --by, or in WHENCE_BY.")
    return name


def find_claim(view: CaseView, claim_id: str) -> Claim:
    """The claim, standing or as it was read, whose id begins so. Raises `UnknownName`."""
    every = {c.id: c for c in (*view.claims_as_read(), *view.claims())}
    found = [c for i, c in every.items() if i.startswith(claim_id)] if claim_id else []
    if len(found) != 1:
        step = "Ids stand in square brackets in `whence claim list NAME`."
        raise _unknown_id("claim", claim_id, [c.id for c in found], step)
    return found[0]


def _unknown_id(kind: str, prefix: str, found: Sequence[str], step: str) -> WhenceError:
    """What to raise for the beginning of an id with which none begins, or several do."""
    if found and prefix:
        return BadEntry(f"{prefix!r} begins the ids of {len(found)}: {', '.join(found[:5])}", "Write more of it.")
    return UnknownName(f"{kind} id of this case", prefix, (), step)


def subject_of(view: CaseView, claim_id: str) -> str:
    """How a judgement names a claim: its key, for a claim of a person's own the id of its entry."""
    claim = find_claim(view, claim_id)
    added = {j.id: j.subject for j in view.judgements() if j.kind == KIND and j.verdict == ADD}
    for signed in view.signed():
        if signed.claim and signed.claim.id == claim.id:
            own = next((added[i] for i in signed.judgements if i in added), None)
            if own:
                return own
            claim = find_claim(view, signed.replaces)
    return key_of(view, view.document(claim.evidence.doc_id), claim).to_text()


def change_of(
    view: CaseView, claim: Claim, args: Iterable[tuple[str, str]], dates: Mapping[str, str], **rest: object
) -> Entry:
    """A checked correction; ``role=`` with nothing behind it takes the role away."""
    pairs = list(args)
    given = tuple(given_of(view, claim.predicate, role, words) for role, words in pairs if words.strip())
    roles = predicate(claim.predicate).roles
    without = tuple(role for role, words in pairs if not words.strip())
    for role in without:
        if role not in roles:
            raise UnknownName(f"role of {claim.predicate}", role, roles)
        if roles[role].required:
            raise BadEntry(f"{claim.predicate} needs {role}", "Reject the claim if it has none.")
    start, end = dates_of(dates)
    change = Entry(args=given, without=without, start=start, end=end, **rest)  # type: ignore[arg-type]
    if change == Entry():
        raise BadEntry("nothing was changed", "Give role=NAME, --start, --end, --date, --polarity or --certainty.")
    return checked(change)


__all__ = [
    "ACCEPT",
    "CORRECT",
    "REJECT",
    "Entered",
    "change_of",
    "date_of",
    "decide",
    "enter",
    "entry_of",
    "find_claim",
    "set_document",
    "unplaced",
    "withdraw",
]

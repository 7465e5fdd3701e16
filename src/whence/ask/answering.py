"""From a question to short answers with citations, or to "the case does not say". See docs/design/questions.md."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from whence.ask.answers import Citation
from whence.ask.asked import Frame, Question
from whence.ask.cite import Citer
from whence.ask.dates import held, parse_day
from whence.ask.documents import about_document, dependent_sources
from whence.ask.matching import BESIDE, DESCRIBED, SAID, Found, Matcher
from whence.ask.naming import Names
from whence.ask.offices import holders
from whence.ask.questions import read_question
from whence.ask.statements import Reader
from whence.ask.wording import certainty_in_words, day_in_words
from whence.model import Statement
from whence.reconcile.dates import agree, days, finer
from whence.store import CaseView
from whence.vocab import predicate

MOST = 8  # answers shown; the others are runners-up
_ONE = frozenset({"when", "count"})
_KINDS = {"when": ("date",), "count": ("count",), "where": ("place",), "who": ("role", "responsibility", "status")}


@dataclass(frozen=True, slots=True)
class Item:
    """One short answer. `said_by` is the chain of those who say so, the publisher where a text speaks for itself.

    `claims` are the ids of what proves it, `citations` the numbers of their sentences; `note` says what is weak.
    """

    text: str
    entity: str | None = None
    edtf: str | None = None
    said_by: str = ""
    claims: tuple[str, ...] = ()
    citations: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a question: None where the case does not say. `sure` is False for what is weak or disputed."""

    question: str
    answer: tuple[Item, ...] | None
    sure: bool
    citations: tuple[Citation, ...] = ()
    runner_up: tuple[Item, ...] = ()
    remarks: tuple[str, ...] = ()


def answer(view: CaseView, text: str, *, as_of: str | None = None, known_by: str | None = None) -> Reply:
    """Answer one question from the claims of a case.

    `as_of` and `known_by` are dates as they could stand in the question. Raises `BadDate`.
    """
    parse_day(as_of), parse_day(known_by)
    sources = {Path(source).name: doc_id for doc_id, source in view.sources()}
    question = read_question(text, Names(view), sources)
    if as_of:
        question = replace(question, on=as_of, relation="on")
    if known_by:
        question = replace(question, known_by=known_by)
    return _Answering(view, question).reply()


class _Answering:
    def __init__(self, view: CaseView, question: Question) -> None:
        self.view, self.question = view, question
        self.reader, self.citer = Reader(view), Citer(view)

    def reply(self) -> Reply:
        if self.question.asks:
            return self._about_documents()
        if not self.question.frames:
            return self._silent("The question was not understood. Ask who, what, when, where, how many or which.")
        unknown = [n.words for n in self.question.names if not n.entities]
        unknown += [t.words for t in self.question.tellers if t.names and not all(n.entities for n in t.names)]
        found = self._timely(self._found())
        if not found:
            return self._silent(*(f"No one and nothing in this case is called {name!r}." for name in unknown))
        return self._decided(found)

    def _silent(self, *remarks: str) -> Reply:
        names = " ".join(n.words for n in self.question.names if n.entities)
        step = (f"No claim that was read says so; the texts themselves: whence search '{names}'",) if names else ()
        return Reply(self.question.text, None, False, (), (), ("The case does not say.", *remarks, *step))

    def _about_documents(self) -> Reply:
        if self.question.asks == "independence":
            groups = dependent_sources(self.view, self.reader)
            items = tuple(Item(text, claims=ids) for text, ids in groups)
            return Reply(self.question.text, items or None, False, (), ())
        told = about_document(self.view, self.question.document, self.question.asks)
        if told is None:
            return self._silent()
        value, inferred, reading, span = told
        numbers = (self.citer.cite(span),) if span else ()
        note = "inferred" if inferred else ""
        edtf = value if self.question.asks == "published" else None
        item = Item(value, None, edtf, "", (reading,), numbers, note)
        return Reply(self.question.text, (item,), not inferred, self.citer.citations())

    # Finding

    def _found(self) -> list[tuple[Frame, Found]]:
        matcher = Matcher(self.view, self.reader, self.question)
        out: dict[tuple[object, ...], tuple[Frame, Found]] = {}
        for frame in self.question.frames:
            for found in matcher.found(frame):
                hole = next((h for h in frame.holes if h.kind == found.hole.kind), found.hole)
                found = replace(found, hole=replace(found.hole, role=hole.role))
                key = (found.hole.kind, found.hole.role, found.key, found.claim.id)
                if key not in out or found.fit > out[key][1].fit:
                    out[key] = (frame, found)
        return list(out.values())

    def _timely(self, found: Iterable[tuple[Frame, Found]]) -> list[Found]:
        """What fits the time that is asked about; holders of an office are weighed against each other."""
        groups: dict[bool, list[Found]] = defaultdict(list)
        for frame, item in found:
            office = frame.predicate in ("holds_role", "commands") and any(
                h.role in ("holder", "commander") for h in frame.holes
            )
            groups[office].append(item)
        out = holders(groups[True], self.question, self.view, self.reader) if groups[True] else []
        return out + [f for item in groups[False] if (f := self._at_time(item)) is not None]

    def _at_time(self, found: Found) -> Found | None:
        on, s = self.question.on, found.statement
        day = days(on)
        if on is None:
            return found
        if day is None or (found.hole.kind == "when" and found.hole.role == ""):
            return found if day is None or _same_days(s, on) is not False else None
        if self.question.relation != "on":
            first = days(s.start)
            ok = first is not None and (first[1] < day[0] if self.question.relation == "before" else first[0] > day[1])
            return found if ok else None
        holds = held(s, day) if predicate(s.predicate).lasts else _same_days(s, on)
        if holds is None:
            return replace(found, fit=min(found.fit, BESIDE), why=_and(found.why, "the claim is not dated"))
        return found if holds else None

    # Deciding

    def _decided(self, found: Sequence[Found]) -> Reply:
        answers: list[Item] = []
        others: list[Item] = []
        sure = True
        for hole in dict.fromkeys(f.hole for f in found):
            group = [f for f in found if f.hole == hole]
            best = max(f.fit for f in group)
            firm = any(f.firm for f in group if f.fit == best)
            lowest = min(best, DESCRIBED) if self.question.each else best
            chosen = [f for f in group if f.fit >= lowest and (f.firm or not firm or self.question.each)]
            sides = self._sides(chosen, hole.kind)
            shown = sides[: MOST if not self.question.each else 2 * MOST]
            items = [self._item(side, hole.kind) for side in shown]
            answers += items
            sure = sure and best == SAID and firm and self._vouched(chosen) and self._plain(hole.kind, chosen, sides)
            keys = {f.key for f in chosen}
            rest = [f for f in group if f.key not in keys]
            others += [self._item(side, hole.kind) for side in self._sides(rest, hole.kind)]
        asked = {h for f in self.question.frames for h in f.holes if h.kind != "teller"}
        missing = {h.kind for h in asked} - {f.hole.kind for f in found}
        remarks = tuple(f"The case does not say {kind}." for kind in sorted(missing))
        if any(not t.names for t in self.question.tellers):
            remarks += (f"{self.question.tellers[0].words!r} names nobody: every source was asked.",)
            sure = False
        if self.question.vague and not self.question.on:
            remarks += (f"{self.question.vague!r} is no date by itself: name the day, month or year.",)
            sure = False
        return Reply(
            self.question.text,
            tuple(answers),
            sure and not missing,
            self.citer.citations(),
            tuple(others[:MOST]),
            remarks,
        )

    def _sides(self, found: Sequence[Found], kind: str) -> list[list[Found]]:
        """The answers apart: one entity, one number, dates that can be the same; those with most origins first."""
        sides: list[list[Found]] = []
        for f in sorted(found, key=lambda f: (-_length(f) if kind == "when" else 0, f.statement.evidence)):
            homes = [s for s in sides if _agree(s, f, kind)]
            if homes:
                homes[0].append(f)
            else:
                sides.append([f])
        return sorted(sides, key=lambda s: (-len({f.statement.origin for f in s}), -len(s), s[0].statement.evidence))

    def _vouched(self, chosen: Sequence[Found]) -> bool:
        """Whether some document says so itself; where a teller is asked for, their word is what counts."""
        return bool(self.question.tellers) or any(f.statement.own_voice or _spoken(f) for f in chosen)

    def _one_holder(self) -> bool:
        """Whether one at a time is asked for: who holds a post, who leads a body."""
        frames = [f for f in self.question.frames if any(h.role for h in f.holes)]
        return any(h.role not in predicate(f.predicate).one_at_a_time for f in frames for h in f.holes
                   if predicate(f.predicate).one_at_a_time and h.kind == "who")  # fmt: skip

    def _plain(self, kind: str, chosen: Sequence[Found], sides: Sequence[object]) -> bool:
        """Whether nothing speaks against being sure: one value where there can be one, and no conflict on record."""
        if len(sides) > 1 and (kind in _ONE or kind == "whether" or self._one_holder()):
            return False
        claims = {f.claim.id for f in chosen}
        for conflict in self.view.conflicts():
            if conflict.kind in _KINDS.get(kind, ()) and any(claims & set(s.claims) for s in conflict.sides):
                return False
        return True

    def _item(self, side: Sequence[Found], kind: str) -> Item:
        first = side[0]
        text, edtf = first.text, None
        if kind == "when":
            for f in side[1:]:
                text = finer(text, f.text) or text
            edtf, text = text, day_in_words(text)
        claims = tuple(dict.fromkeys(f.claim.id for f in side))
        voices = dict.fromkeys(filter(None, (self._voice(f) for f in side)))
        sure = dict.fromkeys(filter(None, (certainty_in_words(f.claim.certainty) for f in side if not f.firm)))
        inferred = ["inferred"] if kind == "when" and all(f.statement.inferred for f in side) else []
        note = "; ".join([*sure, *inferred, *dict.fromkeys(filter(None, (f.why for f in side)))][:3])
        spans = list(dict.fromkeys(f.claim.evidence for f in side))[:4]
        numbers = tuple(self.citer.cite(s) for s in spans)
        return Item(text, first.entity, edtf, "; ".join(list(voices)[:3]), claims, numbers, note)

    def _voice(self, found: Found) -> str:
        voices = self.reader.voices(found.claim)
        known = self.reader.about(found.claim.evidence.doc_id)
        return ", through ".join(voices) if voices else known.publisher


def _spoken(f: Found) -> bool:
    """Whether the claim is that somebody says something: the document vouches for that."""
    return predicate(f.claim.predicate).group == "speech" and len(f.claim.attribution) <= 1


def _agree(side: Sequence[Found], f: Found, kind: str) -> bool:
    if kind == "when":
        return all(agree(o.text, f.text) for o in side)
    return side[0].key == f.key


def _length(f: Found) -> int:
    range_ = days(f.text)
    return range_[0] - range_[1] if range_ else -(10**9)


def _same_days(s: Statement, on: str) -> bool | None:
    """Whether an event can have been on the days asked about; None where it is not dated."""
    if s.start is None:
        return None
    if on.startswith("XXXX-"):
        return s.start[5:].startswith(on[5:]) if len(s.start) > 4 else None
    first, last, wanted = days(s.start), days(s.end or s.start), days(on)
    if first is None or wanted is None:
        return None
    return first[0] <= wanted[1] and (last or first)[1] >= wanted[0]


def _and(one: str, other: str) -> str:
    return f"{one}; {other}" if one else other

"""From a question to short answers with citations, or to "the case does not say". See docs/design/questions.md."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from whence.ask.asked import BESIDE, DESCRIBED, SAID, Frame, Hole, Question, answers, words
from whence.ask.cite import Citer
from whence.ask.dates import held, may_be_one, parse_day
from whence.ask.disagreeing import disagreements
from whence.ask.documents import about_document, dependent_sources
from whence.ask.matching import Found, Matcher
from whence.ask.naming import Names
from whence.ask.offices import holders
from whence.ask.overviews import overview
from whence.ask.questions import read_question
from whence.ask.replies import Item, Reply
from whence.ask.statements import Reader
from whence.ask.trees import ASKERS
from whence.ask.wording import certainty_in_words, event_in_words, span_in_words
from whence.model import Statement
from whence.reconcile.dates import days, finer
from whence.store import CaseView
from whence.text.fold import fold
from whence.vocab import predicate

MOST = 8  # answers shown; the others are runners-up
_ONE = frozenset({"when", "count"})
_LEARNED = "annotate.learned"
_NOT_READ = "The question was not understood."
_LONGEST = 40  # answers to "list all"
_ASPECTS = 6  # numbers shown where the texts count differently
_KINDS = {"when": ("date",), "count": ("count",), "where": ("place",), "who": ("role", "responsibility", "status")}

_WHETHER = Hole("whether")


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
    """One question on its way to a reply: what is found, fits the time, and is chosen."""

    def __init__(self, view: CaseView, question: Question) -> None:
        self.view, self.question = view, question
        self.reader, self.citer = Reader(view), Citer(view)
        self.suspect: frozenset[str] = frozenset()  # of whom "was X mayor in May" asks
        self.deaf = False  # whether a teller whom the case does not know is passed over

    def reply(self) -> Reply:
        """The reply, also where the case is silent."""
        if self.question.asks == "conflicts":
            return disagreements(self.view, self.question, self.citer)
        if self.question.asks in ("events", "ties"):
            return overview(self.view, self.question)
        if self.question.asks:
            return self._about_documents()
        if not self.question.frames:
            return self._silent(f"{_NOT_READ} Ask who, what, when, where, how many or which, with one verb.")
        unknown = [n.words for n in self.question.names if not n.entities]
        unknown += [t.words for t in self.question.tellers if t.names and not all(n.entities for n in t.names)]
        found = self._timely(self._found())
        if not found and any(not t.names for t in self.question.tellers):
            self.deaf = True
            found = self._timely(self._found())
        if not found and any(h.role == "alias" for f in self.question.frames for h in f.holes):
            return overview(self.view, replace(self.question, asks="ties"))  # "who is X": all that ties X to others
        if not found:
            return self._silent(*(f"No one and nothing in this case is called {name!r}." for name in unknown))
        return self._decided(found)

    def _silent(self, *remarks: str) -> Reply:
        look = " ".join(n.words for n in self.question.names if n.entities) or " ".join(self._described())
        step = (f"No claim that was read says so; the texts themselves: whence search '{look}'",) if look else ()
        silent = () if remarks and remarks[0].startswith(_NOT_READ) else ("The case does not say.",)
        return Reply(self.question.text, None, False, (), (), (*silent, *remarks, *step))

    def _described(self) -> list[str]:
        """The nouns under which a question that names nobody can be looked up."""
        given = (phrase.head for frame in self.question.frames for _, phrase in frame.given)
        asked = (hole.noun for frame in self.question.frames for hole in frame.holes)
        nouns = [noun for noun in (*given, *asked) if noun and noun not in words("asking") | words("people")]
        return (
            list(dict.fromkeys(nouns))[:3]
            or [w for w in re.findall(r"\w{4,}", self.question.text.casefold()) if w not in words("asking") | ASKERS][
                -1:
            ]
        )

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
        matcher = Matcher(self.view, self.reader, self.question, deaf=self.deaf)
        out: dict[tuple[object, ...], tuple[Frame, Found]] = {}
        for frame in map(self._opened, self.question.frames):
            for found in matcher.found(frame):
                hole = next((h for h in frame.holes if h.kind == found.hole.kind), found.hole)
                found = replace(found, hole=replace(found.hole, role=hole.role))
                key = (found.hole.kind, found.hole.role, found.key, found.claim.id)
                if key not in out or found.fit > out[key][1].fit:
                    out[key] = (frame, found)
                for denial in matcher.denials(found) if found.key == "yes" else ():
                    out[denial.hole.kind, "", "no", denial.claim.id] = (frame, denial)
        return list(out.values())

    def _opened(self, frame: Frame) -> Frame:
        """ "Was X mayor in May": asked as "who was mayor in May", for others may have held the office then."""
        role = {"holds_role": "holder", "commands": "commander"}.get(frame.predicate, "")
        timed = self.question.on is not None or self.question.now
        if not self.question.whether or not timed or frame.ends or role not in {r for r, _ in frame.given} - {""}:
            return frame
        self.suspect = next(phrase.entities for r, phrase in frame.given if r == role)
        return replace(frame, given=tuple(p for p in frame.given if p[0] != role), holes=(Hole("who", role),))

    def _timely(self, found: Iterable[tuple[Frame, Found]]) -> list[Found]:
        """What fits the time that is asked about; holders of an office are weighed against each other."""
        groups: dict[bool, list[tuple[Frame, Found]]] = defaultdict(list)
        for frame, item in found:
            office = frame.predicate in ("holds_role", "commands") and any(
                h.role in ("holder", "commander") for h in frame.holes
            )
            groups[office and not frame.begins and not frame.ends].append((frame, item))
        offices = [item for _, item in groups[True]]
        out = holders(offices, self.question, self.view, self.reader) if offices else []
        if self.suspect:
            out = [replace(f, hole=_WHETHER, key="yes", text="yes") for f in out if f.key in self.suspect]
        return out + [f for frame, item in groups[False] if (f := self._at_time(frame, item)) is not None]

    def _at_time(self, frame: Frame, found: Found) -> Found | None:
        on, s = self.question.on, _edge(frame, found.statement)
        day = days(on)
        if on is None:
            return found
        if day is None or (found.hole.kind == "when" and found.hole.role == ""):
            return found if day is None or _same_days(s, on) is not False else None
        if self.question.relation != "on":
            first = days(s.start)
            ok = first is not None and (first[1] < day[0] if self.question.relation == "before" else first[0] > day[1])
            return found if ok else None
        event = frame.begins or frame.ends or not predicate(s.predicate).lasts
        holds = _same_days(s, on) if event else held(s, day)
        if holds is None:
            return replace(found, fit=min(found.fit, BESIDE), why=_and(found.why, "the claim is not dated"))
        return found if holds else None

    # Deciding

    def _decided(self, found: Sequence[Found]) -> Reply:
        told: list[Item] = []
        others: list[Item] = []
        sure = True
        doubts: tuple[str, ...] = ()
        for kind in dict.fromkeys(map(_aspect, found)):
            group = [f for f in found if _aspect(f) == kind]
            chosen = self._chosen(group, kind[0])
            sides = self._sides(chosen, kind[0])
            shown = sides[: self._most(kind[0])]
            told += [self._item(side, kind[0]) for side in shown]
            sure = sure and self._is_sure(group, chosen, kind[0], sides)
            doubts = doubts or self._doubts(chosen, kind[0], sides)
            rest = [f for f in group if f not in chosen and not any(_agree(s, f, kind[0]) for s in shown)]
            others += [self._item(side, kind[0]) for side in [*sides[len(shown) :], *self._sides(rest, kind[0])]]
        remarks = (*self._remarks(found), *doubts)
        told = [*self._renamed(found), *told]
        return Reply(
            self.question.text,
            tuple(_once(told)),
            sure and not remarks,
            self.citer.citations(),
            tuple(others[:MOST]),
            remarks,
        )

    def _renamed(self, found: Sequence[Found]) -> Iterator[Item]:
        """ "Who is X": under what name the case keeps X, where it is another one."""
        if not any(f.hole.kind == "post" or f.hole.role == "commanded" for f in found):
            return
        for name in self.question.names[:1]:
            if len(name.entities) == 1:
                (entity,) = name.entities
                if fold(name.words) not in fold(self.reader.name(entity)):
                    yield Item(self.reader.name(entity), entity, claims=(found[0].claim.id,))

    def _most(self, kind: str) -> int:
        """How many answers are shown."""
        if self.question.every:
            return _LONGEST
        return _ASPECTS if kind == "count" else 2 * MOST if self.question.each else MOST

    def _chosen(self, group: Sequence[Found], kind: str) -> list[Found]:
        """Of all that fills a hole what answers: the best fit, firm claims before others; every number, for texts count
        differently and an analyst wants all of them; dates that say a chosen one more finely.
        """
        best = max(f.fit for f in group)
        firm = any(f.firm for f in group if f.fit == best)
        lowest = min(best, DESCRIBED) if self.question.each else best
        chosen = [f for f in group if f.fit >= lowest and (f.firm or not firm or self.question.each)]
        told = {f.claim.id for f in chosen}
        chosen += [
            f for f in group if f not in chosen and f.claim.id in told
        ]  # both who signed, also one without a name
        if kind == "count":
            told = {f.statement.predicate for f in chosen if not f.loose}
            chosen += [f for f in group if f not in chosen and not f.loose and f.statement.predicate in told]
        if kind == "whether":
            return [f for f in group if f.fit > BESIDE] or chosen
        if kind == "when":
            chosen += [f for f in group if f not in chosen and _refines(f, chosen)]
        return chosen

    def _is_sure(
        self, group: Sequence[Found], chosen: Sequence[Found], kind: str, sides: Sequence[Sequence[Found]]
    ) -> bool:
        best = max(f.fit for f in group)
        firm = any(f.firm for f in group if f.fit == best)
        if best < SAID or any(f.fit < SAID for f in chosen):
            return False
        if all(f.claim.maker.stage == _LEARNED for f in chosen):
            return False  # what the model alone has read is shown, and a person decides
        return firm and self._vouched(chosen) and self._plain(kind, chosen, sides)

    def _doubts(self, chosen: Sequence[Found], kind: str, sides: Sequence[Sequence[Found]]) -> tuple[str, ...]:
        """Why an answer is not sure though each claim fits what is asked: what its notes do not tell."""
        if any(f.fit < SAID or not f.firm for f in chosen):
            return ()
        if all(f.claim.maker.stage == _LEARNED for f in chosen):
            return ("Not sure: read by the model alone, so look at the sentence.",)
        if not self._vouched(chosen):
            return ("Not sure: no document says so in its own voice.",)
        if not self._plain(kind, chosen, sides):
            several = "several are named where one is common." if len(sides) > 1 else "the sources disagree."
            return (f"Not sure: {several}",)
        return ()

    def _remarks(self, found: Sequence[Found]) -> tuple[str, ...]:
        """What an answer leaves open; one that leaves anything open is not sure."""
        asked = {h for f in self.question.frames for h in f.holes if h.kind != "teller"} if not self.suspect else set()
        missing = {h.kind for h in asked} - {f.hole.kind for f in found}
        if self.question.frames and any(h.role == "holder" or h.kind == "post" for h in asked) and found:
            missing -= {"what"}  # "who is X": not everyone belongs to a body
        remarks = tuple(f"The case does not say {kind}." for kind in sorted(missing))
        if self.deaf:
            remarks += (f"{self.question.tellers[0].words!r} names nobody: every source was asked.",)
        if self.question.vague and not self.question.on:
            remarks += (f"{self.question.vague!r} is no date by itself: name the day, month or year.",)
        if self.question.unread:
            remarks += (f"Not read in the question: {', '.join(self.question.unread)}.",)
        return remarks

    def _sides(self, found: Sequence[Found], kind: str) -> list[list[Found]]:
        """The answers apart: one entity, one number, dates that can be the same; those with most origins first."""
        sides: list[list[Found]] = []
        for f in sorted(found, key=lambda f: (_length(f) if kind == "when" else 0, f.statement.evidence)):
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
        if len(sides) > 1 and not self.question.every and _mostly_one(chosen):
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
            spell = next((f.text for f in side if _is_spell(f)), None)
            text = spell or text
            for f in () if spell else side[1:]:
                text = finer(text, f.text) or text if days(text) or not days(f.text) else f.text
            told = next((f.statement for f in side if f.text == text), first.statement)
            edtf, text = text, _when_in_words(text, told)
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


def _when_in_words(edtf: str, said: Statement) -> str:
    """A spell in words, or the days between which an event lies."""
    first, _, last = edtf.partition("/")
    if last in ("", "..") or first in ("", "..") or predicate(said.predicate).lasts:
        return span_in_words(edtf)
    return event_in_words(first, last)


def _is_spell(found: Found) -> bool:
    """Whether a claim gives both ends of what lasts, which tells more than the year in which it began."""
    first, _, last = found.text.partition("/")
    return predicate(found.statement.predicate).lasts and bool(last) and ".." not in (first, last)


def _edge(frame: Frame, s: Statement) -> Statement:
    """What a claim says of the beginning, or of the end, where a question is about that."""
    if frame.begins and predicate(s.predicate).lasts:
        return replace(s, start=s.start if s.starts else None, end=None)
    if frame.ends and predicate(s.predicate).lasts:
        return replace(s, start=s.end if s.ends else None, end=None)
    return s


def _spoken(f: Found) -> bool:
    """Whether the claim is that somebody says something: the document vouches for that."""
    return predicate(f.claim.predicate).group == "speech" and len(f.claim.attribution) <= 1


def _aspect(f: Found) -> tuple[str, str]:
    """What of a question something answers: all numbers are one aspect, whatever role they stand in."""
    return f.hole.kind, "" if f.hole.kind == "count" else f.hole.role


def _mostly_one(chosen: Sequence[Found]) -> bool:
    """Whether several answers stand in different sentences where one is common: two texts name two owners."""
    table = answers()["mostly_one"]
    said = {f.statement.evidence for f in chosen if f.hole.role in table.get(f.statement.predicate, ())}
    return len(said) > 1


def _once(items: Sequence[Item]) -> list[Item]:
    """The answers without those that another one holds: "chair" beside "chair of X", X beside it too."""
    texts = [i.text for i in items]
    seen: set[str] = set()
    out = []
    for item in items:
        held = any(t.startswith(f"{item.text} of ") or t.endswith(f" of {item.text}") for t in texts)
        if item.text not in seen and not held:
            out.append(item)
        seen.add(item.text)
    return out


def _refines(f: Found, chosen: Sequence[Found]) -> bool:
    """Whether a date lies within one that was chosen."""
    return any(finer(c.text, f.text) == f.text != c.text for c in chosen)


def _agree(side: Sequence[Found], f: Found, kind: str) -> bool:
    if kind == "when":  # a date that only stands beside a claim is shown apart, though it may be the very day
        return all(may_be_one(o.text, f.text) and (o.fit == BESIDE) == (f.fit == BESIDE) for o in side)
    return side[0].key == f.key


def _length(f: Found) -> int:
    """Days from the first to the last of a date; of what is none, more than any date has."""
    range_ = days(f.text)
    return range_[1] - range_[0] if range_ else 10**9


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

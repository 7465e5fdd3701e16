"""What a claim puts into the hole of a question: a name, a date, a number, a post, yes or no."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whence.annotate.numbers import value as number_in
from whence.ask.asked import AMOUNT, BESIDE, DESCRIBED, SAID, Frame, Hole, Question, words
from whence.ask.likeness import ended
from whence.ask.statements import Reader
from whence.model import Claim, Filled, Mention, Span, Statement
from whence.reconcile.dates import days
from whence.store import CaseView
from whence.text.fold import fold
from whence.vocab import predicates

_OFFICES = frozenset({"holder", "appointee", "person", "relative", "victim"})
_COIN = 16  # characters behind a number in which the name of a coin may stand
_COUNTED = {"count": ("victim", "target", "counted"), "killed": (), "injured": ()}  # where a number may stand instead


@dataclass(frozen=True, slots=True)
class Filling:
    """One thing that fills a hole. `key` tells two apart; `fit` is SAID where the claim plainly says it."""

    key: str
    text: str
    entity: str | None = None
    fit: int = SAID
    why: str = ""


class Fillings:
    """Fills the holes of one question's frames from claims."""

    def __init__(self, view: CaseView, reader: Reader, question: Question) -> None:
        self.view, self.reader, self.question = view, reader, question
        self._asked = set(fold(question.text.rstrip("?")).split())

    def find(self, hole: Hole, s: Statement, claim: Claim, frame: Frame) -> Iterator[Filling]:
        """Everything that one claim puts into a hole."""
        if hole.kind == "whether":
            yield from self._whether(s, claim, frame)
        elif hole.kind == "when" or not hole.role:
            yield from self._times(s, claim, frame)
        elif hole.kind == "count":
            yield from self._numbers(s, hole)
        elif hole.kind == "post":
            yield from _posts(s)
        else:
            yield from self._things(hole, s, frame)

    def _whether(self, s: Statement, claim: Claim, frame: Frame) -> Iterator[Filling]:
        if frame.ends and not ended(claim):
            return  # that she was chairwoman says nothing of her leaving
        yield Filling("no", "no") if s.polarity == "denied" else Filling("yes", "yes")

    def _things(self, hole: Hole, s: Statement, frame: Frame) -> Iterator[Filling]:
        taken: set[str] = (
            set() if s.predicate == "alias_of" else {i for _, phrase in frame.given for i in phrase.entities}
        )
        for arg in (a for a in s.args if a.role == hole.role):
            if arg.entity in taken or fold(arg.words) in words("nobody"):
                continue
            text = " ".join(arg.words.split()).rstrip(",;")  # of quoted words the comma that leads on
            if s.predicate == "alias_of" and fold(text) in self._asked_names():
                continue
            if arg.entity and s.predicate != "alias_of":
                kind = self.view.entity(arg.entity).type
                wanted = types(hole)
                if not wanted or kind in wanted:
                    yield Filling(arg.entity, self.reader.name(arg.entity), arg.entity)
            elif set(fold(text).split()) <= self._asked and hole.kind == "who":
                continue  # "her successor" does not say who the successor is
            elif hole.kind == "where" and text.islower():
                if " " in text:  # "the cathedral square" is somewhere, "a house" is anywhere
                    yield Filling(fold(text), text, None, SAID)
            else:
                free = hole.kind == "what" and not types(hole)
                yield Filling(
                    fold(text), text, None, *((SAID, "") if free else (DESCRIBED, "in the words of the text"))
                )

    def _asked_names(self) -> set[str]:
        return {fold(n.words) for n in self.question.names}

    # Times

    def _times(self, s: Statement, claim: Claim, frame: Frame) -> Iterator[Filling]:
        lasts = predicates()[s.predicate].lasts
        if frame.ends and lasts:  # "when did she resign as chairwoman": not when she became it
            if s.end and s.ends:
                yield Filling(s.end, s.end, None, DESCRIBED if s.inferred else SAID)
            return
        if not s.start:
            yield from self._beside(s, claim, frame)
            return
        fit = DESCRIBED if s.inferred else SAID
        if not lasts:
            when = f"{s.start}/{s.end}" if s.end and s.end != s.start else s.start
            yield Filling(when, when, None, fit)
        elif s.starts and frame.predicate in ("holds_role", "commands") and not frame.begins:
            spell = f"{s.start}/{s.end}" if s.end and s.ends else f"{s.start}/.."
            yield Filling(spell, spell, None, fit)
        elif s.starts:
            yield Filling(s.start, s.start, None, fit)
        else:
            yield Filling(f"../{s.start}", f"../{s.start}", None, BESIDE, "it was so by then; its start is not said")

    def _beside(self, s: Statement, claim: Claim, frame: Frame) -> Iterator[Filling]:
        """Of a claim without a date: the nearest date of its sentence; without one, that the text could say it."""
        if predicates()[s.predicate].lasts and (not frame.begins or ended(claim)):
            return
        near = [
            t
            for t in self.view.layer(s.evidence.doc_id, "times")
            if t.edtf and s.evidence.start <= t.span.start and t.span.end <= s.evidence.end and days(t.edtf)
        ]
        if near:
            behind = max((a.span.end for a in claim.arguments if a.span), default=s.evidence.start)
            nearest = min(near, key=lambda t: (t.span.start < behind, abs(t.span.start - behind)))
            yield Filling(nearest.edtf, nearest.edtf, None, BESIDE, "the date stands in its sentence")
            return
        published = self.reader.about(s.evidence.doc_id).published
        if days(published) and claim.own_voice:
            yield Filling(
                f"../{published}", f"../{published}", None, BESIDE, "the text of that day says so, without a date"
            )

    # Numbers

    def _numbers(self, s: Statement, hole: Hole) -> Iterator[Filling]:
        if hole.role == AMOUNT:
            yield from self._amounts(s)
            return
        own = [a for a in s.args if a.role == hole.role]
        for role in () if own else _COUNTED.get(hole.role, ()):
            own += [
                a for a in s.args if a.role == role and not a.entity and number_in(a.words.split(" ")[0]) is not None
            ]
        for arg in own:
            yield _number(arg)

    def _amounts(self, s: Statement) -> Iterator[Filling]:
        """The one sum of money that stands in the sentence of a claim which has no role for it."""
        held = [a.words for a in s.args if a.role == "means" and any(c.isdigit() for c in a.words)]
        if held:
            yield Filling(fold(held[0]), " ".join(held[0].split()))
            return
        sums = [
            span
            for m in self.view.layer(s.evidence.doc_id, "mentions")
            if s.evidence.start <= m.span.start and m.span.end <= s.evidence.end and (span := self._sum(m))
        ]
        if len(sums) == 1:
            text = " ".join(self.reader.quote(sums[0]).split())
            yield Filling(fold(text), text, None, BESIDE, "the sum stands in its sentence")

    def _sum(self, mention: Mention) -> Span | None:
        """The words of a sum of money; a number with a coin behind it is one too."""
        if mention.type == "money":
            return mention.span
        after = re.match(r"\s+(\w+)", self.reader.after(mention.span, _COIN)) if mention.type == "quantity" else None
        if after is None or after[1].casefold().removesuffix("s") not in words("money"):
            return None
        return Span(mention.span.doc_id, mention.span.start, mention.span.end + after.end())


def _first_number(arg: Filled) -> float | None:
    """The number that an argument begins with: "five men"."""
    return number_in(arg.words.split(" ")[0])


def _number(arg: Filled) -> Filling:
    if arg.low is not None or arg.high is not None:
        edges = f"at least {arg.low:g}" if arg.low is not None else f"at most {arg.high:g}"
        return Filling(edges, edges)
    number = arg.best if arg.best is not None else number_in(arg.words)
    number = number if number is not None else _first_number(arg)
    plain = number is not None and number == int(number) and abs(number) < 10**6
    text = f"{number:g}" if plain else " ".join(arg.words.split())
    return Filling(text, text, None, SAID if number is not None else DESCRIBED)


def _posts(s: Statement) -> Iterator[Filling]:
    post, of, to = s.get("post"), s.get("of"), s.get("to")
    if post:
        text = post.words + (f" of {of.words}" if of else "") + (f" to {to.words}" if to else "")
        yield Filling(fold(text), text)


def types(hole: Hole) -> frozenset[str]:
    """The types of entity that may fill a hole; empty for any."""
    if hole.kind == "who":
        land = {"place"} if hole.role not in _OFFICES else set()
        return frozenset({"person", "organization", "nationality"} | land)
    for label in ("organization", "place", "person"):
        if hole.noun and hole.noun in words(label):
            return frozenset({label, "facility"} if label == "place" else {label})
    return frozenset()

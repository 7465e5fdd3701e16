"""Answers to "do the sources disagree on X": the disagreements on record that touch what the question names."""

from whence.ask.asked import Question
from whence.ask.cite import Citer
from whence.ask.replies import Item, Reply
from whence.model import Conflict
from whence.store import CaseView

SHOWN = 12  # disagreements in one answer


def disagreements(view: CaseView, question: Question, citer: Citer) -> Reply:
    """The recorded disagreements about everything that the question names; all of them where it names nothing."""
    found = [c for c in view.conflicts() if all(_touches(view, c, n.entities) for n in question.names)]
    items = tuple(_item(view, conflict, citer) for conflict in found[:SHOWN])
    more = (f"{len(found) - SHOWN} more: whence conflicts",) if len(found) > SHOWN else ()
    none = () if found else ("No disagreement on that is on record. Ask the question itself to see every answer.",)
    return Reply(question.text, items or None, False, citer.citations(), (), (*none, *more))


def _touches(view: CaseView, conflict: Conflict, entities: frozenset[str]) -> bool:
    return any(entities & set(view.roles_of(c).values()) for side in conflict.sides for c in side.claims)


def _item(view: CaseView, conflict: Conflict, citer: Citer) -> Item:
    claims = tuple(c for side in conflict.sides for c in side.claims)
    spans = dict.fromkeys(claim.evidence for claim in view.claims(claims))
    values = " or ".join(side.value for side in conflict.sides)
    numbers = tuple(citer.cite(span) for span in spans)
    return Item(f"{conflict.about}: {values}", claims=claims, citations=numbers, note=conflict.kind)

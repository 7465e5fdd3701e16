"""What is said of each of a row: "Ada, Ivo and Jana, each of whom was fined" tells it of all three."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.model import Argument, Claim, Span

# "Nine clerks, among them the treasurer Ana Mor and Ivo Duda, were killed"
AMONG = re.compile(r",?\s+(?:among them|including|amongst them|one of them|notably)\s+", re.IGNORECASE)
BEFALLS = {
    "kills": "victim",
    "injures": "victim",
    "abducts": "victim",
    "arrests": "target",
    "captures": "captured",
    "charges": "target",
    "died": "person",
    "elects": "elected",
    "designates": "target",
}
# What is no part of a row: another clause, or somebody of whom its last is ("a driver for Ivo Duda").
BEYOND = re.compile(r"[.;:]|\b(?:was|were|is|who|whose)\b|\b(?:of|for|to|with|from|by|in|at)\s(?!.*,\s*$)")
BEFORE_NAME = re.compile(r"(?:,\s*|\band\s+|^)(?:(?:the|a|an|his|her|its|their)\s+)?(?:[\w'’-]+\s+){0,5}$")
EACH = re.compile(r",\s+(?:each|both|all)\s+of\s+(?:which|whom)\b")
BETWEEN = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:,\s*(?:and\s+)?|\band\s+)(?:the\s+)?")


def distributed(lookup: Lookup, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and beside one the same of each of the row before "each of which", or of the row "among them"."""
    return [one for claim in claims for each in _of_each(lookup, claim) for one in _of_them(lookup, each)]


def _of_them(lookup: Lookup, claim: Claim) -> Iterator[Claim]:
    """What befell several befell those of them that are named: "nine clerks, among them Ana Mor, were killed"."""
    yield claim
    arg = claim.argument(BEFALLS.get(claim.predicate, ""))
    if arg is None or arg.span is None or arg.antecedent is not None or lookup.holds_name(arg.span):
        return
    opened = AMONG.match(lookup.doc.text, arg.span.end)
    for name in _row(lookup, opened.end()) if opened is not None else ():
        other = replace(arg, span=name, value=None, type="person")
        kept = (a for a in claim.arguments if a.role != "count")
        yield replace(claim, arguments=tuple(other if a is arg else a for a in kept))


def _row(lookup: Lookup, start: int) -> Iterator[Span]:
    """The people named in a row that opens at `start`, each right behind a comma, "and" or a title."""
    text = lookup.doc.text
    people = sorted(
        m.span for m in lookup.mentions if m.form == "name" and m.type == "person" and m.span.start >= start
    )
    for span in people:
        between = text[start : span.start]
        if len(between) > 60 or not BEFORE_NAME.search(between) or BEYOND.search(between):
            return
        yield span
        start = span.end


def _of_each(lookup: Lookup, claim: Claim) -> Iterator[Claim]:
    yield claim
    for arg in claim.arguments:
        for name in _others(lookup, arg, claim.trigger):
            other = replace(arg, span=name, antecedent=None, inferred=False)
            yield replace(claim, arguments=tuple(other if a is arg else a for a in claim.arguments))


def _up_to_each(text: str, first: Span, names: Sequence[Span]) -> list[Span]:
    """The names of a row behind its `first`, on which a tree may hang what is said of each."""
    row, end = [], first.end
    for span in names:
        if span.start >= end and BETWEEN.fullmatch(text, end, span.start):
            row.append(span)
            end = span.end
    return row


def _others(lookup: Lookup, arg: Argument, trigger: Span | None) -> list[Span]:
    """The names of the row before the one for which "each of which" stands, nearest first."""
    text, last = lookup.doc.text, arg.antecedent or arg.span
    if last is None or trigger is None:
        return []
    alike = sorted(m.span for m in lookup.mentions if m.form == "name" and m.type == arg.type)
    row = _up_to_each(text, last, alike)
    opened = EACH.match(text, row[-1].end if row else last.end)
    if opened is None or trigger.start < opened.end():
        return []
    if arg.span != last and arg.span is not None and arg.span.end != opened.end():
        return []
    end = last.start
    for span in reversed([s for s in alike if s.end <= end]):
        if not BETWEEN.fullmatch(text, span.end, end):
            break
        row.append(span)
        end = span.start
    return row

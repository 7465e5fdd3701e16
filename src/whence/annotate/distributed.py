"""What is said of each of a row: "Ada, Ivo and Jana, each of whom was fined" tells it of all three."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.annotate.arguments import Lookup
from whence.model import Argument, Claim, Span

EACH = re.compile(r",\s+(?:each|both|all)\s+of\s+(?:which|whom)\b")
BETWEEN = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*(?:,\s*(?:and\s+)?|\band\s+)(?:the\s+)?")


def distributed(lookup: Lookup, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and beside one that is told of "each of which" the same of each name of the row before it."""
    return [one for claim in claims for one in _of_each(lookup, claim)]


def _of_each(lookup: Lookup, claim: Claim) -> Iterator[Claim]:
    yield claim
    for arg in claim.arguments:
        for name in _others(lookup, arg, claim.trigger):
            other = replace(arg, span=name, antecedent=None, inferred=False)
            yield replace(claim, arguments=tuple(other if a is arg else a for a in claim.arguments))


def _others(lookup: Lookup, arg: Argument, trigger: Span | None) -> list[Span]:
    """The names of the row before the one for which "each of which" stands, nearest first."""
    text, last = lookup.doc.text, arg.antecedent or arg.span
    opened = EACH.match(text, last.end) if last is not None else None
    if opened is None or last is None or trigger is None or trigger.start < opened.end():
        return []
    if arg.span != last and arg.span is not None and arg.span.end != opened.end():
        return []
    row, end = [], last.start
    names = [m.span for m in lookup.mentions if m.form == "name" and m.type == arg.type and m.span.end <= end]
    for span in sorted(names, reverse=True):
        if not BETWEEN.fullmatch(text, span.end, end):
            break
        row.append(span)
        end = span.start
    return row

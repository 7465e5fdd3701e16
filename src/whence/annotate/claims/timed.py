"""The time of a claim by a tree."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.grammar import Match
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock, valid
from whence.model import Argument, Claim, Sentence, TimeExpression, ValidTime

CHANGES = frozenset({"counts.change", "counts.change_from"})
OF_NUMBER = re.compile(r"\s+(?:[a-z]+\s+)??(?:in|at|by|on|during)\s+(?:the\s+)?")
TO_OR_FROM = re.compile(r"\b(?:to|from)\b")
OWN_AGENT = re.compile(r"\band\b.*\bby\s+(?:(?:the|a|an)\s+)?$", re.DOTALL)


def time_of(
    clock: Clock, sentence: Sentence, parse: Parse, match: Match, arguments: Sequence[Argument] = ()
) -> ValidTime:
    """The time of a clause; a title in passing ("dismissed in May by the director, X") has only its own bracket."""
    lasts = match.pattern.predicate.lasts
    if match.pattern.options.get("certainty") == "claimed" and match.pattern.kind == "verb":
        return ValidTime()  # who claims a raid on Friday did not make it on Friday
    if match.pattern.predicate.name == "family_of" and match.pattern.kind == "noun":
        return ValidTime()  # who is somebody's son is so for life
    if "<posts>" in match.pattern.options.get("noun", ()) and not parse.kids(match.trigger, "cop"):
        start, end = parse.phrase(match.trigger)
        bodies = (a.span.end for a in arguments if a.role in ("of", "to") and a.span and a.span.start >= start)
        return clock.of_stretch(sentence, start, max([end, *bodies]), False, False)
    if match.pattern.name in CHANGES and len(arguments) > 1:
        return _time_of_end(clock, parse, match.trigger, sentence, arguments[1])
    own = _own_time(clock, parse, match.trigger, arguments[0]) if arguments and match.pattern.kind == "verb" else None
    if own is None:
        return clock.of_token(sentence, parse, match.trigger, lasts)
    found = valid(own, lasts)
    before = parse.text[: own.span.start].rstrip().lower()
    if found.end is None and found.start and before.endswith((" from", " since")):
        return replace(found, edtf=f"{found.start}/..", starts=True)  # from then on, and not some time then
    return found


def _time_of_end(clock: Clock, parse: Parse, verb: int, sentence: Sentence, number: Argument) -> ValidTime:
    """The time of one end of a change: of "rose from 90 in 2001 to 140 in 2011" each has its own."""
    time = clock.of_token(sentence, parse, verb, False)
    if number.span is None:
        return time
    behind = clock.within(number.span.end, min(number.span.end + 48, sentence.span.end))[:1]
    if behind and OF_NUMBER.fullmatch(parse.text, number.span.end, behind[0].span.start):
        return valid(behind[0], False)
    if time.span is None:
        return time
    first, last = sorted((time.span, number.span))
    return ValidTime() if TO_OR_FROM.search(parse.text, first.end, last.start) else time


def _own_time(clock: Clock, parse: Parse, verb: int, doer: Argument) -> TimeExpression | None:
    """The time of one of several who did it: "was led from 2010 to 2014 by Vale and from 15 May 2018 by Duda"."""
    if doer.span is None or not parse.is_passive(verb):
        return None
    agents = [c for f in parse.subjects(verb) for c in parse.conjuncts(f.token)]
    before = max((parse.tokens[k].end for k in agents if parse.tokens[k].end <= doer.span.start), default=None)
    if before is None or not OWN_AGENT.search(parse.text[before : doer.span.start]):
        return None
    times = clock.within(before, doer.span.start)
    return times[0] if len(times) == 1 else None


def tenure(claim: Claim) -> Claim:
    """Who is appointed or elected holds the post from then on."""
    names = {"appointee": "holder", "elected": "holder", "post": "post", "of": "of", "to": "to"}
    arguments = tuple(replace(a, role=names[a.role]) for a in claim.arguments if a.role in names)
    start = claim.valid.start
    valid = ValidTime(start, None, f"{start}/.." if start else None, claim.valid.inferred, start is not None)
    return replace(claim, predicate="holds_role", arguments=arguments, valid=valid)

"""Posts that begin where they are named: "the treasurer, Ana Mor, who took office on 2 March"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.departures import bearers
from whence.annotate.grammar.slots import fill
from whence.annotate.modality import Modality, modality
from whence.annotate.syntax import Parse
from whence.annotate.validity import Clock, begun, valid
from whence.model import Claim, Sentence, Span, ValidTime
from whence.vocab import load_words

SINCE = re.compile(r"\s+since\s+(?:the\s+)?\S+(?:\s+\S+){0,3}$", re.IGNORECASE)
# "Ana Mor of Peru, in office since", "Ana Mor, who has been in the post since"
BEHIND_NAME = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[\w-]+)?,\s+(?:who\s+(?:has|had|is|was)\s+(?:been\s+)?)?in\s+(?:the\s+)?"
)
REACH = 40  # characters from "in office" to the end of its date


def arrived(clock: Clock, sentence: Sentence, parse: Parse, claim: Claim) -> Claim:
    """The claim of a post with its start, where the same sentence tells since when its holder has it."""
    holder = claim.argument("holder")
    stated = claim.valid.span is not None or claim.valid.ends
    if claim.predicate != "holds_role" or holder is None or holder.span is None or stated:
        return claim
    if (claim.certainty, claim.polarity) != ("asserted", "affirmed"):
        return claim
    post = claim.argument("post")
    titled = parse.at(post.span.start, post.span.end) if post is not None and post.span is not None else ()
    bearer = bearers(parse, holder.span).union(titled)
    for time in (*_entered(clock, sentence, parse, bearer), *_since(clock, parse, bearer, holder.span)):
        if time.start and (time.edtf or "").partition("/")[2] in ("", ".."):
            return replace(claim, valid=begun(time))
    return claim


def _entered(clock: Clock, sentence: Sentence, parse: Parse, bearer: set[int]) -> Iterator[ValidTime]:
    """When somebody took the post: "took office on 2 March", "assumed her duties in May"."""
    words = load_words("beginnings.yaml")
    for verb, token in enumerate(parse.tokens):
        holds = parse.lemmas[verb] in words["holds"]
        takes = holds or parse.lemmas[verb] in words["takes"]
        if token.upos != "VERB" or not takes or modality(parse, verb) != Modality():
            continue
        taken = {parse.lemmas[f.token] for f in parse.objects(verb)}
        if taken.intersection(words["taken"]) and bearer.intersection(f.token for f in parse.subjects(verb)):
            time = clock.of_token(sentence, parse, verb, False)
            if not holds or (time.edtf or "").endswith("/.."):
                yield time


def _since(clock: Clock, parse: Parse, bearer: set[int], name: Span) -> Iterator[ValidTime]:
    """Since when somebody is "in the post": as the predicate of a clause, or behind the name."""
    for noun, lemma in enumerate(parse.lemmas):
        if lemma not in load_words("beginnings.yaml")["taken"] or parse.preposition(noun) != "in":
            continue
        whose = {parse.tokens[noun].head, *(f.token for f in fill(parse, noun, "subject"))}
        behind = BEHIND_NAME.fullmatch(parse.text, name.end, parse.tokens[noun].start)
        another = parse.kids(noun, "compound") or parse.oblique(noun, "of")
        if another or not (behind or bearer & whose):
            continue  # "in the office of the mayor since May"
        end = parse.tokens[noun].end
        for time in clock.within(end, end + REACH)[:1]:
            if SINCE.match(parse.text, end, time.span.end):
                yield replace(valid(time, False), end=None)

"""Times that belong to another part of the sentence than the claim that got them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.annotate.validity import until
from whence.model import Claim, Document, Span, ValidTime
from whence.vocab import word_set

BELONGING = frozenset({"member_of", "formed"})
LASTING = frozenset({"commands", "directs", "controls", "operates", "owns"})
HELD = frozenset({"member_of", "served_at", "holds_role", "holds_rank", "based_in"})
BRACKETED = ("alias", "bearer")
LIFE = re.compile(r"\d\s*(?:–|—|--+)\s*\w")  # "(born circa 1990 – 15 January 2006)": the first is the birth


def in_its_time(doc: Document, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim without a time that is not its own, and over where somebody leaves what he belonged to."""
    time = claim.valid.span
    if time is None:
        return claim
    if claim.predicate == "born" and LIFE.search(doc.quote(time)) and claim.valid.start:
        day = claim.valid.start
        return replace(claim, valid=replace(claim.valid, end=day, edtf=day))
    if claim.predicate == "alias_of" and any(_in_brackets(doc, claim, role) for role in BRACKETED):
        return replace(claim, valid=ValidTime())  # "a member of the Ports Council (PC) since 2012"
    if _is_of_deed_above(parse, i, claim, time) or _is_of_opening(parse, i, time):
        return replace(claim, valid=ValidTime())
    if _is_of_next_deed(parse, i, claim, time) or _is_of_people(parse, claim, time):
        return replace(claim, valid=ValidTime())
    if _is_of_next_noun(parse, i, claim, time) or _was_before(parse, i, time) or _is_of_clause(parse, i, claim, time):
        return replace(claim, valid=ValidTime())
    over = _is_left(parse, i, claim) and not claim.valid.ends
    return replace(claim, valid=until(claim.valid)) if over else claim


def _is_left(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the words say that what somebody belonged to, or whom he was married to, is behind him from then on."""
    leaving = {"member_of": "leaving", "family_of": "divorcing"}.get(claim.predicate)
    return leaving is not None and parse.lemmas[i] in word_set("unheld.yaml", leaving)


def _in_brackets(doc: Document, claim: Claim, role: str) -> bool:
    argument = claim.argument(role)
    span = argument.span if argument is not None else None
    return span is not None and doc.text[: span.start].endswith("(")


def _is_of_next_noun(parse: Parse, i: int, claim: Claim, time: Span) -> bool:
    """Whether a spell is that of the post named behind "and": "a member of the League and its treasurer until 1912"."""
    if claim.predicate not in BELONGING:
        return False
    head = parse.head_of(time.start, time.end)
    if head is None:
        return False
    noun = parse.tokens[i].head if parse.base(i) == "amod" else i
    behind = (k for k in parse.kids(noun, "conj") if parse.tokens[k].upos in ("NOUN", "PROPN") and k > i)
    return any(parse.tokens[k].end <= time.start and head in parse.subtree(k) for k in behind)


def _is_of_next_deed(parse: Parse, i: int, claim: Claim, time: Span) -> bool:
    """Whether a time closes what stands behind "and": "joined the guard as a boy and became a captain in 1784"."""
    if claim.predicate not in HELD:
        return False
    for verb in _verbs(parse, i):
        for k in parse.kids(verb, "conj") if parse.tokens[verb].upos == "VERB" else ():
            needs = ("obj", "obl", "xcomp", "cop", "ccomp")
            own = [c for c in parse.kids(k, *needs) if parse.tokens[c].end <= time.start]
            if own and k > i and parse.tokens[k].end <= time.start and parse.kids(k, "cc"):
                return True
    return False


def _is_of_people(parse: Parse, claim: Claim, time: Span) -> bool:
    """Whether a time is of people to whom somebody is compared: "one of the best known writers of the 20th century"."""
    head = parse.head_of(time.start, time.end) if claim.predicate == "counts" else None
    if head is None or parse.base(head) != "nmod" or parse.preposition(head) != "of":
        return False
    noun = parse.tokens[head].head
    spans = [a.span for a in claim.arguments if a.span is not None]
    own = any(s.start <= parse.tokens[noun].start < s.end for s in spans)
    return not own and noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "person"


def _is_of_deed_above(parse: Parse, i: int, claim: Claim, time: Span) -> bool:
    """Whether a date behind "led by" is that of the verb above: "sold it to a group led by Ivo Duda in 1988"."""
    if claim.predicate not in LASTING or parse.base(i) != "acl" or parse.tokens[i].xpos != "VBN":
        return False
    agents = parse.kids(i, "obl:agent")
    above = any(parse.tokens[k].upos == "VERB" and k < i for k in parse.path_up(i))
    return above and bool(agents) and parse.tokens[agents[0]].end <= time.start and not claim.valid.ends


def _is_of_opening(parse: Parse, i: int, time: Span) -> bool:
    """Whether a time closes what a sentence opens with: "A member of the League from 1909, he was held"."""
    opening = [k for k in parse.at(parse.start, time.start) if parse.tokens[k].end <= time.start]
    if parse.tokens[i].upos != "VERB" or not opening or parse.word(opening[0]).lower() not in ("a", "an", "the"):
        return False
    if parse.lemmas[opening[-1]] not in ("from", "since", "until", "till"):
        return False
    noun = next((k for k in opening if parse.tokens[k].upos == "NOUN"), -1)
    told = noun >= 0 and noun_type(parse.lemmas[noun], parse.word(noun).lower()) in ("person", "organization")
    closed = parse.text[time.end : time.end + 2] == ", " and parse.tokens[i].start > time.end
    return told and closed and not any(parse.tokens[k].upos in ("VERB", "AUX") for k in opening)


def _is_of_clause(parse: Parse, i: int, claim: Claim, time: Span) -> bool:
    """Whether a time is of the clause that tells more of a post: "a clerk who was responsible for trade in 1990"."""
    if claim.maker.rule != "holds_role.noun" or time.start < parse.tokens[i].end:
        return False
    between = parse.at(parse.tokens[i].end, time.start)
    who = next((k for k in between if parse.lemmas[k] in ("who", "which", "whose", "where")), -1)
    behind = [k for k in between if k > who >= 0]
    holding = word_set("unheld.yaml", "holding_on")
    return who >= 0 and not any(parse.word(k) in (",", ";") or parse.lemmas[k] in holding for k in behind)


def _was_before(parse: Parse, i: int, time: Span) -> bool:
    """Whether a time is of the clause before and this one came later: "In 1958 he was a clerk, and later became"."""
    for verb in _verbs(parse, i):
        later = [k for k in parse.kids(verb, "advmod") if parse.word(k) in word_set("unheld.yaml", "later")]
        between = parse.at(time.end, parse.tokens[later[0]].start) if later and later[0] <= i else []
        if any(parse.tokens[k].upos in ("VERB", "AUX") for k in between):
            return True
    return False


def _verbs(parse: Parse, i: int) -> Iterator[int]:
    """A word and the verb it completes."""
    yield i
    if parse.base(i) in ("xcomp", "obj", "obl", "ccomp") and parse.tokens[i].head >= 0:
        yield parse.tokens[i].head

"""Claims without what their words do not say of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import candidate
from whence.annotate.arguments.lookup import Lookup
from whence.annotate.kin_told import in_full
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.miscounted import as_counted
from whence.annotate.misdone import as_done
from whence.annotate.misheld import with_own_body
from whence.annotate.misplaced import one_of_kin
from whence.annotate.misread.bodies import body_of
from whence.annotate.misread.words import TOLD, span_of, told_by, trigger_of, words_for
from whence.annotate.mistaken import with_own_arguments
from whence.annotate.own_time import in_its_time
from whence.annotate.part_counted import with_what_counts
from whence.annotate.syntax import Parse
from whence.annotate.unmeant import as_meant
from whence.annotate.validity import until
from whence.model import Argument, Claim, Span, ValidTime

MEETING = frozenset({"meets", "visits"})
IN_CLAUSE = frozenset({"conj", "xcomp", "ccomp", "advcl", "acl", "obj"})
# "Held three men over the fire at the mill": the mill burned, the arrest may have been anywhere.
OVER_EVENT = re.compile(
    r"\b(?:over|for|after|following|about|in connection with)\s+(?:the|a|an|last|this|\w+[’']s)\s[^,;.]*"
    r"\s(?:in|at|near|on|outside)\s(?:the\s|an?\s)?$"
)
INFLICTED = frozenset({"counts.deaths", "counts.resulted"})  # whoever inflicts losses does not have them
BEARERS = frozenset({"person", "organization", "place"})


def mended(lookup: Lookup, parse: Parse, claim: Claim) -> Claim:
    """The claim without what its words do not say of it."""
    i = trigger_of(parse, claim)
    claim = in_full(lookup, as_counted(lookup, claim))
    claim = one_of_kin(lookup, parse, i, in_its_time(lookup.doc, parse, i, claim)) if i is not None else claim
    claim = as_meant(lookup, parse, i, with_own_arguments(lookup, parse, i, claim)) if i is not None else claim
    if claim.predicate == "holds_role":
        claim = with_own_body(lookup, parse, claim)
        told = [a for a in (body_of(lookup, parse, claim, a) for a in claim.arguments) if a is not None]
        of = [a for a in told if a.role == "of"]
        people = [a for a in of if a.span is not None and _is_full_name(lookup, a.span)]
        if 0 < len(people) < len(of):  # "the Vale inquiry's spokesman"
            told = [a for a in told if a not in people]
        told = [a for a in told if not _is_himself(parse, a)]
        if any(a.type == "organization" for a in told if a.role == "of"):
            told = [a for a in told if not _is_next_in_row(parse, a)]
        return replace(claim, arguments=tuple(told))
    if claim.predicate == "counts":
        claim = with_what_counts(lookup, parse, i, claim) if i is not None else claim
        claim = replace(claim, arguments=tuple(_of_bearer(a) for a in claim.arguments))
        if claim.maker.rule in INFLICTED or (i is not None and _is_wanted(parse, i)):
            claim = replace(claim, arguments=tuple(a for a in claim.arguments if a.role != "whose"))
    if i is None:
        return claim
    if claim.predicate == "counts":
        claim = replace(claim, arguments=tuple(a for a in claim.arguments if not _imposes(parse, i, a)))
        return replace(claim, valid=ValidTime()) if _counts_kin(parse, claim) else claim
    if claim.predicate == "attacks" and parse.tokens[i].upos == "NOUN":
        claim = replace(claim, arguments=tuple(a for a in claim.arguments if not _is_whence(parse, a)))
    if claim.predicate == "arrests":
        claim = replace(claim, arguments=tuple(a for a in claim.arguments if not _is_place_of_event(parse, i, a)))
    if claim.predicate == "accuses":
        claim = _with_accuser(lookup, parse, i, claim)
    claim = as_done(lookup, parse, i, claim)
    if claim.predicate == "kills":
        claim = replace(claim, arguments=tuple(_as_weapon(parse, claim, a) for a in claim.arguments))
    if claim.maker.rule == "died.found_dead":
        return replace(claim, valid=ValidTime())
    if claim.maker.rule == "died.body" and parse.governor(i) >= 0:
        found = parse.lemmas[parse.governor(i)] in words_for("finding")
        return replace(claim, valid=ValidTime()) if found else claim
    if claim.predicate == "charges" and parse.tokens[i].upos == "NOUN" and _is_undone(parse, i):
        return replace(claim, valid=ValidTime())
    if claim.predicate == "designates" and parse.tokens[i].upos == "NOUN" and _is_taken_back(parse, i):
        return replace(claim, valid=until(claim.valid) if claim.valid.start else claim.valid)
    owner = span_of(claim, "owner")
    if owner is not None and owner.end <= parse.tokens[i].start and parse.lemmas[i] in words_for("selling"):
        return replace(claim, valid=until(claim.valid))
    return _in_its_mood(parse, i, claim)


def _is_whence(parse: Parse, a: Argument) -> bool:
    """Whether an attack only comes out of a place: "rocket attacks on the port from the Salt Strip"."""
    head = parse.head_of(a.span.start, a.span.end) if a.role == "attacker" and a.span is not None else None
    return head is not None and a.type == "place" and parse.preposition(head) == "from"


def _is_wanted(parse: Parse, i: int) -> bool:
    """Whether a sum is only asked for, and nobody's yet: "demanded $2 million"."""
    above = (k for k in parse.path_up(i) if parse.tokens[k].upos == "VERB")
    return parse.lemmas[next(above, i)] in words_for("wanting")


def _is_himself(parse: Parse, a: Argument) -> bool:
    """Whether what "and" joins says who the holder is: "an aide to the mayor and the first man to swim the bay"."""
    head = parse.head_of(a.span.start, a.span.end) if a.role in ("of", "to") and a.span is not None else None
    if head is None or a.type != "person" or parse.base(head) != "conj" or parse.tokens[head].xpos != "NN":
        return False
    ranked = any(parse.lemmas[k] in ("first", "last", "only", "second") for k in parse.kids(head, "amod"))
    return ranked and bool(parse.kids(head, "acl"))


def _is_next_in_row(parse: Parse, a: Argument) -> bool:
    """Whether people stand beside a body: "head of Osk University, five priests and two nuns were held"."""
    head = parse.head_of(a.span.start, a.span.end) if a.role == "of" and a.span is not None else None
    if head is None or a.type != "person" or parse.base(head) not in ("conj", "appos"):
        return False
    return noun_type(parse.lemmas[head], parse.word(head).lower()) == "person"


def _is_full_name(lookup: Lookup, span: Span) -> bool:
    return (span, "person") in lookup.names_by_type and " " in lookup.doc.quote(span)


def _of_bearer(a: Argument) -> Argument:
    """Somebody who has, pays or gets a number is no event of which it is."""
    return replace(a, role="whose") if a.role == "event" and a.type in BEARERS else a


def _with_accuser(lookup: Lookup, parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim with the accuser whom a tree left in what is said: "was accused of cowardice by the general"."""
    content = claim.argument("content")
    if claim.argument("accuser") or content is None or content.span is None or not parse.is_passive(i):
        return claim
    inside = [k for k in parse.at(content.span.start, content.span.end) if k > i]
    by = next((k for k in reversed(inside) if parse.lemmas[k] == "by"), -1)
    if by < 0 or any(parse.tokens[k].xpos.startswith("VB") for k in inside):
        return claim  # "accused of being paid by the firm"
    behind = [k for k in inside if k > by and parse.lemmas[k] not in ("the", "a", "an")]
    item = candidate(lookup, parse, behind[-1]) if behind else None
    if item is None or item.type not in ("person", "organization") or item.span.end < content.span.end:
        return claim
    said = replace(content, span=replace(content.span, end=parse.tokens[by].start - 1))
    accuser = argument("accuser", item, frozenset({"person", "organization"}))
    rest = (said if a is content else a for a in claim.arguments)
    return replace(claim, arguments=(accuser, *rest))


def _in_its_mood(parse: Parse, i: int, claim: Claim) -> Claim:
    """The claim as sure as the words above it leave it: a report that is false, a charge that was dropped."""
    if claim.polarity != "affirmed" or claim.predicate in TOLD:
        return claim
    above = [i, *parse.path_up(i)]
    if any(parse.lemmas[k] in words_for("untrue") and parse.kids(k, "cop") for k in above[1:]):
        reports = [k for k in above[1:] if parse.lemmas[k] in words_for("rumouring") | words_for("charging")]
        return replace(claim, polarity="denied") if reports else claim
    if claim.certainty != "asserted":
        return claim
    above = list(_clause(parse, i))
    sought = (
        claim.predicate in MEETING
        and parse.base(i) == "obj"
        and parse.lemmas[parse.tokens[i].head] in words_for("seeking")
    )
    if parse.tokens[i].upos == "NOUN" and (sought or _is_aim(parse, i)):
        return replace(claim, certainty="intended")
    for k in above:
        head, noun = parse.tokens[k].head, told_by(parse, k)
        if noun in words_for("charging"):
            return replace(claim, certainty="accused")
        if noun in words_for("rumouring"):
            return replace(claim, certainty="reported")
        if head >= 0 and parse.lemmas[head] == "credit" and parse.base(k) in ("advcl", "obl", "acl", "ccomp", "xcomp"):
            return replace(claim, certainty="believed")
        if (
            head >= 0
            and parse.base(k) == "ccomp"
            and words_for("first") & {parse.lemmas[a] for a in parse.kids(head, "advmod")}
        ):
            return replace(claim, certainty="claimed")
    return claim


def _clause(parse: Parse, i: int) -> Iterator[int]:
    """A word and the heads of its own clause: of "the report that he is held for the raid" the raid is a fact."""
    while i >= 0:
        yield i
        if parse.base(i) not in IN_CLAUSE:
            return
        i = parse.tokens[i].head


def _imposes(parse: Parse, i: int, a: Argument) -> bool:
    """Whether a sum is given to whoever imposes it: "the court fined Duda nine euros" costs the court nothing."""
    verb = parse.governor(i)
    fines = a.role in ("event", "whose") and verb >= 0 and parse.lemmas[verb] in words_for("imposing")
    return fines and not parse.is_passive(verb)


def _counts_kin(parse: Parse, claim: Claim) -> bool:
    """Whether children are counted that somebody has at any time: "born in 1931, the third of six children"."""
    counted = span_of(claim, "counted")
    head = parse.head_of(counted.start, counted.end) if counted is not None else None
    if head is None or parse.lemmas[head] not in words_for("one_way_kin"):
        return False
    above = parse.governor(head)
    if parse.base(head) in ("nmod", "obl") and parse.preposition(head) == "of":
        return parse.tokens[above].upos in ("ADJ", "NUM", "DET") or parse.lemmas[above] in words_for("one_way_kin")
    return parse.base(head) == "obj" and parse.lemmas[above] in words_for("having")


def _is_undone(parse: Parse, i: int) -> bool:
    """Whether a conviction is undone: "his conviction was quashed in 2001" was of another year."""
    above = parse.governor(i)
    return above >= 0 and parse.lemmas[above] in words_for("undoing")


def _is_taken_back(parse: Parse, i: int) -> bool:
    """Whether a listing ends: "the sanctions against Duda were lifted in May"."""
    above = parse.governor(i)
    return above >= 0 and parse.lemmas[above] in words_for("ending_lists") and parse.base(i) in ("obj", "nsubj")


def _is_place_of_event(parse: Parse, i: int, a: Argument) -> bool:
    """Whether a place is that of what somebody is held for."""
    if a.role != "place" or a.span is None or a.span.start < parse.tokens[i].end:
        return False
    return OVER_EVENT.search(parse.text, parse.tokens[i].end, a.span.start) is not None


def _as_weapon(parse: Parse, claim: Claim, a: Argument) -> Argument:
    """A killer that is a thing is the weapon: "a stray bullet killed her"."""
    if a.role != "killer" or a.span is None or claim.argument("weapon") is not None:
        return a
    head = parse.head_of(a.span.start, a.span.end)
    thing = a.type == "weapon" or (head is not None and parse.lemmas[head] in words_for("arms"))
    return replace(a, role="weapon") if thing else a


def _is_aim(parse: Parse, i: int) -> bool:
    """Whether an event stands for what somebody aims at: "their aim, the arrest of Duda, was missed"."""
    above = parse.tokens[i].head
    return above >= 0 and parse.base(i) == "appos" and parse.lemmas[above] in words_for("aims")

"""Readings that look like a claim while their words say something else; and claims that say a little too much.

Each was seen on real news more than once, or comes with a rule of grammar that holds anywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from whence.annotate.arguments import Lookup, argument, candidate
from whence.annotate.kin_told import in_full, is_of_list
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.miscounted import as_counted, is_miscounted
from whence.annotate.misdone import as_done, is_misdone
from whence.annotate.misheld import is_misheld, with_own_body
from whence.annotate.misplaced import is_misplaced, one_of_kin
from whence.annotate.mistaken import is_mistaken, with_own_arguments
from whence.annotate.modality import modality
from whence.annotate.moves import is_no_journey
from whence.annotate.own_time import in_its_time
from whence.annotate.part_counted import is_of_part, with_what_counts
from whence.annotate.syntax import Parse
from whence.annotate.unheld import is_of_object, is_played, is_sought
from whence.annotate.unmeant import as_meant, is_byname, is_unmeant
from whence.annotate.validity import until
from whence.model import Argument, Claim, Document, Span, ValidTime
from whence.text.names.called import is_behind_aside, says_what_of
from whence.text.names.sorts import sorts_of_name
from whence.vocab import labels_of, predicate, word_set

ACCORDING = re.compile(r"\baccording to\s+(?:(?:the|an?|[A-Z][a-z]*\.?)\s+){0,3}$", re.IGNORECASE)
OWNER = re.compile(r"['’]s?\s+")
ON_A_SIDE = re.compile(r"\b(?:pro|anti)[-\u2010\u2011]$", re.IGNORECASE)
IN = re.compile(r"\s+in\s+(?:the\s+)?")
BESIDE = re.compile(r",\s(?:the\s|a\s)?")
IS = re.compile(r"\s+(?:is|was|are|were)\s+")
# "Actor Tom Wells and the director of the film", "actor Denis Hopp and works of Tim Cape": the film is the director's.
# "The driver, Ivo Duda, and five members of a band" died: he drove for nobody who is named.
AND_OTHER = re.compile(
    r"^(?:\s[A-Z][\w’'-]+)+\s+and\s|\band\s+(?:the|an?|his|her|its|their|some|several|other|at least|\d+|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
)
# Whoever comes on for another in a match takes no post.
IN_A_MATCH = re.compile(
    r"\b\d+(?:st|nd|rd|th) minute\b|\bsubstitut\w+|\bhalf-?time\b|\b(?:stoppage|injury|extra) time\b|\bthe bench\b",
    re.IGNORECASE,
)
SUBJECT = frozenset({"nsubj", "nsubj:pass"})
CLAUSE = re.compile(r"[^;:.,]*$")
IN_A_WORK = re.compile(
    r"(?:In|Throughout) (?:the|a|an|his|her|its|their|this) (?:\w+ )?(?P<work>\w+),\s", re.IGNORECASE
)
SUPPOSE = re.compile(
    r"(?:(?:For example|For instance|Now|So|But|Just),? )?(?:(?:Let us|Let's|Let’s) (?:suppose|imagine|assume)"
    r"|Suppos(?:e|ing)|(?:Imagine|Assume)(?= that\b| you\b| an? \w+))\b",
    re.IGNORECASE,
)
POSTS = frozenset({"holds_role", "commands", "directs"})
STATES = frozenset(
    "holds_role owns formed family_of member_of allied_with part_of commands directs controls operates".split()
)
TOLD = frozenset(
    "says denies accuses charges condemns praises asks threatens counts holds_role holds_rank alias_of".split()
)
MEETING = frozenset({"meets", "visits"})
EVENTS = frozenset({"arrests", "charges"})
IN_CLAUSE = frozenset({"conj", "xcomp", "ccomp", "advcl", "acl", "obj"})
# A warrant for an arrest, a call for it, is none yet, nor what information may lead to.
LEADING_TO = re.compile(r"\b(?:lead|leads|leading) to (?:the |his |her |their )?(?:\w+ (?:or|and) )?$", re.IGNORECASE)
ASKED_FOR = re.compile(
    r"\b(?:warrants?|orders?|requests?|calls?|rewards?) for (?:the |his |her |their |an )?$", re.IGNORECASE
)
# "Held three men over the fire at the mill": the mill burned, the arrest may have been anywhere.
OVER_EVENT = re.compile(
    r"\b(?:over|for|after|following|about|in connection with)\s+(?:the|a|an|last|this|\w+[’']s)\s[^,;.]*"
    r"\s(?:in|at|near|on|outside)\s(?:the\s|an?\s)?$"
)
SINCE_WHEN = re.compile(r"\b(?:last|this|past|next)\s(?:week|month|year|season)\b")
FOR_LONG = re.compile(r"\b(?:for|until|till|since|from|over|after)\b|\bindefinitely\b")
BEFORE_AND_AFTER = ("predecessor", "successor")
OPENS_OTHERWISE = frozenset({"VERB", "AUX", "ADP", "SCONJ", "CCONJ"})
BE = frozenset({"be"})
BODIES = frozenset({"organization", "facility"})
INFLICTED = frozenset({"counts.deaths", "counts.resulted"})  # whoever inflicts losses does not have them
WORDS = 3  # of a body behind the name of its place
STRIKES = frozenset({"attack", "assault", "onslaught"})
BEARERS = frozenset({"person", "organization", "place"})


def _words(key: str) -> frozenset[str]:
    return word_set("misread.yaml", key)


def is_one_of_two(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether it was one or the other, and nobody says which: "either Ada Mensah or Ivo Duda met him"."""
    if (claim.polarity, claim.certainty) != ("affirmed", "asserted") or claim.predicate in ("says", "alias_of"):
        return False
    leading = list(predicate(claim.predicate).roles)[:2]
    told = [a.span for a in claim.arguments if a.role in leading and a.span is not None]
    return any(_is_joined_by_or(parse, span, named=span in lookup.named) for span in told)


def _is_joined_by_or(parse: Parse, span: Span, *, named: bool) -> bool:
    """Whether "either ... or" joins one to another, or "or" two names; behind a comma it is one under two names."""
    head = parse.head_of(span.start, span.end)
    others = parse.conjuncts(parse.first_conjunct(head)) if head is not None else []
    either = any(parse.lemmas[c] == "either" for k in others for c in parse.children[k])
    names = named and all(parse.tokens[o].upos == "PROPN" for o in others)
    for k in others:
        for c in parse.kids(k, "cc"):
            same = parse.text[: parse.tokens[c].start].rstrip().endswith((",", "("))
            if parse.lemmas[c] == "or" and not same and (either or names):
                return True
    return False


def is_misread(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether the words of a claim say something else than it does."""
    if claim.predicate in STATES and _is_wrongly_told(lookup, claim):
        return True
    if is_one_of_two(lookup, parse, claim):
        return True
    if _is_fiction(parse) or is_supposed(lookup.doc.text, parse):
        return True
    i = _trigger(parse, claim)
    alias, bearer = _span(claim, "alias"), _span(claim, "bearer")
    if claim.predicate == "alias_of" and alias is not None:
        text = lookup.doc.text
        before = text[max(0, bearer.start - 60) : bearer.start] if bearer is not None else ""
        if bearer is not None and is_behind_aside(before, text[bearer.end : alias.start]):
            return True
        if says_what_of(text[max(0, alias.start - 12) : alias.start], text[alias.end : alias.end + 8]):
            return True
    if claim.predicate == "holds_role" and (
        _opens_clause(lookup, parse, claim)
        or _heads_line(parse, claim)
        or _speaks(parse, claim)
        or _is_to_do(parse, claim)
        or _is_speaker(lookup, claim)
        or _is_of_kin(lookup, claim)
        or _is_of_relative(lookup, claim)
        or is_misheld(lookup, parse, claim)
        or is_of_object(parse, claim)
        or is_byname(lookup, claim)
    ):
        return True
    if is_misplaced(lookup, parse, claim):
        return True
    if i is None:
        return False
    if claim.predicate not in TOLD and (_is_bidden(parse, i) or _is_of_tale(parse, i)):
        return True
    if claim.predicate == "holds_role" and (_is_where(parse, i) or _is_to_be_named(parse, i)):
        return True
    if claim.predicate == "denies" and _is_refusal(parse, i):
        return True
    if (
        _is_of_clause_before(parse, i, claim)
        or _befalls_another(parse, i, claim)
        or is_misdone(lookup, parse, i, claim)
        or is_miscounted(lookup, parse, i, claim)
        or (claim.predicate == "counts" and is_of_part(lookup, parse, i, claim))
        or is_mistaken(lookup, parse, i, claim)
        or is_no_journey(parse, i, claim)
        or is_unmeant(lookup, parse, i, claim)
    ):
        return True
    if claim.predicate in STATES and _is_among(parse, claim):
        return True
    if is_sought(parse, i, claim) or is_played(parse, i, claim):
        return True
    if claim.predicate in STATES and _is_talked_of(parse, i):
        return True
    if claim.predicate in POSTS and any(_told_by(parse, k) in _words("rumouring") for k in (i, *parse.path_up(i))):
        return True
    if claim.predicate in ("attacks", "bombs") and _is_blame(parse, i):
        return True
    if claim.predicate == "attacks":
        return _is_search(parse, i) or _is_accident(parse, i, claim) or _is_of_words(parse, i)
    if claim.maker.rule == "allied_with.partner":
        return parse.lemmas[i] == "partner" and _is_of_firm(claim)
    if claim.maker.rule == "designates.banned":
        return _is_only_dated(parse, i)
    if claim.predicate == "abducts":
        return _is_brought(parse, i)
    if claim.predicate == "denies":
        return _only_refuses(parse, i, claim)
    if claim.predicate == "family_of":
        return _are_kin_alike(parse, i, claim) or _is_anothers_kin(parse, i, claim) or is_of_list(parse, i, claim)
    if claim.predicate == "succeeds":
        played = IN_A_MATCH.search(lookup.doc.text, claim.evidence.start, claim.evidence.end) is not None
        return played or _is_other_way(parse, claim) or _only_follows(parse, i)
    if claim.predicate == "appoints" and parse.tokens[i].upos == "NOUN":
        return _stands_with(parse, claim, "appointee", "with")
    if claim.predicate == "member_of" and parse.lemmas[i] == "join":
        return _stands_with(parse, claim, "group", "from")
    if claim.predicate == "designates" and parse.lemmas[i] in ("remove", "strike", "delete"):
        return any(parse.lemmas[f.token] in ("list", "blacklist") for f in parse.oblique(i, "from"))
    if claim.predicate == "supports":
        return _is_of_family(parse, claim)
    if claim.predicate == "visits":
        return _is_under_way(parse, i, claim) or _is_of_visitors(parse, i)
    if claim.predicate in EVENTS and parse.tokens[i].upos == "NOUN":
        return _has_not_come(parse, i)
    if claim.predicate == "accuses":
        return parse.lemmas[i] == "mistake"  # "mistook him for his brother"
    return claim.predicate == "clashes_with" and _are_on_one_side(parse, i, claim)


def mended(lookup: Lookup, parse: Parse, claim: Claim) -> Claim:
    """The claim without what its words do not say of it."""
    i = _trigger(parse, claim)
    claim = in_full(lookup, as_counted(lookup, claim))
    claim = one_of_kin(lookup, parse, i, in_its_time(lookup.doc, parse, i, claim)) if i is not None else claim
    claim = as_meant(lookup, parse, i, with_own_arguments(lookup, parse, i, claim)) if i is not None else claim
    if claim.predicate == "holds_role":
        claim = with_own_body(lookup, parse, claim)
        told = [a for a in (_body(lookup, parse, claim, a) for a in claim.arguments) if a is not None]
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
        found = parse.lemmas[parse.governor(i)] in _words("finding")
        return replace(claim, valid=ValidTime()) if found else claim
    if claim.predicate == "charges" and parse.tokens[i].upos == "NOUN" and _is_undone(parse, i):
        return replace(claim, valid=ValidTime())
    if claim.predicate == "designates" and parse.tokens[i].upos == "NOUN" and _is_taken_back(parse, i):
        return replace(claim, valid=until(claim.valid) if claim.valid.start else claim.valid)
    owner = _span(claim, "owner")
    if owner is not None and owner.end <= parse.tokens[i].start and parse.lemmas[i] in _words("selling"):
        return replace(claim, valid=until(claim.valid))
    return _in_its_mood(parse, i, claim)


def _is_whence(parse: Parse, a: Argument) -> bool:
    """Whether an attack only comes out of a place: "rocket attacks on the port from the Salt Strip"."""
    head = parse.head_of(a.span.start, a.span.end) if a.role == "attacker" and a.span is not None else None
    return head is not None and a.type == "place" and parse.preposition(head) == "from"


def _is_wanted(parse: Parse, i: int) -> bool:
    """Whether a sum is only asked for, and nobody's yet: "demanded $2 million"."""
    above = (k for k in parse.path_up(i) if parse.tokens[k].upos == "VERB")
    return parse.lemmas[next(above, i)] in _words("wanting")


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
    if any(parse.lemmas[k] in _words("untrue") and parse.kids(k, "cop") for k in above[1:]):
        reports = [k for k in above[1:] if parse.lemmas[k] in _words("rumouring") | _words("charging")]
        return replace(claim, polarity="denied") if reports else claim
    if claim.certainty != "asserted":
        return claim
    above = list(_clause(parse, i))
    sought = (
        claim.predicate in MEETING
        and parse.base(i) == "obj"
        and parse.lemmas[parse.tokens[i].head] in _words("seeking")
    )
    if parse.tokens[i].upos == "NOUN" and (sought or _is_aim(parse, i)):
        return replace(claim, certainty="intended")
    for k in above:
        head, noun = parse.tokens[k].head, _told_by(parse, k)
        if noun in _words("charging"):
            return replace(claim, certainty="accused")
        if noun in _words("rumouring"):
            return replace(claim, certainty="reported")
        if head >= 0 and parse.lemmas[head] == "credit" and parse.base(k) in ("advcl", "obl", "acl", "ccomp", "xcomp"):
            return replace(claim, certainty="believed")
        if (
            head >= 0
            and parse.base(k) == "ccomp"
            and _words("first") & {parse.lemmas[a] for a in parse.kids(head, "advmod")}
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


def _told_by(parse: Parse, i: int) -> str:
    """The noun that a clause with "that" stands behind: "the charge that Duda killed her"."""
    marks = [k for k in parse.kids(i, "mark") if parse.lemmas[k] == "that" and k and parse.tokens[k - 1].upos == "NOUN"]
    return parse.lemmas[marks[0] - 1] if marks else ""


def _has_not_come(parse: Parse, i: int) -> bool:
    """Whether an arrest is only sought ("a warrant for the arrest of Duda"), or a conviction is a belief."""
    at = parse.tokens[i].start
    before = parse.text[max(parse.start, at - 48) : at]
    belief = parse.lemmas[i] == "conviction" and parse.text[parse.tokens[i].end :].startswith(" that ")
    return belief or ASKED_FOR.search(before) is not None or LEADING_TO.search(before) is not None


def _is_wrongly_told(lookup: Lookup, claim: Claim) -> bool:
    """Whether the words before a claim say that it is wrong: "mistakenly described Duda as the owner"."""
    at = claim.trigger or claim.evidence
    before = CLAUSE.search(lookup.doc.text[claim.evidence.start : at.start])
    return before is not None and not _words("wrongly").isdisjoint(before[0].lower().split())


def _is_fiction(parse: Parse) -> bool:
    """Whether a sentence tells what happens in a novel or a film."""
    opened = IN_A_WORK.match(parse.text, parse.start)
    if opened is not None:
        return opened["work"].lower() in _words("fiction")
    told = any(t.head < 0 and t.xpos in ("VBZ", "VBP") for t in parse.tokens)
    if told and _in_fiction().match(parse.text, parse.start):
        return True
    roots = [k for k, t in enumerate(parse.tokens) if t.head < 0 and parse.lemmas[k] in _words("depicting")]
    subjects = [f.token for k in roots for f in parse.subjects(k)]
    return any(parse.lemmas[k] in _words("fiction") for k in subjects)


def is_supposed(text: str, parse: Parse) -> bool:
    """Whether a sentence, or the first one of its paragraph, sets an example: "Suppose that Ada owns a yard"."""
    paragraph = text.rfind("\n", 0, parse.start) + 1
    if SUPPOSE.match(text, paragraph):
        return True
    first = next((k for k, t in enumerate(parse.tokens) if t.upos != "PUNCT"), 0)
    return parse.lemmas[first] in _words("supposing") and _is_bidden(parse, first) and bool(parse.kids(first, "ccomp"))


def _is_bidden(parse: Parse, i: int) -> bool:
    """Whether a verb bids the reader do something: "take the ferry and visit the yard"."""
    first = parse.first_conjunct(i)
    token = parse.tokens[first]
    bare = all(
        parse.tokens[k].xpos == "VB" and not parse.kids(k, "nsubj", "nsubj:pass", "mark", "aux:pass")
        for k in (i, first)
    )
    auxiliary = [k for n in (i, first) for k in parse.kids(n, "aux") if parse.lemmas[k] != "do"]
    return bare and not auxiliary and (token.head < 0 or parse.base(first) == "parataxis")


def _is_of_tale(parse: Parse, i: int) -> bool:
    """Whether it happens to somebody of a tale: "a fable about a king who killed his brother"."""
    for k in (i, *parse.path_up(i)):
        above = parse.tokens[k].head
        told = above >= 0 and parse.lemmas[above] in _words("tales") and parse.preposition(k) in ("about", "of")
        if told and parse.tokens[k].upos == "NOUN":
            return True
    return False


def _is_where(parse: Parse, i: int) -> bool:
    """Whether a noun tells where somebody is: "she was beside the head of the stairs"."""
    return bool(parse.kids(i, "cop")) and parse.preposition(i) in _words("beside")


def _is_to_be_named(parse: Parse, i: int) -> bool:
    """Whether somebody is only meant to be given a post: "the proposal to name Ada Mensah head of the bank"."""
    above = parse.tokens[i].head
    named = above >= 0 and parse.base(i) in ("xcomp", "obj") and parse.lemmas[above] in _words("naming")
    return named and modality(parse, above).certainty in ("intended", "hypothetical")


def _is_refusal(parse: Parse, i: int) -> bool:
    """Whether somebody is denied a thing: "denied the family a loan", "denied relief to the tenants"."""
    if parse.lemmas[i] != "deny":
        return False
    told = _words("charging") | _words("rumouring") | _words("beliefs")
    bare = [k for k in parse.kids(i, "obl") if k > i and not parse.preposition(k)]  # "denied to the town the right to"
    things = [k for k in (*parse.kids(i, "obj"), *bare) if parse.lemmas[k] not in told]
    given = any(parse.preposition(n) == "to" for k in (i, *things) for n in parse.kids(k, "obl", "nmod"))
    return bool(parse.kids(i, "iobj") or (things and given and not parse.kids(i, "ccomp", "xcomp")))


@cache
def _in_fiction() -> re.Pattern[str]:
    """How a sentence opens that tells of a work: "In Ada Mensah's new novel “Tides”,", "In the last scene,"."""
    works = "|".join(sorted(_words("fiction") - {"play"}))
    works += "|(?:season|episode|finale) of (?:the|his|her|its) (?:series|show|drama|saga)"
    return re.compile(
        rf"In (?:[^.;:,\"“]{{1,60}} )?(?:{works})(?:,| (?:(?:called|titled|by) )?[\"“‘A-Z][^.;:,]{{1,60}},)[”\"]?\s"
    )


def is_expected(doc: Document, claim: Claim) -> bool:
    """Whether a post is only expected, wished or rumoured for somebody."""
    if claim.predicate not in POSTS or claim.polarity != "affirmed":
        return False
    cue = doc.quote(claim.certainty_cue).lower().split() if claim.certainty_cue is not None else []
    wished = not _words("expected").isdisjoint(cue)
    return wished and claim.certainty in ("intended", "hypothetical", "likely", "reported")


def _is_talked_of(parse: Parse, i: int) -> bool:
    """Whether a bond is what is talked about: "talks on an alliance between the two"."""
    above = parse.tokens[i].head
    nominal = parse.tokens[i].upos == "NOUN" and above >= 0 and parse.base(i) == "nmod"
    return nominal and parse.lemmas[above] in _words("talking")


def _trigger(parse: Parse, claim: Claim) -> int | None:
    at = parse.at(claim.trigger.start, claim.trigger.end) if claim.trigger is not None else []
    return at[0] if at else None


def _is_among(parse: Parse, claim: Claim) -> bool:
    """Whether those among whom somebody is are taken for him: "Among the guards is an officer of the League"."""
    first = claim.arguments[0].span if claim.arguments else None
    head = parse.head_of(first.start, first.end) if first is not None else None
    return head is not None and parse.preposition(head) == "among" and bool(parse.kids(head, "case"))


def _is_under_way(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody is only going there: "were returning to Osh when they were held", "those flying to Osh"."""
    if claim.certainty != "asserted" or parse.tokens[i].xpos != "VBG" or parse.lemmas[i] not in _words("going"):
        return False
    before = {parse.lemmas[k] for k in parse.kids(i, "aux")}
    return bool(before & BE and "have" not in before) or parse.base(i) == "acl"


def _is_of_visitors(parse: Parse, i: int) -> bool:
    """Whether the visited are the visitors: "the Larks beat visiting Osh"."""
    above = i - 1
    return parse.word(i) == "visiting" and above >= 0 and parse.lemmas[above] in _words("hosting")


def _is_of_family(parse: Parse, claim: Claim) -> bool:
    """Whether somebody earns a living for those at home: "writes to support her family"."""
    supported = _span(claim, "supported")
    head = parse.head_of(supported.start, supported.end) if supported is not None else None
    return head is not None and parse.lemmas[head] in _words("home")


def _only_refuses(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody grants no wish, and disputes nothing: "rejected the demand for a recount"."""
    content = _span(claim, "content")
    head = parse.head_of(content.start, content.end) if content is not None else None
    rejected = {parse.lemmas[k] for k in (*parse.kids(i, "obj"), *([head] if head is not None else []))}
    return parse.lemmas[i] in _words("refusing") and not rejected.isdisjoint(_words("wishes") | _words("abhorred"))


def _is_brought(parse: Parse, i: int) -> bool:
    """Whether somebody is only taken where one is helped: "was taken to a hospital on the ninth day"."""
    bound = {"hostage", "captive", "prisoner", "away", "gunpoint", "force", "kidnap", "abduct", "seize"}
    whither = {parse.lemmas[f.token] for f in parse.oblique(i, "to")}
    helped = bool(whither & _words("helping")) and bound.isdisjoint(parse.lemmas)
    return parse.tokens[i].upos == "VERB" and helped


def _is_search(parse: Parse, i: int) -> bool:
    """Whether police only look for somebody: "was picked up in a raid on a house", "a police raid on a house"."""
    if parse.lemmas[i] != "raid" or parse.tokens[i].upos != "NOUN":
        return False
    above = parse.governor(i)
    held = above >= 0 and parse.lemmas[above] in _words("holding")
    return held or any(parse.lemmas[k] in _words("searchers") for k in parse.kids(i, "compound", "nmod:poss", "amod"))


def _is_of_words(parse: Parse, i: int) -> bool:
    """Whether somebody is only spoken ill of: "launched a scathing attack on the ministry"."""
    deeds = (i, *parse.kids(i, "obj", "nsubj:pass"))
    described = (k for n in deeds if parse.lemmas[n] in STRIKES for k in parse.kids(n, "amod"))
    return any(parse.lemmas[k] in _words("of_words") for k in described)


def _is_blame(parse: Parse, i: int) -> bool:
    """Whether somebody is attacked with words: "attacked Duda in a speech", "for his handling of the strike"."""
    if parse.tokens[i].upos != "VERB":
        return False
    told = {parse.lemmas[f.token] for p in ("in", "with", "on") for f in parse.oblique(i, p)}
    reasons = {parse.lemmas[f.token] for p in ("for", "over") for f in parse.oblique(i, p)}
    by = {parse.lemmas[f.token] for f in parse.subjects(i)}
    return bool(told & _words("texts") or reasons & _words("blamed_for") or by & _words("papers"))


def _is_accident(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a vehicle hit somebody, and nobody is said to have meant it: "was hit by a car"."""
    hit = next((s for role in ("weapon", "attacker") if (s := _span(claim, role)) is not None), None)
    head = parse.head_of(hit.start, hit.end) if hit is not None else None
    driven = head is not None and parse.lemmas[head] in _words("driving")
    alone = _span(claim, "attacker") is None or _span(claim, "weapon") is None
    return driven and alone and parse.lemmas[i] in _words("hitting")


def _is_only_dated(parse: Parse, i: int) -> bool:
    """Whether the words for a time say when somebody was suspended, and not for how long: "suspended last month"."""
    after = parse.text[parse.tokens[i].end : parse.end]
    return SINCE_WHEN.search(after) is not None and FOR_LONG.search(after) is None


def _is_other_way(parse: Parse, claim: Claim) -> bool:
    """Whether a predecessor is taken for who comes after: "under his predecessor"."""
    one, two = (_span(claim, role) for role in ("successor", "predecessor"))
    heads = [parse.head_of(s.start, s.end) if s is not None else None for s in (one, two)]
    return any(k is not None and parse.lemmas[k] == word for k, word in zip(heads, BEFORE_AND_AFTER, strict=True))


def _only_follows(parse: Parse, i: int) -> bool:
    """Whether somebody follows another in spirit and in no post: "the spiritual successor to Duda"."""
    return any(parse.lemmas[k] in _words("in_spirit") for k in parse.kids(i, "amod"))


def _stands_with(parse: Parse, claim: Claim, role: str, preposition: str) -> bool:
    """Whether an argument stands behind a preposition: of "joined from Osk Bank" the bank is not joined."""
    span = _span(claim, role)
    head = parse.head_of(span.start, span.end) if span is not None else None
    if head is not None and parse.base(head) == "appos":
        head = parse.tokens[head].head
    return head is not None and parse.preposition(head) == preposition


def _are_kin_alike(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether two who are kin to a third are taken for each other's: "two sons, Duda and Mora"."""
    heads = [parse.head_of(s.start, s.end) for s in (_span(claim, "person"), _span(claim, "relative")) if s is not None]
    one, two = heads if len(heads) == 2 else (None, None)
    joined = one is not None and two is not None and parse.first_conjunct(one) == parse.first_conjunct(two)
    return joined and i not in heads and parse.lemmas[i] in _words("one_way_kin")


def _is_anothers_kin(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether an owner stands nearer to the kin: of "Duda's cousin and the man's wife" she is no wife of Duda's."""
    relative = _span(claim, "relative")
    if relative is None or relative.end > parse.tokens[i].start:
        return False
    between = [k for k in parse.at(relative.end, parse.tokens[i].start) if k < i]
    joined = next((n for n, k in enumerate(between) if parse.tokens[k].upos == "CCONJ"), len(between))
    return any(parse.tokens[k].xpos == "POS" for k in between[joined:])


def _imposes(parse: Parse, i: int, a: Argument) -> bool:
    """Whether a sum is given to whoever imposes it: "the court fined Duda nine euros" costs the court nothing."""
    verb = parse.governor(i)
    fines = a.role in ("event", "whose") and verb >= 0 and parse.lemmas[verb] in _words("imposing")
    return fines and not parse.is_passive(verb)


def _counts_kin(parse: Parse, claim: Claim) -> bool:
    """Whether children are counted that somebody has at any time: "born in 1931, the third of six children"."""
    counted = _span(claim, "counted")
    head = parse.head_of(counted.start, counted.end) if counted is not None else None
    if head is None or parse.lemmas[head] not in _words("one_way_kin"):
        return False
    above = parse.governor(head)
    if parse.base(head) in ("nmod", "obl") and parse.preposition(head) == "of":
        return parse.tokens[above].upos in ("ADJ", "NUM", "DET") or parse.lemmas[above] in _words("one_way_kin")
    return parse.base(head) == "obj" and parse.lemmas[above] in _words("having")


def _is_undone(parse: Parse, i: int) -> bool:
    """Whether a conviction is undone: "his conviction was quashed in 2001" was of another year."""
    above = parse.governor(i)
    return above >= 0 and parse.lemmas[above] in _words("undoing")


def _is_taken_back(parse: Parse, i: int) -> bool:
    """Whether a listing ends: "the sanctions against Duda were lifted in May"."""
    above = parse.governor(i)
    return above >= 0 and parse.lemmas[above] in _words("ending_lists") and parse.base(i) in ("obj", "nsubj")


def _is_place_of_event(parse: Parse, i: int, a: Argument) -> bool:
    """Whether a place is that of what somebody is held for."""
    if a.role != "place" or a.span is None or a.span.start < parse.tokens[i].end:
        return False
    return OVER_EVENT.search(parse.text, parse.tokens[i].end, a.span.start) is not None


def _speaks(parse: Parse, claim: Claim) -> bool:
    """Whether the name behind a post tells what stands before it: "She may become head of Osk Bank, Ana Mor said"."""
    holder, of = _span(claim, "holder"), _span(claim, "of")
    if holder is None or of is None or not 0 < holder.start - of.end < 3 or parse.text[of.end] != ",":
        return False
    after = parse.at(holder.end, holder.end + 2)
    head = parse.head_of(holder.start, holder.end)
    says = bool(after) and parse.tokens[after[0]].xpos in ("VBD", "VBZ", "VBP")
    return says and head is not None and parse.tokens[head].head == after[0] and parse.tokens[head].deprel == "nsubj"


def _opens_clause(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether a post behind a name opens what the bearer of the name tells: "According to Vale, a clerk was hurt"."""
    holder, post = (_span(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or not claim.maker.rule.startswith("post.comma"):
        return False
    if lookup.doc.text[holder.end : post.start] == " " and lookup.doc.text[post.start].isupper():
        return True  # "became Marlow Professor of Law": the chair bears the name
    if not ACCORDING.search(lookup.doc.text, max(0, holder.start - 48), holder.start):
        return False
    head = parse.head_of(post.start, post.end)
    return head is not None and parse.tokens[head].deprel in SUBJECT


def _is_to_do(parse: Parse, claim: Claim) -> bool:
    """Whether a verb is taken for a post: "Duda to head Osh hospital" gives no post to Osh."""
    post = _span(claim, "post")
    inside = parse.at(post.start, post.end) if post is not None else []
    return len(inside) == 1 and parse.tokens[inside[0]].upos == "VERB" and parse.is_infinitive(inside[0])


def _is_speaker(lookup: Lookup, claim: Claim) -> bool:
    """Whether a post only tells who speaks: "HOST: Mr Duda was a deputy, wasn't he?"."""
    post = _span(claim, "post")
    opens = post is not None and post.start == claim.evidence.start and lookup.doc.text.startswith(":", post.end)
    return opens and post is not None and lookup.doc.quote(post).isupper()


def _is_of_kin(lookup: Lookup, claim: Claim) -> bool:
    """Whether a post is held by somebody of the named: "a fund whose president is Duda's sister"."""
    holder, post = (_span(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or not post.end < holder.start:
        return False
    text = lookup.doc.text
    return bool(IS.fullmatch(text, post.end, holder.start) and OWNER.match(text, holder.end, claim.evidence.end))


def _is_of_relative(lookup: Lookup, claim: Claim) -> bool:
    """Whether a post is that of the kinsman named last: "Vale, a son of General Duda, chief of the navy, was hurt"."""
    holder, post = (_span(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or holder.end > post.start:
        return False
    between = re.findall(r"[\w-]+|,", lookup.doc.text[holder.end : post.start].lower())
    people = (m.span for m in lookup.covering(holder.end, post.start) if m.type == "person" and m.form == "name")
    kin = between[:1] == [","] and any(w in _words("kin") for w in between[1:5])
    return kin and any(BESIDE.fullmatch(lookup.doc.text, s.end, post.start) for s in people)


def _is_of_clause_before(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody stands before a semicolon behind which a verb has a subject of its own.

    "Vale lives in Osh; his lawyer, Ada Mensah, denied it": Vale denied nothing, whatever the tree joins.
    """
    doer = claim.arguments[0].span if claim.arguments else None
    if parse.tokens[i].upos != "VERB" or doer is None or not parse.start <= doer.start < parse.tokens[i].start:
        return False
    stop = parse.text.rfind(";", doer.end, parse.tokens[i].start)
    between = [k for k in parse.at(stop + 1, parse.tokens[i].start) if k < i] if stop >= 0 else []
    opening = list(takewhile(lambda k: parse.tokens[k].upos not in OPENS_OTHERWISE, between))
    named = any(parse.tokens[k].upos in ("NOUN", "PROPN") for k in opening)
    return named and not any(parse.tokens[k].xpos == "PRP" for k in opening)


def _befalls_another(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the object of one verb is taken for that of another, which has its own: "stopped a van and shot two"."""
    done = next((a.span for a in claim.arguments if a.role in ("victim", "target")), None)
    head = parse.head_of(done.start, done.end) if done is not None else None
    if head is None or parse.tokens[i].upos != "VERB" or parse.base(head) != "obj" or parse.tokens[head].head == i:
        return False
    after = [k for k in parse.children[i] if k > i and parse.base(k) in ("obj", "obl") and not parse.preposition(k)]
    return parse.tokens[parse.tokens[head].head].upos == "VERB" and bool(after)


def _heads_line(parse: Parse, claim: Claim) -> bool:
    """Whether the name behind a label does something: "Lawyer: Linda Loman enters clinic" is what the lawyer says."""
    holder = _span(claim, "holder")
    if holder is None or claim.maker.rule != "post.label":
        return False
    after = parse.at(holder.end, holder.end + 2)
    return bool(after) and parse.tokens[after[0]].upos in ("VERB", "AUX")


def _are_on_one_side(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether two who fight a third are taken for each other's foes: "Pell and his brother fought the rebels"."""
    if claim.maker.rule != "clashes_with.verb" or not parse.kids(i, "obj"):
        return False
    one, two = (_span(claim, role) for role in ("side", "other"))
    here = [parse.head_of(s.start, s.end) for s in (one, two) if s is not None]
    return len(here) == 2 and all(k is not None and k < i for k in here)


def _body(lookup: Lookup, parse: Parse, claim: Claim, a: Argument) -> Argument | None:
    """The body of a post: of "head of Chad's navy" the navy; none where it is that of the next in a list."""
    post = _span(claim, "post")
    if a.role == "of" and a.span is not None and _is_no_body_of(lookup, parse, a.span, post):
        return None
    if a.role != "of" or a.span is None or post is None or a.span.start < post.end:
        return a
    text = lookup.doc.text
    if text[: post.end].split()[-1].lower() in _words("of_bodies") and IN.fullmatch(text, post.end, a.span.start):
        return None  # of "the army's spokesman in Osh" Osh is where he speaks
    if claim.maker.rule == "post.name.of" and _says_of_what(text[post.start : post.end]):
        return None  # "the trade union lawyer Ada Mensah of the Greens": she is no lawyer of the Greens
    if _is_of_party(lookup, claim, a.span):
        return None
    if claim.maker.rule == "holds_role.noun" and AND_OTHER.search(text[post.end : a.span.start]):
        return None
    if _goes_on(lookup, parse, a.span):
        return None  # "head of the state grain port" heads no state; "head of the Reed Alliance party" heads it
    owner = OWNER.match(text, a.span.end, claim.evidence.end)
    if owner is None:
        return _whole_body(lookup, parse, a)
    owned = [m for m in lookup.covering(owner.end(), owner.end() + 1) if m.span.start == owner.end()]
    body = next((m for m in owned if m.type in BODIES and m.form == "name"), None)
    return replace(a, span=body.span, type=body.type, antecedent=None) if body is not None else None


def _is_no_body_of(lookup: Lookup, parse: Parse, of: Span, post: Span | None) -> bool:
    """Whether words are no body of a post: "pro-Osh minister", the title's own words, the body of another post."""
    if ON_A_SIDE.search(lookup.doc.text, max(0, of.start - 5), of.start):
        return True
    return post is not None and (of.contains(post) or _is_of_other_post(parse, of, post))


def _is_of_other_post(parse: Parse, of: Span, post: Span) -> bool:
    """Whether a body is that of the post before "and": "a member of its board and an adviser to Vale"."""
    body, head = parse.head_of(of.start, of.end), parse.head_of(post.start, post.end)
    if body is None or head is None or not of.end < post.start or parse.base(head) != "conj":
        return False
    first = parse.first_conjunct(head)
    return parse.tokens[body].head == first != head and parse.base(body) == "nmod" and parse.preposition(body) == "of"


def _is_of_firm(claim: Claim) -> bool:
    """Whether the partner is a man of a body, which is a post and no alliance: "the fund's partner Ada Mensah"."""
    ally, partner = claim.argument("ally"), claim.argument("partner")
    return ally is not None and partner is not None and (ally.type, partner.type) == ("person", "organization")


def _is_of_party(lookup: Lookup, claim: Claim, body: Span) -> bool:
    """Whether a body is the party of who holds an office of state: "the premier, Ada Mensah of the Reform Party"."""
    post, holder = _span(claim, "post"), _span(claim, "holder")
    if post is None or holder is None or not post.end <= holder.start < holder.end <= body.start:
        return False
    office = lookup.doc.quote(post).lower().split()[-1] in _words("offices")
    return office and "party" in sorts_of_name(lookup.doc.quote(body).lower().split())


def _goes_on(lookup: Lookup, parse: Parse, span: Span) -> bool:
    """Whether the noun that words belong to stands behind them, and does not only say what sort of body they name."""
    head = parse.head_of(span.start, span.end)
    noun = parse.tokens[head].head if head is not None and parse.base(head) in ("compound", "amod") else -1
    if noun < 0 or parse.tokens[noun].upos != "NOUN" or parse.tokens[noun].start < span.end:
        return False
    sort = noun_type(parse.lemmas[noun], parse.word(noun).lower()) == "organization"
    return not (sort and span in lookup.named)


def _says_of_what(post: str) -> bool:
    """Whether the words for a post name a sort of body that another has: "union lawyer", not "club president"."""
    words = post.lower().split()
    plain = " ".join(words) not in labels_of("seats.yaml") and " ".join(words[-2:]) not in labels_of("seats.yaml")
    return plain and any(noun_type(w, w) == "organization" for w in words[:-1])


def _whole_body(lookup: Lookup, parse: Parse, a: Argument) -> Argument:
    """The body that a place or a land only describes: of "chief of the Nairobi police" the police of Nairobi."""
    head = parse.head_of(a.span.start, a.span.end) if a.span is not None else None
    if head is None or a.span is None or parse.base(head) not in ("compound", "amod", "nmod:desc", "nmod"):
        return a
    if (a.span, "organization") in lookup.names_by_type:
        return a
    noun = parse.tokens[head].head
    between = range(parse.at(a.span.start, a.span.end)[-1] + 1, noun + 1)
    small = all(parse.word(k).islower() and parse.tokens[k].upos in ("NOUN", "ADJ") for k in between)
    if not between or not small or parse.base(noun) not in ("nmod", "obl") or len(between) > WORDS:
        return a
    if noun_type(parse.lemmas[noun], parse.word(noun).lower()) != "organization" or parse.lemmas[noun] in _words(
        "realm"
    ):
        return a
    return replace(a, span=lookup.doc.span(a.span.start, parse.tokens[noun].end), type="organization", antecedent=None)


def _as_weapon(parse: Parse, claim: Claim, a: Argument) -> Argument:
    """A killer that is a thing is the weapon: "a stray bullet killed her"."""
    if a.role != "killer" or a.span is None or claim.argument("weapon") is not None:
        return a
    head = parse.head_of(a.span.start, a.span.end)
    thing = a.type == "weapon" or (head is not None and parse.lemmas[head] in _words("arms"))
    return replace(a, role="weapon") if thing else a


def _is_aim(parse: Parse, i: int) -> bool:
    """Whether an event stands for what somebody aims at: "their aim, the arrest of Duda, was missed"."""
    above = parse.tokens[i].head
    return above >= 0 and parse.base(i) == "appos" and parse.lemmas[above] in _words("aims")


def _span(claim: Claim, role: str) -> Span | None:
    found = claim.argument(role)
    return found.span if found is not None else None

"""Readings that look like a claim while their words say something else; and claims that say a little too much.

Each was seen on real news more than once, or comes with a rule of grammar that holds anywhere.
"""

import re

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.kin_told import is_of_list
from whence.annotate.miscounted import is_miscounted
from whence.annotate.misdone import is_misdone
from whence.annotate.misheld import is_misheld
from whence.annotate.misplaced import is_misplaced
from whence.annotate.misread.deeds import (
    are_kin_alike,
    are_on_one_side,
    befalls_another,
    has_not_come,
    is_accident,
    is_among,
    is_anothers_kin,
    is_blame,
    is_brought,
    is_of_clause_before,
    is_of_family,
    is_of_visitors,
    is_of_words,
    is_only_dated,
    is_other_way,
    is_refusal,
    is_search,
    is_talked_of,
    is_under_way,
    only_follows,
    only_refuses,
    stands_with,
)
from whence.annotate.misread.posts import (
    heads_line,
    is_of_firm,
    is_of_kin,
    is_of_relative,
    is_speaker,
    is_to_be_named,
    is_to_do,
    is_where,
    opens_clause,
    speaks,
)
from whence.annotate.misread.tales import is_bidden, is_fiction, is_of_tale, is_supposed, is_wrongly_told
from whence.annotate.misread.words import POSTS, STATES, TOLD, span_of, told_by, trigger_of, words_for
from whence.annotate.mistaken import is_mistaken
from whence.annotate.moves import is_no_journey
from whence.annotate.part_counted import is_of_part
from whence.annotate.syntax import Parse
from whence.annotate.unheld import is_of_object, is_played, is_sought
from whence.annotate.unmeant import is_byname, is_unmeant
from whence.model import Claim, Document, Span
from whence.text.names.called import is_behind_aside, says_what_of
from whence.vocab import predicate

# Whoever comes on for another in a match takes no post.
IN_A_MATCH = re.compile(
    r"\b\d+(?:st|nd|rd|th) minute\b|\bsubstitut\w+|\bhalf-?time\b|\b(?:stoppage|injury|extra) time\b|\bthe bench\b",
    re.IGNORECASE,
)
EVENTS = frozenset({"arrests", "charges"})


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
    if claim.predicate in STATES and is_wrongly_told(lookup, claim):
        return True
    if is_one_of_two(lookup, parse, claim):
        return True
    if is_fiction(parse) or is_supposed(lookup.doc.text, parse):
        return True
    i = trigger_of(parse, claim)
    alias, bearer = span_of(claim, "alias"), span_of(claim, "bearer")
    if claim.predicate == "alias_of" and alias is not None:
        text = lookup.doc.text
        before = text[max(0, bearer.start - 60) : bearer.start] if bearer is not None else ""
        if bearer is not None and is_behind_aside(before, text[bearer.end : alias.start]):
            return True
        if says_what_of(text[max(0, alias.start - 12) : alias.start], text[alias.end : alias.end + 8]):
            return True
    if claim.predicate == "holds_role" and (
        opens_clause(lookup, parse, claim)
        or heads_line(parse, claim)
        or speaks(parse, claim)
        or is_to_do(parse, claim)
        or is_speaker(lookup, claim)
        or is_of_kin(lookup, claim)
        or is_of_relative(lookup, claim)
        or is_misheld(lookup, parse, claim)
        or is_of_object(parse, claim)
        or is_byname(lookup, claim)
    ):
        return True
    if is_misplaced(lookup, parse, claim):
        return True
    if i is None:
        return False
    if claim.predicate not in TOLD and (is_bidden(parse, i) or is_of_tale(parse, i)):
        return True
    if claim.predicate == "holds_role" and (is_where(parse, i) or is_to_be_named(parse, i)):
        return True
    if claim.predicate == "denies" and is_refusal(parse, i):
        return True
    if (
        is_of_clause_before(parse, i, claim)
        or befalls_another(parse, i, claim)
        or is_misdone(lookup, parse, i, claim)
        or is_miscounted(lookup, parse, i, claim)
        or (claim.predicate == "counts" and is_of_part(lookup, parse, i, claim))
        or is_mistaken(lookup, parse, i, claim)
        or is_no_journey(parse, i, claim)
        or is_unmeant(lookup, parse, i, claim)
    ):
        return True
    if claim.predicate in STATES and is_among(parse, claim):
        return True
    if is_sought(parse, i, claim) or is_played(parse, i, claim):
        return True
    if claim.predicate in STATES and is_talked_of(parse, i):
        return True
    if claim.predicate in POSTS and any(told_by(parse, k) in words_for("rumouring") for k in (i, *parse.path_up(i))):
        return True
    if claim.predicate in ("attacks", "bombs") and is_blame(parse, i):
        return True
    if claim.predicate == "attacks":
        return is_search(parse, i) or is_accident(parse, i, claim) or is_of_words(parse, i)
    if claim.maker.rule == "allied_with.partner":
        return parse.lemmas[i] == "partner" and is_of_firm(claim)
    if claim.maker.rule == "designates.banned":
        return is_only_dated(parse, i)
    if claim.predicate == "abducts":
        return is_brought(parse, i)
    if claim.predicate == "denies":
        return only_refuses(parse, i, claim)
    if claim.predicate == "family_of":
        return are_kin_alike(parse, i, claim) or is_anothers_kin(parse, i, claim) or is_of_list(parse, i, claim)
    if claim.predicate == "succeeds":
        played = IN_A_MATCH.search(lookup.doc.text, claim.evidence.start, claim.evidence.end) is not None
        return played or is_other_way(parse, claim) or only_follows(parse, i)
    if claim.predicate == "appoints" and parse.tokens[i].upos == "NOUN":
        return stands_with(parse, claim, "appointee", "with")
    if claim.predicate == "member_of" and parse.lemmas[i] == "join":
        return stands_with(parse, claim, "group", "from")
    if claim.predicate == "designates" and parse.lemmas[i] in ("remove", "strike", "delete"):
        return any(parse.lemmas[f.token] in ("list", "blacklist") for f in parse.oblique(i, "from"))
    if claim.predicate == "supports":
        return is_of_family(parse, claim)
    if claim.predicate == "visits":
        return is_under_way(parse, i, claim) or is_of_visitors(parse, i)
    if claim.predicate in EVENTS and parse.tokens[i].upos == "NOUN":
        return has_not_come(parse, i)
    if claim.predicate == "accuses":
        return parse.lemmas[i] == "mistake"  # "mistook him for his brother"
    return claim.predicate == "clashes_with" and are_on_one_side(parse, i, claim)


def is_expected(doc: Document, claim: Claim) -> bool:
    """Whether a post is only expected, wished or rumoured for somebody."""
    if claim.predicate not in POSTS or claim.polarity != "affirmed":
        return False
    cue = doc.quote(claim.certainty_cue).lower().split() if claim.certainty_cue is not None else []
    wished = not words_for("expected").isdisjoint(cue)
    return wished and claim.certainty in ("intended", "hypothetical", "likely", "reported")

"""Deeds that were not done, or not to whom it seems."""

import re
from itertools import takewhile

from whence.annotate.misread.words import span_of, words_for
from whence.annotate.syntax import Parse
from whence.model import Claim

# A warrant for an arrest, a call for it, is none yet, nor what information may lead to.
LEADING_TO = re.compile(r"\b(?:lead|leads|leading) to (?:the |his |her |their )?(?:\w+ (?:or|and) )?$", re.IGNORECASE)
ASKED_FOR = re.compile(
    r"\b(?:warrants?|orders?|requests?|calls?|rewards?) for (?:the |his |her |their |an )?$", re.IGNORECASE
)
SINCE_WHEN = re.compile(r"\b(?:last|this|past|next)\s(?:week|month|year|season)\b")
FOR_LONG = re.compile(r"\b(?:for|until|till|since|from|over|after)\b|\bindefinitely\b")
BEFORE_AND_AFTER = ("predecessor", "successor")
OPENS_OTHERWISE = frozenset({"VERB", "AUX", "ADP", "SCONJ", "CCONJ"})
BE = frozenset({"be"})
STRIKES = frozenset({"attack", "assault", "onslaught"})


def has_not_come(parse: Parse, i: int) -> bool:
    """Whether an arrest is only sought ("a warrant for the arrest of Duda"), or a conviction is a belief."""
    at = parse.tokens[i].start
    before = parse.text[max(parse.start, at - 48) : at]
    belief = parse.lemmas[i] == "conviction" and parse.text[parse.tokens[i].end :].startswith(" that ")
    return belief or ASKED_FOR.search(before) is not None or LEADING_TO.search(before) is not None


def is_refusal(parse: Parse, i: int) -> bool:
    """Whether somebody is denied a thing: "denied the family a loan", "denied relief to the tenants"."""
    if parse.lemmas[i] != "deny":
        return False
    told = words_for("charging") | words_for("rumouring") | words_for("beliefs")
    bare = [k for k in parse.kids(i, "obl") if k > i and not parse.preposition(k)]  # "denied to the town the right to"
    things = [k for k in (*parse.kids(i, "obj"), *bare) if parse.lemmas[k] not in told]
    given = any(parse.preposition(n) == "to" for k in (i, *things) for n in parse.kids(k, "obl", "nmod"))
    return bool(parse.kids(i, "iobj") or (things and given and not parse.kids(i, "ccomp", "xcomp")))


def is_talked_of(parse: Parse, i: int) -> bool:
    """Whether a bond is what is talked about: "talks on an alliance between the two"."""
    above = parse.tokens[i].head
    nominal = parse.tokens[i].upos == "NOUN" and above >= 0 and parse.base(i) == "nmod"
    return nominal and parse.lemmas[above] in words_for("talking")


def is_among(parse: Parse, claim: Claim) -> bool:
    """Whether those among whom somebody is are taken for him: "Among the guards is an officer of the League"."""
    first = claim.arguments[0].span if claim.arguments else None
    head = parse.head_of(first.start, first.end) if first is not None else None
    return head is not None and parse.preposition(head) == "among" and bool(parse.kids(head, "case"))


def is_under_way(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody is only going there: "were returning to Osh when they were held", "those flying to Osh"."""
    if claim.certainty != "asserted" or parse.tokens[i].xpos != "VBG" or parse.lemmas[i] not in words_for("going"):
        return False
    before = {parse.lemmas[k] for k in parse.kids(i, "aux")}
    return bool(before & BE and "have" not in before) or parse.base(i) == "acl"


def is_of_visitors(parse: Parse, i: int) -> bool:
    """Whether the visited are the visitors: "the Larks beat visiting Osh"."""
    above = i - 1
    return parse.word(i) == "visiting" and above >= 0 and parse.lemmas[above] in words_for("hosting")


def is_of_family(parse: Parse, claim: Claim) -> bool:
    """Whether somebody earns a living for those at home: "writes to support her family"."""
    supported = span_of(claim, "supported")
    head = parse.head_of(supported.start, supported.end) if supported is not None else None
    return head is not None and parse.lemmas[head] in words_for("home")


def only_refuses(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether somebody grants no wish, and disputes nothing: "rejected the demand for a recount"."""
    content = span_of(claim, "content")
    head = parse.head_of(content.start, content.end) if content is not None else None
    rejected = {parse.lemmas[k] for k in (*parse.kids(i, "obj"), *([head] if head is not None else []))}
    return parse.lemmas[i] in words_for("refusing") and not rejected.isdisjoint(
        words_for("wishes") | words_for("abhorred")
    )


def is_brought(parse: Parse, i: int) -> bool:
    """Whether somebody is only taken where one is helped: "was taken to a hospital on the ninth day"."""
    bound = {"hostage", "captive", "prisoner", "away", "gunpoint", "force", "kidnap", "abduct", "seize"}
    whither = {parse.lemmas[f.token] for f in parse.oblique(i, "to")}
    helped = bool(whither & words_for("helping")) and bound.isdisjoint(parse.lemmas)
    return parse.tokens[i].upos == "VERB" and helped


def is_search(parse: Parse, i: int) -> bool:
    """Whether police only look for somebody: "was picked up in a raid on a house", "a police raid on a house"."""
    if parse.lemmas[i] != "raid" or parse.tokens[i].upos != "NOUN":
        return False
    above = parse.governor(i)
    held = above >= 0 and parse.lemmas[above] in words_for("holding")
    return held or any(
        parse.lemmas[k] in words_for("searchers") for k in parse.kids(i, "compound", "nmod:poss", "amod")
    )


def is_of_words(parse: Parse, i: int) -> bool:
    """Whether somebody is only spoken ill of: "launched a scathing attack on the ministry"."""
    deeds = (i, *parse.kids(i, "obj", "nsubj:pass"))
    described = (k for n in deeds if parse.lemmas[n] in STRIKES for k in parse.kids(n, "amod"))
    return any(parse.lemmas[k] in words_for("of_words") for k in described)


def is_blame(parse: Parse, i: int) -> bool:
    """Whether somebody is attacked with words: "attacked Duda in a speech", "for his handling of the strike"."""
    if parse.tokens[i].upos != "VERB":
        return False
    told = {parse.lemmas[f.token] for p in ("in", "with", "on") for f in parse.oblique(i, p)}
    reasons = {parse.lemmas[f.token] for p in ("for", "over") for f in parse.oblique(i, p)}
    by = {parse.lemmas[f.token] for f in parse.subjects(i)}
    return bool(told & words_for("texts") or reasons & words_for("blamed_for") or by & words_for("papers"))


def is_accident(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether a vehicle hit somebody, and nobody is said to have meant it: "was hit by a car"."""
    hit = next((s for role in ("weapon", "attacker") if (s := span_of(claim, role)) is not None), None)
    head = parse.head_of(hit.start, hit.end) if hit is not None else None
    driven = head is not None and parse.lemmas[head] in words_for("driving")
    alone = span_of(claim, "attacker") is None or span_of(claim, "weapon") is None
    return driven and alone and parse.lemmas[i] in words_for("hitting")


def is_only_dated(parse: Parse, i: int) -> bool:
    """Whether the words for a time say when somebody was suspended, and not for how long: "suspended last month"."""
    after = parse.text[parse.tokens[i].end : parse.end]
    return SINCE_WHEN.search(after) is not None and FOR_LONG.search(after) is None


def is_other_way(parse: Parse, claim: Claim) -> bool:
    """Whether a predecessor is taken for who comes after: "under his predecessor"."""
    one, two = (span_of(claim, role) for role in ("successor", "predecessor"))
    heads = [parse.head_of(s.start, s.end) if s is not None else None for s in (one, two)]
    return any(k is not None and parse.lemmas[k] == word for k, word in zip(heads, BEFORE_AND_AFTER, strict=True))


def only_follows(parse: Parse, i: int) -> bool:
    """Whether somebody follows another in spirit and in no post: "the spiritual successor to Duda"."""
    return any(parse.lemmas[k] in words_for("in_spirit") for k in parse.kids(i, "amod"))


def stands_with(parse: Parse, claim: Claim, role: str, preposition: str) -> bool:
    """Whether an argument stands behind a preposition: of "joined from Osk Bank" the bank is not joined."""
    span = span_of(claim, role)
    head = parse.head_of(span.start, span.end) if span is not None else None
    if head is not None and parse.base(head) == "appos":
        head = parse.tokens[head].head
    return head is not None and parse.preposition(head) == preposition


def are_kin_alike(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether two who are kin to a third are taken for each other's: "two sons, Duda and Mora"."""
    heads = [
        parse.head_of(s.start, s.end) for s in (span_of(claim, "person"), span_of(claim, "relative")) if s is not None
    ]
    one, two = heads if len(heads) == 2 else (None, None)
    joined = one is not None and two is not None and parse.first_conjunct(one) == parse.first_conjunct(two)
    return joined and i not in heads and parse.lemmas[i] in words_for("one_way_kin")


def is_anothers_kin(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether an owner stands nearer to the kin: of "Duda's cousin and the man's wife" she is no wife of Duda's."""
    relative = span_of(claim, "relative")
    if relative is None or relative.end > parse.tokens[i].start:
        return False
    between = [k for k in parse.at(relative.end, parse.tokens[i].start) if k < i]
    joined = next((n for n, k in enumerate(between) if parse.tokens[k].upos == "CCONJ"), len(between))
    return any(parse.tokens[k].xpos == "POS" for k in between[joined:])


def is_of_clause_before(parse: Parse, i: int, claim: Claim) -> bool:
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


def befalls_another(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether the object of one verb is taken for that of another, which has its own: "stopped a van and shot two"."""
    done = next((a.span for a in claim.arguments if a.role in ("victim", "target")), None)
    head = parse.head_of(done.start, done.end) if done is not None else None
    if head is None or parse.tokens[i].upos != "VERB" or parse.base(head) != "obj" or parse.tokens[head].head == i:
        return False
    after = [k for k in parse.children[i] if k > i and parse.base(k) in ("obj", "obl") and not parse.preposition(k)]
    return parse.tokens[parse.tokens[head].head].upos == "VERB" and bool(after)


def are_on_one_side(parse: Parse, i: int, claim: Claim) -> bool:
    """Whether two who fight a third are taken for each other's foes: "Pell and his brother fought the rebels"."""
    if claim.maker.rule != "clashes_with.verb" or not parse.kids(i, "obj"):
        return False
    one, two = (span_of(claim, role) for role in ("side", "other"))
    here = [parse.head_of(s.start, s.end) for s in (one, two) if s is not None]
    return len(here) == 2 and all(k is not None and k < i for k in here)

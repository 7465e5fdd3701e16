"""Posts that are nobody's, or another's."""

import re

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.misread.words import OWNER, span_of, words_for
from whence.annotate.modality import modality
from whence.annotate.syntax import Parse
from whence.model import Claim

ACCORDING = re.compile(r"\baccording to\s+(?:(?:the|an?|[A-Z][a-z]*\.?)\s+){0,3}$", re.IGNORECASE)
BESIDE = re.compile(r",\s(?:the\s|a\s)?")
IS = re.compile(r"\s+(?:is|was|are|were)\s+")
SUBJECT = frozenset({"nsubj", "nsubj:pass"})


def is_where(parse: Parse, i: int) -> bool:
    """Whether a noun tells where somebody is: "she was beside the head of the stairs"."""
    return bool(parse.kids(i, "cop")) and parse.preposition(i) in words_for("beside")


def is_to_be_named(parse: Parse, i: int) -> bool:
    """Whether somebody is only meant to be given a post: "the proposal to name Ada Mensah head of the bank"."""
    above = parse.tokens[i].head
    named = above >= 0 and parse.base(i) in ("xcomp", "obj") and parse.lemmas[above] in words_for("naming")
    return named and modality(parse, above).certainty in ("intended", "hypothetical")


def speaks(parse: Parse, claim: Claim) -> bool:
    """Whether the name behind a post tells what stands before it: "She may become head of Osk Bank, Ana Mor said"."""
    holder, of = span_of(claim, "holder"), span_of(claim, "of")
    if holder is None or of is None or not 0 < holder.start - of.end < 3 or parse.text[of.end] != ",":
        return False
    after = parse.at(holder.end, holder.end + 2)
    head = parse.head_of(holder.start, holder.end)
    says = bool(after) and parse.tokens[after[0]].xpos in ("VBD", "VBZ", "VBP")
    return says and head is not None and parse.tokens[head].head == after[0] and parse.tokens[head].deprel == "nsubj"


def opens_clause(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether a post behind a name opens what the bearer of the name tells: "According to Vale, a clerk was hurt"."""
    holder, post = (span_of(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or not claim.maker.rule.startswith("post.comma"):
        return False
    if lookup.doc.text[holder.end : post.start] == " " and lookup.doc.text[post.start].isupper():
        return True  # "became Marlow Professor of Law": the chair bears the name
    if not ACCORDING.search(lookup.doc.text, max(0, holder.start - 48), holder.start):
        return False
    head = parse.head_of(post.start, post.end)
    return head is not None and parse.tokens[head].deprel in SUBJECT


def is_to_do(parse: Parse, claim: Claim) -> bool:
    """Whether a verb is taken for a post: "Duda to head Osh hospital" gives no post to Osh."""
    post = span_of(claim, "post")
    inside = parse.at(post.start, post.end) if post is not None else []
    return len(inside) == 1 and parse.tokens[inside[0]].upos == "VERB" and parse.is_infinitive(inside[0])


def is_speaker(lookup: Lookup, claim: Claim) -> bool:
    """Whether a post only tells who speaks: "HOST: Mr Duda was a deputy, wasn't he?"."""
    post = span_of(claim, "post")
    opens = post is not None and post.start == claim.evidence.start and lookup.doc.text.startswith(":", post.end)
    return opens and post is not None and lookup.doc.quote(post).isupper()


def is_of_kin(lookup: Lookup, claim: Claim) -> bool:
    """Whether a post is held by somebody of the named: "a fund whose president is Duda's sister"."""
    holder, post = (span_of(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or not post.end < holder.start:
        return False
    text = lookup.doc.text
    return bool(IS.fullmatch(text, post.end, holder.start) and OWNER.match(text, holder.end, claim.evidence.end))


def is_of_relative(lookup: Lookup, claim: Claim) -> bool:
    """Whether a post is that of the kinsman named last: "Vale, a son of General Duda, chief of the navy, was hurt"."""
    holder, post = (span_of(claim, role) for role in ("holder", "post"))
    if holder is None or post is None or holder.end > post.start:
        return False
    between = re.findall(r"[\w-]+|,", lookup.doc.text[holder.end : post.start].lower())
    people = (m.span for m in lookup.covering(holder.end, post.start) if m.type == "person" and m.form == "name")
    kin = between[:1] == [","] and any(w in words_for("kin") for w in between[1:5])
    return kin and any(BESIDE.fullmatch(lookup.doc.text, s.end, post.start) for s in people)


def heads_line(parse: Parse, claim: Claim) -> bool:
    """Whether the name behind a label does something: "Lawyer: Linda Loman enters clinic" is what the lawyer says."""
    holder = span_of(claim, "holder")
    if holder is None or claim.maker.rule != "post.label":
        return False
    after = parse.at(holder.end, holder.end + 2)
    return bool(after) and parse.tokens[after[0]].upos in ("VERB", "AUX")


def is_of_firm(claim: Claim) -> bool:
    """Whether the partner is a man of a body, which is a post and no alliance: "the fund's partner Ada Mensah"."""
    ally, partner = claim.argument("ally"), claim.argument("partner")
    return ally is not None and partner is not None and (ally.type, partner.type) == ("person", "organization")

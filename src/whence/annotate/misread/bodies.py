"""The body of a post: which of the words around it name one."""

import re
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.misread.words import OWNER, span_of, words_for
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span
from whence.text.names.sorts import sorts_of_name
from whence.vocab import labels_of

ON_A_SIDE = re.compile(r"\b(?:pro|anti)[-\u2010\u2011]$", re.IGNORECASE)
IN = re.compile(r"\s+in\s+(?:the\s+)?")
# "Actor Tom Wells and the director of the film", "actor Denis Hopp and works of Tim Cape": the film is the director's.
# "The driver, Ivo Duda, and five members of a band" died: he drove for nobody who is named.
AND_OTHER = re.compile(
    r"^(?:\s[A-Z][\w’'-]+)+\s+and\s|\band\s+(?:the|an?|his|her|its|their|some|several|other|at least|\d+|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
)
BODIES = frozenset({"organization", "facility"})
WORDS = 3  # of a body behind the name of its place


def body_of(lookup: Lookup, parse: Parse, claim: Claim, a: Argument) -> Argument | None:
    """The body of a post: of "head of Chad's navy" the navy; none where it is that of the next in a list."""
    post = span_of(claim, "post")
    if a.role == "of" and a.span is not None and _is_no_body_of(lookup, parse, a.span, post):
        return None
    if a.role != "of" or a.span is None or post is None or a.span.start < post.end:
        return a
    text = lookup.doc.text
    if text[: post.end].split()[-1].lower() in words_for("of_bodies") and IN.fullmatch(text, post.end, a.span.start):
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


def _is_of_party(lookup: Lookup, claim: Claim, body: Span) -> bool:
    """Whether a body is the party of who holds an office of state: "the premier, Ada Mensah of the Reform Party"."""
    post, holder = span_of(claim, "post"), span_of(claim, "holder")
    if post is None or holder is None or not post.end <= holder.start < holder.end <= body.start:
        return False
    office = lookup.doc.quote(post).lower().split()[-1] in words_for("offices")
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
    if noun_type(parse.lemmas[noun], parse.word(noun).lower()) != "organization" or parse.lemmas[noun] in words_for(
        "realm"
    ):
        return a
    return replace(a, span=lookup.doc.span(a.span.start, parse.tokens[noun].end), type="organization", antecedent=None)

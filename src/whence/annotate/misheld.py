"""Posts that are somebody else's by the words around them, and bodies that are no bodies of a post.

"Duda and the union leader Ana Mor, head of the League": she heads it. "Her husband, record producer Ivo Duda": he is
no producer of hers. "An advocate of free trade" holds no post.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import roles
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span, ValidTime
from whence.vocab import word_set

BESIDE = re.compile(r",\s(?:the\s|a\s|an\s)?")
FOR_A_CAUSE = re.compile(r"\s(?:of|for)\s")
OWNERS = frozenset({"his", "her", "their", "its", "whose", "my", "our"})
OF_TIME = re.compile(r"(?<!\bas )\bof (?:the )?$")
IN_PLACE = re.compile(r"\b(?:in|at) (?:the )?$")
PEOPLE = re.compile(r"^[A-Z]\w+(?:[ae]an|ian|ese|ish)$")
NOUNS = frozenset({"NOUN", "PROPN"})
OWNED = re.compile(r"\w['’]s?\s(?:\w+\s)?$")
WHOSE = re.compile(r"\bwhose\b", re.IGNORECASE)
# "Characters such as nurse Ada in a comedy": she nurses nobody.
CHARACTERS = re.compile(
    r"\b(?:characters?|parts|heroes|heroines?|protagonists?|villains?)\b[^.;]{0,90}?"
    r"\b(?:such as|like|including)\s[^.;]*$"
)


def is_misheld(lookup: Lookup, parse: Parse, claim: Claim) -> bool:
    """Whether a post is that of another whom its words name, of nobody, or none at all."""
    post, holder = (_span(claim, role) for role in ("post", "holder"))
    if holder is not None and CHARACTERS.search(parse.text, parse.start, max(parse.start, holder.start)) is not None:
        return True
    if post is None:
        return False
    if holder is not None and (
        _is_of_a_people(lookup, holder, post) or _is_of_nearer(lookup, holder, post) or _is_half_a_title(lookup, holder)
    ):
        return True
    return _is_for_a_cause(lookup, claim, post) or _is_denied_of_somebody(lookup, claim, post)


def _is_of_a_people(lookup: Lookup, holder: Span, post: Span) -> bool:
    """Whether the holder is a word for a people, of a land we do not know: "the Lurian ambassador to Osh"."""
    text, word = lookup.doc.text, lookup.doc.quote(holder)
    if " " in word or holder.end + 1 != post.start or text[holder.end] != " ":
        return False
    return PEOPLE.search(word) is not None and not _has_more_names(lookup, holder)


def _has_more_names(lookup: Lookup, holder: Span) -> bool:
    """Whether whoever this is has a name of several words elsewhere, as a person has."""
    chain = lookup.chain_of.get(holder)
    return chain is not None and " " in chain.name


def _is_denied_of_somebody(lookup: Lookup, claim: Claim, post: Span) -> bool:
    """Whether only somebody's is denied, and the claim does not say whose: "Duda is not their lawyer" is a lawyer."""
    if claim.polarity != "denied" or any(claim.argument(role) is not None for role in ("of", "to")):
        return False
    words = lookup.doc.text[max(0, post.start - 40) : post.start].lower().split()
    return bool(OWNERS.intersection(words[-3:])) and "longer" not in words


def with_own_body(lookup: Lookup, parse: Parse, claim: Claim) -> Claim:
    """The claim without a body that another noun of the sentence has: "in his place Councillor Duda was elected"."""
    post, holder = (_span(claim, role) for role in ("post", "holder"))
    if claim.predicate != "holds_role" or post is None:
        return claim
    kept = (a for a in claim.arguments if a.role != "of" or not _is_anothers(lookup, parse, a, post, holder))
    return _in_its_time(lookup, replace(claim, arguments=tuple(a for a in kept if not _is_where(lookup, a, post))))


def _in_its_time(lookup: Lookup, claim: Claim) -> Claim:
    """The claim without the time of another noun: "an actress and winner of the pageant of 1984"."""
    at = claim.valid.span
    of_another = at is not None and OF_TIME.search(lookup.doc.text, max(0, at.start - 12), at.start) is not None
    return replace(claim, valid=ValidTime()) if of_another else claim


def _is_where(lookup: Lookup, a: Argument, post: Span) -> bool:
    """Whether a place is where somebody works, to which nobody sent him: "a painter in Paris"."""
    if a.role != "to" or a.span is None or lookup.doc.quote(post).lower().split()[-1] in roles()["sent"]:
        return False
    return IN_PLACE.search(lookup.doc.text, max(0, a.span.start - 12), a.span.start) is not None


def _is_anothers(lookup: Lookup, parse: Parse, of: Argument, post: Span, holder: Span | None) -> bool:
    if of.span is None or of.span.end > post.start:
        return False
    text = lookup.doc.text
    if lookup.doc.quote(of.span).lower() in OWNERS:
        between = [k for k in parse.at(of.span.end, post.start) if parse.tokens[k].start < post.start]
        return any(_is_head(parse, k, post) or parse.word(k) == "," for k in between)
    behind = holder is not None and of.span.end < holder.start and WHOSE.search(text, of.span.end, holder.start)
    own = OWNED.search(text, max(0, post.start - 40), post.start) is not None
    return bool(behind) and own and not OWNED.search(text, of.span.start, of.span.end + 3)


def _is_head(parse: Parse, k: int, post: Span) -> bool:
    """Whether a noun before a post is no part of its phrase: the "husband" of "her husband, record producer Duda"."""
    head = parse.head_of(post.start, post.end)
    inside = head is not None and (k in parse.subtree(head) and parse.base(k) in ("compound", "amod", "nmod", "flat"))
    return parse.tokens[k].upos in NOUNS and not inside


def _is_of_nearer(lookup: Lookup, holder: Span, post: Span) -> bool:
    """Whether another name stands between a holder and one post behind a comma."""
    if holder.end >= post.start or lookup.doc.quote(post).lower().split()[-1].endswith("s"):
        return False
    return any(
        BESIDE.fullmatch(lookup.doc.text, name.end, post.start) and not _is_one(lookup, name, holder)
        for name in _people(lookup, holder.end, post.start)
    )


def _people(lookup: Lookup, start: int, end: int) -> Iterator[Span]:
    inside = (m for m in lookup.covering(start, end) if m.type == "person" and m.form == "name")
    yield from (m.span for m in inside if m.span.start >= start)


def _is_one(lookup: Lookup, one: Span, two: Span) -> bool:
    chain = lookup.chain_of.get(one)
    return chain is not None and lookup.chain_of.get(two) is chain


def _is_half_a_title(lookup: Lookup, holder: Span) -> bool:
    """Whether the holder is a word of a title: of "Chief Administrative Officer Ana Mor" nobody is Administrative."""
    word = lookup.doc.quote(holder).lower()
    behind = lookup.covering(holder.end, holder.end + 2)
    titled = any(m.type in ("role", "rank") and m.span.start == holder.end + 1 for m in behind)
    return titled and word in roles()["specifying"] | roles()["offices"]


def _is_for_a_cause(lookup: Lookup, claim: Claim, post: Span) -> bool:
    """Whether somebody only stands for or against something: "an advocate of free trade"."""
    if lookup.doc.quote(post).lower().split()[-1] not in word_set("misread.yaml", "no_post"):
        return False
    of = claim.argument("of")
    employed = of is not None and of.type == "organization" and of.span in lookup.named
    return not employed and FOR_A_CAUSE.match(lookup.doc.text, post.end) is not None


def _span(claim: Claim, role: str) -> Span | None:
    found = claim.argument(role)
    return found.span if found is not None else None

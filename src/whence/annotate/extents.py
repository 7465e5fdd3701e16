"""The whole of what the words of an argument name: a post with what makes it that post, a quoted phrase with its mark.

"Parish organist" is no organist of just any sort, and a phrase that closes a quotation opens it too.
"""

import re
from dataclasses import replace

from whence.annotate.arguments import Lookup
from whence.annotate.mentions.lexicon import nation, roles
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Span
from whence.vocab import word_set

KINDS = re.compile(r"[a-z]+(?:ial|onal|ical|ic|ary|ar|oral|eral|ural|ish|an)$")
OF_THAT = re.compile(r"\s+of\s+(?:this|that|these|those|such)\s[^,;:.]*$")
OPENS = re.compile(r"[“\"«][^“”\"«»]*$")
CLOSERS = {"”": "“", '"': '"', "»": "«"}
QUOTED = frozenset({"condemned", "praised", "offence", "opposed", "supported", "target"})
BLAMED = frozenset({("accuses", "content"), ("charges", "offence")})
STANDS = frozenset({"opposed", "supported"})
COMMA = re.compile(r"[,;:](?=\s)")
OUTCOME = re.compile(
    r",\s+(?:(?:of|from|for|on|to)\s+)?(?:which|who|whom|where)\b"
    r"|,\s+(?:an?\s+|the\s+)?(?:charge|accusation|allegation|claim)s?\b"
    r"|,?\s+(?:and|but)\s+(?:he\s+|she\s+|they\s+|it\s+)?(?:was|were|is|are|has|had|have|will|would|remains?)\b"
)
HELD = frozenset({"holds_role", "appoints", "elects"})


def in_whole(lookup: Lookup, parse: Parse, claim: Claim) -> Claim:
    """The claim with every argument as its words name it, neither cut nor run on."""
    return replace(claim, arguments=tuple(_whole(lookup, parse, claim, a) for a in claim.arguments))


def _whole(lookup: Lookup, parse: Parse, claim: Claim, a: Argument) -> Argument:
    if a.span is None or not parse.start <= a.span.start < parse.end:
        return a
    if a.role == "post" and claim.predicate in HELD:
        return _in_kind(lookup, parse, claim, a, a.span)
    if a.role == "accused":
        return _without_offence(lookup, a, a.span)
    if (claim.predicate, a.role) in BLAMED:
        return _with_opening(lookup, b := _as_blamed(lookup, a, a.span), b.span or a.span)
    if a.role in STANDS and not a.value and claim.trigger is not None and claim.trigger < a.span:
        return _with_opening(lookup, b := _of_what(lookup, parse, claim, a, a.span), b.span or a.span)
    return _with_opening(lookup, a, a.span) if a.role in QUOTED else a


def _in_kind(lookup: Lookup, parse: Parse, claim: Claim, post: Argument, span: Span) -> Argument:
    """A post with the words right before it that say of what kind it is: "school inspector", "colonial governor"."""
    inside = parse.at(span.start, span.end)
    if not inside or not lookup.doc.quote(span).islower():
        return post
    first, head = inside[0], inside[-1]
    others = [a.span for a in claim.arguments if a is not post and a.span is not None]
    while first > 0 and _kind_of(lookup, parse, first - 1, head):
        t = parse.tokens[first - 1]
        if any(o.start < t.end and t.start < o.end for o in others):
            break
        first -= 1
    start = parse.tokens[first].start
    return post if first == inside[0] else replace(post, span=replace(span, start=start), value=None)


def _kind_of(lookup: Lookup, parse: Parse, k: int, head: int) -> bool:
    """Whether a word before a post says of what kind it is, and neither how good, how old nor from where."""
    t, word = parse.tokens[k], parse.word(k)
    if not word.islower() or t.head != head or nation(word) is not None:
        return False
    if word in roles()["outside"] or word in word_set("grammar.yaml", "praising"):
        return False
    if any(m.form == "name" for m in lookup.covering(t.start, t.end)):
        return False
    noun = parse.base(k) == "compound" and t.upos == "NOUN" and t.xpos == "NN"
    kind = parse.base(k) in ("amod", "compound") and (t.upos == "ADJ" or t.xpos == "JJ")
    return noun or (kind and KINDS.match(word) is not None)


def _without_offence(lookup: Lookup, accused: Argument, span: Span) -> Argument:
    """Who is accused, without the "of this crime" that a tree hangs on the body whose men they are."""
    words = lookup.doc.quote(span)
    deed = OF_THAT.search(words)
    return replace(accused, span=replace(span, end=span.start + deed.start())) if deed else accused


def _as_blamed(lookup: Lookup, a: Argument, span: Span) -> Argument:
    """What somebody is accused of, without what came of it: "fixing two races, of which he was cleared"."""
    ended = OUTCOME.search(lookup.doc.quote(span))
    return replace(a, span=replace(span, end=span.start + ended.start())) if ended else a


def _of_what(lookup: Lookup, parse: Parse, claim: Claim, a: Argument, span: Span) -> Argument:
    """What somebody is for or against, with what says which it is: "the plan to sell the pier"."""
    head = parse.head_of(span.start, span.end)
    named = any(m.form == "name" for m in lookup.covering(span.start, span.end))
    if head is None or parse.tokens[head].upos != "NOUN" or named:
        return a
    end = span.end
    for k in parse.kids(head, "nmod", "acl"):
        last = parse.clause(k)[1]
        opened = min(parse.tokens[n].start for n in parse.subtree(k))
        comma = COMMA.search(parse.text, opened, last)
        told = parse.tokens[k].deprel not in ("acl:relcl", "nmod:poss", "nmod:unmarked")
        if told and 0 < opened - end < 2 and not any(_holds(o, opened, last) for o in claim.arguments if o is not a):
            end = comma.start() if comma else last
    return replace(a, span=replace(span, end=end)) if end > span.end else a


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _holds(a: Argument, start: int, end: int) -> bool:
    return a.span is not None and a.span.start < end and start < a.span.end


def _with_opening(lookup: Lookup, a: Argument, span: Span) -> Argument:
    """A phrase from the mark that opens it, where it holds the mark that closes a quotation: "“grim life” of Osh"."""
    words = lookup.doc.quote(span)
    mark = next((c for c in words if c in CLOSERS), "")
    whole = not mark or (mark in words and words.count(mark) % 2 == 0) or CLOSERS[mark] in words[: words.index(mark)]
    before = None if whole else OPENS.search(lookup.doc.text, max(0, span.start - 80), span.start)
    if before is None or lookup.doc.text[before.start()] != CLOSERS[mark]:
        return a
    return replace(a, span=replace(span, start=before.start()))

"""The whole of what the words of an argument name: a post with what makes it that post, a quoted phrase with its mark.

"Parish organist" is no organist of just any sort, and a phrase that closes a quotation opens it too.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.lexicon import head_type, nation, noun_type, roles
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
# "Head of Modern Languages at the college": what stands before "at" is of the post.
FIELD = re.compile(
    r"\s(?:of|for|in)\s(?P<field>[A-Za-z][\w&-]*(?:\s[A-Za-z&][\w&-]*){0,4}?)\s(?P<at>at|for|with|of|in)\s(?:the\s)?"
)
ARTICLES = frozenset("the a an his her its their this that these those all any some".split())
HELD = frozenset({"holds_role", "appoints", "elects"})
HYPHENS = frozenset({"-", "\u2010", "\u2011", "–"})
JOINS = frozenset({"and", "&"})


def in_whole(lookup: Lookup, parse: Parse, claim: Claim) -> Claim:
    """The claim with every argument as its words name it, neither cut nor run on."""
    return replace(claim, arguments=tuple(_whole(lookup, parse, claim, a) for a in claim.arguments))


def _whole(lookup: Lookup, parse: Parse, claim: Claim, a: Argument) -> Argument:
    if a.span is None or not parse.start <= a.span.start < parse.end:
        return a
    if a.role == "post" and claim.predicate in HELD:
        return _in_kind(lookup, parse, claim, a, a.span)
    if (claim.predicate, a.role) == ("asks", "content"):
        return _with_deed(lookup, parse, a, a.span)
    if a.role == "accused":
        return _without_offence(lookup, a, a.span)
    if (claim.predicate, a.role) in BLAMED:
        return _with_opening(lookup, b := _as_blamed(lookup, a, a.span), b.span or a.span)
    if a.role in STANDS and not a.value and claim.trigger is not None and claim.trigger < a.span:
        return _with_opening(lookup, b := _of_what(lookup, parse, claim, a, a.span), b.span or a.span)
    return _with_opening(lookup, a, a.span) if a.role in QUOTED else a


def _in_kind(lookup: Lookup, parse: Parse, claim: Claim, post: Argument, span: Span) -> Argument:
    """A post with the words beside it that make it that post: "school inspector", "composer for film and radio"."""
    inside = parse.at(span.start, span.end)
    if not inside:
        return post
    others = [a.span for a in claim.arguments if a is not post and a.span is not None]
    first, last = _first_of(lookup, parse, inside, others), _last_of(lookup, parse, inside, others)
    start = _with_manner(parse, parse.tokens[first].start if first < inside[0] else span.start)
    end = parse.tokens[last].end if last > inside[-1] else _with_field(lookup, span, claim.argument("of"))
    if (start, end) == (span.start, span.end):
        return post
    return replace(post, span=replace(span, start=start, end=end), value=None)


def _first_of(lookup: Lookup, parse: Parse, inside: Sequence[int], others: Sequence[Span]) -> int:
    """The first of the words that say of what kind a post is: "science" of "science fiction writer"."""
    first, taken = inside[0], set(inside)
    while first > 0:
        more = _before(lookup, parse, first, taken)
        if not more or any(
            o.start < parse.tokens[first - 1].end and parse.tokens[more[0]].start < o.end for o in others
        ):
            break
        first = more[0]
        taken.update(more)
    return first


def _before(lookup: Lookup, parse: Parse, first: int, taken: set[int]) -> list[int]:
    """The words right before a post that belong to it, in order; none where it begins."""
    if first > 1 and parse.word(first - 1) in HYPHENS:
        half = parse.word(first - 2).lower() in word_set("roles.yaml", "halves")  # "co - founder"
        return [first - 2, first - 1] if half else []
    if not lookup.doc.text[parse.tokens[min(taken)].start : parse.tokens[max(taken)].end].islower():
        return []
    if _kind_of(lookup, parse, first - 1, taken):
        return [first - 1]
    if first > 1 and parse.lemmas[first - 1] in JOINS and len(taken) > 1 and _is_field(lookup, parse, first - 2, taken):
        return [first - 2, first - 1]
    return []


def _kind_of(lookup: Lookup, parse: Parse, k: int, taken: set[int]) -> bool:
    """Whether a word before a post says of what kind it is, and neither how good, how old nor from where."""
    t, word = parse.tokens[k], parse.word(k)
    opens = k == 0 and len(taken) == 1  # "Party leader Ada Mensah": the capital is that of the sentence
    if t.head not in taken or opens or not _is_small(lookup, parse, k):
        return False
    noun = parse.base(k) == "compound" and t.upos == "NOUN" and t.xpos == "NN"
    kind = parse.base(k) in ("amod", "compound") and (t.upos == "ADJ" or t.xpos == "JJ")
    inner = t.head != max(taken) and t.upos == "ADJ"  # "social" of "social care minister"
    working = parse.base(k) == "amod" and t.xpos == "VBG" and word in word_set("roles.yaml", "working")
    return noun or inner or working or (kind and KINDS.match(word) is not None)


def _is_small(lookup: Lookup, parse: Parse, k: int) -> bool:
    """Whether a word is no name, and says of what kind something is."""
    t, word = parse.tokens[k], parse.word(k)
    opens = k == 0 and t.upos in ("NOUN", "ADJ") and word[1:].islower()
    if not (word.islower() or opens) or nation(word) is not None:
        return False
    if word.lower() in roles()["outside"] | word_set("grammar.yaml", "praising"):
        return False
    return not any(m.form == "name" for m in lookup.covering(t.start, t.end))


def _is_field(lookup: Lookup, parse: Parse, k: int, taken: set[int]) -> bool:
    """Whether a word is the other half of a field: "interior" of "interior and overseas minister"."""
    t = parse.tokens[k]
    joined = t.head in taken or any(parse.tokens[j].head == k and parse.base(j) == "conj" for j in taken)
    plain = t.upos in ("NOUN", "ADJ") and t.xpos in ("NN", "JJ") and _is_small(lookup, parse, k)
    return joined and plain and noun_type(parse.lemmas[k], parse.word(k).lower()) != "person"


def _with_manner(parse: Parse, start: int) -> int:
    """Where a post begins with how it is held: "de facto leader"."""
    before = parse.text[max(parse.start, start - 24) : start]
    manner = next((m for m in word_set("roles.yaml", "manner") if re.search(rf"(?:^|\W){m}\s$", before, re.I)), "")
    return start - len(manner) - 1 if manner else start


def _with_field(lookup: Lookup, post: Span, of: Argument | None) -> int:
    """Where a post ends whose field stands between it and its body: "head of Modern Languages at the college"."""
    if of is None or of.span is None or of.span.start <= post.end:
        return post.end
    found = FIELD.fullmatch(lookup.doc.text, post.end, of.span.start)
    if found is None or not ARTICLES.isdisjoint(found["field"].lower().split()):
        return post.end
    start, end = found.span("field")
    around = lookup.covering(start, end)
    body = found["at"] != "at" or head_type(found["field"].split()[-1]) is not None
    named = any(m.type == "role" or (m.form == "name" and (body or m.type != "organization")) for m in around)
    return post.end if named else end


def _last_of(lookup: Lookup, parse: Parse, inside: Sequence[int], others: Sequence[Span]) -> int:
    """The last word of a portfolio of two: "radio" of "composer for film and radio"."""
    last = inside[-1]
    if not any(parse.lemmas[k] in ("of", "for") for k in inside) or last + 2 >= len(parse.tokens):
        return last
    if parse.lemmas[last + 1] not in JOINS:
        return last
    end = last + 2
    while end + 1 < len(parse.tokens) and parse.tokens[end].head == end + 1 and parse.base(end) in ("amod", "compound"):
        end += 1
    field = parse.tokens[end]
    several = field.upos == "NOUN" and not parse.kids(end, "det", "nmod:poss") and not parse.kids(end, "acl")
    apart = any(s.start < field.end and parse.tokens[last + 1].start < s.end for s in others)
    plain = noun_type(parse.lemmas[end], parse.word(end).lower()) not in ("person", "organization")
    same = parse.base(end) == "conj" and parse.tokens[end].head in inside
    return end if several and plain and same and not apart and _is_small(lookup, parse, end) else last


def _with_deed(lookup: Lookup, parse: Parse, content: Argument, span: Span) -> Argument:
    """What somebody calls for with what they are to do: "for the towns to share the water"."""
    behind = parse.at(span.end, span.end + 4)
    if not lookup.doc.quote(span).startswith("for ") or not behind or parse.word(behind[0]) != "to":
        return content
    verb = parse.tokens[behind[0]].head
    if verb < behind[0] or parse.base(verb) not in ("advcl", "acl", "xcomp"):
        return content
    return replace(content, span=replace(span, end=max(span.end, parse.clause(verb)[1])))


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

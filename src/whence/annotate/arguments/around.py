"""What stands around a noun or a pronoun and tells whom it means."""

import re

from whence.annotate.arguments.lookup import AGENTS, BODIES, Lookup
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.relations import RELATIVE
from whence.annotate.syntax import Parse
from whence.model import Mention, Span
from whence.vocab import labels_of

STATE_NOUNS = frozenset(
    """
    government regime state authority administration republic leadership establishment parliament army
    """.split()
)
ASKED_WHOSE = re.compile(r"\b(?:ask\w*|wonder\w*|know\w*|knew|clear|about|see|saw|is|was)\s+$")
OPENED = re.compile(r"\s+[\"“«‘']?\s?")
AUTHORITIES = frozenset({"court", "agency", "ministry", "parliament", "army"})
SET_APART = re.compile(r"[.;)]|,\s(?!and\b|or\b)[a-z]")
SEATED = re.compile(r" (?:in|at) (?:the )?")
BOUNDED = re.compile(r"no (?:more|fewer|less|later|longer)\b", re.IGNORECASE)
ARTICLES = tuple("that the ,which the ,the ,a single ,a ,an ,its ,his ,her ,their ,no ".split(","))
JOINED_NAME = frozenset({"appos", "flat", "compound", "nmod", "dep"})


def is_in_its_sentence(lookup: Lookup, parse: Parse, pronoun: Mention) -> bool:
    """Whether a phrase of the pronoun's chain stands before it in its sentence."""
    chain = lookup.chain_of.get(pronoun.span)
    return chain is not None and any(parse.start <= s.start < pronoun.span.start for s in chain.mentions)


def is_asked(text: str, start: int) -> bool:
    """Whether the "whose" at an offset asks and stands for nobody: "asked whose envoy he was"."""
    return ASKED_WHOSE.search(text, max(0, start - 16), start) is not None


def noun_before(parse: Parse, first: int, token: int) -> int | None:
    """The noun before a relative clause whose tree passes over it: "the bank of Lima, whose director", the bank."""
    noun = first - 2 if first > 1 and parse.word(first - 1) == "," else first - 1
    if noun < 0 or parse.tokens[noun].upos not in ("NOUN", "PROPN"):
        return None
    while parse.base(noun) in ("nmod", "compound", "flat") and 0 <= parse.tokens[noun].head < token:
        noun = parse.tokens[noun].head
    return noun


def relative_of(parse: Parse, token: int) -> int | None:
    """The noun on which the relative clause of "who" or "whose" hangs."""
    if parse.lemmas[token] not in RELATIVE:
        return None
    hung = (i for i in parse.path_up(token) if parse.tokens[i].deprel == "acl:relcl" and parse.tokens[i].head < token)
    return next((parse.tokens[i].head for i in hung), None)


def of_subject(lookup: Lookup, parse: Parse, token: int, meant: Mention) -> bool:
    """Whether somebody in the object would be the subject: nobody "dismissed the adviser who left" who is himself."""
    verb = parse.governor(token)
    if parse.base(token) not in ("obj", "iobj") or verb < 0:
        return False
    chain = lookup.chain_of.get(meant.span)
    doers = [m for k in _doers(parse, verb) for m in lookup.covering(parse.tokens[k].start, parse.tokens[k].end)]
    return chain is not None and any(lookup.chain_of.get(m.span) is chain for m in doers)


def _doers(parse: Parse, verb: int) -> list[int]:
    """Subjects of a verb, or of the first of a row of verbs, with what stands in apposition to them."""
    found = parse.kids(verb, "nsubj") or parse.kids(parse.first_conjunct(verb), "nsubj")
    return [*found, *(k for s in found for k in parse.kids(s, "appos", "flat"))]


def is_close(parse: Parse, one: int, two: int) -> bool:
    """Whether two tokens stand within reach of each other."""
    return parse.tokens[two].start - parse.tokens[one].end < 80


def is_one_of(parse: Parse, token: int) -> bool:
    """Whether a noun brings in one that is not known: "a Harbour Board team" is not the Harbour Board."""
    return any(parse.word(k).lower() in ("a", "an", "another") for k in parse.kids(token, "det"))


def whole_number(lookup: Lookup, start: int) -> int:
    """Where a phrase begins that a tree breaks in its number: "two and a half thousand people"."""
    numbers = (m.span.start for m in lookup.covering(start, start + 1) if m.type == "quantity")
    return min([start, *numbers])


def behind_owner(parse: Parse, token: int, start: int) -> int:
    """Where a described body begins behind the common noun that owns it: "the bank's ethics panel" is a panel."""
    own, described = parse.kids(token, "nmod:poss"), parse.core(token)[0]
    common = bool(own) and parse.tokens[own[0]].upos == "NOUN" and parse.tokens[own[0]].start >= start
    common = common and parse.lemmas[own[0]] not in STATE_NOUNS
    return described if common and start < described < parse.tokens[token].start else start


def seated_elsewhere(lookup: Lookup, parse: Parse, token: int, body: Mention) -> bool:
    """Whether a noun for an authority says which it is by its seat: "the court in Lima" is no court named before."""
    sorts, end = labels_of("body_classes.yaml").get(parse.lemmas[token], frozenset()), body.span.end
    seat = seat_end(lookup, end) if sorts & AUTHORITIES else end
    name = lookup.name_of(body)
    return seat > end and name is not None and lookup.doc.text[end:seat].split()[-1] not in lookup.doc.quote(name)


def seat_end(lookup: Lookup, end: int) -> int:
    """Where a noun for an authority ends with the place that tells which: "a court in Lima"."""
    at = SEATED.match(lookup.doc.text, end)
    places = lookup.covering(at.end(), at.end() + 1) if at else []
    seat = next((m for m in places if at and m.span.start == at.end() and m.type == "place" and not m.value), None)
    return seat.span.end if seat is not None else end


def name_beside(lookup: Lookup, parse: Parse, token: int) -> Mention | None:
    """The name right after a common noun: "the caterer Ivo Duda", "the cook, Ivo Duda, ...", "the firm Delta"."""
    at = parse.tokens[token].end
    body = _body_beside(lookup, parse, token)
    if body is not None:
        return body
    named = next((m for m in lookup.covering(at, at + 4) if m.type == "person" and m.form == "name"), None)
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    if named is None or named.span.start < at or kind != "person":
        return None
    gap = parse.text[at : named.span.start]
    if gap == " ":
        return named
    below = parse.at(named.span.start, named.span.end)
    return named if gap == ", " and any(parse.tokens[k].head == token for k in below) else None


def _body_beside(lookup: Lookup, parse: Parse, token: int) -> Mention | None:
    """The body whose name follows the noun for its kind and hangs on it: "the British company Delta Freight"."""
    at = parse.tokens[token].end
    named = next((m for m in lookup.covering(at, at + 4) if m.form == "name" and m.span.start >= at), None)
    if named is None or named.type not in BODIES:
        return None
    if noun_type(parse.lemmas[token], parse.word(token).lower()) not in BODIES:
        return None
    owned = bool(parse.kids(token, "nmod:poss")) and parse.tokens[token].xpos == "NN"
    if owned and parse.text[at : named.span.start] == ", " and SET_APART.match(parse.text, named.span.end):
        return named  # "its local branch, Delta Freight, registered in Lima"
    if not OPENED.fullmatch(parse.text, at, named.span.start):
        return None
    below = parse.at(named.span.start, named.span.end)
    above = (token, parse.tokens[token].head)  # parsers hang it on the post as well: "director at the firm Delta"
    hangs = any(parse.tokens[k].head in above and parse.base(k) in JOINED_NAME for k in below)
    return named if hangs or parse.tokens[token].head in below else None


def apposed_name(lookup: Lookup, parse: Parse, token: int) -> Mention | None:
    """The name that a common noun explains: "Delta Freight, a company in Lima", "a company in Lima, Delta Freight"."""
    kind = noun_type(parse.lemmas[token], parse.word(token).lower())
    if kind not in AGENTS or parse.tokens[token].upos != "NOUN" or parse.tokens[token].xpos == "NNS":
        return None
    near = [parse.tokens[token].head] if parse.tokens[token].deprel == "appos" else []
    told = parse.kids(token, "appos")  # "her husband, the banker Ivo Duda"
    twice = [c for k in told if parse.tokens[k].upos == "NOUN" for c in parse.kids(k, "appos", "flat")]
    for k in [*near, *told, *twice]:
        below = k not in near and (parse.preposition(k) or parse.kids(k, "case", "cc"))
        if parse.tokens[k].upos != "PROPN" or below:
            continue
        t = parse.tokens[k]
        for m in lookup.covering(t.start, t.end):
            gap = parse.text[min(m.span.end, parse.tokens[token].end) : max(m.span.start, parse.tokens[token].start)]
            if m.form == "name" and m.type == kind and not m.value and ("," in gap or "(" in gap):
                return m
    return None


def without_article(text: str, start: int, end: int) -> int:
    """Where a phrase begins behind its article."""
    for article in ARTICLES:
        if text[start:end].lower().startswith(article) and not BOUNDED.match(text, start, end):
            return start + len(article)
    return start


def head_at(parse: Parse, span: Span | None) -> int | None:
    """The token that heads a span; None where there is no span, or no token in it."""
    return parse.head_of(span.start, span.end) if span is not None else None

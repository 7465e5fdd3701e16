"""Posts in claims: which words name one, and where it is held."""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.annotate.arguments import argument
from whence.annotate.arguments.candidates import accepts, as_thing, candidate
from whence.annotate.arguments.lookup import Candidate, Lookup
from whence.annotate.claims.kinds import CLAIMING
from whence.annotate.claims.worth import is_named
from whence.annotate.grammar import Match
from whence.annotate.grammar.slots import fill
from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.mentions.lexicon import roles as role_lists
from whence.annotate.syntax import Filler, Parse
from whence.model import Argument, Claim, Document, Span

PORTFOLIO = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?")
OF_THE_YEAR = re.compile(r"\s+of the (?:year|month|week|day|match|season|tournament|series|decade|century)\b")
OF_POST = re.compile(r"\s+(?:of|for|to|in|at|without)\s|\s+d['’]|-(?:in|of|to|at)-")  # what follows is a portfolio


def portfolio(lookup: Lookup, parse: Parse, match: Match, filled: dict[str, list[Argument]]) -> None:
    """Of "head of logistics at Delta Freight" the logistics belong to the post, and the firm is where it is held."""
    post, of = filled["post"][0], filled["of"][0]
    head = parse.head_of(of.span.start, of.span.end) if of.span is not None else None
    if head is None or post.span is None or of.span is None or is_named(of, lookup):
        return
    types = match.pattern.types("of", match.pattern.object_role)
    named = next((a for a in _own_names(lookup, parse, head) if accepts(types, a)), None)
    if named is not None:
        filled["of"] = [argument("of", named, types)]  # "founder of the weekly paper The Osh Mirror"
        return
    titled = any(m.type == "role" for m in lookup.covering(of.span.start, of.span.end))
    told = noun_type(parse.lemmas[head], parse.word(head).lower())
    if of.type in CLAIMING - {"person"} or titled or told in ("person", "organization"):
        return  # "the secretary of the minister", "the manager of the winner"
    if PORTFOLIO.fullmatch(lookup.doc.text, post.span.end, of.span.start):
        filled["post"] = [replace(post, span=replace(post.span, end=of.span.end), value=None)]
    del filled["of"]
    for slot in match.pattern.roles["of"]:
        for filler in fill(parse, match.trigger, slot):
            item = candidate(lookup, parse, filler.token)
            whole = filled["post"][0].span
            if parse.first_conjunct(filler.token) == head and not (item is not None and item.named):
                continue  # "composer for film and television"
            apart = item is not None and whole is not None and not item.span.overlaps(whole)
            if item is not None and apart and item.type in CLAIMING and accepts(types, item):
                filled["of"] = [argument("of", item, types)]
                return


def _own_names(lookup: Lookup, parse: Parse, noun: int) -> Iterator[Candidate]:
    """The names right behind a common noun that are its own: of "the weekly paper The Osh Mirror" the Mirror."""
    for k in parse.kids(noun, "appos", "flat"):
        item = candidate(lookup, parse, k)
        if item is not None and item.named and item.antecedent is None and item.span.start > parse.tokens[noun].start:
            yield item


def beyond(lookup: Lookup, parse: Parse, match: Match, role: str, post: Argument) -> tuple[Filler, ...]:
    """Fillers of `role` that are no part of the post itself, of "minister of transport of Chad" the state.

    The first slot that holds one of the types asked counts: of "professor of sea law at the college" the college.
    """
    types = match.pattern.types(role, match.pattern.object_role)
    first: tuple[Filler, ...] = ()
    for slot in match.pattern.roles[role]:
        found = []
        for f in fill(parse, match.trigger, slot):
            t = parse.tokens[f.token]
            if f.token != match.trigger and slot.startswith("as>") and not _below(parse, f.token, post.span):
                continue  # "served as a member of the Senate, and as a minister": a minister of something else
            if f.token != match.trigger and not (post.span and post.span.overlaps(lookup.doc.span(t.start, t.end))):
                found.append(f)
        items = (as_thing(lookup, parse, f.token, types) for f in found)
        if any(item is not None and accepts(types, item) for item in items):
            return tuple(found)
        first = first or tuple(found)
    return first


def _below(parse: Parse, token: int, post: Span | None) -> bool:
    """Whether a token hangs below the words for a post, or below what these are joined to after it."""
    above = [token, *parse.path_up(token)]
    return post is None or any(post.start <= parse.tokens[k].start < post.end for k in above)


def role_at(lookup: Lookup, parse: Parse, token: int, *, several: bool = False) -> Candidate | None:
    """The post at a token; ranks and styles are none, nor are posts of many ("brokers") unless `several` hold them."""
    t = parse.tokens[token]
    for mention in lookup.covering(t.start, t.end):
        if mention.type != "role" or mention.maker.rule != "post" or t.upos == "VERB":
            continue
        if several or is_one(parse.word(token)):
            return Candidate(mention.span, "role", False, None, mention.value)
        if parse.one_of(token) != token:  # "one of the managing directors" is a managing director
            words = lookup.doc.quote(mention.span).removesuffix(parse.word(token)) + parse.lemmas[token]
            return Candidate(mention.span, "role", False, None, words)
    return None


def is_described(lookup: Lookup, parse: Parse, match: Match) -> bool:
    """Whether the word of a post is no post: "officer" describes, and the "chief" of a "chief officer" is its half."""
    if "<posts>" not in match.pattern.options.get("noun", ()):
        return False
    t = parse.tokens[match.trigger]
    here = [m for m in lookup.covering(t.start, t.end) if m.type == "role"]
    half = t.head >= 0 and parse.base(match.trigger) in ("compound", "amod", "flat")
    if half and any(m.span.start <= parse.tokens[t.head].start < m.span.end for m in here):
        return True
    if parse.lemmas[match.trigger] not in role_lists()["describing"]:
        return False
    return not any(held_alone(lookup.doc.quote(m.span)) for m in here)


def is_prize(claim: Claim, doc: Document) -> bool:
    """Whether what somebody is named is a prize and no post: "manager of the year"."""
    post = claim.argument("post")
    if post is None or post.span is None:
        return False
    return bool(OF_THE_YEAR.match(doc.text, post.span.end) or OF_THE_YEAR.search(doc.quote(post.span)))


def held_alone(words: str) -> bool:
    """Whether a describing word is a post: a chief executive officer, a safety officer, a commanding officer."""
    return bool(role_lists()["offices"].intersection(words.lower().split()[:-1]))


def is_one(words: str) -> bool:
    """Whether the words for a post name one: of "minister of mines" the minister counts."""
    head = OF_POST.split(words.lower(), maxsplit=1)[0].strip()
    return not head.endswith(("s", "men")) or head.endswith("ss")

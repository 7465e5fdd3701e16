"""Names in quotation marks that a sentence gives somebody: 'Ana Mor, better known as "Night Owl"', 'Ivo "Ox" Duda'."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from whence.annotate.arguments import Lookup
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Maker, Mention, Sentence, Span
from whence.text.names.called import epithet_cue

QUOTED = re.compile(r"[\"“‘'](?P<words>(?:[Tt]he )?[A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){0,3}?)[,.]?[\"”’'](?!\w)")
WHO = frozenset({"he", "she", "him", "her", "who", "his", "himself", "herself"})
BEARING = frozenset({"person", "organization"})


def find_epithets(lookup: Lookup, sentence: Sentence, parse: Parse, maker: Maker) -> Iterator[Claim]:
    """Yield an alias for each quoted name that stands inside a person's name, or behind words that give it to one."""
    text, inside = lookup.doc.text, sentence.span
    for found in QUOTED.finditer(text, inside.start, inside.end):
        alias = lookup.doc.span(*found.span("words"))
        around = (m for m in lookup.covering(found.start(), found.end()) if m.form == "name" and m.type == "person")
        whole = next((m for m in around if m.span.start < found.start() and found.end() < m.span.end), None)
        if whole is not None:
            bearer: Argument | None = Argument("bearer", whole.span, None, "person")
            at = alias
        else:
            cue = epithet_cue(text[inside.start : found.start("words")])
            if cue is None:
                continue
            begin = inside.start + cue[0]
            at = lookup.doc.span(begin, begin + len(text[begin : found.start()].rstrip()))
            bearer = _bearer(lookup, sentence, parse, at.start, personal=cue[1])
        if bearer is not None:
            yield Claim(
                predicate="alias_of",
                arguments=(bearer, Argument("alias", alias, None, bearer.type)),
                evidence=inside,
                region=sentence.kind,
                maker=maker,
                trigger=at,
                confidence=0.85,
            )


def _bearer(lookup: Lookup, sentence: Sentence, parse: Parse, cue: int, *, personal: bool) -> Argument | None:
    """Who is given a name at `cue`: the nearest person before, unless the words are about something between."""
    first, last = (bisect_left(lookup.starts, at) for at in (sentence.span.start, cue))
    before = [m for m in lookup.mentions[first:last] if m.span.end <= cue and _may_bear(lookup, m, personal)]
    if not before:
        return None
    nearest = max(before, key=lambda m: m.span)
    if _about_another(lookup, parse, cue, nearest):
        return None
    if nearest.form == "name":
        return Argument("bearer", nearest.span, None, nearest.type)
    named = lookup.name_of(nearest)
    kind = lookup.chain_of[nearest.span].type if named is not None else ""
    return Argument("bearer", nearest.span, None, kind, named, True) if kind in BEARING else None


def _may_bear(lookup: Lookup, mention: Mention, personal: bool) -> bool:
    if mention.form == "pronoun":
        return lookup.doc.quote(mention.span).lower() in WHO
    return mention.form == "name" and (mention.type == "person" or (mention.type == "organization" and not personal))


def _about_another(lookup: Lookup, parse: Parse, cue: int, nearest: Mention) -> bool:
    """Whether "known as" hangs on a noun that is not the nearest bearer ("met Duda at a bar known as")."""
    verb = next(iter(parse.at(cue, cue + 1)), None)
    if verb is None or parse.base(verb) not in ("acl", "amod") or parse.tokens[verb].deprel == "acl:relcl":
        return False
    noun = parse.tokens[verb].head
    if noun in parse.at(nearest.span.start, nearest.span.end) or parse.base(noun) == "appos":
        return False
    return not (parse.preposition(noun) == "as" or _same(lookup, parse, noun, nearest.span))


def _same(lookup: Lookup, parse: Parse, noun: int, other: Span) -> bool:
    """Whether a noun stands for the bearer of a name."""
    token = parse.tokens[noun]
    mine = next((lookup.chain_of.get(m.span) for m in lookup.covering(token.start, token.end)), None)
    return mine is not None and mine is lookup.chain_of.get(other)

"""Names that a sentence gives somebody: 'Ana Mor, better known as "Night Owl"', 'Ivo "Ox" Duda', "born Ana Krall"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Maker, Mention, Sentence, Span
from whence.text.names.called import epithet_cue, is_about_somebody, is_of_another, plain_cue
from whence.text.names.second import second_names
from whence.vocab import load_words

QUOTED = re.compile(r"[\"“‘'](?P<words>(?:[Tt]he )?[A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){0,3}?)[,.]?[\"”’'](?!\w)")
PLAIN = re.compile(r"(?!Born\b)[A-ZÀ-Þ][\w’'-]*(?: (?:of |the |al-)?[A-ZÀ-Þ][\w’'-]*){0,3}")
# What somebody is called is a name, and no sentence: "called him “The worst of mayors”".
CALLED = re.compile(r"\b(?:him|her|himself|herself)\W*$")
WHOSE = re.compile(r",|,? ?who(?: \w+){0,3}")
SMALL = frozenset({"the", "of", "de", "la", "el"})
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
            at = at if at.start < at.end else alias
            if CALLED.search(text[inside.start : at.start]) and not _all_capital(lookup.doc.quote(alias)):
                continue
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


def find_plain_names(lookup: Lookup, sentence: Sentence, parse: Parse, maker: Maker) -> Iterator[Claim]:
    """Yield an alias for each name that a sentence gives a person without quotation marks: "known as Uncle Ivo"."""
    text, inside = lookup.doc.text, sentence.span
    for found in PLAIN.finditer(text, inside.start, inside.end):
        cue = plain_cue(text[inside.start : found.start()])
        if cue is None:
            continue
        begin, alias = inside.start + cue, lookup.doc.span(*found.span())
        born = text[begin : begin + 4].lower() == "born"
        if not _is_name(lookup, alias, born):
            continue
        bearer = _bearer(lookup, sentence, parse, begin, personal=True) or (
            _behind(lookup, sentence, alias) if born and begin == inside.start else None
        )
        cued = lookup.doc.span(begin, begin + len(text[begin : found.start()].rstrip()))
        same = (
            bearer is not None and bearer.antecedent and lookup.doc.quote(bearer.antecedent) == lookup.doc.quote(alias)
        )
        if bearer is not None and not same and bearer.type == "person" and not _parted(lookup, parse, bearer, cued):
            yield Claim(
                predicate="alias_of",
                arguments=(bearer, Argument("alias", alias, None, "person")),
                evidence=inside,
                region=sentence.kind,
                maker=maker,
                trigger=cued if cued.start < cued.end else alias,
                confidence=0.8,
            )


def find_second_names(lookup: Lookup, sentence: Sentence, maker: Maker) -> Iterator[Claim]:
    """Yield an alias for each second name that a construction of `second_names_told.yaml` gives a name or a pronoun."""
    at = {m.span: m for m in lookup.mentions if m.form in ("name", "pronoun")}
    for second in second_names(lookup.doc.text, sentence.span.start, sentence.span.end, lookup.mentions):
        alias = lookup.doc.span(*second.name)
        mention = at.get(lookup.doc.span(*second.bearer))
        bearer = _as_bearer(lookup, mention) if mention is not None else None
        if second.pronoun and not _are_one(lookup, second.bearer, alias):
            continue
        if bearer is not None and bearer.type in BEARING and bearer.span is not None:
            if bearer.antecedent is not None and lookup.doc.quote(bearer.antecedent) == lookup.doc.quote(alias):
                continue
            first, last = sorted((bearer.span, alias))
            between = lookup.doc.text[first.end : last.start]
            begin = first.end + len(between) - len(between.lstrip(" ,(\"“‘'”’"))
            cue = lookup.doc.span(begin, max(begin, first.end + len(between.rstrip(" (\"“‘'"))))
            yield Claim(
                predicate="alias_of",
                arguments=(bearer, Argument("alias", alias, None, bearer.type)),
                evidence=sentence.span,
                region=sentence.kind,
                maker=maker,
                trigger=cue if cue.start < cue.end else alias,
                certainty=_certainty(second.doubt),
                confidence=0.8,
            )


def _certainty(doubt: str) -> str:
    """How sure a text is of a second name, by the word that puts it in doubt."""
    if not doubt:
        return "asserted"
    lists = load_words("second_names.yaml")
    found = (how for how, stems in lists.items() if how != "nouns" and doubt.startswith(tuple(stems)))
    return next(found, "believed")


def _are_one(lookup: Lookup, pronoun: tuple[int, int], alias: Span) -> bool:
    """Whether the text was found to mean the bearer of a name by a pronoun: who is meant is known no better here."""
    mine = lookup.chain_of.get(lookup.doc.span(*pronoun))
    inside = (m for m in lookup.covering(alias.start, alias.end) if m.form == "name" and m.span.end == alias.end)
    return mine is not None and any(lookup.chain_of.get(m.span) is mine for m in inside)


def _as_bearer(lookup: Lookup, mention: Mention) -> Argument | None:
    if mention.form == "name":
        return Argument("bearer", mention.span, None, mention.type)
    named = lookup.name_of(mention)
    kind = lookup.chain_of[mention.span].type if named is not None else ""
    return Argument("bearer", mention.span, None, kind, named, True) if kind in BEARING else None


def _is_name(lookup: Lookup, alias: Span, born: bool) -> bool:
    """Whether a capital opens a person's name, and no place, day or body; whoever is born so has two names at least."""
    words = lookup.doc.quote(alias)
    here = [m for m in lookup.covering(alias.start, alias.end) if m.form == "name" and m.type != "role"]
    return (" " in words or not born) and all(m.type == "person" and alias.contains(m.span) for m in here)


def _behind(lookup: Lookup, sentence: Sentence, alias: Span) -> Argument | None:
    """Whoever a clause that opens with "Born Ana Krall, " is about: the person next named or meant."""
    people = (m for m in lookup.mentions if alias.end < m.span.start < sentence.span.end and _may_bear(lookup, m, True))
    first = next(iter(sorted(people, key=lambda m: m.span)), None)
    if first is None:
        return None
    named = None if first.form == "name" else lookup.name_of(first)
    if first.form != "name" and named is None:
        return None
    return Argument("bearer", first.span, None, "person", named, named is not None)


def _parted(lookup: Lookup, parse: Parse, bearer: Argument, cue: Span) -> bool:
    """Whether another stands between a bearer and what gives the name: "Duda's yard in Osh, known as ..."."""
    if bearer.span is None or bearer.span.start > cue.start:
        return False
    if _of_noun(parse, bearer.span, cue):
        return True
    between = (m for m in lookup.mentions if bearer.span.end <= m.span.start < cue.start)
    if any(m.form == "name" and m.type in ("organization", "place", "facility") for m in between):
        return True
    participle = any(parse.tokens[k].xpos == "VBN" for k in parse.at(cue.start, cue.end))
    acts = (parse.tokens[k].upos == "VERB" for k in parse.at(bearer.span.end, cue.start))
    return participle and any(acts)  # "Duda married a singer, better known as ..."


def _of_noun(parse: Parse, bearer: Span, cue: Span) -> bool:
    """Whether a relative clause gives the name to a noun behind the bearer: "Duda met a man whom they call Tiger"."""
    for k in parse.at(cue.start, cue.end):
        if parse.tokens[k].deprel != "acl:relcl":
            continue
        noun = parse.tokens[k].head
        while parse.base(noun) == "appos":
            noun = parse.tokens[noun].head
        return parse.tokens[noun].start >= bearer.end
    return False


def _bearer(lookup: Lookup, sentence: Sentence, parse: Parse, cue: int, *, personal: bool) -> Argument | None:
    """Who is given a name at `cue`: the nearest person before, unless the words are about something between."""
    first, last = (bisect_left(lookup.starts, at) for at in (sentence.span.start, cue))
    before = [m for m in lookup.mentions[first:last] if m.span.end <= cue and _may_bear(lookup, m, personal)]
    if not before:
        return None
    nearest = max(before, key=lambda m: m.span)
    if _is_of_another(lookup, sentence, nearest, cue):
        return None
    if _about_another(lookup, parse, cue, nearest):
        return None
    return _as_bearer(lookup, nearest)


def _is_of_another(lookup: Lookup, sentence: Sentence, nearest: Mention, cue: int) -> bool:
    """Whether "who goes by" stands behind a name that tells whose brother or aide somebody is: it may mean either."""
    name = nearest.span
    if nearest.form == "pronoun" and (meant := lookup.name_of(nearest)) is not None:
        name = meant
    behind = lookup.doc.text[name.end : cue].strip()
    if nearest.form == "name" and is_about_somebody(lookup.doc.text[name.end : cue + 20]):
        return True
    return WHOSE.fullmatch(behind) is not None and is_of_another(lookup.doc.text[sentence.span.start : name.start])


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


def _all_capital(words: str) -> bool:
    return all(word[0].isupper() or word in SMALL for word in words.split())

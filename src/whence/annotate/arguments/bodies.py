"""The body whose men a common noun names."""

import re

from whence.annotate.arguments.candidates import as_named, candidate
from whence.annotate.arguments.lookup import Candidate, Lookup
from whence.annotate.syntax import Parse

MEN_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:(?:company|firm|group|agency)\s+)?")
MEN = frozenset(
    """
    instructor agent officer fighter troop soldier guard gunman inspector investigator operative trooper commando
    militant guerrilla marine detective insurgent mercenary contractor official personnel
    """.split()
)


def their_body(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """The body whose men a common noun names: "Guild guards", "its agents"; what they do, the body does."""
    if parse.lemmas[token] not in MEN or (parse.tokens[token].xpos != "NNS" and parse.lemmas[token] != "personnel"):
        return None
    for k in parse.kids(token, "nmod:poss"):
        own = candidate(lookup, parse, k) if parse.word(k).lower() in ("its", "their") else None
        if own is not None and own.named and own.type == "organization":
            return own
    start, end = parse.phrase(token)
    t = parse.tokens[token]
    for m in lookup.covering(start, end):
        if m.form != "name" or m.type != "organization" or not start <= m.span.start:
            continue
        before = m.span.end <= t.start and t.start - m.span.end <= 1
        if before or MEN_OF.fullmatch(parse.text, t.end, m.span.start):
            return as_named(lookup, m)
    return None


def of_body(lookup: Lookup, parse: Parse, token: int) -> Candidate | None:
    """The body to which men belong who are trained, armed or paid: "400 members of the coast guard"."""
    if parse.lemmas[token] not in MEN | {"member", "recruit"} or parse.tokens[token].xpos != "NNS":
        return None
    for k in parse.kids(token, "nmod"):
        found = candidate(lookup, parse, k) if parse.preposition(k) in ("of", "from") else None
        if found is not None and found.type == "organization":
            return found
    return None

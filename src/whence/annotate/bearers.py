"""Two names of one bearer, and two bearers that a chain has made one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.mentions.common import PRONOUNS
from whence.model import Argument, Claim, Span
from whence.text.names.organization import is_acronym_of

# All that is said of either name is then said of both. Of 7 more names that brackets and verbs gave on marked real
# texts that the reader was not taught, 6 were marked; of others below .8 most were not. Below .8 a verb of naming also
# gave a body the name of a part that had left it.
SURE_OF_NAME, IN_BRACKETS = 0.8, 0.3
# Whose part, member, kin or backer somebody is says that the two are two.
TWO_BEARERS = frozenset({"part_of", "member_of", "family_of", "supports"})


def sure_of_name(lookup: Lookup, arguments: Sequence[Argument]) -> float:
    """How likely two names of one bearer must be."""
    return IN_BRACKETS if _is_short_in_brackets(lookup, arguments) else SURE_OF_NAME


def _is_short_in_brackets(lookup: Lookup, arguments: Sequence[Argument]) -> bool:
    """Whether one word for a body stands beside its name, one of them in brackets: "Pilots' Guild (Pilgu)"."""
    spans = [a.span for a in arguments[:2] if a.span is not None and a.type == "organization"]
    if len(spans) != 2:
        return False
    one, two = sorted(spans, key=lambda s: s.start)
    if one.end > two.start or lookup.doc.text[one.end : two.start] not in (" (", " [", "(", "["):
        return False
    if lookup.doc.text[two.end : two.end + 1] not in (")", "]", ",", ";"):
        return False
    short, whole = sorted((lookup.doc.quote(one), lookup.doc.quote(two)), key=lambda words: len(words.split()))
    if " of " in whole and not is_acronym_of(short.upper(), whole):
        return False  # "the Board of the Pilots' Union (PU)": the letters are the union's
    letters = {w[0].lower() for w in whole.replace("-", " ").split()}
    return len(short.split()) == 1 < len(whole.split()) and short[0].isupper() and short[0].lower() in letters


def both_in_words(lookup: Lookup, one: Argument, two: Argument) -> bool:
    """Whether both stand in words of their own, apart: "the guard of the Harbour Board", though a chain joins them."""
    if one.span is None or two.span is None or one.span.overlaps(two.span):
        return False
    if one.antecedent is not None or two.antecedent is not None:
        return False
    words = [set(lookup.doc.quote(s).lower().split()) for s in (one.span, two.span)]
    return not words[0] & words[1] and not any(w in PRONOUNS for w in (*words[0], *words[1]))


def with_first_bearers(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence, a name that a name bears given to its bearer: "X, known as Y, is also called Z"."""
    aliases = [c for c in claims if c.predicate == "alias_of"]
    bearers = {a.span: b for c in aliases if (a := c.argument("alias")) and (b := c.argument("bearer")) and a.span}
    return [_with_first_bearer(c, bearers) if c in aliases else c for c in claims]


def _with_first_bearer(claim: Claim, bearers: Mapping[Span, Argument]) -> Claim:
    second, alias = claim.argument("bearer"), claim.argument("alias")
    first = bearers.get(second.span) if second is not None and second.span is not None else None
    if first is None or second is None or first.span is None or second.span is None or alias is None:
        return claim
    if first.span.end > second.span.start or first.span == alias.span:
        return claim
    return replace(claim, arguments=tuple(first if a is second else a for a in claim.arguments))

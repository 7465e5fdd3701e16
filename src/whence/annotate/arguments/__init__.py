"""From a token that fills a role to an argument: a name, a pronoun with its antecedent, or described words."""

import re
from collections.abc import Mapping, Sequence

from whence.annotate.arguments.lookup import AGENTS, Candidate
from whence.annotate.syntax import Parse
from whence.model import Argument

JOINED = re.compile(r"\s(?:and|or)\s[^,;:()–—]{0,60}$")


def stands_beside(parse: Parse, arguments: Sequence[Argument]) -> bool:
    """Whether a post is that of somebody else whom "and" joins to the holder: "Ada Mensah and the chairman met"."""
    spans = {a.role: a.span for a in arguments if a.span is not None}
    holder, post = spans.get("holder"), spans.get("post")
    if holder is None or post is None or holder.end > post.start:
        return False
    if not JOINED.match(parse.text, holder.end, post.start):
        return False
    between = [t for t in parse.tokens if holder.end <= t.start < post.start]
    return not any(t.upos in ("VERB", "AUX") or parse.text[t.start : t.end].lower() == "as" for t in between)


def argument(role: str, item: Candidate, types: frozenset[str]) -> Argument:
    """The argument that a candidate makes in `role`."""
    kind = item.type
    if item.country:
        kind = "organization" if (types & AGENTS and "place" not in types) or types >= AGENTS else "place"
    return Argument(role, item.span, item.value, kind, item.antecedent, item.inferred)


def fixed_arguments(fixed: Mapping[str, str]) -> tuple[Argument, ...]:
    """Arguments whose value the pattern itself gives."""
    return tuple(Argument(role, None, str(value), "text") for role, value in fixed.items())

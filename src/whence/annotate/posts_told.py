"""The post of whoever the reader finds to run a body: what the patterns make of "ran", where a tree hides it."""

from collections.abc import Sequence
from dataclasses import replace

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.scene import VERSION
from whence.annotate.patterns import patterns
from whence.model import Argument, Claim, Maker

RULE = "holds_role.ran"
RUNS = frozenset({"run", "runs", "ran", "running"})


def with_heads(lookup: Lookup, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, and the post of each person who is found to run a body that is named, where none has it yet."""
    held = {(_bearer(c, "holder"), _bearer(c, "of")) for c in claims if c.predicate == "holds_role"}
    ran = [c for c in claims if _runs(lookup, c) and (_bearer(c, "operator"), _bearer(c, "operated")) not in held]
    return [*claims, *(_head(c) for c in ran)]


def _bearer(claim: Claim, role: str) -> object:
    arg = claim.argument(role)
    return (arg.antecedent or arg.span) if arg is not None else None


def _runs(lookup: Lookup, claim: Claim) -> bool:
    """Whether a claim says by "run" that a person runs a named body."""
    who, what = claim.argument("operator"), claim.argument("operated")
    if claim.predicate != "operates" or claim.trigger is None or who is None or what is None:
        return False
    runs = lookup.doc.quote(claim.trigger).lower() in RUNS
    named = what.antecedent in lookup.named or what.span in lookup.named
    return runs and named and (who.type, what.type) == ("person", "organization")


def _head(claim: Claim) -> Claim:
    fixed = next(p.options["fixed"]["post"] for p in patterns() if p.name == RULE)
    roles = {"operator": "holder", "operated": "of"}
    kept = tuple(replace(a, role=roles[a.role]) for a in claim.arguments if a.role in roles)
    post = Argument("post", None, str(fixed), "text")
    return replace(
        claim, predicate="holds_role", arguments=(*kept, post), maker=Maker("annotate.claims", VERSION, RULE)
    )

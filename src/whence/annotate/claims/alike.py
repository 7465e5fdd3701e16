"""Of claims that read alike the fullest."""

from collections.abc import Iterator, Sequence

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.kinds import HARM
from whence.model import Argument, Claim

TELLINGS = frozenset({"denies", "asks", "accuses", "orders", "threatens"})  # two of one sentence tell two things


def distinct(claims: Sequence[Claim], lookup: Lookup) -> Iterator[Claim]:
    """Of claims alike in predicate and leading arguments keep the one that says most."""
    best: dict[object, Claim] = {}
    for claim in claims:
        if any(_holds_all(other, claim) for other in claims):
            continue
        lead = frozenset(
            (a.role, identity(a, lookup))
            for a in claim.arguments
            if a.role not in ("of", "to", "content", "means", "place", "kin")
            or (a.role, claim.predicate) == ("place", "based_in")
        )
        if (
            claim.predicate == "holds_role"
            and (of := claim.argument("of")) is not None
            and apart(claim, claims, lookup)
        ):
            lead |= {("of", identity(of, lookup))}  # "minister of state at the one and minister of state at the other"
        if claim.predicate in TELLINGS and claim.trigger is not None and claim.argument("content") is not None:
            lead |= {("trigger", claim.trigger)}  # "he denies owning it, and denies knowing the driver"
        if (alias := claim.argument("alias")) is not None and alias.span is not None:
            told = frozenset(x for x in lead if x[0] != "alias")  # all names of a list are one bearer's
            lead = told | {("alias", alias.span.end)}
        key = (
            (claim.predicate, lead, claim.polarity)
            if claim.predicate != "says"
            else (claim.predicate, claim.arguments, "")
        )
        old = best.get(key)
        if old is None or _fuller(claim) > _fuller(old):
            best[key] = claim
    yield from best.values()


def apart(claim: Claim, others: Sequence[Claim], lookup: Lookup) -> bool:
    """Whether another claim gives a post of the same words, said elsewhere, at another body and to other years."""
    post, of = claim.argument("post"), claim.argument("of")
    for other in others:
        there, its = other.argument("post"), other.argument("of")
        if other.predicate != "holds_role" or not (post and of and there and its and post.span and there.span):
            continue
        if post.span.overlaps(there.span) or identity(post, lookup) != identity(there, lookup):
            continue
        if identity(of, lookup) != identity(its, lookup) and claim.valid.edtf != other.valid.edtf:
            return True
    return False


def _holds_all(one: Claim, two: Claim) -> bool:
    """Whether `one` says by the same word all that `two` says and who does it besides: "Duda's murder of Vale"."""
    if (
        one is two
        or one.predicate not in HARM | {"charges"}
        or (one.predicate, one.polarity) != (two.predicate, two.polarity)
    ):
        return False
    if one.trigger != two.trigger or len(one.arguments) <= len(two.arguments):
        return False
    mine = {(a.role, a.span) for a in one.arguments}
    return all((a.role, a.span) in mine for a in two.arguments)


def identity(a: Argument, lookup: Lookup) -> object:
    """By what two arguments are one: their chain, or else their value or words."""
    chain = lookup.chain_of.get(a.span) if a.span else None
    if chain is not None:
        return chain.id
    return (a.value or "", lookup.doc.quote(a.span).lower() if a.span and not a.value else "")


def _fuller(claim: Claim) -> tuple[int, int, float]:
    return len(claim.arguments), int(claim.valid.edtf is not None and not claim.valid.inferred), claim.confidence

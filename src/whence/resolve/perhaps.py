"""Names of which a text says that they may be one bearer's: nobody is joined, a person is asked."""

from collections.abc import Iterator, Sequence

from whence.resolve.evidence import Evidence, Fit
from whence.resolve.joining import Groups
from whence.resolve.profiles import Profile
from whence.text.fold import fold

SAID = 0.6  # between what is joined and what is not asked
Found = tuple[Evidence, str, str]


def ask_perhaps(groups: Groups, found: Sequence[Profile]) -> Iterator[Found]:
    """A pair to ask about for each second name of which a text is unsure ("is thought to be", "allegedly alias")."""
    named = {(c.doc_id, fold(c.name)): p for p in found for c in p.clusters}
    for p in found:
        for c in p.clusters:
            for name in c.maybe:
                q = named.get((c.doc_id, fold(name)))
                if q is not None and groups.root(p) != groups.root(q):
                    told = f"A text says, without being sure, that {c.name!r} and {name!r} are one."
                    yield Evidence(p, q, Fit.SHORT, SAID, None, (told,)), "unsure", ""

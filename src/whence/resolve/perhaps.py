"""Names that may be one bearer's, by what a text says or by a slip in it: nobody is joined, a person is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.resolve.evidence import Evidence, Fit
from whence.resolve.joining import Groups
from whence.resolve.profiles import Profile
from whence.text.fold import fold
from whence.text.names import PERSON
from whence.text.names.align import align
from whence.text.names.spelling import Kin

LONG = 5  # letters; shorter names that differ by one are two
SLIPS = frozenset({Kin.SLIP, Kin.VOWEL_SLIP, Kin.OCR})
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


def ask_slips(groups: Groups, evidence: Sequence[Evidence]) -> Iterator[Found]:
    """A pair to ask about for each last name of a text that is a letter or two off that of somebody named in full.

    "Mr Oltean" beside Radu Olteanu: of two texts they would be two families.
    """
    for e in evidence:
        near = e.fit is Fit.AGAINST and e.left.kind == PERSON and bool(e.left.docs & e.right.docs)
        if near and _is_slip(e) and groups.root(e.left) != groups.root(e.right):
            yield e, "unsure", "It may be a slip of the pen for the last name of the other, whom the text has too."


def _is_slip(e: Evidence) -> bool:
    """Is one name a single word, and the other a longer one that ends in nearly that word?"""
    short, long = sorted((p.parsed[0] for p in (e.left, e.right)), key=lambda n: len(n.parts))
    if not len(short.parts) == 1 < len(long.parts) or min(map(len, (short.words[0], long.words[-1]))) < LONG:
        return False
    pairs = align(short, replace(long, parts=long.parts[-1:])).pairs
    return bool(pairs) and all(kind in SLIPS for _, _, kind in pairs)

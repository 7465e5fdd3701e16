"""Claims that the learned reader proposes, under the constraints of the grammar; and the vote of both."""

from whence.annotate.claims import as_asked, as_said
from whence.annotate.claims.alike import distinct
from whence.annotate.claims.attribution import attributed
from whence.annotate.claims.scene import Scene
from whence.annotate.claims.worth import is_headline, they_are_others
from whence.annotate.learned.frames import claims_of
from whence.model import Claim

NOT_HERE = frozenset({"attributes", "says"})  # voices make them


def find_learned(scene: Scene) -> tuple[Claim, ...]:
    """Every claim of the reader's frames whose probability reaches its floor, in order of evidence."""
    lookup, clock, frames = scene.lookup, scene.clock, scene.learned
    found: list[Claim] = []
    at = 0
    for sentence, parse in zip(scene.sentences, scene.parses, strict=True):
        while at < len(frames) and frames[at].start < sentence.span.start:
            at += 1
        here: list[Claim] = []
        while at < len(frames) and frames[at].end <= sentence.span.end:
            if parse is not None and frames[at].predicate not in NOT_HERE:
                here.extend(claims_of(lookup, clock, sentence, parse, frames[at]))
            at += 1
        found.extend(distinct(here, lookup))
    found = [c for c in found if not (is_headline(c, scene.doc) or they_are_others(scene, c))]
    return tuple(attributed(scene, lookup, as_asked(scene.doc, claim)) for claim in as_said(scene, found))

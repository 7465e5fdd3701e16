"""What the claims of one document are checked against: its text, its readings, its trees."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from whence.annotate.arguments.lookup import Lookup
from whence.annotate.claims.scene import Scene
from whence.annotate.seats import seats
from whence.annotate.syntax import Parse
from whence.model import Argument, Claim, Mention, Sentence, Span, TimeExpression, Voice


class Ground:
    """One document's readings, asked by place; `frames` are all that its patterns read, `claims` what to prove."""

    def __init__(self, scene: Scene, frames: Sequence[Claim], claims: Sequence[Claim] = ()) -> None:
        self.scene, self.doc, self.all_frames = scene, scene.doc, frames
        self._claims = claims
        self.lookup = Lookup(scene.doc, scene.mentions, scene.chains)
        self.clock = scene.clock
        self._sentences = sorted(zip(scene.sentences, scene.parses, strict=True), key=lambda pair: pair[0].span)
        self._starts = [sentence.span.start for sentence, _ in self._sentences]
        self._frames: dict[tuple[Span, str], list[Claim]] = defaultdict(list)
        for frame in frames:
            self._frames[frame.evidence, frame.predicate].append(frame)

    def sentence(self, span: Span) -> tuple[Sentence, Parse | None] | None:
        """The sentence that holds `span`, with its tree; None where none does."""
        k = bisect_right(self._starts, span.start) - 1
        if k < 0 or not self._sentences[k][0].span.contains(span):
            return None
        return self._sentences[k]

    def frames(self, claim: Claim) -> list[Claim]:
        """What the patterns read in the claim's sentence: the same predicate on the same trigger."""
        here = self.sentence(claim.evidence)
        if here is None:
            return []
        found = self._frames.get((here[0].span, claim.predicate), [])
        at = claim.trigger
        return [f for f in found if at is None or (f.trigger is not None and f.trigger.overlaps(at))]

    def voices(self, span: Span) -> Sequence[Voice]:
        """The voices whose content or cue touches the sentence in which `span` begins, in order."""
        return self._voices.get(bisect_right(self._starts, span.start), ())

    @cached_property
    def _voices(self) -> Mapping[int, Sequence[Voice]]:
        found: dict[int, list[Voice]] = defaultdict(list)
        for voice in self.scene.voices:
            first, last = (bisect_right(self._starts, at) for at in (voice.content.start, voice.content.end))
            for k in {*range(first, last + 1), bisect_right(self._starts, voice.cue.start)}:
                found[k].append(voice)
        return found

    @cached_property
    def seats(self) -> dict[Span, Span]:
        """The name of the body of each post that no word beside it names, found anew."""
        return seats(self.lookup, self.scene.chains, [*self.all_frames, *self._claims])

    @cached_property
    def names(self) -> Mapping[str, Sequence[Mention]]:
        """The names of the document by type, in order."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.lookup.mentions:
            if mention.form == "name":
                found[mention.type].append(mention)
        return found

    def mentions(self, span: Span) -> list[Mention]:
        """Mentions inside `span`."""
        return [m for m in self.lookup.covering(span.start, span.end) if span.contains(m.span)]

    def times(self, span: Span) -> list[TimeExpression]:
        """Expressions of time inside `span` that have a value."""
        return self.clock.within(span.start, span.end)

    def chain(self, span: Span | None) -> str | None:
        """The chain of the mention at `span`, or of the only chained mention inside it."""
        if span is None:
            return None
        found = self.lookup.chain_of.get(span)
        if found is not None:
            return found.id
        inside = {c.id for m in self.mentions(span) if (c := self.lookup.chain_of.get(m.span))}
        return inside.pop() if len(inside) == 1 else None

    def head(self, span: Span) -> int | None:
        """The token at the head of `span` in the tree of its sentence."""
        here = self.sentence(span)
        return here[1].head_of(span.start, span.end) if here and here[1] else None

    def same(self, one: Argument, other: Argument) -> bool:
        """Whether two arguments name the same thing by the same words: one head in the tree, or one chain."""
        if one.span is None or other.span is None:
            return one.span is other.span and one.value == other.value
        if (one.best, one.low, one.high) != (other.best, other.low, other.high):
            return False
        if one.span == other.span:
            return True
        if one.span.overlaps(other.span):
            head = self.head(one.span)
            return head is not None and head == self.head(other.span)
        mine = {s for s in (one.span, one.antecedent) if s is not None}
        theirs = {s for s in (other.span, other.antecedent) if s is not None}
        chains = {id(c) for s in mine if (c := self.lookup.chain_of.get(s))}
        return bool(mine & theirs) or any(id(self.lookup.chain_of.get(s)) in chains for s in theirs)

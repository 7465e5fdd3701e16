"""All readings of one document together, as they pass from stage to stage."""

from dataclasses import dataclass

from whence.model.claims import Claim
from whence.model.proposals import Proposal
from whence.model.readings import Chain, DocField, Hedge, Mention, Region, Sentence, TimeExpression, Voice


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that the stages said about one document, each tuple in order of its spans."""

    doc_id: str
    regions: tuple[Region, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    fields: tuple[DocField, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    chains: tuple[Chain, ...] = ()
    voices: tuple[Voice, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    claims: tuple[Claim, ...] = ()
    proposals: tuple[Proposal, ...] = ()

    def field(self, name: str) -> DocField | None:
        """The best value of a document field: judged, given, metadata, text in this order, stated before inferred."""
        rank = {"judged": -1, "given": 0, "metadata": 1, "text": 2}
        known = [f for f in self.fields if f.name == name]
        return min(known, key=lambda f: (f.inferred, rank.get(f.origin, 3)), default=None)

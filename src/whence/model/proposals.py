"""What was read and could not be proven: no claim, but kept, counted and listed."""

from dataclasses import dataclass

from whence.model.claims import Claim
from whence.model.makers import Maker
from whence.model.spans import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """A reading that its quote does not license. `failed` is the step that it missed, `reasons` say why."""

    span: Span
    claim: Claim
    failed: str
    reasons: tuple[str, ...]
    maker: Maker

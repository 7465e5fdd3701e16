"""What `whence ask` replies: short answers, each with who says so, its claims and its sentences."""

from dataclasses import dataclass

from whence.ask.answers import Citation


@dataclass(frozen=True, slots=True)
class Item:
    """One short answer. `said_by` is the chain of those who say so, the publisher where a text speaks for itself.

    `claims` are the ids of what proves it, `citations` the numbers of their sentences; `note` says what is weak.
    """

    text: str
    entity: str | None = None
    edtf: str | None = None
    said_by: str = ""
    claims: tuple[str, ...] = ()
    citations: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a question: None where the case does not say. `sure` is False for what is weak or disputed."""

    question: str
    answer: tuple[Item, ...] | None
    sure: bool
    citations: tuple[Citation, ...] = ()
    runner_up: tuple[Item, ...] = ()
    remarks: tuple[str, ...] = ()

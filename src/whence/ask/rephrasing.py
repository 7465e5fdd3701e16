"""Ways to ask that are read as another: "since when is X", "list the members of X", "do the sources disagree on X"."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from whence.vocab import read_yaml


@dataclass(frozen=True, slots=True)
class Rephrased:
    """A question in the words in which it is read. `edge`: begins, ends or both; `asks`: conflicts, events or ties.

    See rephrasings.yaml.
    """

    text: str
    edge: str = ""
    each: bool = False
    every: bool = False
    asks: str = ""


@cache
def _table() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple((re.compile(row["ask"], re.IGNORECASE), row) for row in read_yaml("rephrasings.yaml"))


def rephrased(text: str) -> Rephrased:
    """The question as it is read; as it stands where no row of the table fits it."""
    said, edge, each, every = text, "", False, False
    for pattern, row in _table():
        match = pattern.fullmatch(said.rstrip(" ?.!"))
        if match is None:
            continue
        said = " ".join(match.expand(row["as"]).split())
        edge = row.get("edge", edge)
        each, every = each or bool(row.get("each")), every or bool(row.get("every"))
        if "asks" in row:
            return Rephrased(said, asks=row["asks"])
        said = f"{said[:1].upper()}{said[1:]}?"
    return Rephrased(said, edge, each, every)

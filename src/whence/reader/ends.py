"""A second opinion on sentence ends: how likely a sentence ends after a sign, by the words around it.

A logistic model over what stands on both sides of the white space, where the rules end none; `training.ends` fits it.
"""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from math import exp

from whence.reader.pieces import shape

PLACE = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+\S)")
"""Where a sentence may end inside a paragraph; the match ends at the white space."""
_BEFORE = re.compile(r"(?P<word>\S*?)(?P<marks>[.!?…]+)(?P<closers>[\"'”’»)\]]*)$")
_AFTER = re.compile(r"\s+(?P<openers>[\"'“‘«(\[*–—-]*)(?P<word>[^\s]{0,40})")
_REACH = 60


def places(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets of the white space after each sign that may end a sentence."""
    return (m.end() for m in PLACE.finditer(text, start, end) if text[m.end() : end].strip())


def features(text: str, at: int) -> list[str]:
    """What is known of the place before the white space at `at`."""
    before = _BEFORE.search(text[max(0, at - _REACH) : at])
    after = _AFTER.match(text, at)
    if before is None or after is None:
        return []
    word, marks, closers = before["word"].lstrip("\"'“‘«(["), before["marks"][:3], before["closers"][:1]
    opener, follower = after["openers"][:1], after["word"]
    bare = follower.rstrip(".,;:!?…\"'”’)]")
    sides = f"{marks}{closers}|{_kind(word)}", f"{opener}|{_kind(bare)}"
    return [
        f"marks {marks}",
        f"closers {closers} {bare[:1].islower()}",
        f"before {word.lower()}",
        f"shape {_kind(word)}",
        f"dots {word.count('.')}",
        f"after {bare}",
        f"kind {sides[1]}",
        f"end {follower[len(bare) :][:1]}",
        f"both {sides[0]} {sides[1]}",
    ]


def _kind(word: str) -> str:
    """Case and rough length of a word."""
    return f"{shape(word, False) // 2}{min(len(word), 4)}" if word else "-"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """Weight of every feature that was seen often enough."""
    return dict(json.loads(resources.files("whence.reader").joinpath("data/ends.json").read_text("utf-8")))


SURE = 0.9
"""How sure the model must be to end a sentence where the rules did not (table in `docs/model.md`)."""


def chance(text: str, at: int) -> float:
    """The probability that a sentence ends before the white space at `at`, where the rules see no end."""
    held = weights()
    return 1 / (1 + exp(-sum(held.get(f, 0.0) for f in ["", *features(text, at)])))

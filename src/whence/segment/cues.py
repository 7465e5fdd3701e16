"""The cues by which a line is known to be something else than the article, loaded from vocabulary data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from whence.errors import BadVocabulary
from whence.segment.blocks import Block
from whence.vocab import load_words, read_yaml

FILE = "regions.cues.yaml"
KINDS = frozenset(
    "headline byline dateline subheading body caption quote comment teaser about tags navigation boilerplate".split()
)
_LONGEST = 700
_MOST_FRAMED = 8  # words
_FRAMED = re.compile(r"[-–—=*_~•·|#\[({<>\s]+(?P<words>\w.*?\w)[-–—=*_~•·|#\])}<>\s]+$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that tells the `kind` of a whole line; `opens` names the part of the page that the line heads."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    words: int = 12
    opens: str = ""
    tail: bool = False
    not_ended: bool = False
    examples: Sequence[str] = ()
    counter_examples: Sequence[str] = ()

    def fits(self, block: Block, *, below: bool = True) -> bool:
        """Whether the block is such a line; `below`: it stands below the article's first paragraph."""
        if block.words > self.words or (self.tail and not below) or len(block.text) > _LONGEST:
            return False
        return bool(self.pattern.match(block.text)) and not (self.not_ended and block.ends)


@cache
def cues() -> tuple[Cue, ...]:
    """All cues in the order of the file; raises `BadVocabulary` for an entry that breaks the schema."""
    return tuple(_cue(name, entry) for name, entry in read_yaml(FILE).items())


def _cue(name: str, entry: dict[str, object]) -> Cue:
    unknown = set(entry) - set("match kind words opens zone case not_ended fits fails".split())
    if unknown or entry.get("kind") not in KINDS or not entry.get("fits") or not entry.get("fails"):
        raise BadVocabulary(FILE, name, f"needs match, kind, fits and fails, and nothing unknown ({sorted(unknown)})")
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    try:
        pattern = re.compile(str(entry["match"]), flags)
    except re.error as error:
        raise BadVocabulary(FILE, name, f"is not a regular expression: {error}") from error
    return Cue(
        name,
        str(entry["kind"]),
        pattern,
        int(str(entry.get("words", 12))),
        str(entry.get("opens", "")),
        entry.get("zone") == "tail",
        bool(entry.get("not_ended")),
        _examples(entry["fits"]),
        _examples(entry["fails"]),
    )


def _examples(raw: object) -> tuple[str, ...]:
    return tuple(str(one) for one in raw) if isinstance(raw, list) else ()


@cache
def words(label: str) -> frozenset[str]:
    """The words of one label of ``regions.words.yaml``, lower-case."""
    return frozenset(word.casefold() for word in load_words("regions.words.yaml")[label])


def find_cue(block: Block, *, below: bool = True) -> Cue | None:
    """The first cue that fits `block`, with or without the marks that frame it ("--- ADVERTISEMENT ---"), or None."""
    found = _first(block, below)
    framed = None if found or block.words > _MOST_FRAMED else _FRAMED.match(block.text)
    if framed is None:
        return found
    return _first(replace(block, text=framed["words"], words=len(framed["words"].split())), below)


def _first(block: Block, below: bool) -> Cue | None:
    return next((cue for cue in cues() if cue.fits(block, below=below)), None)

"""Names from a model that the user has, in the place of the reader's own: spaCy or GLiNER.

`WHENCE_NAMES_FROM=spacy:en_core_web_lg` (an installed package or a folder) or `gliner:FOLDER`. The trees, noun phrases,
pronouns and claims stay the reader's. Nothing is downloaded: the model must be on this machine.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from whence.errors import BadSetting
from whence.reader import RawMention, Reading

SETTING = "WHENCE_NAMES_FROM"
LABELS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "nationality",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "WORK": "work",
}
"""Types of names by the labels that spaCy's and other models use."""
ASKED = {
    "person": "person",
    "organization": "organization",
    "location": "place",
    "nationality": "nationality",
    "event": "event",
    "title of a work": "work",
}
"""What a GLiNER model is asked for, and the type of it."""
UNSURE = 0.9  # spaCy gives no probability

Names = Callable[[str, Sequence[tuple[int, int]]], list[RawMention]]


def with_names(text: str, sentences: Sequence[tuple[int, int]], reading: Reading) -> Reading:
    """The reading, its names those of the model that the setting tells, if it tells one.

    Raises `whence.errors.BadSetting` where the setting cannot be followed.
    """
    told = os.environ.get(SETTING, "").strip()
    if not told:
        return reading
    names = source(told)(text, sentences)
    kept = [m for m in reading.mentions if m.form != "name"]
    found = sorted([*names, *kept], key=lambda m: (m.start, -m.end, m.type, m.form))
    return replace(reading, mentions=tuple(found))


def check() -> None:
    """Load the model that the setting tells, before any document is read. Raises as `with_names` does."""
    told = os.environ.get(SETTING, "").strip()
    if told:
        source(told)


@cache
def source(told: str) -> Names:
    """What finds the names, loaded once in a process."""
    kind, _, name = told.partition(":")
    try:
        if kind == "spacy" and name:
            return _spacy(name)
        if kind == "gliner" and name:
            return _gliner(name)
    except ImportError as error:
        raise BadSetting(SETTING, told, f"{error.name} is not installed: pip install {kind}") from None
    except (OSError, ValueError) as error:
        raise BadSetting(SETTING, told, f"the model does not load ({str(error)[:200]})") from None
    raise BadSetting(SETTING, told, "write spacy:MODEL or gliner:FOLDER")


def _spacy(name: str) -> Names:
    import spacy

    nlp = spacy.load(name)

    def find(text: str, sentences: Sequence[tuple[int, int]]) -> list[RawMention]:
        return [
            RawMention(start + e.start_char, start + e.end_char, LABELS[e.label_.upper()], "name", UNSURE)
            for start, end in sentences
            for e in nlp(text[start:end]).ents
            if e.label_.upper() in LABELS
        ]

    return find


def _gliner(name: str) -> Names:
    from gliner import GLiNER

    model: Any = GLiNER.from_pretrained(name, local_files_only=True)

    def find(text: str, sentences: Sequence[tuple[int, int]]) -> list[RawMention]:
        return [
            RawMention(start + e["start"], start + e["end"], ASKED[e["label"]], "name", round(float(e["score"]), 4))
            for start, end in sentences
            for e in model.predict_entities(text[start:end], list(ASKED))
        ]

    return find

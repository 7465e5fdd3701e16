"""What the modules of tellings share: nouns that tell, the order of voices, the stretches of a sentence."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from whence.annotate.syntax import Parse
from whence.model import Document, Maker, Span, Voice
from whence.vocab import load_words

VERSION = "1"
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
PICTURING = frozenset({"describe", "portray", "label", "characterise", "characterize", "brand", "denounce"})
AS = re.compile(r"\s*as\s+")


@cache
def speech_nouns() -> Mapping[str, str]:
    """Noun that tells to the certainty that it lends."""
    lists = load_words("speech_nouns.yaml").items()
    return {noun: kind for kind, nouns in lists if kind != "framing" for noun in nouns}


@cache
def framing() -> frozenset[str]:
    """Nouns by which a preposition gives a voice: "in the view of"."""
    return frozenset(load_words("speech_nouns.yaml")["framing"])


def order(voice: Voice) -> tuple[Span, Span, str, Maker, Span]:
    """The order of voices: by cue, what is told, and who tells it."""
    return voice.cue, voice.content, voice.manner, voice.maker, voice.source or voice.cue


def told_by(rule: str) -> Maker:
    """The maker of a voice by a rule."""
    return Maker("annotate.tellings", VERSION, rule)


def stretches_of(doc: Document, *ranges: tuple[int, int]) -> Iterator[Span]:
    """Ranges of two words or more, without marks at their ends."""
    for start, end in ranges:
        while start < end and not (doc.text[start].isalnum() or doc.text[start] in "“\"‘'$"):
            start += 1
        while start < end and doc.text[end - 1] in " ,;:–—-.\n":
            end -= 1
        if len(doc.text[start:end].split()) >= 2:
            yield doc.span(start, end)


def is_unknown(parse: Parse, source: int) -> bool:
    """Whether nobody is named as the source."""
    return parse.lemmas[source] in ("nobody", "none", "who", "which", "that")

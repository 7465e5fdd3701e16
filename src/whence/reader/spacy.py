"""The reader as a spaCy component: `nlp = whence.reader.spacy.blank()`, or `nlp.add_pipe("whence_reader")`.

Importing this registers the component; it needs the extra `whence[spacy]`. The component gives the text its own words,
tags, lemmas, Universal Dependencies trees, sentences, names as `doc.ents`, and all mentions, nested ones too, as
`doc.spans["mentions"]` (names and whole noun phrases) and `doc.spans["phrases"]` (the teaching corpus's mentions).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from whence.reader import RawMention, Reading, Token, read

ENTITIES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "LOC",
    "event": "EVENT",
    "work": "WORK_OF_ART",
    "nationality": "NORP",
}
"""Labels of `doc.ents` by the reader's type, as OntoNotes calls them."""


def blank() -> Language:
    """An English pipeline that holds the reader alone."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("whence_reader")
    return nlp


@Language.factory(
    "whence_reader",
    assigns=["token.tag", "token.pos", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents", "doc.spans"],
)
def make(nlp: Language, name: str) -> "Reader":
    """Called by spaCy for `nlp.add_pipe("whence_reader")`."""
    return Reader(nlp)


class Reader:
    """Reads a document's text anew: words are the reader's own. Sentences that it has already are kept."""

    def __init__(self, nlp: Language) -> None:
        self.vocab = nlp.vocab

    def __call__(self, doc: Doc) -> Doc:
        """A new document of the same text with every layer."""
        text = doc.text
        if doc.has_annotation("SENT_START"):
            sentences = [(s.start_char, s.end_char) for s in doc.sents]
        else:
            sentences = list(_sentences(text))
        reading = read(text, sentences)
        made = _words(self.vocab, text, reading)
        if doc.user_data:
            made.user_data.update(doc.user_data)
        found = list(_spans(made, (m for m in reading.mentions if m.form == "name"), ENTITIES))
        made.set_ents(filter_spans(found))
        made.spans["mentions"] = list(_spans(made, reading.mentions, {}))
        made.spans["phrases"] = list(_spans(made, reading.phrases, {}))
        return made


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of running text: paragraphs, and in each the sentences that nupunkt finds."""
    import nupunkt

    at = 0
    for part in text.splitlines(keepends=True):
        for start, end in nupunkt.sent_spans(part) if part.strip() else ():
            stretch = part[start:end]
            lead = len(stretch) - len(stretch.lstrip())
            if stretch.strip():
                yield at + start + lead, at + start + lead + len(stretch.strip())
        at += len(part)


@dataclass
class _Columns:
    """What spaCy's constructor takes, one entry a word."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)

    def add(self, word: str, token: Token | None, head: int) -> None:
        """One word; None for what stands between the words: white space, and text outside all sentences."""
        blank = not word.strip()
        self.words.append(word)
        self.spaces.append(False)
        self.tags.append(token.xpos if token else "_SP" if blank else "XX")
        self.pos.append(token.upos if token else "SPACE" if blank else "X")
        self.lemmas.append(token.lemma if token else word)
        self.heads.append(head)
        self.deps.append(("ROOT" if token.head < 0 else token.deprel) if token else "dep")

    def gap(self, between: str) -> None:
        """White space after a word: one space belongs to it, more is a word of its own, as spaCy has it."""
        if self.words and between.startswith(" ") and not self.spaces[-1]:
            self.spaces[-1] = True
            between = between[1:]
        if between:
            self.add(between, None, max(0, len(self.words) - 1))


def _words(vocab: Any, text: str, reading: Reading) -> Doc:
    c = _Columns()
    at = 0
    for tree in reading.trees:
        c.gap(text[at : tree.tokens[0].start])
        # White space inside a sentence is a word for spaCy, so heads are counted after all words stand.
        places = []
        at = tree.tokens[0].start
        for token in tree.tokens:
            c.gap(text[at : token.start])
            places.append(len(c.words))
            c.add(text[token.start : token.end], token, 0)
            at = token.end
        for place, token in zip(places, tree.tokens, strict=True):
            c.heads[place] = places[token.head] if token.head >= 0 else place
    c.gap(text[at:])
    if len(c.heads) > 1 and c.pos[0] == "SPACE":
        c.heads[0] = 1
    return Doc(
        vocab,
        words=c.words,
        spaces=c.spaces,
        tags=c.tags,
        pos=c.pos,
        lemmas=c.lemmas,
        heads=c.heads,
        deps=c.deps,
    )


def _spans(doc: Doc, mentions: Iterable[RawMention], labels: dict[str, str]) -> Iterator[Span]:
    """Mentions as spans; with `labels`, those of other types are left out."""
    found: Sequence[RawMention] = sorted(mentions, key=lambda m: (m.start, -m.end, m.type))
    for m in found:
        label = labels.get(m.type) if labels else m.type.upper()
        span = doc.char_span(m.start, m.end, label=label) if label else None
        if span is not None:
            yield span

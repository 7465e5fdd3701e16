"""Voices that a label before a colon gives: the turns of an interview, and whoever a line names as its teller.

"LANE: He took the money.", "Radio Osh: Guards kill two", "Minister: We did not sell the yard". Whoever asks in an
interview gives none: a question states nothing, and what its asker tells is the text's own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from whence.annotate.mentions.lexicon import noun_type
from whence.annotate.syntax import Parse
from whence.model import Document, Maker, Mention, Sentence, Span, Voice
from whence.vocab import word_set

VERSION = "1"
TURN = "turn"
_LABEL = re.compile(
    r"^[ \t]*(?P<label>[^\W\d_][^\n:.,;!?\"“”«»()\[\]]{0,48}?)(?P<kind>\s?\([^()\n]{3,40}\))?\s?"
    r"(?P<colon>:)[ \t]+(?=\S)",
    re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t]*\n")
_TALKING = re.compile(r"\?|\b(?:I|you|your|we|our|us|me|my)\b")
_TO_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«„‘']\s*(?P<words>[^\"“”«»]+?)\s*[\"”»’']\s*$")
_ARTICLE = re.compile(r"(?i)^the\s+")
_ARABIC = re.compile(r"A(?:l|sh|n|r|s|t|d|z)-[A-Z][\w’'-]+(?: [Aa]l-[A-Z][\w’'-]+)?$")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FEWEST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One line or paragraph behind a label: who it names, the words in brackets beside it, and its own words."""

    label: Span
    kind: str
    colon: Span
    start: int
    end: int

    def words(self, doc: Document) -> str:
        """What stands behind the label."""
        return doc.text[self.start : self.end]


def find_labelled(
    doc: Document,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse | None],
    mentions: Sequence[Mention],
    voices: Sequence[Voice],
) -> tuple[Voice, ...]:
    """The voices of all labels of `doc`; `voices` are those that other words give."""
    turns = list(_turns(doc, sentences))
    guest = _interviewed(doc, turns, mentions)
    spoken = [t for t in _spoken(doc, turns, mentions) if guest or len(t.label) > 1]
    found = [v for turn in spoken for v in _by_turn(doc, turn, sentences, guest if len(turn.label) < 2 else turn.label)]
    if not spoken:
        known = {doc.quote(s) for v in voices for s in (v.medium, v.source) if s is not None}
        for sentence, parse in zip(sentences, parses, strict=True):
            turn = next((t for t in turns if sentence.span.contains(t.label)), None)
            if turn is not None and parse is not None and _tells(doc, turn, mentions, known):
                found.extend(_by_line(doc, turn, sentence, parse))
    return tuple(found)


def _turns(doc: Document, sentences: Sequence[Sentence]) -> Iterator[Turn]:
    """Every line of prose that opens with a label, each up to the next or to an empty line."""
    kept = [s.span for s in sentences]
    labels = [m for m in _LABEL.finditer(doc.text) if any(s.start <= m.start("label") < s.end for s in kept)]
    for m, after in zip_longest(labels, labels[1:]):
        blank = _BLANK.search(doc.text, m.end())
        ends = [len(doc.text), *([blank.start()] if blank else []), *([after.start()] if after else [])]
        yield Turn(doc.span(*m.span("label")), m["kind"] or "", doc.span(*m.span("colon")), m.end(), min(ends))


def _spoken(doc: Document, turns: Sequence[Turn], mentions: Sequence[Mention]) -> list[Turn]:
    """The turns of a talk in which somebody answers; none where the labels are those of a form or a list."""
    named = [t for t in turns if _names_speaker(doc, t.label, mentions)]
    labels = [doc.quote(t.label) for t in named]
    several = len(set(labels)) > 1 and len(set(labels)) < len(labels)
    if len(named) < _FEWEST_TURNS or not several or not any(_TALKING.search(t.words(doc)) for t in named):
        return []
    asking = {label for label in labels if _asks(doc, [t for t in named if doc.quote(t.label) == label])}
    return [t for t in named if doc.quote(t.label) not in asking]


def _interviewed(doc: Document, turns: Sequence[Turn], mentions: Sequence[Mention]) -> Span | None:
    """Who answers behind "A:": the only person named before the first "Q:", by the fullest name."""
    if {doc.quote(t.label) for t in turns} != {"Q", "A"}:
        return None
    before = [m.span for m in mentions if m.form == "name" and m.type == "person" and m.span.end < turns[0].start]
    fullest = max(before, key=len, default=None)
    one = fullest is not None and all(set(doc.quote(s).split()) <= set(doc.quote(fullest).split()) for s in before)
    return fullest if one else None


def _asks(doc: Document, turns: Sequence[Turn]) -> bool:
    """Whether at least half of somebody's turns hold a question."""
    return 2 * sum("?" in t.words(doc) for t in turns) >= len(turns)


def _names_speaker(doc: Document, label: Span, mentions: Sequence[Mention]) -> bool:
    words = doc.quote(label).split()
    if len(words) > 5 or not words[0][0].isupper():
        return False
    named = any(m.form == "name" and m.type in ("person", "organization") and label.contains(m.span) for m in mentions)
    low = words[-1].lower()
    person = noun_type(low, low) == "person" and len(words) < 4
    return person or all(w.isupper() for w in words) or (named and all(w[0].isupper() for w in words))


def _by_turn(doc: Document, turn: Turn, sentences: Sequence[Sentence], speaker: Span | None) -> Iterator[Voice]:
    """A voice for each sentence of a turn that is no question."""
    for sentence in sentences:
        start, end = max(sentence.span.start, turn.start), min(sentence.span.end, turn.end)
        if len(doc.text[start:end].split()) > 2 and not doc.text[:end].rstrip(" ”\"'").endswith("?"):
            yield Voice(turn.colon, doc.span(start, end), "direct", Maker("annotate.labelled", VERSION, TURN), speaker)


def _tells(doc: Document, turn: Turn, mentions: Sequence[Mention], known: set[str]) -> bool:
    """Whether a label names an outlet, or is a plain word for somebody who speaks: "Police", "Minister"."""
    words = _ARTICLE.sub("", doc.quote(turn.label))
    low = words.lower().split()
    if not low or len(low) > 5:
        return False
    outlet = word_set("body_classes.yaml", "outlet")
    bodies = [m for m in mentions if m.form == "name" and m.type in ("organization", "work", "person")]
    named = [m for m in bodies if turn.label.contains(m.span) and m.span.end == turn.label.end]
    if named or turn.kind:
        kinds = {*(low if len(low) > 1 else ()), *turn.kind.lower().strip(" ()").split()}
        by_form = bool(outlet & kinds) or bool(_ARABIC.match(words))
        return by_form or (bool(named) and not turn.kind and words in known)
    alone = len(low) < 3 and (noun_type(low[-1], low[-1]) in ("person", "organization") or low[-1] in _reports())
    spoken_to = bool(_TO_YOU.search(turn.words(doc)))  # "People of Osh: thank you very much."
    return alone and not spoken_to and "." not in turn.words(doc).strip()[:-1]


def _reports() -> frozenset[str]:
    """Words for texts and tellers that no list of people holds."""
    return word_set("labels.yaml", "reports")


def _by_line(doc: Document, turn: Turn, sentence: Sentence, parse: Parse) -> Iterator[Voice]:
    """The voice of a label over the rest of its sentence, which must tell something."""
    start, end = turn.start, min(turn.end, sentence.span.end)
    inside = parse.at(start, end)
    if not any(parse.tokens[k].xpos in _FINITE for k in inside) or doc.text[:end].rstrip(" ”\"'").endswith("?"):
        return
    quoted = _QUOTED.match(doc.text, start, end)
    content = doc.span(*quoted.span("words")) if quoted else doc.span(start, end)
    manner = "direct" if quoted else "according"
    yield Voice(turn.colon, content, manner, Maker("annotate.labelled", VERSION, "label"), turn.label)

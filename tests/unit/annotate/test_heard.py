"""What the reader hears of voices beside the rules."""

from dataclasses import replace

import pytest
from tests.support import read_body

from whence.annotate.claims import find_frames
from whence.annotate.heard import heard
from whence.model import Document, Maker, Span, Voice
from whence.pipeline import read_scene
from whence.reader import Filler, Frame

RULE = Maker("annotate.voices", "1", "verb")


def place(doc: Document, words: str) -> Span:
    start = doc.text.index(words)
    return doc.span(start, start + len(words))


def frame(doc: Document, cue: str, source: str, *told: str, score: float = 0.95) -> Frame:
    at, who = place(doc, cue), place(doc, source)
    spans = tuple((place(doc, t).start, place(doc, t).end) for t in told)
    filler = Filler("source", who.start, who.end, score)
    return Frame(at.start, at.end, "attributes", score, False, 0.9, "asserted", 0.9, (filler,), spans)


def contents(doc: Document, voices: tuple[Voice, ...]) -> list[str]:
    return [doc.quote(v.content) for v in voices]


def test_what_is_told_in_other_words_reaches_as_far_as_the_reader_says() -> None:
    doc = Document.of("Mensah said the mill, which burned in May, was insured and would open again.", "a")
    short = Voice(place(doc, "said"), place(doc, "the mill"), "indirect", RULE, place(doc, "Mensah"))
    whole = "the mill, which burned in May, was insured and would open again"

    found = heard(
        doc, [short], [frame(doc, "said", "Mensah", "the mill", "burned in May, was insured and would open again")], []
    )

    assert contents(doc, found) == [whole]
    assert found[0].source == short.source and found[0].maker == RULE


def test_what_is_told_does_not_break_off_within_a_phrase() -> None:
    doc = Document.of("Mensah said guards had died in raids on mill gates and in ambushes, and left.", "a")

    found = heard(doc, [], [frame(doc, "said", "Mensah", "guards had died in raids on mill")], [])

    assert contents(doc, found) == ["guards had died in raids on mill gates and in ambushes"]


def test_a_quotation_keeps_its_marks() -> None:
    doc = Document.of("“We sold the mill,” said Mensah.", "a")
    quoted = Voice(place(doc, "said"), place(doc, "We sold the mill,"), "direct", RULE, place(doc, "Mensah"))

    assert heard(doc, [quoted], [frame(doc, "said", "Mensah", "sold the mill")], []) == (quoted,)


def test_the_telling_between_two_stretches_parts_them() -> None:
    doc = Document.of("The mill, Mensah said, was sold in May.", "a")

    found = heard(doc, [], [frame(doc, "said", "Mensah", "The mill", "was sold in May")], [])

    assert contents(doc, found) == ["The mill", "was sold in May"]
    assert {doc.quote(v.source) for v in found if v.source} == {"Mensah"}


def test_an_unsure_teller_is_no_voice() -> None:
    doc = Document.of("Mensah let slip that the mill was sold.", "a")

    assert heard(doc, [], [frame(doc, "slip", "Mensah", "the mill was sold", score=0.6)], []) == ()


def said(text: str, cue: str, score: float = 0.95, **roles: str) -> list[dict[str, str]]:
    """The roles of every `says` claim of a text whose first word of speech has these fillers."""
    doc, layers = read_body(text)
    at = text.index(cue)
    fillers = tuple(Filler(role, text.index(w), text.index(w) + len(w), score) for role, w in roles.items())
    frame = Frame(at, at + len(cue), "says", 0.95, False, 0.9, "asserted", 0.9, fillers)
    claims = find_frames(replace(read_scene(doc, layers), learned=(frame,)))
    return [{a.role: doc.quote(a.span) for a in c.arguments if a.span} for c in claims if c.predicate == "says"]


TOLD = "Renata Silva told the harbour committee on Monday that the pier was closed."


def test_whom_it_is_told_to_is_whom_the_reader_hears() -> None:
    (claim,) = said(TOLD, "told", addressee="the harbour committee")

    assert claim["addressee"].endswith("harbour committee")


@pytest.mark.parametrize(
    ("text", "cue", "score", "filler"),
    [
        (TOLD, "told", 0.3, "the harbour committee"),
        (TOLD, "told", 0.95, "the pier"),  # it stands in what is told
        (TOLD, "told", 0.95, "Renata Silva"),  # the speaker
        (TOLD, "told", 0.95, "Monday"),  # neither person nor body
    ],
)
def test_nobody_else_is_told(text: str, cue: str, score: float, filler: str) -> None:
    assert [claim for claim in said(text, cue, score, addressee=filler) if "addressee" in claim] == []


def test_a_statement_is_where_it_was_said() -> None:
    text = "The pier was closed on Sunday, Renata Silva said in a two-line notice."

    (claim,) = said(text, "said", medium="notice")

    assert claim["medium"] == "notice"

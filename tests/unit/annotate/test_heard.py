"""What the reader hears of voices beside the rules."""

from whence.annotate.heard import heard
from whence.model import Document, Maker, Span, Voice
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

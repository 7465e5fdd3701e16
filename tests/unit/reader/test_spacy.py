"""The reader inside spaCy: text, words, trees, names and matchers."""

import pytest

spacy = pytest.importorskip("spacy", reason="needs the extra whence[spacy]")

TEXT = "  Ana Kovač met the head of the Harbour Board  in Split.\n\nShe left on Friday; Reuters said so. "


@pytest.fixture(scope="module")
def nlp():
    from whence.reader.spacy import blank

    return blank()


@pytest.mark.parametrize("text", [TEXT, "", "x", "\n\n", "No end"])
def test_text_is_kept(nlp, text):
    assert nlp(text).text == text


def test_layers(nlp):
    doc = nlp(TEXT)
    words = {t.text: t for t in doc}
    assert words["met"].lemma_ == "meet" and words["met"].pos_ == "VERB" and words["met"].dep_ == "ROOT"
    assert words["Ana"].head is words["met"] or words["Ana"].head.text == "met"
    assert ("Ana Kovač", "PERSON") in {(e.text, e.label_) for e in doc.ents}
    assert len([s for s in doc.sents if s.text.strip()]) == 2
    assert doc.spans["mentions"]


def test_dependency_matcher(nlp):
    from spacy.matcher import DependencyMatcher

    matcher = DependencyMatcher(nlp.vocab)
    subject = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "who", "RIGHT_ATTRS": {"DEP": "nsubj"}}
    matcher.add("met", [[{"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "meet"}}, subject]])
    doc = nlp("Ana Kovač met the head.")
    assert [doc[places[0]].text for _, places in matcher(doc)] == ["met"]


def test_pictures(nlp):
    from spacy import displacy

    doc = nlp("Ana Kovač lives in Split.")
    assert "Kovač" in displacy.render(doc, style="dep", jupyter=False)
    assert "PERSON" in displacy.render(doc, style="ent", jupyter=False)


def test_sentences_that_stand_are_kept(nlp):
    first = spacy.blank("en")
    first.add_pipe("sentencizer")
    first.add_pipe("whence_reader")
    assert [s.text for s in first("It rained. They left.").sents] == ["It rained.", "They left."]

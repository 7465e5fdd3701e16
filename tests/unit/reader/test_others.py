"""Names from a model that the user has."""

import sys
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from whence import errors
from whence.model import Document
from whence.pipeline import annotate_document
from whence.reader import others, read

TEXT = "Zorblax met Quuxley in Lima. They signed."


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str


def names_in(part):
    return [Entity(part.index(n), part.index(n) + len(n), k) for n, k in NAMES.items() if n in part]


NAMES = {"Zorblax": "PERSON", "Quuxley": "ORG", "Lima": "GPE", "signed": "CARDINAL"}


@pytest.fixture(autouse=True)
def _forget():
    others.source.cache_clear()
    yield
    others.source.cache_clear()


@pytest.fixture
def with_spacy(monkeypatch):
    fake = SimpleNamespace(load=lambda name: lambda part: SimpleNamespace(ents=names_in(part)))
    monkeypatch.setitem(sys.modules, "spacy", fake)
    monkeypatch.setenv(others.SETTING, "spacy:some_model")


def test_without_the_setting_nothing_changes(monkeypatch):
    monkeypatch.delenv(others.SETTING, raising=False)
    reading = read(TEXT, [(0, 28), (29, 41)])
    assert others.with_names(TEXT, [(0, 28), (29, 41)], reading) is reading


def test_names_of_a_spacy_model_take_the_place_of_ours(with_spacy):
    doc = Document.of(TEXT)
    found = {(doc.quote(m.span), m.type) for m in annotate_document(doc, {}).mentions if m.form == "name"}
    assert {("Zorblax", "person"), ("Quuxley", "organization"), ("Lima", "place")} <= found


def test_trees_stay_ours(with_spacy):
    ranges = [(0, 28), (29, 41)]
    reading = read(TEXT, ranges)
    assert others.with_names(TEXT, ranges, reading).trees == reading.trees


def test_gliner_is_asked_by_sentence(monkeypatch):
    class GLiNER:
        @classmethod
        def from_pretrained(cls, name, *, local_files_only):
            assert local_files_only
            return cls()

        def predict_entities(self, part, labels):
            return [{"start": 0, "end": 4, "label": "person", "score": 0.75}] if part.startswith("They") else []

    monkeypatch.setitem(sys.modules, "gliner", SimpleNamespace(GLiNER=GLiNER))
    monkeypatch.setenv(others.SETTING, "gliner:folder")
    ranges = [(0, 28), (29, 41)]
    names = [m for m in others.with_names(TEXT, ranges, read(TEXT, ranges)).mentions if m.form == "name"]
    assert [(m.start, m.end, m.type, m.score) for m in names] == [(29, 33, "person", 0.75)]


@pytest.mark.parametrize("told", ["spacy", "spacy:", "other:model", "nonsense"])
def test_a_setting_that_makes_no_sense(monkeypatch, told):
    monkeypatch.setenv(others.SETTING, told)
    with pytest.raises(errors.BadSetting, match="spacy:MODEL"):
        others.check()


def test_a_model_that_is_not_there(monkeypatch):
    def load(name):
        raise OSError("no such model")

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))
    monkeypatch.setenv(others.SETTING, "spacy:none")
    with pytest.raises(errors.BadSetting, match="no such model"):
        others.check()


def test_a_package_that_is_not_there(monkeypatch):
    monkeypatch.setitem(sys.modules, "gliner", None)
    monkeypatch.setenv(others.SETTING, "gliner:folder")
    with pytest.raises(errors.BadSetting, match="pip install gliner"):
        others.check()


def test_a_spacy_pipeline_trained_here_is_a_source_of_names(monkeypatch, tmp_path):
    """Any pipeline in a folder will do: this one learned two names and knows nothing else."""
    spacy = pytest.importorskip("spacy", reason="needs the extra whence[spacy]")
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    marks = {"entities": [(0, 7, "PERSON"), (12, 19, "ORG")]}
    lessons = [Example.from_dict(nlp.make_doc(f"Zorblax {v} Quuxley there."), marks) for v in ("met", "saw", "ran")]
    optimizer = nlp.initialize(lambda: lessons)
    for _ in range(30):
        nlp.update(lessons, sgd=optimizer)
    nlp.to_disk(tmp_path / "names")
    monkeypatch.setenv(others.SETTING, f"spacy:{tmp_path / 'names'}")
    doc = Document.of("Zorblax met Quuxley there. They signed.")
    layers = annotate_document(doc, {})

    assert {(doc.quote(m.span), m.type) for m in layers.mentions if m.form == "name"} == {
        ("Zorblax", "person"),
        ("Quuxley", "organization"),
    }

"""The case file keeps what it was given, byte for byte, and refuses what would change it."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from whence.errors import BadCase, CaseBusy, UnknownName
from whence.model import (
    Claim,
    Conflict,
    Derived,
    Document,
    Entity,
    Fact,
    Filled,
    Judgement,
    Layers,
    Pair,
    Problem,
    Sentence,
    Side,
    Sighting,
    Tenure,
)
from whence.store import CaseView, CaseWriter

from .conftest import MAKER, layers_of

JUDGEMENT = Judgement("identity", "a", "b", "positive", "Ines", "2026-01-01T00:00:00+00:00", "same birth date")


def test_a_document_comes_back_as_it_went_in(path: Path, doc: Document) -> None:
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc), Sighting(doc.id, "a.txt", {"publisher": "Post"}))

    with CaseView(path) as view:
        assert list(view.documents()) == [doc]
        assert view.layers(doc.id) == layers_of(doc)
        assert list(view.sightings()) == [Sighting(doc.id, "a.txt", {"publisher": "Post"})]
        assert list(view.claims()) == list(layers_of(doc).claims)


@pytest.mark.parametrize("text", ["a\x00b.", "lone \ud800 surrogate.", "İ\u0301ß 𐍈.", "line\r\nline\u2028."])
def test_no_text_is_changed_by_being_stored(path: Path, text: str) -> None:
    doc = Document.of(text)
    sentence = Sentence(doc.span(0, len(text)), "body", MAKER)
    with CaseWriter(path) as case:
        case.add(doc, Layers(doc.id, sentences=(sentence,)))
        assert case.view().document(doc.id).text == text
        case.remove(doc.id)


def test_a_document_that_is_known_is_not_stored_again(path: Path, doc: Document) -> None:
    with CaseWriter(path) as case:
        assert case.add(doc, layers_of(doc), Sighting(doc.id, "a.txt"))
        assert not case.add(doc, layers_of(doc), Sighting(doc.id, "copy/a.txt"))
        view = case.view()
        assert len(list(view.documents())) == 1
        assert [s.source for s in view.sightings(doc.id)] == ["a.txt", "copy/a.txt"]


def test_a_second_writer_is_told_to_wait(path: Path) -> None:
    with CaseWriter(path), pytest.raises(CaseBusy, match="another process"):
        CaseWriter(path)
    CaseWriter(path).close()


def test_one_may_read_while_another_writes(path: Path, doc: Document) -> None:
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc))
        assert CaseView(path).ids() == {doc.id}


def test_a_view_cannot_write(path: Path, doc: Document) -> None:
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc))
    with CaseView(path) as view, pytest.raises(sqlite3.OperationalError):
        view._db.execute("DELETE FROM documents")


@pytest.mark.parametrize("content", [b"just text, no database", b"SQLite format 3\x00" + b"\xff" * 200])
def test_a_file_that_is_no_case_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(BadCase):
        CaseWriter(path)
    with pytest.raises(BadCase):
        CaseView(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE recipes (name)")
    db.close()
    with pytest.raises(BadCase, match="another program"):
        CaseWriter(path)
    with pytest.raises(BadCase, match="another program"):
        CaseView(path)


def test_a_case_from_the_future_is_refused(path: Path) -> None:
    CaseWriter(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(BadCase, match="newer"):
        CaseView(path)


def test_a_missing_case_names_the_command_that_makes_one(path: Path) -> None:
    with pytest.raises(BadCase, match="whence ingest"):
        CaseView(path)


@pytest.mark.parametrize("statement", ["UPDATE judgements SET verdict = 'negative'", "DELETE FROM judgements"])
def test_a_judgement_cannot_be_changed_or_taken_back(path: Path, statement: str) -> None:
    with CaseWriter(path) as case:
        assert case.judge(JUDGEMENT)
        assert not case.judge(JUDGEMENT)
        with pytest.raises(sqlite3.IntegrityError, match="appended"):
            case._db.execute(statement)
        assert list(case.view().judgements()) == [JUDGEMENT]


def test_the_log_cannot_be_changed(path: Path) -> None:
    with CaseWriter(path) as case:
        case.log("ingest docs", "5 documents")
        with pytest.raises(sqlite3.IntegrityError, match="appended"):
            case._db.execute("UPDATE log SET command = ''")
        assert [entry["command"] for entry in case.view().log()] == ["ingest docs"]


def test_search_folds_accents_and_finds_the_sentence(path: Path, doc: Document) -> None:
    layers = Layers(doc.id, sentences=(Sentence(doc.span(35, len(doc.text)), "body", MAKER),))
    with CaseWriter(path) as case:
        case.add(doc, layers)
        view = case.view()
        assert [doc.quote(s) for s in view.search_sentences("koln", 9)] == ["Köln lies on the Rhine."]
        assert view.search_documents("harbour rhine", 9) == [doc.id]


def test_a_removed_document_takes_its_readings_along_and_leaves_judgements(path: Path, doc: Document) -> None:
    other = Document.of("Ana Duarte left the Harbour Board.", source="b.txt")
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc), Sighting(doc.id, "a.txt"))
        case.add(other, layers_of(other), Sighting(other.id, "b.txt"))
        case.judge(JUDGEMENT)
        case.remove(doc.id)
        view = case.view()
        assert view.ids() == {other.id}
        assert list(view.claims()) == list(layers_of(other).claims)
        assert view.search_documents("rhine", 9) == []
        assert view.search_sentences("runs", 9) == []
        assert list(view.judgements()) == [JUDGEMENT]
        with pytest.raises(UnknownName):
            case.remove(doc.id)


def test_new_readings_take_the_place_of_old_ones(path: Path, doc: Document) -> None:
    with CaseWriter(path) as case:
        case.add(doc, Layers(doc.id))
        case.reread(doc, layers_of(doc))
        case.reread(doc, layers_of(doc))
        assert case.view().layers(doc.id) == layers_of(doc)
        assert len(case.view().search_sentences("runs", 9)) == 1


def test_a_text_that_is_read_otherwise_now_takes_the_place_of_the_old_one(path: Path, doc: Document) -> None:
    again = replace(doc, text="Ana Duarte runs the Harbour Board. A new ending.")
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc), Sighting(doc.id, "a.txt"))
        case.reread(again, layers_of(again), Sighting(doc.id, "a.txt", {"publisher": "Post"}))
        view = case.view()
        assert list(view.documents()) == [again]
        assert view.search_documents("rhine", 9) == []
        assert view.search_documents("ending", 9) == [doc.id]
        assert case.given(doc.id, "a.txt") == {"publisher": "Post"}
        assert case.given(doc.id, "b.txt") is None


def test_problems_of_a_source_that_was_read_after_all_are_forgotten(path: Path) -> None:
    old, new = (Problem("a.pdf", kind, "why", "then") for kind in ("no text", "metadata"))
    with CaseWriter(path) as case:
        case.problem(old)
        case.solved("a.pdf", keep=[new])
        assert list(case.view().problems()) == [new]


def test_a_write_that_fails_leaves_nothing_behind(path: Path, doc: Document) -> None:
    claim = layers_of(doc).claims[0]
    broken = Layers(doc.id, sentences=layers_of(doc).sentences, claims=(claim, object()))  # type: ignore[arg-type]
    with CaseWriter(path) as case:
        with pytest.raises(AttributeError):
            case.add(doc, broken)
        assert case.view().ids() == set()
        assert case.view().search_sentences("runs", 9) == []
        assert case.add(doc, layers_of(doc))


def test_merging_joins_documents_judgements_and_problems(path: Path, tmp_path: Path, doc: Document) -> None:
    other = Document.of("Ana Duarte left the Harbour Board.", source="b.txt")
    problem = Problem("c.pdf", "no text", "a scan", "run OCR")
    with CaseWriter(tmp_path / "other.whence") as case:
        case.add(doc, layers_of(doc), Sighting(doc.id, "x/a.txt"))
        case.add(other, layers_of(other), Sighting(other.id, "b.txt"))
        case.judge(JUDGEMENT)
        case.problem(problem)
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc), Sighting(doc.id, "a.txt"))
        with CaseView(tmp_path / "other.whence") as view:
            assert case.merge(view) == {"documents": 1, "judgements": 1}
            assert case.merge(view) == {"documents": 0, "judgements": 0}
        merged = case.view()
        assert merged.ids() == {doc.id, other.id}
        assert [s.source for s in merged.sightings(doc.id)] == ["a.txt", "x/a.txt"]
        assert list(merged.problems()) == [problem]
        assert merged.layers(other.id) == layers_of(other)


def derived_of(doc: Document) -> Derived:
    layers = layers_of(doc)
    claim: Claim = layers.claims[0]
    filled = (Filled("commander", "e1", "Ana Duarte"), Filled("commanded", "e2", "Harbour Board", 1.0))
    return Derived(
        entities=(Entity("e1", "person", "Ana Duarte", (("Ana Duarte", 1),)), Entity("e2", "organization", "Board")),
        links=((layers.mentions[0].span, "e1"), (layers.mentions[1].span, "e2")),
        roles=((claim.id, "args.0", "commander", "e1"), (claim.id, "args.1", "commanded", "e2")),
        pairs=(Pair("e1", "e2", "different", 0.1, ("a person is no body",)),),
        facts=(Fact("f", "commands", "affirmed", filled, "2017", None, "single-source", (claim.id,), (doc.id,)),),
        tenures=(Tenure("t", "e1", "chair", "e2", "", "2017", None, True, False, (claim.id,)),),
        conflicts=(Conflict("c", "date", "when", (Side("1", (claim.id,), (doc.id,)),)),),
    )


def test_what_is_derived_comes_back_and_is_made_again_to_the_byte(path: Path, doc: Document) -> None:
    derived = derived_of(doc)
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc))
        assert not case.view().is_derived()
        case.derive(derived)
        view = case.view()
        first = list(view.dump_derived())
        assert view.is_derived()
        assert tuple(view.facts()) == derived.facts
        assert tuple(view.tenures()) == derived.tenures
        assert tuple(view.conflicts()) == derived.conflicts
        assert tuple(view.pairs("e2")) == derived.pairs
        assert [e.name for e in view.entities()] == ["Ana Duarte", "Board"]
        assert view.claims_of("e1") == list(layers_of(doc).claims)
        assert view.names() == {"Ana Duarte": ["e1"], "Board": ["e2"]}
        case.derive(derived)
        assert list(case.view().dump_derived()) == first


@pytest.mark.parametrize("change", ["add", "remove", "judge", "reread"])
def test_every_change_is_noticed_as_not_yet_derived(path: Path, doc: Document, change: str) -> None:
    other = Document.of("Ana Duarte left the Harbour Board.", source="b.txt")
    with CaseWriter(path) as case:
        case.add(doc, layers_of(doc))
        case.derive(Derived())
        if change == "add":
            case.add(other, layers_of(other))
        elif change == "remove":
            case.remove(doc.id)
        elif change == "judge":
            case.judge(JUDGEMENT)
        else:
            case.reread(doc, layers_of(doc))
        assert not case.view().is_derived()

"""Documents through the stages into a case: the same for any number of workers, and after any accident."""

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import whence
from whence import pipeline
from whence.model import CREDIT, Document, Layers
from whence.pipeline import annotate_document, derive, ingest
from whence.present.exports import exporters
from whence.store import CaseView, CaseWriter


def write_folder(folder: Path, count: int) -> Path:
    folder.mkdir()
    for i in range(count):
        text = (
            f"Report {i}\n\nThe harbour board met on {i % 28 + 1} May 2019. Member {i} spoke for an hour about ships.\n"
        )
        (folder / f"{i:03}.txt").write_text(text)
    return folder


def exports(path: Path) -> dict[str, bytes]:
    out = {}
    with CaseView(path) as view:
        for name, exporter in exporters().items():
            file = io.BytesIO()
            exporter.write(view, file)
            out[name] = file.getvalue()
    return out


@pytest.mark.slow
def test_one_worker_and_four_write_the_same_bytes(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "docs", 30)
    for workers in (1, 4):
        with CaseWriter(tmp_path / f"{workers}.whence") as case:
            assert ingest([folder], case, workers=workers).added == 30

    assert exports(tmp_path / "1.whence") == exports(tmp_path / "4.whence")


def test_the_order_of_reading_changes_no_export(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "docs", 6)
    files = sorted(folder.iterdir())
    for name, order in (("a", files), ("b", files[::-1])):
        with CaseWriter(tmp_path / name) as case:
            ingest(order, case)

    assert exports(tmp_path / "a") == exports(tmp_path / "b")


def test_a_rebuild_is_the_same_to_the_byte(tmp_path: Path) -> None:
    with CaseWriter(tmp_path / "c") as case:
        ingest([write_folder(tmp_path / "docs", 5)], case)
        with case.view() as view:
            before = list(view.dump_derived())
        derive(case)
        with case.view() as view:
            assert list(view.dump_derived()) == before


def test_a_stage_that_fails_costs_one_document_its_readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = pipeline.annotate_document

    def broken(doc: Document, given: dict[str, str], judged: object = None) -> Layers:
        if "Report 1\n" in doc.text:
            raise RuntimeError("no rule for this")
        return real(doc, given)

    monkeypatch.setattr(pipeline, "annotate_document", broken)
    with CaseWriter(tmp_path / "c") as case:
        report = ingest([write_folder(tmp_path / "docs", 3)], case)
        assert report.added == 3
        (problem,) = case.view().problems()
        assert "no rule for this" in problem.reason
        assert len(case.view().search_documents("report", 9)) == 3


SCRIPT = """
import sys
from pathlib import Path
from whence.pipeline import ingest
from whence.store import CaseWriter
def tell(report, done, total):
    print(report.documents, flush=True)
with CaseWriter(sys.argv[2]) as case:
    ingest([Path(sys.argv[1])], case, progress=tell)
"""


@pytest.mark.slow
def test_killed_at_any_moment_it_loses_nothing_stored_and_a_rerun_completes(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "docs", 120)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    with CaseWriter(whole) as case:
        ingest([folder], case)
    dice, kills = random.Random(4), 0
    for _ in range(6):
        command = [sys.executable, "-c", SCRIPT, str(folder), str(broken)]
        environment = {**os.environ, "PYTHONPATH": str(Path(whence.__file__).parents[1])}
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert child.stdout
        told = child.stdout.readline()
        time.sleep(dice.uniform(0, 0.25))
        if child.poll() is None:
            os.kill(child.pid, signal.SIGKILL)
            kills += 1
        told = (told + child.stdout.read()).split()[-1]
        child.wait()
        with CaseView(broken) as view:
            assert len(view.ids()) >= int(told)
    assert kills > 0
    with CaseWriter(broken) as case:
        report = ingest([folder], case)
    assert report.added + report.known == 120
    assert exports(broken) == exports(whole)


CAPTIONED = """Quay reopens after fire

By Desmond Okoro
5 May 2022

Mayor Ada Quay visits the harbour office in Bergen, May 4, 2022. (Petra Novak/AFP)

The harbour of Bergen reopened on Wednesday, the port authority said. Trade will resume within a week.

(AP Photo/Jane Doe) Simeon Oake, treasurer of the Harbour Guild, waits in Bergen on May 4, 2022.

The guild has 40 members. It pays for the lamps on the pier.
"""


def test_a_caption_comes_through_its_agency_and_is_the_pages_own_word() -> None:
    doc = Document.of(CAPTIONED, source="a.txt")
    layers = annotate_document(doc, {})

    captions = [doc.quote(r.span)[:20] for r in layers.regions if r.kind == "caption"]
    assert captions == ["Mayor Ada Quay visit", "(AP Photo/Jane Doe) "]
    told = [c for c in layers.claims if c.region == "caption"]
    assert {c.predicate for c in told} >= {"visits", "holds_role"}
    for claim in told:
        (link,) = claim.attribution
        agency = "AFP" if claim.evidence.start < 200 else "AP"
        assert link.span and (doc.quote(link.span), link.manner) == (agency, CREDIT)
        assert claim.own_voice and claim.certainty == "asserted"
    assert "Photo" not in {doc.quote(m.span) for m in layers.mentions}


def test_one_agencys_caption_on_two_pages_is_one_origin(tmp_path: Path) -> None:
    caption = "Simeon Oake, treasurer of the Harbour Guild, waits in Bergen on May 4, 2022. (AFP)"
    for name, spent in (("a", "the pier"), ("b", "a school")):
        head = f"News of {name}\n\nThe {name.upper()} Post, 5 May 2022"
        (tmp_path / f"{name}.txt").write_text(f"{head}\n\n{caption}\n\nThe town paid for {spent} and for its roof.\n")
    with CaseWriter(tmp_path / "c.whence") as case:
        ingest([tmp_path / "a.txt", tmp_path / "b.txt"], case)
        with case.view() as view:
            posts = [f for f in view.facts() if f.predicate == "holds_role"]
    assert [(len(f.documents), f.status) for f in posts] == [(2, "single-source")]

import io
import json
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from whence.read import Found, Job, Limits, read_all, walk

# About ten seconds of work for the layout of a page, and nothing that a limit of size would stop.
SLOW = b"<html><body>" + b"<div><p>Slow <b>words</b>, and more.</p></div>" * 60_000


def folder(root: Path, count: int) -> Path:
    for number in range(count):
        (root / f"{number:03}.txt").write_text(f"The port number {number} reopened.")
    (root / "page.html").write_text("<html><body><h1>The port</h1><p>It reopened.</p></body></html>")
    (root / "page2.html").write_text("<html><body><h1>The port</h1><p>It reopened.</p></body></html>")
    (root / "crawl.jsonl").write_text("\n".join(json.dumps({"text": f"Record {n}."}) for n in range(200)))
    (root / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    (root / "empty.txt").write_bytes(b"")
    return root


def test_one_worker_many_and_none_give_the_same(tmp_path: Path) -> None:
    root = folder(tmp_path, 30)

    inside = list(read_all(walk([root]), workers=0))
    one = list(read_all(walk([root]), workers=1))
    three = list(read_all(walk([root]), workers=3))

    assert inside == one == three
    assert [f.sighting.source for f in one if f.sighting] == sorted(
        [f.sighting.source for f in one if f.sighting], key=lambda s: (s.split("#")[0], int("0" + s.partition("#")[2]))
    )
    assert sum(f.document is not None for f in one) == 30 + 1 + 200
    assert sorted(f.problem.kind for f in one if f.problem) == ["broken", "empty"]


def test_known_documents_are_sighted_only(tmp_path: Path) -> None:
    root = folder(tmp_path, 3)
    known = {f.document.id for f in read_all(walk([root]), workers=0) if f.document}

    again = list(read_all(walk([root]), workers=2, known=known))

    assert not any(f.document for f in again)
    assert sum(f.sighting is not None for f in again) == 3 + 2 + 200


@pytest.mark.slow
def test_a_parser_that_works_too_long_is_killed_and_costs_only_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The first port.")
    (tmp_path / "b.html").write_bytes(SLOW)
    (tmp_path / "c.txt").write_text("The last port.")

    found = list(read_all(walk([tmp_path]), workers=2, limits=Limits(seconds=1.0)))

    assert [f.document.text for f in found if f.document] == ["The first port.", "The last port."]
    assert [(Path(f.problem.source).name, f.problem.kind) for f in found if f.problem] == [("b.html", "too slow")]


@pytest.mark.slow
def test_in_an_archive_it_costs_only_its_member(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in (("a.txt", b"The first port."), ("b.html", SLOW), ("c.txt", b"The last port.")):
            archive.writestr(name, data)
    (tmp_path / "a.zip").write_bytes(out.getvalue())

    found = list(read_all([Job("a.zip", tmp_path / "a.zip")], workers=1, limits=Limits(seconds=1.0)))

    assert [f.document.source for f in found if f.document] == ["a.zip!/a.txt", "a.zip!/c.txt"]
    assert [(f.problem.source, f.problem.kind) for f in found if f.problem] == [("a.zip!/b.html", "too slow")]


def test_a_parser_that_waits_is_ended_by_the_clock(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_bytes(SLOW)

    found = list(read_all(walk([tmp_path]), workers=1, limits=Limits(wall_seconds=0.5)))

    assert [f.problem.kind for f in found if f.problem] == ["too slow"]


@pytest.mark.slow
def test_memory_has_a_limit(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"<html><body>" + b"<p>word</p>" * 400_000)
    (tmp_path / "b.txt").write_text("The port.")

    found = list(read_all(walk([tmp_path]), workers=1, limits=Limits(memory=128 * 1024 * 1024)))

    assert [f.document.text for f in found if f.document] == ["The port."]
    assert [f.problem.kind in ("too large", "broken") for f in found if f.problem] == [True]


def test_who_stops_early_leaves_nothing_behind(tmp_path: Path) -> None:
    root = folder(tmp_path, 200)
    threads = threading.active_count()

    results = read_all(walk([root]), workers=2)
    first = next(results)
    results.close()  # type: ignore[attr-defined]

    assert first.document
    assert threading.active_count() == threads


@pytest.mark.slow
def test_a_slow_consumer_is_no_slow_parser(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(f"The port number {number} reopened.")
    found: list[Found] = []
    for item in read_all(walk([tmp_path]), workers=1, limits=Limits(wall_seconds=4.0)):
        if len(found) == 1:
            time.sleep(4.5)
        found.append(item)

    assert [f.problem for f in found if f.problem] == []
    assert len(found) == 200


def test_importing_reading_loads_no_parser() -> None:
    heavy = "lxml pypdfium2 docx warcio numpy py3langid puremagic charset_normalizer htmldate email.message".split()
    code = f"import sys, whence.read; print(*(m for m in {heavy} if m in sys.modules))"
    environment = {"PYTHONPATH": ":".join(sys.path)}

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)

    assert (done.stdout.strip(), done.stderr) == ("", "")

import os
from pathlib import Path

import pytest

from whence.read import Limits, read_all, walk
from whence.read.ignore import parse_rules, verdict


def put(root: Path, **files: str) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def sources(root: Path) -> list[str]:
    return [Path(job.source).relative_to(root).as_posix() for job in walk([root]) if job.path]


def test_files_come_sorted_whatever_the_file_system_says(tmp_path: Path) -> None:
    put(tmp_path, **{"b.txt": "b", "a/z.txt": "z", "a/b.txt": "b", "c.txt": "c", ".hidden": "h", "x.whence": "db"})

    assert sources(tmp_path) == ["a/b.txt", "a/z.txt", "b.txt", "c.txt"]


def test_the_source_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, **{"docs/a.txt": "a"})
    monkeypatch.chdir(tmp_path)

    assert [job.source for job in walk([Path("docs"), Path("docs/a.txt")])] == ["docs/a.txt"]


def test_the_ignore_file_works_like_gitignore(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{
            ".whenceignore": "# drafts\n*.draft.txt\n!keep.draft.txt\n/top.txt\nold/\n**/deep/*.md\n",
            "a.draft.txt": "",
            "keep.draft.txt": "",
            "top.txt": "",
            "sub/top.txt": "",
            "sub/a.draft.txt": "",
            "sub/deep/x.md": "",
            "sub/deep/x.txt": "",
            "sub/old/y.txt": "",
            "sub/.whenceignore": "!a.draft.txt\n",
        },
    )

    assert sources(tmp_path) == ["keep.draft.txt", "sub/a.draft.txt", "sub/deep/x.txt", "sub/top.txt"]


@pytest.mark.parametrize(
    ("pattern", "path", "is_folder", "ignored"),
    [
        ("*.txt", "a/b.txt", False, True),
        ("a/*.txt", "a/b.txt", False, True),
        ("a/*.txt", "x/a/b.txt", False, None),
        ("a/**", "a/b/c.txt", False, True),
        ("**/b", "a/b", True, True),
        ("b/", "a/b", False, None),
        ("[a-c].txt", "b.txt", False, True),
        ("[!a-c].txt", "b.txt", False, None),
        ("\\#x", "#x", False, True),
        ("a?.txt", "ab.txt", False, True),
        ("[", "[", False, True),
    ],
)
def test_ignore_patterns(pattern: str, path: str, is_folder: bool, ignored: bool | None) -> None:
    assert verdict(parse_rules(pattern), path, is_folder) is ignored


def test_sidecars_outrank_the_table_and_the_table_outranks_the_command_line(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{
            "a.txt": "a",
            "b.txt": "b",
            "sub/c.txt": "c",
            "a.meta.yaml": "title: From the sidecar\npublished: 2017-03-05\n",
            "meta.csv": "file,title,publisher,grade\na.txt,From the table,The Harbour Post,b2\nsub/c.txt,Sub,,\n",
        },
    )

    given = {Path(j.source).name: dict(j.given) for j in walk([tmp_path], given={"publisher": "P", "url": "u"})}

    assert given == {
        "a.txt": {
            "title": "From the sidecar",
            "published": "2017-03-05",
            "publisher": "The Harbour Post",
            "url": "u",
            "grade": "B2",
        },
        "b.txt": {"publisher": "P", "url": "u"},
        "c.txt": {"title": "Sub", "publisher": "P", "url": "u"},
    }


def test_the_sidecar_of_a_file_that_is_named_alone_is_found(tmp_path: Path) -> None:
    put(tmp_path, **{"a.txt": "a", "a.meta.yaml": "author: Ann Lee"})

    assert [dict(j.given) for j in walk([tmp_path / "a.txt"])] == [{"author": "Ann Lee"}]


def test_wrong_and_lonely_sidecars_are_problems_and_nothing_else_stops(tmp_path: Path) -> None:
    put(
        tmp_path,
        **{
            "a.txt": "A port.",
            "a.meta.yaml": "published: last year\npubdate: 2017\ntitle: Fine\n",
            "b.txt": "B port.",
            "b.meta.yaml": "[: not yaml",
            "c.meta.yaml": "title: nobody's",
            "meta.csv": "file,title\nmissing.txt,x\n",
        },
    )

    found = list(read_all(walk([tmp_path]), workers=0, limits=Limits()))

    assert [f.document.text for f in found if f.document] == ["A port.", "B port."]
    assert [f.sighting.given for f in found if f.sighting] == [{"title": "Fine"}, {}]
    problems = {(Path(f.problem.source).name, f.problem.kind) for f in found if f.problem}
    assert problems == {(n, "metadata") for n in ("a.meta.yaml", "b.meta.yaml", "c.meta.yaml", "meta.csv")}


def test_links_in_a_circle_and_links_to_nothing_are_problems(tmp_path: Path) -> None:
    put(tmp_path, **{"sub/a.txt": "A port."})
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")

    found = list(read_all(walk([tmp_path, tmp_path / "never"]), workers=0, limits=Limits()))

    assert [f.document.text for f in found if f.document] == ["A port."]
    kinds = {Path(f.problem.source).name: f.problem.kind for f in found if f.problem}
    assert kinds == {"up": "symlink loop", "gone": "missing", "pipe": "unreadable", "never": "missing"}


def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    put(tmp_path, **{"a.txt": "A port."})
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")

    assert [f.problem.kind for f in read_all(walk([tmp_path]), workers=0) if f.problem] == ["unreadable"]


def test_a_name_that_is_no_text_still_has_a_source(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))).write_text("A port.")

    sighted = [f.sighting.source for f in read_all(walk([tmp_path]), workers=0) if f.sighting]

    assert sighted[0].endswith("a\\xff.txt") and sighted[0].encode()


def test_what_a_browser_saved_beside_a_page_is_no_document(tmp_path: Path) -> None:
    put(tmp_path, **{"page.html": "<html><p>Hi</html>", "page_files/x.js": "var a;", "other_files/y.txt": "y"})

    assert sources(tmp_path) == ["other_files/y.txt", "page.html"]


def test_the_same_bytes_twice_are_one_document_with_two_sightings(tmp_path: Path) -> None:
    put(tmp_path, **{"a.txt": "A port.", "b.txt": "A port."})

    found = list(read_all(walk([tmp_path]), workers=0))

    assert [f.document is not None for f in found] == [True, False]
    assert found[0].sighting and found[1].sighting and found[0].sighting.doc_id == found[1].sighting.doc_id

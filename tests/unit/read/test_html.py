from pathlib import Path

import pytest

from whence.model import Document
from whence.read import Job, Limits, read_job

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>River port reopens after strike | The Harbour Post</title>
<meta property="og:title" content="River port reopens after strike">
<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://post.example/port">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "River port reopens after strike",
"datePublished": "2019-03-04T08:00:00Z", "author": {"@type": "Person", "name": "Ann Lee"}}</script>
<style>p { color: red }</style></head>
<body class="home has-sidebar"><div id="cookie-banner">We use cookies. <button>OK</button></div>
<header class="site-header"><a href="/">The Harbour Post</a>
<nav><ul><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav></header>
<div id="page" class="with-sidebar"><main><article>
<header><h1>River port reopens after strike</h1><p class="byline">By <a rel="author" href="#">Ann Lee</a></p>
<time datetime="2019-03-04">4 March 2019</time></header>
<figure><img src="a.jpg" alt="x"><figcaption>The quay on Monday. Photo: Agency &amp; Sons</figcaption></figure>
<div class="share-buttons"><a href="#">Share on Facebook</a><a>Tweet</a></div>
<p>The port of <b>Tarva</b> reopened on Monday, the&nbsp;ministry said, after a strike of three weeks that cost
the town an estimated two million crowns, by its own count.</p>
<h2>What the union says</h2>
<p>&ldquo;We won,&rdquo; said   Olaf Brek, head of the dockers&rsquo; union, which has 400 members, and which had
asked for higher pay, better shifts, and more.<br>He left &mdash; smiling &lt;3 &#8212; at once.</p>
<script>var hidden = "never shown";</script><!-- nor this -->
<aside class="related"><h3>Related</h3><ul><li><a href="#">Dockers walk out in Tarva</a></li></ul></aside>
<div class="pullquote">We won</div>
<ul><li>Pay rises by 4%</li><li>Shifts shrink</li></ul>
<table><tr><td>Year</td><td>Ships</td></tr><tr><td>2018</td><td>40</td></tr></table>
<p>Brek was appointed in 2016, according to the union, and was re-elected last year, with a large majority.</p>
<div class="tags">Tags: <a>ports</a>, <a>strikes</a></div>
</article></main>
<section><h3>3 Comments</h3><ol><li><div><b>joe</b> says:</div>
<p>This is a lie, the ministry paid everyone off, and they know it, as everyone in the town knows.</p></li>
<li><p>Short one</p></li></ol></section>
<div><h4>About the author</h4><p>Ann Lee covers ports.</p></div>
</div><footer>Copyright 2019 The Harbour Post</footer></body></html>
"""


def read(path: Path, data: bytes) -> Document:
    path.write_bytes(data)
    return next(f.document for f in read_job(Job(path.name, path), Limits()) if f.document)


def kinds(document: Document) -> dict[str, str]:
    return {document.text[start:].split("\n")[0]: kind for start, kind in document.lines}


@pytest.fixture
def page(tmp_path: Path) -> Document:
    return read(tmp_path / "page.html", PAGE.encode())


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("We use cookies.", "boilerplate"),
        ("The Harbour Post", "navigation"),
        ("World", "navigation"),
        ("River port reopens after strike", "headline"),
        ("By Ann Lee", "byline"),
        ("4 March 2019", "byline"),
        ("The quay on Monday. Photo: Agency & Sons", "caption"),
        ("Share on Facebook Tweet", "boilerplate"),
        ("The port of Tarva", "body"),
        ("What the union says", "subheading"),
        ("“We won,” said Olaf Brek", "body"),
        ("He left — smiling <3 — at once.", "body"),
        ("Related", "teaser"),
        ("Dockers walk out in Tarva", "teaser"),
        ("We won", "quote"),
        ("Pay rises by 4%", "list"),
        ("2018\t40", "body"),
        ("Brek was appointed", "body"),
        ("Tags: ports, strikes", "tags"),
        ("3 Comments", "comment"),
        ("joe says:", "comment"),
        ("This is a lie", "comment"),
        ("Short one", "comment"),
        ("About the author", "about"),
        ("Ann Lee covers ports.", "about"),
        ("Copyright 2019", "navigation"),
    ],
)
def test_each_line_has_the_kind_that_the_markup_gives_it(page: Document, start: str, kind: str) -> None:
    found = [k for line, k in kinds(page).items() if line.startswith(start)]

    assert found and found[0] == kind


def test_all_that_the_page_shows_is_in_the_text_and_nothing_else(page: Document) -> None:
    assert "never shown" not in page.text and "nor this" not in page.text and "color: red" not in page.text
    assert [page.text[s - 1] for s, _ in page.lines if s] == ["\n"] * (len(page.lines) - 1)


def test_the_page_tells_about_itself(page: Document) -> None:
    assert page.meta["og:title"] == "River port reopens after strike"
    assert page.meta["author"] == "Ann Lee" and page.meta["published"] == "2019-03-04"
    assert page.meta["published_from"] == "json-ld"
    assert page.meta["site_name"] == "The Harbour Post" and page.meta["canonical"] == "https://post.example/port"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Olaf Brek", "Olaf Brek"),
        ("Tarva", "Tarva"),
        ("ministry said", "ministry said"),
        ("We won,", "We won,"),
        ("at once.", "at once."),
        ("two million", "two million"),
        ("Agency & Sons", "Agency &amp; Sons"),
        ("smiling <3", "smiling &lt;3"),
        ("re-elected", "re-elected"),
    ],
)
def test_words_are_found_again_in_the_source(page: Document, words: str, source: str) -> None:
    start = page.text.index(words)

    first, last = page.source_offset(start), page.source_offset(start + len(words) - 1)

    assert first is not None and last is not None
    assert PAGE[first : last + 1] == source


def test_every_letter_of_the_text_stands_where_its_anchor_says(page: Document) -> None:
    placed = [(page.source_offset(i), c) for i, c in enumerate(page.text) if c.isalnum()]

    assert all(at is not None and PAGE[at] == c for at, c in placed)


def test_a_broken_page_keeps_its_text(tmp_path: Path) -> None:
    data = b'<html><body><p title="a>b" class=x y="z"">one</p><p>two <b>three</p><div>four</i> &bogus; &amp five'

    document = read(tmp_path / "x.html", data)

    assert all(word in document.text for word in ("three", "four", "&bogus;", "& five"))


def test_the_declared_charset_is_believed(tmp_path: Path) -> None:
    text = "<html><head><meta charset='windows-1251'></head><body><p>Порт Тарва</p></body></html>"

    document = read(tmp_path / "x.html", text.encode("cp1251"))

    assert document.text.strip() == "Порт Тарва" and document.encoding == "cp1251"
    assert not document.encoding_guessed


def test_a_wrong_charset_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    text = "<html><head><meta charset=utf-8></head><body><p>The caf\u00e9 of the port was closed.</p></body></html>"
    path.write_bytes(text.encode("cp1252"))

    found = list(read_job(Job("x.html", path), Limits()))

    assert found[0].document and "café" in found[0].document.text and found[0].document.encoding_guessed
    assert [f.problem.kind for f in found if f.problem] == ["wrong encoding"]


@pytest.mark.parametrize(
    "page", ["<html><body><script>draw()</script></body></html>", "<!doctype html><!-- never ends"]
)
def test_a_page_without_text_is_a_problem(tmp_path: Path, page: str) -> None:
    path = tmp_path / "x.html"
    path.write_text(page)

    assert [f.problem.kind for f in read_job(Job("x.html", path), Limits()) if f.problem] == ["no text"]


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    document = read(tmp_path / "x.html", b"<html><body>" + b"<div>" * 1500 + b"deep down" + b"</div>" * 1500)

    assert document.text == "deep down\n"


def test_a_page_that_the_parser_would_cut_short_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_bytes(b"<html><body><p>before" + b"<div>" * 9000 + b"deep" + b"</div>" * 9000 + b"<p>after")

    assert [f.problem.kind for f in read_job(Job("x.html", path), Limits()) if f.problem] == ["broken"]


def test_a_stray_zero_byte_is_replaced(tmp_path: Path) -> None:
    data = b"<!doctype html><html><body>" + b"<p>The port.</p>" * 200 + b"<p>It \x00 reopened.</p></body></html>"

    document = read(tmp_path / "x.html", data)

    assert document.text.endswith("It \ufffd reopened.\n")


def test_words_between_the_cells_of_a_table_are_read(tmp_path: Path) -> None:
    data = b"<html><body><table><tr>lost <td>one</td> words <td>two</td></tr></table></body></html>"

    assert {"lost", "one", "words", "two"} <= set(read(tmp_path / "x.html", data).text.split())

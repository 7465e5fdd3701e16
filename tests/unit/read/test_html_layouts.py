"""Pages as different houses build them: what is whose, line by line."""

from collections.abc import Callable

import pytest

from whence.read import Found

Read = Callable[..., list[Found]]

LONG = (
    "The harbour board met on Tuesday, in the old customs house, and after four hours of argument it voted, by nine to "
    "five, to buy three cranes."
)
OPINION = (
    "I do not believe a word of this, frankly, and neither does anyone who has worked on the quay, as my brother did, "
    "for twenty years, unpaid, cold and wet."
)

BLOG = f"""<!DOCTYPE html><html class="no-js sidebar-right"><head><title>Three cranes &#8211; Quay Notes</title></head>
<body class="single comments-open nav-below"><div id="page" class="site widget-holder">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><h1 class="site-title"><a href="/">Quay Notes</a></h1></header>
<div id="content"><div id="primary" class="has-sidebar"><main>
<article class="post tag-cranes"><header><h1 class="entry-title">Three cranes</h1>
<div class="entry-meta">Posted on <time datetime="2020-05-31">May 31, 2020</time> by Ida Holm</div></header>
<div class="entry-content"><p>{LONG}</p><blockquote><p>“We had no choice,” said the chairwoman.</p></blockquote>
<h3>Comments by the minister</h3><p>{LONG} Thrice.</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>By mail</li></ul></div>
<div class="jp-relatedposts"><h3>Related</h3><p>The crane that fell</p></div></div>
<footer>Posted in <a rel="category tag">News</a></footer></article>
<div id="comments" class="comments-area"><h2>2 thoughts on “Three cranes”</h2><ol class="comment-list">
<li class="comment"><article class="comment-body"><footer><b>Bo</b> says:</footer><p>{OPINION}</p>
<p>{OPINION} Twice.</p><p>{OPINION} {OPINION} {OPINION}</p></article></li></ol></div></main></div>
<aside class="widget-area"><h2>Recent Comments</h2>
<ul><li>Bo on Three cranes</li></ul></aside></div></div></body></html>"""

FORUM = f"""<html><head><title>Who buys the cranes? | Quay Forum</title></head><body>
<div class="navbar"><a>Forum home</a> <a>Members</a></div><h2>Who buys the cranes?</h2>
<div class="post" id="p1"><div class="postprofile"><a>mollusc</a> Posts: 412</div>
<div class="content"><p>{LONG}</p></div></div>
<div class="post" id="p2"><div class="content"><blockquote>Cited words.</blockquote><p>{OPINION}</p></div></div>
<div class="post" id="p3"><div class="content"><p>{OPINION} Again.</p></div></div></body></html>"""

OLD = f"""<HTML><HEAD><TITLE>The Third Quay</TITLE></HEAD><BODY><TABLE>
<TR><TD><a href=0>Links</a><br><a href=1>Archive</a>
</TD><TD><b>The Third Quay</b><br><br><font size=5><b>Cranes. Now what?</b></font><br><br>
<b>posted by bosun on Sunday, May 15, 2016</b><br><br>{LONG}<br><br>{LONG} Again.<br><br>
<font size=1>2 comments</font><br><br><font size=1>libero: sacked this morning</font><br><br>
<font size=1>Blog archive</font><br><br><font size=1>May 2016 (3)</font></TD></TR></TABLE></BODY></HTML>"""

BARE = f"""<html><head><title>Three cranes for the harbour - Daily Tide</title></head><body><div>Daily Tide</div>
<div>Three cranes for the harbour</div><div>Tuesday 2 June 2020</div>
<div>{LONG}<br><br>{LONG} Again.</div></body></html>"""

MINISTRY = f"""<html><head><title>Cranes | Ministry of Ports</title></head><body><div class="container">
<div class="header-nav"><ul><li><a>Home</a></li></ul></div><div class="row"><div class="main-content">
<h1>Minister signs contract for three cranes</h1><div class="date">02/06/2020</div>
<div class="field-name-body"><p>{LONG}</p><p>Short one.</p><ul><li>Cranes: 3</li></ul><p>{LONG} Again.</p></div></div>
<div class="sidebar"><h3>Latest news</h3><p>The minister opened, with the usual ribbon, a lighthouse.</p></div>
</div></div>
<div id="footer"><p>Ministry of Ports, 1 Quay Road.</p></div></body></html>"""

ASIDES = f"""<html><head><title>Cranes vanish overnight</title></head><body>
<main><article><h1>Cranes vanish overnight</h1>
<h2>By the editorial staff</h2><p>{LONG}</p><p>{LONG} Again, and “nobody saw a thing that night”, he said.</p>
<aside>“Nobody saw a thing that night”</aside><aside><p>Comments</p></aside><aside><p>Bo: he did it.</p></aside>
<aside><p>Most read today</p></aside><aside><p>A new station in June</p></aside></article></main></body></html>"""


def lines(read: Read, page: str) -> list[tuple[str, str]]:
    document = next(f.document for f in read("page.html", page.encode()) if f.document)
    ends = [start for start, _ in document.lines[1:]] + [len(document.text)]
    return [(kind, document.text[s:e].strip()) for (s, kind), e in zip(document.lines, ends, strict=True)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            BLOG,
            {"Quay Notes": "navigation", "Three cranes": "headline", "Posted on May": "byline", "The harbour": "body"},
        ),
        (BLOG, {"“We had no choice": "body", "Comments by the minister": "subheading", "Share this": "boilerplate"}),
        (BLOG, {"The crane that fell": "teaser", "2 thoughts": "comment", "Bo says": "comment", "I do not": "comment"}),
        (BLOG, {"Recent Comments": "navigation", "Skip to": "boilerplate", "Posted in News": "tags"}),
        (FORUM, {"Who buys": "headline", "mollusc": "byline", "The harbour": "body", "I do not": "comment"}),
        (FORUM, {"Cited words": "comment", "Forum home": "navigation"}),
        (OLD, {"Cranes. Now": "headline", "posted by": "byline", "The harbour": "body", "The Third": "navigation"}),
        (OLD, {"2 comments": "comment", "libero": "comment", "May 2016": "navigation", "Links": "navigation"}),
        (BARE, {"Three cranes": "headline", "Tuesday 2": "byline", "The harbour": "body", "Daily": "navigation"}),
        (MINISTRY, {"Home": "navigation", "Minister signs": "headline", "02/06": "byline", "Short one.": "body"}),
        (MINISTRY, {"Cranes: 3": "list", "The minister opened": "teaser", "Ministry of Ports": "boilerplate"}),
        (ASIDES, {"Cranes vanish": "headline", "By the": "byline", "“Nobody": "quote", "Bo: he": "comment"}),
        (ASIDES, {"A new station": "teaser", "The harbour": "body"}),
    ],
)
def test_lines_have_the_kind_of_their_place(read: Read, page: str, expected: dict[str, str]) -> None:
    found = lines(read, page)

    for start, kind in expected.items():
        kinds = {k for k, words in found if words.startswith(start)}
        assert kinds == {kind}, start


@pytest.mark.parametrize("page", [BLOG, FORUM, OLD, BARE, MINISTRY, ASIDES])
def test_no_paragraph_of_the_article_is_lost_and_no_opinion_gets_in(read: Read, page: str) -> None:
    found = lines(read, page)

    body = [words for kind, words in found if kind == "body"]
    assert sum(words.startswith("The harbour board met") for words in body) == page.count("The harbour board met")
    assert not any(OPINION in words for words in body)

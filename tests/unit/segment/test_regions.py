"""Regions: whose words a line is."""

import pytest

from whence.model import Document
from whence.segment import find_regions

LEAD = (
    "Police on Skerry questioned the owner of the ferry for five hours on Thursday about eleven life rafts that "
    "inspectors could not find, a spokesman said."
)
NEXT = "The owner has run the line since 2009. He is also the brother-in-law of the harbour master, the register shows."


def kinds(*blocks: str) -> list[tuple[str, str]]:
    doc = Document.of("\n\n".join(blocks))
    return [(r.kind, doc.quote(r.span)) for r in find_regions(doc)]


def kind_of(line: str, *, before: tuple[str, ...] = (LEAD,), after: tuple[str, ...] = (NEXT,)) -> str:
    return next(kind for kind, words in kinds(*before, line, *after) if line in words)


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Holm",
        "BY ADA HOLM AND JON VIK",
        "By Ada Holm | The Skerry Post | 3 May 2019",
        "Written by Ada Holm",
        "Par Ada Holm",
        "Text: Ada Holm",
        "Ada Holm | The Skerry Post",
        "Posted on May 3, 2019 by Ada Holm",
        "Ada Holm · May 3, 2019",
    ],
)
def test_a_line_under_the_headline_that_names_the_writer_is_a_byline(line: str) -> None:
    assert kind_of(line, before=("Ferry owner questioned over missing rafts",), after=(LEAD, NEXT)) == "byline"


@pytest.mark.parametrize(
    "line",
    ["May 3, 2019", "Published: 3 May 2019 14:05", "03.05.2019", "le 3 mai 2019", "3 de mayo de 2019", "3 Mayıs 2019"],
)
def test_a_date_alone_under_the_headline_is_a_dateline(line: str) -> None:
    assert kind_of(line, before=("Ferry owner questioned over missing rafts",), after=(LEAD, NEXT)) == "dateline"


@pytest.mark.parametrize(
    "opening",
    [
        "PORT ANSEL, May 3 (Reuters) - ",
        "PORT ANSEL (AP) — ",
        "Paris, le 12 avril 2018 – ",
        "Puerto Claro, 27 ago 2014 (EFE).- ",
        "ANKARA (AA) - ",
        "QASR DELUN — ",
        "(Kesh Town, August 30, 2017) — ",
        "VIGO BAY, June 5, 2018 /PRNewswire/ -- ",
        "HAMN: ",
        "Gothenburg – ",
    ],
)
def test_a_dateline_at_the_head_of_a_paragraph_is_cut_off(opening: str) -> None:
    assert kinds(opening + LEAD) == [("dateline", opening.strip()), ("body", LEAD)]


@pytest.mark.parametrize("opening", ["Jordan – ", "Nobody – ", "Gothenburg – a port of "])
def test_a_word_before_a_dash_is_no_dateline(opening: str) -> None:
    assert kinds(opening + LEAD) == [("body", opening + LEAD)]


@pytest.mark.parametrize(
    "line",
    [
        "The ferry lies at the north quay on Thursday. Photo: Ulf Berg",
        "A ferry leaves the quay in Skerry, May 3, 2019. (AFP)",
        "FILE PHOTO: The ferry at the north quay in 2018",
        "The owner, left, in an undated handout picture. (Courtesy of the family)",
        "[Illustration: Paula Rossi]",
    ],
)
def test_the_words_under_a_picture_are_a_caption(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Rafts sold abroad", "subheading"),
        ("Read more: The harbour master's long leave", "teaser"),
        ("Story continues below advertisement", "boilerplate"),
        ("Sign up for our newsletter and never miss a story", "boilerplate"),
        ("https://video.example/watch/3", "navigation"),
        ("“We have nothing to hide,” the lawyer said.", "body"),
        ("The minister said:", "body"),
        ("- Nine rafts were sold in April.", "body"),
    ],
)
def test_a_line_between_paragraphs(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("heading", ["About the convoy", "Comments from the gallery", "Related charges"])
def test_a_subheading_that_begins_like_a_part_of_the_page_is_none(heading: str) -> None:
    rest = [f"{NEXT} This is paragraph {n} of what the council heard on that long evening." for n in range(6)]

    assert ("subheading", heading) in kinds(LEAD, heading, *rest)


def test_comments_have_their_writers_and_are_never_body() -> None:
    doc = Document.of(
        "\n\n".join(
            [LEAD, NEXT, "Tags: ferries", "• Gordon says:", "   I knew it!", "• Lene says:", "   Sell the lot."]
        )
    )
    comments = [(r.author, doc.quote(r.span)) for r in find_regions(doc) if r.kind == "comment"]

    assert comments == [("Gordon", "• Gordon says:\n\n   I knew it!"), ("Lene", "• Lene says:\n\n   Sell the lot.")]


@pytest.mark.parametrize(
    ("head", "writer"),
    [
        ("Olle B. on May 3, 2019 at 4:05 pm said:", "Olle B"),
        ("RustyAnchor • 5 years ago", "RustyAnchor"),
        ("Anonymous said...", "Anonymous"),
        ("Posted by: eel_trap on May 3, 2019", "eel_trap"),
        ("pan_man77 · 3 yr. ago", "pan_man77"),
    ],
)
def test_comment_heads_of_many_systems(head: str, writer: str) -> None:
    doc = Document.of("\n\n".join([LEAD, NEXT, "3 Comments", head, "He sold everything that was not nailed down."]))

    assert [r.author for r in find_regions(doc) if r.kind == "comment"] == [writer]


def test_a_teaser_above_the_article_names_its_writer_and_stays_out() -> None:
    teaser = (
        "Written by Marcus Elling 4 min read The grain deal was sold as a victory over hunger, yet its annexes tell"
        + (" a different story about who will own the silos and who will merely sweep them, as the deputies now ad")
    )
    found = kinds("Why the Grain Deal Is Worse", teaser, "The file should be opened", "By Silja Brandt", LEAD, NEXT)

    assert [kind for kind, _ in found] == ["teaser", "teaser", "headline", "byline", "body"]


def test_an_authors_note_is_about_and_a_person_of_the_story_is_not() -> None:
    bio = "Silja Brandt is a lawyer and a columnist for the Northern Observer. Follow her on Twitter @silja."
    other = "Magnus Thorne is a director of the ferry company and a member of the harbour council."

    assert kinds("The rafts", "By Silja Brandt", LEAD, NEXT, bio)[-1] == ("about", bio)
    assert kinds("The rafts", "By Silja Brandt", f"{LEAD} Thorne denies it.", other)[-1][0] == "body"


def test_running_headers_and_page_numbers_of_a_paged_text_are_furniture() -> None:
    page = "Harbour Board - Annual report\n{0}\n{1} met the board. It heard the owners of the line.\f"
    who = ["The pilots", "The millers of Lund", "Nobody from the council", "Two clerks"]
    doc = Document.of("".join(page.format(n, name) for n, name in enumerate(who, 1)))

    assert {doc.quote(r.span) for r in find_regions(doc) if r.kind == "boilerplate"} == {
        f"Harbour Board - Annual report\n{n}" for n in range(1, 5)
    }


def test_a_sentence_printed_again_alone_is_a_pull_quote() -> None:
    pulled = "“He died as he lived, in somebody else's boat.”"
    found = kinds(
        LEAD, pulled, f"The general spoke in Orsa on Monday. {pulled} Then he left for the pier with his men."
    )

    assert ("quote", pulled) in found


def test_an_empty_text_has_no_regions() -> None:
    assert kinds("", " \n\t") == []


@pytest.mark.parametrize("line", ["Joined: Jan 2009", "Joined: Sat Nov 02, 2013 6:44 pm", "Member since: March 2011"])
def test_the_day_on_which_a_member_joined_is_no_date_of_the_article(line: str) -> None:
    title = "Rafts on sale at the north quay"

    assert kind_of(line, before=(title, "captain_moss"), after=("May 3, 2019, 08:15 PM", LEAD, NEXT)) == "navigation"
    assert kind_of("May 3, 2019", before=(title,), after=(LEAD, NEXT)) == "dateline"


def test_a_last_line_that_says_who_signed_in_which_post_is_body() -> None:
    signed = "Prepared by: Ada Holm, Committee Secretary"

    assert kind_of(signed, before=(LEAD, NEXT), after=()) == "body"


def test_posts_of_a_forum_are_comments() -> None:
    posts = (
        "Discussion (2 posts)",
        "Author: Rinus | Date: 12. 4. 2014 20:11",
        "The pilot was sacked in March. Her brother Olle runs the customs house.",
        "[Reply to this post]",
        "Author: K. Vik | Date: 12. 4. 2014 21:37",
        "Olle was dismissed in May.",
    )
    found = kinds("Pilot leaves", LEAD, NEXT, *posts)

    assert [kind for kind, words in found if "sacked" in words or "dismissed" in words] == ["comment", "comment"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Holm has covered the harbours since 2005. She was sued by the ferry line in 2013.",
        "Ada Holm is our correspondent in Osk. She worked for the Osk Mail, which was sold in 2015.",
    ],
)
def test_whoever_has_covered_a_matter_for_years_is_the_writer(line: str) -> None:
    assert kind_of(line, after=()) == "about"


def test_whoever_the_article_tells_of_is_not_its_writer() -> None:
    line = "Holm has covered the losses of the ferry line with money from the fund of the pilots."

    assert kind_of(line, before=("Ada Holm, the treasurer, paid the pilots twice.", LEAD), after=()) == "body"

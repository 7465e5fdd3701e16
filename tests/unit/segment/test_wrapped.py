from whence.model import Document
from whence.segment.blocks import cut_blocks

TEXT = """# The port

The harbour board met on Tuesday, in the old customs house, and after four
hours of argument it voted, by nine to five, to buy three cranes for the new
quay, of which the town had heard nothing before.

> We had no choice.
"""


def test_hand_wrapped_paragraphs_of_markdown_stay_whole() -> None:
    starts = [
        (TEXT.index(line), kind)
        for line, kind in zip(
            ["# The", "The harbour", "hours of", "quay, of", "> We"],
            ["headline", "body", "body", "body", "quote"],
            strict=True,
        )
    ]

    blocks = cut_blocks(Document.of(TEXT, "a.md", media_type="text/markdown", lines=tuple(starts)))

    assert [b.text.split()[0] for b in blocks] == ["#", "The", ">"]


def test_a_line_that_ends_in_the_middle_of_a_name_goes_on() -> None:
    text = (
        "The drivers met on Friday in front of the Ministry of\nTransport. The march was led by the Union for "
        "Renewal\n(UR). Its leader is a former secretary of the Brotherhood of Railway\nClerks, said Ana Mor.\n"
    )

    assert len(cut_blocks(Document.of(text))) == 1


def test_short_lines_stay_apart() -> None:
    text = "Log in\nAbout the\nThe council met on Friday and closed the mill at Osh for good.\nby Ana Mor\n"

    assert len(cut_blocks(Document.of(text))) == 4


def test_a_broken_sentence_does_not_take_in_a_labelled_line() -> None:
    text = (
        "The drivers met on Friday in front of the Ministry of\nTransport and went home when it began to rain\n"
        "Driver 7: I was not there\nSponsored: five tyres that last\n"
    )

    assert [b.text.split()[0] for b in cut_blocks(Document.of(text))] == ["The", "Driver", "Sponsored:"]

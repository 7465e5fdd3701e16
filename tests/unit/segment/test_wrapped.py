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

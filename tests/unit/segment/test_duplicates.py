"""Doubles."""

from whence.model import Document
from whence.segment import duplicate_groups, near_duplicates, repeated_blocks
from whence.segment.duplicates import block_key

STORY = " ".join(
    f"On day {n} the pilots of pier {n * 7} met owner {n * 3} and agreed on toll number {n * 11} for the {n}th year."
    for n in range(40)
)


def test_the_same_words_in_another_spacing_are_an_exact_double() -> None:
    one, other = Document.of(STORY), Document.of(STORY.replace(" ", "\n").upper())

    (double,) = near_duplicates([one, other])
    assert (double.exact, double.similarity) == (True, 1.0)
    assert {double.one, double.other} == {one.id, other.id}


def test_a_lightly_edited_copy_is_a_near_double_and_another_story_is_none() -> None:
    edited = STORY.replace("On day 5 ", "On the fifth day ").replace("toll number 77", "toll seventy-seven")
    other = STORY.replace("pilots", "millers").replace("agreed on", "quarrelled over").replace("owner", "the clerk of")
    docs = [Document.of(STORY), Document.of(edited), Document.of(other)]

    (double,) = near_duplicates(docs)
    assert {double.one, double.other} == {docs[0].id, docs[1].id}
    assert 0.8 < double.similarity < 1 and not double.exact
    assert duplicate_groups([double]) == (tuple(sorted([docs[0].id, docs[1].id])),)


def test_the_order_of_the_documents_does_not_matter() -> None:
    docs = [Document.of(STORY), Document.of(STORY + " The end."), Document.of("Start. " + STORY)]

    assert near_duplicates(docs) == near_duplicates(reversed(docs))


def test_blocks_on_many_pages_of_one_publisher_are_repeated() -> None:
    box = "The Post is a weekly newspaper for the islands."
    pages = [
        Document.of(f"Story {n} of the harbour.\n\nWhat pilot {n} saw on pier {n * 9}.\n\n{box}") for n in range(3)
    ]
    again = Document.of(f"Another house.\n\n{box}")

    found = repeated_blocks([*((page, "post") for page in pages), (again, "other")])
    assert found == {"post": frozenset({block_key(box)}), "other": frozenset()}

"""What a claim names, it names whole: neither cut from what makes it that nor run on."""

import pytest
from tests.support import read_body, words

WHOLE = [
    ("Inspectors found 14 fishing nets in the hold.", "counts", {"counted": "fishing nets"}),
    ("The county runs nine primary schools and four health centres.", "counts", {"counted": "primary schools"}),
    ("The yard hired 12 other clerks in May.", "counts", {"counted": "clerks"}),
    ("Ada Mensah was an English botanist and parish organist.", "holds_role", {"post": "parish organist"}),
    ("Ivo Duda was a Danish officer and colonial administrator.", "holds_role", {"post": "colonial administrator"}),
    ("Ivo Duda was a popular inspector and poet.", "holds_role", {"post": "inspector"}),
    ("Critics accuse members of the salt board of this fraud.", "accuses", {"accused": "members of the salt board"}),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), WHOLE)
def test_an_argument_is_named_whole(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    read = [words(doc, c) for c in layers.claims if c.predicate == predicate]

    assert any(all(value in claim.get(role, ()) for role, value in wanted.items()) for claim in read), read


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Two clerks were killed and five were injured in Lobos.", "clerks"),
        ("Three guards were shot and nine were injured in Lobos.", "guards"),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(text: str, unit: str) -> None:
    _, layers = read_body(text)

    hurt = next(c for c in layers.claims if c.predicate == "injures")

    assert [a.unit for a in hurt.arguments if a.role == "count"] == [unit]

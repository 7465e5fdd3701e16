"""Posts whose time a noun behind them tells."""

import pytest
from tests.support import read_body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lucia Vale was appointed head of the Nursing Council in 1971, a post she held until 1985.", "1971/1985"),
        ("Vale was head of the Nursing Council, a position she held from 1971 to 1985.", "1971/1985"),
        ("Vale is chairman of Delta Freight, a position he has held since May 2011.", "2011-05/.."),
        ("His rival is the president, Omar Nasr, who has held the post since 1999.", "1999/.."),
        ("Vale is head of the Nursing Council, a post that pays well.", None),
    ],
)
def test_a_post_has_the_time_of_the_noun_that_takes_it_up(text: str, expected: str | None) -> None:
    _, layers = read_body(text)

    assert {c.valid.edtf for c in layers.claims if c.predicate == "holds_role"} == {expected}

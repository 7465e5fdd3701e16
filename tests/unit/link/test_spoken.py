"""Who "I" is in a quotation."""

import pytest
from tests.support import read_body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"I signed nothing in Recife," said Renata Silva.', "Renata Silva"),
        ('Tomas Okafor met Renata Silva. "They never paid me," Tomas Okafor said on Monday.', "Tomas Okafor"),
    ],
)
def test_i_is_whoever_speaks(text: str, name: str) -> None:
    doc, layers = read_body(text)

    mine = [c.name for c in layers.chains for s in c.mentions if doc.quote(s) in ("I", "me")]

    assert mine == [name]


def test_i_outside_a_quotation_is_nobody_that_is_named() -> None:
    doc, layers = read_body("I went to Recife. Renata Silva said that the pier was closed.")

    assert not any(doc.quote(s) == "I" for c in layers.chains for s in c.mentions)

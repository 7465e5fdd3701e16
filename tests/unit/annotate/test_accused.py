"""Who is accused of what, wherever a parser hangs the deed."""

import pytest
from tests.support import read_body


@pytest.mark.parametrize(
    ("text", "supporter"),
    [
        ("Marta Lind, who led the Salt Line, was accused by prosecutors of paying the Delta Union.", "Marta Lind"),
        ("Prosecutors accused Tomas Okafor, who owns the Tide Line, of arming the Delta Union.", "Tomas Okafor"),
        ("Tomas Okafor was accused by Ana Duarte of funding the Delta Union.", "Tomas Okafor"),
    ],
)
def test_the_accused_did_it_and_it_is_an_accusation(text: str, supporter: str) -> None:
    doc, layers = read_body(text)
    found = [c for c in layers.claims if c.predicate == "supports"]

    assert {c.certainty for c in found} <= {"accused"}
    names = {doc.quote(a.antecedent or a.span) for c in found for a in c.arguments if a.role == "supporter" and a.span}
    assert names <= {supporter}

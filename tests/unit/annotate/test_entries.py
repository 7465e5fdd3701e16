"""Entries of a chronology: what happened in one has the date that opens it."""

import pytest
from tests.support import read_body


def times(say: str, predicate: str) -> list[str | None]:
    _, layers = read_body(say)
    return [c.valid.edtf for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(
    ("say", "predicate", "expected"),
    [
        ("4 May 2011: Death of Ana Duarte in Lobos.", "died", "2011-05-04"),
        ("4 May 2011 – Assassination of Luis Ortega in Lobos.", "kills", "2011-05-04"),
        ("1998 - In Lobos, Ana Duarte founds the Salt Party.", "formed", "1998"),
    ],
)
def test_an_entry_dates_what_happened_in_it(say: str, predicate: str, expected: str) -> None:
    assert times(say, predicate) == [expected]


def test_a_state_does_not_begin_with_its_entry() -> None:
    assert times("8 July 2012 – Arrest of the treasurer Marek Dvorak in Lobos.", "holds_role") == [None]


def test_a_year_of_its_own_stays() -> None:
    assert times("4 May 2011: Lobos mourns Luis Ortega, who died in 2009.", "died") == ["2009"]

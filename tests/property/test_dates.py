"""Laws of dates: what is found can be quoted, means what EDTF can say, and costs time in step with the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.text import edtf
from whence.text.dates import find
from whence.text.intervals import Allen, Interval, Stretch, compose, inverse, possible, relation

WORDS = (
    "May march the 3 of 14 1980 1980s '80s - – / ( ) , . : in on since by until between and to from last next this "
    "that year years week month Friday Dec. early mid late first second third quarter century ago later before after "
    "days two a few several 10:30 a.m. EST noon night morning every daily yesterday today Ramadan 1445 AH 22 Bahman "
    "1357 c. AD BC İ ß ﬁ \n \n\n \u2029 12/11/2014 2014-05-06 2006-14 Q3 fiscal Christmas Easter 0 00 9999 "
    "2017-01-19T10:30:00Z X’s"
).split(" ")
text = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=120)
days = st.dates().map(str) | st.sampled_from(["2017", "2017-01", "2016-11/2017-02", "2017-01/..", "XXXX", None])  # type: ignore[arg-type]


@settings(deadline=None)
@given(text, days)
def test_what_is_found_is_in_order_apart_and_has_a_value_of_edtf(text: str, published: str | None) -> None:
    found = list(find(text, published=published))

    assert all(0 <= e.start < e.end <= len(text) for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(e.edtf is None or edtf.is_edtf(e.edtf) for e in found)
    assert all(text[e.start : e.end].strip() == text[e.start : e.end] for e in found)
    assert list(find(text, published=published)) == found


@settings(deadline=None)
@given(text)
def test_the_documents_date_changes_values_and_never_the_places(text: str) -> None:
    plain = {(e.start, e.end): e for e in find(text)}
    dated = {(e.start, e.end): e for e in find(text, published="2017-01-19")}
    fixed = {
        place: e.edtf for place, e in plain.items() if e.anchor == "absolute" and e.kind != "time" and not e.inferred
    }

    assert all(dated[at].edtf == value for at, value in fixed.items() if at in dated)


@given(st.integers(-3_000_000, 3_000_000))
def test_a_day_number_is_the_day_that_it_came_from(number: int) -> None:
    assert edtf.days(*edtf.civil(number)) == number
    assert edtf.bounds(edtf.write_day(number)) == (number, number)


spans = st.tuples(st.integers(-9, 9), st.integers(1, 9)).map(lambda s: Interval(s[0], s[0] + s[1]))


@given(spans, spans)
def test_exactly_one_relation_holds_and_its_inverse_from_the_other_side(a: Interval, b: Interval) -> None:
    assert inverse(relation(a, b)) is relation(b, a)
    assert inverse(inverse(relation(a, b))) is relation(a, b)
    assert (relation(a, b) is Allen.EQUALS) == (a == b)


@settings(deadline=None)
@given(spans, spans, spans)
def test_what_holds_over_two_steps_is_in_the_composition(a: Interval, b: Interval, c: Interval) -> None:
    assert relation(a, c) in compose(relation(a, b), relation(b, c))


short = st.tuples(st.integers(-4, 4), st.integers(1, 4)).map(lambda s: Interval(s[0], s[0] + s[1]))


@settings(deadline=None)
@given(short, short, short, short)
def test_a_relation_is_possible_just_when_some_days_show_it(a: Interval, b: Interval, c: Interval, d: Interval) -> None:
    one, other = Stretch(a, b), Stretch(c, d)
    shown = {
        relation(Interval(first, last + 1), Interval(start, stop + 1))
        for first in range(int(a.start), int(a.stop))
        for last in range(int(b.start), int(b.stop))
        if first <= last
        for start in range(int(c.start), int(c.stop))
        for stop in range(int(d.start), int(d.stop))
        if start <= stop
    }
    assert possible(one, other) == shown


@given(spans, spans)
def test_the_shared_days_lie_in_both_and_the_hull_holds_both(a: Interval, b: Interval) -> None:
    shared = a.meet(b)

    assert shared is None or (a.contains(shared) and b.contains(shared))
    assert a.hull(b).contains(a) and a.hull(b).contains(b)
    assert (shared is None) == (relation(a, b) in (Allen.BEFORE, Allen.AFTER, Allen.MEETS, Allen.MET_BY))


ODD = [
    "1980-",
    "12 ",
    "the ",
    "3 May 2014, ",
    "two days after ",
    "early mid late ",
    "of the ",
    "May ",
    "1",
    "10:30 ",
    "Monday, ",
    "( ",
    "-",
    "\n",
    "1/",
    "a year ",
    "fourth ",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ODD)
def test_time_grows_with_the_length_of_the_text_and_no_faster(piece: str) -> None:
    def cost(size: int) -> float:
        body = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            list(find(body, published="2017-01-19"))
            best = min(best, time.process_time() - start)
        return best

    small, large = cost(20_000), cost(160_000)

    assert large < 8 * 3 * small + 0.05  # eight times the text; three for the noise of a busy machine
    assert large < 0.160 * 30 + 0.1  # and never under 30 KB a second

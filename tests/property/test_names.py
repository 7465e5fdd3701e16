"""Laws of name comparison, on names drawn from troublesome letters."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from whence.names import compare, parse
from whence.text.names.features import BODY_TABLE, PERSON_TABLE

LETTERS = st.text(alphabet="aAhHİıßŁ'’-– .,()\"عبدالهЙійŐ习近평éñ&0IVl", max_size=24)
KINDS = st.sampled_from(["person", "organization"])


@given(LETTERS, LETTERS, KINDS)
@example("习0", "0.0", "person")
@example("0", "'–习", "person")
@settings(max_examples=300, deadline=None)
def test_the_order_of_the_two_names_does_not_matter_and_the_score_is_a_probability(a: str, b: str, kind: str) -> None:
    one, other = compare(a, b, kind=kind), compare(b, a, kind=kind)
    assert 0 <= one.score <= 1
    assert abs(one.score - other.score) < 1e-9


@given(LETTERS, KINDS)
@settings(max_examples=200, deadline=None)
def test_a_name_is_more_like_itself_than_unlike(a: str, kind: str) -> None:
    if parse(a, kind).parts:
        assert compare(a, a, kind=kind).score > 0.8


def test_every_feature_explains_itself_in_a_sentence() -> None:
    for feature in {*PERSON_TABLE, *BODY_TABLE}:
        assert feature.__doc__ and feature.__doc__.endswith(".") and "\n" not in feature.__doc__

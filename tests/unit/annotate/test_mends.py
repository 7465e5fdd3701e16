"""What a wrong tree hangs amiss is hung anew, whatever reader drew it; a right tree is left alone."""

from pathlib import Path
from typing import Any

import pytest
from tests.support import drawn
from yaml import safe_load

from whence.annotate.mends import BUILT, HUNG

CASES = safe_load((Path(__file__).parent / "mends.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_each_word_hangs_where_it_belongs(case: dict[str, Any]) -> None:
    parse = drawn(case["say"], case["tree"])

    for word, (head, relation) in case["then"].items():
        token = next(t for i, t in enumerate(parse.tokens) if parse.word(i) == word)
        assert (parse.word(token.head) if token.head >= 0 else "", token.deprel) == (head, relation)


@pytest.mark.parametrize("mend", [*HUNG, *BUILT], ids=lambda mend: mend.__name__)
def test_each_mend_tells_where_it_is_needed(mend: Any) -> None:
    assert '"' in (mend.__doc__ or "")


def test_no_word_hangs_below_itself() -> None:
    """A number that counts the noun behind it, which hangs on the number; and mends that would each be right alone."""
    rows = ["He PRON PRP 1 nsubj", "came VERB VBD -1 root", "late ADV RB 1 advmod", "in ADP IN 4 case"]
    parse = drawn("He came late in 53 AD", [*rows, "53 NUM CD 1 nummod", "AD NOUN NN 4 nmod"])

    assert [t.head for t in parse.tokens] == [1, -1, 1, 4, 1, 4]
    assert parse.subtree(1) == [0, 1, 2, 3, 4, 5]


def test_what_hangs_on_a_word_is_what_has_it_for_its_head() -> None:
    for case in CASES:
        parse = drawn(case["say"], case["tree"])
        below = [[i for i, t in enumerate(parse.tokens) if t.head == k] for k in range(len(parse.tokens))]
        assert [sorted(row) for row in parse.children] == below

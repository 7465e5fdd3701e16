"""Tables of invented sentences: who says it, how sure it is, when it was, how many there were."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.support import ground_of, read_body
from yaml import safe_load

from whence.annotate.claims import find_frames
from whence.annotate.claims.attribution import attributed
from whence.annotate.proof import Ground
from whence.model import Claim, Document, Layers, Link, Maker, Span

HERE = Path(__file__).parent
DAY = "2014-05-12"
Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """The sentences of a table that are read as they should be; `not_yet` marks the others."""
    return [row for row in safe_load((HERE / name).read_text("utf-8")) if not row.get("not_yet")]


@cache
def read(say: str) -> tuple[Document, Layers]:
    return read_body(say, published=DAY)


@cache
def ground(say: str) -> Ground:
    return ground_of(say, published=DAY)


def place(doc: Document, words: str) -> Span:
    start = doc.text.rindex(words)
    return doc.span(start, start + len(words))


def voiced(row: Row) -> list[str]:
    """The names of the voices over the words `at`, whether a claim is read there or not."""
    here = ground(row["say"])
    at = place(here.doc, row["at"])
    found = here.sentence(at)
    assert found is not None
    claim = Claim("attacks", (), found[0].span, "body", Maker("test", "1"), trigger=at)
    return [name(here.doc, link) for link in attributed(here.scene, here.lookup, claim).attribution]


def name(doc: Document, link: Link) -> str:
    span = link.antecedent or link.span
    return doc.quote(span) if span else link.cue


def read_at(row: Row) -> list[Claim]:
    doc, layers = read(row["say"])
    at = place(doc, row["at"])
    return [c for c in layers.claims if c.trigger and c.trigger.overlaps(at) and c.predicate != "says"]


@pytest.mark.parametrize("row", rows("attribution.yaml"), ids=lambda row: row["say"][:60])
def test_every_voice_over_a_claim_is_in_its_chain(row: Row) -> None:
    chain = voiced(row)

    assert len(chain) == len(row["chain"]), chain
    assert all(mine in wanted or wanted in mine for mine, wanted in zip(chain, row["chain"], strict=True)), chain


@pytest.mark.parametrize(
    "row", [r for name in ("attribution.yaml", "moods.yaml") for r in rows(name) if "mood" in r], ids=lambda r: r["say"]
)
def test_words_over_a_claim_set_how_sure_it_is(row: Row) -> None:
    moods = {(f"{c.polarity} " if c.polarity == "denied" else "") + c.certainty for c in read_at(row)}

    if row["mood"] == "none":
        assert "asserted" not in moods
    else:
        assert moods <= {row["mood"]}


def test_most_of_the_sentences_make_the_claim_that_is_asked() -> None:
    asked = [row for name in ("attribution.yaml", "moods.yaml") for row in rows(name) if "mood" in row]

    assert sum(bool(read_at(row)) or row["mood"] == "none" for row in asked) >= 0.9 * len(asked)


@pytest.mark.parametrize("row", rows("held.yaml"), ids=lambda row: row["say"][:60])
def test_a_claim_has_its_time_and_what_of_it_is_stated(row: Row) -> None:
    found = [c for c in read_at(row) if row.get("as") in (None, c.predicate)]

    assert found
    assert {c.valid.edtf for c in found} == {row["edtf"]}
    assert {flags(c) for c in found} == {row.get("flags", "")}


def flags(claim: Claim) -> str:
    stated = (("S", claim.valid.starts), ("E", claim.valid.ends), ("I", claim.valid.inferred))
    return "".join(letter for letter, true in stated if true)


@pytest.mark.parametrize("row", rows("counted.yaml"), ids=lambda row: row["say"][:60])
def test_a_number_has_its_bounds_and_what_it_counts(row: Row) -> None:
    numbers = [(a.best, a.low, a.high, a.unit) for c in read_at(row) for a in c.arguments if a.role == row["role"]]

    assert tuple(row["is"]) in numbers


@pytest.mark.parametrize(("deed", "over"), [("resigned after the inquiry", True), ("denounced the inquiry", False)])
def test_a_post_left_on_no_told_day_is_over_by_the_documents_date(deed: str, over: bool) -> None:
    posts = find_frames(ground(f"The mayor of Lobos, Renata Silva, {deed}.").scene)
    held = [c.valid for c in posts if c.predicate == "holds_role"]

    assert held
    assert all((time.edtf == f"../{DAY}") == over for time in held)
    assert not any(time.ends for time in held)

"""The four exports hold the fields of the contract, and every offset quotes the document."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from whence.errors import UnknownName
from whence.present.exports import exporter, exporters
from whence.store import CaseView

FIELDS = {
    "claims": "id predicate args valid polarity certainty confidence attribution document source start end quote "
    "region maker status",
    "entities": "id name type names mentions documents",
    "conflicts": "id kind about sides status",
    "documents": "id source title publisher author published published_inferred regions",
}


def rows(path: Path, name: str) -> list[dict[str, Any]]:
    out = io.BytesIO()
    with CaseView(path) as view:
        exporter(name).write(view, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_row_has_every_field_of_the_contract(handmade_case: Path, name: str) -> None:
    found = rows(handmade_case, name)

    assert found
    for row in found:
        assert set(FIELDS[name].split()) <= row.keys()


def test_the_exports_of_the_contract_are_all_there() -> None:
    assert set(FIELDS) <= set(exporters())


def test_claims_quote_exactly_and_name_known_entities(handmade_case: Path) -> None:
    known = {row["id"] for row in rows(handmade_case, "entities")}
    with CaseView(handmade_case) as view:
        texts = {doc.id: doc.text for doc in view.documents()}

    for claim in rows(handmade_case, "claims"):
        text = texts[claim["document"]]
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        for arg in [*claim["args"], *claim["attribution"]]:
            assert text[arg["start"] : arg["end"]] == arg["text"]
            assert arg.get("entity") in {*known, None}


def test_a_claim_carries_time_speaker_and_source(handmade_case: Path) -> None:
    (claim,) = (c for c in rows(handmade_case, "claims") if c["valid"]["start"] == "2017-06")

    assert claim["valid"] == {"start": "2017-06", "end": None, "edtf": "2017-06/..", "inferred": False}
    assert claim["attribution"][0] | {"start": 0, "end": 0} == {
        "entity": "bo",
        "name": "Bo Lindqvist",
        "text": "Bo Lindqvist",
        "start": 0,
        "end": 0,
        "cue": "according to",
        "manner": "according",
    }
    assert claim["args"][0]["name"] == "Ana Duarte"
    assert claim["args"][0]["text"] == "Duarte"
    assert claim["source"] == "in/b.txt"


def test_what_is_not_known_of_a_document_is_null(handmade_case: Path) -> None:
    third = rows(handmade_case, "documents")[2]

    assert (third["publisher"], third["published"]) == (None, None)
    assert third["regions"] == [{"kind": "body", "start": 0, "end": 68}]


def test_an_unknown_format_suggests_a_near_one() -> None:
    with pytest.raises(UnknownName, match="claims"):
        exporter("claim")

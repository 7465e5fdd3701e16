"""Where places are, as a person sees it: dossier, why, the wording of facts, and the exports."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from whence.cli import cli

TEXTS = {
    "coast": "Harbour strike spreads\n\nLibyan gunmen attacked a checkpoint near Tarhuna on 2 May 2019. "
    "Police arrested the harbour master, Salem Zreig, in Tripoli on 3 May 2019. He was born in Bir Ghurfa.\n",
    "north": "Boats leave\n\nLebanese police arrested Nadim Karout in Tripoli on 5 June 2021. Soldiers clashed with "
    "smugglers north of Tripoli on 6 June 2021.\n",
    "docks": "Strike at the docks\n\nTom Beasley met the mayor of Savannah in Atlanta on 2 March 2020. Mr Beasley was "
    "born in Georgia.\n",
    "hills": "Parliament meets\n\nThe prime minister of Georgia, Davit Kapanadze, visited Batumi on 8 April 2022. "
    "Gunmen attacked a convoy in Kandahar province on 7 April 2022.\n",
}


def run(case: Path, *args: str) -> str:
    done = CliRunner().invoke(cli, [*args, "--case", str(case)])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("where")
    (folder / "docs").mkdir()
    for name, text in TEXTS.items():
        (folder / "docs" / f"{name}.txt").write_text(text, "utf-8")
    run(folder / "c.whence", "ingest", str(folder / "docs"), "--workers", "1")
    return folder / "c.whence"


def rows(case: Path, what: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(case, "export", what).splitlines()]


def test_two_cities_of_one_name_are_two_and_each_shows_where_and_why(case: Path) -> None:
    libya, lebanon = (run(case, "who", f"Tripoli, {land}") for land in ("Libya", "Lebanon"))

    assert "Tripoli, city in Libya (32.887, 13.187) – exact to the city" in libya
    assert "Tripoli, city in Lebanon (34.434, 35.844)" in lebanon and "the text names Leban" in lebanon
    assert "north of Tripoli, city in Lebanon (34.434, 35.844) – somewhere in or near it" in lebanon
    assert "The name also fits Tripoli" in run(case, "who", "Tripoli")


def test_why_tells_two_cities_of_one_name_apart(case: Path) -> None:
    told = run(case, "why", "Tripoli, Libya", "Tripoli, Lebanon")

    assert told.startswith("Tripoli, Libya and Tripoli, Lebanon are two")
    assert "city in Libya" in told and "city in Lebanon" in told


def test_a_state_is_not_the_country_of_its_name(case: Path) -> None:
    assert "region in United States" in run(case, "who", "Georgia, United States")
    georgia = next(e for e in rows(case, "entities") if e["name"] == "Georgia")
    assert georgia["where"]["kind"] == "country"


def test_near_is_not_in(case: Path) -> None:
    told = run(case, "timeline")

    assert "attacked by gunmen near Tarhuna" in told.replace("Libyan gunmen", "gunmen").replace("Gunmen", "gunmen")
    assert "in near" not in told


def test_claims_carry_their_places(case: Path) -> None:
    found = [(c["predicate"], a["text"], a["where"]) for c in rows(case, "claims") for a in c["args"] if "where" in a]
    places = {(text, w["country"], w["precision"], w["relation"]) for _, text, w in found}

    assert ("Tarhuna", "Libya", 2, "near") in places
    assert ("Tripoli", "Libya", 1, None) in places and ("Tripoli", "Lebanon", 1, None) in places
    assert ("Kandahar province", "Afghanistan", 2, None) in places
    coordinates = next(w for _, text, w in found if text == "Tarhuna")
    assert (round(coordinates["lat"], 1), round(coordinates["lon"], 1)) == (32.4, 13.6) and coordinates["reasons"]


def test_an_unknown_place_stays_unknown(case: Path) -> None:
    assert "not known to the gazetteer – The gazetteer has no place called 'Bir Ghurfa'." in run(
        case, "who", "Bir Ghurfa"
    )
    unknown = next(e["where"] for e in rows(case, "entities") if e["name"] == "Bir Ghurfa")
    assert unknown["lat"] is None and unknown["precision"] is None

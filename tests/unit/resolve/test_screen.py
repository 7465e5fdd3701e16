import json
import os
import time
from pathlib import Path

import pytest

from whence.model import Entity
from whence.resolve import Index, ListEntry, read_list, screen

SHARED = Path(os.environ.get("WHENCE_SHARED", Path(__file__).resolve().parents[4] / "shared"))
ENTRIES = [
    ListEntry("1", "X", "person", "HADDAD, Karim Youssef", ("ABU SALIM AL-TUNISI",), ("BAKER",), ("P",), ("Tunisia",)),
    ListEntry("2", "X", "person", "HADDAD, Hussein"),
    ListEntry("3", "X", "organization", "LIWA AL-TAWHID", ("TAWHID BRIGADES",)),
]


def person(*names: str) -> Entity:
    return Entity(names[0], "person", names[0], tuple((n, 1) for n in names))


@pytest.mark.parametrize("name", ["Karim Yusuf Haddad", "Karim Haddad", "Abou Salim al-Tounsi", "كريم يوسف حداد"])
def test_a_listed_person_is_found_by_every_spelling(name: str) -> None:
    (found,) = screen([person(name)], ENTRIES)

    assert found.entry.id == "1" and found.score > 0.6 and repr(name) in found.reasons[0]


@pytest.mark.parametrize("name", ["Hassan Haddad", "Karim Tunisi", "Haddad Youssef Salim", "Karim", "Baker"])
def test_others_are_not(name: str) -> None:
    assert [c for c in screen([person(name)], ENTRIES) if c.score > 0.75] == []


def test_a_body_is_found_by_the_meaning_of_its_words() -> None:
    (found,) = screen([Entity("e", "organization", "Tawhid Brigade", ())], ENTRIES[2:])

    assert found.entry.id == "3"


@pytest.mark.parametrize("name", ["Supreme Court", "South Coast", "Sonda Company"])
def test_two_letters_or_a_legal_form_find_nobody(name: str) -> None:
    entries = [ListEntry("1", "X", "organization", "ADP, S.C."), ListEntry("2", "X", "organization", "SC Trading S.A.")]

    assert list(screen([Entity("e", "organization", name, ())], entries)) == []


def test_a_shared_country_counts_and_another_is_said() -> None:
    plain, same, other = (
        next(iter(screen([person("Karim Haddad")], ENTRIES, countries=told)))
        for told in ({}, {"Karim Haddad": ["Tunisia"]}, {"Karim Haddad": ["Kenya"]})
    )
    assert same.score > plain.score == other.score
    assert "Both belong to Tunisia." in same.reasons and any("Kenya" in r for r in other.reasons)


@pytest.mark.parametrize(
    ("said", "listed", "effect"),
    [("1960-05", "12 Mar 1960", 1), ("1985", "circa 1960", -1), ("1961", "1960", 0), ("1985", "", 0)],
)
def test_a_year_of_birth_counts_for_or_against(said: str, listed: str, effect: int) -> None:
    entry = ListEntry("1", "X", "person", "HADDAD, Karim", dates=(listed,) if listed else ())
    (plain,) = screen([person("Karim Haddad")], [entry])
    (dated,) = screen([person("Karim Haddad")], [entry], dates={"Karim Haddad": [said]})

    assert (dated.score > plain.score) - (dated.score < plain.score) == effect


def test_a_country_is_one_by_name_and_by_code() -> None:
    entry = ListEntry("1", "X", "person", "HADDAD, Karim", countries=("tn",))
    (found,) = screen([person("Karim Haddad")], [entry], countries={"Karim Haddad": ["Tunisia"]})

    assert "Both belong to Tunisia." in found.reasons


def test_an_entity_of_another_type_is_not_asked_about() -> None:
    assert not list(screen([Entity("e", "place", "Karim Haddad", ())], ENTRIES))


@pytest.mark.slow
def test_a_whole_list_against_a_thousand_entities_takes_seconds() -> None:
    files = [SHARED / f"data/ofac_sdn/{name}.jsonl" for name in ("ofac_sdn", "un_consolidated")]
    if not all(f.is_file() for f in files):
        pytest.skip(f"no lists in {SHARED}; set WHENCE_SHARED to the folder that holds data/ofac_sdn")
    begun = time.process_time()
    index = Index(e for f in files for e in read_list(f))
    rows = [json.loads(line) for line in files[0].open()][:8000:16]
    kinds = {"Person": "person"}
    asked = [Entity(r["id"], kinds.get(r["schema"], "organization"), r["name"].title(), ()) for r in rows] * 2
    found = {c.entity for c in screen(asked, index) if c.entity == c.entry.id}
    wanted = {r["id"] for r in rows if r["schema"] in {"Person", "Organization"}}

    assert len(found & wanted) >= 0.98 * len(wanted)
    assert time.process_time() - begun < 60

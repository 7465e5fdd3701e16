import json
from pathlib import Path

import pytest

from whence.errors import BadInput
from whence.resolve import read_list

OFAC_ROW = {
    "id": "ofac-1", "schema": "Person", "name": "HADDAD, Karim", "aliases": [{"type": "aka", "name": "ABU SALIM"}],
    "weak_aliases": [{"type": "a.k.a.", "name": "THE BAKER"}], "programs": ["SDGT"], "dob": ["1960"],
    "nationality": ["Tunisia"], "addresses": [{"country": "Libya"}], "remarks": "",
}  # fmt: skip
UN_ROW = {
    "id": "un-2", "schema": "Organization", "name": "TAWHID FRONT", "list": "Somalia", "reference": "SOe.001",
    "aliases": [{"quality": "Good", "name": "JABHAT TAWHID"}, {"quality": "Low", "name": "The Front"}],
    "nationality": [], "comments": "x",
}  # fmt: skip
FTM_ROW = {
    "id": "Q1", "schema": "Person", "caption": "Karim Haddad", "datasets": ["x"],
    "properties": {"name": ["Karim Haddad"], "alias": ["Abu Salim"], "weakAlias": ["Baker"], "country": ["tn"]},
}  # fmt: skip
SDN_XML = """<?xml version="1.0"?><sdnList xmlns="http://example.org/sdn"><sdnEntry><uid>7</uid><firstName>Karim</firstName>
<lastName>HADDAD</lastName><sdnType>Individual</sdnType><programList><program>SDGT</program></programList>
<akaList><aka><category>strong</category><lastName>ABU SALIM</lastName></aka><aka><category>weak</category>
<lastName>BAKER</lastName></aka></akaList></sdnEntry>
<sdnEntry><uid>8</uid><lastName>SEA STAR</lastName><sdnType>Vessel</sdnType></sdnEntry></sdnList>"""
UN_XML = """<?xml version="1.0"?><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>9</DATAID>
<FIRST_NAME>Karim</FIRST_NAME>
<SECOND_NAME>Haddad</SECOND_NAME><UN_LIST_TYPE>Libya</UN_LIST_TYPE><REFERENCE_NUMBER>LYi.001</REFERENCE_NUMBER>
<NATIONALITY><VALUE>Tunisia</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Baker</ALIAS_NAME>
</INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""
SIMPLE_CSV = """id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset
Q1,Person,Karim Haddad,Abu Salim;Karim al-Haddad,1960,tn,,TN-1,EU list,,,x
Q2,Vessel,Sea Star,,,,,,,,,x
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "list"
    path.write_text(text, "utf-8")
    return path


def test_ofac_json_lines(tmp_path: Path) -> None:
    (entry,) = read_list(write(tmp_path, json.dumps(OFAC_ROW)))

    assert (entry.kind, entry.name, entry.aliases, entry.weak) == (
        "person",
        "HADDAD, Karim",
        ("ABU SALIM",),
        ("THE BAKER",),
    )
    assert (entry.programmes, entry.countries, entry.dates) == (("SDGT",), ("Tunisia", "Libya"), ("1960",))


def test_un_json_lines(tmp_path: Path) -> None:
    (entry,) = read_list(write(tmp_path, json.dumps(UN_ROW)))

    assert (entry.kind, entry.list, entry.identifiers) == ("organization", "UN Somalia", ("SOe.001",))
    assert (entry.aliases, entry.weak) == (("JABHAT TAWHID",), ("The Front",))


def test_followthemoney_json_lines(tmp_path: Path) -> None:
    (entry,) = read_list(write(tmp_path, json.dumps(FTM_ROW)))

    assert (entry.name, entry.aliases, entry.weak, entry.countries) == (
        "Karim Haddad",
        ("Karim Haddad", "Abu Salim"),
        ("Baker",),
        ("tn",),
    )


def test_sdn_xml_leaves_ships_out(tmp_path: Path) -> None:
    (entry,) = read_list(write(tmp_path, SDN_XML))

    assert (entry.id, entry.name, entry.aliases, entry.weak) == ("ofac-7", "HADDAD, Karim", ("ABU SALIM",), ("BAKER",))
    assert entry.programmes == ("SDGT",)


def test_un_xml(tmp_path: Path) -> None:
    (entry,) = read_list(write(tmp_path, UN_XML))

    assert (entry.id, entry.name, entry.list, entry.weak) == ("un-9", "Karim Haddad", "UN Libya", ("Baker",))
    assert (entry.countries, entry.identifiers) == (("Tunisia",), ("LYi.001",))


def test_opensanctions_csv(tmp_path: Path) -> None:
    (entry,) = read_list(write(tmp_path, SIMPLE_CSV))

    assert (entry.aliases, entry.dates, entry.programmes) == (("Abu Salim", "Karim al-Haddad"), ("1960",), ("EU list",))


@pytest.mark.parametrize("text", ["", "name;age\n", "<html></html>", '{"id": 1}\nnot json'])
def test_what_is_no_list_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput):
        list(read_list(write(tmp_path, text)))


def test_xml_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "HADDAD">]>' + SDN_XML.split("?>")[1].replace("<lastName>HADDAD", "<lastName>&a;")
    assert all("HADDAD" not in e.name for e in read_list(write(tmp_path, bomb)))

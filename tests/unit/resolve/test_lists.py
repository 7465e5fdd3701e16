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


FTM_COMPANY = {
    "id": "NK-7", "schema": "Company", "caption": "Harbourne", "datasets": ["x", "y"],
    "properties": {
        "name": ["Harbourne"], "registrationNumber": ["HR-1"], "jurisdiction": ["ke"],
        "sanctions": [{"id": "s1", "schema": "Sanction", "properties": {"program": ["Nested"]}}],
    },
}  # fmt: skip
SANCTION = {"id": "s2", "schema": "Sanction", "properties": {"entity": ["Q1"], "programId": ["P-1"], "name": ["no"]}}
SHIP = {"id": "v", "schema": "Vessel", "properties": {"name": ["Sea Star"]}}


@pytest.mark.parametrize("lines", [True, False], ids=["lines", "one list"])
def test_followthemoney_sanctions_are_told_of_those_they_point_at(tmp_path: Path, lines: bool) -> None:
    rows = [FTM_ROW, SANCTION, SHIP, FTM_COMPANY]
    text = "\n".join(map(json.dumps, rows)) if lines else json.dumps(rows, indent=1)

    man, company = read_list(write(tmp_path, text))

    assert (man.name, man.programmes) == ("Karim Haddad", ("P-1",))
    assert (company.kind, company.programmes, company.identifiers) == ("organization", ("Nested",), ("HR-1",))
    assert company.list == "x, y"


def test_identifiers_of_the_xml_lists_say_what_they_are(tmp_path: Path) -> None:
    papers = """<idList><id><idType>Passport</idType><idNumber>A1</idNumber><idCountry>Tunisia</idCountry></id>
    <id><idType>Gender</idType><idNumber>Male</idNumber></id></idList></sdnEntry>"""
    (sdn,) = read_list(write(tmp_path, SDN_XML.replace("</sdnEntry>", papers, 1)))
    document = """<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>B2</NUMBER>
    </INDIVIDUAL_DOCUMENT><NAME_ORIGINAL_SCRIPT>كريم حداد</NAME_ORIGINAL_SCRIPT>
    <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>"""
    (un,) = read_list(write(tmp_path, UN_XML.replace("</INDIVIDUAL>", document, 1)))

    assert sdn.identifiers == ("Passport A1 (Tunisia)",)
    assert un.identifiers == ("LYi.001", "Passport B2")
    assert (un.dates, un.aliases) == (("1960", "1962"), ("كريم حداد",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<sdnList></sdnList>", "no person and no body is on this list"),
        ("<CONSOLIDATED_LIST><INDIVIDUALS/></CONSOLIDATED_LIST>", "no person and no body is on this list"),
        ("[]", "no person and no body is on this list"),
        ("id,schema,name,aliases\n", "no person and no body is on this list"),
        (json.dumps(SHIP), "no person and no body is on this list"),
        ("schema,aliases,born\nPerson,x,1960\n", "the head line has no column id, name"),
        ("id;schema;name;aliases\n1;Person;Karim Haddad;\n", "Columns stand apart by commas"),
        ('id,schema,name,aliases\n1,Person,"Karim Haddad\n', "after line 1: the CSV is wrong"),
        (SDN_XML[:200], "the XML breaks off or is wrong"),
        ('{"name": "Karim Haddad"}', "entry 1: this is no entry of a list (it has no 'schema')"),
        ('<?xml version="1.0"?><Sanctions xmlns="http://www.un.org/sanctions/1.0"/>', "not sdn_advanced.xml"),
    ],
)
def test_what_is_wrong_with_a_list_is_told_with_its_name_and_the_next_step(
    tmp_path: Path, text: str, told: str
) -> None:
    path = write(tmp_path, text)

    with pytest.raises(BadInput) as error:
        list(read_list(path))

    assert told in str(error.value) and str(error.value).startswith(str(path)) and str(error.value).endswith(".")


def test_a_csv_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes("id,schema,name,aliases\n1,Person,José Pérez,\n".encode("latin-1"))

    with pytest.raises(BadInput, match="this is not UTF-8"):
        list(read_list(path))


@pytest.mark.parametrize(
    "text", ["", "name;age\n", "<html></html>", '{"id": 1}\nnot json', "[1]", "[", '{"properties": 3}']
)
def test_what_is_no_list_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput):
        list(read_list(write(tmp_path, text)))


def test_xml_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "HADDAD">]>' + SDN_XML.split("?>")[1].replace("<lastName>HADDAD", "<lastName>&a;")
    assert all("HADDAD" not in e.name for e in read_list(write(tmp_path, bomb)))

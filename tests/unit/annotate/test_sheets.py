"""Sheets: who is listed, under which names, born when and where, in which post."""

import pytest
from tests.support import read_body, words

NOTICE = """The following names were added to the list on Friday.

1. DUDA, Ivo Karol
Title: Colonel. DOB: 14/02/1968. POB: Lobos, Argentina. a.k.a: (1) OX (2) DUDA, Iwo Nationality: Polish Passport \
Number: P0987 Position: Deputy Chief of Staff of the Salt Guard Address: Lobos, Argentina. Listed on: 17 June 2021 \
Group ID: 14210.

Name: 1: ANA 2: MOR 3: na 4: na
Designation: a) Former governor of Jujuy b) Leader of the Front for Salt DOB: 9 Jan. 1970 Low quality a.k.a.: na \
Listed on: 22 Feb. 2018 Other information: Took part in the attack on the Lobos airfield in November 2017.
"""

REGISTER = """The following entities have been added to the register:

SALT FREIGHT S.A. (a.k.a. TIDE FREIGHT), Calle Mira 4, Lobos, Argentina; Organization Established Date 11 May 2009 \
[SALT].
"""

TABLE = """The council added two persons to its list on Friday.

Name\tDate of birth\tPosition\tDate of listing
Ana Mor\t19 July 1974\tDeputy Minister of Transport of Chad\t5 March 2022

\tName\tIdentifying information\tReasons
1.\tIvo DUDA\tDOB: 3.4.1965; POB: Lobos, Argentina; Function: Head of the Salt Guard\t\
Ivo Duda met Olga Paz in Osh in 2015.
"""

TOLD = [
    (NOTICE, "born", {"person": ["DUDA, Ivo Karol"], "place": ["Lobos"]}, "1968-02-14"),
    (NOTICE, "alias_of", {"bearer": ["DUDA, Ivo Karol"], "alias": ["OX"]}, None),
    (
        NOTICE,
        "holds_role",
        {"holder": ["DUDA, Ivo Karol"], "post": ["Deputy Chief of Staff"], "of": ["Salt Guard"]},
        None,
    ),
    (NOTICE, "designates", {"target": ["DUDA, Ivo Karol"]}, "2021-06-17"),
    (NOTICE, "holds_role", {"holder": ["ANA 2: MOR"], "post": ["governor"], "of": ["Jujuy"]}, None),
    (NOTICE, "holds_role", {"holder": ["ANA 2: MOR"], "post": ["Leader"], "of": ["Front for Salt"]}, None),
    (NOTICE, "attacks", {"target": ["Lobos airfield"]}, "2017-11"),
    (REGISTER, "formed", {"body": ["SALT FREIGHT S.A."]}, "2009-05-11"),
    (REGISTER, "alias_of", {"bearer": ["SALT FREIGHT S.A."], "alias": ["TIDE FREIGHT"]}, None),
    (TABLE, "born", {"person": ["Ana Mor"]}, "1974-07-19"),
    (TABLE, "holds_role", {"holder": ["Ana Mor"], "post": ["Deputy Minister of Transport"], "of": ["Chad"]}, None),
    (TABLE, "designates", {"target": ["Ana Mor"]}, "2022-03-05"),
    (TABLE, "holds_role", {"holder": ["Ivo DUDA"], "post": ["Head"], "of": ["Salt Guard"]}, None),
    (TABLE, "meets", {"participant": ["Ivo Duda"], "counterpart": ["Olga Paz"]}, "2015"),
]
PROSE = [
    "Ivo Duda (DOB: 3 May 1970; nationality: Polish) was arrested in Rome on Friday after a raid on two flats in which "
    "the police found a pistol, four telephones and some of the paintings that were stolen in May, and is to be heard "
    "by a judge on Monday.",
    "Position: the league must act. Address: it has none.",
    "He gave his name, his date of birth and his nationality, and was let go.",
]


@pytest.mark.parametrize(("text", "predicate", "wanted", "day"), TOLD)
def test_a_field_of_an_entry_is_a_claim(
    text: str, predicate: str, wanted: dict[str, list[str]], day: str | None
) -> None:
    doc, layers = read_body(text)
    found = [(words(doc, c), c.valid.edtf) for c in layers.claims if c.predicate == predicate]
    assert any(wanted.items() <= said.items() and day == when for said, when in found), found


def test_an_inverted_name_is_said_in_order() -> None:
    _, layers = read_body(NOTICE)
    assert {"Ivo Karol Duda", "Ana Mor"} <= {chain.name for chain in layers.chains}


def test_a_former_post_is_over_and_labels_are_nobody() -> None:
    doc, layers = read_body(NOTICE)
    posts = {doc.quote(c.argument("post").span): c.valid.ends for c in layers.claims if c.predicate == "holds_role"}
    assert posts["governor"] and not posts["Leader"]
    assert not {"Nationality", "Group ID", "DOB", "Position"} & {chain.name for chain in layers.chains}


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_labels_is_no_entry(text: str) -> None:
    _, layers = read_body(text)
    assert not [c for c in layers.claims if c.maker.rule.startswith("sheet.")]


def test_entries_on_lines_of_their_own_are_several() -> None:
    doc, layers = read_body(
        'Two men and a firm were listed on Friday.\n\nIndividuals:\nDUDA, Ivo (a.k.a. "OX"); DOB 14 Feb 1968.\n'
        "MOR, Ana (a.k.a. MOHR, Anna); DOB 9 Jan 1970.\nEntities:\nSALT FREIGHT (a.k.a. TIDE FREIGHT), Lobos.\n"
    )
    listed = {frozenset(doc.quote(span) for span in chain.mentions) for chain in layers.chains}

    assert {"DUDA, Ivo", "OX"} in listed and {"MOR, Ana", "MOHR, Anna"} in listed
    assert {"SALT FREIGHT", "TIDE FREIGHT"} in listed

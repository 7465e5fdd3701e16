"""Arguments that are somebody else's, sentences that tell of no deed, and who goes on to speak."""

import pytest
from tests.support import read_body, words

from whence.model import Document
from whence.pipeline import annotate_document

NOT = [
    ("Ada Mensah has been designated president of the Harbour Court.", "designates"),
    ("“We saw nothing,” the driver told Coast Wire.", "orders"),
    ("Nine judges make up the Harbour Court.", "formed"),
    ("Ada Mensah was welcomed by the abbot Ivo Duda at the gate.", "praises"),
    ("A civil war overthrew the Harbour Court in 1951.", "opposes"),
    ("Ivo Duda armed himself with a spade.", "supports"),
    ("The indictment accuses Ivo Duda of bribing a guard.", "accuses"),
    ("The other clinics form the Lake Health Service, comprising three hospitals.", "formed"),
    ("The only way for guests to travel to Malta is by mail boat.", "visits"),
    ("The only way for guests to travel to Malta is via the mail boat or the ferry.", "visits"),
    ("Ada Mensah entered the Kansas Senate in January 1993 and sat there until 2001.", "visits"),
    ("Ivo Duda returned to Malta for the 2009 season but played only twice.", "visits"),
    ("Ivo Duda returned to Malta on loan in January.", "visits"),
    ("Ivo Duda came to Malta as a refugee in 1979.", "visits"),
    ("The Herald spoke with Ada Mensah about the drought.", "meets"),
    ("Ada Mensah spoke with Ivo Duda by telephone on Monday.", "meets"),
    ("Ada Mensah was the spiritual successor to Ivo Duda.", "succeeds"),
    ("Ada Mensah attacked Ivo Duda in a speech on Monday.", "attacks"),
    ("The senator attacked Ivo Duda for his handling of the strike.", "attacks"),
    ("The newspaper attacked the mayor Ivo Duda on Monday.", "attacks"),
    ("Ada Mensah bombarded the ministry with letters.", "bombs"),
    ("Osk Rovers meet Lima Town in the cup final on Sunday.", "meets"),
    ("Since 1880 he held various ministries including Finance, Justice and Interior.", "controls"),
    ("The Second Boer War toppled the Kruger government.", "opposes"),
    ("A fever attacked Ivo Duda in 1911.", "attacks"),
    ("The guard admits that his cousin has armed himself with a shotgun.", "supports"),
    ("Ada Mensah tells Ruth Mor the real reason she wanted the role was to copy her.", "orders"),
    ("The village is known for the shape of two of its bridges.", "counts"),
    ("However, there was no reply from the ministry, Ivo Duda stated.", "denies"),
    ("Two officers of an elite Battalion are being held. The Salt Battalion was sent home.", "member_of"),
    ("The Archive for Songs of the Northern Islands (ASNI) was opened in 2003.", "member_of"),
]


@pytest.mark.parametrize(("text", "predicate"), NOT)
def test_nothing_of_the_kind_is_told(text: str, predicate: str) -> None:
    _, layers = read_body(text)

    assert [c for c in layers.claims if c.predicate == predicate] == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Gunmen attacked Ivo Duda in Malta for his watch.", "attacks"),
        ("Rebels attacked the port in Malta with rifles.", "attacks"),
        ("Leaders of the Salt League met the Harbour Board in Malta.", "meets"),
        ("Colonel Ivo Duda entered Malta on Monday.", "visits"),
        ("Ivo Duda returned to Malta for the funeral of a friend.", "visits"),
        ("Ada Mensah spoke with Ivo Duda on the sidelines of the summit.", "meets"),
        ("Ada Mensah spoke with Ivo Duda in Malta.", "meets"),
        ("Ada Mensah told the guards to clear the square.", "orders"),
    ],
)
def test_what_stands_near_is_told(text: str, predicate: str) -> None:
    _, layers = read_body(text)

    assert [c for c in layers.claims if c.predicate == predicate] != []


def test_a_bracket_of_entries_elects_only_who_stands_before_it() -> None:
    doc, layers = read_body("The death of Councillor Ewan Laird (Labour, Kelty North, elected 5 May 1949) was told.")
    elected = [words(doc, c)["elected"] for c in layers.claims if c.predicate == "elects"]

    assert elected == [["Ewan Laird"]]


def test_a_divorce_ends_a_marriage() -> None:
    _, layers = read_body("Ada Mensah divorced Ivo Duda in 2017.")

    assert [c.valid.edtf for c in layers.claims if c.predicate == "family_of"] == ["../2017"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ruth Mor (May 2, 1871--June 9, 1944) was a botanist.", {"born": "1871-05-02", "died": "1944-06-09"}),
        ("Ruth Mor (July 8, 1901*-- May 3, 1977) was a botanist.", {"born": "1901-07-08", "died": "1977-05-03"}),
        ("Ruth Mor (born circa 1990 -- January 15, 2006) was a swimmer.", {"born": "1990~"}),
    ],
)
def test_a_life_with_two_hyphens_is_a_life(text: str, told: dict[str, str]) -> None:
    _, layers = read_body(text)

    dated = [c for c in layers.claims if c.predicate in ("born", "died") and c.valid.edtf]
    assert {c.predicate: c.valid.edtf for c in dated} == told


@pytest.mark.parametrize(
    ("text", "predicate", "role", "wrong"),
    [
        ("Malta received the backing of the Dockers' League.", "supports", "supporter", "Malta"),
        (
            "What do the armed forces think about the mines that sank and killed nine?",
            "kills",
            "killer",
            "armed forces",
        ),
        ("Talks between the Salt Front and president Ivo Duda’s government failed.", "holds_role", "of", "Salt Front"),
        (
            "Police reported that gunmen overran a village and burned the offices of Osk Bank.",
            "attacks",
            "attacker",
            "Police",
        ),
        ("A waiter was killed together with four guests, three Danes, and a Peruvian.", "kills", "weapon", "Peruvian"),
        ("The killing of Peruvian bishop Luis Arroyo was never solved.", "holds_role", "of", "Peruvian"),
        ("Sir Hugo Vale, 2nd Baron Osk (4 May 1801 – 9 June 1870) was a judge.", "born", "person", "Baron Osk"),
    ],
)
def test_an_argument_is_not_that_of_another(text: str, predicate: str, role: str, wrong: str) -> None:
    doc, layers = read_body(text)
    told = [words(doc, c) for c in layers.claims if c.predicate == predicate]

    assert all(wrong not in t.get(role, []) for t in told)


def test_a_body_of_the_second_post_is_not_that_of_a_trade() -> None:
    doc, layers = read_body("Ruth Kemp, a school teacher and chairwoman of the Salt League, spoke first.")
    held = [words(doc, c) for c in layers.claims if c.predicate == "holds_role"]

    assert {t["post"][0] for t in held if "Salt League" in t.get("of", [])} == {"chairwoman"}


def test_a_deed_is_laid_at_the_door_of_whom_it_is_attributed_to() -> None:
    doc, layers = read_body("Prosecutors attributed the murder of Leo Brun to the Salt League.")
    told = [words(doc, c) for c in layers.claims if c.predicate == "accuses"]

    assert {w for t in told for w in t["accused"]} == {"Salt League"}
    assert {w for t in told for w in t["content"]} == {"the murder of Leo Brun"}


def test_a_sum_counts_what_it_is_given_in() -> None:
    doc, layers = read_body("The union has given $2 million in legal aid to the miners.")
    told = [words(doc, c) for c in layers.claims if c.predicate == "counts"]

    assert [t["counted"] for t in told] == [["legal aid"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The clerk met Ivo Duda. An envoy said that Duda was tired. He added: “His sons will not wait.”", "An envoy"),
        (
            "Ana Mor met Ivo Duda. Carl Vale said that Duda was tired.\n\n“The killings worry us,” he added.",
            "Carl Vale",
        ),
    ],
)
def test_whoever_spoke_last_goes_on(text: str, who: str) -> None:
    doc = Document.of(text, source="test")
    layers = annotate_document(doc, {})
    said = [words(doc, c)["speaker"] for c in layers.claims if c.predicate == "says"]

    assert [w for w in said[-1] if w != "He"][-1] == who


def test_the_brothers_are_no_sons() -> None:
    doc, layers = read_body("Ivo Duda ruled. The war was fought between his sons Jan and Luis and his brother Tom.")
    told = [words(doc, c) for c in layers.claims if c.predicate == "family_of"]

    assert not any("Tom" in t["person"] and "sons" in t["kin"] for t in told)

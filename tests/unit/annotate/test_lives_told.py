"""Lives as encyclopedias tell them: seats that are only stood for, parts that are played, times of the next post."""

import pytest
from tests.support import read_body, words

from whence.model import Claim, Document

SOUGHT = [
    ("In 1902, Jan Lund stood for the Harbour Council, losing to Cornelis Roos.", "member_of"),
    ("Ada Mensah was a candidate for the Osh City Council in 1999.", "member_of"),
    ("In 1958 Ada Mensah was considered for minister of works.", "holds_role"),
    ("In 1958 Ada Mensah was considered for minister of works.", "appoints"),
    ("Ada Mensah contested the 2004 election for the National Assembly.", "opposes"),
    ("Ivo Duda had worked with the Harbour Trio and the Salt Band.", "member_of"),
]
PLAYED = [
    ("Ada Mensah appeared as Nurse Kelly in the film The Ward.", "alias_of"),
    ("Ada Mensah played the mayor Tom Hobbs in the series Harbour.", "holds_role"),
    ("Ada Mensah starred as Queen Elinor, the sister of King Rolf.", "family_of"),
    ("Ivo Duda published The Senator, a novel about a judge who is murdered by his son.", "family_of"),
    ("Ada Mensah wrote a play in which the mayor of Osh kills his wife.", "kills"),
]
IN_ITS_TIME = [
    ("Ada Mensah was a member of the Dike League and its treasurer from 1904 until 1912.", "member_of", None),
    ("Ada Mensah was a member of the Dike League and its treasurer from 1904 until 1912.", "holds_role", "1904/1912"),
    ("Ada Mensah is a member of the Council on Ports (CP) since 2012.", "alias_of", None),
    ("In 1958, Ivo Duda was a clerk, and he later became the treasurer of the yard.", "holds_role", None),
    ("Ivo Duda left the Dike League in 1994.", "member_of", "../1994"),
    ("Ivo Duda was a clerk. A member of the League from 1909, he was sentenced to six years in jail.", "charges", None),
    ("Elsie Kranz sold the club to a group led by the banker Bob Dunning in 1988.", "commands", None),
    ("Ivo Duda was accused of theft but was acquitted in 1813.", "accuses", None),
]


BRACKETS = [
    ("Lew Hale (April 25, 1878--March 19, 1961) was a clerk.", "1878-04-25", "1961-03-19"),
    ("Paul Lind (July 9, 1914*-- May 3, 1988) was a captain.", "1914-07-09", "1988-05-03"),
    ("Jon Berg (b. 12 March 1956; d. 2004) was a painter.", "1956-03-12", "2004"),
    ("Rosa Lind (1882--1979) was a nurse.", "1882", "1979"),
]
STAYING = [
    "Ada Mensah will leave the Dike League in May.",
    "Ada Mensah wants to quit the Dike League.",
]
NO_MEMBERS = [
    "Ada Mensah left Delta-related work in May.",
    "Ada Mensah of the Osk West constituency was elected.",
]
NO_PARTS = [
    "The Reed Worker's Party met.",
    "The Judicial Council's Tube channel is new.",
]
AFTERWARDS = [
    "To mark the tenth anniversary of her death, Ada Mensah honoured Rita Paz.",
    "On the anniversary of his death, Ivo Duda laid a wreath for the king.",
]


def read(text: str, predicate: str) -> tuple[Document, list[Claim]]:
    doc, layers = read_body(text)
    return doc, [c for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(("text", "predicate"), SOUGHT)
def test_who_stands_for_a_seat_has_none(text: str, predicate: str) -> None:
    assert read(text, predicate)[1] == []


@pytest.mark.parametrize(("text", "predicate"), PLAYED)
def test_whoever_is_played_did_nothing(text: str, predicate: str) -> None:
    assert read(text, predicate)[1] == []


@pytest.mark.parametrize(("text", "born", "died"), BRACKETS)
def test_two_dates_in_a_bracket_are_a_life(text: str, born: str, died: str) -> None:
    assert [c.valid.edtf for c in read(text, "born")[1]] == [born]
    assert [c.valid.edtf for c in read(text, "died")[1]] == [died]


@pytest.mark.parametrize("text", STAYING)
def test_who_is_to_leave_belongs_to_a_body(text: str) -> None:
    found = read(text, "member_of")[1]

    assert {(c.polarity, c.certainty, c.valid.edtf) for c in found} == {("affirmed", "asserted", None)}


@pytest.mark.parametrize("text", NO_MEMBERS)
def test_a_name_before_a_noun_is_no_body_of_the_one_before_it(text: str) -> None:
    assert read(text, "member_of")[1] == []


@pytest.mark.parametrize("text", NO_PARTS)
def test_half_a_name_is_no_part(text: str) -> None:
    assert read(text, "part_of")[1] == []


def test_letters_in_brackets_are_a_short_form() -> None:
    assert read("The Sea Sensor for Active L-band Tests (SALT) flew.", "member_of")[1] == []
    assert read("Jan Novak (SPD) won the seat.", "member_of")[1] != []


@pytest.mark.parametrize("text", AFTERWARDS)
def test_who_remembers_a_death_is_not_dead(text: str) -> None:
    doc, layers = read_body(text)
    told = {a.antecedent for c in layers.claims if c.predicate == "died" for a in c.arguments}

    assert all(span is None or doc.quote(span) != "Ada Mensah" for span in told)


def test_a_death_has_no_time_of_its_telling() -> None:
    told = read("The League commented on the death of Ivo Duda on 30 June 1990.", "died")[1]
    own = read("The death of Ivo Duda in 1990 shocked Osh.", "died")[1]

    assert [c.valid.edtf for c in told] in ([None], [])
    assert [c.valid.edtf for c in own] == ["1990"]
    vacant = read("The vote was caused by the death of Ivo Duda (Reed Party) on 17 May 1886.", "died")[1]
    assert [c.valid.edtf for c in vacant] == ["1886-05-17"]


def test_who_was_born_somewhere_though_unknown_there_was_born_there() -> None:
    found = read("Although Ivo Duda was born in Osh, he was unknown in his country until 1990.", "born")[1]

    assert [c.certainty for c in found] == ["asserted"]


@pytest.mark.parametrize(("text", "predicate", "time"), IN_ITS_TIME)
def test_a_claim_has_no_time_of_another(text: str, predicate: str, time: str | None) -> None:
    assert time in [c.valid.edtf for c in read(text, predicate)[1]]


def test_what_is_said_of_an_actor_is_read() -> None:
    assert read("Ada Mensah, the sister of Ivo Duda, starred in the film The Ward.", "family_of")[1] != []
    assert read("Ada Mensah stood down as mayor of Osh.", "holds_role")[1] != []


def test_kin_of_two_are_one() -> None:
    doc, found = read("Ada Mensah was a daughter of the poet Olaf Lund and a cousin of Nils Berg.", "family_of")

    assert all(words(doc, c)["person"] == ["Ada Mensah"] for c in found)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The court can seat 900, but the field takes a Falcon 747, a big plane.", "counts"),
        ("On Monday, Delta announced new 9th gen Core Ten chips.", "holds_rank"),
        ("Its former subsidiary Delta Aero was sold to Vickering in 1962.", "part_of"),
    ],
)
def test_no_argument_is_what_it_cannot_be(text: str, predicate: str) -> None:
    doc, found = read(text, predicate)

    assert not [c for c in found if "747" in str(words(doc, c)) or predicate != "counts"]


def test_one_of_several_is_the_one_told_of() -> None:
    doc, (claim,) = read("Ivo Duda was the youngest of three sons of the judge Marko Duda.", "family_of")
    assert words(doc, claim)["person"] == ["Ivo Duda"]
    doc, (claim,) = read("The Osh Post is one of the titles owned by Marlow Media.", "owns")
    assert words(doc, claim)["owned"] == ["Osh Post"]


def test_who_succeeds_and_is_succeeded_is_one() -> None:
    doc, found = read("Ada Mensah succeeded her father in 1950 and was succeeded by Yaw Boateng.", "succeeds")

    assert ["Ada Mensah"] in [words(doc, c)["predecessor"] for c in found]
    assert ["Yaw Boateng"] in [words(doc, c)["successor"] for c in found]


def test_what_is_a_maker_is_a_body() -> None:
    doc, (claim,) = read("Brightwater Engines is a British manufacturer of engines based in Lowestoft.", "based_in")

    assert words(doc, claim)["body"] == ["Brightwater Engines"]


def test_the_accuser_stands_behind_by() -> None:
    doc, (claim,) = read("Ivo Duda was accused of cowardice by the general.", "accuses")

    assert words(doc, claim)["accuser"] == ["general"]
    assert words(doc, claim)["content"] == ["of cowardice"]


def test_a_month_may_be_a_given_name() -> None:
    doc, (claim,) = read("August Vollmar became a conductor.", "holds_role")

    assert words(doc, claim)["holder"] == ["August Vollmar"]
    doc, (claim,) = read("In August Vollmar became a conductor.", "holds_role")
    assert words(doc, claim)["holder"] == ["Vollmar"]

"""The head of an official paper: what is of the head, and whose office it names."""

import pytest

from whence.segment.official import (
    find_office,
    is_address,
    is_addressed,
    is_firm,
    is_labelled,
    is_realm,
    is_series,
    names_paper,
    tells_nothing,
)


@pytest.mark.parametrize("line", ["Republic of Tarvia", "KINGDOM OF HALLAND", "The Commonwealth of Ostia"])
def test_the_state_above_the_office(line: str) -> None:
    assert is_realm(line)
    assert find_office(line) is None


@pytest.mark.parametrize("line", ["State Police of North Carden", "Union leader held"])
def test_a_line_that_is_no_state(line: str) -> None:
    assert not is_realm(line)


@pytest.mark.parametrize(
    "line", ["Occasional Paper 12", "Case No. HC-2021-0447", "NOTICE No. 33 of 2022", "Press bulletin 211/2019"]
)
def test_the_number_of_a_paper(line: str) -> None:
    assert is_series(line)


@pytest.mark.parametrize("line", ["Four held in case of the stolen coins", "Order restored after 12 days of strikes"])
def test_a_headline_gives_no_number(line: str) -> None:
    assert not is_series(line)
    assert not tells_nothing(line)


def test_an_address() -> None:
    assert is_address("14 Harbour Street, Port Isolde")
    assert is_address("Old Customs House, Oslo")
    assert not is_address("12 dockers killed in street fight")
    assert not is_address("Fire in Oslo, nobody hurt")


def test_a_paper_is_sent_to_somebody() -> None:
    assert is_addressed("To the Commissioner, Bureau of Roads")
    assert not is_addressed("To the last man.")


def test_fields_of_the_head() -> None:
    assert is_labelled("RNS Number : 4471Q")
    assert is_labelled("Councillors present: Ada Holm, Jon Vik")
    assert is_labelled("Distr.: General")
    assert not is_labelled("Exclusive: minister owned the quarry")


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("IN THE HIGH COURT OF SOLANDRA", "HIGH COURT OF SOLANDRA"),
        ("Town of Melbeck", "Town of Melbeck"),
        ("Eastmarch School District", "Eastmarch School District"),
        ("Pellworth Mining PLC", "Pellworth Mining PLC"),
    ],
)
def test_an_office_above_the_title(line: str, office: str) -> None:
    found = find_office(line)

    assert found is not None
    assert line[slice(*found)] == office


@pytest.mark.parametrize("line", ["Ada Holm", "Court frees minister", "Appointment of the Board of the Lottery"])
def test_a_line_without_an_office(line: str) -> None:
    assert find_office(line) is None


def test_a_firm_and_its_legal_form() -> None:
    assert is_firm("Eastern Line Gas PLC")
    assert not is_firm("Gas prices fall")


def test_a_title_that_says_what_the_paper_is() -> None:
    assert names_paper("Minutes of the special session held on March 3, 2021")
    assert not names_paper("Minutes before the crash")

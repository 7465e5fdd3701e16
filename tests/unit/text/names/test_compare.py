from itertools import combinations
from math import log

import pytest

from whence.errors import UnknownName
from whence.names import compare, parse
from whence.text.names.align import align
from whence.text.names.compare import falls_below, score_aligned

SAME = 0.75
OTHER = 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Karim Haddad", "Kareem Haddad"),
        ("Karim Haddad", "General Karim al-Haddad"),
        ("Karim Haddad", "HADDAD, Karim"),
        ("Karim Haddad", "كريم حداد"),
        ("Ivan Sidorov", "Іван Сидоров"),
        ("Ivan Sidorov", "Ivan Petrovich Sidorov"),
        ("Abdulkarim Haddad", "Abd el-Karim Haddad"),
        ("Joseph Okello", "J. Okello"),
        ("Joseph Okello", "Joseph Okelo"),
        ("Wang Wei", "王伟"),
    ],
)
def test_one_person_spelled_in_two_ways(a: str, b: str) -> None:
    assert compare(a, b).score >= SAME <= compare(b, a).score


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hassan Haddad", "Hussein Haddad"),
        ("Karim Haddad", "Karim Tunisi"),
        ("Karim Haddad", "Salim Haddad"),
        ("Fahd bin Salim Haddad", "Salim bin Fahd Haddad"),
        ("Ivan Petrovich Sidorov", "Ivan Ilyich Sidorov"),
        ("王伟", "王健"),
        ("John Carver Jr.", "John Carver Sr."),
        ("Pio Almeida II", "Pio Almeida III"),
    ],
)
def test_two_people_stay_two(a: str, b: str) -> None:
    assert compare(a, b).score < OTHER


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tawhid Brigades", "Liwa al-Tawhid"),
        ("National Front of Nowhere", "NFN"),
        ("Harbour Trading GmbH", "Harbour Trading"),
        ("Northern Command", "NORTHCOM"),
        ("Organisation for Growth", "Organization for Growth"),
        ("NFN-RC", "NFN Relief Corps"),
    ],
)
def test_one_body_named_in_two_ways(a: str, b: str) -> None:
    assert compare(a, b, kind="organization").score >= SAME <= compare(b, a, kind="organization").score


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ministry of Defence of Kenya", "Ministry of Defence of Uganda"),
        ("Harbour Bank", "Mountain Bank"),
        ("13th Brigade", "30th Brigade"),
        ("Youth Wing of the Green Party", "Green Party"),
        ("Tawhid Brigades", "Lebanese Tawhid"),
    ],
)
def test_two_bodies_stay_two(a: str, b: str) -> None:
    assert compare(a, b, kind="organization").score < OTHER


def test_the_reasons_name_the_words_they_are_about() -> None:
    reasons = compare("Hassan Haddad", "Hussein Haddad").reasons
    assert reasons[0].startswith("The consonants are the same, but the vowels make it another name")
    assert "'Hassan' and 'Hussein'" in reasons[0] and all(r.endswith(".") for r in reasons)


def test_a_slip_counts_less_than_agreement_and_more_than_another_name() -> None:
    exact, slip, other = (
        compare("Joseph Okello", b).score for b in ("Joseph Okello", "Joseph Okelli", "Joseph Mwangi")
    )
    assert exact > slip > other


def test_reasons_name_the_words_in_the_order_of_the_first_name() -> None:
    reasons = compare("Mirage Lagoon Harvest", "Harvest Mirage Lagoon", kind="organization").reasons

    assert any(r.endswith(": 'Mirage', 'Lagoon', 'Harvest'.") for r in reasons)


@pytest.mark.parametrize("kind", ["person", "organization"])
def test_what_falls_below_is_told_as_by_the_score(kind: str) -> None:
    names = [
        parse(n, kind) for n in ("Karim Haddad", "Karim Tunisi", "Hassan Haddad", "Bank of Sur", "Sur Bank", "KBS")
    ]
    for a, b in combinations(names, 2):
        al = align(a, b)
        log_odds = log(score_aligned(al) / (1 - score_aligned(al)))
        assert falls_below(al, log_odds + 0.1) and not falls_below(al, log_odds - 0.1)


def test_nothing_to_compare_is_said_and_not_scored() -> None:
    found = compare("", "Karim")
    assert found.score == 0 and found.reasons == ("There is no name to compare.",)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnknownName, match="kind of name"):
        compare("a", "b", kind="ship")


@pytest.mark.parametrize("word", ["Central", "National", "Development", "Commercial"])
def test_the_bank_of_a_country_with_a_further_word_is_asked_about(word: str) -> None:
    assert compare("Bank of Ruvenia", f"{word} Bank of Ruvenia", kind="organization").score < 0.85


def test_two_surnames_the_other_way_round_are_another_family() -> None:
    found = compare("Ines Ibarra Quinones", "Ines Quinones Ibarra")

    assert found.score < 0.85 and "surnames" in " ".join(found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Conselho da Resistencia", "Resistance Council"),
        ("Pesca Azul Lda", "Blue Fishing"),
        ("Istituto Verde", "Green Institute"),
        ("Iglesia Libre", "Free Church"),
        ("Hermandad del Norte", "Brotherhood of the North"),
    ],
)
def test_a_body_is_known_under_its_name_in_another_language(one: str, other: str) -> None:
    assert compare(one, other, kind="organization").score > 0.85

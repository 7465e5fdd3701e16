"""Pairs of names as a stranger would try them: invented bearers, many scripts and languages."""

import pytest

from whence.names import compare

SAME = [
    ("김민수", "Kim Min-su"),
    ("이승호", "Lee Seung-ho"),
    ("박지훈", "Park Jihoon"),
    ("노태우", "Roh Tae-woo"),
    ("やまもと けんじ", "Kenji Yamamoto"),
    ("ケンジ・ヤマモト", "Kenji Yamamoto"),
    ("山本健二", "Yamamoto Kenji"),
    ("小林 誠", "Makoto Kobayashi"),
    ("राजेश कुलकर्णी", "Rajesh Kulkarni"),
    ("प्रियंका चौधरी", "Priyanka Chaudhary"),
    ("নাসরিন আক্তার", "Nasrin Akter"),
    ("முருகன் செல்வம்", "Murugan Selvam"),
    ("രാജൻ നായർ", "Rajan Nair"),
    ("ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", "Gurpreet Singh"),
    ("ተስፋዬ ገብረማርያም", "Tesfaye Gebremariam"),
    ("ብርሃኑ ነጋ", "Berhanu Nega"),
    ("สมชาย ศรีสุข", "Somchai Srisuk"),
    ("Γιάννης Αντωνίου", "Yannis Antoniou"),
    ("Ευάγγελος Μπακόλας", "Evangelos Bakolas"),
    ("Γιώργος Ντούκας", "Giorgos Doukas"),
    ("ნინო წერეთელი", "Nino Tsereteli"),
    ("Հովհաննես Գրիգորյան", "Hovhannes Grigoryan"),
    ("Юрій Хмельницький", "Yuriy Khmelnytskyi"),
    ("欧阳明", "Ouyang Ming"),
    ("Becky Shaw", "Rebecca Shaw"),
    ("Beppe Lombardi", "Giuseppe Lombardi"),
    ("Kolya Orlov", "Nikolai Orlov"),
    ("Maria Gomez née Duarte", "Maria Duarte"),
    ("Susan Whitaker (born Susan Blythe)", "Susan Blythe"),
    ("Anna Holt a.k.a. Nina Voss", "Nina Voss"),
    ("J. P. Hartley", "John Paul Hartley"),
    ("van der Berg, Pieter", "Pieter van den Berg"),
]
OTHER = [
    ("김민수", "Kim Min-ji"),
    ("김민수", "김민지"),
    ("이승호", "Lee Sung-hwan"),
    ("やまもと けんじ", "Kenji Yamada"),
    ("山本健二", "山本健一"),
    ("ተስፋዬ ገብረማርያም", "Tesfaye Gebremedhin"),
    ("አበበ በቀለ", "Kebede Alemu"),
    ("王伟国", "Wang Weimin"),
    ("सुनीता शर्मा", "Sunil Verma"),
    ("Umm Khalid", "Abu Khalid"),
    ("Harold Finch Jr.", "Harold Finch Sr."),
    ("Oleg Petrovich Sidorov", "Oleg Ivanovich Sidorov"),
    ("Mahmoud ibn Khalid al-Masri", "Khalid ibn Mahmoud al-Masri"),
]
SAME_BODY = [
    ("Arbeiterpartei", "Workers' Party"),
    ("Hafenbehörde Lindau", "Lindau Port Authority"),
    ("Gewerkschaft der Hafenarbeiter", "Dockworkers' Union"),
    ("Banco Nacional de Fomento", "National Development Bank"),
    ("Front Populaire de Libération", "People's Liberation Front"),
    ("Cámara de Comercio", "Chamber of Commerce"),
    ("Umut Partisi", "Hope Party"),
    ("Εθνική Τράπεζα", "National Bank"),
    ("საქართველოს ბანკი", "Bank of Georgia"),
    ("XIV Corps", "14th Corps"),
    ("Arrayan Shipping, formerly Costa Lines", "Costa Lines"),
    ("Bundesministerium der Finanzen", "Federal Ministry of Finance"),
    ("ООО «Севертранс»", "Severtrans LLC"),
]
OTHER_BODY = [
    ("Ministry of Finance", "Ministry of Defence"),
    ("Ravona Port Authority", "Ravona Airport Authority"),
    ("Meridian Holdings Inc.", "Meridian Capital Inc."),
    ("Croissant-Rouge", "Red Cross"),
    ("Kalindi Motors", "Kalindi Steel"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_in_two_scripts_or_forms(one: str, other: str) -> None:
    assert compare(one, other).score > 0.7


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_people_whatever_the_script(one: str, other: str) -> None:
    assert compare(one, other).score < 0.5


@pytest.mark.parametrize(("one", "other"), SAME_BODY)
def test_one_body_in_two_languages(one: str, other: str) -> None:
    assert compare(one, other, kind="organization").score > 0.7


@pytest.mark.parametrize(("one", "other"), OTHER_BODY)
def test_two_bodies_that_share_words(one: str, other: str) -> None:
    assert compare(one, other, kind="organization").score < 0.5


@pytest.mark.parametrize(("one", "other", "kind"), [(*pair, "person") for pair in SAME + OTHER])
def test_the_order_of_two_names_says_nothing(one: str, other: str, kind: str) -> None:
    assert compare(one, other, kind=kind).score == pytest.approx(compare(other, one, kind=kind).score)


def test_a_name_that_states_another_says_which_was_compared() -> None:
    found = compare("Maria Gomez née Duarte", "Maria Duarte")

    assert found.reasons[0] == "Of the names that 'Maria Gomez née Duarte' gives 'Maria Duarte' is compared."


def test_a_year_of_birth_is_no_other_name() -> None:
    assert compare("Maria Gomez (born 1970)", "Maria Gomez").score > 0.9


def test_a_slip_that_makes_another_known_name_counts_against() -> None:
    slip, name = compare("Rajesh Kulkarni", "Rajezh Kulkarni"), compare("Rajesh Kulkarni", "Ramesh Kulkarni")

    assert name.score < slip.score
    assert "What looks like a slip is a name of its own on both sides: 'Rajesh' and 'Ramesh'." in name.reasons


def test_words_of_two_scripts_are_not_the_same_letters() -> None:
    said = " ".join(compare("Тарас Бондаренко", "Taras Bondarenko").reasons)

    assert "letter for letter" not in said


def test_a_hospital_of_a_university_is_told_by_its_second_sort() -> None:
    found = compare("Northgate University Hospital", "Northgate University", kind="organization")

    assert found.score < compare("Northgate University", "University of Northgate", kind="organization").score
    assert any("goes on to another sort" in reason for reason in found.reasons)

"""Bodies named in other scripts beside their names in English; and names that only look alike across scripts."""

import pytest

from whence.names import compare
from whence.text.names import parse

SAME = [
    ("Министерство энергетики", "Ministry of Energy"),
    ("Міністерство внутрішніх справ Молдови", "Moldovan Ministry of Interior"),
    ("Служба безпеки Литви", "Служба безопасности Литвы"),
    ("Верховный суд", "Supreme Court"),
    ("Народный фронт освобождения", "Popular Liberation Front"),
    ("وزارة الصحة العمانية", "Ministry of Health of Oman"),
    ("شركة النفط الوطنية", "National Oil Company"),
    ("حزب العمال", "Workers' Party"),
    ("جبهه آزادیبخش ملی", "National Liberation Front"),
    ("משרד הביטחון", "Ministry of Defence"),
    ("Bundesministerium für Gesundheit", "Ministry of Health"),
]
OTHER = [
    ("Министерство энергетики Казахстана", "Ministry of Energy of Uzbekistan"),
    ("Министерство энергетики", "Ministry of Health"),
    ("وزارة الصحة", "Ministry of Defence"),
    ("وزارة الداخلية", "وزارة الدفاع"),
    ("Народна партія", "Аграрна партія"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_body_in_its_own_script_is_the_body_in_english(one: str, other: str) -> None:
    assert compare(one, other, kind="organization").score > 0.7


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_land_or_field_is_another_body_in_any_script(one: str, other: str) -> None:
    assert compare(one, other, kind="organization").score < 0.5


def test_case_and_gender_of_a_cyrillic_word_say_nothing() -> None:
    found = [parse(n, "organization").parts[0].meaning for n in ("Народный дом", "Народная воля", "Народного собрания")]
    assert found == ["popular"] * 3


@pytest.mark.parametrize(
    ("one", "other"),
    [("ნინო ბერიძე", "Nino Beridze"), ("Անուշ Հարությունյան", "Anush Harutyunyan"), ("حسن نادري", "Hassan Naderi")],
)
def test_people_in_other_alphabets(one: str, other: str) -> None:
    assert compare(one, other).score > 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [("Wang Jianguo", "Weng Jianguo"), ("Pham Van Duc", "Pham Thi Duc")],
)
def test_another_family_or_middle_name_is_another_person(one: str, other: str) -> None:
    assert compare(one, other).score < 0.5

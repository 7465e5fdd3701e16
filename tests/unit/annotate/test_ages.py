"""How old somebody is, in the shapes in which news give it."""

import pytest
from tests.support import read_body


def ages(say: str) -> list[tuple[str, float | None, str]]:
    """Who is how old, and whether it is affirmed."""
    doc, layers = read_body(say)
    found = []
    for claim in layers.claims:
        counted, number = claim.argument("counted"), claim.argument("number")
        if claim.maker.rule == "counts.age" and counted is not None and number is not None:
            name = counted.antecedent or counted.span
            found.append((doc.quote(name) if name else "", number.best, claim.polarity))
    return found


@pytest.mark.parametrize(
    ("say", "who", "years"),
    [
        ("Marek Dvorak, 52, the former clerk, left the yard.", "Marek Dvorak", 52),
        ("Marek Dvorak (34) left the yard.", "Marek Dvorak", 34),
        ("Ada Mensah left the yard. She was 37.", "Ada Mensah", 37),
        ("Lucia Ferrer, a 68-year-old widow from Osh, sued the yard.", "Lucia Ferrer", 68),
        ("Police arrested 19-year-old Marek Dvorak in Osh.", "Marek Dvorak", 19),
        ("The 17-year-old student was shot by police.", "student", 17),
        ("Marek Dvorak, aged 52, was arrested.", "Marek Dvorak", 52),
        ("Marek Dvorak died at the age of 71.", "Marek Dvorak", 71),
        ("Lucia Ferrer is 71 years old.", "Lucia Ferrer", 71),
    ],
)
def test_an_age_is_a_count_of_years(say: str, who: str, years: float) -> None:
    assert ages(say) == [(who, years, "affirmed")]


@pytest.mark.parametrize(
    "say",
    [
        "Marek Dvorak was 12 for 15 on Friday.",
        "The 38-year-old ferry sank.",
        "Marek Dvorak scored 12, four of them in Osh.",
        "The population was 76.",
        "Meridian Freight, 52 ships strong, won.",
        "The men, aged 24, 31 and 52, were held in Osh.",
    ],
)
def test_a_number_beside_a_name_need_be_no_age(say: str) -> None:
    assert ages(say) == []


def test_an_age_may_be_denied() -> None:
    assert ages("Lucia Ferrer is not 52.") == [("Lucia Ferrer", 52, "denied")]

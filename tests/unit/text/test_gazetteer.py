import pytest

from whence.text.gazetteer import (
    capital_of,
    countries,
    country,
    country_of,
    country_of_capital,
    country_of_demonym,
    is_country,
    is_place,
    locate,
    places,
)


@pytest.mark.parametrize(
    ("word", "land"),
    [("Kenyan", "Kenya"), ("Kenyans", "Kenya"), ("Frenchmen", "France"), ("Scottish", "Scotland"), ("Kenya", None)],
)
def test_a_demonym_points_to_its_country(word: str, land: str | None) -> None:
    assert country_of_demonym(word) == land


@pytest.mark.parametrize("form", ["U.S.", "US", "USA", "the United States", "America", "United States of America"])
def test_every_form_of_a_country_is_one_country(form: str) -> None:
    assert country(form) == country("United States")


@pytest.mark.parametrize("word", ["us", "turkey", "car", "chile", "polish", "", "the"])
def test_a_lower_case_word_is_no_country_or_demonym(word: str) -> None:
    assert not is_country(word) and country_of_demonym(word) is None and not is_place(word)


def test_a_capital_stands_for_its_country_and_back() -> None:
    assert country_of_capital("Nairobi") == "Kenya" == country_of("Nairobi")
    assert capital_of("Kenyan") == "Nairobi"
    assert country_of_capital("Mombasa") is None


def test_the_congos_stay_two_and_the_bare_name_is_neither() -> None:
    assert country("DRC") != country("Congo-Brazzaville")
    assert country("Congo") is None


def test_no_two_countries_share_a_code_or_a_name() -> None:
    codes = [c.iso for c in countries()]
    names = [form for c in countries() for form in (c.name, *c.names)]
    assert len(codes) == len(set(codes)) and len(names) == len(set(names))


def test_a_name_of_two_cities_goes_to_the_one_whose_country_the_text_names() -> None:
    assert locate("Tripoli").place.country == "Libya"  # type: ignore[union-attr]
    lebanese = locate("Tripoli", near=["Lebanese"])
    assert lebanese.place is not None and lebanese.place.country == "Lebanon"
    assert "Lebanon" in lebanese.reasons[0] and {p.country for p in lebanese.others} >= {"Libya"}


def test_a_country_and_a_state_of_one_name_are_told_apart_by_their_neighbours() -> None:
    assert locate("Georgia").place.kind == "country"  # type: ignore[union-attr]
    assert locate("Georgia", near=["Florida"]).place.kind == "region"  # type: ignore[union-attr]


def test_the_unit_in_the_phrase_chooses_the_region() -> None:
    assert locate("Kandahar").place.kind == "city"  # type: ignore[union-attr]
    assert locate("Kandahar province").place.kind == "region"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("phrase", "relation"),
    [("north of Bogotá", "north of"), ("near Bogotá", "near"), ("eastern Ukraine", "eastern"), ("Bogotá", None)],
)
def test_vague_places_keep_their_vagueness(phrase: str, relation: str | None) -> None:
    found = locate(phrase)
    assert found.relation == relation
    assert found.precision == (1 if relation is None else 3 if "Ukraine" in phrase else 2)


@pytest.mark.parametrize(
    ("phrase", "kind", "land"),
    [
        ("Tripoli in Lebanon", "city", "Lebanon"),
        ("the province of Idlib", "region", "Syria"),
        ("the U.S. state of Georgia", "region", "United States"),
        ("the town of Mopti", "city", "Mali"),
        ("30 km south-west of Kandahar", "city", "Afghanistan"),
        ("the outskirts of Nairobi", "city", "Kenya"),
        ("near the city of Nairobi", "city", "Kenya"),
    ],
)
def test_a_phrase_around_a_name_is_understood(phrase: str, kind: str, land: str) -> None:
    found = locate(phrase).place
    assert found is not None and (found.kind, found.country) == (kind, land)


def test_a_part_is_not_called_a_neighbourhood() -> None:
    assert locate("eastern Chad").reasons[1] == "The text says 'eastern': only a part of it is meant."
    assert locate("near Mopti").reasons[1] == "The text says 'near': the place is only near there."


def test_a_country_is_no_reading_of_a_state_of_its_name() -> None:
    found = locate("Niger State", near=["Nigeria"])
    assert found.place is None and found.reasons == ("The gazetteer has no place called 'Niger state'.",)


def test_an_unknown_place_stays_unknown() -> None:
    found = locate("Xyzzyville")
    assert found.place is None and found.precision is None and "Xyzzyville" in found.reasons[0]


def test_a_city_has_its_coordinates_and_other_spellings() -> None:
    kyiv = places("Kiev")[0]
    assert kyiv == places("Kyiv")[0] and abs(kyiv.lat - 50.45) < 0.1 and abs(kyiv.lon - 30.52) < 0.1  # type: ignore[operator]

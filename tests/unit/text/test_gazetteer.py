import pytest
from tests.support import read_body

from whence.text.gazetteer import (
    Surroundings,
    Whereabouts,
    capital_of,
    countries,
    country,
    country_of,
    country_of_capital,
    country_of_demonym,
    find_regions,
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


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("South Sudan", "South Sudan, country"),
        ("North Kivu", "North Kivu, region in Democratic Republic of the Congo"),
        ("near North Kivu", "near North Kivu, region in Democratic Republic of the Congo"),
        ("South Africa", "South Africa, country"),
        ("West Bank", "West Bank, region in Palestine"),
        ("Port of Spain", "Port of Spain, city in Trinidad and Tobago (10.667, -61.519)"),
        ("Niger State", "Niger State, region in Nigeria"),
        ("the province of Mendoza", "Mendoza, region in Argentina"),
        ("south Sudan", "south Sudan, country"),
        ("West Mosul", "west Mosul, city in Iraq (36.335, 43.119)"),
        ("Ruse province", "province of Ruse, city in Bulgaria (43.849, 25.953)"),
        ("the State of Kuwait", "Kuwait, country"),
        ("the city of Luxembourg", "Luxembourg, city in Luxembourg (49.610, 6.133)"),
    ],
)
def test_a_name_is_read_whole_before_its_first_word_is_taken_for_a_direction(phrase: str, shown: str) -> None:
    assert locate(phrase).shown == shown


@pytest.mark.parametrize("phrase", ["West Africa", "Central Asia", "the Gulf of Aden", "Bay of Ravona"])
def test_what_only_holds_the_name_of_a_place_is_not_that_place(phrase: str) -> None:
    assert locate(phrase).place is None


def test_a_direction_of_and_a_direction_in_are_told_apart() -> None:
    assert locate("north of Mopti").reasons[1] == "The text says 'north of': the place is only near there."
    assert locate("the north of Mali").reasons[1] == "The text says 'the north of': only a part of it is meant."
    assert locate("Ruse province").precision == 2


def test_a_part_is_not_called_a_neighbourhood() -> None:
    assert locate("eastern Chad").reasons[1] == "The text says 'eastern': only a part of it is meant."
    assert locate("near Mopti").reasons[1] == "The text says 'near': the place is only near there."


def test_a_country_is_no_reading_of_a_state_of_its_name() -> None:
    found = locate("Libya State", near=["Nigeria"])
    assert found.place is None and found.reasons == ("The gazetteer has no place called 'Libya state'.",)


def test_an_unknown_place_stays_unknown() -> None:
    found = locate("Xyzzyville")
    assert found.place is None and found.precision is None and "Xyzzyville" in found.reasons[0]


def test_a_city_has_its_coordinates_and_other_spellings() -> None:
    kyiv = places("Kiev")[0]
    assert kyiv == places("Kyiv")[0] and abs(kyiv.lat - 50.45) < 0.1 and abs(kyiv.lon - 30.52) < 0.1  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "near", "land"),
    [
        ("Tripoli", ["Sidon"], "Lebanon"),
        ("Tripoli", ["Libyan", "Misrata"], "Libya"),
        ("Georgia", ["Atlanta"], "United States"),
        ("Georgia", ["United States"], "Georgia"),
        ("Georgia", ["Tbilisi", "United States", "New York"], "Georgia"),
        ("Paris", ["United States", "New York"], "France"),
        ("Birmingham", ["Alabama"], "United States"),
        ("Hyderabad", ["Karachi"], "Pakistan"),
        ("Florida", [], "United States"),
    ],
)
def test_nearness_and_size_decide_between_namesakes(name: str, near: list[str], land: str) -> None:
    found = locate(name, near=near)
    assert found.place is not None and found.place.country == land, found.reasons


def test_what_the_sentence_names_weighs_more_than_the_rest_of_the_text() -> None:
    found = locate("Tripoli", near=["Lebanese"], beyond=["Libyan"]).place
    assert found is not None and found.country == "Lebanon"


def test_a_distance_from_a_city_is_only_near_it() -> None:
    found = locate("about 20 km from Tripoli")
    assert (found.relation, found.precision) == ("about 20 km from", 2)


def where(text: str, name: str) -> Whereabouts:
    doc, layers = read_body(text)
    start = text.index(name)
    return Surroundings(doc, layers).where(doc.span(start, start + len(name)))


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("Police arrested a smuggler in Tripoli, Lebanon.", "Tripoli", "Tripoli, city in Lebanon (34.434, 35.844)"),
        ("Gunmen attacked a convoy near Gori on 2 May 2019.", "Gori", "near Gori, city in Georgia (41.985, 44.113)"),
        ("Rebels burned a village 12 miles\nsouth of Zugdidi.", "Zugdidi", "12 miles south of Zugdidi"),
        ("Gunmen attacked a convoy in Kandahar province.", "Kandahar", "Kandahar, region in Afghanistan"),
        ("They met in Bir Ghurfa on Monday.", "Bir Ghurfa", "not known to the gazetteer"),
        ("Lagos State officials met in Lagos.", "Lagos", "Lagos, city in Nigeria"),
        ("She died at home in Santa Rosa, Calif., on Friday.", "Santa Rosa", "Santa Rosa, city in United States"),
        ("Police in Portland, Ore., held a man.", "Portland", "Portland, city in United States (45."),
        ("Police in London, Ont., held a man.", "London", "London, city in Canada"),
    ],
)
def test_a_place_of_a_text_is_shown_as_exactly_as_the_text_says(text: str, name: str, shown: str) -> None:
    assert where(text, name).shown.startswith(shown)


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("A convoy left Tripoli in Lebanon for Homs on Tuesday.", "Homs", "Homs, city in Syria"),
        ("Valencia beat a team from Valencia in Venezuela.", "Valencia", "Valencia, city in Spain"),
        ("The court in Hyderabad freed a man from Hyderabad in Pakistan.", "Hyderabad", "Hyderabad, city in India"),
        ("Soldiers were sent to North Kivu on Monday.", "North Kivu", "North Kivu, region in Democratic Republic"),
        ("He was born in the province of Mendoza.", "Mendoza", "Mendoza, region in Argentina"),
        ("He farms in the province of Ruse.", "Ruse", "province of Ruse, city in Bulgaria"),
        ("Pirates took a ship in the Gulf of Aden.", "Aden", "not known to the gazetteer"),
        ("Clashes resumed in Jonglei State near the town of Bor.", "Bor", "near Bor, city in South Sudan"),
        ("The city of Luxembourg is small.", "Luxembourg", "Luxembourg, city in Luxembourg"),
        ("Farmers of South Sudan fled.", "South Sudan", "South Sudan, country"),
    ],
)
def test_a_place_is_told_from_others_that_bear_or_hold_its_name(text: str, name: str, shown: str) -> None:
    assert where(text, name).shown.startswith(shown)


@pytest.mark.parametrize("name", ["Kaduna State", "Jonglei State", "Upper Nile State"])
def test_a_state_that_the_gazetteer_knows_is_a_place(name: str) -> None:
    text = f"Officers in {name} seized two lorries."
    _, layers = read_body(text)
    assert "place" in {m.type for m in layers.mentions if m.span.start == text.index(name)}


@pytest.mark.parametrize(
    "name", ["Leeds Textiles Ltd", "Aberdeen Holdings", "Hamburg Steel AG", "Islamic State", "Kaduna State University"]
)
def test_a_body_named_after_a_place_is_no_place(name: str) -> None:
    _, layers = read_body(f"The board of {name} met on Friday.")
    assert "place" not in {m.type for m in layers.mentions}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at a hotel in Biloxi, Miss.", ["Miss."]),
        ("from Trenton, N.J., and Akron, OH 44301", ["N.J.", "OH"]),
        ("met in Lobos, Miss. Ada Quay said", []),
        ("the League, OR its rival", ["OR"]),
        ("the yard, Mo. said", []),
        ("in Paris, Calif and Man are words", []),
    ],
)
def test_regions_are_shortened_behind_towns(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_regions(text, 0, len(text))] == found

import pytest

from whence.model import Document
from whence.pipeline import annotate_document


def names(text: str) -> dict[str, str]:
    """The names of a text with their types."""
    doc = Document.of(text, source="test")
    found = (m for m in annotate_document(doc, {}).mentions if m.form == "name" and m.type not in ("role", "quantity"))
    return {doc.quote(m.span): m.type for m in found}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("The fair in Tandag City opened on Monday.", "Tandag City", "place", id="a city"),
        pytest.param("Hull City signed him from Leeds.", "Hull City", "organization", id="a club"),
        pytest.param(
            "Gulf Pearl Investments of Doha bought it.", "Gulf Pearl Investments", "organization", id="a firm"
        ),
        pytest.param("Troops of the 5th Front left.", "5th Front", "organization", id="a numbered front"),
        pytest.param("The 6 May Movement marched.", "6 May Movement", "organization", id="named after a day"),
        pytest.param("The May 6 Movement marched.", "May 6 Movement", "organization", id="the month first"),
        pytest.param(
            "The Office of the Attorney General sued him.",
            "Office of the Attorney General",
            "organization",
            id="an office",
        ),
        pytest.param(
            "Men of the Mouvement pour la garde du plateau handed in 400 rifles.",
            "Mouvement pour la garde du plateau",
            "organization",
            id="a foreign name to its last noun",
        ),
        pytest.param(
            "The Slovak Ministry of Agriculture and Rural Development closed.",
            "Ministry of Agriculture and Rural Development",
            "organization",
            id="a ministry of two fields",
        ),
        pytest.param(
            "The Ministry of Mines and Delta Bank signed it.",
            "Ministry of Mines",
            "organization",
            id="a ministry beside",
        ),
        pytest.param(
            "The bulk carrier Salt Pride ran aground.", "Salt Pride", "vehicle", id="a ship behind what it carries"
        ),
        pytest.param("The Panel of Experts met in Accra.", "Panel of Experts", "organization", id="a panel"),
        pytest.param("She is married to Divina Salas, a nurse.", "Divina Salas", "person", id="behind 'to', no town"),
        pytest.param("The Party of National Accord won.", "Party of National Accord", "organization", id="no accord"),
        pytest.param(
            "The General Directorate of Roads sold it.", "General Directorate of Roads", "organization", id="no general"
        ),
        pytest.param("The War of the Halden League began.", "War of the Halden League", "event", id="a war of a body"),
        pytest.param("The Inquiry on Harbour Safety met.", "Inquiry on Harbour Safety", "organization", id="on"),
        pytest.param("Halden.com sued him.", "Halden.com", "organization", id="the address of a site"),
        pytest.param(
            "He sat in the Halden legislative assembly.",
            "Halden legislative assembly",
            "organization",
            id="two nouns behind",
        ),
        pytest.param("Born Rosa Quispe in 1970, she sold it.", "Rosa Quispe", "person", id="a verb in front"),
        pytest.param("Seeing Petra Lund, he fled.", "Petra Lund", "person", id="a participle in front"),
        pytest.param("Lau Wai-ching left Leeds.", "Lau Wai-ching", "person", id="no participle behind a hyphen"),
        pytest.param("Piero de’ Lambardi died in 1512.", "Piero de’ Lambardi", "person", id="an apostrophe inside"),
        pytest.param("Petra (Peti) Lund was elected.", "Petra (Peti) Lund", "person", id="a pet name"),
        pytest.param("Anna Luise (Lulu) Lund was elected.", "Anna Luise (Lulu) Lund", "person", id="two given names"),
        pytest.param(
            'Pedro Ivo "Night Owl" Lund left.',
            'Pedro Ivo "Night Owl" Lund',
            "person",
            id="a nickname in quotation marks",
        ),
        pytest.param("The manager Don Halden left.", "Don Halden", "person", id="no title"),
    ],
)
def test_a_name_is_read_whole_and_as_what_it_is(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


def test_a_clause_that_opens_behind_a_name_without_a_stop_is_no_part_of_it() -> None:
    assert "Jon Vik" in names("It centres on Ida Marrow and Jon Vik When leaving his town, he met her.")


def test_a_day_or_town_is_no_matter_of_a_committee() -> None:
    assert "Committee" in names("The Committee on Monday met, said Ida Marrow.")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Petra Lund, chair of the Board of Selectmen, was there.", "Board of Selectmen"),
        ("Petra Lund, Director of Halden House, was there with Ida Marrow, Head of Norvik College.", "Halden House"),
        ("Mr. Jon Vik, Plant Director of the Halden Dam Consortium, was there.", "Halden Dam Consortium"),
        ("The Knights of the Halden Lodge were there.", "Knights of the Halden Lodge"),
        ("The Queen of Osk Hospital was closed.", "Queen of Osk Hospital"),
    ],
)
def test_a_post_in_capitals_is_no_part_of_the_body(text: str, body: str) -> None:
    assert body in names(text)
    assert not any(" of " in name and body in name and name != body for name in names(text))

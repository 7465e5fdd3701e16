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
        pytest.param("Born Rosa Quispe in 1970, she sold it.", "Rosa Quispe", "person", id="a verb in front"),
    ],
)
def test_a_name_is_read_whole_and_as_what_it_is(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Petra Lund, Director of Halden House, was there with Ida Marrow, Head of Norvik College.", "Halden House"),
        ("Mr. Jon Vik, Plant Director of the Halden Dam Consortium, was there.", "Halden Dam Consortium"),
        ("The Knights of the Halden Lodge were there.", "Knights of the Halden Lodge"),
        ("The Prince of Osk Hospital was closed.", "Prince of Osk Hospital"),
    ],
)
def test_a_post_in_capitals_is_no_part_of_the_body(text: str, body: str) -> None:
    assert body in names(text)
    assert not any(" of " in name and body in name and name != body for name in names(text))

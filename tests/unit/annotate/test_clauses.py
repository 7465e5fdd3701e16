"""Who does and suffers what, and when, where clauses and voices stand in ways that trees find hard."""

import pytest
from tests.support import holds, read_body

FOUND = [
    # Nobody is banned without "by", whatever a tree calls who stands before "was"
    ("The former dean Ivo Duda was banned for eight years.", "designates", {"target": "Ivo Duda"}),
    (
        "Ivo Duda, restored by the court in Geneva and suspended again by the executive board, was not there.",
        "designates",
        {"authority": "executive board", "target": "Ivo Duda"},
    ),
    # The body itself, not who owns it; an authority with its seat
    ("The bank's ethics panel suspended Ana Mor in May.", "designates", {"authority": "ethics panel"}),
    ("A court in Lima charged Ana Mor with fraud.", "charges", {"authority": "court in Lima"}),
    ("The guild's kitchen board banned Ana Mor for life.", "designates", {"authority": "kitchen board"}),
    # A quotation that goes on is that of whoever opened it
    (
        "The head of the guild, venerable Ivo Duda, told the Herald: “I took nothing. I ordered Ana Mor to leave.”",
        "orders",
        {"authority": "Ivo Duda", "target": "Ana Mor"},
    ),
    (
        "The papers lay in the church, whose chairman, the retired judge Ivo Duda, has called them “a cold ledger”.",
        "says",
        {"speaker": "Ivo Duda", "content": "a cold ledger"},
    ),
    # "Who" behind a name between commas is whoever bears it
    ("The deeds name the husband of Ana Mor, Marek, who died in 2016.", "died", {"person": "Marek"}),
    ("A register gives as Delta Freight's owner one Ivo Duda.", "owns", {"owner": "Ivo Duda"}),
    (
        "Vale, 58, a former deputy mayor, succeeds Ana Mor, who is ill since May, and Ivo Duda stays.",
        "succeeds",
        {"successor": "Vale", "predecessor": "Ana Mor"},
    ),
    # An authority with its seat is not the one named before
    (
        "The Harbour Chamber met in May. The ruling was annulled by the tribunal in Lima on 2 May 2016.",
        "issues",
        {"issuer": "tribunal in Lima"},
    ),
    # A name before the sort of the body belongs to it whole
    (
        "The voices include the ascendant House of Salt party headed by former prime minister Ivo Duda.",
        "holds_role",
        {"holder": "Ivo Duda", "of": "House of Salt"},
    ),
    # "Which was" means one, the last of a row
    (
        "It came after the sale of Osk Mills and Amar Mills, which was bought by a bank.",
        "owns",
        {"owned": "Amar Mills"},
    ),
    # An envoy whose name follows his seat
    (
        "The Peruvian ambassador to Osh Mensah met the press. Mensah left. Mr Mensah returned.",
        "holds_role",
        {"holder": "Mensah", "to": "Osh"},
    ),
    # Sums and votes
    (
        "Ivo Duda was elected on Saturday dean of the college, defeating Ana Mor by nine votes to five, says the wire.",
        "counts",
        {"whose": "Ivo Duda", "number": "nine"},
    ),
    ("The dockers had 40,000 dollars each in their bags.", "counts", {"number": "40,000 dollars"}),
    ("A monk spent 120 million US dollars on the roof.", "counts", {"number": "120 million US dollars"}),
    (
        "Delta Freight received nine payments, together 3 million dollars, in May.",
        "counts",
        {"counted": "nine payments", "number": "3 million dollars"},
    ),
]
NEVER = [
    ("The voices include the House of Salt party headed by former prime minister Ivo Duda.", {"commanded": "party"}),
    ("It came after the sale of Osk Mills and Amar Mills, which was bought by a bank.", {"owned": "Osk Mills"}),
    ("Vale, 58, a former deputy mayor, succeeds Ana Mor, who is ill since May.", {"successor": "deputy mayor"}),
    ("The papers concern the sale of Delta Freight, declared the clerk Ivo Duda.", {"speaker": "Delta Freight"}),
    ("The deeds name the husband of Ana Mor, Marek, who died in 2016.", {"person": "who"}),
    ("His sister, Ana Mor, who flew in from Lima to see him, wept.", {"visited": "Lima"}),
    ("A spokeswoman for the Peruvian Attorney General, Ana Mor, said that it rained.", {"post": "Attorney General"}),
    ("Ivo Duda was elected dean, defeating Ana Mor by nine votes to five, says the wire.", {"event": "Ana Mor"}),
    ("Money went from the yard's account to a firm in Lima, and further to the chapel.", {"speaker": "yard"}),
    ("The bishop considers Ana Mor a friend of the yard.", {"speaker": "bishop"}),
    ("The army's losses were put at nine by a court in May.", {"authority": "court in May"}),
    ("The searches “on suspicion of fraud” concern the yard, the clerk Ivo Duda declared.", {"speaker": "searches"}),
]


@pytest.mark.parametrize(("say", "predicate", "args"), FOUND)
def test_it_is_read(say: str, predicate: str, args: dict[str, str]) -> None:
    doc, layers = read_body(say)

    assert any(holds(doc, c, args) for c in layers.claims if c.predicate == predicate)


@pytest.mark.parametrize(("say", "args"), NEVER)
def test_it_is_not_read(say: str, args: dict[str, str]) -> None:
    doc, layers = read_body(say)

    assert not any(holds(doc, c, args) for c in layers.claims)


def test_those_who_were_not_hurt_by_something_are_not_those_who_were_hurt() -> None:
    _, layers = read_body("Two men were hurt, none by fire.")

    assert [c.polarity for c in layers.claims if c.predicate == "injures"] == ["affirmed"]


def test_a_year_before_and_is_not_that_of_the_verb_behind_it() -> None:
    _, layers = read_body("Ana Mor, who was dean until 2010 and has led the rowing union since then, left.")

    assert {c.predicate: c.valid.edtf for c in layers.claims} == {"holds_role": "../2010", "commands": None}


@pytest.mark.parametrize(
    ("say", "time"),
    [
        ("The dean of the college, Ivo Duda, who has been in the post since 2008, signed alone.", "2008/.."),
        ("The guild's bursar, the Swiss Ana Mor, who took office on 2 March 2015, left the room.", "2015-03-02/.."),
        ("The synod heard the new treasurer, Ana Mor of Peru, in office since September 2016.", "2016-09/.."),
        ("Judge Ana Mor assumed her post in May 2011.", "2011-05/.."),
        ("The commander of the garrison, Ivo Duda, who took the bridge on 2 March 2015, is ill.", None),
        ("The dean, Ana Mor, met Ivo Duda, who took office in May 2011.", None),
        ("The dean, Ana Mor, worked in the office of the mayor since 2004.", None),
        ("The dean, Ana Mor, was to take office in May 2011.", None),
    ],
)
def test_a_post_begins_when_its_holder_takes_it(say: str, time: str | None) -> None:
    _, layers = read_body(say)

    assert [c.valid.edtf for c in layers.claims if c.predicate == "holds_role"][:1] == [time]

"""Sentences of biographies, company pages and match reports: what a careful reader takes from them, and what not."""

import pytest
from tests.support import holds, read_body

FOUND = [
    (
        "Police said it would be studied; Delta Accord, a party whose leader, Ada Mensah, was hurt when two men "
        "threw a grenade at a rally of hers in Osh, demanded an inquiry.",
        "holds_role",
        {"holder": "Ada Mensah", "of": "party"},
    ),
    ("Those near Oto Vale say he is waiting for the vote.", "says", {"speaker": "Those"}),
    ("Luis Pardo worked for the New Harbour Times in Busan.", "member_of", {"group": "New Harbour Times"}),
    ("Luis Pardo served as the eighth Lieutenant Governor of Quito.", "holds_role", {"post": "Lieutenant Governor"}),
    ("Delta Freight is a shipping company based in Busan.", "based_in", {"body": "Delta Freight", "place": "Busan"}),
    ("Oto Vale died of a stroke in Riga.", "died", {"person": "Oto Vale", "cause": "stroke"}),
    (
        "Ivo Duda is a member of the Berlin - Tidewater Academy of Sciences.",
        "member_of",
        {"group": "Berlin - Tidewater"},
    ),
    (
        "According to one of the two women who were hurt, the bomb was placed by Oto Vale.",
        "says",
        {"speaker": "one of the two women", "content": "the bomb was placed by Oto Vale"},
    ),
    (
        "The guild signed under a plan announced in May by the mayor Oto Vale, who has said that the pier would close.",
        "says",
        {"speaker": "Oto Vale", "content": "the pier would close"},
    ),
    (
        "The Lima City Medical Examiner's Office said that Ivo Duda had died.",
        "says",
        {"speaker": "Lima City Medical Examiner's Office"},
    ),
    (
        "Oto Vale was one of the three members of the Harbour Board.",
        "member_of",
        {"member": "Oto Vale", "group": "Harbour Board"},
    ),
    ("Oto Vale is one of the leaders of the Salt Union.", "holds_role", {"holder": "Oto Vale", "post": "leader"}),
    (
        "Ana Mor, one of the five directors of Delta Freight, resigned.",
        "holds_role",
        {"holder": "Ana Mor", "post": "director", "of": "Delta Freight"},
    ),
    (
        "Police arrested Ivo Duda, one of the commanders of the Red Sand Brigade, in Riga.",
        "holds_role",
        {"holder": "Ivo Duda", "post": "commander", "of": "Red Sand Brigade"},
    ),
    (
        "Ivo Duda, a director at telecoms company Veralink, said that the outage would last.",
        "holds_role",
        {"holder": "Ivo Duda", "of": "Veralink"},
    ),
    ("Ana Mor is the rector of St. Anne's Church in Riga.", "holds_role", {"of": "St. Anne's Church"}),
    (
        "The film was banned in Kenya with two failed attempts, according to the Kenyan Film Board.",
        "says",
        {"speaker": "Kenyan Film Board"},
    ),
    (
        "Oto Vale recalled shouting ``Somebody help me, my son has been shot.''",
        "says",
        {"speaker": "Oto Vale", "content": "Somebody help me"},
    ),
    ("Members of the Reed Party include Ivo Duda, Ana Mor and Oto Vale.", "member_of", {"member": "Ana Mor"}),
    ("Oto Vale (January 7, 1918–February 1, 2012) was a clerk.", "born", {"person": "Oto Vale"}),
    ("Oto Vale (7 January 1918 – 1 February 2012) was a clerk.", "died", {"person": "Oto Vale"}),
    ("Ana Mor (née Duda; 1921–1999) was a judge.", "died", {"person": "Ana Mor"}),
    ("Ivo Duda (b. 1950) is a painter.", "born", {"person": "Ivo Duda"}),
    ("Ivo Duda, a Fellow at King's College, wrote to Ana Mor.", "holds_role", {"of": "King's College"}),
    (
        'Of his "pupil" Oto Vale wrote, "He has been my almost constant guest since October."',
        "says",
        {"content": "He has been my almost constant guest"},
    ),
    (
        "Professor Ivo Duda, Director of the Salt Institute, and Chairman of the Harbour Board, says fish are rare.",
        "says",
        {"speaker": "Ivo Duda"},
    ),
    (
        "Ivo Duda and the chairman of the Salt Board said the pier was safe.",
        "says",
        {"speaker": "chairman of the Salt Board"},
    ),
]
NOT_FOUND = [
    ("Ada Mor has fought for control of the Tide Bank for a year.", "controls"),
    ("The Tide Union fell from nine seats to two in May.", "captures"),
    ("Ana Mor was later paired with Joy Grable, with whom she also trained for six weeks.", "supports"),
    ("Fellow victor Ana Mor sang.", "holds_role"),
    ("The pin-up queen Bettie Vane sang in Riga.", "holds_role"),
    ("Oto Vale left the Harbour Clinic on Monday.", "visits"),
    ("Ana Mor attended Busan University.", "visits"),
    ("Delta Freight is listed on the Riga Stock Exchange.", "designates"),
    ("The paper put Ana Mor on its list of singers.", "designates"),
    ("In 1979 Ana Mor received the Harbour Medal.", "meets"),
    ("The song reached number two in Riga.", "counts"),
    ("Omar Haddad presided over the ceremonies in Cairo.", "directs"),
    ("The army reported that 90 people were killed or wounded in the past three days.", "kills"),
    ("Kenya supports groups in Lobos.", "supports"),
    ("The Delta Union became part of the state in 2016.", "part_of"),
    ("Ana Mor asked him to tell the police that they had left.", "says"),
    ("The people of Lobos check the lists to find out where each voter will have to vote.", "says"),
    ("The work was carried out by volunteers: the Harbour Board planted trees.", "says"),
    ("Ana Mor said there was no need for alarm in Lobos.", "denies"),
    ("Protesters denounced the mayor and her paid agents in Lobos.", "supports"),
    ("Two were slightly hurt, neither a Duda.", "injures"),
    ("Ana Mor admitted herself to the Harbour Centre.", "member_of"),
    ('"Two Doors Down" was a song written and sung by Ana Mor.', "says"),
    ("Ana Mor released a version of it that became a hit in Riga.", "says"),
    ("Traders in Riga paid two billion pesos.", "supports"),
    ("The film The Private Life of Oto Vale opened in Riga.", "holds_rank"),
    ("In view of this situation, the Harbour Board closed the pier, which is vital for Riga.", "says"),
    ("The Harbour Board reported that there was no oil spill in Lobos.", "denies"),
    ("Ana Mor said that the bombings in crowded suburbs and the murder of six priests hurt the board.", "bombs"),
    ("The people of Lobos can rest assured that the Delta Union will pay.", "says"),
    ("Oto Vale was one of the three members of the Harbour Board.", "counts"),
    ("One of the leaders of the Salt Union was arrested, Ana Mor said.", "holds_role"),
    ("Ana Mor met the leaders of the Salt Union in Riga.", "holds_role"),
    ("The premier Ivo Duda (2006-14) sang in Riga.", "born"),
    ("Ivo Duda and the chairman of the Salt Board said the pier was safe.", "holds_role"),
    ("Ana Mor and the director of the Salt Board met in Riga.", "holds_role"),
    ("Police arrested Ana Mor and the treasurer of the Salt Board.", "holds_role"),
    ("He went up to Salt College, where he met and formed a close friendship with Oto Vale.", "meets"),
    ("The Salt Union (1921-1999) sold nets.", "died"),
    ("Ivo Duda (12 goals, 2006-2014) plays for Lobos.", "died"),
    ('He has published a book called "Tides of the northern sea" in Riga.', "says"),
    ("Police in Lobos are hunting two men who robbed a bank.", "attacks"),
    ("Members of the Salt Union and the Delta Board sat down for talks in Lobos on Friday.", "protests"),
    ("President Ana Mor signed the bill into law on Friday.", "agrees_with"),
    ("The Salt Union won 31 percent of the vote in Lobos.", "wins_seats"),
    ("Three clerks told Ana Mor that the pier was closed.", "counts"),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), FOUND)
def test_what_the_sentence_says(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    read = [c for c in layers.claims if c.predicate == predicate]

    assert any(holds(doc, c, wanted) for c in read), [(c.predicate, c.maker.rule) for c in layers.claims]


@pytest.mark.parametrize(("text", "predicate"), NOT_FOUND)
def test_what_it_does_not_say(text: str, predicate: str) -> None:
    _, layers = read_body(text)

    assert [c.maker.rule for c in layers.claims if c.predicate == predicate] == []


def test_a_charge_of_a_deed_is_no_deed() -> None:
    doc, layers = read_body("Ivo Duda was charged with murdering two judges in Split.")

    deeds = [c for c in layers.claims if c.predicate == "kills"]

    assert deeds and {c.certainty for c in deeds} == {"accused"}
    assert all(holds(doc, c, {"killer": "Ivo Duda", "victim": "two judges"}) for c in deeds)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Oto Vale (4 August 1932 - 28 October 2010) was the director of the Harbour Museum.", "holds_role"),
        ("In 2013 she was elected for the Harvest Party, founded by Oto Vale.", "formed"),
        ("Ana Mor joined the Harbour Board, and on 31 October 2013 resigned.", "member_of"),
        ("The 1950s pin-up model Bettie Vane died in Riga.", "died"),
        ("Ivo Duda was the son of Oto Vale and became mayor of Riga in 1914.", "family_of"),
        ("Ana Mor met Luis Pardo at 1745 in Riga.", "meets"),
        ("Ana Mor played for Lobos 1904 FC.", "member_of"),
        ("Riga (Latvia), 16 Sep 89 (Dock Radio) -- police arrested Oto Vale at the pier.", "arrests"),
    ],
)
def test_a_time_of_something_else_is_not_taken(text: str, predicate: str) -> None:
    _, layers = read_body(text)

    found = [c.valid.edtf for c in layers.claims if c.predicate == predicate]

    assert found and set(found) == {None}


def test_of_a_list_one_is_the_brother() -> None:
    doc, layers = read_body("Police arrested Ana Mor, Luis Pardo and Omar Haddad, Oto Vale's brother.")

    kin = [c for c in layers.claims if c.predicate == "family_of"]

    assert all(holds(doc, c, {"person": "Omar Haddad"}) for c in kin)


def test_a_list_of_names_stands_for_its_noun_and_a_list_of_nouns_does_not() -> None:
    doc, layers = read_body("Firms including Delta Freight and Salt Trust were sanctioned by Canada.")
    named = [c for c in layers.claims if c.predicate == "designates"]

    other, counted = read_body("Five persons, including four minors, were killed in Lobos.")
    killed = [c for c in counted.claims if c.predicate == "kills"]

    assert {t for c in named for t in ("Delta Freight", "Salt Trust") if holds(doc, c, {"target": t})} == {
        "Delta Freight",
        "Salt Trust",
    }
    assert [holds(other, c, {"victim": "Five persons"}) for c in killed] == [True]


def test_an_indirect_question_leaves_the_deed_done() -> None:
    _, layers = read_body("The ambassador asked who had killed Father Ignacio Vela.")

    assert {c.certainty for c in layers.claims if c.predicate == "kills"} == {"asserted"}


def test_what_is_to_come_by_a_deed_leaves_the_deed_to_come() -> None:
    _, layers = read_body("The party wants to end the strike by signing a truce with the Harbour Guild.")

    assert {c.certainty for c in layers.claims if c.predicate == "agrees_with"} == {"intended"}


@pytest.mark.parametrize(
    ("text", "predicate", "args"),
    [
        (
            "Bishop Ivo Duda issued a call for the Salt League to support the dockers.",
            "supports",
            {"supporter": "Ivo Duda"},
        ),
        (
            "Ana Mor met leaders of Oslo-backed crews, among them Luis Pardo, in Riga.",
            "supports",
            {"supporter": "Luis Pardo"},
        ),
        (
            "Ana Mor met leaders of Oslo-backed crews, among them Luis Pardo, in Riga.",
            "supports",
            {"supported": "Luis Pardo"},
        ),
    ],
)
def test_a_deed_is_not_given_to_whoever_stands_near(text: str, predicate: str, args: dict[str, str]) -> None:
    doc, layers = read_body(text)

    assert not any(holds(doc, c, args) for c in layers.claims if c.predicate == predicate)


def test_two_verbs_share_the_object_of_the_second_and_not_of_a_third() -> None:
    doc, layers = read_body("The Salt League trains and arms fishermen and steers firms such as Delta Freight.")

    backed = [c for c in layers.claims if c.predicate == "supports"]

    assert not any(holds(doc, c, {"supported": "Delta Freight"}) for c in backed)


def test_the_word_of_kinship_may_stand_for_the_person_too() -> None:
    doc, layers = read_body("Renata Silva is married to Tomas Okafor's brother.")

    assert any(holds(doc, c, {"person": "brother", "relative": "Okafor", "kin": "brother"}) for c in layers.claims)

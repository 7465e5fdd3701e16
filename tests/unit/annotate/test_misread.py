"""Readings that look like a claim while their words say something else, and claims that said too much."""

import pytest
from tests.support import holds, read_body, words

from whence.annotate.misread import is_misread
from whence.model import Argument, Claim, Document, Maker
from whence.pipeline import annotate_document, read_scene

NOT = [
    # Who is on the way has not arrived.
    ("Omar Ruiz and Jairo Vega were returning to Lobos when they were kidnapped.", "visits"),
    ("All the passengers travelling to Lobos died.", "visits"),
    ("The Larks beat visiting Osh, 91-73.", "visits"),
    # Whoever tells it is not the clerk of whom he tells.
    ("According to Vale, a detective for the Osh police was given the files.", "holds_role"),
    ("Lawyer: Linda Loman checks into clinic", "holds_role"),
    ("In 1950 the linguist Ivo Duda became Marlow Professor of Law.", "succeeds"),
    # What a writer makes up, and what a reader is bidden, has not happened.
    ("Suppose that Alice owns a bakery and Bob runs it.", "owns"),
    ("Imagine a company called Delta Freight that owns Atlas Cement. Ivo Duda sues Ana Mor.", "charges"),
    ("In Ana Mor's new novel “Tides”, Ivo Duda murders the mayor of Lobos.", "kills"),
    ("In the closing scene, Ivo Duda's brother is arrested by the police.", "arrests"),
    ("It is a fable about a king who killed his brother.", "kills"),
    ("Coming from Osh, take the Salt Bridge.", "captures"),
    ("I was beside the head of the Salt League, Ivo Duda said.", "holds_role"),
    ("In the second season of the series, Ivo Duda arrests the mayor of Lobos.", "arrests"),
    ("The proposal to name Ana Mor head of the bank was voted down.", "holds_role"),
    ("A motion to make Ivo Duda chairman of the club was rejected.", "holds_role"),
    ("The clerk Ana Mor answered the claim that Ivo Duda had bought the yard.", "says"),
    # Whoever is refused a thing is told nothing.
    ("The Harbour Board denied the tenants a loan.", "denies"),
    ("The Harbour Board denied this relief to the tenants.", "denies"),
    # Who is expected, wished, rumoured or wrongly said to hold a post does not hold it.
    ("The newspaper wrongly described Samir Kadar as the owner of Atlas Cement.", "holds_role"),
    ("The newspaper wrongly described Samir Kadar as the owner of Atlas Cement.", "owns"),
    ("Enzo Tardi is expected to become president of the Salt League.", "holds_role"),
    ("Enzo Tardi could be the next president of the Salt League.", "holds_role"),
    ("If elected, Tomas Vrana will become governor of Osh.", "holds_role"),
    ("Speculation that Enzo Tardi will chair the Harbour Board is growing.", "holds_role"),
    ("Talks on an alliance between the Salt League and the Harbour Party collapsed.", "allied_with"),
    ("The gunmen mistook Luis Prado for his brother.", "accuses"),
    # A wish that is not granted is not disputed; who stands in no election is not against it.
    ("The chair, Petra Falk, rejected the demand for a recount.", "denies"),
    ("The Reed Party did not contest the last election.", "opposes"),
    ("Police chief Ivo Duda has rejected this act of violence against the miners.", "denies"),
    # Whoever prevents a deed does not do it, words wound nobody, and a body has no wounds.
    ("The plot, foiled by Luis Ortega, to blow up the pier was hatched in Osh.", "bombs"),
    ("In its leaflets the Salt League launched scathing attacks on the Harbour Board.", "attacks"),
    ("These treaties seal the political death of Ivo Duda.", "died"),
    # A number belongs to those of whom there are so many.
    ("The strikers demand the reinstatement of 250 recently dismissed workers and a pension.", "counts"),
    ("The union seeks a reinstatement of 250 sacked or suspended workers.", "counts"),
    ("The storm packed winds of about 240 kilometers an hour.", "counts"),
    ("The killer of a mom of 12 was held.", "counts"),
    ("The lamp was placed at 16 West Street in the old town.", "counts"),
    ("The board announced talks, according to four clerks familiar with the case.", "counts"),
    ("Ivo Duda's lorries are being held up at the border by the police.", "arrests"),
    ("Robbers entered the store, a guarded area less than 330 feet from the mill.", "counts"),
    # A place in a row and a half of a ratio count nothing, a word for a people is nobody, and musicians are no body.
    ("Ana Mor reached a career-high ranking of #11 in May.", "counts"),
    ("The school has a pupil ratio of 10.2:1.", "counts"),
    ("The Lurian ambassador to Osh left in May.", "holds_role"),
    ("Ana Mor met the Tavian consul in Osh on Monday.", "holds_role"),
    ("Ivo Duda led the choir in a hymn.", "commands"),
    ("Ana Mor led the crowd in a song.", "commands"),
    ("Ana Mor led her rivals by a wide margin.", "commands"),
    ("Ivo Duda directed the Lobos Symphony Orchestra.", "directs"),
    ("Ana Mor led the orchestra through two marches.", "directs"),
    ("Ivo Duda rejected the escalation of violence “as a means to reach a deal in Osh”.", "denies"),
    # Among whom somebody is says nothing of them.
    ("And as such, we strongly praise them.", "says"),
    ("Ana Mor stated this when she read a letter to the board.", "says"),
    ("Luis Ortega was picked up in a raid on a house in Osh.", "attacks"),
    ("The clerk Luis Ortega was hit by a car in Osh.", "attacks"),
    ("Luis Ortega stopped short of saying that the mayor had lied.", "says"),
    ("The debts were run up under his predecessor, Ivo Duda said.", "succeeds"),
    ("Ivo Duda denied having discussed the appointment with Minister Ana Mor.", "appoints"),
    ("HOST: Mr Duda was in Osh until 2017, wasn't he?", "holds_role"),
    ("The Office removed Meridian Freight from the list.", "designates"),
    ("Ana Mor, who joined from Osk Bank in 2019, said no.", "member_of"),
    ("The clerk, Luis Ortega, was suspended last month.", "designates"),
    ("Ana Duarte was taken to a hospital on the ninth day of the strike.", "abducts"),
    ("The judge signed a warrant for the arrest of 12 members of the Salt League.", "arrests"),
    ("Osh offers a reward for information leading to the arrest or prosecution of Ivo Duda.", "arrests"),
    ("Osh offers a reward for information leading to the arrest or prosecution of Ivo Duda.", "charges"),
    ("Ada Vale expressed her conviction that the ties would last.", "charges"),
    # In a novel nobody is arrested.
    ("In the novel, Inspector Blaine arrests Noah Stern.", "arrests"),
    ("Five million went to a fund whose president hired Duda's sister.", "holds_role"),
    ("Ivo Duda thanked the treasurer of the Salt Institute.", "holds_role"),
    ("Ana Mor sued the owner of the yard in May.", "holds_role"),
    ("Ivo Duda fled Hanoi in May.", "visits"),
    ("The delegation departed Osh on Friday.", "visits"),
    ("The robber ran off after handcuffing the clerk Ana Mor.", "arrests"),
    ("Delta Air placed an order for 20 jets with Atlas.", "orders"),
    ("Omar Ruiz handed over the keys to Jairo Vega.", "succeeds"),
    # They fight a third.
    ("Ana Mor became a novelist to support her family.", "supports"),
    ("The convict escaped after handcuffing two guards.", "arrests"),
    ("In the 90th minute the Larks made a change, as Ivo Duda replaced Luis Pardo.", "succeeds"),
    ("Luis Pardo said he had no information about the fire.", "denies"),
    ("The agency stated that there were no significant health effects.", "denies"),
    ("The Larks gave Osh a 20 - 13 victory over Lobos.", "counts"),
    ("The 24-hour news cycle tires the nuns of Osh.", "counts"),
    ("Police in Osh seized an AK-47 rifle.", "counts"),
    # A source that confirms a decision has not made it, and whoever has a task is accused of nothing.
    ("Sources in Osh confirmed a decision of the Salt League.", "issues"),
    ("The Harbour Board, charged with the investigation of the fire, has no news of Ivo Duda.", "charges"),
    ("The latest raids are hurting the Salt League itself.", "injures"),
    # Casualties need not be dead.
    ("Five casualties were counted in the Osh Brigade.", "kills"),
    ("Between 1,000 and 1,500 Salt Front guerrillas have been fighting in Osh.", "clashes_with"),
    # An ambush lies on a road; whoever enters a land without arms invades nothing.
    ("The raid was followed by an ambush on the Osh-Lobos highway.", "attacks"),
    ("Police held four citizens of Osh who entered Kenya with a goat.", "invades"),
    # Hours and rooms are no numbers of what stands beside them.
    ("On Monday at 1150 gunmen from Osh stopped a train.", "counts"),
    ("The fire reached the sleeping quarters of the Osh barracks.", "counts"),
    ("Teams in Osh were arranged in groups of three.", "counts"),
    ("Ana Mor bought a 5000 yen banknote in Osh.", "counts"),
]

FOUND = [
    ("Omar Ruiz had returned to Lobos when he was kidnapped.", "visits", {"visited": "Lobos"}),
    (
        "According to Ada Mensah, a clerk at the Salt Institute, the doors were shut.",
        "holds_role",
        {"holder": "Ada Mensah"},
    ),
    ("Vera Lund is the director of Norway's central bank.", "holds_role", {"of": "Norway's central bank"}),
    ("A stray bullet killed Ana Mor in Osh.", "kills", {"weapon": "bullet", "victim": "Ana Mor"}),
    ("Three hundred and fifty policemen guard the gate.", "counts", {"number": "Three hundred and fifty"}),
    (
        "The nuns read six hundred to eight hundred letters in May.",
        "counts",
        {"number": "six hundred to eight hundred"},
    ),
    ("Meridian Freight signed a $45 million contract.", "counts", {"counted": "contract", "number": "$45 million"}),
    ("Ada Vale was Professor of Sea Studies and Music at Osh.", "holds_role", {"of": "Music"}),
    ("The Coastal Patrol seized 12 aircraft.", "captures", {"count": "12"}),
    # Whoever is put there takes the place; whoever is thanked did it.
    (
        "Ada Mensah appointed a new finance minister, Ivo Duda, to replace Omar Nasr.",
        "succeeds",
        {"successor": "Ivo Duda"},
    ),
    ("Critics attacked the mayor for visiting Lobos.", "visits", {"visitor": "mayor"}),
    # A post is of the body, not of its land, and behind a kinsman's name it is the kinsman's.
    ("Omar Nasr, chief of the Nairobi police, was wounded.", "holds_role", {"of": "Nairobi police"}),
    (
        "Ada Mensah, the daughter of General Omar Nasr, chief of the Osh navy, was wounded.",
        "holds_role",
        {"holder": "Omar Nasr", "post": "chief"},
    ),
    ("The Salt Front took responsibility for the murder of Omar Nasr.", "kills", {"killer": "Salt Front"}),
    ("Interior minister Ada Mensah resigned.", "holds_role", {"post": "Interior minister"}),
    ("Deputy foreign minister Ada Mensah resigned.", "holds_role", {"post": "Deputy foreign minister"}),
    ("The Delta rebels shot at three clinics.", "attacks", {"attacker": "Delta rebels", "target": "three clinics"}),
    ("Two Delta Front rebels were killed in Lobos.", "kills", {"victim": "Two Delta Front rebels"}),
    (
        "The Salt Front attacked the Osh Brigade, which has held Lobos for weeks, wounding three or four.",
        "attacks",
        {"injured": "three or four"},
    ),
    (
        "Rebel units began attacking the Osh Brigade's positions in Lobos on Monday.",
        "attacks",
        {"target": "Osh Brigade's positions", "place": "Lobos"},
    ),
    ("Customs found two crates of tea valued at $160,000 in Osh.", "counts", {"number": "$160,000"}),
    ("The bomb, made of 20 kilos of dynamite, went off in Osh.", "counts", {"counted": "dynamite"}),
    ("Nuns are worried about 39 dockers who are still in jail.", "counts", {"number": "39"}),
    ("Clerks put the crowd at 1150 people.", "counts", {"number": "1150"}),
    # Who has a number is no event of it.
    ("The Coastal Patrol has nine boats.", "counts", {"whose": "Coastal Patrol", "number": "nine"}),
    ("The raid on Lobos involved nine boats.", "counts", {"event": "raid", "number": "nine"}),
]


def found_in(text: str, predicate: str) -> list[dict[str, list[str]]]:
    doc, layers = read_body(text)
    return [words(doc, c) for c in layers.claims if c.predicate == predicate]


@pytest.mark.parametrize(("text", "predicate"), NOT)
def test_words_that_say_something_else_make_no_claim(text: str, predicate: str) -> None:
    assert found_in(text, predicate) == []


@pytest.mark.parametrize(("text", "predicate", "wanted"), FOUND)
def test_what_is_said_is_still_read(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    here = [c for c in layers.claims if c.predicate == predicate]

    assert any(holds(doc, c, wanted) for c in here), found_in(text, predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "mood"),
    [
        ("Prosecutors dropped the charge that Omar Nasr had killed Leila Haddad.", "kills", ("affirmed", "accused")),
        ("The rumour that Delta Rail owns Osk Bank was repeated.", "owns", ("affirmed", "reported")),
        ("Reports of the death of Osman Dar were false.", "died", ("denied", "reported")),
        ("Many credit Karl Hess with founding Delta Rail.", "formed", ("affirmed", "believed")),
        ("The Salt League requested a meeting with Ivo Duda.", "meets", ("affirmed", "intended")),
        ("The police have not been able to solve the murder of Omar Nasr.", "kills", ("affirmed", "asserted")),
        ("Police first said that Marco Bruni had died.", "died", ("affirmed", "claimed")),
        ("Ivo Duda is the leading contender to become mayor of Osh.", "holds_role", ("affirmed", "intended")),
        ("The Salt Front claimed responsibility for the bomb attack on Osk Bank.", "bombs", ("affirmed", "claimed")),
    ],
)
def test_a_claim_is_no_surer_than_the_words_above_it(text: str, predicate: str, mood: tuple[str, str]) -> None:
    _, layers = read_body(text)

    assert {(c.polarity, c.certainty) for c in layers.claims if c.predicate == predicate} <= {mood}


@pytest.mark.parametrize(
    ("text", "predicate", "role", "wrong"),
    [
        ("The trade union lawyer Ada Mensah of the Reed Party lost.", "holds_role", "of", "Reed Party"),
        ("The army spokesman in Lobos, Brigadier Omar Nasr, said so.", "holds_role", "of", "Lobos"),
        ("Petra Olin to head Harnby hospital", "holds_role", "holder", "Harnby"),
        ("Police held three men over the fire at the grain mill.", "arrests", "place", "grain mill"),
        ("Police held three men over the fire in Osh, which injured two clerks.", "injures", "injurer", "Police"),
        ("Luis Ortega was jailed for life in Osh.", "arrests", "offence", "life"),
        ("Rocket attacks on Osh from the Salt Strip ended.", "attacks", "attacker", "Salt Strip"),
        ("Among these guards is an officer from the Salt Brigade.", "member_of", "member", "these guards"),
        ("Ivo Duda's cousin and the man's wife and daughter were held.", "family_of", "person", "daughter"),
        (
            "The priest Ivo Duda, rector of Osk University (OU), five other priests, and two nuns were held by men.",
            "holds_role",
            "of",
            "five other priests",
        ),
        (
            "Ivo Duda remained a member of its board and a key adviser to current Chief Executive Ana Mor.",
            "holds_role",
            "of",
            "board",
        ),
        (
            "Luis Prado, an aide to Mayor Ana Mor and the first man to swim the bay, died.",
            "holds_role",
            "to",
            "first man",
        ),
        ("The court fined the Salt Union 50,000 euros.", "counts", "whose", "court"),
        ("Osh named Ivo Duda head of the state grain port at Lobos.", "holds_role", "of", "state"),
        ("The driver, Ivo Duda, and five members of a salt union were killed.", "holds_role", "of", "salt union"),
        ("Police seized 14 kilograms of salt and 200 litres of oil.", "counts", "counted", "litres of oil"),
        ("The guards took four b-60 engines from the yard.", "counts", "number", "60"),
        ("Ada Vale is survived by two sons, Patrick and Karl.", "family_of", "relative", "Karl"),
    ],
)
def test_who_or_what_only_stands_near_has_no_part_in_it(text: str, predicate: str, role: str, wrong: str) -> None:
    assert all(wrong not in claim.get(role, []) for claim in found_in(text, predicate))


def test_a_participle_parts_no_number_from_its_noun() -> None:
    found = found_in("The strikers demand the reinstatement of 250 dismissed workers and a pension.", "counts")

    assert [(w["counted"][0], w["number"][0]) for w in found] == [("dismissed workers", "250")]


def test_nobody_holds_a_post_after_his_death() -> None:
    doc = Document.of("OSH, 12 May 2014 - Judge Ivo Duda died on Friday. The clerk, Ana Mor, wept.", source="test")
    claims = annotate_document(doc, {}).claims

    held = {doc.quote(c.arguments[0].span): c.valid.start for c in claims if c.predicate == "holds_role"}
    assert held == {"Judge": None, "clerk": "2014-05-12"}


def test_the_day_somebody_is_found_dead_is_not_that_of_the_death() -> None:
    _, layers = read_body("Ivo Duda was found dead near Osh on 27 July 2004.")

    assert {c.valid.edtf for c in layers.claims if c.predicate == "died"} == {None}


def test_a_plural_that_the_reader_left_as_it_is_counts() -> None:
    assert found_in("Police seized 14 kilograms of salt in Osh.", "counts") == [
        {"counted": ["salt"], "number": ["14", "14"]}
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Ada Vale was born in Osh on 4 May 1931, the third of six children of a miller.", {None}),
        ("In 1980 the miller Ivo Duda had four children.", {None}),
        ("Between 2 May 2016 and 1 July 2017 four children died in Osh.", {"2016-05-02/2017-07-01"}),
        ("Her office recorded the deaths of three children since December 2016.", {"2016-12/.."}),
    ],
)
def test_children_whom_somebody_has_are_counted_at_no_time(text: str, at: set[str | None]) -> None:
    _, layers = read_body(text)

    assert {c.valid.edtf for c in layers.claims if c.predicate == "counts"} == at


def test_a_post_between_two_names_of_a_list_is_the_first_ones() -> None:
    text = "The court freed Ana Duarte, a former treasurer, Marek Dvorak, head of the Salt Institute, and two clerks."

    assert [(c["holder"][0], c["post"][0]) for c in found_in(text, "holds_role")] == [
        ("Ana Duarte", "treasurer"),
        ("Marek Dvorak", "head"),
    ]


def test_a_listing_ends_when_it_is_lifted() -> None:
    _, layers = read_body("The designation of Luis Ortega was revoked in 2014.")

    assert [c.valid.edtf for c in layers.claims if c.predicate == "designates"] == ["../2014"]


def test_whoever_tells_it_does_not_get_the_post() -> None:
    assert found_in("She may become the director of Osk Bank, Ana Mor said.", "holds_role") == []
    assert found_in("The director of Osk Bank, Ana Mor, said that it would close.", "holds_role") != []


def test_who_sold_a_thing_owned_it_until_then() -> None:
    _, layers = read_body("Meridian Freight, which sold its stake in Orion Mines in 2011, moved to Osh.")

    assert all(str(c.valid.edtf).startswith("..") for c in layers.claims if c.predicate == "owns")


def test_who_fight_a_third_are_no_foes() -> None:
    text = "Sam Pell and his brother Dean Pell drove through the land fighting Ivo Duda."

    assert {tuple(w["other"]) for w in found_in(text, "clashes_with")} <= {("Ivo Duda",)}


def test_a_post_on_a_show_is_of_nobody_who_owns_it() -> None:
    (post,) = found_in("Jared Hill served as the host of Salt Radio's quiz show.", "holds_role")

    assert "of" not in post


def test_the_next_in_a_list_keeps_his_film() -> None:
    found = found_in("He was asked by actor Tom Wells and the director of the Lobos Festival.", "holds_role")

    assert all("of" not in post for post in found if "Tom Wells" in post["holder"])


def test_what_is_aimed_at_has_not_happened() -> None:
    _, layers = read_body("The aim of the raid, the arrest of Luis Pardo, was not achieved.")

    assert {c.certainty for c in layers.claims if c.predicate == "arrests"} <= {"intended"}


def test_the_day_a_body_is_found_is_not_the_day_of_the_death() -> None:
    _, layers = read_body("The body of Ivo Duda was found by a maid on 27 July 2004.")

    assert {c.valid.edtf for c in layers.claims if c.predicate == "died"} == {None}


def test_a_threat_to_kill_is_no_toll() -> None:
    found = found_in("The gang set fire to the Lobos club and told of its threat to kill 10 judges.", "attacks")

    assert all("killed" not in attack for attack in found)


def test_who_is_kin_of_somebody_holds_a_post_and_not_he() -> None:
    doc, layers = read_body("Five million went to a fund whose president is Duda's sister.")

    assert [words(doc, c)["holder"] for c in layers.claims if c.predicate == "holds_role"] in ([], [["Duda's sister"]])


def test_a_reading_of_which_the_reader_is_not_sure_is_no_claim() -> None:
    _, layers = read_body("Ada Mensah has left the Lobos Treatment Center and moved to Osh.")

    assert not [c for c in layers.claims if c.maker.stage == "annotate.learned"]


@pytest.mark.parametrize(
    ("text", "verb", "role", "who", "expected"),
    [
        ("Ivo Duda lives in Osh; his lawyer, Ada Mensah, denied it.", "denied", "speaker", "Ivo Duda", True),
        ("Ivo Duda lives in Osh; he denied it.", "denied", "speaker", "Ivo Duda", False),
        ("Ivo Duda lives in Osh, and denied it.", "denied", "speaker", "Ivo Duda", False),
        ("Gunmen stopped the van and shot two clerks.", "shot", "target", "van", True),
        ("Gunmen stopped the van and shot two clerks.", "shot", "target", "two clerks", False),
        ("Gunmen stopped and burned the van.", "burned", "target", "van", False),
    ],
)
def test_a_deed_is_of_its_own_clause(text: str, verb: str, role: str, who: str, expected: bool) -> None:
    doc, layers = read_body(text)
    scene = read_scene(doc, layers)
    parse = scene.parse_at(0)
    spans = [doc.span(text.index(w), text.index(w) + len(w)) for w in (who, verb)]
    predicate = "denies" if role == "speaker" else "attacks"
    arguments = (Argument(role, spans[0], None, "person"),)
    claim = Claim(predicate, arguments, doc.span(0, len(text)), "body", Maker("test", "1"), trigger=spans[1])

    assert parse is not None and is_misread(scene.lookup, parse, claim) is expected

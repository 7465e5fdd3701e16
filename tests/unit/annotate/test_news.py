"""Sentences of daily news: crimes and trials, tolls, tellings with a day and with quotation marks."""

import pytest
from tests.support import holds, read_body, words

FOUND = [
    ("Ivo Duda hanged himself in a cell.", "died", {"person": "Ivo Duda"}),
    ("Ivo Duda, 52, hung himself in his cell on Tuesday evening.", "died", {"person": "Ivo Duda"}),
    ("Two people were killed and 30 wounded in the attack on the market.", "injures", {"victim": "30"}),
    ("The bomb in Lobos killed three and injured 40.", "injures", {"injurer": "bomb", "victim": "40"}),
    ("The fighting in Chad has left 2,000 dead.", "kills", {"killer": "fighting", "victim": "2,000"}),
    ("Ivo Duda is charged with the murder of Ana Mor.", "kills", {"killer": "Ivo Duda", "victim": "Ana Mor"}),
    ("A court convicted Ivo Duda of the murder of Ana Mor.", "kills", {"killer": "Ivo Duda", "victim": "Ana Mor"}),
    (
        "Luis Pardo, a Salt League member who vanished in Lobos, was seen in May.",
        "member_of",
        {"member": "Luis Pardo", "group": "Salt League"},
    ),
    (
        "His sister Ana Mor, 20, and mother Olga Mor, 58, were found dead in a flat in Lobos.",
        "died",
        {"person": "Ana Mor"},
    ),
    (
        "Ivo Duda is accused of killing his mother, sister and dog.",
        "family_of",
        {"person": "sister", "relative": "Ivo Duda", "kin": "sister"},
    ),
    (
        '"Harbour Aid" director Ana Mor said the camp was full.',
        "holds_role",
        {"of": "Harbour Aid", "holder": "Ana Mor"},
    ),
    ("Lobos guards shot and killed a resident of Lima.", "kills", {"killer": "Lobos guards", "victim": "resident"}),
    ("Luis Pardo was charged with murdering a guard.", "charges", {"offence": "murdering a guard"}),
    (
        "The seats went to the Salt League of Ana Mor, who has since been charged with accepting money.",
        "charges",
        {"target": "Ana Mor", "offence": "accepting money"},
    ),
    ("A car bomb damaged the Kefra refinery.", "bombs", {"weapon": "bomb", "target": "Kefra refinery"}),
    ("Ana Mor died in May, according to her agent Luis Pardo.", "says", {"speaker": "Luis Pardo"}),
    (
        "The rebels pledged to talk with the parties that won in Lobos in March.",
        "says",
        {"content": "to talk with the parties that won in Lobos in March"},
    ),
    (
        "The rebels also demand that Ivo Duda be excluded from the council.",
        "asks",
        {"asker": "rebels", "content": "Ivo Duda be excluded"},
    ),
    (
        "The Salt League has the military support of the Harvest Party.",
        "supports",
        {"supporter": "Harvest Party", "supported": "Salt League"},
    ),
    (
        'The minister, who always labelled the rebels "Bandits," said that this "is no time for truces."',
        "says",
        {"speaker": "minister", "content": "is no time for truces"},
    ),
]

NOT_FOUND = [
    ("In 2016 the parliament incorporated the Salt Guard into the state.", "formed", {"body": "Salt Guard"}),
    ("The casualties included Ana Mor and nine wounded clerks.", "kills", {"victim": "Ana Mor"}),
    ("Ana Mor spoke of the two clerks he's accused of killing in Lobos.", "accuses", {"accused": "two clerks"}),
    (
        'Ana Mor reported the return of "Night Squads," and said that the army knew.',
        "says",
        {"content": "Night Squads"},
    ),
    ("A court convicted Luis Pardo of selling the mill, and acquitted Ana Mor.", "charges", {"offence": "acquitted"}),
    (
        "The seats went to the Salt League of Ana Mor, who has since been charged with accepting money.",
        "charges",
        {"target": "Salt League"},
    ),
    ("Two plainclothes Lobos guards shot and killed a resident of Lima.", "kills", {"victim": "Lobos guards"}),
    ("The rebels also demand that Ivo Duda be excluded from the council.", "asks", {"asked": "Ivo Duda"}),
    (
        "The Salt League has the military support of the Harvest Party.",
        "supports",
        {"supporter": "Salt League", "supported": "Harvest Party"},
    ),
    ("The authorities denied reporters access to the terminal.", "denies", {"speaker": "authorities"}),
    ("The Harbour Board denied Ivo Duda a visa.", "denies", {"speaker": "Harbour Board"}),
    ("Ana Mor was admitted into the Lobos Treatment Center in Lima.", "member_of", {"member": "Ana Mor"}),
    ("The tremor struck an area around the town of Lobos.", "bombs", {"target": "area"}),
    ("Ana Mor was stabbed to death in Lobos.", "injures", {"victim": "Ana Mor"}),
    ("Luis Pardo might be sent to his death in Chile.", "died", {"person": "Luis Pardo"}),
    ("DOCKERS END LONG STRIKE IN LOBOS The dockers met their mother in Lobos.", "family_of", {"kin": "mother"}),
    ("Ivo Duda shot himself in the foot in Lobos.", "died", {"person": "Ivo Duda"}),
    ("Ivo Duda tried to kill himself in Lobos.", "died", {"person": "Ivo Duda"}),
    ("The banker himself killed Ivo Duda.", "died", {"person": "banker"}),
    ("Ivo Duda hanged himself in a cell.", "kills", {"victim": "Ivo Duda"}),
    ("Rebels launched a 5-minute attack against a garrison of the Third Brigade.", "attacks", {"weapon": "5-minute"}),
    ("Rebels launched a 5-minute attack against a garrison of the Third Brigade.", "attacks", {"count": "5"}),
    ("Ivo Duda was charged with theft after the murder of Ana Mor.", "kills", {"killer": "Ivo Duda"}),
    ("The club gave a $90 million contract to Luis Pardo.", "supports", {"supported": "Luis Pardo"}),
    ("His mother Olga Mor and sister Ana Mor left Lobos.", "holds_rank", {"holder": "Ana Mor"}),
    ("Ivo Duda, a board member, won.", "member_of", {"member": "Ivo Duda"}),
    (
        'The minister, who always called the rebels "Bandits," said that this "is no time for truces."',
        "says",
        {"content": "Bandits"},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), FOUND)
def test_what_is_news(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    read = [c for c in layers.claims if c.predicate == predicate]

    assert any(holds(doc, c, wanted) for c in read), [(c.predicate, c.maker.rule, words(doc, c)) for c in layers.claims]


@pytest.mark.parametrize(("text", "predicate", "unwanted"), NOT_FOUND)
def test_what_is_none(text: str, predicate: str, unwanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    assert not any(holds(doc, c, unwanted) for c in layers.claims if c.predicate == predicate)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ivo Duda, 43, is charged with murder for the shooting deaths of two guards in March 2009.", "charges"),
        ("In March 2009 Ivo Duda was charged with the murder of a guard.", "kills"),
    ],
)
def test_the_day_of_the_deed_is_not_that_of_the_trial(text: str, predicate: str) -> None:
    _, layers = read_body(text)

    assert {c.valid.edtf for c in layers.claims if c.predicate == predicate} == {None}


def test_a_guilty_plea_to_a_deed_leaves_it_done() -> None:
    _, layers = read_body("Luis Pardo pleaded guilty to murdering Ana Mor.")

    assert {c.certainty for c in layers.claims if c.predicate == "kills"} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Rebels used trucks to attack the Lobos garrison.", "asserted"),
        ("Rebels came to Lobos to attack the garrison of the Third Brigade.", "intended"),
    ],
)
def test_what_a_thing_was_used_for_is_done(text: str, certainty: str) -> None:
    _, layers = read_body(text)

    assert {c.certainty for c in layers.claims if c.predicate == "attacks"} == {certainty}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The Lobos Police Department announced Friday they had arrested Ivo Duda.", "they had arrested Ivo Duda"),
        ("Ana Mor said Tuesday the port would close.", "the port would close"),
        ("Officials said late Monday Ivo Duda would be tried.", "Ivo Duda would be tried"),
    ],
)
def test_the_day_of_a_telling_is_not_told(text: str, content: str) -> None:
    doc, layers = read_body(text)

    assert [words(doc, c)["content"] for c in layers.claims if c.predicate == "says"] == [[content]]

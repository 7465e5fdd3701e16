"""What reading real news by hand showed: sentences of its kinds, about invented people."""

import pytest
from tests.support import holds, read_body, words

FOUND = [
    # A participle that shares the auxiliary of the verb before it is passive as well.
    (
        "Ivo Duda was arrested on Monday and charged with murdering Ana Mor.",
        "charges",
        {"target": "Ivo Duda", "offence": "murdering Ana Mor"},
    ),
    ("Luis Pardo was stopped near Lobos and arrested by Osh guards.", "arrests", {"target": "Luis Pardo"}),
    # A verdict is a charge, whatever form the deed has.
    ("Ivo Duda was found guilty of murdering Ana Mor.", "charges", {"offence": "murdering Ana Mor"}),
    ("A jury found Luis Pardo guilty of killing two guards.", "charges", {"target": "Luis Pardo"}),
    # A whole title before a name is the post.
    ("Deputy City Attorney Ada Mensah left.", "holds_role", {"post": "Deputy City Attorney", "holder": "Ada Mensah"}),
    ("County Attorney Luis Pardo spoke in Lobos.", "holds_role", {"post": "County Attorney"}),
    # Bans of a body, or for a time, are listed; being sent home by an employer is not.
    ("The Harbour League banned Luis Pardo for two years.", "designates", {"target": "Luis Pardo"}),
    ("Luis Pardo has been suspended since October.", "designates", {"target": "Luis Pardo"}),
    # "Who" is the one person right before it, not the several of whom he is.
    (
        "Police seek two helpers of the gunman who murdered Ivo Duda.",
        "kills",
        {"killer": "gunman", "victim": "Ivo Duda"},
    ),
    ("Guards found three cousins of the clerk who murdered Ana Mor.", "kills", {"killer": "clerk"}),
    ("A total of 14 people have been arrested, police said.", "arrests", {"target": "14 people"}),
    ("The raid on Lobos left two soldiers dead.", "kills", {"victim": "two soldiers"}),
    # What is asked for is one content, however many things are asked.
    ("Ivo Duda urged the board to meet Ana Mor and pay the clerks.", "asks", {"content": "meet Ana Mor and pay"}),
    # What is told opens with its first word.
    (
        "Ana Mor told the court that, over the years, the mill had paid.",
        "says",
        {"content": "over the years, the mill"},
    ),
    (
        'Ivo Duda wrote much. About his "pupil" he wrote, "He has been my companion for many years."',
        "says",
        {"content": "He has been my companion for many years."},
    ),
]

NOT_FOUND = [
    ("Ada Mensah, a mill worker who had been suspended for stealing, returned.", "designates", {}),
    ("Minutes after Ada Mensah was suspended, she left the building.", "designates", {}),
    ("Ivo Duda, a Lobos oil heir, died at 75.", "holds_role", {"holder": "Ivo Duda"}),
    ("Two aides of the clerk who murdered Ana Mor were found.", "kills", {"killer": "aides"}),
    ("A total of 14 people have been arrested, police said.", "arrests", {"authority": "police"}),
    ("Luis Pardo was arrested on Monday and charged with theft.", "charges", {"authority": "Luis Pardo"}),
    ("The doctor confirmed the death of Mr. Duda.", "kills", {}),
    ("After Ada Mensah was shot, she cried.", "kills", {}),
    ("A guard of the Salt League was killed and two others were wounded.", "kills", {"victim": "two others"}),
    ('After Ada was shot, she exclaimed, "Mother, I got hit." Ada Mensah lived.', "says", {"content": "After Ada was"}),
    ("Versions told during the day by the Lobos radio say that Ivo Duda left.", "says", {"speaker": "day"}),
    (
        'Ana Mor said: "We cannot sign." The board\'s proposal indicated that "it will halt every work in the port."',
        "says",
        {"speaker": "Ana Mor", "content": "it will halt"},
    ),
    ("The clerks accused Luis Pardo of killing Ana Mor, daughter of Colonel Duda.", "kills", {"victim": "daughter"}),
    (
        "The Salt League denied that its chairman, Ivo Duda, had met Ana Mor.",
        "holds_role",
        {"holder": "Ivo Duda", "polarity": "denied"},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), FOUND)
def test_what_real_news_says(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    read = [c for c in layers.claims if c.predicate == predicate]

    assert any(holds(doc, c, wanted) for c in read), [(c.predicate, c.maker.rule, words(doc, c)) for c in layers.claims]


@pytest.mark.parametrize(("text", "predicate", "unwanted"), NOT_FOUND)
def test_what_it_does_not(text: str, predicate: str, unwanted: dict[str, str]) -> None:
    doc, layers = read_body(text)
    polarity = unwanted.get("polarity")
    wanted = {k: v for k, v in unwanted.items() if k != "polarity"}

    read = [c for c in layers.claims if c.predicate == predicate and polarity in (None, c.polarity)]

    assert not any(holds(doc, c, wanted) for c in read), [(c.maker.rule, words(doc, c)) for c in read]


@pytest.mark.parametrize(
    "text",
    [
        "The clerks accused the Salt League of murdering Ana Mor, daughter of Colonel Ivo Duda, head of the Trust.",
        "The rebels claim that President Ana Mor ordered the raid with her brother Luis Mor.",
        "Luis Pardo is accused of robbing Ivo Duda, director of the Harbour Trust.",
    ],
)
def test_titles_beside_a_name_are_no_part_of_an_accusation(text: str) -> None:
    _, layers = read_body(text)
    aside = [c for c in layers.claims if c.predicate in ("holds_role", "holds_rank", "family_of")]

    assert aside
    assert {c.certainty for c in aside} == {"asserted"}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Luis Pardo claimed that Ana Mor was the director of the Harbour Trust.", "claimed"),
        ("Ana Mor alleged that Luis Pardo was the head of the Salt League.", "alleged"),
    ],
)
def test_a_title_that_is_what_is_claimed_stays_so(text: str, certainty: str) -> None:
    _, layers = read_body(text)

    assert {c.certainty for c in layers.claims if c.predicate == "holds_role"} == {certainty}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ivo Duda, head of the Harbour Trust, resigned in May 2012.", "../2012-05"),
        ("Prime Minister Ana Mor was sacked in June 2013.", "../2013-06"),
        ("Luis Pardo, the mayor of Lobos, stepped down on 3 May 2019.", "../2019-05-03"),
        ("Mayor Luis Pardo dismissed Ana Mor in May 2019.", None),
        ("Former mayor Luis Pardo resigned from the club in May 2019.", None),
    ],
)
def test_a_post_ends_when_its_holder_leaves(text: str, edtf: str | None) -> None:
    _, layers = read_body(text)

    assert {c.valid.edtf for c in layers.claims if c.predicate == "holds_role"} == {edtf}


@pytest.mark.parametrize("verb", ["summoned", "invited", "begged"])
def test_what_somebody_is_asked_to_do_is_not_done(verb: str) -> None:
    _, layers = read_body(f"The mayor {verb} the Salt League to attack the Lobos barracks.")

    assert {c.certainty for c in layers.claims if c.predicate == "attacks"} <= {"intended"}


def test_a_president_named_without_a_body_is_of_no_firm_that_has_one() -> None:
    doc, layers = read_body(
        "The plan went to President Ivo Duda. Ada Mensah, president of the Lobos Football Association, was told."
    )
    held = [words(doc, c) for c in layers.claims if c.predicate == "holds_role"]

    assert ["of" in w for w in held if "Ivo Duda" in w["holder"]] == [False]


def test_one_of_those_arrested_is_not_the_number_arrested() -> None:
    doc, layers = read_body("One of the clan leaders arrested in a raid on Lobos has hanged himself.")

    assert all("count" not in words(doc, c) for c in layers.claims if c.predicate == "arrests")

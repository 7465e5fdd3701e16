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
    # A verdict, whoever hands it down; who is guilty of a murder has murdered.
    ("A Lobos jury has returned a guilty verdict for Luis Pardo.", "charges", {"target": "Luis Pardo"}),
    ("Luis Pardo, 20, was found guilty in the murder of Ana Mor.", "kills", {"killer": "Luis Pardo"}),
    (
        "Luis Pardo was convicted for his role in the fire.",
        "charges",
        {"offence": "role in the fire"},
    ),
    ("A tremor hit Chad, killing 10 people and injuring dozens.", "injures", {"victim": "dozens"}),
    # Whoever hangs himself dies, whatever the sentence calls him.
    ("Ivo Duda was in a cell. On Tuesday he hanged himself there.", "died", {"person": "Ivo Duda"}),
    # A name between quotation marks is another name.
    ('Mob boss Ivo "The Chin" Duda died in Lobos.', "alias_of", {"bearer": "Duda", "alias": "The Chin"}),
    ('Ada Mensah, better known as "Sea Dog," left Lobos.', "alias_of", {"bearer": "Ada Mensah", "alias": "Sea Dog"}),
    ('Luis Pardo, who revealed himself as "Grey Fox" in May, left.', "alias_of", {"alias": "Grey Fox"}),
    # Who holds somebody responsible accuses him.
    (
        "The police hold the Salt League responsible for the raid on Osh.",
        "accuses",
        {"accuser": "police", "accused": "Salt League"},
    ),
    ("Ana Mor held Luis Pardo responsible for the fire.", "accuses", {"accused": "Luis Pardo"}),
    ("Rebels fired at the Lobos Church, claiming that guards were inside.", "says", {"speaker": "Rebels"}),
    ("Gunmen fired on the mill in a raid on Lobos, injuring 30 people.", "injures", {"injurer": "Gunmen"}),
    ("Ada Mensah left the Harbour Board in 2012.", "member_of", {"group": "Harbour Board"}),
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
    # Who answers for a deed, by whosever word.
    ("Ivo Duda was arrested on suspicion of drunk driving.", "arrests", {"offence": "drunk driving"}),
    ("Guards of the Salt League were responsible for the murder of Ana Mor.", "kills", {"killer": "Salt League"}),
    ("The Salt League claimed credit for the killing of Ana Mor.", "kills", {"killer": "Salt League"}),
    ("Luis Pardo has confessed to the murder of Ana Mor.", "kills", {"killer": "Luis Pardo", "victim": "Ana Mor"}),
    ("Ana Mor's residence in Osh was the target of a bomb attack.", "attacks", {"target": "residence"}),
    ("Ana Mor was nominated as Surgeon General.", "appoints", {"post": "Surgeon General"}),
    ("The Salt League is responsible for the deaths of 70 clerks.", "kills", {"killer": "Salt League"}),
    ("Emeritus Professor Ivo Duda spoke.", "holds_role", {"post": "Emeritus Professor", "holder": "Ivo Duda"}),
    ("Dean Ada Mensah of Lobos Law School spoke.", "holds_role", {"post": "Dean", "holder": "Ada Mensah"}),
    ("Police fired on strikers in Osh and fired shots at the Lobos mill.", "attacks", {"target": "strikers"}),
    # Of a sentence told before its teller all is told, and not the few words of it that stand in marks.
    (
        'The fire cut the flow of "data of all kinds" to Osh, said Ivo Duda.',
        "says",
        {"content": "The fire cut"},
    ),
    ("Daniel Vale FRS (8 February 1700 – 17 March 1782) was a clerk.", "born", {"person": "Daniel Vale"}),
    ("Emeritus Professor John Burr said that the flag is old.", "says", {"speaker": "John Burr"}),
    # "No longer" denies, and what somebody is not guilty of.
    ("Delta Freight no longer supports the Harbour Party.", "supports", {"polarity": "denied"}),
    ("A judge found Luis Pardo not guilty of arming the rebels.", "supports", {"polarity": "denied"}),
    # Whoever is urged to wait and to order something may order it.
    (
        "Ada Mensah urged Ivo Duda to follow the rules and order an inquiry into the fire.",
        "orders",
        {"authority": "Ivo Duda"},
    ),
    ("A spokesman for President Ivo Duda condemned the raid.", "condemns", {"speaker": "spokesman for President"}),
    ("A clerk who knew Ivo Duda said that the pier was closed.", "says", {"speaker": "A clerk"}),
]
NOT_FOUND = [
    ('The clerk said, "I do not know what the purpose of it is."', "denies", {}),
    (
        "Police reported the dismissal of the port chief, who will be replaced by Ana Mor.",
        "succeeds",
        {"predecessor": "dismissal"},
    ),
    # Who has or continues to do something says nothing, and what somebody is to tell is not told.
    ("They have troops and ships there to tell us that they can come at any time.", "says", {"speaker": "troops"}),
    (
        'The mayor said that guards continued to advance, and that "we will be free."',
        "says",
        {"speaker": "guards"},
    ),
    (
        'Duda said that "we have to wait," but added that he has no news of a rumour that guards announced a council.',
        "says",
        {"speaker": "guards"},
    ),
    ("In fact, gunmen murdered the magistrate Ivo Duda in Osh.", "kills", {"weapon": "fact"}),
    ("His father was a geologist and his mother, Jana, is a nurse and director.", "holds_role", {"holder": "father"}),
    ("Peter Lynley, the brother of Inspector Lynley, left Lobos.", "family_of", {"relative": "Lynley"}),
    ("The rebels scorned the visit to Osh by president Ivo Duda.", "holds_role", {"of": "Osh"}),
    # Of a row of names each is of its own body, and the last, a common noun, is none of them.
    ("Neither Ivo Duda nor his wife was hurt.", "family_of", {}),
    ("Four docks burned, the police reported to Radio Lobos.", "reports_to", {}),
    ("A blast killed Maria Pardo; Ivo Duda, and a clerk who died in Osh.", "died", {"person": "Ivo Duda"}),
    ("Guards held Ivo Duda and a clerk who was shot in Osh.", "attacks", {"target": "Duda"}),
    ("Guards foiled an attempt by smugglers to abduct the harbour master.", "abducts", {"abductor": "Guards"}),
    ("Guards prevented the gang from killing Ivo Duda.", "kills", {"killer": "Guards"}),
    ("A court acquitted Luis Pardo of the murder of Ana Mor.", "kills", {"victim": "Ana Mor"}),
    ("A court acquitted Luis Pardo of the murder of Ana Mor.", "charges", {}),
    ("The ministry strong-armed Peru into a deal.", "supports", {}),
    ("Two dockers were killed in the past week and a half.", "kills", {"weapon": "half"}),
    ("Two blasts took place in a vacant lot in Osh Street on Monday.", "protests", {}),
    ("Colonel Ivo Duda harshly attacked Judge Ana Mor.", "attacks", {}),
    ("Ana Mor was shot in the back in Lobos.", "attacks", {"place": "back"}),
    ("A clerk of the group within Delta Freight called the Salt League left.", "alias_of", {}),
    ("The club was founded by Dean Kamen in 2012.", "holds_role", {}),
    ("Luis Pardo once more took his place at the head of the march.", "holds_role", {}),
    ('The team listed their country as "Hope" on their shirts.', "designates", {}),
    ("A brother from Duda's monastery stayed in Lima.", "family_of", {}),
    ("The coast waits for the death of Harbour Pilot 6.", "died", {}),
    ("The task is hard, as the mission is carried out by the Salt League (Sal).", "says", {"speaker": "Sal"}),
    (
        "Since May a clerk, a banker, and at least five students have been murdered.",
        "kills",
        {"victim": "clerk", "count": "five"},
    ),
    ("Luis Pardo described the board's trip to Chad as a blunder.", "visits", {"visitor": "Luis Pardo"}),
    ("Ana Mor said there is no evidence of that.", "denies", {}),
    ("The clerks argue that there is no democracy in Chad.", "denies", {}),
    ("According to the commitment made in May, Ana Mor left.", "says", {}),
    (
        'Ana Mor said kits would be free," For example, schools can run it". People were asked to send designs.',
        "says",
        {"content": "People were asked"},
    ),
    ("The Carrick Rovers fired coach Luis Pardo on Monday.", "attacks", {}),
    ("The board fired Ana Mor.", "attacks", {}),
    ("Chad lost 1 – 2 to Peru.", "loses_seats", {}),
    ("The courthouse killer Luis Pardo has been jailed for life.", "kills", {"victim": "Luis Pardo"}),
    ("Ana Mor was nominated as Surgeon General.", "holds_role", {"holder": "Ana Mor"}),
    ("In 2005 Luis Pardo was named defensive player of the year in Ohio.", "appoints", {}),
    ("Luis Pardo led the Carrick Rovers with 67 goals.", "commands", {}),
    ("Salt League sources said they do not know of any casualty.", "denies", {}),
    ("According to your theory, Ana Mor should be freed.", "says", {}),
    ("Guards of the Salt League were responsible for the murder of Ana Mor.", "member_of", {"member": "responsible"}),
    ("The Church of Light imprisoned Ana Mor for twelve years.", "arrests", {"offence": "years"}),
    (
        'As a girl," the clan moved to Osh, Ana Mor wrote. "It was fun there", Ana Mor said.\nShe later left for Peru.',
        "says",
        {"content": "She later left"},
    ),
    ("Ada Mensah, a mill worker who had been suspended for stealing, returned.", "designates", {}),
    ("Minutes after Ada Mensah was suspended, she left the building.", "designates", {}),
    ("Ivo Duda, a Lobos oil heir, died at 75.", "holds_role", {"holder": "Ivo Duda"}),
    ("Two aides of the clerk who murdered Ana Mor were found.", "kills", {"killer": "aides"}),
    ("A total of 14 people have been arrested, police said.", "arrests", {"authority": "police"}),
    ("The clerk hanged himself in a cell in Lobos.", "kills", {}),
    ("Guards made a call to a Lobos radio station reporting that the raid had ended.", "says", {"speaker": "station"}),
    ("These events are to be seen in the light of what the Salt League said it would do.", "says", {}),
    ("Ana Mor told Lobos District Judge Ivo Duda that the mill had burned.", "says", {"medium": "Lobos"}),
    (
        'Ivo Duda was called by the Salt League to come to Lobos, where he said, "We will take all the steps we can."',
        "says",
        {"speaker": "Salt League"},
    ),
    ("Ada Mensah has left the Lobos Treatment Center and moved to Osh.", "member_of", {"group": "Center"}),
    ("Asked about it, Ada Mensah did not reveal what she was being treated for.", "says", {}),
    ("Ada Mensah led Lobos United to a 20-13 victory over Osh.", "commands", {}),
    ("Ada Mensah led Lobos United to a 20-13 victory over Osh.", "directs", {}),
    ("Rebels fired at the Lobos Church, claiming that guards were hiding inside.", "says", {"speaker": "Church"}),
    ("The Salt League damaged a helicopter and seized a truck.", "captures", {"captured": "helicopter"}),
    (
        "Several parties called a strike over the attack on the Lobos mill, injuring 30 people.",
        "injures",
        {"injurer": "parties"},
    ),
    ("The raid caused the death of one guard and injured 15 people.", "died", {"person": "15 people"}),
    ('The army condemned the "Terrorist attack" against the Lobos mill.', "says", {}),
    ("When Ada Mensah was asked how she saw it, she replied:", "says", {"content": "When Ada"}),
    (
        "The attack on the Lobos mill was the second, following a raid on the Osh barracks, which injured 15 people.",
        "attacks",
        {"target": "Lobos mill", "injured": "15"},
    ),
    ("Ana Mor accused Luis Pardo -- linked by the board to the fire -- of theft.", "accuses", {"content": "linked"}),
    ("The police hold the Salt League responsible for the raid on Osh.", "controls", {}),
    ("The Salt League had nothing to do with the death of Ivo Duda.", "kills", {}),
    (
        "The Salt League has nothing to do with the raid on Osh, Ana Mor said.",
        "attacks",
        {"attacker": "Salt League", "polarity": "affirmed"},
    ),
    ("The bombings and the deaths of six priests shocked Lobos.", "bombs", {"target": "priests"}),
    ("Ivo Duda is opposed to allowing the Salt League to leave Lobos.", "opposes", {"opposed": "Salt League"}),
    ("The leaders said Delta Freight met the Salt League. They asked for peace.", "asks", {"asker": "Salt League"}),
    ("The clerks said that the Harbour Board had paid. They left Lobos.", "visits", {"visitor": "Harbour Board"}),
    ('Lobos Film - Ada Mensah: "Million Coast Sailor" Singer And Actor', "says", {"speaker": "Ada Mensah"}),
    ("Guards shot Ana Mor, 32, and Luis Pardo, 11, in Lobos.", "attacks", {"count": "32"}),
    ("Ana Mor, a mother of 12, was shot in Lobos.", "family_of", {}),
    ("Ana Mor was killed in a gang shootout in Lobos.", "kills", {"weapon": "shootout"}),
    ('Ada Mensah, who wrote "Sea Dog" in Lobos, left.', "alias_of", {}),
    ('Ada Mensah called the plan "Sea Dog" in Lobos.', "alias_of", {}),
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

    polarity = wanted.get("polarity")
    wanted = {k: v for k, v in wanted.items() if k != "polarity"}

    read = [c for c in layers.claims if c.predicate == predicate and polarity in (None, c.polarity)]

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


@pytest.mark.parametrize(
    "text",
    [
        "A teenager is accused in the shooting death of Ana Mor.",
        "The trial of a guard charged over the death of Ana Mor began.",
    ],
)
def test_who_is_dead_is_so_whoever_is_accused(text: str) -> None:
    _, layers = read_body(text)

    assert {c.certainty for c in layers.claims if c.predicate == "died"} == {"asserted"}


def test_a_quotation_is_told_once() -> None:
    doc, layers = read_body('Ivo Duda warned that the clans "will go on shooting," and announced a curfew.')

    assert [words(doc, c)["content"] for c in layers.claims if c.predicate == "says"] == [
        ['the clans "will go on shooting,"']
    ]


def test_who_is_held_responsible_is_accused() -> None:
    _, layers = read_body("The police hold the Salt League responsible for the attack on the Lobos mill.")

    assert {c.certainty for c in layers.claims if c.predicate == "attacks"} <= {"accused"}


def test_an_attack_that_is_protested_was_made() -> None:
    _, layers = read_body("Two parties will march to protest the attack on the Lobos mill.")

    assert {c.certainty for c in layers.claims if c.predicate == "attacks"} == {"asserted"}


def test_a_deed_that_only_says_who_somebody_is_was_done() -> None:
    _, layers = read_body("Ana Mor accused the board of bribing Luis Pardo, a witness in the murder of Ivo Duda.")

    assert {c.certainty for c in layers.claims if c.predicate == "kills"} == {"asserted"}


def test_a_deed_of_which_somebody_is_accused_stays_so() -> None:
    _, layers = read_body("Ana Mor accused Luis Pardo of the murder of Ivo Duda.")

    assert {c.certainty for c in layers.claims if c.predicate == "kills"} == {"accused"}


@pytest.mark.parametrize(
    "text",
    [
        "Talks between the Salt League and the Harbour Board are scheduled to start in May.",
        "A visit to Osh by Ana Mor was postponed on Monday.",
    ],
)
def test_what_is_scheduled_has_not_been(text: str) -> None:
    _, layers = read_body(text)

    assert {c.certainty for c in layers.claims if c.predicate in ("meets", "visits")} == {"intended"}


def test_what_somebody_called_something_is_said() -> None:
    doc, layers = read_body('Colonel Ivo Duda noted what he described as a "grave and final stage" of the war.')

    assert any("grave and final stage" in words(doc, c)["content"] for c in layers.claims if c.predicate == "says")


def test_who_posts_and_tweets_the_same_words_on_a_day_says_them_that_day() -> None:
    _, layers = read_body(
        'The rebuke was posted on 12 May 2021 by Ada Mensah, head of the Lobos Trust, who tweeted: "We ask a question."'
    )

    assert [c.predicate for c in layers.claims if c.predicate == "says"]


@pytest.mark.parametrize(
    ("text", "predicate", "certainty"),
    [
        ("I was told that Luis Pardo had attacked the Lobos mill.", "attacks", "reported"),
        ("Parliamentary elections in Chad to be held in May.", "holds_election", "intended"),
        ("Elections in Chad are to be held in May.", "holds_election", "intended"),
        ("Ana Mor agreed to abstain from any form of attack on the Lobos mill.", "attacks", "hypothetical"),
        ("There is always the danger of Luis Pardo being shot by rebels.", "attacks", "hypothetical"),
        ("The Salt League claimed responsibility for the bombing of the Lobos mill.", "bombs", "claimed"),
    ],
)
def test_what_one_is_told_fears_or_claims_is_not_plain(text: str, predicate: str, certainty: str) -> None:
    _, layers = read_body(text)

    found = {c.certainty for c in layers.claims if c.predicate == predicate}

    assert found - {certainty} <= ({"asserted"} if certainty == "claimed" else set())


def _told(text: str) -> list[str]:
    """What everybody says in a text."""
    doc, layers = read_body(text)
    return [w for c in layers.claims if c.predicate == "says" for w in words(doc, c)["content"]]


def test_a_quotation_inside_a_quotation_does_not_cut_it_short() -> None:
    told = _told("Dock Radio reported that “nuns issued a ‘Letter of the people of Osh’ and left the town today.”")

    assert any("left the town today" in words for words in told)


def test_what_a_letter_read_is_said_by_nobody_before() -> None:
    told = _told(
        "“We wait,” Dock Radio reported.\n\nThe nuns issued a letter. It read, “The nuns of Osh are in mourning.”"
    )

    assert not any("mourning" in words for words in told)


def test_the_second_half_is_told_by_whom_it_accords_to() -> None:
    told = _told("There was shouting in Osh today and according to Ivo Duda, the yard was sold.")

    assert told == ["the yard was sold"]


def test_so_many_dead_need_no_second_reader() -> None:
    _, layers = read_body("The minister reported that two people died and nine were wounded in the flood.")

    assert [c.predicate for c in layers.claims if c.predicate == "died"] == ["died"]


def test_what_is_asked_in_a_letter_is_told_in_a_work() -> None:
    _, layers = read_body("Ana Mor said in a letter to the board that the yard had been sold.")

    media = {a.type for c in layers.claims for a in c.arguments if a.role == "medium"}

    assert media == {"work"}


@pytest.mark.parametrize(
    ("text", "predicate", "edtf"),
    [
        ("The 1940s actress Ana Mor died on 6 June 1991 in Lobos.", "died", "1991-06-06"),
        ("On 5 May 2012 the Salt League claimed responsibility for the murder of Ana Mor.", "kills", None),
        ("Guards of the Salt League attacked the mill along 9 October Avenue.", "attacks", None),
    ],
)
def test_a_deed_has_no_day_but_its_own(text: str, predicate: str, edtf: str | None) -> None:
    _, layers = read_body(text)

    assert {c.valid.edtf for c in layers.claims if c.predicate == predicate} == {edtf}

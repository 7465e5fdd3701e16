"""What ordinary reports say in other words: clefts, trusts, lists of deeds, who held the post before."""

from dataclasses import replace

import pytest
from tests.support import holds, read_body, words

from whence.annotate.claims import find_claims
from whence.pipeline import read_scene

FOUND = [
    # "The man who" has the name that the sentence gives him.
    ("The woman who shot Ivo Duda was Petra Novak.", "attacks", {"attacker": "Petra Novak", "target": "Ivo Duda"}),
    ("The one who leads the Salt League is Petra Novak.", "commands", {"commander": "Petra Novak"}),
    ("The man who really runs the Harbour Bank is Petra Novak.", "operates", {"operator": "Petra Novak"}),
    # What stands with "through" does not own; what stands with "into" is not taken.
    (
        "Petra Novak, who through a trust in Malta holds 74 per cent of Delta Freight, left.",
        "owns",
        {"owner": "Petra Novak", "owned": "Delta Freight"},
    ),
    # Who is blamed for a deed did it, not the one who blames.
    (
        "The court fined Delta Freight for having illegally armed the Salt League.",
        "supports",
        {"supporter": "Delta Freight", "supported": "Salt League"},
    ),
    (
        "The court convicted Delta Freight of having bribed Ivo Duda.",
        "supports",
        {"supporter": "Delta Freight", "supported": "Ivo Duda"},
    ),
    (
        "The ministry sanctioned Delta Freight under the Salt Act, as amended, for having funded the Salt League.",
        "supports",
        {"supporter": "Delta Freight", "supported": "Salt League"},
    ),
    # What its men do, the body does.
    ("The Salt League said its fighters attacked Lobos.", "attacks", {"attacker": "Salt League", "target": "Lobos"}),
    # Who is followed held the post.
    (
        "Petra Novak was elected president of Moldova in 2011, succeeding Ivo Duda.",
        "holds_role",
        {"holder": "Ivo Duda", "post": "president", "of": "Moldova"},
    ),
    (
        "Petra Novak was named head coach of Delta United on Monday, replacing Ivo Duda.",
        "holds_role",
        {"holder": "Ivo Duda", "post": "head coach", "of": "Delta United"},
    ),
    # A body that somebody directs or runs has him for its director or head; who leads a mission is its head.
    (
        "The Salt Institute was directed by Jana Horak from 2011 to 2014.",
        "holds_role",
        {"holder": "Jana Horak", "post": "director", "of": "Salt Institute"},
    ),
    (
        "The Salt Institute's mission in Izmir was headed by Jana Horak in 2011.",
        "holds_role",
        {"holder": "Jana Horak", "post": "head of mission", "of": "Salt Institute"},
    ),
    # What is told of each of a row is told of all.
    (
        "The funds went to Salt Lines and Delta Haulage, both of which are owned by Petra Novak.",
        "owns",
        {"owner": "Petra Novak", "owned": "Salt Lines"},
    ),
    (
        "Police searched Salt Lines, Delta Haulage and Kefra Gems, each of which is owned by Petra Novak.",
        "owns",
        {"owner": "Petra Novak", "owned": "Delta Haulage"},
    ),
    (
        "Scores of smugglers such as Ana Mor and Ivo Duda were under the control of Luis Pardo.",
        "controls",
        {"controlled": "Ivo Duda", "controller": "Luis Pardo"},
    ),
    (
        "Over the years, the ministry established, trained groups including the Salt League and the Red Front.",
        "supports",
        {"supporter": "ministry", "supported": "Red Front"},
    ),
    ("The contract is worth 22 million dollars a year.", "counts", {"number": "22 million dollars"}),
    # A nationality in apposition is who it says; elements of a body are its men; a two-word nationality is one.
    ("It was Nadia Kovac, the Kenyan, who gave the order.", "orders", {"authority": "Nadia Kovac"}),
    ("Two elements of the Salt League are among the dead.", "kills", {"victim": "Two elements"}),
    (
        "The Sahil Bank said that its subsidiary Harrow Lane Centrale has been awarded a contract.",
        "part_of",
        {"part": "Harrow Lane Centrale", "whole": "Sahil Bank"},
    ),
    # A nun hidden between commas runs it all the same.
    (
        "The Salt Institute, which a nun, Sister Marta Lind, has run from a hut since 2009, has closed.",
        "holds_role",
        {"holder": "Marta Lind", "post": "head", "of": "Salt Institute"},
    ),
    # What ordinary appointments and sanctions say.
    (
        "Petra Novak took over as chief executive of Delta Freight in June.",
        "holds_role",
        {"holder": "Petra Novak", "post": "chief executive", "of": "Delta Freight"},
    ),
    ("Petra Novak took charge of Delta United in March.", "commands", {"commanded": "Delta United"}),
    (
        "Petra Novak was named interim head coach of Delta United, replacing Ivo Duda.",
        "holds_role",
        {"holder": "Ivo Duda", "post": "head coach"},
    ),
    (
        "The European Council imposed sanctions on Petra Novak on Monday.",
        "designates",
        {"authority": "European Council", "target": "Petra Novak"},
    ),
    # "And its" belongs to what it is joined to.
    (
        "The Sahil Bank sued Salt Lines and its subsidiary, Kefra Gems.",
        "part_of",
        {"part": "Kefra Gems", "whole": "Salt Lines"},
    ),
    (
        "The panel examined the accounts of Salt Lines, a firm in Malta, and of its local subsidiary, Delta Haulage.",
        "part_of",
        {"part": "Delta Haulage", "whole": "Salt Lines"},
    ),
    ("The Salt League met the Dockers' Union and its own board.", "part_of", {"whole": "Salt League"}),
]

SILENT = [
    ("Jana Horak directed the Salt Institute to close.", "holds_role", {"post": "director"}),
    ("Nino Vale had run the Salt Institute as acting treasurer.", "holds_role", {"post": "head"}),
    (
        "Ada Vale met Salt Lines and Delta Haulage, one of which is owned by Petra Novak.",
        "owns",
        {"owned": "Salt Lines"},
    ),
    ("The man who shot Ivo Duda was not Petra Novak.", "attacks", {"attacker": "Petra Novak"}),
    ("The officer who shot Ivo Duda was Petra Novak's brother.", "attacks", {"attacker": "Petra Novak"}),
    ("The court fined Delta Freight for having armed the Salt League.", "supports", {"supporter": "court"}),
    ("The Salt League took Petra Novak into Lobos.", "captures", {"captured": "Lobos"}),
    (
        "Petra Novak was named deputy director of the Salt Institute after replacing Ivo Duda as treasurer.",
        "holds_role",
        {"holder": "Ivo Duda", "post": "deputy director"},
    ),
    ("Salt Lines, a company in Malta, was fined.", "part_of", {"part": "Salt Lines"}),
    # Who is joined behind a relative clause is not told of in it; nobody was the interim coach before one.
    ("Ada Vale, who worked for the Salt Post, and her driver, Ivo Duda, left.", "member_of", {"member": "Ivo Duda"}),
    (
        "Petra Novak was named interim head coach of Delta United, replacing Ivo Duda.",
        "holds_role",
        {"holder": "Ivo Duda", "post": "interim"},
    ),
]

NATIONS = ["The North Korean army left.", "He is a South Korean colonel.", "South African officials met Ivo Duda."]

DATED = [
    ("Ivo Duda left his post as director of the Salt Institute in May 2014.", "director", "../2014-05"),
    ("Ivo Duda, director of the Salt Institute, quit as chairman of Delta Freight in 2014.", "director", None),
    (
        "Petra Novak became mayor of Lobos on 4 March 2011, succeeding Ivo Duda, who left in 2010.",
        "mayor",
        "2011-03-04/..",
    ),
    ("Ivo Duda, its chief executive from June 2016 to January 2019, was arrested for fraud.", "arrested", None),
    ("Police arrested Ivo Duda, the mayor from 2010 to 2014, on 3 May 2015.", "arrested", "2015-05-03"),
    ("The buyer was Salt Lines (“SL”), a firm registered in Malta on 14 March 2013.", "registered", "2013-03-14"),
]


@pytest.mark.parametrize(("say", "predicate", "args"), FOUND)
def test_it_is_read(say: str, predicate: str, args: dict[str, str]) -> None:
    doc, layers = read_body(say)

    read = [c for c in layers.claims if c.predicate == predicate]

    assert any(holds(doc, c, args) for c in read), [(c.predicate, words(doc, c)) for c in layers.claims]


@pytest.mark.parametrize(("say", "predicate", "args"), SILENT)
def test_it_is_not_said(say: str, predicate: str, args: dict[str, str]) -> None:
    doc, layers = read_body(say)

    assert not [words(doc, c) for c in layers.claims if c.predicate == predicate and holds(doc, c, args)]


@pytest.mark.parametrize(("say", "trigger", "edtf"), DATED)
def test_the_time_is_that_of_its_own_words(say: str, trigger: str, edtf: str | None) -> None:
    doc, layers = read_body(say)

    dated = [c.valid.edtf for c in layers.claims if c.trigger and trigger in doc.quote(c.trigger)]

    assert edtf in dated


@pytest.mark.parametrize("say", NATIONS)
def test_a_nationality_of_two_words_is_one(say: str) -> None:
    doc, layers = read_body(say)

    found = {doc.quote(m.span): m.type for m in layers.mentions if doc.quote(m.span)[:5] in ("North", "South")}

    assert set(found.values()) == {"nationality"}


def test_who_is_followed_left_when_the_sentence_says_so() -> None:
    doc, layers = read_body(
        "Petra Novak became mayor of Lobos on 4 March 2011, succeeding Ivo Duda, who had resigned on 18 January 2011."
    )

    posts = {words(doc, c)["holder"][0]: c.valid.edtf for c in layers.claims if c.predicate == "holds_role"}

    assert posts == {"Petra Novak": "2011-03-04/..", "Ivo Duda": "../2011-01-18"}


def test_of_two_who_led_each_has_a_time_of_his_own() -> None:
    doc, layers = read_body(
        "The Salt Institute was led from 2010 to 2014 by Jana Horak and, after a year, from May 2015 by Marek Dvorak."
    )

    led = {words(doc, c)["commander"][0]: c.valid.edtf for c in layers.claims if c.predicate == "commands"}

    assert led == {"Jana Horak": "2010/2014", "Marek Dvorak": "2015-05/.."}


RELEASE = "Today, the ministry sanctioned Salt Lines for theft. {also} The bank of both is in Malta."


@pytest.mark.parametrize(
    ("also", "edtf"),
    [
        ("Also sanctioned were Delta Haulage and Kefra Gems.", "2014-05-12"),
        ("Delta Haulage was sanctioned for helping the firm.", "2014-05-12"),
        ("Delta Haulage was previously sanctioned for theft.", None),
        ("The court had sanctioned Delta Haulage.", None),
    ],
)
def test_what_a_release_lists_it_lists_on_its_day(also: str, edtf: str | None) -> None:
    doc, layers = read_body(RELEASE.format(also=also), published="2014-05-12")
    claims = find_claims(replace(read_scene(doc, layers), published="2014-05-12"))

    listed = [c for c in claims if c.predicate == "designates" and "Delta Haulage" in words(doc, c)["target"]]

    assert {c.valid.edtf for c in listed} == {edtf}

import re

import pytest

from whence.ask.statements import statement
from whence.ask.wording import (
    certainty_in_words,
    chain_in_words,
    counted,
    event_in_words,
    in_words,
    span_in_words,
    templates,
    time_in_words,
)
from whence.model import Argument, Claim, Document, Filled, Maker
from whence.vocab import predicates, read_yaml


def test_every_predicate_has_its_words_and_no_template_names_a_strange_role() -> None:
    assert templates().keys() == predicates().keys()
    for name, predicate in predicates().items():
        for role in predicate.roles:
            assert f"{{{role}}}" in templates()[name], f"{name} never shows {role}"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ({"target": "Port"}, "Port is attacked"),
        ({"target": "Port", "weapon": "rockets"}, "Port is attacked with rockets"),
        ({"target": "Port", "weapon": "rockets", "count": "21"}, "Port is attacked with 21 rockets"),
        ({"target": "Port", "killed": "3"}, "Port is attacked; killed: 3"),
        ({"attacker": "Gang"}, "someone is attacked by Gang"),
        ({"target": "the [sic] {killed} port"}, "the [sic] {killed} port is attacked"),
    ],
)
def test_parts_without_words_are_left_out(args: dict[str, str], words: str) -> None:
    assert in_words("attacks", [Filled(r, None, w) for r, w in args.items()]) == words


def test_several_fillers_are_listed_and_denials_say_so() -> None:
    args = [Filled("member", None, w) for w in ("A", "B", "C", "A")] + [Filled("group", None, "G")]

    assert in_words("member_of", args) == "A, B and C belong to G"
    assert in_words("member_of", args[:1], "denied") == "Denied: A belongs to someone"


@pytest.mark.parametrize(
    ("spell", "words"),
    [
        (("2017-03", None, True, False), "since 2017-03"),
        (("2006", "2014", True, True), "2006 to 2014"),
        (("2006", "2014", False, False), "known 2006 to 2014"),
        (("2006", "2014", False, True), "known 2006, until 2014"),
        (("2006", "2014", True, False), "since 2006, known 2014"),
        ((None, "2019", False, True), "until 2019"),
        (("2019", "2019", False, False), "known 2019"),
        (("2019", None, False, False), "known 2019"),
        ((None, None, False, False), ""),
    ],
)
def test_a_date_within_a_spell_is_not_told_as_its_start(
    spell: tuple[str | None, str | None, bool, bool], words: str
) -> None:
    start, end, starts, ends = spell
    assert time_in_words(start, end, starts=starts, ends=ends) == words


@pytest.mark.parametrize(
    ("predicate", "args", "words"),
    [
        ("accuses", {"accused": "Bo", "content": 'of "dancing'}, 'Bo is accused of "dancing"'),
        ("says", {"speaker": "Bo", "content": "we wait,"}, "Bo says: we wait"),
        ("says", {"speaker": "Bo", "content": "“we wait"}, "Bo says: “we wait”"),
        ("denies", {"speaker": "Bo", "content": "taking part"}, "Bo denies taking part"),
        ("denies", {"speaker": "Bo", "content": "he had no part"}, "Bo says in denial: he had no part"),
        ("kills", {"victim": "24 people", "count": "at least 24"}, "at least 24 people are killed"),
        ("counts", {"counted": "euros", "number": "1.2 million euros", "whose": "Port"}, "Port: 1.2 million euros"),
        ("counts", {"counted": "€9 million", "number": "€9 million", "whose": "Port"}, "Port: €9 million"),
        ("counts", {"counted": "boxes", "number": "40", "event": "raid"}, "40 boxes, raid"),
        ("counts", {"counted": "timber", "number": "12", "whose": "Port"}, "timber of Port: 12"),
        ("orders", {"authority": "Bo", "target": "Ana", "content": "to sign"}, "Bo orders Ana to sign"),
        ("orders", {"authority": "Bo", "target": "Ana", "content": "a raid"}, "Bo orders a raid against Ana"),
        ("agrees_with", {"party": "Bo", "partner": "Ana", "content": "the terms"}, "Bo agrees with Ana on the terms"),
        ("asks", {"asker": "Bo", "asked": "Ana", "content": "to wait"}, "Bo asks Ana to wait"),
        ("supports", {"supporter": "two men", "supported": "Port", "means": "funds"}, "two men fund Port"),
        ("supports", {"supporter": "Bo", "supported": "Port", "means": "€3"}, "Bo supports Port (€3)"),
        ("counts", {"counted": "revenue", "number": "88 million euros"}, "revenue: 88 million euros"),
        (
            "appoints",
            {"appointee": "Bo", "post": "head", "of": "Port", "authority": "Port"},
            "Bo is appointed head by Port",
        ),
    ],
)
def test_words_are_put_as_a_person_would(predicate: str, args: dict[str, str], words: str) -> None:
    assert in_words(predicate, [Filled(r, None, w) for r, w in args.items()]) == words


def test_speakers_run_from_the_innermost_outwards() -> None:
    assert chain_in_words(["Ana", "Bo"]) == "according to Ana, through Bo"
    assert chain_in_words([]) == ""
    assert certainty_in_words("almost_certain") == "almost certain"
    assert certainty_in_words("asserted") == ""


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Delta Yard", "Delta Yard is designated"),
        ("United States Lines", "United States Lines is designated"),
        ("three yards", "three yards are designated"),
        ("At least 12 divers", "At least 12 divers are designated"),
        ("1 diver", "1 diver is designated"),
        ("armed men", "armed men are designated"),
        ("owners of the yard", "owners of the yard are designated"),
        ("the press", "the press is designated"),
    ],
)
def test_the_verb_agrees_with_its_subject(subject: str, said: str) -> None:
    assert in_words("designates", [Filled("target", None, subject)]) == said


def test_a_number_is_said_with_its_unit() -> None:
    land = [Filled("counted", None, "land"), Filled("number", None, "12", best=12, unit="hectares")]
    power = [Filled("counted", None, "plant"), Filled("number", None, "some 140", best=140, unit="megawatt")]
    boxes = [Filled("counted", None, "boxes"), Filled("number", None, "40", best=40, unit="boxes")]

    assert in_words("counts", land) == "land: 12 hectares"
    assert in_words("counts", power) == "plant: some 140 megawatts"
    assert in_words("counts", boxes) == "40 boxes"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Oslo", "in Oslo"),
        ("Lund airport", "at Lund airport"),
        ("near Oslo", "near Oslo"),
        ("the school", "at the school"),
    ],
)
def test_a_place_has_its_preposition(place: str, said: str) -> None:
    assert in_words("arrests", [Filled("target", None, "Bo"), Filled("place", None, place)]) == f"Bo is arrested {said}"


def test_an_event_lies_between_two_days_and_does_not_last() -> None:
    assert event_in_words("2019-05-06", "2019-05-12") == "between 2019-05-06 and 2019-05-12"
    assert event_in_words("2019-05", "2019-05") == event_in_words(None, "2019-05") == "2019-05"


def test_other_verbs_agree_too_and_a_count_is_not_said_twice() -> None:
    owners = [Filled("owner", None, "two brothers"), Filled("owned", None, "the mill")]
    assert in_words("owns", owners) == "two brothers own the mill"
    killed = [Filled("victim", None, "Three divers"), Filled("count", None, "Three")]
    assert in_words("kills", killed) == "Three divers are killed"


@pytest.mark.parametrize(
    ("at", "place", "said"),
    [
        ("near", "Gori", "the mill is attacked near Gori"),
        ("some 20 km north of", "Gori", "the mill is attacked some 20 km north of Gori"),
        ("northern", "Georgia", "the mill is attacked in northern Georgia"),
        ("", "Gori", "the mill is attacked in Gori"),
        ("", "near the bridge", "the mill is attacked near the bridge"),
        ("", "North Kivu", "the mill is attacked in North Kivu"),
    ],
)
def test_a_vague_place_is_not_said_to_be_the_place(at: str, place: str, said: str) -> None:
    assert in_words("attacks", [Filled("target", None, "the mill"), Filled("place", "e1", place, at=at)]) == said


def test_a_body_from_the_rest_of_the_document_is_marked() -> None:
    args = [
        Filled("holder", None, "Ada Mensah"),
        Filled("post", None, "treasurer"),
        Filled("of", None, "Lake Club", by_context=True),
    ]
    assert "Lake Club (by context)" in in_words("holds_role", args)


def test_another_name_is_printed_as_it_stands_and_not_by_the_name_that_is_kept() -> None:
    doc = Document.of("The Lake Rowing Federation (LRF) met.", "a.txt")
    name, letters = doc.span(4, 26), doc.span(28, 31)
    claim = Claim(
        predicate="alias_of",
        arguments=(
            Argument("bearer", name, None, "organization"),
            Argument("alias", letters, None, "organization", name),
        ),
        evidence=doc.span(0, 37),
        region="body",
        maker=Maker("test", "1"),
    )
    said = statement(claim, doc, {"args.0": "e1", "args.1": "e1"}, {"e1": "Lake Rowing Federation"}, "a.txt")
    assert in_words("alias_of", said.args) == "Lake Rowing Federation is also called LRF"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("2014-05", "2014-05"), ("2017/..", "since 2017"), ("../2019-06", "by 2019-06"), ("1998/2010", "1998 to 2010")],
)
def test_a_spell_of_an_answer_is_read(edtf: str, words: str) -> None:
    assert span_in_words(edtf) == words


def test_a_post_is_its_words_though_they_speak_of_its_holder() -> None:
    doc = Document.of("Ana Duarte, who was the harbour master, left.", source="a.txt")
    args = (Argument("holder", doc.span(0, 10)), Argument("post", doc.span(24, 38), value="harbour master"))
    claim = Claim("holds_role", args, doc.span(0, 45), "body", Maker("test", "1"))

    said = statement(claim, doc, {"args.0": "e1", "args.1": "e1"}, {"e1": "Ana Duarte"}, "a.txt")

    assert in_words("holds_role", said.args) == "Ana Duarte – harbour master"
    assert said.args[1].entity is None


@pytest.mark.parametrize(
    ("predicate", "triggers", "words"),
    [
        ("charges", ["convicted"], "Ana is convicted by court"),
        ("charges", ["was sentenced"], "Ana is sentenced by court"),
        ("charges", ["charged"], "Ana is charged by court"),
        ("charges", ["convicted", "charged"], "Ana is charged by court"),
        ("charges", [], "Ana is charged by court"),
        ("designates", ["suspended"], "Ana is suspended by court"),
        ("designates", ["put"], "Ana is designated by court"),
    ],
)
def test_the_act_that_the_sentence_names_is_printed(predicate: str, triggers: list[str], words: str) -> None:
    args = (Filled("target", None, "Ana"), Filled("authority", None, "court"))

    assert in_words(predicate, args, triggers=triggers) == words


def test_templates_of_acts_name_roles_of_their_predicate() -> None:
    for name, acts in read_yaml("wording_by_word.en.yaml").items():
        for act in acts:
            assert set(re.findall(r"\{(\w+)\}", act["say"])) <= set(predicates()[name].roles)


@pytest.mark.parametrize(
    ("kin", "said"),
    [
        ("wife", "Ana is wife of Ivo"),
        ("brothers", "Ana and Ivo are family: brothers"),
        ("", "Ana and Ivo are family"),
    ],
)
def test_kinship_says_who_is_whose(kin: str, said: str) -> None:
    filled = [Filled(r, None, w) for r, w in {"person": "Ana", "relative": "Ivo", "kin": kin}.items() if w]

    assert in_words("family_of", filled) == said


def test_a_pronoun_that_points_at_nobody_is_someone() -> None:
    assert chain_in_words(["Ana", "He"]) == 'according to Ana, through someone ("he")'


def test_numbers_take_their_noun() -> None:
    assert [counted(n, "entry") for n in (1, 2)] == ["1 entry", "2 entries"]


@pytest.mark.parametrize(
    ("trigger", "seats", "said"),
    [
        ("has", "22", "League has 22 seats"),
        ("won", "22 seats", "League wins 22 seats"),
        ("won", "a majority", "League wins a majority"),
    ],
)
def test_seats_that_a_party_has_are_not_said_to_be_won(trigger: str, seats: str, said: str) -> None:
    filled = [Filled("party", None, "League"), Filled("seats", None, seats)]

    assert in_words("wins_seats", filled, triggers=[trigger]) == said

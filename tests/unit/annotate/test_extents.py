"""What a claim names, it names whole: neither cut from what makes it that nor run on."""

import pytest
from tests.support import read_body, words

WHOLE = [
    ("Inspectors found 14 fishing nets in the hold.", "counts", {"counted": "fishing nets"}),
    ("The county runs nine primary schools and four health centres.", "counts", {"counted": "primary schools"}),
    ("The yard hired 12 other clerks in May.", "counts", {"counted": "clerks"}),
    ("Ada Mensah was an English botanist and parish organist.", "holds_role", {"post": "parish organist"}),
    ("Ivo Duda was a Danish officer and colonial administrator.", "holds_role", {"post": "colonial administrator"}),
    ("Ivo Duda was a popular inspector and poet.", "holds_role", {"post": "inspector"}),
    (
        "The Dockers' League opposes the plan to close the yard at Malta, which employs nine.",
        "opposes",
        {"opposed": "plan to close the yard at Malta"},
    ),
    ("Ada Mensah called for the towns to share the water.", "asks", {"content": "for the towns to share the water"}),
    ("Ada Mensah called for an inquiry into the fire.", "asks", {"content": "for an inquiry into the fire"}),
    ("Ada Mensah voted against the bill on water prices.", "opposes", {"opposed": "bill on water prices"}),
    ("Ada Mensah, a science fiction writer, lives in Lobos.", "holds_role", {"post": "science fiction writer"}),
    ("Police questioned the county court judge Ivo Duda.", "holds_role", {"post": "county court judge"}),
    ("The health and social care minister Ivo Duda left.", "holds_role", {"post": "health and social care minister"}),
    ("Ivo Duda is the co - founder of Delta Freight.", "holds_role", {"post": "co - founder"}),
    ("Ivo Duda became the de facto leader of the guild.", "holds_role", {"post": "de facto leader"}),
    ("Ivo Duda is a composer for film and television.", "holds_role", {"post": "composer for film and television"}),
    ("Ivo Duda was director of music and drama.", "holds_role", {"post": "director of music and drama"}),
    ("Ivo Duda, head of Applied Arts at Lobos University, left.", "holds_role", {"post": "head of Applied Arts"}),
    ("Chad's trade and industry minister Ivo Duda left.", "holds_role", {"post": "trade and industry minister"}),
    ("Ivo Duda was the military Commander in Chief.", "holds_role", {"post": "military Commander in Chief"}),
    ("Lieutenant - General Ivo Duda left.", "holds_rank", {"rank": "Lieutenant - General"}),
    ("The trader and rebel commander Ivo Duda was held.", "holds_role", {"post": "commander"}),
    ("Critics accuse members of the salt board of this fraud.", "accuses", {"accused": "members of the salt board"}),
    ("Ada Mensah opposed the plan to sell the pier.", "opposes", {"opposed": "plan to sell the pier"}),
    (
        "Ivo Duda was accused of fixing two races, of which he was later cleared.",
        "accuses",
        {"content": "of fixing two races"},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "wanted"), WHOLE)
def test_an_argument_is_named_whole(text: str, predicate: str, wanted: dict[str, str]) -> None:
    doc, layers = read_body(text)

    read = [words(doc, c) for c in layers.claims if c.predicate == predicate]

    assert any(all(value in claim.get(role, ()) for role, value in wanted.items()) for claim in read), read


TOLD = [
    ("The only remedy, the clerk Ruth Mor argued, is a new trial.", "The only remedy, the clerk Ruth Mor argued, is a"),
    (
        "One of the lessons, Ada Mensah said, is that the dam had never been inspected.",
        "One of the lessons, Ada Mensah",
    ),
    ("One of the surprises, the coach said, is that no clerk had been paid since May.", "One of the surprises, the"),
    ('Duda noted that if the firm "fails to pay the fine, it will lose its licence within a month."', "if the firm"),
    ('Some critics called the pact the "worst bargain" of the year and a "gift to rogues".', "the pact the"),
    ('The singer announced her wish "to retire from the stage" in Lobos.', "her wish"),
]


@pytest.mark.parametrize(("text", "opens"), TOLD)
def test_what_is_told_has_its_subject_and_its_condition(text: str, opens: str) -> None:
    doc, layers = read_body(text)

    told = [words(doc, c)["content"][0] for c in layers.claims if c.predicate == "says"]

    assert told and all(content.startswith(opens) for content in told), told


def test_what_a_teller_leaves_out_is_not_told() -> None:
    doc, layers = read_body("Port sources said that the talks would resume, but they neither named nor quoted anybody.")

    told = [words(doc, c)["content"] for c in layers.claims if c.predicate == "says"]

    assert told == [["the talks would resume"]]


def test_experts_of_a_firm_are_not_the_firm() -> None:
    doc, layers = read_body("Experts of the water company, Salt Lines, confirmed that the pier is open in Lobos.")

    who = [words(doc, c)["speaker"][0] for c in layers.claims if c.predicate == "says"]

    assert who == ["Experts of the water company"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("[talk with General Ivo Duda, head of the coast guard, by reporters] What is the law?", "holds_rank"),
        ("Many believe that this led to the death of Ada Mensah in 1967.", "died"),
    ],
)
def test_what_a_bracket_or_belief_takes_for_granted_is_told(text: str, predicate: str) -> None:
    _, layers = read_body(text)

    assert {c.certainty for c in layers.claims if c.predicate == predicate} == {"asserted"}


def test_what_a_question_asks_is_not_told() -> None:
    _, layers = read_body("Is Ivo Duda the head of the coast guard, and did he kill Ada Mensah?")

    assert "asserted" not in {c.certainty for c in layers.claims if c.predicate in ("holds_role", "kills")}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Two clerks were killed and five were injured in Lobos.", "clerks"),
        ("Three guards were shot and nine were injured in Lobos.", "guards"),
    ],
)
def test_a_bare_number_counts_what_was_counted_before(text: str, unit: str) -> None:
    _, layers = read_body(text)

    hurt = next(c for c in layers.claims if c.predicate == "injures")

    assert [a.unit for a in hurt.arguments if a.role == "count"] == [unit]

"""Bodies of posts that no word beside them names."""

import pytest

from whence import pipeline
from whence.model import Claim, Document

RELEASE = """Corvane Freight Ltd names a new chairman

Corvane Freight Ltd, the Port Louis haulier, said on Monday that it had replaced its chairman. It gave no reason.

The former chairman, Desmond Achary, left the building at noon. "I wish Corvane Freight well," said \
Priya Naidoo, Chief Executive Officer.
"""
KNOWN = """Ines Duarte, general secretary of the Lusophone Rowing Federation, refused to sign. Two clubs protested.

The general secretary, Ines Duarte, was dismissed on Friday.
"""


def posts(text: str) -> dict[tuple[str, str], str | None]:
    """Holder and post of every tenure of a text, with the name of its body."""
    doc = Document.of(text, "a.txt")

    def name(claim: Claim, role: str) -> str | None:
        arg = claim.argument(role)
        span = (arg.antecedent or arg.span) if arg else None
        return doc.quote(span) if span else None

    claims = [c for c in pipeline.annotate_document(doc, {}).claims if c.predicate == "holds_role"]
    return {(name(c, "holder") or "", (name(c, "post") or "").lower()): name(c, "of") for c in claims}


def test_the_body_that_the_document_speaks_of() -> None:
    found = posts(RELEASE)
    assert found["Desmond Achary", "chairman"] == "Corvane Freight Ltd"
    assert found["Priya Naidoo", "chief executive officer"] == "Corvane Freight Ltd"


def test_the_body_that_the_document_gives_elsewhere_is_inferred_and_shown() -> None:
    doc = Document.of(KNOWN, "a.txt")
    late = [
        c
        for c in pipeline.annotate_document(doc, {}).claims
        if c.predicate == "holds_role" and "dismissed" in doc.quote(c.evidence)
    ]
    assert late
    of = late[0].argument("of")
    assert of is not None and of.inferred and of.antecedent is not None
    assert doc.quote(of.antecedent) == "Lusophone Rowing Federation"


@pytest.mark.parametrize(
    "text",
    [
        # A state's president is no firm's.
        "Corvane Freight Ltd won the contract. Corvane Freight paid. Last week President Ada Mensah resigned.",
        # Two firms: of which one?
        "Corvane Freight Ltd sued Delta Haulage Ltd. Corvane Freight won; Delta Haulage paid. Corvane Freight and "
        "Delta Haulage met. The chairman, Desmond Achary, resigned.",
        # A premier is of a state, and only a member of a party.
        "The premier, Desmond Achary of the Reform Party, praised the vote.",
        # An opposition is of no party that is named.
        "The Reform Party won 40 seats. The opposition leader, Desmond Achary, congratulated it.",
        # One of several, anywhere.
        "Corvane Freight Ltd paid. Corvane Freight met a director, Desmond Achary. Corvane Freight was glad.",
    ],
)
def test_no_body_is_guessed(text: str) -> None:
    assert set(posts(text).values()) <= {None}


def test_whoever_names_somebody_to_a_post_of_its_sort_is_the_body_of_it() -> None:
    named = posts("Corvane Freight Ltd announces the appointment of Priya Naidoo as chief executive officer.")
    assert named["Priya Naidoo", "chief executive officer"] == "Corvane Freight Ltd"
    chosen = posts("The Harbour Board announces the appointment of Priya Naidoo as chief executive officer.")
    assert chosen["Priya Naidoo", "chief executive officer"] is None


def test_a_title_that_stands_for_its_bearer_is_a_post() -> None:
    assert ("Ines Duarte", "general secretary") in posts(
        "Ines Duarte refused. “It was late,” says Ines Duarte, who was the general secretary then and resigned in May."
    )


def test_nobody_is_his_own_secretary() -> None:
    assert not posts("Through his press secretary, Duarte told Dock Radio that the plan was dead.")


def test_whose_means_the_body_before_the_comma() -> None:
    found = posts("The papers were with the ethics chamber, whose chairman, the judge Desmond Achary, liked them.")
    assert found["Desmond Achary", "chairman"] == "ethics chamber"


def test_nobody_is_the_spokesman_through_whom_he_speaks() -> None:
    assert not posts("Mr. Duarte, through a spokesman, expressed his regret.")


def test_of_a_longer_title_no_part_is_a_post() -> None:
    assert [post for _, post in posts("“It was late,” said Deputy Secretary Priya Naidoo.")] == ["deputy secretary"]


def test_a_whose_that_asks_stands_for_nobody() -> None:
    found = posts("Ines Duarte, the manager of Corvane Freight Ltd, asked whose ambassador Tomas Okafor was.")
    assert found["Tomas Okafor", "ambassador"] is None


def test_words_behind_a_post_say_of_what_it_is() -> None:
    text = KNOWN + "\nThe general secretary of the other side, Tomas Okafor, came too.\n"
    assert posts(text).get(("Tomas Okafor", "general secretary")) != "Lusophone Rowing Federation"


def test_as_acting_head_and_a_third_president_are_of_the_body_that_has_one() -> None:
    text = """Ines Duarte became the third president of the Lusophone Rowing Federation in May.

Ruy Pinto, who as acting president had led the talks since March, handed over the keys.
"""
    assert posts(text)["Ruy Pinto", "acting president"] == "Lusophone Rowing Federation"


@pytest.mark.parametrize(
    ("text", "holder", "post", "body"),
    [
        (
            "Ines Duarte joined the Lusophone Rowing Federation from Corvane Freight Ltd, where she was chairman.",
            "Ines Duarte",
            "chairman",
            "Corvane Freight Ltd",
        ),
        (
            "Saint Odile's College owes two million euros. The bursar, Tomas Okafor, resigned on Friday.",
            "Tomas Okafor",
            "bursar",
            "Saint Odile's College",
        ),
        (
            "Corvane Rovers lost again on Sunday. The assistant coach, Ruy Pinto, was sent off after an hour.",
            "Ruy Pinto",
            "assistant coach",
            "Corvane Rovers",
        ),
        (
            "Corvane Town sacked manager Ruy Pinto after a defeat at Lobos Rovers.",
            "Ruy Pinto",
            "manager",
            "Corvane Town",
        ),
        (
            "The Reform Union lost all its seats on Sunday. Party leader Ruy Pinto resigned.",
            "Ruy Pinto",
            "leader",
            "Reform Union",
        ),
        (
            "Corvane Foods will close its plant in May. A company spokeswoman, Priya Naidoo, gave no reason.",
            "Priya Naidoo",
            "company spokeswoman",
            "Corvane Foods",
        ),
    ],
)
def test_a_bare_post_is_of_the_body_whose_sort_has_it(text: str, holder: str, post: str, body: str) -> None:
    assert posts(text)[holder, post] == body

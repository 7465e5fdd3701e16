"""What a sentence names and does not state: questions, posts that are only near, who is put in another's place."""

import pytest
from tests.support import read_body


def claims(text: str, predicate: str) -> list[tuple[str, str]]:
    doc, layers = read_body(text)
    found = [c for c in layers.claims if c.predicate == predicate]
    return [(" ".join(doc.quote(a.span) for a in c.arguments if a.span), c.certainty) for c in found]


@pytest.mark.parametrize("predicate", ["owns", "holds_role"])
def test_a_question_states_nothing(predicate: str) -> None:
    text = "Does the Minister know that the owner of Delta Freight, Jasper Coyle, dined here?"

    assert all(certainty != "asserted" for _, certainty in claims(text, predicate))


def test_who_is_at_the_dentist_is_none() -> None:
    assert claims("Gurko was at the dentist.", "holds_role") == []
    assert claims("Gurko was a judge in Osh.", "holds_role") != []


def test_who_replaces_one_with_another_succeeds_nobody() -> None:
    assert [words for words, _ in claims("Ana Mor replaced Ivo Duda with Petra Novak in May.", "succeeds")] == [
        "Petra Novak Ivo Duda"
    ]
    assert claims("Ivo Duda was replaced by Petra Novak in the 70th minute.", "succeeds") == []


def test_a_whole_is_no_member_of_its_parts() -> None:
    text = "They joined the Harbour Framework, which is chiefly consisting of port unions."

    assert all("unions" not in words for words, _ in claims(text, "member_of"))


def test_a_guild_is_no_part_of_its_country_and_its_town_is_no_name_of_it() -> None:
    assert claims("Ivo Duda, the head of Moldova's Pilots' Guild (Chișinău), left.", "part_of") == []
    assert claims("Ivo Duda, the head of Moldova's Pilots' Guild (Chișinău), left.", "alias_of") == []
    assert claims("The Harbour Workers Union (HWU) struck.", "alias_of") != []
    assert claims("Kenya's Interior Ministry closed the port.", "part_of") != []


def test_a_territory_keeps_the_nation_in_its_name() -> None:
    assert claims("Kestrel Freight is based in the British Virgin Islands.", "based_in") == [
        ("Kestrel Freight British Virgin Islands", "asserted")
    ]

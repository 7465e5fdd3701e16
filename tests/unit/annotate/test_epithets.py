"""Names in quotation marks that a sentence gives somebody."""

import pytest
from tests.support import read_body

MARIANA = "Ana Mor"


@pytest.mark.parametrize(
    ("say", "bearer", "alias"),
    [
        ("Ana Mor, better known as “the Owl”, was arrested in Osh.", MARIANA, "the Owl"),
        ('Ana Mor, who leaked papers to reporters under the moniker "Night Owl," died.', MARIANA, "Night Owl"),
        ("Ana Mor, who stayed silent for decades as the source known as 'Night Owl', has died.", MARIANA, "Night Owl"),
        ('Ana Mor, the former clerk who revealed herself as "Night Owl" in 2005, has died.', MARIANA, "Night Owl"),
        ('Ana Mor, whose letters earned her the nickname "The Owl," died.', MARIANA, "The Owl"),
        ("Pietro “The Baker” Ruggi died in prison.", "Pietro “The Baker” Ruggi", "The Baker"),
        ("The Harvest League, dubbed “the Reapers” by the press, lost.", "Harvest League", "the Reapers"),
    ],
)
def test_a_quoted_name_is_its_bearers(say: str, bearer: str, alias: str) -> None:
    doc, layers = read_body(say)
    found = [c for c in layers.claims if c.predicate == "alias_of"]

    assert [doc.quote(a.span) for c in found if (a := c.argument("alias")) and a.span] == [alias]
    who = found[0].argument("bearer")
    assert who is not None
    assert who.span is not None
    assert doc.quote(who.antecedent or who.span) == bearer


@pytest.mark.parametrize(
    "say",
    [
        'Ana Mor met Ivo Duda at a bar known as "The Owl".',
        'Ana Mor, not known as "Night Owl" before the trial, has died.',
        'Ana Mor wrote the novel "Night Owl" in 2005.',
        'Ana Mor called the plan "Night Owl".',
        'Ana Mor said: "Night Owl is a boat."',
    ],
)
def test_other_quoted_names_are_nobodys(say: str) -> None:
    _, layers = read_body(say)

    assert not [c for c in layers.claims if c.predicate == "alias_of"]


@pytest.mark.parametrize(
    ("say", "bearer", "alias"),
    [
        ("Ana Mor, a guard known to friends as Aunt Owl, advises the mayor.", MARIANA, "Aunt Owl"),
        ("Ana Mor, whom everyone in Osh calls Night Owl, was arrested.", MARIANA, "Night Owl"),
        ("Ana Mor, then calling herself Coco Vale, sang.", MARIANA, "Coco Vale"),
        ("Ana Mor was born Ana Krall in Osh in 1921.", MARIANA, "Ana Krall"),
        ("Born Ana Krall in Osh, Ana Mor sang in the choir.", MARIANA, "Ana Krall"),
    ],
)
def test_a_name_without_quotation_marks_is_its_bearers(say: str, bearer: str, alias: str) -> None:
    doc, layers = read_body(say)
    found = [c for c in layers.claims if c.predicate == "alias_of"]

    assert [doc.quote(a.span) for c in found if (a := c.argument("alias")) and a.span] == [alias]
    who = found[0].argument("bearer")
    assert who is not None
    assert who.span is not None
    assert doc.quote(who.span) == bearer


@pytest.mark.parametrize(
    "say",
    [
        "Ana Mor met a third man, a banker whom the file calls Uncle.",
        "Ana Mor was born Monday in Osh.",
        "Ana Mor married a singer, better known as Dolly Sun.",
        "Ana Mor sold her house in Osh, known to locals as Ghost Town.",
        "Ivo Duda called Ana Mor on Monday.",
    ],
)
def test_other_names_behind_such_words_are_nobodys(say: str) -> None:
    _, layers = read_body(say)

    assert not [c for c in layers.claims if c.predicate == "alias_of"]


def test_initials_in_brackets_are_proven() -> None:
    _, layers = read_body("The Salt League of Osh (SLO) denied it on Monday.")

    assert [c.proof for c in layers.claims if c.predicate == "alias_of"] == ["P3"]


@pytest.mark.parametrize(
    ("say", "bearer", "aliases"),
    [
        ("Ana Mor was born in Osh. The villagers gave her another name, Wahu.", MARIANA, ["Wahu"]),
        ("Ana Mor (aliases: Wahu; Night Owl) died.", MARIANA, ["Wahu", "Night Owl"]),
        ("The court identified Wahu as Ana Mor, a former clerk.", MARIANA, ["Wahu"]),
    ],
)
def test_each_second_name_is_told(say: str, bearer: str, aliases: list[str]) -> None:
    doc, layers = read_body(say)
    found = [c for c in layers.claims if c.predicate == "alias_of"]

    assert [doc.quote(a.span) for c in found if (a := c.argument("alias")) and a.span] == aliases
    assert all(a.span and doc.quote(a.antecedent or a.span) == bearer for c in found if (a := c.argument("bearer")))

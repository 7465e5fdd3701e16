import pytest

from whence.text.names import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Liwa al-Tawhid", [("liwa", "type", "brigade"), ("tawhid", "stem", "")]),
        ("Tawhid Brigades", [("tawhid", "stem", ""), ("brigades", "type", "brigade")]),
        (
            "Kenyan Ministry of Defence",
            [("kenyan", "place", "Kenya"), ("ministry", "type", "ministry"), ("defence", "stem", "defense")],
        ),
        ("Brigade Forty-two", [("brigade", "type", "brigade"), ("forty", "number", "42")]),
        ("Harbourne Fund III", [("harbourne", "stem", ""), ("fund", "type", "fund"), ("iii", "number", "3")]),
    ],
)  # fmt: skip
def test_parts_and_their_meaning(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(p.word, p.role, p.meaning) for p in parse(text, "organization").parts] == expected


@pytest.mark.parametrize("text", ["Harbour GmbH", "OOO Harbour", "Harbour L.L.C.", "Harbour Limited Liability Company"])
def test_legal_forms_come_off(text: str) -> None:
    name = parse(text, "organization")
    assert name.words == ("harbour",) and name.forms == ("llc",)


def test_an_acronym_in_brackets_is_kept() -> None:
    assert parse("National Front of Nowhere (NFN)", "organization").acronyms == ("nfn",)

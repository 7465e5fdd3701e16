import pytest

from whence.text.names import parse


def roles(text: str) -> list[tuple[str, str]]:
    return [(p.word, p.role) for p in parse(text).parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Colonel Karim Haddad", [("karim", "given"), ("haddad", "family")]),
        ("HADDAD, Karim Youssef", [("karim", "given"), ("youssef", "middle"), ("haddad", "family")]),
        ("Salim al-Tunisi", [("salim", "given"), ("tunisi", "nisba")]),
        ("Salim Al--Tunisi", [("salim", "given"), ("tunisi", "nisba")]),
        ("Salim Al – Tunisi", [("salim", "given"), ("tunisi", "nisba")]),
        ("Abd al-Karim Haddad", [("abdkarim", "given"), ("haddad", "family")]),
        ("Abdelkarim Haddad", [("abdkarim", "given"), ("haddad", "family")]),
        ("Nur al-Din Haddad", [("nurudin", "given"), ("haddad", "family")]),
        ("Abu Salim al-Tunisi", [("abusalim", "kunya"), ("tunisi", "nisba")]),
        ("Fahd bin Salim Haddad", [("fahd", "given"), ("salim", "patronymic"), ("haddad", "family")]),
        ("Ivan Petrovich Sidorov", [("ivan", "given"), ("petrovich", "patronymic"), ("sidorov", "family")]),
        ("Ludwig van der Berg", [("ludwig", "given"), ("berg", "family")]),
        ("IvanSidorov", [("ivan", "given"), ("sidorov", "family")]),
        ("J. Okello", [("j", "initial"), ("okello", "family")]),
        ("Okello", [("okello", "only")]),
        ("General", [("general", "only")]),
        ("", []),
        ("—", []),
    ],
)
def test_parts_and_their_roles(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_what_stands_beside_the_name_is_kept_beside_it() -> None:
    name = parse('Lt. Gen. Sir Henry "Harry" van Dyke, Jr.')
    assert [t.lower() for t in name.titles] == ["lt gen", "sir"]
    assert (name.nicknames, name.particles, name.suffixes) == (("Harry",), ("van",), ("jr",))


def test_an_honorific_may_stand_inside() -> None:
    assert roles("Karim Haji Salim") == [("karim", "given"), ("salim", "family")]


@pytest.mark.parametrize(("text", "words"), [("كريم حداد", ("krym", "hdad")), ("Иван Сидоров", ("ivan", "sidorov"))])
def test_other_scripts_are_read_letter_by_letter(text: str, words: tuple[str, ...]) -> None:
    assert parse(text).words == words

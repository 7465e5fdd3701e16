"""Whom a typed name means."""

from typing import ClassVar

import pytest

from whence.ask import names
from whence.model import Entity


class Family:
    """A case with three bearers of a surname, one of them a firm."""

    _known: ClassVar = {"e1": ("Ana Mor", "person"), "e2": ("Bo Mor", "person"), "e3": ("Mor & Sons", "organization")}

    def names(self) -> dict[str, list[str]]:
        return {"Mor": ["e1"]} | {name: [key] for key, (name, _) in self._known.items()}

    def entity(self, key: str) -> Entity:
        name, kind = self._known[key]
        return Entity(key, kind, name, ((name, 1),))


def test_others_of_a_surname_are_told_besides_the_one_it_means() -> None:
    case = Family()

    found = names.longer_names(case, "mor", case.entity("e1"))  # type: ignore[arg-type]

    assert [e.name for e in found] == ["Bo Mor"]


class Case:
    """A case that knows one entity by two names."""

    def names(self) -> dict[str, list[str]]:
        return {"Ana Mor": ["e1"], "Mor": ["e1"]}

    def counts(self) -> dict[str, tuple[int, int, int]]:
        return {"e1": (1, 1, 1)}

    def entity(self, key: str) -> Entity:
        return Entity(key, "person", "Ana Mor", (("Ana Mor", 1),))


def test_a_name_that_only_a_pack_gives_means_the_bearer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "aliases", lambda: [("harbour", "Ana Mor", ("Wahu", "Night Owl"))])

    found, others = names.find_entity(Case(), "wahu")  # type: ignore[arg-type]

    assert (found.name, others) == ("Ana Mor", ())

"""Whom a typed name means."""

import pytest

from whence.ask import names
from whence.model import Entity


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

"""Given names, fathers' names and order where people have no surnames."""

import pytest
from tests.unit.resolve.test_resolve import cluster

from whence.resolve import resolve


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Cabdi Diini Saciid", "Saciid Cabdi Diini", id="three names turned round are a father and a son"),
        pytest.param("Ojo Adeyemi", "Adeyemi Ojo", id="two names turned round, neither a known family name"),
        pytest.param("Fernando Rueda", "Luis Fernando Rueda", id="a second given name is no surname"),
    ],
)
def test_two_people_stay_two(a: str, b: str) -> None:
    assert len(resolve([cluster("a", a), cluster("b", b)]).entities) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Kwon Oh-sung", "Oh-sung Kwon", id="a family name that may stand first"),
        pytest.param("Cabdiraxmaan Nuur Warsame", "Abdirahman Nur Warsame", id="Somali spelling"),
        pytest.param("Rosa Quispe Mamani", "Quispe Mamani", id="two surnames"),
        pytest.param("Suresh a/l Muniandy", "Suresh Muniandy", id="son of, in short"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert len(resolve([cluster("a", a), cluster("b", b)]).entities) == 1

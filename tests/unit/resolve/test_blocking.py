"""Which profiles are compared: those of one bearer, and not each with each."""

import random

import pytest

from whence.model import Cluster
from whence.resolve.blocking import candidates
from whence.resolve.profiles import profiles

SYLLABLES = ("ba", "lo", "mir", "ten", "sa", "kov", "dun", "rel", "gi", "pash", "vor", "nim")


def people(*names: str, kind: str = "person") -> list[Cluster]:
    return [Cluster(f"c{n}", f"d{n}", kind, name, (name,)) for n, name in enumerate(names)]


def met(*names: str, kind: str = "person") -> bool:
    return bool([*candidates(profiles(people(*names, kind=kind)))])


@pytest.mark.parametrize(
    "names",
    [
        ("Corin Maldrake", "Corin Madrake"),  # a letter lost
        ("Corin Maldrake", "Corim Maldrake"),
        ("Ahmad Veltori", "Amad Veltori"),  # in a given name that thousands bear
        ("Alexander Bortnik", "Alexandr Bortnk"),
        ("Bodhan Terelyuk", "Bogdan Tereliuk"),
    ],
)
def test_what_a_slip_has_changed_is_compared(names: tuple[str, str]) -> None:
    assert met(*names)


def test_a_body_whose_sort_is_misspelt_is_compared() -> None:
    assert met("Velmora Shipping Company", "Velmora Shiping Compny", kind="organization")


def test_a_shared_word_beside_words_that_are_not_alike_is_no_reason_to_compare() -> None:
    crowd = [f"{given} Okonjo" for given in ("Tamsin", "Bertil", "Wanjiru", "Pelle", "Ingrid", "Yorick", "Chidi")]
    crowd += [f"{given} Okonjo" for given in ("Zuleika", "Florian", "Hedvig", "Maarten", "Sipho", "Dagny", "Ulf")]
    assert not met(*crowd)


def test_an_initial_meets_the_first_name_it_may_stand_for() -> None:
    crowd = [f"{given} Okonjo" for given in ("Tamsin", "Bertil", "Wanjiru", "Pelle", "Ingrid", "Yorick", "Chidi")]
    crowd += [f"{given} Okonjo" for given in ("Zuleika", "Florian", "Hedvig", "Maarten", "Sipho", "Dagny", "Ulf")]
    found = candidates(profiles(people("W. Okonjo", *crowd)))
    assert {frozenset((a.name, b.name)) for a, b in found} == {frozenset(("W. Okonjo", "Wanjiru Okonjo"))}


def test_the_pairs_of_a_crowd_are_bounded_for_each() -> None:
    draw = random.Random(5)
    lasts = {"".join(draw.choices(SYLLABLES, k=4)).capitalize() for _ in range(1500)}
    sizes = []
    for count in (300, 1200):
        found = profiles(people(*(f"Mirel Tavo {last}" for last in sorted(lasts)[:count])))
        sizes.append(sum(1 for _ in candidates(found)) / count)
    assert sizes[1] < 2 * sizes[0] < 60


def test_in_a_crowd_those_who_share_a_third_word_are_compared() -> None:
    crowd = [f"Mirel Tavo {'abcdefghijklmnopqrst'[n] + 'orun'}" for n in range(20)]
    twice = ["Mirel Tavo Bexley Zunino", "Zunino Mirel Tavo"]
    found = candidates(profiles(people(*crowd, *twice)))
    assert frozenset(twice) in {frozenset((a.name, b.name)) for a, b in found}


def test_names_that_share_only_consonants_by_chance_are_not_compared() -> None:
    assert not met("Hana Lira Moreno", "Hone Lore Marin")


def test_initials_beside_a_shared_name_keep_a_pair() -> None:
    assert met("Nurlan S. A.", "Nurlan Serikovich Abenov")

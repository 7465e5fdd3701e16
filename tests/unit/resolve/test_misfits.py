"""A chain with one known person's name and another's post at that time: an alarm, and it joins nobody."""

from itertools import count

import pytest

from whence.model import Cluster, Held
from whence.resolve import resolve

NUMBERS = count()


def chain(doc: str, name: str, *held: Held, posts: tuple[str, ...] = (), dates: tuple[str, ...] = ()) -> Cluster:
    own = f"{doc}-{name}-{next(NUMBERS)}"
    return Cluster(own, doc, "person", name, (name,), posts=posts, dates=dates, held=held)


MAYOR = Held("mayor", "Accra", "2010", "2014")
THAT_YEAR = Held("mayor", "Accra", "2012")


@pytest.fixture
def known() -> list[Cluster]:
    """Ruth Amankwah, mayor of Accra from 2010 to 2014, in two texts; Joseph Darko, governor, in two others."""
    governor = Held("governor", "Volta", "2009", "2015")
    return [
        *(chain(doc, "Ruth Amankwah", MAYOR) for doc in ("a", "b")),
        *(chain(doc, "Joseph Darko", governor) for doc in ("c", "d")),
    ]


@pytest.mark.parametrize("name", ["Joseph Darko", "Darko"])
def test_the_post_of_another_at_that_time_alarms_with_both_readings_and_joins_nobody(
    known: list[Cluster], name: str
) -> None:
    odd = chain("x", name, THAT_YEAR)

    found = resolve([*known, odd])

    assert [(a.kind, a.cluster, a.name, a.left, a.right) for a in found.alarms] == [
        ("post", odd.id, name, "Joseph Darko", "Ruth Amankwah")
    ]
    assert found.alarms[0].reasons == (
        "The name is that of 'Joseph Darko'.",
        "At that time the mayor of accra was 'Ruth Amankwah'.",
    )
    assert (odd.id,) in [e.chains for e in found.entities]


def test_a_post_and_a_year_of_birth_that_fit_another_alarm() -> None:
    bishop = {"posts": ("bishop of Linz",), "dates": ("1951",)}
    known = [chain(d, "Peter Lang", **bishop) for d in "ab"] + [chain(d, "Paul Weber") for d in "cd"]

    found = resolve([*known, chain("x", "Paul Weber", **bishop)])

    assert [(a.name, a.left, a.right) for a in found.alarms] == [("Paul Weber", "Paul Weber", "Peter Lang")]


def test_an_open_term_alarms_only_where_the_name_is_known_in_another_such_post() -> None:
    holder = [
        chain("a", "Ruth Amankwah", Held("mayor", "Accra", "2010")),
        chain("b", "Ruth Amankwah", Held("mayor", "Accra")),
    ]
    governor = [chain(d, "Joseph Darko", Held("governor", "Volta")) for d in "cd"]
    nobody = [chain(d, "Joseph Darko") for d in "cd"]
    odd = chain("x", "Joseph Darko", THAT_YEAR)

    assert [a.right for a in resolve([*holder, *governor, odd]).alarms] == ["Ruth Amankwah"]
    assert resolve([*holder, *nobody, odd]).alarms == ()


@pytest.mark.parametrize(
    "others",
    [
        [chain("x", "Joseph Darko", Held("mayor", "Accra", "2016"))],
        [chain("x", "Joseph Darko", Held("mayor", "Tamale", "2012"))],
        [chain("x", "Joseph Darko", THAT_YEAR), chain("y", "Joseph Darko", THAT_YEAR)],
        [chain("x", "Ruth Amankwa", THAT_YEAR)],
        [chain("x", "Esi Boateng", THAT_YEAR)],
    ],
    ids=["a successor", "another town", "two texts say so", "a spelling of the holder", "nobody known"],
)
def test_no_alarm_for(known: list[Cluster], others: list[Cluster]) -> None:
    assert resolve([*known, *others]).alarms == ()


def test_a_persons_judgement_settles_whose_the_chain_is(known: list[Cluster]) -> None:
    odd = chain("x", "Joseph Darko", THAT_YEAR)

    found = resolve([*known, odd], [("Joseph Darko @ x", "Ruth Amankwah", "positive")])

    home = next(e for e in found.entities if odd.id in e.chains)
    assert home.name == "Ruth Amankwah" and len(home.chains) == 3

"""A decision holds over every rule, and means the same chains after the texts were read again."""

from itertools import permutations

import pytest

from whence.model import Cluster, Judgement, Subject
from whence.resolve import Finder, Resolution, resolve, settled, subject_of


def cluster(doc: str, name: str, *more: str, kind: str = "person", **told: tuple[str, ...]) -> Cluster:
    return Cluster(f"{doc}/{name}", doc, kind, name, (name, *more), **told)


def said(one: str, verdict: str, other: str, when: int = 1, who: str = "Ines", *, person: bool = True) -> Judgement:
    return Judgement("identity", one, other, verdict, who, f"2026-01-{when:02}", "so it is", person)


def groups(found: Resolution) -> set[frozenset[str]]:
    return {frozenset(e.chains) for e in found.entities}


def together(found: Resolution, *ids: str) -> bool:
    return any(set(ids) <= g for g in groups(found))


@pytest.mark.parametrize("text", ["Ana Duarte", "Ana Duarte @ 0f3c", "a @ b @ 77,88"])
def test_a_subject_is_written_and_read_back(text: str) -> None:
    assert str(Subject.parse(text)) == text


def test_a_name_in_one_document_is_split_from_its_namesakes() -> None:
    people = [cluster(doc, "Joseph Okello") for doc in "abc"]
    found = resolve(people, [said("Joseph Okello @ b", "negative", "Joseph Okello")])

    assert groups(found) == {frozenset({"a/Joseph Okello", "c/Joseph Okello"}), frozenset({"b/Joseph Okello"})}


def test_a_document_that_is_not_named_follows_the_rules() -> None:
    people = [cluster(doc, "Joseph Okello") for doc in "abcd"]
    found = resolve(people, [said("Joseph Okello @ b", "negative", "Joseph Okello @ a")])

    assert len(found.entities) == 2
    assert together(found, "c/Joseph Okello", "d/Joseph Okello")


def test_a_place_that_a_decision_names_keeps_its_namesakes() -> None:
    towns = [cluster(doc, "Newtown", kind="place") for doc in "abc"]
    found = resolve([*towns, cluster("a", "Oldtown", kind="place")], [said("Newtown @ a", "negative", "Oldtown")])

    assert together(found, *(t.id for t in towns))


def test_two_spellings_that_a_rule_takes_for_the_very_same_are_kept_apart() -> None:
    people = [cluster("a", "Ana Duarte"), cluster("b", "Dr. Ana Duarte"), cluster("c", "Dr. Ana Duarte")]
    assert len(resolve(people).entities) == 1

    found = resolve(people, [said("Ana Duarte", "negative", "Dr. Ana Duarte")])

    assert groups(found) == {frozenset({"a/Ana Duarte"}), frozenset({"b/Dr. Ana Duarte", "c/Dr. Ana Duarte"})}


def test_the_names_of_one_country_can_be_parted() -> None:
    lands = [cluster("a", "U.S.", kind="place"), cluster("b", "United States", kind="place")]

    assert len(resolve(lands).entities) == 1
    assert len(resolve(lands, [said("U.S.", "negative", "United States")]).entities) == 2


def test_of_one_pair_the_latest_decision_holds_whoever_made_it() -> None:
    people = [cluster("a", "Ana Duarte"), cluster("b", "A. Silva")]
    row = [said("Ana Duarte", "positive", "A. Silva", 1), said("A. Silva", "negative", "Ana Duarte", 2, "Bo")]

    for order in permutations(row):
        assert len(resolve(people, order).entities) == 2
    assert [j.who for j in settled(row)] == ["Bo"]


def test_what_is_taken_back_lets_the_decision_before_it_hold_again() -> None:
    first, second = said("A", "positive", "B", 1), said("B", "negative", "A", 2, "Bo")
    undo = said("A", "withdrawn", "B", 3, "Bo")

    assert settled([undo, first, second]) == [first]
    assert settled([undo, second]) == []
    assert settled([first, second, said("A", "withdrawn", "B", 3, "Ines")]) == [second]


def test_a_rule_never_outranks_a_person() -> None:
    assert [
        j.verdict for j in settled([said("A", "positive", "B", 1), said("A", "negative", "B", 9, person=False)])
    ] == ["positive"]


def test_three_decisions_that_contradict_each_other_never_break_a_negative_one() -> None:
    people = [cluster(d, n) for d, n in (("a", "Ana Duarte"), ("b", "Bo Lind"), ("c", "Cy Moss"))]
    row = [
        said("Ana Duarte", "positive", "Bo Lind", 1),
        said("Bo Lind", "positive", "Cy Moss", 2),
        said("Ana Duarte", "negative", "Cy Moss", 3),
    ]
    for order in permutations(row):
        found = resolve(people, order)
        assert groups(found) == {frozenset({"a/Ana Duarte"}), frozenset({"b/Bo Lind", "c/Cy Moss"})}
        assert any("cannot be kept" in r for p in found.pairs for r in p.reasons)


@pytest.mark.parametrize("verdict", ["negative", "unsure"])
def test_what_a_person_decided_is_not_asked_again(verdict: str) -> None:
    people = [cluster("a", "Joseph Okello"), cluster("b", "Joseph Okelli")]
    assert len(resolve(people).review) == 1

    found = resolve(people, [said("Joseph Okello", verdict, "Joseph Okelli")])

    assert found.review == ()
    assert any(p.by == "Ines" and "so it is" in p.reasons[1] for p in found.pairs)


def test_a_mixed_name_that_a_person_gave_to_one_joins_him() -> None:
    people = [cluster("a", "Ali Hamadani"), cluster("a", "Reza Homeidani"), cluster("c", "Ali Homeidani")]
    found = resolve(people, [said("Ali Homeidani", "positive", "Ali Hamadani")])

    assert together(found, "a/Ali Hamadani", "c/Ali Homeidani")
    assert not together(found, "a/Reza Homeidani", "c/Ali Homeidani")


def test_the_order_of_judgements_does_not_matter() -> None:
    people = [cluster("a", "Ana Duarte"), cluster("b", "Ana Duarte"), cluster("c", "A. Duarte"), cluster("d", "Duarte")]
    row = [
        said("Ana Duarte @ b", "negative", "Ana Duarte", 1),
        said("Ana Duarte @ b", "positive", "A. Duarte", 2),
        said("Duarte @ d", "unsure", "A. Duarte", 3),
    ]

    assert len({repr(resolve(people, order)) for order in permutations(row)}) == 1


def test_a_name_is_found_by_title_and_by_another_form_of_its_chain() -> None:
    find = Finder([cluster("a", "Gen. Ana Duarte", "Duarte"), cluster("b", "Bo Lind", "Duarte")]).find

    assert [c.id for c in find("Ana Duarte")] == ["a/Gen. Ana Duarte"]
    assert [c.id for c in find("Duarte @ b")] == ["b/Bo Lind"]
    assert find("Duarte") == []
    assert find("Duarte @ c") == find("Nobody") == []


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("Ana Duarte", "person", "Ana Duarte"),
        ("Duarte", "person", "Duarte @ a"),
        ("Ministry of Health", "organization", "Ministry of Health @ a"),
        ("Harbour Watch", "organization", "Harbour Watch"),
    ],
)
def test_a_name_that_says_little_is_judged_where_it_stands(name: str, kind: str, written: str) -> None:
    own = cluster("a", name, kind=kind)

    assert str(subject_of(name, [own], Finder([own]))) == written


def test_a_name_that_another_bears_too_is_judged_where_it_stands() -> None:
    own, other = cluster("a", "Ana Duarte"), cluster("b", "Ana Duarte")

    assert str(subject_of("Ana Duarte", [own], Finder([own, other]))) == "Ana Duarte @ a"


@pytest.mark.parametrize("who", [f"P{n}" for n in range(8)])
def test_in_one_act_what_names_a_document_goes_before_what_names_none(who: str) -> None:
    people = [cluster("a", "Ana Duarte"), cluster("b", "Bo Lind"), cluster("c", "Ana Duarte")]
    row = [said("Bo Lind", "negative", "Ana Duarte", who=who), said("Bo Lind", "positive", "Ana Duarte @ c", who=who)]
    row.append(said("Ana Duarte @ c", "negative", "Ana Duarte", who=who))

    assert groups(resolve(people, row)) == {frozenset({"a/Ana Duarte"}), frozenset({"b/Bo Lind", "c/Ana Duarte"})}

"""The vocabulary holds what PRODUCT.md promises, and every example is sound."""

from pathlib import Path

import pytest
import yaml

from whence.errors import BadVocabulary, UnknownName
from whence.vocab import certainties, load, mention_types, ontology, predicate, predicates

PROMISED = """
holds_role holds_rank member_of succeeds served_at alias_of family_of born died part_of formed dissolved based_in owns
operates commands controls directs advises reports_to appoints orders supports allied_with opposes designates charges
arrests legislates issues attacks kills injures captures abducts invades bombs clashes_with threatens elects
holds_election wins_seats loses_seats protests meets visits speaks_at asks agrees_with says accuses denies praises
condemns counts
""".split()


def test_version_one_holds_exactly_the_promised_predicates() -> None:
    assert sorted(predicates()) == sorted(PROMISED)


def test_the_roles_that_the_product_names_are_there_in_order() -> None:
    assert list(predicate("holds_role").roles) == ["holder", "post", "of", "to"]
    assert list(predicate("attacks").roles) == ["attacker", "target", "place", "weapon", "killed", "injured", "count"]
    assert predicate("supports").roles["means"].values == ("funds", "arms", "trains", "shelters", "political")


def test_certainty_follows_icd_203_and_the_words_of_reporters() -> None:
    assert certainties()["likely"] == (0.55, 0.80)
    assert certainties()["alleged"] is None
    assert set(certainties()) >= {"almost_certain", "roughly_even", "remote", "asserted", "opinion"}


def test_there_are_fourteen_mention_types() -> None:
    assert len(mention_types()) == 14


@pytest.mark.parametrize("name", PROMISED)
def test_every_predicate_has_examples_with_its_required_roles_and_a_near_miss(name: str) -> None:
    item = predicate(name)

    assert item.near_misses and all(miss.why for miss in item.near_misses)
    for example in item.examples:
        missing = {role.name for role in item.roles.values() if role.required} - example.args.keys()
        assert not missing, example.say


def test_a_name_that_is_near_is_suggested() -> None:
    with pytest.raises(UnknownName, match="holds_role"):
        predicate("hold_role")


def test_a_name_that_is_far_from_all_is_not_guessed_at() -> None:
    known = [f"{word} Harbour" for word in "Tern Gull Lark Rook Kite Wren Dove Crow Swan Hawk".split()] * 3

    assert "Did you mean" not in str(UnknownName("body", "Nobody Here", known))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"roles": {"holder": {"types": ["persn"]}}}, "no such type"),
        ({"examples": [{"say": "A met B.", "holder": "C"}]}, "does not stand"),
        ({"examples": []}, "no examples"),
        ({"one_at_a_time": ["colour"]}, "no role of it"),
        ({"flavour": 1}, "may have"),
    ],
)
def test_a_broken_predicate_is_refused_with_its_place(change: dict[str, object], message: str) -> None:
    good = {
        "gloss": "g",
        "lasts": True,
        "roles": {"holder": {"types": ["person"], "required": True}},
        "examples": [{"say": "A met B.", "holder": "A"}],
    }

    with pytest.raises(BadVocabulary, match=message):
        ontology._predicate("posts.yaml", "holds_role", good | change)


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("a: [x]\na: [y]\n", "utf-8")

    with pytest.raises(BadVocabulary, match="stands twice"):
        load.parse_yaml(file)


def test_the_strict_loader_is_a_safe_loader() -> None:
    assert issubclass(load._Strict, getattr(yaml, "CSafeLoader", yaml.SafeLoader))

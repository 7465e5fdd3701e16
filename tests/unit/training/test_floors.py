"""The floors of the shipped reader: what is under one is told, and they only rise."""

from training.floors import below, floors_of, raised

FLOORS = {"uas": 90.0, "names": 80.0}


def test_a_figure_under_its_floor_is_told_with_its_cases() -> None:
    assert list(below({"uas": (89.494, 25_094), "names": (80.0, 7)}, FLOORS)) == [
        "uas: 89.494 of 25094, floor 90.00",
    ]


def test_what_another_processor_rounds_away_is_not_told() -> None:
    assert not list(below({"uas": (89.6, 25_094), "names": (79.8, 7)}, FLOORS))


def test_a_floor_that_nothing_measures_is_told() -> None:
    assert list(below({"uas": (95.0, 3)}, FLOORS)) == ["names: not measured, floor 80.00"]


def test_floors_rise_and_never_fall() -> None:
    assert raised({"uas": (91.239, 3), "names": (10.0, 3), "new": (1.0, 1)}, FLOORS) == {"uas": 91.23, "names": 80.0}


def test_everything_that_was_promised_has_a_floor() -> None:
    trees, own = floors_of("evaluate"), floors_of("own")

    for part in ("GUM test", "EWT test"):
        for words in ("gold sentences and words", "raw text of gold sentences"):
            assert {f"{part}, {words}: {k}" for k in ("upos", "uas", "las")} <= set(trees)
    assert {k for k in trees if "person, organization, place" in k and "gold sentences and words" in k} == {
        "GUM test, gold sentences and words: np: person, organization, place",
        "EWT test, gold sentences and words: name: person, organization, place",
    }
    assert sum(k.startswith("real texts test") for k in own) == 9
    assert len(own) == 19

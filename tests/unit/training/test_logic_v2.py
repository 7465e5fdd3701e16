"""logic-v2 of nomenklatura as a row of the table: scored where it is there, named as missing where it is not."""

import sys
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("rapidfuzz")
from training import fit_names, logic_v2

ROWS = [
    {"a": "Ana Duarte", "b": "Ana Duarte", "schema": "Person", "kind": "person", "match": True, "slice": False},
    {"a": "Ana Duarte", "b": "Bo Lind", "schema": "Person", "kind": "person", "match": False, "slice": False},
]
for row in ROWS:
    row["group"] = "nk_checks"


class Entity(SimpleNamespace):
    def add(self, prop: str, value: str) -> None:
        setattr(self, prop, value)


class StandIn:
    """Has the shape of nomenklatura's algorithms, and keeps what it was given."""

    seen: list[str]

    def __init__(self) -> None:
        self.seen = []

    def default_config(self) -> str:
        return "config"

    def compare(self, one: Entity, other: Entity, config: str) -> SimpleNamespace:
        self.seen += [one.id, other.id]
        return SimpleNamespace(score=float(one.name == other.name and config == "config"))


def install(monkeypatch: pytest.MonkeyPatch, algorithm: StandIn | None) -> None:
    whole, matching, ftm = ModuleType("nomenklatura"), ModuleType("nomenklatura.matching"), ModuleType("followthemoney")
    whole.__version__ = "9.9"  # type: ignore[attr-defined]
    matching.get_algorithm = lambda name: algorithm if name == "logic-v2" else None  # type: ignore[attr-defined]
    ftm.model = SimpleNamespace(make_entity=lambda schema: Entity(schema=schema))  # type: ignore[attr-defined]
    for module in (whole, matching, ftm):
        monkeypatch.setitem(sys.modules, module.__name__, module)


def test_each_pair_is_scored_with_ids_that_are_never_used_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    algorithm = StandIn()
    install(monkeypatch, algorithm)

    scored, version = logic_v2.measure()

    assert scored is not None and version == "9.9"
    assert [scored(row) for row in ROWS] == [1.0, 0.0]
    assert len(set(algorithm.seen)) == len(algorithm.seen) == 4
    assert logic_v2.speed(scored, ROWS, times=2) > 0


def test_without_the_extra_the_reason_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nomenklatura", None)

    scored, why = logic_v2.measure()

    assert scored is None and why.startswith("nomenklatura is not installed here")


def test_a_version_without_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, None)

    assert logic_v2.measure() == (None, "this nomenklatura has no logic-v2")


def test_the_table_has_a_row_for_what_could_not_be_measured(capsys: pytest.CaptureFixture[str]) -> None:
    right = np.array([1.0, 0.0]), np.array([True, False])

    figures = fit_names.report(ROWS, {"whence": right}, {"logic-v2": "nomenklatura is not installed here"})

    shown = capsys.readouterr().out
    assert figures["all/whence"] == 1.0 and figures["all/whence/safe"] == 1.0
    assert "logic-v2        not measured: nomenklatura is not installed here" in shown


def test_a_figure_below_its_floor_fails_the_gate() -> None:
    every = {"all/whence": 0.9, "Arabic-style/whence": 0.1, "all/whence/safe": 0.9, "Arabic-style/whence/safe": 0.9}

    (fault,) = fit_names.below(every | {"pairs a second": 1e9})

    assert fault.startswith("names Arabic-style/whence: 0.100, floor")

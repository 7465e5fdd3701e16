"""nomenklatura's logic-v2 as an optional row of the table of name comparison.

It needs nomenklatura and with it PyICU, which has no wheel and is compiled where it is installed (Debian: g++,
pkg-config, libicu-dev). In a virtual environment of its own: ``pip install -e ".[logic-v2]"``, then run
``python training/fit_names.py`` with that Python. Where it is not there the table says so in its row.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from itertools import count


def measure() -> tuple[Callable[[Mapping[str, str]], float] | None, str]:
    """A function from a labelled pair to logic-v2's score, and its version; None and the reason where it is missing."""
    try:
        import nomenklatura
        from followthemoney import model
        from nomenklatura.matching import get_algorithm
    except ImportError as missing:
        return None, f"{missing.name or missing} is not installed here (training/logic_v2.py says how)"
    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        return None, "this nomenklatura has no logic-v2"
    options, ids = algorithm.default_config(), count()

    def made(schema: str, name: str) -> object:
        entity = model.make_entity(schema)
        entity.id = f"n{next(ids)}"  # it caches by id: one used twice would repeat a score
        entity.add("name", name)
        return entity

    def scored(row: Mapping[str, str]) -> float:
        return float(algorithm.compare(made(row["schema"], row["a"]), made(row["schema"], row["b"]), options).score)

    return scored, nomenklatura.__version__


def speed(scored: Callable[[Mapping[str, str]], float], rows: Sequence[Mapping[str, str]], times: int = 3) -> float:
    """Pairs a second on one core: names parsed as they come, for it keeps no parsed names."""
    begun = time.process_time()
    for _ in range(times):
        for row in rows:
            scored(row)
    return times * len(rows) / (time.process_time() - begun)

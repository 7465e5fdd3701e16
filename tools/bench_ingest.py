"""How fast an ingest is, and whether it grows: ``python tools/bench_ingest.py``; ``--help`` names the options.

Writes synthetic articles (our own words, a fixed seed) to a folder that is deleted afterwards, reads them into a case,
and prints documents/s, words/s of each stage, the size of the case, and the memory of this process at every tenth.
With more than one worker the stages run elsewhere and are not timed one by one.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from whence import pipeline
from whence.store import CaseWriter

STAGES = ("whence.segment", "whence.annotate", "whence.link", "whence.reader")
FIRST = "Ana Bo Carla Dmitri Elif Farid Greta Hamid Ines Jonas Kemal Lucia Marek Nadia Omar Petra".split()
LAST = (
    "Duarte Lindqvist Moreno Petrov Kaya Rahmani Holm Saleh Costa Weber Aydin Ferrer Dvorak Kovac Haddad Novak".split()
)
BODIES = ["Harbour Board", "Coastal Patrol", "Dockers' League", "River Commission", "Meridian Freight", "Harvest Party"]
PLACES = "Oslo Piraeus Izmir Valencia Gdansk Rijeka Tripoli Basra".split()
SAYINGS = (
    "{p}, the {r} of the {b}, visited {c} on {d} {m} {y} and met {q}.",
    "According to {q}, the {b} is suspected of funding the {o}.",
    "{p} has led the {b} since {m} {y}, when {q} resigned.",
    "The {b} denied that it had attacked the {o} in {c}.",
    '{q} told reporters in {c} that the {b} would support the {o} "as long as it takes".',
    "At least {n} people were injured when a warehouse of the {o} in {c} burned down in {m} {y}.",
    "The {o}, a branch of the {b}, is based in {c}.",
    "The weather on the coast stayed calm for most of the week, and few ships had to wait outside the harbour.",
)


def article(number: int, dice: random.Random, sentences: int = 0) -> str:
    """One article of some 300 to 700 words, or of `sentences` sentences."""
    if sentences:
        return "\n\n".join([f"Notice {number}", " ".join(sentence(dice) for _ in range(sentences))]) + "\n"
    paragraphs = [" ".join(sentence(dice) for _ in range(dice.randint(3, 6))) for _ in range(dice.randint(5, 9))]
    head = f"{dice.choice(BODIES)} under pressure in {dice.choice(PLACES)} ({number})"
    date = f"{dice.choice(PLACES)}, {dice.randint(1, 28)} March {dice.randint(2010, 2020)}"
    return "\n\n".join([head, date, *paragraphs]) + "\n"


def sentence(dice: random.Random) -> str:
    """One sentence about people and bodies that do not exist."""
    body, other = dice.sample(BODIES, 2)
    return dice.choice(SAYINGS).format(
        p=f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        q=f"{dice.choice(FIRST)} {dice.choice(LAST)}",
        r=dice.choice(["chair", "director", "commander", "spokesman"]),
        b=body,
        o=other,
        c=dice.choice(PLACES),
        d=dice.randint(1, 28),
        m=dice.choice(["January", "May", "October"]),
        y=dice.randint(2005, 2020),
        n=dice.randint(3, 90),
    )


class Clock:
    """Seconds spent in each stage that `pipeline` calls."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        for name, function in list(vars(pipeline).items()):
            if callable(function) and getattr(function, "__module__", "").startswith(STAGES):
                setattr(pipeline, name, self._timed(name, function))

    def _timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            try:
                result = function(*args, **kwargs)
                return tuple(result) if isinstance(result, Iterator) else result
            finally:
                self.seconds[name] += time.perf_counter() - began

        return timed


def memory() -> float:
    """MiB that this process holds now; the highest so far where the system does not tell."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def run(documents: int, workers: int, sentences: int = 0) -> dict[str, Any]:
    """Everything measured in one ingest."""
    dice, words = random.Random(11), 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "docs"
        folder.mkdir()
        for number in range(documents):
            text = article(number, dice, sentences)
            words += len(text.split())
            (folder / f"{number:06}.txt").write_text(text, "utf-8")
        clock = Clock() if workers == 1 else None
        tenths: list[float] = []

        def progress(report: pipeline.Report, done: int, total: int) -> None:
            if done * 10 // total > len(tenths):
                tenths.append(round(memory(), 1))

        path = Path(name) / "case.whence"
        with CaseWriter(path) as case:
            began = time.perf_counter()
            report = pipeline.ingest([folder], case, workers=workers, progress=progress, derived=False)
            read = time.perf_counter() - began
            pipeline.derive(case)
            derived = time.perf_counter() - began - read
        stages = {k: round(words / v) for k, v in sorted(clock.seconds.items()) if v} if clock else {}
        return {
            "documents": report.added,
            "words": words,
            "workers": workers,
            "seconds reading": round(read, 2),
            "documents/s": round(documents / read, 1),
            "words/s": round(words / read),
            "words/s of each stage": stages,
            "seconds deriving": round(derived, 2),
            "case MiB": round(path.stat().st_size / 2**20, 1),
            "MiB held at each tenth": tenths,
            "MiB held after deriving": round(memory(), 1),
        }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--sentences", type=int, default=0, help="short articles of so many sentences")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = run(options.documents, options.workers, options.sentences)
    if options.json:
        print(json.dumps(result, indent=2))
    else:
        for key, value in result.items():
            print(f"{key}: {value}")

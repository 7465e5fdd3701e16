"""What the modules of learned claims share: their maker, and groups of predicates."""

from collections.abc import Mapping
from functools import cache

from whence.model import Maker
from whence.vocab import Predicate, read_yaml

VERSION = "1"
STAGE = "annotate.learned"
MAKER = Maker(STAGE, VERSION, "trace")
# Below these a claim of the reader alone is not taken, whatever its predicate's floor: of 22 on real news and
# development documents, 17 were wrong.
LEAST = 0.18
LEAST_DEED = 0.3
ALONE = 0.5
DEEDS = frozenset({"kills", "injures", "attacks", "abducts", "captures", "bombs", "arrests"})
FORCE = DEEDS - {"arrests"}
# Words for having a say over a body, the plainest first.
SAY = ("commands", "directs", "operates", "controls")
# Of two names side by side a frame gives a title to the wrong one now and then: where it is sure, and no pattern reads
# the title.
TITLES = {"holds_role": "post", "holds_rank": "rank"}
SURE_OF_TITLE = 0.65


@cache
def floors() -> Mapping[str, float]:
    """The least probability at which a predicate's claim is taken; chosen on development documents."""
    return {str(k): float(v) for k, v in read_yaml("learned.yaml").items()}


def least_chance(predicate: Predicate, alone: bool) -> float:
    """The least probability of verb and leading arguments together."""
    least = max(
        floors().get(predicate.name, floors()["any"]), LEAST_DEED if predicate.name in FORCE - {"bombs"} else LEAST
    )
    if predicate.name in TITLES:
        return max(least, SURE_OF_TITLE)
    return max(least, ALONE) if alone else least

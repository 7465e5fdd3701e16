"""Two names in, the probability that they mean one bearer out, with reasons a person can read."""

from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

from whence.errors import UnknownName
from whence.text.names.align import Alignment, align
from whence.text.names.features import Feature, Seen, table, value
from whence.text.names.nouns import ORGANIZATION, PERSON, Name
from whence.text.names.organization import parse_organization
from whence.text.names.person import parse_person
from whence.text.names.stated import readings
from whence.vocab import read_yaml

_ROUNDING = 1e-6  # sums in another order differ in their last digits
_PARSERS = {PERSON: parse_person, ORGANIZATION: parse_organization}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score`: the calibrated probability (0 to 1) that two names mean one bearer; `reasons`: why, weightiest first."""

    score: float
    reasons: tuple[str, ...]
    weights: tuple[tuple[str, float], ...] = ()  # feature name, what it added to the log-odds


@lru_cache(maxsize=400_000)
def parse(name: str, kind: str = PERSON) -> Name:
    """The parts of a name; `kind` is "person" or "organization", else `UnknownName`."""
    if kind not in _PARSERS:
        raise UnknownName("kind of name", kind, _PARSERS)
    return _PARSERS[kind](name)


def compare(a: str, b: str, *, kind: str = PERSON) -> Comparison:
    """Do the two names mean one bearer? With a score and the reasons in sentences.

    A name that states another ("Maria Gomez née Duarte") is compared by the one that fits better.
    """
    mine, theirs = readings(a, kind), readings(b, kind)
    if len(mine) == len(theirs) == 1:
        return compare_parsed(parse(a, kind), parse(b, kind))
    pairs = [(x, y) for x in mine for y in theirs]
    one, other = max(pairs, key=lambda pair: score(parse(pair[0], kind), parse(pair[1], kind)))
    found = compare_parsed(parse(one, kind), parse(other, kind))
    given = ((text, ways, way) for text, ways, way in ((a, mine, one), (b, theirs, other)) if len(ways) > 1)
    told = tuple(f"Of the names that {text!r} gives {way!r} is compared." for text, _, way in given)
    return Comparison(found.score, (*told, *found.reasons), found.weights)


def compare_parsed(a: Name, b: Name) -> Comparison:
    """As `compare`, for names parsed before."""
    if not a.parts or not b.parts:
        return Comparison(0.0, ("There is no name to compare.",))
    al = align(a, b)
    total, weighed = _weighed(a.kind)
    seen = [(f, found, weight * value(found)) for f, weight in weighed if (found := f(al))]
    log_odds = total + sum(share for _, _, share in seen)
    shares = tuple((f.__name__, share) for f, _, share in seen)
    return Comparison(1 / (1 + exp(-log_odds)), tuple(_reasons(seen)), shares)


def score(a: Name, b: Name) -> float:
    """The score alone, for many pairs."""
    return score_aligned(align(a, b)) if a.parts and b.parts else 0.0


def score_aligned(al: Alignment) -> float:
    """The score alone, for names laid side by side before."""
    total, weighed = _weighed(al.a.kind)
    for feature, weight in weighed:
        if seen := feature(al):
            total += weight * value(seen)
    return 1 / (1 + exp(-total))


def falls_below(al: Alignment, log_odds: float) -> bool:
    """Whether the log-odds of names laid side by side surely are less than given; True or False as soon as it shows.

    What speaks for one bearer is counted first: what comes then can only lower it.
    """
    total, speaking_for, against = _sides(al.a.kind)
    for feature, weight in speaking_for:
        if seen := feature(al):
            total += weight * value(seen)
    for feature, weight in against:
        if total < log_odds - _ROUNDING:
            return True
        if seen := feature(al):
            total += weight * value(seen)
    return total < log_odds - _ROUNDING


def features_of(a: Name, b: Name) -> list[float]:
    """The values of the table's features, in the table's order: what weights are fitted on."""
    al = align(a, b)
    return [value(f(al)) for f in table(a.kind)]


@cache
def _weights(kind: str) -> dict[str, float]:
    return dict(read_yaml("names_weights.yaml")[kind])


@cache
def _weighed(kind: str) -> tuple[float, tuple[tuple[Feature, float], ...]]:
    """The bias, and the features that have a weight."""
    weights = _weights(kind)
    return weights["bias"], tuple((f, w) for f in table(kind) if (w := weights.get(f.__name__, 0.0)))


@cache
def _sides(kind: str) -> tuple[float, tuple[tuple[Feature, float], ...], tuple[tuple[Feature, float], ...]]:
    """The bias, the features that speak for one bearer, and those that speak against, the heaviest first."""
    bias, weighed = _weighed(kind)
    against = sorted((fw for fw in weighed if fw[1] < 0), key=lambda fw: fw[1])
    return bias, tuple(fw for fw in weighed if fw[1] > 0), tuple(against)


def _reasons(seen: list[tuple[Feature, Seen, float]]) -> list[str]:
    """One sentence a feature that counted, weightiest first: its docstring, and the words it saw."""
    told = sorted((row for row in seen if abs(row[2]) >= 0.05), key=lambda row: -abs(row[2]))
    return [_sentence(f, found) for f, found, _ in told]


def _sentence(feature: Feature, seen: Seen) -> str:
    said = (feature.__doc__ or "").strip()
    if isinstance(seen, float):
        return said
    return f"{said[:-1]}: {', '.join(_shown(str(p), str(q)) for p, q in seen)}."


def _shown(p: str, q: str) -> str:
    return f"{p!r} and {q!r}" if q and p != q else f"{p!r}" if p else f"{q!r}"

"""Figures of one thing in several documents: how old somebody is, how large a thing, how many of what in one time."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from whence.model import Conflict, Filled, Span, Statement
from whence.reconcile.dates import Days, between, days
from whence.reconcile.events import HAPPENED, KINDS, listed, named_toll
from whence.reconcile.figures import Figure, figure_of, figures_apart, is_vote, of_one_time, same_people
from whence.reconcile.kindred import kindred
from whence.vocab.load import read_yaml

_YEAR = 365.25
_AGE = "years old"
_SHARED = 2  # words that two sentences must have in common, besides what they count
_MONTH = 31
_EMPLOYING = frozenset({"employs", "employed"})
# Before a number: all that somebody has, "the firm has about 12 employees".
_HAD = re.compile(
    r"(?P<has>) (?:now |still )?(?:has|have|had|employs|employed|holds|held|numbers|numbered)"
    r" (?:(?:about|around|some|only|nearly|almost|at least|more than|over|just) )*$"
)
_FRESH = 14  # days within which two documents without a date in their sentence tell of one happening


def ages(statements: Iterable[Statement]) -> Iterator[Conflict]:
    """How old somebody is, the time between the documents counted in."""
    told: dict[str, list[tuple[Figure, int]]] = defaultdict(list)
    for s in statements:
        who, figure = s.get("counted"), _figure(s)
        day = days(s.start or s.scene.published)
        if who and who.entity and figure and figure.exact and _unit(s) == _AGE and day:
            told[who.entity].append((figure, day[0]))
    for group in told.values():
        group.sort(key=lambda g: (g[1], g[0].statement.evidence, g[0].statement.claim))
        born = [(f, day / _YEAR - f.stated) for f, day in group]
        off = [(f, b) for f, b in born if any(abs(b - other) > 1 + _between(f, g) for g, other in born)]
        about = f"how old {(whom := group[0][0].statement.get('counted')) and whom.words} is"
        yield from figures_apart(about, [f for f, _ in off])


def _between(one: Figure, other: Figure) -> float:
    """Within one year two ages may differ by a birthday only where the documents are of several days."""
    return 0.0 if one.statement.scene.published != other.statement.scene.published else -0.5


def counted(statements: Sequence[Statement], opposed: Collection[frozenset[Span]] = ()) -> Iterator[Conflict]:
    """How many, or how large, by two documents whose sentences share words and names, or words and a time."""
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for s in statements:
        figure, noun = _figure(s), _noun(s)
        if figure is not None and noun and _unit(s) != _AGE and not is_vote(s) and named_toll(s) not in KINDS:
            groups[noun, _unit(s)].append(figure)
    for _, figures in sorted(groups.items()):
        figures.sort(key=lambda f: (f.statement.evidence, f.statement.claim))
        for together in _linked(figures, opposed):
            yield from figures_apart(_about(together[0].statement, together[-1].statement), together)


def _linked(figures: Sequence[Figure], opposed: Collection[frozenset[Span]]) -> list[list[Figure]]:
    """Figures of one thing that cannot all be right, together."""
    out: list[list[Figure]] = []
    for one, other in combinations(figures, 2):
        places = frozenset((one.statement.evidence, other.statement.evidence))
        if places in opposed or not one.apart(other) or not _of_one_thing(one, other):
            continue
        homes = [g for g in out if one in g or other in g]
        out = [g for g in out if not any(g is h for h in homes)]
        out.append(list(dict.fromkeys([*(f for g in homes for f in g), one, other])))
    return out


def _figure(s: Statement) -> Figure | None:
    told = s.polarity == "affirmed" and s.certainty in HAPPENED and not s.scene.words & listed("updates")
    return figure_of(s, s.get("number") or s.get("count")) if told else None


def _unit(s: Statement) -> str:
    """What a number is in, in a plain form; "" where that is what it counts."""
    number = s.get("number") or s.get("count")
    unit = number.unit if number else ""
    if unit == _AGE or unit in _coins():
        return unit
    thing = _thing(s)
    if thing and unit and unit.casefold() == thing.words.casefold().split()[-1]:
        return _noun(s)
    return next(iter(kindred(unit.split()[-1:])), unit)


def _thing(s: Statement) -> Filled | None:
    return s.get("counted") or s.get("protester")


def _noun(s: Statement) -> str:
    thing = _thing(s)
    words = thing.words.split(" of ")[0].casefold().split() if thing and not thing.entity else []
    if words[-1:] == ["people"] and s.scene.small & _EMPLOYING:
        return "workers"
    if any(word in _numerals() or not word[0].isalpha() for word in words):
        return ""  # "ten of the twelve clubs": a part
    noun = same_people(words[-1]) if words else ""
    return (noun if noun != words[-1] else next(iter(kindred([noun])), "")) if noun.isalpha() else ""


def _of_one_thing(one: Figure, other: Figure) -> bool:
    """Whether two documents count one thing: they share words, and a name near by or a time that both state."""
    a, b = one.statement, other.statement
    if a.evidence.doc_id == b.evidence.doc_id or _explained(one, other):
        return False
    if _whose(a) and _whose(a) == _whose(b) and not _is_money(a):
        return of_one_time(a, b)
    shared = (kindred(a.scene.small) & kindred(b.scene.small)) - {_noun(a), _unit(a), *_scales(), *_spelled(a, b)}
    named = (a.scene.near & b.scene.near) - {a.voice, b.voice}
    one_period = _one_period(a, b)
    if len(shared) < _SHARED - one_period or not (named or one_period) or not _at_once(a, b):
        return False
    return not _is_money(a) or bool(shared & _money())


def _whose(s: Statement) -> str:
    """Whose people or things a sentence counts as a whole: who "has", "employs" or "holds" them; "" where nobody."""
    number = s.get("number")
    had = _HAD.search(s.scene.quote[: s.scene.quote.find(number.words)]) if number and number.words else None
    if had is None:
        return ""
    before = s.scene.quote[: had.start("has")]
    if before.endswith(" and"):  # "was founded in 2015 and employs 140 people"
        return s.scene.named[0][2] if s.scene.named and not s.scene.named[0][0] else ""
    return next((e for _, end, e in s.scene.named if end == len(before)), "")


def _at_once(a: Statement, b: Statement) -> bool:
    """Whether two figures can be of one time."""
    one, other = _period(a), _period(b)
    if one and other:
        return one[0] <= other[1] and other[0] <= one[1]
    if _unit(a) and _unit(a) != _noun(a) and not _is_money(a):
        return of_one_time(a, b)  # how large a thing is
    x, y = days(a.start or a.scene.published), days(b.start or b.scene.published)
    return x is not None and y is not None and between(x, y) <= _FRESH


def _is_money(s: Statement) -> bool:
    return _unit(s) in _coins()


def _explained(one: Figure, other: Figure) -> bool:
    """Whether the larger number is of a longer time that holds the other's."""
    a, b = _period(one.statement), _period(other.statement)
    if a is None or b is None:
        return False
    large, small = (a, b) if one.stated > other.stated else (b, a)
    return large != small and large[0] <= small[0] + _MONTH and small[1] <= large[1]


def _period(s: Statement) -> Days | None:
    """The time that a claim counts over; one that is open ends when the document was published."""
    first, last = days(s.start), days(s.end or s.scene.published or s.start)
    return (first[0], last[1]) if first and last else None


def _one_period(a: Statement, b: Statement) -> bool:
    """Whether both state one time, and more than a day."""
    return bool(a.start and a.end and (a.start, a.end) == (b.start, b.end) and a.start != a.end)


@cache
def _coins() -> frozenset[str]:
    known = read_yaml("numbers.yaml")["currencies"]
    return frozenset({*known, *(word for words in known.values() for word in words)})


@cache
def _numerals() -> frozenset[str]:
    numbers = read_yaml("numbers.yaml")
    return frozenset([*numbers["units"], *numbers["tens"]])


@cache
def _scales() -> frozenset[str]:
    return kindred([*read_yaml("numbers.yaml")["scales"], *(w for w in _coins() if w.isalpha()), *listed("telling")])


@cache
def _money() -> frozenset[str]:
    return kindred(listed("money"))


def _spelled(a: Statement, b: Statement) -> frozenset[str]:
    """Words of the voices themselves, which say nothing of what is counted."""
    return kindred([*a.voice.split(), *b.voice.split()])


def _about(one: Statement, other: Statement) -> str:
    """What is asked: "megawatts of the dam", "how many pesos (Meridian Freight)"."""
    thing, unit, number = _thing(one), _unit(one), one.get("number")
    words = thing.words if thing else ""
    if number and unit and unit != _noun(one) and not _is_money(one):
        return f"{number.unit}s of the {words}".replace("ss of", "s of")
    whose = next((who.words for s in (one, other) if (who := s.get("whose") or s.get("event")) and who.entity), "")
    when = f"{one.start} to {one.end}" if _one_period(one, other) else ""
    told = ", ".join(filter(None, (whose, when)))
    return f"how many {words}{f' ({told})' if told else ''}"

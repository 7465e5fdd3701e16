"""Figures that cannot all be right: tolls of one happening, votes in one ballot, the price of a deal, a share."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import combinations
from typing import Any

from whence.model import Conflict, Filled, Statement
from whence.reconcile.dates import Days, agree, between, days
from whence.reconcile.events import Event, done, is_moment, listed, toll_of
from whence.reconcile.sides import conflict
from whence.text.edtf import write_day
from whence.vocab import load_words
from whence.vocab.load import read_yaml

_TOLLS = {"attacks": {"killed": "kills", "injured": "injures"}, "bombs": {"killed": "kills", "injured": "injures"}}
_STRUCK = ("victim", "target", "captured")
_ROUGHLY = 0.15  # "some thirty" and 28 are one estimate
_QUARTER = 92  # days within which a share, or the size of a body, is taken for one state of things
_MONTH = 31
_FRESH = 14  # days within which two documents tell of one thing


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, as one claim gives it; `stated` is the number that stands in the text."""

    statement: Statement
    low: float
    high: float
    stated: float
    who: str = ""

    @property
    def exact(self) -> bool:
        """Whether it is a number, and neither a bound nor an estimate."""
        return self.low == self.high

    def apart(self, other: "Figure") -> bool:
        """Whether both cannot be right."""
        return self.low > other.high or other.low > self.high


def figure_of(statement: Statement, arg: Filled | None, who: str = "") -> Figure | None:
    """The figure that an argument gives; "some thirty" leaves room around it."""
    if arg is None:
        return None
    given = [n for n in (arg.best, arg.low, arg.high) if n is not None]
    if not given:
        return None
    if arg.best is not None and arg.low is None and arg.high is None:
        room = abs(arg.best) * _ROUGHLY if _is_rough(arg.words) else 0.0
        return Figure(statement, arg.best - room, arg.best + room, arg.best, who)
    low = arg.low if arg.low is not None else float("-inf")
    high = arg.high if arg.high is not None else float("inf")
    return Figure(statement, low, high, given[0], who)


def tolls(events: Iterable[Event]) -> Iterator[Conflict]:
    """How many were killed, injured, arrested or taken in one happening."""
    for event in events:
        groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for toll, figure in _tolls(event):
            groups[toll, figure.who].append(figure)
        for (toll, who), figures in sorted(groups.items()):
            about = f"how many {who} were {done(toll)}{_when_where(event)}"
            yield from figures_apart(about, _comparable(figures))
            yield from _more_than_all(about, figures, groups.get((toll, "people"), ()) if who in _classes() else ())


def _more_than_all(about: str, part: Sequence[Figure], whole: Sequence[Figure]) -> list[Conflict]:
    """More workers than there were people at all: two figures of one toll after all."""
    many = [f for f in part if any(f.low > other.high for other in whole)]
    few = [f for f in whole if any(other.low > f.high for other in many)]
    return figures_apart(about, _comparable([*many, *few])) if many else []


@cache
def _classes() -> frozenset[str]:
    return frozenset(load_words("same_people.yaml"))


def _tolls(event: Event) -> Iterator[tuple[str, Figure]]:
    for telling in event.tellings:
        told = {toll_of(s) for s in telling.statements}
        for s in telling.statements:
            if figure := figure_of(s, s.get("count") or s.get("number"), who_of(s)):
                yield toll_of(s), figure
            for role, toll in _TOLLS.get(s.predicate, {}).items():
                if toll not in told and (figure := figure_of(s, s.get(role), "people")):
                    yield toll, figure


def who_of(s: Statement) -> str:
    """Who is counted: "people" of anybody, else the name or the noun: two soldiers are not two people more."""
    struck = next((a for role in _STRUCK if (a := s.get(role))), None)
    counted = s.get("counted")
    if struck is None and counted and not counted.entity:
        return next((c for c in [same_people(counted.words.casefold().split()[-1])] if c in _classes()), "people")
    if struck is None:
        return "people"
    if struck.entity:
        return f"of {struck.words}"
    words = struck.words.split(" of ")[0].split()
    noun = words[-1].casefold() if words else ""
    return "people" if noun in listed("anyone") or not noun.isalpha() or len(words) == 1 else same_people(noun)


def same_people(noun: str) -> str:
    """One noun for all that mean the same people: *workers* for employees."""
    return next((name for name, nouns in load_words("same_people.yaml").items() if noun in nouns), noun)


def _comparable(figures: Sequence[Figure]) -> list[Figure]:
    """Figures that are no update, and of documents that do not themselves give two in one voice."""
    out = []
    for group in _by_document(f for f in figures if not f.statement.scene.words & listed("updates")).values():
        own = [f for f in group if f.statement.polarity == "affirmed"]
        clash = any(a.apart(b) and _voice(a) == _voice(b) for a, b in combinations(own, 2))
        out += [f for f in group if not clash]
    return out


def _voice(figure: Figure) -> tuple[bool, object]:
    s = figure.statement
    return s.own_voice, None if s.own_voice else s.evidence


def _by_document(figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.statement.evidence.doc_id].append(figure)
    return groups


def figures_apart(about: str, figures: Sequence[Figure], write: Callable[[float], str] | None = None) -> list[Conflict]:
    """One conflict of figures where they fall into sides, or none."""
    sides = _sides(figures)
    if len(sides) < 2:
        return []
    told = [(_spelled(side, write or _plain), [f.statement for f in side]) for side in sides]
    return [conflict("count", about, told)]


def _sides(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures in sides, smallest first. A bound goes with its own number, else with the only side that it allows.

    A number that somebody denies is still what others said: "nineteen, not the twelve first reported".
    """
    denied = {f.stated for f in figures if f.statement.polarity == "denied"}
    said = sorted(
        (f for f in figures if f.statement.polarity == "affirmed"),
        key=lambda f: (not f.exact, f.stated, f.statement.evidence, f.statement.claim),
    )
    sides: list[list[Figure]] = []
    for figure in said:
        own = [s for s in sides if s[0].stated == figure.stated]
        open_to = [s for s in sides if not any(figure.apart(f) for f in s)]
        if own:
            own[0].append(figure)
        elif not open_to or figure.stated in denied:
            sides.append([figure])
        elif len(open_to) == 1:
            open_to[0].append(figure)
    return sorted(sides, key=lambda side: side[0].stated)


def _spelled(side: Sequence[Figure], write: Callable[[float], str]) -> str:
    first = side[0]
    if first.exact or (first.low > float("-inf") and first.high < float("inf")):
        return write(first.stated)
    return f"{'at least' if first.high == float('inf') else 'at most'} {write(first.stated)}"


def _plain(number: float) -> str:
    return f"{number:g}" if abs(number) < 10_000 else f"{number:,.10g}"


def _when_where(event: Event) -> str:
    places = [
        f"{a.at} {a.words}".strip()
        for s in event.statements
        for role in ("place", "target", "victim")
        if (a := s.get(role)) and a.entity in s.scene.places
    ]
    spans = [t.day for t in event.tellings if t.day]
    day = _day(min(spans, key=lambda d: (d[1] - d[0], d))) if spans else ""
    told = ", ".join(filter(None, (places[0] if places else "", day)))
    return f" ({told})" if told else ""


def _day(day: Days) -> str:
    first, last = write_day(day[0]), write_day(day[1])
    return first if first == last else f"{first} to {last}"


def votes(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """How many votes somebody or something got in one ballot."""
    dated = _dates_of_sentences(statements)
    cast = [s for s in statements if is_vote(s) and s.polarity == "affirmed"]
    told = [(s, day) for s in cast if (day := s.start or dated.get(s.evidence)) and is_moment(days(day))]
    known = {s.claim for s, _ in told}
    told += [(s, day) for s in cast if s.claim not in known and (day := _last_ballot(s, told))]
    for group in _linked(told, _one_ballot):
        per_document = defaultdict(set)
        for s, _ in group:
            per_document[s.evidence.doc_id].add(s.get("number"))
        figures = [f for s, _ in group if len(per_document[s.evidence.doc_id]) == 1 if (f := _number(s))]
        voted = next((who for s, _ in group if (who := _voted_on(s))), None)
        yield from figures_apart(f"votes {f'for {voted.words}' if voted else 'cast'} ({group[0][1]})", figures)


def _last_ballot(s: Statement, told: Sequence[tuple[Statement, str]]) -> str:
    """The day of the only ballot of the weeks before in which somebody got votes; "" where the sentence has a date."""
    who, said = _voted_on(s), days(s.scene.published)
    if who is None or not who.entity or said is None or s.scene.dates:
        return ""
    others = {day for other, day in told if (w := _voted_on(other)) and w.key == who.key}
    near = [day for day in others if (d := days(day)) and 0 <= said[1] - d[0] <= _MONTH]
    return near[0] if len(others) == 1 and near else ""


def _one_ballot(one: tuple[Statement, str], other: tuple[Statement, str]) -> bool:
    """Whether two counts are of one day, of one who was voted on, and name one bearer."""
    (a, day), (b, same) = one, other
    for_one, for_other = _voted_on(a), _voted_on(b)
    if for_one and for_other and for_one.key != for_other.key:
        return False
    return agree(day, same) and _share_a_name(a, b)


def _voted_on(s: Statement) -> Filled | None:
    """Who got the votes that a claim counts, or the law that did."""
    return s.get("whose") or s.get("event")


def _dates_of_sentences(statements: Iterable[Statement]) -> dict[object, str]:
    return {s.evidence: s.start for s in statements if s.start and is_moment(days(s.start))}


def is_vote(s: Statement) -> bool:
    """Whether a claim counts votes."""
    counted = s.get("counted") if s.predicate == "counts" else None
    return counted is not None and counted.words.casefold().split(" ")[-1] in listed("votes")


def is_sum(s: Statement) -> bool:
    """Whether a claim counts money and does not say what for: two sums of one payer are two payments."""
    counted, number = s.get("counted"), s.get("number")
    if s.predicate != "counts" or counted is None or number is None:
        return False
    words = counted.words.casefold().split()
    whole = bool(_unit(s)) and number.words.endswith(counted.words)
    return whole or (bool(words) and words[-1] in _currencies())


def _number(s: Statement) -> Figure | None:
    return figure_of(s, s.get("number"))


def _share_a_name(one: Statement, other: Statement) -> bool:
    """Whether two sentences name one bearer who is no place; one that names nobody may take who was named before."""
    a, b = _names(one.scene.here, one), _names(other.scene.here, other)
    return bool((a or _names(one.scene.near, one)) & (b or _names(other.scene.near, other)))


def _names(entities: frozenset[str], s: Statement) -> frozenset[str]:
    return entities - s.scene.places


def prices(statements: Sequence[Statement]) -> Iterator[Conflict]:
    """What one deal is worth."""
    told = [(s, day) for s in statements if _is_price(s) for day in [_deal_day(s)] if day]
    for group in _linked(told, lambda a, b: a[0].evidence.doc_id != b[0].evidence.doc_id and _one_deal(a, b)):
        units = {unit for s, _ in group if (unit := _unit(s))}
        figures = [f for s, _ in group if (f := _number(s))]
        if len(units) == 1 and len(figures) == len(group):
            deal = _deal(group[0][0]).replace("price", "deal")
            about = f"value of the {deal} of {min((d for _, d in group), key=_width)}"
            (unit,) = units
            yield from figures_apart(about, figures, partial(_money, unit=unit))


def _money(number: float, *, unit: str) -> str:
    return f"{f'{number / 1e6:g} million' if number >= 1e6 else _plain(number)} {unit}"


def _unit(s: Statement) -> str:
    """The currency of a number, "" where it is no money."""
    number = s.get("number")
    return _currencies().get(number.unit.casefold(), "") if number else ""


@cache
def _currencies() -> dict[str, str]:
    known: dict[str, list[str]] = read_yaml("numbers.yaml")["currencies"]
    return {word.casefold(): code for code, words in known.items() for word in (code, *words)}


def _width(date: str) -> int:
    range_ = days(date)
    return range_[1] - range_[0] if range_ else 0


def _is_price(s: Statement) -> bool:
    """Whether a claim says what a deal is worth as a whole."""
    if s.predicate != "counts" or s.polarity != "affirmed" or not _unit(s) or not _deal(s):
        return False
    return not s.scene.words & (listed("again") | listed("updates"))


def _deal(s: Statement) -> str:
    counted = s.get("counted")
    words = counted.words.casefold().split() if counted else []
    found = [w for w in words if w in listed("deals")]
    if (
        not found
        and words
        and _is_coin(words[-1])
        and s.scene.small & listed("sold")
        and not s.scene.small & listed("not_price")
    ):
        return "price"  # "sold the yard for 4 million euros"
    if not found and s.scene.small & listed("worth"):
        found = sorted(s.scene.small & listed("deals"))  # "the merger of Vale and Duda is worth 4 million"
    return found[-1] if found else ""


def _is_coin(word: str) -> bool:
    return word in _currencies() or word.rstrip("s") in _currencies()


def _deal_day(s: Statement) -> str | None:
    """When a deal was made: as the claim says, the sentences before it, or on the day of its announcement."""
    earlier = [d for d in s.scene.earlier if (range_ := days(d)) and range_[1] - range_[0] <= _MONTH]
    return s.start or (earlier[0] if earlier else None) or s.scene.published or None


def _one_deal(one: tuple[Statement, str], other: tuple[Statement, str]) -> bool:
    (a, day), (b, night) = one, other
    narrow = min(_width(day), _width(night)) <= _MONTH
    parties = (_names(a.scene.near, a) & _names(b.scene.told, b)) | (_names(b.scene.near, b) & _names(a.scene.told, a))
    if not (a.start or b.start or agree(day, night)) and _at_one_time(day, night):
        fresh = _is_fresh(a, b)
        return len(parties) > 1 and (fresh or "price" in (_deal(a), _deal(b)))  # of one sale, by several days' papers
    return agree(day, night) and narrow and bool(parties)


def _is_fresh(one: Statement, other: Statement) -> bool:
    """Whether two documents came out within days of each other."""
    a, b = days(one.scene.published), days(other.scene.published)
    return a is not None and b is not None and between(a, b) <= _FRESH


def shares(statements: Iterable[Statement]) -> Iterator[Conflict]:
    """How much of a body somebody owns at one time."""
    groups: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        owner, owned = s.get("owner"), s.get("owned")
        if s.predicate == "owns" and s.polarity == "affirmed" and owner and owned and owner.entity and owned.entity:
            groups[owner.entity, owned.entity].append(s)
    for group in groups.values():
        owner, owned = group[0].get("owner"), group[0].get("owned")
        about = f"share of {owner.words if owner else ''} in {owned.words if owned else ''}"
        held = [(s, s.get("share")) for s in group]
        told = [(s, s.start or s.scene.published) for s, share in held if share and share.unit == "%"]
        for together in _linked(told, lambda a, b: _at_one_time(a[1], b[1])):
            figures = [f for s, _ in together if (f := figure_of(s, s.get("share")))]
            yield from figures_apart(about, figures, lambda n: f"{_plain(n)} per cent")


def _at_one_time(one: str, other: str) -> bool:
    a, b = days(one), days(other)
    return a is not None and b is not None and between(a, b) <= _QUARTER


def of_one_time(one: Statement, other: Statement) -> bool:
    """Whether two claims speak of one time: by their dates, or where one has none by those of the documents."""
    if one.start and other.start:
        return agree(one.start, other.start)
    a, b = one.start or one.scene.published, other.start or other.scene.published
    return not (a and b) or _at_one_time(a, b)


def _linked(told: Sequence[tuple[Statement, str]], same: Callable[..., bool]) -> list[list[tuple[Statement, str]]]:
    """Groups in which each goes with some other; pairs of one group may be unlike."""
    out: list[list[Any]] = []
    for item in sorted(told, key=lambda t: (t[0].evidence, t[0].claim)):
        homes = [g for g in out if any(same(item, other) for other in g)]
        out = [g for g in out if not any(g is h for h in homes)]
        out.append([*(x for g in homes for x in g), item])
    return out


def _is_rough(words: str) -> bool:
    return words.casefold().startswith(_about())


@cache
def _about() -> tuple[str, ...]:
    return tuple(f"{word} " for word in read_yaml("numbers.yaml")["about"])

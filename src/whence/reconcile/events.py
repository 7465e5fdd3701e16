"""Which claims tell of one happening: by its kind, the place, the day, and how alike the sentences are.

A telling is what one sentence says of a happening. Two tellings are of one event where they share a place and a day; or
where their sentences are so alike that one day must be wrong. A sentence without a day, or without a place, takes
those of the nearest telling before it in its document, and is marked as inferred.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from whence.model import Statement
from whence.reconcile.dates import Days, days
from whence.vocab import load_words, word_set

HAPPENED = frozenset({"asserted", "almost_certain", "likely", "reported", "claimed", "argued", "alleged", "believed"})
# What is told of one happening by several predicates: those who were shot were attacked, and may have died of it.
KINDS = {
    "attacks": "harm",
    "bombs": "harm",
    "kills": "harm",
    "injures": "harm",
    "clashes_with": "harm",
    "arrests": "arrest",
    "captures": "arrest",
    "abducts": "abduction",
}
_WHERE = ("place", "target", "victim", "captured")
_MOMENT = 3  # days: what took longer is a season of happenings, and no event
_MONTH = 31
_FAR = 1500  # characters: what stands further back is another story
_ALIKE = 0.6  # of the words of the shorter sentence; copies of one report that a hand has changed have .8 and more
_FEWEST = 7  # words: shorter sentences are alike by chance
_FRESH = 45  # days in which a document may go on without a date about what everybody knows of
_STORY = 3  # names that two documents about one thing have in common, and a third of those in the shorter
_AFTER = 400  # days after which a report on a happening may still come out
_WEEK = 7  # days within which two alike sentences tell of one happening


@dataclass(frozen=True, slots=True)
class Telling:
    """What one sentence tells of a happening: on which day, at which places and to whom, as its claims say.

    `inferred`: it takes its day or place from a sentence before it.
    """

    kind: str
    statements: tuple[Statement, ...]
    day: Days | None
    places: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    inferred: bool = False

    @property
    def first(self) -> Statement:
        """The statement that stands for the sentence."""
        return self.statements[0]

    @property
    def document(self) -> str:
        """The document that tells it."""
        return self.first.evidence.doc_id


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, with everything that tells of it, in the order of documents."""

    kind: str
    tellings: tuple[Telling, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that is said of it."""
        return tuple(s for t in self.tellings for s in t.statements)


def find_events(statements: Iterable[Statement]) -> list[Event]:
    """Every happening that claims of harm, arrest or abduction tell of, in a fixed order."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in _tellings(statements):
        groups[telling.document].append(telling)
    tellings = [t for group in groups.values() for t in _filled(group)]
    return [Event(group[0].kind, tuple(group)) for group in _joined(tellings)]


def is_moment(day: Days | None) -> bool:
    """Whether a date is one of a happening, and not of a season of them."""
    return day is not None and day[1] - day[0] < _MOMENT


def _tellings(statements: Iterable[Statement]) -> Iterator[Telling]:
    """The claims of one kind that one sentence makes, put together."""
    sentences: dict[tuple[object, str], list[Statement]] = defaultdict(list)
    for s in statements:
        kind = KINDS.get(toll_of(s))
        if kind and s.certainty in HAPPENED and not _goes_on(s):
            sentences[s.evidence, kind].append(s)
    for (_, kind), said in sorted(sentences.items(), key=lambda item: (item[1][0].evidence, item[0][1])):
        if any(s.polarity == "affirmed" for s in said):
            said.sort(key=lambda s: s.claim)
            yield Telling(kind, tuple(said), _day(said), _places(said), _whom(said))


def toll_of(s: Statement) -> str:
    """What befell those whom a claim is about: by its noun, "31 dead", or by what is told of them, "forty men died"."""
    named = named_toll(s)
    counted = s.get("counted") if s.predicate == "counts" else None
    return "kills" if not named and counted and _died(counted.words, s.scene.quote) else named


def named_toll(s: Statement) -> str:
    """What befell those whom a claim is about: its predicate, or that of the noun it counts, "31 dead"."""
    counted = s.get("counted") if s.predicate == "counts" else None
    noun = counted.words.casefold().split()[-1] if counted and counted.words.strip() else ""
    return _tolls().get(noun, "") if noun else s.predicate


@lru_cache(maxsize=10_000)
def _died(whom: str, text: str) -> bool:
    """Whether a text says of whom it counts that they died: "forty workers of the mill died"."""
    behind = re.search(rf"\b{re.escape(whom)}((?: \w+){{1,4}})", " ".join(text.split()))
    words = behind[1].casefold() if behind else ""
    return any(f" {word} " in f"{words} " for word in listed("dying"))


@cache
def _tolls() -> dict[str, str]:
    return {noun: name for name, nouns in load_words("tolls.yaml").items() for noun in nouns}


def _goes_on(s: Statement) -> bool:
    """Whether it counts up from a date: "40 since January" is a running total."""
    return s.start is not None and s.end is None and not is_moment(days(s.start))


def _day(said: Sequence[Statement]) -> Days | None:
    """The day that the claims give, else the only one in the sentence."""
    known = [(first[0], last[1]) for s in said if (first := days(s.start)) and (last := days(s.end or s.start))]
    if known:
        return min(known, key=lambda d: (d[1] - d[0], d))
    found = {d for date in said[0].scene.dates if (d := days(date)) and is_moment(d)}
    return found.pop() if len(found) == 1 else None


def _places(said: Sequence[Statement]) -> frozenset[str]:
    """Where the claims say it was."""
    return _named(said) & said[0].scene.places


def _whom(said: Sequence[Statement]) -> frozenset[str]:
    """Who or what was struck or taken, where it has a name and is no place."""
    return _named(said) - said[0].scene.places


def _named(said: Sequence[Statement]) -> frozenset[str]:
    return frozenset(a.entity for s in said for role in _WHERE if (a := s.get(role)) and a.entity)


def _filled(group: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings of one document; one without a day or place takes what the nearest before it has."""
    last: dict[str, Telling] = {}
    for told in group:
        before = last.get(told.kind)
        if before and _goes_with(told, before):
            day, places = told.day or before.day, told.places or before.places
            told = replace(told, day=day, places=places, inferred=(day, places) != (told.day, told.places))
        yield told
        if told.day:
            last[told.kind] = told


def _goes_with(told: Telling, before: Telling) -> bool:
    """Whether a sentence goes on with what the one before told; a total of a whole war does not."""
    if told.first.evidence.start - before.first.evidence.end > _FAR or (told.day and told.places):
        return False
    if _totals(told):
        return False
    return not (told.day and told.day != before.day) and not (told.places and not told.places & before.places)


def _joined(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of one happening, together."""
    home = {i: i for i in range(len(tellings))}

    def root(i: int) -> int:
        while home[i] != i:
            home[i] = home[home[i]]
            i = home[i]
        return i

    for one, other in sorted(set(_pairs(tellings))):
        if root(one) != root(other) and _same(tellings[one], tellings[other]):
            home[max(root(one), root(other))] = min(root(one), root(other))
    for month, day in _months(tellings):
        if len({root(i) for i in day}) == 1:
            home[root(month)] = root(day[0])
    for bare, dated in _undated(tellings):
        if len({root(i) for i in dated}) == 1:
            home[root(bare)] = root(dated[0])
    groups: dict[int, list[Telling]] = defaultdict(list)
    for i, telling in enumerate(tellings):
        groups[root(i)].append(telling)
    return list(groups.values())


def _pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: of one kind, within a week, with a name in common."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, told in enumerate(tellings):
        if is_moment(told.day):
            for name in told.places | told.whom | told.first.scene.near:
                blocks[told.kind, name].append(i)
    for block in blocks.values():
        block.sort(key=lambda i: tellings[i].day or (0, 0))
        for at, one in enumerate(block):
            for other in block[at + 1 :]:
                if (tellings[other].day or (0, 0))[0] - (tellings[one].day or (0, 0))[1] > _WEEK:
                    break
                yield min(one, other), max(one, other)


def _months(tellings: Sequence[Telling]) -> Iterator[tuple[int, list[int]]]:
    """Tellings that give a month, with those of the same place or victim on a day of it."""
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, told in enumerate(tellings):
        for name in (told.places | told.whom) if is_moment(told.day) else ():
            named[told.kind, name].append(i)
    for i, told in enumerate(tellings):
        if told.day and _MOMENT <= told.day[1] - told.day[0] <= _MONTH and not _totals(told):
            near = sorted({j for name in told.places | told.whom for j in named[told.kind, name]})
            days_ = [(j, tellings[j].day or (0, 0)) for j in near]
            inside = [j for j, day in days_ if told.day[0] <= day[0] and day[1] <= told.day[1]]
            if inside:
                yield i, inside


def _undated(tellings: Sequence[Telling]) -> Iterator[tuple[int, list[int]]]:
    """Tellings without a day, with those that name a place and one more name of theirs; of what was just before, if
    the document has a date.
    """
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, told in enumerate(tellings):
        for name in told.first.scene.near if is_moment(told.day) else ():
            blocks[told.kind, name].append(i)
    stories: dict[str, list[int]] = defaultdict(list)
    for i, told in enumerate(tellings):
        if is_moment(told.day) and not told.first.scene.words & listed("updates"):
            stories[told.kind].append(i)
    for i, told in enumerate(tellings):
        scene = told.first.scene
        if told.day is None and not scene.dates and not _totals(told):
            near = {j for name in scene.near for j in blocks[told.kind, name]}
            with_two = sorted(j for j in near if _with_two(tellings[j], told))
            of_story = with_two or sorted(j for j in stories[told.kind] if _one_story(tellings[j], told))
            if of_story:
                yield i, of_story


def _with_two(dated: Telling, bare: Telling) -> bool:
    """Whether two tellings share two names, and the one with a day is of the weeks before the other's document.

    Where neither name is a place, it must be of the days before.
    """
    shared = dated.first.scene.near & bare.first.scene.near
    published, placed = days(bare.first.scene.published), bool(shared & dated.first.scene.places)
    if len(shared) < 2 or dated.day is None or (published is None and not placed):
        return False
    return published is None or 0 <= published[1] - dated.day[0] <= (_FRESH if placed else _MOMENT)


def _one_story(dated: Telling, bare: Telling) -> bool:
    """Whether the documents of two tellings are about the same: they share names, and tell of no two places."""
    shared = dated.first.scene.told & bare.first.scene.told
    published = days(bare.first.scene.published)
    elsewhere = bare.places and dated.places and not bare.places & dated.places
    if dated.document == bare.document or dated.day is None or published is None or elsewhere:
        return False
    fewest = min(len(t.first.scene.told) for t in (dated, bare))
    return len(shared) >= max(_STORY, fewest / 3) and 0 <= published[1] - dated.day[0] <= _AFTER


def listed(key: str) -> frozenset[str]:
    """The words of one list of ``disagreements.yaml``."""
    return word_set("disagreements.yaml", key)


def share_names(one: Statement, other: Statement) -> bool:
    """Whether two documents name one bearer around what they tell; two of one publisher, which may name it, two."""
    shared = (one.scene.near & other.scene.near) - {one.voice, other.voice}
    return len(shared) > (one.origin == other.origin)


def _totals(told: Telling) -> bool:
    """Whether a sentence adds up many happenings: "200 people have been killed in the conflict"."""
    return bool(told.first.scene.words.intersection(listed("totals")))


def _same(one: Telling, other: Telling) -> bool:
    a, b = one.day, other.day
    if a is None or b is None:
        return False
    if a[0] <= b[1] and b[0] <= a[1]:
        return _meet(one, other)
    return one.document != other.document and are_alike(one.first, other.first)


def _meet(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one day are of one place, or one victim.

    Where a claim does not say the place, it is looked for in the sentence, and beside a claim that does in the
    sentences before.
    """
    if one.places and other.places:
        people = one.first.scene.people & other.first.scene.people
        return bool(one.places & other.places or one.whom & other.whom & people)
    if one.whom & other.whom:
        return True
    if one.places or other.places:
        said, bare = (one.places, other) if one.places else (other.places, one)
        return bool(said & bare.first.scene.near & bare.first.scene.places)
    if one.document == other.document and (one.inferred or other.inferred):
        return True  # the day of one is that of the other
    a, b = one.first.scene, other.first.scene
    return bool(a.here & a.places & b.here & b.places)


def done(name: str) -> str:
    """What happened, as a participle: *arrested*."""
    return load_words("done.yaml")[name][0]


def are_alike(one: Statement, other: Statement) -> bool:
    """Whether two sentences are so alike that they tell of one thing: one was written after the other."""
    a, b = one.scene.words, other.scene.words
    return min(len(a), len(b)) >= _FEWEST and len(a & b) >= _ALIKE * min(len(a), len(b))

"""Figures of one thing that different voices give: close together in one document, or in sentences that share words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from whence.model import Conflict, Filled, Span, Statement
from whence.reconcile.blame import distance
from whence.reconcile.dates import agree
from whence.reconcile.events import HAPPENED, KINDS, done, listed, toll_of
from whence.reconcile.figures import Figure, figure_of, figures_apart, is_sum, is_vote, same_people
from whence.reconcile.kindred import kindred
from whence.vocab import load_words

_BESIDE = 300  # characters: the next sentence, or the one behind it
_TIMES = 20  # counts of one crowd differ, but not by more
_SHORT = 9  # words of a sentence that has a figure and little else
_COUNTED = ("counted", "victim", "target", "captured", "protester")


def given(statements: Sequence[Statement], opposed: Collection[frozenset[Span]] = ()) -> Iterator[Conflict]:
    """Two figures of one thing by two voices, but for sentences that are `opposed` already."""
    found: set[frozenset[Span]] = set(opposed)
    struck = {(s.evidence, n.words) for s in statements if s.predicate in KINDS and (n := _number(s))}
    told = (s for s in statements if s.predicate in KINDS or (s.evidence, _words(s)) not in struck)
    figures = [f for s in told if (f := _figure(s))]
    for one, other in _pairs(figures):
        places = frozenset((one.statement.evidence, other.statement.evidence))
        if len(places) < 2 or places not in found:
            same = [f for f in figures if _says_the_same(f, one)]
            made = figures_apart(_about(one.statement, other.statement), [one, *same, other])
            found |= {places} if made else set()
            yield from made


def _number(s: Statement) -> Filled | None:
    return s.get("number") or s.get("count")


def _place(s: Statement) -> int:
    """Where in its sentence a figure stands."""
    return s.scene.quote.find(_words(s))


def _words(s: Statement) -> str:
    return number.words if (number := _number(s)) else ""


def _says_the_same(figure: Figure, other: Figure) -> bool:
    """Whether another document gives the same figure of the same noun, with a name near by in common."""
    a, b = figure.statement, other.statement
    if figure.stated != other.stated or a.evidence.doc_id == b.evidence.doc_id or _unit(a) != _unit(b):
        return False
    return _noun(a) == _noun(b) != "" and bool(a.scene.near & b.scene.near)


def _pairs(figures: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    documents: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        documents[figure.statement.evidence.doc_id].append(figure)
    for group in documents.values():
        group.sort(key=lambda f: (f.statement.evidence, _place(f.statement), f.statement.claim))
        for at, other in enumerate(group):
            before = [f for f in group[:at] if _set_against(f, other) or _beside(f, other)]
            nearest = [f for f in before if f.statement.evidence == before[-1].statement.evidence]
            if nearest:
                yield nearest[-1], other


def _figure(s: Statement) -> Figure | None:
    if s.polarity != "affirmed" or s.certainty not in HAPPENED or is_vote(s):
        return None
    return figure_of(s, _number(s))


def _beside(one: Figure, other: Figure) -> bool:
    """Whether one sentence sets the first of two figures, which stands without a noun, against the second."""
    return one.statement.evidence == other.statement.evidence and _set_against(other, one)


def _set_against(one: Figure, other: Figure) -> bool:
    """Whether the second of two figures is another voice's word on what the first one counts."""
    a, b = one.statement, other.statement
    if a.voice == b.voice or not (b.voice or not _noun(b)) or not one.apart(other) or distance(a, b) > _BESIDE:
        return False
    if _unit(a) != _unit(b) or b.scene.words & listed("more"):
        return False
    nouns = same_people(_noun(a)), same_people(_noun(b))
    if is_sum(a) or is_sum(b) or not _of_one_kind(a, b):
        return False
    if not nouns[1]:
        same = toll_of(b) not in KINDS or _is_anyone(nouns[0], a)
        return same and _of_one_size(one, other)
    short = len(b.scene.words) < _SHORT or a.evidence == b.evidence
    if nouns[0] == nouns[1] and toll_of(a) == toll_of(b) in KINDS and agree(a.start, b.start):
        return True
    if len({toll_of(s) for s in (a, b)} & KINDS.keys()) == 1 and nouns[0] == "people":
        return False  # of the people who were arrested others do not count the people who came
    one_sort = all(_is_anyone(n, s) for n, s in zip(nouns, (a, b), strict=True)) or (
        _are_people(nouns) and _of_one_size(one, other)
    )
    if nouns[0] == nouns[1] or (one_sort and _of_one_size(one, other)):
        return short or len(_told(a) & _told(b) - kindred(nouns)) > 1
    return False


def _of_one_size(one: Figure, other: Figure) -> bool:
    """Whether two figures may be counts of one crowd."""
    return max(one.stated, other.stated) <= _TIMES * min(one.stated, other.stated)


def _of_one_kind(one: Statement, other: Statement) -> bool:
    """Whether both may be one toll: the captured are not the killed, nor the injured the dead."""
    return len({toll_of(s) for s in (one, other)} & KINDS.keys()) < 2


def _unit(s: Statement) -> str:
    number = _number(s)
    unit = number.unit if number else ""
    return unit if unit == "%" or unit.isupper() else ""


def _counted(s: Statement) -> Filled | None:
    return next((a for role in _COUNTED if (a := s.get(role))), None)


def _noun(s: Statement) -> str:
    """What is counted, in one word; "" where the sentence leaves it out."""
    counted = _counted(s)
    words = counted.words.split(" of ")[0].split() if counted else []
    return words[-1].casefold() if words and words[-1].isalpha() else ""


def _is_anyone(noun: str, s: Statement) -> bool:
    """Whether a noun is for whoever was there, or whoever was struck."""
    return noun in listed("anyone") or noun in listed("crowd") or toll_of(s) in KINDS


def _are_people(nouns: tuple[str, str]) -> bool:
    """Whether one says only "people" of those for whom the other has a noun."""
    return "people" in nouns and bool(load_words("same_people.yaml").keys() & set(nouns))


def _told(s: Statement) -> frozenset[str]:
    return kindred(s.scene.small)


def _about(one: Statement, other: Statement) -> str:
    toll = next((toll_of(s) for s in (one, other) if toll_of(s) in KINDS), "")
    counted = next((c for s in (one, other) if (c := _counted(s)) and _noun(s)), None)
    what = counted.words.lower() if counted and not counted.entity else "people"
    noun = what.split()[-1] if what.split() else "people"
    if toll:
        return f"how many were {done(toll)}"
    day = one.start or other.start or one.scene.published
    return f"how many {noun if noun.endswith('s') else 'people'}{f' ({day})' if day else ''}"

"""Posts told in a row: "treasurer of the yard from 1994 to 1997, chairman of the board until 2001 and mayor of Osh".

Whoever holds the first holds the next. Profiles and encyclopedias tell whole lives so, and after the first years a
tree loses the thread.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from whence.annotate.sequences import Item

AT = frozenset({"of", "at", "for", "in", "to", "with"})
BODIES = frozenset({"ORG", "PLACE", "COUNTRY", "FACILITY"})
OPENS = frozenset({"the", "a", "an", "as", "its", "then", "later", "former", "also", "previously", "subsequently"})
OPENS |= frozenset({"finally", "afterwards", "again", "earlier", "now", "currently", "briefly", "thereafter", "both"})
JOINS = frozenset({",", ";", "and", "&"})
# What stands between two posts that are not one person's, or where another clause begins.
APART = frozenset(
    """
    who which that whose whom where when while but not nor or than by under said from-then against after before whilst
    whereas though although because if unless met
    """.split()
)
SPELLS = frozenset({"from", "between", "since", "until", "till", "in", "during", "on", "to"})
TITLED = frozenset({"PERSON", "ROLE", "RANK", "STYLE", "OWN", "WHOSE"})


@dataclass(frozen=True, slots=True)
class Next:
    """The place of a post in a row of items that follows on another, and of the body it is held at, if any is told."""

    first: int
    post: int
    of: int | None
    last: int


def next_posts(items: Sequence[Item], held: Collection[int]) -> Iterator[Next]:
    """Yield every post that follows on one of `held` (places in the row) or on one that follows so, left to right."""
    known = set(held)
    plain = _without_brackets(items)
    for n, i in enumerate(plain):
        if i in known and (found := _next(items, plain, n)) is not None:
            known.add(found.post)
            yield found


def _without_brackets(items: Sequence[Item]) -> list[int]:
    """The places of the items that no brackets hold, but for years in them: "chairman (1994-97)"."""
    depth, kept = 0, []
    for i, item in enumerate(items):
        depth += item.word == "("
        if not depth or item.kind == "TIME":
            kept.append(i)
        depth -= item.word == ")" and depth > 0
    return kept


def _next(items: Sequence[Item], plain: Sequence[int], n: int) -> Next | None:
    """The post that follows on the post at `plain[n]`; None where another's stands there or nothing tells."""
    m = next((k for k in range(n + 1, len(plain)) if items[plain[k]].kind in TITLED), None)
    if m is None or items[plain[m]].kind != "ROLE":
        return None
    between = [items[k] for k in plain[n + 1 : m]]
    head, join, opening = _split(between)
    if not join or any(i.kind == "v" or i.word in APART for i in between) or any(i.word not in OPENS for i in opening):
        return None
    if any(i.word in (",", ";") for i in head[:-1]):
        return None
    of, last = _body(items, plain, m)
    after = [items[k] for k in plain[last + 1 : last + 3]]
    if any(i.kind in ("PERSON", "RANK", "STYLE") for i in after[:1]) or _apposed(after):
        return None
    dated = any(i.kind == "TIME" for i in head), _spell(after)
    told = len(head) > 1 and head[0].word in AT and head[-1].kind in BODIES
    listed = told and of is not None and not any(i.word == "the" for i in opening)
    if not (any(dated) or listed) or (any(i.word == "the" for i in opening) and not _as(opening) and not all(dated)):
        return None
    return Next(plain[n], plain[m], plain[of] if of is not None else None, plain[last])


def _split(between: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item], Sequence[Item]]:
    """What stands between two posts: what is said of the first, the words that join, what opens the second."""
    at = max((k for k, i in enumerate(between) if i.word in JOINS), default=-1)
    start = at
    while start > 0 and between[start - 1].word in JOINS:
        start -= 1
    return between[: max(start, 0)], between[max(start, 0) : at + 1], between[at + 1 :]


def _body(items: Sequence[Item], plain: Sequence[int], m: int) -> tuple[int | None, int]:
    """The place of the body of the post at `plain[m]` and of the last item that belongs to the post."""
    if m + 1 >= len(plain) or items[plain[m + 1]].word not in AT:
        return None, m
    for k in range(m + 2, min(m + 6, len(plain))):
        item = items[plain[k]]
        if item.kind in BODIES:
            return k, k
        if item.kind != "NATION" and (item.kind != "w" or item.word in JOINS | SPELLS | APART):
            break
    return None, m


def _spell(after: Sequence[Item]) -> bool:
    """Whether years stand right behind: "since 2002", "1993 to 1994"."""
    first = 1 if after and after[0].word in SPELLS else 0
    return len(after) > first and after[first].kind == "TIME"


def _apposed(after: Sequence[Item]) -> bool:
    """Whether a comma and a name stand right behind: the post is that one's."""
    return len(after) > 1 and after[0].word == "," and after[1].kind in TITLED - {"ROLE", "OWN", "WHOSE"}


def _as(opening: Sequence[Item]) -> bool:
    return any(i.word == "as" for i in opening)

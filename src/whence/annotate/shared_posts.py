"""Posts that several hold: "deckhands Ada Mensah, 23, and Ivo Duda", "the deputies are Ada Mensah and Ivo Duda"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.annotate.sequences import Item

OPENS = frozenset({":", "are", "were", "include", "included", ","})
JOINS = frozenset({",", "and", "&", ";"})
BODIES = frozenset({"ORG", "COUNTRY", "NATION", "PLACE", "FACILITY"})
TITLES = frozenset({"RANK", "STYLE"})


@dataclass(frozen=True, slots=True)
class Shared:
    """A post in the plural, one of those who hold it, and the body that stands before it, by their places in a row."""

    post: int
    holder: int
    of: int | None


def shared_posts(items: Sequence[Item], plural: Sequence[int]) -> Iterator[Shared]:
    """Yield each of the two or more who are named behind a post of `plural`, places of posts in the plural."""
    for post in plural:
        row = _row(items, post + 1)
        if len(row) > 1:
            yield from (Shared(post, holder, _body(items, post)) for holder in row)


def _row(items: Sequence[Item], start: int) -> list[int]:
    """The people who stand in a row from `start` on, joined by commas and "and", each with an age or a bracket."""
    k = start + (start < len(items) and items[start].word in OPENS)
    row: list[int] = []
    while (at := _titled(items, k)) is not None:
        row.append(at)
        k = _beside(items, at + 1)
        joined = k
        while k < len(items) and items[k].word in JOINS:
            k += 1
        if k == joined:
            break
    ended = _beside(items, row[-1] + 1) if row else start
    return [] if ended < len(items) and items[ended].word == "'s" else row


def _titled(items: Sequence[Item], k: int) -> int | None:
    """The place of a person at `k`, behind ranks and styles; None where nobody stands."""
    while k < len(items) and items[k].kind in TITLES:
        k += 1
    return k if k < len(items) and items[k].kind == "PERSON" else None


def _beside(items: Sequence[Item], k: int) -> int:
    """The first place behind what belongs to a name: an age between commas, a bracket."""
    if k + 1 < len(items) and items[k].word == "," and items[k + 1].kind == "NUMBER":
        return k + 2
    if k < len(items) and items[k].word == "(":
        closed = next((n for n in range(k + 1, min(k + 8, len(items))) if items[n].word == ")"), None)
        return closed + 1 if closed is not None else k
    return k


def _body(items: Sequence[Item], post: int) -> int | None:
    """The place of the body right before a post."""
    before = post - 1 - (post > 0 and items[post - 1].word == "'s")
    return before if before >= 0 and items[before].kind in BODIES else None


def one_of_many(post: str) -> str:
    """The words for a post in the singular: "ministers of mines" are a minister of mines each."""
    head, of, rest = post.partition(" of ")
    one = head[:-3] + "man" if head.endswith("men") else head.removesuffix("s")
    return one + of + rest

"""Statements built by hand: ``say("holds_role", holder="Ana", post="mayor", start="2017")``."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Any

from whence.model import Conflict, Filled, Scene, Span, Statement
from whence.reconcile.accounts import Account, find_accounts
from whence.scenes import small_words_of, words_of
from whence.vocab import predicate

_NUMBER = count()
Find = Callable[[Sequence[Statement], Sequence[Account]], Iterator[Conflict]]


def say(name: str, *, at: tuple[str, int] = ("d1", 0), **rest: Any) -> Statement:
    """A statement; arguments that begin with a capital letter are entities, numbers are figures."""
    roles = {key: rest.pop(key) for key in list(rest) if key in predicate(name).roles}
    args = tuple(_filled(role, value) for role, value in roles.items())
    rest.setdefault("origin", at[0])
    return Statement(f"c{next(_NUMBER):04}", name, args, Span(at[0], at[1], at[1] + 10), **rest)


def _filled(role: str, value: Any) -> Filled:
    if isinstance(value, int | float):
        return Filled(role, None, str(value), best=float(value))
    return Filled(role, f"e:{value}" if value[0].isupper() else None, value)


def scene(text: str = "", *, places: str = "", people: str = "", near: str = "", **rest: Any) -> Scene:
    """A scene: words of the sentence; names that stand in it or near it, those with a place or a person's name told."""
    names = frozenset(f"e:{word}" for word in text.split() if word[0].isupper())
    before = names | {f"e:{word}" for word in near.split()}
    kinds = {kind: frozenset(f"e:{w}" for w in said.split()) for kind, said in (("places", places), ("people", people))}
    rest.setdefault("told", before)
    return Scene(words=words_of(text), small=small_words_of(text), here=names, near=before, **kinds, **rest)


def told(
    words: str, *, by: str, at: tuple[str, int] = ("d1", 0), published: str = "2020-01-01", **rest: Any
) -> Statement:
    """What somebody says, with its names where they stand; whoever is named is a person but for `people`."""
    named = tuple((m.start(), m.end(), f"e:{m[0]}") for m in re.finditer(r"\b[A-Z]\w+", words))
    here = frozenset(e for _, _, e in named)
    names: dict[str, Any] = {
        "here": here,
        "near": here,
        "people": frozenset() if "people" in rest else here,
        "named": named,
    }
    around = Scene(published, words_of(words), small=small_words_of(words), quote=words, **names)
    voice = f"e:{by}" if by[0].isupper() else by
    return say("says", at=at, speaker=by, content=words, own_voice=False, voice=voice, scene=around)


def found_by(find: Find, statements: Sequence[Statement]) -> list[Conflict]:
    """What a finder that asks for accounts finds in these statements."""
    return list(find(statements, find_accounts(statements)))

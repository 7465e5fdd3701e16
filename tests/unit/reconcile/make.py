"""Statements built by hand: ``say("holds_role", holder="Ana", post="mayor", start="2017")``."""

from itertools import count
from typing import Any

from whence.model import Filled, Span, Statement
from whence.vocab import predicate

_NUMBER = count()


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

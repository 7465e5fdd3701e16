"""Facts in words: a template for each predicate, and after it how sure and by whom."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from whence.model import Filled
from whence.vocab import Predicate, predicates, read_yaml

_PART = re.compile(r"\[([^\[\]]*)\]")
_ROLE = re.compile(r"\{(\w+)\}")


@cache
def templates() -> Mapping[str, str]:
    """The template of each predicate."""
    ours = {str(name): str(template) for name, template in read_yaml("wording.en.yaml").items()}
    return {p.name: p.wording or _plain_wording(p) for p in predicates().values()} | ours


def _plain_wording(predicate: Predicate) -> str:
    """A template for a predicate of a pack that brings none: its roles in order."""
    first, *others = predicate.roles
    return f"{{{first}}} {predicate.name.replace('_', ' ')}" + "".join(f"[ {{{role}}}]" for role in others)


def in_words(predicate: str, args: Iterable[Filled], polarity: str = "affirmed") -> str:
    """One fact as a short English line; a denied one begins with *Denied:*."""
    filled: dict[str, list[str]] = {}
    for arg in args:
        words = " ".join(arg.words.split())
        if words and words not in filled.setdefault(arg.role, []):
            filled[arg.role].append(words)
    text = templates().get(predicate, predicate)
    while _PART.search(text):
        text = _PART.sub(lambda match: match[1] if all(map(filled.get, _ROLE.findall(match[1]))) else "", text)
    said = _ROLE.sub(lambda match: _list(filled.get(match[1]) or ["someone"]), text)
    return ("Denied: " if polarity == "denied" else "") + said


def _list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def certainty_in_words(certainty: str) -> str:
    """*suspected*, *almost certain*; nothing for what is plainly asserted."""
    return "" if certainty == "asserted" else certainty.replace("_", " ")


def chain_in_words(voices: Sequence[str]) -> str:
    """*according to Ana, through Bo, through The Post*: the innermost speaker first."""
    return f"according to {', through '.join(voices)}" if voices else ""


def time_in_words(start: str | None, end: str | None, *, starts: bool = False, ends: bool = False) -> str:
    """A spell: *since 2017-03*, *2006 to 2014*, *until 2019*; a date within it that is not its edge is *known*."""
    if start and end and starts and ends:
        return f"{start} to {end}" if start != end else start
    if start and end and not starts and not ends:
        return f"known {start} to {end}" if start != end else f"known {start}"
    first = start and (f"since {start}" if starts else f"known {start}")
    last = end and (f"until {end}" if ends else f"known {end}")
    return ", ".join(filter(None, [first, last]))

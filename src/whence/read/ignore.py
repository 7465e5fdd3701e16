"""The ignore file: patterns as in .gitignore, one a line, the last one that matches decides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

NAME = ".whenceignore"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of an ignore file: what it matches below its folder, and whether it brings back instead."""

    pattern: re.Pattern[str]
    folders_only: bool
    brings_back: bool


def parse_rules(text: str) -> tuple[Rule, ...]:
    """The rules of an ignore file; comments and empty lines are none."""
    return tuple(rule for line in text.splitlines() if (rule := _rule(line)) is not None)


def verdict(rules: Iterable[Rule], path: str, is_folder: bool) -> bool | None:
    """True to ignore `path` (relative, with slashes), False to keep it, None where no rule speaks of it."""
    found: bool | None = None
    for rule in rules:
        if (is_folder or not rule.folders_only) and rule.pattern.fullmatch(path):
            found = not rule.brings_back
    return found


def _rule(line: str) -> Rule | None:
    line = re.sub(r"(?<!\\)\s+$", "", line)
    if not line or line.startswith("#"):
        return None
    brings_back = line.startswith("!")
    line = line[1:] if brings_back else line
    if line.startswith(("\\#", "\\!")):
        line = line[1:]
    folders_only = line.endswith("/")
    body = line.strip("/") if folders_only else line.lstrip("/")
    if not body:
        return None
    anchored = line.startswith("/") or "/" in body
    return Rule(_translate(body, anchored), folders_only, brings_back)


@lru_cache(maxsize=1024)
def _translate(pattern: str, anchored: bool) -> re.Pattern[str]:
    out = "" if anchored else "(?:.*/)?"
    position = 0
    while position < len(pattern):
        step, piece = _piece(pattern, position)
        out += piece
        position += step
    return re.compile(out, re.S)


def _piece(pattern: str, at: int) -> tuple[int, str]:
    """How many characters of the pattern come next, and their regular expression."""
    if pattern.startswith("**/", at) and (at == 0 or pattern[at - 1] == "/"):
        return 3, "(?:.*/)?"
    if pattern.startswith("**", at):
        return 2, ".*"
    char = pattern[at]
    if char == "*":
        return 1, "[^/]*"
    if char == "?":
        return 1, "[^/]"
    if char == "[":
        end = pattern.find("]", at + 2)
        if end > 0:
            inner = pattern[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            inner = "^" + inner[1:] if inner.startswith("!") else inner
            return end + 1 - at, _checked(f"[{inner}]", pattern[at : end + 1])
    if char == "\\" and at + 1 < len(pattern):
        return 2, re.escape(pattern[at + 1])
    return 1, re.escape(char)


def _checked(expression: str, literal: str) -> str:
    try:
        re.compile(expression)
    except re.error:
        return re.escape(literal)
    return expression

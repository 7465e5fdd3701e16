"""The pattern language of `dates_grammar.yaml`, compiled: rows of classes become expressions over one-letter codes.

There is no repetition in the language, so a rule looks at a fixed number of items and the whole is linear in the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whence.errors import BadVocabulary
from whence.text.dates.tokens import classes
from whence.vocab.load import read_yaml

_FILE = "dates_grammar.yaml"
_PIECE = re.compile(r"\s*(?:(?P<cap>[a-z]\w*):)?(?P<mark>[\[\]()|]|[A-Za-z_]\w*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar: what it matches, which function makes its meaning, and with what further options."""

    name: str
    pattern: re.Pattern[str]
    make: str
    options: Mapping[str, str]
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a pattern: its expression, the codes that it can begin with, and whether it may be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


@dataclass(frozen=True, slots=True)
class Door:
    """The rules that can begin with one code, and one expression that tells whether any of them matches."""

    any: re.Pattern[str]
    rules: tuple[Rule, ...]


@cache
def levels() -> tuple[dict[str, Door], ...]:
    """The grammar: for each level, the rules by the code with which they begin; raises `BadVocabulary`."""
    table = read_yaml(_FILE)
    macros = {name: str(pattern) for name, pattern in table["macros"].items()}
    return tuple(_by_first([_rule(row, macros) for row in level]) for level in table["levels"])


def _by_first(rules: list[Rule]) -> dict[str, Door]:
    codes = {code for rule in rules for code in rule.first}
    return {code: _door([rule for rule in rules if code in rule.first]) for code in codes}


def _door(rules: list[Rule]) -> Door:
    plain = "|".join(re.sub(r"\(\?P<\w+>", "(?:", f"(?:{rule.pattern.pattern})") for rule in rules)
    return Door(re.compile(plain), tuple(rules))


def _rule(row: dict[str, str], macros: Mapping[str, str]) -> Rule:
    parser = _Parser(row["is"], macros, row["name"])
    part = parser.choice()
    if parser.rest() or part.empty:
        raise BadVocabulary(_FILE, row["name"], "is not a pattern")
    options = {key: value for key, value in row.items() if key not in ("name", "is", "make")}
    return Rule(row["name"], re.compile(part.regex), row["make"], options, part.first)


class _Parser:
    """Reads a pattern from left to right."""

    def __init__(self, text: str, macros: Mapping[str, str], name: str) -> None:
        self.pieces = [(m["cap"], m["mark"]) for m in _PIECE.finditer(text)]
        self.macros, self.name, self.at = macros, name, 0

    def rest(self) -> bool:
        return self.at < len(self.pieces)

    def choice(self) -> _Part:
        found = [self.row()]
        while self.rest() and self.pieces[self.at][1] == "|":
            self.at += 1
            found.append(self.row())
        first = frozenset().union(*(part.first for part in found))
        return _Part(
            "|".join(part.regex for part in found) if len(found) > 1 else found[0].regex,
            first,
            any(part.empty for part in found),
        )

    def row(self) -> _Part:
        regex, first, empty = "", frozenset[str](), True
        while self.rest() and self.pieces[self.at][1] not in ("|", ")", "]"):
            part = self.piece()
            first = first | part.first if empty else first
            regex, empty = regex + part.regex, empty and part.empty
        return _Part(regex, first, empty)

    def piece(self) -> _Part:
        capture, mark = self.pieces[self.at]
        self.at += 1
        if mark in ("(", "["):
            inner = self.choice()
            if not self.rest():
                raise BadVocabulary(_FILE, self.name, "has an open bracket")
            self.at += 1
            inner = _Part(f"(?:{inner.regex}){'?' if mark == '[' else ''}", inner.first, inner.empty or mark == "[")
        elif mark in self.macros:
            part = _Parser(self.macros[mark], self.macros, self.name).choice()
            inner = _Part(f"(?:{part.regex})", part.first, part.empty)
        elif mark in classes():
            code = classes()[mark]
            inner = _Part(code, frozenset({code}), False)
        else:
            raise BadVocabulary(_FILE, self.name, f"speaks of {mark!r}, which is no class")
        return _Part(f"(?P<{capture}>{inner.regex})", inner.first, inner.empty) if capture else inner

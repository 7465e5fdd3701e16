"""Sequence patterns: what stands side by side, for titles, appositions and brackets, where trees are least sure.

A sentence is a row of items: mentions (PERSON, ORG, PLACE, COUNTRY, NATION, ROLE, RANK, STYLE, FACILITY, TIME, LAW,
EVENT, NUMBER; OWN for "its", WHOSE) and single words in lower case; `_` is any word but a finite verb, END the end. A
pattern is written in the same alphabet::

    {of:ORG|COUNTRY|NATION} 's? {post:ROLE} {holder:PERSON}

`full` names roles that a name of one word does not fill. `not_after` holds what must not stand before it ("a
spokeswoman for the | Swiss minister, Ada Mensah"). `traced` asks for a trace of the learned reader.
`{role:A|B}` catches an item of type A or B for `role`; a bare word or A|B must stand there; `?` and `*` repeat;
``( ... )?`` groups.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from whence.annotate.mentions.words import split_words
from whence.errors import BadVocabulary
from whence.model import Document, Mention, Sentence, TimeExpression
from whence.vocab import Predicate, predicate, read_yaml

FILE = "patterns_sequences.yaml"
TYPES = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "PLACE",
    "facility": "FACILITY",
    "nationality": "NATION",
    "law": "LAW",
    "event": "EVENT",
    "quantity": "NUMBER",
    "money": "MONEY",
    "work": "WORK",
    "vehicle": "VEHICLE",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One place in the row: a mention, a time or a word."""

    kind: str
    word: str
    start: int
    end: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class SequencePattern:
    """One sequence, the predicate it states, and its examples."""

    name: str
    predicate: Predicate
    expression: re.Pattern[str]
    before: re.Pattern[str] | None
    fixed: Mapping[str, str]
    full: frozenset[str]
    examples: tuple[tuple[str, Mapping[str, str]], ...]
    near_misses: tuple[str, ...]
    traced: bool = False


@dataclass(frozen=True, slots=True)
class SequenceMatch:
    """A pattern found in a row, with the item that fills each role."""

    pattern: SequencePattern
    roles: Mapping[str, Item]
    start: int
    end: int


QUOTES = frozenset('"“”')
OWN = re.compile(r"[’'‘`´](?:[sS]\b|(?=\s))")
JOINING = r"(?:by|with|from|but|than|against|into|after|before)"  # no word of a post or before one
BRACKETS = {"LPAR": "([", "RPAR": ")]"}
END = "END"
ELEMENT = re.compile(r"\{(\w+):([A-Za-z|-]+)\}([?*]?)|(\()|\)([?*]?)|([^\s{}()]+)")


def compile_sequence(text: str) -> re.Pattern[str]:
    """The regular expression over an encoded row that the pattern `text` stands for."""
    out = []
    for m in ELEMENT.finditer(text):
        role, kinds, mark, opens, closes, bare = m.groups()
        if role:
            out.append(_caught(role, kinds) + mark)
        elif opens:
            out.append("(?:")
        elif bare is not None:
            out.append(_bare(bare))
        else:
            out.append(f"){closes}")
    return re.compile("(?:^|(?<= ))" + "".join(out))


def _caught(role: str, kinds: str) -> str:
    if kinds.isupper():
        return f"(?:(?:{kinds})~(?P<{role}>\\d+)~ )"
    return f"(?:[wv]~(?P<{role}>\\d+)~(?:{kinds}) )"


def _bare(element: str) -> str:
    mark = ""
    if element[-1] in "?*" and len(element) > 1:
        element, mark = element[:-1], element[-1]
    choices = []
    for choice in element.split("|"):
        if choice == "_":
            choices.append(rf"w~\d+~(?!{JOINING}(?![a-z-]))[a-z-]+")
        elif choice in BRACKETS:
            choices.append(rf"w~\d+~[{re.escape(BRACKETS[choice])}]")
        elif choice.isupper() and len(choice) > 1:
            choices.append(rf"{choice}~\d+~")
        else:
            choices.append(rf"[wv]~\d+~{re.escape(choice)}")
    return f"(?:(?:{'|'.join(choices)}) ){mark}"


@cache
def sequence_patterns() -> tuple[SequencePattern, ...]:
    """Every sequence pattern of the vocabulary, checked."""
    return tuple(_pattern(raw) for raw in read_yaml(FILE))


def _pattern(raw: Mapping[str, Any]) -> SequencePattern:
    name, item = str(raw["name"]), predicate(raw["predicate"])
    expression = compile_sequence(raw["sequence"])
    stray = {group.rstrip("2") for group in expression.groupindex} - set(item.roles)
    if stray or not raw.get("examples"):
        raise BadVocabulary(FILE, name, f"{item.name} has no role {sorted(stray)}" if stray else "has no examples")
    for say, args in raw["examples"]:
        if any(words not in say for words in args.values()):
            raise BadVocabulary(FILE, name, f"{say!r} does not hold all of {dict(args)}")
    examples = tuple((say, MappingProxyType(dict(args))) for say, args in raw["examples"])
    before = raw.get("not_after")
    barred = re.compile(compile_sequence(before).pattern + "$") if before else None
    return SequencePattern(
        name,
        item,
        expression,
        barred,
        MappingProxyType(raw.get("fixed", {})),
        frozenset(raw.get("full", ())),
        examples,
        tuple(raw.get("near_misses", ())),
        bool(raw.get("traced")),
    )


def row(
    doc: Document,
    sentence: Sentence,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    verbs: Container[int] = frozenset(),
) -> list[Item]:
    """The items of one sentence, mentions before words, the longer mention first; `verbs` begin at these offsets.

    `mentions` are those of the document, in order.
    """
    a, b = sentence.span.start, sentence.span.end
    first, last = (bisect_left(mentions, at, key=lambda m: m.span.start) for at in (a, b))
    inside = [m for m in mentions[first:last] if _stands(m) and m.span.end <= b]
    spans = [(m.span.start, -m.span.end, Item(_kind(m), m.value or "", m.span.start, m.span.end, m)) for m in inside]
    spans += [
        (t.span.start, -t.span.end - 1, Item("TIME", t.edtf or "", t.span.start, t.span.end))
        for t in times
        if a <= t.span.start and t.span.end <= b
    ]
    items: list[Item] = []
    at = a
    for start, _, item in sorted(spans, key=lambda s: s[:2]):
        if start < at:
            continue
        if _is_region(item) and items and items[-1].kind == "PLACE" and doc.text[at:start].strip() == ",":
            comma = doc.text[item.end : item.end + 1] == ","  # "Harrison County, Miss., coroner Ada Mensah"
            at = item.end + (comma and doc.text[item.end + 1 : item.end + 3].strip()[:1].islower())
            continue
        if items and items[-1].kind == "NATION" and item.kind == "ORG" and not doc.text[at:start].strip():
            items.pop()  # "the Peruvian Harbour Board": the body is what counts
        items.extend(_words(doc.text, at, start, verbs))
        items.append(item)
        quoted = item.kind == "ORG" and doc.text[start - 1 : start] in QUOTES and doc.text[item.end : item.end + 1]
        at = item.end + (bool(quoted) and quoted in QUOTES)  # "Harbour Aid" director Ada Mensah
    items.extend(_words(doc.text, at, b, verbs))
    return items


def _is_region(item: Item) -> bool:
    """Whether an item is an abbreviated region, which only says where the town before it is."""
    return item.mention is not None and item.mention.maker.rule == "region"


def _stands(mention: Mention) -> bool:
    """A name, a common noun for a body, or whatever may own something ("its")."""
    return mention.form != "pronoun" or mention.maker.rule == "possessive"


def _kind(mention: Mention) -> str:
    if mention.form == "pronoun":
        return "WHOSE" if mention.value == "whose" else "OWN"
    if mention.type == "role":
        return {"rank": "RANK", "style": "STYLE"}.get(mention.maker.rule, "ROLE")
    if mention.type == "place" and mention.value:
        return "COUNTRY"
    return TYPES.get(mention.type, "OTHER")


def _words(text: str, start: int, end: int, verbs: Container[int]) -> Iterator[Item]:
    own = OWN.match(text, start, end)
    if own:
        yield Item("w", "'s", start, own.end())
        start = own.end()
    for word in split_words(text, start, end):
        yield Item("v" if word.start in verbs else "w", word.lower, word.start, word.end)
        if word.possessive:
            yield Item("w", "'s", word.end, word.end)


def find_sequences(items: Sequence[Item]) -> Iterator[SequenceMatch]:
    """Yield every match of every sequence pattern in a row, at every place it can begin."""
    encoded = "".join(_encode(i, item) for i, item in enumerate(items)) + f"{END}~{len(items)}~ "
    for pattern in sequence_patterns():
        at = 0
        while (m := pattern.expression.search(encoded, at)) is not None:
            if pattern.before is not None and pattern.before.search(encoded[: m.start()]):
                at = encoded.index(" ", m.start()) + 1
                continue
            caught = {role: int(n) for role, n in m.groupdict().items() if n is not None}
            roles = _filled(items, caught)
            numbers = [int(n) for n in re.findall(r"~(\d+)~", m.group()) if int(n) < len(items)]
            yield SequenceMatch(pattern, roles, items[numbers[0]].start, items[numbers[-1]].end)
            at = encoded.index(" ", m.start()) + 1


def _filled(items: Sequence[Item], caught: Mapping[str, int]) -> dict[str, Item]:
    """The item of each role; a second counts, but not where a body is and the second only says where.

    "The league's leader in Osh" leads the league, "the yard's spokesman for Peru" speaks for the yard, "Peru's new
    ambassador in Osh" is Peru's.
    """
    roles = {role: items[n] for role, n in caught.items() if not role.endswith("2")}
    for role, n in caught.items():
        first = roles.get(role.rstrip("2"))
        before = next((items[k].word for k in range(n - 1, -1, -1) if items[k].word != "the"), "")
        body = first is not None and first.kind in ("ORG", "FACILITY")
        land = first is not None and first.kind in ("COUNTRY", "NATION") and before in ("in", "at")
        if role.endswith("2") and not (land or (body and (items[n].kind != "ORG" or before in ("in", "at")))):
            roles[role.rstrip("2")] = items[n]
    return roles


def _encode(i: int, item: Item) -> str:
    word = item.word if item.kind in "wv" else ""
    return f"{item.kind}~{i}~{word.replace(' ', '_')} "

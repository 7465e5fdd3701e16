"""What can be claimed: predicates with roles and type signatures, mention types, certainty words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from whence.errors import BadVocabulary, UnknownName
from whence.vocab.load import folder_files, read_yaml

TEXT = "text"  # an argument that is words, not a mention


@dataclass(frozen=True, slots=True)
class Role:
    """One argument place of a predicate: the types that may fill it, and whether a claim can do without it."""

    name: str
    types: frozenset[str]
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what each role is in it, verbatim; a near miss has no arguments and says why."""

    say: str
    args: Mapping[str, str]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One kind of claim.

    `lasts` tells a state (start and end) from an event of one day. `one_at_a_time` names the roles
    that, fixed together, admit one value of the others at a time: a post has one holder.
    """

    name: str
    group: str
    gloss: str
    lasts: bool
    roles: Mapping[str, Role]
    one_at_a_time: tuple[str, ...]
    maps: Mapping[str, str | None]
    examples: tuple[Example, ...]
    near_misses: tuple[Example, ...]
    wording: str = ""

    @property
    def subject(self) -> Role:
        """The role named first: who or what the claim is about."""
        return next(iter(self.roles.values()))


@dataclass(frozen=True, slots=True)
class MentionType:
    """One kind of mention; `agent` says whether it can act; `ftm` is its FollowTheMoney schema."""

    name: str
    gloss: str
    ftm: str | None
    agent: bool


_KEYS = {"gloss", "lasts", "roles", "one_at_a_time", "maps", "examples", "near_misses", "group", "wording"}
_MAPS = {"ftm", "plover", "wikidata", "stix"}


def _role(file: str, name: str, raw: Any) -> Role:
    if not isinstance(raw, dict) or not raw.keys() <= {"types", "required", "values"} or not raw.get("types"):
        raise BadVocabulary(file, f"role {name}", "needs types and may have required and values, nothing else")
    unknown = set(raw["types"]) - mention_types().keys() - {TEXT}
    if unknown:
        raise BadVocabulary(file, f"role {name}", f"has no such type: {', '.join(sorted(unknown))}")
    return Role(name, frozenset(raw["types"]), bool(raw.get("required", False)), tuple(raw.get("values", ())))


def _example(file: str, predicate_name: str, raw: Any, roles: Mapping[str, Role]) -> Example:
    args = {key: str(value) for key, value in raw.items() if key not in ("say", "why")}
    say = raw.get("say", "")
    for role, words in args.items():
        if role not in roles:
            raise BadVocabulary(file, f"{predicate_name}, {say!r}", f"there is no role {role}")
        if words not in say:
            raise BadVocabulary(file, f"{predicate_name}, {say!r}", f"{words!r} does not stand in it")
    return Example(say, MappingProxyType(args), raw.get("why", ""))


def _predicate(file: str, name: str, raw: Any) -> Predicate:
    if not isinstance(raw, dict) or not raw.keys() <= _KEYS or not {"gloss", "lasts", "roles"} <= raw.keys():
        extra = ", ".join(sorted(map(str, raw.keys() - _KEYS))) if isinstance(raw, dict) else ""
        told = f"has {extra}; a predicate " if extra else ""
        raise BadVocabulary(file, name, f"{told}needs gloss, lasts and roles and may have {', '.join(sorted(_KEYS))}")
    roles = MappingProxyType({key: _role(file, key, value) for key, value in raw["roles"].items()})
    stray = set(raw.get("one_at_a_time", ())) - roles.keys()
    if stray:
        raise BadVocabulary(file, name, f"one_at_a_time names no role of it: {', '.join(sorted(stray))}")
    if not raw.get("maps", {}).keys() <= _MAPS:
        raise BadVocabulary(file, name, f"maps may have {', '.join(sorted(_MAPS))}")
    if not raw.get("examples"):
        raise BadVocabulary(file, name, "has no examples")
    return Predicate(
        name=name,
        group=str(raw.get("group") or file.rpartition("/")[2].removesuffix(".yaml")),
        wording=str(raw.get("wording", "")),
        gloss=raw["gloss"],
        lasts=raw["lasts"],
        roles=roles,
        one_at_a_time=tuple(raw.get("one_at_a_time", ())),
        maps=MappingProxyType(dict(raw.get("maps", {}))),
        examples=tuple(_example(file, name, e, roles) for e in raw["examples"]),
        near_misses=tuple(_example(file, name, e, roles) for e in raw.get("near_misses", ())),
    )


def _predicates() -> Iterator[tuple[str, Predicate]]:
    for file, table in folder_files("predicates"):
        if not isinstance(table, dict):
            raise BadVocabulary(file, "the whole file", "is not a table of predicate: what it is")
        for name, raw in table.items():
            yield file, _predicate(file, name, raw)


@cache
def predicates() -> Mapping[str, Predicate]:
    """Every predicate by name, in the order of the files."""
    table: dict[str, Predicate] = {}
    for file, item in _predicates():
        if item.name in table:
            group = table[item.name].group
            raise BadVocabulary(
                file, item.name, f"is a predicate of the group {group} already; give this one another name"
            )
        table[item.name] = item
    return MappingProxyType(table)


def predicate(name: str) -> Predicate:
    """The predicate called `name`; raises `UnknownName` with near names."""
    try:
        return predicates()[name]
    except KeyError:
        raise UnknownName("predicate", name, predicates(), "`whence claim predicates` lists them.") from None


@cache
def mention_types() -> Mapping[str, MentionType]:
    """Every mention type by name."""
    return MappingProxyType({name: MentionType(name, **raw) for name, raw in read_yaml("mention_types.yaml").items()})


@cache
def certainties() -> Mapping[str, tuple[float, float] | None]:
    """Every certainty word with its range of probability after ICD 203, or None where it has none."""
    raw = read_yaml("certainty.yaml")
    return MappingProxyType({name: tuple(entry["icd203"]) if entry["icd203"] else None for name, entry in raw.items()})

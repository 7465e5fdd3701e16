"""Claim patterns as data: loaded from the vocabulary, checked, indexed by trigger."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from whence.errors import BadVocabulary
from whence.vocab import Predicate, load_words, predicate, predicates, read_yaml
from whence.vocab.load import folder_files

KINDS = ("verb", "noun", "adj")
WORDS = frozenset({"verb", "noun", "adj"})
OPTIONS = frozenset(
    """
    name predicate verb noun adj roles fixed types object_types not_object never object_nouns not_subject not_noun
    subject_nouns needs needs_any needs_form needs_words needs_below unless_below needs_kid needs_time ends named
    with particle particle_absent governor not_governor beside unless_kid not_marks infinitive numbers_of empty apart
    mutual reflexive
    least joined kinds not_kinds lower needs_stranded certainty polarity only traced examples near_misses
    """.split()
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to say a predicate: what triggers it, and in which slot of the tree each role stands.

    `roles` gives each role its slots in order of preference; a slot ``object>with`` is reached in two steps.
    """

    name: str
    predicate: Predicate
    kind: str
    triggers: frozenset[str]
    roles: Mapping[str, tuple[str, ...]]
    options: Mapping[str, Any]
    examples: tuple[tuple[str, Mapping[str, str]], ...]
    near_misses: tuple[str, ...] = field(default=())

    def banned(self, role: str) -> frozenset[str]:
        """Lemmas that never fill `role`."""
        return expanded(self.options.get("never", {}).get(role, ()))

    def admits(self, role: str, lemma: str) -> bool:
        """Whether a word with this lemma may fill `role`: none that it bans, and where it lists some, one of them."""
        only = self.options.get("only", {}).get(role)
        return lemma not in self.banned(role) and (only is None or lemma in only)

    def words(self, option: str) -> frozenset[str]:
        """The words of a list option, empty where it is not set."""
        return frozenset(str(w) for w in self.options.get(option, ()))

    def types(self, role: str, object_role: str) -> frozenset[str]:
        """Mention types that may fill `role`: the pattern's own where it narrows them, else the predicate's."""
        own = self.options.get("types", {}).get(role)
        if own is None and role == object_role:
            own = self.options.get("object_types")
        return frozenset(own) if own is not None else self.predicate.roles[role].types

    @property
    def object_role(self) -> str:
        """The role that stands in an object slot, else the second role."""
        for role, slots in self.roles.items():
            if any(slot.startswith(("object", "passive")) for slot in slots):
                return role
        return list(self.roles)[min(1, len(self.roles) - 1)]


def _fault(file: str, name: str, problem: str) -> BadVocabulary:
    return BadVocabulary(f"patterns/{file}", name, problem)


def _pattern(file: str, raw: Mapping[str, Any]) -> Pattern:
    name = str(raw.get("name", "?"))
    if set(raw) - OPTIONS:
        raise _fault(file, name, f"has no option {', '.join(sorted(set(raw) - OPTIONS))}")
    kinds = [kind for kind in KINDS if kind in raw]
    if len(kinds) != 1:
        raise _fault(file, name, "needs exactly one of verb, noun, adj")
    if missing := {"predicate", "roles"} - set(raw):
        raise _fault(file, name, f"lacks {' and '.join(sorted(missing))}")
    if raw["predicate"] not in predicates():
        raise _fault(file, name, f"there is no predicate {raw['predicate']}")
    item = predicate(raw["predicate"])
    roles = {role: tuple(str(slots).split("|")) for role, slots in raw["roles"].items()}
    stray = (set(roles) | set(raw.get("fixed", ()))) - set(item.roles)
    if stray:
        raise _fault(file, name, f"{item.name} has no role {', '.join(sorted(stray))}")
    examples = tuple((say, MappingProxyType(dict(args))) for say, args in raw.get("examples", ()))
    if not examples:
        raise _fault(file, name, "has no examples")
    for say, args in examples:
        lost = [words for words in args.values() if words not in say]
        if lost or set(args) - set(item.roles):
            raise _fault(file, name, f"{say!r} does not hold {lost or sorted(set(args) - set(item.roles))}")
    options = {key: value for key, value in raw.items() if key not in ("name", "predicate", "roles", "examples")}
    return Pattern(
        name=name,
        predicate=item,
        kind=kinds[0],
        triggers=expanded(raw[kinds[0]]),
        roles=MappingProxyType(roles),
        options=MappingProxyType(options),
        examples=examples,
        near_misses=tuple(raw.get("near_misses", ())),
    )


def expanded(words: Iterable[str]) -> frozenset[str]:
    """Trigger lemmas as listed; ``<posts>`` are the last words of posts and trades, ``<coins>`` names of money."""
    found = {str(w) for w in words}
    if "<coins>" in found:
        coins = {w for listed in read_yaml("numbers.yaml")["currencies"].values() for w in listed}
        found |= coins | {w.removesuffix("s") for w in coins} | {w.lower() for w in coins}
        found -= {"<coins>"}
    if "<posts>" in found:
        roles = load_words("roles.yaml")
        found |= {w.split()[-1] for key in ("posts", "occupations") for w in roles[key]} - {"<posts>"}
    return frozenset(found)


def _load() -> Iterator[Pattern]:
    for file, rows in folder_files("patterns"):
        if not isinstance(rows, list):
            raise _fault(file, "the whole file", "is not a list of patterns")
        pack = file.rpartition("/patterns/")[0]
        for raw in rows:
            yield _pattern(file, {**raw, "name": f"{pack}/{raw.get('name', '?')}"} if pack else raw)


@cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern, in the order of the files; raises `BadVocabulary` for two of one name."""
    found = tuple(_load())
    names = [p.name for p in found]
    twice = sorted({n for n in names if names.count(n) > 1})
    if twice:
        raise _fault("*", twice[0], "stands twice")
    return found


@cache
def by_trigger() -> Mapping[tuple[str, str], tuple[Pattern, ...]]:
    """Patterns by (kind, trigger lemma)."""
    table: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
    for pattern in patterns():
        for word in sorted(pattern.triggers):
            table[pattern.kind, word].append(pattern)
    return MappingProxyType({key: tuple(value) for key, value in table.items()})

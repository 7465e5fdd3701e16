"""Patterns put to a tree: which trigger stands where, and what fills its roles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.annotate.grammar.fits import fits, is_complete
from whence.annotate.grammar.slots import fill, unfolded
from whence.annotate.patterns import Pattern, by_trigger
from whence.annotate.syntax import Filler, Parse
from whence.vocab import word_set

ANY = "*"  # among the triggers: any common noun of a sentence that holds a number
KIND_OF = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "SYM": "noun"}
# Words that carry no content of their own: the noun below them is the one that counts ("a number of villagers").
LOOSE_ROLES = frozenset(
    "place legal_basis weapon offence means attacker killer bomber abductor invader captor legislature".split()
)
NESTING = frozenset({"in", "at", "near", "under", "pursuant to", "by"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits a trigger token, and the tokens that fill its roles."""

    pattern: Pattern
    trigger: int
    roles: Mapping[str, tuple[Filler, ...]]


def find_matches(parse: Parse) -> Iterator[Match]:
    """Yield every match of every pattern in one sentence, in order of the trigger."""
    table = by_trigger()
    counting = any(token.upos == "NUM" for token in parse.tokens)
    for i, token in enumerate(parse.tokens):
        kind = KIND_OF.get(token.upos)
        for key in _keys(parse, i, kind, counting):
            for pattern in table.get(key, ()):
                match = _match(parse, i, pattern)
                if match is not None:
                    yield match


def _keys(parse: Parse, i: int, kind: str | None, counting: bool) -> Iterator[tuple[str, str]]:
    lemma = parse.lemmas[i]
    if kind is None:
        return
    yield kind, lemma
    if counting and (parse.tokens[i].upos == "NOUN" or _of_people(parse, i)):
        yield kind, ANY
    # Taggers call participles adjectives now and then ("allied with", "headed by").
    if kind == "verb":
        yield "adj", parse.word(i).lower()
    elif kind == "adj" and parse.word(i).lower() != lemma:
        yield "verb", lemma
        yield "adj", parse.word(i).lower()


def keys_of(parse: Parse, i: int) -> list[tuple[str, str]]:
    """Under which kinds and lemmas patterns wait for a token."""
    return list(_keys(parse, i, KIND_OF.get(parse.tokens[i].upos), False))


def _of_people(parse: Parse, i: int) -> bool:
    """Whether a number in figures or small letters counts a people: "80,000 Danes", not "Three Sisters"."""
    return parse.tokens[i].xpos == "NNPS" and any(not parse.word(k)[:1].isupper() for k in parse.kids(i, "nummod"))


def _match(parse: Parse, i: int, pattern: Pattern) -> Match | None:
    if not fits(parse, i, pattern):
        return None
    roles: dict[str, tuple[Filler, ...]] = {}
    for role, slots in pattern.roles.items():
        for slot in slots:
            fillers = tuple(f for f in fill(parse, i, slot) if f.token != i or slot == "self")
            if slot in ("from", "to"):  # "was sent from May to June from Delta to the League"
                fillers = tuple(f for f in fillers if not _is_month(parse, f.token))
            if slot == "appos" and parse.tokens[i].xpos in ("NN", "NNP"):
                fillers = fillers[:1]  # "his son, A, and B": one son
            if slot == "governor-appos" and parse.tokens[i].xpos == "NN":
                fillers = _nearest(fillers, i)  # "A, B and C, a judge": one judge
            if fillers:
                roles[role] = (*roles.get(role, ()), *fillers)
                if role != "place":  # "in May near Lobos": what stands with "in" need not be the place
                    break
    for role in pattern.roles:
        if role in LOOSE_ROLES and (role not in roles or role == "place") and pattern.predicate.name != "formed":
            found = _nested(parse, pattern.roles[role], {k: v for k, v in roles.items() if k != role})
            if found:
                roles[role] = (*roles.get(role, ()), *found)
    if pattern.options.get("mutual"):
        _pair(pattern, roles)
    return Match(pattern, i, roles) if is_complete(parse, i, pattern, roles) else None


def _is_month(parse: Parse, i: int) -> bool:
    """Whether a token is a month by its full name, or a day of it."""
    months = word_set("dates.yaml", "month") | {"march", "may", "august"}
    own = parse.word(i).lower() in months and parse.tokens[i].upos == "PROPN" and not parse.kids(i, "flat")
    return own or any(parse.word(k).lower() in months for k in parse.kids(i, "nmod:unmarked"))


def _nearest(fillers: tuple[Filler, ...], i: int) -> tuple[Filler, ...]:
    """The last of a coordination before token `i`, or all where none stands before it."""
    before = [f for f in fillers if f.token < i]
    return tuple(before[-1:]) or fillers


def _pair(pattern: Pattern, roles: dict[str, tuple[Filler, ...]]) -> None:
    """What several do together they do with each other: "Rahmani and Park met"."""
    one, other = list(pattern.roles)[:2]
    if other not in roles and len(roles.get(one, ())) == 2:
        roles[one], roles[other] = roles[one][:1], roles[one][1:]


def _nested(parse: Parse, slots: Sequence[str], roles: Mapping[str, tuple[Filler, ...]]) -> tuple[Filler, ...]:
    """A phrase that the parser hung on another role's noun: "the killing of A in B", "charged A with C"."""
    for slot in slots:
        for fillers in roles.values():
            for filler in fillers:
                found = (
                    [u for f in parse.oblique(filler.token, slot) for u in unfolded(parse, f)]
                    if slot in NESTING
                    else []
                )
                if found:
                    return tuple(found)
    return ()

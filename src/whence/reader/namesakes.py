"""One name has one type in a text: what the model makes of all its mentions is counted together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whence.reader import RawMention

FAMILY = 4.0
"""By what a word that ends a person's longer name is likelier to be a person's too, as a logarithm."""


def one_type_a_name(
    text: str, phrases: Sequence[RawMention], types: Sequence[Sequence[float]], labels: Sequence[str]
) -> list[RawMention]:
    """The phrases, every name with the type that all of its mentions together make likeliest.

    `types` [phrases, labels] are logarithms of probabilities: their sum takes each mention for a sign of its own. Names
    are one where their letters are; case does not count, as headlines have their own.
    """
    names = [" ".join(text[p.start : p.end].casefold().split()) if p.form == "named" else "" for p in phrases]
    tally: dict[str, list[float]] = {}
    for name, mine in zip(names, types, strict=True):
        if name:
            tally[name] = [a + b for a, b in zip(tally.get(name, [0.0] * len(mine)), mine, strict=True)]
    best = _likeliest(tally, labels)
    for family in {name.split()[-1] for name, kind in best.items() if kind == "person" and " " in name}:
        if family in tally:
            tally[family][labels.index("person")] += FAMILY
    best = _likeliest(tally, labels)
    return [replace(p, type=best[name]) if name else p for p, name in zip(phrases, names, strict=True)]


def _likeliest(tally: Mapping[str, Sequence[float]], labels: Sequence[str]) -> dict[str, str]:
    return {name: labels[max(range(len(labels)), key=scores.__getitem__)] for name, scores in tally.items()}

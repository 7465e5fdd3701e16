"""How far two markings of the same text agree, layer by layer."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

from training.corpus_tools.marking import Argument, Claim, Marked, compile_file


def f1(first: Iterable[object], second: Iterable[object]) -> tuple[int, int, int]:
    """Shared, only in the first, only in the second."""
    left, right = set(first), set(second)
    return len(left & right), len(left - right), len(right - left)


def mentions(doc: Marked) -> Iterator[object]:
    for m in doc.mentions:
        yield m.start, m.end, m.type


def names(doc: Marked) -> Iterator[object]:
    for m in doc.mentions:
        if m.kind == "named":
            yield m.start, m.end, m.type


def times(doc: Marked) -> Iterator[object]:
    for m in doc.mentions:
        if m.type == "time":
            yield m.start, m.end, m.value


def links(doc: Marked) -> Iterator[object]:
    for one, two in combinations([m for m in doc.mentions if m.chain], 2):
        if one.chain == two.chain:
            yield one.start, one.end, two.start, two.end


def content(doc: Marked) -> Iterator[object]:
    for a in doc.attributions:
        for start, end in a.content:
            yield from range(start, end)


def speakers(doc: Marked) -> Iterator[object]:
    for a in doc.attributions:
        if a.source:
            yield a.source.spans[0], a.cue


def predicates(doc: Marked) -> Iterator[object]:
    for c in doc.claims:
        yield c.sentence, c.predicate


def _filler(doc: Marked, arg: Argument) -> frozenset[tuple[int, int]]:
    """Every place where what fills the role is mentioned: its chain, and the words themselves."""
    m = arg.mention
    chain = [(n.start, n.end) for n in doc.mentions if m and m.chain and n.chain == m.chain]
    return frozenset([*arg.spans, *chain])


def _same_filler(a: Marked, one: Argument, b: Marked, two: Argument) -> bool:
    """The same role, filled by overlapping words or by one entity."""
    if one.role != two.role:
        return False
    if _filler(a, one) & _filler(b, two):
        return True
    return any(s < f and t < e for s, e in one.spans for t, f in two.spans)


def _same_claim(a: Marked, one: Claim, b: Marked, two: Claim) -> bool:
    if (one.sentence, one.predicate, len(one.args)) != (two.sentence, two.predicate, len(two.args)):
        return False
    return all(any(_same_filler(a, x, b, y) for y in two.args) for x in one.args)


def _same_frame(a: Marked, one: Claim, b: Marked, two: Claim) -> bool:
    same = (one.valid, one.polarity, one.certainty) == (two.valid, two.polarity, two.certainty)
    return same and _same_claim(a, one, b, two)


def paired(a: Marked, b: Marked, same: Callable[[Marked, Claim, Marked, Claim], bool]) -> tuple[int, int, int]:
    """Claims of the one that find a partner in the other, each partner used once."""
    left = list(b.claims)
    shared = 0
    for claim in a.claims:
        partner = next((c for c in left if same(a, claim, b, c)), None)
        if partner is not None:
            left.remove(partner)
            shared += 1
    return shared, len(a.claims) - shared, len(left)


LAYERS: dict[str, Callable[[Marked], Iterator[object]]] = {
    "mentions (span and type)": mentions,
    "names only": names,
    "times (span and value)": times,
    "coreference (links)": links,
    "attribution source and cue": speakers,
    "attribution content (characters)": content,
    "claims: sentence and predicate": predicates,
}
PAIRED: dict[str, Callable[[Marked, Claim, Marked, Claim], bool]] = {
    "claims with all roles": _same_claim,
    "claims with roles, time, polarity, certainty": _same_frame,
}


def pairs(root: Path) -> Iterator[tuple[Marked, Marked]]:
    """Documents marked twice: as first marked (``first/``) and as marked again (``second/``), before the settling."""
    for path in sorted((root / "second").rglob("*.mark")):
        name = path.relative_to(root / "second")
        first, again = compile_file(root / "first" / name, root / "first"), compile_file(path, root / "second")
        if first.text != again.text:
            raise ValueError(f"{name}: the two markings do not have the same text")
        yield first, again


def _f1(counts: Iterable[tuple[int, int, int]]) -> tuple[int, int, int, float]:
    shared, left, right = (sum(column) for column in zip(*counts, strict=True))
    total = 2 * shared + left + right
    return shared, left, right, 2 * shared / total if total else 0.0


def agreement(root: Path) -> dict[str, tuple[int, int, int, float]]:
    """For each layer: shared, first only, second only, F1. Empty when nothing was marked twice."""
    both = list(pairs(root))
    if not both:
        return {}
    table = {layer: _f1([f1(read(a), read(b)) for a, b in both]) for layer, read in LAYERS.items()}
    return table | {layer: _f1([paired(a, b, same) for a, b in both]) for layer, same in PAIRED.items()}


def differences(root: Path) -> Iterator[str]:
    """Every difference in mentions and in claims by predicate as a line for the settling."""
    for a, b in pairs(root):
        for layer in ("mentions (span and type)", "claims: sentence and predicate"):
            left, right = set(LAYERS[layer](a)), set(LAYERS[layer](b))
            for who, items in (("first", left - right), ("second", right - left)):
                for item in sorted(items, key=repr):
                    yield f"{a.name}\t{layer}\t{who}\t{_show(a, item)}"


def _show(doc: Marked, item: object) -> str:
    if isinstance(item, tuple) and len(item) == 3:
        return f"{item[2]}: {doc.text[item[0] : item[1]]}"
    if isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], int):
        return f"{item[1]} | {doc.quote(doc.sentences[item[0]])[:80]}"
    return str(item)

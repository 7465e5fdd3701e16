"""How far two markings of the same text agree, layer by layer."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

from training.corpus_tools.marking import Claim, Marked, compile_file


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


def _who(doc: Marked, claim: Claim) -> frozenset[tuple[str, object]]:
    """Roles with what fills them: the entity where there is one, else the first and last word's place."""
    filled = set()
    for arg in claim.args:
        m = arg.mention
        chain = [n for n in doc.mentions if m and m.chain and n.chain == m.chain]
        key: object = min((n.start, n.end) for n in chain) if chain else arg.spans[0][0]
        filled.add((arg.role, key))
    return frozenset(filled)


def claims(doc: Marked) -> Iterator[object]:
    for c in doc.claims:
        yield c.sentence, c.predicate, _who(doc, c)


def framed(doc: Marked) -> Iterator[object]:
    for c in doc.claims:
        yield c.sentence, c.predicate, _who(doc, c), c.valid, c.polarity, c.certainty


LAYERS: dict[str, Callable[[Marked], Iterator[object]]] = {
    "mentions (span and type)": mentions,
    "names only": names,
    "times (span and value)": times,
    "coreference (links)": links,
    "attribution source and cue": speakers,
    "attribution content (characters)": content,
    "claims: sentence and predicate": predicates,
    "claims with all roles": claims,
    "claims with roles, time, polarity, certainty": framed,
}


def pairs(root: Path) -> Iterator[tuple[Marked, Marked]]:
    """Documents marked twice: ``second/BATCH/NAME.mark`` beside ``BATCH/NAME.mark``."""
    for path in sorted((root / "second").rglob("*.mark")):
        name = path.relative_to(root / "second")
        first, again = compile_file(root / name, root), compile_file(path, root / "second")
        if first.text != again.text:
            raise ValueError(f"{name}: the two markings do not have the same text")
        yield first, again


def agreement(root: Path) -> dict[str, tuple[int, int, int, float]]:
    """For each layer: shared, first only, second only, F1."""
    both = list(pairs(root))
    table = {}
    for layer, read in LAYERS.items():
        counts = [sum(column) for column in zip(*(f1(read(a), read(b)) for a, b in both), strict=True)]
        shared, left, right = counts or [0, 0, 0]
        total = 2 * shared + left + right
        table[layer] = (shared, left, right, 2 * shared / total if total else 0.0)
    return table


def differences(root: Path) -> Iterator[str]:
    """Every difference as a line for the settling: document, layer, which marker, the words."""
    for a, b in pairs(root):
        for layer in ("mentions (span and type)", "claims with all roles", "attribution source and cue"):
            left, right = set(LAYERS[layer](a)), set(LAYERS[layer](b))
            for who, items in (("first", left - right), ("second", right - left)):
                for item in sorted(items, key=repr):
                    yield f"{a.name}\t{layer}\t{who}\t{_show(a, item)}"


def _show(doc: Marked, item: object) -> str:
    if isinstance(item, tuple) and len(item) == 3 and isinstance(item[2], str):
        return f"{item[2]}: {doc.text[item[0] : item[1]]}"
    if isinstance(item, tuple) and len(item) == 3 and isinstance(item[2], frozenset):
        start = doc.sentences[item[0]][0]
        roles = ", ".join(f"{r}={_at(doc, k)}" for r, k in sorted(item[2], key=repr))
        return f"{item[1]} {roles} | {doc.text[start : start + 60]}"
    return str(item)


def _at(doc: Marked, key: object) -> str:
    return doc.text[key[0] : key[1]] if isinstance(key, tuple) else doc.text[int(str(key)) :][:20]

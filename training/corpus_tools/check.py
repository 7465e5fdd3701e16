"""Validate the corpus and print its figures: ``python -m training.corpus_tools.check [--quiet] [--differences]``."""

import sys
from collections import Counter
from pathlib import Path

from training.corpus_tools.agreement import agreement, differences, pairs
from training.corpus_tools.load import CORPUS, split_of
from training.corpus_tools.marking import BadMarking, Marked, compile_file, sources
from training.corpus_tools.near import near_duplicates

from whence.vocab import predicates

SUBJECTS = """insurgency cartel mercenaries sanctions procurement party_politics coup football religious media
police_courts arms_trade diplomacy boards protest history""".split()
GENRES = """wire analysis profile court_release sanctions_release interview blog obituary timeline brief translated
tweets""".split()
RANGE = range(6, 21)


def problems(doc: Marked) -> list[str]:
    """What is wrong with a document that compiles."""
    keys = ("subject", "genre", "date", "publisher")
    found = [f"the header lacks {key}" for key in keys if not doc.meta.get(key)]
    if doc.meta.get("subject") not in SUBJECTS:
        found.append(f"no such subject: {doc.meta.get('subject')}")
    if doc.meta.get("genre") not in GENRES:
        found.append(f"no such genre: {doc.meta.get('genre')}")
    if len(doc.sentences) not in RANGE:
        found.append(f"{len(doc.sentences)} sentences; a document has {RANGE.start} to {RANGE.stop - 1}")
    actors = [doc.quote((m.start, m.end)) for m in doc.mentions if m.type in ("person", "role")]
    articles = ("the ", "a ", "an ")
    found += [f"a mention leaves out its article: {words!r}" for words in actors if words.lower().startswith(articles)]
    for chain in {m.chain for m in doc.mentions if m.chain}:
        bearers = [m for m in doc.mentions if m.chain == chain]
        types = {m.type for m in bearers} - {"nationality"}
        if len(types) > 1 and not types <= {"place", "organization", "facility"}:
            shown = ", ".join(f"{m.type} {doc.quote((m.start, m.end))!r}" for m in bearers[:6])
            found.append(f"chain {chain} mixes types: {shown}")
    seen: Counter[object] = Counter()
    for c in doc.claims:
        seen[c.predicate, c.trigger, tuple(tuple(a.spans) for a in c.args)] += 1
        low, high = doc.sentences[c.sentence]
        if not low <= c.trigger[0] < c.trigger[1] <= high:
            found.append(f"{c.predicate}: its trigger is outside the sentence")
    found += [f"the claim {key[0]} stands twice" for key, n in seen.items() if n > 1]  # type: ignore[index]
    return found


def read_all(root: Path = CORPUS) -> tuple[list[Marked], list[str]]:
    """Every document that compiles, and every problem."""
    docs, wrong = [], []
    for path in sources(root):
        try:
            doc = compile_file(path, root)
        except BadMarking as error:
            wrong.append(str(error))
            continue
        docs.append(doc)
        wrong += [f"{doc.name}: {problem}" for problem in problems(doc)]
    return docs, wrong


def silent_share(docs: list[Marked]) -> float:
    """The share of sentences that no claim stands in."""
    total = sum(len(d.sentences) for d in docs)
    claiming = sum(len({c.sentence for c in d.claims}) for d in docs)
    return 1 - claiming / total if total else 0.0


def figures(docs: list[Marked], root: Path = CORPUS) -> None:
    """Print what the corpus holds."""
    sentences = [d.quote(s) for d in docs for s in d.sentences]
    mentions = [m for d in docs for m in d.mentions]
    claims = [c for d in docs for c in d.claims]
    splits = Counter(split_of(d, root) for d in docs)
    print(f"documents {len(docs)}, sentences {len(sentences)}, words {sum(len(s.split()) for s in sentences)}")
    print("splits", dict(splits), "in sentences", _by(docs, root))
    print("subjects", dict(Counter(d.meta["subject"] for d in docs).most_common()))
    print("genres", dict(Counter(d.meta["genre"] for d in docs).most_common()))
    print("mentions", len(mentions), dict(Counter(m.type for m in mentions).most_common()))
    print("mention kinds", dict(Counter(m.kind for m in mentions).most_common()))
    print("coreference chains", sum(len({m.chain for m in d.mentions if m.chain}) for d in docs))
    attributions = [a for d in docs for a in d.attributions]
    nested = sum(a.inside is not None for a in attributions)
    print(f"attributions {len(attributions)}, nested {nested},", dict(Counter(a.manner for a in attributions)))
    print("regions", dict(Counter(r.kind for d in docs for r in d.regions).most_common()))
    print(f"claims {len(claims)}; sentences without a claim {silent_share(docs):.1%}")
    print("polarity", dict(Counter(c.polarity for c in claims)), "with a time", sum(bool(c.valid) for c in claims))
    print("certainty", dict(Counter(c.certainty for c in claims).most_common()))
    counted = Counter(c.predicate for c in claims)
    print("claims per predicate", {p: counted[p] for p in sorted(predicates(), key=lambda p: -counted[p])})
    near = near_duplicates(sentences)
    print(f"near-duplicate sentence pairs {len(near)}: {len({b for _, b, _ in near}) / max(1, len(sentences)):.2%}")
    both = list(pairs(root))
    print(f"marked twice: {len(both)} documents, {sum(len(a.sentences) for a, _ in both)} sentences")
    for layer, (shared, left, right, score) in agreement(root).items():
        print(f"  {layer:46} {score:.3f}  (both {shared}, first only {left}, second only {right})")


def _by(docs: list[Marked], root: Path) -> dict[str, int]:
    total: Counter[str] = Counter()
    for d in docs:
        total[split_of(d, root)] += len(d.sentences)
    return dict(total)


def main(argv: list[str]) -> int:
    """0 when the corpus is clean, 1 when there are problems, which go to standard error."""
    docs, wrong = read_all()
    try:
        if "--differences" in argv:
            print("\n".join(differences(CORPUS)))
        elif "--quiet" not in argv:
            figures(docs)
    except (BadMarking, ValueError, OSError) as error:
        wrong.append(f"marked twice: {error}")
    for line in wrong:
        print(line, file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

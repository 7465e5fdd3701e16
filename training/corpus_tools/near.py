"""Near-duplicate sentences, by the overlap of their word trigrams."""

import re
from collections import Counter, defaultdict

ALIKE = 0.5


def shingles(sentence: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", sentence.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def near_duplicates(sentences: list[str]) -> list[tuple[int, int, float]]:
    """Pairs whose trigram sets have a Jaccard index of at least one half; sentences under six words are left out."""
    sets = [shingles(s) for s in sentences]
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    found = []
    for here, grams in enumerate(sets):
        if len(grams) < 4:
            continue
        shared = Counter(there for gram in grams for there in index[gram])
        for there, both in shared.items():
            score = both / len(grams | sets[there])
            if score >= ALIKE:
                found.append((there, here, score))
        for gram in grams:
            index[gram].append(here)
    return found

"""The lemmas seen in the treebanks' training parts: `python -m training.lexicon --to src/whence/reader/data`."""

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from training import data
from training.seal import seal

OPEN = ("NUM", "PROPN", "PUNCT", "SYM", "X", "INTJ")
"""Classes whose words are left to the edits."""


def lexicon(sentences: list[data.Sentence]) -> dict[tuple[str, str], str]:
    """Lower-case word and class to lemma, where nine of ten uses agree."""
    uses: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for s in sentences:
        for form, upos, lemma in zip(s.forms, s.upos, s.lemmas, strict=True):
            if upos not in OPEN and form.replace("-", "").isalpha() and lemma == lemma.lower():
                uses[form.lower(), upos][lemma] += 1
    found = {}
    for key, lemmas in uses.items():
        lemma, count = lemmas.most_common(1)[0]
        if count >= 0.9 * lemmas.total():
            found[key] = lemma
    return found


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--to", type=Path, required=True)
    a = p.parse_args()
    sentences = [s for x in (data.ewt(a.data, "train"), data.gum(a.data, "train")) for t in x for s in t.sentences]
    rows = [f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(lexicon(sentences).items())]
    (a.to / "lemmas.tsv").write_text("".join(rows), "utf-8")
    print(f"{len(rows):,} lemmas, version {seal(a.to)}")


if __name__ == "__main__":
    main()

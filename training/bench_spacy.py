"""Speed beside spaCy: `python -m training.bench_spacy` trains a small pipeline on EWT and times both.

spaCy's speed does not depend on how long it was trained, so one pass is enough; its scores here are not its best. Both
have one thread, as a worker of whence has: numpy's threads, which wait by turning, cost the reader a quarter more.
Fails when the reader's share of spaCy's speed is under FLOOR, which it has reached; GOAL is what we want.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from training import data
from training.evaluate import laid_out
from training.one_thread import with_one_thread

from whence.reader import read

FLOOR, GOAL = 0.5, 1.0


def examples(texts: list[data.Text], nlp: Any) -> Iterator[Any]:
    """Sentences with tags, trees and names."""
    from spacy.tokens import Doc
    from spacy.training import Example

    for text in texts:
        for s in text.sentences:
            spaces = [*s.spaced[1:], False]
            heads = [h if h >= 0 else i for i, h in enumerate(s.heads)]
            ents = ["O"] * len(s.forms)
            for a, b, kind in sorted(s.spans):
                if kind in ("name.person", "name.organization", "name.place") and ents[a : b + 1] == ["O"] * (
                    b - a + 1
                ):
                    ents[a : b + 1] = [f"B-{kind}", *[f"I-{kind}"] * (b - a)]
            gold = Doc(nlp.vocab, s.forms, spaces, tags=s.xpos, heads=heads, deps=s.deprels, ents=ents)
            yield Example(Doc(nlp.vocab, s.forms, spaces), gold)


def trained(texts: list[data.Text], passes: int) -> Any:
    """A pipeline of the small size with one shared tok2vec."""
    import spacy

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    listener = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": 96,
    }
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, states in (("parser", "parser"), ("ner", "ner")):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": states,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": listener,
        }
        nlp.add_pipe(name, config={"model": model})
    lessons = list(examples(texts, nlp))
    optimizer = nlp.initialize(lambda: lessons)
    rng = random.Random(1)
    for _ in range(passes):
        rng.shuffle(lessons)
        for at in range(0, len(lessons), 64):
            nlp.update(lessons[at : at + 64], sgd=optimizer)
    return nlp


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--passes", type=int, default=1)
    p.add_argument("--rounds", type=int, default=3)
    a = p.parse_args()
    if find_spec("spacy") is None:
        print("speed beside spaCy: not measured, spaCy is not installed (pip install 'whence[spacy]')")
        return 0
    if not (a.data / "ewt").is_dir():
        print(f"speed beside spaCy: not measured, the treebanks are not in {a.data}")
        return 0
    nlp = trained(data.ewt(a.data, "train"), a.passes)
    texts = [laid_out(t) for t in data.gum(a.data, "dev")]
    ranges = [[(row[0][0], row[-1][1]) for row in places] for _, places in texts]
    words = sum(len(row) for _, places in texts for row in places)
    read(texts[0][0], ranges[0])
    rates: dict[str, list[float]] = {"whence.reader": [], "spaCy tok2vec": []}
    for _ in range(a.rounds):
        began = time.process_time()
        for (raw, _), sentences in zip(texts, ranges, strict=True):
            read(raw, sentences)
        rates["whence.reader"].append(words / (time.process_time() - began))
        began = time.process_time()
        for _ in nlp.pipe(raw for raw, _ in texts):
            pass
        rates["spaCy tok2vec"].append(words / (time.process_time() - began))
    for name, found in rates.items():
        print(f"{name:16} {max(found):8,.0f} words/s of processor time, best of {a.rounds} (worst {min(found):,.0f})")
    ratio = max(rates["whence.reader"]) / max(rates["spaCy tok2vec"])
    print(f"ratio {ratio:.2f}, floor {FLOOR:.2f}{'' if ratio >= FLOOR else ': BELOW'}, goal {GOAL:.2f}")
    return int(ratio < FLOOR)


if __name__ == "__main__":
    with_one_thread("training.bench_spacy")
    sys.exit(main())

"""Scores of a model on gold sentences and words, in torch (the shipped files are scored by evaluate.py)."""

from collections import Counter

import torch
from training.batches import Labels, collate, size
from training.data import Sentence, Text, windows
from training.model import Reader

from whence.reader.heads import place_class
from whence.reader.lemmas import lemma
from whence.reader.trees import best_tree


@torch.no_grad()
def score(model: Reader, texts: list[Text], labels: Labels, most: int = 160) -> dict[str, float]:
    """UPOS, XPOS, lemma, UAS, LAS (percent of words) and F1 of exact spans by type."""
    model.eval()
    right: Counter[str] = Counter()
    spans: Counter[tuple[str, str]] = Counter()
    total = 0
    groups = sorted(windows(texts, most, size), key=lambda w: sum(map(size, w)))
    for at in range(0, len(groups), 4):
        batch = collate(groups[at : at + 4])
        grammar, names, rows = (
            v.split(batch.lengths) for v in model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)
        )
        for n, s in enumerate(batch.sentences):
            if s.heads is not None:
                total += len(s.forms)
                _tree(model, s, grammar[n], labels, right)
            _spans(model, s, names[n], labels, spans)
            if s.frames is not None:
                _frames(model, s, rows[n], labels, spans)
        for w in batch.windows:
            _links(model, [batch.sentences[n] for n in w], [rows[n] for n in w], labels, spans)
    model.train()
    found = {k: 100 * right[k] / total for k in ("upos", "xpos", "lemma", "uas", "las")} if total else {}
    kinds = sorted({k for k, _ in spans})
    groups_of = {k: [k] for k in kinds}
    groups_of |= {"names.core": [f"name.{t}" for t in ("person", "organization", "place")]}
    groups_of |= {
        "np.core": [f"np.{t}" for t in ("person", "organization", "place")],
        "np.all": [k for k in kinds if k.startswith("np.")],
    }
    for name, members in groups_of.items():
        tp, fp, fn = (sum(spans[k, w] for k in members) for w in ("tp", "fp", "fn"))
        if tp + fn:
            found[name] = 100 * 2 * tp / (2 * tp + fp + fn)
    return found


def _tree(model: Reader, s: Sentence, words: torch.Tensor, labels: Labels, right: Counter[str]) -> None:
    upos, xpos, edits = (x.argmax(-1).tolist() for x in model.tags(words))
    scores, dependent, head = model.arcs(words[None])
    heads = best_tree(scores[0].numpy())
    rels = model.labels(dependent[0], head[0][torch.tensor(heads) + 1]).argmax(-1).tolist()
    for i in range(len(s.forms)):
        right["upos"] += labels.upos[upos[i]] == s.upos[i]
        right["xpos"] += labels.xpos[xpos[i]] == s.xpos[i]
        right["lemma"] += lemma(s.forms[i], labels.lemmas[edits[i]]) == s.lemmas[i]
        right["uas"] += heads[i] == s.heads[i]
        right["las"] += heads[i] == s.heads[i] and labels.deprels[rels[i]] == s.deprels[i]


def _frames(model: Reader, s: Sentence, words: torch.Tensor, labels: Labels, counts: Counter[tuple[str, str]]) -> None:
    """Types and forms of the gold mentions; predicates, and roles of gold triggers among gold mentions."""

    def add(name: str, gold: set, ours: set) -> None:
        counts[name, "tp"] += len(gold & ours)
        counts[name, "fp"] += len(ours - gold)
        counts[name, "fn"] += len(gold - ours)

    if not s.marks:
        return
    first, last = words[[m.first for m in s.marks]], words[[m.last for m in s.marks]]
    kind, form = (x.argmax(-1).tolist() for x in model.kinds(first, last))
    for m, k, f in zip(s.marks, kind, form, strict=True):
        add("own.type", {m.type}, {labels.types[k]})
        add("own.form", {m.form}, {labels.forms[f]})
    sense, polarity, certainty = model.senses(words)
    found = {(i, labels.predicates[p]) for i, p in (sense > 0).nonzero().tolist()}
    gold = {(f.trigger, f.predicate) for f in s.frames or ()}
    cues = {x for x in gold if x[1] == "attributes"}
    add("own.trigger", gold - cues, {x for x in found if x[1] != "attributes"})
    add("own.cue", cues, {x for x in found if x[1] == "attributes"})
    fillers = model.fillers(first, last)
    for f in s.frames or ():
        if f.polarity:
            add("own.polarity", {f.polarity}, {("affirmed", "denied")[int(polarity[f.trigger].argmax())]})
            add("own.certainty", {f.certainty}, {labels.certainties[int(certainty[f.trigger].argmax())]})
        roles = [n for n, r in enumerate(labels.roles) if r.startswith(f.predicate + ".")]
        triggers = words[f.trigger].expand(len(roles), -1)
        places = torch.tensor([[place_class(f.trigger, m.first, m.last) for m in s.marks]] * len(roles))
        scores = model.roles(triggers, torch.tensor(roles), fillers, places)
        ours = {
            (labels.roles[roles[r]].split(".")[1], s.marks[m].first, s.marks[m].last)
            for r, m in (scores > 0).nonzero().tolist()
        }
        if f.told:
            here = torch.tensor([[place_class(f.trigger, i, i) for i in range(len(words))]])
            told = model.contents(words[[f.trigger]], words, here)[0]
            add("own.told", {i for a, b in f.told for i in range(a, b + 1)}, set((told > 0).nonzero()[:, 0].tolist()))
        add("own.source" if f.predicate == "attributes" else "own.roles", set(f.args), ours)
        add("own.frames", {True}, {set(f.args) == ours})


def _links(
    model: Reader,
    sentences: list[Sentence],
    rows: list[torch.Tensor],
    labels: Labels,
    counts: Counter[tuple[str, str]],
) -> None:
    """Whether the best earlier mention (for GAP: of the two names) is of the chain, by form."""
    marks = [(k, m) for k, s in enumerate(sentences) for m in s.marks]
    marks.sort(key=lambda x: (x[0], x[1].first, -x[1].last))
    if len(marks) < 2:
        return
    first = torch.stack([rows[k][m.first] for k, m in marks])
    last = torch.stack([rows[k][m.last] for k, m in marks])
    forms = torch.tensor([labels.forms.index(m.form) for _, m in marks])
    at = torch.tensor([k for k, _ in marks])
    apart = (at[:, None] - at[None, :]).abs().clamp(max=model.sizes.apart - 1)
    scores = model.links(model.bearers(first, last), apart, forms)
    for i, (_, m) in enumerate(marks):
        others = [j for j in range(len(marks)) if (j != i if m.apart else j < i)]
        if not others or (m.apart and m.form != "pronoun"):
            continue
        best = max(others, key=lambda j: float(scores[i, j]))
        true = {j for j in others if m.chain is not None and marks[j][1].chain == m.chain}
        name = f"{'gap' if m.apart else 'links'}.{m.form}"
        if float(scores[i, best]) > 0:
            counts[name, "tp" if best in true else "fp"] += 1
            counts[name, "fn"] += bool(true) and best not in true
        else:
            counts[name, "fn"] += bool(true)


def _spans(model: Reader, s: Sentence, words: torch.Tensor, labels: Labels, counts: Counter[tuple[str, str]]) -> None:
    scores = model.spans(words[None])[0].triu()
    found = {(a, b, labels.spans[k]) for k, a, b in (scores > 0).nonzero().tolist()}
    for kind in s.known:
        gold = {x for x in s.spans if x[2] == kind}
        ours = {x for x in found if x[2] == kind}
        counts[kind, "tp"] += len(gold & ours)
        counts[kind, "fp"] += len(ours - gold)
        counts[kind, "fn"] += len(gold - ours)

"""What each head is taught from a batch; a head learns nothing from a set that does not mark it."""

from dataclasses import fields

import torch
from torch import Tensor
from torch.nn import functional as F
from training.batches import Batch, Labels, pad
from training.data import Frame, Sentence, Soft
from training.model import Reader

from whence.reader.heads import place_class
from whence.reader.lemmas import script


class Targets:
    """Numbers of the gold classes, by label lists."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.number = {k.name: {v: n for n, v in enumerate(getattr(labels, k.name))} for k in fields(labels)}
        self.roles = {p: [r for r in labels.roles if r.split(".")[0] == p] for p in labels.predicates}

    def lemma(self, form: str, lemma: str) -> int:
        edit = script(form, lemma)
        return self.number["lemmas"].get(edit, int(edit[0] == "k"))


def losses(model: Reader, batch: Batch, targets: Targets) -> dict[str, Tensor]:
    """Loss of every head."""
    views = model.embed(batch.pieces, batch.shapes, batch.mask, batch.first, batch.last)
    grammar, names, by_sentence = (list(v.split(batch.lengths)) for v in views)
    found: dict[str, Tensor] = {}
    trees = [n for n, s in enumerate(batch.sentences) if s.heads is not None]
    if trees:
        parts = [
            tree_losses(model, [grammar[n] for n in group], [batch.sentences[n] for n in group], targets)
            for group in _alike_trees(batch.sentences, trees)
        ]
        words = sum(len(batch.sentences[n].forms) for n in trees)
        found |= {k: torch.stack([p[k] for p in parts]).sum() / words for k in parts[0]}
    taught = [n for n, s in enumerate(batch.sentences) if s.soft is not None]
    if taught:
        found |= soft_losses(model, [grammar[n] for n in taught], [batch.sentences[n].soft for n in taught])
    marked = [n for n, s in enumerate(batch.sentences) if s.known]
    if marked:
        parts = [
            span_loss(model, [names[n] for n in group], [batch.sentences[n] for n in group], targets)
            for group in _alike(batch.sentences, marked)
        ]
        found["spans"] = torch.stack(parts).sum() / len(marked)
    framed = [n for n, s in enumerate(batch.sentences) if s.frames is not None]
    if framed:
        found |= frame_losses(model, [by_sentence[n] for n in framed], [batch.sentences[n] for n in framed], targets)
    chained = [w for w in batch.windows if any(len(batch.sentences[n].marks) for n in w)]
    parts = [link_loss(model, [by_sentence[n] for n in w], [batch.sentences[n] for n in w], targets) for w in chained]
    parts = [p for p in parts if p is not None]
    if parts:
        found["links"] = torch.cat(parts).mean()
    return found


def _alike(sentences: list[Sentence], numbers: list[int]) -> list[list[int]]:
    """Groups of sentences that mark the same types and have about the same length, so that little is padded."""
    groups: list[list[int]] = []
    for n in sorted(numbers, key=lambda n: (sorted(sentences[n].known), len(sentences[n].forms))):
        top = sentences[groups[-1][0]] if groups else None
        if top and top.known == sentences[n].known and len(sentences[n].forms) <= 1.3 * len(top.forms) + 2:
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _alike_trees(sentences: list[Sentence], numbers: list[int]) -> list[list[int]]:
    """Two groups, short and long, so that little is padded."""
    short = [n for n in numbers if len(sentences[n].forms) <= 14]
    return [g for g in (short, [n for n in numbers if len(sentences[n].forms) > 14]) if g]


def tree_losses(model: Reader, rows: list[Tensor], sentences: list[Sentence], targets: Targets) -> dict[str, Tensor]:
    n = targets.number
    flat = torch.cat(rows)
    upos, xpos, lemma = model.tags(flat)
    gold_upos = torch.tensor([n["upos"].get(u, -100) for s in sentences for u in s.upos])
    gold_xpos = torch.tensor([n["xpos"].get(u, -100) for s in sentences for u in s.xpos])
    gold_lemma = torch.tensor([targets.lemma(f, m) for s in sentences for f, m in zip(s.forms, s.lemmas, strict=True)])
    gold_rel = torch.tensor([n["deprels"].get(d, -100) for s in sentences for d in s.deprels])
    lengths = [len(s.forms) for s in sentences]
    scores, dependent, head, real = arcs(model, flat, lengths)
    gold_head = torch.zeros(len(sentences), max(lengths), dtype=torch.long)
    for i, s in enumerate(sentences):
        gold_head[i, : lengths[i]] = torch.tensor(s.heads) + 1
    rel = model.labels(dependent[real], beside(head, gold_head)[real])
    return {
        "upos": F.cross_entropy(upos, gold_upos, ignore_index=-100, reduction="sum"),
        "xpos": F.cross_entropy(xpos, gold_xpos, ignore_index=-100, reduction="sum"),
        "lemma": F.cross_entropy(lemma, gold_lemma, reduction="sum"),
        "arc": F.cross_entropy(scores[real], gold_head[real], reduction="sum"),
        "rel": F.cross_entropy(rel, gold_rel, ignore_index=-100, reduction="sum"),
    }


def arcs(model: Reader, flat: Tensor, lengths: list[int]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Scores of heads, both sides of the labels, and which rows are words and no padding."""
    padded = pad(flat, lengths)
    scores, dependent, head = model.arcs(padded)
    real = torch.arange(padded.shape[1])[None, :] < torch.tensor(lengths)[:, None]
    return scores.masked_fill(~F.pad(real, (1, 0), value=True)[:, None, :], -1e4), dependent, head, real


def beside(head: Tensor, chosen: Tensor) -> Tensor:
    """The head's side of the label for the head chosen for each word."""
    return head.gather(1, chosen.unsqueeze(-1).expand(-1, -1, head.shape[-1]))


def soft_losses(model: Reader, rows: list[Tensor], taught: list[Soft]) -> dict[str, Tensor]:
    """Cross entropy between the teachers' shares and the model's, a word (Hinton, Vinyals, Dean 2015)."""
    flat, lengths = torch.cat(rows), [len(r) for r in rows]
    upos, xpos, _ = model.tags(flat)
    scores, dependent, head, real = arcs(model, flat, lengths)
    best = pad(torch.cat([s.heads[0][:, 0] for s in taught]), lengths)
    rel = model.labels(dependent[real], beside(head, best)[real])
    found = {"arc": scores[real], "rel": rel, "upos": upos, "xpos": xpos}
    parts = {"arc": "heads", "rel": "deprels", "upos": "upos", "xpos": "xpos"}
    return {f"soft.{k}": _crossed(v, [getattr(s, parts[k]) for s in taught]) for k, v in found.items()}


def _crossed(scores: Tensor, taught: list[tuple[Tensor, Tensor]]) -> Tensor:
    numbers, shares = (torch.cat(x) for x in zip(*taught, strict=True))
    return -(scores.log_softmax(-1).gather(1, numbers) * shares).sum(-1).mean()


def span_loss(model: Reader, rows: list[Tensor], sentences: list[Sentence], targets: Targets) -> Tensor:
    """Every marked span above zero and every other below, by type and sentence; the sum over sentences."""
    number = targets.number["spans"]
    kinds = sorted(number[k] for k in sentences[0].known)
    column = {kind: n for n, kind in enumerate(kinds)}
    lengths = torch.tensor([len(s.forms) for s in sentences])
    scores = model.spans(torch.nn.utils.rnn.pad_sequence(rows, batch_first=True), kinds)
    width = scores.shape[-1]
    gold = torch.zeros(scores.shape, dtype=torch.bool)
    for i, s in enumerate(sentences):
        for first, last, kind in s.spans:
            gold[i, column[number[kind]], first, last] = True
    steps = torch.arange(width)
    real = (steps[None, :, None] <= steps[None, None, :]) & (steps[None, None, :] < lengths[:, None, None])
    low = scores.masked_fill(gold | ~real[:, None], -1e4).flatten(2).logsumexp(-1)
    high = (-scores).masked_fill(~gold, -1e4).flatten(2).logsumexp(-1)
    return F.softplus(low).sum() + F.softplus(high).sum()


def many(scores: Tensor, gold: Tensor, real: Tensor | None = None) -> Tensor:
    """Every true class above zero and every other below; one loss a row."""
    low = scores.masked_fill(gold if real is None else gold | ~real, -1e4).logsumexp(-1)
    high = (-scores).masked_fill(~gold, -1e4).logsumexp(-1)
    return F.softplus(low) + F.softplus(high)


def frame_losses(model: Reader, rows: list[Tensor], sentences: list[Sentence], targets: Targets) -> dict[str, Tensor]:
    """Types and forms of mentions; predicates of words; polarity, certainty and roles of what is claimed."""
    n = targets.number
    flat = torch.cat(rows)
    start = [0]
    for s in sentences:
        start.append(start[-1] + len(s.forms))
    marks = [(k, m) for k, s in enumerate(sentences) for m in s.marks]
    found: dict[str, Tensor] = {}
    first = flat[[start[k] + m.first for k, m in marks]]
    last = flat[[start[k] + m.last for k, m in marks]]
    if marks:
        kind, form = model.kinds(first, last)
        found["types"] = F.cross_entropy(kind, torch.tensor([n["types"][m.type] for _, m in marks]))
        found["forms"] = F.cross_entropy(form, torch.tensor([n["forms"][m.form] for _, m in marks]))
    sense, polarity, certainty = model.senses(flat)
    gold = torch.zeros(sense.shape, dtype=torch.bool)
    frames = [(k, f) for k, s in enumerate(sentences) for f in s.frames or ()]
    for k, f in frames:
        gold[start[k] + f.trigger, n["predicates"][f.predicate]] = True
    real = torch.ones(sense.shape, dtype=torch.bool)
    for k, s in enumerate(sentences):
        if s.asked is not None:
            real[start[k] : start[k + 1]] = False
            real[start[k] : start[k + 1], [n["predicates"][p] for p in sorted(s.asked) if p in n["predicates"]]] = True
    found["senses"] = many(sense, gold, real).sum() / len(sentences)
    claims = [(start[k] + f.trigger, f) for k, f in frames if f.polarity]
    if claims:
        at = [a for a, _ in claims]
        weight = torch.tensor([1.0, 3.0])
        gold_polarity = torch.tensor([int(f.polarity == "denied") for _, f in claims])
        gold_certainty = torch.tensor([n["certainties"][f.certainty] for _, f in claims])
        found["polarity"] = F.cross_entropy(polarity[at], gold_polarity, weight)
        found["certainty"] = F.cross_entropy(certainty[at], gold_certainty)
    cues = [(k, f) for k, f in frames if f.told]
    if cues:
        found["told"] = torch.cat([told_loss(model, rows[k], f) for k, f in cues]).mean()
    if marks and frames:
        found["roles"] = role_loss(model, flat, start, sentences, frames, model.fillers(first, last), targets)
    return found


def told_loss(model: Reader, row: Tensor, cue: Frame) -> Tensor:
    """Whether each word of the sentence [n, hidden] belongs to what the cue tells; one loss a word."""
    inside = [any(a <= i <= b for a, b in cue.told) for i in range(len(row))]
    places = torch.tensor([[place_class(cue.trigger, i, i) for i in range(len(row))]])
    scores = model.contents(row[[cue.trigger]], row, places)[0]
    return F.binary_cross_entropy_with_logits(scores, torch.tensor(inside, dtype=scores.dtype), reduction="none")


def role_loss(model, flat, start, sentences, frames, fillers, targets) -> Tensor:
    """Every mention of the sentence that holds the role above zero, every other below; the mean over claims."""
    counts = [len(s.marks) for s in sentences]
    offset = [0]
    for c in counts:
        offset.append(offset[-1] + c)
    losses_ = []
    for k, s in enumerate(sentences):
        here = [f for j, f in frames if j == k]
        if not here or not s.marks:
            continue
        asked = [(f, role) for f in here for role in targets.roles[f.predicate]]
        triggers = flat[[start[k] + f.trigger for f, _ in asked]]
        numbers = torch.tensor([targets.number["roles"][role] for _, role in asked])
        places = torch.tensor([[place_class(f.trigger, m.first, m.last) for m in s.marks] for f, _ in asked])
        held = [{(a, b) for r, a, b in f.args if f"{f.predicate}.{r}" == role} for f, role in asked]
        gold = torch.tensor([[(m.first, m.last) in h for m in s.marks] for h in held])
        scores = model.roles(triggers, numbers, fillers[offset[k] : offset[k + 1]], places)
        losses_.append(many(scores, gold))
    return torch.cat(losses_).sum() / len(frames) if losses_ else flat.sum() * 0


def link_loss(model: Reader, rows: list[Tensor], sentences: list[Sentence], targets: Targets) -> Tensor | None:
    """For each mention of a window, the chance of all earlier mentions of its chain, or of none; one loss a mention."""
    marks = [(k, m) for k, s in enumerate(sentences) for m in s.marks]
    marks.sort(key=lambda x: (x[0], x[1].first, -x[1].last))
    if len(marks) < 2:
        return None
    first = torch.stack([rows[k][m.first] for k, m in marks])
    last = torch.stack([rows[k][m.last] for k, m in marks])
    forms = torch.tensor([targets.number["forms"][m.form] for _, m in marks])
    sentence = torch.tensor([k for k, _ in marks])
    apart = (sentence[:, None] - sentence[None, :]).abs().clamp(max=model.sizes.apart - 1)
    scores = model.links(model.bearers(first, last), apart, forms)
    order = torch.arange(len(marks))
    earlier = order[None, :] < order[:, None]
    asked = torch.ones(len(marks), dtype=torch.bool)
    if any(m.apart for _, m in marks):
        # Only the pronoun is asked, and of both sides of it: nothing is known of the rest.
        asked = forms == targets.number["forms"]["pronoun"]
        earlier = order[None, :] != order[:, None]
        if not asked.any():
            return None
    chains = [m.chain for _, m in marks]
    gold = torch.tensor([[c is not None and c == d for d in chains] for c in chains]) & earlier
    none = ~gold.any(1)
    scores = torch.cat([torch.zeros(len(marks), 1), scores.masked_fill(~earlier, -1e4)], 1)
    right = torch.cat([none[:, None], gold], 1)
    loss = scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)
    return loss[asked]

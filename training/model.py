"""One encoder, several heads."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from whence.reader.pieces import SHAPES

if TYPE_CHECKING:
    from training.batches import Labels

# Each sees its own weighted sum of the encoder's layers: grammar, spans, and what the teaching corpus marks.
VIEWS = ("trees", "spans", "frames")


@dataclass
class Sizes:
    """How wide everything is."""

    upos: int
    xpos: int
    lemmas: int
    deprels: int
    spans: int
    types: int
    forms: int
    predicates: int
    roles: int
    certainties: int
    hidden: int = 384
    inner: int = 1536
    layers: int = 6
    attention: int = 12
    arc: int = 256
    rel: int = 96
    span: int = 48
    tag: int = 256
    lengths: int = 24
    mark: int = 128
    frame: int = 192
    role: int = 128
    places: int = 12
    apart: int = 4


class Layer(nn.Module):
    """A transformer layer in BERT's order: attention, norm, feed-forward, norm."""

    def __init__(self, z: Sizes) -> None:
        super().__init__()
        self.heads = z.attention
        self.qkv = nn.Linear(z.hidden, 3 * z.hidden)
        self.out = nn.Linear(z.hidden, z.hidden)
        self.norm1 = nn.LayerNorm(z.hidden, eps=1e-12)
        self.up = nn.Linear(z.hidden, z.inner)
        self.down = nn.Linear(z.inner, z.hidden)
        self.norm2 = nn.LayerNorm(z.hidden, eps=1e-12)

    def parts(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Queries, keys and values [batch, heads, pieces, d]."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        return q, k, v

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        mixed = F.scaled_dot_product_attention(*self.parts(x), attn_mask=mask)
        x = self.norm1(x + self.out(mixed.transpose(1, 2).flatten(2)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    """MiniLM with a learned embedding of case shape."""

    def __init__(self, z: Sizes) -> None:
        super().__init__()
        self.place = nn.Embedding(512, z.hidden)
        self.shape = nn.Embedding(SHAPES, z.hidden)
        self.norm = nn.LayerNorm(z.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(z) for _ in range(z.layers))

    def begin(self, vectors: Tensor, shapes: Tensor) -> Tensor:
        """What the first layer sees [batch, pieces, hidden]: vectors of pieces with their shapes and places."""
        places = torch.arange(vectors.shape[1], device=vectors.device)
        return self.norm(vectors + self.shape(shapes) + self.place(places))

    def forward(self, vectors: Tensor, shapes: Tensor, mask: Tensor | None) -> list[Tensor]:
        """What every layer gives [batch, pieces, hidden], the first layer's first."""
        x = self.begin(vectors, shapes)
        found = []
        for layer in self.layers:
            x = layer(x, mask)
            found.append(x)
        return found


class Reader(nn.Module):
    """Words of sentences in, scores of every head out."""

    def __init__(self, z: Sizes, vocabulary: int = 30522) -> None:
        super().__init__()
        self.sizes = z
        self.words = nn.Embedding(vocabulary, z.hidden)
        self.words.weight.requires_grad_(False)
        self.encoder = Encoder(z)
        self.mix = nn.Parameter(F.one_hot(torch.full((len(VIEWS),), z.layers - 1), z.layers).float())
        self.dropout = nn.Dropout(0.2)
        self.tag = nn.Sequential(nn.Linear(z.hidden, z.tag), nn.GELU(), nn.Dropout(0.2))
        self.upos = nn.Linear(z.tag, z.upos)
        self.xpos = nn.Linear(z.tag, z.xpos)
        self.lemma = nn.Linear(z.tag, z.lemmas)
        self.arc = nn.Sequential(nn.Linear(z.hidden, 2 * z.arc), nn.GELU(), nn.Dropout(0.2))
        self.arc_mix = nn.Linear(z.arc, z.arc + 1, bias=False)
        self.root = nn.Parameter(torch.randn(z.arc) * 0.02)
        self.rel = nn.Sequential(nn.Linear(z.hidden, 2 * z.rel), nn.GELU(), nn.Dropout(0.2))
        self.root_rel = nn.Parameter(torch.randn(z.rel) * 0.02)
        self.rel_mix = nn.Linear(z.rel, z.deprels * (z.rel + 1))
        self.rel_head = nn.Linear(z.rel, z.deprels, bias=False)
        self.span = nn.Linear(z.hidden, z.spans * 2 * z.span)
        self.span_edge = nn.Linear(z.hidden, z.spans * 2)
        self.span_length = nn.Parameter(torch.zeros(z.spans, z.lengths))
        nn.init.constant_(self.span_length, -2.0)
        self.mark = nn.Linear(z.hidden, 2 * z.mark)
        self.kind = nn.Linear(z.mark, z.types + z.forms)
        self.trigger = nn.Sequential(nn.Linear(z.hidden, z.frame), nn.GELU(), nn.Dropout(0.2))
        self.sense = nn.Linear(z.frame, z.predicates + 2 + z.certainties)
        nn.init.constant_(self.sense.bias[: z.predicates], -6.0)
        self.frame = nn.Linear(z.hidden, z.role)
        self.filler = nn.Linear(z.hidden, 2 * z.role)
        self.role_mix = nn.Parameter(torch.randn(z.roles, z.role) * z.role**-0.5)
        self.role_alone = nn.Parameter(torch.zeros(z.roles, z.role))
        self.role_place = nn.Parameter(torch.full((z.roles, z.places), -2.0))
        self.told = nn.Linear(z.hidden, z.role)
        self.told_mix = nn.Parameter(torch.randn(z.role) * z.role**-0.5)
        self.told_place = nn.Parameter(torch.full((z.places,), -1.0))
        self.same = nn.Linear(z.hidden, 2 * z.mark)
        self.later = nn.Linear(z.mark, z.mark)
        self.alone = nn.Linear(z.mark, 1)
        self.apart = nn.Parameter(torch.zeros(z.apart, z.forms, z.forms))

    @classmethod
    def from_minilm(cls, z: Sizes, folder: Path) -> "Reader":
        """Start from the published weights."""
        from safetensors.torch import load_file

        w = load_file(str(folder / "model.safetensors"))
        w = {k.removeprefix("bert."): v.float() for k, v in w.items()}
        model = cls(z)
        with torch.no_grad():
            model.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            e = model.encoder
            e.place.weight.copy_(
                w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
            )
            e.shape.weight.zero_()
            e.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
            e.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
            for n, layer in enumerate(e.layers):
                _copy_layer(layer, w, f"encoder.layer.{n}.")
        return model

    def embed(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor, last: Tensor) -> Tensor:
        """Vectors of words [views, words, hidden]; `first` and `last` are the flat numbers of their pieces."""
        layers = self.encoder(self.words(pieces), shapes, mask)
        x = torch.stack([x.reshape(-1, self.sizes.hidden) for x in layers])
        return self.views((x[:, first] + x[:, last]) * 0.5)

    def views(self, layers: Tensor) -> Tensor:
        """What each group of heads sees [views, words, hidden] of the layers' vectors [layers, words, hidden]."""
        return (self.mix @ layers.flatten(1)).view(len(self.mix), -1, self.sizes.hidden)

    def tags(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of UPOS, XPOS and lemma edits for words [n, hidden]."""
        x = self.tag(self.dropout(words))
        return self.upos(x), self.xpos(x), self.lemma(x)

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For sentences [s, n, hidden]: scores of head (column 0 is the root), and two sides of the labels."""
        x = self.dropout(words)
        dependent, head = self.arc(x).chunk(2, -1)
        head = torch.cat([self.root.expand(head.shape[0], 1, -1), head], 1)
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        scores = self.arc_mix(dependent) @ head.transpose(1, 2)
        rel_dependent, rel_head = self.rel(x).chunk(2, -1)
        rel_head = torch.cat([self.root_rel.expand(rel_head.shape[0], 1, -1), rel_head], 1)
        return scores, rel_dependent, rel_head

    def labels(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of labels [n, deprels] for pairs of dependent and head vectors [n, rel]."""
        mixed = self.rel_mix(dependent).view(-1, self.sizes.deprels, self.sizes.rel + 1)
        return (mixed[..., :-1] @ head.unsqueeze(-1)).squeeze(-1) + mixed[..., -1] + self.rel_head(head)

    def spans(self, words: Tensor, kinds: list[int] | None = None) -> Tensor:
        """For sentences [s, n, hidden]: scores [s, types, first word, last word]; of some types only with `kinds`."""
        z = self.sizes
        x = self.dropout(words)
        s, n, _ = x.shape
        weight, bias = self.span.weight, self.span.bias
        edge_weight, edge_bias, length = self.span_edge.weight, self.span_edge.bias, self.span_length
        if kinds is not None:
            weight = weight.view(z.spans, -1, z.hidden)[kinds].flatten(0, 1)
            bias = bias.view(z.spans, -1)[kinds].flatten()
            edge_weight = edge_weight.view(z.spans, 2, z.hidden)[kinds].flatten(0, 1)
            edge_bias, length = edge_bias.view(z.spans, 2)[kinds].flatten(), length[kinds]
        first, last = F.linear(x, weight, bias).view(s, n, -1, 2, z.span).permute(3, 0, 2, 1, 4)
        edge_first, edge_last = F.linear(x, edge_weight, edge_bias).view(s, n, -1, 2).permute(3, 0, 2, 1)
        scores = first @ last.transpose(-1, -2) * z.span**-0.5
        steps = torch.arange(n, device=x.device)
        lengths = (steps[None, :] - steps[:, None]).clamp(0, z.lengths - 1)
        return scores + edge_first.unsqueeze(-1) + edge_last.unsqueeze(-2) + length[:, lengths]

    def kinds(self, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of type and form for mentions, by the vectors of their first and last words [n, hidden]."""
        a, b = self.mark(self.dropout(first))[:, : self.sizes.mark], self.mark(self.dropout(last))[:, self.sizes.mark :]
        return self.kind(F.gelu(a + b)).split([self.sizes.types, self.sizes.forms], -1)

    def senses(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For words [n, hidden] as triggers: scores of every predicate, of polarity, of certainty."""
        z = self.sizes
        return self.sense(self.trigger(self.dropout(words))).split([z.predicates, 2, z.certainties], -1)

    def fillers(self, first: Tensor, last: Tensor) -> Tensor:
        """Vectors [n, role] of mentions that may hold a role."""
        n = self.sizes.role
        return F.gelu(self.filler(self.dropout(first))[:, :n] + self.filler(self.dropout(last))[:, n:])

    def roles(self, triggers: Tensor, roles: Tensor, fillers: Tensor, places: Tensor) -> Tensor:
        """Scores [n, mentions] that a mention holds the role `roles[n]` with the trigger word `triggers[n]`.

        `places` [n, mentions] is the class of the distance between them.
        """
        mixed = F.gelu(self.frame(self.dropout(triggers))) * self.role_mix[roles] + self.role_alone[roles]
        return mixed @ fillers.T + self.role_place[roles].gather(1, places)

    def contents(self, triggers: Tensor, words: Tensor, places: Tensor) -> Tensor:
        """Scores [n, words] that a word is told by the cue `triggers[n]`; `places` as for roles."""
        mixed = F.gelu(self.frame(self.dropout(triggers))) * self.told_mix
        return mixed @ self.told(self.dropout(words)).T + self.told_place[places]

    def bearers(self, first: Tensor, last: Tensor) -> Tensor:
        """Vectors [n, mark] of mentions that may be one."""
        n = self.sizes.mark
        return F.gelu(self.same(self.dropout(first))[:, :n] + self.same(self.dropout(last))[:, n:])

    def links(self, bearers: Tensor, apart: Tensor, forms: Tensor) -> Tensor:
        """Scores [n, n] that mention i (row) is the one of mention j; `apart` [n, n] is the class of the distance."""
        scores = self.later(bearers) @ bearers.T * self.sizes.mark**-0.5
        return scores + self.apart[apart, forms[:, None], forms[None, :]] + self.alone(bearers)

    def fit(self, state: dict[str, Tensor]) -> None:
        """Make the layers as narrow as those of an encoder that `training.slim` cut."""
        z = self.sizes
        for n, layer in enumerate(self.encoder.layers):
            assert isinstance(layer, Layer)
            rows, inner = (len(state[f"encoder.layers.{n}.{part}.bias"]) for part in ("qkv", "up"))
            if (rows, inner) == (layer.qkv.out_features, layer.up.out_features):
                continue
            layer.heads = rows // 3 // (z.hidden // z.attention)
            layer.qkv, layer.out = nn.Linear(z.hidden, rows), nn.Linear(rows // 3, z.hidden)
            layer.up, layer.down = nn.Linear(z.hidden, inner), nn.Linear(inner, z.hidden)

    def warm(self, state: dict[str, Tensor], then: "Labels", now: "Labels") -> None:
        """Take over the weights of an earlier model, row by row by what they were for; new classes stay as they are."""
        own = self.state_dict()
        rows, before = (_rows(labels, self.sizes) for labels in (now, then))
        with torch.no_grad():
            for name, value in state.items():
                table = name.removesuffix(".weight").removesuffix(".bias")
                if name not in own:
                    continue
                if table in rows:
                    place = {row: n for n, row in enumerate(before[table])}
                    both = [(n, place[row]) for n, row in enumerate(rows[table]) if row in place]
                    if both and own[name].shape[1:] == value.shape[1:]:
                        mine, theirs = map(list, zip(*both, strict=True))
                        own[name][mine] = value[theirs]
                elif own[name].shape == value.shape:
                    own[name].copy_(value)

    def describe(self) -> dict:
        return asdict(self.sizes)


def _rows(labels: "Labels", z: Sizes) -> dict[str, list[str]]:
    """What each row of each table with a row or several for every class is for."""
    found = {"upos": labels.upos, "xpos": labels.xpos, "lemma": labels.lemmas, "rel_head": labels.deprels}
    found |= dict.fromkeys(("role_mix", "role_alone", "role_place"), labels.roles)
    found["span_length"] = labels.spans
    found["kind"] = [*labels.types, *(f"form {f}" for f in labels.forms)]
    found["sense"] = [*labels.predicates, "affirmed", "denied", *(f"certainty {c}" for c in labels.certainties)]
    wide = {"rel_mix": (labels.deprels, z.rel + 1), "span": (labels.spans, 2 * z.span), "span_edge": (labels.spans, 2)}
    return found | {name: [f"{k} {n}" for k in kinds for n in range(size)] for name, (kinds, size) in wide.items()}


def weights(checkpoint: Path) -> dict[str, torch.Tensor]:
    """The weights that a checkpoint keeps: their running mean, where it has one."""
    state = torch.load(checkpoint, weights_only=True)
    return state.get("mean", state["model"])


def _copy_layer(layer: Layer, w: dict[str, Tensor], at: str) -> None:
    names = [at + f"attention.self.{n}" for n in ("query", "key", "value")]
    layer.qkv.weight.copy_(torch.cat([w[n + ".weight"] for n in names]))
    layer.qkv.bias.copy_(torch.cat([w[n + ".bias"] for n in names]))
    for ours, theirs in {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }.items():
        getattr(layer, ours).weight.copy_(w[at + theirs + ".weight"])
        getattr(layer, ours).bias.copy_(w[at + theirs + ".bias"])

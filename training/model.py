"""The network: a small BERT with case, quotation and paragraph features, and a head for each task.

In: word pieces, features and the first piece of each word. Out: emissions of each tag head and the vectors of the
pointer from a word to its cue. Reading corpora, losses and decoding do not belong here.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from rashomon.encoder import END, START
from rashomon.wordpieces import FEATURES

NEVER = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; the defaults are those of MiniLM-L6-H384. `buckets` is for MPNet's distance bias."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    layers: int = 6
    heads: int = 12
    pointer: int = 96
    buckets: int = 0
    epsilon: float = 1e-12
    dropout: float = 0.1


def shape_of(weights: dict[str, Tensor], dropout: float) -> Shape:
    """The sizes of published weights, or of those of an earlier run: MiniLM-L6-H384 or MPNet-base."""
    large = "encoder.relative_attention_bias.weight" in weights or "encoder.distance.weight" in weights
    if large:
        return Shape(hidden=768, inner=3072, layers=12, buckets=32, epsilon=1e-5, dropout=dropout)
    return Shape(dropout=dropout)


class Drop(nn.Module):
    """Dropout with one mask for all pieces of a row: as good a brake as one a piece, and far cheaper to draw."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, hidden: Tensor) -> Tensor:
        """Leave out whole columns of each row while training."""
        if not self.training or not self.share:
            return hidden
        kept = torch.rand(hidden.shape[0], 1, hidden.shape[2], device=hidden.device) >= self.share
        return hidden * (kept / (1 - self.share)).to(hidden.dtype)


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.joined = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.widen = nn.Linear(shape.hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.hidden)
        self.last_norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.drop = Drop(shape.dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Attend within each row, then the two dense layers."""
        rows, length, width = hidden.shape
        qkv = self.qkv(hidden).view(rows, length, 3, self.heads, width // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        reach = (query * (width // self.heads) ** -0.5) @ key.transpose(-2, -1)
        if mask is not None:
            reach += mask.to(reach.dtype)
        with torch.autocast(hidden.device.type, enabled=False):
            seen = torch.softmax(reach, dim=-1)
        seen = seen @ value
        seen = seen.transpose(1, 2).reshape(rows, length, width)
        hidden = self.norm(hidden + self.drop(self.joined(seen)))
        return self.last_norm(hidden + self.drop(self.narrow(functional.gelu(self.widen(hidden)))))


class Encoder(nn.Module):
    """Word pieces and features in, one vector a piece out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.features = nn.ModuleList(nn.Embedding(count, shape.hidden) for count in FEATURES)
        for table in self.features:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.epsilon)
        self.drop = Drop(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.distance = nn.Embedding(shape.buckets, shape.heads) if shape.buckets else None

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """`pieces` [rows, length], `features` [rows, length, 3], `mask` [rows, length] true where a piece stands."""
        hidden = self.words(pieces) + self.places.weight[: pieces.shape[1]]
        for number, table in enumerate(self.features):
            hidden = hidden + table(features[:, :, number])
        hidden = self.drop(self.norm(hidden))
        seen = None if mask is None else torch.where(mask, 0.0, NEVER)[:, None, None, :]
        if self.distance is not None:
            far = buckets(pieces.shape[1], self.distance.num_embeddings).to(pieces.device)
            near = self.distance(far).permute(2, 0, 1)
            seen = near if seen is None else near + seen
        for layer in self.layers:
            hidden = layer(hidden, seen)
        return hidden


def buckets(length: int, count: int, furthest: int = 128) -> Tensor:
    """The bucket of the distance from each piece to each other, as in MPNet: exact when near, logarithmic when far."""
    places = torch.arange(length)
    ahead = places[:, None] - places[None, :]
    half, exact = count // 2, count // 4
    away = ahead.abs()
    far = exact + (torch.log(away.clamp(min=1) / exact) / math.log(furthest / exact) * (half - exact)).long()
    return torch.where(away < exact, away, far.clamp(max=half - 1)) + (ahead < 0) * half


class Pointer(nn.Module):
    """Vectors by which the words of sources and contents ask for their cue, and cues offer themselves."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.asks = nn.Sequential(
            nn.Linear(shape.hidden, shape.pointer), nn.GELU(), nn.Linear(shape.pointer, shape.pointer)
        )
        self.offers = nn.Sequential(
            nn.Linear(shape.hidden, shape.pointer), nn.GELU(), nn.Linear(shape.pointer, shape.pointer)
        )
        self.scale = shape.pointer**-0.5

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """The asking and the offering vector of each word."""
        return self.asks(words) * self.scale, self.offers(words)


class Network(nn.Module):
    """The shared encoder with a tag head for each task and the pointer."""

    def __init__(self, shape: Shape, tags: dict[str, int]) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.drop = Drop(shape.dropout)
        self.tags = nn.ModuleDict({task: nn.Linear(shape.hidden, count) for task, count in tags.items()})
        self.steps = nn.ParameterDict({task: nn.Parameter(torch.zeros(2, n, n)) for task, n in tags.items()})
        self.pointer = Pointer(shape)

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor, mask: Tensor | None = None) -> Tensor:
        """One vector a word, that of its first piece: [rows, words, hidden]."""
        hidden = self.encoder(pieces, features, mask)
        index = firsts[:, :, None].expand(-1, -1, hidden.shape[2])
        return self.drop(torch.gather(hidden, 1, index))


def load_base(network: Network, weights: dict[str, Tensor]) -> None:
    """Copy the weights of a published BERT or MPNet of the same shape into the encoder; the heads stay as they are."""
    encoder = network.encoder
    with torch.no_grad():
        if encoder.distance is not None:
            weights = as_bert(weights)
            encoder.distance.weight.copy_(weights["encoder.relative_attention_bias.weight"])
        encoder.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.places.weight.copy_(weights["embeddings.position_embeddings.weight"] + kinds)
        copy_pair(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{number}."
            own = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in own]))
            layer.qkv.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in own]))
            copy_pair(layer.joined, weights, f"{name}attention.output.dense")
            copy_pair(layer.norm, weights, f"{name}attention.output.LayerNorm")
            copy_pair(layer.widen, weights, f"{name}intermediate.dense")
            copy_pair(layer.narrow, weights, f"{name}output.dense")
            copy_pair(layer.last_norm, weights, f"{name}output.LayerNorm")


MPNET_NAMES = (
    ("attention.attn.q.", "attention.self.query."),
    ("attention.attn.k.", "attention.self.key."),
    ("attention.attn.v.", "attention.self.value."),
    ("attention.attn.o.", "attention.output.dense."),
    ("attention.LayerNorm.", "attention.output.LayerNorm."),
)


def as_bert(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """MPNet's weights under BERT's names, with BERT's numbers of word pieces: its vocabulary is BERT's, four on."""
    found = {}
    for name, value in weights.items():
        for own, theirs in MPNET_NAMES:
            name = name.replace(own, theirs)  # noqa: PLW2901
        found[name] = value
    words = weights["embeddings.word_embeddings.weight"]
    pieces = words[4:-1].clone()
    pieces[[0, START, END]] = words[[1, 0, 2]]
    found["embeddings.word_embeddings.weight"] = pieces
    found["embeddings.position_embeddings.weight"] = weights["embeddings.position_embeddings.weight"][2:]
    found["embeddings.token_type_embeddings.weight"] = torch.zeros(1, pieces.shape[1])
    return found


def copy_pair(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Copy weight and bias of one published module."""
    module.weight.copy_(weights[f"{name}.weight"])
    module.bias.copy_(weights[f"{name}.bias"])

"""Train the network of the MUC-4 view (quality/muc4_network.npz) on the train part of MUC-4.

    python -m training.muc4_network held BASE train.jsonl.gz told.npz     what five say of texts they did not see
    python -m training.muc4_network whole BASE train.jsonl.gz all.safetensors
    python -m training.muc4_network narrow all.safetensors train.jsonl.gz quality/muc4_network.npz

BASE is the encoder of the package (an ONNX file) or published weights (MPNet-base). A small network learns from the key
and, with `--soft told.npz`, from what a large one says of texts that it did not see (distillation, Hinton, Vinyals and
Dean 2015). `narrow` keeps of what the layers have learned a change of low rank, and trains it a little further.
Figures on dev: `quality.muc4_score`. Runs on a GPU where there is one.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from quality.corpora import DATA
from quality.muc4_encoder import MATRICES, weights_of
from quality.muc4_network import CONFIDENCE, HEADS, NOTHING, TYPES, Told
from quality.muc4_score import ROLES, keys_of
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.nn import functional

from rashomon.encoder import MODEL
from training.model import Encoder, Network, Shape, load_base, shape_of
from training.muc4 import rows_of, store, told_of
from training.muc4_fits import FOLDS, stretches
from training.muc4_texts import Batch, Text, batch_of, text_of

DOC, WIDTH = 256, 384
UNKNOWN, SPECIAL = 100, 103
"""The piece that stands for one that is hidden; pieces up to this number are marks."""
SPAN_DROPOUT = 0.2
RARELY = -4.0
"""The odds of a role before anything is learned."""
WEIGHTS = {"text": 1.0, "roles": 0.3, "kinds": 0.2, "confidence": 0.3}
WARM = 0.08


@dataclass(frozen=True)
class Run:
    """How a network is trained; `hidden` is the share of pieces that it does not get to see."""

    epochs: int = 8
    rate: float = 1.5e-4
    head_rate: float = 6e-4
    size: int = 8
    trust: float = 0.8
    hidden: float = 0.15
    seed: int = 11


class Slots(nn.Module):
    """An encoder and the heads of `quality.muc4_network`."""

    def __init__(self, encoder: Encoder, hidden: int, *, frozen: bool) -> None:
        super().__init__()
        self.encoder = encoder
        if frozen:
            for part in (encoder.words, encoder.places, encoder.features, encoder.norm):
                part.requires_grad_(requires_grad=False)
        self.doc, self.types = nn.Linear(hidden, DOC), nn.Linear(DOC, 11)
        self.span, self.ctx, self.mid = nn.Linear(3 * hidden, WIDTH), nn.Linear(DOC, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.roles, self.kinds = nn.Linear(WIDTH, len(ROLES)), nn.Linear(WIDTH, len(ROLES) * len(TYPES))
        self.conf = nn.Linear(WIDTH, len(CONFIDENCE))
        self.drop = nn.Dropout(SPAN_DROPOUT)
        nn.init.constant_(self.roles.bias, RARELY)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Log odds of the texts, and of the phrases' roles, kinds and confidence."""
        states = self.encoder(batch.pieces, batch.features, batch.mask)
        seen = functional.gelu(self.doc(states)).float().masked_fill(~batch.mask[:, :, None], NOTHING).amax(1)
        text = torch.full((len(batch.phrases), DOC), NOTHING, device=seen.device)
        text = text.scatter_reduce(0, batch.owners[:, None].expand(-1, DOC), seen, "amax")
        owner, window, first, last = batch.mentions.T
        sums = functional.pad(states.float().cumsum(1), (0, 0, 1, 0))
        mean = (sums[window, last + 1] - sums[window, first]) / (last + 1 - first)[:, None]
        spans = torch.cat([states[window, first], states[window, last], mean.to(states.dtype)], 1)
        hidden = functional.gelu(self.span(self.drop(spans)) + self.ctx(text)[batch.owners[window]])
        hidden = functional.gelu(self.mid(self.drop(hidden))) + hidden
        count = sum(batch.phrases)
        rest = torch.cat([self.kinds(hidden), self.conf(hidden)], 1).float()
        rest = torch.zeros(count, rest.shape[1], device=rest.device).index_add(0, owner, rest)
        rest = rest / torch.bincount(owner, minlength=count)[:, None]
        return (
            self.types(self.drop(text)).float(),
            together(self.roles(hidden).float(), owner, count),
            rest[:, : len(ROLES) * len(TYPES)].view(-1, len(ROLES), len(TYPES)),
            rest[:, len(ROLES) * len(TYPES) :],
        )


def together(rows: Tensor, owner: Tensor, count: int) -> Tensor:
    """The odds of the mentions of each phrase, summed."""
    index = owner[:, None].expand(-1, rows.shape[1])
    most = torch.full((count, rows.shape[1]), -1e4, device=rows.device).scatter_reduce(0, index, rows.detach(), "amax")
    sums = torch.zeros_like(most).index_add(0, owner, torch.exp(rows - most[owner]))
    return sums.log() + most


class Narrow(nn.Module):
    """A dense layer whose weights are what they were and a change of low rank."""

    def __init__(self, before: Tensor, after: nn.Linear, rank: int) -> None:
        super().__init__()
        self.register_buffer("before", before)
        left, sizes, right = torch.linalg.svd(after.weight.detach() - before, full_matrices=False)
        root = sizes[:rank].sqrt()
        self.left, self.right = nn.Parameter(left[:, :rank] * root), nn.Parameter(root[:, None] * right[:rank])
        self.bias = after.bias

    def forward(self, state: Tensor) -> Tensor:
        """As a dense layer does."""
        return functional.linear(state, self.before + self.left @ self.right, self.bias)


def network_of(base: Path) -> Slots:
    """A network with the first weights of a file: the package's encoder, published ones, or those of `whole`."""
    if base.suffix == ".onnx":
        held = {name: torch.from_numpy(value.copy()) for name, value in weights_of(base.read_bytes()).items()}
        encoder = Encoder(Shape())
        encoder.load_state_dict(held)
        return Slots(encoder, Shape().hidden, frozen=True)
    weights = load_file(base)
    if "roles.weight" in weights:
        made = Slots(Encoder(Shape()), Shape().hidden, frozen=True)
        made.load_state_dict(weights)
        return made
    shape = shape_of(weights, Shape.dropout)
    large = Network(shape, {})
    load_base(large, weights)
    return Slots(large.encoder, shape.hidden, frozen=False)


def loss_of(found: tuple[Tensor, ...], batch: Batch) -> Tensor:
    """How far what is found is from what is wanted."""
    entropy = functional.binary_cross_entropy_with_logits
    *wanted, filled, sure = batch.wanted
    text, roles, kinds, confidence = (
        entropy(one, two, reduction="none") for one, two in zip(found, wanted, strict=True)
    )
    parts = {"text": text, "roles": roles, "kinds": kinds.sum(2) * filled, "confidence": confidence.sum(1) * sure}
    return sum(WEIGHTS[name] * part.sum() for name, part in parts.items()) / len(batch.phrases)


def lots(texts: Sequence[Text], run: Run, chance: np.random.Generator) -> list[list[Text]]:
    """The texts of an epoch in lots of like length, in a new order."""
    order = chance.permutation(len(texts))
    out = []
    for start in range(0, len(order), 8 * run.size):
        near = sorted((texts[at] for at in order[start : start + 8 * run.size]), key=lambda text: text.length)
        out += [near[at : at + run.size] for at in range(0, len(near), run.size)]
    return [out[at] for at in chance.permutation(len(out))]


def train(network: Slots, texts: Sequence[Text], run: Run) -> None:
    """Train a network; in the last two fifths of the way its weights are averaged."""
    device = device_of(network)
    torch.manual_seed(run.seed)
    chance = np.random.default_rng(run.seed)
    own = {name: value for name, value in network.named_parameters() if value.requires_grad}
    groups = [[value for name, value in own.items() if name.startswith("encoder.") is side] for side in (True, False)]
    rates = (run.rate, run.head_rate)
    optimiser = torch.optim.AdamW([{"params": each} for each in groups], weight_decay=0.01, betas=(0.9, 0.98))
    step, total = 0, run.epochs * len(lots(texts, run, np.random.default_rng(0)))
    averaged: dict[str, Tensor] = {}
    for epoch in range(run.epochs):
        network.train()
        sums = 0.0
        for lot in lots(texts, run, chance):
            done = step / total
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, done / WARM + 0.01) * max(0.01, 1 - done)
            batch = batch_of(lot, device)
            unseen = (torch.rand(batch.pieces.shape, device=device) < run.hidden) & (batch.pieces > SPECIAL)
            batch.pieces[unseen] = UNKNOWN
            with torch.autocast(device, torch.bfloat16):
                found = network(batch)
            loss = loss_of(found, batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(own.values(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step, sums = step + 1, sums + float(loss.detach()) * len(lot)
            if done > 0.6:
                averaged = averaged or {name: value.detach().clone() for name, value in own.items()}
                for name, value in own.items():
                    averaged[name].lerp_(value.detach(), 0.01)
        print(f"epoch {epoch + 1}: {sums / len(texts):.3f}", flush=True)
    with torch.no_grad():
        for name, value in averaged.items():
            own[name].copy_(value)


def device_of(network: nn.Module) -> str:
    """The kind of device a network is on."""
    return next(network.parameters()).device.type


@torch.no_grad()
def said(network: Slots, texts: Sequence[Text]) -> Iterator[tuple[str, Told]]:
    """What a network says of texts."""
    network.eval()
    for text in texts:
        batch = batch_of([text], device_of(network))
        found = (each.float().cpu().numpy() for each in network(batch))
        one, *rest = found
        yield text.name, Told(one[0], *rest)


def narrowed(network: Slots, rank: int) -> Slots:
    """The network with changes of low rank in place of its matrices."""
    before = weights_of(MODEL.read_bytes())
    for number, layer in enumerate(network.encoder.layers):
        for name in MATRICES:
            plain = torch.from_numpy(before[f"layers.{number}.{name}.weight"])
            setattr(layer, name, Narrow(plain, getattr(layer, name), rank))
    return network


def packed(network: Slots, path: Path) -> None:
    """Write changes, biases, norms and heads; tables in 8 bits, with a scale for each row."""
    held: dict[str, np.ndarray] = {}
    for name, value in network.named_parameters():
        if not name.startswith(("encoder.layers.", *(f"{head}." for head in HEADS))):
            continue
        table = value.detach().float().cpu().numpy()
        if table.ndim == 1:
            held[name] = table.astype(np.float16)
            continue
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True) / 127, 1e-9).astype(np.float32)
        held[name], held[f"{name} scale"] = np.round(table / scale).astype(np.int8), scale
    np.savez(path, **held)


def main() -> int:
    parser = argparse.ArgumentParser(description="Train the network of the MUC-4 view.")
    parser.add_argument("step", choices=("held", "whole", "narrow"))
    parser.add_argument("base", type=Path)
    parser.add_argument("rows", type=Path, help="what training.muc4 read wrote")
    parser.add_argument("out", type=Path)
    parser.add_argument("--soft", type=Path, help="what another network says of the texts")
    parser.add_argument("--rank", type=int, default=96)
    for name in ("epochs", "rate", "head-rate", "trust", "hidden", "seed"):
        default = getattr(Run, name.replace("-", "_"))
        parser.add_argument(f"--{name}", type=type(default), default=default)
    args = parser.parse_args()
    run = Run(args.epochs, args.rate, args.head_rate, Run.size, args.trust, args.hidden, args.seed)
    torch.set_flush_denormal(True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    keys, soft = keys_of(DATA, "train"), told_of(args.soft) if args.soft else {}
    texts = [text_of(row, keys[row.name], soft.get(row.name), run.trust) for row in rows_of(args.rows)]
    if args.step == "held":
        told: dict[str, Told] = {}
        fold = stretches(len(texts))
        for each in range(FOLDS):
            network = network_of(args.base).to(device)
            train(network, [text for text, own in zip(texts, fold, strict=True) if own != each], run)
            told |= said(network, [text for text, own in zip(texts, fold, strict=True) if own == each])
            store(args.out, told)
        return 0
    network = network_of(args.base)
    network = (narrowed(network, args.rank) if args.step == "narrow" else network).to(device)
    train(network, texts, run)
    if args.step == "narrow":
        packed(network, args.out)
    else:
        save_file({name: value.cpu() for name, value in network.state_dict().items()}, args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""The training run: steps, learning rate, averaged weights, checkpoints that resume, a log in text.

In: a `Run` and examples. Out: the averaged weights in `epoch-N.safetensors` and at last `final.safetensors`, `state.pt`
to resume from, `log.txt`. Corpora, losses and scores do not belong here.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from training.batches import Batch, epoch_batches, stack
from training.corpora import Example, digest_of
from training.labels import KINDS, tag_count
from training.losses import batch_loss
from training.model import Network, load_base, shape_of

LOGGED = 20  # steps between two lines of the log


@dataclass(frozen=True)
class Run:
    """Everything that makes a run what it is."""

    seed: int = 1
    epochs: float = 6.0
    window: int = 256
    pieces: int = 4096
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm: float = 0.04  # share of the steps in which the rate rises
    fall: float = 0.6  # share of the steps in which it falls to nothing
    decay: float = 0.01
    average: float = 0.99  # how much of the averaged weights a step keeps
    dropout: float = 0.1
    share: float = 1.0  # of the texts with names that an epoch uses
    tasks: str = "attribution,names"
    soft: str = ""  # files of what teachers think of texts, with commas between
    trust: float = 0.5  # how far it is believed where people marked the text
    base: str = ""  # weights of the published model, or of an earlier run of this network


def new_network(run: Run) -> Network:
    """The network of a run with its first weights."""
    torch.manual_seed(run.seed)
    weights = load_file(run.base)
    network = Network(shape_of(weights, run.dropout), {task: tag_count(task) for task in KINDS})
    if "encoder.words.weight" in weights:
        network.load_state_dict(weights, strict=False)
    else:
        load_base(network, weights)
    return network


def load_network(weights: Path) -> Network:
    """A network with the weights of a run, for use."""
    held = load_file(weights)
    network = Network(shape_of(held, dropout=0.0), {task: tag_count(task) for task in KINDS})
    network.load_state_dict(held)
    return network.eval()


def optimiser_of(network: Network, run: Run) -> torch.optim.AdamW:
    """AdamW with one rate for the encoder and one for the heads; no decay of biases and norms."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in network.named_parameters():
        rate = run.rate if name.startswith("encoder.") and ".features." not in name else run.head_rate
        groups.setdefault((rate, run.decay if weight.dim() > 1 else 0.0), []).append(weight)
    return torch.optim.AdamW(
        [{"params": found, "lr": rate, "top": rate, "weight_decay": decay} for (rate, decay), found in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def height(step: int, total: int, run: Run) -> float:
    """The learning rate at `step` as a share of the highest."""
    rising = (step + 1) / max(1.0, run.warm * total)
    falling = (total - step) / max(1.0, run.fall * total)
    return max(0.0, min(1.0, rising, falling))


class Training:
    """One run on the way, from wherever its folder stands."""

    def __init__(self, run: Run, folder: Path, examples: Sequence[Example], device: str) -> None:
        self.run, self.folder, self.examples, self.device = run, folder, examples, device
        self.network = new_network(run).to(device)
        self.optimiser = optimiser_of(self.network, run)
        self.averaged = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.epoch, self.step, self.done = 0, 0, 0
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "state.pt").exists():
            self.resume()
        else:
            self.log({"run": asdict(run), "data": digest_of(examples), "examples": len(examples)})

    def log(self, line: object) -> None:
        """Add a line to the log of the run."""
        with (self.folder / "log.txt").open("a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")

    def resume(self) -> None:
        """Take up the state that was saved last."""
        state = torch.load(self.folder / "state.pt", map_location=self.device, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.averaged = state["averaged"]
        self.epoch, self.step, self.done = state["epoch"], state["step"], state["done"]
        self.log({"resumed": self.done, "epoch": self.epoch, "step": self.step, "run": asdict(self.run)})

    def save(self) -> None:
        """Keep everything needed to resume, in one move."""
        state = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "averaged": self.averaged,
            "epoch": self.epoch,
            "step": self.step,
            "done": self.done,
        }
        torch.save(state, self.folder / "state.new")
        (self.folder / "state.new").replace(self.folder / "state.pt")

    def batches(self, epoch: int) -> list[list]:
        """The batches of an epoch."""
        run = self.run
        return epoch_batches(
            self.examples, limit=run.window, pieces=run.pieces, seed=run.seed, epoch=epoch, share=run.share
        )

    def learn(self, *, save_every: float) -> None:
        """Train to the end of the run, saving every so many seconds."""
        total = round(self.run.epochs * len(self.batches(0)))
        saved = time.monotonic()
        while self.done < total:
            lots = self.batches(self.epoch)
            recent: dict[str, list[float]] = {}
            began = time.monotonic()
            while self.step < len(lots) and self.done < total:
                torch.manual_seed(self.run.seed * 1_000_003 + self.done)
                for name, value in self.one_step(stack(lots[self.step]), total).items():
                    recent.setdefault(name, []).append(value)
                self.step, self.done = self.step + 1, self.done + 1
                if self.done % LOGGED == 0:
                    losses = {name: round(sum(found) / len(found), 4) for name, found in recent.items()}
                    seconds = round(time.monotonic() - began)
                    self.log({"epoch": self.epoch, "step": self.step, "of": len(lots), "seconds": seconds, **losses})
                    recent = {}
                if time.monotonic() - saved > save_every:
                    self.save()
                    saved = time.monotonic()
            self.epoch, self.step = self.epoch + 1, 0
            name = f"epoch-{self.epoch}" if self.done < total else "final"
            save_file(self.averaged, self.folder / f"{name}.safetensors")
            self.save()
        self.log({"finished": self.done})

    def one_step(self, batch: Batch, total: int) -> dict[str, float]:
        """One step of the optimiser; gives the parts of the loss."""
        self.network.train()
        share = height(self.done, total, self.run)
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * share
        moved = Batch(batch.task, *(value.to(self.device) for value in list(vars(batch).values())[1:]))
        with torch.autocast(self.device, torch.bfloat16):
            loss, parts = batch_loss(self.network, moved)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad()
        keep = min(self.run.average, (self.done + 1) / (self.done + 10))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.averaged[name].lerp_(value, 1 - keep)
        return parts

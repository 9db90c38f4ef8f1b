"""Runs a network over whole texts, in windows that overlap.

In: a network and texts. Out: `Scores` for every word, each from the window in which it stands furthest from an edge.
Decoding and scoring do not belong here.
"""

import numpy as np
import torch

from training.batches import Window, cut, fill, stack
from training.corpora import Example
from training.decode import Learned, Scores
from training.losses import rules
from training.model import NEAR, Network


def learned_of(network: Network) -> Learned:
    """The tables that decoding needs, with the rules of the tags written into the steps."""
    steps = {task: (table.detach().cpu() + rules(table.shape[1])).numpy() for task, table in network.steps.items()}
    pointer = network.pointer
    return Learned(steps, pointer.distances.detach().cpu().numpy(), pointer.crossings.detach().cpu().numpy(), NEAR)


@torch.inference_mode()
def predict(network: Network, examples: list[Example], *, limit: int, overlap: int, pieces: int = 8192) -> list[Scores]:
    """The scores of each example, in order."""
    network.eval()
    windows = [
        (number, Window(example, *bound))
        for number, example in enumerate(examples)
        for bound in cut(example.text, limit, 0, overlap)
    ]
    windows.sort(key=lambda pair: pair[1].length)
    parts: dict[int, list[tuple[Window, dict[str, np.ndarray]]]] = {}
    numbers = iter([number for number, _ in windows])
    for lot in fill([window for _, window in windows], pieces):
        batch = stack([Window(window.example, window.first, window.last) for window in lot])
        hidden = network(batch.pieces, batch.features, batch.firsts, batch.mask)
        outputs = {task: head(hidden).numpy() for task, head in network.tags.items()}
        asks, offers = network.pointer(hidden)
        outputs |= {"asks": asks.numpy(), "offers": offers.numpy()}
        for row, window in enumerate(lot):
            held = {name: value[row, : window.last - window.first].copy() for name, value in outputs.items()}
            parts.setdefault(next(numbers), []).append((window, held))
    return [joined(example, parts.get(number, [])) for number, example in enumerate(examples)]


def joined(example: Example, parts: list[tuple[Window, dict[str, np.ndarray]]]) -> Scores:
    """One row a word out of overlapping windows."""
    count = len(example.text)
    depth = np.full(count, -1)
    rows: dict[str, np.ndarray] = {}
    for window, held in parts:
        words = np.arange(window.first, window.last)
        before = np.where(window.first == 0, count, words - window.first)
        after = np.where(window.last == count, count, window.last - 1 - words)
        own = np.minimum(before, after)
        better = own > depth[window.first : window.last]
        depth[words[better]] = own[better]
        for name, values in held.items():
            table = rows.setdefault(name, np.zeros((count, values.shape[1]), dtype=np.float32))
            table[words[better]] = values[better]
    asks, offers = rows.pop("asks", np.zeros((0, 1))), rows.pop("offers", np.zeros((0, 1)))
    return Scores(rows, asks, offers)

"""Runs a network over whole texts, in windows that overlap.

In: a network and texts. Out: `Scores` for every word, each from the window in which it stands furthest from an edge.
Decoding and scoring do not belong here.
"""

import torch

from training.batches import Window, fill, stack
from training.corpora import Example
from training.decode import Steps
from training.losses import rules
from training.model import Network
from training.runtime import Array, Scores, join, windows


def steps_of(network: Network) -> Steps:
    """The weights from tag to tag, with the rules of the tags written into them."""
    return {task: (table.detach().cpu() + rules(table.shape[1])).numpy() for task, table in network.steps.items()}


@torch.inference_mode()
def predict(network: Network, examples: list[Example], *, limit: int, overlap: int, pieces: int = 8192) -> list[Scores]:
    """The scores of each example, in order."""
    network.eval()
    held = [
        (number, Window(example, *bound))
        for number, example in enumerate(examples)
        for bound in windows(example.words, limit=limit, overlap=overlap)
    ]
    held.sort(key=lambda pair: pair[1].length)
    parts: dict[int, list[tuple[int, int, dict[str, Array]]]] = {}
    numbers = iter([number for number, _ in held])
    for lot in fill([window for _, window in held], pieces):
        batch = stack([Window(window.example, window.first, window.last) for window in lot])
        hidden = network(batch.pieces, batch.features, batch.firsts, batch.mask)
        outputs = {task: head(hidden).numpy() for task, head in network.tags.items()}
        asks, offers = network.pointer(hidden)
        outputs |= {"asks": asks.numpy(), "offers": offers.numpy()}
        for row, window in enumerate(lot):
            rows = {name: value[row, : window.last - window.first].copy() for name, value in outputs.items()}
            parts.setdefault(next(numbers), []).append((window.first, window.last, rows))
    return [
        Scores(example.words, join(len(example.words), parts.get(number, [])))
        for number, example in enumerate(examples)
    ]

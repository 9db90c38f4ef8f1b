"""Runs a network over whole texts, window by window.

In: a network and texts. Out: `Scores` for every word.
Decoding and scoring do not belong here.
"""

import torch

from rashomon.encoder import Array, Scores, Tags, joined, windows
from training.batches import Window, fill, stack
from training.corpora import Example
from training.labels import KINDS
from training.losses import rules
from training.model import Network


def tasks_of(network: Network) -> dict[str, Tags]:
    """The tags of each task, with the rules of what may follow what written into their steps."""
    return {
        task: Tags(KINDS[task], (table.detach().cpu() + rules(table.shape[1])).numpy())
        for task, table in network.steps.items()
    }


@torch.inference_mode()
def predict(network: Network, examples: list[Example], *, limit: int, pieces: int = 8192) -> list[Scores]:
    """The scores of each example, in order."""
    network.eval()
    tasks = tasks_of(network)
    held = [
        (number, Window(example, *bound))
        for number, example in enumerate(examples)
        for bound in windows(example.words, limit=limit)
    ]
    held.sort(key=lambda pair: pair[1].length)
    parts: dict[int, dict[int, dict[str, Array]]] = {}
    numbers = iter([number for number, _ in held])
    for lot in fill([window for _, window in held], pieces):
        batch = stack(lot)
        hidden = network(batch.pieces, batch.features, batch.firsts, batch.mask)
        outputs = {task: head(hidden).float().numpy() for task, head in network.tags.items()}
        asks, offers = network.pointer(hidden)
        outputs |= {"asks": asks.float().numpy(), "offers": offers.float().numpy()}
        for row, window in enumerate(lot):
            rows = {name: value[row, : window.last - window.first].copy() for name, value in outputs.items()}
            parts.setdefault(next(numbers), {})[window.first] = rows
    return [
        Scores(example.words, joined([rows for _, rows in sorted(parts.get(number, {}).items())]), tasks)
        for number, example in enumerate(examples)
    ]

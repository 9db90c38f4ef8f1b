"""How likely it is that an attribution is right: a probability that means what it says.

In: the scores of a text and one link. Out: the chance, 0..1, that people would mark this attribution, with half of its
content at least and with this source. A logistic regression over what the network says at the edges of its parts
(after Platt 1999); its weights are fitted by `python -m training.encoder calibrate` and stand in
`data/calibration.json`.
"""

import json
from functools import lru_cache
from importlib.resources import files

import numpy as np

from rashomon.encoder import Array, Scores, WordSpan
from rashomon.meaning.decoding import TASK
from rashomon.meaning.linking import Link


def chance(scores: Scores, link: Link) -> float:
    """The chance that the attribution is right, rounded to thousandths."""
    weights = _weights()
    return round(float(1 / (1 + np.exp(-(features(scores, link) @ weights[1:] + weights[0])))), 3)


def features(scores: Scores, link: Link) -> Array:
    """What the chance is made of: log probabilities of the edges and cores of the parts, and of their belonging."""
    emissions = scores.outputs[TASK]
    first, last = link.cue[0], max(span[1] for span in (link.cue, *link.content))
    first = min(first, *(span[0] for span in link.content), first if link.source is None else link.source[0])
    rows = emissions[first : min(len(emissions), max(last, link.source[1] if link.source else 0) + 1)]
    table = rows - np.logaddexp.reduce(rows, axis=1, keepdims=True)
    kinds = scores.tasks[TASK].kinds
    source, cue, content = (1 + 2 * kinds.index(kind) for kind in ("source", "cue", "content"))

    def edges(span: WordSpan, tag: int) -> tuple[float, float, float]:
        start, end = span[0] - first, span[1] - first
        after = table[end] if end < len(table) else None
        going_on = -10.0 if after is None else float(after[tag + 1])
        core = np.logaddexp(table[start:end, tag], table[start:end, tag + 1])
        return float(table[start, tag]), float(core.min()), float(np.log1p(-np.exp(min(going_on, -1e-4))))

    parts = [*edges(link.cue, cue)[:2]]
    pieces = [edges(span, content) for span in link.content]
    parts += [min(piece[at] for piece in pieces) for at in range(3)]
    parts += [0.0, 0.0, 0.0, 1.0] if link.source is None else [*edges(link.source, source), 0.0]
    flags = [float(len(link.content) > 1), float(link.shared)]
    return np.array([*parts, np.log(max(link.chance, 1e-6)), *flags], dtype=np.float32)


@lru_cache(maxsize=1)
def _weights() -> Array:
    """The weights, the constant first."""
    held = files("rashomon.meaning").joinpath("data/calibration.json").read_text(encoding="utf-8")
    return np.array(json.loads(held)["weights"], dtype=np.float32)

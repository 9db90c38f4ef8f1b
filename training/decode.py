"""From scores to spans and attributions.

In: arrays of emissions, transitions and pointer vectors, one row a word. Out: spans of words and attributions as dicts
of character spans. Running a network and scoring against gold do not belong here.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.labels import KINDS
from training.runtime import Array, Scores, best_path, tag_spans

Span = tuple[int, int]
FAR = 120  # a source or content this many words from a cue is not linked to it


@dataclass(frozen=True)
class Learned:
    """The small tables that decoding needs beside the scores."""

    steps: dict[str, Array]  # task -> [2, tags, tags]: inside a paragraph, over a paragraph's end
    distances: Array
    crossings: Array
    near: int


def learned_from(card: dict[str, Any]) -> Learned:
    """The tables of an exported file."""
    steps = {task: np.array(table, dtype=np.float32) for task, table in card["steps"].items()}
    distances, crossings = (np.array(card[name], dtype=np.float32) for name in ("distances", "crossings"))
    return Learned(steps, distances, crossings, card["near"])


def tagged(scores: Scores, learned: Learned, task: str) -> list[tuple[int, int, str]]:
    """The spans of one task in a text, as ranges of words."""
    return tag_spans(best_path(scores.outputs[task], learned.steps[task], scores.words.starts), KINDS[task])


def buckets(steps: NDArray[np.int64], near: int) -> NDArray[np.int64]:
    """The row of the distance table for each distance in words, as in `training.model.Pointer.bias`."""
    far = np.abs(steps)
    doubled = near + np.minimum(np.floor(np.log2(np.maximum(far, near) / near) * 2), 7).astype(np.int64) + 1
    bucket = np.where(far <= near, far, doubled)
    return np.where(steps < 0, -bucket, bucket) + near + 8


def link_scores(scores: Scores, learned: Learned, span: Span, cues: list[Span]) -> Array:
    """Log probability, a cue, that the words of `span` belong to it."""
    asking = np.arange(*span)
    offering = np.concatenate([np.arange(*cue) for cue in cues])
    paragraphs = np.array(scores.words.paragraphs)
    pairs = scores.outputs["asks"][asking] @ scores.outputs["offers"][offering].T
    pairs = pairs + learned.distances[buckets(offering[None] - asking[:, None], learned.near)]
    crossed = np.clip(paragraphs[offering][None] - paragraphs[asking][:, None], -3, 3) + 3
    pairs = pairs + learned.crossings[crossed]
    edges = np.cumsum([0, *(last - first for first, last in cues)])
    grouped = np.stack([np.logaddexp.reduce(pairs[:, a:b], axis=1) for a, b in pairwise(edges)], 1)
    grouped = grouped - np.logaddexp.reduce(grouped, axis=1, keepdims=True)
    return grouped.mean(axis=0)


def attributions(scores: Scores, learned: Learned) -> list[dict[str, Any]]:
    """The attributions of a text: one a cue, with the sources and contents whose words point at it."""
    spans = tagged(scores, learned, "attribution")
    cues = [(first, last) for first, last, kind in spans if kind == "cue"]
    found: list[dict[str, list[Span]]] = [{"source": [], "cue": [cue], "content": []} for cue in cues]
    for first, last, kind in spans:
        near = [n for n, cue in enumerate(cues) if cue[0] - last <= FAR and first - cue[1] <= FAR]
        if kind == "cue" or not near:
            continue
        links = link_scores(scores, learned, (first, last), [cues[n] for n in near])
        found[near[int(links.argmax())]][kind].append((first, last))
    return [
        {role: [characters(scores, span) for span in sorted(held)] for role, held in one.items()}
        for one in found
        if one["content"]
    ]


def characters(scores: Scores, span: Span) -> Span:
    """The characters of a span of words."""
    return scores.words.spans[span[0]][0], scores.words.spans[span[1] - 1][1]

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
from training.words import Text

Array = NDArray[np.float32]
Span = tuple[int, int]
FAR = 120  # a source or content this many words from a cue is not linked to it


@dataclass(frozen=True)
class Scores:
    """What the network says of a text, one row a word."""

    emissions: dict[str, Array]
    asks: Array
    offers: Array


@dataclass(frozen=True)
class Learned:
    """The small tables that decoding needs beside the scores."""

    steps: dict[str, Array]  # task -> [2, tags, tags]: inside a paragraph, over a paragraph's end
    distances: Array
    crossings: Array
    near: int


def best_path(emissions: Array, steps: Array, breaks: NDArray[np.bool_]) -> list[int]:
    """The likeliest tags: Viterbi; `steps` already forbids what may not follow."""
    count = len(emissions)
    if not count:
        return []
    score, back = emissions[0], np.zeros((count, emissions.shape[1]), dtype=np.int64)
    for word in range(1, count):
        paths = score[:, None] + steps[int(breaks[word])]
        back[word] = paths.argmax(axis=0)
        score = paths.max(axis=0) + emissions[word]
    tags = [int(score.argmax())]
    for word in range(count - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return tags[::-1]


def spans_of(tags: list[int], task: str) -> list[tuple[int, int, str]]:
    """The spans of words that tags describe, with their kind."""
    found: list[tuple[int, int, str]] = []
    for word, tag in enumerate(tags):
        if tag % 2 == 1:
            found.append((word, word + 1, KINDS[task][tag // 2]))
        elif tag:
            kind = KINDS[task][tag // 2 - 1]
            if found and found[-1][1] == word and found[-1][2] == kind:
                found[-1] = (found[-1][0], word + 1, kind)
            else:
                found.append((word, word + 1, kind))
    return found


def tagged(text: Text, scores: Scores, learned: Learned, task: str) -> list[tuple[int, int, str]]:
    """The spans of one task in a text, as word ranges."""
    breaks = np.array([feature[2] == 1 for feature in text.features], dtype=bool)
    return spans_of(best_path(scores.emissions[task], learned.steps[task], breaks), task)


def buckets(steps: NDArray[np.int64], near: int) -> NDArray[np.int64]:
    """The row of the distance table for each distance in words, as in `training.model.Pointer.bias`."""
    far = np.abs(steps)
    doubled = near + np.minimum(np.floor(np.log2(np.maximum(far, near) / near) * 2), 7).astype(np.int64) + 1
    bucket = np.where(far <= near, far, doubled)
    return np.where(steps < 0, -bucket, bucket) + near + 8


def link_scores(text: Text, scores: Scores, learned: Learned, span: Span, cues: list[Span]) -> Array:
    """Log probability, a cue, that the words of `span` belong to it."""
    asking = np.arange(*span)
    offering = np.concatenate([np.arange(*cue) for cue in cues])
    paragraphs = np.array(text.paragraphs)
    pairs = scores.asks[asking] @ scores.offers[offering].T
    pairs = pairs + learned.distances[buckets(offering[None] - asking[:, None], learned.near)]
    crossed = np.clip(paragraphs[offering][None] - paragraphs[asking][:, None], -3, 3) + 3
    pairs = pairs + learned.crossings[crossed]
    edges = np.cumsum([0, *(last - first for first, last in cues)])
    grouped = np.stack([np.logaddexp.reduce(pairs[:, a:b], axis=1) for a, b in pairwise(edges)], 1)
    grouped = grouped - np.logaddexp.reduce(grouped, axis=1, keepdims=True)
    return grouped.mean(axis=0)


def attributions(text: Text, scores: Scores, learned: Learned) -> list[dict[str, Any]]:
    """The attributions of a text: one a cue, with the sources and contents whose words point at it."""
    spans = tagged(text, scores, learned, "attribution")
    cues = [(first, last) for first, last, kind in spans if kind == "cue"]
    found: list[dict[str, list[Span]]] = [{"source": [], "cue": [cue], "content": []} for cue in cues]
    for first, last, kind in spans:
        near = [n for n, cue in enumerate(cues) if cue[0] - last <= FAR and first - cue[1] <= FAR]
        if kind == "cue" or not near:
            continue
        links = link_scores(text, scores, learned, (first, last), [cues[n] for n in near])
        found[near[int(links.argmax())]][kind].append((first, last))
    return [
        {role: [characters(text, span) for span in sorted(held)] for role, held in one.items()}
        for one in found
        if one["content"]
    ]


def characters(text: Text, span: Span) -> Span:
    """The characters of a span of words."""
    return text.spans[span[0]][0], text.spans[span[1] - 1][1]

"""The network of the MUC-4 view: what each phrase of a text may be in an incident, and what the text tells.

In: a text and its phrases. Out: `Told`, all as log odds. The encoder that comes with the package reads the text in wide
windows, with layers bent to this task by changes of low rank (as in LoRA, Hu et al. 2022), which stand in
muc4_network.npz beside the heads. A phrase is seen by its ends, by the mean of its pieces and by the whole text; one
that is mentioned often is as likely as its mentions together. What was learned how: `training/muc4_network.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quality.muc4_encoder import Array, Encoder, gelu
from quality.muc4_phrases import Phrase
from quality.muc4_score import ROLES
from rashomon.encoder import shipped, window_arrays
from rashomon.wordpieces import WordPieces, Words

WEIGHTS = Path(__file__).with_name("muc4_network.npz")
TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery")
MANY = ("attack", "bombing", "kidnapping")
"""The types of which a text may tell several incidents."""
COUNTS = (2, 3)
"""How many, each of which is learned."""
CONFIDENCE = (
    "REPORTED AS FACT",
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "POSSIBLE",
)
WIDTH, STRIDE = 510, 380
"""Pieces of a window without the marks around it, and after how many the next begins."""
NOTHING = -9.0
"""What the parts of a text that are not there say of it."""

Mentions = NDArray[np.int64]
"""Rows of a phrase, a window, and the first and the last piece of a mention in it."""


@dataclass(frozen=True)
class Told:
    """What the network says: log odds of the text's types and counts, and of each phrase's roles, types, confidence.

    `text` [5 + 6]: `TYPES`, then for each of `MANY` the `COUNTS`. `roles` [phrases, 5], `kinds` [phrases, 5 roles, 5
    types], `confidence` [phrases, 5].
    """

    text: Array
    roles: Array
    kinds: Array
    confidence: Array


class Network:
    """The encoder with its changes, and the heads."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self._encoder = Encoder(weights)
        self._heads = {name: (weights[f"{name}.weight"], weights[f"{name}.bias"]) for name in HEADS}

    def __call__(self, words: Words, phrases: Sequence[Phrase]) -> Told:
        """What is told of a text and its phrases."""
        windows = windows_of(words)
        states = [self._encoder(*window_arrays(words, *window)[:2]) for window in windows]
        text = np.full(len(self._heads["doc"][1]), NOTHING, dtype=np.float32)
        for each in states:
            text = np.maximum(text, gelu(self._head("doc", each)).max(axis=0))
        found = mentions_of(words, windows, phrases)
        seen = np.array([_span(states[window], first, last) for _, window, first, last in found])
        hidden = gelu(self._head("span", seen) + self._head("ctx", text))
        hidden = gelu(self._head("mid", hidden)) + hidden
        owners = found[:, 0]
        return Told(
            self._head("types", text),
            _together(self._head("roles", hidden), owners, len(phrases)),
            _mean(self._head("kinds", hidden), owners, len(phrases)).reshape(-1, len(ROLES), len(TYPES)),
            _mean(self._head("conf", hidden), owners, len(phrases)),
        )

    def _head(self, name: str, seen: Array) -> Array:
        weight, bias = self._heads[name]
        out: Array = seen @ weight.T + bias
        return out


HEADS = ("doc", "types", "span", "ctx", "mid", "roles", "kinds", "conf")


def unpacked(path: Path) -> dict[str, Array]:
    """The weights of the file by name; what is kept in 8 bits has a scale for each row."""
    with np.load(path) as held:
        return {
            name: held[name].astype(np.float32) * held[f"{name} scale"] if f"{name} scale" in held else held[name]
            for name in held.files
            if not name.endswith(" scale")
        }


@cache
def network() -> Network:
    """The network with its weights, read at first use."""
    return Network(unpacked(WEIGHTS))


@cache
def word_pieces() -> WordPieces:
    """What cuts texts for it."""
    return WordPieces({piece: number for number, piece in enumerate(shipped().card["vocabulary"])})


def windows_of(words: Words) -> list[tuple[int, int]]:
    """Ranges of words of at most `WIDTH` pieces that overlap, so that each mention has room around it in one."""
    before = np.cumsum([0, *map(len, words.pieces)])
    found: list[tuple[int, int]] = []
    start, last = 0, 0
    while last < len(words):
        last = max(int(np.searchsorted(before, before[start] + WIDTH, side="right")) - 1, start + 1)
        found.append((start, last))
        start = max(int(np.searchsorted(before, before[start] + STRIDE, side="right")) - 1, start + 1)
    return found


def mentions_of(words: Words, windows: Sequence[tuple[int, int]], phrases: Sequence[Phrase]) -> Mentions:
    """Where the phrases are mentioned, each mention in the window with most room around it.

    A phrase that is nowhere whole stands at the beginning of the text.
    """
    starts, ends = (np.array(side, dtype=np.int64) for side in zip(*words.spans, strict=True))
    before = np.cumsum([0, *map(len, words.pieces)])
    out: list[tuple[int, int, int, int]] = []
    for number, phrase in enumerate(phrases):
        places = []
        for start, end in phrase.mentions:
            first = int(np.searchsorted(ends, start, side="right"))
            last = max(int(np.searchsorted(starts, end)) - 1, first)
            room = [(_room(before, windows, at, first, last), -at) for at in range(len(windows))]
            most, at = max(room)
            if most >= 0:
                opening = before[windows[-at][0]] - 1
                places.append((number, -at, int(before[first] - opening), int(before[last + 1] - opening) - 1))
        out += places or [(number, 0, 1, 1)]
    return np.array(out, dtype=np.int64).reshape(-1, 4)


def _room(before: NDArray[np.int64], windows: Sequence[tuple[int, int]], at: int, first: int, last: int) -> int:
    """How many pieces of a window stand around words, the ends of the text apart; less than none outside it."""
    start, end = windows[at]
    if not start <= first <= last < end:
        return -1
    far = int(before[-1])
    left = int(before[first] - before[start]) if at else far
    right = int(before[end] - before[last + 1]) if at + 1 < len(windows) else far
    return min(left, right)


def _span(states: Array, first: int, last: int) -> Array:
    return np.concatenate([states[first], states[last], states[first : last + 1].mean(axis=0)])


def _together(rows: Array, owners: NDArray[np.int64], count: int) -> Array:
    """The odds of the mentions of each phrase, summed."""
    out = np.full((count, rows.shape[1]), -np.inf, dtype=np.float32)
    np.logaddexp.at(out, owners, rows)
    return out


def _mean(rows: Array, owners: NDArray[np.int64], count: int) -> Array:
    out = np.zeros((count, rows.shape[1]), dtype=np.float32)
    np.add.at(out, owners, rows)
    return out / np.bincount(owners, minlength=count).astype(np.float32)[:, None]

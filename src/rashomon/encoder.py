"""The small trained network, the only room with onnxruntime: text in, scores of every word out.

`Encoder` loads the one model file when it is first used, checks its hash, and runs it over windows of a text, one at a
time and without padding, so that a text gets the same scores whatever else is read with it. What a score means
(who said what, which name) does not belong here, nor do spaCy or thresholds.
"""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ModelError
from rashomon.wordpieces import Flags, WordPieces, Words

Array = NDArray[np.float32]
START, END = 101, 102
"""The pieces that stand before and after a window: [CLS] and [SEP]."""

WINDOW = 160
"""Pieces of a window. Wider windows found no more on dev, and attention costs by the square."""

MODEL = Path(__file__).parent / "data/encoder.onnx"
SHA256 = "b5f9828d1d8f32a343a023151e673087f123c566b7839ffef3d2be2dff0ce354"
"""Of the file that this version of the package was made with."""


WordSpan = tuple[int, int]
"""A range of words, [first, last)."""


@dataclass(frozen=True)
class Tags:
    """The tags of one task: tag 2k + 1 begins a span of kind k, tag 2k + 2 goes on with it, tag 0 is outside.

    `steps` weighs each tag after each other, inside a paragraph ([0]) and over the end of one ([1]).
    """

    kinds: tuple[str, ...]
    steps: Array

    def spans(self, path: Sequence[int], starts: Collection[int] = ()) -> list[tuple[int, int, str]]:
        """The ranges of words that a path of tags marks, with their kinds; none goes on over one of `starts`."""
        found: list[tuple[int, int, str]] = []
        for word, tag in enumerate(path):
            kind = self.kinds[(tag - 1) // 2] if tag else ""
            goes_on = tag % 2 == 0 and found and found[-1][1] == word and found[-1][2] == kind and word not in starts
            if tag and goes_on:
                found[-1] = (found[-1][0], word + 1, kind)
            elif tag:
                found.append((word, word + 1, kind))
        return found


@dataclass(frozen=True)
class Scores:
    """What the network says of a text: one row a word in each array of `outputs`, and what its tags mean."""

    words: Words
    outputs: dict[str, Array]
    tasks: dict[str, Tags]

    def spans(self, task: str) -> list[tuple[int, int, str]]:
        """The likeliest spans of a task (`names`, say) with their kinds, each in one paragraph."""
        if not len(self.words):
            return []
        tags, starts = self.tasks[task], self.words.starts
        path = best_path(self.outputs[task], tags.steps, starts)
        return tags.spans(path, set(np.flatnonzero(starts).tolist()))

    def characters(self, span: WordSpan) -> tuple[int, int]:
        """A range of words as a range of characters."""
        return self.words.spans[span[0]][0], self.words.spans[span[1] - 1][1]


def windows(words: Words, *, limit: int = WINDOW, start: int = 0) -> list[tuple[int, int]]:
    """Ranges of words of at most `limit` pieces, ending at a paragraph's end where one lies in their last half."""
    before = list(accumulate((len(pieces) for pieces in words.pieces), initial=0))
    found: list[tuple[int, int]] = []
    while start < len(words):
        last = start + 1
        while last < len(words) and before[last + 1] - before[start] <= limit - 2:
            last += 1
        if last < len(words):
            half = before[start] + (before[last] - before[start]) / 2
            last = next(
                (at for at in range(last, start, -1) if words.features[at][2] and before[at] >= half),
                last,
            )
        found.append((start, last))
        start = last
    return found


def best_path(emissions: Array, steps: Array, starts: Flags) -> list[int]:
    """The likeliest tags of a text (Viterbi); `steps` weighs tag after tag, inside a paragraph and over its end."""
    if not len(emissions):
        return []
    score = emissions[0]
    back = np.zeros(emissions.shape, dtype=np.int64)
    columns = np.arange(emissions.shape[1])
    for word in range(1, len(emissions)):
        paths = score[:, None] + steps[int(starts[word])]
        back[word] = paths.argmax(axis=0)
        score = paths[back[word], columns] + emissions[word]
    tags = [int(score.argmax())]
    for word in range(len(emissions) - 1, 0, -1):
        tags.append(int(back[word, tags[-1]]))
    return tags[::-1]


class Encoder:
    """The network in one file. Nothing is opened before the first text is read."""

    def __init__(self, path: Path, *, sha256: str | None = None, threads: int = 1) -> None:
        self.path, self.sha256, self.threads = path, sha256, threads

    @cached_property
    def _session(self) -> Any:
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise ModelError(f"the encoder {self.path} cannot be read; reinstall rashomon") from error
        found = hashlib.sha256(content).hexdigest()
        if self.sha256 is not None and found != self.sha256:
            raise ModelError(f"the encoder {self.path.name} is not the pinned one ({found[:12]}); reinstall rashomon")
        import onnxruntime  # noqa: PLC0415  takes a while, and not every command reads

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    @cached_property
    def card(self) -> dict[str, Any]:
        """What stands beside the weights: labels, tag steps, vocabulary."""
        held: dict[str, Any] = json.loads(self._session.get_modelmeta().custom_metadata_map["rashomon"])
        return held

    @cached_property
    def _pieces(self) -> WordPieces:
        return WordPieces({piece: number for number, piece in enumerate(self.card["vocabulary"])})

    @cached_property
    def tasks(self) -> dict[str, Tags]:
        """The tags of each task."""
        steps = self.card["steps"]
        return {
            task: Tags(tuple(kinds), np.array(steps[task], dtype=np.float32))
            for task, kinds in self.card["tasks"].items()
        }

    def read(self, text: str, paragraphs: Collection[int] | None = None) -> Scores:
        """The scores of every word of `text`.

        `paragraphs` are the offsets where one starts; by default every line is one.
        """
        words = self._pieces.cut(text, paragraphs)
        return Scores(words, joined([self._run(words, *window) for window in windows(words)]), self.tasks)

    def _run(self, words: Words, first: int, last: int) -> dict[str, Array]:
        pieces, features, firsts = window_arrays(words, first, last)
        held = {"pieces": np.array(pieces), "features": np.array(features), "firsts": np.array(firsts)}
        names = [output.name for output in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, held), strict=True))


@lru_cache(maxsize=1)
def shipped(threads: int = 1) -> Encoder:
    """The encoder that comes with the package; one for the whole process."""
    return Encoder(MODEL, sha256=SHA256, threads=threads)


def window_arrays(words: Words, first: int, last: int) -> tuple[list[int], list[tuple[int, int, int]], list[int]]:
    """Pieces, features of each piece, and the place of each word's first piece, of the words [first, last)."""
    pieces, features, firsts = [START], [(0, 0, 0)], []
    for word in range(first, last):
        firsts.append(len(pieces))
        pieces.extend(words.pieces[word])
        features.extend([words.features[word]] * len(words.pieces[word]))
    return [*pieces, END], [*features, (0, 0, 0)], firsts


def joined(parts: Sequence[dict[str, Array]]) -> dict[str, Array]:
    """The rows of windows that follow each other in one table each."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]} if parts else {}

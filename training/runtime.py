"""The small trained network, the only room with onnxruntime: text in, scores of every word out.

`Encoder` loads the one model file when it is first used, checks its hash, and runs it over windows of a text, one at a
time and without padding, so that a text gets the same scores whatever else is read with it. What a score means
(who said what, which name) does not belong here, nor do spaCy or thresholds.
"""

import hashlib
import importlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ModelError

Array = NDArray[np.float32]
Flags = NDArray[np.bool_]

LOWER, TITLE, UPPER = range(3)
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
FEATURES = (3, 4, 2)
"""How many values the case, the quotation and the paragraph start of a word have."""

START, END = 101, 102
"""The pieces that stand before and after a window: [CLS] and [SEP]."""

WINDOW, OVERLAP = 320, 96
"""Pieces of a window, and of the paragraphs that the next one reads again."""

_OPENERS, _CLOSERS = "“„«", "”»"


@dataclass(frozen=True)
class Words:
    """A text cut into words: offsets, word pieces, (case, quotation, paragraph start) and paragraph number of each."""

    text: str
    spans: list[tuple[int, int]]
    pieces: list[list[int]]
    features: list[tuple[int, int, int]]
    paragraphs: list[int]

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def starts(self) -> Flags:
        """True for the words with which a paragraph starts."""
        return np.array([feature[2] == 1 for feature in self.features], dtype=np.bool_)


@dataclass(frozen=True)
class Scores:
    """What the network says of a text: one row a word in each array of `outputs`."""

    words: Words
    outputs: dict[str, Array]


def cut_words(text: str, tokenizer: Any) -> Words:
    """Cut `text` at white space and punctuation, as BERT does, and mark each word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    spans: list[tuple[int, int]] = []
    pieces: list[list[int]] = []
    last = -1
    for piece, word, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        if word == last:
            pieces[-1].append(piece)
            spans[-1] = (spans[-1][0], end)
        else:
            pieces.append([piece])
            spans.append((start, end))
            last = word
    starts = _paragraph_starts(text, spans)
    quotation = _quotation(text, spans, starts)
    features = [
        (_case(text[start:end]), state, int(first))
        for (start, end), state, first in zip(spans, quotation, starts, strict=True)
    ]
    return Words(text, spans, pieces, features, [number - 1 for number in accumulate(starts, initial=0)][1:])


def _case(word: str) -> int:
    """Lower, Title or UPPER; a single capital counts as Title."""
    if not word[:1].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def _paragraph_starts(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """True for each word that is the first after a line break, and for the first word of all."""
    ends = [0, *(end for _, end in spans)]
    return [number == 0 or "\n" in text[ends[number] : start] for number, (start, _) in enumerate(spans)]


def _quotation(text: str, spans: Sequence[tuple[int, int]], starts: Sequence[bool]) -> list[int]:
    """Whether each word opens, stands in, or closes double quotation marks; every paragraph starts outside."""
    states: list[int] = []
    inside = False
    for (start, end), first in zip(spans, starts, strict=True):
        word = text[start:end]
        inside = inside and not first
        if word in _OPENERS:
            inside = True
            states.append(OPENING)
        elif word in _CLOSERS:
            inside = False
            states.append(CLOSING)
        elif word == '"' or text[start : start + 2] in ("''", "``"):
            inside = not inside
            states.append(OPENING if inside else CLOSING)
        elif word in "'`" and text[start - 1 : start + 1] in ("''", "``"):
            states.append(states[-1])
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states


def windows(words: Words, *, limit: int = WINDOW, overlap: int = OVERLAP, start: int = 0) -> list[tuple[int, int]]:
    """Ranges of words of at most `limit` pieces, ending at a paragraph's end where one lies in their last half.

    The next window begins with the paragraphs (or words) of the last `overlap` pieces again.
    """
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
        if last >= len(words):
            break
        start = max(_step_back(words, before, last, overlap), start + 1)
    return found


def _step_back(words: Words, before: Sequence[int], last: int, overlap: int) -> int:
    """The first word of the paragraphs that make up the last `overlap` pieces before word `last`."""
    word = last
    while word > 0 and before[last] - before[word - 1] <= overlap:
        word -= 1
    return next((at for at in range(word, last) if words.features[at][2]), word)


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


def tag_spans(tags: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, int, str]]:
    """The ranges of words that tags mark: tag 2k + 1 begins a span of kind k, tag 2k + 2 goes on with it."""
    found: list[tuple[int, int, str]] = []
    for word, tag in enumerate(tags):
        kind = kinds[(tag - 1) // 2] if tag else ""
        goes_on = tag % 2 == 0 and found and found[-1][1] == word and found[-1][2] == kind
        if tag and goes_on:
            found[-1] = (found[-1][0], word + 1, kind)
        elif tag:
            found.append((word, word + 1, kind))
    return found


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
        runtime = importlib.import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])

    @cached_property
    def card(self) -> dict[str, Any]:
        """What stands beside the weights: labels, tag steps, vocabulary."""
        held: dict[str, Any] = json.loads(self._session.get_modelmeta().custom_metadata_map["rashomon"])
        return held

    @cached_property
    def _tokenizer(self) -> Any:
        vocabulary = {piece: number for number, piece in enumerate(self.card["vocabulary"])}
        parts = importlib.import_module("tokenizers")
        tokenizer = parts.Tokenizer(parts.models.WordPiece(vocabulary, unk_token="[UNK]"))
        tokenizer.normalizer = parts.normalizers.BertNormalizer(lowercase=True)
        tokenizer.pre_tokenizer = parts.pre_tokenizers.BertPreTokenizer()
        return tokenizer

    @cached_property
    def _steps(self) -> dict[str, Array]:
        return {task: np.array(table, dtype=np.float32) for task, table in self.card["steps"].items()}

    def read(self, text: str) -> Scores:
        """The scores of every word of `text`, each from the window in which the word stands furthest from an edge."""
        words = cut_words(text, self._tokenizer)
        parts = [(*window, self._run(words, *window)) for window in windows(words)]
        return Scores(words, join(len(words), parts))

    def _run(self, words: Words, first: int, last: int) -> dict[str, Array]:
        pieces, features, firsts = window_arrays(words, first, last)
        held = {"pieces": np.array(pieces), "features": np.array(features), "firsts": np.array(firsts)}
        names = [output.name for output in self._session.get_outputs()]
        return dict(zip(names, self._session.run(names, held), strict=True))

    def spans(self, scores: Scores, task: str) -> list[tuple[int, int, str]]:
        """The likeliest spans of a task (`attribution`, `names`) with their kind, as ranges of words."""
        if not len(scores.words):
            return []
        tags = best_path(scores.outputs[task], self._steps[task], scores.words.starts)
        return tag_spans(tags, self.card["tasks"][task])


def window_arrays(words: Words, first: int, last: int) -> tuple[list[int], list[tuple[int, int, int]], list[int]]:
    """Pieces, features of each piece, and the place of each word's first piece, of the words [first, last)."""
    pieces, features, firsts = [START], [(0, 0, 0)], []
    for word in range(first, last):
        firsts.append(len(pieces))
        pieces.extend(words.pieces[word])
        features.extend([words.features[word]] * len(words.pieces[word]))
    return [*pieces, END], [*features, (0, 0, 0)], firsts


def join(count: int, parts: Sequence[tuple[int, int, dict[str, Array]]]) -> dict[str, Array]:
    """One row a word out of overlapping windows."""
    depth = np.full(count, -1)
    joined: dict[str, Array] = {}
    for first, last, held in parts:
        places = np.arange(first, last)
        before = places - first if first else np.full(last - first, count)
        after = last - 1 - places if last < count else np.full(last - first, count)
        better = np.minimum(before, after) > depth[first:last]
        depth[places[better]] = np.minimum(before, after)[better]
        for name, rows in held.items():
            table = joined.setdefault(name, np.zeros((count, rows.shape[1]), dtype=np.float32))
            table[places[better]] = rows[better]
    return joined

"""Cuts examples into windows and windows into batches of tensors.

In: examples. Out: `Batch`es. The same seed and epoch give the same batches, so that a run can resume inside an epoch.
Corpora, losses and decoding do not belong here.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.corpora import Example
from training.words import Text

START, END = 101, 102  # [CLS] and [SEP] of the BERT vocabulary


@dataclass(frozen=True)
class Window:
    """The words [first, last) of an example."""

    example: Example
    first: int
    last: int

    @property
    def length(self) -> int:
        """Pieces of the window with the two marks around it."""
        return 2 + sum(len(self.example.text.pieces[word]) for word in range(self.first, self.last))


@dataclass(frozen=True)
class Batch:
    """Tensors of windows of one task, padded."""

    task: str
    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor  # true where a word stands
    paragraphs: Tensor
    allowed: Tensor  # [rows, words] bit masks
    group: Tensor
    role: Tensor


def cut(text: Text, limit: int, start: int = 0, overlap: int = 0) -> list[tuple[int, int]]:
    """Windows of whole words of at most `limit` pieces that end at a paragraph's end where one is in their last half.

    With `overlap`, the next window begins with the paragraphs of the last `overlap` pieces again.
    """
    room, windows = limit - 2, []
    sizes = [len(pieces) for pieces in text.pieces]
    while start < len(text):
        last, used = start, 0
        while last < len(text) and (used + sizes[last] <= room or last == start):
            used += sizes[last]
            last += 1
        if last < len(text):
            ends = [word for word in range(start + 1, last + 1) if text.features[word][2]]
            late = [word for word in ends if sum(sizes[start:word]) * 2 >= used]
            last = late[-1] if late else last
        windows.append((start, last))
        if last >= len(text):
            break
        start = max(step_back(text, last, overlap), start + 1)
    return windows


def step_back(text: Text, last: int, overlap: int) -> int:
    """The first word of the paragraphs that make up the last `overlap` pieces before word `last`."""
    word, used = last, 0
    while overlap and word > 0 and used + len(text.pieces[word - 1]) <= overlap:
        word -= 1
        used += len(text.pieces[word])
    return next((place for place in range(word, last) if text.features[place][2]), word)


def epoch_batches(examples: Sequence[Example], *, limit: int, pieces: int, seed: int, epoch: int) -> list[list[Window]]:
    """All windows of an epoch in batches of one task and about `pieces` pieces, in an order given by seed and epoch."""
    chance = random.Random(f"{seed}-{epoch}")
    windows: dict[str, list[Window]] = {}
    for example in examples:
        if example.task == "attribution":
            short = chance.randrange(limit // 3, limit + 1)
            first = cut(example.text, short)[0][1]
            bounds = [(0, first), *cut(example.text, limit, first)]
        else:
            bounds = cut(example.text, limit)
        windows.setdefault(example.task, []).extend(Window(example, *bound) for bound in bounds if bound[1] > bound[0])
    batches = []
    for found in windows.values():
        chance.shuffle(found)
        pool = 64 * max(1, pieces // limit)
        for place in range(0, len(found), pool):
            batches.extend(fill(sorted(found[place : place + pool], key=lambda window: window.length), pieces))
    chance.shuffle(batches)
    return batches


def fill(windows: Sequence[Window], pieces: int) -> list[list[Window]]:
    """Windows in their order, in lots whose padded size stays within `pieces`."""
    lots: list[list[Window]] = []
    widest = 0
    for window in windows:
        widest = max(widest, window.length)
        if not lots or widest * (len(lots[-1]) + 1) > pieces:
            lots.append([])
            widest = window.length
        lots[-1].append(window)
    return lots


def stack(windows: Sequence[Window]) -> Batch:
    """The tensors of some windows of one task."""
    rows, width = len(windows), max(window.length for window in windows)
    words = max(window.last - window.first for window in windows)
    pieces = torch.zeros(rows, width, dtype=torch.long)
    features = torch.zeros(rows, width, 3, dtype=torch.long)
    mask = torch.zeros(rows, width, dtype=torch.bool)
    firsts = torch.zeros(rows, words, dtype=torch.long)
    present = torch.zeros(rows, words, dtype=torch.bool)
    paragraphs = torch.zeros(rows, words, dtype=torch.long)
    allowed = torch.ones(rows, words, dtype=torch.long)
    group = torch.full((rows, words), -1)
    role = torch.full((rows, words), -1)
    for row, window in enumerate(windows):
        text, first, last = window.example.text, window.first, window.last
        ids, marks, places = [START], [(0, 0, 0)], []
        for word in range(first, last):
            places.append(len(ids))
            ids.extend(text.pieces[word])
            marks.extend([text.features[word]] * len(text.pieces[word]))
        ids, marks = [*ids, END], [*marks, (0, 0, 0)]
        count = last - first
        pieces[row, : len(ids)] = torch.tensor(ids)
        features[row, : len(ids)] = torch.tensor(marks)
        mask[row, : len(ids)] = True
        firsts[row, :count] = torch.tensor(places)
        present[row, :count] = True
        paragraphs[row, :count] = torch.tensor(text.paragraphs[first:last])
        allowed[row, :count] = torch.tensor(window.example.allowed[first:last])
        if window.example.group:
            group[row, :count] = torch.tensor(window.example.group[first:last])
            role[row, :count] = torch.tensor(window.example.role[first:last])
    task = windows[0].example.task
    return Batch(task, pieces, features, mask, firsts, present, paragraphs, allowed, group, role)

"""Cuts examples into windows and windows into batches of tensors.

In: examples. Out: `Batch`es. The same seed and epoch give the same batches, so that a run can resume inside an epoch.
Corpora, losses and decoding do not belong here.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from rashomon.encoder import window_arrays, windows
from training.corpora import Example


@dataclass(frozen=True)
class Window:
    """The words [first, last) of an example."""

    example: Example
    first: int
    last: int

    @property
    def length(self) -> int:
        """Pieces of the window with the two marks around it."""
        return 2 + sum(len(self.example.words.pieces[word]) for word in range(self.first, self.last))


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
    soft: Tensor  # [rows, words, tags]; no tags where nothing is known
    trust: Tensor  # [rows]


def epoch_batches(
    examples: Sequence[Example], *, limit: int, pieces: int, seed: int, epoch: int, share: float = 1.0
) -> list[list[Window]]:
    """The windows of an epoch in batches of one task and about `pieces` pieces, in an order given by seed and epoch.

    All windows of attributions are used, and the given share of those of names.
    """
    chance = random.Random(f"{seed}-{epoch}")
    held: dict[str, list[Window]] = {}
    for example in examples:
        if example.task == "attribution":
            short = chance.randrange(limit // 3, limit + 1)
            first = windows(example.words, limit=short)[0][1]
            bounds = [(0, first), *windows(example.words, limit=limit, start=first)]
        else:
            bounds = windows(example.words, limit=limit)
        held.setdefault(example.task, []).extend(Window(example, *bound) for bound in bounds if bound[1] > bound[0])
    batches = []
    for task, found in held.items():
        chance.shuffle(found)
        if task != "attribution":
            del found[round(share * len(found)) :]
        pool = 64 * max(1, pieces // limit)
        for place in range(0, len(found), pool):
            batches.extend(fill(sorted(found[place : place + pool], key=lambda window: window.length), pieces))
    chance.shuffle(batches)
    return batches


def fill(lined_up: Sequence[Window], pieces: int) -> list[list[Window]]:
    """Windows in their order, in lots whose padded size stays within `pieces`."""
    lots: list[list[Window]] = []
    widest = 0
    for window in lined_up:
        widest = max(widest, window.length)
        if not lots or widest * (len(lots[-1]) + 1) > pieces:
            lots.append([])
            widest = window.length
        lots[-1].append(window)
    return lots


def stack(lot: Sequence[Window]) -> Batch:
    """The tensors of some windows of one task."""
    rows, width = len(lot), max(window.length for window in lot)
    words = max(window.last - window.first for window in lot)
    pieces = torch.zeros(rows, width, dtype=torch.long)
    features = torch.zeros(rows, width, 3, dtype=torch.long)
    mask = torch.zeros(rows, width, dtype=torch.bool)
    firsts = torch.zeros(rows, words, dtype=torch.long)
    present = torch.zeros(rows, words, dtype=torch.bool)
    paragraphs = torch.zeros(rows, words, dtype=torch.long)
    allowed = torch.ones(rows, words, dtype=torch.long)
    group = torch.full((rows, words), -1)
    role = torch.full((rows, words), -1)
    known = [window.example.soft for window in lot]
    soft = torch.zeros(rows, words, max((share.shape[1] for share in known if share is not None), default=0))
    trust = torch.tensor([window.example.trust for window in lot])
    for row, window in enumerate(lot):
        held, first, last = window.example.words, window.first, window.last
        ids, marks, places = window_arrays(held, first, last)
        count = last - first
        pieces[row, : len(ids)] = torch.tensor(ids)
        features[row, : len(ids)] = torch.tensor(marks)
        mask[row, : len(ids)] = True
        firsts[row, :count] = torch.tensor(places)
        present[row, :count] = True
        paragraphs[row, :count] = torch.tensor(held.paragraphs[first:last])
        allowed[row, :count] = torch.tensor(window.example.allowed[first:last])
        if window.example.group:
            group[row, :count] = torch.tensor(window.example.group[first:last])
            role[row, :count] = torch.tensor(window.example.role[first:last])
        if (share := window.example.soft) is not None:
            soft[row, :count] = torch.from_numpy(share[first:last])
    task = lot[0].example.task
    return Batch(task, pieces, features, mask, firsts, present, paragraphs, allowed, group, role, soft, trust)

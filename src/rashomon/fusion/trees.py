"""Boosted trees (Friedman 2001) as plain data: features in, log-odds out, and what each feature did to them.

In: a file of trees as training/fusion.py writes it, and numbers by name; a feature that is not given is 0. Out: the
parts of their sum. What a feature does is told by the way through the trees: at every fork the change of what is
expected is put down to the feature asked there (Saabas 2014), so that the parts sum up to the whole.

All forks of all trees are asked at once (QuickScorer, Lucchese et al. 2015): each that sends a case to the right takes
the leaves under its left side away, and of what stays in a tree the leftmost leaf is where the case ends.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from math import exp, fsum
from typing import Any

import numpy as np
from numpy.typing import NDArray

_LEAF = -1
_MOST = 64
"""Leaves of a tree: one bit for each."""
_Fork = tuple[int, float, int, int, float]
"""Feature, threshold, next node up to the threshold and above it, what is expected here."""
_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trees:
    """The names of the features, where the sum begins, and the forks and leaves of all trees, tree by tree.

    `features`, `thresholds`, `masks`: what is asked at each fork, and the leaves that are left above the threshold.
    `first_forks`, `first_leaves`: of each tree. `parts_of_leaves`: what each feature adds on the way to each leaf.
    """

    names: tuple[str, ...]
    start: float
    features: NDArray[np.intp]
    thresholds: _Numbers
    masks: NDArray[np.uint64]
    first_forks: NDArray[np.intp]
    first_leaves: NDArray[np.intp]
    parts_of_leaves: _Numbers
    sums_of_leaves: _Numbers

    def odds(self, given: Mapping[str, float]) -> float:
        """The log-odds."""
        return self.start + fsum(self.sums_of_leaves[self._leaves(given)].tolist())

    def parts(self, given: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log-odds; under "" what stands without any."""
        sums = self.parts_of_leaves[self._leaves(given)].T.tolist()
        parts = {name: fsum(adds) for name, adds in zip(self.names, sums, strict=True)}
        return {"": self.start, **{name: part for name, part in parts.items() if part}}

    def _leaves(self, given: Mapping[str, float]) -> NDArray[np.intp]:
        """The leaf of each tree where a case ends."""
        values = np.array([given.get(name, 0.0) for name in self.names])
        left = np.where(values[self.features] <= self.thresholds, ~np.uint64(0), self.masks)
        left = np.bitwise_and.reduceat(left, self.first_forks)
        first = np.log2((left & (~left + np.uint64(1))).astype(np.float64)).astype(np.intp)
        return self.first_leaves + first


def read(file: Traversable) -> tuple[Trees, dict[str, Any]]:
    """The trees of a file, and what else stands in it."""
    return parsed(json.loads(file.read_text(encoding="utf-8")))


def parsed(table: Mapping[str, Any]) -> tuple[Trees, dict[str, Any]]:
    """The trees of a table, and what else stands in it."""
    rest = dict(table)
    names, start, trees = tuple(rest.pop("features")), rest.pop("start"), rest.pop("trees")
    forks: list[tuple[int, float, int]] = []
    leaves: list[dict[int, float]] = []
    firsts: list[tuple[int, int]] = []
    for tree in trees:
        firsts.append((len(forks), len(leaves)))
        ends = list(_ends(tree, 0, {}))
        assert len(ends) <= _MOST
        forks += [(0, np.inf, 0), *_forks(tree, ends)]
        leaves += [parts for _, parts in ends]
    parts = np.array([[each.get(feature, 0.0) for feature in range(len(names))] for each in leaves])
    made = Trees(
        names=names,
        start=fsum([start, *(tree[0][-1] for tree in trees)]),
        features=np.array([feature for feature, _, _ in forks], np.intp),
        thresholds=np.array([threshold for _, threshold, _ in forks]),
        masks=np.array([mask for _, _, mask in forks], np.uint64),
        first_forks=np.array([first for first, _ in firsts], np.intp),
        first_leaves=np.array([first for _, first in firsts], np.intp),
        parts_of_leaves=parts,
        sums_of_leaves=np.array([fsum(each) for each in parts.tolist()]),
    )
    return made, rest


def _ends(tree: Sequence[_Fork], at: int, parts: Mapping[int, float]) -> Iterator[tuple[int, dict[int, float]]]:
    """The leaves under a node from left to right, with what each feature adds on the way there from the root."""
    feature, _, low, high, expected = tree[at]
    if feature == _LEAF:
        yield at, dict(parts)
        return
    for after in (low, high):
        yield from _ends(tree, after, {**parts, feature: parts.get(feature, 0.0) + tree[after][-1] - expected})


def _forks(tree: Sequence[_Fork], ends: Sequence[tuple[int, Mapping[int, float]]]) -> Iterator[tuple[int, float, int]]:
    """Feature and threshold of each fork, and the leaves that are left for a case above the threshold."""
    bits = {leaf: 1 << at for at, (leaf, _) in enumerate(ends)}
    for feature, threshold, low, _, _ in tree:
        if feature != _LEAF:
            yield feature, threshold, ~sum(bits[leaf] for leaf, _ in _ends(tree, low, {})) & (1 << _MOST) - 1


def chance(odds: float) -> float:
    """Log-odds as a chance, 0..1, to four digits."""
    return round(1 / (1 + exp(-min(max(odds, -30.0), 30.0))), 4)

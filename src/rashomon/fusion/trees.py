"""Boosted trees (Friedman 2001) as plain data: features in, log-odds out, and what each feature did to them.

In: a file of trees as training/fusion.py writes it, and numbers by name; a feature that is not given is 0. Out: the
parts of their sum. What a feature does is told by the way through the trees: at every fork the change of what is
expected is put down to the feature asked there (Saabas 2014), so that the parts sum up to the whole.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from math import exp
from typing import Any

_LEAF = -1
_Fork = tuple[int, float, int, int, float]
"""Feature, threshold, next node up to the threshold and above it, what is expected here."""


@dataclass(frozen=True, slots=True)
class Trees:
    """The trees, the first node of each being its root; the names of the features; where the sum begins."""

    names: tuple[str, ...]
    start: float
    trees: tuple[tuple[_Fork, ...], ...]

    def parts(self, given: Mapping[str, float]) -> dict[str, float]:
        """What each feature adds to the log-odds; under "" what stands without any."""
        values = [given.get(name, 0.0) for name in self.names]
        sums = [0.0] * len(values)
        total = self.start
        for tree in self.trees:
            feature, threshold, low, high, expected = tree[0]
            total += expected
            while feature != _LEAF:
                asked = feature
                feature, threshold, low, high, here = tree[low if values[feature] <= threshold else high]
                sums[asked] += here - expected
                expected = here
        return {"": total, **{name: part for name, part in zip(self.names, sums, strict=True) if part}}


def read(file: Traversable) -> tuple[Trees, dict[str, Any]]:
    """The trees of a file, and what else stands in it."""
    return parsed(json.loads(file.read_text(encoding="utf-8")))


def parsed(table: Mapping[str, Any]) -> tuple[Trees, dict[str, Any]]:
    """The trees of a table, and what else stands in it."""
    rest = dict(table)
    forks = tuple(tuple((f, t, low, high, here) for f, t, low, high, here in tree) for tree in rest.pop("trees"))
    return Trees(tuple(rest.pop("features")), rest.pop("start"), forks), rest


def chance(odds: float) -> float:
    """Log-odds as a chance, 0..1, to four digits."""
    return round(1 / (1 + exp(-min(max(odds, -30.0), 30.0))), 4)

"""What the MUC-4 view has learned, as plain numbers: regressions over hashed features, second steps over few numbers.

In: features or numbers. Out: probabilities. What they are probabilities of does not belong here.
"""

import base64
import math
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.fusion import trees

LENGTH = 6.0
"""The length that every vector of features is given."""
_EDGE = 1e-4

Vector = NDArray[np.float64]


class Hashed:
    """Several logistic regressions over the same hashed features."""

    def __init__(self, row: dict[str, Any]) -> None:
        names: list[str] = row["names"]
        self.names = tuple(names)
        packed = np.frombuffer(base64.b64decode(row["weights"]), dtype=np.int8)
        self._weights = packed.reshape(len(names), -1)
        self._scale = np.array(row["scale"])
        self._bias = np.array(row["bias"])

    def __call__(self, features: Iterable[str]) -> Vector:
        """The probability of each name."""
        places = buckets(features, self._weights.shape[1])
        sums = self._weights[:, places].sum(axis=1, dtype=np.int64) * self._scale
        return probability(sums * (LENGTH / math.sqrt(max(len(places), 1))) + self._bias)


def buckets(features: Iterable[str], size: int) -> list[int]:
    """The places of features in a table, each once, in order."""
    return sorted({zlib.crc32(feature.encode()) % size for feature in features})


def probability(scores: Vector) -> Vector:
    """The logistic function."""
    return 1.0 / (1.0 + np.exp(-scores))


def odds(share: float) -> float:
    """The logarithm of the odds, within bounds."""
    bounded = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(bounded / (1 - bounded))


class Line:
    """A logistic regression over a few numbers."""

    def __init__(self, row: dict[str, Any]) -> None:
        self._weights = np.array(row["weights"])
        self._bias = row["bias"]

    def __call__(self, numbers: Sequence[float]) -> float:
        """The probability, of as many numbers as there are weights."""
        return float(probability(np.asarray(numbers[: len(self._weights)]) @ self._weights + self._bias))


class Second:
    """The mean of a logistic regression and of boosted trees over a few numbers; the former may see fewer of them."""

    def __init__(self, row: dict[str, Any]) -> None:
        self._line = Line(row["line"])
        self._trees, _ = trees.parsed(row["trees"])

    def __call__(self, numbers: Sequence[float]) -> float:
        """The probability."""
        forks = self._trees.odds(dict(zip(self._trees.names, numbers, strict=True)))
        return (self._line(numbers) + float(probability(np.array(forks)))) / 2

"""How near two words are in meaning: "slay" and "murder" are, "murder" and "meet" are not.

In: stems. Out: the cosine of their vectors. The vectors (data/senses.npz) are those that all-mpnet-base-v2 (Song et al.
2020, Apache 2.0) gives for single words, cut down to their main axes by training/fusion.py, in whole numbers, so that
the result is the same on every machine.
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from math import sqrt

import numpy as np


def near(left: str, right: str) -> float:
    """-1..1; 0 where a word is not known."""
    vectors = _vectors()
    one, two = vectors.get(left), vectors.get(right)
    return 0.0 if one is None or two is None else _cosine(one, two)


@cache
def _vectors() -> dict[str, tuple[int, ...]]:
    with files("rashomon.fusion").joinpath("data/senses.npz").open("rb") as file:
        table = np.load(file, allow_pickle=False)
        words: Iterable[str] = table["words"].tolist()
        return dict(zip(words, map(tuple, table["vectors"].astype(int).tolist()), strict=True))


def _cosine(one: tuple[int, ...], two: tuple[int, ...]) -> float:
    product = sum(a * b for a, b in zip(one, two, strict=True))
    length = sum(a * a for a in one) * sum(b * b for b in two)
    return round(product / sqrt(length), 3) if length else 0.0

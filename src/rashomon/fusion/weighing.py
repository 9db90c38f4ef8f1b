"""How much a word says: the rarer in news pages, the heavier (inverse page frequency, Sparck Jones 1972).

In: stems. Out: their weights, 0..1, and the likeness of weighted words. The counts (data/frequencies.json) are made by
training/fusion.py from the train parts of the public corpora; the weight of a word hangs on no page of a case.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from math import fsum, log, sqrt

Weighted = Mapping[str, float]


@lru_cache(maxsize=100_000)
def weight(word: str) -> float:
    """0 for a word that is in every page, 1 for one that is in none."""
    pages, counts = _frequencies()
    return log(pages / min(max(counts.get(word, 0), 1), pages)) / log(pages)


def heaviest(words: Iterable[str], most: int) -> tuple[tuple[str, float], ...]:
    """The words of a text that say most about it, by weight and number, sorted; their squares sum up to 1."""
    counts = Counter(words)
    weighed = {word: (1 + log(count)) * weight(word) for word, count in counts.items()}
    kept = sorted(weighed, key=lambda word: (-weighed[word], word))[:most]
    length = sqrt(fsum(weighed[word] ** 2 for word in kept))
    return tuple((word, round(weighed[word] / length, 3)) for word in sorted(kept)) if length else ()


def cosine(left: Weighted, right: Weighted) -> float:
    """The likeness of two lists from `heaviest`."""
    if len(right) < len(left):
        left, right = right, left
    return fsum(share * right[word] for word, share in left.items() if word in right)


def overlap(left: Iterable[str], right: Iterable[str]) -> float:
    """The likeness of two sets of words by their weights: 2 |A and B| / (|A| + |B|)."""
    one, two = set(left), set(right)
    total = fsum(map(weight, one)) + fsum(map(weight, two))
    return 2 * fsum(map(weight, one & two)) / total if total else 0.0


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    table = json.loads(files("rashomon.fusion").joinpath("data/frequencies.json").read_text(encoding="utf-8"))
    return table["pages"], table["words"]

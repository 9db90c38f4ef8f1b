"""The measures of coreference, from their definitions: MUC, B3, CEAF-e, and their mean, the CoNLL score.

In: for each document the keyed chains and the found ones, each a collection of mentions (anything hashable). Out:
recall, precision and F1 over all documents together. What a mention is belongs to coreference.

MUC (Vilain et al. 1995) counts links; B3 (Bagga and Baldwin 1998) shares of chains, mention by mention; CEAF-e (Luo
2005) the best one-to-one pairing of chains under phi-4 = 2 |K and R| / (|K| + |R|).
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Chain = frozenset[Hashable]
Chains = Sequence[Chain]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall, precision and their harmonic mean."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


Ratio = tuple[float, float]
"""What was right, out of how much."""
Documents = Sequence[tuple[Chains, Chains]]


def muc(documents: Documents) -> Score:
    """Links that are needed and found."""
    return _score(documents, _links)


def b_cubed(documents: Documents) -> Score:
    """For each mention, the share of its chain that is found with it."""
    return _score(documents, _shares)


def ceaf_e(documents: Documents) -> Score:
    """The likeness of chains that are paired one to one."""
    likeness = [_pairing(key, found) for key, found in documents]
    keyed = sum(len(key) for key, _ in documents)
    found = sum(len(found) for _, found in documents)
    return Score(_divide(sum(likeness), keyed), _divide(sum(likeness), found))


MEASURES: dict[str, Callable[[Documents], Score]] = {"muc": muc, "b3": b_cubed, "ceafe": ceaf_e}


def conll(documents: Documents) -> float:
    """The mean F1 of the three measures."""
    return sum(measure(documents).f1 for measure in MEASURES.values()) / len(MEASURES)


def without_singletons(chains: Iterable[Chain]) -> list[Chain]:
    """The chains of two mentions and more."""
    return [chain for chain in chains if len(chain) > 1]


def _score(documents: Documents, ratio: Callable[[Chains, Chains], Ratio]) -> Score:
    """Recall by the ratio of key to answer, precision by that of answer to key."""
    recall = [ratio(key, found) for key, found in documents]
    precision = [ratio(found, key) for key, found in documents]
    return Score(*(_divide(sum(r for r, _ in each), sum(n for _, n in each)) for each in (recall, precision)))


def _divide(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _places(chains: Chains) -> dict[Hashable, int]:
    return {mention: at for at, chain in enumerate(chains) for mention in chain}


def _links(key: Chains, found: Chains) -> Ratio:
    """A chain of n needs n - 1 links; each part into which the answer cuts it, one more than the first, lacks one."""
    where = _places(found)
    right = needed = 0
    for chain in key:
        missing = sum(mention not in where for mention in chain)
        parts = missing + len({where[mention] for mention in chain if mention in where})
        right, needed = right + len(chain) - parts, needed + len(chain) - 1
    return right, needed


def _shares(key: Chains, found: Chains) -> Ratio:
    where = _places(found)
    total = 0.0
    for chain in key:
        sizes: dict[int, int] = {}
        for mention in chain:
            if mention in where:
                sizes[where[mention]] = sizes.get(where[mention], 0) + 1
        total += sum(size * size for size in sizes.values()) / len(chain)
    return total, sum(map(len, key))


def _pairing(key: Chains, found: Chains) -> float:
    """The greatest sum of likenesses of pairs in which each chain stands at most once."""
    if not key or not found:
        return 0.0
    where = _places(found)
    likeness = np.zeros((len(key), len(found)))
    for row, chain in enumerate(key):
        for mention in chain:
            if mention in where:
                likeness[row, where[mention]] += 1
    sizes = np.add.outer([len(chain) for chain in key], [len(chain) for chain in found])
    likeness = 2 * likeness / sizes
    rows = likeness if len(key) <= len(found) else likeness.T
    return float(sum(rows[row, column] for row, column in enumerate(assign(-rows))))


def assign(cost: np.ndarray) -> list[int]:
    """For each row of a matrix no taller than wide its own column: the least sum of costs (Kuhn, Munkres)."""
    height, width = cost.shape
    above, beside = np.zeros(height + 1), np.zeros(width + 1)
    holder = np.zeros(width + 1, dtype=int)
    for row in range(1, height + 1):
        holder[0], column = row, 0
        least, came = np.full(width + 1, np.inf), np.zeros(width + 1, dtype=int)
        done = np.zeros(width + 1, dtype=bool)
        while holder[column]:
            done[column] = True
            at = holder[column]
            open_ = np.flatnonzero(~done[1:]) + 1
            slack = cost[at - 1, open_ - 1] - above[at] - beside[open_]
            closer = open_[slack < least[open_]]
            least[closer] = slack[slack < least[open_]]
            came[closer] = column
            column = int(open_[np.argmin(least[open_])])
            step = least[column]
            above[holder[done]] += step
            beside[done] -= step
            least[~done] -= step
        while column:
            holder[column], column = holder[came[column]], came[column]
    out = [0] * height
    for column in range(1, width + 1):
        if holder[column]:
            out[holder[column] - 1] = column - 1
    return out

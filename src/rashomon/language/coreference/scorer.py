"""Features to a score: a sum of learned weights.

In: the names of features. Out: a number. The weights (data/coreference.json) are made by training/coreference.py: a
log-linear ranking of antecedents (Durrett and Klein 2013), rounded.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

Weights = Mapping[str, float]


@cache
def weights() -> Weights:
    """The learned weights by feature, read at first use."""
    table: dict[str, float] = json.loads(
        files("rashomon.language").joinpath("data/coreference.json").read_text(encoding="utf-8")
    )
    return table


def score(features: Iterable[str], known: Weights) -> float:
    """The sum of the weights of the features that have one."""
    total = 0.0
    for feature in features:
        total += known.get(feature, 0.0)
    return total

"""What each sign of two names weighs: fitted on the train half of the pairs of `quality.name_pairs`.

    python -m quality.name_weights            prints the table for src/rashomon/fusion/data/weights.toml

Logistic regression in which no sign may weigh against its sense: what two names share never speaks against them, what
they do not share never for them. (Pairs that do not match are chosen by likeness; without the bound, likeness itself
would come to count against.) Pairs that share nothing are left out: no sign speaks of them.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from quality.corpora import DATA
from quality.name_pairs import Pair, entries, half_of, pairs
from rashomon.fusion.alignment import Alignment, align
from rashomon.fusion.compare import SIGNS, comparable
from rashomon.fusion.names import parse

_RIDGE = 1e-3
_STEPS = 4000
_RATE = 0.5
Floats = NDArray[np.float64]


def fit(signs: Floats, match: Floats, senses: Floats) -> Floats:
    """Weights of the signs, and last that of the rest, by projected gradient descent with momentum (Nesterov)."""
    full = np.hstack([signs, np.ones((len(signs), 1))])
    weights = np.zeros(full.shape[1])
    ahead = weights.copy()
    for step in range(_STEPS):
        likely = 1 / (1 + np.exp(-full @ ahead))
        slope = full.T @ (likely - match) / len(full) + _RIDGE * np.append(ahead[:-1], 0.0)
        moved = ahead - _RATE * slope
        moved[:-1] = np.where(moved[:-1] * senses > 0, moved[:-1], 0.0)
        ahead = moved + step / (step + 3) * (moved - weights)
        weights = moved
    return weights


def table(asked: Iterable[Pair], type: str) -> dict[str, float]:
    """The weights for names of this type."""
    made: list[tuple[Alignment, bool]] = [
        (align(parse(p.left, type), parse(p.right, type)), p.match) for p in asked if p.type == type
    ]
    made = [(found, match) for found, match in made if comparable(found)]
    signs = np.array([[getattr(found, sign) for sign in SIGNS] for found, _ in made])
    weights = fit(signs, np.array([float(match) for _, match in made]), np.array(list(SIGNS.values())))
    return {name: round(float(weight), 2) for name, weight in zip([*SIGNS, "rest"], weights, strict=True)}


def main() -> None:
    train = pairs([entry for entry in entries(DATA / "sanctions") if half_of(entry) == "train"])
    for what in ("person", "organization"):
        print(f"[{what}]")
        for name, weight in table(train, what).items():
            print(f"{name} = {weight}")


if __name__ == "__main__":
    main()

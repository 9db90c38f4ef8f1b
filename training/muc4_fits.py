"""Regressions and boosted trees for the MUC-4 view (scikit-learn), in the form that `quality.muc4_regressions` reads.

In: features or numbers, and what was wanted. Out: weights, and what models say that did not see a fold.
"""

import base64
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from quality.muc4_regressions import LENGTH, buckets
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from training.fusion import plain_trees

FOLDS = 5
_MOST_TELLING = 4.0


def matrix(rows: Iterable[set[str]], size: int) -> sparse.csr_matrix:
    """Hashed features, each row of one length."""
    places, ends, values = [], [0], []
    for row in rows:
        found = buckets(row, size)
        places += found
        values += [LENGTH / max(len(found), 1) ** 0.5] * len(found)
        ends.append(len(places))
    return sparse.csr_matrix((values, places, ends), shape=(len(ends) - 1, size))


def stretches(count: int) -> np.ndarray:
    """The fold of each text: as they follow each other, for texts of one incident stand together."""
    return np.arange(count) * FOLDS // count


def across(make: Callable[[], Any], table: Any, wanted: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """Probabilities from models that did not see the row's fold."""
    out = np.zeros(len(wanted))
    for each in range(FOLDS):
        seen = fold != each
        if wanted[seen].any() and not seen.all():
            out[~seen] = make().fit(table[seen], wanted[seen]).predict_proba(table[~seen])[:, 1]
    return out


class Telling:
    """A regression whose features count by how much oftener one side has them (NB-SVM, Wang and Manning 2012)."""

    def fit(self, table: sparse.csr_matrix, wanted: np.ndarray) -> "Telling":
        """As a regression does."""
        shares = []
        for rows in (table[wanted], table[~wanted]):
            counts = 1.0 + np.asarray((rows > 0).sum(axis=0)).ravel()
            shares.append(counts / counts.sum())
        ratio = np.log(shares[0] / shares[1])
        telling = np.clip(ratio / np.abs(ratio).mean(), -_MOST_TELLING, _MOST_TELLING)
        model = LogisticRegression(C=0.1, solver="liblinear", tol=1e-2, random_state=0).fit(
            table @ sparse.diags(telling), wanted
        )
        self.coef_ = model.coef_ * telling
        self.intercept_ = model.intercept_
        return self


def packed(names: Sequence[str], models: Sequence[Any]) -> dict[str, Any]:
    """Models over hashed features, each weight in one byte."""
    table = np.array([model.coef_[0] for model in models])
    scale = np.maximum(np.abs(table).max(axis=1) / 127, 1e-12)
    whole = np.round(table / scale[:, None]).astype(np.int8)
    return {
        "names": list(names),
        "weights": base64.b64encode(whole.tobytes()).decode(),
        "scale": [float(f"{each:.6g}") for each in scale],
        "bias": [float(f"{model.intercept_[0]:.6g}") for model in models],
    }


@dataclass(frozen=True)
class Growth:
    """How a second step is learned: the regression's strength, how many numbers it sees, the trees and their size."""

    strength: float = 0.3
    width: int | None = None
    rounds: int = 150
    leaves: int = 6
    fewest: int = 40

    def line(self) -> Any:
        """The regression."""
        return make_pipeline(StandardScaler(), LogisticRegression(C=self.strength))

    def trees(self) -> Any:
        """The boosted trees."""
        return HistGradientBoostingClassifier(
            max_iter=self.rounds, learning_rate=0.05, max_leaf_nodes=self.leaves, min_samples_leaf=self.fewest,
            l2_regularization=5, max_features=0.3, early_stopping=False, random_state=0,
        )  # fmt: skip


def line(numbers: np.ndarray, wanted: np.ndarray, growth: Growth) -> dict[str, Any]:
    """A regression over numbers, its weights on the plain numbers."""
    scaler, model = growth.line().fit(numbers, wanted)
    plain = model.coef_[0] / scaler.scale_
    bias = model.intercept_[0] - plain @ scaler.mean_
    return {"weights": [float(f"{each:.5g}") for each in plain], "bias": float(f"{bias:.5g}")}


def second(
    numbers: np.ndarray, wanted: np.ndarray, fold: np.ndarray, growth: Growth
) -> tuple[dict[str, Any], np.ndarray]:
    """The second step: a regression and trees, and what their mean is across folds."""
    few = numbers[:, : growth.width]
    names = [str(at) for at in range(numbers.shape[1])]
    row = {
        "line": line(few, wanted, growth),
        "trees": plain_trees(growth.trees().fit(numbers, wanted), names),
    }
    told = across(growth.line, few, wanted, fold) + across(growth.trees, numbers, wanted, fold)
    return row, told / 2

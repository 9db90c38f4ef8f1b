"""Fits how likely an attribution is right to what people marked, and says how well that holds on other articles.

In: pairs of marked texts and scores. Out: weights for `rashomon.meaning.calibration`, and the expected calibration
error (ten bins of equal width) and figures by threshold, both measured on articles not fitted to (two folds).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.encoder import Scores
from rashomon.meaning import decoding
from rashomon.meaning.calibration import features
from rashomon.meaning.linking import link
from training.corpora import Example
from training.decode import as_dict
from training.scores import paired

Rows = NDArray[np.float64]


def samples(example: Example, scores: Scores) -> tuple[Rows, Rows]:
    """The features of each attribution found in a text, and whether people marked it."""
    links = link(scores, decoding.spans(scores))
    right = paired(example.gold, [as_dict(scores, each) for each in links])
    rows = [np.r_[1.0, features(scores, each)] for each in links]
    return np.array(rows).reshape(len(rows), -1), np.array([float(at in right) for at in range(len(links))])


def fit(rows: Rows, right: Rows, brake: float = 1.0) -> Rows:
    """Logistic regression by Newton's method, with a brake on all weights but the constant."""
    weights = np.zeros(rows.shape[1])
    held = np.r_[0.0, np.full(rows.shape[1] - 1, brake)]
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + held * weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(held + 1e-9)
        weights -= np.linalg.solve(curve, slope)
    return weights


def calibration_error(chance: Rows, right: Rows, bins: int = 10) -> float:
    """How far chance and share of right ones lie apart, on average over all."""
    at = np.minimum((chance * bins).astype(int), bins - 1)
    gaps = [abs(chance[at == one].sum() - right[at == one].sum()) for one in range(bins)]
    return float(sum(gaps) / len(chance))


def calibrate(pairs: Sequence[tuple[Example, Scores]]) -> tuple[list[float], list[str]]:
    """The weights, and what to write in the log."""
    held = [samples(example, scores) for example, scores in pairs]
    wanted = sum(len(example.gold) for example, _ in pairs)
    folds = [held[::2], held[1::2]]
    chances, rights = [], []
    for own, other in (folds, folds[::-1]):
        weights = fit(np.vstack([rows for rows, _ in own]), np.concatenate([right for _, right in own]))
        chances += [1 / (1 + np.exp(-rows @ weights)) for rows, _ in other]
        rights += [right for _, right in other]
    chance, right = np.concatenate(chances), np.concatenate(rights)
    lines = [f"expected calibration error {calibration_error(chance, right):.3f} over {len(chance)} attributions"]
    for least in np.arange(0.0, 0.65, 0.05):
        kept = chance >= least
        precision, recall = right[kept].mean(), right[kept].sum() / wanted
        lines.append(
            f"score at least {least:.2f}: linked P {precision:.3f} R {recall:.3f} "
            f"F1 {2 * precision * recall / (precision + recall):.3f}"
        )
    weights = fit(np.vstack([rows for rows, _ in held]), np.concatenate([right for _, right in held]))
    return [round(float(weight), 4) for weight in weights], lines

"""Learn the comment spam model of `pages.comments` from ../shared/data/spam_comments (train).

Paragraphs of news (PolNeAR train) and sentences of many genres (GUM train) stand in as further ham: the spam sets hold
little talk about politics, crime and money, which is what people discuss under news.

    python -m training.spam

Logistic regression with an L2 penalty over the hashed features of `pages.comment_features`, solved by L-BFGS in numpy.
The further ham makes spam rarer in training than among comments: what the bias lacks for that is chosen by
cross-validation within train. The weights go, as whole numbers in one byte each, to
src/rashomon/pages/data/spam_model.json. The same input gives the same file.
"""

import base64
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from quality.corpora import DATA, jsonl

from rashomon.pages.comment_features import BUCKETS, MARK, feature_groups, without_head

MODEL = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "pages" / "data" / "spam_model.json"
STRENGTH = 3.0
FOLDS = 5
SHIFTS = np.arange(0, 2.05, 0.1)

Vector = NDArray[np.float64]


def plain_ham() -> list[str]:
    """Every so many paragraphs of news and runs of two sentences of other genres, none of them spam."""
    news = [
        paragraph
        for article in jsonl(DATA / "polnear" / "train.jsonl")
        for paragraph in article["text"].splitlines()
        if 5 <= len(paragraph.split()) <= 80
    ]
    talk = []
    for page in jsonl(DATA / "gum" / "train.jsonl.gz"):
        bounds = [(each["start"], each["end"]) for each in page["sentences"]]
        talk += [page["text"][a:d] for (a, _), (_, d) in zip(bounds[::2], bounds[1::2], strict=False)]
    return news[::8] + talk[::2]


def sparse(texts: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], Vector]:
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        words, letters, marks = feature_groups(text)
        for group, unit in ((words, len(words) ** 0.5), (letters, len(letters) ** 0.5), (marks, 1 / MARK)):
            rows += [row] * len(group)
            columns += group
            values += [1 / max(unit, 1e-9)] * len(group)
    return np.array(rows), np.array(columns), np.array(values)


def minimize(value: Callable[[Vector], tuple[float, Vector]], at: Vector, steps: int = 200, memory: int = 10) -> Vector:
    """L-BFGS with a backtracking line search."""
    moves: list[tuple[Vector, Vector]] = []
    height, slope = value(at)
    for _ in range(steps):
        way, kept = slope.copy(), []
        for move, turn in reversed(moves):
            share = (move @ way) / (turn @ move)
            kept.append(share)
            way -= share * turn
        way *= (moves[-1][0] @ moves[-1][1]) / (moves[-1][1] @ moves[-1][1]) if moves else 1 / np.abs(slope).sum()
        for (move, turn), share in zip(moves, reversed(kept), strict=True):
            way += move * (share - (turn @ way) / (turn @ move))
        length = 1.0
        while True:
            there = at - length * way
            lower, next_slope = value(there)
            if lower <= height - 1e-4 * length * (slope @ way) or length < 1e-8:
                break
            length /= 2
        done = abs(height - lower) < 1e-7 * max(abs(height), 1.0)
        if (there - at) @ (next_slope - slope) > 1e-12:
            moves = [*moves, (there - at, next_slope - slope)][-memory:]
        at, height, slope = there, lower, next_slope
        if done:
            break
    return at


def fit(texts: list[str], labels: list[bool]) -> Vector:
    """The weights of the buckets, the bias last."""
    rows, columns, values = sparse(texts)
    sign = np.where(labels, 1.0, -1.0)

    def loss(weights: Vector) -> tuple[float, Vector]:
        margin = sign * (np.bincount(rows, weights[columns] * values, len(texts)) + weights[-1])
        pull = -sign / (1 + np.exp(margin)) * STRENGTH
        slope = np.bincount(columns, values * pull[rows], BUCKETS) + weights[:-1]
        cost = STRENGTH * np.logaddexp(0, -margin).sum() + 0.5 * (weights[:-1] @ weights[:-1])
        return float(cost), np.append(slope, pull.sum())

    return minimize(loss, np.zeros(BUCKETS + 1))


def matthews(said: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """Matthews' correlation of two judgements."""
    a, b, c, d = ((said & true).sum(), (~said & ~true).sum(), (said & ~true).sum(), (~said & true).sum())
    return float((a * b - c * d) / np.sqrt(float((a + c) * (a + d) * (b + c) * (b + d)) or 1.0))


def lacking(texts: list[str], labels: list[bool], ham: list[str]) -> float:
    """What to add to the bias: the shift of best correlation on comments left out of the fit, fold by fold."""
    margins = np.zeros(len(texts))
    for fold in range(FOLDS):
        kept = [n for n in range(len(texts)) if n % FOLDS != fold]
        weights = fit([texts[n] for n in kept] + ham, [labels[n] for n in kept] + [False] * len(ham))
        rows, columns, values = sparse(texts[fold::FOLDS])
        found = np.bincount(rows, weights[columns] * values, len(texts[fold::FOLDS])) + weights[-1]
        margins[fold::FOLDS] = found
    true = np.array(labels)
    scores = [matthews(margins + shift > 0, true) for shift in SHIFTS]
    print(
        "cross-validated MCC by shift:", {round(float(s), 1): round(m, 4) for s, m in zip(SHIFTS, scores, strict=True)}
    )
    return float(SHIFTS[int(np.argmax(scores))])


def main() -> None:
    rows = list(jsonl(DATA / "spam_comments" / "train.jsonl"))
    ham = plain_ham()
    texts, labels = [without_head(row["text"]) for row in rows], [row["label"] == "spam" for row in rows]
    shift = lacking(texts, labels, ham)
    weights = fit(texts + ham, labels + [False] * len(ham))
    step = float(np.abs(weights[:-1]).max() / 127)
    whole = np.rint(weights[:-1] / step).astype(np.int8)
    model = {
        "about": "logistic regression over hashed features of comments; made by training/spam.py",
        "bias": round(float(weights[-1]) + shift, 4),
        "step": round(step, 8),
        "weights": base64.b85encode(whole.tobytes()).decode("ascii"),
    }
    MODEL.write_text(json.dumps(model, indent=1) + "\n", "utf-8")
    print(f"{len(rows)} comments, {len(ham)} other texts, {np.count_nonzero(whole)} weights")


if __name__ == "__main__":
    main()

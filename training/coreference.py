"""Weights of coreference: learned on GUM train, the genres whose texts have no non-commercial clause.

    python -m training.coreference         writes src/rashomon/language/data/coreference.json

A log-linear ranking of antecedents with latent choice among the right ones (Durrett and Klein, EMNLP 2013): each
candidate picks one earlier candidate or a new beginning, wrong picks cost more or less by their kind, and AdaGrad with
L1 keeps few weights. Two epochs more or less change little. Takes minutes on one core and needs numpy alone.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from quality.corpora import DATA, jsonl
from quality.docs import Docs

from rashomon.language.coreference.candidates import NOBODY
from rashomon.language.coreference.features import Pairs
from rashomon.language.coreference.station import pairs_of

GENRES = frozenset({"academic", "bio", "court", "interview", "news", "speech", "voyage"})
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "language" / "data" / "coreference.json"
EPOCHS = 6
RATE, L1 = 0.2, 1e-4
RARE = 4
"""Features seen on fewer candidates have no weight."""
FALSE_LINK, FALSE_NEW, WRONG_LINK = 0.15, 2.5, 1.0
"""What it costs to link what is new, to take for new what is not, and to link to something else."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate's choices, the new beginning first: their features, which are right, what they cost."""

    features: list[list[str]]
    right: list[bool]
    cost: list[float]


def keyed(pairs: Pairs, row: Mapping[str, Any]) -> list[int]:
    """The number of the keyed chain of each candidate, by its span, else by its head; NOBODY where there is none."""
    starts = pairs.columns.starts
    by_span = {(m["start"], m["end"]): m["cluster"] for m in row["mentions"]}
    by_head: dict[int, int] = {}
    for m in sorted(row["mentions"], key=lambda m: m["start"] - m["end"]):
        if len(m["head_toks"]) == 1:
            by_head[row["token_spans"][m["head_toks"][0]][0]] = m["cluster"]
    out = []
    for each in pairs.candidates:
        span = starts[each.start], pairs.columns.end(each.end - 1)
        out.append(by_span.get(span, by_head.get(starts[each.head], NOBODY)))
    return out


def examples(pairs: Pairs, gold: list[int]) -> Iterator[Example]:
    """The choices of a page's candidates, without later names of one entity, which the rules join."""
    seen: set[int] = set()
    for at, each in enumerate(pairs.candidates):
        if each.entity in seen:
            continue
        if each.entity != NOBODY:
            seen.add(each.entity)
        others = pairs.antecedents(at)
        if not others:
            continue
        right = [gold[at] != NOBODY and gold[other] == gold[at] for other in others]
        new = not any(right)
        wrong = FALSE_LINK if new else WRONG_LINK
        yield Example(
            [pairs.alone(at), *(pairs.together(other, at) for other in others)],
            [new, *right],
            [0.0 if new else FALSE_NEW, *(0.0 if good else wrong for good in right)],
        )


def fit(found: Iterable[Example], *, epochs: int = EPOCHS, seed: int = 5, l1: float = L1) -> dict[str, float]:
    """The weights that make the right choices likely."""
    rows = list(found)
    seen = Counter(name for row in rows for choice in row.features for name in choice)
    numbers = {name: at for at, name in enumerate(sorted(name for name, times in seen.items() if times >= RARE))}
    packed = [_packed(row, numbers) for row in rows]
    weights = np.zeros(len(numbers))
    squares = np.full(len(numbers), 1e-6)
    sums = np.zeros(len(numbers))
    order = list(range(len(packed)))
    shuffler = random.Random(seed)
    for epoch in range(epochs):
        shuffler.shuffle(order)
        loss = 0.0
        for number in order:
            at, choice, right, cost = packed[number]
            values = np.bincount(choice, weights[at], minlength=len(cost)) + cost
            values = np.exp(values - values.max())
            guess = values / values.sum()
            hope = np.where(right, values, 0.0)
            loss -= np.log(hope.sum() / values.sum())
            slope = (guess - hope / hope.sum())[choice]
            touched, where = np.unique(at, return_inverse=True)
            gradient = np.bincount(where, slope)
            squares[touched] += gradient**2
            rate = RATE / np.sqrt(squares[touched])
            moved = weights[touched] - rate * gradient
            weights[touched] = np.sign(moved) * np.maximum(np.abs(moved) - rate * l1 * len(order) / 1000, 0)
        print(f"epoch {epoch + 1}: loss {loss / len(order):.4f}, {np.count_nonzero(weights)} weights", flush=True)
        if epoch >= epochs // 2:
            sums += weights
    mean = sums / (epochs - epochs // 2)
    return {name: round(float(mean[at]), 3) for name, at in numbers.items() if abs(mean[at]) >= 0.01}


def _packed(row: Example, numbers: Mapping[str, int]) -> tuple[np.ndarray, ...]:
    at = [(numbers[name], place) for place, choice in enumerate(row.features) for name in choice if name in numbers]
    return (
        np.array([number for number, _ in at], dtype=np.int64),
        np.array([place for _, place in at], dtype=np.int64),
        np.array(row.right),
        np.array(row.cost),
    )


def documents(data: Path) -> Iterator[tuple[Pairs, dict[str, Any]]]:
    """The documents of the genres, read as far as names, with their keys."""
    docs = Docs("rashomon_names")
    for row in jsonl(data / "gum" / "train.jsonl.gz"):
        if row["genre"] in GENRES:
            yield pairs_of(docs.of(row["id"], row["text"])), row


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights of coreference.")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    args = parser.parse_args()
    found = [each for pairs, row in documents(DATA) for each in examples(pairs, keyed(pairs, row))]
    weights = fit(found)
    lines = ",\n".join(f"{json.dumps(name, ensure_ascii=False)}: {value}" for name, value in sorted(weights.items()))
    args.out.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(f"{len(found)} choices, {len(weights)} weights in {args.out.name}")


if __name__ == "__main__":
    main()

"""Learn the weights of `meaning.ties.learned` from passages whose facts people marked.

    python -m training.ties

In: the train part of ../shared/data/knowledgenet. Out: src/rashomon/meaning/data/ties_weights.json. One logistic
regression for each property, on pairs of chains in one sentence, by AdaGrad; a passage speaks only of the properties
that it is annotated for. A first run on all features shows which are worth their place; a second learns on these alone.
The same input gives the same file.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from quality.corpora import DATA, jsonl
from quality.ties import pipeline
from spacy.tokens import Doc

from rashomon.meaning import ties
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.ties import learned
from rashomon.meaning.ties.ends import Ends
from rashomon.meaning.ties.features import Seen
from rashomon.meaning.ties.tables import tables

TRAIN = DATA / "knowledgenet" / "train.jsonl"
MODEL = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "meaning" / "data" / "ties_weights.json"
RAREST = 2  # a feature seen less often gets no weight
KEPT = 16_000  # features of the second run
EPOCHS = 8
RATE = 0.1
PENALTY = 1e-6
UNIT = 0.01  # weights are written as whole numbers of it
SMALLEST = 0.08  # a weight below it is written as none
BIAS = -2.0

Row = dict[str, Any]


class Pair(NamedTuple):
    """Features of two chains, for each property whether it holds, and whether the passage says so."""

    features: list[str]
    holds: "np.ndarray[Any, Any]"
    known: "np.ndarray[Any, Any]"


def documents(path: Path) -> Iterator[tuple[Row, Doc]]:
    """Each passage with its Doc."""
    nlp = pipeline()
    return ((row, nlp(row["text"])) for row in jsonl(path))


def examples(documents: Iterable[tuple[Row, Doc]], kinds: Sequence[str]) -> list[Pair]:
    """The pairs of all passages."""
    out: list[Pair] = []
    for row, doc in documents:
        ends = Ends(Ground(doc))
        seen, stated = Seen(doc), learned.hints(ties.stated(ends))
        facts = _facts(row, doc, ends)
        annotated = set(row["annotated_properties"])
        for nearest in learned.pairs(ends):
            subject, object_ = nearest[0]
            rules = [tables().learned[kind] for kind in kinds]
            known = np.array(
                [
                    kind in annotated and subject.kind in rule.subject and object_.kind in rule.object
                    for kind, rule in zip(kinds, rules, strict=True)
                ]
            )
            if known.any():
                holds = np.array([(kind, subject.chain, object_.chain) in facts for kind in kinds])
                out.append(Pair(learned.described(seen, nearest, stated), holds, known))
    return out


def _facts(row: Row, doc: Doc, ends: Ends) -> set[tuple[str, str, str]]:
    """The facts of a passage between chains."""
    chains: list[tuple[int, int, str]] = [
        (doc[end.first].idx, doc[end.last].idx + len(doc[end.last]), end.chain) for end in ends.all
    ]

    def over(span: Sequence[int]) -> list[str]:
        return [chain for start, end, chain in chains if start < span[1] and span[0] < end]

    return {
        (fact["property"], first, second)
        for fact in row["facts"]
        for first in over(fact["subject"])
        for second in over(fact["object"])
    }


def fit(
    pairs: Sequence[Pair], index: dict[str, int], kinds: int
) -> tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]:
    """Weights by feature and kind, and the biases."""
    rows = [np.array([index[name] for name in pair.features if name in index], dtype=np.int64) for pair in pairs]
    weights = np.zeros((len(index), kinds))
    past = np.full_like(weights, 1e-2)
    bias = np.full(kinds, BIAS)
    order = np.random.default_rng(0)
    for _ in range(EPOCHS):
        for at in order.permutation(len(pairs)):
            row, pair = rows[at], pairs[at]
            chance = 1 / (1 + np.exp(-(weights[row].sum(0) + bias)))
            slope = (chance - pair.holds) * pair.known
            bias -= 0.01 * slope
            step = slope[None, :] + PENALTY * weights[row]
            past[row] += step * step
            weights[row] -= RATE * step / np.sqrt(past[row])
    return weights, bias


def learn(pairs: Sequence[Pair], kinds: Sequence[str]) -> dict[str, Any]:
    """The file of weights."""
    counts = Counter(name for pair in pairs for name in pair.features)
    index = {name: at for at, name in enumerate(name for name in counts if counts[name] >= RAREST)}
    weights, _ = fit(pairs, index, len(kinds))
    worth = {name: float(np.abs(weights[at]).max()) * counts[name] ** 0.5 for name, at in index.items()}
    kept = sorted(sorted(index, key=lambda name: (-worth[name], name))[:KEPT])
    index = {name: at for at, name in enumerate(kept)}
    weights, bias = fit(pairs, index, len(kinds))
    features: dict[str, list[int]] = {}
    for name, at in index.items():
        row = [
            each
            for kind in np.flatnonzero(np.abs(weights[at]) >= SMALLEST)
            for each in (int(kind), round(float(weights[at, kind]) / UNIT))
        ]
        if row:
            features[name] = row
    return {"kinds": list(kinds), "unit": UNIT, "bias": [round(float(each), 3) for each in bias], "features": features}


def write(model: dict[str, Any], path: Path) -> None:
    """One feature a line, so that a change can be read."""
    head = {name: value for name, value in model.items() if name != "features"}
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
        for name, row in model["features"].items()
    ]
    text = json.dumps(head, separators=(",", ":"))[:-1] + ',"features":{\n' + ",\n".join(lines) + "\n}}\n"
    path.write_text(text, encoding="utf-8")


def main() -> None:
    kinds = sorted(tables().learned)
    pairs = examples(documents(TRAIN), kinds)
    model = learn(pairs, kinds)
    write(model, MODEL)
    print(f"{len(pairs)} pairs, {len(model['features'])} features")


if __name__ == "__main__":
    main()

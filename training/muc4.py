"""Learn the weights of the MUC-4 view (quality/muc4_weights.json) from ../shared/data/muc4 (train).

    python -m training.muc4 read train.jsonl.gz     parse the texts once
    python -m training.muc4 learn train.jsonl.gz    learn from them

Needs scikit-learn, which nothing else here does. What one step tells the next, and the thresholds, comes from models
that did not see the text (five folds); the weights that are kept are learned from all texts. The same input gives the
same file.
"""

import argparse
import base64
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from quality.corpora import DATA, jsonl
from quality.muc4_model import (
    CONFIDENCE,
    LENGTH,
    TYPES,
    WEIGHTS,
    Incident,
    Text,
    assemble,
    buckets,
    clusters,
    filler_numbers,
    text_features,
    type_numbers,
    with_role,
    with_said,
    with_text,
)
from quality.muc4_phrases import Phrase, lemmas_of, phrases
from quality.muc4_score import ROLES, Filler, Template, compare, keys_of, normal
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from spacy.tokens import Doc

from rashomon.exports.jsonl import to_json
from rashomon.language import nlp as language
from rashomon.meaning.harvest import harvest
from rashomon.pages.opening import open_page
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader

FOLDS = 5
SMALL, MIDDLE, LARGE = 1 << 15, 1 << 16, 1 << 17
LEAST_GAIN = 0.001
"""By so much a threshold must make the figures better to be moved; less is chance."""
STEPS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


@dataclass(frozen=True)
class Row:
    """What the second step needs of a text."""

    name: str
    features: set[str]
    phrases: list[Phrase]
    reading: dict[str, Any]


def read(path: Path, part: str) -> None:
    """Read the texts of a part, a line of JSON each."""
    reader = Reader()
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as out:
        for row in jsonl(DATA / "muc4" / f"{part}.jsonl"):
            opened = open_page(RawPage(input=row["id"], data=row["text"].encode(), media="verbatim"), reader.settings)
            doc = language.parse(reader.nlp, opened.page, opened.blocks)
            reading = to_json(harvest(doc, input=row["id"], model=language.model_of(reader.nlp)))
            out.write(json.dumps(asdict(row_of(doc, reading)), default=sorted) + "\n")


def row_of(doc: Doc, reading: dict[str, Any]) -> Row:
    """A parsed text and its reading, with features."""
    found = phrases(doc, reading)
    return Row(reading["input"], text_features(*lemmas_of(doc), reading, found), found, reading)


def rows_of(path: Path) -> Iterable[Row]:
    """The lines that `read` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            held = json.loads(line)
            yield Row(held["name"], set(held["features"]), list(map(_phrase, held["phrases"])), held["reading"])


def _phrase(held: dict[str, Any]) -> Phrase:
    sets = {"features": set(map(sys.intern, held["features"])), "sentences": set(held["sentences"])}
    return Phrase(**{**held, **sets, "mentions": [(start, end) for start, end in held["mentions"]]})


def matrix(rows: Iterable[set[str]], size: int) -> sparse.csr_matrix:
    """Hashed features, each row of one length."""
    places, ends, values = [], [0], []
    for row in rows:
        found = buckets(row, size)
        places += found
        values += [LENGTH / max(len(found), 1) ** 0.5] * len(found)
        ends.append(len(places))
    return sparse.csr_matrix((values, places, ends), shape=(len(ends) - 1, size))


def across(make: Any, table: Any, wanted: np.ndarray, fold: np.ndarray) -> np.ndarray:
    """Probabilities from models that did not see the row's fold."""
    out = np.zeros(len(wanted))
    for each in range(FOLDS):
        seen = fold != each
        if wanted[seen].any() and not seen.all():
            out[~seen] = make().fit(table[seen], wanted[seen]).predict_proba(table[~seen])[:, 1]
    return out


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


def second(numbers: np.ndarray, wanted: np.ndarray, fold: np.ndarray) -> tuple[dict[str, Any], np.ndarray]:
    """The second step: its weights on the plain numbers, and what it says across folds."""
    scaler = StandardScaler().fit(numbers)
    table = scaler.transform(numbers)
    model = LogisticRegression(C=0.3).fit(table, wanted)
    plain = model.coef_[0] / scaler.scale_
    bias = model.intercept_[0] - plain @ scaler.mean_
    row = {"weights": [float(f"{each:.5g}") for each in plain], "bias": float(f"{bias:.5g}")}
    return row, across(lambda: LogisticRegression(C=0.3), table, wanted, fold)


def plain_model(strength: float) -> Any:
    return LogisticRegression(C=strength, solver="liblinear", tol=1e-2, random_state=0)


class Lesson:
    """The texts with their keys, and what has been learned so far."""

    def __init__(self, path: Path) -> None:
        self.rows = list(rows_of(path))
        self.keys = keys_of(DATA, "train")
        self.fold = np.array([int(row.name[-4:]) % FOLDS for row in self.rows])
        self.out: dict[str, Any] = {}
        self._kept: dict[tuple[Any, ...], np.ndarray] = {}

    def texts(self) -> list[Text]:
        """How likely each text tells of each type."""
        table = matrix((row.features for row in self.rows), MIDDLE)
        told = [{kind for each in self.keys[row.name] for kind in each.types} for row in self.rows]
        wanted = [np.array([name in kinds for kinds in told]) for name in TYPES]
        self.out["texts"] = packed(TYPES, [plain_model(1.0).fit(table, each) for each in wanted])
        shares = np.array([across(lambda: plain_model(1.0), table, each, self.fold) for each in wanted]).T
        self.told = wanted
        return [Text(shares[at], len(row.reading["page"]["text"])) for at, row in enumerate(self.rows)]

    def slots(self, texts: Sequence[Text]) -> list[dict[str, np.ndarray]]:
        """How likely each phrase of each text fills each role."""
        pairs = [(phrase, text) for row, text in zip(self.rows, texts, strict=True) for phrase in row.phrases]
        table = matrix((with_text(phrase, text.types) for phrase, text in pairs), LARGE)
        counts = [len(row.phrases) for row in self.rows]
        fold = np.repeat(self.fold, counts)
        shares, models = {}, []
        for role in ROLES:
            told = [(self._wordings(row.name, role), row.phrases) for row in self.rows]
            wanted = np.array([normal(phrase.words) in words for words, found in told for phrase in found])
            models.append(plain_model(1.0).fit(table, wanted))
            shares[role] = across(lambda: plain_model(1.0), table, wanted, fold)
            print(role, flush=True)
        self.out["slots"] = packed(list(ROLES), models)
        ends = np.cumsum([0, *counts])
        return [{role: shares[role][ends[at] : ends[at + 1]] for role in ROLES} for at in range(len(self.rows))]

    def _wordings(self, name: str, role: str) -> set[str]:
        return {words for each in self.keys[name] for fill in each.fillers[role] for words in fill.variants}

    def kinds(self, texts: Sequence[Text]) -> None:
        """Of which types a filler is, learned from the phrases that fill a role in the key."""
        rows, wanted, fold = [], [], []
        for at, row in enumerate(self.rows):
            for role in ROLES:
                for phrase in row.phrases:
                    homes = {
                        kind
                        for each in self.keys[row.name]
                        for fill in each.fillers[role]
                        if normal(phrase.words) in fill.variants
                        for kind in each.types
                    }
                    if homes:
                        rows.append(with_role(phrase, role, texts[at].types))
                        wanted.append([kind in homes for kind in TYPES])
                        fold.append(self.fold[at])
        table, truth, folds = matrix(rows, SMALL), np.array(wanted), np.array(fold)
        self.out["kinds"] = packed(TYPES, [plain_model(1.0).fit(table, truth[:, at]) for at in range(len(TYPES))])
        self._kinds = [
            [plain_model(1.0).fit(table[folds != each], truth[folds != each, at]) for at in range(len(TYPES))]
            for each in range(FOLDS)
        ]

    def confidence(self, texts: Sequence[Text]) -> None:
        """Which confidence the key gives an organisation."""
        rows, values = [], []
        for at, row in enumerate(self.rows):
            for phrase in row.phrases:
                given = {
                    value.upper()
                    for each in self.keys[row.name]
                    for fill, allowed in each.confidence
                    if normal(phrase.words) in fill.variants
                    for value in allowed
                }
                if given:
                    rows.append(with_said(phrase, texts[at].types, row.reading))
                    values.append(given)
        table = matrix(rows, SMALL)
        models = [plain_model(0.5).fit(table, np.array([name in given for given in values])) for name in CONFIDENCE]
        self.out["confidence"] = packed(CONFIDENCE, models)

    def fillers(self, texts: Sequence[Text], shares: Sequence[dict[str, np.ndarray]]) -> list[dict[str, list[Any]]]:
        """The second step for fillers."""
        self.out["fillers"] = {}
        found: list[dict[str, list[Any]]] = [{} for _ in self.rows]
        for role in ROLES:
            numbers, wanted, where = [], [], []
            for at, each in enumerate(self.rows):
                words = self._wordings(each.name, role)
                for rank, cluster in enumerate(clusters(each.phrases, shares[at][role], role)):
                    numbers.append(filler_numbers(cluster, rank, each.phrases, role, shares[at], texts[at]))
                    wanted.append(normal(each.phrases[cluster[0]].words) in words)
                    where.append((at, cluster[0]))
            fold = np.array([self.fold[at] for at, _ in where])
            row, told = second(np.array(numbers), np.array(wanted), fold)
            self.out["fillers"][role] = row
            features = matrix(
                (with_role(self.rows[at].phrases[best], role, texts[at].types) for at, best in where), SMALL
            )
            kinds = np.zeros((len(where), len(TYPES)))
            for each in range(FOLDS):
                for column, model in enumerate(self._kinds[each]):
                    kinds[fold == each, column] = model.predict_proba(features[fold == each])[:, 1]
            for (at, best), share, row_ in zip(where, told, kinds, strict=True):
                found[at].setdefault(role, []).append((best, share, row_))
        return [{role: each.get(role, []) for role in ROLES} for each in found]

    def types(self, texts: Sequence[Text], found: Sequence[dict[str, list[Any]]]) -> np.ndarray:
        """The second step for types."""
        rows = zip(self.rows, texts, found, strict=True)
        numbers = np.array([type_numbers(text, each, row.reading) for row, text, each in rows])
        self.out["types"], told = {}, []
        for at, name in enumerate(TYPES):
            self.out["types"][name], share = second(numbers, self.told[at], self.fold)
            told.append(share)
        return np.array(told).T

    def thresholds(self, types: np.ndarray, found: Sequence[dict[str, list[Any]]]) -> None:
        """What is enough for a type and a filler: one after the other, what makes the figures best."""
        enough = dict.fromkeys((*TYPES, *ROLES, "shared"), 0.3)
        best = self._worth(types, found, enough)
        for _ in range(2):
            for key in enough:
                for step in STEPS:
                    worth = self._worth(types, found, {**enough, key: step})
                    if worth > best + LEAST_GAIN:
                        best, enough = worth, {**enough, key: step}
        print(best, enough)
        self.out["enough"] = enough

    def _worth(self, types: np.ndarray, found: Sequence[dict[str, list[Any]]], enough: dict[str, float]) -> float:
        """GTT micro-F1, with CEAF-REE for a third as much."""
        total = sum(self._counted(at, assemble(types[at], found[at], enough)) for at in range(len(self.rows)))
        return float(total[0] / total[1] + 0.3 * total[2] / total[3])

    def _counted(self, at: int, made: Sequence[Incident]) -> np.ndarray:
        """Twice the fills right, and those in the key and predicted, by both measures; kept, for most come again."""
        name, given = self.rows[at].name, self.rows[at].phrases
        seen = (at, *(f"{each.type} {each.fillers}" for each in made))
        if seen not in self._kept:
            predicted = [
                Template(
                    frozenset({each.type}),
                    {r: [Filler(frozenset({normal(given[i].words)})) for i in each.fillers[r]] for r in ROLES},
                )
                for each in made
            ]
            sums = []
            for counts in compare({name: self.keys[name]}, {name: predicted}):
                sums.append(2 * sum(n for key, n in counts.items() if key.endswith(" right") and "conf" not in key))
                sums.append(sum(n for key, n in counts.items() if not key.endswith(" right") and "conf" not in key))
            self._kept[seen] = np.array(sums)
        return self._kept[seen]


def learn(path: Path) -> None:
    """All steps in order."""
    lesson = Lesson(path)
    texts = lesson.texts()
    shares = lesson.slots(texts)
    lesson.kinds(texts)
    lesson.confidence(texts)
    found = lesson.fillers(texts, shares)
    lesson.thresholds(lesson.types(texts, found), found)
    WEIGHTS.write_text(json.dumps(lesson.out, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="Learn the MUC-4 view.")
    parser.add_argument("step", choices=("read", "learn"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--part", default="train", choices=("train", "dev"))
    args = parser.parse_args()
    if args.step == "read":
        read(args.file, args.part)
    else:
        learn(args.file)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

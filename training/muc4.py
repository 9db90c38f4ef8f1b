"""Learn what the MUC-4 view weighs beside its network (quality/muc4_weights.json) from ../shared/data/muc4 (train).

    python -m training.muc4 read train.jsonl.gz              parse the texts once
    python -m training.muc4 learn train.jsonl.gz told.npz    learn from them, and from what the network says of them

Needs scikit-learn, which nothing else here does. What the network says (`training.muc4_network held`), what one step
tells the next, and the thresholds, comes from models that did not see the text (five folds); the weights that are kept
are learned from all texts. The same input gives the same file.
"""

import argparse
import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from quality.corpora import DATA, jsonl
from quality.muc4_incidents import Found, Incident, Placed, assemble, more_numbers, near_numbers, nearness
from quality.muc4_model import (
    WEIGHTS,
    clusters,
    filler_numbers,
    kinds_of,
    roles_of,
    said_of,
    type_numbers,
)
from quality.muc4_network import CONFIDENCE, COUNTS, MANY, TYPES, Told
from quality.muc4_phrases import Phrase, phrases
from quality.muc4_regressions import Line, odds
from quality.muc4_score import ROLES, Filler, Template, compare, keys_of, normal

from rashomon.exports.jsonl import to_json
from rashomon.language import nlp as language
from rashomon.pages.opening import open_page
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader
from training.muc4_fits import FOLDS, Growth, Telling, line, matrix, packed, second, stretches

SMALL = 1 << 15
LEAST_GAIN = 0.0005
"""By so much a threshold must make the figures better to be moved; less is chance."""
RARE = 1.0
"""How far a rare confidence is made up for, half of it for the network: texts of another time have them oftener."""
STEPS = (0.2, 0.225, 0.25, 0.275, 0.3, 0.35, 0.4)


PARTS = tuple(each.name for each in fields(Told))


@dataclass(frozen=True)
class Row:
    """A text with its phrases and its reading."""

    name: str
    phrases: list[Phrase]
    reading: dict[str, Any]


def read(path: Path, part: str) -> None:
    """Read the texts of a part, a line of JSON each."""
    reader, nlp = Reader(), language.load(exclude=())
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as out:
        for row in jsonl(DATA / "muc4" / f"{part}.jsonl"):
            raw = RawPage(input=row["id"], data=row["text"].encode(), media="verbatim")
            opened, reading = open_page(raw, reader.settings), reader.read(raw).reading
            found = phrases(language.parse(nlp, opened.page, opened.blocks))
            out.write(json.dumps(asdict(Row(row["id"], found, to_json(reading))), default=sorted) + "\n")


def rows_of(path: Path) -> Iterable[Row]:
    """The lines that `read` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            held = json.loads(line)
            yield Row(held["name"], list(map(_phrase, held["phrases"])), held["reading"])


def _phrase(held: dict[str, Any]) -> Phrase:
    mentions = [(start, end) for start, end in held["mentions"]]
    return Phrase(**{**held, "sentences": set(held["sentences"]), "mentions": mentions})


def told_of(path: Path) -> dict[str, Told]:
    """What the network says of each text, as `store` wrote it."""
    with np.load(path) as held:
        names = [name.removesuffix(" text") for name in held.files if name.endswith(" text")]
        return {name: Told(*(held[f"{name} {part}"].astype(np.float32) for part in PARTS)) for name in names}


def store(path: Path, told: dict[str, Told]) -> None:
    """Write what a network says of each text, for `told_of`."""
    held = {f"{name} {part}": getattr(each, part).astype(np.float16) for name, each in told.items() for part in PARTS}
    np.savez_compressed(path, **held)


class Lesson:
    """The texts with their keys and what the network says of them, and what has been learned so far."""

    def __init__(self, path: Path, told: Path) -> None:
        self.rows = list(rows_of(path))
        said = told_of(told)
        self.told = [said[row.name] for row in self.rows]
        self.keys = keys_of(DATA, "train")
        self.fold = stretches(len(self.rows))
        self.out: dict[str, Any] = {}
        self._kept: dict[tuple[Any, ...], np.ndarray] = {}

    def _wordings(self, name: str, role: str) -> set[str]:
        return {words for each in self.keys[name] for fill in each.fillers[role] for words in fill.variants}

    def confidence(self) -> None:
        """Which confidence the key gives an organisation."""
        rows, values = [], []
        for row in self.rows:
            for phrase in row.phrases:
                given = {
                    value.upper()
                    for each in self.keys[row.name]
                    for fill, allowed in each.confidence
                    if normal(phrase.words) in fill.variants
                    for value in allowed
                }
                if given:
                    rows.append(said_of(phrase, row.reading))
                    values.append(given)
        table = matrix(rows, SMALL)
        truth = [np.array([name in given for given in values]) for name in CONFIDENCE]
        models = [Telling().fit(table, each) for each in truth]
        for model, each in zip(models, truth, strict=True):
            model.intercept_ = model.intercept_ - RARE * odds(float(each.mean()))
        self.out["confidence"] = packed(CONFIDENCE, models)

    def fillers(self) -> list[dict[str, list[Found]]]:
        """The second step for fillers."""
        self.out["fillers"] = {}
        found: list[dict[str, list[Found]]] = [{} for _ in self.rows]
        for role in ROLES:
            numbers, wanted, where = [], [], []
            for at, (each, told) in enumerate(zip(self.rows, self.told, strict=True)):
                words = self._wordings(each.name, role)
                for rank, cluster in enumerate(clusters(each.phrases, roles_of(told, role), role)):
                    numbers.append(filler_numbers(cluster, rank, told, each.phrases, role, each.reading))
                    wanted.append(normal(each.phrases[cluster[0]].words) in words)
                    where.append((at, cluster[0]))
            fold = np.array([self.fold[at] for at, _ in where])
            self.out["fillers"][role], shares = second(np.array(numbers), np.array(wanted), fold, Growth())
            for (at, best), share in zip(where, shares, strict=True):
                found[at].setdefault(role, []).append((best, share, kinds_of(self.told[at], best, role)))
        return [{role: each.get(role, []) for role in ROLES} for each in found]

    def types(self, found: Sequence[dict[str, list[Found]]]) -> np.ndarray:
        """The second step for types."""
        rows = zip(self.rows, self.told, found, strict=True)
        numbers = np.array([type_numbers(told, each, row.reading) for row, told, each in rows])
        growth = Growth(strength=0.05, width=len(self.told[0].text), rounds=100, leaves=5, fewest=30)
        self.out["types"], shares = {}, []
        for name in TYPES:
            wanted = np.array([any(name in each.types for each in self.keys[row.name]) for row in self.rows])
            self.out["types"][name], share = second(numbers, wanted, self.fold, growth)
            shares.append(share)
        return np.array(shares).T

    def more(self, types: np.ndarray, found: Sequence[dict[str, list[Found]]]) -> list[dict[str, list[float]]]:
        """How likely there are two incidents of a type, and three."""
        growth = Growth(strength=0.05, rounds=80, leaves=4, fewest=20)
        self.out["more"] = {}
        shares: dict[str, list[np.ndarray]] = {}
        for name in MANY:
            rows = enumerate(self.rows)
            numbers = np.array(
                [more_numbers(name, self.told[at], types[at], found[at], row.phrases, row.reading) for at, row in rows]
            )
            counts = np.array([sum(name in each.types for each in self.keys[row.name]) for row in self.rows])
            learned = [second(numbers, counts >= many, self.fold, growth) for many in COUNTS]
            self.out["more"][name] = [row for row, _ in learned]
            shares[name] = [share for _, share in learned]
        return [{name: [float(each[at]) for each in shares[name]] for name in MANY} for at in range(len(self.rows))]

    def nearness(self) -> list[Any]:
        """Which fillers of a type belong to one incident, learned where a text tells several; a model for each fold."""
        numbers, wanted, fold = [], [], []
        for at, row in enumerate(self.rows):
            for name in MANY:
                placed = self._placed(row, name)
                for (one, here), (two, there) in combinations(placed.items(), 2):
                    numbers.append(near_numbers(one, two, row.phrases, row.reading))
                    wanted.append(bool(here & there))
                    fold.append(self.fold[at])
        table, truth, folds = np.array(numbers), np.array(wanted), np.array(fold)
        self.out["near"] = line(table, truth, Growth())
        return [Line(line(table[folds != each], truth[folds != each], Growth())) for each in range(FOLDS)]

    def _placed(self, row: Row, name: str) -> dict[Placed, set[int]]:
        """In which incidents of a type the fillers of the key are, where there are several; a wording of each."""
        out: dict[Placed, set[int]] = {}
        told = [each for each in self.keys[row.name] if name in each.types]
        for number, each in enumerate(told if len(told) > 1 else ()):
            for role in ROLES:
                for fill in each.fillers[role]:
                    at = next(
                        (i for i, phrase in enumerate(row.phrases) if normal(phrase.words) in fill.variants), None
                    )
                    if at is not None:
                        out.setdefault((role, at), set()).add(number)
        return out

    def thresholds(
        self, types: np.ndarray, more: Sequence[dict[str, list[float]]], found: Sequence[dict[str, list[Found]]]
    ) -> None:
        """What is enough for a filler and for one more incident: one after the other, what makes the figures best."""
        models = self.nearness()
        rows = enumerate(self.rows)
        nears = [cache(nearness(models[self.fold[at]], row.phrases, row.reading)) for at, row in rows]

        def worth(enough: dict[str, float]) -> float:
            """GTT micro-F1, with CEAF-REE for a third as much."""
            made = (assemble(types[at], more[at], found[at], enough, nears[at]) for at in range(len(self.rows)))
            total = sum(self._counted(at, each) for at, each in enumerate(made))
            return float(total[0] / total[1] + 0.3 * total[2] / total[3])

        moved = [*ROLES, *(f"{many} of a type" for many in COUNTS)]
        enough = {key: 0.25 if key in ROLES else 0.3 for key in moved} | {"shared": 0.5}
        best = worth(enough)
        for _ in range(2):
            for key in moved:
                for step in STEPS:
                    each = worth({**enough, key: step})
                    if each > best + LEAST_GAIN:
                        best, enough = each, {**enough, key: step}
        print(best, enough)
        self.out["enough"] = enough

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


def learn(path: Path, told: Path) -> None:
    """All steps in order."""
    lesson = Lesson(path, told)
    lesson.confidence()
    found = lesson.fillers()
    types = lesson.types(found)
    lesson.thresholds(types, lesson.more(types, found), found)
    WEIGHTS.write_text(json.dumps(lesson.out, sort_keys=True) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="Learn the MUC-4 view.")
    steps = parser.add_subparsers(dest="step", required=True)
    for name in ("read", "learn"):
        steps.add_parser(name).add_argument("file", type=Path)
    steps.choices["read"].add_argument("--part", default="train", choices=("train", "dev"))
    steps.choices["learn"].add_argument("told", type=Path, help="what the network says of the texts")
    args = parser.parse_args()
    if args.step == "read":
        read(args.file, args.part)
    else:
        learn(args.file, args.told)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

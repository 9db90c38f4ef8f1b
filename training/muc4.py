"""Learn the weights of the MUC-4 view (quality/muc4_weights.json) from ../shared/data/muc4 (train).

    python -m training.muc4 read train.jsonl.gz     parse the texts once
    python -m training.muc4 learn train.jsonl.gz    learn from them

Needs scikit-learn, which nothing else here does. What one step tells the next, and the thresholds, comes from models
that did not see the text (five folds); the weights that are kept are learned from all texts. The same input gives the
same file.
"""

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from quality.corpora import DATA, jsonl
from quality.muc4_incidents import COUNTS, MANY, Found, Incident, Placed, assemble, more_numbers, near_numbers, nearness
from quality.muc4_model import (
    CONFIDENCE,
    WEIGHTS,
    Text,
    clusters,
    filler_numbers,
    text_features,
    type_numbers,
    with_role,
    with_said,
    with_text,
)
from quality.muc4_phrases import Phrase, lemmas_of, phrases
from quality.muc4_regressions import Line, odds
from quality.muc4_score import ROLES, Filler, Template, compare, keys_of, normal
from quality.muc4_sentences import HOLDS, TYPES, Sentences, sentence_features
from spacy.tokens import Doc

from rashomon.exports.jsonl import to_json
from rashomon.language import nlp as language
from rashomon.pages.opening import open_page
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader
from training.muc4_fits import FOLDS, Growth, Telling, across, line, matrix, packed, plain_model, second

SMALL, MIDDLE, LARGE = 1 << 15, 1 << 16, 1 << 17
LEAST_GAIN = 0.0005
"""By so much a threshold must make the figures better to be moved; less is chance."""
RARE = 0.5
"""How far a rare confidence is made up for: texts of another time have them oftener."""
STEPS = (0.2, 0.225, 0.25, 0.275, 0.3, 0.35, 0.4)


@dataclass(frozen=True)
class Row:
    """What the second step needs of a text."""

    name: str
    features: set[str]
    phrases: list[Phrase]
    reading: dict[str, Any]


def read(path: Path, part: str) -> None:
    """Read the texts of a part, a line of JSON each."""
    reader, nlp = Reader(), language.load(exclude=())
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as out:
        for row in jsonl(DATA / "muc4" / f"{part}.jsonl"):
            raw = RawPage(input=row["id"], data=row["text"].encode(), media="verbatim")
            opened, reading = open_page(raw, reader.settings), reader.read(raw).reading
            doc = language.parse(nlp, opened.page, opened.blocks)
            out.write(json.dumps(asdict(row_of(doc, to_json(reading))), default=sorted) + "\n")


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
        self.out["again"] = packed(TYPES, [Telling().fit(table, each) for each in wanted])
        shares = np.array([across(lambda: plain_model(1.0), table, each, self.fold) for each in wanted]).T
        again = np.array([across(Telling, table, each, self.fold) for each in wanted]).T
        self.told = wanted
        return [Text(shares[at], again[at], len(row.reading["page"]["text"])) for at, row in enumerate(self.rows)]

    def sentences(self, texts: Sequence[Text]) -> list[Sentences]:
        """How likely each sentence of each text holds a filler of each role and of each type."""
        made = [Sentences(row.reading) for row in self.rows]
        rows: list[set[str]] = []
        wanted = []
        for at, row in enumerate(self.rows):
            rows += sentence_features(made[at], row.reading, texts[at].types)
            wanted.append(self._held(row, made[at]))
        counts = [len(each) for each in wanted]
        table, truth, fold = matrix(rows, MIDDLE), np.concatenate(wanted), np.repeat(self.fold, counts)
        columns = range(len(HOLDS))
        self.out["sentences"] = packed(HOLDS, [plain_model(0.3).fit(table, truth[:, each]) for each in columns])
        shares = np.array([across(lambda: plain_model(0.3), table, truth[:, each], fold) for each in columns]).T
        for each, found in zip(made, np.split(shares, np.cumsum(counts)[:-1]), strict=True):
            each.odds = np.vectorize(odds)(found)
        return made

    def _held(self, row: Row, sentences: Sentences) -> np.ndarray:
        """What each sentence holds by the key."""
        out = np.zeros((len(sentences.spans), len(HOLDS)), dtype=bool)
        for phrase in row.phrases:
            places = [sentences.at(start) for start, _ in phrase.mentions]
            for role in ROLES:
                homes = self._homes(row.name, role, phrase)
                for held in (role, *homes) if homes else ():
                    if held in HOLDS:
                        out[places, HOLDS.index(held)] = True
        return out

    def _homes(self, name: str, role: str, phrase: Phrase) -> set[str]:
        """The types of the incidents that a phrase is a filler of, by the key."""
        words = normal(phrase.words)
        return {
            kind
            for each in self.keys[name]
            for fill in each.fillers[role]
            if words in fill.variants
            for kind in each.types
        }

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
                    homes = self._homes(row.name, role, phrase)
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
        truth = [np.array([name in given for given in values]) for name in CONFIDENCE]
        models = [Telling().fit(table, each) for each in truth]
        for model, each in zip(models, truth, strict=True):
            model.intercept_ = model.intercept_ - RARE * odds(float(each.mean()))
        self.out["confidence"] = packed(CONFIDENCE, models)

    def fillers(
        self, texts: Sequence[Text], sentences: Sequence[Sentences], shares: Sequence[dict[str, np.ndarray]]
    ) -> list[dict[str, list[Found]]]:
        """The second step for fillers."""
        self.out["fillers"] = {}
        found: list[dict[str, list[Found]]] = [{} for _ in self.rows]
        for role in ROLES:
            numbers, wanted, where = [], [], []
            for at, each in enumerate(self.rows):
                words = self._wordings(each.name, role)
                for rank, cluster in enumerate(clusters(each.phrases, shares[at][role], role)):
                    plain = filler_numbers(cluster, rank, each.phrases, role, shares[at], texts[at])
                    numbers.append([*plain, *sentences[at].numbers(each.phrases[cluster[0]], role)])
                    wanted.append(normal(each.phrases[cluster[0]].words) in words)
                    where.append((at, cluster[0]))
            fold = np.array([self.fold[at] for at, _ in where])
            row, told = second(np.array(numbers), np.array(wanted), fold, Growth())
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

    def types(self, texts: Sequence[Text], found: Sequence[dict[str, list[Found]]]) -> np.ndarray:
        """The second step for types."""
        rows = zip(self.rows, texts, found, strict=True)
        numbers = np.array([type_numbers(text, each, row.reading) for row, text, each in rows])
        growth = Growth(strength=0.05, width=2 * len(TYPES), rounds=100, leaves=5, fewest=30)
        self.out["types"], told = {}, []
        for at, name in enumerate(TYPES):
            self.out["types"][name], share = second(numbers, self.told[at], self.fold, growth)
            told.append(share)
        return np.array(told).T

    def more(self, types: np.ndarray, found: Sequence[dict[str, list[Found]]]) -> list[dict[str, list[float]]]:
        """How likely there are two incidents of a type, and three."""
        growth = Growth(strength=0.05, rounds=80, leaves=4, fewest=20)
        self.out["more"] = {}
        shares: dict[str, list[np.ndarray]] = {}
        for name in MANY:
            rows = enumerate(self.rows)
            numbers = np.array([more_numbers(name, types[at], found[at], row.phrases, row.reading) for at, row in rows])
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


def learn(path: Path) -> None:
    """All steps in order."""
    lesson = Lesson(path)
    texts = lesson.texts()
    shares = lesson.slots(texts)
    lesson.kinds(texts)
    lesson.confidence(texts)
    found = lesson.fillers(texts, lesson.sentences(texts), shares)
    types = lesson.types(texts, found)
    lesson.thresholds(types, lesson.more(types, found), found)
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

"""Whole pages against hand-made keys, by the scorer that lies beside the keys.

python -m quality.keys              a table, one line a page
python -m quality.keys --details    also what was missed or wrong
"""

import argparse
import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from types import ModuleType
from typing import Any

from quality.corpora import DATA
from quality.seed import shared_scorer
from rashomon.exports.jsonl import to_json
from rashomon.pages.sources import from_paths
from rashomon.pipeline import Reader

Scores = dict[str, float | None]


def read(data: Path, only: str = "") -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Name, key and reading (as JSON; empty where the page could not be read) of each keyed page."""
    reader = Reader()
    folder = data / "keys"
    for path in sorted(folder.glob(f"{only}*.json")):
        key = json.loads(path.read_text(encoding="utf-8"))
        published = key["published"] if key.get("give_published") else None
        page = str((folder / key["page"]).resolve())
        for result in reader.read_all(from_paths([page], reader.settings, published=published)):
            yield path.stem, key, to_json(result.reading) if result.reading else {}


def score(data: Path) -> dict[str, float]:
    """The mean over pages of each share."""
    scorer = shared_scorer(data)
    rows = [(key, reading) for _, key, reading in read(data)]
    means: Scores = scorer.means([scorer.score(key, reading) for key, reading in rows])
    scores = {_name(key): value for key, value in means.items() if value is not None}
    verdicts = [right for key, reading in rows for right in (ties_right(scorer, key, reading) if reading else ())]
    disputes = [right for key, reading in rows for right in (disputes_right(scorer, key, reading) if reading else ())]
    return {
        **scores,
        "keys_ties_precision": sum(verdicts) / max(1, len(verdicts)),
        "keys_disputes_precision": sum(disputes) / max(1, len(disputes)),
    }


def disputes_right(scorer: ModuleType, key: dict[str, Any], reading: dict[str, Any]) -> list[bool]:
    """For each dispute of a reading whether the key has it, required or optional."""
    text = scorer.Text(reading["page"]["text"])
    keyed = [
        tuple([span for part in text.parts(row[side]) for span in part] for side in ("a", "b"))
        for row in (*key["disputes"], *key.get("disputes_optional", []))
    ]
    found = [[scorer.spans(side["evidence"]) for side in dispute["sides"]] for dispute in reading["disputes"]]
    return [any(_both(scorer, sides, a, b) for a, b in keyed) for sides in found]


def _both(scorer: ModuleType, sides: list[Any], a: list[Any], b: list[Any]) -> bool:
    """Whether one side stands over the one and another over the other."""
    return any(scorer.overlap(one, a) and scorer.overlap(two, b) for one, two in permutations(sides, 2))


def ties_right(scorer: ModuleType, key: dict[str, Any], reading: dict[str, Any]) -> list[bool]:
    """For each tie of a reading whether the key has it, required or optional."""
    entities = scorer.Entities(scorer.Text(reading.get("page", {}).get("text", "")), reading)
    names = scorer.KeyNames(key)
    keyed = [
        ({row["predicate"], *row.get("also_ok", [])}, names.any_of(row["subject"]), names.any_of(row["object"]))
        for row in (*key["ties"], *key.get("ties_optional", []))
    ]
    found = [(tie["predicate"], entities.of(tie["subject"]), entities.of(tie["object"])) for tie in reading["ties"]]
    return [any(_agrees(scorer, each, row) for row in keyed) for each in found]


def _agrees(
    scorer: ModuleType, found: tuple[str, set[str], set[str]], keyed: tuple[set[str], set[str], set[str]]
) -> bool:
    predicate, first, second = found
    wanted, subject, object_ = keyed
    turned = bool(first & object_ and second & subject)
    straight = predicate in wanted and bool(first & subject and second & object_)
    return straight or (turned and (predicate in wanted & scorer.SYMMETRIC or scorer.INVERSE.get(predicate) in wanted))


def _name(key: str) -> str:
    return "keys_" + key.removesuffix(".violations").replace(".", "_")


def main() -> int:
    parser = argparse.ArgumentParser(description="Score whole pages against hand-made keys.")
    parser.add_argument("--only", default="", help="only keys whose name begins so")
    parser.add_argument("--details", action="store_true", help="say what was missed or wrong")
    args = parser.parse_args()
    scorer = shared_scorer(DATA)
    rows: list[tuple[str, Scores]] = []
    verdicts: list[bool] = []
    disputes: list[bool] = []
    for name, key, reading in read(DATA, args.only):
        missed: list[str] = []
        rows.append((name, scorer.score(key, reading, missed)))
        verdicts += ties_right(scorer, key, reading) if reading else []
        disputes += disputes_right(scorer, key, reading) if reading else []
        if args.details:
            print("\n   ".join([f"== {name}", *missed]))
    print(scorer.table(rows))
    print(f"ties that the keys have: {sum(verdicts)} of {len(verdicts)} printed")
    print(f"disputes that the keys have: {sum(disputes)} of {len(disputes)} printed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

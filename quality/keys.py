"""Whole pages against hand-made keys, by the scorer that lies beside the keys.

python -m quality.keys              a table, one line a page
python -m quality.keys --details    also what was missed or wrong
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
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
    means: Scores = scorer.means([scorer.score(key, reading) for _, key, reading in read(data)])
    return {_name(key): value for key, value in means.items() if value is not None}


def _name(key: str) -> str:
    return "keys_" + key.removesuffix(".violations").replace(".", "_")


def main() -> int:
    parser = argparse.ArgumentParser(description="Score whole pages against hand-made keys.")
    parser.add_argument("--only", default="", help="only keys whose name begins so")
    parser.add_argument("--details", action="store_true", help="say what was missed or wrong")
    args = parser.parse_args()
    scorer = shared_scorer(DATA)
    rows: list[tuple[str, Scores]] = []
    for name, key, reading in read(DATA, args.only):
        missed: list[str] = []
        rows.append((name, scorer.score(key, reading, missed)))
        if args.details:
            print("\n   ".join([f"== {name}", *missed]))
    print(scorer.table(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

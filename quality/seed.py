"""The model page: a plain scrape whose parts are known by count, and, with a key kept elsewhere, its names and claims.

python -m quality.seed                 the block figures
python -m quality.seed --key KEY.json  also entities, claims and hedges by the shared scorer, with what was missed
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from quality.corpora import DATA
from rashomon.exports.jsonl import to_json
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader
from rashomon.records import Reading

PUBLISHED = "2019-02-20"
EXPECTED = {"caption": 2, "heading": 2, "comment": 9, "comment_heading": 1, "form": 2, "body": 18}
"""Blocks of each role that a careful reader counts."""


def read(data: Path) -> Reading:
    """The reading of the model page."""
    raw = RawPage(input="seed", data=(data / "seed" / "page.txt").read_bytes(), published=PUBLISHED)
    reading = Reader().read(raw).reading
    assert reading is not None
    return reading


def score(data: Path) -> dict[str, float]:
    """Share of roles counted right, and of comments flagged as spam (all are)."""
    reading = read(data)
    counts: Counter[str] = Counter(block.role for block in reading.blocks)
    comments = [block for block in reading.blocks if block.role == "comment"]
    flagged = sum(any(flag.name == "spam" for flag in block.flags) for block in comments)
    return {
        "seed_roles": sum(counts[role] == number for role, number in EXPECTED.items()) / len(EXPECTED),
        "seed_spam_flagged": flagged / EXPECTED["comment"],
    }


def shared_scorer(data: Path) -> ModuleType:
    """The scorer that lies beside the shared keys."""
    spec = importlib.util.spec_from_file_location("keys_score", data / "keys" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    parser = argparse.ArgumentParser(description="Figures of the model page.")
    parser.add_argument("--key", type=Path, help="a key in the format of the shared keys")
    args = parser.parse_args()
    for key, value in score(DATA).items():
        print(f"{key:24} {value:.3f}")
    if args.key:
        missed: list[str] = []
        wanted: dict[str, Any] = json.loads(args.key.read_text(encoding="utf-8"))
        for key, share in shared_scorer(DATA).score(wanted, to_json(read(DATA)), missed).items():
            if share is not None:
                print(f"{key:24} {share:.3f}")
        print("\n".join(f"   {line}" for line in missed))
    return 0


if __name__ == "__main__":
    sys.exit(main())

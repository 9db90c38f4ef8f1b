"""The quality floor: scores may not fall below what is pinned in floor.json, and the floor only moves up.

    python -m quality.gate             score all, fail (exit 1) where a score fell below its floor
    python -m quality.gate --only spam score one corpus
    python -m quality.gate --raise     write better scores as the new floor
    python -m quality.gate --lower KEY accept a lower score for one key (say why in the commit)

Skips cleanly, and says so, where the shared corpora are absent.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

from quality.corpora import DATA, available, digest

FLOOR = Path(__file__).with_name("floor.json")

SUITES = {
    "articles": ("quality.articles", "article_extraction_benchmark"),
    "spam": ("quality.spam", "spam_comments"),
    "attribution": ("quality.attribution", "polnear"),
    "names": ("quality.names", "names"),
    "times": ("quality.times", "tempeval3"),
    "keys": ("quality.keys", "keys"),
    "seed": ("quality.seed", "seed"),
    "ties": ("quality.ties", "knowledgenet"),
    "copies": ("quality.copies", "newscluster"),
    "ecbplus": ("quality.ecbplus", "ecbplus"),
}
"""Suite: module with `score(data) -> {key: value}` and the corpus that it scores."""

SMALLER_IS_BETTER = ("spam_ham_flagged", "keys_not_same", "keys_no_tie", "false_ties")
EPSILON = {"attribution": 0.005, "keys": 0.02}
"""How far a score may fall: models round differently on different processors, and eight pages move in large steps."""
FINE = 0.003
"""How far the scores of other suites may fall."""


def below(key: str, value: float, floor: float) -> bool:
    """Whether a score is worse than its floor by more than its epsilon."""
    epsilon = EPSILON.get(key.split("_", maxsplit=1)[0], FINE)
    return value > floor + epsilon if key.startswith(SMALLER_IS_BETTER) else value < floor - epsilon


def better(key: str, value: float, floor: float) -> bool:
    """Whether a score is better than its floor."""
    return value < floor if key.startswith(SMALLER_IS_BETTER) else value > floor


def run(suite: str, pinned: dict[str, Any], args: argparse.Namespace) -> tuple[dict[str, Any], list[str]]:
    """Score one suite against its pins; the new pins, and the keys that fell."""
    module, corpus = SUITES[suite]
    scores: dict[str, float] = importlib.import_module(module).score(DATA)
    here = digest(DATA / corpus)
    if pinned and pinned["digest"] != here:
        print(f"{suite}: the corpus is not the one that was pinned ({here}, not {pinned['digest']}); scores may differ")
    floors: dict[str, float] = dict(pinned.get("floors", {}))
    fallen = []
    for key, value in scores.items():
        floor = floors.get(key)
        if floor is not None and below(key, value, floor) and key not in args.lower:
            fallen.append(key)
        verdict = "FELL" if key in fallen else "ok" if floor is not None else "new"
        print(f"{key:32} {value:8.4f}   floor {'-' if floor is None else f'{floor:.4f}':>7}   {verdict}")
        if key in args.lower or (args.raise_ and (floor is None or better(key, value, floor))):
            floors[key] = round(value, 4)
    return {"digest": here, "floors": floors}, fallen


def main() -> int:
    parser = argparse.ArgumentParser(description="Score against the pinned floor.")
    parser.add_argument("--only", action="append", choices=sorted(SUITES), help="score only this suite")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="write better scores as the new floor")
    parser.add_argument("--lower", action="append", default=[], metavar="KEY", help="accept a lower score for KEY")
    args = parser.parse_args()
    pins: dict[str, Any] = json.loads(FLOOR.read_text()) if FLOOR.exists() else {}
    fallen: list[str] = []
    for suite in args.only or SUITES:
        if not available(SUITES[suite][1]):
            print(f"{suite}: skipped, the shared corpus {SUITES[suite][1]!r} is not here")
            continue
        pins[suite], fell = run(suite, pins.get(suite, {}), args)
        fallen += fell
    if args.raise_ or args.lower:
        FLOOR.write_text(json.dumps(pins, indent=1, sort_keys=True) + "\n")
    print(f"{len(fallen)} scores fell below the floor" + (": " + ", ".join(fallen) if fallen else ""))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())

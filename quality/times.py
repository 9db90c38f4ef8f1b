"""Time expressions against TempEval-3: strict, relaxed, value and type F1, as the shared task's own tool defines them.

    python -m quality.times                      read the dev part with the pipeline and score it
    python -m quality.times --part train         another part
    python -m quality.times --predictions FILE   score readings (JSON lines of `rashomon read --jsonl`) instead
    python -m quality.times --show               also list what is wrong
    python -m quality.times --speed              words a second of the station alone, beyond the parse

Strict: the extents are equal. Relaxed: they overlap; each expression matches one other at most, equal extents first,
then the largest overlap. Value and type: relaxed matches whose attribute is equal too. Precision is over the system's
expressions, recall over the gold ones, F1 their harmonic mean; all documents are counted together.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quality.corpora import DATA, available, jsonl
from rashomon.language import nlp as language
from rashomon.meaning.times.station import Times
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader

ROUNDS = 3
KEYS = ("strict", "relaxed", "value", "type")


@dataclass(frozen=True, slots=True)
class Timex:
    """What is scored of a time expression."""

    start: int
    end: int
    type: str
    value: str | None


Pair = tuple[Timex | None, Timex | None]


def align(gold: Iterable[Timex], system: Iterable[Timex]) -> list[Pair]:
    """Pairs of gold and system expressions that overlap; what has no partner stands with None."""
    left, right = sorted(set(gold), key=_place), sorted(set(system), key=_place)
    overlaps = sorted(
        (
            (not (g.start == s.start and g.end == s.end), -(min(g.end, s.end) - max(g.start, s.start)), g.start, i, j)
            for i, g in enumerate(left)
            for j, s in enumerate(right)
            if g.start < s.end and s.start < g.end
        ),
    )
    taken_left: dict[int, int] = {}
    taken_right: set[int] = set()
    for *_, i, j in overlaps:
        if i not in taken_left and j not in taken_right:
            taken_left[i] = j
            taken_right.add(j)
    pairs: list[Pair] = [(g, right[taken_left[i]] if i in taken_left else None) for i, g in enumerate(left)]
    return pairs + [(None, s) for j, s in enumerate(right) if j not in taken_right]


def _place(timex: Timex) -> tuple[int, int, str]:
    return timex.start, timex.end, timex.type


def measure(pairs: Iterable[Pair]) -> dict[str, float]:
    """F1 of each key over the aligned pairs of all documents."""
    right: Counter[str] = Counter()
    for gold, system in pairs:
        right["gold"] += gold is not None
        right["system"] += system is not None
        if gold is None or system is None:
            continue
        right["relaxed"] += 1
        right["strict"] += (gold.start, gold.end) == (system.start, system.end)
        right["value"] += gold.value == system.value
        right["type"] += gold.type == system.type
    total = right["gold"] + right["system"]
    return {f"times_{key}": 2 * right[key] / total if total else 0.0 for key in KEYS}


def gold_of(data: Path, part: str = "dev") -> dict[str, list[Timex]]:
    """The gold expressions of each document."""
    rows = jsonl(data / "tempeval3" / f"{part}.jsonl")
    return {row["id"]: [_timex(timex) for timex in row["timexes"]] for row in rows}


def _timex(row: dict[str, object]) -> Timex:
    value = row["value"]
    return Timex(int(str(row["start"])), int(str(row["end"])), str(row["type"]), None if value is None else str(value))


def predictions(path: Path) -> dict[str, list[Timex]]:
    """The expressions of each reading in a file of JSON lines."""
    return {row["input"]: [_timex(time) for time in row["times"]] for row in jsonl(path)}


def read(data: Path, part: str = "dev") -> Iterator[tuple[str, list[Timex]]]:
    """The expressions that the pipeline finds, document by document; the creation time is given as publication date."""
    reader = Reader()
    for row in jsonl(data / "tempeval3" / f"{part}.jsonl"):
        raw = RawPage(input=row["id"], data=row["text"].encode(), media="verbatim", published=row["dct"])
        reading = reader.read(raw).reading
        times = reading.times if reading else ()
        yield row["id"], [Timex(time.start, time.end, time.type, time.value) for time in times]


def score(data: Path) -> dict[str, float]:
    """The four figures on the dev part."""
    return measure(_pairs(gold_of(data), dict(read(data))))


def _pairs(gold: dict[str, list[Timex]], system: dict[str, list[Timex]]) -> list[Pair]:
    return [pair for name, timexes in gold.items() for pair in align(timexes, system.get(name, []))]


def speed(data: Path, part: str = "dev") -> float:
    """Words a second that the station reads once the texts are parsed; processor time, the quickest of ROUNDS."""
    nlp = language.load()
    docs = [nlp(row["text"]) for row in jsonl(data / "tempeval3" / f"{part}.jsonl")]
    station, seconds = Times(), []
    for _ in range(ROUNDS):
        start = time.process_time()
        for doc in docs:
            station(doc)
        seconds.append(time.process_time() - start)
    return sum(len(doc.text.split()) for doc in docs) / min(seconds)


def _show(data: Path, part: str, gold: dict[str, list[Timex]], system: dict[str, list[Timex]]) -> None:
    texts = {row["id"]: row["text"] for row in jsonl(data / "tempeval3" / f"{part}.jsonl")}
    for name, timexes in gold.items():
        for pair in align(timexes, system.get(name, [])):
            if pair[0] != pair[1]:
                shown = [f"{texts[name][t.start : t.end]!r} {t.type} {t.value}" if t else "nothing" for t in pair]
                print(f"{name}\tgold {shown[0]}\tread {shown[1]}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Score time expressions on TempEval-3.")
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    parser.add_argument("--predictions", type=Path, metavar="FILE", help="readings as JSON lines")
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    parser.add_argument("--speed", action="store_true", help="words a second of the station alone")
    args = parser.parse_args()
    if not available("tempeval3"):
        print("skipped: the shared corpus 'tempeval3' is not here")
        return 0
    if args.speed:
        print(f"{'words a second':16} {speed(DATA, args.part):.0f}")
        return 0
    gold = gold_of(DATA, args.part)
    system = predictions(args.predictions) if args.predictions else dict(read(DATA, args.part))
    if args.show:
        _show(DATA, args.part, gold, system)
    for key, value in measure(_pairs(gold, system)).items():
        print(f"{key:16} {value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

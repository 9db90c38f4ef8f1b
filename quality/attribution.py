"""Who said what: claims scored against PolNeAR.

    python -m quality.attribution                       read the dev articles and score them, with 95 % intervals
    python -m quality.attribution --predictions FILE    score readings made elsewhere (JSON lines, `input` = article id)

Exact: F1 over the contiguous spans of a role, as published figures have it (a content that its cue splits is two).
Sets: all the spans that a role has in one attribution are found together. Tokens: F1 over the tokens (words and single
signs) that any attribution puts into a role. Linked: content token IoU of at least 0.5 and overlapping sources, one to
one. Whole: the sets of all three roles are right. Tokens that the annotator left outside any attribution count neither
way.
"""

import argparse
import random
import re
import statistics
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.corpora import DATA, jsonl
from rashomon.exports.jsonl import to_json
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader

ROLES = ("content", "source", "cue")
MEASURES = (*(f"{role}_{kind}" for kind in ("tokens", "exact", "sets") for role in ROLES), "linked", "whole")
_TOKEN = re.compile(r"\w+|[^\w\s]")

Row = dict[str, Any]
Counts = dict[str, tuple[int, int, int]]
"""For each measure: found and right, found, wanted."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution by roles: its spans as they stand, and the numbers of the tokens in them."""

    spans: dict[str, frozenset[tuple[int, int]]]
    tokens: dict[str, frozenset[int]]


def tokens(text: str) -> list[tuple[int, int]]:
    """Words and single signs."""
    return [match.span() for match in _TOKEN.finditer(text)]


def attributions(rows: Iterable[Row], text: str, ignored: frozenset[int]) -> list[Attribution]:
    """Attributions or claims with `source`, `cue` and `content` spans; those of ignored tokens alone are left out."""
    places = tokens(text)
    out = []
    for row in rows:
        spans = {role: _joined(row[role], text) for role in ROLES}
        inside = {role: _inside(places, spans[role]) for role in ROLES}
        if not all(inside[role] <= ignored for role in ROLES):
            out.append(Attribution(spans, {role: inside[role] - ignored for role in ROLES}))
    return out


def _joined(spans: Sequence[Sequence[int]], text: str) -> frozenset[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for start, end in spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return frozenset(out)


def _inside(places: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    ends = [last for _, last in places]
    starts = [first for first, _ in places]
    return frozenset(
        at for start, end in spans for at in range(bisect_right(ends, start), bisect_left(starts, end)) if start < end
    )


def compare(gold: Row, claims: Sequence[Row]) -> Counts:
    """The counts of one article: `gold` as in the corpus, `claims` as in a reading."""
    text: str = gold["text"]
    loose = frozenset((start, end) for part in gold.get("unattached_spans", ()) for start, end in part["spans"])
    wanted = attributions(gold["attributions"], text, frozenset())
    held = frozenset(at for one in wanted for role in ROLES for at in one.tokens[role])
    found = attributions(claims, text, _inside(tokens(text), loose) - held)
    counts: Counts = {}
    for role in ROLES:
        want = frozenset(at for one in wanted for at in one.tokens[role])
        have = frozenset(at for one in found for at in one.tokens[role])
        counts[f"{role}_tokens"] = (len(want & have), len(have), len(want))
        single = [Counter(span for one in side for span in one.spans[role]) for side in (wanted, found)]
        counts[f"{role}_exact"] = (_size(single[0] & single[1]), _size(single[1]), _size(single[0]))
        sets = [Counter(one.spans[role] for one in side if one.spans[role]) for side in (wanted, found)]
        counts[f"{role}_sets"] = (_size(sets[0] & sets[1]), _size(sets[1]), _size(sets[0]))
    whole = [Counter(tuple(one.spans[role] for role in ROLES) for one in side) for side in (wanted, found)]
    counts["linked"] = (_linked(wanted, found), len(found), len(wanted))
    counts["whole"] = (_size(whole[0] & whole[1]), len(found), len(wanted))
    return counts


def _size(counter: Counter[Any]) -> int:
    return sum(counter.values())


def _linked(wanted: Sequence[Attribution], found: Sequence[Attribution]) -> int:
    """How many pairs agree, the best pairs first."""
    pairs = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            both = one.tokens["content"] & other.tokens["content"]
            share = len(both) / len(one.tokens["content"] | other.tokens["content"]) if both else 0.0
            sources = (one.tokens["source"], other.tokens["source"])
            if share >= 0.5 and (sources[0] & sources[1] or not (sources[0] or sources[1])):
                pairs.append((-share, i, j))
    seen: set[tuple[str, int]] = set()
    hits = 0
    for _, i, j in sorted(pairs):
        if not {("want", i), ("have", j)} & seen:
            seen |= {("want", i), ("have", j)}
            hits += 1
    return hits


def f1(counts: Iterable[tuple[int, int, int]]) -> float:
    """F1 over summed counts; 1 where there was nothing to find and nothing was found."""
    right, found, wanted = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (found + wanted) if found + wanted else 1.0


def articles(data: Path, limit: int | None = None, part: str = "dev") -> list[Row]:
    """The annotated articles, the first `limit` of them."""
    return list(jsonl(data / "polnear" / f"{part}.jsonl"))[:limit]


def read(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The claims of our own readings, in the form of the JSON contract."""
    reader = Reader()
    for row in rows:
        reading = reader.read(RawPage(input=row["id"], data=row["text"].encode("utf-8"), media="verbatim")).reading
        yield to_json(reading)["claims"] if reading else []


def measure(counts: Sequence[Counts]) -> dict[str, float]:
    """F1 of each measure."""
    return {name: f1(one[name] for one in counts) for name in MEASURES}


def intervals(counts: Sequence[Counts], rounds: int = 1000) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each F1 when articles are drawn again with replacement."""
    draw = random.Random(20)
    drawn = [measure(draw.choices(counts, k=len(counts))) for _ in range(rounds)]
    edges = {name: statistics.quantiles([one[name] for one in drawn], n=40) for name in MEASURES}
    return {name: (cuts[0], cuts[-1]) for name, cuts in edges.items()}


def score(data: Path, limit: int | None = None) -> dict[str, float]:
    """F1 of our own readings of the dev articles."""
    rows = articles(data, limit)
    counts = [compare(row, claims) for row, claims in zip(rows, read(rows), strict=True)]
    return {f"attribution_{name}": value for name, value in measure(counts).items()}


def main() -> int:
    parser = argparse.ArgumentParser(description="Score claims against PolNeAR.")
    parser.add_argument("--predictions", type=Path, help="readings as JSON lines, instead of reading the articles")
    parser.add_argument("--limit", type=int, help="score only the first articles")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    args = parser.parse_args()
    rows = articles(DATA, args.limit, args.part)
    if args.predictions:
        made = {row["input"]: row["claims"] for row in jsonl(args.predictions)}
        claims: Iterable[list[Row]] = [made.get(row["id"], []) for row in rows]
    else:
        claims = read(rows)
    counts = [compare(row, each) for row, each in zip(rows, claims, strict=True)]
    edges = intervals(counts)
    for name, value in measure(counts).items():
        right, found, wanted = (sum(one[name][column] for one in counts) for column in range(3))
        precision, recall = (right / total if total else 0.0 for total in (found, wanted))
        low, high = edges[name]
        print(f"{name:16} F1 {value:.3f}  [{low:.3f}, {high:.3f}]   precision {precision:.3f}   recall {recall:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Figures on dev: exact spans, words, whole attributions, names.

In: gold and found attributions or names of each text, in characters. Out: numbers. The measures are those of the design
(section 6); the project's own scorer under quality/ has the last word.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rashomon.wordpieces import Words

ROLES = ("source", "cue", "content")
Attribution = dict[str, Any]


@dataclass(frozen=True)
class Tally:
    """Right, found and wanted of one text."""

    right: int
    found: int
    wanted: int


def f1(tallies: Sequence[Tally]) -> float:
    """F1 over texts, in percent."""
    right, both = sum(t.right for t in tallies), sum(t.found + t.wanted for t in tallies)
    return 200.0 * right / both if both else 100.0


def spans_of(attributions: Sequence[Attribution], role: str) -> Counter[tuple[int, int]]:
    """All contiguous spans of a role."""
    return Counter(tuple(span) for attribution in attributions for span in attribution[role])


def exact(gold: Sequence[Attribution], found: Sequence[Attribution], role: str) -> Tally:
    """Spans with both ends right."""
    wanted, given = spans_of(gold, role), spans_of(found, role)
    return Tally((wanted & given).total(), given.total(), wanted.total())


def sets(gold: Sequence[Attribution], found: Sequence[Attribution], role: str) -> Tally:
    """Roles of attributions whose whole set of spans is right."""
    wanted, given = (Counter(tuple(map(tuple, one[role])) for one in side if one[role]) for side in (gold, found))
    return Tally((wanted & given).total(), given.total(), wanted.total())


def words(text: Words, gold: Sequence[Attribution], found: Sequence[Attribution], role: str) -> Tally:
    """Words with the right role."""
    wanted, given = (inside(text, side, role) for side in (gold, found))
    return Tally(len(wanted & given), len(given), len(wanted))


def inside(text: Words, attributions: Sequence[Attribution], role: str) -> set[int]:
    """The words whose first character stands in a span of the role."""
    places = {place for attribution in attributions for span in attribution[role] for place in range(*span)}
    return {word for word, (start, _) in enumerate(text.spans) if start in places}


def linked(gold: Sequence[Attribution], found: Sequence[Attribution]) -> Tally:
    """Attributions paired one to one: contents overlap by half at least (of their union), sources overlap."""
    return Tally(len(paired(gold, found)), len(found), len(gold))


def paired(gold: Sequence[Attribution], found: Sequence[Attribution]) -> set[int]:
    """The numbers of those found that pair with one that is wanted, the best pairs first."""
    pairs = []
    for one, wanted in enumerate(gold):
        for other, given in enumerate(found):
            share = overlap(wanted["content"], given["content"])
            if share >= 0.5 and sources_meet(wanted["source"], given["source"]):
                pairs.append((-share, one, other))
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, one, other in sorted(pairs):
        if one not in used_gold and other not in used_found:
            used_gold.add(one)
            used_found.add(other)
    return used_found


def overlap(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> float:
    """Shared characters over all characters of two sets of spans."""
    if not one or not other or max(e for _, e in one) <= min(s for s, _ in other):
        return 0.0
    left = {place for span in one for place in range(*span)}
    right = {place for span in other for place in range(*span)}
    return len(left & right) / len(left | right)


def sources_meet(one: Sequence[Sequence[int]], other: Sequence[Sequence[int]]) -> bool:
    """Whether two sources share a character, or neither attribution has one."""
    if not one or not other:
        return not one and not other
    return any(a < d and c < b for a, b in one for c, d in other)


def whole(gold: Sequence[Attribution], found: Sequence[Attribution]) -> Tally:
    """Attributions with all three roles exactly right."""
    keys = [
        Counter(tuple(tuple(map(tuple, attribution[role])) for role in ROLES) for attribution in side)
        for side in (gold, found)
    ]
    return Tally((keys[0] & keys[1]).total(), len(found), len(gold))


def names(gold: Sequence[dict[str, Any]], found: Sequence[tuple[int, int, str]]) -> Tally:
    """Names with span and type right."""
    wanted = {(name["start"], name["end"], name["type"]) for name in gold}
    given = set(found)
    return Tally(len(wanted & given), len(given), len(wanted))


def interval(tallies: Sequence[Tally], measure: Callable[[Sequence[Tally]], float] = f1) -> tuple[float, float]:
    """Bootstrap 95 % interval over texts."""
    chance = np.random.default_rng(7)
    drawn = [measure([tallies[n] for n in chance.integers(0, len(tallies), len(tallies))]) for _ in range(1000)]
    return float(np.percentile(drawn, 2.5)), float(np.percentile(drawn, 97.5))

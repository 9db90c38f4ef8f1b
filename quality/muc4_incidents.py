"""From likely types and fillers to the incidents of a text: which are told, how many of a type, and who is in which.

In: probabilities. Out: incidents. A template is written where what it would add to the figures (GTT micro-F1) is more
than what it would cost; several of one type where a text probably tells several, its fillers parted by how near they
stand. How probable anything is does not belong here.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from quality.muc4_network import COUNTS, TYPES, Told
from quality.muc4_phrases import Phrase
from quality.muc4_regressions import Line, Vector
from quality.muc4_score import ROLES

COST = 0.45
"""What a fill costs where one that is right brings 2: the F1 that is reached."""
_LEAST_TYPE = 0.05
_VIOLENT = ("attack", "killing", "kidnapping", "clash", "injury")
_LIKELY, _HELD = 0.15, 0.2

Found = tuple[int, float, Vector]
"""A filler: the number of its best wording, how likely it fills its role, how likely in an incident of each type."""
Placed = tuple[str, int]
"""A role, and the number of the phrase that fills it."""
Near = Callable[[Placed, Placed], float]
"""How likely two fillers of one type belong to one incident."""


@dataclass(frozen=True)
class Incident:
    """A template under way: type, numbers of the phrases that fill each role, a confidence for each organisation."""

    type: str
    fillers: dict[str, list[int]]
    confidence: list[str]


def standing(event: dict[str, Any]) -> str:
    """Whether an event is told as having happened."""
    seen = event["perspectives"][0]
    return "real" if seen["status"] in {"actual", "ongoing"} and seen["polarity"] == "affirmed" else "unreal"


def assemble(
    types: Sequence[float],
    more: dict[str, list[float]],
    found: dict[str, list[Found]],
    enough: dict[str, float],
    near: Near,
) -> list[Incident]:
    """The incidents that are worth telling; `more` is how likely there are as many as `COUNTS` says."""
    out = []
    for kind, name in enumerate(TYPES):
        likely = [
            (share * float(kinds[kind]), (role, at))
            for role in ROLES
            for at, share, kinds in found[role]
            if share * kinds[kind] > enough[role]
        ]
        worth = 2 * types[kind] - COST + sum(max(0.0, 2 * share - COST) for share, _ in likely)
        if types[kind] < _LEAST_TYPE or worth < 0:
            continue
        count = 1
        for many, share in zip(COUNTS, more.get(name, ()), strict=False):
            if count == many - 1 and share > enough[f"{many} of a type"]:
                count = many
        groups = parted([placed for _, placed in likely], count, near, enough["shared"])
        out += [
            Incident(name, {role: [at for own, at in each if own == role] for role in ROLES}, []) for each in groups
        ]
    return out


def parted(fillers: Sequence[Placed], count: int, near: Near, shared: float) -> list[list[Placed]]:
    """Fillers in as many groups as there are incidents, by average link; groups of perpetrators also where they fit."""
    if count == 1:
        return [list(fillers)]
    groups = [[each] for each in fillers]
    while len(groups) > count:
        _, left, right = max(
            (_link(groups[left], groups[right], near), left, right)
            for right in range(len(groups))
            for left in range(right)
        )
        groups[left] += groups.pop(right)
    out = [list(group) for group in groups]
    for group in groups:
        for filler in group:
            if filler[0] == "PerpOrg":
                for other, made in zip(groups, out, strict=True):
                    if other is not group and _link([filler], other, near) > shared:
                        made.append(filler)
    return out + [[] for _ in range(count - len(out))]


def _link(one: Sequence[Placed], two: Sequence[Placed], near: Near) -> float:
    return float(np.mean([near(left, right) for left in one for right in two]))


def nearness(learned: Line, phrases: Sequence[Phrase], reading: dict[str, Any]) -> Near:
    """How likely fillers of a text belong together, as learned from `near_numbers`."""
    return lambda one, two: learned(near_numbers(one, two, phrases, reading))


def near_numbers(one: Placed, two: Placed, phrases: Sequence[Phrase], reading: dict[str, Any]) -> list[float]:
    """How far two fillers are from each other, in sentences, characters and paragraphs, and what they are."""
    (role, left), (other, right) = (one[0], phrases[one[1]]), (two[0], phrases[two[1]])
    between = min(abs(a - b) for a in left.sentences for b in right.sentences)
    firsts = abs(min(left.sentences) - min(right.sentences))
    letters = min(abs(a - b) for a, _ in left.mentions for b, _ in right.mentions)
    start, end = sorted((left.mentions[0][0], right.mentions[0][0]))
    return [
        float(between == 0),
        float(between == 1),
        float(min(between, 6)),
        float(min(firsts, 10)),
        math.log1p(letters),
        float(min(reading["page"]["text"].count("\n\n", start, end), 6)),
        float(role == other),
        float(role == other and between == 0),
        float(role == other) * min(firsts, 6),
        *(float(each in {role, other}) for each in ("PerpOrg", "PerpInd", "Weapon")),
        float(max(len(left.sentences), len(right.sentences)) > 2),
        len(reading["sentences"]) / 20,
    ]


def more_numbers(
    name: str,
    told: Told,
    types: Sequence[float],
    found: dict[str, list[Found]],
    phrases: Sequence[Phrase],
    reading: dict[str, Any],
) -> list[float]:
    """What tells how many incidents of a type there are: the network, the length, the fillers, places, times."""
    kind = TYPES.index(name)
    shares = {role: [(share * float(kinds[kind]), at) for at, share, kinds in found[role]] for role in ROLES}
    out = list(map(float, told.text[len(TYPES) :]))
    out += [float(len(reading["sentences"])), math.log1p(len(reading["page"]["text"])), types[kind]]
    for role in ROLES:
        held = [min(phrases[at].sentences) for share, at in shares[role] if share > _HELD]
        out.append(sum(share for share, _ in shares[role]))
        out.append(float(sum(share > _LIKELY for share, _ in shares[role])))
        out.append(float(max(held) - min(held)) if held else -1.0)
    deeds = [event for event in reading["events"] if event["type"] in _VIOLENT]
    text = reading["page"]["text"].lower()
    places = {
        argument["entity"] or text[argument["start"] : argument["end"]]
        for event in deeds
        for argument in event["arguments"]
        if argument["role"] == "place"
    }
    out += [float(len(places)), float(len({event["time"] for event in deeds} - {None}))]
    return [*out, *(float(sum(event["type"] == each for event in deeds)) for each in _VIOLENT)]

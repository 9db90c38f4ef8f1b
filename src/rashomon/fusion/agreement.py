"""Two cells of one column held against each other: the same, at odds, or neither.

In: cells, and pairs of groups of which one is part of the other. Out: a verdict. Silence agrees with nothing and is at
odds with nothing; where the words do not tell, neither is assumed.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from rashomon.folding import fold_name
from rashomon.fusion.cells import FIGURES
from rashomon.fusion.countries import country
from rashomon.fusion.voices import Same
from rashomon.graph import Cell
from rashomon.intervals import Interval
from rashomon.records import DisputeKind, Entity, Reading
from rashomon.spans import Span

Verdict = Literal["same", "odds", "open"]
Related = frozenset[tuple[str, str]]
"""Pairs of groups, each in both directions, of which one is part of the other or acts for it."""

KINDS: dict[str, DisputeKind] = {
    "status": "status",
    "date": "date",
    "place": "place",
    "agent": "agent",
    **dict.fromkeys(sorted(FIGURES), "value"),
}
"""Columns in which two accounts may not both hold, and what such a dispute is called; one denying is a `denial`."""

_VAGUE = re.compile(r"(?:(?:north|south)?(?:ea|we)stern|northern|southern|central)\b")
_PART = frozenset(
    {"part_of", "member_of", "leads", "employed_by", "holds_post", "owns", "controls", "front_of", "alias_of"}
)


def verdict(one: Cell, other: Cell, related: Related) -> Verdict:
    """How two cells of one column stand to each other; symmetric."""
    if "silent" in (one.stand, other.stand):
        return "open"
    if one.column == "status":
        return _status(one, other)
    if "denies" in (one.stand, other.stand):
        return "open"
    if one.column in FIGURES or one.column == "date":
        ours, theirs = Interval(one.low, one.high), Interval(other.low, other.high)
        return "same" if ours.agrees(theirs) else "open" if ours.meets(theirs) else "odds"
    return _entities(one, other, related)


def kind(one: Cell, other: Cell) -> DisputeKind | None:
    """What it is called where the two cells are at odds; None for columns in which several values may hold."""
    if one.column == "status" and one.stand != other.stand:
        return "denial"
    return KINDS.get(one.column)


def related(readings: Iterable[Reading], same: Same) -> Related:
    """Groups that stand for each other: by ties of part and member (parts of parts too), and by "Merrow, Kestrova"."""
    inside: dict[str, set[str]] = {}
    for reading in readings:
        page = reading.page.id
        pairs = [(tie.subject, tie.object) for tie in reading.ties if tie.predicate in _PART]
        for one, other in (*pairs, *_places_in_places(reading)):
            inside.setdefault(same.get((page, one), f"{page}/{one}"), set()).add(
                same.get((page, other), f"{page}/{other}")
            )
    found = set()
    for start in inside:
        waiting, reached = [start], {start}
        while waiting:
            for each in inside.get(waiting.pop(), ()):
                if each not in reached:
                    reached.add(each)
                    waiting.append(each)
        found |= {pair for other in reached - {start} for pair in ((start, other), (other, start))}
    return frozenset(found)


def _status(one: Cell, other: Cell) -> Verdict:
    """Yes and no are at odds; what one plans, another saw happen: time has passed, and neither is wrong."""
    if one.stand != other.stand:
        return "odds" if "hypothetical" not in (one.value, other.value) else "open"
    return "same" if one.value == other.value else "open"


def _entities(one: Cell, other: Cell, related: Related) -> Verdict:
    if {*one.groups} & {*other.groups} or fold_name(one.value) == fold_name(other.value):
        return "same"
    if not one.groups or not other.groups:
        return "open"
    if any((ours, theirs) in related for ours in one.groups for theirs in other.groups):
        return "same" if one.column == "place" else "open"
    return "open" if _is_short_for(one, other) or (one.column == "place" and _may_hold(one, other)) else "odds"


def _is_short_for(one: Cell, other: Cell) -> bool:
    """Whether one has all the words of the other: "Lowland Army", "fighters of the Lowland Army"."""
    ours, theirs = (set(fold_name(each.value).split()) for each in (one, other))
    return ours <= theirs or theirs <= ours


def _may_hold(one: Cell, other: Cell) -> bool:
    """Whether one of two places may lie in the other for all that is known: a town in a state, "northern" somewhere."""
    states = {country(each.value) for each in (one, other)}
    return (None in states and len(states) > 1) or any(_VAGUE.match(fold_name(each.value)) for each in (one, other))


def _places_in_places(reading: Reading) -> Iterable[tuple[str, str]]:
    """Places named side by side, the smaller first: "Merrow, Kestrova"."""
    found: list[tuple[Span, Entity]] = sorted(
        ((Span(mention.start, mention.end), entity)
         for entity in reading.entities if entity.type == "place"
         for mention in entity.mentions if mention.form == "name"),
        key=lambda each: (each[0], each[1].id),
    )  # fmt: skip
    for (one, inner), (other, outer) in pairwise(found):
        if reading.page.text[one.end : other.start] == ", " and inner.id != outer.id:
            yield inner.id, outer.id

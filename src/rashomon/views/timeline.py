"""Events in time: one row for each happening and each interval that accounts give it.

In: events of pages with `Material`. Out: `TimelineRow`, in the order of time. A date that nobody gives is not made up;
where two accounts differ in the date of one happening, there are two rows with one event id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.graph import Group, Item
from rashomon.records import EventType, Polarity, Status
from rashomon.views.happening import Part, Precision, Sighting, sighting
from rashomon.views.material import Excerpt, JudgementView, Material, PageRef, Telling, Told

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TimelineRow(Told):
    """What is said to have happened when, and who says so how.

    `statuses` and `polarities`: all that its tellings have. `words`: the trigger, each spelling once.
    """

    event: Group
    type: EventType
    words: tuple[str, ...]
    earliest: str | None
    latest: str | None
    precision: Precision
    when: tuple[str, ...]
    statuses: tuple[Status, ...]
    polarities: tuple[Polarity, ...]
    parts: tuple[Part, ...]
    tellings: tuple[Telling, ...]
    excerpts: tuple[Excerpt, ...]
    pages: tuple[PageRef, ...]
    judgements: tuple[JudgementView, ...]
    items: int
    """How many records of pages say so; where they are many, the row shows the first of them."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A stretch of the timeline; `cursor` leads to the next, None where it ends."""

    rows: tuple[TimelineRow, ...]
    cursor: str | None


def row(event: Group, items: Iterable[Item], material: Material, *, total: int) -> TimelineRow:
    """One row from events of pages that are joined and give the same days; there are `total` of them."""
    found = sorted((sighting(item, material) for item in items), key=lambda each: each.item)
    tellings = tuple(telling for each in found for telling in each.tellings)
    return TimelineRow(
        event=event,
        type=found[0].type,
        words=_once(each.trigger for each in found),
        earliest=found[0].when.earliest,
        latest=found[0].when.latest,
        precision=found[0].when.precision,
        when=_once(each.when.words for each in found if each.when.words),
        statuses=_once(telling.status for telling in tellings),
        polarities=_once(telling.polarity for telling in tellings),
        parts=_parts(found),
        tellings=tellings,
        excerpts=tuple(each.excerpt for each in found),
        pages=_once(material.pages[each.item.page].ref for each in found),
        judgements=tuple(judgement for each in found for judgement in each.judgements),
        items=total,
    )


def _parts(found: Sequence[Sighting]) -> tuple[Part, ...]:
    """Each part once: by role and entity, else by role and words."""
    parts = {
        (part.role, part.entity.id if part.entity else part.words.casefold()): part
        for each in reversed(found)
        for part in reversed(each.parts)
    }
    return tuple(reversed(parts.values()))


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))

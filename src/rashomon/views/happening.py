"""Events over many pages: one happening, all that pages say of it, and the accounts side by side.

In: `Material`, and the account table that fusion made. Out: `EventView`, and the `Sighting` of each page. Nothing is
decided about who is right.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rashomon.graph import AccountTable, Group, Item
from rashomon.records import ArgumentRole, Count, Event, EventType, Time
from rashomon.spans import Span
from rashomon.views.disputes import DisputeView
from rashomon.views.material import Excerpt, JudgementView, Look, Material, PageRef, Telling, Told, look_of
from rashomon.views.suggestions import Suggestion

Precision = Literal["day", "month", "year", "span", "from", "until", "unknown"]
"""How closely an interval says when: one day, a calendar month or year, days between, one end open, nothing at all."""


@dataclass(frozen=True, slots=True)
class When:
    """The days that an account allows, and its words for them, which are empty where no time is named.

    `value`: as TIMEX3, with the hour or part of the day where it has one.
    """

    earliest: str | None
    latest: str | None
    precision: Precision
    words: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """Who or what takes part: the words of the page, its entity there (an id), and what that is over all pages."""

    role: ArgumentRole
    words: str
    record: str | None
    entity: Group | None


@dataclass(frozen=True, slots=True)
class Sighting(Told):
    """One page's mention of an event."""

    item: Item
    type: EventType
    trigger: str
    at: Span
    """Where the trigger stands."""
    when: When
    parts: tuple[Part, ...]
    counts: tuple[Count, ...]
    figures: tuple[str, ...]
    """The counts in the words of the page."""
    tellings: tuple[Telling, ...]
    excerpt: Excerpt
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One happening: who tells of it and how, side by side."""

    group: Group
    sightings: tuple[Sighting, ...]
    table: AccountTable
    disputes: tuple[DisputeView, ...]
    pages: tuple[PageRef, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def look(self) -> Look:
        """How all who speak of it tell of it, taken together."""
        return look_of([telling for each in self.sightings for telling in each.tellings])


def event_view(
    group: Group,
    items: Iterable[Item],
    material: Material,
    table: AccountTable,
    *,
    disputes: tuple[DisputeView, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
) -> EventView:
    """The answer to what happened, according to whom; sightings by page in the order of publication."""
    found = [sighting(item, material) for item in items]
    pages = {item.page: material.pages[item.page].ref for item in (each.item for each in found)}
    order = sorted(pages.values(), key=lambda page: (page.published is None, page.published or "", page.title, page.id))
    place = {page.id: n for n, page in enumerate(order)}
    found.sort(key=lambda each: (place[each.item.page], each.excerpt.start, each.item))
    return EventView(group, tuple(found), table, disputes, tuple(order), suggestions)


def sighting(item: Item, material: Material) -> Sighting:
    """One page's mention of an event, in words."""
    held = material.pages[item.page]
    event, text = held.events[item.record], held.reading.page.text
    spans = [event.trigger, *(span for seen in event.perspectives for span in seen.evidence)]
    return Sighting(
        item=item,
        type=event.type,
        trigger=" ".join(event.trigger.cut(text).split()),
        at=event.trigger,
        when=when(held.times.get(event.time or ""), text),
        parts=parts(event, item.page, material),
        counts=event.counts,
        figures=tuple(f"{' '.join(text[each.start : each.end].split())} {each.kind}" for each in event.counts),
        tellings=tuple(material.telling(item.page, seen, (event.trigger,)) for seen in event.perspectives),
        excerpt=material.excerpt(item.page, spans),
        judgements=material.judgements("event", item.page, item.record),
    )


def parts(event: Event, page: str, material: Material) -> tuple[Part, ...]:
    """Who and what takes part in an event of a page."""
    text = material.pages[page].reading.page.text
    return tuple(
        Part(
            each.role,
            " ".join(text[each.start : each.end].split()),
            each.entity,
            material.group("entity", page, each.entity),
        )
        for each in event.arguments
    )


def when(time: Time | None, text: str) -> When:
    """The interval of a time expression, with how close it is."""
    if time is None:
        return When(None, None, "unknown", "", None)
    words = " ".join(text[time.start : time.end].split())
    return When(time.earliest, time.latest, precision(time.earliest, time.latest), words, time.value)


def _last_of_month(day: str) -> str:
    return f"{day[:8]}{monthrange(int(day[:4]), int(day[5:7]))[1]}"


def precision(earliest: str | None, latest: str | None) -> Precision:
    """How closely two ISO days say when; a year or month is one where the days are its first and last."""
    if earliest is None or latest is None:
        return "unknown" if earliest == latest else "from" if earliest else "until"
    if earliest[:10] == latest[:10]:
        return "day"
    if earliest.endswith("-01-01") and latest == f"{earliest[:4]}-12-31":
        return "year"
    if earliest[:8] == latest[:8] and earliest.endswith("-01") and latest == _last_of_month(earliest):
        return "month"
    return "span"

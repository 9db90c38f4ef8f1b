"""What questions to a case may ask for: the values of filters, where lists begin. Checked once, for views and API.

In: what came with a request. Out: values that a case knows, or a `Problem` that says which there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar, get_args

from fastapi import Query

from rashomon.answering import Period
from rashomon.graph import Decision, Item, ItemKind, RecordKind
from rashomon.isodates import is_iso_date
from rashomon.records import Certainty, DisputeKind, EntityType, EventType
from rashomon.views.search import HitKind
from rashomon.web.problems import Problem

Kind = TypeVar("Kind", bound=str)
Text = Annotated[str, Query(max_length=300)]
Begin = Annotated[int, Query(ge=0, le=100_000_000)]
MOST_DISPUTES = 5000
"""Disputes that are looked at for one answer: accounts are compared for each."""

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
DISPUTE_KINDS: tuple[DisputeKind, ...] = get_args(DisputeKind)
HIT_KINDS: tuple[HitKind, ...] = get_args(HitKind)
ITEM_KINDS: tuple[ItemKind, ...] = get_args(ItemKind)
DECISIONS: tuple[Decision, ...] = get_args(Decision)


@dataclass(frozen=True, slots=True)
class EventFilters:
    """Which events are asked for; empty fields ask for all, but for `undated`: without it those with a date."""

    entity: Text = ""
    type: Text = ""
    source: Text = ""
    certainty: Text = ""
    since: Text = ""
    until: Text = ""
    undated: Text = ""

    def period(self) -> Period:
        """The filters as a case takes them."""
        return Period(
            entity=self.entity or None,
            type=kind_of(self.type, EVENT_TYPES),
            source=self.source or None,
            certainty=kind_of(self.certainty, CERTAINTIES),
            since=date_of(self.since),
            until=date_of(self.until),
            dated=not self.undated,
        )


def kind_of(value: str, known: Sequence[Kind]) -> Kind | None:
    """The value if there is such a one, None where none was asked for."""
    if not value:
        return None
    for kind in known:
        if kind == value:
            return kind
    raise Problem(400, f"there is no such kind; there are {', '.join(known)}")


def date_of(value: str) -> str | None:
    """An ISO day, None where none was asked for."""
    if not value:
        return None
    if not is_iso_date(value):
        raise Problem(400, "a date is an ISO date such as 2031-05-04")
    return value[:10]


def begin_of(begin: int, total: int) -> int:
    """Where a list begins, never behind its end."""
    return min(begin, max(total - 1, 0))


def item_of(given: str) -> Item:
    """The record that `kind/page/record` names."""
    kind, _, rest = given.partition("/")
    page, _, record = rest.partition("/")
    known: dict[str, RecordKind] = {name: name for name in get_args(RecordKind)}
    if kind not in known or not page or not record:
        raise Problem(400, "a record is named kind/page/record")
    return Item(known[kind], page, record)

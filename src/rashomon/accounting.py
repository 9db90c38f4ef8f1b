"""The accounts of events: readings as judged and the groups that they need, carried to fusion, and disputes kept.

In: a connection and events of pages. Out: account tables; rows that say which events are in dispute. What accounts
differ in is fusion's to say.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.fusion.accounts import accounts, disputes, laid_out
from rashomon.fusion.judged import as_judged
from rashomon.fusion.statements import statements
from rashomon.graph import AccountDispute, AccountTable, Item, Judgement, Statement
from rashomon.records import Event, Reading
from rashomon.store import answers, groups, judgements
from rashomon.store import reader as questions
from rashomon.store.excerpts import Purpose, excerpts
from rashomon.store.judgements import Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection

Given = tuple[list[tuple[Reading, Event]], list[tuple[str, ...]], Mapping[tuple[str, str], str]]
"""What fusion makes accounts of: mentions on pages, groups of copied pages, the group of each entity."""


def shown(
    connection: "Connection", items: Iterable[Item], purpose: Purpose = "lines"
) -> tuple[tuple[Reading, ...], tuple[Standing, ...]]:
    """Kept readings as people judged them, as records need them for a purpose, and the judgements of their pages.

    Of a page on which something was judged come all parts: a correction may name any record of it.
    """
    listed = tuple(items)
    standing = judgements.on_pages(connection, {item.page for item in listed})
    touched = {item.page for each in standing for item in (each.judgement.left, each.judgement.right) if item}
    whole = {item.page for item in listed} & touched
    readings, _ = overlaid(connection, whole, questions.EVERYTHING) if whole else ((), ())
    rest = [item for item in listed if item.page not in whole]
    return (*excerpts(connection, rest, purpose), *readings), standing


def of_records(page: str, standing: Iterable[Standing]) -> tuple[tuple[Judgement, str], ...]:
    """The judgements of single records of a page, each with the id that its record has today."""
    return tuple(
        (each.judgement, each.left)
        for each in standing
        if each.judgement.right is None and each.judgement.left.page == page and each.left
    )


def overlaid(
    connection: "Connection", pages: Collection[str], parts: Collection[str]
) -> tuple[tuple[Reading, ...], tuple[Standing, ...]]:
    """Parts of kept readings as people judged them, and the judgements that speak of their pages."""
    standing = judgements.on_pages(connection, pages)
    readings = questions.parts(connection, pages, parts)
    judged = ((reading, of_records(reading.page.id, standing)) for reading in readings)
    return tuple(as_judged(reading, each) if each else reading for reading, each in judged), standing


@dataclass(frozen=True, slots=True)
class Told:
    """What the accounts of events are made of: readings by page, groups of copied pages, the group of each entity."""

    readings: Mapping[str, Reading]
    copies: tuple[tuple[str, ...], ...]
    entities: Mapping[tuple[str, str], str]

    def table(self, items: Iterable[Item]) -> AccountTable:
        """The accounts of one event, given its records."""
        return accounts(*self._given(items))

    def disputes(self, items: Iterable[Item]) -> tuple[AccountDispute, ...]:
        """In what the accounts of one event are at odds, given its records."""
        return disputes(laid_out(*self._given(items)))

    def _given(self, items: Iterable[Item]) -> Given:
        wanted = {(item.page, item.record) for item in items}
        pages = sorted({page for page, _ in wanted} & self.readings.keys())
        mentions = [
            (self.readings[page], event)
            for page in pages
            for event in self.readings[page].events
            if (page, event.id) in wanted
        ]
        return mentions, [group for group in self.copies if not set(group).isdisjoint(pages)], self.entities


def told(connection: "Connection", readings: Iterable[Reading]) -> Told:
    """What accounts are made of, for these readings (shown for `accounts`)."""
    held = {reading.page.id: reading for reading in readings}
    return Told(held, answers.copies(connection, held), answers.entities_of(connection, held))


def said(
    connection: "Connection", readings: Iterable[Reading], entities: Collection[str], alike: Iterable[Item] = ()
) -> tuple[Statement, ...]:
    """What these readings (shown for `chains`) say of some entities (groups), and by whom.

    `alike`: ties on other pages, which are counted with them.
    """
    held = {reading.page.id: reading for reading in readings}
    more, _ = shown(connection, [item for item in alike if item.page not in held], "counts")
    held |= {reading.page.id: reading for reading in more}
    named = [Item("entity", page, entity.id) for page, reading in held.items() for entity in reading.entities]
    same = {(item.page, item.record): group for item, group in answers.group_of(connection, named).items()}
    return statements(held.values(), entities, answers.copies(connection, held), same)


def keep_disputes(connection: "Connection", events: Iterable[str]) -> None:
    """Keep in what the accounts of these events (groups) are at odds, in place of what was kept."""
    groups.keep_disputed(connection, at_odds(connection, set(events)))


def at_odds(connection: "Connection", events: Collection[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """In what the accounts of each of these events are at odds: column and kind."""
    found: dict[str, tuple[tuple[str, str], ...]] = dict.fromkeys(events, ())
    items = answers.told_twice(connection, events)
    if items:
        readings, _ = shown(connection, [item for each in items.values() for item in each], "accounts")
        basis = told(connection, readings)
        for event, each in items.items():
            found[event] = tuple(sorted({(odds.column, odds.kind) for odds in basis.disputes(each)}))
    return found

"""The accounts of events: readings as judged and the groups that they need, carried to fusion, and disputes kept.

In: a connection and events of pages. Out: account tables; rows that say which events are in dispute. What accounts
differ in is fusion's to say.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from rashomon.fusion.accounts import accounts, disputes
from rashomon.fusion.judged import as_judged
from rashomon.graph import AccountTable, Item, Judgement
from rashomon.records import Reading
from rashomon.store import answers, groups, judgements
from rashomon.store import reader as questions
from rashomon.store.judgements import Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection

PARTS = ("sentences", "entities", "mentions", "claims", "about", "times", "events", "ties")
"""What of a reading an account can hang on."""


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


def table(connection: "Connection", items: Iterable[Item], readings: Iterable[Reading]) -> AccountTable:
    """The accounts of one event, given its records and the readings of their pages (with the `PARTS`)."""
    held = {reading.page.id: reading for reading in readings}
    wanted = {(item.page, item.record) for item in items}
    mentions = [
        (reading, event)
        for reading in held.values()
        for event in reading.events
        if (reading.page.id, event.id) in wanted
    ]
    return accounts(mentions, answers.copies(connection, held), answers.entities_of(connection, held))


def keep_disputes(connection: "Connection", events: Iterable[str]) -> None:
    """Keep in what the accounts of these events (groups) are at odds, in place of what was kept."""
    for event in sorted(set(events)):
        groups.keep_disputed(connection, event, at_odds(connection, event))


def at_odds(connection: "Connection", group: str) -> tuple[tuple[str, str], ...]:
    """In what the accounts of an event are at odds: column and kind."""
    items = answers.items(connection, group)
    if not items or not answers.told_twice(connection, group):
        return ()
    readings, _ = overlaid(connection, {item.page for item in items}, PARTS)
    return tuple(sorted({(each.column, each.kind) for each in disputes(table(connection, items, readings))}))

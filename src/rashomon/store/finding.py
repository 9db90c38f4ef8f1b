"""Finding by time and by words: events in the order of time, and texts that hold words, a stretch at a time.

In: a reading connection, what is asked, a cursor. Out: rows and the cursor that leads on. Who asks
hands a cursor back as it came.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select, text, tuple_

from rashomon.errors import UsageError
from rashomon.graph import Item
from rashomon.store import dialects
from rashomon.store.answers import taking_part
from rashomon.store.batches import some
from rashomon.store.tables import GROUPS, PAGES, PERSPECTIVES, PLACED

SEARCHED = ("page", "claim", "entity")
"""What can be searched."""
_DIGITS = 12
"""Digits of a cursor at most."""

_OF_SOURCE = """
    AND t.page IS NOT NULL AND (t.page IN (SELECT id FROM pages WHERE publisher = :publisher)
        OR EXISTS (SELECT 1 FROM claims c JOIN names n ON n.page = c.page AND n.entity = c.source_entity
            WHERE c.page = t.page AND c.id = t.record AND n.folded = :folded))"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events: in which one of some entities (groups) takes part, of a type, by a source, with a certainty, when.

    `source`: a publisher as it is called, or folded words that a teller's label must be. `since`, `until`: ISO days.
    """

    entities: tuple[str, ...] = ()
    type: str | None = None
    source: str | None = None
    folded: str | None = None
    certainty: str | None = None
    since: str | None = None
    until: str | None = None
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """An event of a page with its group and its days."""

    item: Item
    group: str
    day: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, in small letters without accents; `begins`: the last may go on."""

    words: tuple[str, ...]
    begins: bool = False


def moments(
    connection: Connection, asked: Asked, *, limit: int, cursor: str | None = None, newest: bool = False
) -> tuple[Moment, ...]:
    """The events that are asked for, in the order of time (or back from the `newest`), from behind the cursor on."""
    order = (PLACED.c.day, PLACED.c.page, PLACED.c.record)
    found = (
        _moments(asked)
        .where(*_conditions(asked))
        .order_by(*(column.desc() for column in order) if newest else order)
        .limit(limit)
    )
    if cursor is not None:
        found = found.where(tuple_(*order) > tuple_(*_place(cursor)))
    return tuple(Moment(Item("event", row[0], row[1]), *row[2:]) for row in connection.execute(found))


def alike(connection: Connection, moments: Collection[Moment], asked: Asked) -> dict[Moment, tuple[Moment, ...]]:
    """For each of these all events that are joined with it and give the same days, of those asked for; in order."""
    days, everybody = {moment.day for moment in moments}, replace(asked, entities=())
    found: dict[tuple[str, str | None, str | None], list[Moment]] = {}
    for part in some(sorted({moment.group for moment in moments})):
        rows = connection.execute(
            _moments(everybody)
            .where(GROUPS.c.id.in_(part), PLACED.c.day.in_(days), *_conditions(asked))
            .order_by(PLACED.c.page, PLACED.c.record)
        ).all()
        for row in _with(connection, rows, asked.entities):
            one = Moment(Item("event", row[0], row[1]), *row[2:])
            found.setdefault((one.group, one.earliest, one.latest), []).append(one)
    return {moment: tuple(found[moment.group, moment.earliest, moment.latest]) for moment in moments}


def _with(connection: Connection, rows: Sequence[Any], entities: Collection[str]) -> Sequence[Any]:
    """Of these events, page and id first, those that one of the entities takes part in; all where none is asked for."""
    if not entities or not rows:
        return rows
    part = {tuple(row) for row in connection.execute(taking_part(entities, sorted({row[0] for row in rows})))}
    return [row for row in rows if (row[0], row[1]) in part]


def cursor_of(moment: Moment) -> str:
    """The cursor that leads on from behind an event."""
    return json.dumps([moment.day, moment.item.page, moment.item.record], separators=(",", ":"))


def _conditions(asked: Asked) -> list[Any]:
    found: list[Any] = [PLACED.c.day != ""] if asked.dated else []
    if asked.type is not None:
        found.append(PLACED.c.type == asked.type)
    if asked.since is not None:
        found.append(or_(PLACED.c.latest.is_(None), func.substr(PLACED.c.latest, 1, 10) >= asked.since))
    if asked.until is not None:
        found.append(and_(PLACED.c.day <= asked.until, PLACED.c.day != ""))
    same = PERSPECTIVES.c.page == PLACED.c.page, PERSPECTIVES.c.record == PLACED.c.record
    seen = [*same, PERSPECTIVES.c.kind == "event"]  # with the kind, a row is found by its key
    if asked.certainty is not None:
        found.append(exists().where(*seen, PERSPECTIVES.c.certainty == asked.certainty))
    if asked.source is not None:
        by_publisher = PLACED.c.page.in_(select(PAGES.c.id).where(PAGES.c.publisher == asked.source))
        found.append(or_(by_publisher, exists().where(*seen, PERSPECTIVES.c.teller == asked.folded)))
    return found


def search(
    connection: Connection,
    terms: Iterable[Term],
    *,
    kinds: Collection[str],
    source: tuple[str, str] | None,
    limit: int,
    cursor: str | None = None,
) -> tuple[tuple[Item, ...], str | None]:
    """Pages, claims and entities (`record`: a form) whose text holds all terms, best first, and the cursor to go on.

    Entities that are `other`, as things that have no name, come behind all else.
    `source`: a publisher as it is called, and folded words that the name of a claim's source must be.
    """
    dialect = connection.dialect.name
    words = dialects.conjunction(dialect, (dialects.phrase(dialect, term.words, begins=term.begins) for term in terms))
    offset = _offset(cursor)
    given: dict[str, Any] = {"words": words, "limit": limit + 1, "offset": offset}
    conditions = "AND t.kind IN ({})".format(", ".join(f"'{kind}'" for kind in sorted(set(kinds) & set(SEARCHED))))
    if source is not None:
        conditions += _OF_SOURCE
        given |= {"publisher": source[0], "folded": source[1]}
    rows = connection.execute(text(dialects.search_words(dialect).format(conditions)), given).all()
    found = tuple(Item(kind, page or "", record) for _, kind, page, record in rows[:limit])
    return found, str(offset + limit) if len(rows) > limit else None


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= _DIGITS):
        raise UsageError("that is no cursor of a search; give the one that came with the last hits")
    return int(cursor)


def _place(cursor: str) -> tuple[str, str, str]:
    try:
        found = json.loads(cursor)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or [type(part) for part in found] != [str] * 3:
        raise UsageError("that is no cursor of a timeline; give the one that came with the last rows")
    day, page, record = found
    return day, page, record


def _moments(asked: Asked) -> Select[Any]:
    """Events as moments are made of them; where asked, only those in which one of the entities takes part.

    These are found from the entities: without the kind, which their records imply, no database looks at all events.
    """
    columns = (PLACED.c.page, PLACED.c.record, GROUPS.c.id, PLACED.c.day, PLACED.c.earliest, PLACED.c.latest)
    joined = GROUPS.join(PLACED, PLACED.c.form == GROUPS.c.form)
    if asked.entities:
        found = taking_part(asked.entities).subquery()
        on = and_(found.c.page == PLACED.c.page, found.c.event == PLACED.c.record)
        return select(*columns).select_from(joined.join(found, on))
    return select(*columns).select_from(joined).where(PLACED.c.kind == "event")

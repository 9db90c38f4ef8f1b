"""Lists of a large case, a stretch at a time: names, and records that the reader was not sure of.

In: a reading connection, where the stretch begins and how long it is. Out: rows, and whether more follow. Only
what is shown is counted and sorted in full; pages are in `reader`, questions about one thing in `answers`.
"""

from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from rashomon.graph import LISTS, Group, Item, ItemKind, RecordKind
from rashomon.store import answers
from rashomon.store.tables import FORMS, GROUPS, JUDGEMENTS, NAMES, PARTS


def groups(
    connection: Connection, kind: ItemKind, *, type: str | None, holds: str | None, begin: int, limit: int
) -> tuple[tuple[Group, ...], bool]:
    """What records of pages are joined to, and whether more follow: first those with the form that most records have.

    Only those of a type, or one of whose names holds a text. Each group stands where the largest of its forms does, so
    that no more than what is shown has to be counted. What is `other`, and mostly has no name, comes behind all else.
    """
    size = FORMS.c["items"]
    other, others = FORMS.alias(), GROUPS.alias()
    larger = (
        exists()
        .where(others.c.id == GROUPS.c.id, other.c.id == others.c.form)
        .where(or_(other.c["items"] > size, and_(other.c["items"] == size, other.c.id < FORMS.c.id)))
    )
    asked = (
        select(GROUPS.c.id)
        .join(FORMS, FORMS.c.id == GROUPS.c.form)
        .where(FORMS.c.kind == kind, size > 0, ~larger)
        .order_by(size.desc(), FORMS.c.label, FORMS.c.id)
    )
    if holds is not None:
        named = select(others.c.id).join(NAMES, NAMES.c.form == others.c.form)
        asked = asked.where(GROUPS.c.id.in_(named.where(NAMES.c.folded.contains(holds, autoescape=True))))
    if type is not None:
        ids = _stretch(connection, asked.where(FORMS.c.type == type), begin, limit + 1)
    else:
        first = asked.where(FORMS.c.type != "other")
        ids = _stretch(connection, first, begin, limit + 1)
        if len(ids) <= limit:
            passed = 0 if ids else begin - _count(connection, first)
            ids += _stretch(connection, asked.where(FORMS.c.type == "other"), passed, limit + 1 - len(ids))
    found = answers.groups(connection, ids[:limit])
    return tuple(found[each] for each in ids[:limit]), len(ids) > limit


def _stretch(connection: Connection, asked: Select[Any], begin: int, limit: int) -> list[str]:
    return list(connection.scalars(asked.offset(begin).limit(limit)))


def _count(connection: Connection, asked: Select[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(asked.order_by(None).subquery())) or 0


def unsure(connection: Connection, *, below: float, begin: int, limit: int) -> tuple[tuple[Item, float], ...]:
    """Claims, events and ties with a score below this that nobody has judged, the least sure first."""
    kinds: tuple[RecordKind, ...] = ("claim", "event", "tie")
    found: list[tuple[Item, float]] = []
    for kind in kinds:
        rows = connection.execute(_unsure(LISTS[kind], below).limit(begin + limit))
        found += [(Item(kind, row.page, row.id), row.score) for row in rows]
    found.sort(key=lambda each: (each[1], each[0]))
    return tuple(found[begin : begin + limit])


def _unsure(name: str, below: float) -> Select[Any]:
    table = PARTS[name]
    judged = exists().where(
        JUDGEMENTS.c.left_page == table.c.page, JUDGEMENTS.c.left_now == table.c.id, JUDGEMENTS.c.undone.is_(None)
    )
    order = (table.c.score, table.c.page, table.c.id)
    return select(table.c.page, table.c.id, table.c.score).where(table.c.score < below, ~judged).order_by(*order)

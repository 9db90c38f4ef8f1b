"""Lists of a large case, a stretch at a time: pages, names, and records that the reader was not sure of.

In: a reading connection, where the stretch begins and how long it is. Out: rows, and how many there are in all. Only
what is shown is counted and sorted in full; questions about one thing are in `reader` and `answers`.
"""

from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from rashomon.graph import Group, Item, ItemKind, RecordKind
from rashomon.notation import hints
from rashomon.records import Published
from rashomon.store import answers
from rashomon.store.reader import KeptPage
from rashomon.store.tables import FORMS, GROUPS, JUDGEMENTS, NAMES, PAGES, PARTS, READINGS

_COUNTED = ("blocks", "sentences", "entities", "times", "claims")


def pages(connection: Connection, *, begin: int, limit: int) -> tuple[tuple[KeptPage, ...], int]:
    """Pages by publication (unknown last), title and id."""
    value, title = PAGES.c.published_value, PAGES.c.title
    order = (value.is_(None), value, title.is_(None), title, PAGES.c.id)
    chosen = select(PAGES.c.id).order_by(*order).offset(begin).limit(limit)
    ids = connection.scalars(chosen).all()
    totals = [
        select(func.count()).where(PARTS[name].c.page == PAGES.c.id).scalar_subquery().label(name) for name in _COUNTED
    ]
    columns = [PAGES.c[name] for name in ("id", "title", "publisher", "published_value", "published_basis", "url")]
    asked = select(*columns, READINGS.c.input, *totals).join(READINGS, READINGS.c.page == PAGES.c.id)
    rows = {row["id"]: row for row in connection.execute(asked.where(PAGES.c.id.in_(ids))).mappings()}
    made = tuple(
        KeptPage(
            published=Published(row["published_value"], row["published_basis"]),
            **{name: row[name] for name in hints(KeptPage) if name != "published"},
        )
        for row in (rows[each] for each in ids)
    )
    return made, connection.scalar(select(func.count()).select_from(PAGES)) or 0


def groups(
    connection: Connection, kind: ItemKind, *, type: str | None, holds: str | None, begin: int, limit: int
) -> tuple[tuple[Group, ...], bool]:
    """What records of pages are joined to, and whether more follow: first those with the form that most records have.

    Only those of a type, or one of whose names holds a text. Each group stands where the largest of its forms does, so
    that no more than what is shown has to be counted.
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
    if type is not None:
        asked = asked.where(FORMS.c.type == type)
    if holds is not None:
        named = select(others.c.id).join(NAMES, NAMES.c.form == others.c.form)
        asked = asked.where(GROUPS.c.id.in_(named.where(NAMES.c.folded.contains(holds, autoescape=True))))
    ids = connection.scalars(asked.offset(begin).limit(limit + 1)).all()
    found = answers.groups(connection, ids[:limit])
    return tuple(found[each] for each in ids[:limit]), len(ids) > limit


def unsure(connection: Connection, *, below: float, begin: int, limit: int) -> tuple[tuple[Item, float], ...]:
    """Claims, events and ties with a score below this that nobody has judged, the least sure first."""
    kinds: tuple[tuple[RecordKind, str], ...] = (("claim", "claims"), ("event", "events"), ("tie", "ties"))
    found: list[tuple[Item, float]] = []
    for kind, name in kinds:
        rows = connection.execute(_unsure(name, below).limit(begin + limit))
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

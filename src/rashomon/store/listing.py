"""Lists of a large case, a stretch at a time: pages, names, and records that the reader was not sure of.

In: a reading connection, where the stretch begins and how long it is. Out: rows, and how many there are in all. Only
what is shown is counted and sorted in full; questions about one thing are in `reader` and `answers`.
"""

from typing import Any

from sqlalchemy import Connection, Select, exists, func, literal, select, union_all

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
) -> tuple[tuple[Group, ...], int]:
    """What records of pages are joined to, those with most records first; of a type, or whose names hold a text."""
    total = func.sum(FORMS.c["items"])
    asked = (
        select(GROUPS.c.id, total, func.min(FORMS.c.label))
        .join(FORMS, FORMS.c.id == GROUPS.c.form)
        .where(GROUPS.c.kind == kind, FORMS.c["items"] > 0)
        .group_by(GROUPS.c.id)
    )
    if type is not None:
        asked = asked.where(FORMS.c.type == type)
    if holds is not None:
        named = select(NAMES.c.form).where(NAMES.c.folded.contains(holds, autoescape=True))
        asked = asked.where(GROUPS.c.form.in_(named))
    count = connection.scalar(select(func.count()).select_from(asked.subquery())) or 0
    order = (total.desc(), func.min(FORMS.c.label), GROUPS.c.id)
    ids = [row[0] for row in connection.execute(asked.order_by(*order).offset(begin).limit(limit))]
    found = answers.groups(connection, ids)
    return tuple(found[each] for each in ids), count


def unsure(connection: Connection, *, below: float, begin: int, limit: int) -> tuple[tuple[Item, float], ...]:
    """Claims, events and ties with a score below this that nobody has judged, the least sure first."""
    kinds: tuple[tuple[RecordKind, str], ...] = (("claim", "claims"), ("event", "events"), ("tie", "ties"))
    asked = union_all(*(_unsure(kind, name, below) for kind, name in kinds)).subquery()
    rows = connection.execute(
        select(asked).order_by(asked.c.score, asked.c.page, asked.c.id).offset(begin).limit(limit)
    )
    return tuple((Item(row.kind, row.page, row.id), row.score) for row in rows)


def _unsure(kind: str, name: str, below: float) -> Select[Any]:
    table = PARTS[name]
    judged = exists().where(
        JUDGEMENTS.c.left_page == table.c.page, JUDGEMENTS.c.left_now == table.c.id, JUDGEMENTS.c.undone.is_(None)
    )
    columns = (literal(kind).label("kind"), table.c.page, table.c.id, table.c.score)
    return select(*columns).where(table.c.score < below, ~judged)

"""Which records answer a question over many pages: found by index, a few at a time, newest first.

In: a reading connection and what is asked. Out: items, groups and counts. What the records say is read with
`reader.parts`; how it is shown is the views'.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, func, literal, or_, select, union_all

from rashomon.graph import LISTS, Group, Item, ItemKind, Joined, Link, RecordKind
from rashomon.store.batches import looked_up, some
from rashomon.store.graph import decided, link_of
from rashomon.store.tables import (
    ARGUMENTS,
    CLAIM_ABOUT,
    DECIDED,
    DISPUTED,
    FORMS,
    GROUPS,
    LINKS,
    NAMES,
    PARTS,
    PERSPECTIVES,
    PLACED,
)

_NEWEST = (PLACED.c.day.desc(), PLACED.c.page)


def groups(connection: Connection, ids: Iterable[str]) -> dict[str, Group]:
    """These groups. A group is called what the form with the most records is called (then the longest)."""
    found: dict[str, list[Any]] = {}
    asked = select(GROUPS.c.id, FORMS.c.kind, FORMS.c.type, FORMS.c.label, FORMS.c["items"]).join(
        FORMS, FORMS.c.id == GROUPS.c.form
    )
    for part in some(dict.fromkeys(ids)):
        for row in connection.execute(asked.where(GROUPS.c.id.in_(part))):
            found.setdefault(row[0], []).append(row)
    return {id: _group(id, rows) for id, rows in sorted(found.items())}  # noqa: A001


def group_of(connection: Connection, items: Iterable[Item]) -> dict[Item, str]:
    """The group of each of these records."""
    found: dict[Item, str] = {}
    wanted = set(items)
    asked = _placed(PLACED.c.kind, PLACED.c.page, PLACED.c.record, GROUPS.c.id)
    for part in some(sorted({item.record for item in wanted})):
        for kind, page, record, group in connection.execute(asked.where(PLACED.c.record.in_(part))):
            found[Item(kind, page, record)] = group
    return {item: group for item, group in found.items() if item in wanted}


def named(connection: Connection, folded: str) -> tuple[str, ...]:
    """The groups of entities that go by this (folded) name."""
    asked = select(GROUPS.c.id).join(NAMES, NAMES.c.form == GROUPS.c.form).where(NAMES.c.folded == folded).distinct()
    return tuple(sorted(connection.scalars(asked)))


def of_record(connection: Connection, record: str) -> tuple[Item, ...]:
    """The records with this id: one, but for a page's id, which is that of the page."""
    found = [Item(*row) for row in connection.execute(
        select(PLACED.c.kind, PLACED.c.page, PLACED.c.record).where(PLACED.c.record == record)
    )]  # fmt: skip
    kinds: tuple[RecordKind, ...] = ("claim", "tie")
    for kind in kinds:
        table = PARTS[LISTS[kind]]
        found += [
            Item(kind, page, record) for page in connection.scalars(select(table.c.page).where(table.c.id == record))
        ]
    return tuple(sorted(found))


def items(connection: Connection, group: str, *, limit: int | None = None) -> tuple[Item, ...]:
    """The records of a group, newest first."""
    asked = _placed(PLACED.c.kind, PLACED.c.page, PLACED.c.record).where(GROUPS.c.id == group)
    since = None if limit is None else _since(connection, (GROUPS.c.id == group,), limit)
    if since is not None:
        asked = asked.where(PLACED.c.day >= since)
    asked = asked.order_by(*_NEWEST, PLACED.c.record).limit(limit)
    return tuple(Item(*row) for row in connection.execute(asked))


def joined(connection: Connection, kind: ItemKind) -> Iterator[Joined]:
    """All groups of a kind with all that is in them, in order of their ids."""
    ids = connection.scalars(select(GROUPS.c.id).where(GROUPS.c.kind == kind).distinct())
    for part in some(sorted(ids)):
        for group in groups(connection, part).values():
            forms = connection.scalars(select(GROUPS.c.form).where(GROUPS.c.id == group.id))
            yield Joined(group, tuple(sorted(forms)), tuple(sorted(items(connection, group.id))))


def copies(connection: Connection, pages: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """These pages by the text that they carry."""
    found: dict[str, list[str]] = {}
    asked = _placed(GROUPS.c.id, PLACED.c.page).where(PLACED.c.kind == "page")
    for part in some(sorted(pages)):
        for group, page in connection.execute(asked.where(PLACED.c.page.in_(part))):
            found.setdefault(group, []).append(page)
    return tuple(sorted(tuple(sorted(group)) for group in found.values()))


def entities_of(connection: Connection, pages: Collection[str]) -> dict[tuple[str, str], str]:
    """The group of each entity of these pages, by page and id."""
    found: dict[tuple[str, str], str] = {}
    asked = _placed(PLACED.c.page, PLACED.c.record, GROUPS.c.id).where(PLACED.c.kind == "entity")
    for part in some(sorted(pages)):
        for page, record, group in connection.execute(asked.where(PLACED.c.page.in_(part))):
            found[page, record] = group
    return found


def told_twice(connection: Connection, events: Collection[str]) -> dict[str, tuple[Item, ...]]:
    """The records of those of the events (groups) of which more than one perspective is kept."""
    found: dict[str, Counter[Item]] = {}
    same = PERSPECTIVES.c.page == PLACED.c.page, PERSPECTIVES.c.record == PLACED.c.record
    on = and_(*same, PERSPECTIVES.c.kind == "event")
    asked = _placed(GROUPS.c.id, PLACED.c.page, PLACED.c.record).join(PERSPECTIVES, on)
    for part in some(sorted(events)):
        for event, page, record in connection.execute(asked.where(GROUPS.c.id.in_(part))):
            found.setdefault(event, Counter())[Item("event", page, record)] += 1
    return {event: tuple(sorted(items)) for event, items in sorted(found.items()) if items.total() > 1}


def pages_of(connection: Connection, group: str) -> tuple[str, ...]:
    """The pages on which a group has a record."""
    return tuple(sorted(connection.scalars(_placed(PLACED.c.page).where(GROUPS.c.id == group).distinct())))


def page_counts(connection: Connection, groups: Iterable[str]) -> dict[str, int]:
    """On how many pages each of these groups has a record."""
    asked = _placed(GROUPS.c.id, func.count(PLACED.c.page.distinct())).group_by(GROUPS.c.id)
    return looked_up(connection, asked, GROUPS.c.id, set(groups))


def totals(connection: Connection, group: str) -> tuple[int, ...]:
    """Of an entity: pages, mentions, claims by it, claims about it, events, ties."""
    sums = (func.coalesce(func.sum(PLACED.c[name]), 0) for name in ("mentions", "said", "told", "events", "ties"))
    row = connection.execute(_placed(func.count(PLACED.c.page.distinct()), *sums).where(GROUPS.c.id == group)).one()
    return tuple(map(int, row))


def types(connection: Connection, group: str) -> tuple[tuple[str, int], ...]:
    """Of which types the records of a group are, most first."""
    asked = select(FORMS.c.type, func.sum(FORMS.c["items"])).join(GROUPS, GROUPS.c.form == FORMS.c.id)
    return _counted(connection, asked.where(GROUPS.c.id == group).group_by(FORMS.c.type))


def names(connection: Connection, group: str) -> tuple[tuple[str, int], ...]:
    """By which names the records of a group go, most first."""
    asked = select(NAMES.c.name, func.count()).join(GROUPS, GROUPS.c.form == NAMES.c.form)
    return _counted(connection, asked.where(GROUPS.c.id == group).group_by(NAMES.c.name))


def said(connection: Connection, group: str, *, limit: int) -> tuple[Item, ...]:
    """Claims of which the entity is the source, newest first."""
    claims = PARTS["claims"]
    on = and_(claims.c.page == PLACED.c.page, claims.c.source_entity == PLACED.c.record)
    asked = _placed(claims.c.page, claims.c.id).join(claims, on).order_by(*_NEWEST, claims.c.position).limit(limit)
    return _recent(
        connection, [group], PLACED.c.said, limit, lambda more: _items("claim", connection, asked.where(*more))
    )


def told(connection: Connection, group: str, *, limit: int) -> tuple[Item, ...]:
    """Claims about the entity, newest first."""
    on = and_(CLAIM_ABOUT.c.page == PLACED.c.page, CLAIM_ABOUT.c.entity == PLACED.c.record)
    asked = _placed(CLAIM_ABOUT.c.page, CLAIM_ABOUT.c.claim).join(CLAIM_ABOUT, on)
    asked = asked.order_by(*_NEWEST, CLAIM_ABOUT.c.claim).limit(limit)
    return _recent(
        connection, [group], PLACED.c.told, limit, lambda more: _items("claim", connection, asked.where(*more))
    )


def ties(connection: Connection, groups: Collection[str], *, limit: int) -> tuple[Item, ...]:
    """Ties of which one of these entities is an end, newest first."""
    return _recent(connection, groups, PLACED.c.ties, limit, lambda where: _ties(connection, where, limit))


def _ties(connection: Connection, where: Iterable[ColumnElement[bool]], limit: int) -> tuple[Item, ...]:
    table = PARTS["ties"]
    ends = [
        _placed(PLACED.c.day, table.c.page, table.c.id)
        .join(table, and_(table.c.page == PLACED.c.page, table.c[end] == PLACED.c.record))
        .where(*where)
        for end in ("subject", "object")
    ]
    found = union_all(*ends).subquery()
    asked = select(found.c.page, found.c.id).group_by(found.c.page, found.c.id)
    return _items(
        "tie", connection, asked.order_by(func.max(found.c.day).desc(), found.c.page, found.c.id).limit(limit)
    )


def _recent(
    connection: Connection,
    groups: Collection[str],
    counted: Column[int],
    limit: int,
    ask: Callable[[tuple[ColumnElement[bool], ...]], tuple[Item, ...]],
) -> tuple[Item, ...]:
    """What is asked of entities, newest first: of their newest pages that have any of it; if these do not do, of all.

    `counted`: how much of it a page has. Of so many pages as are to be shown each has one at least.
    """
    where = (GROUPS.c.id.in_(sorted(groups)), counted > 0)
    since = _since(connection, where, limit)
    found = ask((*where, PLACED.c.day >= since)) if since is not None else ()
    return tuple(dict.fromkeys(found if len(found) >= limit else ask(where)))


def _since(connection: Connection, where: Iterable[ColumnElement[bool]], count: int) -> str | None:
    """The day from which on there are so many records, None where there are not; 0 are none."""
    days = _placed(PLACED.c.day).where(*where).order_by(PLACED.c.day.desc())
    return connection.scalar(days.offset(count - 1).limit(1)) if count > 0 else None


def tied_alike(connection: Connection, group: str, ties: Collection[Item]) -> tuple[Item, ...]:
    """All ties that say of an entity what one of these does: the same ends and predicate."""
    table, found = PARTS["ties"], set[Item]()
    these = {(item.page, item.record) for item in ties}
    known = select(table.c.predicate).where(table.c.id.in_({record for _, record in these}))
    predicates = set(connection.scalars(known))
    for near, far in (("subject", "object"), ("object", "subject")):
        on = and_(table.c.page == PLACED.c.page, table.c[near] == PLACED.c.record)
        asked = _placed(table.c.page, table.c.id, table.c.predicate, table.c[far]).join(table, on)
        rows = connection.execute(
            asked.where(GROUPS.c.id == group, PLACED.c.ties > 0, table.c.predicate.in_(predicates))
        ).all()
        ends = group_of(connection, [Item("entity", page, end) for page, _, _, end in rows])
        keys = {
            (page, record): (predicate, ends.get(Item("entity", page, end))) for page, record, predicate, end in rows
        }
        wanted = {keys[each] for each in these & keys.keys()}
        found |= {Item("tie", *each) for each, key in keys.items() if key in wanted}
    return tuple(sorted(found))


def all_ties(connection: Connection, *, limit: int) -> tuple[Item, ...]:
    """The ties of the newest pages."""
    table = PARTS["ties"]
    of_page = select(PLACED.c.day, PLACED.c.page).where(PLACED.c.kind == "page").subquery()
    asked = select(table.c.page, table.c.id).join(of_page, of_page.c.page == table.c.page)
    return _items("tie", connection, asked.order_by(of_page.c.day.desc(), table.c.page, table.c.position).limit(limit))


def suggestions(connection: Connection, kind: ItemKind, *, limit: int) -> tuple[Link, ...]:
    """Links with the verdict `maybe` between forms of two groups of which nobody decided, surest first."""
    left, right = GROUPS.alias("l"), GROUPS.alias("r")
    asked = (
        select(LINKS)
        .join(left, left.c.form == LINKS.c.left)
        .join(right, right.c.form == LINKS.c.right)
        .where(LINKS.c.verdict == "maybe", LINKS.c.kind == kind, left.c.id != right.c.id, ~_decided().exists())
        .order_by(LINKS.c.score.desc(), LINKS.c.left.desc(), LINKS.c.right.desc())
        .limit(limit)
    )
    return tuple(link_of(row) for row in connection.execute(asked).mappings())


def suggestions_for(connection: Connection, group: str, *, limit: int) -> tuple[Link, ...]:
    """Links with the verdict `maybe` between a group and others of which nobody decided, surest first."""
    own = set(connection.scalars(select(GROUPS.c.form).where(GROUPS.c.id == group)))
    settled = {frozenset(pair[:2]) for pair in decided(connection, own)}
    ends = (LINKS.c.left, LINKS.c.right)
    found: list[tuple[float, str, str]] = []
    for part in some(sorted(own)):
        for near in ends:
            asked = select(LINKS.c.score, *ends).where(near.in_(part), LINKS.c.verdict == "maybe")
            found += [(-score, left, right) for score, left, right in connection.execute(asked)
                      if not {left, right} <= own and {left, right} not in settled]  # fmt: skip
    chosen = [(left, right) for _, left, right in sorted(found)[:limit]]
    where = (end.in_([pair[n] for pair in chosen]) for n, end in enumerate(ends))
    links = {
        (link.left, link.right): link
        for link in map(link_of, connection.execute(select(LINKS).where(*where)).mappings())
    }
    return tuple(links[pair] for pair in chosen)


def _decided() -> Select[Any]:
    """What was decided of the ends of a link."""
    return select(literal(1)).where(
        or_(
            and_(DECIDED.c.left == LINKS.c.left, DECIDED.c.right == LINKS.c.right),
            and_(DECIDED.c.left == LINKS.c.right, DECIDED.c.right == LINKS.c.left),
        )
    )


def shown_by(connection: Connection, forms: Collection[str]) -> dict[str, Item]:
    """For each form the newest of its records."""
    found: dict[str, Item] = {}
    for form in sorted(set(forms)):
        asked = select(PLACED.c.kind, PLACED.c.page, PLACED.c.record).where(PLACED.c.form == form)
        row = connection.execute(asked.order_by(PLACED.c.day.desc(), PLACED.c.page, PLACED.c.record).limit(1)).first()
        if row:
            found[form] = Item(*row)
    return found


def disputed(
    connection: Connection, *, kind: str | None, limit: int, entities: Collection[str] | None = None
) -> tuple[str, ...]:
    """Events (groups) whose accounts cannot all hold, newest first; those in which one of some entities takes part."""
    asked = select(DISPUTED.c.event, DISPUTED.c.day).distinct()
    asked = asked if kind is None else asked.where(DISPUTED.c.kind == kind)
    if entities is not None:
        with_them = taking_part(entities).subquery()
        asked = asked.join(GROUPS, GROUPS.c.id == DISPUTED.c.event).join(PLACED, PLACED.c.form == GROUPS.c.form)
        asked = asked.join(with_them, and_(with_them.c.page == PLACED.c.page, with_them.c.event == PLACED.c.record))
    return tuple(connection.scalars(asked.order_by(DISPUTED.c.day.desc(), DISPUTED.c.event).limit(limit)))


def read_disputes(
    connection: Connection, *, kind: str | None, limit: int, entities: Collection[str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Disputes that were read on one page (page, id); those about events in which one of some entities takes part."""
    table = PARTS["disputes"]
    asked = select(table.c.page, table.c.id).order_by(table.c.page, table.c.position)
    if entities is not None:
        with_them = taking_part(entities).subquery()
        asked = asked.join(with_them, and_(with_them.c.page == table.c.page, with_them.c.event == table.c.about))
    asked = asked if kind is None else asked.where(table.c.kind == kind)
    return tuple((row[0], row[1]) for row in connection.execute(asked.limit(limit)))


def taking_part(groups: Collection[str], pages: Collection[str] = ()) -> Select[Any]:
    """Page and id of the events that one of these entities takes part in, on some `pages` or on all."""
    in_group, placed = GROUPS.alias("in_group"), PLACED.alias("of_entity")
    on = and_(ARGUMENTS.c.page == placed.c.page, ARGUMENTS.c.entity == placed.c.record)
    found = (
        select(ARGUMENTS.c.page, ARGUMENTS.c.event).select_from(in_group).join(placed, placed.c.form == in_group.c.form)
    )
    found = found.join(ARGUMENTS, on).where(in_group.c.id.in_(groups), placed.c.events > 0).distinct()
    return found.where(placed.c.page.in_(pages)) if pages else found


def _placed(*columns: Any) -> Select[Any]:
    """Columns of records with their groups."""
    return select(*columns).select_from(GROUPS).join(PLACED, PLACED.c.form == GROUPS.c.form)


def _items(kind: RecordKind, connection: Connection, asked: Select[Any]) -> tuple[Item, ...]:
    return tuple(Item(kind, page, record) for page, record in connection.execute(asked))


def _group(id: str, rows: Iterable[Any]) -> Group:
    known = sorted(rows, key=lambda row: (-row[4], -len(row[3]), row[3], row[2]))
    return Group(id, known[0][1], known[0][2], known[0][3], sum(row[4] for row in known))


def _counted(connection: Connection, asked: Select[Any]) -> tuple[tuple[str, int], ...]:
    """Words with their counts, most first, then the longest."""
    rows = [(words, int(count)) for words, count in connection.execute(asked)]
    return tuple(sorted(rows, key=lambda row: (-row[1], -len(row[0]), row[0])))

"""Parts of readings around chosen records: they themselves, the claims that they stand in, and whom and when they name.

In: a reading connection and records of pages. Out: one reading for each page, with no more than is needed to show them.
Which records answer a question does not belong here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, and_, exists, or_, select

from rashomon.graph import Item
from rashomon.notation import from_plain, hints
from rashomon.records import Mention, Reading, Sentence, SourceKind
from rashomon.store.batches import some
from rashomon.store.reader import heads, plain_of
from rashomon.store.tables import CLAIM_ABOUT, MENTIONS, PARTS, part_kinds

_NAMELESS: tuple[SourceKind, ...] = ("unnamed", "public")
Key = tuple[str, str]
"""A page and the id of one of its records."""
Purpose = Literal["lines", "chains", "accounts", "counts"]
"""What the readings are for.

`lines`: to be shown. `chains`: and to say through whom, for which it must be known where entities are named.
`accounts`: and to lay accounts of events side by side, which takes all entities and ties of the pages, and the claims
of sources without a name. `counts`: for their chains alone, without sentences and what claims are about.
"""


def excerpts(connection: Connection, items: Iterable[Item], purpose: Purpose = "lines") -> tuple[Reading, ...]:
    """The readings of the pages of these records, in order of ids, with the records and what is needed to show them.

    With an event or tie come its time, who takes part, and the claims of its perspectives; with a claim the claims that
    it stands in, its source and what it is about; with every page its sentences.
    """
    whole, bare = purpose == "accounts", purpose == "counts"
    wanted: dict[str, set[Key]] = {kind: set() for kind in ("claim", "tie", "event", "entity", "page")}
    for item in items:
        wanted[item.kind].add((item.page, item.record))
    pages = sorted({page for keys in wanted.values() for page, _ in keys})
    events, ties = _records(connection, "events", wanted["event"]), _records(connection, "ties", wanted["tie"])
    said = {(row["page"], seen["claim"]) for row in (*events, *ties) for seen in row["perspectives"] if seen["claim"]}
    claims = _with_parents(connection, wanted["claim"] | said)
    about = {} if bare else _about(connection, {(row["page"], row["id"]) for row in claims})
    those = wanted["entity"] | {(row["page"], row["source_entity"]) for row in claims if row["source_entity"]}
    those |= {(page, entity) for (page, _), entities in about.items() for entity in entities}
    those |= {(row["page"], each["entity"]) for row in events for each in row["arguments"] if each["entity"]}
    those |= {(row["page"], row[end]) for row in ties for end in ("subject", "object")}
    times = {(row["page"], row["time"]) for row in (*events, *ties) if row["time"]}
    plain = heads(connection, pages)
    found = {
        "entities": _on_pages(connection, "entities", pages) if whole else _records(connection, "entities", those),
        "times": _records(connection, "times", times),
        "claims": _with_unnamed(connection, claims, pages) if whole else claims,
        "events": events,
        "ties": _on_pages(connection, "ties", pages) if whole else ties,
    }
    for name, rows in found.items():
        for row in sorted(rows, key=lambda row: row["position"]):
            if row["page"] in plain:
                made = plain_of(part_kinds()[name], row)
                made |= {"mentions": []} if name == "entities" else {}
                made |= {"about": about.get((row["page"], row["id"]), [])} if name == "claims" else {}
                plain[row["page"]][name].append(made)
    if purpose != "lines":
        _give_names(connection, plain)
    readings = tuple(from_plain(Reading, plain[page]) for page in sorted(plain))
    return readings if bare else _with_sentences(connection, readings)


def _records(connection: Connection, name: str, keys: Collection[Key]) -> list[RowMapping]:
    """The rows of records by page and id."""
    table = PARTS[name]
    found: list[RowMapping] = []
    for part in some(sorted(keys)):
        asked = select(table).where(*_are(table.c.page, table.c.id, part))
        found += [row for row in connection.execute(asked).mappings() if (row["page"], row["id"]) in keys]
    return found


def _on_pages(connection: Connection, name: str, pages: Iterable[str]) -> list[RowMapping]:
    """The rows of all records of these pages."""
    table, found = PARTS[name], []
    for part in some(pages):
        found += list(connection.execute(select(table).where(table.c.page.in_(part))).mappings())
    return found


def _are(page: Column[Any], record: Column[Any], keys: Collection[Key]) -> tuple[ColumnElement[bool], ...]:
    """That page and record are among these: each by itself, which an index serves; a pair that is none may slip in."""
    return page.in_(sorted({key[0] for key in keys})), record.in_(sorted({key[1] for key in keys}))


def _with_parents(connection: Connection, keys: Collection[Key]) -> list[RowMapping]:
    """The rows of claims, and of those that they stand in."""
    found: list[RowMapping] = []
    seen: set[Key] = set()
    todo = set(keys)
    while todo:
        rows = _records(connection, "claims", todo)
        seen |= todo
        found += rows
        todo = {(row["page"], row["parent"]) for row in rows if row["parent"]} - seen
    return found


def _with_unnamed(connection: Connection, claims: Iterable[RowMapping], pages: Iterable[str]) -> list[RowMapping]:
    """These claims, and all claims of pages whose source goes by no name there."""
    table, found = PARTS["claims"], {(row["page"], row["id"]): row for row in claims}
    on = and_(MENTIONS.c.page == table.c.page, MENTIONS.c.entity == table.c.source_entity, MENTIONS.c.form == "name")
    nameless = or_(table.c.source_kind.in_(_NAMELESS), ~exists().where(on))
    for part in some(pages):
        rows = connection.execute(select(table).where(table.c.page.in_(part), table.c.source_kind != "self", nameless))
        found |= {(row["page"], row["id"]): row for row in rows.mappings()}
    return list(found.values())


def _about(connection: Connection, claims: Collection[Key]) -> dict[Key, list[str]]:
    """What claims are about."""
    found: dict[Key, list[str]] = {}
    for part in some(sorted(claims)):
        asked = select(CLAIM_ABOUT).where(*_are(CLAIM_ABOUT.c.page, CLAIM_ABOUT.c.claim, part))
        for row in connection.execute(asked.order_by(CLAIM_ABOUT.c.position)).mappings():
            found.setdefault((row["page"], row["claim"]), []).append(row["entity"])
    return found


def _with_sentences(connection: Connection, readings: Collection[Reading]) -> tuple[Reading, ...]:
    table = PARTS["sentences"]
    found: dict[str, list[Sentence]] = {reading.page.id: [] for reading in readings}
    for part in some(found):
        asked = select(table.c.page, table.c.start, table.c.end).where(table.c.page.in_(part))
        for page, start, end in connection.execute(asked.order_by(table.c.page, table.c.position)):
            found[page].append(Sentence(start, end))
    return tuple(replace(reading, sentences=tuple(found[reading.page.id])) for reading in readings)


def _give_names(connection: Connection, plain: Mapping[str, dict[str, Any]]) -> None:
    """Where pages name their entities, of those that are there."""
    owners = {(page, entity["id"]): entity["mentions"] for page, parts in plain.items() for entity in parts["entities"]}
    names = [column for column in MENTIONS.c if column.name in hints(Mention)]
    for part in some(sorted(owners)):
        asked = select(MENTIONS.c.page, MENTIONS.c.entity, *names).where(
            *_are(MENTIONS.c.page, MENTIONS.c.entity, part)
        )
        asked = asked.where(MENTIONS.c.form == "name").order_by(MENTIONS.c.page, MENTIONS.c.entity, MENTIONS.c.position)
        for page, entity, *values in connection.execute(asked):
            if (page, entity) in owners:
                made = {column.name: value for column, value in zip(names, values, strict=True)}
                owners[page, entity].append(made)

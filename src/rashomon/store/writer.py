"""Readings and outcomes in, idempotently: each function does its work in the one transaction it is handed.

In: a writing connection and records. Nothing comes out. Inference, and reading of more than keys, do not belong here.
"""

from collections.abc import Iterator
from functools import reduce
from operator import getitem
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, update
from sqlalchemy.exc import IntegrityError

from rashomon.errors import PageError
from rashomon.notation import to_plain
from rashomon.records import Outcome, Page, Reading
from rashomon.store.batches import insert_rows
from rashomon.store.jobs import JOBS
from rashomon.store.tables import CLAIM_ABOUT, MENTIONS, OUTCOMES, PAGES, PARTS, READINGS, leaves, part_kinds


def keep(connection: Connection, reading: Reading, outcome: Outcome, *, options: str = "") -> None:
    """Keep a page with all that was read from it, and its outcome; an older reading of the page gives way whole.

    The same reading again changes nothing. Where two inputs hold the same page and were read alike, the reading bears
    the first of their names in alphabetical order, so that the order in which they came does not show. Raises
    `PageError` where the reading names two of its records alike.
    """
    place = _place(connection, reading, options)
    connection.execute(delete(PAGES).where(PAGES.c.id == reading.page.id))
    plain = to_plain(reading)
    insert_rows(connection, PAGES, [_flat(Page, plain["page"])])
    insert_rows(connection, READINGS, [place])
    try:
        for table, rows in _rows(plain):
            insert_rows(connection, table, rows)
    except IntegrityError as error:
        reason = f"its reading names two records alike ({error.orig}); please report this page, and go on without it"
        raise PageError(Outcome(outcome.input, "failed", reason)) from error
    note(connection, outcome)


def keep_input(connection: Connection, outcome: Outcome) -> None:
    """Keep the outcome of an input whose page (`outcome.page`) is in the case already, read in the same way."""
    earlier = (READINGS.c.page == outcome.page) & (READINGS.c.input > outcome.input)
    connection.execute(update(READINGS).where(earlier).values(input=outcome.input))
    note(connection, outcome)


def note(connection: Connection, outcome: Outcome) -> None:
    """Keep what became of an input, in place of what became of it before."""
    connection.execute(delete(OUTCOMES).where(OUTCOMES.c.input == outcome.input))
    insert_rows(connection, OUTCOMES, [to_plain(outcome)])


def forget(connection: Connection, page: str) -> None:
    """Delete a page with all that was read from it, the outcomes of its inputs, and how it was handed in."""
    connection.execute(delete(OUTCOMES).where(OUTCOMES.c.page == page))
    connection.execute(delete(JOBS).where(JOBS.c.page == page))
    connection.execute(delete(PAGES).where(PAGES.c.id == page))


def _place(connection: Connection, reading: Reading, options: str) -> dict[str, Any]:
    """The row of `readings`: how the page was read, and as which one it came into the case."""
    made = {"rashomon": reading.rashomon, "model": reading.model, "options": options}
    row = {"page": reading.page.id, "input": reading.input, **made}
    old = connection.execute(select(READINGS).where(READINGS.c.page == reading.page.id)).mappings().one_or_none()
    if old is None:
        return {**row, "added": (connection.scalar(select(func.max(READINGS.c.added))) or 0) + 1}
    if all(old[name] == value for name, value in made.items()):
        row["input"] = min(old["input"], reading.input)
    return {**row, "added": old["added"]}


def _rows(plain: dict[str, Any]) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    page = plain["page"]["id"]
    for name, kind in part_kinds().items():
        yield PARTS[name], [{"page": page, "position": n, **_flat(kind, item)} for n, item in enumerate(plain[name])]
    yield (
        MENTIONS,
        [
            {"page": page, "entity": entity["id"], "position": n, **mention}
            for entity in plain["entities"]
            for n, mention in enumerate(entity["mentions"])
        ],
    )
    yield (
        CLAIM_ABOUT,
        [
            {"page": page, "claim": claim["id"], "position": n, "entity": entity}
            for claim in plain["claims"]
            for n, entity in enumerate(claim["about"])
        ],
    )


def _flat(kind: type, plain: dict[str, Any]) -> dict[str, Any]:
    """The columns of a record from its plain notation."""
    return {column: reduce(getitem, way, plain) for column, (_, way) in leaves(kind).items()}  # type: ignore[arg-type]

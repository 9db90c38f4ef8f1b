"""Many values or rows at once, no more than one statement may hold.

In: values, rows. Out: values some at a time; rows in their table. What they mean does not belong here.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, insert

T = TypeVar("T")
_AT_ONCE = 500
"""How many values one statement asks for."""


def some(values: Iterable[T]) -> Iterator[list[T]]:
    """The values, some at a time: as many as one statement may ask for."""
    rest = iter(values)
    while part := list(islice(rest, _AT_ONCE)):
        yield part


def looked_up(connection: Connection, asked: Select[Any], key: Column[Any], values: Iterable[str]) -> dict[str, Any]:
    """The second of two columns by the first, for these values of a key."""
    found: dict[str, Any] = {}
    for part in some(values):
        found |= {row[0]: row[1] for row in connection.execute(asked.where(key.in_(part)))}
    return found


def insert_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Put rows into a table; none is fine."""
    if rows:
        connection.execute(insert(table), rows)

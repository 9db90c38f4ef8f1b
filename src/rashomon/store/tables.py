"""The tables of a case, made from the records: a column is called what the field is called.

A page's row is in `pages`; what was read from it is in one table for each list of `Reading`, with the page's id
(`page`) and the place in the list (`position`). A field that holds one record or one span becomes a column for each of
its parts (`published_value`, `trigger_start`); a list becomes a column of JSON, but for `mentions` and `claim_about`:
these are tables. Text is kept character for character, so that offsets count in SQL as they do in Python (see `hide`).
Queries do not belong here.
"""

import json
import re
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args, get_origin

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

from rashomon.notation import hints, optional
from rashomon.records import Claim, Entity, Mention, Outcome, Page, Reading
from rashomon.spans import Span

_UNKEEPABLE = re.compile("[\0\ud800-\udfff\U00100000\U0010d800-\U0010dfff\U0010fffd]")
_HIDDEN = re.compile("\U0010fffd(.)|[\U00100000\U0010d800-\U0010dfff]", re.DOTALL)
_PRIVATE = 0x100000


def hide(text: str) -> str:
    """The text as databases can hold it: NUL and lone surrogates as one private character each (U+100000 up).

    A page that itself holds one of these private characters gets U+10FFFD before it, so that `show` gives all back.
    """
    return _UNKEEPABLE.sub(_hide_one, text)


def show(text: str) -> str:
    """The text that `hide` was given."""
    return _HIDDEN.sub(lambda found: found[1] or chr(ord(found[0]) - _PRIVATE), text)


def _hide_one(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\U0010fffd{found[0]}" if code >= _PRIVATE else chr(_PRIVATE + code)


class Words(TypeDecorator[str]):
    """Text of any characters at all."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002, D102
        return None if value is None else hide(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002, D102
        return None if value is None else show(value)


class Listed(TypeDecorator[list[Any]]):
    """A list of plain JSON values, readable in any tool."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> str:  # noqa: ARG002, D102
        return hide(json.dumps(value, ensure_ascii=False, allow_nan=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[Any] | None:  # noqa: ARG002, D102
        return None if value is None else json.loads(show(value))


METADATA = MetaData()
_SCALARS: dict[Any, Any] = {str: Words, int: Integer, float: Double, bool: Boolean}
_TABLED = {(Entity, "mentions"), (Claim, "about")}


@cache
def part_kinds() -> dict[str, type]:
    """The lists of a reading and the record in each: one table each, of the same name."""
    lists = {name: hint for name, hint in hints(Reading).items() if get_origin(hint) is tuple}
    return {name: get_args(hint)[0] for name, hint in lists.items()}


@cache
def leaves(kind: type) -> dict[str, tuple[Any, tuple[str | int, ...]]]:
    """The columns of a record class: name, type, and the way to the value in the record's plain notation."""
    found: dict[str, tuple[Any, tuple[str | int, ...]]] = {}
    for name, hint in hints(kind).items():
        inner, _ = optional(hint)
        if inner is Span:
            found |= {f"{name}_start": (int, (name, 0)), f"{name}_end": (int, (name, 1))}
        elif is_dataclass(inner):
            inside = leaves(inner)  # type: ignore[arg-type]
            found |= {f"{name}_{part}": (deep, (name, *way)) for part, (deep, way) in inside.items()}
        elif (kind, name) not in _TABLED:
            found[name] = (hint, (name,))
    return found


def _columns(kind: type, *, key: str | None = None) -> list[Column[Any]]:
    columns: list[Column[Any]] = []
    for name, (hint, _) in leaves(kind).items():
        inner, nullable = optional(hint)
        made = Listed if get_origin(inner) is tuple else _SCALARS.get(inner, Words)
        columns.append(Column(name, made, primary_key=name == key, nullable=nullable and name != key))
    return columns


def _page(*, key: bool = True) -> Column[str]:
    return Column("page", Words, ForeignKey("pages.id", ondelete="CASCADE"), primary_key=key, nullable=False)


def _part(name: str, kind: type) -> Table:
    identified = "id" in hints(kind)
    position = Column("position", Integer, primary_key=not identified, nullable=False)
    return Table(name, METADATA, _page(), position, *_columns(kind, key="id"))


def _child(name: str, owner: str, table: str, *columns: Column[Any]) -> Table:
    return Table(
        name,
        METADATA,
        Column("page", Words, primary_key=True),
        Column(owner, Words, primary_key=True),
        Column("position", Integer, primary_key=True),
        *columns,
        ForeignKeyConstraint(["page", owner], [f"{table}.page", f"{table}.id"], ondelete="CASCADE"),
    )


MIGRATIONS = Table(
    "migrations",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
)
PAGES = Table("pages", METADATA, *_columns(Page, key="id"))
READINGS = Table(
    "readings",
    METADATA,
    _page(),
    *(Column(name, Words, nullable=False) for name, hint in hints(Reading).items() if hint is str),
    Column("options", Words, nullable=False),
    Column("added", Integer, nullable=False),
)
"""`options`: what the caller asked for when it was read; `added`: the order in which pages came into the case."""
PARTS = {name: _part(name, kind) for name, kind in part_kinds().items()}
MENTIONS = _child("mentions", "entity", "entities", *_columns(Mention))
CLAIM_ABOUT = _child("claim_about", "claim", "claims", Column("entity", Words, nullable=False))
OUTCOMES = Table("outcomes", METADATA, *_columns(Outcome, key="input"))

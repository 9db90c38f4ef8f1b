"""The tables of a case, made from the records: a column is called what the field is called.

A page's row is in `pages`; what was read from it is in one table for each list of `Reading`, with the page's id
(`page`) and the place in the list (`position`). A field that holds one record or one span becomes a column for each of
its parts (`published_value`, `trigger_start`); a list becomes a column of JSON, but for `mentions` and `claim_about`:
these are tables. Text is kept character for character, so that offsets count in SQL as they do in Python (see `hide`).
Over them lies the graph: `forms` to `decided` (nouns in `graph`), and what is made from readings so that questions find
their rows by index: `placed`, `names`, `arguments`, `perspectives`, `texts`. Queries do not belong here.
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
_FROM_PRIVATE = chr(_PRIVATE).encode()[:1]
"""The first byte of all characters from there on, in UTF-8, and of no other."""


def hide(text: str) -> str:
    """The text as databases can hold it: NUL and lone surrogates as one private character each (U+100000 up).

    A page that itself holds one of these private characters gets U+10FFFD before it, so that `show` gives all back.
    """
    return text if _is_plain(text) else _UNKEEPABLE.sub(_hide_one, text)


def show(text: str) -> str:
    """The text that `hide` was given."""
    return text if _is_plain(text) else _HIDDEN.sub(lambda found: found[1] or chr(ord(found[0]) - _PRIVATE), text)


def _is_plain(text: str) -> bool:
    """Whether a text has no NUL, lone surrogate or private character from U+100000 up: told by their bytes, quickly."""
    if text.isascii():
        return "\0" not in text
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        return False
    return b"\0" not in encoded and _FROM_PRIVATE not in encoded


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


def columns(kind: type, *, key: str | None = None) -> list[Column[Any]]:
    """The columns of a table that holds records of a class."""
    found: list[Column[Any]] = []
    for name, (hint, _) in leaves(kind).items():
        inner, nullable = optional(hint)
        made = Listed if get_origin(inner) is tuple else _SCALARS.get(inner, Words)
        found.append(Column(name, made, primary_key=name == key, nullable=nullable and name != key))
    return found


def _page(*, key: bool = True) -> Column[str]:
    return Column("page", Words, ForeignKey("pages.id", ondelete="CASCADE"), primary_key=key, nullable=False)


def _part(name: str, kind: type) -> Table:
    identified = "id" in hints(kind)
    position = Column("position", Integer, primary_key=not identified, nullable=False)
    return Table(name, METADATA, _page(), position, *columns(kind, key="id"))


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
PAGES = Table("pages", METADATA, *columns(Page, key="id"))
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
MENTIONS = _child("mentions", "entity", "entities", *columns(Mention))
CLAIM_ABOUT = _child("claim_about", "claim", "claims", Column("entity", Words, nullable=False))
OUTCOMES = Table("outcomes", METADATA, *columns(Outcome, key="input"))


class Plain(TypeDecorator[Any]):
    """Any plain JSON value, None included."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:  # noqa: ARG002, D102
        return hide(json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002, D102
        return None if value is None else json.loads(show(value))


def _words(*names: str, key: bool = False, empty: bool = False) -> list[Column[Any]]:
    return [Column(name, Words, primary_key=key, nullable=empty) for name in names]


def _numbers(*names: str) -> list[Column[Any]]:
    return [Column(name, Integer, nullable=False) for name in names]


GRAPHED = Table("graphed", METADATA, _page(), *_words("made", "text"))
"""Pages in the graph. `made`: the version of Rashomon that put them there; `text`: the hash of the page's text."""
FORMS = Table(
    "forms",
    METADATA,
    *_words("id", key=True),
    *_words("kind", "type", "label"),
    Column("facts", Plain),
    *_numbers("items"),
)
"""`items`: how many records have the form."""
FORM_KEYS = Table("form_keys", METADATA, *_words("kind", "key", "form", key=True))
PLACED = Table(
    "placed",
    METADATA,
    _page(),
    *_words("kind", "record", key=True),
    *_words("form", "base", "type", "day"),
    *_words("earliest", "latest", empty=True),
    *_numbers("mentions", "said", "told", "events", "ties"),
)
"""Each record of a page with its form. `base`: the form it has by itself, where a judgement gave it one of its own.

`day`: when an event was (the first day that it may have been), else when the page was published; empty where unknown.
`mentions` to `ties`: of an entity, in how many records of its page it stands.
"""
LINKS = Table(
    "links",
    METADATA,
    *_words("left", "right", key=True),
    *_words("kind", "verdict"),
    Column("score", Double, nullable=False),
    Column("reasons", Listed, nullable=False),
)
GROUPS = Table("groups", METADATA, *_words("form", key=True), *_words("kind", "id"))
NAMES = Table("names", METADATA, _page(), *_words("entity", "name", key=True), *_words("form", "folded"))
"""The names by which an entity goes on its page; `folded`: in small letters without accents."""
ARGUMENTS = Table("arguments", METADATA, _page(), *_words("event", "entity", "role", key=True))
PERSPECTIVES = Table(
    "perspectives",
    METADATA,
    _page(),
    *_words("kind", "record", key=True),
    Column("position", Integer, primary_key=True),
    *_words("claim", empty=True),
    *_words("teller", "certainty", "polarity", "status"),
)
"""Who holds an event or tie to be so. `teller`: the source's name, or its words, in small letters without accents."""
TEXTS = Table(
    "texts",
    METADATA,
    Column("number", Integer, primary_key=True),
    *_words("kind"),
    Column("page", Words, ForeignKey("pages.id", ondelete="CASCADE")),
    *_words("record", "text"),
)
"""What can be searched: words in small letters without accents, of a page, a claim, or a name (`record`: its form)."""
JUDGEMENTS = Table(
    "judgements",
    METADATA,
    *_words("id", key=True),
    *_words("decision", "left_kind", "left_page", "left_record"),
    *_words("right_kind", "right_page", "right_record", "field", empty=True),
    Column("value", Plain),
    Column("was", Plain),
    *_words("reason", "by", "at"),
    Column("anchors", Plain),
    *_words("undone", "left_now", "right_now", empty=True),
)
"""`left_now`, `right_now`: the record's id in the reading of today, null where it has none."""
DECIDED = Table("decided", METADATA, *_words("judgement", key=True), *_words("kind", "left", "right", "decision"))
"""Forms of which a person decided that they are the same or different."""
DISPUTED = Table("disputed", METADATA, *_words("event", "slot", "kind", key=True), *_words("day"))
"""In which columns (`slot`) the accounts of an event (a group) cannot all hold. `day`: the last of its records."""
DELETIONS = Table(
    "deletions",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_words("kind", "id", "reason", "by", "at"),
    *_numbers("pages"),
    *_words("erased", empty=True),
)
"""What was forgotten: that it was, never what it said. `erased`: when its bytes were overwritten, null until then."""

"""What differs between the databases that can hold a case: how a connection is set up, and the SQL of the views.

All other SQL of this room runs on each of them alike.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

APPLICATION_ID = 0x5261736F
"""Marks a SQLite file as a case ("Raso"); `file` and other tools show it."""

_CUT = {
    "sqlite": """(SELECT group_concat(substr(p.text, json_extract(s.value, '$[0]') + 1,
            json_extract(s.value, '$[1]') - json_extract(s.value, '$[0]')), ' … ') FROM json_each(c.{spans}) AS s)""",
    "postgresql": """(SELECT string_agg(substr(p.text, (s.value->>0)::int + 1,
            (s.value->>1)::int - (s.value->>0)::int), ' … ' ORDER BY s.place)
            FROM json_array_elements(c.{spans}::json) WITH ORDINALITY AS s(value, place))""",
}

_CLAIM_WORDS = """CREATE VIEW claim_words AS
    SELECT p.published_value AS published, p.publisher, p.title,
        {source} AS source, {cue} AS cue, {content} AS content, {hedge} AS hedge,
        c.stance, c.certainty, c.polarity, c.mode, c.source_kind, e.name AS source_name, c.page, c.id
    FROM claims c JOIN pages p ON p.id = c.page
    LEFT JOIN entities e ON e.page = c.page AND e.id = c.source_entity
    ORDER BY c.page, c.position"""

_ENTITY_COUNTS = """CREATE VIEW entity_counts AS
    SELECT e.name, e.type, p.title,
        (SELECT count(*) FROM mentions m WHERE m.page = e.page AND m.entity = e.id) AS mentions,
        (SELECT count(*) FROM claims c WHERE c.page = e.page AND c.source_entity = e.id) AS claims, e.page, e.id
    FROM entities e JOIN pages p ON p.id = e.page
    ORDER BY e.page, e.position"""


def set_up(connection: Any, *, patience: float) -> None:
    """A fresh SQLite connection: transactions are ours to begin, keys are checked, a commit is on disk once done."""
    connection.isolation_level = None
    for setting in ("foreign_keys = ON", "synchronous = FULL", f"busy_timeout = {round(patience * 1000)}"):
        connection.execute(f"PRAGMA {setting}")


def begin(connection: Connection, *, writing: bool) -> None:
    """Begin a transaction; one that writes takes the lock at once, so that it waits here and never half-way."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def claim_file(connection: Connection, version: int) -> None:
    """Write into the file itself that it is a case, and its schema version."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def foreign(connection: Connection) -> bool:
    """Whether the database was made by another program."""
    if connection.dialect.name != "sqlite":
        return False
    known = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    return bool(known != APPLICATION_ID and (known != 0 or tables != 0))


def views(dialect: str) -> Iterator[tuple[str, str]]:
    """The views that show a case to who opens it with a tool for databases: name and SQL."""
    words = {spans: _CUT[dialect].format(spans=spans) for spans in ("source", "cue", "content", "hedge")}
    yield "claim_words", _CLAIM_WORDS.format(**words)
    yield "entity_counts", _ENTITY_COUNTS

"""What differs between the databases that can hold a case: how a connection is set up, and the SQL of the views.

All other SQL of this room runs on each of them alike.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, collate

APPLICATION_ID = 0x5261736F
"""Marks a SQLite file as a case ("Raso"); `file` and other tools show it."""

_CUT = {
    "sqlite": """(SELECT group_concat(substr(p.text, json_extract(s.value, '$[0]') + 1,
            json_extract(s.value, '$[1]') - json_extract(s.value, '$[0]')), ' … ') FROM json_each({spans}) AS s)""",
    "postgresql": """(SELECT string_agg(substr(p.text, (s.value->>0)::int + 1,
            (s.value->>1)::int - (s.value->>0)::int), ' … ' ORDER BY s.place)
            FROM json_array_elements({spans}::json) WITH ORDINALITY AS s(value, place))""",
}

_CLAIM_WORDS = """CREATE VIEW claim_words AS
    SELECT p.published_value AS published, p.publisher, p.title,
        {source} AS source, {cue} AS cue, {content} AS content, {hedge} AS hedge,
        c.stance, c.certainty, c.polarity, c.mode, c.source_kind, e.name AS source_name,
        {outer_source} AS outer_source, o.stance AS outer_stance, {outer_hedge} AS outer_hedge,
        o.certainty AS outer_certainty, o.polarity AS outer_polarity, c.parent, c.page, c.id
    FROM claims c JOIN pages p ON p.id = c.page
    LEFT JOIN entities e ON e.page = c.page AND e.id = c.source_entity
    LEFT JOIN claims o ON o.page = c.page AND o.id = c.parent
    ORDER BY c.page, c.position"""

_ENTITY_COUNTS = """CREATE VIEW entity_counts AS
    SELECT e.name, e.type, p.title,
        (SELECT count(*) FROM mentions m WHERE m.page = e.page AND m.entity = e.id) AS mentions,
        (SELECT count(*) FROM claims c WHERE c.page = e.page AND c.source_entity = e.id) AS claims, e.page, e.id
    FROM entities e JOIN pages p ON p.id = e.page
    ORDER BY e.page, e.position"""


_WORDS = {
    "sqlite": (
        """CREATE VIRTUAL TABLE texts_words USING fts5(text, content='texts', content_rowid='number',
            tokenize='unicode61 remove_diacritics 2')""",
        """CREATE TRIGGER texts_kept AFTER INSERT ON texts BEGIN
            INSERT INTO texts_words (rowid, text) VALUES (new.number, new.text); END""",
        """CREATE TRIGGER texts_gone AFTER DELETE ON texts BEGIN
            INSERT INTO texts_words (texts_words, rowid, text) VALUES ('delete', old.number, old.text); END""",
    ),
    "postgresql": (
        "ALTER TABLE texts ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED",
        "CREATE INDEX texts_words ON texts USING gin (words)",
    ),
}
"""The index of `texts`: FTS5, or text search of PostgreSQL. Both keep themselves as rows come and go."""
_INDEXED = {
    "sqlite": "SELECT count(*) FROM texts_words_docsize",
    "postgresql": "SELECT count(*) FROM texts WHERE words IS NOT NULL",
}


def set_up(connection: Any, *, patience: float) -> None:
    """A fresh SQLite connection: transactions are ours to begin, keys are checked, a commit is on disk once done."""
    connection.isolation_level = None
    for setting in (
        "foreign_keys = ON",
        "synchronous = FULL",
        "secure_delete = ON",
        "cache_size = -64000",
        "wal_autocheckpoint = 8000",
        f"busy_timeout = {round(patience * 1000)}",
    ):
        connection.execute(f"PRAGMA {setting}")


def begin(connection: Connection, *, writing: bool) -> None:
    """Begin a transaction; one that writes takes the lock at once, so that it waits here and never half-way."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif writing:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s, hashtext(current_schema()))", (APPLICATION_ID,))
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


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
    words = {spans: _CUT[dialect].format(spans=f"c.{spans}") for spans in ("source", "cue", "content", "hedge")}
    words |= {f"outer_{spans}": _CUT[dialect].format(spans=f"o.{spans}") for spans in ("source", "hedge")}
    yield "claim_words", _CLAIM_WORDS.format(**words)
    yield "entity_counts", _ENTITY_COUNTS


def numbered(dialect: str) -> str:
    """The column `number`, which counts by itself."""
    if dialect == "sqlite":
        return "number INTEGER NOT NULL PRIMARY KEY"
    return "number INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"


def index_words(connection: Connection) -> None:
    """Make the index of `texts`."""
    for statement in _WORDS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def search_words(dialect: str) -> str:
    """The numbers of the texts that hold `:words`, of the kinds that are asked for, best first, but `other` last."""
    if dialect == "sqlite":
        return """SELECT t.number, t.kind, t.page, t.record FROM texts_words w JOIN texts t ON t.number = w.rowid
            LEFT JOIN forms f ON t.kind = 'entity' AND f.id = t.record WHERE texts_words MATCH :words {0}
            ORDER BY CASE WHEN f.type = 'other' THEN 1 ELSE 0 END, w.rank, t.number LIMIT :limit OFFSET :offset"""
    return """SELECT t.number, t.kind, t.page, t.record FROM texts t CROSS JOIN to_tsquery('simple', :words) asked
        LEFT JOIN forms f ON t.kind = 'entity' AND f.id = t.record WHERE t.words @@ asked {0}
        ORDER BY CASE WHEN f.type = 'other' THEN 1 ELSE 0 END, ts_rank(t.words, asked) DESC, t.number
        LIMIT :limit OFFSET :offset"""


def by_letters(dialect: str, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column, sorted by its letters alone, whatever language the database speaks."""
    return column if dialect == "sqlite" else collate(column, "C")


def phrase(dialect: str, words: tuple[str, ...], *, begins: bool) -> str:
    """Words that stand one after the other, in the notation of the database; the last may be a beginning."""
    if dialect == "sqlite":
        return f'"{" ".join(words)}"{" *" if begins else ""}'
    return f"({' <-> '.join(words)}{':*' if begins else ''})"


def conjunction(dialect: str, phrases: Iterable[str]) -> str:
    """Phrases that must all be there."""
    return (" AND " if dialect == "sqlite" else " & ").join(phrases)


def erase(connection: Connection) -> bool:
    """Overwrite what was deleted, so that its bytes are gone from the file and its journal; outside a transaction.

    False where another program that has the case open holds on to the journal.
    """
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("VACUUM FULL")
        return True
    connection.exec_driver_sql("INSERT INTO texts_words (texts_words) VALUES ('rebuild')")
    connection.exec_driver_sql("VACUUM")
    busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalars().first()
    return not busy


def integrity(connection: Connection) -> tuple[str, ...]:
    """What the database finds wrong with its own file."""
    if connection.dialect.name != "sqlite":
        return ()
    said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    found = [line for line in said if line != "ok"]
    return (*found, *(f"a row of {row[0]} belongs to no row of {row[2]}" for row in broken))


def indexed_texts(connection: Connection) -> int:
    """How many texts can be searched."""
    return int(connection.exec_driver_sql(_INDEXED[connection.dialect.name]).scalar_one())

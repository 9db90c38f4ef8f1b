import sqlite3
from dataclasses import replace

import pytest
from sqlalchemy import text

from rashomon.store import migrations, reader, writer
from rashomon.store.connection import Database
from rashomon.store.dialects import APPLICATION_ID
from tests.store.examples import FLOOD, outcome

NAMES = (
    "m001_readings",
    "m002_graph",
    "m003_entity_details",
    "m004_jobs",
    "m005_indexes_of_large_cases",
    "m006_orders_of_large_cases",
    "m007_erasing",
    "m008_covering_indexes",
    "m009_outer_claims",
)
"""The steps that are released, in order."""


def test_each_step_runs_once(database, monkeypatch):
    ran = []

    def m999_later(connection):
        ran.append(migrations.version(connection))

    released = migrations.STEPS
    monkeypatch.setattr(migrations, "STEPS", (*released, m999_later))
    for _ in range(2):
        database.prepare(create=True)
    assert ran == [len(released)]
    with database.reading() as connection:
        steps = connection.execute(text("SELECT number, name FROM migrations ORDER BY number")).all()
    assert [tuple(step) for step in steps] == list(enumerate([*NAMES, "m999_later"], 1))


def test_a_step_that_fails_leaves_the_case_as_it_was(database, monkeypatch):
    def m999_broken(connection):
        connection.exec_driver_sql("CREATE TABLE half (id TEXT)")
        raise ValueError("half-way")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, m999_broken))
        with pytest.raises(ValueError, match="half-way"):
            database.prepare(create=True)
    with database.reading() as connection:
        assert migrations.version(connection) == len(NAMES)
        assert not connection.dialect.has_table(connection, "half")


def test_the_file_says_what_it_is(tmp_path):
    path = tmp_path / "case.rashomon"
    Database.open(path).close()
    connection = sqlite3.connect(path)
    settings = {name: connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version", "journal_mode")}  # fmt: skip
    connection.close()
    assert settings == {"application_id": APPLICATION_ID, "user_version": len(NAMES), "journal_mode": "wal"}


def test_a_case_of_the_first_schema_comes_to_the_tables_of_today(place, monkeypatch):
    plain = replace(FLOOD, entities=())  # entities have more columns today
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", migrations.STEPS[:1])
        with Database.open(place) as database, database.writing() as connection:
            writer.keep(connection, plain, outcome(plain))
    with Database.open(place) as database, database.reading() as connection:
        assert migrations.version(connection) == len(NAMES)
        assert list(reader.readings(connection)) == [plain]

import sqlite3

import pytest
from sqlalchemy import text

from rashomon.store import migrations
from rashomon.store.connection import Database
from rashomon.store.dialects import APPLICATION_ID


def test_each_step_runs_once(database, monkeypatch):
    ran = []

    known = len(migrations.STEPS)

    def m999_later(connection):
        ran.append(migrations.version(connection))

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, m999_later))
    for _ in range(2):
        database.prepare(create=True)
    assert ran == [known]
    with database.reading() as connection:
        steps = connection.execute(text("SELECT number, name FROM migrations ORDER BY number")).all()
    assert tuple(steps[0]) == (1, "m001_readings")
    assert tuple(steps[-1]) == (known + 1, "m999_later")


def test_a_step_that_fails_leaves_the_case_as_it_was(database, monkeypatch):
    def m002_broken(connection):
        connection.exec_driver_sql("CREATE TABLE half (id TEXT)")
        raise ValueError("half-way")

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (*migrations.STEPS, m002_broken))
        with pytest.raises(ValueError, match="half-way"):
            database.prepare(create=True)
    with database.reading() as connection:
        assert migrations.version(connection) == len(migrations.STEPS)
        assert not connection.dialect.has_table(connection, "half")


def test_the_file_says_what_it_is(tmp_path):
    path = tmp_path / "case.rashomon"
    Database.open(path).close()
    connection = sqlite3.connect(path)
    settings = {name: connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("application_id", "user_version", "journal_mode")}  # fmt: skip
    connection.close()
    assert settings == {"application_id": APPLICATION_ID, "user_version": len(migrations.STEPS), "journal_mode": "wal"}

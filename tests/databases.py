"""The databases that a case can be kept in: each test of the store runs on every one that is there.

PostgreSQL takes part where RASHOMON_TEST_POSTGRES holds the address of an empty database, as
`postgresql+psycopg://user:password@localhost/name`; it works in a schema of its own.
"""

import os

import pytest
from sqlalchemy import create_engine, delete

from rashomon.store.connection import Database
from rashomon.store.tables import METADATA, MIGRATIONS

POSTGRES = os.environ.get("RASHOMON_TEST_POSTGRES")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Where a new case can be made."""
    if request.param == "sqlite":
        return tmp_path / "case.rashomon"
    if not POSTGRES:
        pytest.skip("RASHOMON_TEST_POSTGRES is not set")
    engine = create_engine(POSTGRES)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS rashomon_test CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA rashomon_test")
    engine.dispose()
    return f"{POSTGRES}?options=-csearch_path%3Drashomon_test"


@pytest.fixture
def database(place):
    """A new case, open."""
    with Database.open(place) as made:
        yield made


def clear(connection) -> None:
    """Empty a case."""
    for table in reversed(METADATA.sorted_tables):
        if table is not MIGRATIONS:
            connection.execute(delete(table))

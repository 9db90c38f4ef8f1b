from dataclasses import replace

import pytest
from sqlalchemy import text

from rashomon.errors import PageError
from rashomon.exports.jsonl import dumps
from rashomon.records import Outcome
from rashomon.store import reader, writer
from tests.store.examples import FLOOD, STRIKE, outcome


def keep(database, *readings, options=""):
    for reading in readings:
        with database.writing() as connection:
            writer.keep(connection, reading, outcome(reading), options=options)


def printed(database):
    with database.reading() as connection:
        return [dumps(reading) for reading in reader.readings(connection)]


def rows(database):
    with database.reading() as connection:
        return {
            name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}")).all()))
            for name in ("pages", "readings", "claims", "mentions", "claim_about", "outcomes", "blocks")
        }


def test_keeping_the_same_again_changes_nothing(database):
    keep(database, FLOOD, STRIKE)
    before = rows(database)
    keep(database, STRIKE, FLOOD)
    assert rows(database) == before
    assert printed(database) == [dumps(FLOOD), dumps(STRIKE)]


def test_another_reading_of_a_page_takes_the_place_of_the_old(database):
    keep(database, FLOOD)
    again = replace(FLOOD, model="en_core_web_md-3.8.0", claims=FLOOD.claims[:1])
    keep(database, again)
    assert printed(database) == [dumps(again)]
    with database.reading() as connection:
        assert reader.kept(connection, FLOOD.page.id) == reader.Kept("0.1.0", "en_core_web_md-3.8.0", "")


def test_one_page_under_two_inputs_bears_the_first_name_in_any_order(database):
    other = replace(FLOOD, input="a/copy.txt")
    keep(database, FLOOD, other)
    first = printed(database)
    keep(database, FLOOD)
    assert printed(database) == first == [dumps(other)]
    with database.reading() as connection:
        assert [(o.input, o.page) for o in reader.outcomes(connection)] == [
            ("a/copy.txt", FLOOD.page.id),
            ("flood.txt", FLOOD.page.id),
        ]


def test_an_input_of_a_page_that_is_kept_needs_no_reading(database):
    keep(database, FLOOD)
    with database.writing() as connection:
        writer.keep_input(connection, Outcome("a/copy.txt", "read", page=FLOOD.page.id))
    assert printed(database) == [dumps(replace(FLOOD, input="a/copy.txt"))]


def test_nothing_of_a_page_is_kept_where_the_writing_breaks_off(database):
    keep(database, FLOOD)
    before = rows(database)
    with pytest.raises(KeyboardInterrupt), database.writing() as connection:
        keep_and_stop(connection, STRIKE)
    assert rows(database) == before


def keep_and_stop(connection, reading):
    writer.keep(connection, reading, outcome(reading))
    raise KeyboardInterrupt


def test_two_records_of_one_name_are_no_reading(database):
    twice = replace(FLOOD, claims=(FLOOD.claims[0], FLOOD.claims[0]))
    with pytest.raises(PageError, match=r"^flood.txt: its reading names two records alike") as caught:
        keep(database, twice)
    assert caught.value.outcome.status == "failed"
    assert printed(database) == []


def test_the_latest_outcome_of_an_input_is_kept(database):
    for reason in ("empty; give a page with text", "no such file; check the path"):
        with database.writing() as connection:
            writer.note(connection, Outcome("gone.txt", "failed", reason))
    with database.reading() as connection:
        assert reader.outcomes(connection) == (Outcome("gone.txt", "failed", "no such file; check the path"),)


def test_pages_know_in_which_order_they_came(database):
    keep(database, STRIKE, FLOOD, STRIKE)
    with database.reading() as connection:
        found = connection.execute(text("SELECT input, added FROM readings ORDER BY added")).all()
    assert [tuple(row) for row in found] == [("strike.txt", 1), ("flood.txt", 2)]

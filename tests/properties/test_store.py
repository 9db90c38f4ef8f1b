"""Whatever is read is kept and printed exactly as it was."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.exports.jsonl import dumps, loads, to_json
from rashomon.records import Outcome
from rashomon.store import reader, writer
from rashomon.store.tables import hide, show
from tests.databases import clear
from tests.properties.strategies import readings, texts

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(readings())
def test_a_printed_reading_comes_back(reading):
    line = dumps(reading)
    assert loads(line) == reading
    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line) == to_json(reading)


@SLOW
@given(st.lists(readings(), max_size=3, unique_by=lambda reading: reading.page.id), st.randoms())
def test_a_case_gives_back_what_was_kept_in_whatever_order_it_came(database, found, random):
    printed = []
    for _ in range(2):
        random.shuffle(found)
        with database.writing() as connection:
            clear(connection)
            for reading in found:
                writer.keep(connection, reading, Outcome(reading.input, "read", page=reading.page.id))
        with database.reading() as connection:
            assert [reader.page(connection, reading.page.id) for reading in found] == found
            printed.append([dumps(reading) for reading in reader.readings(connection)])
    assert printed[0] == printed[1]
    assert sorted(printed[0]) == sorted(map(dumps, found))


@SLOW
@given(texts(30))
def test_text_is_hidden_from_the_database_and_shown_again(text):
    hidden = hide(text)
    assert show(hidden) == text
    assert "\0" not in hidden
    hidden.encode()


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=("Co",)), max_size=30))
def test_hidden_text_keeps_its_offsets(text):
    assert len(hide(text)) == len(text)

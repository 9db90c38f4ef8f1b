from dataclasses import fields, is_dataclass
from typing import get_args, get_origin, get_type_hints

import pytest
from sqlalchemy import MetaData, text

from rashomon import records
from rashomon.store import writer
from rashomon.store.tables import METADATA, hide, show
from tests.store.examples import FLOOD, RUMOUR, outcome

OWN = {"page", "position"}
KEYS = {"pages": records.Page, "mentions": records.Mention, "outcomes": records.Outcome} | {
    name: get_args(hint)[0]
    for name, hint in get_type_hints(records.Reading).items()
    if get_origin(hint) is tuple
}  # fmt: skip


def words(kind) -> set[str]:
    """The names that the columns of a record may have: its fields, and `field_part` where a field has parts."""
    hints = get_type_hints(kind)
    found = set()
    for field in fields(kind):
        inner = hints[field.name]
        if is_dataclass(inner):
            found |= {f"{field.name}_{part.name}" for part in fields(inner)}
        elif hasattr(inner, "_fields"):
            found |= {f"{field.name}_{part}" for part in inner._fields}
        else:
            found.add(field.name)
    return found


@pytest.mark.parametrize("table", sorted(KEYS))
def test_columns_are_called_what_fields_are_called(table):
    columns = set(METADATA.tables[table].columns.keys())
    tabled = {"entities": {"mentions"}, "claims": {"about"}, "mentions": {"entity"}}.get(table, set())
    assert columns - OWN - tabled == words(KEYS[table]) - OWN - tabled


def test_how_a_page_was_read_stands_in_readings():
    plain = {name for name, hint in get_type_hints(records.Reading).items() if hint is str}
    assert set(METADATA.tables["readings"].columns.keys()) == plain | {"page", "options", "added"}


def shape(metadata):
    """All that two sets of tables must have in common; the index of words is the database's own."""
    return {
        table.name: {
            "columns": sorted(
                (column.name, bool(column.nullable)) for column in table.columns if column.name != "words"
            ),
            "key": sorted(column.name for column in table.primary_key),
            "owner": sorted(
                (key.referred_table.name, tuple(key.column_keys), key.ondelete) for key in table.foreign_key_constraints
            ),
        }
        for table in metadata.sorted_tables
        if not table.name.startswith("texts_words")
    }


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection")
def test_a_new_case_has_the_tables_of_today(database):
    found = MetaData()
    with database.reading() as connection:
        found.reflect(connection)
    assert shape(found) == shape(METADATA)


@pytest.mark.parametrize(
    ("given", "hidden"),
    [
        ("plain", "plain"),
        ("a\0b", "a\U00100000b"),
        ("half \ud83d", "half \U0010d83d"),
        ("\U0010d83d", "\U0010fffd\U0010d83d"),  # a page's own private character is marked
        ("\U0010fffd\0", "\U0010fffd\U0010fffd\U00100000"),
    ],
)
def test_what_no_database_holds_is_hidden(given, hidden):
    assert hide(given) == hidden
    assert show(hidden) == given


def test_a_nested_claim_shows_in_sql_what_it_is_told_in(database):
    with database.writing() as connection:
        writer.keep(connection, RUMOUR, outcome(RUMOUR))
    asked = "SELECT source, outer_source, outer_stance, outer_hedge, outer_polarity, parent FROM claim_words"
    with database.reading() as connection:
        rows = connection.execute(text(asked)).all()
    assert [tuple(row) for row in rows] == [
        ("Police", None, None, None, None, None),
        ("Ole Brandt", "Police", "denies", None, "denied", RUMOUR.claims[0].id),
    ]


def test_the_case_can_be_asked_in_sql(database):
    with database.writing() as connection:
        writer.keep(connection, FLOOD, outcome(FLOOD))
    with database.reading() as connection:
        claims = connection.execute(text("SELECT source, cue, content, source_name, published FROM claim_words")).all()
        names = connection.execute(text("SELECT name, mentions, claims FROM entity_counts")).all()
    assert [tuple(row) for row in claims] == [
        ("Mara Lind", "said", "the dam broke at dawn", "Mara Lind", "2031-05-04"),
        ("Ole Brandt", "denied", "Mara Lind was there", "Ole Brandt", "2031-05-04"),
    ]
    assert [tuple(row) for row in names] == [("Mara Lind", 1, 1), ("Ole Brandt", 1, 1)]

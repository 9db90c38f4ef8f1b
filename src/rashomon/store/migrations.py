"""The steps that bring a case to the tables of today: numbered functions, each run once, in order, in one transaction.

In: a connection that is writing. Out: the same case with the tables of `tables`. A step that is released is never
edited: it is what made the cases that people have. A change to `records` or `tables` is a new function at the end of
`STEPS`.
"""

from collections.abc import Callable

from sqlalchemy import Connection, func, insert, inspect, select

from rashomon.store import dialects
from rashomon.store.tables import METADATA, MIGRATIONS

_PART = "page TEXT NOT NULL, position INTEGER NOT NULL"
_OF_PAGE = "FOREIGN KEY (page) REFERENCES pages (id) ON DELETE CASCADE"
_CHILD = "page TEXT NOT NULL, {0} TEXT NOT NULL, position INTEGER NOT NULL"
_OWNED = "PRIMARY KEY (page, {0}, position), FOREIGN KEY (page, {0}) REFERENCES {1} (page, id) ON DELETE CASCADE"


def version(connection: Connection) -> int:
    """The number of the last step that this case has seen; 0 for a new one."""
    if not inspect(connection).has_table(MIGRATIONS.name):
        return 0
    return connection.scalar(select(func.max(MIGRATIONS.c.number))) or 0


def migrate(connection: Connection) -> None:
    """Run the steps that this case has not seen, and make the views afresh."""
    for number, step in list(enumerate(STEPS, 1))[version(connection) :]:
        step(connection)
        connection.execute(insert(MIGRATIONS).values(number=number, name=step.__name__))
    for name, statement in dialects.views(connection.dialect.name):
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(statement)
    dialects.claim_file(connection, len(STEPS))


def m001_readings(connection: Connection) -> None:
    """Pages, what is read from them, and what became of each input."""
    for table, columns in {
        "migrations": "number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL",
        "pages": """id TEXT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL, url TEXT, title TEXT, publisher TEXT,
            authors TEXT NOT NULL, agency TEXT, language TEXT, text TEXT NOT NULL, published_value TEXT,
            published_basis TEXT NOT NULL""",
        "readings": f"""page TEXT NOT NULL PRIMARY KEY, rashomon TEXT NOT NULL,
            model TEXT NOT NULL, input TEXT NOT NULL, options TEXT NOT NULL, added INTEGER NOT NULL,
            {_OF_PAGE}""",
        "outcomes": "input TEXT NOT NULL PRIMARY KEY, status TEXT NOT NULL, reason TEXT NOT NULL, page TEXT",
        "blocks": f"""{_PART}, id TEXT NOT NULL, role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            flags TEXT NOT NULL, location TEXT, PRIMARY KEY (page, id), {_OF_PAGE}""",
        "sentences": f"""{_PART}, start INTEGER NOT NULL, "end" INTEGER NOT NULL, PRIMARY KEY (page, position),
            {_OF_PAGE}""",
        "entities": f"""{_PART}, id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL,
            descriptions TEXT NOT NULL, PRIMARY KEY (page, id), {_OF_PAGE}""",
        "mentions": f"""{_CHILD.format("entity")}, start INTEGER NOT NULL, "end" INTEGER NOT NULL, form TEXT NOT NULL,
            {_OWNED.format("entity", "entities")}""",
        "times": f"""{_PART}, id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, type TEXT NOT NULL,
            value TEXT, mod TEXT, earliest TEXT, latest TEXT, anchored BOOLEAN NOT NULL, PRIMARY KEY (page, id),
            {_OF_PAGE}""",
        "claims": f"""{_PART}, id TEXT NOT NULL, source TEXT NOT NULL, cue TEXT NOT NULL, content TEXT NOT NULL,
            hedge TEXT NOT NULL, source_entity TEXT, source_kind TEXT NOT NULL, stance TEXT NOT NULL,
            mode TEXT NOT NULL, certainty TEXT NOT NULL, polarity TEXT NOT NULL, parent TEXT,
            score DOUBLE PRECISION NOT NULL, PRIMARY KEY (page, id), {_OF_PAGE}""",
        "claim_about": f"""{_CHILD.format("claim")}, entity TEXT NOT NULL, {_OWNED.format("claim", "claims")}""",
        "events": f"""{_PART}, id TEXT NOT NULL, type TEXT NOT NULL, trigger_start INTEGER NOT NULL,
            trigger_end INTEGER NOT NULL, arguments TEXT NOT NULL, time TEXT, counts TEXT NOT NULL,
            perspectives TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, PRIMARY KEY (page, id), {_OF_PAGE}""",
        "ties": f"""{_PART}, id TEXT NOT NULL, subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT NOT NULL,
            status TEXT NOT NULL, time TEXT, evidence TEXT NOT NULL, perspectives TEXT NOT NULL,
            score DOUBLE PRECISION NOT NULL, PRIMARY KEY (page, id), {_OF_PAGE}""",
        "disputes": f"""{_PART}, id TEXT NOT NULL, kind TEXT NOT NULL, about TEXT, sides TEXT NOT NULL,
            PRIMARY KEY (page, id), {_OF_PAGE}""",
    }.items():
        connection.exec_driver_sql(f"CREATE TABLE {table} ({columns})")


_GRAPH_INDEXES = {
    "form_keys_form": "form_keys (form)",
    "placed_form": "placed (form, day)",
    "placed_day": "placed (kind, day, page, record)",
    "placed_record": "placed (record)",
    "links_right": 'links ("right")',
    "links_verdict": 'links (verdict, kind, score, "left", "right")',
    "groups_id": "groups (id)",
    "names_folded": "names (folded, form)",
    "names_form": "names (form, name)",
    "arguments_entity": "arguments (page, entity)",
    "perspectives_teller": "perspectives (teller, kind)",
    "texts_page": "texts (page)",
    "texts_record": "texts (record)",
    "judgements_left": "judgements (left_page)",
    "judgements_right": "judgements (right_page)",
    "decided_left": 'decided ("left")',
    "decided_right": 'decided ("right")',
    "disputed_kind": "disputed (kind)",
    "claims_source": "claims (page, source_entity)",
    "claim_about_entity": "claim_about (page, entity)",
    "ties_subject": "ties (page, subject)",
    "ties_object": "ties (page, object)",
    "disputes_kind": "disputes (kind)",
    "pages_publisher": "pages (publisher)",
}
"""Of m002: by what rows are found."""


def m002_graph(connection: Connection) -> None:
    """What joins the records of many pages, what people decide, and what can be searched."""
    for table, columns in {
        "graphed": f"page TEXT NOT NULL PRIMARY KEY, made TEXT NOT NULL, text TEXT NOT NULL, {_OF_PAGE}",
        "forms": """id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, type TEXT NOT NULL, label TEXT NOT NULL,
            facts TEXT, items INTEGER NOT NULL""",
        "form_keys": "kind TEXT NOT NULL, key TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (kind, key, form)",
        "placed": f"""page TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, form TEXT NOT NULL,
            base TEXT NOT NULL, type TEXT NOT NULL, day TEXT NOT NULL, earliest TEXT, latest TEXT,
            mentions INTEGER NOT NULL, said INTEGER NOT NULL, told INTEGER NOT NULL, events INTEGER NOT NULL,
            ties INTEGER NOT NULL, PRIMARY KEY (page, kind, record), {_OF_PAGE}""",
        "links": """"left" TEXT NOT NULL, "right" TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL,
            score DOUBLE PRECISION NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY ("left", "right")""",
        "groups": "form TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL",
        "names": f"""page TEXT NOT NULL, entity TEXT NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL,
            folded TEXT NOT NULL, PRIMARY KEY (page, entity, name), {_OF_PAGE}""",
        "arguments": f"""page TEXT NOT NULL, event TEXT NOT NULL, entity TEXT NOT NULL, role TEXT NOT NULL,
            PRIMARY KEY (page, event, entity, role), {_OF_PAGE}""",
        "perspectives": f"""page TEXT NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, position INTEGER NOT NULL,
            claim TEXT, teller TEXT NOT NULL, certainty TEXT NOT NULL, polarity TEXT NOT NULL, status TEXT NOT NULL,
            PRIMARY KEY (page, kind, record, position), {_OF_PAGE}""",
        "texts": f"""{dialects.numbered(connection.dialect.name)}, kind TEXT NOT NULL, page TEXT, record TEXT NOT NULL,
            text TEXT NOT NULL, {_OF_PAGE}""",
        "judgements": """id TEXT NOT NULL PRIMARY KEY, decision TEXT NOT NULL, left_kind TEXT NOT NULL,
            left_page TEXT NOT NULL, left_record TEXT NOT NULL, right_kind TEXT, right_page TEXT, right_record TEXT,
            field TEXT, value TEXT, was TEXT, reason TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, anchors TEXT,
            undone TEXT, left_now TEXT, right_now TEXT""",
        "decided": """judgement TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "left" TEXT NOT NULL,
            "right" TEXT NOT NULL, decision TEXT NOT NULL""",
        "disputed": "event TEXT NOT NULL, slot TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (event, slot, kind)",
        "deletions": """number INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,
            reason TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL, pages INTEGER NOT NULL""",
    }.items():
        connection.exec_driver_sql(f"CREATE TABLE {table} ({columns})")
    for index, place in _GRAPH_INDEXES.items():
        connection.exec_driver_sql(f"CREATE INDEX {index} ON {place}")
    dialects.index_words(connection)


def m003_entity_details(connection: Connection) -> None:
    """What a page says of an entity beside its name."""
    lists = "TEXT NOT NULL DEFAULT '[]'"
    columns = ["subtype TEXT", *(f"{name} {lists}" for name in ("titles", "roles", "nationality"))]
    for column in (*columns, '"number" INTEGER', "withheld TEXT"):
        connection.exec_driver_sql(f"ALTER TABLE entities ADD COLUMN {column}")


def m004_jobs(connection: Connection) -> None:
    """The queue of pages that wait to be read; what long lists are sorted by."""
    blob = {"sqlite": "BLOB", "postgresql": "BYTEA"}[connection.dialect.name]
    connection.exec_driver_sql(
        f"""CREATE TABLE jobs (id TEXT NOT NULL PRIMARY KEY, batch TEXT NOT NULL, position INTEGER NOT NULL,
            input TEXT NOT NULL, data {blob}, media TEXT, charset TEXT, url TEXT, published TEXT, state TEXT NOT NULL,
            reason TEXT NOT NULL, page TEXT, attempts INTEGER NOT NULL, reader INTEGER, by TEXT NOT NULL,
            added TEXT NOT NULL, started TEXT, ended TEXT)"""
    )
    connection.exec_driver_sql("CREATE INDEX jobs_state ON jobs (state, added)")
    connection.exec_driver_sql("CREATE INDEX jobs_batch ON jobs (batch, position)")
    connection.exec_driver_sql("CREATE INDEX forms_items ON forms (kind, items DESC, label, id)")
    for table in ("claims", "events", "ties"):
        connection.exec_driver_sql(f"CREATE INDEX {table}_score ON {table} (score, page, id)")


def m005_indexes_of_large_cases(connection: Connection) -> None:
    """An index of links that SQLite does not take for those of one form; the newest page without a look at all.

    Forms have other keys than before: the pages wait to be joined anew, which `Case.complete` does.
    """
    connection.exec_driver_sql("DROP INDEX links_verdict")
    connection.exec_driver_sql('CREATE INDEX links_kind ON links (kind, verdict, score, "left", "right")')
    connection.exec_driver_sql("CREATE INDEX readings_added ON readings (added)")
    for table in ("texts", "perspectives", "arguments", "names", "placed", "disputed", "decided", "groups", "links",
                  "form_keys", "forms", "graphed"):  # fmt: skip
        connection.execute(METADATA.tables[table].delete())


def m006_orders_of_large_cases(connection: Connection) -> None:
    """Pages by publication, and disputed events by day, without sorting them all."""
    connection.exec_driver_sql("ALTER TABLE disputed ADD COLUMN day TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql(
        """UPDATE disputed SET day = coalesce((SELECT max(placed.day)
            FROM groups JOIN placed ON placed.form = groups.form WHERE groups.id = disputed.event), '')"""
    )
    connection.exec_driver_sql("CREATE INDEX disputed_day ON disputed (day DESC, event)")
    connection.exec_driver_sql(
        """CREATE INDEX pages_order ON pages
            ((published_value IS NULL), published_value, (title IS NULL), title, id)"""
    )


def m007_erasing(connection: Connection) -> None:
    """When the bytes of what was forgotten were overwritten: of what was forgotten before, nobody knows.

    Pages by their letters, whatever language PostgreSQL was set up in.
    """
    connection.exec_driver_sql("ALTER TABLE deletions ADD COLUMN erased TEXT")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP INDEX pages_order")
        connection.exec_driver_sql(
            """CREATE INDEX pages_order ON pages ((published_value IS NULL), published_value COLLATE "C",
                (title IS NULL), title COLLATE "C", id COLLATE "C")"""
        )


def m008_covering_indexes(connection: Connection) -> None:
    """What an entity takes part in, and what claims are about it, without a look at all that its pages have."""
    for table, record in (("arguments", "event"), ("claim_about", "claim")):
        connection.exec_driver_sql(f"DROP INDEX {table}_entity")
        connection.exec_driver_sql(f"CREATE INDEX {table}_entity ON {table} (page, entity, {record})")


def m009_outer_claims(connection: Connection) -> None:
    """The view of claims with those that they are told in: views are made afresh with every step."""


STEPS: tuple[Callable[[Connection], None], ...] = (
    m001_readings,
    m002_graph,
    m003_entity_details,
    m004_jobs,
    m005_indexes_of_large_cases,
    m006_orders_of_large_cases,
    m007_erasing,
    m008_covering_indexes,
    m009_outer_claims,
)

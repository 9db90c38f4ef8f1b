"""Whether the database itself is whole: its pages, its keys, its search index.

In: a reading connection. Out: what is wrong, in words. Whether rows say what they should does not belong here.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from rashomon.graph import LISTS, RecordKind
from rashomon.store import dialects
from rashomon.store.tables import (
    DECIDED,
    FORM_KEYS,
    FORMS,
    GROUPS,
    JUDGEMENTS,
    LINKS,
    METADATA,
    NAMES,
    PAGES,
    PARTS,
    PLACED,
    TEXTS,
)


def faults(connection: Connection) -> tuple[str, ...]:
    """What the database finds wrong with its own file."""
    return dialects.integrity(connection)


def orphans(connection: Connection) -> Iterator[tuple[str, str]]:
    """Tables with rows of pages or forms that are not there, and how many."""
    for table in METADATA.sorted_tables:
        if "page" in table.c and table.name != "outcomes":
            of_none = (
                select(func.count())
                .select_from(table)
                .where(table.c.page.is_not(None), table.c.page.not_in(select(PAGES.c.id)))
            )
            if count := connection.scalar(of_none):
                yield table.name, f"{count} rows of pages that are not in the case"
    for column in (FORM_KEYS.c.form, LINKS.c.left, LINKS.c.right, GROUPS.c.form, PLACED.c.form, NAMES.c.form):
        of_none = select(func.count()).select_from(column.table).where(column.not_in(select(FORMS.c.id)))
        if count := connection.scalar(of_none):
            yield column.table.name, f"{count} rows of forms that are not in the case"
    holding = select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.undone.is_(None))
    if count := connection.scalar(select(func.count()).select_from(DECIDED).where(DECIDED.c.judgement.not_in(holding))):
        yield "decided", f"{count} rows of judgements that do not hold"
    for column in (GROUPS.c.form, PLACED.c.form):
        without = select(func.count()).select_from(FORMS).where(FORMS.c.id.not_in(select(column)))
        if count := connection.scalar(without):
            yield "forms", f"{count} forms without a row in {column.table.name}"


def search_faults(connection: Connection) -> tuple[str, ...]:
    """What is wrong with the index of texts."""
    texts, indexed = connection.scalar(select(func.count()).select_from(TEXTS)), dialects.indexed_texts(connection)
    return () if texts == indexed else (f"{texts} texts are kept and {indexed} can be found",)


def has_record(connection: Connection, kind: RecordKind, page: str, record: str) -> bool:
    """Whether a page has a record."""
    if kind == "page":
        return connection.scalar(select(PAGES.c.id).where(PAGES.c.id == record)) is not None
    table = PARTS[LISTS[kind]]
    return connection.scalar(select(table.c.id).where(table.c.page == page, table.c.id == record)) is not None

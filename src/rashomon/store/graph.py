"""The graph of a case in and out, a few rows at a time: forms of a page, their neighbours, links, groups.

In: a connection, forms, links and groups as fusion made them. Out: what fusion needs of what is there. Each function
touches the rows that it is asked for and their neighbours, so that a page costs the same in a case of any size. What is
the same as what is not decided here.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, Text, and_, bindparam, delete, func, select, type_coerce, update

from rashomon.graph import Form, Item, ItemKind, Link, Reason, meeting
from rashomon.notation import from_plain, to_plain
from rashomon.store.batches import insert_rows, looked_up, some
from rashomon.store.tables import (
    ARGUMENTS,
    DECIDED,
    DISPUTED,
    FORM_KEYS,
    FORMS,
    GRAPHED,
    GROUPS,
    JUDGEMENTS,
    LINKS,
    NAMES,
    PAGES,
    PERSPECTIVES,
    PLACED,
    TEXTS,
)  # fmt: skip

_ABOUT = (*(type_coerce(FORMS.c[name], Text) for name in ("id", "kind", "type")), FORMS.c.label, FORMS.c.facts)
"""What forms are made of. Ids and kinds as they stand: they hold nothing that a database could not."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A record of a page with its form, and what questions find it by (see the table `placed`)."""

    item: Item
    form: str
    base: str
    type: str
    day: str
    earliest: str | None
    latest: str | None
    mentions: int = 0
    said: int = 0
    told: int = 0
    events: int = 0
    ties: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What is made from one page for the graph and for questions.

    `names`: entity, name, form, folded. `arguments`: event, entity, role. `perspectives`: kind, record, position,
    claim, teller, certainty, polarity, status. `texts`: kind, record, text. `calls`: form, words to find it by.
    """

    page: str
    made: str
    text: str
    placed: tuple[Placed, ...]
    forms: tuple[Form, ...]
    calls: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str, str, str], ...]
    arguments: tuple[tuple[str, str, str], ...]
    perspectives: tuple[tuple[Any, ...], ...]
    texts: tuple[tuple[str, str, str], ...]


def graphed(connection: Connection, page: str) -> bool:
    """Whether the page is in the graph."""
    return connection.scalar(select(GRAPHED.c.page).where(GRAPHED.c.page == page)) is not None


def missing(connection: Connection) -> tuple[str, ...]:
    """The pages that are in no graph, in order of their ids."""
    asked = select(PAGES.c.id).outerjoin(GRAPHED, GRAPHED.c.page == PAGES.c.id).where(GRAPHED.c.made.is_(None))
    return tuple(sorted(connection.scalars(asked)))


def stale(connection: Connection, made: str) -> bool:
    """Whether another version than this made any of the graph."""
    return connection.scalar(select(GRAPHED.c.page).where(GRAPHED.c.made != made).limit(1)) is not None


def clear(connection: Connection) -> None:
    """Take everything out of the graph; the pages and what people decided stay."""
    for table in (TEXTS, PERSPECTIVES, ARGUMENTS, NAMES, PLACED, DISPUTED, DECIDED, GROUPS, LINKS, FORM_KEYS, FORMS,
                  GRAPHED):  # fmt: skip
        connection.execute(delete(table))


def keep(connection: Connection, facts: Facts) -> tuple[str, ...]:
    """Keep what was made from a page that is in no graph; ids of the forms that are new to the case come back."""
    ids = [form.id for form in facts.forms]
    known: set[str] = set()
    for part in some(ids):
        known |= set(connection.scalars(select(FORMS.c.id).where(FORMS.c.id.in_(part))))
    new = {form.id: form for form in facts.forms if form.id not in known}
    page = facts.page
    insert_rows(connection, GRAPHED, [{"page": page, "made": facts.made, "text": facts.text}])
    insert_rows(connection, FORMS, [_form_row(form) for form in new.values()])
    keys = [{"kind": form.kind, "key": key, "form": form.id} for form in new.values() for key in sorted(set(form.keys))]
    insert_rows(connection, FORM_KEYS, keys)
    insert_rows(connection, PLACED, [_placed_row(row) for row in facts.placed])
    insert_rows(connection, NAMES, [{"page": page, **_row(NAMES, row)} for row in facts.names])
    insert_rows(connection, ARGUMENTS, [{"page": page, **_row(ARGUMENTS, row)} for row in facts.arguments])
    insert_rows(connection, PERSPECTIVES, [{"page": page, **_row(PERSPECTIVES, row)} for row in facts.perspectives])
    texts = [{"page": page, "kind": kind, "record": record, "text": text} for kind, record, text in facts.texts]
    called = [(form, text) for form, text in facts.calls if form in new]
    calls = [{"kind": "entity", "page": None, "record": form, "text": text} for form, text in called]
    insert_rows(connection, TEXTS, texts + calls)
    uses = Counter(row.form for row in facts.placed)
    changes = [{"form": form, "more": more} for form, more in sorted(uses.items())]
    _count(connection, changes)
    return tuple(new)


def take_out(connection: Connection, page: str) -> frozenset[str]:
    """Take a page out of the graph, but for its forms, which come back: `drop` those that are nobody's in the end."""
    uses = Counter(connection.scalars(select(PLACED.c.form).where(PLACED.c.page == page)))
    _count(connection, [{"form": form, "more": -fewer} for form, fewer in sorted(uses.items())])
    for table in (GRAPHED, PLACED, NAMES, ARGUMENTS, PERSPECTIVES, TEXTS):
        connection.execute(delete(table).where(table.c.page == page))
    return frozenset(uses)


def groups_of_forms(connection: Connection, forms: Iterable[str]) -> dict[str, str]:
    """The group of each form."""
    return looked_up(connection, select(GROUPS.c.form, GROUPS.c.id), GROUPS.c.form, forms)


def idle(connection: Connection, forms: Iterable[str]) -> frozenset[str]:
    """Those of the forms that no record has."""
    found: set[str] = set()
    for part in some(forms):
        found |= set(connection.scalars(select(FORMS.c.id).where(FORMS.c.id.in_(part), FORMS.c["items"] == 0)))
    return frozenset(found)


def drop(connection: Connection, forms: Collection[str]) -> set[tuple[ItemKind, str]]:
    """Drop forms with all that hangs on them; the forms come back, with their kinds, that were joined and stay."""
    joined = {link.right if link.left in forms else link.left for link in links(connection, forms, verdict="same")}
    joined |= {other for pair in decided(connection, forms) for other in pair[:2]}
    ends = (FORMS.c.id, FORM_KEYS.c.form, LINKS.c.left, LINKS.c.right, GROUPS.c.form, DECIDED.c.left, DECIDED.c.right)
    for part in some(forms):
        for column in ends:
            table = column.table
            connection.execute(delete(table).where(column.in_(part)))
        connection.execute(delete(TEXTS).where(TEXTS.c.kind == "entity", TEXTS.c.record.in_(part)))
    rest: set[tuple[ItemKind, str]] = set()
    for part in some(joined - set(forms)):
        rows = connection.execute(select(FORMS.c.kind, FORMS.c.id).where(FORMS.c.id.in_(part)))
        rest |= {(row[0], row[1]) for row in rows}
    return rest


def kept(connection: Connection, page: str) -> Facts | None:
    """What is kept of a page in the graph; None where it is not in it. Rows come in the order of their keys."""
    head = connection.execute(select(GRAPHED).where(GRAPHED.c.page == page)).mappings().one_or_none()
    if head is None:
        return None

    def rows(table: Table) -> tuple[tuple[Any, ...], ...]:
        columns = [column for column in table.columns if column.name not in ("page", "number")]
        return tuple(sorted(tuple(row) for row in connection.execute(select(*columns).where(table.c.page == page))))

    records = connection.execute(select(PLACED).where(PLACED.c.page == page)).mappings()
    found = sorted((_placed_of(dict(row)) for row in records), key=lambda row: row.item)
    return Facts(
        page=page,
        made=head["made"],
        text=head["text"],
        placed=tuple(found),
        forms=forms(connection, {row.form for row in found}),
        calls=(),
        names=rows(NAMES),
        arguments=rows(ARGUMENTS),
        perspectives=rows(PERSPECTIVES),
        texts=rows(TEXTS),
    )


def every_form(connection: Connection) -> Iterator[Form]:
    """All forms, in order of their ids."""
    for part in some(sorted(connection.scalars(select(FORMS.c.id)))):
        yield from forms(connection, part)


def every_link(connection: Connection) -> Iterator[Link]:
    """All links, in order of their ends."""
    rows = connection.execute(select(LINKS)).mappings()
    yield from sorted(map(link_of, rows), key=lambda link: (link.left, link.right))


def ids_of(connection: Connection, kind: ItemKind) -> tuple[str, ...]:
    """The ids of all forms of a kind."""
    return tuple(sorted(connection.scalars(select(FORMS.c.id).where(FORMS.c.kind == kind))))


def miscounted(connection: Connection) -> tuple[str, ...]:
    """Forms that do not have as many records as is kept with them."""
    counted = select(PLACED.c.form, func.count().label("items")).group_by(PLACED.c.form).subquery()
    asked = select(FORMS.c.id).outerjoin(counted, counted.c.form == FORMS.c.id)
    return tuple(sorted(connection.scalars(asked.where(FORMS.c["items"] != func.coalesce(counted.c["items"], 0)))))


def placed(connection: Connection, item: Item) -> tuple[str, str] | None:
    """The form of a record, and the one that it has by itself; None where the record is not there."""
    where = and_(PLACED.c.page == item.page, PLACED.c.kind == item.kind, PLACED.c.record == item.record)
    row = connection.execute(select(PLACED.c.form, PLACED.c.base).where(where)).one_or_none()
    return (row[0], row[1]) if row else None


def base_of(connection: Connection, item: Item) -> str | None:
    """The form that a record has by itself; None where the record is not there."""
    known = placed(connection, item)
    return known[1] if known else None


def forms(connection: Connection, ids: Iterable[str], *, keys: bool = True) -> tuple[Form, ...]:
    """These forms, with their keys where asked, in order of their ids."""
    found: list[Form] = []
    for part in some(ids):
        known: dict[str, list[str]] = {}
        asked = select(FORM_KEYS.c.form, FORM_KEYS.c.key).where(FORM_KEYS.c.form.in_(part))
        for form, key in connection.execute(asked) if keys else ():
            known.setdefault(form, []).append(key)
        for form, kind, type_, label, facts in connection.execute(select(*_ABOUT).where(FORMS.c.id.in_(part))).all():
            found.append(Form(form, kind, type_, label, tuple(sorted(known.get(form, ()))), facts))
    return tuple(sorted(found, key=lambda form: form.id))


def named(connection: Connection, ids: Iterable[str]) -> dict[str, Form]:
    """These forms without their keys and facts."""
    found: dict[str, Form] = {}
    for part in some(ids):
        asked = select(*_ABOUT[:-1]).where(FORMS.c.id.in_(part))
        rows = connection.execute(asked).all()
        found |= {form: Form(form, kind, type_, label, (), {}) for form, kind, type_, label in rows}
    return found


def neighbours(connection: Connection, kind: ItemKind, new: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """For each of these forms of one kind (by id) the forms with a key that meets one of its, without their keys."""
    having: dict[str, set[str]] = {}
    given = tuple(new)
    asked = select(FORM_KEYS.c.key, type_coerce(FORM_KEYS.c.form, Text)).where(FORM_KEYS.c.kind == kind)
    for part in some(sorted({meeting(key) for form in given for key in form.keys})):
        for key, form in connection.execute(asked.where(FORM_KEYS.c.key.in_(part))).all():
            having.setdefault(key, set()).add(form)
    near = {
        form.id: {other for key in form.keys for other in having.get(meeting(key), ())} - {form.id} for form in given
    }
    known = {form.id: form for form in forms(connection, set().union(*near.values()), keys=False)}
    return {form: tuple(known[other] for other in sorted(others)) for form, others in near.items()}


def links(connection: Connection, ids: Collection[str], *, verdict: str | None = None) -> tuple[Link, ...]:
    """The links that have one of these forms as an end, in order."""
    found: dict[tuple[str, str], Link] = {}
    for part in some(ids):
        for end in (LINKS.c.left, LINKS.c.right):
            asked = select(LINKS).where(end.in_(part))
            asked = asked if verdict is None else asked.where(LINKS.c.verdict == verdict)
            for row in connection.execute(asked).mappings():
                found[row["left"], row["right"]] = link_of(row)
    return tuple(found[key] for key in sorted(found))


def link_of(row: RowMapping) -> Link:
    """A link from its row."""
    reasons = tuple(from_plain(Reason, reason) for reason in row["reasons"])
    return Link(row["left"], row["right"], row["score"], row["verdict"], reasons)


def keep_links(connection: Connection, kind: ItemKind, found: Iterable[Link]) -> None:
    """Keep links between forms that had none."""
    insert_rows(connection, LINKS, [
        {"kind": kind, "left": link.left, "right": link.right, "verdict": link.verdict, "score": link.score,
         "reasons": [to_plain(reason) for reason in link.reasons]}
        for link in found
    ])  # fmt: skip


def decided(connection: Connection, ids: Collection[str]) -> tuple[tuple[str, str, str], ...]:
    """What people decided of these forms: left, right, `same` or `different`; of one pair the latest; in order."""
    latest: dict[frozenset[str], tuple[str, ...]] = {}
    asked = select(JUDGEMENTS.c.at, JUDGEMENTS.c.id, DECIDED.c.left, DECIDED.c.right, DECIDED.c.decision).join(
        JUDGEMENTS, JUDGEMENTS.c.id == DECIDED.c.judgement
    )
    for part in some(ids):
        for end in (DECIDED.c.left, DECIDED.c.right):
            for row in map(tuple, connection.execute(asked.where(end.in_(part)))):
                pair = frozenset(row[2:4])
                latest[pair] = max(latest.get(pair, row), row)
    return tuple(sorted((left, right, decision) for _, _, left, right, decision in latest.values()))


def _form_row(form: Form) -> dict[str, Any]:
    plain = {name: getattr(form, name) for name in ("id", "kind", "type", "label", "facts")}
    return {**plain, "items": 0}


def _count(connection: Connection, changes: list[dict[str, Any]]) -> None:
    """Count the records of forms: `form`, and how many `more` there are."""
    if changes:
        changed = (
            update(FORMS).where(FORMS.c.id == bindparam("form")).values(items=FORMS.c["items"] + bindparam("more"))
        )
        connection.execute(changed, changes)


def _placed_row(row: Placed) -> dict[str, Any]:
    plain = to_plain(row)
    return {**plain.pop("item"), **plain}


def _placed_of(row: dict[str, Any]) -> Placed:
    item = Item(row.pop("kind"), row.pop("page"), row.pop("record"))
    return Placed(item, **row)


def _row(table: Table, values: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip((column.name for column in table.columns if column.name != "page"), values, strict=True))

"""Judgements in and out, and what was forgotten: rows, and the forms that a judgement speaks of today.

In: a connection and judgements. Out: judgements, by page, by id, or all. What a judgement does to the graph does not
belong here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, insert, or_, select, update

from rashomon.errors import UnknownError
from rashomon.graph import Anchor, Item, Judgement
from rashomon.store.tables import DECIDED, DELETIONS, JUDGEMENTS


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement, with the ids that its records have in the readings of today (None: there is no such record)."""

    judgement: Judgement
    left: str | None
    right: str | None

    def today(self) -> Judgement:
        """The judgement with its records as they are today; one that is gone keeps the id that it had."""
        judgement = self.judgement
        right = judgement.right and replace(judgement.right, record=self.right or judgement.right.record)
        return replace(judgement, left=replace(judgement.left, record=self.left or judgement.left.record), right=right)


def keep(connection: Connection, standing: Standing) -> None:
    """Keep a judgement, in place of one of the same id."""
    judgement = standing.judgement
    connection.execute(delete(JUDGEMENTS).where(JUDGEMENTS.c.id == judgement.id))
    connection.execute(insert(JUDGEMENTS), [_row(standing)])


def place(connection: Connection, id: str, left: str | None, right: str | None) -> None:
    """Say which records a judgement speaks of today."""
    connection.execute(update(JUDGEMENTS).where(JUDGEMENTS.c.id == id).values(left_now=left, right_now=right))


def undo(connection: Connection, id: str, at: str) -> None:
    """Say that a judgement was taken back."""
    connection.execute(update(JUDGEMENTS).where(JUDGEMENTS.c.id == id).values(undone=at))


def on_pages(connection: Connection, pages: Iterable[str]) -> tuple[Standing, ...]:
    """The judgements that hold and speak of records of these pages, in the order in which they were made."""
    ids = sorted(pages)
    touches = or_(JUDGEMENTS.c.left_page.in_(ids), JUDGEMENTS.c.right_page.in_(ids))
    return _standing(connection, touches & JUDGEMENTS.c.undone.is_(None))


def every(connection: Connection) -> tuple[Standing, ...]:
    """All judgements, those that were taken back as well, in the order in which they were made."""
    return _standing(connection, None)


def one(connection: Connection, begins: str) -> Standing:
    """The judgement with this id, or with the only one that begins so; raises `UnknownError` where there is none."""
    whole = f"judgement-{begins.removeprefix('judgement-')}"
    if whole == "judgement-":
        raise UnknownError("an empty id means no judgement; see the ids with: rashomon judgements")
    found = _standing(connection, func.substr(JUDGEMENTS.c.id, 1, len(whole)) == whole)
    exact = [standing for standing in found if standing.judgement.id == whole] or list(found)
    if len(exact) == 1:
        return exact[0]
    if not exact:
        raise UnknownError(f"no judgement has an id that begins with {whole}; see the ids with: rashomon judgements")
    raise UnknownError(f"{len(exact)} judgements have an id that begins with {whole}; give more of it")


def forget(connection: Connection, page: str) -> None:
    """Delete all judgements that speak of a page, those that were taken back as well."""
    touches = (JUDGEMENTS.c.left_page == page) | (JUDGEMENTS.c.right_page == page)
    ids = list(connection.scalars(select(JUDGEMENTS.c.id).where(touches)))
    connection.execute(delete(DECIDED).where(DECIDED.c.judgement.in_(ids)))
    connection.execute(delete(JUDGEMENTS).where(JUDGEMENTS.c.id.in_(ids)))


def decide(connection: Connection, id: str, kind: str, pair: tuple[str, str, str] | None) -> tuple[str, ...]:
    """Keep of which forms a judgement decides (left, right, decision); those of which it decided before come back."""
    same = DECIDED.c.judgement == id
    before = [form for row in connection.execute(select(DECIDED.c.left, DECIDED.c.right).where(same)) for form in row]
    connection.execute(delete(DECIDED).where(same))
    if pair is not None:
        left, right, decision = pair
        row = {"judgement": id, "kind": kind, "left": left, "right": right, "decision": decision}
        connection.execute(insert(DECIDED), [row])
    return tuple(before)


def note_deletion(connection: Connection, kind: str, id: str, told: Mapping[str, Any]) -> None:
    """Log that something was forgotten; `told`: reason, by, at, pages."""
    number = (connection.scalar(select(func.max(DELETIONS.c.number))) or 0) + 1
    connection.execute(insert(DELETIONS), [{"number": number, "kind": kind, "id": id, **told}])


def deletions(connection: Connection) -> tuple[dict[str, Any], ...]:
    """What was forgotten, in order."""
    return tuple(dict(row) for row in connection.execute(select(DELETIONS).order_by(DELETIONS.c.number)).mappings())


def owed(connection: Connection) -> int:
    """How many deletions there are whose bytes were not overwritten."""
    return connection.scalar(select(func.count()).select_from(DELETIONS).where(DELETIONS.c.erased.is_(None))) or 0


def note_erasing(connection: Connection, at: str) -> None:
    """Log that the bytes of all that was forgotten are gone."""
    connection.execute(update(DELETIONS).where(DELETIONS.c.erased.is_(None)).values(erased=at))


def _standing(connection: Connection, where: ColumnElement[bool] | None) -> tuple[Standing, ...]:
    asked = select(JUDGEMENTS) if where is None else select(JUDGEMENTS).where(where)
    found = [_from_row(row) for row in connection.execute(asked).mappings()]
    return tuple(sorted(found, key=lambda standing: (standing.judgement.at, standing.judgement.id)))


def _row(standing: Standing) -> dict[str, Any]:
    judgement = standing.judgement
    row: dict[str, Any] = {"id": judgement.id, "decision": judgement.decision}
    for side, item in (("left", judgement.left), ("right", judgement.right)):
        row |= {f"{side}_{part}": getattr(item, part) if item else None for part in ("kind", "page", "record")}
    row |= {name: getattr(judgement, name) for name in ("field", "value", "was", "reason", "by", "at", "undone")}
    row["anchors"] = [[anchor.type, anchor.words] for anchor in judgement.anchors]
    return {**row, "left_now": standing.left, "right_now": standing.right}


def _from_row(row: RowMapping) -> Standing:
    right = Item(row["right_kind"], row["right_page"], row["right_record"]) if row["right_kind"] else None
    plain = {name: row[name] for name in ("id", "decision", "field", "value", "was", "reason", "by", "at", "undone")}
    judgement = Judgement(
        left=Item(row["left_kind"], row["left_page"], row["left_record"]),
        right=right,
        anchors=tuple(Anchor(*anchor) for anchor in row["anchors"]),
        **plain,
    )
    return Standing(judgement, row["left_now"], row["right_now"])

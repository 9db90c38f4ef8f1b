"""What people decide: judged, taken back, carried to another case; and pages forgotten for good.

In: a writing connection and a decision. Out: judgements. The graph of the pages concerned is made again from their
readings and the judgements that hold, so that taking one back restores exactly what was.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, get_args

from rashomon import accounting, answering, graphing
from rashomon.errors import DoneError, UnknownError, UsageError
from rashomon.fusion.joining import Joiners
from rashomon.fusion.judged import anchor, corrected, find, fits, records, value_of
from rashomon.graph import Decision, Item, ItemKind, Judgement
from rashomon.graphing import Left
from rashomon.ids import make_id
from rashomon.store import answers, judgements, writer
from rashomon.store import reader as questions
from rashomon.store.judgements import Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision before it is kept: of two records (`same`, `different`), or of one; `field` and `value` correct it."""

    decision: Decision
    left: Item
    right: Item | None = None
    field: str | None = None
    value: Any = None
    by: str = ""
    reason: str = ""


def judge(connection: "Connection", decided: Decided, joiners: Joiners) -> Judgement:
    """Keep a decision and bring the graph up to it; raises `UsageError` where it makes no sense."""
    _check(decided)
    items = [item for item in (decided.left, decided.right) if item]
    for item in items:
        if not questions.kept(connection, item.page):
            raise UnknownError(f"the case holds no page {item.page}; see the pages with: rashomon show pages")
    readings = {item.page: questions.page(connection, item.page) for item in items}
    anchors = [anchor(readings[item.page], item) for item in items]
    for item, found in zip(items, anchors, strict=True):
        if found is None:
            raise UnknownError(
                f"{item.page} has no {item.kind} {item.record}; see what it holds with: rashomon show page"
            )
    was = None
    if decided.field:
        (reading,), _ = accounting.overlaid(connection, [decided.left.page], questions.EVERYTHING)
        kind, id_ = decided.left.kind, decided.left.record
        record = records(reading, kind).get(id_) or records(readings[decided.left.page], kind)[id_]
        corrected(kind, record, decided.field, decided.value)
        if not fits(reading, decided.field, decided.value):
            raise UsageError(
                f"{decided.left.page} has no entity {decided.value}; see its ids with: rashomon read --json"
            )
        was = value_of(record, decided.field)
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    parts = (decided.decision, tuple(_key(item) for item in items), decided.field, repr(decided.value), decided.by, at)
    judgement = Judgement(
        id=make_id("judgement", *parts),
        decision=decided.decision,
        left=decided.left,
        right=decided.right,
        field=decided.field,
        value=decided.value,
        was=was,
        reason=decided.reason,
        by=decided.by,
        at=at,
        anchors=tuple(found for found in anchors if found),
    )
    judgements.keep(
        connection, Standing(judgement, decided.left.record, decided.right.record if decided.right else None)
    )
    _again(connection, readings, joiners)
    return judgement


def undo(connection: "Connection", begins: str, joiners: Joiners) -> Judgement:
    """Take a judgement back; what it changed is as it would be without it."""
    judgement = judgements.one(connection, begins).judgement
    if judgement.undone is not None:
        raise DoneError(f"{judgement.id} was taken back on {judgement.undone[:10]} already")
    judgements.undo(connection, judgement.id, datetime.now(UTC).isoformat(timespec="microseconds"))
    graphing.release(connection, judgement, joiners)
    _again(connection, {item.page for item in (judgement.left, judgement.right) if item}, joiners)
    return judgements.one(connection, judgement.id).judgement


def carry_over(connection: "Connection", given: Iterable[Judgement], joiners: Joiners) -> tuple[Judgement, ...]:
    """Keep judgements that were made in another case or before pages were read again; those that found no page come
    back. A judgement whose record is not on its page is kept, and waits for a reading that has it.
    """
    lost, pages = [], set[str]()
    for judgement in given:
        items = [item for item in (judgement.left, judgement.right) if item]
        found = {page for page in {item.page for item in items} if questions.kept(connection, page)}
        if {item.page for item in items} != found:
            lost.append(judgement)
            continue
        ids = [
            find(questions.page(connection, item.page), item, was)
            for item, was in zip(items, (*judgement.anchors, None, None), strict=False)
        ]
        graphing.release(connection, judgement, joiners)
        judgements.keep(connection, Standing(judgement, ids[0], ids[1] if judgement.right else None))
        pages |= found
    _again(connection, pages, joiners)
    return tuple(lost)


def forget(
    connection: "Connection", page: str | None, entity: str | None, *, by: str, reason: str, joiners: Joiners
) -> tuple[str, ...]:
    """Delete a page, or all pages that name an entity, with all that was read, made and judged; log that it was."""
    if entity is not None:
        gone = answers.pages_of(connection, answering.entity(connection, entity).id)
    else:
        gone = (questions.page_id(connection, page or ""),)
    _delete(connection, gone, joiners)
    told = {"reason": reason, "by": by, "at": datetime.now(UTC).isoformat(timespec="seconds"), "pages": len(gone)}
    kind, id_ = ("page", gone[0]) if entity is None else ("entity", "")
    judgements.note_deletion(connection, kind, id_, told)
    return gone


def erased(connection: "Connection") -> None:
    """Log that the bytes of all that was forgotten are overwritten."""
    judgements.note_erasing(connection, datetime.now(UTC).isoformat(timespec="seconds"))


def _delete(connection: "Connection", gone: Collection[str], joiners: Joiners) -> None:
    partners: set[str] = set()
    left = Left(frozenset(), frozenset())
    for page in gone:
        standing = judgements.on_pages(connection, [page])
        partners |= {item.page for each in standing for item in (each.judgement.left, each.judgement.right) if item}
        for each in standing:
            graphing.release(connection, each.judgement, joiners)
        left = left.and_(graphing.leave(connection, page))
        judgements.forget(connection, page)
        writer.forget(connection, page)
    graphing.clear(connection, left, joiners)
    _again(connection, partners - set(gone), joiners)


def item_of(connection: "Connection", asked: str) -> Item:
    """The record that an id means: its own, or the newest of the group with that id."""
    if asked.partition("-group-")[0] in get_args(ItemKind):
        found = answers.items(connection, asked, limit=1)
    else:
        found = answers.of_record(connection, asked)
    if not found:
        raise UnknownError(f"no record of the case has the id {asked!r}; ids stand in the answers with --json")
    return found[0]


def _check(decided: Decided) -> None:
    if decided.decision not in get_args(Decision):
        raise UsageError(f"{decided.decision!r} is no decision; one of these is: {', '.join(get_args(Decision))}")
    two = decided.decision in ("same", "different")
    if two and (decided.right is None or decided.left.kind != decided.right.kind):
        raise UsageError(f"{decided.decision} is said of two records of one kind; give LEFT and RIGHT")
    if two and decided.left.kind not in get_args(ItemKind):
        raise UsageError(f"a {decided.left.kind} stands on one page; only entities, events and pages are joined")
    if two and decided.left == decided.right:
        raise UsageError("LEFT and RIGHT are one and the same record; give two")
    if not two and decided.right is not None:
        raise UsageError(f"{decided.decision} is said of one record; leave out the second")
    if decided.field == "" or (decided.decision == "correct") != (decided.field is not None):
        raise UsageError("a correction names a field and its value; other judgements name none")


def _key(item: Item) -> tuple[str, str, str]:
    return item.kind, item.page, item.record


def _again(connection: "Connection", pages: Iterable[str], joiners: Joiners) -> None:
    for page in sorted(pages):
        graphing.enter(connection, questions.page(connection, page), joiners)

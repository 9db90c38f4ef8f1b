"""What people decided of single records, laid over a reading; and how a record is found again in another reading.

In: a reading and judgements. Out: the reading as judged, anchors, ids. The reading that was kept is never changed: who
wants it as it was read has it.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from rashomon.errors import UsageError
from rashomon.graph import LISTS, Anchor, Item, Judgement, RecordKind
from rashomon.notation import MisfitError, from_plain, to_plain
from rashomon.records import Claim, Entity, Event, Page, Reading, Tie
from rashomon.spans import cut

Judged = tuple[Judgement, str]
"""A judgement of one record, and the record's id in the reading at hand."""

CORRECTABLE: Mapping[RecordKind, tuple[str, ...]] = {
    "page": ("title", "publisher", "authors", "agency", "url", "published"),
    "entity": ("type", "name"),
    "claim": ("source_entity", "source_kind", "stance", "mode", "certainty", "polarity"),
    "event": ("type",),
    "tie": ("predicate", "status", "subject", "object"),
}
"""The fields that can be corrected: what a reader concluded, never where words stand."""

_KINDS: Mapping[RecordKind, type] = {"page": Page, "entity": Entity, "claim": Claim, "event": Event, "tie": Tie}


def records(reading: Reading, kind: RecordKind) -> dict[str, Any]:
    """The records of a kind by their ids."""
    if kind == "page":
        return {reading.page.id: reading.page}
    return {record.id: record for record in getattr(reading, LISTS[kind])}


def anchor(reading: Reading, item: Item) -> Anchor | None:
    """The type and words of a record; None where the reading does not have it."""
    record = records(reading, item.kind).get(item.record)
    return None if record is None else _anchor(reading, item.kind, record)


def find(reading: Reading, item: Item, was: Anchor | None) -> str | None:
    """The id of a judged record in this reading: its own, else of the only record that has its type and words."""
    known = records(reading, item.kind)
    if item.record in known or was is None:
        return item.record if item.record in known else None
    alike = [id for id, record in known.items() if _anchor(reading, item.kind, record) == was]  # noqa: A001
    return alike[0] if len(alike) == 1 else None


def corrected(kind: RecordKind, record: Any, field: str, value: Any) -> Any:
    """The record with one field corrected; raises `UsageError` where it has no such field or the value does not fit."""
    if field not in CORRECTABLE[kind]:
        raise UsageError(f"{field!r} of a {kind} cannot be corrected; one of these can: {', '.join(CORRECTABLE[kind])}")
    if field == "name" and not str(value or "").strip():
        raise UsageError("a name cannot be empty")
    try:
        return from_plain(_KINDS[kind], {**to_plain(record), field: value})
    except MisfitError as misfit:
        raise UsageError(f"no {kind} can be corrected like this: {misfit}") from misfit


def value_of(record: Any, field: str) -> Any:
    """A field of a record as a plain value."""
    return to_plain(record)[field]


def as_judged(reading: Reading, judged: Iterable[Judged]) -> Reading:
    """The reading with corrections made, in order, and rejected events and ties left out.

    A rejected claim stays: without it, what somebody said would look like the publisher's own words. A correction that
    fits no more (its value names a record that is gone, or is none that a record may have today) is left out.
    """
    changes: dict[RecordKind, dict[str, Any]] = {}
    rejected: set[tuple[RecordKind, str]] = set()
    for judgement, record in judged:
        kind = judgement.left.kind
        if judgement.decision == "reject":
            rejected.add((kind, record))
        elif judgement.decision == "correct" and judgement.field:
            now = changes.setdefault(kind, {}).get(record) or records(reading, kind)[record]
            if fits(reading, judgement.field, judgement.value):
                with suppress(UsageError):  # made when the value was one that a record may have
                    now = corrected(kind, now, judgement.field, judgement.value)
                changes[kind][record] = now
    made: dict[str, Any] = {"page": changes.get("page", {}).get(reading.page.id, reading.page)}
    for kind, name in LISTS.items():
        lost = kind in ("event", "tie")
        kept = (each for each in getattr(reading, name) if not (lost and (kind, each.id) in rejected))
        made[name] = tuple(changes.get(kind, {}).get(each.id, each) for each in kept)
    return replace(reading, **made)


def fits(reading: Reading, field: str, value: Any) -> bool:
    """Whether a value that names an entity names one that the reading has."""
    if field not in ("source_entity", "subject", "object") or value is None:
        return True
    return any(entity.id == value for entity in reading.entities)


def _anchor(reading: Reading, kind: RecordKind, record: Any) -> Anchor:
    text = reading.page.text
    if kind == "entity":
        return Anchor(record.type, record.name)
    if kind == "event":
        return Anchor(record.type, record.trigger.cut(text))
    if kind == "claim":
        return Anchor(record.stance, cut(text, record.content))
    if kind == "tie":
        names = {entity.id: entity.name for entity in reading.entities}
        ends = (names.get(record.subject, ""), names.get(record.object, ""))
        return Anchor(record.predicate, " – ".join(ends))
    return Anchor("", "")

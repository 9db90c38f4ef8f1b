"""The queue of pages that wait to be read, kept in the case: what was taken in is read even if the program dies first.

In: a connection, and pages as they came in. Out: jobs. A job is `waiting`, then `reading`, and ends as its page's
outcome does: `read`, `skipped` or `failed`. Reading pages does not belong here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import (
    Column,
    Connection,
    LargeBinary,
    RowMapping,
    Select,
    Table,
    func,
    select,
    update,
)

from rashomon.records import Outcome
from rashomon.store.batches import insert_rows
from rashomon.store.tables import METADATA, columns

State = Literal["waiting", "reading", "read", "skipped", "failed"]
OPEN: tuple[State, ...] = ("waiting", "reading")


@dataclass(frozen=True, slots=True)
class Job:
    """One page on its way into the case. Times are ISO, UTC; `reader`: the process that reads it."""

    id: str
    batch: str
    position: int
    input: str
    media: str | None
    charset: str | None
    url: str | None
    published: str | None
    state: State
    reason: str
    page: str | None
    attempts: int
    reader: int | None
    by: str
    added: str
    started: str | None
    ended: str | None


JOBS = Table("jobs", METADATA, *columns(Job, key="id"), Column("data", LargeBinary))
_SHOWN = [column for column in JOBS.c if column.name != "data"]


def put(connection: Connection, rows: Iterable[tuple[Job, bytes]]) -> None:
    """Take in jobs with the bytes of their pages."""
    made = [{**{name: getattr(job, name) for name in Job.__slots__}, "data": data} for job, data in rows]
    insert_rows(connection, JOBS, made)


def take(connection: Connection, *, reader: int, at: str) -> tuple[Job, bytes] | None:
    """The job that has waited longest, now `reading`, with its page's bytes; None where nothing waits."""
    first = select(JOBS).where(JOBS.c.state == "waiting").order_by(JOBS.c.added, JOBS.c.batch, JOBS.c.position).limit(1)
    row = connection.execute(first).mappings().one_or_none()
    if row is None:
        return None
    values: dict[str, Any] = {"state": "reading", "attempts": row["attempts"] + 1, "reader": reader, "started": at}
    connection.execute(update(JOBS).where(JOBS.c.id == row["id"]).values(**values))
    return _job({**row, **values}), row["data"]


def end(connection: Connection, id: str, outcome: Outcome, *, at: str) -> None:
    """Keep what became of a job; its bytes are let go."""
    values = {"state": outcome.status, "reason": outcome.reason, "page": outcome.page, "ended": at, "data": None}
    connection.execute(update(JOBS).where(JOBS.c.id == id).values(reader=None, **values))


def release(
    connection: Connection, *, readers: Iterable[int] | None, most: int, at: str, reason: str | None = None
) -> tuple[Job, ...]:
    """Jobs whose reader gave up wait again, after `most` attempts they fail; the jobs that failed.

    `readers`: the processes that died or could not go on; None: whoever was reading. `reason`: why, where it is known.
    """
    left = JOBS.c.state == "reading"
    if readers is not None:
        left &= JOBS.c.reader.in_(list(readers))
    lost = [_job(row) for row in connection.execute(select(*_SHOWN).where(left)).mappings()]
    for job in lost:
        if job.attempts >= most:
            why = reason or f"reading it took too long or broke off {job.attempts} times; please report this page"
            end(connection, job.id, Outcome(job.input, "failed", why), at=at)
        else:
            connection.execute(update(JOBS).where(JOBS.c.id == job.id).values(state="waiting", reader=None))
    return tuple(job for job in lost if job.attempts >= most)


def jobs(
    connection: Connection, *, batch: str | None = None, states: Iterable[State] | None = None, limit: int | None = None
) -> tuple[Job, ...]:
    """Jobs, those that came last first; of one batch in its order."""
    asked: Select[Any] = select(*_SHOWN)
    if states is not None:
        asked = asked.where(JOBS.c.state.in_(list(states)))
    if batch is not None:
        asked = asked.where(JOBS.c.batch == batch).order_by(JOBS.c.position)
    else:
        asked = asked.order_by(JOBS.c.added.desc(), JOBS.c.batch, JOBS.c.position)
    return tuple(_job(row) for row in connection.execute(asked.limit(limit)).mappings())


def job(connection: Connection, id: str) -> Job | None:
    """One job, None where there is none of this id."""
    row = connection.execute(select(*_SHOWN).where(JOBS.c.id == id)).mappings().one_or_none()
    return _job(row) if row else None


def states(connection: Connection, *, batch: str | None = None) -> dict[str, int]:
    """How many jobs are in which state."""
    asked = select(JOBS.c.state, func.count()).group_by(JOBS.c.state)
    if batch is not None:
        asked = asked.where(JOBS.c.batch == batch)
    return {row[0]: row[1] for row in connection.execute(asked)}


def _job(row: RowMapping | dict[str, Any]) -> Job:
    return Job(**{name: row[name] for name in Job.__slots__})

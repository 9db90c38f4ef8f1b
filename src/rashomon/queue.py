"""The queue of a case: pages that were handed in and wait to be read, kept in the case itself.

In: raw pages, and who handed them in. Out: jobs, and for a reader the next page. A page whose reader died is handed out
again. SQL is the store's, reading the case's; neither belongs here.
"""

import os
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self, get_args

from rashomon.ids import make_id, sha256
from rashomon.pages.sources import Media, RawPage
from rashomon.records import Outcome
from rashomon.store import jobs as rows
from rashomon.store.connection import Database
from rashomon.store.jobs import Job, State

OPEN = rows.OPEN
"""The states of a job that has not ended."""
ATTEMPTS = 2
"""How often a page is given to a reader before it counts as failed."""


class Queue:
    """Pages on their way into a case; use it in a `with` statement, or close it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Self:
        """The queue of the case in this file, which is made if there is none; `CaseError` where it cannot be used."""
        return cls(Database.open(path, patience=30.0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def put(self, pages: Sequence[RawPage], *, by: str) -> str:
        """Take in pages; they are safe in the file once this returns. The id of the batch that they make."""
        at = _now()
        batch = make_id("batch", at, by, *((page.input, sha256(page.data)) for page in pages))
        made = [(_job(page, batch, position, by, at), page.data) for position, page in enumerate(pages)]
        with self._database.writing() as connection:
            rows.put(connection, made)
        return batch

    def take(self, *, reader: int) -> tuple[Job, RawPage] | None:
        """The page that has waited longest, now in the hands of this process; None where nothing waits."""
        with self._database.writing() as connection:
            taken = rows.take(connection, reader=reader, at=_now())
        if taken is None:
            return None
        job, data = taken
        media = next((known for known in get_args(Media) if known == job.media), None)
        return job, RawPage(job.input, data, media, job.charset, url=job.url, published=job.published)

    def end(self, job: Job, outcome: Outcome) -> None:
        """Keep what became of a page."""
        with self._database.writing() as connection:
            rows.end(connection, job.id, outcome, at=_now())

    def release(self, readers: Iterable[int] | None = None, *, reason: str | None = None) -> None:
        """Pages whose readers gave up (None: all that are being read) wait again; after `ATTEMPTS` they failed.

        `reason`: why they gave up, where it is known.
        """
        with self._database.writing() as connection:
            rows.release(connection, readers=readers, most=ATTEMPTS, at=_now(), reason=reason)

    def jobs(self, *, batch: str | None = None, open: bool = False, limit: int | None = None) -> tuple[Job, ...]:
        """Jobs, the latest first; of one batch in its order; `open`: only those that have not ended."""
        with self._database.reading() as connection:
            return rows.jobs(connection, batch=batch, states=OPEN if open else None, limit=limit)

    def job(self, id: str) -> Job | None:
        """One job, None where there is none of this id."""
        with self._database.reading() as connection:
            return rows.job(connection, id)

    def states(self, *, batch: str | None = None) -> dict[str, int]:
        """How many jobs are in which state."""
        with self._database.reading() as connection:
            return rows.states(connection, batch=batch)


def _job(page: RawPage, batch: str, position: int, by: str, at: str) -> Job:
    state: State = "waiting"
    return Job(
        id=make_id("job", batch, position),
        batch=batch,
        position=position,
        input=page.input,
        media=page.media,
        charset=page.charset,
        url=page.url,
        published=page.published,
        state=state,
        reason="",
        page=None,
        attempts=0,
        reader=None,
        by=by,
        added=at,
        started=None,
        ended=None,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")

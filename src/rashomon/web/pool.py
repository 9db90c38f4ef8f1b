"""The processes that read pages in the background: started when pages wait, killed when one takes too long.

In: the queue of a case. Out: nothing; what becomes of pages stands in the queue. A page whose process died or was
killed waits again (`rashomon.queue`), so neither a crash of a worker nor of this program loses one.
"""

import asyncio
import logging
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool

from rashomon.errors import CaseError
from rashomon.queue import Queue

_BEAT = 0.5
_LOG = logging.getLogger(__name__)


class Pool:
    """Keeps up to `size` workers at the queue of the case at `path`; a page may take `seconds`. With 0 none read."""

    def __init__(self, path: str, queue: Queue, *, size: int = 1, seconds: float = 300.0) -> None:
        self._path = path
        self._queue = queue
        self._size = size
        self._seconds = seconds
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Give back what an earlier run left half-read, and begin to watch the queue."""
        if self._size:
            await run_in_threadpool(self._queue.release)
            self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """End the workers; what they were reading waits for the next start."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        for worker in self._workers.values():
            worker.kill()
            worker.wait()
        if self._workers:
            await run_in_threadpool(self._queue.release, list(self._workers))
        self._workers.clear()

    @property
    def workers(self) -> tuple[int, ...]:
        """The ids of the processes that are at work."""
        return tuple(self._workers)

    async def _watch(self) -> None:
        while True:
            try:
                await run_in_threadpool(self._tend)
            except CaseError as error:
                _LOG.warning("%s", error)
            await asyncio.sleep(_BEAT)

    def _tend(self) -> None:
        """Bury the dead, kill the slow, start what is missing."""
        for ended in [reader for reader, worker in self._workers.items() if worker.poll() is not None]:
            del self._workers[ended]
        open_ = self._queue.jobs(open=True)
        orphans = {job.reader for job in open_ if job.state == "reading" and job.reader not in self._workers}
        if orphans:
            self._queue.release([reader for reader in orphans if reader is not None])
        for job in open_:
            if job.state == "reading" and job.reader in self._workers and _age(job.started) > self._seconds:
                self._workers[job.reader].kill()
        waiting = sum(job.state == "waiting" for job in open_)
        for _ in range(min(waiting, self._size) - len(self._workers)):
            worker = subprocess.Popen(  # noqa: S603  ourselves, with the path of the case
                [sys.executable, "-m", "rashomon.web.worker", self._path],
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            self._workers[worker.pid] = worker


def _age(started: str | None) -> float:
    return (datetime.now(UTC) - datetime.fromisoformat(started)).total_seconds() if started else 0.0

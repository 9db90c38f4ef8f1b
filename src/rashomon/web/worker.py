"""The process that reads pages of the queue, one after the other, into the case: `python -m rashomon.web.worker CASE`.

In: the queue of a case. Out: readings and outcomes in it. It may be killed at any time: the page in its hands is read
again. It ends when nothing has waited for a while, or when the program that started it has gone.
"""

import logging
import os
import signal
import sys
import time

from rashomon.case import Case
from rashomon.errors import CaseError
from rashomon.pipeline import Reader
from rashomon.queue import Queue
from rashomon.records import Outcome
from rashomon.settings import Settings
from rashomon.store.connection import Database

IDLE = 120.0
"""Seconds without a page after which it ends and lets go of its memory."""

_PAUSE = 0.2
_BREATH = 1.0
"""Seconds to wait where the case cannot be used."""
_LOG = logging.getLogger(__name__)


def work(case: Case, queue: Queue, *, idle: float = IDLE) -> None:
    """Read what waits until nothing has for `idle` seconds, or the parent process is gone.

    A page that the case would not take waits again, and fails for that reason where it happens again.
    """
    parent = os.getppid()
    last = time.monotonic()
    wrong: CaseError | None = None
    while time.monotonic() - last < idle and os.getppid() == parent:
        try:
            if wrong is not None:
                queue.release([os.getpid()], reason=str(wrong))
                wrong = None
            taken = queue.take(reader=os.getpid())
            if taken is None:
                time.sleep(_PAUSE)
                continue
            job, raw = taken
            [outcome] = [result.outcome for result in case.add([raw])] or [Outcome(raw.input, "failed", "not read")]
            queue.end(job, outcome)
        except CaseError as error:
            _LOG.warning("%s", error)
            wrong = wrong or error
            time.sleep(_BREATH)
        last = time.monotonic()


def main() -> None:
    """Read the pages that wait in the case named by the first argument."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pool ends it
    os.nice(10)  # who reads in the browser goes first
    path = sys.argv[1]
    reader = Reader(Settings.from_environment())
    _ = reader.nlp  # loaded before a page is taken, so that its time is its own
    with Case(Database.open(path), reader) as case, Queue.open(path) as queue:
        work(case, queue)


if __name__ == "__main__":
    main()

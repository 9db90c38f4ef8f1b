"""What a worker does with a page that the case will not take."""

import pytest

from rashomon.case import Case
from rashomon.errors import CaseError
from rashomon.queue import ATTEMPTS, Queue
from rashomon.store.connection import Database
from rashomon.web import worker
from tests.databases import place  # noqa: F401
from tests.invented import Prepared, raw


class Refusing(Case):
    """A case that takes no page so many times."""

    times = 1

    def add(self, raws):
        self.times -= 1
        if self.times >= 0:
            raise CaseError("no space left")
        return super().add(raws)


@pytest.mark.parametrize(("times", "ended"), [(1, ("read", "", 2)), (ATTEMPTS, ("failed", "no space left", ATTEMPTS))])
def test_a_page_that_the_case_would_not_take_waits_again_or_fails_for_that_reason(place, monkeypatch, times, ended):  # noqa: F811
    monkeypatch.setattr(worker, "_BREATH", 0.0)
    monkeypatch.setattr(worker, "_PAUSE", 0.0)
    with Refusing(Database.open(place), Prepared()) as case, Queue.open(place) as queue:
        case.times = times
        queue.put([raw(1)], by="ines")
        worker.work(case, queue, idle=0.3)
        [job] = queue.jobs()
        assert (job.state, job.reason, job.attempts) == ended
        assert job.reader is None

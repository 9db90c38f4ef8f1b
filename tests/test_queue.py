import pytest

from rashomon.case import Case
from rashomon.pages.sources import RawPage
from rashomon.queue import ATTEMPTS, Queue
from rashomon.records import Outcome
from rashomon.store.connection import Database
from tests.databases import place  # noqa: F401
from tests.invented import Prepared, raw

ONE, TWO = (
    RawPage("a.txt", b"one", "text", "utf-8", url="https://lantern.example/a", published="2031-05-04"),
    RawPage("b.txt", b"two\0\xff"),
)


@pytest.fixture
def queue(place):  # noqa: F811
    with Queue.open(place) as made:
        yield made


def test_pages_are_kept_as_they_came(queue):
    batch = queue.put([TWO, ONE], by="ines")
    first, second = queue.jobs(batch=batch)
    assert [(job.input, job.state, job.by, job.attempts) for job in (first, second)] == [
        ("b.txt", "waiting", "ines", 0), ("a.txt", "waiting", "ines", 0),
    ]  # fmt: skip
    assert queue.take(reader=7)[1] == TWO
    assert queue.take(reader=7)[1] == ONE
    assert queue.take(reader=7) is None
    assert queue.states() == {"reading": 2}


def test_pages_that_came_first_are_handed_out_first(queue):
    early, late = queue.put([ONE], by="ines"), queue.put([TWO], by="otto")
    assert [queue.take(reader=1)[0].batch for _ in range(2)] == [early, late]
    assert [job.batch for job in queue.jobs(limit=1)] == [late]


def test_a_page_ends_in_its_outcome_and_its_bytes_are_let_go(queue):
    batch = queue.put([ONE], by="ines")
    job, _ = queue.take(reader=1)
    queue.end(job, Outcome("a.txt", "skipped", "no article in the page"))
    [ended] = queue.jobs(batch=batch)
    assert (ended.state, ended.reason, ended.page) == ("skipped", "no article in the page", None)
    assert ended.ended >= ended.started >= ended.added
    assert queue.jobs(open=True) == ()
    queue.release()
    assert queue.take(reader=1) is None


def test_a_page_whose_reader_died_is_handed_out_again_but_not_for_ever(queue):
    queue.put([ONE], by="ines")
    for attempt in range(1, ATTEMPTS + 1):
        job, taken = queue.take(reader=7)
        assert (job.attempts, taken) == (attempt, ONE)
        queue.release([8])
        assert queue.job(job.id).state == "reading"
        queue.release([7])
    assert queue.take(reader=7) is None
    assert queue.job(job.id).state == "failed"
    assert "report this page" in queue.job(job.id).reason


def test_what_is_not_there_is_none(queue):
    assert queue.job("job-none") is None
    assert queue.jobs(batch="batch-none") == ()
    assert queue.states() == {}


def test_what_is_forgotten_was_never_handed_in(queue, place):  # noqa: F811
    queue.put([raw(1)], by="ines")
    job, handed = queue.take(reader=1)
    with Case(Database.open(place), Prepared()) as case:
        [result] = case.add([handed])
        queue.end(job, result.outcome)
        assert case.check() == ()
        case.forget(page=result.outcome.page)
        assert queue.jobs() == ()
        assert case.check() == ()

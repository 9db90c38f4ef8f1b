"""What happens to a case when things go wrong: killed, written by two at once, no space left. Nothing is lost."""

import contextlib
import os
import random
import select
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from rashomon.case import Case
from rashomon.errors import CaseError
from rashomon.exports.jsonl import dumps, dumps_graph
from rashomon.fusion.joining import Joiner
from rashomon.graph import Form, Link, Reason
from rashomon.ids import make_id
from rashomon.store import dialects
from rashomon.store.connection import Database
from tests.databases import place  # noqa: F401
from tests.invented import Prepared, raws

PAGES = int(os.environ.get("RASHOMON_TEST_PAGES", "500"))
KILLS = int(os.environ.get("RASHOMON_TEST_KILLS_OF_ADD", "50"))


def forms(reading):
    """By the last word of a name, so that some forms are shared and some are joined."""
    return tuple(
        (entity.id, Form(make_id("form", entity.name), "entity", entity.type, entity.name,
                         tuple(entity.name.split()[-1:]), {"name": entity.name}))
        for entity in reading.entities
    )  # fmt: skip


def compare(left, right):
    one, other = sorted((left.id, right.id))
    return Link(one, other, 0.9, "same", (Reason("word", "they share a word", 0.9),))


def group(forms, links, decided):
    return (tuple(sorted(form.id for form in forms)),)


QUICK = {"entity": Joiner(forms, compare, group)}
"""A joiner that costs next to nothing: here it is the store that is tested."""


def opened(place, **given) -> Case:  # noqa: F811
    return Case(Database.open(place, **given), Prepared(), QUICK)


def printed(place) -> list[str]:  # noqa: F811
    with opened(place) as case:
        return [*sorted(map(dumps, case.readings())), *map(dumps_graph, case.graph()), *map(repr, case.outcomes())]


def add(place, pages) -> None:  # noqa: F811
    with opened(place) as case:
        for _ in case.add(pages):
            pass


@contextlib.contextmanager
def adding(place, pages):  # noqa: F811
    """A process that adds pages and writes a byte for each that it reports."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:  # no line of this is seen by the coverage of tests
        try:
            with opened(place) as case:
                for _ in case.add(pages):
                    os.write(tell, b".")
        finally:
            os._exit(0)
    os.close(tell)
    try:
        yield child, told
    finally:
        os.close(told)


def killed_while_adding(place, pages, wait: float) -> int:  # noqa: F811
    """How many pages were reported by a process that was killed some seconds after it had reported one."""
    with adding(place, pages) as (child, told):
        count = len(os.read(told, 1))
        time.sleep(wait)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while select.select([told], [], [], 0)[0] and (more := os.read(told, 4096)):
            count += len(more)
    return count


def test_an_add_that_is_killed_again_and_again_ends_like_an_undisturbed_one(tmp_path):
    pages = raws(PAGES)
    start = time.perf_counter()
    add(tmp_path / "undisturbed", pages)
    whole = time.perf_counter() - start
    moments = random.Random(7)
    place = tmp_path / "killed"  # noqa: F811
    held = 0
    for _ in range(KILLS):
        reported = killed_while_adding(place, pages[held:], moments.uniform(0, 2 * whole / KILLS))
        with opened(place) as case:
            now = len(case.pages())
        assert now >= min(PAGES, held + reported)
        held = min(now, PAGES - 1)
    add(place, pages)
    assert printed(place) == printed(tmp_path / "undisturbed")
    with opened(place) as case:
        assert case.check() == ()


def test_two_may_add_at_once(place, tmp_path):  # noqa: F811
    pages = raws(24)
    start = Barrier(2)

    def fill(mine):
        start.wait()
        add(place, mine)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(fill, (pages[:16], pages[8:])))
    add(tmp_path / "alone", pages)
    assert printed(place) == printed(tmp_path / "alone")
    with opened(place) as case:
        assert case.check() == ()


def test_no_space_left_loses_nothing(tmp_path, monkeypatch):
    path, pages = tmp_path / "case", raws(30)
    opened(path).close()
    most = path.stat().st_size // 4096 + 20
    set_up = dialects.set_up

    def small(connection, **given):
        set_up(connection, **given)
        connection.execute(f"PRAGMA max_page_count = {most}")

    monkeypatch.setattr(dialects, "set_up", small)
    reported = []
    with pytest.raises(CaseError) as caught, opened(path) as case:
        reported.extend(case.add(pages))
    assert str(caught.value) == (
        f"no space left to write {path}; free some and run the same command again, nothing is lost"
    )
    monkeypatch.setattr(dialects, "set_up", set_up)
    with opened(path) as case:
        assert case.check() == ()
        assert len(case.pages()) >= len(reported)
    add(path, pages)
    add(tmp_path / "other", pages)
    assert printed(path) == printed(tmp_path / "other")


def test_a_case_that_another_is_writing_to_answers_and_waits(tmp_path):
    path = tmp_path / "case"
    add(path, raws(3))
    with Database.open(path) as other, opened(path, patience=0.05) as case:
        with other.writing():
            assert len(case.pages()) == 3
            assert case.search("killed").hits
            with pytest.raises(CaseError, match="is being written by another program"):
                list(case.add(raws(4)))
        assert len(list(case.add(raws(4)))) == 4


def test_what_was_forgotten_is_gone_from_the_files(tmp_path):
    path = tmp_path / "case"
    add(path, raws(12))
    marks = [b"Ruth Amsel", b"ruth amsel", b"amsel"]
    assert any(mark in (tmp_path / "case").read_bytes() for mark in marks)
    with opened(path) as case:
        gone = case.forget(entity="Ruth Amsel", by="ana", reason="asked for")
        assert gone
        assert case.check() == ()
        assert not case.search("killed").hits or all(
            "Amsel" not in snippet.text for hit in case.search("killed").hits for snippet in hit.snippets
        )
    for file in tmp_path.iterdir():
        data = file.read_bytes()
        assert [mark for mark in [*marks, *map(str.encode, gone)] if mark in data] == [], file


def test_an_erasing_that_was_cut_short_is_reported_and_can_be_finished(tmp_path):
    path = tmp_path / "case"
    add(path, raws(12))
    with opened(path, patience=0.05) as case, Database.open(path) as other:
        with other.reading() as reading:
            assert reading.exec_driver_sql("SELECT count(*) FROM pages").scalar_one() == 12
            with pytest.raises(CaseError, match=r"bytes may still be in the file .*: rashomon forget --rest"):
                case.forget(entity="Ruth Amsel")
            with pytest.raises(CaseError):
                case.erase()
        assert b"Ruth Amsel" in b"".join(file.read_bytes() for file in tmp_path.iterdir())
        [finding] = case.check()
        assert (finding.promise, finding.where) == ("file", "deletions")
        assert finding.what == "the bytes of 1 deletions are not overwritten yet; finish with: rashomon forget --rest"
        [log] = case.deletions()
        assert log["erased"] is None
    with opened(path) as case:
        assert (case.erase(), case.erase()) == (1, 0)
        assert case.check() == ()
        assert case.deletions()[0]["erased"] >= case.deletions()[0]["at"]
    assert all(b"Ruth Amsel" not in file.read_bytes() for file in tmp_path.iterdir())


def test_that_something_was_forgotten_is_logged_without_what_it_said(tmp_path):
    path = tmp_path / "case"
    add(path, raws(4))
    with opened(path) as case:
        (gone,) = case.forget(page=case.pages()[0].id, by="ana", reason="asked for")
        case.forget(entity="Ole Brandt", by="ana")
        log = case.deletions()
    assert [(each["kind"], each["id"], each["by"], each["reason"]) for each in log] == [
        ("page", gone, "ana", "asked for"),
        ("entity", "", "ana", ""),
    ]

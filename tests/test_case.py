import os
import random
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

import rashomon
from rashomon.adding import KNOWN
from rashomon.case import Case
from rashomon.errors import CaseError
from rashomon.exports.jsonl import dumps
from rashomon.ids import make_id, sha256
from rashomon.pages.sources import RawPage
from rashomon.records import Outcome
from rashomon.settings import Settings
from rashomon.store.connection import Database

KILLS = int(os.environ.get("RASHOMON_TEST_KILLS", "2"))
"""How often the run that is killed is killed: each start loads the model."""

TOWNS = ("Greyford", "Nether Wallow", "Port Ilse", "Sallow Bridge")
NAMES = ("Mara Lind", "Ole Brandt", "Ines Okoro", "Tomas Vell", "Ruth Amsel")


def raw(n: int, **given) -> RawPage:
    name, town = NAMES[n % len(NAMES)], TOWNS[n % len(TOWNS)]
    text = (
        f"The mill of {town}\n\n{name}, who lives in {town}, said on Monday that mill number {n} had been closed for"
        f" {n + 2} days.\n\nThe council denied that the mill was closed. It said the workers had gone home early.\n"
    )
    return RawPage(f"page-{n:02}.txt", text.encode(), "text", **given)


def page_id(page: RawPage) -> str:
    return make_id("page", sha256(page.data))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.rashomon"


@pytest.fixture
def case(path, reader):
    with Case(Database.open(path), reader) as made:
        yield made


def printed(case) -> list[str]:
    return sorted(map(dumps, case.readings()))


def test_a_path_stands_for_its_pages(case, tmp_path):
    for n in (1, 2):
        (tmp_path / raw(n).input).write_bytes(raw(n).data)
    results = list(case.add([tmp_path, tmp_path / "none.txt"]))
    assert [r.outcome.status for r in results] == ["read", "read", "failed"]
    assert [r.outcome.page for r in results] == [page_id(raw(1)), page_id(raw(2)), None]


def test_a_page_is_read_kept_and_then_reported(case):
    [result] = case.add([raw(1)])
    assert result.outcome == Outcome("page-01.txt", "read", page=page_id(raw(1)))
    assert case.page(result.outcome.page) == result.reading
    assert [page.id for page in case.pages()] == [page_id(raw(1))]
    assert case.outcomes() == (result.outcome,)
    assert {entity.name for entity in case.entities()} == {entity.name for entity in result.reading.entities}
    assert list(case.claims(page=result.outcome.page, source="nobody")) == []


def test_each_page_is_kept_before_the_next_is_read(case, path, reader):
    for n, _ in enumerate(case.add(raw(n) for n in range(3)), 1):
        with Case(Database.open(path), reader) as other:
            assert len(other.pages()) == n


def test_a_page_that_was_read_before_is_not_read_again(case, monkeypatch):
    list(case.add([raw(1), raw(2)]))
    before = printed(case), case.outcomes()
    monkeypatch.setattr(type(case._reader), "read", None)
    again = [result.outcome for result in case.add([raw(2), raw(1)])]
    assert again == [Outcome(f"page-0{n}.txt", "read", KNOWN, page_id(raw(n))) for n in (2, 1)]
    assert (printed(case), case.outcomes()) == before


def test_other_options_read_a_page_again(case):
    list(case.add([raw(1)]))
    [result] = case.add([raw(1, published="2031-05-04")])
    assert result.outcome.reason == ""
    assert [page.published.value for page in case.pages()] == ["2031-05-04"]
    assert len(case.pages()) == 1


def test_the_order_of_arrival_does_not_show(case, tmp_path, reader):
    given = [raw(1), raw(2), replace(raw(1), input="copy.txt")]
    list(case.add(given))
    with Case(Database.open(tmp_path / "other.rashomon"), reader) as other:
        list(other.add(reversed(given)))
        assert printed(other) == printed(case)
        assert other.outcomes() == case.outcomes()
        assert other.pages() == case.pages()


def test_one_page_in_two_files_is_one_page_with_two_outcomes(case):
    list(case.add([raw(1), replace(raw(1), input="copy.txt")]))
    assert [(page.id, page.input) for page in case.pages()] == [(page_id(raw(1)), "copy.txt")]
    assert [(o.input, o.status, o.reason, o.page) for o in case.outcomes()] == [
        (name, "read", "", page_id(raw(1))) for name in ("copy.txt", "page-01.txt")
    ]


def test_what_cannot_be_read_has_its_outcome_kept(case):
    gone = Outcome("gone.txt", "failed", "no such file; check the path")
    results = list(case.add([gone, RawPage("empty.txt", b"", "text"), raw(1)]))
    assert [result.outcome.status for result in results] == ["failed", "failed", "read"]
    assert set(case.outcomes()) == {result.outcome for result in results}
    assert len(case.pages()) == 1


def test_a_reading_that_contradicts_itself_fails_alone(case, monkeypatch):
    read = type(case._reader).read

    def twice(self, page):
        result = read(self, page)
        blocks = result.reading.blocks
        return replace(result, reading=replace(result.reading, blocks=(blocks[0], *blocks)))

    with monkeypatch.context() as patch:
        patch.setattr(type(case._reader), "read", twice)
        [result] = case.add([raw(1)])
    assert (result.outcome.status, result.reading) == ("failed", None)
    assert result.outcome.reason.startswith("its reading names two records alike")
    assert case.outcomes() == (result.outcome,)
    assert case.pages() == ()


def test_stopping_between_pages_keeps_those_that_were_reported(case):
    def stopped():
        yield raw(1)
        raise KeyboardInterrupt

    reported = []
    with pytest.raises(KeyboardInterrupt):
        reported.extend(case.add(stopped()))
    assert [page.id for page in case.pages()] == [page_id(raw(1))]


def test_nothing_is_read_for_a_case_that_cannot_be_written(path, reader, monkeypatch):
    Database.open(path).close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Case(Database.open(path), reader) as case, pytest.raises(CaseError, match="is read-only"):
        next(case.add([raw(1)]))


def test_open_case_is_the_public_door(path):
    with pytest.raises(CaseError, match="there is no case at"):
        rashomon.open_case(path, create=False)
    with rashomon.open_case(path, settings=Settings(max_bytes=10)) as case:
        [result] = case.add([raw(1)])
    assert result.outcome.reason.startswith("larger than 10 bytes")
    with rashomon.open_case(path, create=False) as case:
        assert case.outcomes() == (result.outcome,)


ADD = """
    import sys
    sys.path.insert(0, {tests!r})
    import rashomon
    from test_case import raw
    with rashomon.open_case({path!r}) as case:
        for result in case.add(raw(n) for n in range(60)):
            print(result.outcome.input, flush=True)
"""


def test_a_killed_run_loses_nothing_it_reported_and_ends_like_an_undisturbed_one(case, path, tmp_path, reader):
    list(case.add(raw(n) for n in range(60)))
    wanted = printed(case)
    killed = tmp_path / "killed.rashomon"
    script = textwrap.dedent(ADD).format(tests=str(Path(__file__).parent), path=str(killed))
    moments = random.Random(7)
    for n in range(KILLS):
        reported = run_and_kill(script, after=1 + 50 * n // KILLS, wait=moments.uniform(0, 0.1))
        with Case(Database.open(killed), reader) as survived:
            kept = {outcome.input for outcome in survived.outcomes()}
            assert reported <= kept
            assert set(printed(survived)) <= set(wanted)
            assert len(survived.pages()) == len(kept)
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)
    with Case(Database.open(killed), reader) as ended:
        assert printed(ended) == wanted
        assert ended.outcomes() == case.outcomes()


def run_and_kill(script: str, *, after: int, wait: float) -> set[str]:
    """The inputs that the run reported before it was killed, some moment after it reported so many."""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as run:
        reported = [run.stdout.readline() for _ in range(after)]
        try:
            run.wait(wait)
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
        reported += run.stdout.readlines()
        assert run.wait() == -signal.SIGKILL
    return {line.strip() for line in reported if line.endswith("\n")}

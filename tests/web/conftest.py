"""A case of the sample pages, served on a free port; a browser to look at it. Each is there once for all tests.

The tests skip, and say so, where the extra `web` or a browser is missing. RASHOMON_TEST_BROWSER names the browser.
"""

import os
import shutil
import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

for needed in ("fastapi", "uvicorn", "argon2", "multipart", "networkx", "httpx"):
    pytest.importorskip(needed, reason="the extra `web` is not installed")

import httpx
import uvicorn

from rashomon.case import Case
from rashomon.queue import Queue
from rashomon.store.connection import Database
from rashomon.web.app import LOCAL, create_app
from rashomon.web.desk import Desk
from rashomon.web.guards import Limits
from rashomon.web.people import People
from rashomon.web.pool import Pool

SAMPLES = [
    Path(__file__).parents[2] / "samples" / name
    for name in ("checkpoint-courier.html", "checkpoint-tribune.html", "harbour-fire.html", "rail-bomb.txt")
]
SHOOTING = (("killing", "2031-07-15"), ("death", "2031-07-16"))
"""One event of which two pages tell so differently that only a person knows it to be one."""
BROWSER = os.environ.get("RASHOMON_TEST_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory, reader) -> Path:
    """The sample pages in a case; copy it before writing to it."""
    path = tmp_path_factory.mktemp("web") / "samples.rashomon"
    with Case(Database.open(path), reader) as case:
        assert {result.outcome.status for result in case.add(SAMPLES)} == {"read"}
        rows = case.timeline(dated=False, limit=200).rows
        two = [next(row.event.id for row in rows if (row.type, row.earliest) == key) for key in SHOOTING]
        case.judge("same", *two, by="ines", reason="one shooting, two accounts")
    return path


def copy_of(case: Path, folder: Path) -> Path:
    for file in case.parent.glob(f"{case.name}*"):
        shutil.copy(file, folder / file.name)
    return folder / case.name


@contextmanager
def served(path, *, people=None, limits=None, workers=0, seconds=300.0, hosts=LOCAL):
    """The workbench of a case on a free port of this machine; its address, and what it works with."""
    from rashomon.case import open_case

    with open_case(path) as case, Queue.open(path) as queue, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        pool = Pool(str(path), queue, size=workers, seconds=seconds)
        desk = Desk(case, queue, pool, people or People(local="ines"), limits or Limits(), "samples")
        config = uvicorn.Config(
            create_app(desk, hosts=hosts), log_level="warning", ws="none", lifespan="on", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 20
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        assert server.started
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}", desk
        finally:
            server.should_exit = True
            thread.join(20)


@pytest.fixture(scope="session")
def bench(sample_case, tmp_path_factory):
    """The workbench with the sample case; tests that decide or add take one of their own (`own_bench`)."""
    with served(copy_of(sample_case, tmp_path_factory.mktemp("bench"))) as (address, _):
        yield address


@pytest.fixture
def own_bench(sample_case, tmp_path):
    """A workbench whose case may be changed."""
    with served(copy_of(sample_case, tmp_path)) as found:
        yield found


@pytest.fixture(scope="session")
def client(bench):
    with httpx.Client(base_url=bench, timeout=30) as made:
        yield made


@pytest.fixture(scope="session")
def browser():
    """A real browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not BROWSER:
        pytest.skip("there is no chromium; install it, or name a browser in RASHOMON_TEST_BROWSER")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def tab(browser):
    """A new tab that reports what went wrong in it: no script error, no refused script or style."""
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    page = context.new_page()
    page.set_default_timeout(15_000)
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert faults == []


def token(client) -> str:
    """The token that forms of this client must bring."""
    html = client.get("/add").text
    return html.split('name="token" value="', 1)[1].split('"', 1)[0]

"""How quickly the workbench shows a large case, how heavy its views are, and whether it bears many readers at once.

    python -m quality.web                        10,000 pages, 20 seconds of 50 readers and one adder
    python -m quality.web --pages 2000           fewer pages
    python -m quality.web --seconds 300          longer
    python -m quality.web --case large.rashomon  a case that is kept from run to run, or one of your own

The case is made of the sample pages: read once, then copied as rows with other ids and other days, so that it is large
in every table at once. Server time is what the server says of itself (`Server-Timing`); beside it stands its time of
processor, which other work on the machine does not stretch. Exit code 1 where a limit of docs/workbench.md is passed.
"""

import argparse
import asyncio
import hashlib
import os
import random
import re
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx

from rashomon.case import open_case
from rashomon.pages.sources import RawPage

SAMPLES = Path(__file__).parents[1] / "samples"
LONG = "reading of 5,000 words"
FIRST_VIEW, CROWDED, WEIGHT, USABLE = 150.0, 500.0, 500_000, 1000.0
"""Limits: milliseconds of server time alone and with 50 readers, bytes of a view with all it needs, ms until usable."""

_ID = re.compile(
    r"\b(?:page|block|entity|time|claim|event|tie|dispute|form|entity-group|event-group|page-group)-[0-9a-f]{16}\b"
)
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_TABLES = (
    "pages", "readings", "outcomes", "blocks", "sentences", "entities", "mentions", "times", "claims", "claim_about",
    "events", "ties", "disputes", "graphed", "forms", "form_keys", "placed", "links", "groups", "names",
    "arguments", "perspectives", "texts", "disputed",
)  # fmt: skip
_OWN = {"outcomes": "input", "form_keys": "key", "pages": "sha256"}
"""Columns that tell rows apart without an id of ours in them."""
_WORDS = ("mill", "river", "harbour", "council", "bridge", "lorry", "ferry", "ballot", "granary", "quarry", "orchard")


def make(path: Path, pages: int) -> None:
    """A case of so many pages at this path: the samples, copies of them, and a long page."""
    _add(path, SAMPLES)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA foreign_keys = OFF")
    templates = {name: list(_rows(connection, name)) for name in _TABLES}
    started = time.monotonic()
    connection.execute("BEGIN")
    for copy in range(1, (pages - 5) // 4 + 1):
        for name, rows in templates.items():
            _copy(connection, name, rows, copy)
        if copy % 250 == 0:
            print(f"{5 + 4 * copy} pages, {time.monotonic() - started:.0f} s", file=sys.stderr)
    connection.execute("COMMIT")
    connection.execute("ANALYZE")
    connection.close()
    _add(path, RawPage("long.txt", long_text().encode(), "text"))


def _add(path: Path, page: Path | RawPage) -> None:
    with open_case(path) as case:
        for result in case.add([page]):
            assert result.outcome.status == "read", result.outcome


def long_text(words: int = 5000) -> str:
    """A page of so many words, in which somebody says something in every paragraph."""
    moves, parts, count = random.Random(5), ["A long day in Greyford"], 0
    while count < words:
        topic = " ".join(moves.sample(_WORDS, 3))
        days, hurt = moves.randrange(2, 90), moves.randrange(3, 40)
        parts.append(
            f"Mara Lind, the mayor of Greyford, said on Monday that the {topic} had been closed for {days} days. The"
            f" council denied that anybody was hurt. “We saw the {topic} burn,” Ole Brandt told the Gazette, and"
            f" he added that {hurt} people were allegedly injured. The River Guard founded the {topic} fund in 2019."
        )
        count += len(parts[-1].split())
    return "\n\n".join(parts)


def _rows(connection: sqlite3.Connection, name: str) -> Iterator[tuple[list[str], list[Any]]]:
    """The rows that are copied."""
    found = connection.execute(f'SELECT * FROM "{name}"')
    columns = [each[0] for each in found.description]
    for row in found:
        kept = dict(zip(columns, row, strict=True))
        if name == "texts":
            kept["number"] = None
        yield list(kept), list(kept.values())


def _copy(connection: sqlite3.Connection, name: str, rows: list[tuple[list[str], list[Any]]], copy: int) -> None:
    if not rows:
        return
    columns = rows[0][0]
    own = columns.index(_OWN[name]) if name in _OWN else None
    made = []
    for _, values in rows:
        changed = [_changed(value, copy) if isinstance(value, str) and len(value) < 4000 else value for value in values]
        if own is not None:
            changed[own] = f"{changed[own]}:{copy}"
        made.append(changed)
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{column}"' for column in columns)
    connection.executemany(f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({marks})', made)


def _changed(value: str, copy: int) -> str:
    if "-" not in value:
        return value
    moved = _ID.sub(
        lambda found: f"{found[0][:-16]}{hashlib.md5(f'{found[0]}{copy}'.encode()).hexdigest()[:16]}", value
    )
    return _DAY.sub(lambda found: _later(found[0], copy), moved)


def _later(day: str, copy: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=copy % 900)).isoformat()
    except ValueError:
        return day


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """The workbench as a process of its own, as `rashomon serve` runs it; its address and its id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run = "import sys; from rashomon.cli import main; sys.argv[0] = 'rashomon'; main()"
    command = [sys.executable, "-c", run, "serve", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(f"{address}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def views(client: httpx.Client) -> dict[str, str]:
    """The views that are measured; those of one thing, of something that stands in the middle of the case."""
    pages = client.get("/api/v1/pages", params={"limit": 200}).json()["items"]
    page = pages[len(pages) // 2]["id"]
    reading = client.get(f"/api/v1/pages/{page}/reading").json()
    entity, event = reading["entities"][0]["id"], reading["events"][0]["id"]
    long = next(
        iter(re.findall(r"/pages/(page-[0-9a-f]+)", client.get("/search", params={"q": '"long day in Greyford"'}).text))
    )
    return {
        "front": "/",
        "pages": "/pages?begin=300",
        "reading": f"/pages/{page}",
        LONG: f"/pages/{long}",
        "names": "/entities",
        "entity": f"/entities/{entity}",
        "event": f"/events/{event}",
        "timeline": "/timeline",
        "network": "/network",
        "around one": f"/network?entity={entity}",
        "disputes": "/disputes",
        "search": "/search?q=merrow governor",
        "review": "/review",
        "unsure": "/review?kind=unsure",
        "log": "/log",
        "add": "/add",
    }


def server_ms(answer: httpx.Response) -> float:
    """What the server says that it took."""
    return float(answer.headers["server-timing"].rpartition("dur=")[2])


def p95(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(int(0.95 * len(values)), len(values) - 1)]


def weigh(client: httpx.Client, path: str) -> int:
    """Bytes of a view with the files that it needs."""
    answer = client.get(path, follow_redirects=True)
    needed = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', answer.text))
    return len(answer.content) + sum(len(client.get(each).content) for each in needed)


def processor_ms(process: int) -> float:
    """Milliseconds of processor that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(client: httpx.Client, asked: dict[str, str], times: int, process: int) -> bool:
    """Print server time, time of processor and weight of each view; whether all are within the limits."""
    fine = True
    for name, path in asked.items():
        client.get(path, follow_redirects=True)
        before = processor_ms(process)
        took = [server_ms(client.get(path, follow_redirects=True)) for _ in range(times)]
        used = (processor_ms(process) - before) / times
        weight = weigh(client, path)
        kept = p95(took) <= (USABLE if name == LONG else FIRST_VIEW) and weight <= WEIGHT
        fine &= kept
        times_ = f"median {statistics.median(took):6.0f} ms  95th {p95(took):6.0f} ms  processor {used:5.0f} ms"
        print(f"{name:24} {times_}  {weight / 1000:6.0f} kB" + ("" if kept else "  over"))
    return fine


def usable(address: str, path: str) -> float | None:
    """Milliseconds until a view can be used in a browser; None where there is none."""
    browser = os.environ.get("RASHOMON_TEST_BROWSER") or shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  only where it is installed
    except ImportError:
        return None
    if not browser:
        return None
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        took = []
        for _ in range(5):
            page = opened.new_page()
            page.goto(address + path, wait_until="load")
            took.append(page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"))
            page.close()
        opened.close()
    return float(statistics.median(took))


async def crowd(address: str, paths: list[str], *, readers: int, seconds: float) -> tuple[list[float], list[str]]:
    """So many readers and one adder at once: server times, and what went wrong."""
    took: list[float] = []
    wrong: list[str] = []
    until = time.monotonic() + seconds
    async with httpx.AsyncClient(base_url=address, timeout=60, follow_redirects=True) as client:

        async def read(number: int) -> None:
            moves = random.Random(number)
            await asyncio.sleep(moves.uniform(0.0, 5.0))  # nobody comes at the stroke of a bell
            while time.monotonic() < until:
                path = moves.choice(paths)
                try:
                    answer = await client.get(path)
                    took.append(server_ms(answer))
                    if answer.status_code != 200:
                        wrong.append(f"{answer.status_code} {path}")
                except httpx.HTTPError as error:
                    wrong.append(f"{type(error).__name__} {path}")
                await asyncio.sleep(moves.uniform(2.0, 8.0))  # even who skims reads a little

        async def add() -> None:
            number = 0
            while time.monotonic() < until:
                number += 1
                page = {
                    "input": f"added {number}.txt",
                    "text": f"A short day\n\nRuth Amsel said that quay {number} was shut.\n",
                }
                answer = await client.post("/api/v1/jobs", json={"pages": [page]})
                if answer.status_code != 202:
                    wrong.append(f"{answer.status_code} adding")
                await asyncio.sleep(2.0)

        await asyncio.gather(add(), *(read(number) for number in range(readers)))
    return took, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description="Speed and weight of the workbench with a large case.")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--case", type=Path, help="where the case is, or is to be kept")
    parser.add_argument("--times", type=int, default=20, help="how often each view is asked for")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.case or Path(folder) / "large.rashomon"
        if not path.exists():
            make(path, args.pages)
        with served(path) as (address, process), httpx.Client(base_url=address, timeout=120) as client:
            asked = views(client)
            fine = measure(client, asked, args.times, process)
            ready = usable(address, asked[LONG])
            if ready is not None:
                print(f"5,000 words usable in a browser after {ready:.0f} ms")
                fine &= ready <= USABLE
            took, wrong = asyncio.run(crowd(address, list(asked.values()), readers=args.readers, seconds=args.seconds))
            jobs = client.get("/api/v1/jobs", params={"limit": 500}).json()["items"]
            done = sum(job["state"] == "read" for job in jobs)
            print(f"{args.readers} readers, {args.seconds:.0f} s: {len(took)} views, 95th {p95(took):.0f} ms,", end=" ")
            print(f"{len(wrong)} errors, {done} of {len(jobs)} pages read meanwhile")
            print(*sorted(set(wrong))[:10], sep="\n")
            fine &= p95(took) <= CROWDED and not wrong
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())

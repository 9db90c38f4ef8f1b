"""Take the pictures of docs/workbench.md: every view of the sample case, in light and dark.

    python docs/workbench/shoot.py

Needs the extra `web`, playwright and a chromium (or RASHOMON_TEST_BROWSER).
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
from playwright.sync_api import Page, sync_playwright

from rashomon.case import Case, open_case

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
SIZE = {"width": 1280, "height": 860}
RUN = "import sys; from rashomon.cli import main; sys.argv[0] = 'rashomon'; main()"


def prepare(case: Case) -> dict[str, str]:
    """The sample pages with a few decisions; the addresses of the views."""
    pages = {result.outcome.input.rpartition("/")[2]: result.outcome.page for result in case.add([SAMPLES])}
    rows = case.timeline(dated=False, limit=200).rows
    keys = (("killing", "2031-07-15"), ("death", "2031-07-16"))
    event, other = (next(row.event.id for row in rows if (row.type, row.earliest) == key) for key in keys)
    killing, death = (
        next(each.item for each in case.event(named).sightings if each.type == kind)
        for named, (kind, _) in zip((event, other), keys, strict=True)
    )
    case.judge("same", killing, death, by="ines", reason="one shooting, two accounts")
    first = case.suggestions()[0]
    undone = case.judge("same", first.left.item, first.right.item, by="otto", reason="looks like a short form")
    case.undo(undone.id)
    case.judge("different", first.left.item, first.right.item, by="ines", reason="the brother is meant")
    entity = case.who("Lowland Liberation Army").group.id
    return {
        "front": "/",
        "reading": f"/pages/{pages['checkpoint-courier.html']}",
        "entity": f"/entities/{entity}",
        "event": f"/events/{case.event(event).group.id}",
        "timeline": "/timeline",
        "network": "/network",
        "disputes": "/disputes",
        "search": "/search?q=merrow",
        "review": "/review",
        "add": "/add",
        "log": "/log",
    }


def shoot(tab: Page, address: str, name: str) -> None:
    """One picture, in a palette: small enough to be kept."""
    tab.goto(address)
    tab.wait_for_load_state("networkidle")
    if name == "reading":
        tab.locator("#k4").hover()
    tab.screenshot(path=HERE / f"{name}.png")


def main() -> None:
    """Take every picture anew."""
    browser = os.environ.get("RASHOMON_TEST_BROWSER") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        path = f"{folder}/samples.rashomon"
        with open_case(path) as case:
            views = prepare(case)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [sys.executable, "-c", RUN, "serve", path, "--port", str(port), "--workers", "0"]
        server = subprocess.Popen(command)  # noqa: S603  ourselves
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(300):
                try:
                    httpx.get(f"{address}/healthz")
                    break
                except httpx.TransportError:
                    time.sleep(0.2)
            with sync_playwright() as playwright:
                opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
                for look, suffix in (("light", ""), ("dark", "-dark")):
                    context = opened.new_context(viewport=SIZE, color_scheme=look, reduced_motion="reduce")
                    for name, way in views.items():
                        shoot(context.new_page(), address + way, f"{name}{suffix}")
                telephone = opened.new_context(viewport={"width": 390, "height": 780}, color_scheme="light")
                shoot(telephone.new_page(), address + views["reading"], "telephone")
                opened.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()

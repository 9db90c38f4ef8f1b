"""Pages handed in are read, whatever dies meanwhile; what is hostile in them never reaches the browser as HTML."""

import os
import signal
import time
from html.parser import HTMLParser

import httpx
import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import expect

from rashomon.case import Case, open_case
from rashomon.pages.sources import RawPage
from rashomon.queue import ATTEMPTS, OPEN, Queue
from rashomon.store.connection import Database
from tests.web.conftest import copy_of, served, token

TEXT = "The mill of Greyford\n\nMara Lind, who lives in Greyford, said on Monday that the mill had been closed.\n"
HOSTILE = (
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "<svg onload='window.hacked = 1'><script>window.hacked = 1</script></svg>",
    "<a href='javascript:window.hacked = 1'>Mara Lind</a>",
    "<iframe srcdoc='&lt;script&gt;parent.hacked = 1&lt;/script&gt;'></iframe>",
    "<iframe src='data:text/html,<script>parent.hacked = 1</script>'></iframe>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=window.hacked=1&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=window.hacked=1>'></noscript>",
    "<style>@import 'https://evil.example/x.css'; body { background: url(https://evil.example/y) }</style>",
    "<base href='https://evil.example/'><meta http-equiv='refresh' content='0;url=https://evil.example/'>",
    "<form action='https://evil.example/'><button formaction='javascript:window.hacked=1'>Go</button></form>",
    "<details open ontoggle='window.hacked = 1'>x</details><video><source onerror='window.hacked = 1'></video>",
)
SPOKEN = "\"><script>window.hacked=1</script><img src=x onerror=window.hacked=1> ' onmouseover='window.hacked=1"


def hostile_pages() -> list[RawPage]:
    """A page for each trick, and one whose title, publisher, address and words are full of them."""
    quoted = SPOKEN.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;")
    told = "<p>Mara Lind said that the mill of Greyford was closed on Monday. Ole Brandt leads the Greyford Bank.</p>"
    shell = "<!doctype html><html><head><title>Mill</title></head><body><article>{}</article></body></html>"
    tricks = [shell.format(told * 2 + trick + told) for trick in HOSTILE]
    named = (
        f"<!doctype html><html><head><title>{quoted}</title><link rel='canonical' href='javascript:window.hacked=1'>"
        f"<meta property='og:site_name' content='{quoted}'></head><body><article><h1>{quoted}</h1>{told}"
        f"<p>The chairman of {quoted} Bank, Ole Brandt, said: “{quoted}”. \u202eThe council denied it.</p>"
        "</article></body></html>"
    )
    made = [
        RawPage(f"<script>window.hacked={n}</script>.html", text.encode(), "html")
        for n, text in enumerate([*tricks, named])
    ]
    return [*made, RawPage("plain.txt", (TEXT + SPOKEN + "\n" + TEXT).encode(), "text")]


def ended(queue, batch, seconds=120):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        jobs = queue.jobs(batch=batch)
        if jobs and not any(job.state in OPEN for job in jobs):
            return jobs
        time.sleep(0.2)
    raise AssertionError([(job.input, job.state, job.attempts) for job in queue.jobs(batch=batch)])


def test_a_page_is_safe_before_it_is_read(tmp_path):
    with Queue.open(tmp_path / "case.rashomon") as queue:
        batch = queue.put([RawPage("b.txt", b"two"), RawPage("a.txt", b"one", "text", "utf-8")], by="ines")
    with Queue.open(tmp_path / "case.rashomon") as queue:
        assert [(job.input, job.state, job.by) for job in queue.jobs(batch=batch)] == [
            ("b.txt", "waiting", "ines"),
            ("a.txt", "waiting", "ines"),
        ]
        job, raw = queue.take(reader=7)
        assert raw == RawPage("b.txt", b"two")
        assert queue.states() == {"waiting": 1, "reading": 1}
        queue.release([8])
        assert queue.states() == {"waiting": 1, "reading": 1}
        for attempt in range(1, ATTEMPTS + 1):
            assert queue.job(job.id).attempts == attempt
            queue.release([7])
            if attempt < ATTEMPTS:
                assert queue.take(reader=7)[0].id == job.id
        assert queue.job(job.id).state == "failed"
        assert queue.take(reader=7)[1] == RawPage("a.txt", b"one", "text", "utf-8")
        assert queue.take(reader=7) is None


def test_pages_are_read_though_the_reader_is_killed(tmp_path):
    path = tmp_path / "case.rashomon"
    with Queue.open(path) as queue:
        early = queue.put([RawPage("early.txt", TEXT.encode(), "text")], by="ines")
        assert queue.take(reader=1)  # the program dies here
    with served(path, workers=1) as (address, desk), httpx.Client(base_url=address) as client:
        [job] = ended(desk.queue, early)
        assert (job.state, job.attempts) == ("read", 2)
        given = token(client)
        long = "\n\n".join([TEXT] * 400)
        answer = client.post(
            "/add",
            data={"token": given},
            files=[("files", ("a/b\\long.txt", long.encode())), ("files", ("x.html", b"<p></p>"))],
        )
        assert answer.status_code == 303
        batch = answer.headers["location"].rpartition("/")[2]
        until = time.monotonic() + 60
        while not any(job.state == "reading" for job in desk.queue.jobs(batch=batch)) and time.monotonic() < until:
            time.sleep(0.05)
        [reader] = desk.pool.workers
        os.kill(reader, signal.SIGKILL)
        jobs = ended(desk.queue, batch)
        assert [(job.input, job.state, job.attempts) for job in jobs] == [
            ("long.txt", "read", 2),
            ("x.html", "failed", 1),
        ]
        assert jobs[0].page in client.get("/api/v1/pages").text
        with client.stream("GET", f"/add/{batch}/progress") as stream:
            events = "".join(stream.iter_text())
        assert events.endswith("event: done\ndata: {}\n\n")


def test_a_page_that_takes_too_long_fails_and_the_next_is_read(tmp_path):
    path = tmp_path / "case.rashomon"
    with Queue.open(path) as queue:
        slow = queue.put([RawPage("slow.txt", "\n\n".join([TEXT] * 4400).encode(), "text")], by="ines")
        quick = queue.put([RawPage("quick.txt", TEXT.encode(), "text")], by="ines")
    with served(path, workers=1, seconds=1.0) as (_, desk):
        [job] = ended(desk.queue, slow)
        assert (job.state, job.attempts) == ("failed", ATTEMPTS)
        assert "too long" in job.reason
        assert [job.state for job in ended(desk.queue, quick)] == ["read"]


def test_a_person_adds_a_page_and_reads_it(tab, tmp_path):
    with served(tmp_path / "case.rashomon", workers=1) as (address, _):
        tab.goto(address)
        tab.get_by_role("link", name="Add the first pages").click()
        tab.get_by_label("Text or HTML of one page").fill(TEXT)
        tab.get_by_label("What to call it").fill("the mill")
        tab.get_by_label("Published").fill("2031-05-06")
        tab.get_by_role("button", name="Add to the case").click()
        expect(tab.locator(".job.read")).to_be_visible(timeout=120_000)
        expect(tab.get_by_role("status")).to_have_text("1 of 1")
        tab.get_by_role("link", name="the mill").click()
        expect(tab.locator(".card").first).to_contain_text("the mill had been closed")
        expect(tab.locator(".kicker")).to_contain_text("6 May 2031")
        tab.go_back()
        expect(tab.locator(".job.read")).to_be_visible()


class Tags(HTMLParser):
    """What a browser would make of a page: elements and attributes that could act."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in {"img", "iframe", "object", "embed", "base", "video", "math", "style"}:
            self.found.append(tag)
        self.found += [
            f"{tag} {name}" for name, _ in attrs if name.startswith("on") or name in {"style", "srcdoc", "formaction"}
        ]
        for name, value in attrs:
            if name in {"href", "src", "action"} and not (value or "").startswith(
                ("/", "#", "?", "http://127.0.0.1", "https://lantern.example")
            ):
                self.found.append(f"{tag} {name}={value}")


def test_hostile_pages_stay_text(browser, tmp_path, reader):
    path = tmp_path / "case.rashomon"
    with Case(Database.open(path), reader) as case:
        pages = [result.outcome.page for result in case.add(hostile_pages()) if result.outcome.page]
        names = [key for each in case.entities() for key in each.ids]
    assert len(pages) > len(HOSTILE) - 3
    with served(path) as (address, _), httpx.Client(base_url=address, follow_redirects=True) as client:
        context = browser.new_context()
        tab = context.new_page()
        asked, dialogs = [], []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("dialog", lambda dialog: dialogs.append(dialog.message))
        views = ["/", "/pages", "/entities", "/timeline", "/network", "/disputes", "/review", "/log", "/add"]
        views += [f"/pages/{page}" for page in pages] + [f"/entities/{key}" for key in names[:12]]
        views += ["/search?q=mill", f"/search?q={SPOKEN}", f"/search?q=mill&source={SPOKEN}"]
        views += [f"/entities?q={SPOKEN}", f"/pages/{pages[0]}?at={SPOKEN}", f"/timeline?source={SPOKEN}"]
        for view in views:
            tags = Tags()
            tags.feed(client.get(view).text)
            assert tags.found == [], view
            tab.goto(address + view)
            for fold in tab.locator("details").all():
                fold.evaluate("each => { each.open = true; }")
            assert tab.evaluate("window.hacked") is None, view
        assert {url.split("/")[2].split(":")[0] for url in asked} == {"127.0.0.1"}
        assert dialogs == []
        context.close()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a\r\nX-Evil: 1.html", "\x00.html", "x" * 5000 + ".html", "", "..", "C:\\x\\y.html"]
)
def test_names_of_files_are_names(own_bench, name):
    address, desk = own_bench
    with httpx.Client(base_url=address) as client:
        answer = client.post("/add", data={"token": token(client)}, files={"files": (name, b"text")})
        assert answer.status_code in {303, 400}
        for job in desk.queue.jobs():
            assert "/" not in job.input
            assert "\n" not in job.input
            assert len(job.input) <= 200
            assert client.get(f"/add/{job.batch}").status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [("published", "yesterday"), ("published", "2031-99-01"), ("url", "javascript:1"), ("url", "https://a b")],
)
def test_what_is_known_is_checked(own_bench, field, value):
    address, desk = own_bench
    with httpx.Client(base_url=address) as client:
        assert client.post("/add", data={"token": token(client), "text": TEXT, field: value}).status_code == 400
        assert desk.queue.jobs() == ()


def test_a_case_that_was_there_is_opened_with_its_queue(sample_case, tmp_path):
    path = copy_of(sample_case, tmp_path)
    with open_case(path) as case, Queue.open(path) as queue:
        assert len(case.pages()) == 4
        assert queue.states() == {}

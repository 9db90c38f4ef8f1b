"""What the views and the API say of prepared pages, without a model or a browser."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from rashomon.case import Case
from rashomon.pages.sources import RawPage
from rashomon.store.connection import Database
from tests.invented import Prepared, page_id, raws, reading
from tests.test_copied import COPY, ELSE, FIRST, PAGES, Given
from tests.web.conftest import httpx, served


def asked(path, reader, pages):
    """A client of the workbench of these pages."""
    with Case(Database.open(path), reader) as case:
        list(case.add(pages))
    given = {"headers": {"accept": "text/html"}, "follow_redirects": True}
    with served(path) as (address, _), httpx.Client(base_url=address, **given) as made:
        yield made


@pytest.fixture
def client(tmp_path):
    yield from asked(tmp_path / "case.rashomon", Prepared(), raws(12))


@pytest.fixture
def copied(tmp_path):
    pages = (RawPage(f"{n}.txt", str(n).encode()) for n in range(len(PAGES)))
    yield from asked(tmp_path / "case.rashomon", Given(), pages)


def stretches(client, path, limit) -> list[dict]:
    found, cursor = [], ""
    while cursor is not None:
        answer = client.get(path, params={"limit": limit, "cursor": cursor}).json()
        assert len(answer["items"]) <= limit
        found += answer["items"]
        cursor = answer["next"]
    return found


def test_disputes_and_copies_come_in_stretches(client, copied):
    disputes = client.get("/api/v1/disputes").json()
    assert disputes["next"] is None
    assert len(disputes["items"]) > 1
    assert stretches(client, "/api/v1/disputes", 1) == disputes["items"]
    copies = client.get(f"/api/v1/pages/{page_id(0)}/copies").json()
    assert stretches(client, f"/api/v1/pages/{page_id(0)}/copies", 1) == copies["items"]


def test_copies_are_counted_as_they_are(copied):
    two = copied.get(f"/pages/{FIRST.page.id}/copies").text
    assert "2 other pages carry this text; together they count as one source." in two
    assert (
        stretches(copied, f"/api/v1/pages/{FIRST.page.id}/copies", 1)
        == (copied.get(f"/api/v1/pages/{FIRST.page.id}/copies").json()["items"])
    )
    assert "No other page carries this text.</p>" in copied.get(f"/pages/{ELSE.page.id}/copies").text
    last = copied.get(f"/pages/{COPY.page.id}/copies?begin=1").text
    assert "Many other pages carry this text" in last
    assert "Earlier in the list" in last


@pytest.mark.parametrize("begin", ["5001", "-1", "9" * 30, "x", "٣x"])
def test_disputes_begin_somewhere(client, begin):
    answer = client.get("/disputes", params={"begin": begin})
    assert (answer.status_code, "not as it should be: query.begin" in answer.text) == (422, True)
    assert client.get("/disputes?begin=5000").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/", "/pages", "/entities", "/entities/Mara Lind", "/timeline", "/network", "/disputes", "/review", "/log", "/add",
     "/search?q=killed", f"/pages/{page_id(0)}", f"/pages/{page_id(0)}/copies", f"/events/{reading(0).events[0].id}",
     "/review?kind=unsure"],
)  # fmt: skip
def test_no_heading_skips_a_level(client, path):
    shown = client.get(path)
    assert shown.status_code == 200
    levels = [int(level) for level in re.findall(r"<h([1-6])", shown.text)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


class Describing(Prepared):
    """Reads pages that call Mara Lind by words, and a name, that are not in their text."""

    def read(self, raw):
        result = super().read(raw)
        lind, *others = result.reading.entities
        lind = replace(lind, name="M. Lind", descriptions=("the arsonist",))
        return replace(result, reading=replace(result.reading, entities=(lind, *others)))


def test_what_somebody_is_called_has_the_page_that_calls_them_so(tmp_path):
    for client in asked(tmp_path / "case.rashomon", Describing(), raws(1)):
        shown = client.get("/entities/M. Lind").text
        [called] = re.findall(r"<li>(<a [^>]*>the arsonist</a>.*?)</li>", shown)
        assert called == (
            f'<a href="/pages/{page_id(0)}">the arsonist</a> <span class="kind">1 · Harbour Gazette</span>'
        )

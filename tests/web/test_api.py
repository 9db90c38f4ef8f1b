"""The REST API: what it answers is what the views show; its document is kept by every answer."""

import base64
from dataclasses import replace

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

from rashomon.exports.jsonl import loads
from rashomon.records import Perspective
from rashomon.spans import Span
from rashomon.web.api.answers import closed, opened
from rashomon.web.api.pages import annotated
from rashomon.web.selectors import quote, selector
from tests.invented import reading
from tests.web.conftest import copy_of, served

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

CHECKS = (
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_schema_conformance,
)

HALF = '["2031-05-04","page","\\ud800"]'
"""A cursor of a timeline with half a character in it."""


@pytest.fixture(scope="session")
def judged_bench(sample_case, tmp_path_factory):
    """A workbench that may be changed, with a judgement in it."""
    with served(copy_of(sample_case, tmp_path_factory.mktemp("api"))) as (address, desk):
        each = desk.case.suggestions()[0]
        desk.case.judge("same", each.left.item, each.right.item, by="ines", reason="the same page says so")
        yield address


@pytest.fixture(scope="session")
def api_schema(judged_bench):
    return schemathesis.openapi.from_url(f"{judged_bench}/api/v1/openapi.json")


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
def test_whatever_is_asked_the_document_is_kept(api_schema, mode):
    """Well-formed and malformed requests to every operation: no 5xx, and no answer that the document does not have."""
    asked = []
    for result in api_schema.get_all_operations():
        operation = result.ok()

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(
            max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
        )
        def ask(case):
            response = case.call()
            asked.append(response.status_code)
            case.validate_response(response, checks=CHECKS)

        try:
            ask()
        except Unsatisfiable:  # nothing can be malformed where nothing is asked for
            continue
    assert len(asked) > 100


def test_lists_come_in_stretches(client):
    seen, cursor, count = [], "", 0
    while cursor is not None:
        answer = client.get("/api/v1/pages", params={"limit": 3, "cursor": cursor}).json()
        seen += [page["id"] for page in answer["items"]]
        count += sum(page["claims"] for page in answer["items"])
        cursor = answer["next"]
    assert len(seen) == len(set(seen)) == 4
    whole = client.get("/api/v1/suggestions").json()["items"]
    suggested, cursor = [], ""
    while cursor is not None:
        answer = client.get("/api/v1/suggestions", params={"limit": 2, "cursor": cursor}).json()
        suggested += answer["items"]
        cursor = answer["next"]
    assert suggested == whole[: len(suggested)]
    assert len(suggested) > 2
    claims, cursor = [], ""
    while cursor is not None:
        answer = client.get("/api/v1/claims", params={"limit": 40, "cursor": cursor}).json()
        claims += [each["claim"]["id"] for each in answer["items"]]
        cursor = answer["next"]
    assert len(claims) == len(set(claims)) == count > 80


def test_ties_come_as_many_as_are_asked_for(client):
    few, all_ = (client.get("/api/v1/ties", params={"limit": limit}).json() for limit in (1, 500))
    assert (len(few["edges"]), few["more"], all_["more"]) == (1, True, False)


@pytest.mark.parametrize("cursor", ["x", "!", closed("page-gone"), "é", closed("9" * 30), HALF])
@pytest.mark.parametrize(
    "path", ["/api/v1/pages", "/api/v1/claims", "/api/v1/events", "/api/v1/suggestions", "/api/v1/search?q=mill"]
)
def test_a_wrong_cursor_is_the_askers_fault(client, path, cursor):
    answer = client.get(path, params={**httpx.QueryParams(path.partition("?")[2]), "cursor": cursor})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_cursors_come_back():
    assert opened(closed("page-é 1")) == "page-é 1"


def test_what_has_not_changed_is_not_sent_again(client):
    first = client.get("/api/v1/pages")
    again = client.get("/api/v1/pages", headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_a_reading_is_the_contract(client):
    page = client.get("/api/v1/pages").json()["items"][0]["id"]
    reading = loads(client.get(f"/api/v1/pages/{page}/reading").content)
    assert reading.page.id == page
    assert client.get(f"/api/v1/pages/{page}/text").text == reading.page.text


def test_annotations_point_at_their_words(client):
    for page in client.get("/api/v1/pages").json()["items"]:
        text = client.get(f"/api/v1/pages/{page['id']}/text").text
        answer = client.get(f"/api/v1/pages/{page['id']}/annotations")
        assert answer.headers["content-type"].startswith("application/ld+json")
        found = answer.json()
        assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
        for each in found["items"]:
            for place in each["target"]["selector"]:
                words = place["refinedBy"]
                assert text[place["start"] : place["end"]] == words["exact"]
                assert text[: place["start"]].endswith(words["prefix"])
                assert text[place["end"] :].startswith(words["suffix"])


def test_annotations_keep_every_doubt():
    whole = reading(0)
    (event,) = whole.events
    inside = Perspective(whole.claims[1].id, "certain", "affirmed", "actual", ())
    seen = (inside, replace(inside, polarity="denied"))
    found = {each["id"]: each for each in annotated(replace(whole, events=(replace(event, perspectives=seen),)))}
    told = found[f"urn:rashomon:{event.id}"]["body"]["value"]["perspectives"]
    assert [each["doubt"] for each in told] == [("in what is denied",), ("denied",)]


def test_selectors_count_code_points():
    text = "a😀b 𝔘nd c"
    assert selector(text, Span(4, 7)) == {
        "type": "TextPositionSelector", "start": 4, "end": 7,
        "refinedBy": {"type": "TextQuoteSelector", "exact": "𝔘nd", "prefix": "a😀b ", "suffix": " c"},
    }  # fmt: skip
    assert quote(text[2:], Span(4, 7), start=2)["exact"] == "𝔘nd"


def test_excerpts_hold_their_selectors(client):
    entity = client.get("/api/v1/entities/Lowland Liberation Army").json()
    evidence = entity["ties"][0]["evidence"][0]["excerpt"]
    assert [each["refinedBy"]["exact"] for each in evidence["target"]["selector"]] == ["accused", "sheltering"]
    assert entity["ties"][0]["status"] == "alleged"
    assert entity["said"][0]["claim"]["doubt"] is not None


def test_a_judgement_is_made_and_taken_back(own_bench):
    address, _ = own_bench
    with httpx.Client(base_url=address, timeout=30) as client:
        each = client.get("/api/v1/suggestions").json()["items"][0]
        left, right = (each[side]["item"] for side in ("left", "right"))
        before = client.get("/api/v1/suggestions").json()
        made = client.post(
            "/api/v1/judgements", json={"decision": "same", "left": left, "right": right, "reason": "one page"}
        )
        assert made.status_code == 201
        assert made.json()["by"] == "ines"
        assert each not in client.get("/api/v1/suggestions").json()["items"]
        one, other = (client.get(f"/api/v1/entities/{item['record']}").json()["group"]["id"] for item in (left, right))
        assert one == other
        undone = client.delete(f"/api/v1/judgements/{made.json()['id']}")
        assert undone.json()["undone"] is not None
        assert client.get("/api/v1/suggestions").json() == before
        assert len(client.get("/api/v1/judgements").json()["items"]) == 2


def test_pages_are_handed_in(own_bench):
    address, desk = own_bench
    with httpx.Client(base_url=address) as client:
        pages = [
            {"input": "a", "text": "Ole said no."},
            {"input": "b", "data": base64.b64encode(b"<p>x").decode(), "media": "html"},
        ]
        answer = client.post("/api/v1/jobs", json={"pages": pages})
        assert answer.status_code == 202
        assert [(job["input"], job["state"]) for job in answer.json()["items"]] == [("a", "waiting"), ("b", "waiting")]
        assert client.get(answer.headers["location"]).json()["items"] == answer.json()["items"]
        assert client.get(f"/api/v1/jobs/{answer.json()['items'][0]['id']}").json()["input"] == "a"
        assert desk.queue.take(reader=1)[1].data == b"Ole said no."
        for wrong in (
            {"input": "a"},
            {"input": "a", "text": "x", "data": "eA=="},
            {"input": "a", "data": "?"},
            {"input": "a", "text": "x", "published": "x"},
        ):
            assert client.post("/api/v1/jobs", json={"pages": [wrong]}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/pages/none/reading",
        "/api/v1/entities/nobody at all",
        "/api/v1/events/none",
        "/api/v1/jobs/none",
        "/api/v1/none",
    ],
)
def test_what_is_not_there_is_a_problem(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["title"] == "Not Found"

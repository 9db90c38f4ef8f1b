import socket
import time
from contextlib import contextmanager

import httpx
import pytest

from rashomon.web import api, screens
from rashomon.web.guards import HEADERS, Limits
from rashomon.web.people import AccessFile, People, Person, Throttle
from rashomon.web.serving import Place
from tests.web.conftest import copy_of, served, token

SECRET = "correct horse battery"


@pytest.fixture(scope="module")
def closed(sample_case, tmp_path_factory):
    """A workbench that asks who comes in."""
    folder = tmp_path_factory.mktemp("closed")
    file = AccessFile(folder / "people.json")
    file.write(Person("ines", "editor"), SECRET)
    file.write(Person("otto", "reader"), SECRET)
    with served(copy_of(sample_case, folder), people=People.from_file(file.path)) as (address, _):
        yield address


@contextmanager
def login(address, name, secret=SECRET, **more):
    with httpx.Client(base_url=address, timeout=30) as made:
        given = made.get("/login").text.split('name="token" value="', 1)[1].split('"', 1)[0]
        made.post("/login", data={"token": given, "name": name, "secret": secret, **more})
        yield made


@pytest.mark.parametrize(
    "path", ["/", "/pages", "/add", "/api/v1/pages", "/static/x/workbench.css", "/nothing", "/healthz"]
)
def test_every_answer_keeps_a_browser_strict(client, path):
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == dict(HEADERS)
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.", "127.0.0.1@evil.example"])
def test_other_hosts_are_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code in {400, 421}


@pytest.mark.parametrize("host", ["127.0.0.1:1234", "localhost", "LOCALHOST:80", "[::1]:9"])
def test_own_hosts_are_known(client, host):
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/add", "/judge", "/look", "/login", "/api/v1/judgements"])
def test_nothing_is_taken_from_other_sites(client, path, headers):
    answer = client.post(path, headers=headers, data={"token": token(client)})
    assert answer.status_code == 403


@pytest.mark.parametrize("given", ["", "x", "é", "0" * 64])
@pytest.mark.parametrize("path", ["/add", "/judge", "/look", "/login", "/logout", "/log/x/undo"])
def test_every_form_needs_its_token(client, path, given):
    assert client.post(path, data={"token": given}).status_code == 403


def test_every_route_that_changes_something_is_in_these_tests():
    known = [route for router in (*screens.ROUTERS, *api.ROUTERS) for route in router.routes]
    changing = {route.path for route in known if {"POST", "PUT", "PATCH", "DELETE"} & route.methods}
    forms = {"/add", "/judge", "/look", "/login", "/logout", "/log/{id}/undo"}
    assert changing == forms | {"/api/v1/judgements", "/api/v1/judgements/{id}", "/api/v1/jobs"}


def test_json_comes_as_json(client):
    answer = client.post("/api/v1/jobs", data={"pages": "[]"})
    assert answer.status_code in {415, 422}
    answer = client.post(
        "/api/v1/jobs", content='{"pages": [{"input": "a", "text": "b"}]}', headers={"content-type": "text/plain"}
    )
    assert answer.status_code in {415, 422}


def test_a_stranger_is_led_to_the_door(closed):
    with httpx.Client(base_url=closed) as stranger:
        answer = stranger.get("/entities?type=person")
        assert answer.status_code == 303
        assert answer.headers["location"] == "/login?next=/entities%3Ftype%3Dperson"
        answer = stranger.get("/api/v1/pages")
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert stranger.post("/add").status_code == 401
        assert "Merrow" not in stranger.get("/login").text


def test_who_knows_the_password_comes_in(closed):
    with login(closed, "ines", next="/pages") as ines:
        assert "Pages" in ines.get("/pages").text
        cookie = ines.cookies.jar._cookies["127.0.0.1"]["/"]["rashomon_session"]
        assert cookie.has_nonstandard_attr("HttpOnly")
        assert cookie.get_nonstandard_attr("SameSite").lower() == "strict"
        given = token(ines)
        ines.post("/logout", data={"token": given})
        assert ines.get("/pages").status_code == 303


@pytest.mark.parametrize(
    "next", ["//evil.example", "https://evil.example", "/\\evil.example", "/x\r\nSet-Cookie: a=b", "javascript:1"]
)
def test_the_door_leads_to_own_pages_only(closed, next):
    with httpx.Client(base_url=closed) as made:
        given = made.get("/login").text.split('name="token" value="', 1)[1].split('"', 1)[0]
        answer = made.post("/login", data={"token": given, "name": "ines", "secret": SECRET, "next": next})
        assert answer.headers["location"] == "/"
        assert "a=b" not in str(answer.headers)


def test_a_reader_changes_nothing(closed):
    with login(closed, "otto") as otto:
        assert otto.get("/pages").status_code == 200
        given = otto.get("/pages").text.split('name="token" value="', 1)[1].split('"', 1)[0]
        for path in ("/add", "/judge", "/log/x/undo", "/api/v1/judgements", "/api/v1/jobs"):
            assert otto.post(path, data={"token": given}).status_code == 403
        assert otto.delete("/api/v1/judgements/x").status_code == 403
        assert otto.post("/look", data={"token": given, "look": "dark"}).status_code == 303
        assert 'data-look="dark"' in otto.get("/pages").text


def test_a_program_brings_its_token(closed):
    with httpx.Client(base_url=closed, headers={"Authorization": f"Bearer ines:{SECRET}"}) as program:
        assert program.get("/api/v1/pages").status_code == 200
    with httpx.Client(base_url=closed, headers={"Authorization": "Bearer ines:wrong"}) as program:
        assert program.get("/api/v1/pages").status_code == 401


def test_wrong_passwords_have_to_wait(sample_case, tmp_path):
    file = AccessFile(tmp_path / "people.json")
    file.write(Person("ines", "editor"), SECRET)
    people = People.from_file(file.path)
    with served(copy_of(sample_case, tmp_path), people=people) as (address, _), httpx.Client(base_url=address) as made:
        given = made.get("/login").text.split('name="token" value="', 1)[1].split('"', 1)[0]
        codes = [
            made.post("/login", data={"token": given, "name": "ines", "secret": "wrong"}).status_code for _ in range(6)
        ]
        assert codes == [401] * 5 + [429]
        late = made.post("/login", data={"token": given, "name": "ines", "secret": SECRET})
        assert late.status_code == 429
        assert int(late.headers["retry-after"]) > 0


def test_patience_grows_and_ends():
    now = 0.0
    throttle = Throttle(lambda: now)
    for _ in range(5):
        assert throttle.wait("a") == 0
        throttle.fail("a")
    assert throttle.wait("a", "b") == 2
    assert throttle.wait("b") == 0
    throttle.fail("a")
    assert throttle.wait("a") == 4
    now = 1000.0
    assert throttle.wait("a") == 0


def test_passwords_are_kept_as_hashes_for_their_owner_alone(tmp_path):
    file = AccessFile(tmp_path / "people.json")
    file.write(Person("ines", "editor"), SECRET)
    assert SECRET not in file.path.read_text()
    assert "$argon2id$" in file.path.read_text()
    assert file.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ({}, True),
        ({"host": "localhost"}, True),
        ({"host": "::1"}, True),
        ({"host": "127.0.0.2"}, True),
        ({"host": "0.0.0.0"}, False),
        ({"host": "192.0.2.7"}, False),
        ({"host": "192.0.2.7", "access": "people.json"}, True),
        ({"host": "0.0.0.0", "access": "people.json"}, False),
        ({"host": "0.0.0.0", "access": "people.json", "names": ("desk.example",)}, True),
        ({"certificate": "a.pem"}, False),
    ],
)
def test_an_address_that_others_reach_needs_a_door(given, safe):
    from rashomon.errors import UsageError

    place = Place("case.rashomon", **given)
    if safe:
        place.check()
    else:
        with pytest.raises(UsageError):
            place.check()


@pytest.fixture(scope="module")
def narrow(sample_case, tmp_path_factory):
    limits = Limits(body=10_000, upload=40_000, page=20_000, files=3, seconds=2.0, pause=0.5)
    with served(copy_of(sample_case, tmp_path_factory.mktemp("narrow")), limits=limits) as (address, _):
        yield address


def test_bodies_are_limited(narrow):
    with httpx.Client(base_url=narrow, timeout=30) as client:
        given = token(client)
        assert client.post("/judge", data={"token": given, "reason": "x" * 20_000}).status_code == 413
        big = client.post("/add", data={"token": given}, files={"files": ("a.txt", b"x" * 50_000)})
        assert big.status_code == 413
        page = client.post("/add", data={"token": given}, files={"files": ("a.txt", b"x" * 21_000)})
        assert page.status_code == 413
        many = client.post("/add", data={"token": given}, files=[("files", (f"{n}.txt", b"x")) for n in range(5)])
        assert many.status_code == 400
        parts = (b"x" * 9_000 for _ in range(9))  # no length declared
        assert client.post("/add", content=parts, headers={"content-type": "text/plain"}).status_code in {403, 413, 415}


def test_slow_bodies_are_cut_off(narrow):
    host, port = narrow.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as slow:
        slow.sendall(
            b"POST /add HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            b"Content-Length: 5000\r\n\r\n--b\r\n"
        )
        began = time.monotonic()
        slow.settimeout(10)
        assert b" 408 " in slow.recv(4000)
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"decision": 1}',
        b"\xff\xfe",
        b'{"a":' * 5000,
        b'{"decision": "same", "left": {"kind": "x"}}',
        b"NaN",
    ],
)
@pytest.mark.parametrize("path", ["/api/v1/judgements", "/api/v1/jobs"])
def test_malformed_json_is_the_askers_fault(client, path, body):
    answer = client.post(path, content=body, headers={"content-type": "application/json"})
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == answer.status_code


@pytest.mark.parametrize(
    "path",
    [
        "/static/x/../../app.py",
        "/static/x/..%2f..%2fapp.py",
        "/static/..%2f..%2fapp.py/a",
        "/static/x/%00",
        "/static/x/workbench.css%0d%0aX-Evil:1",
        "/pages/..%2f..%2fetc%2fpasswd",
        "/pages/%0d%0aSet-Cookie:a=b",
        "/entities/%2e%2e%2f",
        "/add/%00",
        "/events/%ff",
    ],
)
def test_paths_lead_nowhere_else(bench, path):
    host, port = bench.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := raw.recv(65536):
            answer += part
    head = answer.split(b"\r\n\r\n", 1)[0]
    assert head.split(b" ")[1] in {b"400", b"404"}
    assert b"X-Evil" not in head
    assert b"et-cookie" not in head.lower()
    assert b"root:" not in answer
    assert b"import" not in answer

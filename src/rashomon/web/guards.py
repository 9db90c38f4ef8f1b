"""What every request passes before anything else sees it, and what every answer carries.

In: ASGI requests. A request for another host (DNS rebinding), from another site (forgery), of nobody known, or with a
body that is too large or too slow goes no further. Each answer carries the headers that keep a browser strict. Which
forms carry which token is checked where they are read (`desk.posted`).
"""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.people import People, Person
from rashomon.web.problems import Problem, as_json

SESSION = "rashomon_session"
UPLOADS = ("/add", "/api/v1/jobs")
_PUBLIC = ("/static/", "/login", "/healthz")
_OWN = frozenset({"/logout", "/look"})
"""What also a reader may send: it changes nothing but how the workbench meets them."""
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_SAFE = frozenset({"GET", "HEAD"})
_KNOWN = _SAFE | {"POST", "DELETE"}

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
        " require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a request may bring and how long it may take to bring it."""

    body: int = 1_000_000
    upload: int = 100_000_000
    page: int = 20_000_000
    files: int = 500
    seconds: float = 60.0
    pause: float = 10.0
    """Seconds between two pieces of a body."""


class BodyRefusedError(Exception):
    """The body is too large or too slow; carries the problem to answer with."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


class Guard:
    """The ASGI application behind its guards."""

    def __init__(self, app: ASGIApp, *, people: People, hosts: frozenset[str], limits: Limits) -> None:
        self._app = app
        self._people = people
        self._hosts = hosts
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = _Answer(send, scope["path"])
        try:
            refused = await self._refuse(scope)
            if refused is not None:
                await refused(scope, receive, answer)
                return
            if scope["method"] == "HEAD":  # the server leaves the body out
                scope = {**scope, "method": "GET"}
            body = _Body(receive, self._allowed(scope["path"]), self._limits)
            answer.body = body
            await self._app(scope, body, answer)
        except BodyRefusedError as error:
            if not answer.started:
                await as_json(error.problem)(scope, receive, answer)

    def _allowed(self, path: str) -> int:
        return self._limits.upload if path.startswith(UPLOADS) else self._limits.body

    async def _refuse(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further, None for one that does; says who asks in the scope."""
        request = Request(scope)
        problem = self._misaddressed(request) or self._forged(request) or self._oversized(request)
        if problem is not None:
            return as_json(problem)
        person, problem = await self._who(request)
        scope.setdefault("state", {})["person"] = person
        if problem is not None:
            return as_json(problem)
        if scope["path"].startswith(_PUBLIC):
            return None
        if person is None:
            return _stranger(scope)
        if person.role != "editor" and scope["method"] not in _SAFE and scope["path"] not in _OWN:
            return as_json(Problem(403, "a reader cannot change anything; ask for the role of an editor"))
        return None

    def _misaddressed(self, request: Request) -> Problem | None:
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or _host(hosts[0]) not in self._hosts:
            return Problem(421, "this is not the host that was asked for; open the address that rashomon serve printed")
        if request.method not in _KNOWN:
            return Problem(
                405, "only GET, HEAD, POST and DELETE are known here", headers={"Allow": ", ".join(sorted(_KNOWN))}
            )
        return None

    def _forged(self, request: Request) -> Problem | None:
        if request.method in _SAFE:
            return None
        headers = request.headers
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if (origin is not None and urlsplit(origin).netloc != headers["host"]) or site not in {
            None,
            "same-origin",
            "none",
        }:
            return Problem(403, "this came from another site; open the workbench and send it from there")
        return None

    def _oversized(self, request: Request) -> Problem | None:
        declared = request.headers.get("content-length", "0")
        if declared.isdecimal() and int(declared) <= self._allowed(request.url.path):
            return None
        return Problem(413, "too large; send fewer or smaller pages", headers={"Connection": "close"})

    async def _who(self, request: Request) -> tuple[Person | None, Problem | None]:
        if self._people.is_open:
            return self._people.local, None
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer":
            return self._people.session(request.cookies.get(SESSION)), None
        keys = (f"token {token.partition(':')[0]}", f"from {address(request)}")
        wait = self._people.throttle.wait(*keys)
        if wait:
            return None, Problem(429, "too many wrong tokens; wait", headers={"Retry-After": str(wait)})
        person = await run_in_threadpool(self._people.check_token, token)
        if person is None:
            self._people.throttle.fail(*keys)
        return person, None


class _Body:
    """A request's body, measured while it comes in."""

    def __init__(self, receive: Receive, most: int, limits: Limits) -> None:
        self._receive = receive
        self._left = most
        self._limits = limits
        self._until = time.monotonic() + limits.seconds
        self._whole = False
        self.refused: Problem | None = None

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        try:
            patience = min(self._limits.pause, self._until - time.monotonic())
            message = await asyncio.wait_for(self._receive(), max(patience, 0.001))
        except TimeoutError:
            raise self._refuse(408, "too slow; send less at a time") from None
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            self._whole = not message.get("more_body", False)
        if self._left < 0:
            raise self._refuse(413, "too large; send fewer or smaller pages")
        return message

    def _refuse(self, status: int, detail: str) -> BodyRefusedError:
        self.refused = Problem(status, detail, headers={"Connection": "close"})
        return BodyRefusedError(self.refused)


class _Answer:
    """The way back: adds the headers, and says why where a body was refused in the middle."""

    def __init__(self, send: Send, path: str) -> None:
        self._send = send
        self._path = path
        self._began = time.perf_counter()
        self.started = False
        self.body: _Body | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if (
                self.body is not None
                and self.body.refused is not None
                and message["status"] != self.body.refused.status
            ):
                raise BodyRefusedError(self.body.refused)
            self.started = True
            headers = MutableHeaders(raw=message["headers"])
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "private, no-cache")
            headers["Server-Timing"] = f"app;dur={(time.perf_counter() - self._began) * 1000:.1f}"
        await self._send(message)


def _stranger(scope: Scope) -> Response:
    """A person is led to the door, a program told how to say who it is."""
    if scope["path"].startswith("/api/") or scope["method"] not in _SAFE:
        challenge = {"WWW-Authenticate": 'Bearer realm="rashomon"'}
        return as_json(Problem(401, "say who you are: Authorization: Bearer NAME:SECRET", headers=challenge))
    return RedirectResponse(f"/login?next={quote(_own_path(scope))}", 303)


def _host(value: str) -> str:
    """The host without its port, in small letters."""
    host = value.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


def address(request: Request) -> str:
    """Where a request came from, as the connection says."""
    return request.client.host if request.client else "unknown"


def _own_path(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return f"{quote(scope['path'])}?{query}" if query else quote(scope["path"])


def is_form(headers: Headers) -> bool:
    """Whether a request brings a form."""
    return headers.get("content-type", "").partition(";")[0].strip().lower() in _FORMS

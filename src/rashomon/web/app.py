"""The application: its views, its API, its guards, put together once.

In: a `Desk` and the hosts it may be asked under. Out: an ASGI application. Nothing is opened here.
"""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp

from rashomon import __version__
from rashomon.errors import CaseError, DoneError, RashomonError, UnknownError
from rashomon.web import api, assets, screens
from rashomon.web.api.shapes import described
from rashomon.web.desk import Desk
from rashomon.web.guards import BodyRefusedError, Guard
from rashomon.web.problems import Problem, as_json
from rashomon.web.rendering import render

THREADS = 2
"""Requests that are worked on at once: more would only wait for each other, and each needs a connection of the case."""
LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
_LOG = logging.getLogger(__name__)


def create_app(desk: Desk, *, hosts: frozenset[str] = LOCAL) -> ASGIApp:
    """The workbench at this desk, behind its guards."""
    return Guard(build(desk), people=desk.people, hosts=hosts, limits=desk.limits)


def build(desk: Desk) -> FastAPI:
    """The application without its guards; what describes it (OpenAPI) is asked of this."""

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = THREADS
        await desk.pool.start()
        yield
        await desk.pool.stop()

    app = FastAPI(
        title="Rashomon",
        version=__version__,
        summary="Who said what, about whom, when, and how sure they were: every account kept apart.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=running,
    )
    app.state.desk = desk
    app.include_router(assets.router)
    for router in (*screens.ROUTERS, *api.ROUTERS):
        app.include_router(router)
    app.openapi = described(app.openapi)  # type: ignore[method-assign]
    app.add_exception_handler(Problem, _answer)
    app.add_exception_handler(HTTPException, _answer)
    app.add_exception_handler(RequestValidationError, _answer)
    app.add_exception_handler(RashomonError, _answer)
    app.add_exception_handler(BodyRefusedError, _answer)
    app.add_exception_handler(Exception, _answer)
    return app


def _answer(request: Request, error: Exception) -> Response:
    """A problem as JSON for programs, as a page for people."""
    problem = _problem(error)
    if request.url.path.startswith("/api/") or "text/html" not in request.headers.get("accept", ""):
        return as_json(problem)
    response = render(request, "problem", status=problem.status, problem=problem)
    response.headers.update(problem.headers)
    return response


_STATUS = {UnknownError: 404, DoneError: 409, CaseError: 503, RashomonError: 400}
"""The status of an error that is raised on purpose: that of the first class that it belongs to."""


def _problem(error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case BodyRefusedError():
            return error.problem
        case RequestValidationError():
            wrong = [".".join(str(part) for part in each["loc"]) + f": {each['msg']}" for each in error.errors()[:5]]
            return Problem(422, f"not as it should be: {'; '.join(wrong)}")
        case HTTPException():
            what = {404: "there is no such page here", 405: "this cannot be done here"}.get(
                error.status_code, str(error.detail)
            )
            return Problem(error.status_code, what, headers=dict(error.headers or {}))
        case RashomonError():
            return Problem(next(status for kind, status in _STATUS.items() if isinstance(error, kind)), str(error))
        case _:
            _LOG.error("a request went wrong", exc_info=error)
            return Problem(500, "this is a fault of the workbench; please report what you did")

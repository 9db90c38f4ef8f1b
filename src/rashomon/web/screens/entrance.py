"""Coming in and leaving, where the workbench is served to more than this machine."""

import re

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from rashomon.web.desk import AtDesk, Posted, field, session
from rashomon.web.guards import SESSION, address
from rashomon.web.problems import Problem
from rashomon.web.rendering import LOOK, LOOKS, render

router = APIRouter(include_in_schema=False)
_LOCAL_PATH = re.compile(r"/(?![/\\])[\x21-\x5b\x5d-\x7e]*")


@router.get("/login")
def door(request: Request, next: str = "/") -> Response:
    """Who are you?"""
    return render(request, "login", next=own(next), wrong=None)


@router.post("/login")
async def enter(request: Request, at: AtDesk, form: Posted) -> Response:
    """A session for who knows the password."""
    name, secret, way = field(form, "name", most=64), field(form, "secret"), own(field(form, "next"))
    keys = (f"name {name}", f"from {address(request)}")
    wait = at.people.throttle.wait(*keys)
    if wait:
        raise Problem(429, f"too many wrong passwords; try again in {wait} seconds", headers={"Retry-After": str(wait)})
    person = await run_in_threadpool(at.people.check, name, secret)
    if person is None:
        at.people.throttle.fail(*keys)
        return render(request, "login", status=401, next=way, wrong="This name and password do not go together.")
    at.people.throttle.forget(f"name {name}")
    at.people.close_session(session(request))
    response = RedirectResponse(way, 303)
    response.set_cookie(SESSION, at.people.open_session(person), httponly=True, samesite="strict", secure=at.secure)
    return response


@router.post("/logout")
async def leave(request: Request, at: AtDesk, form: Posted) -> Response:  # noqa: ARG001  the form's token is checked
    """End the session."""
    at.people.close_session(session(request))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(SESSION)
    return response


@router.post("/look")
async def look(at: AtDesk, form: Posted) -> Response:
    """Light, dark, or as the machine has it."""
    chosen = field(form, "look")
    response = RedirectResponse(own(field(form, "next")), 303)
    if chosen in LOOKS:
        response.set_cookie(LOOK, chosen, max_age=31_536_000, httponly=True, samesite="strict", secure=at.secure)
    else:
        response.delete_cookie(LOOK)
    return response


def own(path: str) -> str:
    """The path, if it is one of ours; the front page otherwise."""
    return path if _LOCAL_PATH.fullmatch(path) else "/"

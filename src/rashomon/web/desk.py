"""What every request works with: the case and its queue, the people, the limits; and forms that are checked when read.

In: requests. Out: the `Desk` of the application, who asks, and the fields of a form that came from a page of ours.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from rashomon.case import Case
from rashomon.queue import Queue
from rashomon.web.guards import SESSION, Limits, is_form
from rashomon.web.people import People, Person
from rashomon.web.pool import Pool
from rashomon.web.problems import Problem


@dataclass(frozen=True, slots=True)
class Desk:
    """What every request works with. `name`: what the case is called; `secure`: whether it is served over TLS."""

    case: Case
    queue: Queue
    pool: Pool
    people: People
    limits: Limits
    name: str
    secure: bool = False


def desk(request: Request) -> Desk:
    """The desk of the application."""
    return cast(Desk, request.app.state.desk)


def person(request: Request) -> Person:
    """Who asks; the guard has let nobody else through."""
    found: Person | None = getattr(request.state, "person", None)
    if found is None:
        raise Problem(401, "say who you are first")
    return found


AtDesk = Annotated[Desk, Depends(desk)]
Asking = Annotated[Person, Depends(person)]


def session(request: Request) -> str | None:
    """The id of the session, None where there is none."""
    return request.cookies.get(SESSION)


async def posted(request: Request) -> AsyncIterator[FormData]:
    """The fields of a form that one of our pages sent; files are closed afterwards."""
    at = desk(request)
    async with read_form(request, at.limits) as form:
        if not at.people.is_form_token(session(request), str(form.get("token", ""))):
            raise Problem(
                403, "this form is from before the workbench was started, or from elsewhere; reload and send it again"
            )
        yield form


Posted = Annotated[FormData, Depends(posted)]


@asynccontextmanager
async def read_form(request: Request, limits: Limits) -> AsyncIterator[FormData]:
    """The fields of a form within the limits; `Problem` where it is none."""
    if not is_form(request.headers):
        raise Problem(415, "send a form: multipart/form-data or application/x-www-form-urlencoded")
    try:
        form = await request.form(max_files=limits.files, max_fields=1000, max_part_size=limits.body)
    except HTTPException as error:
        raise Problem(400, "the form cannot be read; send it again with fewer or smaller pages") from error
    try:
        yield form
    finally:
        await form.close()


def field(form: FormData, name: str, *, most: int = 10_000) -> str:
    """One field of a form as text, without white space at its ends; empty where it is missing."""
    value = form.get(name)
    return value.strip()[:most] if isinstance(value, str) else ""

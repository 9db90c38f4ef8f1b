"""Names: who and what the pages speak of, in a list and one by one."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from rashomon.web.desk import AtDesk
from rashomon.web.questions import ENTITY_TYPES, Begin, Text, kind_of
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)
_SHOWN = 90


@router.get("/entities")
def entities(request: Request, at: AtDesk, type: Text = "", q: Text = "", begin: Begin = 0) -> Response:
    """Who and what the pages name, most pages first."""
    kind = kind_of(type, ENTITY_TYPES)
    found, more = at.case.groups(type=kind, holds=q.strip() or None, begin=begin, limit=_SHOWN)
    shown: dict[str, Any] = {"groups": found, "begin": begin, "step": _SHOWN, "more": more}
    shown["on"] = at.case.page_counts(found)
    return render(request, "entities", given={"type": type, "q": q}, types=ENTITY_TYPES, **shown)


@router.get("/entities/{id}")
def entity(request: Request, at: AtDesk, id: str) -> Response:
    """One of them: names, ties, what it says and what is said of it."""
    view = at.case.who(id)
    if view.group.id != id:
        return RedirectResponse(f"/entities/{view.group.id}", 307)
    return render(request, "entity", view=view, titles={page.id: page.title for page in view.pages})

"""The front page of a case, and the list of its pages."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from rashomon.web.desk import AtDesk
from rashomon.web.questions import Begin
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)
_SHOWN = 60
_FRONT, _NAMED, _DISPUTED = 24, 20, 3


@router.get("/")
def front(request: Request, at: AtDesk) -> Response:
    """The case at a glance."""
    pages, total = at.case.listed(limit=_FRONT)
    names, _ = at.case.groups(limit=_NAMED)
    shown: dict[str, Any] = {"pages": pages, "total": total, "names": names, "on": at.case.page_counts(names)}
    return render(request, "front", disputes=at.case.disputes(limit=_DISPUTED), **shown)


@router.get("/pages")
def pages(request: Request, at: AtDesk, begin: Begin = 0) -> Response:
    """All pages, by publication."""
    found, total = at.case.listed(begin=begin, limit=_SHOWN)
    return render(request, "pages", pages=found, begin=begin, step=_SHOWN, total=total)


@router.get("/healthz")
def health() -> Response:
    """Whether the workbench answers."""
    return JSONResponse({"status": "ok"})

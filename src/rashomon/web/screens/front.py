"""The front page of a case, and the list of its pages."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from rashomon.web.desk import AtDesk
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)
_SHOWN = 50


@router.get("/")
def front(request: Request, at: AtDesk) -> Response:
    """The case at a glance."""
    pages = at.case.pages()
    return render(request, "front", pages=pages[:_SHOWN], total=len(pages), entities=at.case.entities()[:24])


@router.get("/pages")
def pages(request: Request, at: AtDesk, begin: int = 0) -> Response:
    """All pages, by publication."""
    every = at.case.pages()
    begin = min(max(begin, 0), len(every))
    return render(request, "pages", pages=every[begin : begin + _SHOWN], begin=begin, step=_SHOWN, total=len(every))


@router.get("/healthz")
def health() -> Response:
    """Whether the workbench answers."""
    return JSONResponse({"status": "ok"})

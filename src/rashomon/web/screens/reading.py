"""Reading: one page's text, and beside it the claims, events and ties that stand on its words."""

import re
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.graph import Judgement
from rashomon.records import Reading
from rashomon.spans import Span
from rashomon.views.material import page_ref
from rashomon.views.passages import rows
from rashomon.views.sheet import sheet
from rashomon.web.desk import AtDesk
from rashomon.web.marks import MOST_SPANS
from rashomon.web.questions import Begin
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)

_COPIES = 20
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/pages/{id}")
def reading(request: Request, at: AtDesk, id: str) -> Response:
    """One page; `?at=START-END,START-END` marks these characters of its text."""
    found = at.case.page(id)
    here = spans_of(request.query_params.get("at", ""), found)
    view = sheet(found, here=here)
    judged: dict[str, list[Judgement]] = {}
    for judgement in at.case.judged(found.page.id):
        judged.setdefault(judgement.left.record, []).append(judgement)
    shown: dict[str, Any] = {
        "view": view,
        "judged": judged,
        "rows": tuple(rows(view.passages)),
        "here": here,
        "link": found.page.url if (found.page.url or "").startswith(("https://", "http://")) else None,
        "titled": any(passage.role == "title" for passage in view.passages),
        "claims": len(found.claims),
    }
    return render(request, "reading", **shown)


@router.get("/pages/{id}/copies")
def copies(request: Request, at: AtDesk, id: str, begin: Begin = 0) -> Response:
    """Other pages that carry this page's text, and what only one of the two says."""
    page, found = page_ref(at.case.page(id)), at.case.copies(id, begin=begin, limit=_COPIES + 1)
    more = len(found) > _COPIES
    return render(request, "copies", page=page, copies=found[:_COPIES], begin=begin, step=_COPIES, more=more)


def spans_of(given: str, reading: Reading) -> tuple[Span, ...]:
    """The spans that an address asks for, cut to the text; none where it asks for nothing that there is."""
    found = []
    for match in map(_AT.fullmatch, given.split(",")[:MOST_SPANS]):
        if match is not None:
            start, end = int(match[1]), min(int(match[2]), len(reading.page.text))
            found += [Span(start, end)] if start < end else []
    return tuple(found)

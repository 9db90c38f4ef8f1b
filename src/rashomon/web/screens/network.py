"""The network: who is said to be tied to whom, drawn and in words."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rashomon.web.desk import AtDesk
from rashomon.web.drawing import network as drawing
from rashomon.web.questions import Text
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)
_MOST = 40
"""Ties that are looked at: more have no room in one drawing."""


@router.get("/network")
def network(request: Request, at: AtDesk, entity: Text = "", depth: Annotated[int, Query(ge=1, le=3)] = 1) -> Response:
    """The network of the case, or around one of its names."""
    focus = at.case.entity(entity) if entity else None
    found = at.case.network(focus.id if focus else None, depth=depth, limit=_MOST)
    drawn = drawing.draw(found, focus.id if focus else None)
    edges = tuple(line.edge for line in drawn.lines)
    shown: dict[str, Any] = {"drawing": drawn, "edges": edges, "more": found.more, "focus": focus, "depth": depth}
    return render(request, "network", edge_id=drawing.edge_id, **shown)

"""Search, and disputes."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.web.desk import AtDesk
from rashomon.web.questions import DISPUTE_KINDS, HIT_KINDS, Begin, Text, begin_of, kind_of
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)
_SHOWN = 30
_MOST = 1000


@router.get("/search")
def search(
    request: Request, at: AtDesk, q: Text = "", kind: Text = "", source: Text = "", cursor: Text = ""
) -> Response:
    """Names, claims and pages that hold these words."""
    given = {"q": q, "kind": kind, "source": source}
    if not q.strip():
        return render(request, "search", given=given, hits=(), cursor=None)
    only = kind_of(kind, HIT_KINDS)
    found = at.case.search(
        q, kinds=(only,) if only else HIT_KINDS, source=source or None, limit=_SHOWN, cursor=cursor or None
    )
    return render(request, "search", given=given, hits=found.hits, cursor=found.cursor)


@router.get("/disputes")
def disputes(request: Request, at: AtDesk, entity: Text = "", kind: Text = "", begin: Begin = 0) -> Response:
    """Accounts that cannot all hold."""
    found = at.case.disputes(entity=entity or None, kind=kind_of(kind, DISPUTE_KINDS), limit=_MOST)
    begin = begin_of(begin, len(found))
    shown: dict[str, Any] = {
        "disputes": found[begin : begin + _SHOWN],
        "begin": begin,
        "step": _SHOWN,
        "total": len(found),
    }
    focus = at.case.who(entity).group.label if entity else None
    given = {"entity": entity, "kind": kind}
    return render(request, "disputes", given=given, focus=focus, kinds=DISPUTE_KINDS, **shown)

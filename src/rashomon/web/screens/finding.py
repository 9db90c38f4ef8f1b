"""Search, and disputes."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rashomon.views.evidence import NO_SOURCE
from rashomon.views.search import Hit
from rashomon.web.desk import AtDesk
from rashomon.web.questions import DISPUTE_KINDS, HIT_KINDS, MOST_DISPUTES, Text, kind_of
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)
_FOUND, _DISPUTED, _SOURCES = 20, 10, 8


@router.get("/search")
def search(
    request: Request, at: AtDesk, q: Text = "", kind: Text = "", source: Text = "", cursor: Text = ""
) -> Response:
    """Names, claims and pages that hold these words."""
    given = {"q": q, "kind": kind, "source": source}
    if not q.strip():
        return render(request, "search", given=given, hits=(), cursor=None, sources=())
    only = kind_of(kind, HIT_KINDS)
    found = at.case.search(
        q, kinds=(only,) if only else HIT_KINDS, source=source or None, limit=_FOUND, cursor=cursor or None
    )
    sources = _sources(found.hits)
    return render(request, "search", given=given, hits=found.hits, cursor=found.cursor, sources=sources)


def _sources(hits: Iterable[Hit]) -> list[tuple[str, int]]:
    """Who says or carries what was found here, most finds first: by these a search is narrowed."""
    counts: Counter[str] = Counter()
    for hit in hits:
        if hit.claim is not None:
            counts[hit.claim.source] += 1
        elif hit.page is not None and hit.page.publisher:
            counts[hit.page.publisher] += 1
    return [(name, count) for name, count in counts.most_common(_SOURCES) if name != NO_SOURCE]


@router.get("/disputes")
def disputes(
    request: Request,
    at: AtDesk,
    entity: Text = "",
    kind: Text = "",
    begin: Annotated[int, Query(ge=0, le=MOST_DISPUTES)] = 0,
) -> Response:
    """Accounts that cannot all hold."""
    only = kind_of(kind, DISPUTE_KINDS)
    found = at.case.disputes(entity=entity or None, kind=only, begin=begin, limit=_DISPUTED + 1)
    focus = at.case.entity(entity).label if entity else None
    return render(
        request, "disputes", given={"entity": entity, "kind": kind}, focus=focus, kinds=DISPUTE_KINDS,
        disputes=found[:_DISPUTED], begin=begin, step=_DISPUTED, more=len(found) > _DISPUTED,
    )  # fmt: skip

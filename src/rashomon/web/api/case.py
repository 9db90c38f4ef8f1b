"""The case over the API: entities, events with their accounts, ties, claims, disputes, search, suggestions."""

from collections.abc import Sequence
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from rashomon.graph import AccountTable
from rashomon.store.reader import KeptClaim, KeptEntity
from rashomon.views.disputes import DisputeView
from rashomon.views.entity import EntityView
from rashomon.views.happening import EventView
from rashomon.views.network import Network
from rashomon.views.search import Hit
from rashomon.views.suggestions import Suggestion
from rashomon.views.timeline import TimelineRow
from rashomon.web.api.answers import Sliced, answer, counted, stretch
from rashomon.web.api.shapes import shown
from rashomon.web.desk import AtDesk
from rashomon.web.problems import Problem
from rashomon.web.questions import (
    DISPUTE_KINDS,
    ENTITY_TYPES,
    HIT_KINDS,
    ITEM_KINDS,
    MOST_DISPUTES,
    EventFilters,
    Text,
    kind_of,
)

router = APIRouter(prefix="/api/v1", tags=["case"])


@router.get("/entities", responses=shown(KeptEntity, listed=True))
def entities(request: Request, at: AtDesk, sliced: Sliced, type: Text = "") -> Response:
    """Who and what the pages name, most pages first; what is `other` last."""
    found = at.case.entities(type=kind_of(type, ENTITY_TYPES))
    return stretch(request, found, lambda each: f"{each.type} {each.name}", sliced)


@router.get("/entities/{id}", responses=shown(EntityView))
def entity(request: Request, at: AtDesk, id: str) -> Response:
    """One of them, by its id, a record's id, or a name."""
    return answer(request, at.case.who(id))


@router.get("/events", responses=shown(TimelineRow, listed=True))
def events(request: Request, at: AtDesk, filters: Annotated[EventFilters, Depends()], sliced: Sliced) -> Response:
    """What is said to have happened, in the order of time: a row for each date that accounts give it."""
    found = at.case.timeline(filters.period(), cursor=sliced.cursor or None, limit=sliced.limit)
    return answer(request, {"items": found.rows, "next": found.cursor})


@router.get("/events/{id}", responses=shown(EventView))
def event(request: Request, at: AtDesk, id: str) -> Response:
    """One happening, and who tells of it how."""
    return answer(request, at.case.event(id))


@router.get("/events/{id}/accounts", responses=shown(AccountTable))
def accounts(request: Request, at: AtDesk, id: str) -> Response:
    """The accounts of an event side by side."""
    return answer(request, at.case.event(id).table)


@router.get("/ties", responses=shown(Network))
def ties(
    request: Request,
    at: AtDesk,
    entity: Text = "",
    depth: Annotated[int, Query(ge=1, le=3)] = 1,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> Response:
    """Who is said to be tied to whom, in the whole case or around one; `more` says that there are more than `limit`."""
    return answer(request, at.case.network(entity or None, depth=depth, limit=limit))


@router.get("/claims", responses=shown(KeptClaim, listed=True))
def claims(
    request: Request, at: AtDesk, sliced: Sliced, source: Text = "", entity: Text = "", page: Text = ""
) -> Response:
    """Who said what: all, or where the source or an entity holds a text, or of one page."""
    found = at.case.claims(source=source or None, entity=entity or None, page=page or None)
    return counted(request, lambda begin, limit: tuple(islice(found, begin, begin + limit)), sliced)


@router.get("/disputes", responses=shown(DisputeView, listed=True))
def disputes(request: Request, at: AtDesk, sliced: Sliced, entity: Text = "", kind: Text = "") -> Response:
    """Accounts that cannot all hold."""
    only = kind_of(kind, DISPUTE_KINDS)

    def ask(begin: int, limit: int) -> Sequence[DisputeView]:
        limit = min(limit, MOST_DISPUTES - begin)
        return at.case.disputes(entity=entity or None, kind=only, begin=begin, limit=limit) if limit > 0 else ()

    return counted(request, ask, sliced)


@router.get("/search", responses=shown(Hit, listed=True))
def search(request: Request, at: AtDesk, q: Text, sliced: Sliced, kind: Text = "", source: Text = "") -> Response:
    """Names, claims and pages that hold these words."""
    if not q.strip():
        raise Problem(400, "say what to look for: q=WORDS")
    only = kind_of(kind, HIT_KINDS)
    found = at.case.search(
        q, kinds=(only,) if only else HIT_KINDS, source=source or None, limit=sliced.limit, cursor=sliced.cursor or None
    )
    return answer(request, {"items": found.hits, "next": found.cursor})


@router.get("/suggestions", responses=shown(Suggestion, listed=True))
def suggestions(request: Request, at: AtDesk, sliced: Sliced, kind: Text = "") -> Response:
    """What may be the same, for a person to decide."""
    only = kind_of(kind, ITEM_KINDS)
    return counted(request, lambda begin, limit: at.case.suggestions(kind=only, begin=begin, limit=limit), sliced)

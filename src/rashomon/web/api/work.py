"""Work over the API: judgements made and taken back, pages handed in and followed."""

import base64
import binascii
from typing import Annotated, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from rashomon.graph import Item, Judgement, RecordKind
from rashomon.isodates import is_iso_date
from rashomon.pages.sources import Media, RawPage
from rashomon.store.jobs import Job
from rashomon.web.api.answers import Sliced, answer, stretch
from rashomon.web.api.shapes import PROBLEMS, SHAPES, shown
from rashomon.web.desk import Asking, AtDesk
from rashomon.web.guards import is_form
from rashomon.web.problems import Problem

router = APIRouter(prefix="/api/v1", tags=["work"])
_CREATED = {201: {"description": "made", "content": {"application/json": {"schema": SHAPES.of(Judgement)}}}, **PROBLEMS}
_TAKEN = {
    202: {
        "description": "safe in the case, waiting to be read",
        "content": {"application/json": {"schema": SHAPES.listed(Job)}},
    },
    **PROBLEMS,
}


class Named(BaseModel):
    """A record of a page."""

    model_config = ConfigDict(extra="forbid")
    kind: RecordKind
    page: Annotated[str, Field(min_length=1, max_length=200)]
    record: Annotated[str, Field(min_length=1, max_length=200)]

    def item(self) -> Item:
        """The same, as the case has it."""
        return Item(self.kind, self.page, self.record)


class Decided(BaseModel):
    """What a person decides: of two records `same` or `different`, of one `confirm`, `reject` or `correct`."""

    model_config = ConfigDict(extra="forbid")
    decision: Literal["same", "different", "confirm", "reject", "correct"]
    left: Named
    right: Named | None = None
    field: Annotated[str, Field(max_length=100)] | None = None
    value: Annotated[str, Field(max_length=10_000)] | None = None
    reason: Annotated[str, Field(max_length=2000)] = ""


class Handed(BaseModel):
    """One page: its `text`, or its bytes as base64 in `data`."""

    model_config = ConfigDict(extra="forbid")
    input: Annotated[str, Field(min_length=1, max_length=200)]
    text: str | None = None
    data: str | None = None
    media: Media | None = None
    url: Annotated[str, Field(max_length=2000)] | None = None
    published: Annotated[str, Field(max_length=40)] | None = None

    def page(self, most: int) -> RawPage:
        """The same, as the case takes it in; `Problem` where it is not fit to be read."""
        if (self.text is None) == (self.data is None):
            raise Problem(400, "give a page's text or its data, one of the two")
        if self.published is not None and not is_iso_date(self.published):
            raise Problem(400, "published is no ISO date such as 2031-05-04")
        try:
            data = (
                base64.b64decode(self.data, validate=True)
                if self.data is not None
                else (self.text or "").encode("utf-8", "replace")
            )
        except (binascii.Error, ValueError) as error:
            raise Problem(400, "data is no base64") from error
        if len(data) > most:
            raise Problem(413, f"a page is larger than {most:,} bytes")
        charset = "utf-8" if self.text is not None else None
        return RawPage(self.input, data, self.media, charset, url=self.url, published=self.published)


class HandedIn(BaseModel):
    """Pages to be read."""

    model_config = ConfigDict(extra="forbid")
    pages: Annotated[list[Handed], Field(min_length=1, max_length=500)]


@router.get("/judgements", responses=shown(Judgement, listed=True))
def judgements(request: Request, at: AtDesk, sliced: Sliced) -> Response:
    """What people decided, the latest first."""
    every = sorted(at.case.judgements(undone=True), key=lambda each: (each.at, each.id), reverse=True)
    return stretch(request, every, lambda each: each.id, sliced)


@router.post("/judgements", status_code=201, responses=_CREATED, response_model=None)
def judge(request: Request, at: AtDesk, who: Asking, decided: Decided) -> Response:
    """Keep a decision."""
    _is_json(request)
    items = [each.item() for each in (decided.left, decided.right) if each]
    made = at.case.judge(
        decided.decision, *items, field=decided.field, value=decided.value, by=who.name, reason=decided.reason
    )
    return answer(request, made, status=201, headers={"Location": f"/log#{made.id}"})


@router.delete("/judgements/{id}", responses=shown(Judgement))
def undo(request: Request, at: AtDesk, id: str) -> Response:
    """Take a decision back: what was, is again. It stays in the log."""
    return answer(request, at.case.undo(id))


@router.get("/jobs", responses=shown(Job, listed=True))
def jobs(request: Request, at: AtDesk, sliced: Sliced, batch: Annotated[str, Field(max_length=100)] = "") -> Response:
    """Pages that were handed in, the latest first; of one batch in its order."""
    return stretch(request, at.queue.jobs(batch=batch or None), lambda each: each.id, sliced)


@router.get("/jobs/{id}", responses=shown(Job))
def job(request: Request, at: AtDesk, id: str) -> Response:
    """What has become of one page."""
    found = at.queue.job(id)
    if found is None:
        raise Problem(404, "there is no such job")
    return answer(request, found)


@router.post("/jobs", status_code=202, responses=_TAKEN, response_model=None)
def hand_in(request: Request, at: AtDesk, who: Asking, given: HandedIn) -> Response:
    """Hand in pages: they are safe in the case when this is answered, and are read in the background."""
    _is_json(request)
    batch = at.queue.put([page.page(at.limits.page) for page in given.pages], by=who.name)
    made = {"items": at.queue.jobs(batch=batch), "next": None}
    return answer(request, made, status=202, headers={"Location": f"/api/v1/jobs?batch={batch}"})


def _is_json(request: Request) -> None:
    """A form of another site cannot send JSON without asking first; so nothing else is taken."""
    if is_form(request.headers) or "json" not in request.headers.get("content-type", ""):
        raise Problem(415, "send application/json")

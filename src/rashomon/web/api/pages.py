"""Pages over the API: their list, their readings (the contract of docs/schema.json), their text, their annotations."""

from collections.abc import Iterable, Iterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.exports.jsonl import dumps
from rashomon.records import Perspective, Reading
from rashomon.store.reader import KeptPage
from rashomon.views.copies import CopyView
from rashomon.views.evidence import accounts
from rashomon.web.api.answers import Sliced, answer, stretch, tagged
from rashomon.web.api.shapes import PROBLEMS, shown
from rashomon.web.desk import AtDesk
from rashomon.web.selectors import target

router = APIRouter(prefix="/api/v1/pages", tags=["pages"])
_ANNOTATED: dict[int | str, dict[str, Any]] = {200: {"content": {"application/ld+json": {}}}, **PROBLEMS}
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


@router.get("", responses=shown(KeptPage, listed=True))
def pages(request: Request, at: AtDesk, sliced: Sliced) -> Response:
    """The pages of the case, by publication."""
    return stretch(request, at.case.pages(), lambda page: page.id, sliced)


@router.get("/{id}/reading", response_model=Reading, responses=PROBLEMS)
def reading(request: Request, at: AtDesk, id: str) -> Response:
    """All that was read from one page. Its spans are `[start, end)` in code points of `page.text`."""
    return tagged(request, dumps(at.case.page(id)).encode(), "application/json")


@router.get("/{id}/copies", responses=shown(CopyView, listed=True))
def copies(request: Request, at: AtDesk, id: str, sliced: Sliced) -> Response:
    """Other pages that carry this page's text, copies and versions, and the passages that only one of the two has."""
    return answer(request, {"items": at.case.copies(id, limit=sliced.limit), "next": None})


@router.get("/{id}/text", responses={200: {"content": {"text/plain": {}}}, **PROBLEMS}, response_model=None)
def text(request: Request, at: AtDesk, id: str) -> Response:
    """The page's text: what all selectors point into."""
    return tagged(request, at.case.page(id).page.text.encode("utf-8", "replace"), "text/plain; charset=utf-8")


@router.get(
    "/{id}/annotations", responses={200: {"content": {"application/ld+json": {}}}, **PROBLEMS}, response_model=None
)
def annotations(request: Request, at: AtDesk, id: str) -> Response:
    """Claims, events and ties of a page as W3C Web Annotations."""
    found = at.case.page(id)
    made = answer(request, {"@context": _CONTEXT, "type": "AnnotationPage", "items": list(_annotations(found))})
    made.headers["content-type"] = "application/ld+json"
    return made


def _annotations(reading: Reading) -> Iterator[dict[str, Any]]:
    page, words = reading.page.id, reading.page.text
    for claim in accounts(reading):
        names = ("source", "stance", "verb", "certainty", "polarity", "doubt")
        said = {name: getattr(claim, name) for name in names}
        said["chain"] = [link.label for link in claim.outer]
        yield _one(claim.id, "claim", said, target(page, words, claim.spans))
    for event in reading.events:
        seen = _seen(event.perspectives)
        yield _one(event.id, event.type, {"perspectives": seen}, target(page, words, (event.trigger,)))
    for tie in reading.ties:
        stated = {"subject": tie.subject, "predicate": tie.predicate, "object": tie.object, "status": tie.status}
        seen = _seen(tie.perspectives)
        yield _one(tie.id, "tie", {**stated, "perspectives": seen}, target(page, words, tie.evidence))


def _seen(perspectives: Iterable[Perspective]) -> list[dict[str, Any]]:
    names = ("claim", "certainty", "polarity", "status")
    return [{name: getattr(each, name) for name in names} for each in perspectives]


def _one(id: str, purpose: str, said: dict[str, Any], on: dict[str, Any]) -> dict[str, Any]:
    body = {"type": "Dataset", "format": "application/json", "value": {"kind": purpose, **said}}
    return {"type": "Annotation", "id": f"urn:rashomon:{id}", "motivation": "describing", "body": body, "target": on}

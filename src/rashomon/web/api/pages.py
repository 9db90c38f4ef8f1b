"""Pages over the API: their list, their readings (the contract of docs/schema.json), their text, their annotations."""

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.exports.jsonl import dumps
from rashomon.records import Reading
from rashomon.store.reader import KeptPage
from rashomon.views.copies import CopyView
from rashomon.views.material import Material, Telling
from rashomon.web.api.answers import Sliced, answer, counted, stretch, tagged
from rashomon.web.api.shapes import PROBLEMS, shown
from rashomon.web.desk import AtDesk
from rashomon.web.selectors import target

router = APIRouter(prefix="/api/v1/pages", tags=["pages"])
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
    return counted(request, lambda begin, limit: at.case.copies(id, begin=begin, limit=limit), sliced)


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
    made = answer(request, {"@context": _CONTEXT, "type": "AnnotationPage", "items": list(annotated(found))})
    made.headers["content-type"] = "application/ld+json"
    return made


def annotated(reading: Reading) -> Iterator[dict[str, Any]]:
    """What was read from a page as annotations, each with through whom it came and every doubt."""
    page, words = reading.page.id, reading.page.text
    material = Material([reading], {})
    for claim in material.pages[page].claims.values():
        names = ("source", "stance", "verb", "certainty", "polarity", "chain")
        said = {name: getattr(claim, name) for name in names}
        said["doubt"] = (*claim.doubt, *claim.passed_on)
        yield _one(claim.id, "claim", said, target(page, words, claim.spans))
    for event in reading.events:
        stated = (event.trigger,)
        seen = [_seen(material.telling(page, each, stated)) for each in event.perspectives]
        yield _one(event.id, event.type, {"perspectives": seen}, target(page, words, stated))
    for tie in reading.ties:
        holds = {"subject": tie.subject, "predicate": tie.predicate, "object": tie.object, "status": tie.status}
        seen = [_seen(material.telling(page, each, tie.evidence)) for each in tie.perspectives]
        yield _one(tie.id, "tie", {**holds, "perspectives": seen}, target(page, words, tie.evidence))


def _seen(telling: Telling) -> dict[str, Any]:
    names = ("claim", "chain", "certainty", "polarity", "status", "doubt")
    return {name: getattr(telling, name) for name in names}


def _one(id: str, purpose: str, said: dict[str, Any], on: dict[str, Any]) -> dict[str, Any]:
    body = {"type": "Dataset", "format": "application/json", "value": {"kind": purpose, **said}}
    return {"type": "Annotation", "id": f"urn:rashomon:{id}", "motivation": "describing", "body": body, "target": on}

"""Reading: one page's text, and beside it the claims, events and ties that stand on its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rashomon.graph import Judgement
from rashomon.records import Reading, Role
from rashomon.spans import Span
from rashomon.views.material import page_ref
from rashomon.views.passages import UNREAD
from rashomon.views.sheet import Leaf, sheet
from rashomon.web.desk import AtDesk
from rashomon.web.marks import MOST_SPANS
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_FOLDED: frozenset[Role] = UNREAD
_LABELS: dict[Role, tuple[str, str]] = {
    "caption": ("caption", "captions"),
    "comment_heading": ("comment heading", "comment headings"),
    "comment": ("comment", "comments"),
    "form": ("form line", "form lines"),
    "boilerplate": ("piece of page furniture", "pieces of page furniture"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the view: a passage that is read, or a run of passages folded away under a label."""

    folded: bool
    opened: bool
    label: str
    leaves: tuple[Leaf, ...]


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
        "rows": tuple(_rows(view.leaves)),
        "here": here,
        "link": found.page.url if (found.page.url or "").startswith(("https://", "http://")) else None,
        "titled": any(leaf.passage.role == "title" for leaf in view.leaves),
        "claims": len(found.claims),
    }
    return render(request, "reading", **shown)


@router.get("/pages/{id}/copies")
def copies(request: Request, at: AtDesk, id: str) -> Response:
    """Other pages that carry this page's text, and what only one of the two says."""
    return render(request, "copies", page=page_ref(at.case.page(id)), copies=at.case.copies(id))


def spans_of(given: str, reading: Reading) -> tuple[Span, ...]:
    """The spans that an address asks for, cut to the text; none where it asks for nothing that there is."""
    found = []
    for match in map(_AT.fullmatch, given.split(",")[:MOST_SPANS]):
        if match is not None:
            start, end = int(match[1]), min(int(match[2]), len(reading.page.text))
            found += [Span(start, end)] if start < end else []
    return tuple(found)


def _rows(leaves: Sequence[Leaf]) -> Iterator[Row]:
    for folded, run in groupby(leaves, key=lambda leaf: leaf.passage.role in _FOLDED):
        found = tuple(run)
        if folded:
            asked = any(mark.kind == "here" for leaf in found for part in leaf.passage.segments for mark in part.marks)
            yield Row(folded=True, opened=asked, label=_label(found), leaves=found)
        else:
            yield from (Row(folded=False, opened=True, label=leaf.passage.role, leaves=(leaf,)) for leaf in found)


def _label(leaves: Sequence[Leaf]) -> str:
    roles = [leaf.passage.role for leaf in leaves]
    parts = [f"{count} {names[count > 1]}" for role, names in _LABELS.items() if (count := roles.count(role))]
    flagged = sum(bool(leaf.passage.flags) for leaf in leaves)
    return ", ".join(parts) + (f"; {flagged} flagged as spam" if flagged else "")

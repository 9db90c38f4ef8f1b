"""Deciding: what waits for a person, the decision, and the log in which each can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from rashomon.graph import Anchor, Item, Judgement
from rashomon.views.record import RecordView
from rashomon.web.desk import Asking, AtDesk, Desk, Posted, field
from rashomon.web.marks import place
from rashomon.web.problems import Problem
from rashomon.web.questions import DECISIONS, ITEM_KINDS, Begin, Text, begin_of, item_of, kind_of
from rashomon.web.rendering import query, render
from rashomon.web.screens.entrance import own

router = APIRouter(include_in_schema=False)
_SHOWN = 10
_LOGGED = 100
_UNSURE = "unsure"
_KINDS = (
    ("", "names, events and pages that may be the same"),
    ("entity", "names"),
    ("event", "events"),
    ("page", "pages"),
    (_UNSURE, "what the reader was not sure of"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """A record in the log: its words with every doubt, and where it stands."""

    words: str
    doubts: tuple[str, ...]
    href: str


@router.get("/review")
def review(request: Request, at: AtDesk, kind: Text = "", last: Text = "") -> Response:
    """What the machine is not sure of."""
    scored = kind == _UNSURE
    only = None if scored else kind_of(kind, ITEM_KINDS)
    found = () if scored else at.case.suggestions(kind=only, limit=_SHOWN)
    done = (
        next((each for each in at.case.judgements() if each.id == last and each.undone is None), None) if last else None
    )
    shown: dict[str, Any] = {
        "suggestions": found,
        "doubtful": at.case.unsure(limit=_SHOWN) if scored else (),
        "kinds": _KINDS,
        "given": {"kind": kind},
        "go": f"/review{query({'kind': kind})}".rstrip("?"),
        "last": {"id": done.id, "decision": done.decision, "records": _named(at, [done])[0]} if done else None,
    }
    return render(request, "review", **shown)


@router.post("/judge")
async def judge(at: AtDesk, who: Asking, form: Posted) -> Response:
    """Keep a decision, and go back to where it was made."""
    decision = kind_of(field(form, "decision"), DECISIONS)
    if decision is None:
        raise Problem(400, f"a decision is one of {', '.join(DECISIONS)}")
    items = [item_of(given) for name in ("left", "right") if (given := field(form, name))]
    made = await run_in_threadpool(
        at.case.judge,
        decision,
        *items,
        field=field(form, "field") or None,
        value=field(form, "value") or None,
        by=who.name,
        reason=field(form, "reason", most=500),
    )
    return RedirectResponse(_with(own(field(form, "next")), last=made.id), 303)


@router.post("/log/{id}/undo")
async def undo(at: AtDesk, id: str, form: Posted) -> Response:
    """Take a judgement back."""
    await run_in_threadpool(at.case.undo, id)
    return RedirectResponse(own(field(form, "next")), 303)


@router.get("/records/{kind}/{page}/{record}")
def record(request: Request, at: AtDesk, kind: str, page: str, record: str) -> Response:
    """One claim, event or tie by itself: confirmed, rejected or corrected here."""
    found = at.case.record(item_of(f"{kind}/{page}/{record}"))
    if found is None:
        raise Problem(404, "the case holds no such record")
    return render(request, "record", seen=found)


@router.get("/log")
def log(request: Request, at: AtDesk, begin: Begin = 0) -> Response:
    """All judgements, the latest first."""
    every = sorted(at.case.judgements(undone=True), key=lambda each: (each.at, each.id), reverse=True)
    begin = begin_of(begin, len(every))
    part = every[begin : begin + _LOGGED]
    lines = list(zip(part, _named(at, part), strict=True))
    return render(request, "log", lines=lines, begin=begin, step=_LOGGED, total=len(every))


def _named(at: Desk, judgements: Sequence[Judgement]) -> list[tuple[Named, ...]]:
    """The records of each judgement: as the case tells of them, else in the words that they had when judged."""
    sides = [[item for item in (each.left, each.right) if item is not None] for each in judgements]
    told = at.case.told(item for items in sides for item in items)
    return [
        tuple(_record(item, anchor, told.get(item)) for item, anchor in zip_longest(items, each.anchors[: len(items)]))
        for each, items in zip(judgements, sides, strict=True)
    ]


def _record(item: Item, anchor: Anchor | None, told: RecordView | None) -> Named:
    ways = {"entity": f"/entities/{item.record}", "event": f"/events/{item.record}", "page": place(item.page)}
    href = ways.get(item.kind, f"/records/{item.kind}/{item.page}/{item.record}" if told else place(item.page))
    if told is not None:
        return Named(told.words, told.doubts, href)
    words = anchor.words if anchor and anchor.words else item.record
    return Named(f"{anchor.type}: “{words}”" if anchor and item.kind in ("claim", "event", "tie") else words, (), href)


def _with(path: str, **more: str) -> str:
    """A path of ours with more in its query."""
    parts = urlsplit(path)
    given = dict(parse_qsl(parts.query)) | more
    return f"{parts.path}?{urlencode(given)}" + (f"#{parts.fragment}" if parts.fragment else "")

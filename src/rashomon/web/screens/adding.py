"""Adding pages: pasted, chosen or dragged in, put into the queue of the case, and followed while they are read."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import PurePosixPath

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response, StreamingResponse

from rashomon.isodates import is_iso_date
from rashomon.pages.sources import Media, RawPage, media_of
from rashomon.queue import OPEN
from rashomon.views.printable import printable
from rashomon.web.desk import Asking, AtDesk, Desk, Posted, field
from rashomon.web.problems import Problem
from rashomon.web.rendering import render

router = APIRouter(include_in_schema=False)

_BEAT = 0.5
_STREAM = 3600
"""Beats after which a stream of progress ends and the browser asks again."""


@router.get("/add")
def form(request: Request, at: AtDesk) -> Response:
    """Where pages are handed in, and what is being read."""
    return render(request, "add", jobs=at.queue.jobs(limit=40), states=at.queue.states(), limits=at.limits)


@router.post("/add")
async def add(at: AtDesk, who: Asking, form: Posted) -> Response:
    """Take in pages; they are safe in the case before the answer goes out."""
    pages = [*await uploads(form, at), *_pasted(form, at)]
    if not pages:
        raise Problem(400, "nothing was handed in; paste a text, or choose files")
    batch = await run_in_threadpool(at.queue.put, pages, by=who.name)
    return RedirectResponse(f"/add/{batch}", 303)


@router.get("/add/{batch}")
def follow(request: Request, at: AtDesk, batch: str) -> Response:
    """What has become of the pages that were handed in together."""
    jobs = at.queue.jobs(batch=batch)
    if not jobs:
        raise Problem(404, "no pages were handed in under this address")
    return render(request, "batch", batch=batch, jobs=jobs, going=any(job.state in OPEN for job in jobs))


@router.get("/add/{batch}/progress")
async def progress(request: Request, at: AtDesk, batch: str) -> Response:
    """The same as events, while pages are read."""
    return StreamingResponse(
        _events(request, at, batch), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
    )


async def _events(request: Request, at: Desk, batch: str) -> AsyncIterator[str]:
    before = ""
    for _ in range(_STREAM):
        jobs = await run_in_threadpool(at.queue.jobs, batch=batch)
        rows = [{"id": job.id, "state": job.state, "reason": printable(job.reason), "page": job.page} for job in jobs]
        now = json.dumps(rows)
        if now != before:
            yield f"event: progress\ndata: {now}\n\n"
            before = now
        if not any(job.state in OPEN for job in jobs):
            yield "event: done\ndata: {}\n\n"
            return
        if await request.is_disconnected():
            return
        await asyncio.sleep(_BEAT)


async def uploads(form: FormData, at: Desk) -> list[RawPage]:
    """The files of a form as pages; `Problem` where one is larger than a page may be."""
    known = _known(form)
    pages = []
    for file in form.getlist("files"):
        if not isinstance(file, UploadFile) or not file.filename:
            continue
        data = await file.read()
        name = _name(file.filename)
        _check(data, name, at)
        pages.append(RawPage(name, data, media_of(name), **known))
    if known.get("url") and len(pages) > 1:
        raise Problem(400, "an address names one page; hand in one file with it")
    return pages


def _pasted(form: FormData, at: Desk) -> list[RawPage]:
    text = field(form, "text", most=at.limits.body)
    if not text:
        return []
    data = text.encode("utf-8", "replace")
    _check(data, "the pasted text", at)
    media: Media = (
        "html" if re.match(r"\s*<(?:!doctype|html|head|body|article|div|p)\b", text, re.IGNORECASE) else "text"
    )
    return [
        RawPage(_name(field(form, "name", most=200)) or "pasted text", data, media, charset="utf-8", **_known(form))
    ]


def _known(form: FormData) -> dict[str, str]:
    published, url = field(form, "published", most=40), field(form, "url", most=2000)
    if published and not is_iso_date(published):
        raise Problem(400, "the date of publication is no ISO date such as 2031-05-04")
    if url and not re.match(r"https?://[^\s]+\Z", url):
        raise Problem(400, "the address is none of the web: it begins with http:// or https://")
    return {name: value for name, value in (("published", published), ("url", url)) if value}


def _name(given: str) -> str:
    """The name of a file as it was chosen, without folders, on one line."""
    return " ".join(PurePosixPath(given.replace("\\", "/")).name.split())[:200]


def _check(data: bytes, name: str, at: Desk) -> None:
    most = at.limits.page
    if len(data) > most:
        raise Problem(413, f"{name} is larger than {most:,} bytes; set RASHOMON_MAX_BYTES to read it")

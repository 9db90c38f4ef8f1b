"""Answers of the API: JSON with an ETag, lists in stretches with a cursor to the next.

In: records. Out: responses; 304 where the asker has it already.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request
from starlette.responses import Response

from rashomon.web.api.shapes import plain
from rashomon.web.problems import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is asked for: what follows the cursor, so many at most."""

    cursor: Annotated[str, Query(max_length=400)] = ""
    limit: Annotated[int, Query(ge=1, le=500)] = 50


Sliced = Annotated[Slice, Depends()]


def answer(request: Request, value: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A record, or plain values, as JSON."""
    data = json.dumps(plain(value), ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()
    return tagged(request, data, "application/json", status=status, headers=headers)


def tagged(
    request: Request, data: bytes, media: str, *, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """These bytes under the ETag that they make; 304 where the asker names it."""
    tag = f'"{hashlib.sha256(data).hexdigest()[:24]}"'
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    made = {"ETag": tag, **(headers or {})}
    if request.method in {"GET", "HEAD"} and (tag in known or "*" in known):
        return Response(status_code=304, headers=made)
    return Response(data, status, headers=made, media_type=media)


def stretch(request: Request, items: Sequence[T], key: Callable[[T], str], sliced: Slice) -> Response:
    """A stretch of a list, after the item that the cursor names."""
    begin, limit = 0, sliced.limit
    if sliced.cursor:
        after = opened(sliced.cursor)
        begin = next((n for n, item in enumerate(items, 1) if key(item) == after), -1)
        if begin < 0:
            raise Problem(400, "the cursor leads to nothing that is still there; begin again without it")
    part = items[begin : begin + limit]
    more = begin + limit < len(items)
    return answer(request, {"items": part, "next": closed(key(part[-1])) if more and part else None})


def counted(request: Request, ask: Callable[[int, int], Sequence[T]], sliced: Slice) -> Response:
    """A stretch of a list that is made while it is asked for: `ask` gives so many from there; the cursor counts."""
    limit = sliced.limit
    words = opened(sliced.cursor) if sliced.cursor else "0"
    if not words.isascii() or not words.isdecimal() or len(words) > 12:
        raise Problem(400, "this is no cursor of this list; begin again without it")
    begin = int(words)
    part = ask(begin, limit + 1)
    more = closed(str(begin + limit)) if len(part) > limit else None
    return answer(request, {"items": part[:limit], "next": more})


def closed(words: str) -> str:
    """A cursor: it says nothing to who uses it."""
    return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")


def opened(cursor: str) -> str:
    """What a cursor holds; `Problem` where it is none of ours."""
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise Problem(400, "this is no cursor of ours; begin again without it") from error

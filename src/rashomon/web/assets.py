"""The files that the views need: style, scripts, sign. Read once, named by their content, so that browsers keep them.

In: the name of a file. Out: its address, or the file. Only files that are there when the program
starts can be asked for.
"""

import hashlib
from functools import lru_cache
from importlib.resources import files

from fastapi import APIRouter
from starlette.responses import Response

from rashomon.web.problems import Problem

_MEDIA = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}

router = APIRouter(include_in_schema=False)


@lru_cache(maxsize=1)
def _files() -> dict[str, bytes]:
    folder = files("rashomon.web").joinpath("static")
    found = sorted(folder.iterdir(), key=lambda file: file.name)
    return {file.name: file.read_bytes() for file in found if file.name.rpartition(".")[2] in _MEDIA}


@lru_cache(maxsize=1)
def stamp() -> str:
    """What the files hold, in twelve letters."""
    return hashlib.sha256(b"\0".join(name.encode() + data for name, data in _files().items())).hexdigest()[:12]


def static(name: str) -> str:
    """The address of a file."""
    return f"/static/{stamp()}/{name}"


@router.get("/static/{version}/{name}")
def send(version: str, name: str) -> Response:
    """One file; for a year, if it is asked for by what it holds."""
    data = _files().get(name)
    if data is None:
        raise Problem(404, "there is no such file")
    age = "public, max-age=31536000, immutable" if version == stamp() else "no-cache"
    return Response(data, media_type=_MEDIA[name.rpartition(".")[2]], headers={"Cache-Control": age})

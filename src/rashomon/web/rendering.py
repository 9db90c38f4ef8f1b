"""From records to HTML: one environment for all templates, everything escaped, nothing unknown passed over.

In: the name of a template and what it shows. Out: a response. What is shown is decided in `screens`.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment
from starlette.responses import HTMLResponse

from rashomon.exports.html import day, environment
from rashomon.views.evidence import shorten
from rashomon.views.happening import When
from rashomon.views.material import LOOK_WORDS
from rashomon.views.timeline import TimelineRow
from rashomon.web import marks
from rashomon.web.assets import static
from rashomon.web.desk import desk, session
from rashomon.web.people import Person

LOOK = "rashomon_look"
LOOKS = ("light", "dark")

_CARD = 280
"""Characters of content in a card; the whole of it stands in the text."""


def render(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page of the workbench."""
    at = desk(request)
    who: Person | None = getattr(request.state, "person", None)
    html = _environment().get_template(f"{template}.html.jinja").render(
        case=at.name,
        path=request.url.path,
        address=request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        look=request.cookies.get(LOOK) if request.cookies.get(LOOK) in LOOKS else "",
        who=who,
        open=at.people.is_open,
        editor=who is not None and who.role == "editor",
        token=at.people.form_token(session(request)),
        **shown,
    )  # fmt: skip
    return HTMLResponse(html, status)


_PARTS_OF_DAY = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}


def timex(value: str) -> str:
    """A TIMEX3 value in words, if it is a day, with the part or hour of it; as it is otherwise."""
    date_, _, time = value.partition("T")
    words = day(date_) if date_ else ""
    if words == date_ or not time:
        return value if time else words
    return f"{words}, {_PARTS_OF_DAY.get(time, time)}"


def days(row: TimelineRow | When) -> str:
    """The days that an account allows, in words: as exact as it is, no more."""
    first, last = row.earliest, row.latest
    match row.precision:
        case "day":
            return day(first)
        case "month":
            return day((first or "")[:7])
        case "year":
            return (first or "")[:4]
        case "span":
            return f"{day(first)} to {day(last)}"
        case "from":
            return f"{day(first)} or later"
        case "until":
            return f"{day(last)} or earlier"
    return "no date given"


def moment(value: str) -> str:
    """An ISO date-time (UTC) in words."""
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{found.day} {found:%B} {found.year}, {found:%H:%M} UTC"


def query(given: Mapping[str, Any], **changed: Any) -> str:
    """A query string with some fields changed; empty fields are left out."""
    kept = {name: value for name, value in {**given, **changed}.items() if value not in (None, "", ())}
    return f"?{urlencode(kept, doseq=True)}" if kept else "?"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment("rashomon.web")
    made.globals.update(
        static=static, query=query, link_of=marks.link_of, touched=marks.touched,
        anchor=marks.anchor, look_words=LOOK_WORDS, place=marks.place, pieces=marks.pieces, sign=marks.sign,
    )  # fmt: skip
    made.filters.update(
        card=lambda words: shorten(words, _CARD),
        short=shorten,
        voices=marks.voices,
        grouped=marks.grouped,
        numbered=marks.numbered,
        days=days,
        timex=timex,
        moment=moment,
        percent=lambda share: f"{share * 100:.0f}",
    )
    return made

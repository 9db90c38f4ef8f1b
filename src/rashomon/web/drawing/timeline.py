"""The timeline as a drawing: a bar for each row, as wide as what is known of its date is vague.

In: rows of `views.timeline`. Out: a `Drawing`; rows without a date stand apart, they are not drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.views.evidence import shorten
from rashomon.views.timeline import TimelineRow
from rashomon.web.drawing.axis import Axis, make_axis

WIDTH = 760.0
LABEL = 420.0
ROW = 30.0
TOP = 34.0
_DOT = 7.0
_OPEN = 40.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: where it stands, how wide it is, on which sides it is open, and its words."""

    row: TimelineRow
    y: float
    x: float
    width: float
    opens: Literal["", "left", "right"]
    disputed: bool
    label: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The timeline, drawn; `undated`: rows of which nobody says when."""

    axis: Axis
    bars: tuple[Bar, ...]
    undated: tuple[TimelineRow, ...]
    height: float


def draw(rows: Sequence[TimelineRow], days: dict[str, str]) -> Drawing:
    """The rows in their order; `days`: for each event id and date its date in words (see `rendering.days`)."""
    dated = [row for row in rows if row.earliest or row.latest]
    ends = [(_ordinal(row.earliest or row.latest or ""), _ordinal(row.latest or row.earliest or "")) for row in dated]
    axis = make_axis([(min(pair), max(pair)) for pair in ends], WIDTH)
    bars = tuple(
        _bar(row, min(pair), max(pair), axis, TOP + n * ROW, days)
        for n, (row, pair) in enumerate(zip(dated, ends, strict=True))
    )
    undated = tuple(row for row in rows if not (row.earliest or row.latest))
    return Drawing(axis, bars, undated, TOP + len(dated) * ROW + 8)


def _bar(row: TimelineRow, first: int, last: int, axis: Axis, y: float, days: dict[str, str]) -> Bar:
    x, end = axis.x(first), axis.x(last + 1)
    opens: Literal["", "left", "right"] = ""
    if row.earliest is None:
        opens, x = "left", max(x - _OPEN, 0)
    elif row.latest is None:
        opens, end = "right", min(end + _OPEN, axis.width)
    who = next(
        (
            part.words
            for role in ("agent", "person", "target", "organization")
            for part in row.parts
            if part.role == role
        ),
        "",
    )
    words = f"{row.type.replace('_', ' ')}: {', '.join(row.words)}" + (f" · {who}" if who else "")
    said = {"denied": "denied", "planned": ", ".join(row.statuses), "hedged": _hedges(row), "reported": ""}[row.look]
    return Bar(
        row=row,
        y=y,
        x=x,
        width=max(end - x, _DOT),
        opens=opens,
        disputed=not row.denied and "denied" in row.polarities,
        label=shorten(words, 56) + (f" ({said})" if said else ""),
        spoken=", ".join(filter(None, (days.get(f"{row.event.id} {row.earliest} {row.latest}", ""), words, said))),
    )


def _hedges(row: TimelineRow) -> str:
    """How unsure they are who tell of it, in the words for it; "in doubt" where these are no certainties."""
    found = dict.fromkeys(each.certainty for each in row.tellings if each.certainty not in {"certain", "unknown"})
    return ", ".join(found) or "in doubt"


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return date(1, 1, 2).toordinal()

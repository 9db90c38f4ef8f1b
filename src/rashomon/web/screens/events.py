"""Events: one with its accounts side by side, and all of them in time."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from rashomon.graph import Account, AccountTable, Cell
from rashomon.web.desk import AtDesk
from rashomon.web.drawing import timeline as drawing
from rashomon.web.marks import value_key
from rashomon.web.questions import CERTAINTIES, EVENT_TYPES, EventFilters, Text
from rashomon.web.rendering import days, render

router = APIRouter(include_in_schema=False)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Field:
    """One cell of the table as it is shown: in a column that is disputed, `side` counts its different values."""

    page: str
    stand: str
    value: str
    evidence: tuple[object, ...]
    doubt: tuple[str, ...]
    disputed: bool
    side: int
    date: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One account as a row of the table; `copy`: it adds no source, for it has the origin of another."""

    account: Account
    copy: bool
    cells: tuple[Field, ...]


@router.get("/events")
def events() -> Response:
    """Events stand in the timeline."""
    return RedirectResponse("/timeline", 307)


@router.get("/events/{id}")
def event(request: Request, at: AtDesk, id: str) -> Response:
    """One happening, and who tells of it how."""
    view = at.case.event(id)
    if view.group.id != id:
        return RedirectResponse(f"/events/{view.group.id}", 307)
    pages = {page.id: page for page in view.pages}
    titles = {key: f"{page.publisher or 'publisher unknown'}: {page.title}" for key, page in pages.items()}
    return render(request, "event", view=view, lines=tuple(lines(view.table)), titles=titles, titles_of=pages)


def lines(table: AccountTable) -> Iterator[Line]:
    """The accounts as rows, in which equal values of a disputed column have equal numbers."""
    sides: dict[str, list[tuple[str, str]]] = {column: [] for column in table.disputed}
    counted = {origin.id for origin in table.origins}
    for account in table.accounts:
        known = {cell.column: cell for cell in account.cells}
        fields = tuple(_field(account, known.get(column), column, sides.get(column)) for column in table.columns)
        yield Line(account, copy=account.origin not in counted, cells=fields)
        counted.discard(account.origin)


def _field(account: Account, cell: Cell | None, column: str, sides: list[tuple[str, str]] | None) -> Field:
    if cell is None or cell.stand == "silent":
        return Field(account.page, "silent", "", (), (), disputed=False, side=0)
    key = value_key(cell.stand, cell.value)
    if sides is not None and key not in sides:
        sides.append(key)
    side = sides.index(key) if sides is not None else 0
    return Field(
        cell.page, cell.stand, cell.value, cell.evidence, cell.doubt,
        disputed=sides is not None, side=side, date=column == "date",
    )  # fmt: skip


@router.get("/timeline")
def timeline(request: Request, at: AtDesk, filters: Annotated[EventFilters, Depends()], cursor: Text = "") -> Response:
    """What is said to have happened when."""
    found = at.case.timeline(filters.period(), cursor=cursor or None, limit=_SHOWN)
    spoken = {f"{row.event.id} {row.earliest} {row.latest}": days(row) for row in found.rows}
    shown: dict[str, Any] = {
        "drawing": drawing.draw(found.rows, spoken),
        "cursor": found.cursor,
        "given": asdict(filters),
        "focus": at.case.entity(filters.entity).label if filters.entity else None,
        "types": EVENT_TYPES,
        "certainties": CERTAINTIES,
        "width": drawing.WIDTH + drawing.LABEL,
        "label_x": drawing.WIDTH + 16,
        "row_height": drawing.ROW,
        "top": drawing.TOP,
    }
    return render(request, "timeline", **shown)

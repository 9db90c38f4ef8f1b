"""Lists of a large case, a stretch at a time, as records that can be shown.

In: a reading connection and which stretch. Out: records of `views` and `store`, and how many there are in all.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Literal, get_args, get_origin

from rashomon.findable import words_of
from rashomon.fusion.judged import CORRECTABLE, records
from rashomon.graph import Group, Item, Judgement
from rashomon.notation import hints
from rashomon.store import judgements
from rashomon.store import listing as rows
from rashomon.store import reader as questions
from rashomon.store.judgements import Standing
from rashomon.store.reader import KeptPage
from rashomon.views.material import Material
from rashomon.views.record import RecordView, Seen, record_views

if TYPE_CHECKING:
    from sqlalchemy import Connection

_AT_ONCE = 100
"""Records whose pages are held in memory at once."""
_PARTS = ("sentences", "entities", "claims", "about", "times", "events", "ties")


def pages(connection: "Connection", *, begin: int, limit: int) -> tuple[tuple[KeptPage, ...], int]:
    """A stretch of the pages by publication, and how many there are."""
    return questions.pages(connection, begin=begin, limit=limit), questions.count_pages(connection)


def groups(
    connection: "Connection", *, type: str | None, holds: str | None, begin: int, limit: int
) -> tuple[tuple[Group, ...], bool]:
    """A stretch of whom and what the pages name, and whether more follow."""
    folded = None if holds is None else " ".join(words_of(holds))
    if folded == "":  # asked for signs that stand in no name
        return (), False
    return rows.groups(connection, "entity", type=type, holds=folded, begin=begin, limit=limit)


def record(connection: "Connection", item: Item) -> Seen | None:
    """One claim, event or tie of a page as it was read, what people judged of it, and what of it can be corrected."""
    known = questions.kept(connection, item.page)
    if known is None:
        return None
    material, standing = _material(connection, {item.page})
    [reading] = (held.reading for held in material.pages.values())
    found = records(reading, item.kind).get(item.record)
    told = record_views([item], material)
    if found is None or not told:
        return None
    options = {name: (str(getattr(found, name)), _options(type(found), name)) for name in CORRECTABLE[item.kind]}
    own = tuple(each.today() for each in standing if each.judgement.left.kind == item.kind and each.left == item.record)
    return Seen(told[0], own, {name: each for name, each in options.items() if each[1]})


def _options(kind: type, name: str) -> tuple[str, ...]:
    """The closed list of values that a field may have; none where it is no such field."""
    hint = hints(kind)[name]
    return get_args(hint) if get_origin(hint) is Literal else ()


def judged(connection: "Connection", page: str) -> tuple[Judgement, ...]:
    """The judgements that speak of a page, with their records as they are today."""
    return tuple(each.today() for each in judgements.on_pages(connection, [page]))


def unsure(connection: "Connection", *, below: float, begin: int, limit: int) -> tuple[RecordView, ...]:
    """Claims, events and ties that the reader was not sure of and nobody has judged, the least sure first."""
    found = [item for item, _ in rows.unsure(connection, below=below, begin=begin, limit=limit)]
    material, _ = _material(connection, {item.page for item in found})
    return record_views(found, material)


def told(connection: "Connection", items: Iterable[Item]) -> dict[Item, RecordView]:
    """Claims, events and ties in words; those that the case does not hold are left out."""
    wanted = sorted({item for item in items if item.kind in ("claim", "event", "tie")})
    found: dict[Item, RecordView] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        few = wanted[begin : begin + _AT_ONCE]
        material, _ = _material(connection, {item.page for item in few})
        held = [item for item in few if item.page in material.pages]
        found |= {each.item: each for each in record_views(held, material)}
    return found


def _material(connection: "Connection", pages: Collection[str]) -> tuple[Material, tuple[Standing, ...]]:
    standing = tuple(judgements.on_pages(connection, pages))
    return Material(questions.parts(connection, pages, _PARTS), {}, [each.today() for each in standing]), standing

"""Lists of a large case, a stretch at a time, as records that can be shown.

In: a reading connection and which stretch. Out: records of `views` and `store`, and how many there are in all.
"""

from typing import TYPE_CHECKING

from rashomon.findable import words_of
from rashomon.graph import Group
from rashomon.store import judgements
from rashomon.store import listing as rows
from rashomon.store import reader as questions
from rashomon.store.reader import KeptPage
from rashomon.views.material import Material
from rashomon.views.unsure import Unsure
from rashomon.views.unsure import unsure as made

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PARTS = ("sentences", "entities", "claims", "about", "times", "events", "ties")


def pages(connection: "Connection", *, begin: int, limit: int) -> tuple[tuple[KeptPage, ...], int]:
    """A stretch of the pages by publication, and how many there are."""
    return rows.pages(connection, begin=begin, limit=limit)


def groups(
    connection: "Connection", *, type: str | None, holds: str | None, begin: int, limit: int
) -> tuple[tuple[Group, ...], bool]:
    """A stretch of whom and what the pages name, and whether more follow."""
    folded = None if holds is None else " ".join(words_of(holds))
    if folded == "":  # asked for signs that stand in no name
        return (), False
    return rows.groups(connection, "entity", type=type, holds=folded, begin=begin, limit=limit)


def unsure(connection: "Connection", *, below: float, begin: int, limit: int) -> tuple[Unsure, ...]:
    """Claims, events and ties that the reader was not sure of and nobody has judged, the least sure first."""
    found = rows.unsure(connection, below=below, begin=begin, limit=limit)
    pages = {item.page for item, _ in found}
    standing = judgements.on_pages(connection, pages)
    material = Material(questions.parts(connection, pages, _PARTS), {}, [each.today() for each in standing])
    return made(found, material)

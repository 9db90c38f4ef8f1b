"""Lists of a large case, a stretch at a time, as records that can be shown.

In: a reading connection and which stretch. Out: records of `views` and `store`, and how many there are in all.
"""

from typing import TYPE_CHECKING

from rashomon.store import judgements
from rashomon.store import listing as rows
from rashomon.store import reader as questions
from rashomon.views.material import Material
from rashomon.views.unsure import Unsure, unsure

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PARTS = ("sentences", "entities", "claims", "about", "times", "events", "ties")


def unsure_of(connection: "Connection", *, below: float, begin: int, limit: int) -> tuple[Unsure, ...]:
    """Claims, events and ties that the reader was not sure of and nobody has judged, the least sure first."""
    found = rows.unsure(connection, below=below, begin=begin, limit=limit)
    pages = {item.page for item, _ in found}
    standing = judgements.on_pages(connection, pages)
    material = Material(questions.parts(connection, pages, _PARTS), {}, [each.today() for each in standing])
    return unsure(found, material)

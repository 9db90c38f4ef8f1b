"""Copies and versions of a page: which pages carry its text, and in which passages they differ.

In: a reading connection and a page. Out: records of `views`. What makes pages copies is fusion's to say.
"""

from typing import TYPE_CHECKING

from rashomon.accounting import overlaid
from rashomon.fusion.copies import relation
from rashomon.fusion.passages import passages
from rashomon.graph import Item
from rashomon.store import answers, graph
from rashomon.store import reader as questions
from rashomon.views.copies import CopyView, copy_view

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PARTS = ("blocks",)


def copies(connection: "Connection", begins: str, *, begin: int = 0, limit: int) -> tuple[CopyView, ...]:
    """A stretch of the other pages that carry the text of the page whose id begins so, newest first."""
    page = questions.page_id(connection, begins)
    own = Item("page", page, page)
    group = answers.group_of(connection, [own]).get(own, "")
    carrying = answers.items(connection, group, limit=begin + limit + 1)
    others = [item for item in carrying if item != own][begin : begin + limit]
    forms = {item: (graph.placed(connection, item) or ("",))[0] for item in (own, *others)}
    links = {frozenset((link.left, link.right)): link for link in graph.links(connection, [forms[own]])}
    judged, _ = overlaid(connection, {page, *(item.page for item in others)}, _PARTS)
    readings = {reading.page.id: reading for reading in judged}
    found = []
    for item in others:
        link = links.get(frozenset((forms[own], forms[item])))
        one, other = readings[page], readings[item.page]
        found.append(copy_view(one, other, relation(link) if link else "copy", link, passages(one, other)))
    return tuple(found)

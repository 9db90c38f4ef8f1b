"""Roles: what each piece of a page is.

In: the visible pieces, which of them are article, the masthead. Out: one role each.
"""

from collections.abc import Sequence

from rashomon.pages.masthead import Masthead
from rashomon.pages.visible import Piece
from rashomon.records import Role

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def assign(found: Sequence[Piece], core: frozenset[int], masthead: Masthead) -> list[Role]:
    """One role for each piece."""
    out: list[Role] = []
    for index, piece in enumerate(found):
        tag = piece.line.tag
        role: Role = "boilerplate"
        if masthead.title and piece.text == masthead.title and "title" not in out:
            role = "title"
        elif index in core:
            role = "body"
            if tag in _HEADINGS:
                role = "heading"
            elif tag in {"li", "dd", "dt"}:
                role = "list"
            elif tag in {"td", "th"} and len(piece.text) < 200:
                role = "table"
            elif any(each.tag == "blockquote" for each in piece.place.outward()):
                role = "quote"
            elif tag == "figcaption":
                role = "caption"
        out.append(role)
    return out

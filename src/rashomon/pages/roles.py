"""Roles: what each piece of a page is.

In: the visible pieces, the article among them, the masthead. Out: one role each, in order.
"""

from collections.abc import Sequence

from rashomon.pages.article import HEADINGS, Article
from rashomon.pages.masthead import Masthead
from rashomon.pages.visible import Piece
from rashomon.records import Role

_LABELLED: dict[str, Role] = {"caption": "caption", "byline": "byline", "date": "byline", "form": "form"}


def assign(found: Sequence[Piece], main: Article, masthead: Masthead) -> list[Role]:
    """One role for each piece."""
    out: list[Role] = []
    first = min(
        (
            index
            for index in main.core
            if found[index].line.tag not in HEADINGS and main.labels.of(found[index].place) != "standfirst"
        ),
        default=len(found),
    )
    for index, piece in enumerate(found):
        tag = piece.line.tag
        role: Role = "boilerplate"
        if masthead.title and piece.text == masthead.title and "title" not in out:
            role = "title"
        elif index in main.core:
            role = "body"
            label = main.labels.of(piece.place)
            if index <= first and (tag in HEADINGS or label == "standfirst"):
                role = "standfirst"
            elif tag in HEADINGS:
                role = "heading"
            elif tag in {"li", "dd", "dt"}:
                role = "list"
            elif tag in {"td", "th"} and len(piece.text) < 200:
                role = "table"
            elif any(each.tag == "blockquote" for each in piece.place.outward()) or main.labels.of(piece.place) in {
                "embed",
                "pullquote",
            }:
                role = "quote"
        out.append(role)
    return out

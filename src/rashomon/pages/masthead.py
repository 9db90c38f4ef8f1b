"""What a page says of itself: title, authors, publisher, date of publication, address, agency.

In: the element tree and its visible pieces. Out: a `Masthead`. Nothing is guessed from prose.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from rashomon.pages.visible import Piece
from rashomon.records import Published


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a page, each part None (or empty) where the page does not say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Published = Published()
    url: str | None = None
    agency: str | None = None


def read_masthead(tree: HtmlElement, found: Sequence[Piece], *, url: str | None = None) -> Masthead:
    """The masthead of a page of HTML."""
    h1 = next((piece.text for piece in found if piece.line.tag == "h1"), None)
    title = tree.findtext(".//title")
    return Masthead(title=h1 or (title.strip() if title else None), url=url)

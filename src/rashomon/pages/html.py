"""HTML -> the page's text, its blocks and its masthead.

In: decoded mark-up. Out: `Parsed`: every visible character in one block, in reading order, blank lines between blocks.
Each phenomenon has a module of its own: what is visible, which of it is article, what the masthead says.
"""

from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rashomon.pages import article, roles, visible
from rashomon.pages.blocks import Draft
from rashomon.pages.masthead import Masthead, read_masthead
from rashomon.records import Role

GAP = "\n\n"
_DEEPEST = 2000


@dataclass(frozen=True, slots=True)
class Parsed:
    """What mark-up holds. `has_article` is False on index pages and login walls."""

    text: str
    drafts: tuple[Draft, ...]
    masthead: Masthead
    has_article: bool


class TooDeepError(Exception):
    """Elements are nested so deep that the parser gave up: what follows is lost."""


def parse(markup: str, *, url: str | None = None) -> Parsed | None:
    """The blocks of a page of HTML; None where there is nothing to see."""
    tree = tree_of(markup)
    if tree is None:
        return None
    found = visible.pieces(tree)
    if not found:
        return None
    masthead = read_masthead(tree, found, url=url)
    main = article.find(tree, found)
    text, drafts = _join(found, roles.assign(found, main, masthead))
    return Parsed(text, tuple(drafts), masthead, bool(main.core))


def tree_of(markup: str) -> HtmlElement | None:
    """The element tree of a page; None where there is none. Raises `TooDeepError`."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise TooDeepError
    return tree


def _join(found: list[visible.Piece], given: list[Role]) -> tuple[str, list[Draft]]:
    """The text of the page, and a draft for each piece."""
    parts: list[str] = []
    drafts: list[Draft] = []
    at = 0
    for piece, role in zip(found, given, strict=True):
        drafts.append(Draft(role, at, at + len(piece.text), piece.line.path))
        parts.append(piece.text)
        at += len(piece.text) + len(GAP)
    return GAP.join(parts), drafts

"""HTML -> the page's text, its blocks and its masthead.

In: decoded mark-up. Out: `Parsed`: every visible character in one block, in reading order, blank lines between blocks.
Each phenomenon has a module of its own: what is visible, which of it is article, what the masthead says.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rashomon.pages import article
from rashomon.pages.blocks import Draft
from rashomon.pages.masthead import Masthead, find_title, read_masthead
from rashomon.pages.metadata import read_metadata
from rashomon.pages.no_article import why_none
from rashomon.pages.roles import Assigned, assign
from rashomon.pages.visible import Piece, TooDeepError, pieces

GAP = "\n\n"
LINE = "\n"
CELL = "\t"
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000}", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 2_000
"""Of one element: the parser takes time by the square of them."""
_HEAD = frozenset({
    "base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title",
})  # fmt: skip
"""Elements that a head can hold."""
_MOST_TAGS = 250_000
"""Elements cost memory, with or without text in them; long pages have a few ten thousand."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What mark-up holds. `lack` says why there is no article, if there is none."""

    text: str
    drafts: tuple[Draft, ...]
    masthead: Masthead
    lack: str | None = None


class TooLongError(Exception):
    """The visible text is longer than allowed."""


def parse(markup: str, *, max_characters: int | None = None) -> Parsed | None:
    """The blocks of a page of HTML; None where there is nothing to see.

    Raises `TooDeepError`, and `TooLongError` where the visible text is longer than `max_characters`.
    """
    tree = tree_of(markup)
    found = pieces(tree) if tree is not None else []
    if not found:
        return None
    if max_characters is not None and sum(len(piece.text) for piece in found) > max_characters:
        raise TooLongError
    meta = read_metadata(tree)
    told = next((value for value in meta.thing("articleBody") if isinstance(value, str)), "")
    main = article.find(tree, found, told=told)
    title = find_title(meta, found, main)
    given = assign(found, main, title[1], meta.meta("og:description", "description", "twitter:description"))
    text, drafts = _join(found, given)
    masthead = read_masthead(meta, tree, found, given.roles, title)
    return Parsed(text, tuple(drafts), masthead, why_none(found, main))


def tree_of(markup: str) -> HtmlElement | None:
    """The element tree of a page; None where there is none. Raises `TooDeepError`."""
    if markup.count("<") > _MOST_TAGS or _is_overloaded(markup):
        raise TooDeepError
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_blank_text=False)
    data = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise TooDeepError
    _end_head(tree)
    return tree


def _end_head(tree: HtmlElement) -> None:
    """Begin the body where the head holds what no head can, as a browser does: the parser knows no newer elements.

    https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead
    """
    head = tree.find("head")
    children = [] if head is None else list(head)
    first = next((n for n, child in enumerate(children) if isinstance(child.tag, str) and child.tag not in _HEAD), None)
    if first is None:
        return
    body = tree.find("body")
    if body is None:
        body = tree.makeelement("body")
        tree.append(body)
    last = children[-1]
    last.tail = f"{last.tail or ''}{body.text or ''}"
    body.text = None
    body[:0] = children[first:]


def _is_overloaded(markup: str) -> bool:
    """Whether an element bears more attributes than any page needs."""
    for long in _LONG_TAG.finditer(markup):
        end = markup.find(">", long.end())
        bare = _QUOTED.sub("", markup[long.start() : end if end >= 0 else None])
        if len(bare.split()) > _MOST_ATTRIBUTES:
            return True
    return False


def _join(found: Sequence[Piece], given: Assigned) -> tuple[str, list[Draft]]:
    """The text of the page, and a draft for each piece or group of pieces."""
    parts: list[str] = []
    drafts: list[Draft] = []
    at = 0
    last: Hashable = None
    for index, piece in enumerate(found):
        group = given.groups.get(index)
        together = bool(drafts) and group is not None and group == last
        role = given.roles[index]
        gap = "" if not drafts else GAP if not together else CELL if role == "table" else LINE
        start = at + len(gap)
        at = start + len(piece.text)
        parts += [gap, piece.text]
        if together:
            drafts[-1] = replace(drafts[-1], end=at)
        else:
            drafts.append(Draft(role, start, at, piece.line.path))
        last = group
    return "".join(parts), drafts

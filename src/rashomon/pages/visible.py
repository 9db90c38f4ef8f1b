"""The visible text of a page, piece by piece in reading order.

In: the element tree. Out: `Piece`s, each the text of one line or paragraph, and the `Place` it stands in. What role a
piece plays does not belong here.

Visible is every character of text in the body of the page that is not white space, except in `script`, `style`,
`template`, `noscript`, `noframes`, `iframe`, `object`, `audio`, `video`, `canvas`, `svg` (fallback and drawing, not
text), in `select`, `datalist` and `textarea` (choices and input, not text), in `head`, and in comments. Values of
attributes (alternative texts, placeholders, labels of buttons made with `input`) are not text. What a style hides
(`hidden`, `display:none`) is kept, marked `hidden`: pages hide articles until a script shows them. White space is
collapsed as a browser does it; characters that mark-up cannot hold, such as NUL, are not there any more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

UNSEEN = frozenset({
    "script", "style", "template", "noscript", "noframes", "iframe", "object", "audio", "video", "canvas", "svg",
    "select", "datalist", "textarea", "head", "title", "embed", "applet",
})  # fmt: skip
"""Elements whose text is not seen."""
_BLOCKS = frozenset({
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup",
    "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul", "caption", "option", "button",
})  # fmt: skip
"""Elements that begin a new line in a browser, and cells and buttons, which stand apart on the page."""
_DEEPEST = 512
"""Browsers stop nesting elements here too."""
_DEEPEST_PATH = 200
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")


@dataclass(slots=True, eq=False)
class Place:
    """An element that is open: its tag, the names it bears (class, id ...), and the place it stands in."""

    tag: str
    names: str
    step: str
    depth: int
    above: "Place | None"
    hidden: bool
    link: bool
    children: dict[str, int] = field(default_factory=dict)

    def outward(self) -> Iterator["Place"]:
        """The place itself and those it stands in, inside out."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.above

    @property
    def path(self) -> str | None:
        """Where it is in the tree (`/html/body[1]/p[3]`); None for absurdly deep ones."""
        if self.depth > _DEEPEST_PATH:
            return None
        return "".join(reversed([place.step for place in self.outward()]))

    @property
    def block(self) -> bool:
        """Whether it begins a new line."""
        return self.tag in _BLOCKS


@dataclass(slots=True, eq=False)
class Piece:
    """The text of one line or paragraph.

    `place` is the innermost element that holds all of it, `line` the block-level element that it is a line of; `linked`
    counts its characters that are in links.
    """

    text: str
    place: Place
    line: Place
    linked: int = 0


def pieces(root: HtmlElement) -> list[Piece]:
    """The visible text under `root`, in document order, nothing left out and nothing twice. Raises `TooDeepError`."""
    walk = _Walk()
    context = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in context:
        if event == "start":
            walk.open(element)
            if element.tag in UNSEEN:
                context.skip_subtree()
        elif event == "end":
            walk.close(element)
        else:
            walk.add(element.tail)
    walk.flush()
    return walk.found


class TooDeepError(Exception):
    """Elements are nested deeper, or are more, than any page that is read by people needs."""


class _Walk:
    """Collects text until the line ends."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._here: Place | None = None
        self._whole: Place | None = None
        self._text: list[str] = []
        self._linked = 0
        self._breaks = 0

    def open(self, element: HtmlElement) -> None:
        """An element begins."""
        self._here = here = _place(element, self._here)
        if here.depth > _DEEPEST:
            raise TooDeepError
        if here.block:
            self.flush()
        if here.tag == "br":
            self._break()
        elif here.tag not in UNSEEN:
            self.add(element.text)

    def close(self, element: HtmlElement) -> None:
        """An element ends; what follows it belongs to the one around it."""
        if self._here is None:
            return
        if self._here.block:
            self.flush()
        self._here = self._here.above
        self.add(element.tail)

    def add(self, text: str | None) -> None:
        """Text of the element that is open."""
        if not text or self._here is None:
            return
        if text.isspace():
            self._text.append(" ")
            return
        self._breaks = 0
        if self._text and self._text[-1][-1].islower() and text[0].isupper():
            self._text.append(" ")  # two elements that only their style sets apart: "John SmithStaff writer"
        self._text.append(text)
        self._whole = _shared(self._whole, self._here)
        if self._here.link:
            self._linked += len(text.strip())

    def flush(self) -> None:
        """The line ends."""
        if self._whole is not None:
            text = _SPACE.sub(" ", "".join(self._text)).strip()
            line = next((place for place in self._whole.outward() if place.block), self._whole)
            self.found.append(Piece(text, self._whole, line, self._linked))
        self._text.clear()
        self._whole = None
        self._linked = 0
        self._breaks = 0

    def _break(self) -> None:
        """One `<br>` is a space inside the paragraph, two end it."""
        self._breaks += 1
        if self._breaks > 1:
            self.flush()
        else:
            self._text.append(" ")


def _place(element: HtmlElement, above: Place | None) -> Place:
    tag = element.tag
    attributes = element.attrib
    hidden = above.hidden if above else False
    names = ""
    if attributes:
        names = " ".join([attributes[name] for name in _NAMING if name in attributes])
        style = attributes.get("style")
        hidden = hidden or "hidden" in attributes or bool(style and _HIDING_STYLE.search(style))
    if above is None:
        return Place(tag, names, f"/{tag}", 0, None, hidden, tag == "a")
    number = above.children[tag] = above.children.get(tag, 0) + 1
    return Place(tag, names, f"/{tag}[{number}]", above.depth + 1, above, hidden, above.link or tag == "a")


def _shared(one: Place | None, other: Place) -> Place:
    """The innermost place that holds both."""
    if one is None or one is other:
        return other
    while one is not other:
        if one.depth >= other.depth and one.above is not None:
            one = one.above
        elif other.above is not None:
            other = other.above
        else:
            break
    return one

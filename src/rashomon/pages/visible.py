"""The visible text of a page, piece by piece in reading order.

In: the element tree. Out: `Piece`s, each the text of one line or paragraph, with the elements it stands in. What role a
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

_UNSEEN = frozenset(
    "script style template noscript noframes iframe object audio video canvas svg select datalist textarea head title "
    "embed applet".split()
)
BLOCK_TAGS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre section summary table "
    "tbody td tfoot th thead tr ul caption option button".split()
)
"""Elements that begin a new line in a browser (and cells and buttons, which stand apart on the page)."""
_DEEPEST_PATH = 200
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0\u2007\u202f\u2028\u2029\x1c-\x1f\x85]+")


@dataclass(slots=True)
class Piece:
    """The text of one line or paragraph; `element` is the block-level element it stands in, `linked` counts the
    characters inside links."""

    text: str
    element: HtmlElement
    path: str | None
    hidden: bool = False
    linked: int = 0


@dataclass(slots=True)
class _Level:
    """One open element: its tag path, how many children of each tag it has had, and what it passes down."""

    element: HtmlElement
    step: str
    hidden: bool
    link: bool
    block: bool
    counts: dict[str, int] = field(default_factory=dict)


def pieces(root: HtmlElement) -> list[Piece]:
    """The visible text under `root`, in document order, nothing left out and nothing twice."""
    walk = _Walk()
    context = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in context:
        if event == "start":
            if element.tag in _UNSEEN:
                walk.skip(element)
                context.skip_subtree()
                continue
            walk.open(element)
        elif event == "end":
            if element.tag in _UNSEEN:
                walk.tail(element)
            else:
                walk.close(element)
        else:
            walk.tail(element)
    walk.flush()
    return walk.found


class _Walk:
    """Collects text until the line ends."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._levels: list[_Level] = []
        self._text: list[str] = []
        self._linked = 0
        self._breaks = 0

    def skip(self, element: HtmlElement) -> None:
        if self._levels:
            self._step(element)

    def open(self, element: HtmlElement) -> None:
        above = self._levels[-1] if self._levels else None
        tag = element.tag
        block = tag in BLOCK_TAGS
        if block:
            self.flush()
        self._levels.append(
            _Level(
                element,
                self._step(element),
                hidden=(above.hidden if above else False) or _is_hidden(element),
                link=(above.link if above else False) or tag == "a",
                block=block,
            )
        )
        if tag == "br":
            self._break()
        elif element.text:
            self._add(element.text)

    def close(self, element: HtmlElement) -> None:
        if self._levels[-1].block:
            self.flush()
        self._levels.pop()
        self.tail(element)

    def tail(self, element: HtmlElement) -> None:
        if element.tail and self._levels:
            self._add(element.tail)

    def flush(self) -> None:
        """End the line."""
        text = _SPACE.sub(" ", "".join(self._text)).strip()
        if text:
            level = next((level for level in reversed(self._levels) if level.block), self._levels[0])
            hidden = self._levels[-1].hidden
            self.found.append(Piece(text, level.element, self._path(level), hidden, self._linked))
        self._text.clear()
        self._linked = 0
        self._breaks = 0

    def _add(self, text: str) -> None:
        if text.isspace():
            self._text.append(" ")
            return
        self._breaks = 0
        self._text.append(text)
        if self._levels[-1].link:
            self._linked += len(text.strip())

    def _break(self) -> None:
        """One `<br>` is a space inside the paragraph, two end it."""
        self._breaks += 1
        if self._breaks > 1:
            self.flush()
        else:
            self._text.append(" ")

    def _step(self, element: HtmlElement) -> str:
        if not self._levels:
            return f"/{element.tag}"
        counts = self._levels[-1].counts
        counts[element.tag] = counts.get(element.tag, 0) + 1
        return f"/{element.tag}[{counts[element.tag]}]"

    def _path(self, level: _Level) -> str | None:
        if len(self._levels) > _DEEPEST_PATH:
            return None
        steps = []
        for each in self._levels:
            steps.append(each.step)
            if each is level:
                break
        return "".join(steps)


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDING_STYLE.search(style))


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and what it stands in, inside out."""
    yield element
    yield from element.iterancestors()

"""Which pieces of a page are its main article.

In: the element tree and its visible pieces. Out: `Article`: the pieces that are of it, and the elements that hold most
of it. trafilatura is asked first; its answer is laid over the visible pieces, then put right by the shape of the page:
paragraphs like those of the article that lie among them belong to it, links, labelled asides and requests do not.
"""

import copy
import logging
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from rashomon.pages.asides import is_aside
from rashomon.pages.overlay import lay_over, packed
from rashomon.pages.places import Labels
from rashomon.pages.visible import Piece, Place

_WITHIN = frozenset({None, "pullquote", "embed", "standfirst"})
"""Labels that a piece of the article may have."""
_TOO_MUCH = 0.4
"""A label that would take away so much of what was extracted means something else on this page."""
_MOST_LINKED = 0.8
_PARAGRAPH = 80
"""From so many characters on a piece is surely a paragraph."""
_LINE = 30
"""Shorter pieces say nothing of where the article is: a table of figures has hundreds of them."""
_SHAPES_FROM = 0.05
"""A shape of paragraph counts as the article's if so much of the article has it."""
_ENOUGH = 0.1
"""What is extracted should be so much of the page's prose; else a slower second opinion is heard."""
_LEAST = 120
"""An article has at least so many characters."""


@dataclass(frozen=True, slots=True)
class Article:
    """The pieces of the article, by index; `labels` know which elements hold most of it."""

    core: frozenset[int]
    labels: Labels
    home: Place | None = None
    """The innermost element that holds most of it."""


def find(tree: HtmlElement, found: Sequence[Piece], *, told: str = "") -> Article:
    """The main article; `told` is its text as the page's metadata gives it, if it does."""
    texts = [packed(piece.text) for piece in found]
    core = set(lay_over(_extracted(tree), texts))
    if _size(found, core) < _ENOUGH * _prose(found):
        second = lay_over(_extracted(tree, fast=False), texts)
        core = max(core, set(second), key=lambda one: _size(found, one))
    if told:
        core |= lay_over(packed(told), texts)
    if _size(found, core) < _LEAST:
        core |= _densest(found)
    holders = _holders(found, core)
    labels = Labels(holders)
    home = max(holders, key=lambda place: place.depth, default=None)
    allowed = _WITHIN | _misleading(found, core, labels)
    core = {index for index in core if _belongs(found[index], labels, home, allowed)}
    core |= _filled(found, core, labels, home)
    if _size(found, core) < _LEAST:
        return Article(frozenset(), labels, home)
    return Article(frozenset(core), labels, home)


def _prose(found: Sequence[Piece]) -> int:
    """How much text of the page is in paragraphs that are no links."""
    return sum(len(piece.text) for piece in found if len(piece.text) >= _PARAGRAPH and not is_link(piece))


def _extracted(tree: HtmlElement, *, fast: bool = True) -> str:
    """What trafilatura takes for the article, without white space; not `fast`: by its second opinions too."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False, fast=fast
    )
    if not isinstance(document, Document) or document.body is None:
        return ""
    return packed("".join(document.body.itertext()))


def _size(found: Sequence[Piece], indices: Iterable[int]) -> int:
    return sum(len(found[index].text) for index in indices)


def _holders(found: Sequence[Piece], core: Iterable[int]) -> set[Place]:
    """The elements that hold more than half of the article."""
    held: Counter[Place] = Counter()
    total = 0
    for index in core:
        size = len(found[index].text) - found[index].linked
        if size < _LINE:
            continue  # cells, labels
        total += size
        for place in found[index].line.outward():
            held[place] += size
    return {place for place, size in held.items() if size * 2 > total}


def _misleading(found: Sequence[Piece], core: set[int], labels: Labels) -> set[str | None]:
    """The labels that too much of the extracted text has."""
    sizes: Counter[str | None] = Counter()
    for index in core:
        sizes[labels.of(found[index].place)] += len(found[index].text)
    return {label for label, size in sizes.items() if size > _TOO_MUCH * sizes.total()}


def _belongs(piece: Piece, labels: Labels, home: Place | None, allowed: Collection[str | None] = _WITHIN) -> bool:
    """Whether a piece may be of the article."""
    if labels.of(piece.place) not in allowed or is_aside(piece.text) or is_link(piece):
        return False
    heading = piece.line.tag in HEADINGS
    return not heading or home is None or home in piece.line.outward()


HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


_UNLIKE_PROSE = HEADINGS | {"td", "th", "label", "button", "figcaption", "caption"}


def is_link(piece: Piece) -> bool:
    """Whether a piece is hardly more than a link."""
    return piece.linked >= _MOST_LINKED * len(piece.text)


def _shape(piece: Piece) -> tuple[str, ...]:
    """What a paragraph looks like: its element and the one around it, by tag and names."""
    line = piece.line
    above = line.above
    return (line.tag, line.names, above.tag if above else "", above.names if above else "")


def _filled(found: Sequence[Piece], core: set[int], labels: Labels, home: Place | None) -> set[int]:
    """Pieces that were not extracted, and are like those that were: short ones among them, paragraphs also beside."""
    if not core or home is None:
        return set()
    shapes: Counter[tuple[str, ...]] = Counter()
    for index in core:
        if found[index].line.tag not in _UNLIKE_PROSE:
            shapes[_shape(found[index])] += len(found[index].text)
    usual = {shape for shape, size in shapes.items() if size >= _SHAPES_FROM * shapes.total()}
    around = next((place for place in home.outward() if place.tag in {"article", "main"}), home)
    first, last = min(core), max(core)
    out = set()
    for index, piece in enumerate(found):
        if index in core or _shape(piece) not in usual or around not in piece.line.outward():
            continue
        between = first < index < last and home in piece.line.outward()
        if (between or len(piece.text) >= _PARAGRAPH) and _belongs(piece, labels, home):
            out.add(index)
    return out


def _densest(found: Sequence[Piece]) -> set[int]:
    """The paragraphs of the element that has the most text in paragraphs of its own."""
    labels = Labels()
    own: Counter[Place] = Counter()
    labelled: Counter[Place] = Counter()
    for piece in found:
        above = piece.line.above
        if above and len(piece.text) >= _PARAGRAPH and not is_link(piece):
            sizes = own if labels.of(piece.place) is None else labelled
            sizes[above] += len(piece.text) - piece.linked
    sizes = own or labelled
    if not sizes:
        return set()
    best = max(sizes, key=lambda place: sizes[place])
    return {index for index, piece in enumerate(found) if piece.line.above is best and not is_link(piece)}

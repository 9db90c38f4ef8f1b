"""Which pieces of a page are its main article.

In: the element tree and its visible pieces. Out: the indices of the pieces that are article. trafilatura decides; its
output is laid over the visible pieces, so that offsets stay ours. Roles inside the article do not belong here.
"""

import copy
import logging
from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from rashomon.pages.visible import Piece

_ANCHOR = 40
"""A piece with so many characters (white space not counted) stands in the extracted text in one place only."""


def find(tree: HtmlElement, found: Sequence[Piece]) -> frozenset[int]:
    """The pieces that are article, by index."""
    return overlay(_extracted(tree), [_packed(piece.text) for piece in found])


def _extracted(tree: HtmlElement) -> str:
    """What trafilatura takes for the article, without white space."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False, deduplicate=False
    )
    if not isinstance(document, Document) or document.body is None:
        return ""
    return _packed("".join(document.body.itertext()))


def overlay(extracted: str, packed: Sequence[str]) -> frozenset[int]:
    """Which pieces stand, in order, in the extracted text: long ones first, short ones only between those they lie between."""
    places: dict[int, int] = {}
    at = 0
    for index, text in enumerate(packed):
        if len(text) >= _ANCHOR:
            place = extracted.find(text, at)
            if place >= 0:
                places[index] = place
                at = place + len(text)
    at = 0
    following = _following(places, len(packed), len(extracted))
    for index, text in enumerate(packed):
        if index in places:
            at = places[index] + len(text)
        elif text and len(text) < _ANCHOR:
            place = extracted.find(text, at, following[index])
            if place >= 0:
                places[index] = place
                at = place + len(text)
    return frozenset(places)


def _following(places: dict[int, int], count: int, end: int) -> list[int]:
    """For each piece, where the next long piece begins in the extracted text."""
    out = [end] * count
    for index in range(count - 1, -1, -1):
        end = places.get(index, end)
        out[index] = end
    return out


def _packed(text: str) -> str:
    return "".join(text.split())

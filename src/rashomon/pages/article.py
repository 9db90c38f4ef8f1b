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

from rashomon.pages.overlay import lay_over, packed
from rashomon.pages.visible import Piece


def find(tree: HtmlElement, found: Sequence[Piece]) -> frozenset[int]:
    """The pieces that are article, by index."""
    return lay_over(_extracted(tree), [packed(piece.text) for piece in found])


def _extracted(tree: HtmlElement) -> str:
    """What trafilatura takes for the article, without white space."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False, fast=True
    )
    if not isinstance(document, Document) or document.body is None:
        return ""
    return packed("".join(document.body.itertext()))

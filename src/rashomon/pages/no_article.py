"""Pages without an article: indexes of other pages, walls that ask for a login.

In: the pieces of a page and what was taken for its article. Out: why it is none, in a line that says what to do next.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.pages.article import Article, is_link
from rashomon.pages.visible import Piece

_HEADLINE_WORDS = 5
_FEWEST_HEADLINES = 6
_PARTED = 0.7
"""Share of the gaps between paragraphs that hold a headline."""
_PARAGRAPH = 80
_SHORT = 600
_WALL = re.compile(
    r"\b(?:log[ -]?in|sign[ -]?in|subscribe|register|create (?:an?|your) (?:free )?account|"
    r"become a (?:member|subscriber))\b"
    r".{0,60}\b(?:to (?:continue|read|view|access|see|unlock|keep)|for (?:full|unlimited) access)|"
    r"\b(?:subscribers? only|for subscribers|members only|already (?:a )?(?:subscriber|member|have an account)|"
    r"please (?:log|sign) in|forgot (?:your )?password|enable javascript|verify (?:that )?you are (?:a )?human|"
    r"access denied)\b",
    re.IGNORECASE,
)


def why_none(found: Sequence[Piece], main: Article) -> str | None:
    """Why a page has no article; None if it has one."""
    prose = [index for index in main.core if len(found[index].text) >= _PARAGRAPH]
    size = sum(len(found[index].text) for index in main.core)
    if size < _SHORT and any(_WALL.search(piece.text) for piece in found):
        return "a wall that asks for a login or subscription, no article; save the page while logged in"
    if not main.core:
        return "no article in the page; give the page of the article itself"
    if _is_index(found, main, prose):
        return "an index of other pages, no article; give the page of one article"
    return None


def _is_index(found: Sequence[Piece], main: Article, prose: Sequence[int]) -> bool:
    """Whether linked headlines stand between nearly all the paragraphs of what was taken for the article."""
    headlines = {
        index
        for index, piece in enumerate(found)
        if is_link(piece) and len(piece.text.split()) >= _HEADLINE_WORDS and main.home in list(piece.line.outward())
    }
    if len(headlines) < _FEWEST_HEADLINES:
        return False
    gaps = list(pairwise(sorted(prose)))
    parted = sum(any(index in headlines for index in range(before + 1, after)) for before, after in gaps)
    return parted >= _FEWEST_HEADLINES - 1 and parted >= _PARTED * len(gaps)

"""Two texts side by side: which passages are the same words, wherever they stand, and which only one of them has.

In: readings of pages. Out: passages with their spans in both. Greedy string tiling (Wise: String similarity
via greedy string tiling, 1993), seeded by shingles.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.fusion.shingles import SHINGLE, Word, article, words
from rashomon.records import Reading
from rashomon.spans import Span

_MOST = 8
"""A run of words that stands more often than this in the right text is no place to start from: refrains, tables."""


class Passage(NamedTuple):
    """A stretch that both texts have, or that one has alone (the other is None)."""

    left: Span | None
    right: Span | None


class _Tile(NamedTuple):
    """So many words of the left text from `left` on that are the words of the right text from `right` on."""

    left: int
    right: int
    length: int


def passages(left: Reading, right: Reading) -> tuple[Passage, ...]:
    """The passages of two pages' articles in the order of the left one; what only the right has follows what it
    follows there.

    Letter case and punctuation make no difference; stretches without words are left out.
    """
    return _between(words(left.page.text, article(left)), words(right.page.text, article(right)))


def _between(left: Sequence[Word], right: Sequence[Word]) -> tuple[Passage, ...]:
    tiles = sorted(_tiles([word.form for word in left], [word.form for word in right]))
    after: dict[int, list[Passage]] = {}
    reached, last = 0, -1
    for place, tile in sorted(enumerate(tiles), key=lambda each: each[1].right):
        if tile.right > reached:
            after.setdefault(last, []).append(Passage(None, _span(right, reached, tile.right)))
        reached, last = tile.right + tile.length, place
    if reached < len(right):
        after.setdefault(last, []).append(Passage(None, _span(right, reached, len(right))))
    made = list(after.get(-1, ()))
    reached = 0
    for place, tile in enumerate(tiles):
        if tile.left > reached:
            made.append(Passage(_span(left, reached, tile.left), None))
        reached = tile.left + tile.length
        made.append(Passage(_span(left, tile.left, reached), _span(right, tile.right, tile.right + tile.length)))
        made += after.get(place, ())
    if reached < len(left):
        made.append(Passage(_span(left, reached, len(left)), None))
    return tuple(made)


def _span(found: Sequence[Word], start: int, end: int) -> Span:
    return Span(found[start].start, found[end - 1].end)


def _tiles(left: list[str], right: list[str]) -> list[_Tile]:
    """Runs of common words that do not overlap, the longest first chosen."""
    waiting = sorted(_matches(left, right), key=lambda tile: (tile.length, -tile.left, -tile.right))
    taken_left, taken_right = [False] * len(left), [False] * len(right)
    tiles = []
    for tile in reversed(waiting):
        for part in _free(tile, taken_left, taken_right):
            tiles.append(part)
            taken_left[part.left : part.left + part.length] = [True] * part.length
            taken_right[part.right : part.right + part.length] = [True] * part.length
    return tiles


def _matches(left: list[str], right: list[str]) -> list[_Tile]:
    """The longest common runs through every pair of equal shingles."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(right) - SHINGLE + 1):
        places.setdefault(tuple(right[at : at + SHINGLE]), []).append(at)
    found = []
    seen: dict[int, int] = {}
    for one in range(len(left) - SHINGLE + 1):
        shared = places.get(tuple(left[one : one + SHINGLE]), ())
        for other in shared if len(shared) <= _MOST else ():
            if seen.get(one - other, -1) > one:
                continue
            start = 0
            while one + start > 0 and other + start > 0 and left[one + start - 1] == right[other + start - 1]:
                start -= 1
            end = SHINGLE
            while one + end < len(left) and other + end < len(right) and left[one + end] == right[other + end]:
                end += 1
            seen[one - other] = one + end
            found.append(_Tile(one + start, other + start, end - start))
    return found


def _free(tile: _Tile, taken_left: list[bool], taken_right: list[bool]) -> list[_Tile]:
    """The parts of a tile that no other has taken, if they are as long as a shingle."""
    parts = []
    start = 0
    for at in range(tile.length + 1):
        if at == tile.length or taken_left[tile.left + at] or taken_right[tile.right + at]:
            if at - start >= SHINGLE:
                parts.append(_Tile(tile.left + start, tile.right + start, at - start))
            start = at + 1
    return parts

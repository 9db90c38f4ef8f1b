"""Laying an extracted text over the pieces of a page: which pieces does it hold?

In: the extracted text and the pieces, both without white space. Out: the indices of the pieces that it holds, in order.
Both run in the order of the page, so that of a text that stands twice in the page (a teaser, a description) the one in
its place is found. What was extracted, and why, does not belong here.
"""

from bisect import bisect_right
from collections.abc import Sequence

_LONG = 12
"""Shorter pieces ("Share", a name) are looked for only between the longer ones around them."""
_END = 30
"""A piece that is not there as a whole is looked for by so many characters at its ends."""
_MOST_PLACES = 5


def packed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def lay_over(extracted: str, texts: Sequence[str]) -> frozenset[int]:
    """Which of `texts` stand in `extracted`, in the same order: the heaviest chain of matches."""
    places = _chain([(index, *place) for index, text in enumerate(texts) for place in _places(extracted, text)])
    following = _following(places, len(texts), len(extracted))
    at = 0
    for index, text in enumerate(texts):
        if index in places:
            at = max(at, places[index][1])
        elif text and len(text) < _LONG:
            start = extracted.find(text, at, following[index])
            if start >= 0:
                at = start + len(text)
                places[index] = (start, at)
    return frozenset(places)


def _places(extracted: str, text: str) -> list[tuple[int, int]]:
    if len(text) < _LONG:
        return []
    found: list[tuple[int, int]] = []
    start = extracted.find(text)
    while start >= 0 and len(found) < _MOST_PLACES:
        found.append((start, start + len(text)))
        start = extracted.find(text, start + 1)
    if not found and len(text) >= 2 * _END:
        head = extracted.find(text[:_END])
        tail = extracted.rfind(text[-_END:])
        if head >= 0:
            found.append((head, head + _END if tail < head else min(tail + _END, head + len(text))))
        elif tail >= 0:
            found.append((tail, tail + _END))
    return found


def _chain(matches: list[tuple[int, int, int]]) -> dict[int, tuple[int, int]]:
    """Of matches (index, start, end), sorted by index, the heaviest chain in which both index and place rise."""
    ends = [0]
    weights = [0]
    tips = [-1]
    before: list[int] = []
    pending: list[tuple[int, int, int]] = []
    for number, (index, start, end) in enumerate(matches):
        best = bisect_right(ends, start) - 1
        before.append(tips[best])
        pending.append((end, weights[best] + end - start, number))
        if number + 1 == len(matches) or matches[number + 1][0] != index:
            for each in pending:
                _insert(ends, weights, tips, each)
            pending.clear()
    out: dict[int, tuple[int, int]] = {}
    tip = tips[-1]
    while tip >= 0:
        index, start, end = matches[tip]
        out[index] = (start, end)
        tip = before[tip]
    return out


def _insert(ends: list[int], weights: list[int], tips: list[int], match: tuple[int, int, int]) -> None:
    """Keep a chain unless another that ends no later is as heavy; drop those it beats."""
    end, weight, tip = match
    at = bisect_right(ends, end)
    if weights[at - 1] >= weight:
        return
    stop = at
    while stop < len(ends) and weights[stop] <= weight:
        stop += 1
    start = at - 1 if ends[at - 1] == end else at
    ends[start:stop] = [end]
    weights[start:stop] = [weight]
    tips[start:stop] = [tip]


def _following(places: dict[int, tuple[int, int]], count: int, end: int) -> list[int]:
    """For each piece, where the next one that was found begins in the extracted text."""
    out = [end] * count
    for index in range(count - 1, -1, -1):
        end = places[index][0] if index in places else end
        out[index] = end
    return out

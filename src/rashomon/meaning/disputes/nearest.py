"""Those of many things that stand nearest to a place.

What a page says hundreds of times is not held against all that it says: the nearest are enough, and time stays in
bounds.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

_Thing = TypeVar("_Thing")

_MOST = 200
"""So many on either side: more than an article has of one thing."""


def nearest(places: Sequence[tuple[int, _Thing]], at: int) -> Sequence[tuple[int, _Thing]]:
    """The things nearest to a place, with their own places; both given and left in order of these."""
    middle = bisect_left(places, at, key=lambda each: each[0])
    return places[max(middle - _MOST, 0) : middle + _MOST]

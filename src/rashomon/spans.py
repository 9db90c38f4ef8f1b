"""Spans: where in a page's text something stands.

In and out: `[start, end)` offsets in Unicode code points of `Page.text`. What a span means does not belong here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `start` included, `end` excluded, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


class Stretches:
    """Many spans, so sorted that those at a place are found without looking at all."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        self._reached = list(accumulate((span.end for span in self._spans), max))
        """How far any span goes that begins no later than each."""

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        at = bisect_left(self._starts, span.end)
        return at > 0 and span.start < self._reached[at - 1]

    def contain(self, span: Span) -> bool:
        """Whether one of them holds every character of a span."""
        at = bisect_right(self._starts, span.start)
        return at > 0 and span.end <= self._reached[at - 1]

    def over(self, place: int) -> Iterator[Span]:
        """Those that a character lies in, the last begun first."""
        at = bisect_right(self._starts, place)
        while at > 0 and place < self._reached[at - 1]:
            at -= 1
            if place < self._spans[at].end:
                yield self._spans[at]


def trim(text: str, span: Span, chars: str | None = None) -> Span:
    """The span without white space (or any of `chars`) at its ends; may come out empty."""
    start, end = span
    strip = str.isspace if chars is None else chars.__contains__
    while start < end and strip(text[start]):
        start += 1
    while end > start and strip(text[end - 1]):
        end -= 1
    return Span(start, end)


def cut(text: str, spans: Sequence[Span]) -> str:
    """The words of several spans, parts that do not stand together joined by an ellipsis."""
    return " … ".join(span.cut(text) for span in spans)
